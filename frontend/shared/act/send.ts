import { type ContractCall, callOf } from "#client/chain/call.ts";
import { Failure } from "#client/chain/failure.ts";
import { simulate } from "#client/chain/simulate.ts";
import { encodeEventTopics, encodeFunctionData, formatEther } from "viem";
import { getBalance, getTransaction, getTransactionCount } from "viem/actions";
import { chainKey } from "../chain/deployment.ts";
import { networkStore } from "../chain/network.ts";
import type { JournalEntry } from "../journal/entry.ts";
import { addEntry, changeEntry, journalStore } from "../journal/journal.ts";
import { signerStore } from "../signer/signer.ts";
import type { Proposal } from "./proposal.ts";

/** The network and the signer of this moment. Nothing is proposed to be sent before both are there. */
function present() {
  const { deployment, client } = networkStore.get();
  const signer = signerStore.get();
  if (!deployment || !client || !signer) throw new Failure({ kind: "wallet", problem: "gone" });
  return { deployment, client, signer };
}

/** Refuses to go on where the signer stands on another chain than the cooperative. Errors: Failure. */
export async function checkChainOfSigner(): Promise<void> {
  const { deployment, signer } = present();
  if ((await signer.chainId()) !== deployment.chainId) throw new Failure({ kind: "wallet", problem: "otherChain" });
}

/** Lets the node try the act without sending it; gives the fee in the chain's coin, and whether the signer has less. Errors: Failure; nothing was sent. */
export async function rehearse({ intent }: Proposal): Promise<{ fee: string; poor: boolean }> {
  const { deployment, client, signer } = present();
  const [{ fee }, balance] = await Promise.all([simulate(client, deployment, intent, signer.address), getBalance(client, { address: signer.address })]);
  // Two leading digits are enough for an estimate.
  return { fee: Number(formatEther(fee)).toLocaleString("en-GB", { maximumSignificantDigits: 2, useGrouping: false, maximumFractionDigits: 18 }), poor: balance < fee };
}

/** The topic by which the expected event is known in a receipt, also after a reload. */
function topicOf({ abi }: ContractCall, eventName: string): `0x${string}` {
  const [topic] = encodeEventTopics({ abi, eventName });
  if (typeof topic !== "string") throw new Error(`no event ${eventName}`);
  return topic;
}

const dataOf = ({ abi, functionName, args }: ContractCall): `0x${string}` => encodeFunctionData({ abi, functionName, args: [...args] });

/** The same act by the same signer that is still on its way: pressing twice must not do it twice. */
export function twinOf({ intent }: Proposal): JournalEntry | undefined {
  const { deployment } = networkStore.get();
  const signer = signerStore.get();
  if (!deployment || !signer) return undefined;
  const call = callOf(deployment, intent);
  const onTheirWay = journalStore.get().filter((entry) => entry.state === "sent");
  if (onTheirWay.length === 0) return undefined;
  const data = dataOf(call);
  return onTheirWay.find((entry) => entry.from === signer.address && entry.to === call.address && entry.data === data);
}

/**
 * Signs and sends. The entry is in the journal before the wallet opens, so nothing that was sent can be lost; it is taken out
 * again if the wallet refuses. Resolves with the entry's id when the node has taken the transaction: success comes later,
 * from the receipt, by the journal's watch.
 */
export async function send({ intent, act, link }: Proposal): Promise<string> {
  const { deployment, client, signer } = present();
  await checkChainOfSigner();
  const call = callOf(deployment, intent);
  const id = crypto.randomUUID();
  await addEntry({
    id,
    chain: chainKey(deployment),
    act,
    state: "ready",
    link,
    from: signer.address,
    to: call.address,
    data: dataOf(call),
    expects: { address: call.address, topic: topicOf(call, intent.expects), times: intent.times, ...(intent.or ? { or: topicOf(call, intent.or) } : {}) },
    madeAt: Date.now(),
  });
  try {
    // The nonce tells a replaced transaction from a slow one. A practice key takes the node's next; a wallet may know of more than the
    // node does, so there it is asked afterwards, and the watch asks again if the node does not know it yet.
    const nonce = signer.kind === "practice" ? await getTransactionCount(client, { address: signer.address, blockTag: "pending" }) : undefined;
    const hash = await signer.writeContract(call);
    await changeEntry(id, { state: "sent", hash, sentAt: Date.now(), ...(nonce === undefined ? {} : { nonce }) });
    void getTransaction(client, { hash }).then((sent) => changeEntry(id, { nonce: sent.nonce }), () => undefined);
    return id;
  } catch (error) {
    await changeEntry(id, null);
    throw error;
  }
}
