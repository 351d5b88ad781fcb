import { epochOf, parameterAt } from "#client/chain/clock.ts";
import { DAY } from "#client/chain/epoch.ts";
import type { Matter } from "#client/governance/types.ts";
import type { Ledger } from "#client/ledger.ts";

/** The days to reply to an expulsion before its vote opens. */
const REPLY = 14;

/** When the vote on something proposed now would open and close, seconds since 1970, and how many days what passes then waits. */
export function datesOf(ledger: Ledger, matter: Matter, now: number): { readonly opens: number; readonly closes: number; readonly timelockDays: number } {
  const epoch = epochOf(ledger, now);
  const opens = now + (matter === "expulsion" ? REPLY : parameterAt(ledger, "delayDays", epoch)) * DAY;
  return { opens, closes: opens + parameterAt(ledger, "voteDays", epoch) * DAY, timelockDays: parameterAt(ledger, "timelockDays", epoch) };
}
