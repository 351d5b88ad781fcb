import { epochOf, parameterAt } from "../chain/clock.ts";
import { DAY, quarterAt, quarterStart } from "../chain/epoch.ts";
import type { MemberId } from "../chain/ids.ts";
import { isSeated, type Member, memberByKey, type PeopleBooks } from "./fold.ts";

/** From joining to the seat, from joining to the first vouch, and how long a sponsor answers for a ward; seconds. */
export const JOIN_TIMES = { seat: 28 * DAY, vouch: 90 * DAY, liable: 180 * DAY } as const;

/** Vouches for one who joins, while two are seated. */
const VOUCHES = 2;
/** So many may join in a quarter at least, however few are seated. */
const LEAST_CAP = 2;

/** The quarter of a second: how many joined by vouches in it, how many may, and the first second of the next. */
export function quarterOf(books: PeopleBooks, now: number): { readonly number: number; readonly joined: number; readonly most: number; readonly next: number } {
  const { people, clock } = books;
  const number = quarterAt(clock.genesis, now);
  const { base, joined } = people.quarter.number === number ? people.quarter : { base: people.seated, joined: 0 };
  const most = Math.max(LEAST_CAP, Math.floor((base * parameterAt(books, "joinPercent", 3 * number)) / 100));
  return { number, joined, most, next: quarterStart(clock.genesis, number + 1) };
}

/** How many vouches one who joins needs: one where one is seated. */
export const vouchesNeeded = ({ people }: PeopleBooks): number => Math.min(VOUCHES, people.seated);

/** How many of a quarter's vouches a member used, and how many there are. */
export function vouchesOf(books: PeopleBooks, member: Member, now: number): { readonly used: number; readonly most: number } {
  const quarter = quarterAt(books.clock.genesis, now);
  return { used: member.vouched.quarter === quarter ? member.vouched.used : 0, most: parameterAt(books, "vouchesPerQuarter", epochOf(books, now)) };
}

/** From when on a member vouches, seconds since 1970. Founders do at once. */
export const vouchesFrom = ({ founder, joinedAt }: Member): number => (founder ? joinedAt : joinedAt + JOIN_TIMES.vouch);

/** What stands in the way of a member's vouch, as the contract would refuse it when it is used; `at`: when it ends, seconds since 1970. */
export interface VouchObstacle {
  readonly is: "NoSuchMember" | "NotSeated" | "SponsorTooNew" | "SponsorBarred" | "NoVouchLeft" | "QuarterFull";
  readonly at: number | null;
}

/** Why a vouch of this member could not be used now; null: it could. The quarter's limit, which holds for all, comes last. */
export function vouchObstacle(books: PeopleBooks, id: MemberId, now: number): VouchObstacle | null {
  const member = books.people.members.get(id);
  if (!member) return { is: "NoSuchMember", at: null };
  if (!isSeated(books, id)) return { is: "NotSeated", at: seatDue(member) };
  if (now < vouchesFrom(member)) return { is: "SponsorTooNew", at: vouchesFrom(member) };
  if (now < member.barredUntil) return { is: "SponsorBarred", at: member.barredUntil };
  const { used, most } = vouchesOf(books, member, now);
  const quarter = quarterOf(books, now);
  if (used >= most) return { is: "NoVouchLeft", at: quarter.next };
  return quarter.joined >= quarter.most ? { is: "QuarterFull", at: quarter.next } : null;
}

/** How many times an address joined as a member's key: what a vouch for it names. */
export const joinCountOf = (books: PeopleBooks, applicant: string): number => memberByKey(books, applicant)?.joinCount ?? 0;

/** Whether a member waits for a seat: active and without one. */
export const waitsForSeat = ({ standing, seatedFrom, seatedUntil }: Member): boolean => standing === "active" && (seatedFrom === null || seatedUntil !== null);

/** From when on a member who waits may take the seat; null for one who does not wait. */
export const seatDue = (member: Member): number | null => (waitsForSeat(member) ? member.joinedAt + JOIN_TIMES.seat : null);

/** Until when a vote lets an address join without vouches; null where none does now. */
export function namedUntil({ people }: PeopleBooks, address: string, now: number): number | null {
  const until = people.named.get(address.toLowerCase());
  return until !== undefined && now <= until ? until : null;
}

/** The members for whose latest joining a member vouched, the newest first. */
export const wardsOf = ({ people }: PeopleBooks, sponsor: MemberId): Member[] =>
  [...people.members.values()].filter(({ sponsors }) => sponsors.includes(sponsor)).sort((a, b) => b.joinedAt - a.joinedAt);
