import { abis } from "#client/chain/contracts.ts";
import { type Abi, encodeEventTopics, encodeFunctionData, formatEther } from "viem";
import { estimateContractGas, getGasPrice, getTransaction, simulateContract } from "viem/actions";
import { chainKey } from "../chain/deployment.ts";
import { networkStore } from "../chain/network.ts";
import type { JournalEntry } from "../journal/entry.ts";
import { addEntry, changeEntry, journalStore } from "../journal/journal.ts";
import { type ContractCall, signerStore } from "../signer/signer.ts";
import type { IntentData, Proposal } from "./proposal.ts";

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

/** The contract and the interface that an intent speaks of, on the deployment in use. */
export function callOf({ contract, functionName, args }: IntentData): ContractCall {
  const { deployment } = networkStore.get();
  if (!deployment) throw new Error("no deployment");
  return { address: deployment.contracts[contract], abi: abis[contract] as Abi, functionName, args };
}

/** Lets the node try the act without sending it. Rejects with the contract's refusal or the node's silence. */
export async function rehearse({ intent }: Proposal): Promise<Rehearsal> {
  const { client } = networkStore.get();
  const signer = signerStore.get();
  if (!client || !signer) throw new Error("no signer");
  const { address, abi, functionName, args } = callOf(intent);
  const request = { address, abi, functionName, args: [...args], account: signer.address, chain: undefined };
  await simulateContract(client, request);
  const [gas, price] = await Promise.all([estimateContractGas(client, request), getGasPrice(client)]);
  return { fee: shortCoin(formatEther(gas * price)) };
}

/** Two leading digits are enough for an estimate. */
function shortCoin(amount: string): string {
  return Number(amount).toLocaleString("en-GB", { maximumSignificantDigits: 2, useGrouping: false, maximumFractionDigits: 18 });
}

/** The topic by which the expected event is known in a receipt, also after a reload. */
function topicOf({ abi }: ContractCall, eventName: string): `0x${string}` {
  const [topic] = encodeEventTopics({ abi, eventName });
  if (typeof topic !== "string") throw new Error(`no event ${eventName}`);
  return topic;
}

const dataOf = ({ abi, functionName, args }: ContractCall): `0x${string}` => encodeFunctionData({ abi, functionName, args: [...args] });

/** An act with the same words to the same contract that is still on its way: pressing twice must not do it twice. */
export function twinOf(proposal: Proposal): JournalEntry | undefined {
  const signer = signerStore.get();
  const call = callOf(proposal.intent);
  const data = dataOf(call);
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
  const call = callOf(proposal.intent);
  const id = crypto.randomUUID();
  await addEntry({
    id,
    chain: chainKey(deployment),
    act: proposal.act,
    state: "ready",
    ...(proposal.link ? { link: proposal.link } : {}),
    from: signer.address,
    to: call.address,
    data: dataOf(call),
    expects: { address: call.address, topic: topicOf(call, proposal.intent.expects) },
    madeAt: Date.now(),
  });
  try {
    const hash = await signer.writeContract(call);
    await changeEntry(id, { state: "sent", hash, sentAt: Date.now() });
    // The nonce tells a replaced transaction from a slow one; the watch asks again if the node does not know it yet.
    void getTransaction(client, { hash }).then((sent) => changeEntry(id, { nonce: sent.nonce }), () => undefined);
    return id;
  } catch (error) {
    await changeEntry(id, null);
    throw error;
  }
}
