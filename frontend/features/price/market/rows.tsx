import type { Holder } from "#client/chain/ids.ts";
import { DAY } from "#client/chain/epoch.ts";
import { medianDelivery, ratingOf } from "#client/price/industry.ts";
import { memberOfHolder } from "#client/price/holders.ts";
import { offerOfOrder, stageOfOrder } from "#client/price/orders.ts";
import type { OrderRecord } from "#client/price/types.ts";
import { orderStageWords } from "#client/price/words.ts";
import { useLedger } from "../../../shared/books/books.ts";
import { memberWords, projectWords } from "../../../shared/books/names.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { formatWhole } from "../../../shared/language/numbers.ts";
import { formatSpan } from "../../../shared/language/time.ts";
import { Address } from "../../../shared/parts/Address.tsx";
import { Deadline } from "../../../shared/parts/Deadline.tsx";
import { Money } from "../../../shared/parts/Money.tsx";
import { LinkRow } from "../../../shared/parts/Row.tsx";
import { MemberName } from "../../people/MemberName.tsx";
import { marketText } from "./text.ts";
import { holderName, leftOf, type OfferView, type RequestView, standOfOffer, thingOf } from "./views.ts";

const joined = (parts: readonly (string | false | null)[]): string => parts.filter(Boolean).join(" · ");

/** Whose purse it is: a member by name, else the address. */
export function HolderName({ holder, link = true }: { holder: Holder; link?: boolean }) {
  const id = memberOfHolder(holder);
  return id === 0 ? <Address address={holder} /> : <MemberName id={id} link={link} />;
}

/** How the orders of a project went, in a few words; empty where none is finished. */
export function useDealings(project: number): string {
  const { ledger } = useLedger();
  const t = useWords(marketText);
  const language = useLanguage();
  const rating = ratingOf(ledger, project as never);
  const median = medianDelivery(ledger, [project as never]);
  return joined([rating.mean !== null && t.stars(rating.mean.toFixed(1), rating.count), median !== null && t.medianDays(formatSpan(median, language))]);
}

/** An offer in a list: what, who, how fast, how much. */
export function OfferRow({ offer }: { offer: OfferView }) {
  const { ledger, now } = useLedger();
  const t = useWords(marketText);
  const language = useLanguage();
  const { terms, record } = offer;
  const thing = thingOf(offer.uri, terms, language);
  const stand = standOfOffer(ledger, offer, now);
  const filled = record?.filled ?? 0n;
  const dealings = useDealings(terms.project);
  const group = terms.target > 0n && joined([t.pledged(formatWhole(filled, language), formatWhole(terms.target, language)), stand === "open" && filled < terms.target && t.needed(formatWhole(terms.target - filled, language))]);
  const state = { open: null, waits: t.states.waits, reached: t.reachedWord, missed: t.missedWord, takenBack: t.takenBackWord, closed: t.closedWord, soldOut: t.soldOut }[stand];
  return (
    <LinkRow
      href={`#/market/offer/${offer.id}`}
      title={<span className="font-semibold">{thing.name}</span>}
      note={
        <>
          <span className="block">{t.sells(memberWords(terms.seller)[language], projectWords(terms.project)[language])}</span>
          <span className="block">{joined([state, group || (stand === "open" && t.left(formatWhole(leftOf(offer), language), thing.unit)), t.ships(formatSpan(terms.window, language))])}</span>
          {dealings && <span className="block">{dealings}</span>}
          {terms.target > 0n && stand === "open" && <Deadline at={terms.closes} />}
        </>
      }
      end={<Each token={terms.token} amount={terms.price} unit={thing.unit} />}
    />
  );
}

/** The price of one. */
export function Each({ token, amount, unit, most }: { token: OfferView["terms"]["token"]; amount: bigint; unit: string; most?: boolean }) {
  const t = useWords(marketText);
  return (
    <span className="max-w-[42%] text-end">
      {most && <span className="block text-sm text-ink-2">{t.atMost}</span>}
      <Money token={token} amount={amount} size="row" />
      <span className="block text-sm text-ink-2">{t.perUnit(unit)}</span>
    </span>
  );
}

/** A request in a list. */
export function RequestRow({ request }: { request: RequestView }) {
  const t = useWords(marketText);
  const language = useLanguage();
  const { terms, record } = request;
  const thing = thingOf(request.uri, terms, language);
  return (
    <LinkRow
      href={`#/market/request/${request.id}`}
      title={<span className="font-semibold">{thing.name}</span>}
      note={
        <>
          <span className="block">{joined([holderName(terms.buyer)[language], terms.project !== 0 && projectWords(terms.project)[language]])}</span>
          <span className="block">{joined([t.wants(formatWhole(terms.quantity - (record?.filled ?? 0n), language), thing.unit), t.ships(formatSpan(terms.window, language))])}</span>
          <Deadline at={terms.closes} />
        </>
      }
      end={<Each token={terms.token} amount={terms.price} unit={thing.unit} most />}
    />
  );
}

/** An order in a list: what, where it stands, how much. */
export function OrderRow({ order, note }: { order: OrderRecord; note?: string }) {
  const { ledger } = useLedger();
  const language = useLanguage();
  const { terms, uri } = offerOfOrder(ledger, order);
  const thing = thingOf(uri, terms, language);
  return (
    <LinkRow
      href={`#/market/order/${order.id}`}
      title={<span className="font-semibold">{thing.name} <span className="keep num font-normal">× {formatWhole(order.quantity, language)}</span></span>}
      note={<>{orderStageWords[stageOfOrder(ledger, order)][language]}{note && <span className="block">{note}</span>}</>}
      end={<Money token={terms.token} amount={order.price} size="row" />}
    />
  );
}

/** A length of days for sentences. */
export const daysOf = (seconds: number): number => Math.round(seconds / DAY);
