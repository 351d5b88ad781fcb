import { DAY } from "../chain/epoch.ts";
import type { PeopleBooks } from "../people/fold.ts";
import { quorumReached, voteSucceeded } from "./tally.ts";
import type { Proposal, ProposalState } from "./types.ts";

/** After its delay, what passed may be executed so long, in seconds. */
export const GRACE = 14 * DAY;

/** The last second in which what passed can be executed, queued or not. */
export const expiresAt = ({ closesAt, timelockDays }: Proposal): number => closesAt + timelockDays * DAY + GRACE;

/** Where a proposal stands at a second, exactly as the contract's `state` says. */
export function proposalState(proposal: Proposal, books: PeopleBooks, now: number): ProposalState {
  if (proposal.executedAt !== null) return "executed";
  if (proposal.cancelledAt !== null) return "cancelled";
  if (now <= proposal.opensAt) return "pending";
  if (now <= proposal.closesAt) return "active";
  if (!quorumReached(proposal, books) || !voteSucceeded(proposal)) return "defeated";
  if (now > expiresAt(proposal)) return "expired";
  return proposal.eta === null ? "succeeded" : "queued";
}

/** Whether nothing can change where a proposal stands any more. */
export const isDecided = (state: ProposalState): boolean => state === "executed" || state === "cancelled" || state === "defeated" || state === "expired";

/** A moment of a proposal's way; `planned` where it depends on what has not happened yet. */
export interface Step {
  readonly is: "proposed" | "opens" | "closes" | "queueable" | "queued" | "executable" | "executed" | "cancelled" | "expires";
  /** Seconds since 1970; the first second in which it is so. */
  readonly at: number;
  readonly planned: boolean;
}

/** The moments of a proposal in their order, with those to come as far as they are known. */
export function timelineOfProposal(proposal: Proposal, books: PeopleBooks, now: number): Step[] {
  const { createdAt, opensAt, closesAt, queuedAt, eta, executedAt, cancelledAt, timelockDays } = proposal;
  const step = (is: Step["is"], at: number): Step => ({ is, at, planned: at > now });
  const begin = [step("proposed", createdAt)];
  if (cancelledAt !== null) return [...begin, step("cancelled", cancelledAt)];
  begin.push(step("opens", opensAt + 1), step("closes", closesAt + 1));
  const state = proposalState(proposal, books, now);
  if (state === "defeated") return begin;
  if (queuedAt === null) begin.push({ is: "queueable", at: closesAt + 1, planned: state !== "succeeded" });
  else begin.push(step("queued", queuedAt));
  const from = eta ?? Math.max(now, closesAt + 1) + timelockDays * DAY;
  begin.push({ is: "executable", at: from, planned: eta === null || eta > now });
  return [...begin, executedAt === null ? step("expires", expiresAt(proposal) + 1) : step("executed", executedAt)];
}
