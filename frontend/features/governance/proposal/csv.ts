import { plainText } from "#client/chain/plain.ts";
import type { Proposal } from "#client/governance/types.ts";

/** A reason as it is shown: text only, nothing invisible. Anybody's words. */
export const plainReason = (reason: string): string => plainText(reason, 500);

/** The ballots as a table of commas: one line each, with what is needed to find it on the chain. Times as ISO 8601, UTC. */
export function ballotsCsv({ id, ballots }: Proposal): string {
  const rows = ballots.map(({ member, support, at, tx, key, reason }) => [id, member, support, new Date(at * 1000).toISOString(), key, tx, plainReason(reason)]);
  return [["proposal", "member", "support", "time", "key", "transaction", "reason"], ...rows].map((row) => row.map((value) => cell(String(value))).join(",")).join("\r\n");
}

/** Quoted, and never a formula: a spreadsheet would run what begins with one of these signs. */
function cell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
