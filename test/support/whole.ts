// Whether all the money that is held is somewhere, to the smallest unit.
import { expect } from "chai";
import type { Trade } from "./trade.ts";

/** Where the money of one token lies, in its smallest unit. */
export interface Whereabouts {
  readonly purses: bigint;
  /** The prices of the orders and pledges that have not ended. */
  readonly escrow: bigint;
  /** What arrived and is not divided yet, of all projects. */
  readonly arrived: bigint;
  /** Dividends that were divided over shares and not drawn, with what rounding keeps back of them. */
  readonly dividends: bigint;
  readonly reserves: bigint;
  readonly pockets: bigint;
  /** Guarantee capital that was not pulled; what was lies in the purse of the commons. */
  readonly capital: bigint;
}

const LAST_UNDER_WAY = 5n;
const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((total, amount) => total + amount, 0n);
const ofMember = (id: bigint): string => `0x${id.toString(16).padStart(40, "0")}`;

/** Sums up what a token's purses, orders and books hold. Whose purses there are is read from the log, what they hold from the contracts. */
export async function whereabouts(trade: Trade, token: string = trade.address): Promise<Whereabouts> {
  const [purses, escrow, books, dividends, capital] = await Promise.all([inPurses(trade, token), inEscrow(trade, token), inBooks(trade, token), undrawn(trade, token), trade.pool.capitalOf(token)]);
  return { purses, escrow, ...books, dividends, capital };
}

/** Expects that what is held is all of this, and that the token says the same of the contract's balance. */
export async function isWhole(trade: Trade): Promise<Whereabouts> {
  const parts = await whereabouts(trade);
  const { held } = await trade.pool.tokenOf(trade.address);
  expect(sum(Object.values(parts)), "what is held is somewhere").to.equal(held);
  expect(await trade.token.balanceOf(trade.pool), "what is held is here").to.equal(held);
  return parts;
}

async function inPurses({ market, pool, commons }: Trade, token: string): Promise<bigint> {
  const [deposits, adopted, offers, orders, spent, drawn] = await Promise.all([
    pool.queryFilter(pool.filters.Deposited()), pool.queryFilter(pool.filters.Adopted()), market.queryFilter(market.filters.OfferOpened()),
    market.queryFilter(market.filters.OrderFunded()), pool.queryFilter(pool.filters.ReserveSpent()), pool.queryFilter(pool.filters.DividendDrawn()),
  ]);
  const holders = new Set<string>([
    await commons.getAddress(),
    ...deposits.map(({ args }) => args.holder), ...adopted.flatMap(({ args }) => [args.former, args.holder]), ...offers.flatMap(({ args }) => args.terms.costs.map(({ to }) => to)),
    ...orders.map(({ args }) => args.buyer), ...spent.map(({ args }) => args.to), ...drawn.filter(({ args }) => args.member !== 0n).map(({ args }) => ofMember(args.member)),
  ].map((holder) => holder.toLowerCase()));
  return sum(await Promise.all([...holders].map((holder) => pool.purseOf(holder, token))));
}

async function inEscrow({ market }: Trade, token: string): Promise<bigint> {
  const [offers, orders] = await Promise.all([market.queryFilter(market.filters.OfferOpened()), market.queryFilter(market.filters.OrderFunded())]);
  const terms = new Map(offers.map(({ args }) => [args.offer, args.terms]));
  const prices = orders.map(async ({ args: { order, offer, quantity } }) => {
    const { price, token: paid } = terms.get(offer)!;
    const { stage } = await market.orderOf(order);
    return paid === token && stage <= LAST_UNDER_WAY ? price * quantity : 0n;
  });
  return sum(await Promise.all(prices));
}

async function inBooks({ coop, pool }: Trade, token: string): Promise<Pick<Whereabouts, "arrived" | "reserves" | "pockets">> {
  const [count, epoch] = await Promise.all([coop.projects.projectCount(), coop.epoch()]);
  const books = await Promise.all(Array.from({ length: Number(count) }, async (_, project) => {
    const { through, reserve, pocket } = await pool.accountOf(project, token);
    const open = Array.from({ length: epoch + 1 - Number(through) }, (_, place) => Number(through) + place);
    const arrivals = await Promise.all(open.map((number) => pool.arrivedIn(project, token, number)));
    return { arrived: sum(arrivals.flatMap(({ dividend, reserve }) => [dividend, reserve])), reserve, pocket };
  }));
  return { arrived: sum(books.map(({ arrived }) => arrived)), reserves: sum(books.map(({ reserve }) => reserve)), pockets: sum(books.map(({ pocket }) => pocket)) };
}

async function undrawn({ pool }: Trade, token: string): Promise<bigint> {
  const [divided, drawn, paidOut] = await Promise.all([
    pool.queryFilter(pool.filters.SurplusDivided(undefined, token)), pool.queryFilter(pool.filters.DividendDrawn(undefined, token)), pool.queryFilter(pool.filters.DividendPaidOut(undefined, token)),
  ]);
  return sum(divided.filter(({ args }) => args.shares !== 0n).map(({ args }) => args.dividend)) - sum([...drawn, ...paidOut].map(({ args }) => args.amount));
}
