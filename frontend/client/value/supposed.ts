// Books as they would be. Nothing here is sent or kept: each function gives books of its own and leaves those it got alone.
import type { MemberId, ProjectId } from "../chain/ids.ts";
import { charterIn, projectOf } from "../work/charters.ts";
import { keyOf } from "../work/fold.ts";
import { earnedBy, smaller, sumsOf } from "../work/sums.ts";
import type { Kind, Project } from "../work/types.ts";
import type { ValueBooks } from "./fold.ts";

/** Terms that a reader supposes for an epoch; what is left out is as the charter has it. Micro-units. */
export interface SupposedTerms {
  readonly budget?: bigint | undefined;
  /** Value per unit of one kind. */
  readonly rate?: { readonly kind: Kind; readonly value: bigint } | undefined;
}

/** A change of one member's credit of the direct lane, before the stop. */
export interface CreditMove {
  readonly member: MemberId;
  readonly from: bigint;
  readonly to: bigint;
}

/** The books if other terms were in force in that epoch. What was recorded before keeps its value; the stop is that of the other budget. */
export function withTerms<B extends ValueBooks>(books: B, project: ProjectId, epoch: number, { budget, rate }: SupposedTerms): B {
  const found = projectOf(books, project);
  const charter = charterIn(found, epoch);
  const rates = rate ? { ...charter.rates, [rate.kind]: rate.value } : charter.rates;
  const supposed = { ...charter, fromEpoch: epoch, budget: budget ?? charter.budget, rates };
  const charters = [...found.charters.filter(({ fromEpoch }) => fromEpoch < epoch), supposed, ...found.charters.filter(({ fromEpoch }) => fromEpoch > epoch)];
  const other = withProject(books, { ...found, charters });
  const { stop } = sumsOf(other, project, epoch);
  const direct = [...books.people.members.keys()].reduce((sum, member) => sum + smaller(earnedBy(books, project, epoch, member), stop), 0n);
  return withBook(other, project, epoch, { direct });
}

/** The books if so much more credit of nobody in particular counted in the direct lane: others', each below the stop. */
export const withOthers = <B extends ValueBooks>(books: B, project: ProjectId, epoch: number, more: bigint): B =>
  withBook(books, project, epoch, { direct: sumsOf(books, project, epoch).direct + more });

/** The books after credit moved. Twin of `_credit` in contracts/work/Claims.sol: the stop is corrected at every change. */
export function withCredit<B extends ValueBooks>(books: B, project: ProjectId, epoch: number, moves: readonly CreditMove[]): B {
  const { stop, direct: before } = sumsOf(books, project, epoch);
  const credits = new Map(books.work.credits);
  let direct = before;
  for (const { member, from, to } of moves) {
    const key = keyOf(project, epoch, member);
    const old = credits.get(key) ?? 0n;
    const next = old - from + to;
    credits.set(key, next);
    direct = direct - smaller(old, stop) + smaller(next, stop);
  }
  return withBook({ ...books, work: { ...books.work, credits } }, project, epoch, { direct });
}

/** The books after the value of a batch moved. */
export const withBatch = <B extends ValueBooks>(books: B, project: ProjectId, epoch: number, from: bigint, to: bigint): B =>
  withBook(books, project, epoch, { batches: sumsOf(books, project, epoch).batches - from + to });

function withProject<B extends ValueBooks>(books: B, project: Project): B {
  return { ...books, work: { ...books.work, projects: new Map(books.work.projects).set(project.id, project) } };
}

function withBook<B extends ValueBooks>(books: B, project: ProjectId, epoch: number, change: { direct?: bigint; batches?: bigint }): B {
  const { direct, batches } = sumsOf(books, project, epoch);
  return { ...books, work: { ...books.work, books: new Map(books.work.books).set(keyOf(project, epoch), { direct, batches, ...change }) } };
}
