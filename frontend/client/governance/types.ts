import type { Address, Hex } from "viem";
import type { MemberId, ProposalId } from "../chain/ids.ts";

/** What a proposal is about, in the order of the contract's enum; it decides majority, quorum and notice. */
export const matters = ["none", "admission", "terms", "expulsion", "naming", "funds"] as const;
export type Matter = (typeof matters)[number];

/** Of the ballots for and against, what a proposal needs: more than one half, three fifths at least, two thirds at least. */
export const majorities = ["half", "threeFifths", "twoThirds"] as const;
export type Majority = (typeof majorities)[number];

/** What a ballot says, in the order of the contract's numbers. */
export const supports = ["against", "for", "abstain"] as const;
export type Support = (typeof supports)[number];

/** Why a carried ballot was not counted, in the order of the contract's enum. */
export const skips = ["notOpen", "signature", "notSeated", "duplicate", "support"] as const;
export type Skip = (typeof skips)[number];

/** Where a proposal stands, in the order of the contract's enum. Queued: passed, and waits in the timelock. */
export const proposalStates = ["pending", "active", "cancelled", "defeated", "succeeded", "queued", "expired", "executed"] as const;
export type ProposalState = (typeof proposalStates)[number];

/** A ballot that was counted. */
export interface Ballot {
  readonly member: MemberId;
  readonly support: Support;
  /** Danger: anybody's words; empty where none were given. */
  readonly reason: string;
  readonly at: number;
  readonly tx: Hex;
  /** The key that cast or signed it. */
  readonly key: Address;
}

/** A carried ballot that was not counted. */
export interface SkippedBallot {
  /** As the ballot names it. */
  readonly member: MemberId;
  readonly reason: Skip;
  readonly at: number;
  readonly tx: Hex;
}

/** A proposal as the log tells it; what follows from time as well is told by `proposalState`. Times in seconds since 1970. */
export interface Proposal {
  readonly id: ProposalId;
  readonly proposer: MemberId;
  readonly targets: readonly Address[];
  readonly calldatas: readonly Hex[];
  /** Danger: anybody's words. */
  readonly description: string;
  readonly matter: Matter;
  readonly majority: Majority;
  readonly quorumPercent: number;
  readonly timelockDays: number;
  readonly createdAt: number;
  /** The snapshot: who is seated at this second votes, and the vote is open after it. */
  readonly opensAt: number;
  /** The last second in which ballots count, as planned. */
  readonly plannedEnd: number;
  /** The last second in which ballots count: later than planned where the quorum came late. */
  readonly closesAt: number;
  /** In the order in which they were counted. */
  readonly ballots: readonly Ballot[];
  readonly skipped: readonly SkippedBallot[];
  readonly queuedAt: number | null;
  /** From when on it may be executed; null: not queued. */
  readonly eta: number | null;
  readonly executedAt: number | null;
  readonly cancelledAt: number | null;
  /** The transaction that proposed it. */
  readonly tx: Hex;
}
