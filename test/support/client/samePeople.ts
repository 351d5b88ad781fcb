import { expect } from "chai";
import { zeroAddress } from "viem";
import { toFailure } from "#client/chain/toFailure.ts";
import type { MemberId } from "#client/chain/ids.ts";
import { electorateOf, isSeated, type Member, type PeopleBooks, seatedAt } from "#client/people/fold.ts";
import { guardiansAt, guardOf } from "#client/people/foldGuards.ts";
import { nextNumber } from "#client/people/foldNonces.ts";
import { neededFor } from "#client/people/mayGuard.ts";
import { joinCountOf, namedUntil, quarterNow, sponsorOf } from "#client/people/mayJoin.ts";
import { relatedTo } from "#client/people/related.ts";
import type { Same } from "./sameBooks.ts";
import type { World } from "./world.ts";

const standings = ["", "active", "left", "expelled"];

/** Compares everything that the books say of people with what the registry, Guardians and the Relay say, at the newest block. */
export async function samePeople(books: PeopleBooks, now: number, world: World, same: Same): Promise<void> {
  const { people } = books;
  await same(BigInt(people.members.size), "memberRegistry", "memberCount");
  await same(BigInt(people.seated), "memberRegistry", "seatedCount");
  const { quarter, joined, most } = quarterNow(books, now);
  await same([quarter, BigInt(joined), BigInt(most)], "memberRegistry", "quarterNow");
  for (const key of people.named.keys()) await same(namedUntil(books, key), "memberRegistry", "namedUntil", key);
  for (const [key, id] of people.byKey) await sameKey(books, key, id, same);
  for (const member of people.members.values()) {
    await sameMember(books, member, now, same);
    await sameGuard(books, member.id, now, same);
  }
  await samePast(books, now, same);
  await sameKin(books, now, world);
  for (const place of people.nonces.keys()) {
    const [member, key] = place.split(":").map(BigInt) as [bigint, bigint];
    await same(nextNumber(books, Number(member), key), "relay", "nextNumber", Number(member), key);
  }
}

async function sameKey(books: PeopleBooks, key: string, id: MemberId, same: Same): Promise<void> {
  const member = books.people.members.get(id)!;
  const speaks = member.key.toLowerCase() === key;
  await same(id, "memberRegistry", "idOf", key);
  await same(joinCountOf(books, key), "memberRegistry", "joinCount", key);
  await same(speaks ? BigInt(id) | (BigInt(member.keyEpoch) << 32n) : 0n, "memberRegistry", "speakerOf", key);
  await same(speaks ? 1n : 0n, "memberRegistry", "balanceOf", key);
  await same(speaks && isSeated(books, id) ? 1n : 0n, "memberRegistry", "getVotes", key);
}

async function sameMember(books: PeopleBooks, member: Member, now: number, same: Same): Promise<void> {
  const { id, key, keyEpoch, keySince, founder, joinedAt, seatedFrom, seatedUntil, standing, sponsors } = member;
  const [sponsor = 0, cosponsor = 0] = sponsors;
  await same(key, "memberRegistry", "keyOf", id);
  await same(keySince, "memberRegistry", "keySince", id);
  const seat = { id, keyEpoch, standing: standings.indexOf(standing), founder, replaced: false, joinedAt, seatedFrom: seatedFrom ?? 0, seatedUntil: seatedUntil ?? 0, sponsor, cosponsor };
  await same(seat, "memberRegistry", "seatOf", id);
  await same(standing === "active", "memberRegistry", "isActive", id);
  await same(isSeated(books, id), "memberRegistry", "isSeated", id);
  const { used, most, from, barredUntil } = sponsorOf(books, id, now);
  await same([BigInt(used), BigInt(most), BigInt(from), barredUntil], "memberRegistry", "sponsorOf", id);
}

async function sameGuard(books: PeopleBooks, id: MemberId, now: number, same: Same): Promise<void> {
  const guard = guardOf(books, id);
  await same(guardiansAt(guard, now), "guardians", "guardiansOf", id);
  const { list, from } = guard.next && now < guard.next.from ? guard.next : { list: [], from: 0 };
  await same([list, from], "guardians", "nextGuardiansOf", id);
  const [latest = 0, earlier = 0] = guard.vetoes.slice(-2).toReversed();
  const { newKey, due, stands } = guard.recovery ?? { newKey: zeroAddress, due: 0, stands: false };
  await same({ newKey, due, stands, opening: guard.openings, earlierVeto: earlier, latestVeto: latest }, "guardians", "recoveryOf", id);
  await same(BigInt(neededFor(books, id, now)), "guardians", "neededFor", id);
}

/** Who was seated, and how many, at the ends of every seat and a second before them. */
async function samePast(books: PeopleBooks, now: number, same: Same): Promise<void> {
  const { members, seatedTrace } = books.people;
  for (const at of new Set(seatedTrace.slice(-12).flatMap(({ at }) => [at - 1, at])))
    if (at < now) await same(BigInt(electorateOf(books, at)), "memberRegistry", "getPastTotalSupply", BigInt(at));
  for (const { id, key, keyEpoch, seatedFrom, seatedUntil, earlier } of members.values()) {
    const ends = [seatedFrom, seatedUntil, ...earlier.flatMap(({ from, until }) => [from, until])].filter((at) => at !== null);
    for (const at of new Set(ends.flatMap((end) => [end - 1, end])))
      if (at < now) await same(BigInt(id) | (BigInt(keyEpoch) << 32n) | (seatedAt(books, id, at) ? 1n << 48n : 0n), "memberRegistry", "voterAt", key, BigInt(at));
  }
}

/** Who must keep apart from whom; with fewer than fifty seated nobody. How many must. */
export async function sameKin(books: PeopleBooks, now: number, world: World): Promise<number> {
  const members = [...books.people.members.values()];
  let kin = 0;
  for (const { id, key } of members) {
    const others = members.map((other) => other.id);
    const related = relatedTo(books, id, others, now);
    if (related !== null) kin += 1;
    const refusal = await world.view("memberRegistry", "checkUnrelated", key, others).then(
      () => null,
      (error: unknown) => toFailure(error).data,
    );
    const expected = related === null ? null : { kind: "rule", rule: { is: "error", name: "Related", args: [id, related] } };
    expect(refusal, `whether member ${id} must keep apart`).to.deep.equal(expected);
  }
  return kin;
}
