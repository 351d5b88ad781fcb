import type { Hex } from "viem";
import type { MemberId, ProjectId } from "../chain/ids.ts";
import { answersNow, neededNow } from "../work/may.ts";
import { isOpen, stageOf } from "../work/stage.ts";
import type { SumTree } from "../work/sumTree.ts";
import { sharersOf } from "../work/twoSided.ts";
import type { Answer, BatchClaim, RecordClaim } from "../work/types.ts";
import { type EvidenceWhy, evidenceOf, type Manifests, partOf, rateOf } from "./explainClaim.ts";
import { leafKey, type ValueBooks } from "./fold.ts";
import { identityOfMember, type LeafLot, leafLot, leafTerms } from "./leaves.ts";
import type { LeafTerms } from "./shares.ts";

/** A record that is no credit yet: it waits for first answers, or before them for the word of its other side. Micro-units. */
export interface PendingWhy {
  readonly claim: RecordClaim;
  readonly rate: bigint;
  /** The member's part of what is claimed: what it would count for, if it were sealed as it was recorded. */
  readonly part: bigint;
  /** Those given so far that count. */
  readonly answers: readonly Answer[];
  /** How many it needs if the next one comes now; 0: nobody could give one in this epoch. */
  readonly needed: number;
  /** False where its project closed meanwhile: then it is void, and waits for nobody. */
  readonly sealable: boolean;
  /** When it lapses. */
  readonly until: number;
  readonly evidence: EvidenceWhy;
}

/** A leaf that is the member's and was not drawn yet, and what its shares follow from as the books stand. */
export interface LeafWaiting {
  readonly lot: LeafLot;
  readonly batch: BatchClaim;
  readonly terms: LeafTerms;
}

/** A member's records of a project that wait for their other side or for first answers, the oldest first. Errors: ExplanationFault. */
export function pendingOf(books: ValueBooks, member: MemberId, project: ProjectId, now: number, manifests: Manifests): PendingWhy[] {
  const pending: PendingWhy[] = [];
  for (const claim of books.work.claims.values()) {
    if (claim.project !== project || (claim.lane !== "record" && claim.lane !== "joint") || !sharersOf(claim).includes(member)) continue;
    const { situation, until } = stageOf(books, claim, now);
    if (until === null || !isOpen(claim)) continue;
    const rate = rateOf(books, claim);
    const part = partOf(claim, member, claim.value);
    pending.push({ claim, rate, part, answers: answersNow(books, claim, now), needed: neededNow(books, claim, now), sealable: situation !== "void", until, evidence: evidenceOf(claim, manifests) });
  }
  return pending;
}

/** A member's leaves of a project that were not drawn, of batches whose data is at hand. Of the reserve none: nobody knows them but by drawing. */
export function leavesWaiting(books: ValueBooks, member: MemberId, project: ProjectId, now: number, treeOf: (batch: BatchClaim) => SumTree | null | undefined): LeafWaiting[] {
  return batchesOf(books, member, project).flatMap(({ batch, identity }) => {
    const tree = treeOf(batch);
    const lot = tree ? leafLot(books, batch, tree, identity, now) : null;
    return lot && lot.state !== "drawn" ? [{ lot, batch, terms: leafTerms(books, batch, lot.value, lot.owner) }] : [];
  });
}

/** Batches that stand in a project, may hold a leaf of the member, and whose data is not at hand. */
export function unreadBatches(books: ValueBooks, member: MemberId, project: ProjectId, isAtHand: (batch: BatchClaim) => boolean): BatchClaim[] {
  return batchesOf(books, member, project).flatMap(({ batch, identity }) => (isAtHand(batch) || books.value.drawnLeaves.has(leafKey(batch.id, identity)) ? [] : [batch]));
}

function batchesOf(books: ValueBooks, member: MemberId, project: ProjectId): { batch: BatchClaim; identity: Hex }[] {
  const binding = identityOfMember(books, member);
  if (!binding) return [];
  const stands = (claim: unknown): claim is BatchClaim => (claim as BatchClaim).lane === "batch" && (claim as BatchClaim).project === project && (claim as BatchClaim).inForce > 0n;
  return [...books.work.claims.values()].filter(stands).map((batch) => ({ batch, identity: binding.identity }));
}
