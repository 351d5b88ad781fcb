import { epochOf, parameterAt } from "../chain/clock.ts";
import { DAY } from "../chain/epoch.ts";
import type { MemberId } from "../chain/ids.ts";
import { electorateOf } from "../people/fold.ts";
import { admissionTerms } from "../work/charters.ts";
import { gradeOfStatement } from "../work/reviews.ts";
import { statementStageOf } from "../work/statementStage.ts";
import { matterOf, type Wanted } from "./actions.ts";
import { type Arithmetic, arithmeticOf } from "./arithmetic.ts";
import type { GovernanceBooks } from "./fold.ts";
import { mayPropose, mostOpen, openProposals, type VoteObstacle } from "./may.ts";
import { GRACE } from "./state.ts";
import { quorumFor } from "./tally.ts";
import type { Majority, Matter, Proposal, Support } from "./types.ts";

/** An expulsion's vote opens so long after it was proposed, in seconds: the time to reply. */
export const REPLY = 14 * DAY;

/** What proposing would mean now, before anything is sent. Times in seconds since 1970, as if it were in a block this second. */
export interface ProposePreview {
  readonly matter: Matter;
  readonly majority: Majority;
  readonly opensAt: number;
  readonly closesAt: number;
  /** The first second in which it can be carried out if it is given to the timelock at once. */
  readonly executableFrom: number;
  readonly expiresAt: number;
  /** How many must vote for or abstain, if as many are seated then as are now. */
  readonly quorum: number;
  readonly electorate: number;
  /** The proposer's proposals that count as open, with this one, and how many may be. */
  readonly open: number;
  readonly mostOpen: number;
  readonly obstacle: VoteObstacle | "NotReviewed" | "NotReviewedNow" | "GradeTooLow" | "NoSuchStatement" | null;
}

/** Foretells a proposal. Errors: RangeError where there is no action. */
export function previewPropose(books: GovernanceBooks, actions: readonly Wanted[], member: MemberId, now: number): ProposePreview {
  const first = actions[0];
  if (!first) throw new RangeError("no action");
  const epoch = epochOf(books, now);
  const days = (name: "delayDays" | "voteDays" | "timelockDays"): number => parameterAt(books, name, epoch) * DAY;
  const { matter, majority } = weighOf(books, first, now);
  const opensAt = now + (matter === "expulsion" ? REPLY : days("delayDays"));
  const closesAt = opensAt + days("voteDays");
  const electorate = electorateOf(books, now);
  return {
    matter,
    majority,
    opensAt,
    closesAt,
    executableFrom: closesAt + 1 + days("timelockDays"),
    expiresAt: closesAt + days("timelockDays") + GRACE,
    quorum: quorumFor(electorate, parameterAt(books, "quorumPercent", epoch), matter),
    electorate,
    open: openProposals(books, member, now).length + 1,
    mostOpen: mostOpen(books, now),
    obstacle: mayPropose(books, member, now) ?? admissionObstacle(books, first, now),
  };
}

/** What an action is about and which majority it needs, if it were proposed now. An amendment needs three fifths at least. */
export function weighOf(books: GovernanceBooks, action: Wanted, now: number): { readonly matter: Matter; readonly majority: Majority } {
  const matter = matterOf(action);
  if (action.type !== "admit") return { matter, majority: matter === "terms" ? "threeFifths" : "twoThirds" };
  const record = books.work.statements.get(action.statement);
  const byGrade = admissionTerms((record && gradeOfStatement(record, now)) ?? "none").majority ?? "twoThirds";
  return { matter, majority: action.project !== null && byGrade === "half" ? "threeFifths" : byGrade };
}

/** Why a statement cannot be put to a vote, in the order in which the contract asks. */
function admissionObstacle({ work }: GovernanceBooks, action: Wanted, now: number): ProposePreview["obstacle"] {
  if (action.type !== "admit") return null;
  const record = work.statements.get(action.statement);
  if (record?.kind === "article") return "NoSuchStatement"; // A vote could be held on it, but never carried out.
  if ((record?.submissions.at(-1)?.number ?? 0) !== action.submission) return "NotReviewedNow";
  if (!record || statementStageOf(record, now).stage !== "reviewed") return "NotReviewed";
  return gradeOfStatement(record, now) === "D" ? "GradeTooLow" : null;
}

/** A vote's arithmetic before and after one more ballot. */
export function previewVote(proposal: Proposal, books: GovernanceBooks, member: MemberId, support: Support, now: number): { readonly before: Arithmetic; readonly after: Arithmetic } {
  const ballot = { member, support, reason: "", at: now, tx: "0x", key: books.people.members.get(member)?.key ?? "0x" } as const;
  return { before: arithmeticOf(proposal, books, now), after: arithmeticOf({ ...proposal, ballots: [...proposal.ballots, ballot] }, books, now) };
}
