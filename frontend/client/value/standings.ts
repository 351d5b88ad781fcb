import { type MemberId, NOBODY, type ProjectId } from "../chain/ids.ts";
import { creditOf, earnedBy, type Sums, sumsOf } from "../work/sums.ts";
import type { ValueBooks } from "./fold.ts";
import { issueOf } from "./lots.ts";
import { ofCredit } from "./shares.ts";

/** An epoch of a project as books have it: its sums, and what it would issue if it ended so. Micro-units. */
export interface EpochStanding extends Sums {
  readonly issued: bigint;
  /** What the leaves of all batches have of it together, rounded down once; each leaf is rounded by itself when it is drawn. */
  readonly batchShares: bigint;
}

/** A member in an epoch: what was earned, what counts of it, and what it gives. */
export interface MemberStanding {
  readonly earned: bigint;
  /** At most the stop. */
  readonly credit: bigint;
  readonly overStop: bigint;
  readonly shares: bigint;
}

/** A member before and after what is supposed. */
export interface MemberChange {
  readonly member: MemberId;
  readonly before: MemberStanding;
  readonly after: MemberStanding;
}

/** What is supposed, against the books as they are: the same epoch twice, and everybody who has credit in either. */
export interface Compared {
  readonly epoch: number;
  readonly before: EpochStanding;
  readonly after: EpochStanding;
  /** Ascending by number. */
  readonly members: readonly MemberChange[];
}

/** Sums and issue of an epoch. */
export function epochStanding(books: ValueBooks, project: ProjectId, epoch: number): EpochStanding {
  const sums = sumsOf(books, project, epoch);
  const { issued } = issueOf(books, project, epoch);
  return { ...sums, issued, batchShares: sums.total === 0n ? 0n : ofCredit(sums.batchPart, issued, sums.total) };
}

/** A member's credit of an epoch and what drawing it gives. Somebody who is no member yet has number 0 here. */
export function memberStanding(books: ValueBooks, project: ProjectId, epoch: number, member: MemberId): MemberStanding {
  const earned = earnedBy(books, project, epoch, member);
  const credit = creditOf(books, project, epoch, member);
  const { issued, total } = issueOf(books, project, epoch);
  return { earned, credit, overStop: earned - credit, shares: total === 0n ? 0n : ofCredit(credit, issued, total) };
}

/** Holds two books of one epoch against each other. `also`: members to list whether they have credit or not. */
export function compareEpoch(before: ValueBooks, after: ValueBooks, project: ProjectId, epoch: number, also: readonly MemberId[]): Compared {
  const everybody = new Set([...before.people.members.keys(), ...also]);
  const members = [...everybody]
    .filter((member) => also.includes(member) || (member !== NOBODY && earnedBy(after, project, epoch, member) + earnedBy(before, project, epoch, member) > 0n))
    .map((member) => ({ member, before: memberStanding(before, project, epoch, member), after: memberStanding(after, project, epoch, member) }))
    .sort((a, b) => a.member - b.member);
  return { epoch, before: epochStanding(before, project, epoch), after: epochStanding(after, project, epoch), members };
}
