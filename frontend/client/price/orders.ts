// Where an order stands and when its clocks run out. Times in seconds since 1970.
import { parameterAt } from "../chain/clock.ts";
import { DAY, epochAt } from "../chain/epoch.ts";
import type { Holder, MemberId } from "../chain/ids.ts";
import type { PriceBooks } from "./fold.ts";
import { DISPUTE } from "./foldMarket.ts";
import { canonical, holderOfMember, NO_ONE } from "./holders.ts";
import { costPerUnit, endOrder, type Ending } from "./math.ts";
import type { OfferRecord, Order, OrderRecord, OrderStage } from "./types.ts";

/** The offer of an order. */
export const offerOfOrder = ({ price }: PriceBooks, order: OrderRecord): OfferRecord => price.offers.get(order.offer)!;

/** Whether its seller took an offer back, alone or with all others. */
export const isTakenBack = ({ price }: PriceBooks, { terms, cancelledAt }: OfferRecord): boolean =>
  cancelledAt !== null || terms.round !== (price.rounds.get(holderOfMember(terms.seller)) ?? 0);

/** The order as everyone names it to the market. */
export const orderTerms = (books: PriceBooks, order: OrderRecord): Order => ({ offer: offerOfOrder(books, order).terms, buyer: order.buyer, quantity: order.quantity, place: order.place });

/** Where an order stands: a pledge of a group buy that was reached is funded, by nobody's call. */
export function stageOfOrder(books: PriceBooks, order: OrderRecord): OrderStage {
  return order.stage === "pledged" && offerOfOrder(books, order).reachedAt !== null ? "funded" : order.stage;
}

/** The clocks of an order; null for one that does not run. */
export interface OrderClocks {
  /** Until when it may be shipped, exclusive; from then on the buyer may take the price back. Of a pledge that waits: null. */
  readonly due: number | null;
  /** From when on silence accepts what was shipped. */
  readonly silence: number | null;
  /** From when on a dispute ends by its stage. */
  readonly disputeEnds: number | null;
  /** Of a pledge that waits: until when the group buy may be reached. */
  readonly pledgeEnds: number | null;
}

/** When the clocks of an order run out. */
export function clocksOf(books: PriceBooks, order: OrderRecord): OrderClocks {
  const { terms, reachedAt } = offerOfOrder(books, order);
  const from = terms.target === 0n ? order.fundedAt : reachedAt;
  const due = from === null ? null : from + terms.window;
  const days = from === null ? 0 : parameterAt(books, "silenceDays", epochAt(books.clock.genesis, from));
  return {
    due,
    silence: due === null ? null : due + days * DAY,
    disputeEnds: order.stage === "disputed" ? order.dispute!.at + DISPUTE : null,
    pledgeEnds: from === null ? terms.closes : null,
  };
}

/** What somebody is to an order. One may be several. */
export interface Parties {
  readonly buyer: boolean;
  readonly seller: boolean;
  readonly beneficiary: boolean;
  readonly arbiter: boolean;
}

/** What a holder is to an order. */
export function partiesOf(books: PriceBooks, order: OrderRecord, holder: Holder): Parties {
  const { terms } = offerOfOrder(books, order);
  return {
    buyer: canonical(books, order.buyer) === holder,
    seller: holderOfMember(terms.seller) === holder,
    beneficiary: terms.costs.some(({ to }) => canonical(books, to) === holder),
    arbiter: terms.arbiter !== NO_ONE && canonical(books, terms.arbiter) === holder,
  };
}

/** What can be done with an order. */
export const orderActs = ["ship", "deliver", "accept", "acceptBySilence", "refund", "dispute", "split", "arbitrate", "endDispute", "rate"] as const;
export type OrderAct = (typeof orderActs)[number];

/** An act that is open to somebody: from a moment on, or until one. */
export interface Step {
  readonly act: OrderAct;
  /** From when on; null: now. */
  readonly from: number | null;
  /** Until when, exclusive; null: as long as the order stands so. */
  readonly until: number | null;
}

const shippedStages: readonly OrderStage[] = ["shipped", "delivered"];

/** What a holder can do with an order now, and from when on what else, if nothing happens before. What is past is left out. */
export function nextSteps(books: PriceBooks, order: OrderRecord, holder: Holder, now: number): Step[] {
  const parties = partiesOf(books, order, holder);
  const stage = stageOfOrder(books, order);
  const steps = [...stepsOfSeller(books, order, stage, parties), ...stepsOfBuyer(books, order, stage, parties), ...stepsOfAny(books, order, stage, parties)];
  const first = new Map<OrderAct, Step>();
  for (const step of steps) {
    const known = first.get(step.act);
    if (!known || (step.from ?? 0) < (known.from ?? 0)) first.set(step.act, step);
  }
  const open = [...first.values()].filter(({ until }) => until === null || now < until);
  return open.map((step) => (step.from !== null && step.from <= now ? { ...step, from: null } : step));
}

const step = (act: OrderAct, from: number | null = null, until: number | null = null): Step => ({ act, from, until });

function stepsOfSeller(books: PriceBooks, order: OrderRecord, stage: OrderStage, { seller }: Parties): Step[] {
  if (!seller) return [];
  const { due } = clocksOf(books, order);
  if (stage === "pledged") return [pledgeRefund(books, order)];
  if (stage === "funded") return [step("ship", null, due), step("refund"), step("dispute"), step("split")];
  if (shippedStages.includes(stage)) return [step("dispute"), step("split")];
  if (stage !== "disputed") return [];
  return order.dispute!.stage === "funded" ? [step("refund"), step("split")] : [step("split")];
}

function stepsOfBuyer(books: PriceBooks, order: OrderRecord, stage: OrderStage, { buyer }: Parties): Step[] {
  if (!buyer) return [];
  if (stage === "pledged") return [pledgeRefund(books, order)];
  if (stage === "funded") return [step("refund", clocksOf(books, order).due), step("dispute"), step("split")];
  if (stage === "shipped") return [step("deliver"), step("accept"), step("dispute"), step("split")];
  if (stage === "delivered") return [step("accept"), step("dispute"), step("split")];
  if (stage === "disputed") return [step("accept"), step("split")];
  return stage === "accepted" && order.rating === null ? [step("rate")] : [];
}

function stepsOfAny(books: PriceBooks, order: OrderRecord, stage: OrderStage, { buyer, seller, beneficiary, arbiter }: Parties): Step[] {
  const { silence, disputeEnds } = clocksOf(books, order);
  const arbitrate = arbiter && stage === "disputed" ? [step("arbitrate")] : [];
  if (!buyer && !seller && !beneficiary) return arbitrate;
  if (shippedStages.includes(stage)) return [step("acceptBySilence", silence)];
  return stage === "disputed" ? [...arbitrate, step("endDispute", disputeEnds)] : arbitrate;
}

/** A pledge binds until its group buy closes, unless the seller took the offer back. */
function pledgeRefund(books: PriceBooks, order: OrderRecord): Step {
  const offer = offerOfOrder(books, order);
  return step("refund", isTakenBack(books, offer) ? null : offer.terms.closes);
}

/** How a dispute would end by the stage it began in; null for an order that is not disputed. Twin of Market.endDispute. */
export function endByStage(books: PriceBooks, order: OrderRecord): Ending | null {
  if (order.stage !== "disputed" || !order.dispute) return null;
  const { costs } = offerOfOrder(books, order).terms;
  const half = (costPerUnit(costs) * order.quantity) / 2n;
  const back = { funded: order.price, shipped: order.price - half, delivered: 0n }[order.dispute.stage];
  return endOrder(order.price, costs, order.quantity, back);
}

/** A member's orders, as buyer, seller, beneficiary or arbiter, newest first. */
export function ordersOf(books: PriceBooks, holder: Holder): OrderRecord[] {
  const mine = [...books.price.orders.values()].filter((order) => Object.values(partiesOf(books, order, holder)).some(Boolean));
  return mine.toReversed();
}

/** Orders of a seller that are under way. */
export const openOrdersOf = (books: PriceBooks, seller: MemberId): OrderRecord[] =>
  [...books.price.orders.values()].filter((order) => order.end === null && offerOfOrder(books, order).terms.seller === seller);
