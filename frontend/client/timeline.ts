import type { ChainEvent } from "./chain/events.ts";
import type { ContributionId, MemberId, ProjectId, ProposalId, StatementId } from "./chain/ids.ts";
import type { Ledger } from "./ledger.ts";

/** Events that only repeat for other readers what another event says, or are the plumbing of a standard. */
const plumbing = new Set([
  "Transfer",
  "Locked",
  "RoleGranted",
  "RoleRevoked",
  "RoleAdminChanged",
  "MinDelayChange",
  "CallScheduled",
  "CallExecuted",
  "CallSalt",
  "Cancelled",
  "ProposalWeighed",
  "Credited",
  "BatchesCredited",
]);

/** What a reader wants to hear of; everything, where nothing is said. */
export interface About {
  readonly claim?: ContributionId;
  readonly member?: MemberId;
  readonly project?: ProjectId;
  readonly statement?: StatementId;
  readonly proposal?: ProposalId;
}

/** What happened, newest first, without the plumbing. */
export function timelineOf(ledger: Ledger, about: About = {}): ChainEvent[] {
  return ledger.timeline.filter((event) => !plumbing.has(event.name) && concerns(ledger, event, about)).toReversed();
}

function concerns(ledger: Ledger, event: ChainEvent, about: About): boolean {
  const args = event.args as Readonly<Record<string, unknown>>;
  const id = (args.id ?? args.batch) as ContributionId | undefined;
  const claim = id === undefined ? undefined : ledger.work.claims.get(id);
  if (about.claim !== undefined && id !== about.claim) return false;
  if (about.project !== undefined && projectIn(event) !== about.project && claim?.project !== about.project) return false;
  if (about.statement !== undefined && args.statement !== about.statement && args.article !== about.statement && args.reviewed !== about.statement) return false;
  if (about.proposal !== undefined && args.proposalId !== about.proposal) return false;
  if (about.member === undefined) return true;
  return actorsOf(ledger, event).includes(about.member) || (claim?.owners.includes(about.member) ?? false);
}

/** The project that an event is about. A statement of a project to come is about none yet, though it names number 0. */
function projectIn(event: ChainEvent): unknown {
  const { project } = event.args as Readonly<Record<string, unknown>>;
  return event.name === "StatementDrafted" && project === 0 ? undefined : project;
}

function actorsOf({ people, governance, work }: Ledger, event: ChainEvent): unknown[] {
  const args = event.args as Readonly<Record<string, unknown>>;
  const named = [args.member, args.by, args.attester, args.challenger, args.holder, args.reviewer, args.author, args.steward, args.sponsor, args.cosponsor];
  // Its proposer alone submits a statement, takes it back, or takes up comments.
  if (event.name === "Submitted" || event.name === "TakenBack" || event.name === "CommentAdopted") return [...named, work.statements.get(event.args.statement as StatementId)?.proposer];
  if (event.contract !== "governor") return [...named, args.proposer];
  // The governor names keys where it follows the standard.
  if (event.name === "VoteCast") return [people.byKey.get(event.args.voter.toLowerCase())];
  return event.name === "ProposalCreated" ? [governance.proposals.get(event.args.proposalId as ProposalId)?.proposer] : named;
}
