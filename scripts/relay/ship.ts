// One transaction of signed things: rehearsed, sent, and told item by item.
import { encodeFunctionData, type Hex, type TransactionReceipt } from "viem";
import type { Deployment } from "#client/chain/deployment.ts";
import { Failure } from "#client/chain/failure.ts";
import type { MemberId } from "#client/chain/ids.ts";
import { callOf } from "#client/chain/call.ts";
import type { Intent } from "#client/chain/intent.ts";
import { simulate } from "#client/chain/simulate.ts";
import { type Both, type Speech, tell } from "#client/chain/words.ts";
import { explainFailure } from "#client/errors.ts";
import type { Ledger } from "#client/ledger.ts";
import { itemId } from "#client/offnet/bundle.ts";
import type { CheckedItem } from "#client/offnet/check.ts";
import { outcomesOf, type Shipment } from "#client/offnet/plan.ts";
import { parseCarryMany } from "#client/people/carry.ts";
import type { Call, Ended, Payer } from "./payer.ts";
import { asFailure, type Load, type Scale, weigh } from "./weigh.ts";

/** What became of an item. `again`: nothing was done, and it may be tried once more. */
export interface Outcome {
  readonly item: CheckedItem;
  readonly state: "done" | "refused" | "again";
  readonly tx: Hex | null;
  readonly say: Both;
}

/** A transaction that would succeed now, and what was left out of it. */
export interface Loaded {
  /** Null where nothing is left. */
  readonly call: Call | null;
  readonly shipment: Shipment;
  readonly refused: readonly Outcome[];
}

export interface Shipping extends Scale {
  readonly ledger: Ledger;
  readonly speech: Speech;
}

/** A chain of today takes no transaction of more, whoever sends it. */
export const MOST_GAS = 15_000_000n;

/** Rehearses a shipment without sending it: what the chain would refuse is left out and costs nothing. Errors: Failure of the network. */
export async function load(shipping: Shipping, shipment: Shipment): Promise<Loaded> {
  return shipment.items.every(({ item }) => item.kind === "act") ? loadActs(shipping, shipment) : loadOther(shipping, shipment);
}

async function loadActs(shipping: Shipping, { items, intent }: Shipment): Promise<Loaded> {
  const { ledger, speech, deployment } = shipping;
  // The plan has each signature as the contracts take it.
  const planned = intent.args[0] as readonly { readonly signature: Hex }[];
  const loads = items.flatMap((item, place): Load<CheckedItem>[] =>
    item.item.kind === "act" ? [{ item, act: { ...item.item, signature: planned[place]!.signature }, key: ledger.people.members.get(item.item.member as MemberId)?.key ?? null }] : [],
  );
  const lot = await weigh(shipping, loads);
  const refused = lot.refused.map(({ item, refusal }): Outcome => ({ item, state: "refused", tx: null, say: explainFailure(asFailure(refusal), speech) }));
  const left = lot.loads.map(({ item }) => item);
  if (lot.gas > MOST_GAS && items.length > 1) return loadActs(shipping, firstHalf({ intent, items }));
  if (left.length === 0) return { call: null, shipment: { intent, items: [] }, refused };
  const carried = parseCarryMany(lot.loads.map(({ parcel }) => parcel));
  return { call: { to: deployment.contracts.relay, data: dataOf(deployment, carried), gas: lot.gas }, shipment: { intent: carried, items: left }, refused };
}

const firstHalf = ({ intent, items }: Shipment): Shipment => {
  const half = items.length >> 1;
  return { intent: { ...intent, args: [(intent.args[0] as readonly unknown[]).slice(0, half)] }, items: items.slice(0, half) };
};

async function loadOther(shipping: Shipping, shipment: Shipment): Promise<Loaded> {
  const { client, deployment, payer, speech } = shipping;
  const { intent, items } = shipment;
  try {
    const { gas } = await simulate(client, deployment, intent, payer);
    return { call: { to: deployment.contracts[intent.contract], data: dataOf(deployment, intent), gas: (gas * 12n) / 10n }, shipment, refused: [] };
  } catch (error) {
    if (!(error instanceof Failure) || error.data.kind !== "rule") throw error;
    const say = explainFailure(error, speech);
    return { call: null, shipment: { intent, items: [] }, refused: items.map((item) => ({ item, state: "refused", tx: null, say })) };
  }
}

const dataOf = (deployment: Deployment, intent: Intent): Hex => {
  const { abi, functionName, args } = callOf(deployment, intent);
  return encodeFunctionData({ abi, functionName, args });
};

const reverted = tell("整笔交易被链拒绝了，其中什么都没有做成；再试一次。", "The chain refused the transaction as a whole, and nothing in it was done; it is tried again.");
const lost = tell("这个账户的另一笔交易占了它的位置，其中什么都没有做成；再试一次。", "Another transaction of this account took its place, and nothing in it was done; it is tried again.");
const asked = tell("做成了。", "Done.");

/** Sends what was loaded and waits. Errors: Failure of wallet or network. */
export async function send(payer: Payer, { deployment, speech }: Pick<Shipping, "deployment" | "speech">, { call, shipment }: Loaded): Promise<{ readonly ended: Ended | null; readonly outcomes: Outcome[] }> {
  if (!call) return { ended: null, outcomes: [] };
  const ended = await payer.send(call, shipment.items.map(({ item }) => itemId(item)));
  return { ended, outcomes: tellOutcomes(shipment, ended.receipt, deployment, speech) };
}

/** What became of a shipment, as its receipt says; null: it was lost. */
function tellOutcomes(shipment: Shipment, receipt: TransactionReceipt | null, deployment: Deployment, speech: Speech): Outcome[] {
  if (receipt === null || receipt.status !== "success") return shipment.items.map((item) => ({ item, state: "again", tx: null, say: receipt === null ? lost : reverted }));
  return outcomesOf(shipment, receipt, deployment, speech).map(({ item, done, reason }) => ({ item, state: done ? "done" : "refused", tx: receipt.transactionHash, say: done ? asked : (reason ?? reverted) }));
}
