import { intend, type Intent } from "../chain/intent.ts";
import { checkReason } from "./reason.ts";
import { type Proposal, type Support, supports } from "./types.ts";

/** Casts a ballot, with a reason that everyone may read, or without. Errors: InputFault. */
export function parseVote({ id }: Pick<Proposal, "id">, support: Support, reason = ""): Intent {
  const words = checkReason("reason", reason);
  const number = supports.indexOf(support);
  return words === "" ? intend("governor", "castVote", [id, number], "VoteCast") : intend("governor", "castVoteWithReason", [id, number, words], "VoteCast");
}
