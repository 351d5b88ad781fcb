import type { MemberId } from "../chain/ids.ts";
import type { PeopleBooks } from "./fold.ts";
import { freshVetoes, GUARD_TIMES, guardiansAt, guardOf, neededToOpen } from "./foldGuards.ts";

// Twin of contracts/people/Guardians.sol. Times in seconds since 1970.

/** What stands in the way of an act about guardians, as the contract would refuse it; `at`: from when on it would not; null: time changes nothing. */
export interface GuardObstacle {
  readonly is: "NoSuchMember" | "KeyTooYoung" | "RecoveryIsOpen" | "VetoFresh" | "NoGuardians" | "NoRecovery" | "RecoveryStands" | "RecoveryDue" | "RecoveryTooEarly";
  readonly at: number | null;
}

/** What stands in the way of a member's other guardians; null: nothing but their consents. */
export function mayChangeGuardians(books: PeopleBooks, id: MemberId, now: number): GuardObstacle | null {
  const member = books.people.members.get(id);
  if (!member) return { is: "NoSuchMember", at: null };
  const from = member.keySince + GUARD_TIMES.keyAge;
  if (now < from) return { is: "KeyTooYoung", at: from };
  const guard = guardOf(books, id);
  if (guard.recovery) return { is: "RecoveryIsOpen", at: null };
  const latest = freshVetoes(guard, now).at(-1);
  return latest === undefined ? null : { is: "VetoFresh", at: latest + GUARD_TIMES.veto };
}

/** What stands in the way of a recovery; null: nothing but signatures. */
export function mayOpenRecovery(books: PeopleBooks, id: MemberId, now: number): GuardObstacle | null {
  if (!books.people.members.has(id)) return { is: "NoSuchMember", at: null };
  const guard = guardOf(books, id);
  if (guard.recovery) return { is: "RecoveryIsOpen", at: null };
  return guardiansAt(guard, now).length === 0 ? { is: "NoGuardians", at: null } : null;
}

/** What stands in the way of the member's no; null: nothing. */
export function mayVeto(books: PeopleBooks, id: MemberId, now: number): GuardObstacle | null {
  const { recovery } = guardOf(books, id);
  if (!recovery) return { is: "NoRecovery", at: null };
  if (recovery.stands) return { is: "RecoveryStands", at: null };
  return now >= recovery.due ? { is: "RecoveryDue", at: null } : null;
}

/** What stands in the way of finishing a recovery, which anyone may; null: nothing. */
export function mayFinish(books: PeopleBooks, id: MemberId, now: number): GuardObstacle | null {
  const { recovery } = guardOf(books, id);
  if (!recovery) return { is: "NoRecovery", at: null };
  return now < recovery.due ? { is: "RecoveryTooEarly", at: recovery.due } : null;
}

/** How many guardians would have to sign now: the contract's `neededFor`, of an open recovery to close it. */
export function neededFor(books: PeopleBooks, id: MemberId, now: number): number {
  const guard = guardOf(books, id);
  return guard.recovery ? neededToClose(books, id, now) : neededToOpen(guard, now).needed;
}

/** How many guardians must sign to close an open recovery. */
export function neededToClose(books: PeopleBooks, id: MemberId, now: number): number {
  const { length } = guardiansAt(guardOf(books, id), now);
  return length === 0 ? 0 : Math.floor(length / 2) + 1;
}

/** Whoever speaks for a guardian: the key in force of one who is a member, else the guardian's own address. */
export function speaksFor({ people }: PeopleBooks, guardian: string): string {
  const id = people.byKey.get(guardian.toLowerCase());
  return (id === undefined ? guardian : (people.members.get(id)?.key ?? guardian)).toLowerCase();
}

/** Members of whom this address, or the member whose key it is, is a guardian now. */
export function wardsOf(books: PeopleBooks, key: string, now: number): MemberId[] {
  return [...books.people.guards].filter(([, guard]) => guardiansAt(guard, now).some((guardian) => speaksFor(books, guardian) === key.toLowerCase())).map(([id]) => id);
}
