import { epochOf, parameterAt } from "../chain/clock.ts";
import type { MemberId } from "../chain/ids.ts";
import { isGone, isSeated, seatedAt } from "../people/fold.ts";
import { LEAST_SEATED } from "../work/may.ts";
import type { GovernanceBooks } from "./fold.ts";
import { proposalState } from "./state.ts";
import { ballotOf } from "./tally.ts";
import type { Proposal } from "./types.ts";

/** What stands in the way of an act about a vote, as the contract would refuse it; the names are those of its errors. */
export type VoteObstacle =
  | "FewerThanThreeSeated"
  | "NotActive"
  | "NotSeated"
  | "TooManyOpen"
  | "GovernorUnexpectedProposalState"
  | "NoVoteAtSnapshot"
  | "VotedAlready"
  | "GovernorUnableToCancel"
  | "TimelockUnexpectedOperationState";

/** What stands in the way of a member's ballot; null: nothing. Before the vote opens its roll is not taken, so that only its state is told. */
export function mayVote(books: GovernanceBooks, proposal: Proposal, member: MemberId, now: number): VoteObstacle | null {
  if (proposalState(proposal, books, now) !== "active") return "GovernorUnexpectedProposalState";
  if (!seatedAt(books, member, proposal.opensAt)) return "NoVoteAtSnapshot";
  return ballotOf(proposal, member) ? "VotedAlready" : null;
}

/** A member's proposals that count as open: until their vote was planned to end, or they are cancelled. */
export function openProposals({ governance }: GovernanceBooks, member: MemberId, now: number): Proposal[] {
  const own = (governance.proposedBy.get(member) ?? []).map((id) => governance.proposals.get(id)!);
  return own.filter(({ cancelledAt, plannedEnd }) => cancelledAt === null && plannedEnd >= now);
}

/** How many proposals a member may have open now. */
export const mostOpen = (books: GovernanceBooks, now: number): number => parameterAt(books, "openProposals", epochOf(books, now));

/** What stands in the way of a member's next proposal; null: nothing. */
export function mayPropose(books: GovernanceBooks, member: MemberId, now: number): VoteObstacle | null {
  if (books.people.seated < LEAST_SEATED) return "FewerThanThreeSeated";
  if (isGone(books, member)) return "NotActive";
  if (!isSeated(books, member)) return "NotSeated";
  return openProposals(books, member, now).length >= mostOpen(books, now) ? "TooManyOpen" : null;
}

/** What stands in the way of cancelling a proposal; null: nothing. */
export function mayCancel(books: GovernanceBooks, proposal: Proposal, member: MemberId, now: number): VoteObstacle | null {
  return proposal.proposer === member && proposalState(proposal, books, now) === "pending" ? null : "GovernorUnableToCancel";
}

/** What stands in the way of giving a proposal that passed to the timelock, which anyone may; null: nothing. */
export const mayQueue = (books: GovernanceBooks, proposal: Proposal, now: number): VoteObstacle | null =>
  proposalState(proposal, books, now) === "succeeded" ? null : "GovernorUnexpectedProposalState";

/** What stands in the way of carrying a proposal out, which anyone may; null: nothing that can be seen here. */
export function mayExecute(books: GovernanceBooks, proposal: Proposal, now: number): VoteObstacle | null {
  const state = proposalState(proposal, books, now);
  if (state !== "queued" && state !== "succeeded") return "GovernorUnexpectedProposalState";
  return proposal.eta !== null && now >= proposal.eta ? null : "TimelockUnexpectedOperationState";
}
