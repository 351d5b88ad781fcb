// A model of membership in plain numbers, to compare the contracts with. A member is a list of stays, and a stay is a few dates: who is
// seated, who may vouch and who is barred is read from them.
// Every act names its second, and nothing is signed: `key` is the address that speaks, `sponsors` are members who consented. An act applies,
// or throws Refused and changes nothing; where more than one rule refuses, the first in the text speaks. Addresses are compared as written.
import { epochAt, Keys } from "./keys.ts";
import type { Numbers } from "./parameters.ts";
import { DAY, need } from "./rules.ts";

export const QUARTER_EPOCHS = 3;
export const FEWEST_FOUNDERS = 3;
/** From joining to the seat, and to the first vouch. Founders wait for neither. */
export const SEAT_WAIT = 28 * DAY;
export const VOUCH_WAIT = 90 * DAY;
export const VOUCHES = 2;
/** So many may always join in a quarter. */
export const LEAST_PLACES = 2;
/** So long is a ward young; so long does a sponsor whose young ward was expelled vouch for nobody. */
export const YOUNG = 180 * DAY;
export const MOST_NAMED = 50;
export const NAMED_FOR = 90 * DAY;
/** From so many seated on do sponsors and their young wards keep apart. */
export const APART_FROM = 50;
/** Of those seated when an epoch begins, one in so many may be expelled in it, and one at least. */
export const EXPELLED_PART = 50;

export type Standing = "Active" | "Left" | "Expelled";

/** One time of being a member. Seated from `seatedFrom` on and until `until`, exclusive; Infinity: not yet. */
export interface Stay {
  readonly joinedAt: number;
  readonly founder: boolean;
  readonly sponsors: readonly number[];
  seatedFrom: number;
  until: number;
  expelled: boolean;
}

interface Member {
  readonly stays: Stay[];
  /** The stays for which this member vouched, in order. */
  readonly wards: Stay[];
}

/** Whether its sponsors vouch for nobody at a second. */
const bars = ({ joinedAt, until, expelled }: Stay, now: number): boolean => expelled && until < joinedAt + YOUNG && now < until + YOUNG;
const isYoung = ({ joinedAt }: Stay, now: number): boolean => now < joinedAt + YOUNG;

/** Who is a member, who is seated, who speaks for whom. Members are numbered from 1. */
export class People {
  readonly keys: Keys;
  readonly numbers: Numbers;
  readonly foundedAt: number;
  private readonly members: Member[] = [];
  /** Until when, exclusive, an address may join because a vote named it. */
  private readonly named = new Map<string, number>();
  /** How many joined by vouches, by quarter; how many were expelled, by epoch. */
  private readonly joined = new Map<number, number>();
  private readonly gone = new Map<number, number>();
  /** How many are seated, from each second on at which that changed. */
  private readonly totals: { readonly from: number; seated: number }[] = [];

  /** `now`: when the founders sat down, which may be later than the first second of the first epoch. */
  constructor(numbers: Numbers, founders: readonly string[], now = numbers.clock.genesis) {
    need(founders.length >= FEWEST_FOUNDERS, "TooFewFounders");
    this.numbers = numbers;
    this.foundedAt = now;
    this.keys = new Keys(numbers);
    for (const key of founders) this.sit(now, this.stayOf(this.enter(now, key, [], true)));
  }

  // --- views ---

  get count(): number {
    return this.members.length;
  }
  get seated(): number {
    return this.totals.at(-1)?.seated ?? 0;
  }
  /** The latest stay. */
  stayOf = (member: number): Stay => this.member(member).stays.at(-1)!;
  standingOf(member: number): Standing {
    const { until, expelled } = this.stayOf(member);
    if (until === Infinity) return "Active";
    return expelled ? "Expelled" : "Left";
  }
  isSeated(member: number): boolean {
    const { seatedFrom, until } = this.stayOf(member);
    return seatedFrom !== Infinity && until === Infinity;
  }
  /** A member's weight in a vote whose snapshot is at `time`: 0 or 1. */
  weightAt = (member: number, time: number): number => (this.member(member).stays.some(({ seatedFrom, until }) => seatedFrom <= time && time < until) ? 1 : 0);
  /** The same, asked by an address: one that was replaced weighs nothing. */
  votesAt(key: string, time: number): number {
    const member = this.keys.idOf(key);
    return member !== 0 && this.keys.keyOf(member) === key ? this.weightAt(member, time) : 0;
  }
  /** How many were seated. */
  totalAt(time: number): number {
    let [low, high] = [0, this.totals.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.totals[middle]!.from <= time) low = middle + 1;
      else high = middle;
    }
    return this.totals[low - 1]?.seated ?? 0;
  }
  quarterAt = (now: number): number => Math.floor(epochAt(this.numbers, now) / QUARTER_EPOCHS);
  /** How many may join by vouches in a quarter: a part of those seated at its first second, of the founders in the first; the number is its first epoch's. */
  placesIn(now: number): number {
    const first = this.quarterAt(now) * QUARTER_EPOCHS;
    const seated = this.totalAt(Math.max(this.numbers.clock.start(first), this.foundedAt));
    return Math.max(LEAST_PLACES, Math.floor((seated * this.numbers.get("JoinPercent", first)) / 100));
  }
  joinedIn = (now: number): number => this.joined.get(this.quarterAt(now)) ?? 0;
  /** Until when an address may join by having been named. */
  namedUntil = (key: string): number => this.named.get(key) ?? -Infinity;
  isBarred = (member: number, now: number): boolean => this.member(member).wards.some((ward) => bars(ward, now));
  mayVouchFrom(member: number): number {
    const { founder, joinedAt } = this.stayOf(member);
    return founder ? joinedAt : joinedAt + VOUCH_WAIT;
  }
  /** How many vouches of a quarter's are left, whether or not they can be given now. */
  vouchesLeft(member: number, now: number): number {
    const quarter = this.quarterAt(now);
    const { wards } = this.member(member);
    const given = wards.length - 1 - wards.findLastIndex(({ joinedAt }) => this.quarterAt(joinedAt) !== quarter);
    return Math.max(0, this.numbers.get("VouchesPerQuarter", epochAt(this.numbers, now)) - given);
  }
  /** How many may be expelled in an epoch. */
  mostExpelledIn(epoch: number): number {
    return Math.max(1, Math.floor(this.totalAt(this.numbers.clock.start(epoch)) / EXPELLED_PART));
  }
  /** Whether two members neither attest nor review one another. */
  related(one: number, other: number, now: number): boolean {
    if (one === other || this.seated < APART_FROM) return false;
    const [a, b] = [this.stayOf(one), this.stayOf(other)];
    const [forA, forB] = [a, b].map((stay) => (isYoung(stay, now) ? stay.sponsors : [])) as [readonly number[], readonly number[]];
    return forA.includes(other) || forB.includes(one) || forA.some((sponsor) => forB.includes(sponsor));
  }

  // --- joining ---

  /** By vouches. The new member. */
  join(now: number, key: string, sponsors: readonly number[]): number {
    need(!this.keys.isBarred(key), "KeyBarred");
    this.checkVouches(now, sponsors);
    this.countJoining(now);
    return this.enter(now, key, sponsors, false);
  }
  /** By fresh vouches, after leaving. */
  rejoin(now: number, key: string, sponsors: readonly number[]): void {
    const member = this.keys.speaker(key);
    need(this.standingOf(member) === "Left", "NotLeft");
    this.checkVouches(now, sponsors);
    this.countJoining(now);
    this.begin(now, member, sponsors, false);
  }
  /** By vote. Whom it names joins alone, as long as that holds. */
  name(now: number, keys: readonly string[]): void {
    need(keys.length >= 1 && keys.length <= MOST_NAMED, "NamesOutOfBounds");
    for (const key of keys) this.named.set(key, now + NAMED_FOR);
  }
  /** By having been named. The new member. */
  joinNamed(now: number, key: string): number {
    need(!this.keys.isBarred(key), "KeyBarred");
    need(now < this.namedUntil(key), "NotNamed");
    this.named.delete(key);
    return this.enter(now, key, [], false);
  }
  /** By vote, after an expulsion. */
  readmit(now: number, member: number): void {
    need(this.standingOf(member) === "Expelled", "NotExpelled");
    this.begin(now, member, [], false);
  }
  /** By anyone. */
  seat(now: number, member: number): void {
    const stay = this.stayOf(member);
    need(stay.seatedFrom === Infinity && stay.until === Infinity, "SeatNotWaiting");
    need(now >= stay.joinedAt + SEAT_WAIT, "SeatTooEarly");
    this.sit(now, stay);
  }

  // --- going ---

  leave(now: number, key: string): void {
    const member = this.keys.speaker(key);
    need(this.standingOf(member) === "Active", "NotActive");
    need(!this.isSeated(member) || this.seated > 1, "LastSeated");
    this.rise(now, member, false);
  }
  /** By vote. */
  /** The contract expels also who left; this model, whose people do not leave to escape, does not. */
  expel(now: number, member: number): void {
    need(this.standingOf(member) === "Active", "NotActive");
    const epoch = epochAt(this.numbers, now);
    const gone = this.gone.get(epoch) ?? 0;
    need(gone < this.mostExpelledIn(epoch), "TooManyExpelled");
    need(!this.isSeated(member) || this.seated > 1, "LastSeated");
    this.gone.set(epoch, gone + 1);
    this.rise(now, member, true);
  }

  // --- private ---

  private member(member: number): Member {
    const found = this.members[member - 1];
    need(found !== undefined, "NoSuchMember");
    return found;
  }
  /** Two, or one where no more are seated; and of each sponsor in turn, whether this vouch can be given. */
  private checkVouches(now: number, sponsors: readonly number[]): void {
    need(sponsors.length === Math.min(VOUCHES, this.seated), "VouchesNeeded");
    need(this.joinedIn(now) < this.placesIn(now), "QuarterFull");
    for (const [place, sponsor] of sponsors.entries()) {
      need(!sponsors.slice(0, place).includes(sponsor), "VouchesNeeded");
      need(this.isSeated(sponsor), "NotSeated");
      need(now >= this.mayVouchFrom(sponsor), "SponsorTooNew");
      need(!this.isBarred(sponsor, now), "SponsorBarred");
      need(this.vouchesLeft(sponsor, now) > 0, "NoVouchLeft");
    }
  }
  private countJoining(now: number): void {
    this.joined.set(this.quarterAt(now), this.joinedIn(now) + 1);
  }
  private enter(now: number, key: string, sponsors: readonly number[], founder: boolean): number {
    const member = this.keys.add(now, key);
    this.members.push({ stays: [], wards: [] });
    this.begin(now, member, sponsors, founder);
    return member;
  }
  private begin(now: number, member: number, sponsors: readonly number[], founder: boolean): void {
    const stay = { joinedAt: now, founder, sponsors: [...sponsors], seatedFrom: Infinity, until: Infinity, expelled: false };
    this.member(member).stays.push(stay);
    for (const sponsor of sponsors) this.member(sponsor).wards.push(stay);
  }
  private sit(now: number, stay: Stay): void {
    stay.seatedFrom = now;
    this.countSeats(now, 1);
  }
  private rise(now: number, member: number, expelled: boolean): void {
    if (this.isSeated(member)) this.countSeats(now, -1);
    Object.assign(this.stayOf(member), { until: now, expelled });
  }
  private countSeats(now: number, change: number): void {
    const latest = this.totals.at(-1);
    if (latest && latest.from > now) throw new Error(`The model was at ${latest.from} and is asked to act at ${now}.`);
    if (latest?.from === now) latest.seated += change;
    else this.totals.push({ from: now, seated: this.seated + change });
  }
}
