import type { Ledger } from "#client/ledger.ts";
import { expiresAt, proposalState } from "#client/governance/state.ts";
import type { Proposal, ProposalState } from "#client/governance/types.ts";

/** A proposal and where it stands now. */
export interface Placed {
  readonly proposal: Proposal;
  readonly state: ProposalState;
}

/** All proposals by what can be done about them. */
export interface Lists {
  /** Voted on now, the first to close first. */
  readonly open: readonly Placed[];
  /** Their vote has not opened, the first to open first. */
  readonly opening: readonly Placed[];
  /** Passed and not carried out yet, the first to expire first. */
  readonly waiting: readonly Placed[];
  /** With a result that nothing changes any more, the newest first. */
  readonly decided: readonly Placed[];
}

/** Sorts all proposals by where they stand at a moment. */
export function listsOf(ledger: Ledger, now: number): Lists {
  const lists: Record<keyof Lists, Placed[]> = { open: [], opening: [], waiting: [], decided: [] };
  for (const proposal of ledger.governance.proposals.values()) {
    const state = proposalState(proposal, ledger, now);
    lists[listOf(state)].push({ proposal, state });
  }
  const by = (at: (proposal: Proposal) => number) => (a: Placed, b: Placed) => at(a.proposal) - at(b.proposal);
  lists.open.sort(by(({ closesAt }) => closesAt));
  lists.opening.sort(by(({ opensAt }) => opensAt));
  lists.waiting.sort(by(expiresAt));
  lists.decided.sort(by((proposal) => -decidedAt(proposal)));
  return lists;
}

function listOf(state: ProposalState): keyof Lists {
  if (state === "active") return "open";
  if (state === "pending") return "opening";
  return state === "succeeded" || state === "queued" ? "waiting" : "decided";
}

/** When a proposal had its result. */
export const decidedAt = ({ executedAt, cancelledAt, closesAt }: Proposal): number => executedAt ?? cancelledAt ?? closesAt;
