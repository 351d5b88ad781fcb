import { type Item, itemId, writeBundle } from "#client/offnet/bundle.ts";
import type { CheckedItem } from "#client/offnet/check.ts";
import type { Place } from "../../../shared/chain/deployment.ts";
import type { OutboxEntry } from "../../../shared/outbox/entry.ts";
import { itemIn, itemsOf } from "../brought.ts";
import type { Checked } from "../useChecked.ts";

/** Something to be looked at, as it is kept. */
interface Kept {
  readonly id: string;
  readonly bundle: string;
}

const beforeId = ({ id }: OutboxEntry): string => `${id} before`;

/** Entries, and after them what must be carried before some: so of a thing that is here twice the reader's own counts. */
export const withBefore = (entries: readonly OutboxEntry[]): Kept[] => [...entries, ...entries.flatMap((entry) => (entry.before ? [{ id: beforeId(entry), bundle: entry.before }] : []))];

/** What must be carried before an entry, as it was found; where the same is here in another place, there. Null: nothing must. */
export function foundBefore(entry: OutboxEntry, checked: Checked | null): CheckedItem | null {
  const own = checked?.get(beforeId(entry));
  if (!own || !checked) return null;
  const id = itemId(own.item);
  return [...checked.values()].find(({ item, verdict }) => !(verdict.is === "bad" && verdict.problem === "twice") && itemId(item) === id) ?? own;
}

/** What is handed on of entries: what comes before first, without what is done already, each thing once. */
export function handedOn(entries: readonly OutboxEntry[], checked: Checked | null): Item[] {
  const before = entries.flatMap((entry) => (entry.before && foundBefore(entry, checked)?.verdict.is !== "done" ? [entry.before] : []));
  const items = itemsOf([...before, ...entries.map(({ bundle }) => bundle)]).map(itemIn);
  return [...new Map(items.map((item) => [itemId(item), item])).values()];
}

/** The bundle of an entry: byte for byte what was signed, or that after what comes before it. */
export function bundleFor(entry: OutboxEntry, checked: Checked | null, deployment: Place): string {
  return entry.before ? writeBundle(handedOn([entry], checked), deployment) : entry.bundle;
}
