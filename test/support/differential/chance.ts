// Random acts of work and value: mostly such as the rules allow, some that they refuse, many at the very second at which something begins or ends.
import type { Random } from "../client/random.ts";
import { type Claim, isSealed, stageOf } from "../model/claims.ts";
import { DAY, EPOCH } from "../model/rules.ts";
import type { Work } from "../model/work.ts";
import { Answering } from "./answering.ts";
import type { StagedAct } from "./acts.ts";
import { Drawing } from "./drawing.ts";
import { edges } from "./edges.ts";
import { Recorders } from "./recorders.ts";
import type { Tree } from "./tree.ts";
import type { World } from "./world.ts";
import { Voting } from "./voting.ts";

const HOUR = 3_600;
const MOST_ACTS = 100;

/** Chooses what happens next, and when. */
export class Chance {
  private readonly work: Work;
  private readonly random: Random;
  private readonly world: World;
  private readonly answering: Answering;
  private readonly recorders: Recorders;
  private readonly drawing: Drawing;
  private readonly voting: Voting;
  /** The claim that feels the second that was chosen. */
  private felt = "";

  constructor(work: Work, random: Random, world: World) {
    [this.work, this.random, this.world] = [work, random, world];
    this.answering = new Answering(work, random, world);
    this.recorders = new Recorders(work, random);
    this.drawing = new Drawing(work, random, world.haste > 0.5);
    this.voting = new Voting(work, random, world);
  }

  /** What stewards posted, by root. */
  get trees(): ReadonlyMap<string, Tree> {
    return this.recorders.trees;
  }

  /** The next second, and how many acts are done in it. Each is then asked for, since it may follow from the one before. */
  when(): { readonly at: number; readonly acts: number } {
    const { random } = this;
    const many = random.part();
    return { at: this.second(), acts: many < 0.3 ? 1 : many < 0.85 ? random.whole(2, 16) : random.whole(20, MOST_ACTS) };
  }
  private second(): number {
    const { random, work, world } = this;
    const { now } = work.clock;
    if (random.part() < world.far) return now + random.one([1, 2, 3, 4, 12, 40]) * EPOCH;
    if (random.part() > world.haste) return now + random.whole(1, 600);
    const luck = random.part();
    if (luck < 0.35) return now + random.whole(1, 40) * HOUR;
    return luck < 0.4 ? now + random.whole(2, 9) * DAY : this.edge(now);
  }
  private edge(now: number): number {
    const near = edges(this.work).sort((a, b) => a.at - b.at);
    if (near.length === 0) return now + HOUR;
    const { at, claim } = this.random.one(near.slice(0, 10));
    this.felt = claim;
    return at;
  }

  next(): StagedAct {
    const { random } = this;
    const felt = this.work.claims.all.get(this.felt);
    this.felt = "";
    if (felt) return this.feeling(felt);
    const luck = random.part() * 100;
    if (luck < 9) return this.answering.enrolling();
    if (luck < 28) return this.recorders.recording();
    if (luck < 31) return this.recorders.confirming();
    if (luck < 33) return this.recorders.withdrawing();
    if (luck < 56) return this.answering.attesting();
    if (luck < 60) return this.answering.attestingMany();
    if (luck < 65) return this.answering.challenging();
    if (luck < 77) return this.answering.answering();
    if (luck < 79.5) return this.recorders.posting();
    if (luck < 82) return this.recorders.binding();
    if (luck < 84) return this.drawing.closing();
    if (luck < 92) return this.drawing.drawing();
    if (luck < 97.5) return this.drawing.drawingLeaf(this.recorders.trees);
    return this.voting.next();
  }
  /** What a claim feels first at the second at which something about it begins or ends. */
  private feeling(claim: Claim): StagedAct {
    const { answering, recorders, drawing, random } = this;
    if (claim.binds && isSealed(claim) && random.part() < 0.7) return drawing.drawingLeaf(recorders.trees, claim.binds.identity);
    if (claim.round) return answering.answering(claim);
    if (isSealed(claim)) return claim.named === 0 ? recorders.recording(claim) : answering.challenging(claim);
    if (stageOf(claim) === "Pending" && random.part() < 0.6) return answering.attesting(claim);
    return random.part() < 0.5 ? recorders.withdrawing(claim) : recorders.recording(claim);
  }
  *acts(count: number): Iterable<StagedAct> {
    for (let done = 0; done < count; done++) yield this.next();
  }
}
