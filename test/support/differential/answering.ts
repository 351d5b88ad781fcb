import type { Random } from "../client/random.ts";
import { attestersOf, type Claim, isSealed, isVoted, ownersOf, stageOf } from "../model/claims.ts";
import { costOf } from "../model/spending.ts";
import type { Work } from "../model/work.ts";
import type { StagedAct } from "./acts.ts";
import { HARVEST, isHarvest, recent } from "./edges.ts";
import type { World } from "./world.ts";

const LOOKED_AT = 120;

/** Who attests, who answers, and what they say. */
export class Answering {
  private readonly work: Work;
  private readonly random: Random;
  private readonly world: World;

  constructor(work: Work, random: Random, world: World) {
    [this.work, this.random, this.world] = [work, random, world];
  }

  private rarely = (part = 0.07): boolean => this.random.part() < part;
  /** Mostly somebody who takes part. */
  private anyone(): number {
    const { people } = this.work;
    if (this.rarely(0.04)) return this.random.whole(0, people.count);
    for (let tries = 0; tries < 5; tries++) {
      const member = this.random.whole(1, people.count);
      if (people.standingOf(member) === "Active") return member;
    }
    return 1;
  }
  private anyProject = (): number => this.random.whole(0, this.work.charters.count - (this.rarely(0.02) ? 0 : 1));
  private one = <T>(list: readonly T[]): T | undefined => (list.length === 0 ? undefined : this.random.one(list));
  /** One of the last claims, as long as there is any that fits. */
  private claimThat(fits: (claim: Claim) => boolean): Claim | undefined {
    const last = recent(this.work, LOOKED_AT);
    return this.one(this.rarely() ? last : last.filter(fits));
  }
  private nothing = (): string => `${this.anyone()} 0x${"77".repeat(32)}`;

  /** All like the first project, where twelve are reached the soonest; some like others, by their numbers. */
  enrolling(): StagedAct {
    const { random, work, world } = this;
    const by = this.rarely() ? this.anyone() : random.whole(1, Math.min(world.attesters, work.people.count));
    const liked = random.one([0, 0, 0, 1, 2 + (by % 3)]);
    return { is: "enrol", by, project: this.rarely(0.2) ? this.anyProject() : liked };
  }

  attesting(felt?: Claim): StagedAct {
    const { work } = this;
    const claim = felt ?? this.harvested() ?? this.claimThat((one) => stageOf(one) === "Pending" && !work.claims.hasLapsed(one) && work.enrolment.others(one.project, ownersOf(one)).length > 0);
    if (!claim) return { is: "attest", by: this.anyone(), claim: this.nothing(), quantity: 1 };
    return { is: "attest", by: this.attesterFor(claim), claim: claim.id, quantity: this.quantity(claim) };
  }
  /** What was brought in is attested before all else, and mostly as it was claimed. */
  private harvested(): Claim | undefined {
    const { work } = this;
    if (!isHarvest(work) || this.rarely(0.3)) return undefined;
    return recent(work, LOOKED_AT).find((one) => one.project === 0 && one.value * (HARVEST + 1n) > work.charters.budget(0) && stageOf(one) === "Pending" && !work.claims.hasLapsed(one) && this.able(one).length > 0);
  }
  /** Who may answer a claim, and in a harvest can still afford it. */
  private able(claim: Claim): number[] {
    const { work } = this;
    const answered = claim.epoch === work.clock.epoch ? attestersOf(claim) : [];
    const others = work.enrolment.others(claim.project, [...ownersOf(claim), ...answered]).sort((a, b) => a - b);
    if (!isHarvest(work) || isVoted(claim)) return others;
    const left = work.spending.limit(claim.project) - costOf(claim.value, claim.needed);
    return others.filter((member) => work.spending.spentBy(claim.project, member) <= left);
  }
  attestingMany(): StagedAct {
    const { random, work } = this;
    const by = this.anyone();
    const waiting = recent(work, LOOKED_AT).filter((claim) => stageOf(claim) === "Pending" && (this.rarely(0.02) || (work.enrolment.has(claim.project, by) && !ownersOf(claim).includes(by) && !work.claims.hasLapsed(claim) && !(claim.epoch === work.clock.epoch && attestersOf(claim).includes(by)))));
    const chosen = random.some(waiting, random.whole(0, 5));
    if (chosen.length > 0 && this.rarely(0.05)) chosen.push(chosen[0]!);
    return { is: "attestMany", by, answers: chosen.map((claim) => ({ id: claim.id, quantity: this.quantity(claim) })) };
  }
  private attesterFor(claim: Claim): number {
    if (this.rarely()) return this.anyone();
    if (this.rarely(0.05)) return this.random.one([...ownersOf(claim), ...attestersOf(claim)]);
    const able = this.able(claim);
    // Some always ask the same ones, until no more may be spent between them.
    return this.one(this.rarely(0.4) ? able.slice(0, 2) : able) ?? this.anyone();
  }
  private quantity(claim: Claim): number {
    const { random } = this;
    if (this.rarely(0.02)) return claim.quantity + 1;
    if (isVoted(claim)) return random.part() < 0.85 ? 1 : 0;
    return random.part() < (isHarvest(this.work) ? 0.9 : 0.7) ? claim.quantity : this.rarely(0.25) ? 0 : random.whole(0, claim.quantity);
  }

  challenging(felt?: Claim): StagedAct {
    const { work } = this;
    const { now } = work.clock;
    const claim = felt ?? this.claimThat((one) => stageOf(one) === "Sealed" && one.named > 0 && now < work.rounds.windowOf(one));
    if (!claim) return this.answering();
    const by = this.rarely(0.08) ? this.random.one([...ownersOf(claim), ...attestersOf(claim)]) : this.rarely(0.5) ? this.random.whole(1, Math.min(4, work.people.count)) : this.anyone();
    return { is: "challenge", by, claim: claim.id };
  }
  answering(felt?: Claim): StagedAct {
    const { random, work } = this;
    const claim = felt ?? this.claimThat((one) => one.round !== null && work.claims.isOpen(one)) ?? (this.rarely(0.3) ? this.one(recent(work).filter(isSealed)) : undefined);
    if (!claim && !this.rarely(0.05)) return this.attesting();
    if (!claim) return { is: "answer", by: this.anyone(), claim: this.nothing(), tenths: 10 };
    const { round } = claim;
    const open = round ? work.rounds.eligible(claim, round.challenger).filter((member) => !round.answers.has(member)) : [];
    const by = this.rarely(0.08) ? random.one([...ownersOf(claim), ...attestersOf(claim), ...(round ? [round.challenger, ...round.answers.keys()] : [])]) : this.rarely() ? this.anyone() : (this.one(open) ?? this.anyone());
    // Some claims are good and some are not, as their evidence happens to say.
    const good = Number.parseInt(claim.id.slice(-2), 16) % 3;
    const tenths = isVoted(claim) ? (random.part() < [0.3, 0.6, 0.9][good]! ? 10 : 0) : random.one([[0, 0, 0, 1, 5], [0, 4, 5, 9, 10], [10, 10, 10, 9, 8]][good]!);
    return { is: "answer", by, claim: claim.id, tenths: this.rarely(0.03) ? random.one([11, 5, 255]) : tenths };
  }
}
