import type { MemberId } from "#client/chain/ids.ts";
import { mayVote } from "#client/governance/may.ts";
import type { Proposal } from "#client/governance/types.ts";
import type { Ledger } from "#client/ledger.ts";

/** Why the reader has no vote on a proposal now. */
export type NoVote = "notMember" | "notSeated" | "notOpen" | "voted";

/** What stands between the reader and a ballot; null: nothing. `me` null: the key that signs is no member's. */
export function whyNoVote(ledger: Ledger, proposal: Proposal, me: MemberId | null, now: number): NoVote | null {
  if (me === null) return "notMember";
  const obstacle = mayVote(ledger, proposal, me, now);
  if (obstacle === "VotedAlready") return "voted";
  return obstacle === "NoVoteAtSnapshot" ? "notSeated" : obstacle && "notOpen";
}
