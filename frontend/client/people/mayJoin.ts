import { epochOf, parameterAt } from "../chain/clock.ts";
import { DAY, quarterAt, quarterStart } from "../chain/epoch.ts";
import type { MemberId } from "../chain/ids.ts";
import { isSeated, type PeopleBooks } from "./fold.ts";

// Twin of contracts/people/Joining.sol. Times in seconds since 1970.

/** From joining to the seat, to the first vouch, and how long the expulsion of a ward bars a sponsor and a naming holds. */
export const JOIN_TIMES = { seat: 28 * DAY, vouch: 90 * DAY, liable: 180 * DAY, named: 90 * DAY } as const;
/** So many vouches are needed where so many are seated. */
const VOUCHES = 2;
/** So many may join in a quarter, however few are seated. */
const LEAST_CAP = 2;

/** What a sponsor may still do: the contract's `sponsorOf`. */
export interface Sponsorship {
  /** Vouches of this quarter that were used, and how many may be. */
  readonly used: number;
  readonly most: number;
  /** No vouching before these. */
  readonly from: number;
  readonly barredUntil: number;
}

/** Errors: RangeError where there is no such member. */
export function sponsorOf(books: PeopleBooks, id: MemberId, now: number): Sponsorship {
  const member = books.people.members.get(id);
  if (!member) throw new RangeError(`no member ${id}`);
  const { founder, joinedAt, barredUntil, vouched } = member;
  const used = vouched.quarter === quarterAt(books.clock.genesis, now) ? vouched.used : 0;
  return { used, most: parameterAt(books, "vouchesPerQuarter", epochOf(books, now)), from: founder ? joinedAt : joinedAt + JOIN_TIMES.vouch, barredUntil };
}

/** What stands in the way of a member's vouch, as the contract would refuse it; `at`: from when on it would not; null: nothing that time changes. */
export interface VouchObstacle {
  readonly is: "NotSeated" | "SponsorTooNew" | "SponsorBarred" | "NoVouchLeft";
  readonly at: number | null;
}

/** What stands in the way of using a member's vouch now; null: nothing. */
export function mayVouch(books: PeopleBooks, id: MemberId, now: number): VouchObstacle | null {
  if (!isSeated(books, id)) return { is: "NotSeated", at: null };
  const { used, most, from, barredUntil } = sponsorOf(books, id, now);
  if (now < from) return { is: "SponsorTooNew", at: from };
  if (now < barredUntil) return { is: "SponsorBarred", at: barredUntil };
  return used >= most ? { is: "NoVouchLeft", at: nextQuarter(books, now) } : null;
}

/** How many vouches the member has left in this quarter. */
export function vouchesLeft(books: PeopleBooks, id: MemberId, now: number): number {
  const { used, most } = sponsorOf(books, id, now);
  return Math.max(0, most - used);
}

/** The quarter of a moment: the contract's `quarterNow`, and when the next begins. */
export interface QuarterNow {
  readonly quarter: number;
  readonly joined: number;
  readonly most: number;
  readonly next: number;
}

export function quarterNow(books: PeopleBooks, now: number): QuarterNow {
  const { genesis } = books.clock;
  const quarter = quarterAt(genesis, now);
  const kept = books.people.quarter;
  const { base, joined } = kept.number === quarter ? kept : { base: books.people.seated, joined: 0 };
  const share = Math.floor((base * parameterAt(books, "joinPercent", quarter * 3)) / 100);
  return { quarter, joined, most: Math.max(LEAST_CAP, share), next: quarterStart(genesis, quarter + 1) };
}

/** The first second of the next quarter. */
export const nextQuarter = ({ clock }: PeopleBooks, now: number): number => quarterStart(clock.genesis, quarterAt(clock.genesis, now) + 1);

/** How many more may join by vouches in this quarter. */
export function placesLeft(books: PeopleBooks, now: number): number {
  const { joined, most } = quarterNow(books, now);
  return Math.max(0, most - joined);
}

/** How many vouches whoever joins or returns needs. */
export const vouchesNeeded = ({ people }: PeopleBooks): number => Math.min(VOUCHES, people.seated);

/** Until when an address may join because a vote named it; 0: none did. */
export const namedUntil = ({ people }: PeopleBooks, key: string): number => people.named.get(key.toLowerCase()) ?? 0;

/** Whether an address may join now without vouches. */
export const isNamed = (books: PeopleBooks, key: string, now: number): boolean => namedUntil(books, key) >= now;

/** How many times an address joined as a member's key, or the member whose key it is or was: what a vouch for it names. */
export function joinCountOf({ people }: PeopleBooks, key: string): number {
  const id = people.byKey.get(key.toLowerCase());
  return id === undefined ? 0 : (people.members.get(id)?.joinCount ?? 0);
}

/** What stands in the way of an address that wants to join now; null: nothing but signatures. */
export function mayJoin(books: PeopleBooks, key: string, now: number): { readonly is: "KeyBarred" | "QuarterFull"; readonly at: number | null } | null {
  if (books.people.byKey.has(key.toLowerCase())) return { is: "KeyBarred", at: null };
  if (isNamed(books, key, now) || placesLeft(books, now) > 0) return null;
  return { is: "QuarterFull", at: nextQuarter(books, now) };
}

/** What stands in the way of a member's seat; null: anyone may give it now. */
export function maySit(books: PeopleBooks, id: MemberId, now: number): { readonly is: "SeatNotWaiting" | "SeatTooEarly"; readonly at: number | null } | null {
  const member = books.people.members.get(id);
  if (!member || member.standing !== "active" || isSeated(books, id)) return { is: "SeatNotWaiting", at: null };
  const at = member.joinedAt + JOIN_TIMES.seat;
  return now < at ? { is: "SeatTooEarly", at } : null;
}

/** Members who may take their seats now, or will, and from when on; the earliest first. */
export function waitingForSeat(books: PeopleBooks): { readonly member: MemberId; readonly from: number }[] {
  const waiting = [...books.people.members.values()].filter(({ id, standing }) => standing === "active" && !isSeated(books, id));
  return waiting.map(({ id, joinedAt }) => ({ member: id, from: joinedAt + JOIN_TIMES.seat })).sort((a, b) => a.from - b.from || a.member - b.member);
}
