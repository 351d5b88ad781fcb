import type { Random } from "../client/random.ts";
import { inForce, isSealed } from "../model/claims.ts";
import { EPOCH } from "../model/rules.ts";
import type { Work } from "../model/work.ts";
import type { StagedAct } from "./acts.ts";
import type { ProvedLeaf, Tree } from "./tree.ts";

/** From this project nobody draws anything before so many of its epochs wait, or this epoch has come; only drawing wakes it. */
const [SLEEPY, WAITING, SLEEPS_UNTIL] = [0, 11, 60];

/** What anyone may call. */
export class Drawing {
  private readonly work: Work;
  private readonly random: Random;
  private readonly waits: boolean;

  /** `waits`: whether nobody draws from one project for a year. */
  constructor(work: Work, random: Random, waits: boolean) {
    [this.work, this.random, this.waits] = [work, random, waits];
  }

  private rarely = (part = 0.06): boolean => this.random.part() < part;
  private anyProject(): number {
    const { random, work } = this;
    const last = work.charters.count - (this.rarely(0.02) ? 0 : 1);
    const project = random.part() < 0.6 ? 0 : random.whole(0, last);
    return this.sleeps(project) ? random.whole(1, work.charters.count - 1) : project;
  }

  private sleeps = (project: number): boolean => this.waits && project === SLEEPY && this.work.credits.epochs(project).length < WAITING && this.work.clock.epoch < SLEEPS_UNTIL;

  closing(): StagedAct {
    const project = this.anyProject();
    const asleep = this.waits && project === SLEEPY && this.work.shares.closedUntil(project).count === 0;
    return { is: "close", project: asleep ? SLEEPY + 1 : project, most: this.random.one([0, 1, 1, 2, 100]) };
  }

  drawing(): StagedAct {
    const { random, work } = this;
    const project = this.anyProject();
    const epochs = project < work.charters.count ? work.credits.epochs(project) : [];
    const final = epochs.filter((epoch) => work.shares.isFinal(epoch));
    const wild = this.rarely(0.1) || final.length === 0;
    const chosen = wild ? [random.whole(0, work.clock.epoch + 1)] : [random.one(this.rarely(0.6) ? final.slice(-2) : final)];
    if (this.rarely(0.15) && final.length > 1) chosen.push(random.one(final));
    const owed = Array.from({ length: work.people.count }, (_, place) => place + 1).filter((member) => work.credits.of(project, chosen[0]!, member) > 0n && !work.shares.isDrawn(project, member, chosen[0]!));
    const member = owed.length > 0 && !this.rarely(0.12) ? random.one(owed) : random.whole(0, work.people.count);
    return { is: "draw", project, member, epochs: this.rarely(0.01) ? [] : chosen };
  }

  /** `felt`: an identity whose owner may change in this second. */
  drawingLeaf(trees: ReadonlyMap<string, Tree>, felt?: string): StagedAct {
    const { random, work } = this;
    const batches = [...work.claims.latest(2_000)].filter((claim) => claim.lane === "Batch" && trees.has(claim.evidence));
    const standing = batches.filter((claim) => isSealed(claim) && inForce(claim) > 0n && work.clock.now >= claim.sealedAt + EPOCH && !this.sleeps(claim.project));
    const list = standing.length > 0 && !this.rarely(0.08) ? standing : batches.filter(({ project }) => !this.sleeps(project));
    if (list.length === 0) return this.drawing();
    const holds = felt === undefined ? [] : list.filter(({ evidence }) => trees.get(evidence)!.leaves.some(({ identity }) => identity === felt));
    const batch = random.one((holds.length > 0 ? holds : list).slice(-20));
    const tree = trees.get(batch.evidence)!;
    const open = tree.leaves.filter(({ index, depth }) => !work.shares.isLeafDrawn(batch.id, index, depth));
    const leaf = tree.leaves.find(({ identity }) => identity === felt) ?? random.one(open.length > 0 && !this.rarely(0.1) ? open : tree.leaves);
    return { is: "drawLeaf", batch: batch.id, leaf: this.altered(leaf, tree.sum === batch.sum) };
  }
  /** Mostly as it is; sometimes with a proof of something else. */
  private altered(leaf: ProvedLeaf, sums: boolean): ProvedLeaf {
    const { random } = this;
    if (!this.rarely(0.04)) return { ...leaf, genuine: sums };
    const ways: Partial<ProvedLeaf>[] = [{ value: leaf.value + 1n }, { index: leaf.index + 1 }, { index: leaf.index + 2 ** leaf.depth }, { value: 0n }, { identity: `0x${"11".repeat(32)}` }, { depth: leaf.depth + 1, hashes: [...leaf.hashes, leaf.identity], sums: [...leaf.sums, 0n] }];
    if (leaf.depth > 0) ways.push({ sums: leaf.sums.map((sum) => sum + 1n) });
    return { ...leaf, ...random.one(ways), genuine: false };
  }
}
