import { DAY } from "../chain/epoch.ts";
import type { StatementRecord, Submission } from "./types.ts";

/** How long a submission waits for its reviews, and a grade for its vote, in seconds. */
export const KEPT = 90 * DAY;

/** The stages, in the order of the contract's enum. */
export const statementStages = ["none", "draft", "inReview", "reviewed", "admitted"] as const;
/** Where a statement or an article stands. */
export type StatementStage = Exclude<(typeof statementStages)[number], "none">;

/** A stage, and until when it lasts if nobody acts; null: without end. */
export interface StatementStanding {
  readonly stage: StatementStage;
  /** The first second in which it is over. In review: when it is fixed if it is filled, else when it is a draft again. */
  readonly until: number | null;
  /** In review: whether it has the reviews that it needs. */
  readonly filled: boolean;
}

/** When what was filled is fixed: when its days are over, or by the review that filled it; null: it was not filled. */
export const fixedAt = ({ filledAt, deadline }: Submission): number | null => (filledAt === null ? null : Math.max(filledAt, deadline));

/** Where a statement or an article stands at a second, as the contract says. */
export function statementStageOf(record: Pick<StatementRecord, "kind" | "submissions" | "admittedAs">, now: number): StatementStanding {
  if (record.admittedAs !== null) return { stage: "admitted", until: null, filled: true };
  const latest = record.submissions.at(-1);
  const draft: StatementStanding = { stage: "draft", until: null, filled: false };
  if (!latest || latest.takenBackAt !== null) return draft;
  const fixed = fixedAt(latest);
  if (fixed === null) {
    const until = latest.submittedAt + KEPT;
    return now < until ? { stage: "inReview", until, filled: false } : draft;
  }
  if (now < fixed) return { stage: "inReview", until: fixed, filled: true };
  if (record.kind === "article") return { stage: "reviewed", until: null, filled: true };
  return now < fixed + KEPT ? { stage: "reviewed", until: fixed + KEPT, filled: true } : draft;
}
