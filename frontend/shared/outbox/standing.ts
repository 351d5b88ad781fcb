import type { MemberId, ProposalId } from "#client/chain/ids.ts";
import type { Ledger } from "#client/ledger.ts";
import { nextNumber } from "#client/people/foldNonces.ts";
import { splitNonce } from "#client/people/nonces.ts";
import type { OutboxEntry } from "./entry.ts";

/** Where something that was signed here stands. `used`: it was done or taken back; the log tells which. */
export type Standing = "waits" | "used" | "voted" | "keyReplaced" | "expired";

/** Where it stands by the books and the time, without looking at its signature. */
export function standingOf({ member: id, keyEpoch, nonce, ballot, until }: Pick<OutboxEntry, "member" | "keyEpoch" | "nonce" | "ballot" | "until">, ledger: Ledger, now: number): Standing {
  if (nonce !== undefined) {
    const { key, number } = splitNonce(BigInt(nonce));
    if (number < nextNumber(ledger, id, key)) return "used";
  }
  const proposal = ballot && ledger.governance.proposals.get(BigInt(ballot.proposal) as ProposalId);
  if (proposal?.ballots.some(({ member }) => member === id)) return "voted";
  const member = ledger.people.members.get(id as MemberId);
  if (member && member.keyEpoch !== keyEpoch) return "keyReplaced";
  const last = proposal ? proposal.closesAt : until;
  return last !== undefined && now > last ? "expired" : "waits";
}

/** How many still wait to be sent. Before the books are read, all that are kept. */
export const countWaiting = (entries: readonly OutboxEntry[], ledger: Ledger | null, now: number): number =>
  ledger ? entries.filter((entry) => standingOf(entry, ledger, now) === "waits").length : entries.length;
