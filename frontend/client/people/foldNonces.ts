import type { Draft } from "../chain/draft.ts";
import type { EventOf } from "../chain/events.ts";
import type { PeopleBooks, PeopleState } from "./fold.ts";
import { splitNonce } from "./nonces.ts";

const placeOf = (member: number, key: bigint): string => `${member}:${key}`;

/** Adds an event of the Relay: what was carried or revoked moves the number of its nonce key on. */
export function applyToNonces(draft: Draft<PeopleState>, event: EventOf<"relay">): void {
  if (event.name !== "Carried" && event.name !== "Revoked") return;
  const { key, number } = splitNonce(event.args.nonce);
  draft.map("nonces").set(placeOf(event.args.member, key), number + 1n);
}

/** The number that a member's next act with a nonce key must have. */
export const nextNumber = ({ people }: PeopleBooks, member: number, key: bigint): bigint => people.nonces.get(placeOf(member, key)) ?? 0n;
