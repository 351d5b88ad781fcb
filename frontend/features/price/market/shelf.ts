import { useMemo } from "react";
import { type Item, itemId, type OfferItem, readBundle, type ReadItem, type RequestItem, type SplitItem, writeBundle } from "#client/offnet/bundle.ts";
import { merged, offerIn, requestIn } from "#client/offnet/marketItems.ts";
import { type MarketPlace, offerIdOf, requestIdOf } from "#client/price/digest.ts";
import type { Place } from "../../../shared/chain/deployment.ts";
import { useNetwork } from "../../../shared/chain/network.ts";
import { useText } from "../../people/pass/useText.ts";

/** What is handed on in the market. */
export type MarketItem = OfferItem | RequestItem | SplitItem;

/** Whether a read item is one of them. */
export const isMarketItem = (item: Item): item is MarketItem => item.kind === "offer" || item.kind === "request" || item.kind === "split";

/** An item without where it was read. */
function bare({ place: _, number: _number, ...item }: ReadItem): MarketItem {
  return item as MarketItem;
}

/** The items of the market in a text, of this cooperative. */
export function marketItemsIn(text: string, { chainId, contracts }: Pick<Place, "chainId" | "contracts">): MarketItem[] {
  const here = contracts.memberRegistry.toLowerCase();
  return readBundle(text).items.filter((item) => isMarketItem(item) && item.place.chainId === chainId && item.place.registry?.toLowerCase() === here).map(bare);
}

/** Where an item is shown. */
export function pathOf(item: MarketItem, place: MarketPlace): string {
  if (item.kind === "offer") return `/market/offer/${offerIdOf(offerIn(item), place)}`;
  return item.kind === "request" ? `/market/request/${requestIdOf(requestIn(item), place)}` : `/market/order/${item.order}`;
}

/** Adds items to others; copies of one offer become one with all their signatures. */
function together(before: readonly MarketItem[], more: readonly MarketItem[]): MarketItem[] {
  const byId = new Map<string, MarketItem>();
  for (const item of [...before, ...more]) {
    const [id, known] = [itemId(item), byId.get(itemId(item))];
    byId.set(id, known?.kind === "offer" && item.kind === "offer" ? merged(known, item) : item);
  }
  return [...byId.values()];
}

/** What was brought into this browser, or signed here, and may not be on record: nobody else keeps it. */
export interface Shelf {
  readonly items: readonly MarketItem[];
  add(items: readonly MarketItem[]): void;
  drop(item: MarketItem): void;
}

/** The shelf in a view; null until it is read. */
export function useShelf(): Shelf | null {
  const { text, put } = useText("market");
  const { deployment } = useNetwork();
  const items = useMemo(() => (text && deployment ? marketItemsIn(text, deployment) : []), [text, deployment]);
  if (text === null || !deployment) return null;
  const write = (next: readonly MarketItem[]) => put(next.length === 0 ? "" : writeBundle(next, deployment));
  return {
    items,
    add: (more) => write(together(items, more)),
    drop: (item) => write(items.filter((one) => itemId(one) !== itemId(item))),
  };
}
