import { type CalendarEntry, calendarText } from "../chain/ics.ts";
import { chainKey, type Deployment } from "../chain/deployment.ts";
import { DAY } from "../chain/epoch.ts";
import type { MemberId } from "../chain/ids.ts";
import { plainText } from "../chain/plain.ts";
import { type Both, tell } from "../chain/words.ts";
import { mayReview } from "../work/mayReview.ts";
import { titleOf } from "../work/statements.ts";
import { statementStageOf } from "../work/statementStage.ts";
import type { StatementRecord } from "../work/types.ts";
import { textOf } from "./clones.ts";
import type { GovernanceBooks } from "./fold.ts";
import { mayVote } from "./may.ts";
import { expiresAt, proposalState } from "./state.ts";
import type { Proposal } from "./types.ts";

const MOST_TITLE = 120;

interface Moment {
  /** The same for the same deadline for ever. */
  readonly uid: string;
  /** Seconds since 1970. */
  readonly at: number;
  /** Whether something is asked of the reader until then. */
  readonly mine: boolean;
  readonly say: Both;
  /** How often it was moved. */
  readonly sequence: number;
}

/** A moment to come of a vote or a review. `queueBy`: given to the timelock later, it could not be carried out before it expires. */
export type Deadline =
  | (Moment & { readonly is: "voteOpens" | "voteCloses" | "queueBy" | "executableFrom" | "executeBy"; readonly proposal: Proposal; readonly statement: null })
  | (Moment & { readonly is: "reviewEnds" | "reviewLapses" | "gradeLapses"; readonly statement: StatementRecord; readonly proposal: null });

/** All moments to come, the nearest first. `me`: whose; null for a reader without a seat. */
export function deadlinesOf(books: GovernanceBooks, me: MemberId | null, now: number): Deadline[] {
  const deadlines: Deadline[] = [];
  for (const proposal of books.governance.proposals.values()) deadlines.push(...deadlinesOfProposal(proposal, books, me, now));
  for (const statement of books.work.statements.values()) deadlines.push(...deadlinesOfStatement(statement, books, me, now));
  return deadlines.sort((a, b) => a.at - b.at);
}

/** The moments to come of one proposal. */
export function deadlinesOfProposal(proposal: Proposal, books: GovernanceBooks, me: MemberId | null, now: number): Deadline[] {
  const { id, opensAt, closesAt, plannedEnd, timelockDays, eta } = proposal;
  const title = titleOfProposal(proposal);
  const make = (is: Extract<Deadline, { proposal: Proposal }>["is"], at: number, mine: boolean, say: Both): Deadline => ({ is, uid: `${is}-${id}`, at, mine, say, sequence: closesAt > plannedEnd && is !== "voteOpens" ? 1 : 0, proposal, statement: null });
  const closes = (mine: boolean) => make("voteCloses", closesAt, mine, tell(`表决结束：${title.zh}`, `Vote closes: ${title.en}`));
  const expires = () => make("executeBy", expiresAt(proposal), false, tell(`最晚执行：${title.zh}`, `Last moment to carry out: ${title.en}`));
  switch (proposalState(proposal, books, now)) {
    case "pending":
      return [make("voteOpens", opensAt + 1, false, tell(`表决开始：${title.zh}`, `Vote opens: ${title.en}`)), closes(false)];
    case "active":
      return [closes(me !== null && mayVote(books, proposal, me, now) === null)];
    case "succeeded":
      return [make("queueBy", expiresAt(proposal) - timelockDays * DAY, false, tell(`最晚送入等待期：${title.zh}`, `Last moment for the timelock: ${title.en}`))];
    case "queued":
      return [...(eta !== null && eta > now ? [make("executableFrom", eta, false, tell(`可以执行：${title.zh}`, `May be carried out: ${title.en}`))] : []), expires()];
    default:
      return [];
  }
}

/** The moments to come of one statement or article. */
export function deadlinesOfStatement(statement: StatementRecord, books: GovernanceBooks, me: MemberId | null, now: number): Deadline[] {
  const { stage, until, filled } = statementStageOf(statement, now);
  const latest = statement.submissions.at(-1);
  if (until === null || !latest) return [];
  const title = titleOf(statement);
  const make = (is: Extract<Deadline, { statement: StatementRecord }>["is"], at: number, mine: boolean, say: Both): Deadline => ({ is, uid: `${is}-${statement.id}-${latest.number}`, at, mine, say, sequence: 0, statement, proposal: null });
  if (stage === "reviewed") return [make("gradeLapses", until, me === statement.proposer, tell(`等级过期：${title.zh}`, `Grade lapses: ${title.en}`))];
  const given = latest.reviews.some(({ reviewer }) => reviewer === me);
  const asked = me !== null && !given && mayReview(books, statement, me, now) === null;
  // What is filled is fixed at its end; what is not stays open after its days, until it lapses.
  const ends = filled || latest.deadline > now ? [make("reviewEnds", filled ? until : latest.deadline, asked, tell(`评议截止：${title.zh}`, `Review ends: ${title.en}`))] : [];
  const lapses = filled ? [] : [make("reviewLapses", until, asked && ends.length === 0, tell(`评议作废：${title.zh}`, `Review lapses: ${title.en}`))];
  return [...ends, ...lapses];
}

/** The first line of a proposal's words, as its title; its number where there are none. */
export function titleOfProposal(proposal: Pick<Proposal, "id" | "description">): Both {
  const first = textOf(proposal)
    .split("\n")
    .map((line) => plainText(line.replace(/^#+\s*/, ""), MOST_TITLE))
    .find((line) => /[\p{L}\p{N}]/u.test(line));
  const short = proposal.id.toString(16).padStart(64, "0").slice(0, 6);
  return first === undefined ? tell(`提案${short}`, `Proposal ${short}`) : tell(first, first);
}

/** Deadlines as a calendar file. `link` gives the page of each. */
export function deadlinesCalendar(deadlines: readonly Deadline[], deployment: Pick<Deployment, "chainId" | "genesisHash" | "name">, language: "zh" | "en", now: number, link?: (deadline: Deadline) => string): string {
  const entries: CalendarEntry[] = deadlines.map((deadline) => ({
    uid: `${deadline.uid}-${chainKey(deployment).replace(":0x", "-")}@gongsheng`,
    at: deadline.at,
    title: deadline.say[language],
    words: deployment.name[language],
    sequence: deadline.sequence,
    ...(link ? { url: link(deadline) } : {}),
  }));
  return calendarText(entries, now);
}
