// A ring that agrees: its members attest what was never done, each for the others. The model refuses what the rules refuse.
import { type Claim, inForce, isSealed, type Part } from "../../../test/support/model/claims.ts";
import { costOf } from "../../../test/support/model/spending.ts";
import type { Work } from "../../../test/support/model/work.ts";
import { BUDGET, type Constants, foundCoop, membersFrom, PROJECT, roomOf, turn } from "../economy/coop.ts";
import { record } from "../economy/honest.ts";

/** How a ring plays. Counts, and parts from 0 to 1. */
export interface Strategy {
  /** Friends who record and never attest: nobody's answers are lost on their own records. */
  readonly fronts: number;
  /** How many of the fronts and the ring record, fronts first. */
  readonly recorders: number;
  /** How many are named in a record. */
  readonly names: number;
  /** Whether recorders take turns, or one records until nobody can attest him any more. */
  readonly inTurn: boolean;
  /** The smallest tier that it plays for: 0: up to 0.1 % of B, 1: up to 1 %, 2: above. */
  readonly tier: number;
  /** What one answer may cost, as a part of what a pair may spend. */
  readonly part: number;
  /** How many of the others give answers that do not decide, with nothing, as often as that helps. */
  readonly helpers: number;
  /** The part of its budget that it spends on others' records, for its good name. */
  readonly kept: number;
  /** How many records it begins in the epoch before, all answers but the last. */
  readonly held: number;
}

/** Less is not worth a record to it; up to what each tier goes. */
const leastOf = (budget: bigint): bigint => budget / 20_000n;
const topsOf = (budget: bigint): bigint[] => [budget / 1_000n, budget / 100n, budget];
const TIERS = [2, 3, 5] as const;
const least = (...list: bigint[]): bigint => list.reduce((a, b) => (a < b ? a : b));

interface Plan {
  readonly value: bigint;
  readonly yes: readonly number[];
  readonly no: readonly number[];
}

/** A ring, at its place in a cooperative. */
export class Ring {
  readonly work: Work;
  readonly members: readonly number[];
  readonly honest: readonly number[];
  readonly recorders: readonly number[];
  private readonly strategy: Strategy;
  private readonly constants: Constants;
  private readonly made: string[] = [];
  private next = 0;

  /** `fronts`: friends who only record; `honest`: all others who attest. */
  constructor(work: Work, members: readonly number[], fronts: readonly number[], honest: readonly number[], strategy: Strategy, constants: Constants = {}) {
    [this.work, this.members, this.honest, this.strategy, this.constants] = [work, members, honest, strategy, constants];
    this.recorders = [...fronts, ...members].slice(0, strategy.recorders);
  }

  /** Plays an epoch, or two where answers are held over the turn. The last of them is the current one. */
  play(): void {
    if (this.strategy.held > 0) {
      for (let count = 0; count < this.strategy.held; count++) if (!this.mint(true)) break;
      turn(this.work, [...this.members, ...this.honest]);
      for (const claim of this.claims()) this.finish(claim);
    }
    while (this.mint(false)) continue;
  }
  /** One record more, sealed. False where nobody can have one. */
  step = (): boolean => this.mint(false);

  claims = (): Claim[] => this.made.map((id) => this.work.claims.find(id));
  sealed = (): Claim[] => this.claims().filter((claim) => isSealed(claim));
  /** Micro-units that count in the epoch in which they count most. */
  extracted(): bigint {
    const sums = new Map<number, bigint>();
    for (const claim of this.sealed()) sums.set(claim.epoch, (sums.get(claim.epoch) ?? 0n) + inForce(claim));
    return [...sums.values()].reduce((most, sum) => (sum > most ? sum : most), 0n);
  }

  // --- private ---

  /** One record more, with all of its answers or with all but the last. False where nobody can have one. */
  private mint(begun: boolean): boolean {
    for (let tried = 0; tried < this.recorders.length; tried++) {
      const done = this.mintFor(this.ownersFrom(this.next), begun);
      if (!done || this.strategy.inTurn) this.next = (this.next + 1) % this.recorders.length;
      if (done) return true;
    }
    return false;
  }
  private ownersFrom = (first: number): number[] => [...new Set(Array.from({ length: this.strategy.names }, (_, place) => this.recorders[(first + place) % this.recorders.length]!))];

  private mintFor(owners: readonly number[], begun: boolean): boolean {
    for (let tier = this.strategy.tier; tier < TIERS.length; tier++) {
      const plan = this.plan(owners, tier);
      if (!plan) continue;
      const split: Part[] = owners.length === 1 ? [] : owners.map((member) => ({ member, parts: 1 }));
      const { id, quantity } = record(this.work, owners[0]!, Number(plan.value), split);
      this.made.push(id);
      for (const member of plan.no) this.work.attest(member, id, 0);
      for (const member of begun ? plan.yes.slice(1) : plan.yes) this.work.attest(member, id, quantity);
      return true;
    }
    return false;
  }

  /** As much as can be had for some, with as few answers of the ring's own as decide. */
  private plan(owners: readonly number[], tier: number): Plan | undefined {
    const { work, strategy } = this;
    const budget = work.charters.budget(PROJECT);
    const [tops, fewest] = [topsOf(budget), leastOf(budget)];
    const recorded = owners.map((owner) => work.spending.recordedBy(PROJECT, owner)).reduce((a, b) => (a > b ? a : b));
    const top = tops[tier]! - recorded;
    if (top < fewest) return undefined;
    const needed = work.enrolment.needed(PROJECT, (this.constants.tiers ?? TIERS)[tier]!, owners);
    const want = (work.spending.most(PROJECT) * BigInt(Math.round(strategy.part * 1_000))) / 1_000n;
    const kept = (work.spending.limit(PROJECT) * BigInt(Math.round(strategy.kept * 1_000))) / 1_000n;
    const own = this.sorted(this.members, owners, kept);
    const others = this.sorted(this.honest.slice(0, strategy.helpers), owners, 0n);
    for (let no = Math.min(others.length, Math.ceil(needed / 2) - 1); no >= 0; no--) {
      const yes = needed - no;
      if (own.length < yes) continue;
      const room = least(want, own[yes - 1]!.room, ...(no > 0 ? [others[no - 1]!.room] : []));
      const value = least(top, (room * BigInt(needed)) / 5n);
      // So little would be of a smaller tier, and ask for fewer answers.
      if (tier > 0 && recorded + value <= tops[tier - 1]!) continue;
      if (value >= fewest) return { value, yes: own.slice(0, yes).map(({ member }) => member), no: others.slice(0, no).map(({ member }) => member) };
    }
    return undefined;
  }

  /** Those who have most room for a record of some, first. */
  private sorted(among: readonly number[], owners: readonly number[], kept: bigint): { readonly member: number; readonly room: bigint }[] {
    const rooms = among.filter((member) => !owners.includes(member)).map((member) => ({ member, room: least(roomOf(this.work, member, owners), this.work.spending.limit(PROJECT) - kept - this.work.spending.spentBy(PROJECT, member)) }));
    return rooms.sort((a, b) => (a.room < b.room ? 1 : a.room > b.room ? -1 : 0));
  }

  /** What was begun in the epoch before, if enough of the ring can still answer. */
  private finish(claim: Claim): void {
    const owners = claim.split.length === 0 ? [claim.by] : claim.split.map(({ member }) => member);
    const needed = this.work.enrolment.needed(PROJECT, claim.tier, owners);
    const able = this.sorted(this.members, owners, 0n).filter(({ room }) => room >= costOf(claim.value, needed));
    if (able.length < needed) return;
    for (const { member } of able.slice(0, needed)) this.work.attest(member, claim.id, claim.quantity);
  }
}

/** A ring of members 1 to k among so many who attest, in a cooperative of its own. */
export function ringOf(size: number, attesters: number, strategy: Strategy, constants: Constants = {}): Ring {
  const work = foundCoop(attesters, strategy.fronts, constants);
  return new Ring(work, membersFrom(1, size), membersFrom(attesters + 1, strategy.fronts), membersFrom(size + 1, attesters - size), strategy, constants);
}

/** 2.5 · k / M · B in micro-units, M no fewer than ten; by another factor in proportion. */
export const boundOf = (size: number, attesters: number, factor = 7.5): number => ((factor / 3) * size * Number(BUDGET)) / Math.max(10, attesters);

/** What a strategy extracts, as a part of the bound. */
export function ratioOf(size: number, attesters: number, strategy: Strategy, constants: Constants = {}): number {
  const ring = ringOf(size, attesters, strategy, constants);
  ring.play();
  return Number(ring.extracted()) / boundOf(size, attesters, constants.factor);
}
