import { id as hashOf } from "ethers";
import type { Random } from "../client/random.ts";
import { KINDS } from "../model/charters.ts";
import { type Claim, idOf, inForce, isWaiting, LAPSE, ownersOf, type Part, stageOf } from "../model/claims.ts";
import { isTwoSided, type Report } from "../model/recording.ts";
import { DAY } from "../model/rules.ts";
import { PAIRS_FROM } from "../model/spending.ts";
import type { Work } from "../model/work.ts";
import type { StagedAct } from "./acts.ts";
import { HARVEST, isHarvest, recent } from "./edges.ts";
import { besides, type Entry, growTree, type Tree } from "./tree.ts";

const IDENTITIES = 14;
/** So many members do much. */
const MUCH = 5;

/** Who writes what down, who takes it back, and what stewards post. */
export class Recorders {
  private readonly work: Work;
  private readonly random: Random;
  /** By root. */
  readonly trees = new Map<string, Tree>();
  /** What was recorded last, or tried to be, by claim. */
  private readonly reports = new Map<string, Report>();
  private made = 0;

  constructor(work: Work, random: Random) {
    [this.work, this.random] = [work, random];
  }

  private rarely = (part = 0.06): boolean => this.random.part() < part;
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
  private fresh = (): string => `0x${(++this.made).toString(16).padStart(8, "0")}${this.random.hash().slice(10)}`;
  /** Most is done in the first project or two, so that their budgets are felt. */
  private anyProject(): number {
    const { random, work } = this;
    if (this.rarely(0.01)) return work.charters.count;
    const luck = random.part();
    if (luck < 0.55) return 0;
    return luck < 0.75 ? 1 : random.whole(0, work.charters.count - 1);
  }

  // --- records ---

  recording(felt?: Claim): StagedAct {
    const joint = felt && (felt.lane === "Record" || felt.lane === "Joint") ? felt : undefined;
    if (!felt && isHarvest(this.work) && this.rarely(0.5)) return this.harvesting();
    const again = joint ?? (this.rarely(0.08) ? this.former() : undefined);
    const by = again?.by ?? (this.rarely(0.4) ? this.random.whole(1, MUCH) : this.anyone());
    const report = this.report(by, again);
    this.reports.set(idOf(by, report.evidence), report);
    return { is: "record", by, report };
  }
  private harvesting(): StagedAct {
    const { work } = this;
    const { budget, rates } = work.charters.at(0);
    const by = this.random.whole(1, Math.min(9, work.people.count));
    const quantity = Number(budget / rates[0]! / HARVEST);
    return { is: "record", by, report: { project: 0, kind: "Work", quantity, evidence: this.fresh(), occurredAt: work.clock.now, split: [] } };
  }
  /** Sometimes the same again, sometimes other terms under the same evidence. */
  private former(): Claim | undefined {
    const { work } = this;
    const old = recent(work, 300).filter((claim) => claim.lane === "Record" || claim.lane === "Joint");
    const free = old.filter((claim) => stageOf(claim) === "Withdrawn" || (isWaiting(claim) && work.claims.hasLapsed(claim)) || (stageOf(claim) === "Sealed" && claim.named === 0));
    const list = free.length > 0 && !this.rarely(0.2) ? free : old;
    return list.length === 0 ? undefined : this.random.one(list);
  }

  private report(by: number, again?: Claim): Report {
    const { random, work } = this;
    const { now } = work.clock;
    const known = again && !this.rarely(0.3);
    const project = known ? again.project : this.anyProject();
    const kind = this.rarely(0.12) ? "Learning" : random.one(["Work", "Work", "Work", "Work", "Experience", "Sharing"] as const);
    const two = isTwoSided(kind) && !this.rarely(0.05);
    const evidence = again?.evidence ?? (this.rarely(0.03) ? this.takenEvidence() : this.fresh());
    const far = random.one([0, 0, 1, 3_600, DAY, 30 * DAY, LAPSE - 1, LAPSE]);
    const occurredAt = this.rarely(0.02) ? random.one([now + 1, now - LAPSE - 1]) : now - far;
    return { project, kind, quantity: known ? again.quantity : this.quantity(by, project, KINDS.indexOf(kind)), evidence, occurredAt, split: known ? again.split : this.split(by, two) };
  }
  private takenEvidence(): string {
    const standing = recent(this.work, 200).filter((claim) => (claim.lane === "Record" || claim.lane === "Joint") && inForce(claim) > 0n);
    return standing.length === 0 ? this.fresh() : this.random.one(standing).evidence;
  }
  /** By what it would be worth: a thousandth, a hundredth, a tenth of the budget, and at the very bounds. */
  private quantity(by: number, project: number, kind: number): number {
    const { random, work } = this;
    if (project >= work.charters.count) return 1;
    const { budget, rates } = work.charters.at(project);
    const rate = rates[kind] || 1n;
    // The first few do much, so that the stop is felt, and what two may spend on each other.
    const much = work.enrolment.count(project) < PAIRS_FROM ? [12n, 7n, 5n, 4n] : [40n, 25n, 16n, 14n];
    const parts = by <= MUCH && this.rarely(0.7) ? random.one(much) : random.one([2_000n, 1_000n, 1_000n, 500n, 200n, 100n, 100n, 60n, 25n, 12n]);
    const whole = this.rarely(0.04) ? random.one([0n, budget / rate, budget / rate + 1n, 2n, 2n ** 32n - 1n]) : budget / rate / parts + BigInt(random.whole(-1, 1));
    return Number(whole < 0n ? 0n : whole > 2n ** 32n - 1n ? 2n ** 32n - 1n : whole);
  }
  private split(by: number, two: boolean): Part[] {
    const { random, work } = this;
    if (!two && random.part() < 0.7) return [];
    const others = random.some(Array.from({ length: work.people.count }, (_, place) => place + 1).filter((member) => member !== by), random.whole(1, 6));
    const split: Part[] = [by, ...others].map((member) => ({ member, parts: random.one([1, 1, 2, 3, 50, 255]) }));
    if (two && random.part() < 0.5) split[1] = { ...split[1]!, parts: 0 };
    if (!this.rarely(0.1)) return split;
    return random.one([split.slice(0, 1), split.slice(1), [...split, split[0]!], [...split, { member: work.people.count + 1, parts: 1 }], split.map((part, place) => (place === split.length - 1 ? { ...part, parts: 0 } : part)), [{ member: by, parts: 0 }, ...split.slice(1)], [...split, ...split, ...split, ...split]]);
  }

  /** The other side says that it was so; now and then somebody else does, or of something else. */
  confirming(): StagedAct {
    const { random, reports } = this;
    const last = recent(this.work, 200);
    const unconfirmed = last.filter((claim) => stageOf(claim) === "Unconfirmed");
    const list = unconfirmed.length > 0 && !this.rarely() ? unconfirmed : last.filter(({ id }) => reports.has(id));
    if (list.length === 0) return this.recording();
    const claim = random.one(list.slice(-8));
    const report = reports.get(claim.id)!;
    const by = this.rarely() || claim.split.length < 2 ? this.anyone() : claim.split[1]!.member;
    return { is: "confirm", by, claim: claim.id, report: this.rarely() ? { ...report, quantity: report.quantity + 1 } : report };
  }

  withdrawing(felt?: Claim): StagedAct {
    const waiting = recent(this.work).filter((claim) => isWaiting(claim) && (claim.answers.length === 0 || this.rarely(0.2)));
    const last = felt ? [felt] : this.rarely(0.1) ? recent(this.work, 200) : waiting;
    if (last.length === 0) return this.recording();
    const claim = this.random.one(last);
    return { is: "withdraw", by: this.rarely() ? this.anyone() : this.random.one(ownersOf(claim)), claim: claim.id };
  }

  // --- stewards ---

  private steward(project: number): number {
    if (this.rarely(0.08) || project >= this.work.charters.count) return this.anyone();
    return this.random.one(this.work.charters.find(project).stewards);
  }
  private readonly identity = (number: number): string => hashOf(`identity ${number}`);
  private tree(): Tree {
    const { random } = this;
    const entries = (): Entry[] => random.some(Array.from({ length: IDENTITIES }, (_, place) => place), random.whole(1, 7)).map((place) => ({ identity: this.identity(place), value: random.big(2n ** BigInt(random.one([6, 20, 30, 50]))) + 1n }));
    return this.rarely(0.2) ? besides(growTree(entries()), growTree(entries())) : growTree(entries());
  }
  posting(): StagedAct {
    const { random, work, trees } = this;
    const project = isHarvest(this.work) && this.rarely(0.5) ? 0 : this.anyProject();
    const tree = trees.size > 0 && this.rarely(0.1) ? random.one([...trees.values()].slice(-5)) : this.tree();
    trees.set(tree.root, tree);
    const half = project < work.charters.count ? work.charters.budget(project) / 2n : 1n;
    const credit = this.rarely(0.05) ? random.one([0n, half + 1n, 2n ** 64n - 1n]) : this.rarely(0.4) ? half : random.big(half) + 1n;
    // A root whose sum is another than it was posted with proves nothing.
    const sum = this.rarely(0.08) ? random.one([tree.sum + 1n, 0n, 2n ** 63n, 2n ** 63n - 1n]) : tree.sum;
    return { is: "postBatch", by: this.steward(project), batch: { project, root: tree.root, sum, credit } };
  }
  binding(): StagedAct {
    const { random, work } = this;
    const project = this.anyProject();
    const member = this.rarely(0.03) ? work.people.count + 1 : random.whole(1, work.people.count);
    const identity = this.identity(this.rarely(0.5) ? member % IDENTITIES : random.whole(0, IDENTITIES - 1));
    return { is: "proposeBinding", by: this.steward(project), project, identity, member };
  }
}
