import { expect } from "chai";
import { packMarks } from "#client/work/marks.ts";
import { distributionOf, gradeOfStatement } from "#client/work/reviews.ts";
import { statementStageOf, statementStages } from "#client/work/statementStage.ts";
import { grades, type StatementRecord } from "#client/work/types.ts";
import type { Same } from "./sameBooks.ts";
import type { World } from "./world.ts";

/** Compares what the books say of a statement or an article with what registry and reviews say. */
export async function sameStatement(record: StatementRecord, now: number, world: World, same: Same): Promise<void> {
  const { id, kind, proposer, document, submissions } = record;
  const latest = submissions.at(-1);
  const { stage } = statementStageOf(record, now);
  await same(statementStages.indexOf(stage), "projectReviews", "stageOf", id);
  await same(kind === "article", "projectReviews", "isArticle", id);
  if (kind === "article") await same(id, "projectReviews", "articleId", proposer, document);
  else {
    await same(id, "projectRegistry", "statementId", proposer, document);
    await same(packed([proposer, ...record.cofounders]), "projectRegistry", "authorsOf", id);
    await same(record.admittedAs !== null, "projectRegistry", "isAdmitted", id);
  }
  if (latest) await sameSubmission();

  async function sameSubmission(): Promise<void> {
    const { number, submittedAt, deadline, needed, best, takenBackAt, reviews, filledAt } = latest!;
    const theirs = await world.view<Record<string, unknown>>("projectReviews", "submissionOf", id);
    const mine = { number, submittedAt: takenBackAt === null ? submittedAt : 0, deadline, filledAt: filledAt ?? 0, needed, best: grades.indexOf(best), reviews: reviews.length };
    expect(theirs, `submission of ${id}`).to.include(mine);
    const { counts } = distributionOf(latest!);
    await same(counts, "projectReviews", "countsOf", id);
    for (const { reviewer, marks } of reviews) await same(packMarks(marks), "projectReviews", "marksOf", id, reviewer);
    const grade = gradeOfStatement(record, now);
    if (grade !== null) await same(grades.indexOf(grade), "projectReviews", "gradeOf", id);
  }
}

const packed = (members: readonly number[]): bigint => members.reduce((word, member, place) => word | (BigInt(member) << BigInt(32 * place)), 0n);
