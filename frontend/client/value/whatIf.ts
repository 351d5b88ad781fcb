import { epochOf } from "../chain/clock.ts";
import { checkAmount, checkUint32 } from "../chain/checks.ts";
import { finalAt } from "../chain/epoch.ts";
import type { ContributionId, MemberId, ProjectId } from "../chain/ids.ts";
import { InputFault } from "../chain/intent.ts";
import { isGone } from "../people/fold.ts";
import { MOST_BUDGET, MOST_RATE } from "../work/charterChecks.ts";
import { attestObstacle, LEAST_SEATED, type Obstacle } from "../work/may.ts";
import { previewRecord, type RecordPreview } from "../work/preview.ts";
import { checkSplit } from "../work/record.ts";
import { shareOut } from "../work/split.ts";
import { attesterBudget, isEnrolled, pairLeft, recordedIn } from "../work/sums.ts";
import { sharersIn, sharersOf } from "../work/twoSided.ts";
import type { Kind, Part, RecordClaim } from "../work/types.ts";
import type { ValueBooks } from "./fold.ts";
import { type Compared, compareEpoch } from "./standings.ts";
import { withCredit, withOthers, withTerms } from "./supposed.ts";

/** What a reader supposes. Amounts in micro-units. */
export interface Supposed {
  readonly project: ProjectId;
  readonly kind: Kind;
  /** In the charter's unit. */
  readonly quantity: number;
  /** Who records; 0: somebody who has recorded nothing yet. */
  readonly by: MemberId;
  /** Empty when alone; else two to seven, the recorder first; of an experience or a learning its other side second, with parts or with none. */
  readonly split?: readonly Part[];
  /** Of this epoch, instead of the charter's. */
  readonly budget?: bigint | undefined;
  /** Value per unit of this kind, instead of the charter's. */
  readonly rate?: bigint | undefined;
  /** Credit that others will still earn in this epoch. */
  readonly others?: bigint | undefined;
}

/** Somebody who attests in the project, and what one answer would do to the budget. Micro-units. */
export interface AttesterIf {
  readonly member: MemberId;
  readonly limit: bigint;
  readonly left: bigint;
  /** The least of what this member and any contributor may still spend on each other; null: no such limit. */
  readonly pairLeft: bigint | null;
  /** What stands in the way of an answer; null: nothing. */
  readonly obstacle: Obstacle | null;
}

/** What would stand in the way of recording. */
export type RecordObstacle = RecordPreview["obstacle"] | "NotActive" | "FewerThanThreeSeated";

/** What a record would come to if enough attesters named all of it in this epoch, and nothing else changed. */
export interface WhatIf extends Compared {
  readonly project: ProjectId;
  readonly supposed: Supposed;
  /** From when on the epoch could be drawn, seconds since 1970. */
  readonly finalAt: number;
  readonly preview: RecordPreview;
  readonly obstacle: RecordObstacle;
  /** The largest that any contributor would have recorded here in this epoch, with this; the tier follows from it. */
  readonly running: bigint;
  /** What each contributor has of the value. */
  readonly parts: readonly { readonly member: MemberId; readonly parts: number; readonly value: bigint }[];
  readonly attesters: readonly AttesterIf[];
  /** How many of them could answer now. */
  readonly able: number;
}

/** Reckons a record through, with other terms if wanted. Errors: InputFault; RangeError for a project that was never founded. */
export function whatIf(books: ValueBooks, supposed: Supposed, now: number): WhatIf {
  const { project, kind, quantity, by, others = 0n, split } = checkSupposed(supposed);
  const epoch = epochOf(books, now);
  const terms = { budget: supposed.budget, ...(supposed.rate === undefined ? {} : { rate: { kind, value: supposed.rate } }) };
  const otherTerms = withTerms(books, project, epoch, terms);
  const owners = split.length === 0 ? [by] : split.map(({ member }) => member);
  const sharers = split.length === 0 ? owners : sharersIn(split);
  const preview = previewRecord(otherTerms, { project, kind, quantity, owners, sharers }, now);
  const values = shareOut(split.length === 0 ? [1] : split.map((part) => part.parts), preview.value);
  const parts = owners.map((member, place) => ({ member, parts: split[place]?.parts ?? 1, value: values[place]! }));
  const obstacle = recorderObstacle(books, by) ?? preview.obstacle;
  // What is refused changes nothing.
  const moves = obstacle === null ? parts.map(({ member, value }) => ({ member, from: 0n, to: value })) : [];
  const after = withCredit(withOthers(otherTerms, project, epoch, others), project, epoch, moves);
  const attesters = attestersOf(otherTerms, claimOf(supposed, preview, owners, epoch, now), now);
  const able = attesters.filter(({ obstacle }) => obstacle === null).length;
  const running = sharers.map((owner) => recordedIn(otherTerms, project, owner, epoch) + preview.value).reduce((most, one) => (one > most ? one : most));
  return { project, supposed, running, finalAt: finalAt(books.clock.genesis, epoch), preview, obstacle, parts, attesters, able, ...compareEpoch(books, after, project, epoch, owners) };
}

function checkSupposed(supposed: Supposed): Supposed & { readonly split: readonly Part[] } {
  const { kind, quantity, by, budget, rate, others } = supposed;
  checkUint32("quantity", quantity, 1);
  const split = checkSplit(supposed.split ?? [], kind);
  if (split.length > 0 && split[0]!.member !== by) throw new InputFault("split", { zh: "第一位是记录的人。", en: "The recorder stands first." });
  if (budget !== undefined) checkAmount("budget", budget, 1n, MOST_BUDGET);
  if (rate !== undefined) checkAmount("rate", rate, 0n, MOST_RATE);
  if (others !== undefined) checkAmount("others", others, 0n, MOST_BUDGET);
  return { ...supposed, split };
}

const recorderObstacle = (books: ValueBooks, by: MemberId): RecordObstacle => (books.people.seated < LEAST_SEATED ? "FewerThanThreeSeated" : isGone(books, by) ? "NotActive" : null);

/** The record as it would wait for answers. It is in no book: its id and its evidence are nobody's. */
function claimOf({ project, kind, quantity, by, split = [] }: Supposed, preview: RecordPreview, owners: readonly MemberId[], epoch: number, now: number): RecordClaim {
  const nowhere = `0x${"00".repeat(32)}` as ContributionId;
  return {
    id: nowhere, project, by, owners, stage: "pending", evidence: nowhere, quantity, value: preview.value, madeAt: now, sealedAt: null, epoch,
    tier: preview.tier, needed: preview.needed, answers: [], answersBefore: [], named: 0, firstValue: 0n, tenths: 10, inForce: 0n, round: null,
    tx: nowhere, block: 0n, lane: split.length > 0 ? "joint" : "record", kind, occurredAt: now, split, uri: "", confirmedAt: null,
  };
}

/** Those who attest in the project and are no contributors, by what an answer would do to each. */
function attestersOf(books: ValueBooks, claim: RecordClaim, now: number): AttesterIf[] {
  const { project, owners, epoch } = claim;
  const enrolled = [...books.people.members.keys()].filter((member) => isEnrolled(books, project, member, epoch) && !owners.includes(member));
  return enrolled.map((member) => {
    const { limit, left } = attesterBudget(books, project, member, epoch);
    const pairs = sharersOf(claim).map((owner) => pairLeft(books, project, member, owner, epoch)).filter((pair) => pair !== null);
    const least = pairs.length === 0 ? null : pairs.reduce((least, pair) => (pair < least ? pair : least));
    return { member, limit, left, pairLeft: least, obstacle: attestObstacle(books, claim, member, now) };
  });
}
