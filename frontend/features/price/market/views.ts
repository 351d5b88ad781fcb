import type { Holder, OfferId, RequestId } from "#client/chain/ids.ts";
import type { Ledger } from "#client/ledger.ts";
import type { OfferItem, RequestItem } from "#client/offnet/bundle.ts";
import { missingIn, offerIn, requestIn } from "#client/offnet/marketItems.ts";
import { offerIdOf, requestIdOf } from "#client/price/digest.ts";
import { memberOfHolder } from "#client/price/holders.ts";
import { holderOfKey } from "#client/price/holders.ts";
import { bestUri, type Item, readItem } from "#client/price/item.ts";
import { isTakenBack } from "#client/price/orders.ts";
import type { Offer, OfferRecord, Request, RequestRecord } from "#client/price/types.ts";
import { flowWords } from "#client/price/words.ts";
import { useBooks } from "../../../shared/books/books.ts";
import { memberWords } from "../../../shared/books/names.ts";
import type { Place } from "../../../shared/chain/deployment.ts";
import type { Both, Language } from "../../../shared/language/words.ts";
import { shortHex } from "../../../shared/parts/Address.tsx";
import { useSigner } from "../../../shared/signer/signer.ts";
import { marketText } from "./text.ts";
import type { MarketItem } from "./shelf.ts";

/** An offer wherever it is: on record, or in this browser, or both. */
export interface OfferView {
  readonly id: OfferId;
  readonly terms: Offer;
  readonly uri: string;
  readonly record: OfferRecord | null;
  readonly item: OfferItem | null;
}

/** A request wherever it is. */
export interface RequestView {
  readonly id: RequestId;
  readonly terms: Request;
  readonly uri: string;
  readonly record: RequestRecord | null;
  readonly item: RequestItem | null;
}

export const offerOfRecord = (record: OfferRecord, item: OfferItem | null = null): OfferView => ({ id: record.id, terms: record.terms, uri: bestUri(record.terms.item, record.uri, item?.uri ?? ""), record, item });
export const requestOfRecord = (record: RequestRecord, item: RequestItem | null = null): RequestView => ({ id: record.id, terms: record.terms, uri: bestUri(record.terms.item, record.uri, item?.uri ?? ""), record, item });

/** The offers that are in this browser, by id. */
export const offersOnShelf = (items: readonly MarketItem[], place: Place): Map<OfferId, OfferItem> => new Map(items.filter((item) => item.kind === "offer").map((item) => [offerIdOf(offerIn(item), place), item]));
/** The requests that are in this browser, by id. */
export const requestsOnShelf = (items: readonly MarketItem[], place: Place): Map<RequestId, RequestItem> => new Map(items.filter((item) => item.kind === "request").map((item) => [requestIdOf(requestIn(item), place), item]));

/** An offer by its id; null where neither the log nor this browser has it. */
export function findOffer(ledger: Ledger, id: string, items: readonly MarketItem[], place: Place): OfferView | null {
  const [record, item] = [ledger.price.offers.get(id as OfferId), offersOnShelf(items, place).get(id as OfferId) ?? null];
  if (record) return offerOfRecord(record, item);
  return item && { id: id as OfferId, terms: offerIn(item), uri: item.uri, record: null, item };
}

/** A request by its id. */
export function findRequest(ledger: Ledger, id: string, items: readonly MarketItem[], place: Place): RequestView | null {
  const [record, item] = [ledger.price.requests.get(id as RequestId), requestsOnShelf(items, place).get(id as RequestId) ?? null];
  if (record) return requestOfRecord(record, item);
  return item && { id: id as RequestId, terms: requestIn(item), uri: item.uri, record: null, item };
}

/** What is sold as it was described; by its flow alone where the description is not here. */
export function thingOf(uri: string, { item, flow }: Pick<Offer, "item" | "flow">, language: Language): Item & { readonly known: boolean } {
  const found = readItem(uri, item);
  return found ? { ...found, known: true } : { name: marketText[language].itemUnknown(flowWords[flow][language]), unit: language === "zh" ? "份" : "unit", text: "", place: "", known: false };
}

/** What it is called, for acts: the same words in both languages where its describer gave them. */
export const nameWords = (uri: string, terms: Pick<Offer, "item" | "flow">): Both => ({ zh: thingOf(uri, terms, "zh").name, en: thingOf(uri, terms, "en").name });

/** Whose purse it is, in words. */
export function holderName(holder: Holder): Both {
  const id = memberOfHolder(holder);
  const short = shortHex(holder);
  return id === 0 ? { zh: short, en: short } : memberWords(id);
}

/** Whose purse the one who signs now uses; null: nobody signs, or a key that was replaced. */
export function useActor(): Holder | null {
  const signer = useSigner();
  const { ledger } = useBooks();
  return signer && ledger ? holderOfKey(ledger, signer.address) : null;
}

/** Units of an offer that can still be ordered. */
export const leftOf = ({ terms, record }: Pick<OfferView, "terms" | "record">): bigint => terms.quantity - (record?.filled ?? 0n);

/** Where an offer stands. */
export type OfferStand = "open" | "waits" | "reached" | "missed" | "takenBack" | "closed" | "soldOut";

/** Where an offer stands now. */
export function standOfOffer(ledger: Ledger, { terms, record, item }: OfferView, now: number): OfferStand {
  if (record?.reachedAt != null) return "reached";
  if (record && isTakenBack(ledger, record)) return "takenBack";
  if (now >= terms.closes) return terms.target > 0n ? "missed" : "closed";
  if (!record && item && missingIn(item).length > 0) return "waits";
  return leftOf({ terms, record }) === 0n ? "soldOut" : "open";
}
