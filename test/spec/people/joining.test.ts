import { id as hashOf, ZeroAddress, ZeroHash } from "ethers";
import { expect } from "chai";
import { chain, load } from "../../support/chain.ts";
import { DAY, found } from "../../support/cooperative.ts";
import { type Application, DAYS } from "../../support/membership.ts";
import { personAt } from "../../support/people.ts";
import { refused } from "../../support/refused.ts";
import { agreeingWallet, ROGUES } from "../../support/wallets.ts";

/** Twelve founders, and somebody who asks two of them. */
async function asking() {
  const coop = await found({ members: 12 });
  const newcomer = await personAt(50);
  const application = await coop.membership.applies(newcomer, { profile: "who I am" });
  const vouches = await coop.membership.allVouch([coop.people.lin, coop.people.zhou], newcomer);
  return { coop, newcomer, application, vouches };
}

describe("Joining", () => {
  it("makes a member of one for whom two vouch, whoever sends it: a locked token, a profile, and no seat yet", async () => {
    const { coop, newcomer, application, vouches } = await load(asking);
    const { members, membership, stranger } = coop;
    const act = membership.joining(application, vouches, stranger);
    await expect(act).to.emit(members, "Joined").withArgs(13, newcomer.address, false, 1, 2);
    await expect(act).to.emit(members, "Transfer").withArgs(ZeroAddress, newcomer.address, 13);
    await expect(act).to.emit(members, "Locked").withArgs(13);
    await expect(act).to.emit(members, "ProfileChanged").withArgs(13, hashOf("who I am"), "data:,who I am");
    const now = BigInt(await coop.now());
    expect([...(await members.seatOf(13))]).to.deep.equal([13n, 0n, 1n, false, false, now, 0n, 0n, 1n, 2n]);
    expect([await members.keyOf(13), await members.keySince(13), await members.ownerOf(13)]).to.deep.equal([newcomer.address, now, newcomer.address]);
    expect([await members.memberCount(), await members.seatedCount(), await members.isActive(13), await members.isSeated(13)]).to.deep.equal([13n, 12n, true, false]);
    expect([await members.joinCount(newcomer.address), await members.joinCount(stranger.address)]).to.deep.equal([1n, 0n]);
  });

  it("needs no profile, and then writes none", async () => {
    const { coop, newcomer, vouches } = await load(asking);
    const { members, membership } = coop;
    const act = membership.joining(await membership.applies(newcomer), vouches);
    await expect(act).to.emit(members, "Joined");
    await expect(act).to.not.emit(members, "ProfileChanged");
  });

  it("is not done for another's address, nor with one word altered: the applicant's signature is always needed", async () => {
    const { coop, newcomer, application, vouches } = await load(asking);
    const { members, membership, stranger } = coop;
    const altered: Partial<Application>[] = [
      { profileDigest: hashOf("other") }, { profileDigest: ZeroHash }, { profileUri: "data:,other" }, { profileUri: "" }, { expires: application.expires + 1 },
      { signature: "0x" }, { signature: application.signature.slice(0, -4) }, { signature: `${application.signature}00` }, { signature: vouches[0]!.signature },
    ];
    for (const change of altered) await refused(membership.joining({ ...application, ...change }, vouches), members, "SignatureInvalid", newcomer.address);
    await refused(membership.joining({ ...application, applicant: stranger.address }, vouches), members, "SignatureInvalid", stranger.address);
    for (const domain of [{ chainId: 1 }, { verifyingContract: coop.record.contracts.guardians }, { name: "Other" }, { version: "2" }])
      await refused(membership.joining(await membership.applies(newcomer, { domain }), vouches), members, "SignatureInvalid", newcomer.address);
    await refused(membership.joining(await membership.applies(newcomer, { by: coop.people.lin }), vouches), members, "SignatureInvalid", newcomer.address);
    await membership.joining(application, vouches);
  });

  it("is not done for address zero, for whom nobody signs", async () => {
    const { coop, application, vouches } = await load(asking);
    await refused(coop.membership.joining({ ...application, applicant: ZeroAddress }, vouches), coop.members, "KeyBarred", ZeroAddress);
  });

  it("is done until the second in which the application ends, and not for one that lies about longer than 30 days", async () => {
    const { coop, newcomer, vouches } = await load(asking);
    const { members, membership } = coop;
    const now = await coop.now();
    const at = now + 100;
    await coop.nextAt(at);
    await refused(membership.joining(await membership.applies(newcomer, { expires: at - 1 }), vouches), members, "SignatureExpired", at - 1, at);
    const longest = at + DAYS.longest * DAY;
    await refused(membership.joining(await membership.applies(newcomer, { expires: longest + 1 }), vouches), members, "SignatureTooLong", longest + 1, longest);
    await refused(membership.joining(await membership.applies(newcomer, { expires: 2 ** 40 - 1 }), vouches), members, "SignatureTooLong", 2 ** 40 - 1, longest);
    const first = await membership.applies(newcomer, { expires: at });
    await membership.joining(first, vouches);
    expect(await coop.now()).to.equal(at);
    const other = await personAt(51);
    await coop.nextAt(at + 50);
    await membership.joining(await membership.applies(other, { expires: longest + 50 }), await membership.allVouch([coop.people.he, coop.people.fang], other));
  });

  it("is done once: an address that is or was a key is never one again", async () => {
    const { coop, newcomer, application, vouches } = await load(asking);
    const { members, membership, people } = coop;
    await membership.joining(application, vouches);
    await refused(membership.joining(application, vouches), members, "KeyBarred", newcomer.address);
    const member = { ...newcomer, id: 13 };
    await membership.rotates(member, 51);
    await refused(membership.joining(application, vouches), members, "KeyBarred", newcomer.address);
    for (const { address } of [people.lin, await personAt(51)]) {
      const other = await membership.applies({ address });
      await refused(membership.joining(other, await membership.allVouch([people.he, people.fang], { address })), members, "KeyBarred", address);
    }
  });

  it("goes by a contract's word as by a key's (ERC-1271), and by a key beneath which code lies (EIP-7702)", async () => {
    const { coop, newcomer, application, vouches } = await load(asking);
    const { membership, members, people } = coop;
    await chain.networkHelpers.setCode(newcomer.address, ROGUES["that reverts"]);
    await membership.joining(application, vouches);
    const wallet = await agreeingWallet();
    const terms = { applicant: wallet, profileDigest: ZeroHash, profileUri: "", expires: await membership.inAWeek(), signature: "0x" };
    await membership.joining(terms, await membership.allVouch([people.he, people.fang], { address: wallet }));
    expect([await members.idOf(newcomer.address), await members.idOf(wallet)]).to.deep.equal([13n, 14n]);
  });

  it("needs only one vouch where one alone is seated", async () => {
    const coop = await found({ members: 3 });
    const { members, membership, people } = coop;
    for (const who of [people.zhou, people.he]) await membership.resigns(who);
    const newcomer = await personAt(50);
    const [first, second] = await membership.allVouch([people.lin, people.zhou], newcomer);
    const application = await membership.applies(newcomer);
    await refused(membership.joining(application, []), members, "VouchesNeeded", 0, 1);
    await refused(membership.joining(application, [first!, second!]), members, "VouchesNeeded", 2, 1);
    await refused(membership.joining(application, [second!]), members, "NotSeated", 2);
    await expect(membership.joining(application, [first!])).to.emit(members, "Joined").withArgs(4, newcomer.address, false, 1, 0);
  });
});

describe("Persons whom a vote named", () => {
  it("join by their own signature alone, within 90 days, whatever the quarter, and each once", async () => {
    const coop = await found({ members: 12 });
    const { members, membership, assembly, people, all } = coop;
    const named = await Promise.all([50, 51, 52, 53].map(personAt));
    await membership.joins(60, [people.lin, people.zhou]);
    const act = await assembly.passes(await assembly.names(named), all.slice(0, 8));
    const until = (await coop.now()) + DAYS.named * DAY;
    for (const { address } of named) await expect(act).to.emit(members, "PersonNamed").withArgs(address, until);
    expect([await members.namedUntil(named[0]!.address), await members.namedUntil(coop.stranger.address)]).to.deep.equal([BigInt(until), 0n]);
    for (const [place, who] of named.slice(0, 3).entries())
      await expect(membership.joining(await membership.applies(who))).to.emit(members, "Joined").withArgs(14 + place, who.address, false, 0, 0);
    // They took no place of the quarter's, and no vouch.
    const { joined } = await members.quarterNow();
    expect(joined).to.equal(1);
    await refused(membership.joining(await membership.applies(named[0]!)), members, "KeyBarred", named[0]!.address);
    await refused(membership.joining({ ...(await membership.applies(named[3]!)), signature: "0x" }), members, "SignatureInvalid", named[3]!.address);
    const last = await membership.applies(named[3]!, { expires: until });
    await coop.nextAt(until + 1);
    await refused(membership.joining({ ...(await membership.applies(named[3]!, { expires: until + 1 })) }), members, "VouchesNeeded", 0, 2);
    await refused(membership.joining(last), members, "SignatureExpired", until, until + 1);
  });

  it("join in the last second as in the first, and by vouches like others if they bring some", async () => {
    const coop = await found({ members: 12 });
    const { members, membership, people } = coop;
    const [early, late] = [await personAt(50), await personAt(51)];
    await membership.names([early, late]);
    const until = Number(await members.namedUntil(late.address));
    await expect(membership.joining(await membership.applies(early), await membership.allVouch([people.lin, people.zhou], early))).to.emit(members, "Joined").withArgs(13, early.address, false, 1, 2);
    expect((await members.quarterNow()).joined).to.equal(1);
    await coop.until(until - DAY);
    const application = await membership.applies(late, { expires: until });
    await coop.nextAt(until);
    await expect(membership.joining(application)).to.emit(members, "Joined").withArgs(14, late.address, false, 0, 0);
  });

  it("are one to fifty, and named by a vote of two thirds alone", async () => {
    const coop = await found({ members: 12 });
    const { members, membership, assembly, governor, people, all } = coop;
    const many = Array.from({ length: 51 }, (_, place) => ({ address: `0x${(place + 1).toString(16).padStart(40, "0")}` }));
    await refused(membership.names([]), members, "NamesOutOfBounds", 0, 50);
    await refused(membership.names(many), members, "NamesOutOfBounds", 51, 50);
    const { logs } = (await (await membership.names(many.slice(1))).wait())!;
    expect(logs.length).to.equal(50);
    await refused(members.connect(people.lin.signer).namePersons([people.lin.address]), members, "OnlyByVote", people.lin.address);
    // Seven for and four against are more than 60 % and no two thirds.
    const proposal = await assembly.proposes(people.lin, await assembly.names(many.slice(0, 1)));
    await assembly.opens(proposal);
    await assembly.allVote(all.slice(0, 7), proposal);
    await assembly.allVote(all.slice(7, 11), proposal, "against");
    await assembly.ends(proposal);
    expect(await governor.state(proposal.id)).to.equal(3);
  });

  it("wait for a seat like others, and their expulsion bars nobody", async () => {
    const coop = await found({ members: 12 });
    const { members, membership } = coop;
    const named = await personAt(50);
    await membership.names([named]);
    await membership.joining(await membership.applies(named));
    const joinedAt = await coop.now();
    await refused(membership.takesSeat({ id: 13 }), members, "SeatTooEarly", 13, joinedAt + DAYS.seat * DAY);
    await expect(membership.expels({ id: 13 })).to.not.emit(members, "VouchingBarred");
  });
});
