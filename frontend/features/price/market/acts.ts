// The sheets by which offers and requests go on record, are ordered, met and taken back.
import type { Hex } from "viem";
import type { Holder, MemberId, ProjectId } from "#client/chain/ids.ts";
import { epochOf, parameterAt } from "#client/chain/clock.ts";
import type { Ledger } from "#client/ledger.ts";
import type { OfferItem, RequestItem } from "#client/offnet/bundle.ts";
import { offerIn, requestIn, signaturesOf } from "#client/offnet/marketItems.ts";
import { purseOf } from "#client/price/accounts.ts";
import { parseAnswer } from "#client/price/answer.ts";
import { parseCancelAll } from "#client/price/cancelAll.ts";
import { parseCancelOffer } from "#client/price/cancelOffer.ts";
import { parseCancelRequest } from "#client/price/cancelRequest.ts";
import { parseFund } from "#client/price/fund.ts";
import { parseNameSeller } from "#client/price/nameSeller.ts";
import { parseOpenOffer } from "#client/price/openOffer.ts";
import { holderOfMember } from "#client/price/holders.ts";
import { parseOpenRequest } from "#client/price/openRequest.ts";
import { projectWords } from "../../../shared/books/names.ts";
import { type Proposal, propose } from "../../../shared/act/proposal.ts";
import { formatMoney } from "../../../shared/chain/tokens.ts";
import { formatWhole } from "../../../shared/language/numbers.ts";
import { formatMoment, formatSpan } from "../../../shared/language/time.ts";
import type { Both, Language } from "../../../shared/language/words.ts";
import { marketText } from "./text.ts";
import { holderName, nameWords, type OfferView, type RequestView, thingOf } from "./views.ts";

const { zh, en } = marketText;
const both = (say: (t: (typeof marketText)["zh"], language: Language) => string): Both => ({ zh: say(zh, "zh"), en: say(en, "en") });

/** Puts an offer or a request on record; anyone may. */
function putOnRecord(intent: Proposal["intent"], act: Both, name: Both, link: string): void {
  propose({
    title: both((t) => t.openTitle),
    act,
    intent,
    explain: (language) => {
      const t = marketText[language];
      return {
        sentence: t.openSentence(name[language]),
        changes: [{ label: t.openChange, before: t.notYet, after: t.onRecord }],
        terms: [{ label: t.publicLabel, text: t.openPublic }, { label: t.total, text: t.nothingMoves }],
        details: [],
      };
    },
    done: both((t) => t.opened),
    link,
  });
}

/** Opens the sheet that puts an offer on record, with every signature. Errors: InputFault. */
export function proposeOpenOffer(item: OfferItem, link: string): void {
  const name = nameWords(item.uri, item);
  putOnRecord(parseOpenOffer({ offer: offerIn(item), signatures: signaturesOf(item), uri: item.uri }), both((t, language) => t.openOffer(name[language])), name, link);
}

/** Opens the sheet that puts a request on record. Errors: InputFault. */
export function proposeOpenRequest(item: RequestItem, link: string): void {
  const name = nameWords(item.uri, item);
  putOnRecord(parseOpenRequest({ request: requestIn(item), signature: item.signature, uri: item.uri }), both((t, language) => t.openRequest(name[language])), name, link);
}

/** The signatures with which an offer is used: all of them where it is not on record. */
const signaturesFor = ({ item, record }: OfferView, seller: Hex): readonly Hex[] => (record || !item ? [seller] : signaturesOf(item));

/** Opens the sheet of an order, or of a pledge. Errors: InputFault. */
export function proposeFund(ledger: Ledger, offer: OfferView, seller: Hex, quantity: bigint, buyer: Holder, now: number): void {
  const { terms, uri, record } = offer;
  const total = terms.price * quantity;
  const before = purseOf(ledger, buyer, terms.token);
  const group = terms.target > 0n;
  const name = nameWords(uri, terms);
  propose({
    title: both((t) => (group ? t.join : t.fundTitle)),
    act: both((t, language) => t.fundAct(formatWhole(quantity, language), name[language])),
    intent: parseFund({ offer: terms, signatures: signaturesFor(offer, seller), uri: record ? "" : uri, opened: record !== null, quantity }),
    explain: (language) => {
      const t = marketText[language];
      const money = (amount: bigint) => formatMoney(terms.token, amount, language, true);
      const { unit } = thingOf(uri, terms, language);
      const sentence = group ? t.joinSentence : t.fundSentence;
      const silence = parameterAt(ledger, "silenceDays", epochOf(ledger, now)) * 86_400;
      return {
        sentence: sentence(formatWhole(quantity, language), unit, name[language], money(total)),
        changes: [{ label: t.purse, before: money(before), after: money(before - total), sum: `${formatWhole(quantity, language)} × ${money(terms.price)} = ${money(total)}` }],
        terms: [
          ...(group ? [{ label: t.group, text: t.groupIfMissed(formatMoment(terms.closes, language, now)) }] : [{ label: t.shipBy, text: formatMoment(now + terms.window, language, now) }]),
          { label: t.ifNot, text: t.ifNotText },
          { label: t.acceptLabel, text: t.acceptText(formatSpan(silence, language)) },
          { label: t.publicLabel, text: t.publicOrder },
        ],
        details: [{ label: t.itemDigest, text: terms.item, hash: true }],
      };
    },
    done: both((t) => t.funded),
    link: "#/market/orders",
  });
}

/** Opens the sheet that meets a request with an offer. Errors: InputFault. */
export function proposeMeet(request: RequestView, signature: Hex, offer: OfferView, seller: Hex, quantity: bigint): void {
  const name = nameWords(request.uri, request.terms);
  const buyer = holderName(request.terms.buyer);
  propose({
    title: both((t) => t.meetTitle),
    act: both((t, language) => t.meetSentence(formatWhole(quantity, language), buyer[language], name[language])),
    intent: parseAnswer({ offer: offer.terms, signatures: signaturesFor(offer, seller), uri: offer.record ? "" : offer.uri, opened: offer.record !== null, request: request.terms, signature, quantity }),
    explain: (language) => {
      const t = marketText[language];
      return {
        sentence: t.meetSentence(formatWhole(quantity, language), buyer[language], name[language]),
        changes: [{ label: t.held, before: formatMoney(offer.terms.token, 0n, language), after: formatMoney(offer.terms.token, offer.terms.price * quantity, language, true) }],
        terms: [{ label: t.publicLabel, text: t.publicOrder }],
        details: [],
      };
    },
    done: both((t) => t.funded),
    link: `#/market/request/${request.id}`,
  });
}

function takeBack(intent: Proposal["intent"], title: Both, name: Both, link: string): void {
  propose({
    title,
    act: both((t, language) => t.cancelSentence(name[language])),
    intent,
    explain: (language) => ({ sentence: marketText[language].cancelSentence(name[language]), changes: [], terms: [{ label: marketText[language].orders, text: marketText[language].cancelNote }], details: [] }),
    done: both((t) => t.cancelled),
    link,
  });
}

/** Opens the sheet by which the seller takes an offer back. Errors: InputFault. */
export const proposeCancelOffer = ({ id, terms, uri }: OfferView): void => takeBack(parseCancelOffer({ offer: terms }), both((t) => t.takeBack), nameWords(uri, terms), `#/market/offer/${id}`);
/** Opens the sheet by which the buyer takes a request back. Errors: InputFault. */
export const proposeCancelRequest = ({ id, terms, uri }: RequestView): void => takeBack(parseCancelRequest({ request: terms }), both((t) => t.takeBackRequest), nameWords(uri, terms), `#/market/request/${id}`);

/** Opens the sheet by which the reader takes back whatever he offered or asked for. Errors: InputFault. */
export function proposeCancelAll(): void {
  propose({
    title: both((t) => t.cancelAll),
    act: both((t) => t.cancelAll),
    intent: parseCancelAll(),
    explain: (language) => {
      const t = marketText[language];
      return {
        sentence: t.cancelAllSentence,
        changes: [{ label: t.cancelAllChange, before: t.cancelAllBefore, after: t.cancelAllAfter }],
        terms: [{ label: t.orders, text: t.cancelAllOrders }],
        details: [],
      };
    },
    done: both((t) => t.cancelAllDone),
    link: "#/market/orders",
  });
}

/** Opens the sheet by which a steward names a seller of a project, or names him no more. Errors: InputFault. */
export function proposeSeller(project: ProjectId, seller: MemberId, named: boolean): void {
  propose({
    title: both((t) => (named ? t.nameSeller : t.unnameSeller)),
    act: both((t) => (named ? t.nameSeller : t.unnameSeller)),
    intent: parseNameSeller({ project, seller, named }),
    explain: (language) => {
      const t = marketText[language];
      return {
        sentence: t.sellerSentence(holderName(holderOfMember(seller))[language], projectWords(project)[language], named),
        changes: [{ label: t.maySell, before: named ? t.no : t.yes, after: named ? t.yes : t.no }],
        terms: [{ label: t.total, text: t.nothingMoves }],
        details: [],
      };
    },
    done: both((t) => (named ? t.sellerNamed : t.sellerUnnamed)),
    link: "#/market/sell",
  });
}
