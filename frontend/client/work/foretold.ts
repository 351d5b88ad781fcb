import { epochOf } from "../chain/clock.ts";
import type { MemberId, ProjectId } from "../chain/ids.ts";
import type { WorkBooks } from "./fold.ts";
import { claimId } from "./foldClaims.ts";
import { previewRecord } from "./preview.ts";
import type { Report } from "./report.ts";
import { isTwoSided, sharersIn } from "./twoSided.ts";
import { kinds, type Part, type RecordClaim } from "./types.ts";

/**
 * The claim that a report would make if it were recorded now: for telling a record that is signed and not on the chain yet in the words
 * of one that is. Errors: RangeError for a project that was never founded.
 */
export function foretellClaim(books: WorkBooks, by: MemberId, { project, kind, quantity, evidence, occurredAt, split, uri }: Report, now: number): RecordClaim {
  const [where, what, parts] = [project as ProjectId, kinds[kind] ?? "work", split as readonly Part[]];
  const joint = parts.length > 0;
  const owners = joint ? parts.map(({ member }) => member) : [by];
  const { value, tier, needed } = previewRecord(books, { project: where, kind: what, quantity, owners, sharers: joint ? sharersIn(parts) : owners }, now);
  return {
    id: claimId(by, evidence), project: where, by, owners, stage: isTwoSided(what) ? "unconfirmed" : "pending", evidence, quantity, value, madeAt: now, sealedAt: null,
    epoch: epochOf(books, now), tier, needed, answers: [], answersBefore: [], named: 0, firstValue: 0n, tenths: 10, inForce: 0n, round: null,
    lane: joint ? "joint" : "record", kind: what, occurredAt, split: parts, confirmedAt: null, uri, tx: "0x", block: 0n,
  };
}
