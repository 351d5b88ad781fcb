import type { Hex } from "viem";
import type { ContributionId, MemberId, ProjectId } from "../chain/ids.ts";

/** What was done, in the order of the contract's enum. */
export const kinds = ["work", "experience", "sharing", "learning"] as const;
export type Kind = (typeof kinds)[number];

/** By which door a claim came in. */
export type Lane = "record" | "joint" | "batch" | "binding";

/** Where a claim stands by its events alone; what follows from time as well is told by `stageOf`. */
export type Stage = "pending" | "withdrawn" | "sealed" | "challenged";

/** A project and the terms it binds itself to. */
export interface Project {
  readonly id: ProjectId;
  readonly fromEpoch: number;
  readonly foundedAt: number;
  /** keccak256 of the project statement. */
  readonly statement: Hex;
  readonly uri: string;
  readonly industry: number;
  /** Value an epoch at most, micro-units. */
  readonly budget: bigint;
  /** Micro-units of value per unit, by kind; 0: not recorded here. */
  readonly rates: Readonly<Record<Kind, bigint>>;
  /** Percent of price. */
  readonly minSurplus: number;
  readonly salesCap: bigint;
  readonly stewards: readonly MemberId[];
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

/** One contributor's part of a joint record. */
export interface Part {
  readonly member: MemberId;
  readonly parts: number;
}

interface Common {
  readonly id: ContributionId;
  readonly project: ProjectId;
  /** Who recorded, posted or proposed. */
  readonly by: MemberId;
  /** The claim's own people, who neither attest nor challenge it. */
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
  /** The recorder first; empty when alone. */
  readonly split: readonly Part[];
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
