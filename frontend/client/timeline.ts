import type { ChainEvent } from "./chain/events.ts";
import type { ContributionId, MemberId, ProjectId } from "./chain/ids.ts";
import type { Ledger } from "./ledger.ts";

/** Events that only repeat for other readers what another event says, or are the plumbing of a standard. */
const plumbing = new Set(["Transfer", "Locked", "RoleGranted", "RoleRevoked", "RoleAdminChanged", "MinDelayChange", "Credited", "BatchesCredited"]);

/** What happened, newest first, without the plumbing. */
export function timelineOf(ledger: Ledger, about: { claim?: ContributionId; member?: MemberId; project?: ProjectId } = {}): ChainEvent[] {
  return ledger.timeline.filter((event) => !plumbing.has(event.name) && concerns(ledger, event, about)).toReversed();
}

function concerns(ledger: Ledger, event: ChainEvent, about: { claim?: ContributionId; member?: MemberId; project?: ProjectId }): boolean {
  const args = event.args as Readonly<Record<string, unknown>>;
  const id = (args.id ?? args.batch) as ContributionId | undefined;
  const claim = id === undefined ? undefined : ledger.work.claims.get(id);
  if (about.claim !== undefined && id !== about.claim) return false;
  if (about.project !== undefined && args.project !== about.project && claim?.project !== about.project) return false;
  if (about.member === undefined) return true;
  const actors = [args.member, args.by, args.attester, args.challenger, args.holder];
  return actors.includes(about.member) || (claim?.owners.includes(about.member) ?? false);
}
