import type { Hex } from "viem";
import { epochAt } from "../chain/epoch.ts";
import type { MemberId } from "../chain/ids.ts";
import { charterIn, projectOf } from "../work/charters.ts";
import { type Manifest, type Verdict, verifyManifest } from "../work/evidence.ts";
import { lowerMedian, tenthsOf, upperMedianOfTenths } from "../work/median.ts";
import { shareOut } from "../work/split.ts";
import { stageOf, type Standing } from "../work/stage.ts";
import type { Answer, BatchClaim, Claim, RecordClaim } from "../work/types.ts";
import type { ValueBooks } from "./fold.ts";

/** A number that does not decompose: either this client or the node is wrong, and no such number may be shown as explained. */
export class ExplanationFault extends Error {}

/** Errors: ExplanationFault where two numbers that must be one are not. */
export function mustBe(left: bigint | number, right: bigint | number, what: string): void {
  if (BigInt(left) !== BigInt(right)) throw new ExplanationFault(`${what}: ${left} is not ${right}`);
}

export const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((total, amount) => total + amount, 0n);

/** The bytes of evidence manifests that are at hand, by the digest that they are said to have. */
export type Manifests = ReadonlyMap<Hex, Uint8Array>;

/** A first answer. `middle`: it named the quantity that was sealed. `value`: what that quantity is worth, micro-units. */
export interface AnswerWhy extends Answer {
  readonly middle: boolean;
  readonly value: bigint;
}

/** What a second round made of a value. Micro-units. */
export interface RoundWhy {
  readonly first: bigint;
  /** In force: of those who answered the upper median, from `quorum` answers on; before that 10. */
  readonly tenths: number;
  readonly inForce: bigint;
  /** Whether so many answered that the median counts. */
  readonly counts: boolean;
  readonly open: boolean;
}

/** What a record rests on. `found` null: its manifest is not at hand. */
export interface EvidenceWhy {
  readonly digest: Hex;
  readonly found: Verdict<Manifest | null> | null;
}

/** A record as a part of somebody's credit. Micro-units. */
export interface RecordWhy {
  readonly claim: RecordClaim;
  /** The member's part of what the record counts for. */
  readonly part: bigint;
  /** The same of what the first answers made it. */
  readonly firstPart: bigint;
  /** Value per unit when it was recorded. */
  readonly rate: bigint;
  readonly answers: readonly AnswerWhy[];
  /** Null where nobody challenged it. */
  readonly round: RoundWhy | null;
  readonly evidence: EvidenceWhy;
  /** Whether it can still change, and until when. */
  readonly standing: Standing;
}

/** A sealed record as a part of a member's credit. Errors: ExplanationFault. */
export function explainRecord(books: ValueBooks, claim: RecordClaim, member: MemberId, now: number, manifests: Manifests): RecordWhy {
  const rate = rateOf(books, claim);
  const what = `record ${claim.id}`;
  mustBe(claim.answers.length, claim.needed, `answers of ${what}`);
  mustBe(claim.named, lowerMedian(claim.answers.map(({ quantity }) => quantity)), `lower median of ${what}`);
  mustBe(claim.firstValue, rate * BigInt(claim.named), `first value of ${what}`);
  const round = explainRound(claim, now);
  const answers = claim.answers.map((answer) => ({ ...answer, middle: answer.quantity === claim.named, value: rate * BigInt(answer.quantity) }));
  const [part, firstPart] = [partOf(claim, member), partOf(claim, member, claim.firstValue)];
  return { claim, part, firstPart, rate, answers, round, evidence: evidenceOf(claim, manifests), standing: stageOf(books, claim, now) };
}

/** The rate of a record: that of the card in force when it was recorded. Errors: ExplanationFault. */
export function rateOf(books: ValueBooks, claim: RecordClaim): bigint {
  const { rates } = charterIn(projectOf(books, claim.project), epochAt(books.clock.genesis, claim.madeAt));
  mustBe(claim.value, rates[claim.kind] * BigInt(claim.quantity), `value of record ${claim.id}`);
  return rates[claim.kind];
}

/** What the second round of a sealed claim made of its value; null where there was none. Errors: ExplanationFault. */
export function explainRound(claim: Claim, now: number): RoundWhy | null {
  const { round, firstValue: first, inForce } = claim;
  const counts = round !== null && round.answers.length >= round.quorum;
  const tenths = counts ? upperMedianOfTenths(round.answers.map((answer) => answer.tenths)) : 10;
  mustBe(claim.tenths, tenths, `upper median of ${claim.id}`);
  mustBe(inForce, tenthsOf(first, tenths), `value in force of ${claim.id}`);
  return round && { first, tenths, inForce, counts, open: now < round.closesAt };
}

/** The vote on a batch: what it counts for follows from its answers and its second round. Errors: ExplanationFault. */
export function explainBatch(claim: BatchClaim, now: number): RoundWhy | null {
  const yes = claim.answers.filter(({ quantity }) => quantity === 1).length;
  mustBe(claim.answers.length, claim.needed, `answers of batch ${claim.id}`);
  mustBe(claim.firstValue, yes * 2 > claim.needed ? claim.value : 0n, `majority of batch ${claim.id}`);
  return explainRound(claim, now);
}

/** A member's part of what a record counts for, now or at another value of it. */
export function partOf(claim: RecordClaim, member: MemberId, value: bigint = claim.inForce): bigint {
  if (claim.lane === "record") return claim.by === member ? value : 0n;
  const place = claim.split.findIndex((part) => part.member === member);
  return place < 0 ? 0n : shareOut(claim.split.map(({ parts }) => parts), value)[place]!;
}

/** The evidence of a record, and whether what is at hand of it has its digest. */
export function evidenceOf({ evidence: digest }: RecordClaim, manifests: Manifests): EvidenceWhy {
  const bytes = manifests.get(digest);
  return { digest, found: bytes ? verifyManifest(bytes, digest) : null };
}
