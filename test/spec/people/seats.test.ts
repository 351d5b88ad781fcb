import { expect } from "chai";
import { SUPPORT } from "../../support/assembly.ts";
import { ballot, bundle, carries } from "../../support/ballots.ts";
import { load } from "../../support/chain.ts";
import { type Cooperative, DAY, found } from "../../support/cooperative.ts";
import { DAYS } from "../../support/membership.ts";
import type { Person } from "../../support/people.ts";
import { refused } from "../../support/refused.ts";

async function founded() {
  return found({ members: 12 });
}

async function joined() {
  const coop = await founded();
  const ward = await coop.membership.joins(50, [coop.people.lin, coop.people.zhou]);
  return { coop, ward, joinedAt: await coop.now() };
}

/** The weights of one member's key at these moments. */
const weights = async (coop: Cooperative, { address }: Pick<Person, "address">, moments: readonly number[]): Promise<number[]> =>
  Promise.all(moments.map(async (moment) => Number(await coop.members.getPastVotes(address, moment))));
const totals = async (coop: Cooperative, moments: readonly number[]): Promise<number[]> => Promise.all(moments.map(async (moment) => Number(await coop.members.getPastTotalSupply(moment))));

describe("A seat", () => {
  it("is taken 28 days after joining, by anyone's call, and once", async () => {
    const { coop, ward, joinedAt } = await load(joined);
    const { members, membership, stranger } = coop;
    const from = joinedAt + DAYS.seat * DAY;
    await refused(membership.takesSeat(ward), members, "SeatTooEarly", 13, from);
    await coop.nextAt(from - 1);
    await refused(membership.takesSeat(ward, ward), members, "SeatTooEarly", 13, from);
    await coop.nextAt(from);
    await expect(membership.takesSeat(ward, stranger)).to.emit(members, "Seated").withArgs(13, 13);
    const { seatedFrom, seatedUntil } = await members.seatOf(13);
    expect([seatedFrom, seatedUntil, await members.isSeated(13), await members.seatedCount()]).to.deep.equal([BigInt(from), 0n, true, 13n]);
    await refused(membership.takesSeat(ward), members, "SeatNotWaiting", 13);
  });

  it("is not taken by a founder, who has one, nor by one who left or was expelled, nor by nobody", async () => {
    const { coop, ward } = await load(joined);
    const { members, membership, people } = coop;
    await refused(membership.takesSeat(people.lin), members, "SeatNotWaiting", 1);
    await coop.days(DAYS.seat);
    await membership.resigns(ward);
    await refused(membership.takesSeat(ward), members, "SeatNotWaiting", 13);
    await membership.expels(people.fang);
    await refused(membership.takesSeat(people.fang), members, "SeatNotWaiting", 4);
    await refused(membership.takesSeat({ id: 0 }), members, "NoSuchMember", 0);
    await refused(membership.takesSeat({ id: 14 }), members, "NoSuchMember", 14);
  });

  it("is waited for in no idleness: a newcomer records at once, and attests, reviews, vouches and votes only from the seat on", async () => {
    const { coop, ward } = await load(joined);
    const { members, membership, assembly, governor, people } = coop;
    const proposal = await assembly.proposes(people.lin, await assembly.sets(5, 20));
    await coop.allEnrol([people.lin, people.zhou, people.he]);
    await coop.records(ward, { quantity: 1 });
    await refused(coop.enrols(ward), members, "NotSeated", 13);
    await assembly.opens(proposal);
    await refused(assembly.votes(ward, proposal), governor, "NoVoteAtSnapshot", ward.address, proposal.opens);
    await coop.days(DAYS.seat);
    await membership.takesSeat(ward);
    await coop.enrols(ward);
    const later = await assembly.proposes(ward, await assembly.sets(5, 10));
    await assembly.opens(later);
    await assembly.votes(ward, later);
    await refused(assembly.votes(ward, proposal), governor, "GovernorUnexpectedProposalState", proposal.id, 3, `0x${"0".repeat(63)}2`);
  });

  it("taken in the second of a snapshot counts in it, and a second later does not", async () => {
    for (const [offset, voted] of [[-1, true], [0, true], [1, false]] as const) {
      const { coop, ward, joinedAt } = await load(joined);
      const { assembly, governor, membership, people } = coop;
      await coop.until(joinedAt + DAYS.seat * DAY);
      const proposal = await assembly.proposes(people.lin, await assembly.sets(5, 20));
      await coop.nextAt(proposal.opens + offset);
      await membership.takesSeat(ward);
      await assembly.opens(proposal);
      if (voted) await assembly.votes(ward, proposal);
      else await refused(assembly.votes(ward, proposal), governor, "NoVoteAtSnapshot", ward.address, proposal.opens);
      await assembly.votes(people.lin, proposal);
      expect((await governor.decisionOf(proposal.id)).electorate).to.equal(voted ? 13 : 12);
    }
  });
});

describe("Weight at a moment of the past", () => {
  it("is told for every second across seats taken, left and taken again, and the weights of all are the total", async () => {
    const { coop, ward, joinedAt } = await load(joined);
    const { members, membership, people } = coop;
    const moments: number[] = [];
    const wanted: number[] = [];
    const mark = async (weight: number) => {
      const now = await coop.now();
      moments.push(now - 1, now, now + 1);
      wanted.push(1 - weight, weight, weight);
    };
    await coop.until(joinedAt + DAYS.seat * DAY);
    let member = ward;
    for (let turn = 0; turn < 3; ++turn) {
      await membership.takesSeat(member);
      await mark(1);
      await coop.days(100);
      await membership.resigns(member);
      await mark(0);
      await coop.days(10);
      await membership.rejoins(member, [people.he, people.fang]);
      // A key that changes on the way takes the whole past with it.
      if (turn === 1) member = await membership.rotates(member, 51);
      await coop.days(DAYS.seat);
    }
    expect(await weights(coop, member, moments)).to.deep.equal(wanted);
    expect(await weights(coop, ward, moments)).to.deep.equal(moments.map(() => 0));
    expect(await totals(coop, moments)).to.deep.equal(wanted.map((weight) => 12 + weight));
    const all = [...coop.all, member];
    for (const moment of moments) {
      const voters = await members.votersAt(all.map(({ address }) => address), moment);
      expect(voters.reduce((sum, voter) => sum + (voter >> 48n), 0n)).to.equal(await members.getPastTotalSupply(moment));
    }
  });

  it("is what a vote goes by: who leaves after the snapshot still votes, once, and who came back does not vote on what was before", async () => {
    const coop = await load(founded);
    const { assembly, governor, membership, people } = coop;
    const before = await assembly.proposes(people.lin, await assembly.sets(5, 20));
    await assembly.opens(before);
    await membership.resigns(people.zhou);
    await expect(carries(coop, [bundle(before, [await ballot(coop, people.zhou, before)])])).to.emit(governor, "VoteCast").withArgs(people.zhou.address, before.id, SUPPORT.for, 1, "");
    await refused(assembly.votes(people.zhou, before), governor, "VotedAlready", before.id, 2);
    const between = await assembly.proposes(people.lin, await assembly.sets(5, 10));
    await membership.rejoins(people.zhou, [people.he, people.fang]);
    await assembly.opens(between);
    await refused(assembly.votes(people.zhou, between), governor, "NoVoteAtSnapshot", people.zhou.address, between.opens);
    await assembly.votes(people.lin, between);
    expect((await governor.decisionOf(between.id)).electorate).to.equal(11);
    expect(await governor.proposalVotes(before.id)).to.deep.equal([0n, 1n, 0n]);
  });

  it("of one who left and came back is what it was, for proposals of both times", async () => {
    const coop = await load(founded);
    const { members, membership, people } = coop;
    await coop.days(1);
    const first = await coop.now();
    await coop.days(1);
    await membership.resigns(people.zhou);
    const left = await coop.now();
    await coop.days(1);
    await membership.rejoins(people.zhou, [people.he, people.fang]);
    await coop.days(DAYS.seat);
    await membership.takesSeat(people.zhou);
    const back = await coop.now();
    await coop.days(1);
    expect(await weights(coop, people.zhou, [coop.record.genesis - 1, first, left - 1, left, back - 1, back])).to.deep.equal([0, 1, 1, 0, 0, 1]);
    expect(await members.getVotes(people.zhou.address)).to.equal(1);
  });

  it("is nothing to a key that was replaced, and all to the one that speaks", async () => {
    const coop = await load(founded);
    const { members, membership, people } = coop;
    await coop.days(1);
    const before = await coop.now();
    const renewed = await membership.rotates(people.zhou, 51);
    await coop.days(1);
    expect([await members.getPastVotes(people.zhou.address, before), await members.getPastVotes(renewed.address, before)]).to.deep.equal([0n, 1n]);
    expect([await members.speakerOf(people.zhou.address), await members.speakerOf(renewed.address), await members.speakerOf(coop.stranger.address)]).to.deep.equal([0n, 2n | (1n << 32n), 0n]);
    expect([await members.voterAt(renewed.address, before), await members.voterAt(coop.stranger.address, before)]).to.deep.equal([2n | (1n << 32n) | (1n << 48n), 0n]);
    const now = await coop.now();
    for (const read of [members.voterAt(renewed.address, now), members.votersAt([renewed.address], now)]) await refused(read, members, "FutureLookup", now, now);
  });
});
