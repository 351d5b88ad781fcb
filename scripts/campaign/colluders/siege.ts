// A cooperative in which some collude, played day by day in the model of membership. Nobody here decides who may join, vouch or be expelled:
// the model does, and an act that it refuses ends the run.
import { Random } from "../../../test/support/client/random.ts";
import { carries, MAJORITIES, quorumFor } from "../../../test/support/model/governance.ts";
import { Numbers, placeOf } from "../../../test/support/model/parameters.ts";
import { attemptAmong } from "../../../test/support/model/peopleActs.ts";
import { MOST_NAMED, People, SEAT_WAIT, VOUCH_WAIT, YOUNG } from "../../../test/support/model/people.ts";
import { Clock, DAY } from "../../../test/support/model/rules.ts";
import { type Pair, pairUp } from "./pairs.ts";

export const [EPOCH_DAYS, QUARTER_DAYS, YEAR_DAYS] = [28, 84, 365];
export const MOST_YEARS = 40;
/** A cooperative of so many is followed no further. */
export const MOST_SEATED = 10_000;
/** From the proposal: when an expulsion and a naming are weighed, and when they are done. In days, by the numbers at the founding. */
const EXPULSION = { weighed: 14, done: 14 + 7 + 3 };
const NAMING = { weighed: 2, done: 2 + 7 + 3 };
const [THIRDS] = MAJORITIES.slice(2);

/** Who is there, which numbers are in force, and what the others do. */
export interface Case {
  readonly seated: number;
  readonly colluders: number;
  readonly joinPercent: number;
  readonly vouches: number;
  /** How many others want to join in a quarter, in percent of the others seated; where their places in the quarter are. */
  readonly newcomers: number;
  readonly order: "spread" | "turns" | "first";
  /** Whether those who find the quarter full are named by vote. */
  readonly named: boolean;
  /** Of a hundred puppets, how many are found out in an epoch; whether their sponsors are expelled too. */
  readonly found: number;
  readonly sponsorsToo: boolean;
  /** Of a hundred others, how many vote. */
  readonly turnout: number;
  /** Whether one of the others once vouches for a puppet. */
  readonly deceived: boolean;
  /** Whether the rule holds that only so many are expelled in an epoch. */
  readonly limited: boolean;
}

/** Nobody else joins and nobody does anything. */
export const UNOPPOSED: Omit<Case, "seated" | "colluders"> = { joinPercent: 10, vouches: 3, newcomers: 0, order: "spread", named: false, found: 0, sponsorsToo: false, turnout: 100, deceived: false, limited: true };

/** What it came to. Days from the first; null: not within the run. */
export interface Outcome {
  readonly third: number | null;
  readonly half: number | null;
  /** Why the run ended, and on which day. */
  readonly end: "half" | "years" | "size";
  readonly days: number;
  readonly seated: number;
  readonly colluders: number;
  readonly puppets: number;
  readonly expelled: number;
  /** Their part of the seats when each quarter began, in percent. */
  readonly parts: readonly number[];
}

/** A cooperative that lacks one rule: that an epoch expels a fiftieth at most. To see what that rule costs. */
class WithoutLimit extends People {
  override mostExpelledIn(): number {
    return Infinity;
  }
}

/** Plays a case to its end. */
export const besiege = (played: Case, seed: number): Outcome => new Siege(played, seed).run();

class Siege {
  private readonly played: Case;
  private readonly random: Random;
  readonly people: People;
  private day = 0;
  /** Those who collude and those who do not, whatever their seat; puppets are the former who joined. */
  private readonly colluders = new Set<number>();
  private readonly others = new Set<number>();
  private readonly puppets = new Set<number>();
  private colludersSeated: number;
  /** Who takes a seat, and when, in order; `next` is the first who has not. */
  private readonly waiting: { readonly member: number; readonly day: number }[] = [];
  private next = 0;
  /** Days on which colluders may have vouches that they had not before. */
  private readonly wake = new Set<number>();
  private applicants = { wanted: 0, come: 0, part: 0 };
  /** Sponsors of those who come in this quarter, two by two; the next are the last. */
  private othersSponsors: Pair[] = [];
  private turnedAway = 0;
  private naming = 0;
  private accused = new Set<number>();
  private sentenced: number[] = [];
  private readonly count = { address: 0, puppets: 0, expelled: 0 };
  private readonly parts: number[] = [];
  private third: number | null = null;

  constructor(played: Case, seed: number) {
    this.played = played;
    this.random = new Random(seed);
    const numbers = new Numbers(new Clock(0));
    const values = numbers.steps[0]!.values.with(placeOf("JoinPercent"), played.joinPercent).with(placeOf("VouchesPerQuarter"), played.vouches);
    numbers.steps = [{ from: 0, values }];
    this.people = new (played.limited ? People : WithoutLimit)(numbers, Array.from({ length: played.seated }, () => this.address()));
    for (let member = 1; member <= played.seated; member++) (member <= played.colluders ? this.colluders : this.others).add(member);
    this.colludersSeated = played.colluders;
  }

  run(): Outcome {
    for (; this.day < MOST_YEARS * YEAR_DAYS; this.day++) {
      this.live();
      const { seated } = this.people;
      if (this.colludersSeated * 3 > seated) this.third ??= this.day;
      if (this.colludersSeated * 2 > seated) return this.outcome("half");
      if (seated >= MOST_SEATED) return this.outcome("size");
    }
    return this.outcome("years");
  }

  // --- a day ---

  private live(): void {
    this.takeSeats();
    const ofEpoch = this.day % EPOCH_DAYS;
    if (ofEpoch === 0) this.propose();
    if (ofEpoch === NAMING.weighed && !this.carried()) this.naming = 0;
    if (ofEpoch === NAMING.done) this.nameThem();
    if (ofEpoch === EXPULSION.weighed) this.sentenced = this.carried() ? [...this.accused].sort((a, b) => a - b) : [];
    if (ofEpoch === EXPULSION.done) this.expelThem();
    if (this.day % QUARTER_DAYS === 0) this.beginQuarter();
    else {
      if (this.wake.has(this.day)) this.press();
      this.othersCome();
    }
  }

  private beginQuarter(): void {
    const { newcomers, order, deceived } = this.played;
    this.parts.push(Math.round((this.colludersSeated / this.people.seated) * 1_000) / 10);
    const wanted = this.applicants.part + (newcomers / 100) * (this.people.seated - this.colludersSeated);
    this.applicants = { wanted: Math.floor(wanted), come: 0, part: wanted % 1 };
    this.othersSponsors = this.sponsorsAmong(this.others, this.applicants.wanted).reverse();
    if (deceived && this.day === 0) this.admit([this.someOf(this.colluders), this.someOf(this.others)], true);
    if (order === "first") while (this.otherComes()) continue;
    if (order === "turns") this.press(() => void this.otherComes());
    else this.press();
    if (order === "turns") while (this.otherComes()) continue;
    this.othersCome();
  }

  /** Colluders use every vouch that they have for puppets; `between` comes after each. */
  private press(between = (): void => {}): void {
    for (const sponsors of this.sponsorsAmong(this.colluders)) {
      if (!this.isPlace()) return;
      this.admit(sponsors, true);
      between();
    }
  }

  /** The next who wants to join, if there is one and a place; false where there is none. */
  private otherComes(): boolean {
    if (this.applicants.come >= this.applicants.wanted) return false;
    const sponsors = this.isPlace() ? this.othersSponsors.pop() : undefined;
    if (!sponsors) return false;
    this.applicants.come++;
    this.admit(sponsors, false);
    return true;
  }

  /** Those who come today, evenly over the quarter; who finds it full does not come again. */
  private othersCome(): void {
    const { wanted, come } = this.applicants;
    const due = Math.floor((wanted * ((this.day % QUARTER_DAYS) + 1)) / QUARTER_DAYS);
    for (let number = come; number < due; number++) {
      if (this.otherComes()) continue;
      this.applicants.come++;
      this.turnedAway++;
    }
  }

  // --- votes ---

  private propose(): void {
    const { found, sponsorsToo, named } = this.played;
    if (found > 0) {
      const seen = [...this.puppets].filter(() => this.random.part() * 100 < found);
      for (const puppet of seen) for (const one of [puppet, ...(sponsorsToo ? this.people.stayOf(puppet).sponsors : [])]) if (this.colluders.has(one)) this.accused.add(one);
    }
    if (named) [this.naming, this.turnedAway] = [this.naming + this.turnedAway, 0];
  }

  /** Whether two thirds want what all colluders vote against. */
  private carried(): boolean {
    const others = this.people.seated - this.colludersSeated;
    const inFavour = Math.floor((others * this.played.turnout) / 100);
    return inFavour >= quorumFor(this.people.seated, 10, "Expulsion") && carries([this.colludersSeated, inFavour, 0], THIRDS!);
  }

  private nameThem(): void {
    while (this.naming > 0) {
      const keys = Array.from({ length: Math.min(MOST_NAMED, this.naming) }, () => this.address());
      this.people.name(this.now, keys);
      for (const key of keys) this.add(this.people.joinNamed(this.now, key), false);
      this.naming -= keys.length;
    }
  }

  /** As many as may be in an epoch, those first whose expulsion bars most sponsors, and of these who joined last. */
  private expelThem(): void {
    const latest = this.sentenced.toReversed();
    // Each expulsion only lowers how many sponsors another would bar.
    for (const bars of [2, 1, 0]) {
      for (const member of latest) {
        if (!this.accused.has(member) || this.barredBy(member) !== bars) continue;
        const outcome = attemptAmong(this.people, { is: "expel", member }, this.now);
        if ("result" in outcome) this.lose(member);
        else if (outcome.refused === "TooManyExpelled") return;
        else throw new Error(`An expulsion is refused: ${outcome.refused}.`);
      }
    }
  }
  private lose(member: number): void {
    if (this.people.weightAt(member, this.now - 1) === 1) this.colludersSeated--;
    for (const set of [this.colluders, this.puppets, this.accused]) set.delete(member);
    this.count.expelled++;
    this.wake.add(this.day + YOUNG / DAY);
  }
  private barredBy(member: number): number {
    const { joinedAt, sponsors } = this.people.stayOf(member);
    return this.now < joinedAt + YOUNG ? sponsors.filter((sponsor) => !this.people.isBarred(sponsor, this.now)).length : 0;
  }

  // --- members ---

  private get now(): number {
    return this.day * DAY;
  }
  private address = (): string => `address ${++this.count.address}`;
  private placesLeft = (): number => this.people.placesIn(this.now) - this.people.joinedIn(this.now);
  private isPlace = (): boolean => this.placesLeft() > 0;
  private sponsorsAmong(members: ReadonlySet<number>, most = Infinity): Pair[] {
    const places = Math.min(most, this.placesLeft());
    if (places <= 0) return [];
    const able = [...members].filter((member) => this.people.isSeated(member) && this.now >= this.people.mayVouchFrom(member) && !this.people.isBarred(member, this.now));
    return pairUp(able.map((member) => ({ member, left: this.people.vouchesLeft(member, this.now) })), places);
  }
  private someOf = (members: ReadonlySet<number>): number => members.values().next().value!;

  private admit(sponsors: readonly number[], puppet: boolean): void {
    this.add(this.people.join(this.now, this.address(), sponsors), puppet);
  }
  private add(member: number, puppet: boolean): void {
    (puppet ? this.colluders : this.others).add(member);
    if (puppet) this.puppets.add(member);
    if (puppet) this.count.puppets++;
    this.waiting.push({ member, day: this.day + SEAT_WAIT / DAY });
    this.wake.add(this.day + VOUCH_WAIT / DAY);
  }

  private takeSeats(): void {
    while (this.waiting[this.next] && this.waiting[this.next]!.day <= this.day) {
      const { member } = this.waiting[this.next++]!;
      if (this.people.standingOf(member) !== "Active") continue;
      this.people.seat(this.now, member);
      if (this.colluders.has(member)) this.colludersSeated++;
    }
  }

  private outcome(end: Outcome["end"]): Outcome {
    const { third, day, parts, colludersSeated, people: { seated }, count: { puppets, expelled } } = this;
    return { third, half: end === "half" ? day : null, end, days: day, seated, colluders: colludersSeated, puppets, expelled, parts };
  }
}
