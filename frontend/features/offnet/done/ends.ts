import type { ProposalId } from "#client/chain/ids.ts";
import type { Ledger } from "#client/ledger.ts";
import type { Item } from "#client/offnet/bundle.ts";
import type { Hex } from "viem";
import type { OutboxEntry } from "../../../shared/outbox/entry.ts";
import { standingOf } from "../../../shared/outbox/standing.ts";

/** How something signed ended. */
export type End = "done" | "voted" | "votedOther" | "revoked" | "keyReplaced" | "expired";

/** A transaction in which something was carried. */
export interface Arrival {
  readonly tx: Hex;
  /** Seconds since 1970. */
  readonly at: number;
}

/** The acts that were carried, by member and nonce, as the log has them. */
export function arrivalsOf({ timeline }: Pick<Ledger, "timeline">): ReadonlyMap<string, Arrival> {
  const found = new Map<string, Arrival>();
  for (const event of timeline) if (event.contract === "relay" && event.name === "Carried") found.set(`${event.args.member} ${event.args.nonce}`, { tx: event.tx, at: event.at });
  return found;
}

/** Where an item arrived on the chain; null where it did not, or where the log does not say. */
export function arrivalOf(item: Item, ledger: Ledger, arrivals: ReadonlyMap<string, Arrival>): Arrival | null {
  if (item.kind === "act") return arrivals.get(`${item.member} ${item.nonce}`) ?? null;
  if (item.kind !== "ballot") return null;
  const ballot = ledger.governance.proposals.get(item.proposalId as ProposalId)?.ballots.find(({ member, support }) => member === item.member && support === item.support);
  return ballot ?? null;
}

/** How an entry of the outbox ended; null: it still waits. */
export function endOf(entry: OutboxEntry, ledger: Ledger, arrivals: ReadonlyMap<string, Arrival>, now: number): End | null {
  const standing = standingOf(entry, ledger, now);
  if (standing === "waits") return null;
  if (standing === "used") return arrivals.has(`${entry.member} ${entry.nonce}`) ? "done" : "revoked";
  if (standing !== "voted") return standing;
  const proposal = entry.ballot && ledger.governance.proposals.get(BigInt(entry.ballot.proposal) as ProposalId);
  return proposal?.ballots.some(({ member, support }) => member === entry.member && support === entry.ballot?.support) ? "voted" : "votedOther";
}
