import type { Hex } from "viem";
import { epochOf } from "../chain/clock.ts";
import { finalAt } from "../chain/epoch.ts";
import { type ContributionId, type MemberId, NOBODY, type ProjectId } from "../chain/ids.ts";
import { keyOf } from "../work/fold.ts";
import { creditOf, smaller, sumsOf } from "../work/sums.ts";
import { type Draw, leafKey, type ValueBooks } from "./fold.ts";
import { ofCredit } from "./shares.ts";

/** A holder's shares in a project, micro-units. Holder 0 is the reserve. */
export const sharesOf = ({ value }: ValueBooks, project: ProjectId, holder: MemberId): bigint => value.shares.get(keyOf(project, holder)) ?? 0n;

/** All drawings of a holder's lot of an epoch, both lanes. */
export const drawsOf = ({ value }: ValueBooks, project: ProjectId, holder: MemberId, epoch: number): readonly Draw[] =>
  value.draws.get(keyOf(project, epoch, holder)) ?? [];

/** A holder's drawn shares of one epoch, all lanes together. */
export const lotOf = (books: ValueBooks, project: ProjectId, holder: MemberId, epoch: number): bigint =>
  drawsOf(books, project, holder, epoch).reduce((sum, draw) => sum + draw.shares, 0n);

/** Whether a member's lot of the direct lane was drawn. */
export const isDrawn = (books: ValueBooks, project: ProjectId, member: MemberId, epoch: number): boolean =>
  drawsOf(books, project, member, epoch).some((draw) => draw.leaf === null);

/** Whether the leaf of an identity at that place was drawn. */
export const isLeafDrawn = ({ value }: ValueBooks, batch: ContributionId, identity: Hex, index: number, depth: number): boolean =>
  (value.drawnLeaves.get(leafKey(batch, identity)) ?? []).some((leaf) => leaf.index === BigInt(index) && leaf.depth === depth);

/** What an epoch issues: min(budget, credit). Before it is closed it is what closing would give now. */
export function issueOf(books: ValueBooks, project: ProjectId, epoch: number): { issued: bigint; total: bigint; closed: boolean } {
  const closed = books.value.closed.get(keyOf(project, epoch));
  if (closed) return { issued: closed.issued, total: closed.credit, closed: true };
  const { total, budget } = sumsOf(books, project, epoch);
  return { issued: smaller(total, budget), total, closed: false };
}

/** A member's credit of one project and epoch in the direct lane, and what it gives. */
export interface Lot {
  readonly project: ProjectId;
  readonly epoch: number;
  readonly member: MemberId;
  /** What counts, at most the stop. */
  readonly credit: bigint;
  readonly issued: bigint;
  readonly total: bigint;
  /** Drawn, or what drawing gives; before the epoch is final, what it would give if nothing changed. */
  readonly shares: bigint;
  /** From when on it can be drawn. */
  readonly finalAt: number;
  readonly state: "open" | "drawable" | "drawn";
}

/** All lots of a member in the direct lane, newest epoch first. */
export function lotsOf(books: ValueBooks, member: MemberId, now: number): Lot[] {
  const lots: Lot[] = [];
  for (const [project, epochs] of books.work.creditedEpochs)
    for (const epoch of epochs) {
      const lot = directLot(books, project, epoch, member, now);
      if (lot) lots.push(lot);
    }
  return lots.sort((a, b) => b.epoch - a.epoch || a.project - b.project);
}

/** A member's lot of one project and epoch; null where nothing counts. */
export function directLot(books: ValueBooks, project: ProjectId, epoch: number, member: MemberId, now: number): Lot | null {
  const credit = member === NOBODY ? 0n : creditOf(books, project, epoch, member);
  if (credit === 0n) return null;
  const { issued, total } = issueOf(books, project, epoch);
  const drawn = drawsOf(books, project, member, epoch).find((draw) => draw.leaf === null);
  const final = finalAt(books.clock.genesis, epoch);
  const state = drawn ? "drawn" : now >= final ? "drawable" : "open";
  return { project, epoch, member, credit, issued, total, shares: drawn?.shares ?? ofCredit(credit, issued, total), finalAt: final, state };
}

/** How many epochs of a project are final and not closed: after more than eight, `close` comes before drawing. */
export function unclosed(books: ValueBooks, project: ProjectId, now: number): number {
  const epochs = books.work.creditedEpochs.get(project) ?? [];
  const due = epochs.filter((epoch) => epoch + 2 <= epochOf(books, now)).length;
  return due - (books.value.closedUntil.get(project)?.count ?? 0);
}
