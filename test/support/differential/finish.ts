// What is owed at the end of a history, and what everybody then holds.
import { inForce, isSealed } from "../model/claims.ts";
import type { Work } from "../model/work.ts";
import type { StagedAct } from "./acts.ts";
import type { Tree } from "./tree.ts";

/** Every call that draws something that was not drawn, whoever makes it. */
export function* owed(work: Work, trees: ReadonlyMap<string, Tree>): Iterable<StagedAct> {
  for (let project = 0; project < work.charters.count; project++) {
    yield { is: "close", project, most: 1_000 };
    for (let member = 1; member <= work.people.count; member++) {
      const epochs = work.credits.epochs(project).filter((epoch) => work.shares.isFinal(epoch) && work.credits.of(project, epoch, member) > 0n && !work.shares.isDrawn(project, member, epoch));
      if (epochs.length > 0) yield { is: "draw", project, member, epochs };
    }
  }
  for (const batch of work.claims.latest(1_000_000)) {
    const tree = trees.get(batch.evidence);
    if (batch.lane !== "Batch" || !tree || !isSealed(batch) || inForce(batch) === 0n || tree.sum !== batch.sum) continue;
    for (const leaf of tree.leaves) if (!work.shares.isLeafDrawn(batch.id, leaf.index, leaf.depth)) yield { is: "drawLeaf", batch: batch.id, leaf };
  }
}

/** What everybody holds, lot by lot; holder 0 is a project's reserve. */
export function holdings(work: Work): Record<string, bigint> {
  const held: Record<string, bigint> = {};
  for (let project = 0; project < work.charters.count; project++) {
    for (let holder = 0; holder <= work.people.count; holder++) {
      held[`project ${project}, member ${holder}`] = work.shares.sharesOf(project, holder);
      for (const epoch of work.credits.epochs(project)) held[`project ${project}, member ${holder}, epoch ${epoch}`] = work.shares.lotOf(project, holder, epoch);
    }
  }
  return held;
}

/** How often the sums of an epoch were cut: members at the stop, epochs over the budget, batches over their half. */
export function cuts(work: Work): Record<"stop" | "budget" | "half", number> {
  const found = { stop: 0, budget: 0, half: 0 };
  for (let project = 0; project < work.charters.count; project++) {
    for (const epoch of work.credits.epochs(project)) {
      const { budget, stop, total, batches, batchPart } = work.credits.sums(project, epoch);
      for (let member = 1; member <= work.people.count; member++) if (work.credits.of(project, epoch, member) === stop) found.stop++;
      if (total > budget) found.budget++;
      if (batches > batchPart) found.half++;
    }
  }
  return found;
}

/** Of each epoch that was closed: what it issued, what of it is drawn, and in how many lots; where a sum is not kept, a sentence. */
export function faults(work: Work, trees: ReadonlyMap<string, Tree>): string[] {
  const found: string[] = [];
  for (let project = 0; project < work.charters.count; project++) {
    let issued = 0n;
    for (const epoch of work.credits.epochs(project)) {
      const closed = work.shares.closedEpoch(project, epoch);
      issued += closed.issued;
      const members = Array.from({ length: work.people.count + 1 }, (_, holder) => holder);
      const drawn = members.reduce((sum, holder) => sum + work.shares.lotOf(project, holder, epoch), 0n);
      if (closed.total !== issued) found.push(`Project ${project} issued ${issued} until epoch ${epoch}, and says ${closed.total}.`);
      if (drawn > closed.issued) found.push(`Of ${closed.issued} issued in epoch ${epoch} of project ${project}, ${drawn} are drawn.`);
      // A root that was posted with a sum that is not its own gives nobody anything: that is not dust.
      const batches = work.claims.valuedIn(project, epoch).filter(({ lane }) => lane === "Batch");
      if (batches.some((batch) => trees.get(batch.evidence)?.sum !== batch.sum && inForce(batch) > 0n)) continue;
      const lots = members.filter((holder) => work.shares.isDrawn(project, holder, epoch)).length + batches.reduce((sum, { evidence }) => sum + (trees.get(evidence)?.leaves.length ?? 0), 0);
      if (closed.issued > 0n && closed.issued - drawn >= BigInt(Math.max(1, lots))) found.push(`Of ${closed.issued} issued in epoch ${epoch} of project ${project}, ${closed.issued - drawn} stay undrawn among ${lots} lots.`);
    }
  }
  return found;
}
