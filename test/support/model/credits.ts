import type { Charters } from "./charters.ts";
import { type Claim, type Claims, inForce, shareOut } from "./claims.ts";

/** The sums of a project and epoch, in micro-units. */
export interface Sums {
  readonly budget: bigint;
  readonly stop: bigint;
  /** Each member up to the stop. */
  readonly direct: bigint;
  readonly batches: bigint;
  /** What all batches count for together. */
  readonly batchPart: bigint;
  readonly total: bigint;
}

export const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);

/** What claims count for, added up anew from those that were sealed in an epoch. */
export class Credits {
  private readonly charters: Charters;
  private readonly claims: Claims;
  /** What was added up last, and of which claims: a claim that changed is another object. */
  private readonly added = new Map<string, { readonly of: readonly Claim[]; readonly credits: ReadonlyMap<number, bigint>; readonly batches: bigint }>();

  constructor(charters: Charters, claims: Claims) {
    [this.charters, this.claims] = [charters, claims];
  }

  /** The epochs that hold credit, or held some, in ascending order. */
  epochs = (project: number): readonly number[] => this.claims.creditedEpochs(project);

  sums(project: number, epoch: number): Sums {
    const [budget, stop] = [this.charters.budget(project, epoch), this.charters.stop(project, epoch)];
    const { credits, batches } = this.add(project, epoch);
    let direct = 0n;
    for (const credit of credits.values()) direct += least(credit, stop);
    const batchPart = least(batches, budget / 2n);
    return { budget, stop, direct, batches, batchPart, total: direct + batchPart };
  }
  /** What a member counts for in the direct lane. */
  of = (project: number, epoch: number, member: number): bigint => {
    const credit = this.add(project, epoch).credits.get(member) ?? 0n;
    return credit === 0n ? 0n : least(credit, this.charters.stop(project, epoch));
  };

  private add(project: number, epoch: number): { readonly credits: ReadonlyMap<number, bigint>; readonly batches: bigint } {
    const place = `${project} ${epoch}`;
    const of = this.claims.valuedIn(project, epoch);
    const known = this.added.get(place);
    if (known && known.of.length === of.length && known.of.every((claim, index) => claim === of[index])) return known;
    const credits = new Map<number, bigint>();
    let batches = 0n;
    for (const claim of of) {
      const value = inForce(claim);
      if (claim.lane === "Batch") batches += value;
      else for (const [member, share] of shareOut(claim, value)) credits.set(member, (credits.get(member) ?? 0n) + share);
    }
    const sums = { of, credits, batches };
    this.added.set(place, sums);
    return sums;
  }
}
