import { type Abi, encodeEventTopics, encodeFunctionData, formatEther } from "viem";
import { chainKey } from "../chain/deployment.ts";
import { networkStore } from "../chain/network.ts";
import type { JournalEntry } from "../journal/entry.ts";
import { addEntry, changeEntry, journalStore } from "../journal/journal.ts";
import { signerStore } from "../signer/signer.ts";
import { rules } from "./failure.ts";
import type { Proposal } from "./proposal.ts";

/** The signer stands on another chain than the cooperative. */
export class WrongNetwork extends Error {
  readonly code = 4902;
  readonly here: number;
  constructor(here: number) {
    super(`the wallet is on chain ${here}`);
    this.name = "ChainMismatchError";
    this.here = here;
  }
}

/** What a rehearsal says: the fee, in the chain's coin. */
export interface Rehearsal {
  fee: string;
}

/** Lets the node try the act without sending it. Rejects with the contract's refusal or the node's silence. */
export async function rehearse(proposal: Proposal): Promise<Rehearsal> {
  const { client } = networkStore.get();
  const signer = signerStore.get();
  if (!client || !signer) throw new Error("no signer");
  const known = await rules();
  const { call } = proposal;
  const abi: Abi = [...call.abi, ...known.abi.filter((item) => item.type === "error")];
  const request = { address: call.address, abi, functionName: call.functionName, args: [...call.args], account: signer.address };
  await client.simulateContract(request);
  const [gas, price] = await Promise.all([client.estimateContractGas(request), client.getGasPrice()]);
  return { fee: shortCoin(formatEther(gas * price)) };
}

/** Two leading digits are enough for an estimate. */
function shortCoin(amount: string): string {
  return Number(amount).toLocaleString("en-GB", { maximumSignificantDigits: 2, useGrouping: false, maximumFractionDigits: 18 });
}

/** The topic by which the expected event is known in a receipt, also after a reload. */
function topicOf(proposal: Proposal): `0x${string}` {
  const [topic] = encodeEventTopics({ abi: proposal.expects.abi, eventName: proposal.expects.eventName });
  if (typeof topic !== "string") throw new Error(`no event ${proposal.expects.eventName}`);
  return topic;
}

/** An act with the same words to the same contract that is still on its way: pressing twice must not do it twice. */
export function twinOf(proposal: Proposal): JournalEntry | undefined {
  const signer = signerStore.get();
  const { call } = proposal;
  const data = encodeFunctionData({ abi: call.abi, functionName: call.functionName, args: [...call.args] });
  return journalStore.get().find((entry) => entry.state === "sent" && entry.from === signer?.address && entry.to === call.address && entry.data === data);
}

/**
 * Signs and sends. The entry is in the journal before the wallet opens, so nothing that was sent can be lost; it is taken out
 * again if the wallet refuses. Resolves with the entry's id when the node has taken the transaction: success comes later,
 * from the receipt, by the journal's watch.
 */
export async function send(proposal: Proposal): Promise<string> {
  const { deployment, client } = networkStore.get();
  const signer = signerStore.get();
  if (!deployment || !client || !signer) throw new Error("no signer");
  const here = await signer.chainId();
  if (here !== deployment.chainId) throw new WrongNetwork(here);
  const { call } = proposal;
  const id = crypto.randomUUID();
  await addEntry({
    id,
    chain: chainKey(deployment),
    act: proposal.act,
    state: "ready",
    ...(proposal.link ? { link: proposal.link } : {}),
    from: signer.address,
    to: call.address,
    data: encodeFunctionData({ abi: call.abi, functionName: call.functionName, args: [...call.args] }),
    expects: { address: proposal.expects.address, topic: topicOf(proposal) },
    madeAt: Date.now(),
  });
  try {
    const hash = await signer.writeContract(call);
    await changeEntry(id, { state: "sent", hash, sentAt: Date.now() });
    // The nonce tells a replaced transaction from a slow one; the watch asks again if the node does not know it yet.
    void client.getTransaction({ hash }).then((sent) => changeEntry(id, { nonce: sent.nonce }), () => undefined);
    return id;
  } catch (error) {
    await changeEntry(id, null);
    throw error;
  }
}
