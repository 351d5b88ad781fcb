// Twin of contracts/libraries/ReviewSheet.sol, from the reviews themselves instead of counters.
import { lowerMedian } from "./median.ts";
import { statementStageOf } from "./statementStage.ts";
import { CRITERIA, type Grade, grades, type Mark, type Review, type StatementRecord, type Submission } from "./types.ts";

/** The points whose median of 0 caps a grade at C: return to users, closed loop, price–value separation. */
export const CAPPING: readonly number[] = [2, 6, 7];
/** The least sum of medians for each grade, best first; below the last it is D. */
export const GRADE_SUMS: readonly { readonly grade: Grade; readonly sum: number }[] = [
  { grade: "A+", sum: 22 },
  { grade: "A", sum: 18 },
  { grade: "B", sum: 14 },
  { grade: "C", sum: 10 },
];

/** What the reviews of a submission say, point by point. */
export interface Distribution {
  readonly reviews: number;
  /** For each point, how many gave 0, 1 and 2. */
  readonly counts: readonly (readonly [zeros: number, ones: number, twos: number])[];
  /** For each point the lower median; empty where nobody reviewed. */
  readonly medians: readonly Mark[];
  /** Of the medians; at most 24. */
  readonly sum: number;
  /** What the sum alone would give. */
  readonly bySum: Grade;
  /** The points that cap it, because their median is 0. */
  readonly capping: readonly number[];
  /** The grade as it stands, with the caps, and with the best that so few eligible reviewers may give. */
  readonly grade: Grade;
}

/** Whether one grade is worse than another. */
export const isWorse = (a: Grade, b: Grade): boolean => grades.indexOf(a) < grades.indexOf(b);

/** The worse of two grades. */
export const worse = (a: Grade, b: Grade): Grade => (isWorse(a, b) ? a : b);

/** The grade of a sum of medians. */
export const gradeOfSum = (sum: number): Grade => GRADE_SUMS.find((row) => sum >= row.sum)?.grade ?? "D";

/** For each point the lower median of the marks; empty for no reviews. */
export function medianMarks(reviews: readonly Pick<Review, "marks">[]): Mark[] {
  if (reviews.length === 0) return [];
  return Array.from({ length: CRITERIA }, (_, point) => lowerMedian(reviews.map(({ marks }) => marks[point]!)) as Mark);
}

/** The grade of reviews by their medians and caps. Errors: RangeError where there are none. */
export function gradeOfMarks(reviews: readonly Pick<Review, "marks">[]): Grade {
  if (reviews.length === 0) throw new RangeError("no reviews");
  return gradeOfMedians(medianMarks(reviews));
}

function gradeOfMedians(medians: readonly Mark[]): Grade {
  const bySum = gradeOfSum(sumOf(medians));
  return CAPPING.some((point) => medians[point] === 0) ? worse(bySum, "C") : bySum;
}

const sumOf = (marks: readonly Mark[]): number => marks.reduce<number>((sum, mark) => sum + mark, 0);

/** What the reviews of a submission say. With none, the grade is the best that there may be. */
export function distributionOf({ reviews, best }: Pick<Submission, "reviews" | "best">): Distribution {
  const counts = Array.from({ length: CRITERIA }, (_, point) => {
    const given = reviews.map(({ marks }) => marks[point]!);
    return [0, 1, 2].map((mark) => given.filter((one) => one === mark).length) as [number, number, number];
  });
  const medians = medianMarks(reviews);
  const sum = sumOf(medians);
  const capping = CAPPING.filter((point) => medians[point] === 0);
  const grade = reviews.length === 0 ? best : worse(gradeOfMedians(medians), best);
  return { reviews: reviews.length, counts, medians, sum, bySum: gradeOfSum(sum), capping, grade };
}

/** The grade that stands, of what is reviewed or admitted; null before its review is over, and once it is void. */
export function gradeOfStatement(record: StatementRecord, now: number): Grade | null {
  const { stage } = statementStageOf(record, now);
  const latest = record.submissions.at(-1);
  return latest && (stage === "reviewed" || stage === "admitted") ? distributionOf(latest).grade : null;
}
