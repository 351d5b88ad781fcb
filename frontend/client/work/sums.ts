import { type ClockBooks, parameterAt } from "../chain/clock.ts";
import type { MemberId, ProjectId } from "../chain/ids.ts";
import { attesterLimit, pairLimit } from "./answers.ts";
import { charterIn, projectOf } from "./charters.ts";
import { keyOf, type WorkBooks } from "./fold.ts";

/** The sums of a project and epoch, micro-units. */
export interface Sums {
  readonly budget: bigint;
  /** What one member, or one leaf, may count for. */
  readonly stop: bigint;
  /** Credit of the direct lane, each member counted up to the stop. */
  readonly direct: bigint;
  /** Credit of all batches. */
  readonly batches: bigint;
  /** What batches count for together: at most half the budget. */
  readonly batchPart: bigint;
  readonly total: bigint;
}

export const smaller = (a: bigint, b: bigint): bigint => (a < b ? a : b);

/** A project's budget of an epoch, micro-units. Errors: RangeError for a project that was never founded. */
export const budgetOf = (books: WorkBooks, project: ProjectId, epoch: number): bigint => charterIn(projectOf(books, project), epoch).budget;

/** What a budget's stop is in an epoch. */
export const stopOf = (books: ClockBooks, budget: bigint, epoch: number): bigint => (budget * BigInt(parameterAt(books, "stopPercent", epoch))) / 100n;

/** The sums of a project and epoch. */
export function sumsOf(books: WorkBooks, project: ProjectId, epoch: number): Sums {
  const budget = budgetOf(books, project, epoch);
  const { direct, batches } = books.work.books.get(keyOf(project, epoch)) ?? { direct: 0n, batches: 0n };
  const batchPart = smaller(batches, budget / 2n);
  return { budget, stop: stopOf(books, budget, epoch), direct, batches, batchPart, total: direct + batchPart };
}

/** A member's credit of the direct lane before the stop. */
export const earnedBy = ({ work }: WorkBooks, project: ProjectId, epoch: number, member: MemberId): bigint =>
  work.credits.get(keyOf(project, epoch, member)) ?? 0n;

/** What a member counts for in the direct lane: at most the stop. */
export function creditOf(books: WorkBooks, project: ProjectId, epoch: number, member: MemberId): bigint {
  return smaller(earnedBy(books, project, epoch, member), stopOf(books, budgetOf(books, project, epoch), epoch));
}

/** Whether the member attests in the project in that epoch. */
export function isEnrolled({ work }: WorkBooks, project: ProjectId, member: MemberId, epoch: number): boolean {
  return (work.terms.get(keyOf(project, member)) ?? []).some(({ from, through }) => from <= epoch && epoch <= through);
}

/** How many attest in the project in that epoch. */
export const enrolledIn = ({ work }: WorkBooks, project: ProjectId, epoch: number): number => work.enrolled.get(keyOf(project, epoch)) ?? 0;

/** The projects in which a member attests in that epoch. */
export function projectsAttested(books: WorkBooks, member: MemberId, epoch: number): ProjectId[] {
  return [...books.work.projects.keys()].filter((project) => isEnrolled(books, project, member, epoch));
}

/** An attester's budget in a project and epoch, micro-units of claimed value, 5/n weighted. */
export function attesterBudget(books: WorkBooks, project: ProjectId, member: MemberId, epoch: number): { limit: bigint; spent: bigint; left: bigint } {
  const limit = attesterLimit(budgetOf(books, project, epoch), enrolledIn(books, project, epoch));
  const spent = books.work.spent.get(keyOf(project, epoch, member)) ?? 0n;
  return { limit, spent, left: limit > spent ? limit - spent : 0n };
}

/** What two members may still spend on each other in a project and epoch; null: there is no limit. */
export function pairLeft(books: WorkBooks, project: ProjectId, a: MemberId, b: MemberId, epoch: number): bigint | null {
  const limit = pairLimit(budgetOf(books, project, epoch), enrolledIn(books, project, epoch));
  if (limit === null) return null;
  const spent = books.work.pairs.get(keyOf(project, epoch, Math.min(a, b), Math.max(a, b))) ?? 0n;
  return limit > spent ? limit - spent : 0n;
}

/** What the member recorded in the project in that epoch; decides how many attesters the next record needs. */
export const recordedIn = ({ work }: WorkBooks, project: ProjectId, member: MemberId, epoch: number): bigint =>
  work.recorded.get(keyOf(project, epoch, member)) ?? 0n;
