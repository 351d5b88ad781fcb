import { ZeroAddress } from "ethers";
import { expect } from "chai";
import { ballot, bundle, carries } from "../../support/ballots.ts";
import { chain, load } from "../../support/chain.ts";
import { DAY, found, PROJECT, UNIT } from "../../support/cooperative.ts";
import { DAYS, STANDING } from "../../support/membership.ts";
import { personAt } from "../../support/people.ts";
import { refused } from "../../support/refused.ts";
import { agreeingWallet, callingWallet, ownedWallet, ROGUES, rogueWallet } from "../../support/wallets.ts";

async function founded() {
  return found({ members: 12 });
}

describe("A member who changes keys", () => {
  it("speaks by the new one at once and by the old one never again; the token goes over, and the log says so", async () => {
    const coop = await load(founded);
    const { members, membership, people } = coop;
    const key = await personAt(50);
    const before = await members.seatOf(1);
    const act = membership.rotating(people.lin, key);
    await expect(act).to.emit(members, "KeyChanged").withArgs(1, key.address, people.lin.address, 1, false);
    await expect(act).to.emit(members, "Transfer").withArgs(people.lin.address, key.address, 1);
    await expect(act).to.not.emit(members, "Locked");
    expect([await members.ownerOf(1), await members.keyOf(1), await members.balanceOf(key.address), await members.balanceOf(people.lin.address)]).to.deep.equal([key.address, key.address, 1n, 0n]);
    expect([await members.idOf(key.address), await members.idOf(people.lin.address), await members.keySince(1)]).to.deep.equal([1n, 1n, BigInt(await coop.now())]);
    const after = await members.seatOf(1);
    expect([...after]).to.deep.equal([before.id, 1n, ...[...before].slice(2)]);
    expect([await members.memberCount(), await members.seatedCount()]).to.deep.equal([12n, 12n]);
    await refused(members.memberOf(people.lin.address), members, "KeyReplaced", people.lin.address, 1);
    await refused(membership.rotating(people.lin, await personAt(51)), members, "KeyReplaced", people.lin.address, 1);
  });

  it("needs the new key's own word, for this member, after this key, and for a while", async () => {
    const coop = await load(founded);
    const { members, membership, people, stranger } = coop;
    const key = await personAt(50);
    const invalid = async (wish: Parameters<typeof membership.consentsToKey>[2], who = people.lin) => {
      const { expires, signature } = await membership.consentsToKey(who, key, wish);
      await refused(members.connect(people.lin.signer).rotate(key.address, expires, signature), members, "SignatureInvalid", key.address);
    };
    await invalid({ keyEpoch: 1 });
    await invalid({ by: people.lin });
    await invalid({}, people.zhou);
    for (const domain of [{ chainId: 1 }, { verifyingContract: coop.record.contracts.guardians }]) await invalid({ domain });
    const good = await membership.consentsToKey(people.lin, key);
    const held = members.connect(people.lin.signer);
    await refused(held.rotate(key.address, good.expires + 1, good.signature), members, "SignatureInvalid", key.address);
    await refused(held.rotate(stranger.address, good.expires, good.signature), members, "SignatureInvalid", stranger.address);
    const at = (await coop.now()) + 100;
    await coop.nextAt(at);
    const late = await membership.consentsToKey(people.lin, key, { expires: at - 1 });
    await refused(held.rotate(key.address, late.expires, late.signature), members, "SignatureExpired", at - 1, at);
    const longest = at + DAYS.longest * DAY;
    const long = await membership.consentsToKey(people.lin, key, { expires: longest + 1 });
    await refused(held.rotate(key.address, long.expires, long.signature), members, "SignatureTooLong", longest + 1, longest);
    const longestGood = await membership.consentsToKey(people.lin, key, { expires: longest });
    await held.rotate(key.address, longestGood.expires, longestGood.signature);
  });

  it("goes to an address that was never a key: not another's, not the own, not one that was given up, and not address zero", async () => {
    const coop = await load(founded);
    const { members, membership, people } = coop;
    const renewed = await membership.rotates(people.lin, 50);
    for (const key of [people.zhou, people.lin, renewed]) await refused(membership.rotating(renewed, key), members, "KeyBarred", key.address);
    await refused(members.connect(renewed.signer).rotate(ZeroAddress, 0, "0x"), members, "KeyBarred", ZeroAddress);
    await refused(membership.rotating(people.zhou, people.lin), members, "KeyBarred", people.lin.address);
    await refused(members.connect(coop.stranger.signer).rotate((await personAt(51)).address, 0, "0x"), members, "NotAMember", coop.stranger.address);
  });

  it("cannot use a consent again, after ten keys as after one", async () => {
    const coop = await load(founded);
    const { members, membership, people } = coop;
    let { lin } = people;
    for (let place = 50; place < 60; ++place) {
      const key = await personAt(place);
      const { expires, signature } = await membership.consentsToKey(lin, key);
      await members.connect(lin.signer).rotate(key.address, expires, signature);
      lin = { ...key, id: 1 };
      await refused(members.connect(lin.signer).rotate(key.address, expires, signature), members, "KeyBarred", key.address);
    }
    expect((await members.seatOf(1)).keyEpoch).to.equal(10);
  });

  it("does so in every standing: waiting, left and expelled", async () => {
    const coop = await load(founded);
    const { members, membership, people } = coop;
    const waiting = await membership.joins(50, [people.lin, people.zhou]);
    await membership.resigns(people.he);
    await membership.expels(people.fang);
    for (const [place, who, standing] of [[60, waiting, STANDING.active], [61, people.he, STANDING.left], [62, people.fang, STANDING.expelled]] as const) {
      const renewed = await membership.rotates(who, place);
      expect([await members.keyOf(who.id), (await members.seatOf(who.id)).standing, await members.isSeated(who.id)]).to.deep.equal([renewed.address, standing, false]);
    }
    await coop.days(DAYS.seat);
    await membership.takesSeat(waiting);
    expect(await members.isSeated(13)).to.equal(true);
  });

  it("votes once: what the old key cast is the member's ballot, and signed ballots of the old key are void", async () => {
    const coop = await load(founded);
    const { assembly, governor, membership, people } = coop;
    const proposal = await assembly.proposes(people.su, await assembly.sets(5, 20));
    await assembly.opens(proposal);
    const [unsent, sent] = [await ballot(coop, people.zhou, proposal), await ballot(coop, people.lin, proposal)];
    await carries(coop, [bundle(proposal, [sent])]);
    const [lin, zhou] = [await membership.rotates(people.lin, 50), await membership.rotates(people.zhou, 51)];
    await refused(assembly.votes(lin, proposal), governor, "VotedAlready", proposal.id, 1);
    await expect(carries(coop, [bundle(proposal, [sent, unsent])])).to.emit(governor, "BallotSkipped").withArgs(proposal.id, 2, 1);
    await assembly.votes(zhou, proposal, "against");
    expect(await governor.proposalVotes(proposal.id)).to.deep.equal([1n, 1n, 0n]);
  });

  it("takes along what is the member's: enrolment, records, answers, stewardship, credit and shares", async () => {
    const coop = await load(founded);
    const { ledger, membership, people, projects, shares } = coop;
    await coop.allEnrol(coop.all.slice(0, 6));
    const rec = await coop.records(people.lin, { quantity: 10 });
    expect((await ledger.claimOf(rec.id)).needed).to.equal(2);
    await coop.attests(people.zhou, rec, 10);
    const [lin, zhou, he] = [await membership.rotates(people.lin, 50), await membership.rotates(people.zhou, 51), await membership.rotates(people.he, 52)];
    await refused(coop.attests(lin, rec, 10), ledger, "OwnClaim", rec.id, 1);
    await refused(coop.attests(zhou, rec, 10), ledger, "AlreadyAnswered", rec.id, 2);
    await coop.attests(he, rec, 10);
    expect(await coop.creditOf(lin, 0)).to.equal(10n * UNIT);
    const waiting = await coop.records(lin, { quantity: 1 });
    await expect(coop.withdraws(lin, waiting)).to.emit(ledger, "Withdrawn").withArgs(waiting.id, 1);
    await expect(projects.connect(zhou.signer).askToClose(PROJECT.mill, true)).to.emit(projects, "ClosingAsked").withArgs(PROJECT.mill, 2, true, 1);
    await coop.until(coop.start(2));
    await coop.draws(lin, 0);
    expect([await shares.balanceOf(lin.address, PROJECT.mill), await shares.balanceOf(people.lin.address, PROJECT.mill)]).to.deep.equal([10n * UNIT, 0n]);
  });
});

describe("A key that is a contract", () => {
  it("consents by its own word (ERC-1271), and then does as other keys do", async () => {
    const coop = await load(founded);
    const { members, membership, people } = coop;
    const owner = await personAt(30);
    const wallet = await ownedWallet(owner.address);
    await refused(membership.rotating(people.lin, { address: wallet }, { by: people.zhou }), members, "SignatureInvalid", wallet);
    await membership.rotating(people.lin, { address: wallet }, { by: owner });
    expect(await members.memberOf(wallet)).to.equal(1);
    await refused(members.memberOf(owner.address), members, "NotAMember", owner.address);
    await chain.networkHelpers.impersonateAccount(wallet);
    await chain.networkHelpers.setBalance(wallet, 10n ** 20n);
    await coop.enrols({ id: 1, address: wallet, signer: await chain.ethers.getSigner(wallet) });
  });

  it("of one owner is not another of the same owner: each consent names its wallet", async () => {
    const coop = await load(founded);
    const { members, membership, people } = coop;
    const owner = await personAt(30);
    const [first, second] = [await ownedWallet(owner.address), await ownedWallet(owner.address)];
    const { expires, signature } = await membership.consentsToKey(people.lin, { address: first }, { by: owner });
    await refused(members.connect(people.lin.signer).rotate(second, expires, signature), members, "SignatureInvalid", second);
    await members.connect(people.lin.signer).rotate(first, expires, signature);
  });

  for (const kind of Object.keys(ROGUES) as (keyof typeof ROGUES)[]) {
    it(`${kind} did not consent`, async () => {
      const coop = await load(founded);
      const wallet = await rogueWallet(kind);
      await refused(coop.members.connect(coop.people.lin.signer).rotate(wallet, (await coop.now()) + DAY, "0x1234", { gasLimit: 3_000_000 }), coop.members, "SignatureInvalid", wallet);
      expect(await coop.members.keyOf(1)).to.equal(coop.people.lin.address);
    });
  }

  it("changes nothing while it is asked, whatever it calls", async () => {
    const coop = await load(founded);
    const { members, people } = coop;
    const wallet = await callingWallet(await members.getAddress(), members.interface.encodeFunctionData("resign"));
    await chain.networkHelpers.setBalance(wallet, 10n ** 20n);
    const act = members.connect(people.lin.signer).rotate(wallet, (await coop.now()) + DAY, "0x");
    await expect(act).to.emit(members, "KeyChanged").withArgs(1, wallet, people.lin.address, 1, false);
    expect((await (await act).wait())!.logs.length).to.equal(2);
  });

  it("may be an account with both a key and code (EIP-7702): its key counts whatever its code says, and its code where the key is silent", async () => {
    const coop = await load(founded);
    const { membership, members, people } = coop;
    const [first, second] = [await personAt(50), await personAt(51)];
    await chain.networkHelpers.setCode(first.address, ROGUES["that reverts"]);
    await membership.rotating(people.lin, first);
    // A real delegation: the account's code is a pointer to a wallet that agrees.
    await chain.networkHelpers.setCode(second.address, `0xef0100${(await agreeingWallet()).slice(2)}`);
    await members.connect(people.zhou.signer).rotate(second.address, (await coop.now()) + DAY, "0x");
    expect([await members.keyOf(1), await members.keyOf(2)]).to.deep.equal([first.address, second.address]);
  });
});

describe("Who gives a member another key", () => {
  it("is the member, or the guardians' contract, and nobody else", async () => {
    const coop = await load(founded);
    const { members, people, stranger, timelock, relay } = coop;
    const hands = [people.lin, people.zhou, stranger];
    for (const { signer, address } of hands) await refused(members.connect(signer).recover(1, stranger.address), members, "OnlyGuardians", address);
    for (const contract of [timelock, relay]) {
      const address = await contract.getAddress();
      await chain.networkHelpers.impersonateAccount(address);
      await chain.networkHelpers.setBalance(address, 10n ** 20n);
      await refused(members.connect(await chain.ethers.getSigner(address)).recover(1, stranger.address), members, "OnlyGuardians", address);
    }
  });

  it("gives none to nobody, and none that is used or empty", async () => {
    const coop = await load(founded);
    const { members, people, guardians, stranger } = coop;
    const address = await guardians.getAddress();
    await chain.networkHelpers.impersonateAccount(address);
    await chain.networkHelpers.setBalance(address, 10n ** 20n);
    const hand = members.connect(await chain.ethers.getSigner(address));
    await refused(hand.recover(99, stranger.address), members, "NoSuchMember", 99);
    for (const used of [people.zhou.address, people.lin.address, ZeroAddress]) {
      expect(await hand.recover.staticCall(1, used)).to.equal(false);
      await expect(hand.recover(1, used)).to.not.emit(members, "KeyChanged");
    }
    expect(await hand.recover.staticCall(1, stranger.address)).to.equal(true);
  });

  it("are each one contract, and each names the other", async () => {
    const coop = await load(founded);
    const { members, guardians, relay, record } = coop;
    const { contracts } = record;
    expect([await members.guardians(), await guardians.members(), await guardians.relay(), await members.relay(), await relay.members()]).to.deep.equal([contracts.guardians, contracts.memberRegistry, contracts.relay, contracts.relay, contracts.memberRegistry]);
    const other = await chain.ethers.getContractFactory("Guardians");
    await refused(other.deploy(contracts.memberRegistry, contracts.parameters, contracts.relay), guardians, "GuardedElsewhere", contracts.guardians);
    const door = await chain.ethers.getContractFactory("Relay");
    await refused(door.deploy(contracts.memberRegistry), relay, "RelayedElsewhere", contracts.relay);
  });
});
