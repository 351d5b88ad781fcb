import type { Hex } from "viem";
import type { ContributionId, MemberId, ProjectId, StatementId } from "../chain/ids.ts";

/** What was done, in the order of the contract's enum. */
export const kinds = ["work", "experience", "sharing", "learning"] as const;
export type Kind = (typeof kinds)[number];

/** By which door a claim came in. */
export type Lane = "record" | "joint" | "batch" | "binding";

/** Where a claim stands by its events alone; what follows from time as well is told by `stageOf`. */
export type Stage = "unconfirmed" | "pending" | "withdrawn" | "sealed" | "challenged";

/** What a project binds itself to, by number. */
export interface Charter {
  /** sha2-256 of the project statement's canonical bytes. */
  readonly statement: Hex;
  /** Where the statement can be read, or the statement itself. Danger: anybody's words. */
  readonly uri: string;
  readonly industry: number;
  /** Value an epoch at most, micro-units. */
  readonly budget: bigint;
  /** Micro-units of value per unit, by kind; 0: not recorded here. */
  readonly rates: Readonly<Record<Kind, bigint>>;
  /** Percent of price. */
  readonly minSurplus: number;
  /** For each settlement token and epoch while on probation, in the token's smallest unit. */
  readonly salesCap: bigint;
  readonly stewards: readonly MemberId[];
}

/** A charter of a project, and from when on it binds. */
export interface ProjectCharter extends Charter {
  /** The first epoch in which it binds. */
  readonly fromEpoch: number;
  /** The statement that was admitted; null for founding charters, and for the cooperative's own. */
  readonly statementId: StatementId | null;
  readonly at: number;
  readonly tx: Hex;
}

/** The grades, worst first, in the order of the contract's enum. `none`: not graded, as a founding project. */
export const grades = ["none", "D", "C", "B", "A", "A+"] as const;
export type Grade = (typeof grades)[number];

/** That a project is closed. */
export interface Closing {
  /** The first epoch in which nothing is recorded or sealed any more. */
  readonly fromEpoch: number;
  readonly by: "stewards" | "vote";
  readonly at: number;
  readonly tx: Hex;
}

/** A project. What it binds itself to changes by epoch: ask `charterIn`. */
export interface Project {
  readonly id: ProjectId;
  /** The epoch from which it is live. */
  readonly fromEpoch: number;
  readonly foundedAt: number;
  /** Of the newest charter, which may bind only from the next epoch. */
  readonly statement: Hex;
  readonly uri: string;
  /** Oldest first; never empty. The first binds from `fromEpoch` on. */
  readonly charters: readonly ProjectCharter[];
  /** Now: a vote on stewards binds at once. */
  readonly stewards: readonly MemberId[];
  readonly grade: Grade;
  /** The epoch from which it is on probation no more; `fromEpoch` where it never was. */
  readonly probationUntil: number;
  /** Percent of surplus, while on probation; 0 where it never was. */
  readonly commonsPercent: number;
  readonly closing: Closing | null;
  /** The stewards who ask to close it now. */
  readonly asking: readonly MemberId[];
  readonly tx: Hex;
}

/** The twelve points of a review; each mark is 0, 1 or 2. */
export const CRITERIA = 12;
export type Mark = 0 | 1 | 2;

/** What one member thinks of a statement: the newest that he gave of this submission. */
export interface Review {
  readonly reviewer: MemberId;
  /** Twelve, in the order of `criteria`. */
  readonly marks: readonly Mark[];
  /** sha2-256 of the written comment; null: none. */
  readonly comment: Hex | null;
  /** Where the comment can be read, or the comment itself. Danger: anybody's words. */
  readonly uri: string;
  /** When it was given first, and when the newest was. */
  readonly firstAt: number;
  readonly at: number;
  readonly revised: boolean;
  readonly tx: Hex;
}

/** One asking for review. */
export interface Submission {
  /** From 1. */
  readonly number: number;
  readonly submittedAt: number;
  /** When what was filled is fixed. */
  readonly deadline: number;
  /** How many reviews it needs; fixed when it was submitted. */
  readonly needed: number;
  /** The best grade that so few eligible reviewers may give. */
  readonly best: Grade;
  readonly takenBackAt: number | null;
  /** In the order in which they were first given. */
  readonly reviews: readonly Review[];
  /** When the last needed review came; null: not yet. */
  readonly filledAt: number | null;
  readonly tx: Hex;
}

/** The proposer says that it takes up what a reviewer wrote of an earlier statement. */
export interface Adopted {
  readonly reviewed: StatementId;
  readonly reviewer: MemberId;
  readonly at: number;
}

/** A project statement, or an article of concurrent learning. Where it stands follows from time as well: `statementStageOf`. */
export interface StatementRecord {
  readonly id: StatementId;
  readonly kind: "statement" | "article";
  /** Of an article, the author. */
  readonly proposer: MemberId;
  /** As the proposer named them: nobody is asked before. */
  readonly cofounders: readonly MemberId[];
  /** Those of them who said that it is not theirs; they may review it like anyone. */
  readonly disowned: readonly MemberId[];
  /** The project that it would amend; null: it would be a new one, or is an article. */
  readonly project: ProjectId | null;
  /** The statement that it improves upon, as the proposer says. */
  readonly previous: StatementId | null;
  /** sha2-256 of its canonical bytes. */
  readonly document: Hex;
  /** Where it can be read, or the document itself. Danger: anybody's words. */
  readonly uri: string;
  /** Null for articles. */
  readonly charter: Charter | null;
  readonly draftedAt: number;
  readonly tx: Hex;
  /** Oldest first. */
  readonly submissions: readonly Submission[];
  readonly adopted: readonly Adopted[];
  /** What a vote made of it; null: not admitted. */
  readonly admittedAs: ProjectId | null;
  readonly admittedAt: number | null;
}

/** A first answer. `quantity` in the charter's unit; of a batch or a binding 1 is yes and 0 no. */
export interface Answer {
  readonly attester: MemberId;
  readonly quantity: number;
  readonly epoch: number;
  readonly at: number;
  readonly tx: Hex;
}

/** An answer in a second round: tenths of the first value. `inForce`: the tenths that counted after it. */
export interface RoundAnswer {
  readonly attester: MemberId;
  readonly tenths: number;
  readonly inForce: number;
  readonly at: number;
  readonly tx: Hex;
}

/** A second round. */
export interface Round {
  readonly challenger: MemberId;
  readonly openedAt: number;
  readonly closesAt: number;
  /** From so many answers on their upper median is in force. */
  readonly quorum: number;
  readonly answers: readonly RoundAnswer[];
  readonly tx: Hex;
}

/** One contributor's part of a joint record; none (0) for an other side that only confirms it. */
export interface Part {
  readonly member: MemberId;
  readonly parts: number;
}

interface Common {
  readonly id: ContributionId;
  readonly project: ProjectId;
  /** Who recorded, posted or proposed. */
  readonly by: MemberId;
  /** The claim's own people, who neither attest it nor answer a second round on it: with an other side that does not share in it. */
  readonly owners: readonly MemberId[];
  readonly stage: Stage;
  /** Digest of the evidence manifest; of a batch the root, of a binding what it says. With `by` it makes the id. */
  readonly evidence: Hex;
  /** Claimed, in the charter's unit; 1 for batches and bindings. */
  readonly quantity: number;
  /** Claimed, micro-units; 1 for bindings. */
  readonly value: bigint;
  readonly madeAt: number;
  readonly sealedAt: number | null;
  /** Of the first answers; from sealing on, the epoch in which it counts. */
  readonly epoch: number;
  readonly tier: number;
  /** First answers needed. */
  readonly needed: number;
  readonly answers: readonly Answer[];
  /** First answers of earlier epochs: they count no more, since the epoch turned before there were enough. */
  readonly answersBefore: readonly Answer[];
  /** From sealing on: the quantity that the lower median named. */
  readonly named: number;
  /** From sealing on: the value of the first answers, micro-units. */
  readonly firstValue: bigint;
  /** How many tenths of the first value are in force. */
  readonly tenths: number;
  /** From sealing on: the value that counts now, micro-units. */
  readonly inForce: bigint;
  readonly round: Round | null;
  /** The transaction that made it. */
  readonly tx: Hex;
  readonly block: bigint;
}

/** A contribution of one member, or of two to seven. */
export interface RecordClaim extends Common {
  readonly lane: "record" | "joint";
  readonly kind: Kind;
  readonly occurredAt: number;
  /** The recorder first, of an experience or a learning its other side second; empty when alone. */
  readonly split: readonly Part[];
  /** When the other side confirmed it; null: not yet, or it has one side only. */
  readonly confirmedAt: number | null;
  /** As given on chain. Danger: anybody's words; show it through `readUri` only. */
  readonly uri: string;
}

/** The root of an imported history. */
export interface BatchClaim extends Common {
  readonly lane: "batch";
  /** Of all leaves, micro-units. */
  readonly sum: bigint;
  readonly dataDigest: Hex;
  /** As given on chain. Danger: anybody's words. */
  readonly uri: string;
}

/** An identity of a batch belongs to a member. */
export interface BindingClaim extends Common {
  readonly lane: "binding";
  readonly identity: Hex;
  readonly member: MemberId;
}

export type Claim = RecordClaim | BatchClaim | BindingClaim;
