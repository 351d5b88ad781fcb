// Work and value beneath a history of price: records that seal in the second in which they are made, batches, and lots that are drawn late.
import { id as hashOf } from "ethers";
import type { Random } from "../../client/random.ts";
import { idOf, inForce, isSealed } from "../../model/claims.ts";
import { growTree, type ProvedLeaf, type Tree } from "../tree.ts";
import type { MoneyAct } from "./acts.ts";
import { FOUNDERS } from "./cast.ts";
import type { Troupe } from "./troupe.ts";

const identityOf = (member: number): string => hashOf(`identity of ${member}`);

export class Working {
  private readonly troupe: Troupe;
  private readonly random: Random;
  readonly trees: Map<string, Tree>;
  private made = 0;

  constructor(troupe: Troupe, random: Random, trees = new Map<string, Tree>()) {
    [this.troupe, this.random, this.trees] = [troupe, random, trees];
  }

  private members = (): number[] => Array.from({ length: FOUNDERS }, (_, place) => place + 1);
  private fresh = (): string => hashOf(`evidence of money ${this.made++} ${this.random.part()}`);

  /** Something is claimed, and whoever attests answers until it seals. */
  *burst(): Iterable<MoneyAct> {
    const { random, troupe } = this;
    const project = random.one([0, 0, 1, 1, 2, 3, random.whole(0, troupe.work.charters.count - 1)]);
    const [by, ...others] = random.some(this.members(), 4) as [number, ...number[]];
    for (const member of others)
      if (!troupe.work.enrolment.has(project, member)) yield { is: "enrol", by: member, project };
    const luck = random.part();
    if (luck < 0.6) yield* this.record(project, by);
    else if (luck < 0.9) yield* this.batch(project);
    else yield* this.binding(project);
  }
  private *record(project: number, by: number): Iterable<MoneyAct> {
    const { random, troupe } = this;
    const { budget, rates } = troupe.work.charters.at(project);
    const rate = rates[0] || 1n;
    const quantity = Number(budget / rate / random.one([7n, 12n, 30n, 100n]));
    const report = {
      project,
      kind: "Work" as const,
      quantity: Math.min(Math.max(1, quantity), 2 ** 32 - 1),
      evidence: this.fresh(),
      occurredAt: troupe.work.clock.now,
      split: [],
    };
    yield { is: "record", by, report };
    yield* this.answers(
      project,
      idOf(by, report.evidence),
      random.part() < 0.9 ? report.quantity : Math.max(1, Math.floor(report.quantity / 2)),
    );
  }
  private *batch(project: number): Iterable<MoneyAct> {
    const { random, troupe } = this;
    const by = random.one(troupe.work.charters.find(project).stewards);
    // The last identity is nobody's for ever: its leaf goes to the reserve.
    const entries = random
      .some([...this.members(), 99], random.whole(2, 6))
      .map((member) => ({ identity: identityOf(member), value: random.big(1_000_000n) + 1n }));
    const tree = growTree(entries);
    this.trees.set(tree.root, tree);
    const credit = troupe.work.charters.budget(project) / random.one([2n, 4n, 9n]);
    yield {
      is: "postBatch",
      by,
      batch: { project, root: tree.root, sum: tree.sum, credit: credit > 0n ? credit : 1n },
    };
    yield* this.answers(project, idOf(by, tree.root), 1);
  }
  private *binding(project: number): Iterable<MoneyAct> {
    const { random, troupe } = this;
    const [by, member] = [random.one(troupe.work.charters.find(project).stewards), random.one(this.members())];
    yield { is: "proposeBinding", by, project, identity: identityOf(member), member };
    const claim = troupe.work.claims.latest(1)[0];
    if (claim) yield* this.answers(project, claim.id, 1);
  }
  private *answers(project: number, claim: string, quantity: number): Iterable<MoneyAct> {
    const { work } = this.troupe;
    for (const by of this.random.some([...work.enrolment.in(project)], 4)) {
      const found = work.claims.all.get(claim);
      if (found === null || isSealed(found)) return;
      yield { is: "attest", by, claim, quantity };
    }
  }

  /** Lots are drawn late, one now and one then. */
  drawing(): MoneyAct {
    const { random, troupe } = this;
    const { work } = troupe;
    const project = random.whole(0, work.charters.count - 1);
    const luck = random.part();
    if (luck < 0.25) return { is: "close", project, most: random.one([1, 2, 20]) };
    if (luck < 0.6) return this.drawingLeaf() ?? { is: "close", project, most: 3 };
    const owed = this.owed(project);
    if (owed.length === 0 || luck > 0.97)
      return {
        is: "draw",
        project,
        member: random.whole(0, work.people.count),
        epochs: [random.whole(0, work.clock.epoch)],
      };
    return random.one(owed);
  }
  private owed(project: number): Extract<MoneyAct, { readonly is: "draw" }>[] {
    const { credits, shares, people } = this.troupe.work;
    const final = credits.epochs(project).filter((epoch) => shares.isFinal(epoch));
    return Array.from({ length: people.count }, (_, place) => place + 1).flatMap((member) =>
      final
        .filter((epoch) => credits.of(project, epoch, member) > 0n && !shares.isDrawn(project, member, epoch))
        .map((epoch) => ({ is: "draw" as const, project, member, epochs: [epoch] })),
    );
  }
  private leaves(): { readonly batch: string; readonly leaf: ProvedLeaf }[] {
    const { work } = this.troupe;
    const batches = [...work.claims.latest(2_000)].filter(
      (claim) =>
        claim.lane === "Batch" &&
        this.trees.has(claim.evidence) &&
        isSealed(claim) &&
        inForce(claim) > 0n &&
        work.shares.isFinal(claim.epoch),
    );
    return batches.flatMap(({ id, evidence }) =>
      this.trees
        .get(evidence)!
        .leaves.filter(({ index, depth }) => !work.shares.isLeafDrawn(id, index, depth))
        .map((leaf) => ({ batch: id, leaf })),
    );
  }
  private drawingLeaf(): MoneyAct | undefined {
    const leaves = this.leaves();
    return leaves.length === 0 ? undefined : { is: "drawLeaf", ...this.random.one(leaves) };
  }
  /** Whatever is owed in shares. */
  *all(): Iterable<MoneyAct> {
    for (let project = 0; project < this.troupe.work.charters.count; project++) {
      yield { is: "close", project, most: 1_000 };
      yield* this.owed(project);
    }
    for (const found of this.leaves()) yield { is: "drawLeaf", ...found };
  }
}
