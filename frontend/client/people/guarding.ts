import { type Address, getAddress } from "viem";
import type { MemberId } from "../chain/ids.ts";
import { type Member, memberByKey, type PeopleBooks } from "./fold.ts";
import { freshVetoes, GUARD_TIMES, guardiansAt, guardOf } from "./foldGuards.ts";

/** What stands in the way of changing guardians, as the contract would refuse it; `at`: when it ends, seconds since 1970. */
export interface GuardObstacle {
  readonly is: "KeyTooYoung" | "RecoveryIsOpen" | "VetoFresh";
  readonly at: number | null;
}

/** Why a member cannot change guardians now; null: nothing stands in the way. */
export function guardObstacle(books: PeopleBooks, member: Member, now: number): GuardObstacle | null {
  const guard = guardOf(books, member.id);
  const young = member.keySince + GUARD_TIMES.keyAge;
  if (now < young) return { is: "KeyTooYoung", at: young };
  if (guard.recovery) return { is: "RecoveryIsOpen", at: guard.recovery.due };
  const latest = freshVetoes(guard, now).at(-1);
  return latest === undefined ? null : { is: "VetoFresh", at: latest + GUARD_TIMES.veto };
}

/** Who speaks for a guardian: the member whose key the address is or was, with the key in force; an address that is nobody's speaks for itself. */
export function guardianNow(books: PeopleBooks, guardian: Address): { readonly member: MemberId | null; readonly key: Address } {
  const member = memberByKey(books, guardian);
  return member ? { member: member.id, key: member.key } : { member: null, key: getAddress(guardian) };
}

/** Whether an address speaks for a guardian of a member now. Nobody speaks as a guardian for himself. */
export function isGuardian(books: PeopleBooks, ward: MemberId, address: string, now: number): boolean {
  const own = books.people.members.get(ward)?.key;
  if (own === undefined || own.toLowerCase() === address.toLowerCase()) return false;
  return guardiansAt(guardOf(books, ward), now).some((guardian) => guardianNow(books, guardian).key.toLowerCase() === address.toLowerCase());
}

/** The members whose guardian an address is now. */
export const guardedBy = (books: PeopleBooks, address: string, now: number): MemberId[] => [...books.people.guards.keys()].filter((ward) => isGuardian(books, ward, address, now));

/** Whether the key in force may say no now: a recovery is open, does not stand, and is not due. */
export function mayVeto(books: PeopleBooks, member: MemberId, now: number): boolean {
  const { recovery } = guardOf(books, member);
  return recovery !== null && !recovery.stands && now < recovery.due;
}
