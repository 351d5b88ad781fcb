import type { Address, Hex } from "viem";
import type { ClockBooks } from "../chain/clock.ts";
import type { Draft } from "../chain/draft.ts";
import type { ChainEvent } from "../chain/events.ts";
import type { MemberId } from "../chain/ids.ts";

/** A member as the log tells it. Times in seconds since 1970. */
export interface Member {
  readonly id: MemberId;
  /** The key in force. */
  readonly key: Address;
  /** How many keys came before it. */
  readonly keyEpoch: number;
  readonly founder: boolean;
  readonly joinedAt: number;
  /** From when on the member attests, votes and counts; null: not yet. */
  readonly seatedFrom: number | null;
  /** Until when, exclusive; null: still, or never seated. */
  readonly seatedUntil: number | null;
  /** A vote expelled the member; null: none did. What was earned stays. */
  readonly expelled: Expulsion | null;
  readonly profile: Profile | null;
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

export interface PeopleState {
  readonly members: ReadonlyMap<MemberId, Member>;
  /** By lower-case address: whose key it is or was. */
  readonly byKey: ReadonlyMap<string, MemberId>;
  readonly seated: number;
  /** How many were seated from a second on, oldest first. */
  readonly seatedTrace: readonly { readonly at: number; readonly seated: number }[];
}

/** What a reader of people needs. */
export interface PeopleBooks extends ClockBooks {
  readonly people: PeopleState;
}

export const emptyPeople = (): PeopleState => ({ members: new Map(), byKey: new Map(), seated: 0, seatedTrace: [] });

/** Adds an event to people. Members are replaced, never changed in place. */
export function applyToPeople(draft: Draft<PeopleState>, event: ChainEvent): void {
  if (event.contract !== "memberRegistry") return;
  if (event.name === "Joined") {
    const id = event.args.member as MemberId;
    const { key, founder } = event.args;
    draft.map("members").set(id, { id, key, keyEpoch: 0, founder, joinedAt: event.at, seatedFrom: null, seatedUntil: null, expelled: null, profile: null });
    draft.map("byKey").set(key.toLowerCase(), id);
  } else if (event.name === "Seated") {
    change(draft, event.args.member, { seatedFrom: event.at });
    count(draft, event.at, Number(event.args.seated));
  } else if (event.name === "Expelled") {
    const { member, cause, seated } = event.args;
    const sat = draft.state.members.get(member as MemberId)?.seatedFrom != null;
    change(draft, member, { expelled: { at: event.at, cause, tx: event.tx }, seatedUntil: sat ? event.at : null });
    count(draft, event.at, Number(seated));
  } else if (event.name === "ProfileChanged") {
    const { digest, uri } = event.args;
    change(draft, event.args.member, { profile: { digest, uri, changedAt: event.at } });
  }
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
  if (!member || member.seatedFrom === null || at < member.seatedFrom) return false;
  return member.seatedUntil === null || at < member.seatedUntil;
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

/** Whether a vote expelled the member. */
export const isExpelled = ({ people }: PeopleBooks, id: MemberId): boolean => people.members.get(id)?.expelled != null;
