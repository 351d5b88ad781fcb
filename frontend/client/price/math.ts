// Twin of contracts/libraries/SurplusMath.sol, and of how Market ends an order. Amounts in the token's smallest unit.
import type { CostLine, Payment, SurplusParts } from "./types.ts";

/** Every amount of tokens is below this. */
export const MOST_TOKENS = (1n << 112n) - 1n;
const RING = (1n << 192n) - 1n;

/** The numbers by which a surplus is parted. */
export interface SurplusTerms {
  /** Percent of the surplus. */
  readonly reservePercent: number;
  readonly commonsPercent: number;
  /** Percent of the members' part. */
  readonly rebatePercent: number;
  /** Twelfths of the commons' part. */
  readonly commonsTwelfths: number;
}

/** Parts a surplus. Each part is rounded down once, and the reserve has the rest. */
export function splitSurplus(surplus: bigint, terms: SurplusTerms): SurplusParts {
  const ofMembers = (surplus * BigInt(100 - terms.reservePercent - terms.commonsPercent)) / 100n;
  const ofCommons = (surplus * BigInt(terms.commonsPercent)) / 100n;
  const rebate = (ofMembers * BigInt(terms.rebatePercent)) / 100n;
  const commons = (ofCommons * BigInt(terms.commonsTwelfths)) / 12n;
  return { rebate, dividend: ofMembers - rebate, commons, capital: ofCommons - commons, reserve: surplus - ofMembers - ofCommons };
}

/** Divides an amount over shares: what a share gets more (Q64), and what is carried on. `carried`: what earlier divisions left. */
export function divideOver(amount: bigint, carried: bigint, shares: bigint): { step: bigint; left: bigint } {
  const top = (amount << 64n) + carried;
  return { step: top / shares, left: top % shares };
}

/** The accumulator after a step. */
export const advance = (accumulator: bigint, step: bigint): bigint => (accumulator + step) & RING;

/** The debt after shares more that take no part in what was divided until the accumulator stood at `before`. */
export const addDebt = (debt: bigint, shares: bigint, before: bigint): bigint => (debt + shares * before) & RING;

/** What is owed now, rounded down, and the debt once it is paid. */
export function owed(shares: bigint, accumulator: bigint, debt: bigint): { amount: bigint; paid: bigint } {
  const amount = ((shares * accumulator - debt) & RING) >> 64n;
  return { amount, paid: payDebt(debt, amount) };
}

/** The debt once an amount is paid. */
export const payDebt = (debt: bigint, amount: bigint): bigint => (debt + (amount << 64n)) & RING;

/** What the cost lines of one unit come to. */
export const costPerUnit = (costs: readonly Pick<CostLine, "amount">[]): bigint => costs.reduce((sum, { amount }) => sum + amount, 0n);

/** What must be left over of a unit's price at least, rounded up. */
export const leastSurplus = (price: bigint, minSurplusPercent: number): bigint => (price * BigInt(minSurplusPercent) + 99n) / 100n;

/** What is left over of a unit's price. */
export function surplusPerUnit(price: bigint, costs: readonly Pick<CostLine, "amount">[]): bigint {
  const sum = costPerUnit(costs);
  return price > sum ? price - sum : 0n;
}

/** What an order's money became. `back`, `lines` and `surplus` are its price, exactly. */
export interface Ending {
  readonly back: bigint;
  readonly surplus: bigint;
  readonly lines: readonly Payment[];
}

/** Ends an order of which `back` is given back: the rest pays the costs first, in proportion, and what is left over is surplus. */
export function endOrder(price: bigint, costs: readonly CostLine[], quantity: bigint, back: bigint): Ending {
  const kept = price - back;
  const all = costPerUnit(costs) * quantity;
  const surplus = kept > all ? kept - all : 0n;
  const lines = linesOf(costs, quantity, kept);
  // What rounding leaves of the lines is the buyer's.
  return { back: price - surplus - sumOf(lines), surplus, lines };
}

/**
 * The cost lines of an order that ended, from what they got in all. What the contract kept of the price for them is that sum or a
 * little more, less than one unit a line. The lines never fall as it grows, so that whatever gives the same sum gives the same lines.
 */
export function linesFromSum(costs: readonly CostLine[], quantity: bigint, paid: bigint): readonly Payment[] {
  for (let kept = paid; kept <= paid + BigInt(costs.length); kept++) {
    const lines = linesOf(costs, quantity, kept);
    if (sumOf(lines) === paid) return lines;
  }
  throw new RangeError(`no cost lines come to ${paid}`);
}

function linesOf(costs: readonly CostLine[], quantity: bigint, kept: bigint): Payment[] {
  if (kept === 0n) return [];
  const all = costPerUnit(costs) * quantity;
  return costs.map(({ to, flow, amount }) => {
    const line = amount * quantity;
    return { to, flow, amount: kept >= all ? line : (line * kept) / all };
  });
}

const sumOf = (lines: readonly Payment[]): bigint => lines.reduce((sum, { amount }) => sum + amount, 0n);
