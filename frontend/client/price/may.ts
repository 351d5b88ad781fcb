import { epochOf } from "../chain/clock.ts";
import { COOPERATIVE, type Holder, type MemberId, type ProjectId, type Token } from "../chain/ids.ts";
import { isGone } from "../people/fold.ts";
import { LONGEST } from "../people/signing.ts";
import { charterIn, isOpenIn, projectOf } from "../work/charters.ts";
import { accountOf, dividable, isNamedSeller, purseOf, reserveGoneFrom, salesLeft } from "./accounts.ts";
import { misfit } from "./fit.ts";
import type { PriceBooks } from "./fold.ts";
import { canonical, holderOfMember, NO_ONE } from "./holders.ts";
import { leastSurplus, surplusPerUnit } from "./math.ts";
import { clocksOf, isTakenBack, nextSteps, type OrderAct, partiesOf, stageOfOrder } from "./orders.ts";
import type { Offer, OfferRecord, OrderRecord, Request, RequestRecord } from "./types.ts";

/** What stands in the way of an act, as the contract would refuse it; the names are those of its errors. */
export type PriceObstacle =
  | "TokenNotListed"
  | "AmountOutOfBounds"
  | "PurseTooSmall"
  | "CooperativeSellsNothing"
  | "ProjectNotSelling"
  | "NotSellerOf"
  | "NotStewardOf"
  | "NotActive"
  | "SellerNamedAlready"
  | "SurplusTooSmall"
  | "TakenBack"
  | "OfferClosed"
  | "SignatureExpired"
  | "SignatureTooLong"
  | "QuantityOutOfBounds"
  | "SalesCapReached"
  | "GroupIsReached"
  | "AboveBuyersMost"
  | "DoesNotFit"
  | "HolderDidNotSign"
  | "NotYourOrder"
  | "OrderStands"
  | "OrderTooEarly"
  | "PledgesBind"
  | "RatingRefused"
  | "ShippingOver"
  | "NothingToDivide"
  | "NeverAKey"
  | "ReserveStays"
  | "DivideFirst";

/** What stands in the way of putting tokens into a purse; null: nothing that the books know. */
export const depositObstacle = ({ price }: PriceBooks, token: Token): PriceObstacle | null => (price.tokens.get(token)?.listed ? null : "TokenNotListed");

/** What stands in the way of paying tokens of a purse out; null: nothing. */
export function withdrawObstacle(books: PriceBooks, holder: Holder, token: Token, amount: bigint): PriceObstacle | null {
  if (amount <= 0n) return "AmountOutOfBounds";
  return purseOf(books, holder, token) < amount ? "PurseTooSmall" : null;
}

/** What stands in the way of using an offer, whoever orders; null: nothing. Signatures are not looked at. */
export function offerObstacle(books: PriceBooks, offer: Offer, now: number, record?: OfferRecord): PriceObstacle | null {
  const { project, seller, round, closes, price, costs, keyEpoch } = offer;
  if (project === COOPERATIVE) return "CooperativeSellsNothing";
  const found = books.work.projects.get(project);
  const epoch = epochOf(books, now);
  if (!found || epoch < found.fromEpoch || !isOpenIn(found, epoch)) return "ProjectNotSelling";
  if (!found.stewards.includes(seller) && !isNamedSeller(books, project, seller)) return "NotSellerOf";
  if (surplusPerUnit(price, costs) < leastSurplus(price, charterIn(found, epoch).minSurplus)) return "SurplusTooSmall";
  if (record?.cancelledAt != null || round !== (books.price.rounds.get(holderOfMember(seller)) ?? 0)) return "TakenBack";
  if (keyEpoch !== books.people.members.get(seller)?.keyEpoch) return "HolderDidNotSign";
  // Its first use must come before it closes, and not too long before.
  if (!record && now > closes) return "SignatureExpired";
  if (!record && closes > now + LONGEST) return "SignatureTooLong";
  return now >= closes ? "OfferClosed" : null;
}

/** What stands in the way of ordering, or pledging, so many units; null: nothing. */
export function fundObstacle(books: PriceBooks, offer: Offer, buyer: Holder, quantity: bigint, now: number, record?: OfferRecord): PriceObstacle | null {
  const obstacle = offerObstacle(books, offer, now, record);
  if (obstacle) return obstacle;
  if (quantity <= 0n || quantity > offer.quantity - (record?.filled ?? 0n)) return "QuantityOutOfBounds";
  const price = offer.price * quantity;
  const left = salesLeft(books, offer.project, offer.token, now);
  if (left !== null && price > left) return "SalesCapReached";
  if (offer.target > 0n) {
    if (record?.reachedAt != null) return "GroupIsReached";
    if (pledgedBy(books, buyer, record) + quantity > offer.most) return "AboveBuyersMost";
  }
  if (depositObstacle(books, offer.token)) return "TokenNotListed";
  return purseOf(books, buyer, offer.token) < price ? "PurseTooSmall" : null;
}

/** Units that a buyer pledged to a group buy; those that were taken back are among them. */
export function pledgedBy({ price }: PriceBooks, buyer: Holder, record: OfferRecord | undefined): bigint {
  const orders = (record?.orders ?? []).map((id) => price.orders.get(id)!);
  return orders.filter((order) => order.buyer === buyer).reduce((sum, { quantity }) => sum + quantity, 0n);
}

/** What stands in the way of meeting a request with so many units of an offer; null: nothing. */
export function answerObstacle(books: PriceBooks, offer: Offer, request: Request, quantity: bigint, now: number, records: { offer?: OfferRecord; request?: RequestRecord } = {}): PriceObstacle | null {
  if (records.request?.cancelledAt != null || request.round !== (books.price.rounds.get(canonical(books, request.buyer)) ?? 0)) return "TakenBack";
  if (misfit(offer, request) !== 0) return "DoesNotFit";
  if (now >= request.closes) return "OfferClosed";
  if (quantity > request.quantity - (records.request?.filled ?? 0n)) return "QuantityOutOfBounds";
  return fundObstacle(books, offer, request.buyer, quantity, now, records.offer);
}

/** What stands in the way of an act on an order; null: nothing. */
export function orderObstacle(books: PriceBooks, order: OrderRecord, act: OrderAct, holder: Holder, now: number): PriceObstacle | null {
  const found = nextSteps(books, order, holder, now).find((step) => step.act === act);
  if (found?.from === null) return null;
  if (!isPartyTo(books, order, act, holder)) return "NotYourOrder";
  const stage = stageOfOrder(books, order);
  if (found) return stage === "pledged" ? "PledgesBind" : "OrderTooEarly";
  const { due } = clocksOf(books, order);
  if (act === "ship" && stage === "funded" && due !== null && now >= due) return "ShippingOver";
  return act === "rate" && order.rating !== null ? "RatingRefused" : "OrderStands";
}

/** Whether the act is one of what the holder is to the order. */
function isPartyTo(books: PriceBooks, order: OrderRecord, act: OrderAct, holder: Holder): boolean {
  const { buyer, seller, beneficiary, arbiter } = partiesOf(books, order, holder);
  if (act === "ship") return seller;
  if (act === "deliver" || act === "accept" || act === "rate") return buyer;
  if (act === "arbitrate") return arbiter;
  return buyer || seller || ((act === "acceptBySilence" || act === "endDispute") && beneficiary);
}

/** Whether the arbiter of an offer gains by it: the seller, or whom a cost line pays. What a buyer should see before ordering. */
export function arbiterIsPaid(books: PriceBooks, { arbiter, seller, costs }: Offer): boolean {
  if (arbiter === NO_ONE) return false;
  const judge = canonical(books, arbiter);
  return judge === holderOfMember(seller) || costs.some(({ to }) => canonical(books, to) === judge);
}

/** What stands in the way of a holder's taking back an offer; null: nothing. */
export function cancelOfferObstacle(offer: OfferRecord, holder: Holder): PriceObstacle | null {
  if (holderOfMember(offer.terms.seller) !== holder) return "NotYourOrder";
  if (offer.reachedAt !== null) return "GroupIsReached";
  return offer.cancelledAt === null ? null : "TakenBack";
}

/** What stands in the way of a holder's taking back a request; null: nothing. */
export function cancelRequestObstacle(books: PriceBooks, request: RequestRecord, holder: Holder): PriceObstacle | null {
  if (canonical(books, request.terms.buyer) !== holder) return "NotYourOrder";
  return request.cancelledAt === null ? null : "TakenBack";
}

/** What stands in the way of a steward's naming a seller, or naming him no more; null: nothing. */
export function nameSellerObstacle(books: PriceBooks, project: ProjectId, seller: MemberId, named: boolean, by: MemberId): PriceObstacle | null {
  if (isGone(books, by)) return "NotActive";
  if (!projectOf(books, project).stewards.includes(by)) return "NotStewardOf";
  return isNamedSeller(books, project, seller) === named ? "SellerNamedAlready" : null;
}

/** What stands in the way of a division; null: nothing. */
export const divideObstacle = (books: PriceBooks, project: ProjectId, token: Token, now: number): PriceObstacle | null => (dividable(books, project, token, now).length === 0 ? "NothingToDivide" : null);

/** What stands in the way of moving an address's purse to the member whose key it is or was; null: nothing. */
export const adoptObstacle = (books: PriceBooks, former: Holder): PriceObstacle | null => (former === NO_ONE || canonical(books, former) === former ? "NeverAKey" : null);

/** What stands in the way of sweeping a closed project's reserve into the commons; null: nothing. */
export function sweepObstacle(books: PriceBooks, project: ProjectId, token: Token, now: number): PriceObstacle | null {
  const from = reserveGoneFrom(books, project);
  if (from === null || now < from) return "ReserveStays";
  const due = accountOf(books, project, token).arrivals.filter(({ epoch }) => epoch + 2 <= epochOf(books, now)).length;
  return due > Math.min(dividable(books, project, token, now).length, 8) ? "DivideFirst" : null;
}

/** Offers on record that can be ordered from now, whoever orders. */
export const openOffers = (books: PriceBooks, now: number): OfferRecord[] =>
  [...books.price.offers.values()].filter((offer) => offer.filled < offer.terms.quantity && offer.reachedAt === null && !isTakenBack(books, offer) && offerObstacle(books, offer.terms, now, offer) === null);

/** Requests on record that can be met now, in part or whole. */
export const openRequests = (books: PriceBooks, now: number): RequestRecord[] =>
  [...books.price.requests.values()].filter(
    ({ terms, filled, cancelledAt }) => filled < terms.quantity && cancelledAt === null && now < terms.closes && terms.round === (books.price.rounds.get(canonical(books, terms.buyer)) ?? 0),
  );
