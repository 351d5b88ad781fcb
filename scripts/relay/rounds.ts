// Carries a pile of signed things to the end: round after round, until none of what is left can be done.
import type { Hex } from "viem";
import { type Both, type Speech, tell as both } from "#client/chain/words.ts";
import type { Ledger } from "#client/ledger.ts";
import { itemId, type ReadItem } from "#client/offnet/bundle.ts";
import { type CheckedItem, type CheckOptions, checkItems } from "#client/offnet/check.ts";
import { planShipments } from "#client/offnet/plan.ts";
import type { Payer } from "./payer.ts";
import { load, type Outcome, send, type Shipping } from "./ship.ts";

/** What became of an item. `before`: it had come to pass already. `twice`: the same stands elsewhere in the pile. */
export interface Fate {
  readonly checked: CheckedItem;
  readonly state: "done" | "before" | "twice" | "waits" | "refused";
  readonly tx: Hex | null;
  readonly say: Both;
}

export interface Rounds {
  /** What the chain says now. */
  read(): Promise<{ ledger: Ledger; now: number }>;
  readonly shipping: Omit<Shipping, "ledger" | "speech">;
  readonly hasCode: CheckOptions["hasCode"];
  speechOf(ledger: Ledger): Speech;
  readonly payer: Payer;
  /** Acts in one transaction. */
  readonly perLot: number;
  /** What an earlier run of the same journal carried. */
  readonly known: ReadonlyMap<Hex, Hex>;
  /** Told as soon as something is certain. */
  tell(outcomes: readonly Outcome[], lot: { readonly place: number; readonly of: number }): void;
}

/** A transaction that fails as a whole is tried so often. */
const TRIES = 3;

/** Looks at all without sending anything. */
export async function look(items: readonly ReadItem[], { read, shipping: { deployment }, hasCode, speechOf }: Pick<Rounds, "read" | "hasCode" | "speechOf"> & { readonly shipping: Pick<Shipping, "deployment"> }): Promise<{ checked: CheckedItem[]; ledger: Ledger; speech: Speech }> {
  const { ledger, now } = await read();
  const speech = speechOf(ledger);
  return { checked: await checkItems(items, { ledger, deployment, now, hasCode, speech }), ledger, speech };
}

/** Carries what can be carried, and says of each what became of it, in their order. Errors: Failure of wallet or network. */
export async function carryAll(items: readonly ReadItem[], rounds: Rounds): Promise<Fate[]> {
  const { shipping, payer, perLot, tell, known } = rounds;
  const certain = new Map<ReadItem, Outcome>();
  const failed = new Map<ReadItem, number>();
  for (;;) {
    const left = items.filter((item) => certain.get(item)?.state !== "done");
    const { checked, ledger, speech } = await look(left, rounds);
    const shipments = planShipments(checked.filter(({ item }) => (failed.get(item) ?? 0) < TRIES), { gasOf: () => 1, most: perLot });
    let moved = false;
    for (const [place, shipment] of shipments.entries()) {
      let rest: typeof shipment | null = shipment;
      while (rest) {
        const loaded = await load({ ...shipping, ledger, speech }, rest);
        const outcomes = [...loaded.refused, ...(await send(payer, { ...shipping, speech }, loaded)).outcomes];
        for (const outcome of outcomes) {
          certain.set(outcome.item.item, outcome);
          if (outcome.state === "done") moved = true;
          // A transaction was paid for, and it came to nothing.
          if (outcome.state === "again" || (outcome.state === "refused" && outcome.tx)) failed.set(outcome.item.item, (failed.get(outcome.item.item) ?? 0) + 1);
        }
        if (outcomes.some(({ state }) => state === "again")) moved = true;
        tell(outcomes, { place: place + 1, of: shipments.length });
        rest = restOf(rest, outcomes);
      }
    }
    const fates = (): Fate[] => {
      const carried = new Set([...certain].flatMap(([item, { state }]) => (state === "done" ? [itemId(item)] : [])));
      return items.map((item) => fateOf(item, checked, certain, { known, carried }));
    };
    if (!moved) return fates();
  }
}

/** What a lot that was too large for one transaction left over. */
function restOf({ items, intent }: { readonly items: readonly CheckedItem[]; readonly intent: Parameters<typeof load>[1]["intent"] }, outcomes: readonly Outcome[]): Parameters<typeof load>[1] | null {
  const told = new Set(outcomes.map(({ item }) => item));
  const places = items.flatMap((item, place) => (told.has(item) ? [] : [place]));
  if (places.length === 0 || intent.functionName !== "carryMany") return null;
  const parcels = intent.args[0] as readonly unknown[];
  return { intent: { ...intent, args: [places.map((place) => parcels[place])] }, items: places.map((place) => items[place]!) };
}

const elsewhere = both("同样的一份在别处，已经从那里送出；不必再送。", "The same stands elsewhere in the files and was carried from there; there is no need to carry it again.");

/** `known`: what earlier runs carried, and in which transaction; `carried`: what this one did. */
function fateOf(item: ReadItem, checked: readonly CheckedItem[], certain: ReadonlyMap<ReadItem, Outcome>, { known, carried }: { readonly known: ReadonlyMap<Hex, Hex>; readonly carried: ReadonlySet<Hex> }): Fate {
  const outcome = certain.get(item);
  if (outcome?.state === "done") return { checked: outcome.item, state: "done", tx: outcome.tx, say: outcome.say };
  const found = checked.find((one) => one.item === item)!;
  const { verdict, say } = found;
  if (carried.has(itemId(item))) return { checked: found, state: "twice", tx: null, say: elsewhere };
  if (verdict.is === "done") return { checked: found, state: "before", tx: known.get(itemId(item)) ?? null, say };
  if (verdict.is === "bad") {
    // A member votes once, and a person joins once: this one is no longer needed.
    const moot = verdict.problem === "votedAlready" || (item.kind === "vouch" && verdict.problem === "used");
    return { checked: found, state: verdict.problem === "twice" ? "twice" : moot ? "before" : "refused", tx: moot ? (known.get(itemId(item)) ?? null) : null, say };
  }
  if (outcome) return { checked: found, state: "refused", tx: outcome.tx, say: outcome.say };
  return { checked: found, state: "waits", tx: null, say };
}
