import type { Address, Hex } from "viem";
import type { Draft } from "../chain/draft.ts";
import type { ChainEvent, EventNamed, EventOf } from "../chain/events.ts";
import { type MemberId, NOBODY, type ProposalId } from "../chain/ids.ts";
import type { CommonsBooks } from "../commons/fold.ts";
import type { PeopleState } from "../people/fold.ts";
import { type Ballot, majorities, matters, type Proposal, skips, supports } from "./types.ts";

/** All votes as the log tells them. */
export interface GovernanceState {
  /** In the order in which they were made. */
  readonly proposals: ReadonlyMap<ProposalId, Proposal>;
  /** By member: the proposals that the member made, oldest first. */
  readonly proposedBy: ReadonlyMap<MemberId, readonly ProposalId[]>;
}

/** What a reader of votes needs. */
export interface GovernanceBooks extends CommonsBooks {
  readonly governance: GovernanceState;
}

export type GovernanceDraft = Draft<GovernanceState>;

export const emptyGovernance = (): GovernanceState => ({ proposals: new Map(), proposedBy: new Map() });

/** Adds an event to the votes. `people` tells whose a key is. */
export function applyToGovernance(draft: GovernanceDraft, event: ChainEvent, people: PeopleState): void {
  if (event.contract !== "governor") return;
  switch (event.name) {
    case "ProposalCreated":
      return create(draft, event);
    case "ProposalWeighed":
      return weigh(draft, event);
    case "VoteCast":
    case "VoteCastWithParams":
      return vote(draft, event, people);
    case "BallotSkipped": {
      const { member, reason } = event.args;
      const skipped = { member: member as MemberId, reason: skips[reason]!, at: event.at, tx: event.tx };
      return change(draft, event.args.proposalId, (proposal) => ({ skipped: draft.append(proposal.skipped, skipped) }));
    }
    case "ProposalExtended":
      return change(draft, event.args.proposalId, () => ({ closesAt: Number(event.args.extendedDeadline) }));
    case "ProposalQueued":
      return change(draft, event.args.proposalId, () => ({ queuedAt: event.at, eta: Number(event.args.etaSeconds) }));
    case "ProposalExecuted":
      return change(draft, event.args.proposalId, () => ({ executedAt: event.at }));
    case "ProposalCanceled":
      return change(draft, event.args.proposalId, () => ({ cancelledAt: event.at }));
  }
}

/** Whose it is and what it needs is told by the event that follows. */
function create(draft: GovernanceDraft, event: EventNamed<"governor", "ProposalCreated">): void {
  const { proposalId, targets, calldatas, description, voteStart, voteEnd } = event.args;
  const id = proposalId as ProposalId;
  draft.map("proposals").set(id, {
    id,
    proposer: NOBODY,
    targets: targets as readonly Address[],
    calldatas: calldatas as readonly Hex[],
    description,
    matter: "none",
    majority: "half",
    quorumPercent: 0,
    timelockDays: 0,
    createdAt: event.at,
    opensAt: Number(voteStart),
    plannedEnd: Number(voteEnd),
    closesAt: Number(voteEnd),
    ballots: [],
    skipped: [],
    queuedAt: null,
    eta: null,
    executedAt: null,
    cancelledAt: null,
    tx: event.tx,
  });
}

function weigh(draft: GovernanceDraft, event: EventNamed<"governor", "ProposalWeighed">): void {
  const { proposalId, matter, majority, quorumPercent, timelockDays } = event.args;
  const proposer = event.args.proposer as MemberId;
  change(draft, proposalId, () => ({ proposer, matter: matters[matter]!, majority: majorities[majority]!, quorumPercent, timelockDays }));
  draft.map("proposedBy").set(proposer, [...(draft.state.proposedBy.get(proposer) ?? []), proposalId as ProposalId]);
}

/** The event names the key; the key stays its member's for ever, so that the ballot is the member's whatever key is in force. */
function vote(draft: GovernanceDraft, event: Extract<EventOf<"governor">, { name: "VoteCast" | "VoteCastWithParams" }>, people: PeopleState): void {
  const { proposalId, voter, support, reason } = event.args;
  const member = people.byKey.get(voter.toLowerCase()) ?? NOBODY;
  const ballot: Ballot = { member, support: supports[support]!, reason, at: event.at, tx: event.tx, key: voter };
  change(draft, proposalId, (proposal) => ({ ballots: draft.append(proposal.ballots, ballot) }));
}

function change(draft: GovernanceDraft, id: bigint, how: (proposal: Proposal) => Partial<Proposal>): void {
  const proposal = draft.state.proposals.get(id as ProposalId);
  if (proposal) draft.map("proposals").set(proposal.id, { ...proposal, ...how(proposal) });
}
