import { epochOf } from "../chain/clock.ts";
import type { Deployment } from "../chain/deployment.ts";
import { epochStart } from "../chain/epoch.ts";
import { COOPERATIVE, type MemberId } from "../chain/ids.ts";
import { electorateOf } from "../people/fold.ts";
import { amendmentObstacle, type CharterObstacle, isAmendedIn } from "../work/mayDraft.ts";
import { gradeOfStatement } from "../work/reviews.ts";
import { statementStageOf } from "../work/statementStage.ts";
import { type Action, actionsOf, MOST_NAMED } from "./actions.ts";
import type { GovernanceBooks } from "./fold.ts";
import { mayExecute, type VoteObstacle } from "./may.ts";
import { type MoneyObstacle, moneyObstacle } from "./money.ts";
import type { Proposal } from "./types.ts";

/** What stands in the way of carrying a proposal out, as a contract would refuse it. */
export type ExecutionObstacle =
  | VoteObstacle
  | CharterObstacle
  | "NoSuchStatement"
  | "NotReviewedNow"
  | "GradeTooLow"
  | "TermsDiffer"
  | "ParameterOutOfBounds"
  | "StewardTwice"
  | "StewardsOutOfBounds"
  | "TooManyExpelled"
  | "NotExpelled"
  | "NamesOutOfBounds"
  | "LastSeated"
  | MoneyObstacle
  | "ActionUnlisted";

const MOST_STEWARDS = 7;

/** Why carrying a proposal out now would be refused, by its own state or by what it would do; null: nothing that can be seen here. */
export function executionObstacle(books: GovernanceBooks, proposal: Proposal, deployment: Pick<Deployment, "contracts">, now: number): ExecutionObstacle | null {
  const state = mayExecute(books, proposal, now);
  if (state) return state;
  for (const action of actionsOf(proposal, books, deployment)) {
    const obstacle = actionObstacle(books, action, now);
    if (obstacle) return obstacle;
  }
  return null;
}

/** Why one action would be refused now, with the books as they are; null: nothing that can be seen here. */
export function actionObstacle(books: GovernanceBooks, action: Action, now: number): ExecutionObstacle | null {
  switch (action.type) {
    case "admit":
      return admissionObstacle(books, action, now);
    case "parameter":
      return action.allowed ? null : "ParameterOutOfBounds";
    case "stewards":
      return books.work.projects.has(action.project) ? stewardsObstacle(books, action.stewards) : "NoSuchProject";
    case "close": {
      const project = books.work.projects.get(action.project);
      if (!project) return "NoSuchProject";
      if (action.project === COOPERATIVE) return "CooperativeStays";
      return project.closing ? "ProjectIsClosed" : null;
    }
    case "cooperative":
      return amendmentNow(books, COOPERATIVE, action.charter, now) ?? stewardsObstacle(books, action.charter.stewards);
    case "expel":
      return expulsionObstacle(books, action.member, now);
    case "readmit": {
      const member = books.people.members.get(action.member);
      return member ? (member.standing === "expelled" ? null : "NotExpelled") : "NoSuchMember";
    }
    case "name":
      return action.keys.length === 0 || action.keys.length > MOST_NAMED ? "NamesOutOfBounds" : null;
    case "listToken":
    case "spend":
    case "adopt":
    case "release":
      return moneyObstacle(books, action, now);
    case "unknown":
      return "ActionUnlisted";
  }
}

function admissionObstacle(books: GovernanceBooks, { statement, submission, project, charter, differs }: Extract<Action, { type: "admit" }>, now: number): ExecutionObstacle | null {
  const record = books.work.statements.get(statement);
  if (!record || record.kind === "article") return "NoSuchStatement";
  if (statementStageOf(record, now).stage !== "reviewed" || record.submissions.at(-1)?.number !== submission) return "NotReviewedNow";
  if (gradeOfStatement(record, now) === "D") return "GradeTooLow";
  if (differs === null || differs.length > 0) return "TermsDiffer";
  return project === null ? null : amendmentNow(books, project, charter, now);
}

function amendmentNow(books: GovernanceBooks, id: Parameters<typeof amendmentObstacle>[1], charter: Parameters<typeof amendmentObstacle>[2], now: number): ExecutionObstacle | null {
  const obstacle = amendmentObstacle(books, id, charter);
  if (obstacle) return obstacle;
  return isAmendedIn(books, books.work.projects.get(id)!, now) ? "AmendedThisEpoch" : null;
}

function stewardsObstacle({ people }: GovernanceBooks, stewards: readonly MemberId[]): ExecutionObstacle | null {
  if (stewards.length === 0 || stewards.length > MOST_STEWARDS) return "StewardsOutOfBounds";
  // In the order of the list, as the contract goes through it.
  for (const [place, steward] of stewards.entries()) {
    if (!people.members.has(steward)) return "NoSuchMember";
    if (stewards.indexOf(steward) < place) return "StewardTwice";
  }
  return null;
}

function expulsionObstacle(books: GovernanceBooks, member: MemberId, now: number): ExecutionObstacle | null {
  if (!books.people.members.has(member)) return "NoSuchMember";
  if (books.people.members.get(member)?.standing === "expelled") return "NotActive";
  const { expelled, most } = expulsionsIn(books, epochOf(books, now));
  if (expelled >= most) return "TooManyExpelled";
  return books.people.seated === 1 && books.people.members.get(member)!.seatedUntil === null && books.people.members.get(member)!.seatedFrom !== null ? "LastSeated" : null;
}

/** How many were expelled in an epoch, and how many may be: a fiftieth of those seated when it began, one at least. */
export function expulsionsIn(books: GovernanceBooks, epoch: number): { readonly expelled: number; readonly most: number } {
  const expelled = books.people.expulsions.filter((at) => epochOf(books, at) === epoch).length;
  return { expelled, most: Math.max(1, Math.floor(electorateOf(books, epochStart(books.clock.genesis, epoch)) / 50)) };
}
