import type { MemberId } from "../chain/ids.ts";
import type { WorkBooks } from "./fold.ts";
import { medianMarks } from "./reviews.ts";
import { fixedAt } from "./statementStage.ts";
import type { Review, StatementRecord, Submission } from "./types.ts";

/** A review that a member gave. */
export interface GivenReview {
  readonly statement: StatementRecord;
  readonly submission: Submission;
  readonly review: Review;
  /** How far its twelve marks lie from the medians, added up, 0 to 24; null while its review is not over. */
  readonly distance: number | null;
  /** Whether a proposer said that he takes up what it says. */
  readonly adopted: boolean;
}

/** What is known of a member as a reviewer. */
export interface ReviewerRecord {
  /** Newest first. */
  readonly given: readonly GivenReview[];
  /** How many of them were taken up. */
  readonly adopted: number;
  /** The mean distance from the medians, of those reviews that are over, 0 to 24; null: none is over. */
  readonly distance: number | null;
}

/** All reviews of a member, and how they were received. */
export function reviewerRecord(books: WorkBooks, member: MemberId, now: number): ReviewerRecord {
  const taken = adoptedOf(books, member);
  const given: GivenReview[] = [];
  for (const statement of books.work.statements.values())
    for (const submission of statement.submissions) {
      const review = submission.reviews.find(({ reviewer }) => reviewer === member);
      if (!review) continue;
      // The contract keeps a comment by its statement; adopting names the reviews of the submission that was the latest then.
      const adopted = (taken.get(statement.id) ?? []).some((at) => latestAt(statement, at) === submission);
      given.push({ statement, submission, review, distance: isOver(submission, now) ? distanceOf(review, submission) : null, adopted });
    }
  given.sort((a, b) => b.review.at - a.review.at);
  const distances = given.flatMap(({ distance }) => (distance === null ? [] : [distance]));
  const mean = distances.length === 0 ? null : distances.reduce((sum, one) => sum + one, 0) / distances.length;
  return { given, adopted: given.filter(({ adopted }) => adopted).length, distance: mean };
}

function adoptedOf({ work }: WorkBooks, member: MemberId): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (const { adopted } of work.statements.values())
    for (const { reviewed, reviewer, at } of adopted) if (reviewer === member) found.set(reviewed, [...(found.get(reviewed) ?? []), at]);
  return found;
}

const latestAt = ({ submissions }: StatementRecord, at: number): Submission | undefined => submissions.findLast(({ submittedAt }) => submittedAt <= at);

function isOver(submission: Submission, now: number): boolean {
  const fixed = fixedAt(submission);
  return fixed !== null && now >= fixed && (submission.takenBackAt === null || submission.takenBackAt >= fixed);
}

/** How far a review's marks lie from the medians of its submission, added up. */
export function distanceOf({ marks }: Review, { reviews }: Submission): number {
  const medians = medianMarks(reviews);
  return marks.reduce<number>((sum, mark, point) => sum + Math.abs(mark - medians[point]!), 0);
}
