import { concat, Signature } from "ethers";
import { expect } from "chai";
import { digestOf } from "#client/people/signing.ts";
import { load } from "../../support/chain.ts";
import { DAY, found } from "../../support/cooperative.ts";
import { DAYS, type Vouch } from "../../support/membership.ts";
import { personAt } from "../../support/people.ts";
import { refused } from "../../support/refused.ts";
import { changeCounts } from "../../support/seats.ts";
import { placeOf } from "../../support/signing.ts";
import { votedHand } from "../../support/voted.ts";

/** Twelve founders, and somebody whom Lin and Zhou vouch for. */
async function asking() {
  const coop = await found({ members: 12 });
  const newcomer = await personAt(50);
  const application = await coop.membership.applies(newcomer);
  const vouches = await coop.membership.allVouch([coop.people.lin, coop.people.zhou], newcomer);
  const [first, second] = vouches as [Vouch, Vouch];
  return { coop, newcomer, application, first, second };
}

/** Room for many to join in one quarter. */
async function roomy() {
  const coop = await found({ members: 12 });
  await changeCounts(coop, { base: 1000 });
  return coop;
}

describe("A vouch", () => {
  it("is one of two, each by another member, in any order", async () => {
    const { coop, application, first, second, newcomer } = await load(asking);
    const { members, membership, people } = coop;
    const third = await membership.vouches(people.he, newcomer);
    await refused(membership.joining(application, []), members, "VouchesNeeded", 0, 2);
    await refused(membership.joining(application, [first]), members, "VouchesNeeded", 1, 2);
    await refused(membership.joining(application, [first, second, third]), members, "VouchesNeeded", 3, 2);
    await refused(membership.joining(application, [first, first]), members, "VouchesNeeded", 1, 2);
    await expect(membership.joining(application, [second, first])).to.emit(members, "Joined").withArgs(13, newcomer.address, false, 2, 1);
  });

  it("is a member's signature over this applicant, this joining, this end, with this key, and over nothing else", async () => {
    const { coop, application, first, second, newcomer } = await load(asking);
    const { members, membership, people } = coop;
    const { lin } = people;
    const invalid = async (vouch: Vouch) => refused(membership.joining(application, [vouch, second]), members, "SignatureInvalid", lin.address);
    for (const change of [{ expires: first.expires + 1 }, { expires: first.expires - 1 }, { signature: "0x" }, { signature: second.signature }, { signature: first.signature.slice(0, -4) }, { signature: `${first.signature}1b` }]) await invalid({ ...first, ...change });
    await invalid(await membership.vouches(lin, coop.stranger));
    await invalid(await membership.vouches(lin, newcomer, { joinCount: 1 }));
    await invalid({ ...(await membership.vouches({ ...lin, id: 3 }, newcomer, { keyEpoch: 0 })), sponsor: 1 });
    await invalid({ ...(await membership.vouches(lin, newcomer, { keyEpoch: 1 })), keyEpoch: 0 });
    await invalid(await membership.vouches(lin, newcomer, { by: people.zhou }));
    for (const domain of [{ chainId: 1 }, { verifyingContract: coop.record.contracts.relay }, { name: "Other" }, { version: "2" }]) await invalid(await membership.vouches(lin, newcomer, { domain }));
    await membership.joining(application, [first, second]);
  });

  it("says what the registry says it says, and counts in 64 bytes as in 65", async () => {
    const { coop, application, first, second, newcomer } = await load(asking);
    const terms = { applicant: newcomer.address as never, joinCount: 0, sponsor: 1, keyEpoch: 0, expires: first.expires };
    expect(await coop.members.vouchDigest(newcomer.address, 0, 1, 0, first.expires)).to.equal(digestOf("Vouch", terms, placeOf(coop)));
    const { r, yParityAndS } = Signature.from(first.signature);
    await coop.membership.joining(application, [{ ...first, signature: concat([r, yParityAndS]) }, second]);
  });

  it("holds until its last second, and 30 days at most", async () => {
    const { coop, application, second, newcomer } = await load(asking);
    const { members, membership, people } = coop;
    const at = (await coop.now()) + 100;
    await coop.nextAt(at);
    const until = (expires: number) => membership.vouches(people.lin, newcomer, { expires });
    await refused(membership.joining(application, [await until(at - 1), second]), members, "SignatureExpired", at - 1, at);
    const longest = at + DAYS.longest * DAY;
    await refused(membership.joining(application, [await until(longest + 1), second]), members, "SignatureTooLong", longest + 1, longest);
    await membership.joining(application, [await until(at), { ...second }]);
    expect(await coop.now()).to.equal(at);
  });

  it("is a seated member's: not one's who waits, who left, who was expelled, and nobody's", async () => {
    const coop = await load(roomy);
    const { members, membership, people } = coop;
    const waiting = await membership.joins(51, [people.lin, people.zhou]);
    await membership.resigns(people.he);
    await membership.expels(people.fang);
    const newcomer = await personAt(50);
    const application = await membership.applies(newcomer);
    const good = await membership.vouches(people.su, newcomer);
    for (const sponsor of [waiting, people.he, people.fang]) await refused(membership.joining(application, [good, await membership.vouches(sponsor, newcomer)]), members, "NotSeated", sponsor.id);
    for (const sponsor of [0, 99]) await refused(membership.joining(application, [good, { ...good, sponsor }]), members, "NoSuchMember", sponsor);
  });

  it("is given from 90 days after joining on, and by founders at once", async () => {
    const coop = await load(roomy);
    const { members, membership, people } = coop;
    const [ward] = await membership.joinSeated([51], [people.lin, people.zhou]);
    const from = Number((await members.seatOf(13)).joinedAt) + DAYS.vouch * DAY;
    expect((await members.sponsorOf(13)).from).to.equal(from);
    expect((await members.sponsorOf(1)).from).to.equal((await members.seatOf(1)).joinedAt);
    const newcomer = await personAt(50);
    await coop.until(from - 100);
    await coop.nextAt(from - 1);
    const application = await membership.applies(newcomer);
    const vouches = await membership.allVouch([ward!, people.lin], newcomer);
    await refused(membership.joining(application, vouches), members, "SponsorTooNew", 13, from);
    await coop.nextAt(from);
    await membership.joining(application, vouches);
  });

  it("that was taken back is none, though others of the same sponsor for the same person are", async () => {
    const { coop, application, first, second, newcomer } = await load(asking);
    const { members, membership, people } = coop;
    const digest = await members.vouchDigest(newcomer.address, 0, 1, 0, first.expires);
    await expect(membership.revokesVouch(people.lin, newcomer, first)).to.emit(members, "VouchRevoked").withArgs(1, digest);
    await refused(membership.joining(application, [first, second]), members, "VouchWithdrawn", 1, digest);
    // Taken back twice is taken back; and it takes back nobody else's.
    await membership.revokesVouch(people.lin, newcomer, first);
    await membership.revokesVouch(people.he, newcomer, second);
    const fresh = await membership.vouches(people.lin, newcomer, { expires: first.expires + 1 });
    await membership.joining(application, [fresh, second]);
  });

  it("is taken back by its sponsor's key in force alone", async () => {
    const { coop, application, first, second, newcomer } = await load(asking);
    const { members, membership, people, stranger } = coop;
    await refused(membership.revokesVouch(stranger, newcomer, first), members, "NotAMember", stranger.address);
    const renewed = await membership.rotates(people.lin, 51);
    await refused(membership.revokesVouch(people.lin, newcomer, first), members, "KeyReplaced", people.lin.address, 1);
    // The new key takes back its own; the old key's are void already.
    await membership.revokesVouch(renewed, newcomer, first);
    await refused(membership.joining(application, [first, second]), members, "VouchOfAnotherKey", 1, 0, 1);
    const fresh = await membership.vouches(renewed, newcomer, { expires: first.expires + 1 });
    await membership.joining(application, [fresh, second]);
  });

  it("of a key that was replaced is none: neither the old key's, nor one that names an epoch to come", async () => {
    const { coop, application, first, second, newcomer } = await load(asking);
    const { members, membership, people } = coop;
    await refused(membership.joining(application, [await membership.vouches(people.lin, newcomer, { keyEpoch: 1 }), second]), members, "VouchOfAnotherKey", 1, 1, 0);
    const renewed = await membership.rotates(people.lin, 51);
    await refused(membership.joining(application, [first, second]), members, "VouchOfAnotherKey", 1, 0, 1);
    // The old key pretends to be the new one.
    await refused(membership.joining(application, [await membership.vouches({ ...people.lin, id: 1 }, newcomer, { keyEpoch: 1 }), second]), members, "SignatureInvalid", renewed.address);
    await membership.joining(application, [await membership.vouches(renewed, newcomer), second]);
  });

  it("is used once: with it nobody joins twice, and who comes back needs another", async () => {
    const { coop, application, first, second, newcomer } = await load(asking);
    const { members, membership, people } = coop;
    await membership.joining(application, [first, second]);
    const member = { ...newcomer, id: 13 };
    await refused(membership.joining(application, [first, second]), members, "KeyBarred", newcomer.address);
    await membership.resigns(member);
    const again = members.connect(newcomer.signer);
    await refused(again.rejoin([first, second]), members, "SignatureInvalid", people.lin.address);
    const fresh = await membership.allVouch([people.lin, people.zhou], newcomer);
    await again.rejoin(fresh);
    await membership.resigns(member);
    await coop.until(coop.start(3));
    const late = await Promise.all([people.lin, people.zhou].map((sponsor) => membership.vouches(sponsor, newcomer, { joinCount: 1 })));
    await refused(again.rejoin(late), members, "SignatureInvalid", people.lin.address);
    expect(await members.joinCount(newcomer.address)).to.equal(2);
    await again.rejoin(await membership.allVouch([people.lin, people.zhou], newcomer));
  });

  it("is one of three that a sponsor gives in a quarter, for joining and for coming back alike", async () => {
    const coop = await load(roomy);
    const { members, membership, people } = coop;
    const { lin, zhou, he, fang, su } = people;
    const first = await membership.joins(50, [lin, zhou]);
    await membership.joins(51, [he, lin]);
    await membership.resigns(first);
    await membership.rejoins(first, [lin, fang]);
    expect([...(await members.sponsorOf(1)).slice(0, 2), ...(await members.sponsorOf(2)).slice(0, 2)]).to.deep.equal([3n, 3n, 1n, 3n]);
    await refused(membership.joins(52, [lin, su]), members, "NoVouchLeft", 1, 3);
    await refused(membership.joins(52, [su, lin]), members, "NoVouchLeft", 1, 3);
    // What was refused cost the other sponsor nothing.
    expect((await members.sponsorOf(5)).used).to.equal(0);
    await coop.until(coop.start(3) - 100);
    await coop.nextAt(coop.start(3) - 1);
    const newcomer = await personAt(52);
    const vouches = await membership.allVouch([lin, su], newcomer);
    await refused(membership.joining(await membership.applies(newcomer), vouches), members, "NoVouchLeft", 1, 3);
    await coop.nextAt(coop.start(3));
    await membership.joining(await membership.applies(newcomer), vouches);
    expect((await members.sponsorOf(1)).used).to.equal(1);
  });

  it("is one of as many as the number in force says, which a vote changes from the next epoch on", async () => {
    const coop = await load(roomy);
    const { members, membership, parameters, people } = coop;
    const hand = parameters.connect(await votedHand(coop));
    await hand.set(1, 1);
    await membership.joins(50, [people.lin, people.zhou]);
    await membership.joins(51, [people.lin, people.he]);
    await coop.nextEpoch();
    await refused(membership.joins(52, [people.lin, people.fang]), members, "NoVouchLeft", 1, 1);
    await hand.set(1, 5);
    await coop.nextEpoch();
    for (const [place, other] of [people.fang, people.su, people.chen].entries()) await membership.joins(52 + place, [people.lin, other]);
    expect([...(await members.sponsorOf(1)).slice(0, 2)]).to.deep.equal([5n, 5n]);
    await refused(membership.joins(56, [people.lin, people.ye]), members, "NoVouchLeft", 1, 5);
  });

  it("counts against its sponsor across a change of key", async () => {
    const coop = await load(roomy);
    const { members, membership, people } = coop;
    for (const [place, other] of [people.zhou, people.he, people.fang].entries()) await membership.joins(50 + place, [people.lin, other]);
    const renewed = await membership.rotates(people.lin, 60);
    await refused(membership.joins(53, [renewed, people.su]), members, "NoVouchLeft", 1, 3);
  });
});
