import { epochOf } from "../chain/clock.ts";
import type { MemberId, ProjectId } from "../chain/ids.ts";
import { isGone } from "../people/fold.ts";
import { attesterLimit, costOf, neededOf, pairLimit, tierOf } from "./answers.ts";
import { charterIn, isClosedIn, projectOf } from "./charters.ts";
import type { WorkBooks } from "./fold.ts";
import { freeAttesters } from "./may.ts";
import { enrolledIn, recordedIn } from "./sums.ts";
import { isTwoSided } from "./twoSided.ts";
import type { Kind } from "./types.ts";

/** What recording would mean now, before anything is sent. Amounts in micro-units. */
export interface RecordPreview {
  readonly rate: bigint;
  readonly value: bigint;
  readonly budget: bigint;
  /** Answers asked for by size. */
  readonly tier: number;
  /** Answers needed, of those who can give one. */
  readonly needed: number;
  /** Who could answer. */
  readonly free: number;
  /** What one answer would spend, and the most that anybody may spend on it. */
  readonly cost: bigint;
  readonly limit: bigint;
  /** What the contract would refuse it with; null: nothing that can be seen here. */
  readonly obstacle: "ProjectNotLive" | "ProjectIsClosed" | "KindNotRecorded" | "ValueOutOfBounds" | "OtherSideMissing" | "ContributorNotActive" | "NobodyToAttest" | "NobodyCouldAttest" | null;
}

/** What is to be recorded. */
export interface PreviewInput {
  readonly project: ProjectId;
  readonly kind: Kind;
  readonly quantity: number;
  /** The record's own people, the recorder first; of an experience or a learning its other side second. */
  readonly owners: readonly MemberId[];
  /** Those of them who share in it; left out: all. */
  readonly sharers?: readonly MemberId[] | undefined;
}

/** Foretells a record of these people, as the contract will count it. Errors: RangeError for a project that was never founded. */
export function previewRecord(books: WorkBooks, input: PreviewInput, now: number): RecordPreview {
  const { project, kind, quantity, owners, sharers = owners } = input;
  const epoch = epochOf(books, now);
  const found = projectOf(books, project);
  const { budget, rates } = charterIn(found, epoch);
  const rate = rates[kind];
  const value = rate * BigInt(quantity);
  const totals = sharers.map((owner) => recordedIn(books, project, owner, epoch) + value);
  const tier = tierOf(totals.reduce((most, total) => (total > most ? total : most), 0n), budget);
  const free = freeAttesters(books, project, owners, epoch);
  const needed = neededOf(tier, free);
  const enrolled = enrolledIn(books, project, epoch);
  const limit = pairLimit(budget, enrolled) ?? attesterLimit(budget, enrolled);
  const cost = needed === 0 ? 0n : costOf(value, needed);
  const shut = found.fromEpoch > epoch ? "ProjectNotLive" : isClosedIn(found, epoch) ? "ProjectIsClosed" : null;
  const gone = owners.slice(1).some((owner) => isGone(books, owner));
  const missing = isTwoSided(kind) && owners.length < 2;
  const obstacle = shut ?? obstacleOf({ rate, value, budget, needed, cost, limit, missing, gone });
  return { rate, value, budget, tier, needed, free, cost, limit, obstacle };
}

function obstacleOf({ rate, value, budget, needed, cost, limit, missing, gone }: Record<"rate" | "value" | "budget" | "cost" | "limit", bigint> & { needed: number; missing: boolean; gone: boolean }): RecordPreview["obstacle"] {
  if (rate === 0n) return "KindNotRecorded";
  if (value === 0n || value > budget) return "ValueOutOfBounds";
  if (missing) return "OtherSideMissing";
  if (gone) return "ContributorNotActive";
  if (needed === 0) return "NobodyToAttest";
  return cost > limit ? "NobodyCouldAttest" : null;
}
