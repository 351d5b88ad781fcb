import type { Holder, OrderId } from "#client/chain/ids.ts";
import type { Ledger } from "#client/ledger.ts";
import { canonical, memberOfHolder } from "#client/price/holders.ts";
import { readItem } from "#client/price/item.ts";
import { offerOfOrder } from "#client/price/orders.ts";
import type { OfferRecord, OrderRecord } from "#client/price/types.ts";
import { flowWords } from "#client/price/words.ts";
import { memberWords } from "../../../shared/books/names.ts";
import type { Language } from "../../../shared/language/words.ts";
import { shortHex } from "../../../shared/parts/Address.tsx";

/** What an offer is of, where its address holds the words; else what flows. Anybody's words: text only. */
export const offerTitle = ({ uri, terms }: OfferRecord, language: Language): string => readItem(uri, terms.item)?.name ?? flowWords[terms.flow][language];

/** What was ordered, and how much: 新米 × 2. Anybody's words: text only. */
export function orderTitle(ledger: Ledger, order: OrderRecord, language: Language): string {
  return `${offerTitle(offerOfOrder(ledger, order), language)} × ${order.quantity}`;
}

/** Where an order has its page. */
export const orderLink = (order: OrderId): string => `#/market/order/${order}`;

/** A member's name, or an address that is no member's, shortened. */
export function holderWords(ledger: Ledger, holder: Holder, language: Language): string {
  const known = canonical(ledger, holder);
  const member = memberOfHolder(known);
  return member === 0 ? shortHex(known) : memberWords(member)[language];
}
