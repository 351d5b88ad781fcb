// Random histories of members, in the model alone, and a memory of them that knows no rule but who did what and when.
import { Random } from "../client/random.ts";
import { Numbers, placeOf } from "./parameters.ts";
import { attemptAmong, type PeopleAct } from "./peopleActs.ts";
import { addressOf, PeopleChance } from "./peopleChance.ts";
import { People } from "./people.ts";
import { Clock, EPOCH } from "./rules.ts";

/** What was tried, and what came of it. */
export interface Deed {
  readonly at: number;
  readonly act: PeopleAct;
  readonly refused?: string;
  readonly result?: number | boolean | void;
  /** Who spoke, where the act was done by a key. */
  readonly by: number;
}

export interface HistoryKind {
  readonly founders: number;
  readonly acts: number;
  /** So many members, and more leave than come. */
  readonly most: number;
}

export const GENESIS = 1_767_571_200;

/** People whose keys are the addresses of their numbers, founded at a second after the first. */
export function foundPeople(founders: number, later = 0): People {
  const numbers = new Numbers(new Clock(GENESIS));
  return new People(numbers, Array.from({ length: founders }, (_, place) => addressOf(place + 1)), GENESIS + later);
}

/** Plays a history, and looks before and after every deed. Returns the people and what is remembered of them. */
export function playAmong(seed: number, { founders, acts, most }: HistoryKind, before: (people: People) => void, after: (deed: Deed, people: People, memory: Memory) => void): { readonly people: People; readonly memory: Memory } {
  const random = new Random(seed);
  const people = foundPeople(founders, random.one([0, 1, EPOCH, 5 * EPOCH]));
  const memory = new Memory(people);
  const chance = new PeopleChance(people, random, founders, most);
  for (let count = 0; count < acts; count++) {
    const { act, at } = chance.next();
    const by = "key" in act ? people.keys.idOf(act.key) : 0;
    before(people);
    const deed = { at, act, by, ...attemptAmong(people, act, at) };
    memory.add(deed);
    after(deed, people, memory);
  }
  return { people, memory };
}

/** Looks at a history: before and after each deed, and at its end. */
export interface Watch {
  readonly before?: (people: People) => void;
  readonly after?: (deed: Deed, people: People, memory: Memory) => void;
  readonly end?: (people: People, memory: Memory, now: number) => void;
}

/** Cooperatives that grow, that dwindle, that stay in between, and that pass fifty. */
const KINDS: readonly HistoryKind[] = [{ founders: 3, acts: 450, most: 60 }, { founders: 4, acts: 450, most: 4 }, { founders: 9, acts: 450, most: 30 }, { founders: 48, acts: 450, most: 80 }];

/** Plays so many histories, each before a new watch. */
export function watchHistories(seed: number, histories: number, watch: () => Watch): void {
  for (let history = 0; history < histories; history++) {
    const { before = () => {}, after = () => {}, end = () => {} } = watch();
    let now = 0;
    const { people, memory } = playAmong(seed + history, KINDS[history % KINDS.length]!, before, (deed, ...rest) => {
      now = deed.at;
      after(deed, ...rest);
    });
    end(people, memory, now);
  }
}

/** A stay as the deeds tell it. */
export interface Told {
  readonly member: number;
  readonly from: number;
  readonly sponsors: readonly number[];
  readonly founder: boolean;
  seated: number | undefined;
  ended: number | undefined;
  expelled: boolean;
}

/** What the deeds of a history tell, in order. */
export class Memory {
  readonly stays: Told[] = [];
  readonly numbers: { readonly from: number; readonly place: number; readonly value: number }[] = [];
  private readonly founded: number;

  constructor(people: People) {
    this.founded = people.foundedAt;
    for (let member = 1; member <= people.count; member++) this.stays.push({ member, from: this.founded, sponsors: [], founder: true, seated: this.founded, ended: undefined, expelled: false });
  }

  /** Remembers what was done; what was refused is nothing. */
  add({ at, act, refused, result, by }: Deed): void {
    if (refused !== undefined) return;
    const begin = (member: number, sponsors: readonly number[]): void => void this.stays.push({ member, from: at, sponsors, founder: false, seated: undefined, ended: undefined, expelled: false });
    if (act.is === "join") begin(result as number, act.sponsors);
    if (act.is === "joinNamed") begin(result as number, []);
    if (act.is === "rejoin") begin(by, act.sponsors);
    if (act.is === "readmit") begin(act.member, []);
    if (act.is === "seat") this.latest(act.member).seated = at;
    if (act.is === "leave") this.latest(by).ended = at;
    if (act.is === "expel") Object.assign(this.latest(act.member), { ended: at, expelled: true });
    if (act.is === "parameter") this.numbers.push({ from: this.epochOf(at) + 1, place: act.place, value: act.value });
  }

  epochOf = (at: number): number => Math.floor((at - GENESIS) / EPOCH);
  quarterOf = (at: number): number => Math.floor(this.epochOf(at) / 3);
  latest = (member: number): Told => this.stays.findLast((stay) => stay.member === member)!;
  sits = (member: number): boolean => this.stays.some((stay) => stay.member === member && stay.seated !== undefined && stay.ended === undefined);
  /** Who was seated at a second. */
  seatedAt = (at: number): number[] => this.stays.flatMap(({ member, seated, ended }) => (seated !== undefined && seated <= at && (ended === undefined || at < ended) ? [member] : []));
  /** Those who joined by vouches in a quarter. */
  joinedIn = (quarter: number): Told[] => this.stays.filter(({ from, sponsors }) => sponsors.length > 0 && this.quarterOf(from) === quarter);
  placesIn(quarter: number): number {
    const seated = this.seatedAt(Math.max(GENESIS + quarter * 3 * EPOCH, this.founded)).length;
    return Math.max(2, Math.floor((seated * this.number("JoinPercent", quarter * 3)) / 100));
  }
  number(name: "JoinPercent" | "VouchesPerQuarter", epoch: number): number {
    return this.numbers.findLast(({ from, place }) => from <= epoch && place === placeOf(name))?.value ?? { JoinPercent: 10, VouchesPerQuarter: 3 }[name];
  }
}
