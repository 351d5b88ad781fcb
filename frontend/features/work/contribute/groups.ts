import type { MemberId } from "#client/chain/ids.ts";
import type { Ledger } from "#client/ledger.ts";
import type { RecordClaim } from "#client/work/types.ts";
import { type Stand, standOf } from "../claim/stand.ts";

/** The groups of the page, in their order: what is nearest to something to do first. */
export const groupNames = ["unconfirmed", "waiting", "round", "window", "standing", "final", "over"] as const;
export type GroupName = (typeof groupNames)[number];

/** A record of the reader with where it stands. */
export interface MyRecord {
  readonly claim: RecordClaim;
  readonly stand: Stand;
}

/** A member's records by where they stand, newest first in each group; empty groups are left out. */
export function groupsOf(ledger: Ledger, member: MemberId, now: number): { name: GroupName; records: MyRecord[] }[] {
  const byName = new Map<GroupName, MyRecord[]>();
  for (const claim of recordsNewestFirst(ledger)) {
    if (!claim.owners.includes(member)) continue;
    const stand = standOf(ledger, claim, now);
    const name = groupOf(stand);
    byName.set(name, [...(byName.get(name) ?? []), { claim, stand }]);
  }
  return groupNames.flatMap((name) => (byName.has(name) ? [{ name, records: byName.get(name)! }] : []));
}

/** All records of the cooperative, newest first. */
export function recordsNewestFirst({ work }: Ledger): RecordClaim[] {
  const claims = [...work.claims.values()].filter((claim): claim is RecordClaim => claim.lane === "record" || claim.lane === "joint");
  return claims.sort((a, b) => b.madeAt - a.madeAt);
}

/** The group of a situation. */
export function groupOf({ situation }: Stand): GroupName {
  return situation === "withdrawn" || situation === "lapsed" || situation === "void" || situation === "nothing" ? "over" : situation;
}
