import { charterIn, isOpenIn } from "#client/work/charters.ts";
import { grades, kinds, type Project } from "#client/work/types.ts";
import type { Same } from "./sameBooks.ts";

/** Compares what the books say of a project, epoch by epoch, with what the registry says. */
export async function sameProject(project: Project, epoch: number, same: Same): Promise<void> {
  const { id, stewards, closing, grade, probationUntil, commonsPercent, fromEpoch, charters } = project;
  const latest = charters.at(-1)!;
  for (let at = 0; at <= epoch + 1; at++) {
    const { budget, rates, minSurplus } = charterIn(project, at);
    await same([budget, isOpenIn(project, at)], "projectRegistry", "budgetAt", id, at);
    await same([kinds.map((kind) => Number(rates[kind])), budget, minSurplus], "projectRegistry", "termsAt", id, at);
  }
  await same(stewards, "projectRegistry", "stewardsOf", id);
  await same(closing?.fromEpoch ?? 0, "projectRegistry", "closedFrom", id);
  const { salesCap, industry } = latest;
  const closedBy = closing === null ? 0 : closing.by === "stewards" ? 1 : 2;
  await same({ salesCap, industry, firstEpoch: fromEpoch, probationUntil, commonsPercent, grade: grades.indexOf(grade), closing: closedBy }, "projectRegistry", "footingOf", id);
}
