import { DAY } from "../chain/epoch.ts";
import type { MemberId } from "../chain/ids.ts";
import type { Member, PeopleBooks } from "./fold.ts";

// Twin of checkUnrelated in contracts/people/Seats.sol.

/** From so many seated on, sponsor and ward, and wards of one sponsor, keep apart … */
export const FAMILY_FROM = 50;
/** … for so long after joining, in seconds. */
export const FAMILY_FOR = 180 * DAY;

/** The first of `others` from whom the member must keep apart now: neither attests nor reviews the other; null: none. */
export function relatedTo({ people }: PeopleBooks, member: MemberId, others: readonly MemberId[], now: number): MemberId | null {
  const self = people.members.get(member);
  if (people.seated < FAMILY_FROM || !self) return null;
  return others.find((id) => areRelated(self, people.members.get(id), now)) ?? null;
}

/** Whether two are sponsor and ward, or wards of one sponsor, by vouches that are young. */
export function areRelated(a: Member, b: Member | undefined, now: number): boolean {
  if (!b || a.id === b.id) return false;
  const [aNew, bNew] = [a, b].map(({ joinedAt }) => now < joinedAt + FAMILY_FOR);
  if (aNew && a.sponsors.includes(b.id)) return true;
  if (bNew && b.sponsors.includes(a.id)) return true;
  return Boolean(aNew && bNew) && a.sponsors.some((sponsor) => b.sponsors.includes(sponsor));
}
