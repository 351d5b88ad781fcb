import type { MemberId, StatementId } from "#client/chain/ids.ts";
import type { Ledger } from "#client/ledger.ts";
import type { Mark, Submission } from "#client/work/types.ts";

/** The marks at one point, from low to high. */
export const sortedMarks = ({ reviews }: Pick<Submission, "reviews">, point: number): Mark[] => reviews.map(({ marks }) => marks[point]!).sort();

/** The sum of twelve marks. */
export const sumOf = (marks: readonly Mark[]): number => marks.reduce<number>((sum, mark) => sum + mark, 0);

/** The place of the lower middle among so many, from 1. */
export const middleOf = (count: number): number => Math.ceil(count / 2);

/** Whether somebody's next statement took up what a member wrote of this one. */
export const adoptedFrom = ({ work }: Ledger, reviewed: StatementId, reviewer: MemberId): boolean =>
  [...work.statements.values()].some(({ adopted }) => adopted.some((one) => one.reviewed === reviewed && one.reviewer === reviewer));
