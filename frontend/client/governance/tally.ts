import type { MemberId } from "../chain/ids.ts";
import { electorateOf, type PeopleBooks } from "../people/fold.ts";
import type { Ballot, Majority, Matter, Proposal } from "./types.ts";

const FEW = 10;
const LEAST_QUORUM = 5;

/** Ballots of a proposal. */
export interface Tally {
  readonly against: number;
  readonly for: number;
  readonly abstain: number;
}

/** The ballots of a proposal, added up. */
export function tallyOf({ ballots }: Pick<Proposal, "ballots">): Tally {
  const tally = { against: 0, for: 0, abstain: 0 };
  for (const { support } of ballots) tally[support] += 1;
  return tally;
}

/**
 * Of those seated, how many must vote for or abstain: one more than half below ten, then the percentage, five at least; one third at
 * least of all that is not an admission. The contract's `quorumFor`.
 */
export function quorumFor(seated: number, percent: number, matter: Matter): number {
  const quorum = seated < FEW ? Math.floor(seated / 2) + 1 : Math.max(LEAST_QUORUM, Math.ceil((seated * percent) / 100));
  return matter === "admission" ? quorum : Math.max(quorum, Math.ceil(seated / 3));
}

/** How many ballots for and abstaining a proposal needs; once its vote is open it never moves. */
export const quorumOf = (proposal: Proposal, books: PeopleBooks): number => quorumFor(electorateOf(books, proposal.opensAt), proposal.quorumPercent, proposal.matter);

/** Whether enough took part. Ballots against do not count for it. */
export function quorumReached(proposal: Proposal, books: PeopleBooks): boolean {
  const tally = tallyOf(proposal);
  return tally.for + tally.abstain >= quorumOf(proposal, books);
}

/** What a majority is: `part` of `whole` of the ballots for and against; `reached` by exactly that much, or only by more. */
export const majorityParts: Readonly<Record<Majority, { readonly part: number; readonly whole: number; readonly exactly: boolean }>> = {
  half: { part: 1, whole: 2, exactly: false },
  threeFifths: { part: 3, whole: 5, exactly: true },
  twoThirds: { part: 2, whole: 3, exactly: true },
};

/** Whether ballots are a majority. With none for, nothing is. */
export function isMajority(majority: Majority, { for: yes, against }: Tally): boolean {
  const { part, whole, exactly } = majorityParts[majority];
  const [left, right] = [yes * whole, (yes + against) * part];
  return yes > 0 && (exactly ? left >= right : left > right);
}

/** Whether most are for it, as this matter needs. */
export const voteSucceeded = (proposal: Proposal): boolean => isMajority(proposal.majority, tallyOf(proposal));

/** How a member voted; undefined: not yet. */
export const ballotOf = ({ ballots }: Proposal, member: MemberId): Ballot | undefined => ballots.find((ballot) => ballot.member === member);
