// Twin of the rules in contracts/work/Attesting.sol: who is asked, how many, and what an answer costs. Value in micro-units.

/** Below this many enrolled, an enrolment counts at once; budgets are as if so many were enrolled. */
export const FEW = 10;
/** From this many enrolled on, a pair spends a fifth of a budget at most. */
export const PAIRS_FROM = 12;
/** A member attests in so many projects at most. */
export const MOST_PROJECTS = 3;
export const BATCH_TIER = 7;
export const BINDING_TIER = 3;

/** Answers by size: 2, 3 or 5, by the largest running total of any contributor, this record included. */
export function tierOf(total: bigint, budget: bigint): number {
  if (total * 1000n <= budget) return 2;
  return total * 100n <= budget ? 3 : 5;
}

/** Answers needed: min(tier, max(2, half of the free)), never more than the free; 0 where nobody is free. */
export function neededOf(tier: number, free: number): number {
  return Math.min(tier, Math.max(2, Math.floor(free / 2)), free);
}

/** What one of `needed` answers consumes of an attester's budget: 5/n of the claimed value, rounded up. */
export const costOf = (value: bigint, needed: number): bigint => (5n * value + BigInt(needed) - 1n) / BigInt(needed);

/** An attester's budget A for an epoch: 7.5 · B / max(10, enrolled). */
export const attesterLimit = (budget: bigint, enrolled: number): bigint => (budget * 15n) / (2n * BigInt(Math.max(FEW, enrolled)));

/** What two members may spend on each other in an epoch; null where so few are enrolled that there is no limit. */
export const pairLimit = (budget: bigint, enrolled: number): bigint | null =>
  enrolled < PAIRS_FROM ? null : attesterLimit(budget, enrolled) / 5n;

/** The largest claimed value that an attester with so much left of the budget can still answer. */
export const affordable = (left: bigint, needed: number): bigint => (left * BigInt(needed)) / 5n;
