import type { ContributionId, MemberId, ProjectId } from "../chain/ids.ts";
import { answerObstacle, attestObstacle, confirmObstacle, costNow } from "../work/may.ts";
import { lapsesAt, stageOf } from "../work/stage.ts";
import type { BatchClaim, Claim } from "../work/types.ts";
import { leafKey, type ValueBooks } from "./fold.ts";
import { identityOfMember, type LeafLot, leavesOf, type Trees } from "./leaves.ts";
import { type Lot, lotsOf } from "./lots.ts";

/** Something a member can do now. */
export type Waiting =
  | { readonly is: "attest"; readonly claim: Claim; readonly cost: bigint; readonly until: number }
  /** A record whose other side the member is. */
  | { readonly is: "confirm"; readonly claim: Claim; readonly until: number }
  | { readonly is: "answer"; readonly claim: Claim; readonly until: number }
  | { readonly is: "draw"; readonly lot: Lot; readonly until: null }
  | { readonly is: "drawLeaf"; readonly leaf: LeafLot; readonly until: null }
  /** A batch that stands may hold a leaf of the member, but its published data is not at hand. */
  | { readonly is: "lookForLeaf"; readonly batch: BatchClaim; readonly until: null };

/** What waits for a member at a moment: what has a deadline first, the nearest before the others. */
export function waitingFor(books: ValueBooks, member: MemberId, now: number, trees: Trees = new Map()): Waiting[] {
  const waiting: Waiting[] = [];
  for (const claim of books.work.claims.values()) {
    if (attestObstacle(books, claim, member, now) === null) waiting.push({ is: "attest", claim, cost: costNow(books, claim, now), until: lapsesAt(claim) });
    else if (confirmObstacle(books, claim, member, now) === null && stageOf(books, claim, now).situation === "unconfirmed") waiting.push({ is: "confirm", claim, until: lapsesAt(claim) });
    else if (answerObstacle(books, claim, member, now) === null) waiting.push({ is: "answer", claim, until: claim.round!.closesAt });
  }
  waiting.sort((a, b) => (a.until ?? 0) - (b.until ?? 0));
  for (const lot of lotsOf(books, member, now)) if (lot.state === "drawable") waiting.push({ is: "draw", lot, until: null });
  for (const leaf of leavesOf(books, member, trees, now)) if (leaf.state === "drawable") waiting.push({ is: "drawLeaf", leaf, until: null });
  for (const batch of unread(books, member, trees)) waiting.push({ is: "lookForLeaf", batch, until: null });
  return waiting;
}

/** Batches that stand and whose data is not at hand, for a member who is bound to an identity and has drawn no leaf of them. */
function unread(books: ValueBooks, member: MemberId, trees: Trees): BatchClaim[] {
  const binding = identityOfMember(books, member);
  if (!binding) return [];
  const drawn = (id: ContributionId) => books.value.drawnLeaves.has(leafKey(id, binding.identity));
  return [...books.work.claims.values()].filter((claim): claim is BatchClaim => claim.lane === "batch" && claim.inForce > 0n && !trees.has(claim.id) && !drawn(claim.id));
}

/** A member's shares by project, where there are any. */
export function holdingsOf({ work, value }: ValueBooks, member: MemberId): { project: ProjectId; shares: bigint }[] {
  const holdings = [...work.projects.keys()].map((project) => ({ project, shares: value.shares.get(`${project}.${member}`) ?? 0n }));
  return holdings.filter(({ shares }) => shares > 0n);
}
