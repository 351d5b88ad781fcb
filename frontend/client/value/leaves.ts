import type { Hex } from "viem";
import { DAY, finalAt } from "../chain/epoch.ts";
import { type ContributionId, type MemberId, NOBODY, type ProjectId } from "../chain/ids.ts";
import { bindingCountsFrom } from "../work/stage.ts";
import { sumsOf } from "../work/sums.ts";
import type { SumTree } from "../work/sumTree.ts";
import type { BatchClaim, BindingClaim } from "../work/types.ts";
import type { ValueBooks } from "./fold.ts";
import { isLeafDrawn, issueOf } from "./lots.ts";
import { type LeafTerms, ofLeaf } from "./shares.ts";

/** How long leaves of people who have not joined wait for a binding after the batch is final, in seconds. */
export const UNBOUND_AFTER = 3 * 365 * DAY;

/** The trees of batches whose published data is at hand, by the batch's id. */
export type Trees = ReadonlyMap<ContributionId, SumTree>;

/** Whose a leaf is. `known` false: nobody's yet. Owner 0: the project's reserve (an attester's own, or unbound after three years). */
export function leafOwner(books: ValueBooks, batch: BatchClaim, identity: Hex, now: number): { known: boolean; owner: MemberId } {
  const deadline = finalAt(books.clock.genesis, batch.epoch) + UNBOUND_AFTER;
  const binding = bindingOf(books, identity);
  const counts = binding && bindingCountsFrom(binding);
  const stands = binding && counts && binding.inForce > 0n && now >= counts && counts <= deadline;
  if (!stands) return { known: now >= deadline, owner: NOBODY };
  const attested = batch.answers.some(({ attester }) => attester === binding.member);
  return { known: true, owner: attested ? NOBODY : binding.member };
}

/** The binding of an identity that was sealed last. */
export function bindingOf({ work }: ValueBooks, identity: Hex): BindingClaim | undefined {
  const claim = work.claims.get(work.bindingOf.get(identity)!);
  return claim?.lane === "binding" ? claim : undefined;
}

/** The identity that a member is bound to, whether it counts yet or not. */
export function identityOfMember({ work }: ValueBooks, member: MemberId): BindingClaim | undefined {
  const claim = work.claims.get(work.bindingTo.get(member)!);
  return claim?.lane === "binding" && claim.inForce > 0n ? claim : undefined;
}

/** What a leaf's shares are computed from. */
export function leafTerms(books: ValueBooks, batch: BatchClaim, value: bigint, owner: MemberId): LeafTerms {
  const { batches, batchPart, stop } = sumsOf(books, batch.project, batch.epoch);
  const { issued, total } = issueOf(books, batch.project, batch.epoch);
  return { value, sum: batch.sum, credit: batch.inForce, batches, batchPart, stop: owner === NOBODY ? null : stop, issued, total };
}

/** A leaf of a batch that stands, and what drawing it gives. */
export interface LeafLot {
  readonly batch: ContributionId;
  readonly project: ProjectId;
  readonly epoch: number;
  readonly identity: Hex;
  readonly index: number;
  readonly value: bigint;
  readonly owner: MemberId;
  readonly shares: bigint;
  /** What the stop withholds for the reserve. */
  readonly withheld: bigint;
  /** From when on it can be drawn: when the epoch is final and the binding counts. */
  readonly drawableFrom: number;
  readonly state: "open" | "drawable" | "drawn";
}

/** The leaf of an identity in a batch; null where there is none or the batch does not stand. */
export function leafLot(books: ValueBooks, batch: BatchClaim, tree: SumTree, identity: Hex, now: number): LeafLot | null {
  const index = tree.indexOf(identity);
  if (index < 0 || tree.root !== batch.evidence || batch.inForce === 0n) return null;
  const { value } = tree.leaves[index]!;
  const drawableFrom = leafDrawableFrom(books, batch, identity);
  const { owner } = leafOwner(books, batch, identity, Math.max(now, drawableFrom));
  const { shares, withheld } = ofLeaf(leafTerms(books, batch, value, owner));
  const state = isLeafDrawn(books, batch.id, identity, index, tree.depth) ? "drawn" : now >= drawableFrom ? "drawable" : "open";
  return { batch: batch.id, project: batch.project, epoch: batch.epoch, identity, index, value, owner, shares, withheld, drawableFrom, state };
}

/** When the epoch is final and it is known whose the leaf is: by a binding that counts, or because three years went by. */
function leafDrawableFrom(books: ValueBooks, batch: BatchClaim, identity: Hex): number {
  const final = finalAt(books.clock.genesis, batch.epoch);
  const binding = bindingOf(books, identity);
  const counts = binding && binding.inForce > 0n ? bindingCountsFrom(binding)! : Infinity;
  return counts <= final + UNBOUND_AFTER ? Math.max(final, counts) : final + UNBOUND_AFTER;
}

/** The leaves of a member in all batches whose data is at hand. */
export function leavesOf(books: ValueBooks, member: MemberId, trees: Trees, now: number): LeafLot[] {
  const binding = identityOfMember(books, member);
  if (!binding) return [];
  const found: LeafLot[] = [];
  for (const [id, tree] of trees) {
    const batch = books.work.claims.get(id);
    const lot = batch?.lane === "batch" ? leafLot(books, batch, tree, binding.identity, now) : null;
    if (lot) found.push(lot);
  }
  return found;
}
