import { id as hashOf } from "ethers";
import { expect } from "chai";
import { load } from "../../support/chain.ts";
import { DAY, found, PROJECT, UNIT } from "../../support/cooperative.ts";
import { DAYS, STANDING } from "../../support/membership.ts";
import { personAt } from "../../support/people.ts";
import { refused } from "../../support/refused.ts";
import { changeCounts } from "../../support/seats.ts";

async function founded() {
  return found({ members: 12 });
}

/** Room for many to join in one quarter, and one ward of Lin and Zhou. */
async function joined() {
  const coop = await founded();
  await changeCounts(coop, { base: 1000 });
  const ward = await coop.membership.joins(50, [coop.people.lin, coop.people.zhou]);
  return { coop, ward, joinedAt: await coop.now() };
}

describe("Leaving", () => {
  it("is anyone's own, at once and with nobody's leave: the seat ends and the number of the seated falls", async () => {
    const coop = await load(founded);
    const { members, membership, people, stranger } = coop;
    await expect(membership.resigns(people.zhou)).to.emit(members, "MemberLeft").withArgs(2, 11);
    const { standing, seatedUntil } = await members.seatOf(2);
    expect([standing, seatedUntil]).to.deep.equal([STANDING.left, BigInt(await coop.now())]);
    expect([await members.isActive(2), await members.isSeated(2), await members.memberCount(), await members.seatedCount()]).to.deep.equal([false, false, 12n, 11n]);
    expect([await members.memberOf(people.zhou.address), await members.ownerOf(2), await members.balanceOf(people.zhou.address)]).to.deep.equal([2n, people.zhou.address, 1n]);
    await refused(membership.resigns(people.zhou), members, "NotActive", 2, STANDING.left);
    await refused(membership.resigns(stranger), members, "NotAMember", stranger.address);
    await membership.expels(people.he);
    await refused(membership.resigns(people.he), members, "NotActive", 3, STANDING.expelled);
  });

  it("is open to one who waits for a seat, and moves no count", async () => {
    const { coop, ward } = await load(joined);
    const { members, membership } = coop;
    await expect(membership.resigns(ward)).to.emit(members, "MemberLeft").withArgs(13, 12);
    expect((await members.seatOf(13)).seatedUntil).to.equal(0);
  });

  it("is not open to the last who is seated, and is again once another is", async () => {
    const coop = await found({ members: 3 });
    const { members, membership, people } = coop;
    for (const who of [people.zhou, people.he]) await membership.resigns(who);
    await refused(membership.resigns(people.lin), members, "LastSeated", 1);
    const [newcomer] = await membership.joinSeated([50], [people.lin]);
    await membership.resigns(people.lin);
    await refused(membership.resigns(newcomer!), members, "LastSeated", 4);
  });

  it("keeps all that was earned: credit, shares and undrawn lots, to be drawn by anyone, for ever", async () => {
    const coop = await load(founded);
    const { members, membership, people, shares, stranger } = coop;
    await coop.allEnrol(coop.all.slice(1, 6));
    for (const epoch of [0, 1]) {
      await coop.until(coop.start(epoch) + DAY);
      const rec = await coop.records(people.lin, { quantity: 10 });
      const { needed } = await coop.ledger.claimOf(rec.id);
      await coop.allAttest(coop.all.slice(1, 1 + Number(needed)), rec, 10);
    }
    await coop.until(coop.start(2));
    await coop.draws(people.lin, 0);
    await membership.resigns(people.lin);
    expect(await coop.sharesOf(people.lin)).to.equal(10n * UNIT);
    await coop.until(coop.start(40));
    await coop.draws(people.lin, 1, PROJECT.mill, stranger);
    expect([await coop.sharesOf(people.lin), await shares.balanceOf(people.lin.address, PROJECT.mill)]).to.deep.equal([20n * UNIT, 20n * UNIT]);
    // Rotation works in every standing, and what was earned follows the member.
    const renewed = await membership.rotates(people.lin, 51);
    expect([await shares.balanceOf(renewed.address, PROJECT.mill), await shares.balanceOf(people.lin.address, PROJECT.mill)]).to.deep.equal([20n * UNIT, 0n]);
    await refused(coop.records(renewed), members, "NotActive", 1, STANDING.left);
  });
});

describe("Coming back", () => {
  it("is by two fresh vouches, with the old number, and begins like joining: 28 days to the seat, 90 to the first vouch", async () => {
    const coop = await load(founded);
    const { members, membership, people } = coop;
    await membership.resigns(people.zhou);
    await coop.days(5);
    await expect(membership.rejoins(people.zhou, [people.he, people.fang])).to.emit(members, "Returned").withArgs(2, 1, 3, 4);
    const now = await coop.now();
    const seat = await members.seatOf(2);
    expect([seat.standing, seat.founder, seat.joinedAt, seat.sponsor, seat.cosponsor]).to.deep.equal([STANDING.active, false, BigInt(now), 3n, 4n]);
    expect([await members.isSeated(2), await members.joinCount(people.zhou.address)]).to.deep.equal([false, 2n]);
    await refused(membership.takesSeat(people.zhou), members, "SeatTooEarly", 2, now + DAYS.seat * DAY);
    await coop.until(now + DAYS.seat * DAY);
    await expect(membership.takesSeat(people.zhou)).to.emit(members, "Seated").withArgs(2, 12);
    await refused(membership.joins(50, [people.zhou, people.he]), members, "SponsorTooNew", 2, now + DAYS.vouch * DAY);
  });

  it("is for who left: not for who is active or waits, not for who was expelled, and not for strangers", async () => {
    const { coop, ward } = await load(joined);
    const { members, membership, people, stranger } = coop;
    const vouched = [people.he, people.fang];
    await refused(membership.rejoins(people.lin, vouched), members, "NotGone", 1, STANDING.active);
    await refused(membership.rejoins(ward, vouched), members, "NotGone", 13, STANDING.active);
    await membership.expels(people.zhou);
    await refused(membership.rejoins(people.zhou, vouched), members, "NotGone", 2, STANDING.expelled);
    await refused(membership.rejoins(stranger, vouched), members, "NotAMember", stranger.address);
    await membership.resigns(people.su);
    const renewed = await membership.rotates(people.su, 51);
    await refused(membership.rejoins(people.su, vouched), members, "KeyReplaced", people.su.address, 5);
    await refused(membership.rejoins(renewed, [people.he]), members, "VouchesNeeded", 1, 2);
    await refused(membership.rejoins(renewed, [people.he, renewed]), members, "NotSeated", 5);
    await expect(membership.rejoins(renewed, vouched)).to.emit(members, "Returned").withArgs(5, 1, 3, 4);
  });

  it("is not by vouches for the key that was replaced meanwhile", async () => {
    const coop = await load(founded);
    const { members, membership, people } = coop;
    await membership.resigns(people.su);
    const old = await membership.allVouch([people.he, people.fang], people.su);
    const renewed = await membership.rotates(people.su, 51);
    await refused(members.connect(renewed.signer).rejoin(old), members, "SignatureInvalid", people.he.address);
  });

  it("after an expulsion is a vote's alone, with no vouches and in no quarter's number", async () => {
    const coop = await load(founded);
    const { assembly, members, membership, people, all } = coop;
    await refused(membership.readmits(people.zhou), members, "NotExpelled", 2, STANDING.active);
    await membership.resigns(people.he);
    await refused(membership.readmits(people.he), members, "NotExpelled", 3, STANDING.left);
    await refused(membership.readmits({ id: 40 }), members, "NoSuchMember", 40);
    await membership.expels(people.zhou);
    await refused(members.connect(people.zhou.signer).readmit(2), members, "OnlyByVote", people.zhou.address);
    const act = assembly.passes(await assembly.readmits(people.zhou), [all[0]!, ...all.slice(3, 11)]);
    await expect(act).to.emit(members, "Returned").withArgs(2, 1, 0, 0);
    const { standing, sponsor, cosponsor, founder } = await members.seatOf(2);
    expect([standing, sponsor, cosponsor, founder]).to.deep.equal([STANDING.active, 0n, 0n, false]);
    expect(await members.isSeated(2)).to.equal(false);
    await coop.days(DAYS.seat);
    await membership.takesSeat(people.zhou);
    await coop.enrols(people.zhou);
  });

  it("does not clear the past: a seat that was left once and taken again is two spans, told apart for ever", async () => {
    const coop = await load(founded);
    const { members, membership, people } = coop;
    const left: number[] = [];
    const back: number[] = [];
    for (let turn = 0; turn < 3; ++turn) {
      await coop.until(coop.start(3 * turn) + 10 * DAY);
      await membership.resigns(people.zhou);
      left.push(await coop.now());
      await membership.rejoins(people.zhou, [people.he, people.fang]);
      await coop.days(DAYS.seat);
      await membership.takesSeat(people.zhou);
      back.push(await coop.now());
    }
    await coop.days(1);
    for (const [place, moment] of left.entries()) {
      expect(await members.getPastVotes(people.zhou.address, moment - 1)).to.equal(1);
      expect(await members.getPastVotes(people.zhou.address, moment)).to.equal(0);
      expect(await members.getPastVotes(people.zhou.address, back[place]! - 1)).to.equal(0);
      expect(await members.getPastVotes(people.zhou.address, back[place]!)).to.equal(1);
    }
  });
});

describe("Who vouched for one that is expelled", () => {
  it("within 180 days vouches for nobody for 180 days, and then does again", async () => {
    const { coop, ward, joinedAt } = await load(joined);
    const { members, membership, people } = coop;
    await coop.until(joinedAt + DAYS.liable * DAY - 100);
    await coop.nextAt(joinedAt + DAYS.liable * DAY - 1);
    const act = membership.expels(ward, hashOf("cause"));
    const until = joinedAt + 2 * DAYS.liable * DAY - 1;
    for (const sponsor of [1, 2]) await expect(act).to.emit(members, "VouchingBarred").withArgs(sponsor, until);
    expect([(await members.sponsorOf(1)).barredUntil, (await members.sponsorOf(3)).barredUntil]).to.deep.equal([BigInt(until), 0n]);
    await refused(membership.joins(60, [people.lin, people.he]), members, "SponsorBarred", 1, until);
    await refused(membership.joins(60, [people.he, people.zhou]), members, "SponsorBarred", 2, until);
    // A new key is the same sponsor.
    const renewed = await membership.rotates(people.lin, 61);
    await refused(membership.joins(60, [renewed, people.he]), members, "SponsorBarred", 1, until);
    await coop.until(until - 100);
    const newcomer = await personAt(60);
    const [application, vouches] = [await membership.applies(newcomer), await membership.allVouch([renewed, people.zhou], newcomer)];
    await coop.nextAt(until - 1);
    await refused(membership.joining(application, vouches), members, "SponsorBarred", 1, until);
    await coop.nextAt(until);
    await membership.joining(application, vouches);
  });

  it("180 days ago or longer answers for it no more", async () => {
    const { coop, ward, joinedAt } = await load(joined);
    const { members, membership, people } = coop;
    await coop.until(joinedAt + DAYS.liable * DAY - 100);
    await coop.nextAt(joinedAt + DAYS.liable * DAY);
    await expect(membership.expels(ward)).to.not.emit(members, "VouchingBarred");
    await membership.joins(60, [people.lin, people.zhou]);
  });

  it("answers for the latest joining: who came back by other sponsors is theirs", async () => {
    const { coop, ward } = await load(joined);
    const { members, membership, people } = coop;
    await membership.resigns(ward);
    await membership.rejoins(ward, [people.he, people.fang]);
    const act = membership.expels(ward);
    await act;
    for (const sponsor of [3, 4]) await expect(act).to.emit(members, "VouchingBarred").withArgs(sponsor, (await coop.now()) + DAYS.liable * DAY);
    await membership.joins(60, [people.lin, people.zhou]);
    expect((await members.sponsorOf(1)).barredUntil).to.equal(0);
  });

  it("is barred from vouching and from nothing else, and a vouch given before does not count", async () => {
    const { coop, ward } = await load(joined);
    const { members, membership, people } = coop;
    const newcomer = await personAt(60);
    const vouches = await membership.allVouch([people.lin, people.he], newcomer);
    await membership.expels(ward);
    await refused(membership.joining(await membership.applies(newcomer), vouches), members, "SponsorBarred", 1, (await members.sponsorOf(1)).barredUntil);
    for (const who of [people.lin, people.he, people.fang]) await coop.enrols(who);
    await coop.attests(people.lin, await coop.records(people.su, { quantity: 1 }), 1);
  });
});
