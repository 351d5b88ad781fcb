import type { Deployment } from "#client/chain/deployment.ts";
import { Failure } from "#client/chain/failure.ts";
import { decodeRefusal } from "#client/chain/toFailure.ts";
import { callOf } from "#client/chain/call.ts";
import { explainFailure } from "#client/errors.ts";
import type { MemberId } from "#client/chain/ids.ts";
import type { Ledger } from "#client/ledger.ts";
import type { CheckedItem } from "#client/offnet/check.ts";
import { planShipments, type Shipment, USUAL_GAS } from "#client/offnet/plan.ts";
import { readRecording, type Reports, reportsIn } from "#client/offnet/reports.ts";
import type { Address, Client, Hex } from "viem";
import { estimateGas, simulateContract } from "viem/actions";
import { pageSpeech } from "../../../shared/books/speech.ts";
import type { Both } from "../../../shared/language/words.ts";

/** Something that the contracts would refuse as things stand: it is not sent, and costs nobody anything. */
export interface Refused {
  readonly item: CheckedItem;
  readonly say: Both;
}

export interface Weighed {
  readonly shipments: readonly Shipment[];
  readonly refused: readonly Refused[];
}

interface Scale {
  readonly client: Client;
  readonly deployment: Deployment;
  readonly ledger: Ledger;
  /** Who will send it. */
  readonly carrier: Address;
}

/** What the Relay costs an act beyond what was estimated, and some to spare. */
const SPARE = 40_000;

/**
 * Plans the transactions after asking the node what each act needs and what the Relay would say of it. Acts that would be refused are
 * left out and told. A node that does not answer stops nothing: the plan is then made without it.
 */
export async function weigh(scale: Scale, checked: readonly CheckedItem[]): Promise<Weighed> {
  const gas = new Map<CheckedItem, number>();
  await Promise.all(checked.map(async (one) => gas.set(one, await gasOf(scale, one))));
  const plan = (items: readonly CheckedItem[]) => planShipments(items, { gasOf: (one) => gas.get(one) ?? USUAL_GAS });
  const refused: Refused[] = [];
  let left = checked;
  for (;;) {
    const shipments = plan(left);
    const told = (await Promise.all(shipments.map((shipment, place) => refusalsOf(scale, shipment, shipments.slice(0, place))))).flat();
    if (told.length === 0) return { shipments, refused };
    refused.push(...told);
    const out = new Set(told.map(({ item }) => item));
    left = left.filter((one) => !out.has(one));
  }
}

/** A practice chain makes no blocks while nothing happens: the block to come has today's time. */
const tagOf = ({ practice }: Deployment): "pending" | "latest" => (practice ? "pending" : "latest");

/** What an act needs when its member sends it alone; the usual where that cannot be told, since it may wait for one before it. */
async function gasOf({ client, deployment, ledger }: Scale, { item }: CheckedItem): Promise<number> {
  const key = item.kind === "act" ? ledger.people.members.get(item.member as MemberId)?.key : undefined;
  if (item.kind !== "act" || !key) return USUAL_GAS;
  try {
    return Math.ceil(Number(await estimateGas(client, { account: key, to: item.to, data: item.data, blockTag: tagOf(deployment) })) * 1.2) + SPARE;
  } catch {
    return USUAL_GAS;
  }
}

/** The acts of a bundle that the Relay would not do now. Those that only wait for another transaction before theirs stay. */
async function refusalsOf({ client, deployment, carrier }: Scale, { intent, items }: Shipment, before: readonly Shipment[]): Promise<Refused[]> {
  if (intent.functionName !== "carryMany") return [];
  const earlier = reportsIn(before.flatMap((one) => one.items.map(({ item }) => item)));
  try {
    const { result } = await simulateContract(client, { ...callOf(deployment, intent), account: carrier, blockTag: tagOf(deployment) });
    return (result as unknown as readonly Hex[]).flatMap((reason, place) => {
      if (reason === "0x") return [];
      const rule = decodeRefusal(reason);
      const item = items[place]!;
      if ((rule.is === "error" && rule.name === "NonceAhead") || awaits(item, earlier)) return [];
      return [{ item, say: explainFailure(new Failure({ kind: "rule", rule }), pageSpeech) }];
    });
  } catch {
    return [];
  }
}

/** Whether it confirms a record that an earlier transaction brings. */
function awaits({ item }: CheckedItem, earlier: Reports): boolean {
  const found = item.kind === "act" ? readRecording(item) : null;
  return found?.is === "confirm" && earlier.has(found.digest);
}
