import type { MemberId, ProjectId } from "../chain/ids.ts";
import { isGone, isSeated } from "../people/fold.ts";
import { relatedTo } from "../people/related.ts";
import type { WorkBooks } from "./fold.ts";
import { LEAST_SEATED } from "./may.ts";
import { statementStageOf } from "./statementStage.ts";
import type { StatementRecord } from "./types.ts";

/** Where so many are seated, five may always review. */
export const MANY = 50;
const MOST_NEEDED = 5;

/** What stands in the way of an act on a statement or a project, as the contract would refuse it; the names are those of its errors. */
export type StatementObstacle =
  | "FewerThanThreeSeated"
  | "NotActive"
  | "NotSeated"
  | "OwnStatement"
  | "Related"
  | "NotInReview"
  | "NotProposer"
  | "NotDraft"
  | "NothingToTakeBack"
  | "NoSuchReview"
  | "NotCoauthor"
  | "CooperativeStays"
  | "ProjectIsClosed"
  | "NotStewardOf"
  | "AskedAlready";

/** Proposer or author first, then those who founded or wrote it with him, less those who said that it is not theirs. */
export const authorsOf = ({ proposer, cofounders, disowned }: Pick<StatementRecord, "proposer" | "cofounders" | "disowned">): MemberId[] => [proposer, ...cofounders.filter((member) => !disowned.includes(member))];

/** Who may review it now: the seated, less its authors. */
export function eligibleReviewers(books: WorkBooks, record: StatementRecord): MemberId[] {
  const authors = authorsOf(record);
  return [...books.people.members.keys()].filter((member) => isSeated(books, member) && !authors.includes(member));
}

/** How many reviews it would need if it were submitted now. */
export function neededReviews(books: WorkBooks, record: StatementRecord): number {
  return books.people.seated >= MANY ? MOST_NEEDED : Math.min(MOST_NEEDED, eligibleReviewers(books, record).length);
}

function recorderObstacle(books: WorkBooks, member: MemberId): StatementObstacle | null {
  if (books.people.seated < LEAST_SEATED) return "FewerThanThreeSeated";
  return isGone(books, member) ? "NotActive" : null;
}

/** What stands in the way of a member's review; null: nothing. */
export function mayReview(books: WorkBooks, record: StatementRecord, member: MemberId, now: number): StatementObstacle | null {
  const obstacle = recorderObstacle(books, member);
  if (obstacle) return obstacle;
  if (!isSeated(books, member)) return "NotSeated";
  if (statementStageOf(record, now).stage !== "inReview") return "NotInReview";
  const authors = authorsOf(record);
  if (authors.includes(member)) return "OwnStatement";
  return relatedTo(books, member, authors, now) === null ? null : "Related";
}

/** What stands in the way of drafting a statement or publishing an article; null: nothing. */
export const mayDraft = recorderObstacle;

/** What stands in the way of submitting a statement to review; null: nothing. */
export function maySubmit(books: WorkBooks, record: StatementRecord, member: MemberId, now: number): StatementObstacle | null {
  const obstacle = recorderObstacle(books, member);
  if (obstacle) return obstacle;
  if (record.proposer !== member) return "NotProposer";
  return statementStageOf(record, now).stage === "draft" ? null : "NotDraft";
}

/** What stands in the way of taking it back; null: nothing. */
export function mayTakeBack(record: StatementRecord, member: MemberId, now: number): StatementObstacle | null {
  if (record.proposer !== member) return "NotProposer";
  const { stage } = statementStageOf(record, now);
  return stage === "inReview" || stage === "reviewed" ? null : "NothingToTakeBack";
}

/** What stands in the way of a member's saying that he was named as an author without being one; null: nothing. */
export const mayDisown = (record: StatementRecord, member: MemberId): StatementObstacle | null => (member !== record.proposer && authorsOf(record).includes(member) ? null : "NotCoauthor");

/** What stands in the way of saying that it takes up a reviewer's comment on an earlier statement; null: nothing. */
export function mayAdopt(record: StatementRecord, reviewed: StatementRecord, reviewer: MemberId, member: MemberId): StatementObstacle | null {
  if (record.proposer !== member) return "NotProposer";
  return reviewed.submissions.at(-1)?.reviews.some((review) => review.reviewer === reviewer) ? null : "NoSuchReview";
}

/** What stands in the way of a steward's asking to close a project, or of taking that back; null: nothing. Errors: RangeError for a project that was never founded. */
export function mayAskToClose(books: WorkBooks, project: ProjectId, member: MemberId, wanted: boolean): StatementObstacle | null {
  const found = books.work.projects.get(project);
  if (!found) throw new RangeError(`no project ${project}`);
  if (isGone(books, member)) return "NotActive";
  if (project === 0) return "CooperativeStays";
  if (found.closing) return "ProjectIsClosed";
  if (!found.stewards.includes(member)) return "NotStewardOf";
  return found.asking.includes(member) === wanted ? "AskedAlready" : null;
}

/** How many stewards must ask until the project is closed: more than half. */
export const askersNeeded = (stewards: number): number => Math.floor(stewards / 2) + 1;
