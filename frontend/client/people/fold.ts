import type { Address, Hex } from "viem";
import type { ClockBooks } from "../chain/clock.ts";
import type { Draft } from "../chain/draft.ts";
import { quarterAt } from "../chain/epoch.ts";
import type { ChainEvent, EventOf } from "../chain/events.ts";
import type { MemberId } from "../chain/ids.ts";
import { applyToGuards, type Guard } from "./foldGuards.ts";
import { applyToNonces } from "./foldNonces.ts";

/** Where a member stands. */
export type Standing = "active" | "left" | "expelled";

/** A member as the log tells it. Times in seconds since 1970. */
export interface Member {
  readonly id: MemberId;
  /** The key in force. */
  readonly key: Address;
  /** How many keys came before it. */
  readonly keyEpoch: number;
  /** Since when it speaks. */
  readonly keySince: number;
  readonly standing: Standing;
  /** Whether the latest joining was the founding. */
  readonly founder: boolean;
  /** Of the latest joining. */
  readonly joinedAt: number;
  /** How many times the member joined: what a vouch for a return names. */
  readonly joinCount: number;
  /** Who vouched for the latest joining; none of founders, of the named and of the readmitted. */
  readonly sponsors: readonly MemberId[];
  /** From when on the member attests, votes and counts, in the latest seat; null: never yet. */
  readonly seatedFrom: number | null;
  /** Until when, exclusive; null: still, or never seated. */
  readonly seatedUntil: number | null;
  /** Seats before the latest, oldest first. */
  readonly earlier: readonly Span[];
  /** A vote expelled the member; null: none did, or the member was readmitted. What was earned stays. */
  readonly expelled: Expulsion | null;
  /** When the member left by own will; null: did not, or came back. */
  readonly leftAt: number | null;
  readonly profile: Profile | null;
  /** The quarter of the latest vouch that was used, and how many were in it. */
  readonly vouched: { readonly quarter: number; readonly used: number };
  /** Until when the member does not vouch; 0: was never barred. */
  readonly barredUntil: number;
}

/** A seat that ended. From its first second until before `until`, seconds since 1970. */
export interface Span {
  readonly from: number;
  readonly until: number;
}

/** That a member was expelled. `cause`: digest of the written cause. */
export interface Expulsion {
  readonly at: number;
  readonly cause: Hex;
  readonly tx: Hex;
}

/** Where a member's profile document is, and what its bytes must hash to. */
export interface Profile {
  readonly digest: Hex;
  readonly uri: string;
  readonly changedAt: number;
}

/** A quarter's joinings by vouches. `base`: how many were seated when it began. */
export interface Quarter {
  readonly number: number;
  readonly base: number;
  readonly joined: number;
}

export interface PeopleState {
  readonly members: ReadonlyMap<MemberId, Member>;
  /** By lower-case address: whose key it is or was. */
  readonly byKey: ReadonlyMap<string, MemberId>;
  readonly seated: number;
  /** How many were seated from a second on, oldest first. */
  readonly seatedTrace: readonly { readonly at: number; readonly seated: number }[];
  /** When members were expelled, whatever became of them since; oldest first. */
  readonly expulsions: readonly number[];
  /** The quarter of the latest change, as the registry keeps it. */
  readonly quarter: Quarter;
  /** By lower-case address: until when a person whom a vote named may join. */
  readonly named: ReadonlyMap<string, number>;
  /** Digests of vouches that were taken back. */
  readonly revokedVouches: ReadonlyMap<Hex, MemberId>;
  /** Guardians and recoveries, of those who have any. */
  readonly guards: ReadonlyMap<MemberId, Guard>;
  /** By member and nonce key (`member:key`): the number that the next act must have. */
  readonly nonces: ReadonlyMap<string, bigint>;
}

/** What a reader of people needs. */
export interface PeopleBooks extends ClockBooks {
  readonly people: PeopleState;
}

export const emptyPeople = (): PeopleState => ({
  members: new Map(),
  byKey: new Map(),
  seated: 0,
  seatedTrace: [],
  expulsions: [],
  quarter: { number: 0, base: 0, joined: 0 },
  named: new Map(),
  revokedVouches: new Map(),
  guards: new Map(),
  nonces: new Map(),
});

/** Adds an event to people. Members are replaced, never changed in place. `genesis`: seconds since 1970. */
export function applyToPeople(draft: Draft<PeopleState>, event: ChainEvent, genesis: number): void {
  if (event.contract === "guardians") applyToGuards(draft, event);
  else if (event.contract === "relay") applyToNonces(draft, event);
  else if (event.contract === "memberRegistry") applyToRegistry(draft, event, quarterAt(genesis, event.at));
}

function applyToRegistry(draft: Draft<PeopleState>, event: EventOf<"memberRegistry">, quarter: number): void {
  switch (event.name) {
    case "Joined":
      return join(draft, event, quarter);
    case "Returned": {
      const { member, joinCount, sponsor, cosponsor } = event.args;
      const sponsors = spend(draft, quarter, [sponsor, cosponsor]);
      return change(draft, member, { standing: "active", founder: false, joinedAt: event.at, joinCount: joinCount + 1, sponsors, expelled: null, leftAt: null });
    }
    case "Seated":
      return sit(draft, event.args.member, event.at, Number(event.args.seated), quarter);
    case "MemberLeft":
      change(draft, event.args.member, { standing: "left", leftAt: event.at });
      return rise(draft, event.args.member, event.at, Number(event.args.seated), quarter);
    case "Expelled": {
      const { member, cause, seated } = event.args;
      draft.list("expulsions").push(event.at);
      change(draft, member, { standing: "expelled", expelled: { at: event.at, cause, tx: event.tx } });
      return rise(draft, member, event.at, Number(seated), quarter);
    }
    case "ProfileChanged": {
      const { digest, uri } = event.args;
      return change(draft, event.args.member, { profile: { digest, uri, changedAt: event.at } });
    }
    case "KeyChanged": {
      const { member, key, keyEpoch } = event.args;
      draft.map("byKey").set(key.toLowerCase(), member as MemberId);
      return change(draft, member, { key, keyEpoch, keySince: event.at });
    }
    case "VouchingBarred":
      return change(draft, event.args.sponsor, { barredUntil: event.args.until });
    case "PersonNamed":
      return void draft.map("named").set(event.args.key.toLowerCase(), event.args.until);
    case "VouchRevoked":
      return void draft.map("revokedVouches").set(event.args.vouch, event.args.sponsor as MemberId);
  }
}

function join(draft: Draft<PeopleState>, event: Extract<EventOf<"memberRegistry">, { name: "Joined" }>, quarter: number): void {
  const { member, key, founder, sponsor, cosponsor } = event.args;
  const id = member as MemberId;
  const sponsors = spend(draft, quarter, [sponsor, cosponsor]);
  const fresh = { keyEpoch: 0, keySince: event.at, standing: "active", joinedAt: event.at, joinCount: 1, seatedFrom: null, seatedUntil: null, earlier: [], expelled: null, leftAt: null, profile: null, vouched: { quarter: 0, used: 0 }, barredUntil: 0 } as const;
  draft.map("members").set(id, { id, key, founder, sponsors, ...fresh });
  draft.map("byKey").set(key.toLowerCase(), id);
}

/** Counts vouches against their sponsors, and one joining. Without sponsors nothing is counted. */
function spend(draft: Draft<PeopleState>, quarter: number, named: readonly number[]): readonly MemberId[] {
  const sponsors = named.filter((id) => id !== 0) as MemberId[];
  if (sponsors.length === 0) return sponsors;
  turn(draft, quarter);
  draft.state.quarter = { ...draft.state.quarter, joined: draft.state.quarter.joined + 1 };
  for (const id of sponsors) {
    const vouched = draft.state.members.get(id)?.vouched;
    change(draft, id, { vouched: { quarter, used: (vouched?.quarter === quarter ? vouched.used : 0) + 1 } });
  }
  return sponsors;
}

/** Keeps how many were seated when a quarter began, before the first change in it. */
function turn(draft: Draft<PeopleState>, quarter: number): void {
  if (draft.state.quarter.number !== quarter) draft.state.quarter = { number: quarter, base: draft.state.seated, joined: 0 };
}

function sit(draft: Draft<PeopleState>, member: number, at: number, seated: number, quarter: number): void {
  turn(draft, quarter);
  const { seatedFrom, seatedUntil, earlier = [], founder } = draft.state.members.get(member as MemberId) ?? {};
  const spans = seatedFrom != null && seatedUntil != null ? [...earlier, { from: seatedFrom, until: seatedUntil }] : earlier;
  change(draft, member, { seatedFrom: at, seatedUntil: null, earlier: spans });
  count(draft, at, seated);
  // Founders are there when the first quarter begins.
  if (founder && seated === draft.state.members.size) draft.state.quarter = { number: quarter, base: seated, joined: 0 };
}

function rise(draft: Draft<PeopleState>, member: number, at: number, seated: number, quarter: number): void {
  const { seatedFrom, seatedUntil } = draft.state.members.get(member as MemberId) ?? {};
  if (seatedFrom == null || seatedUntil != null) return;
  turn(draft, quarter);
  change(draft, member, { seatedUntil: at });
  count(draft, at, seated);
}

function change(draft: Draft<PeopleState>, id: number, part: Partial<Member>): void {
  const member = draft.state.members.get(id as MemberId);
  if (member) draft.map("members").set(member.id, { ...member, ...part });
}

function count(draft: Draft<PeopleState>, at: number, seated: number): void {
  draft.state.seated = seated;
  draft.list("seatedTrace").push({ at, seated });
}

/** The member whose key this is or was. */
export function memberByKey({ people }: PeopleBooks, key: string): Member | undefined {
  const id = people.byKey.get(key.toLowerCase());
  return id === undefined ? undefined : people.members.get(id);
}

/** Whether the member has a seat now: attests, votes and counts. */
export function isSeated({ people }: PeopleBooks, id: MemberId): boolean {
  const member = people.members.get(id);
  return member !== undefined && member.seatedFrom !== null && member.seatedUntil === null;
}

/** Whether the member was seated at a second, given in seconds since 1970. */
export function seatedAt({ people }: PeopleBooks, id: MemberId, at: number): boolean {
  const member = people.members.get(id);
  if (!member || member.seatedFrom === null) return false;
  if (at >= member.seatedFrom) return member.seatedUntil === null || at < member.seatedUntil;
  return member.earlier.some(({ from, until }) => at >= from && at < until);
}

/** How many were seated at a second. */
export function electorateOf({ people }: PeopleBooks, at: number): number {
  const { seatedTrace } = people;
  let [low, high] = [0, seatedTrace.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (seatedTrace[middle]!.at > at) high = middle;
    else low = middle + 1;
  }
  return low === 0 ? 0 : seatedTrace[low - 1]!.seated;
}

/** Whether the member left or was expelled: `NotActive`, as the contracts say it. */
export function isGone({ people }: PeopleBooks, id: MemberId): boolean {
  const standing = people.members.get(id)?.standing;
  return standing === "left" || standing === "expelled";
}
