import { arithmeticOf } from "#client/governance/arithmetic.ts";
import type { Proposal, ProposalState } from "#client/governance/types.ts";
import type { Ledger } from "#client/ledger.ts";
import type { Language } from "../../../shared/language/words.ts";
import { governanceText } from "../text.ts";

/** Why a proposal has the result that it has, in a few words with the figures. */
export function resultOf(ledger: Ledger, proposal: Proposal, state: ProposalState, language: Language): string {
  const t = governanceText[language];
  if (state === "cancelled") return t.failedWhy.withdrawn;
  const { for: yes, against, abstain, quorum } = arithmeticOf(proposal, ledger, proposal.closesAt + 1);
  if (state === "expired") return t.failedWhy.never;
  if (state !== "defeated") return t.passedWhy(yes, against, abstain);
  return quorum.reached ? t.failedWhy.majority(yes, against, t.threshold[proposal.majority]) : t.failedWhy.quorum(quorum.has, quorum.needed);
}
