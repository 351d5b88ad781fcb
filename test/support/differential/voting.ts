import type { Random } from "../client/random.ts";
import { placeOf } from "../model/parameters.ts";
import type { Charter } from "../model/projects.ts";
import type { Work } from "../model/work.ts";
import type { StagedAct } from "./acts.ts";
import { charterWith, UNIT, type World } from "./world.ts";

const MOST_VENTURES = 9;
const WAIT_TO_CLOSE = 6;

/** What a vote decides, who comes and who goes. */
export class Voting {
  private readonly work: Work;
  private readonly random: Random;
  private readonly world: World;

  constructor(work: Work, random: Random, world: World) {
    [this.work, this.random, this.world] = [work, random, world];
  }

  private anyone = (): number => this.random.whole(1, this.work.people.count);

  next(): StagedAct {
    const { random, world, work } = this;
    if (random.part() < world.going) return this.going();
    const luck = random.part();
    if (luck < 0.25 && work.people.count < world.most) return this.joining();
    if (luck < 0.5) return { is: "seat", member: random.part() < 0.6 ? work.people.count : this.anyone() };
    if (luck < 0.62) return this.numbering();
    // With fewer than three seated no statement is written.
    if (work.people.seated < 3) return this.numbering();
    if (luck < 0.82) return this.amending();
    if (luck < 0.9) return { is: "stewards", project: random.whole(0, work.charters.count - 1), stewards: random.some(this.active(), random.whole(1, 4)) };
    if (luck < 0.96) return this.admitting();
    return this.closing();
  }

  private active = (): number[] => Array.from({ length: this.work.people.count }, (_, place) => place + 1);

  private going(): StagedAct {
    const { random, work, world } = this;
    // The first members write statements and attest; most of those who go are others, and a few must stay until the end.
    const late = work.clock.epoch > 12;
    const member = random.whole(late ? 2 : Math.min(work.people.count, Math.ceil(world.founders * 0.8)), work.people.count);
    if (random.part() < 0.7) return { is: "leave", by: random.part() < 0.1 ? 0 : member };
    return work.people.standingOf(member) === "Active" ? { is: "expel", member } : this.numbering();
  }
  private joining(): StagedAct {
    const { random, work } = this;
    const { now } = work.clock;
    const able = this.active().filter((member) => work.people.isSeated(member) && work.people.vouchesLeft(member, now) > 0 && now >= work.people.mayVouchFrom(member));
    const needed = Math.min(2, work.people.seated);
    // Mostly the same few vouch, so that there are wards of one sponsor.
    return { is: "join", newcomer: work.people.count + 1, sponsors: random.some(able.slice(0, 6), needed) };
  }
  private numbering(): StagedAct {
    const { random } = this;
    const [name, least, most] = random.one([["WindowDays", 3, 7], ["StopPercent", 5, 25]] as const);
    return { is: "number", place: placeOf(name), value: random.part() < 0.05 ? most + 1 : random.whole(least, most) };
  }

  private near(charter: Charter, project: number): Charter {
    const { random, work } = this;
    const move = (amount: bigint): bigint => amount + random.one([0n, 0n, amount / 10n, -(amount / 10n), amount / 20n]);
    const { stewards } = work.charters.find(project);
    const bounded = (amount: bigint, most: bigint): bigint => (amount > most ? most : amount);
    return charterWith(bounded(move(charter.budget), 2n ** 48n - 1n), charter.rates.map((rate) => bounded(move(rate), 2n ** 40n - 1n)), stewards);
  }
  private amending(): StagedAct {
    const { random, work } = this;
    const open = Array.from({ length: work.charters.count }, (_, project) => project).filter((project) => work.charters.find(project).closedFrom === Infinity);
    const project = random.part() < 0.4 ? 0 : random.one(open);
    return { is: "amend", project, charter: this.near(work.charters.find(project).charters.at(-1)!.charter, project) };
  }
  private admitting(): StagedAct {
    const { random, work } = this;
    if (work.charters.count >= MOST_VENTURES) return this.amending();
    return { is: "admit", charter: charterWith(UNIT * BigInt(random.whole(10, 5_000)), [UNIT, UNIT / 3n, 2n * UNIT, UNIT], random.some(this.active(), 2)) };
  }
  private closing(): StagedAct {
    const { random, work } = this;
    if (work.clock.epoch < WAIT_TO_CLOSE || work.charters.count < 7) return this.admitting();
    return { is: "closeProject", project: random.part() < 0.1 ? 0 : random.whole(2, work.charters.count - 1) };
  }
}
