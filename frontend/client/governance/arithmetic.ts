import { electorateOf, type PeopleBooks } from "../people/fold.ts";
import { isMajority, majorityParts, quorumFor, tallyOf } from "./tally.ts";
import { proposalState } from "./state.ts";
import type { Majority, Proposal, ProposalState } from "./types.ts";

/** How a vote stands, each figure a whole number or an exact fraction, all recomputable from the listed ballots. */
export interface Arithmetic {
  readonly for: number;
  readonly against: number;
  readonly abstain: number;
  /** All ballots. */
  readonly cast: number;
  /** Who was seated at the snapshot. Before that second: who is seated now. */
  readonly electorate: number;
  /** Whether the snapshot is past, so that the electorate and the quorum never move any more. */
  readonly settled: boolean;
  /** Seated at the snapshot and not voted. */
  readonly left: number;
  readonly quorum: {
    /** Needed of ballots for and abstaining. */
    readonly needed: number;
    /** For and abstaining. */
    readonly has: number;
    readonly missing: number;
    readonly reached: boolean;
    readonly percent: number;
  };
  readonly threshold: {
    readonly majority: Majority;
    /** `part` of `whole` of the ballots for and against. */
    readonly part: number;
    readonly whole: number;
    /** Whether exactly so much is enough; else it must be more. */
    readonly exactly: boolean;
    /** The fewest ballots for that would be enough with the ballots against as they are; never fewer than one. */
    readonly needed: number;
    readonly missing: number;
    readonly reached: boolean;
    /** Whether the ballots stand on the threshold itself: a tie, three of five, two of three. */
    readonly onTheLine: boolean;
  };
  /** So many more ballots for, and none against, would carry it; 0: it is carried as it stands. */
  readonly moreNeeded: number;
  /** Whether so many are left that it could still be carried. */
  readonly possible: boolean;
  /** Whether it would be carried if the vote ended now; once the vote is over, whether it was. */
  readonly carried: boolean;
  readonly state: ProposalState;
}

/** The arithmetic of a proposal at a second. */
export function arithmeticOf(proposal: Proposal, books: PeopleBooks, now: number): Arithmetic {
  const { for: yes, against, abstain } = tallyOf(proposal);
  const settled = now > proposal.opensAt;
  const electorate = electorateOf(books, settled ? proposal.opensAt : now);
  const left = Math.max(0, electorate - yes - against - abstain);
  const quorum = quorumFor(electorate, proposal.quorumPercent, proposal.matter);
  const has = yes + abstain;
  const { part, whole, exactly } = majorityParts[proposal.majority];
  const enough = leastFor(proposal.majority, against);
  const reached = isMajority(proposal.majority, { for: yes, against, abstain });
  const missing = { quorum: Math.max(0, quorum - has), threshold: Math.max(0, enough - yes) };
  const moreNeeded = Math.max(missing.quorum, missing.threshold);
  return {
    for: yes,
    against,
    abstain,
    cast: yes + against + abstain,
    electorate,
    settled,
    left,
    quorum: { needed: quorum, has, missing: missing.quorum, reached: has >= quorum, percent: proposal.quorumPercent },
    threshold: { majority: proposal.majority, part, whole, exactly, needed: enough, missing: missing.threshold, reached, onTheLine: yes > 0 && yes * whole === (yes + against) * part },
    moreNeeded,
    possible: moreNeeded <= left,
    carried: has >= quorum && reached,
    state: proposalState(proposal, books, now),
  };
}

/** The fewest ballots for that are a majority against so many. */
export function leastFor(majority: Majority, against: number): number {
  const { part, whole, exactly } = majorityParts[majority];
  // yes · whole ≥ (yes + against) · part, so yes ≥ against · part / (whole − part).
  const bound = (against * part) / (whole - part);
  return Math.max(1, exactly ? Math.ceil(bound) : Math.floor(bound) + 1);
}
