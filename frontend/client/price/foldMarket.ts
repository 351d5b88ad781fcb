import { DAY, epochAt } from "../chain/epoch.ts";
import type { EventNamed, EventOf } from "../chain/events.ts";
import type { Holder, MemberId, OfferId, OrderId, ProjectId, RequestId } from "../chain/ids.ts";
import type { PriceDraft } from "./fold.ts";
import { change } from "./foldPurses.ts";
import { sellerKey, soldKey } from "./keys.ts";
import { linesFromSum } from "./math.ts";
import { offerFrom, requestFrom } from "./terms.ts";
import { type EndStage, type Offer, type OfferRecord, type OrderRecord, orderStages, type RequestRecord } from "./types.ts";

/** The longest silence that a vote may ask for, and how long a dispute lasts, in seconds. */
const MOST_SILENCE = 28 * DAY;
export const DISPUTE = 30 * DAY;

/** Adds an event of the market. Offers and orders are replaced, never changed in place. `genesis` in seconds since 1970. */
export function applyToMarket(draft: PriceDraft, event: EventOf<"market">, genesis: number): void {
  switch (event.name) {
    case "OfferOpened":
      return openOffer(draft, event, genesis);
    case "OfferCancelled":
      return changeOffer(draft, event.args.offer, () => ({ cancelledAt: event.at }));
    case "GroupReached":
      return changeOffer(draft, event.args.offer, () => ({ reachedAt: event.at }));
    case "RequestOpened":
      return openRequest(draft, event);
    case "RequestAnswered":
      return answer(draft, event);
    case "RequestCancelled":
      return changeRequest(draft, event.args.request, () => ({ cancelledAt: event.at }));
    case "AllCancelled":
      return void draft.map("rounds").set(event.args.holder.toLowerCase() as Holder, event.args.round);
    case "SellerNamed": {
      const { project, seller, by, named } = event.args;
      return void draft.map("sellers").set(sellerKey(project as ProjectId, seller as MemberId), { named, by: by as MemberId, at: event.at });
    }
    case "OrderFunded":
      return fund(draft, event, genesis);
    default:
      return applyToOrder(draft, event);
  }
}

function applyToOrder(draft: PriceDraft, event: EventOf<"market">): void {
  switch (event.name) {
    case "OrderShipped":
      return changeOrder(draft, event.args.order, () => ({ stage: "shipped", shippedAt: event.at }));
    case "OrderDelivered":
      return changeOrder(draft, event.args.order, () => ({ stage: "delivered", deliveredAt: event.at }));
    case "OrderDisputed": {
      const { by, stage, cause } = event.args;
      const disputed = { by: by.toLowerCase() as Holder, at: event.at, stage: orderStages[stage] as "funded" | "shipped" | "delivered", cause };
      return changeOrder(draft, event.args.order, () => ({ stage: "disputed", dispute: disputed }));
    }
    case "OrderEnded":
      return end(draft, event);
    case "OrderRated": {
      const { stars, comment } = event.args;
      return changeOrder(draft, event.args.order, () => ({ rating: { stars, comment: BigInt(comment) === 0n ? null : comment, at: event.at } }));
    }
  }
}

/** The clocks of a project run until those of the last order run out that its offers can get. */
function openOffer(draft: PriceDraft, event: EventNamed<"market", "OfferOpened">, genesis: number): void {
  const id = event.args.offer as OfferId;
  const [terms, uri] = [offerFrom(event.args.terms), event.args.uri];
  const epoch = 1 + epochAt(genesis, terms.closes + terms.window + MOST_SILENCE + DISPUTE);
  if (epoch > (draft.state.clocksEnd.get(terms.project) ?? 0)) draft.map("clocksEnd").set(terms.project, epoch);
  draft.map("offers").set(id, { id, terms, uri, openedAt: event.at, filled: 0n, orders: [], reachedAt: null, cancelledAt: null, tx: event.tx });
}

function openRequest(draft: PriceDraft, event: EventNamed<"market", "RequestOpened">): void {
  const id = event.args.request as RequestId;
  const { terms, uri } = event.args;
  draft.map("requests").set(id, { id, terms: requestFrom(terms), uri, openedAt: event.at, filled: 0n, orders: [], cancelledAt: null, tx: event.tx });
}

function answer(draft: PriceDraft, event: EventNamed<"market", "RequestAnswered">): void {
  const [request, order] = [event.args.request as RequestId, event.args.order as OrderId];
  changeRequest(draft, request, ({ orders }) => ({ filled: event.args.filled, orders: draft.append(orders, order) }));
  changeOrder(draft, order, () => ({ request }));
}

/** The price leaves the buyer's purse, and is in escrow. */
function fund(draft: PriceDraft, event: EventNamed<"market", "OrderFunded">, genesis: number): void {
  const { quantity, place } = event.args;
  const [id, offer, buyer] = [event.args.order as OrderId, event.args.offer as OfferId, event.args.buyer.toLowerCase() as Holder];
  const terms = draft.state.offers.get(offer)!.terms;
  const price = terms.price * quantity;
  const stage = event.args.stage === 1 ? "pledged" : "funded";
  const fresh = { shippedAt: null, deliveredAt: null, dispute: null, end: null, rating: null, request: null } as const;
  draft.map("orders").set(id, { id, offer, buyer, quantity, place, price, stage, fundedAt: event.at, ...fresh, tx: event.tx });
  changeOffer(draft, offer, ({ filled, orders }) => ({ filled: filled + quantity, orders: draft.append(orders, id) }));
  countSale(draft, terms, price, event.at, genesis);
  change(draft, event, { holder: buyer, token: terms.token }, { is: "escrow", order: id }, -price);
}

function countSale(draft: PriceDraft, { project, token }: Offer, price: bigint, at: number, genesis: number): void {
  const key = soldKey(project, token, epochAt(genesis, at));
  draft.map("sold").set(key, (draft.state.sold.get(key) ?? 0n) + price);
}

/** Lines first, then what the buyer gets back; the surplus is told by the event that follows. */
function end(draft: PriceDraft, event: EventNamed<"market", "OrderEnded">): void {
  const { back, surplus } = event.args;
  const order = draft.state.orders.get(event.args.order as OrderId)!;
  const { costs, token } = draft.state.offers.get(order.offer)!.terms;
  const lines = linesFromSum(costs, order.quantity, order.price - back - surplus);
  const stage = orderStages[event.args.stage] as EndStage;
  changeOrder(draft, order.id, () => ({ stage, end: { stage, at: event.at, back, surplus, lines, parts: null, tx: event.tx } }));
  for (const { to, flow, amount } of lines) change(draft, event, { holder: to, token }, { is: "line", order: order.id, flow }, amount);
  change(draft, event, { holder: order.buyer, token }, { is: "back", order: order.id }, back);
}

function changeOffer(draft: PriceDraft, id: string, how: (offer: OfferRecord) => Partial<OfferRecord>): void {
  const offer = draft.state.offers.get(id as OfferId);
  if (offer) draft.map("offers").set(offer.id, { ...offer, ...how(offer) });
}

function changeRequest(draft: PriceDraft, id: string, how: (request: RequestRecord) => Partial<RequestRecord>): void {
  const request = draft.state.requests.get(id as RequestId);
  if (request) draft.map("requests").set(request.id, { ...request, ...how(request) });
}

function changeOrder(draft: PriceDraft, id: string, how: (order: OrderRecord) => Partial<OrderRecord>): void {
  const order = draft.state.orders.get(id as OrderId);
  if (order) draft.map("orders").set(order.id, { ...order, ...how(order) });
}
