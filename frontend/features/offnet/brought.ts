import { type BundleFault, type Item, type ReadItem, readBundle, writeBundle } from "#client/offnet/bundle.ts";
import { writeBallots } from "#client/governance/ballotList.ts";
import { isAddressEqual, keccak256, toBytes } from "viem";
import { chainKey, type Place } from "../../shared/chain/deployment.ts";
import { networkStore } from "../../shared/chain/network.ts";
import type { InboxEntry } from "../../shared/outbox/entry.ts";
import { inbox } from "../../shared/outbox/outbox.ts";

/** What became of a text that was brought in. */
export interface Brought {
  /** How many are new here, and how many were here already. */
  readonly fresh: number;
  readonly known: number;
  readonly faults: readonly BundleFault[];
}

/** An item without what its text said around it. */
export function itemIn({ place: _place, number: _number, ...item }: ReadItem): Item {
  return item as Item;
}

/** One item as a bundle of the cooperative that its text named: what it is for must not change on the way. */
function bundleOf(read: ReadItem, own: Place): string {
  const { place } = read;
  const item = itemIn(read);
  if (place.registry !== null) return writeBundle([item], { chainId: place.chainId, contracts: { ...own.contracts, memberRegistry: place.registry } });
  const here = place.chainId === own.chainId && place.governor !== null && isAddressEqual(place.governor, own.contracts.governor);
  if (here || item.kind !== "ballot") return writeBundle([item], own);
  return writeBallots([item], { chainId: place.chainId, contracts: { ...own.contracts, governor: place.governor! } });
}

/** Reads a text and keeps every signed thing in it, each by itself. What cannot be read is told and not kept. */
export async function bring(text: string): Promise<Brought> {
  const { deployment } = networkStore.get();
  if (!deployment) return { fresh: 0, known: 0, faults: [] };
  const { items, faults } = readBundle(text);
  const chain = chainKey(deployment);
  const at = Date.now();
  const entries = items.map((item, number): InboxEntry => {
    const bundle = bundleOf(item, deployment);
    return { id: `${chain}/${keccak256(toBytes(bundle))}`, chain, bundle, cameAt: at, number };
  });
  const before = new Set(inbox.get().map(({ id }) => id));
  const fresh = new Map(entries.filter(({ id }) => !before.has(id)).map((entry) => [entry.id, entry]));
  await inbox.put([...fresh.values()]);
  return { fresh: fresh.size, known: entries.length - fresh.size, faults };
}

/** The items of bundles of this browser, each bundle holding one, in order. */
export const itemsOf = (bundles: readonly string[]): ReadItem[] => bundles.flatMap((bundle) => readBundle(bundle).items.slice(0, 1)).map((item, number) => ({ ...item, number }));
