// The words of buying and selling as the model of price keeps them. Amounts are bigint in a token's smallest unit, times seconds.

/** A purse: a member's number, or an address that was no member's when it was named. */
export type Holder = number | string;
/** No purse. */
export const NO_ONE: Holder = 0;

/** A cost of each unit. */
export interface CostLine {
  readonly to: Holder;
  readonly keyEpoch: number;
  readonly flow: number;
  readonly amount: bigint;
}

/** What a seller offers. Never changed in place: an offer that differs in anything is another. */
export interface Offer {
  readonly project: number;
  readonly seller: number;
  readonly keyEpoch: number;
  readonly token: string;
  readonly flow: number;
  readonly schema: string;
  readonly item: string;
  readonly price: bigint;
  readonly costs: readonly CostLine[];
  readonly quantity: bigint;
  readonly closes: number;
  readonly window: number;
  readonly arbiter: Holder;
  readonly target: bigint;
  readonly most: bigint;
  readonly round: number;
  readonly salt: bigint;
}

/** What a buyer asks for. */
export interface Request {
  readonly buyer: Holder;
  readonly keyEpoch: number;
  readonly project: number;
  readonly token: string;
  readonly flow: number;
  readonly schema: string;
  readonly item: string;
  readonly price: bigint;
  readonly quantity: bigint;
  readonly closes: number;
  readonly window: number;
  readonly arbiter: Holder;
  readonly round: number;
  readonly salt: bigint;
}

/** An order, named by all its terms. */
export interface Order {
  readonly offer: Offer;
  readonly buyer: Holder;
  readonly quantity: bigint;
  readonly place: number;
}

/** The contracts' names, in their order. */
export const ORDER_STAGES = [
  "None",
  "Pledged",
  "Funded",
  "Shipped",
  "Delivered",
  "Disputed",
  "Accepted",
  "Refunded",
  "Split",
] as const;
export type OrderStage = (typeof ORDER_STAGES)[number];

const texts = new WeakMap<object, string>();
/** All words of something as one text: two that say the same have the same. */
export function nameOf(thing: Offer | Request | Order): string {
  const known =
    texts.get(thing) ??
    JSON.stringify(thing, (_, value: unknown) => (typeof value === "bigint" ? String(value) : value));
  texts.set(thing, known);
  return known;
}

/** What the cost lines of one unit come to. */
export const costOfUnit = ({ costs }: Offer): bigint => costs.reduce((sum, { amount }) => sum + amount, 0n);
export const priceOf = ({ offer, quantity }: Order): bigint => offer.price * quantity;
