import { id as hashOf, ZeroAddress, ZeroHash } from "ethers";
import { expect } from "chai";
import { chain, load } from "../../support/chain.ts";
import { found } from "../../support/cooperative.ts";
import { refused } from "../../support/refused.ts";
import { changeSeatedCount } from "../../support/seats.ts";

async function founded() {
  return found({ members: 4 });
}

describe("A member", () => {
  it("changes the own profile, and nobody else does", async () => {
    const { members, people, stranger } = await load(founded);
    await expect(members.connect(people.zhou.signer).setProfile(hashOf("new"), "ipfs://new")).to.emit(members, "ProfileChanged").withArgs(2, hashOf("new"), "ipfs://new");
    await refused(members.connect(stranger.signer).setProfile(ZeroHash, ""), members, "NotAMember", stranger.address);
  });

  it("is found by number and by key, and a stranger by neither", async () => {
    const { members, stranger } = await load(founded);
    expect(await members.idOf(stranger.address)).to.equal(0);
    await refused(members.memberOf(stranger.address), members, "NotAMember", stranger.address);
    await refused(members.keyOf(5), members, "NoSuchMember", 5);
    await refused(members.seatOf(0), members, "NoSuchMember", 0);
    await refused(members.isActive(5), members, "NoSuchMember", 5);
    await refused(members.isSeated(5), members, "NoSuchMember", 5);
    await refused(members.recorder(stranger.address), members, "NotAMember", stranger.address);
    await refused(members.attester(stranger.address), members, "NotAMember", stranger.address);
  });

  it("who left or was expelled neither records, nor attests, nor changes the profile, and stays a member", async () => {
    const coop = await load(founded);
    const { members, people } = coop;
    await coop.membership.resigns(people.lin);
    await coop.membership.expels(people.zhou);
    // Below three seated nothing is recorded by anybody.
    await changeSeatedCount(coop, 3);
    for (const [{ id, address, signer }, standing] of [[people.lin, 2], [people.zhou, 3]] as const) {
      await refused(members.recorder(address), members, "NotActive", id, standing);
      await refused(members.attester(address), members, "NotActive", id, standing);
      await refused(members.connect(signer).setProfile(ZeroHash, ""), members, "NotActive", id, standing);
      expect(await members.isActive(id)).to.equal(false);
      expect(await members.memberOf(address)).to.equal(id);
    }
  });

  it("who is not seated yet, or not seated again, records and does not attest", async () => {
    const coop = await load(founded);
    const { members, membership, people } = coop;
    const newcomer = await membership.joins(41, [people.he, people.fang]);
    await membership.resigns(people.lin);
    await membership.rejoins(people.lin, [people.he, people.fang]);
    for (const { id, address } of [newcomer, people.lin]) {
      expect(await members.recorder(address)).to.equal(id);
      await refused(members.attester(address), members, "NotSeated", id);
      expect(await members.isSeated(id)).to.equal(false);
      expect(await members.getVotes(address)).to.equal(0);
    }
  });

  it("does not speak through a key that was replaced", async () => {
    const coop = await load(founded);
    const { members, people } = coop;
    await coop.membership.rotates(people.lin, 41);
    await refused(members.memberOf(people.lin.address), members, "KeyReplaced", people.lin.address, 1);
    await refused(members.recorder(people.lin.address), members, "KeyReplaced", people.lin.address, 1);
    await refused(members.attester(people.lin.address), members, "KeyReplaced", people.lin.address, 1);
    expect(await members.idOf(people.lin.address)).to.equal(1);
    expect(await members.balanceOf(people.lin.address)).to.equal(0);
    expect(await members.getVotes(people.lin.address)).to.equal(0);
    expect(await members.getPastVotes(people.lin.address, (await coop.now()) - 1)).to.equal(0);
  });

  it("neither records nor attests while fewer than three are seated", async () => {
    const coop = await load(founded);
    const { members, people, ledger } = coop;
    for (const who of [people.he, people.fang]) await coop.membership.resigns(who);
    expect(await members.seatedCount()).to.equal(2);
    await refused(members.recorder(people.lin.address), members, "FewerThanThreeSeated", 2);
    await refused(members.attester(people.lin.address), members, "FewerThanThreeSeated", 2);
    await refused(coop.enrols(people.lin), members, "FewerThanThreeSeated", 2);
    await refused(coop.records(people.lin), members, "FewerThanThreeSeated", 2);
    expect(await ledger.enrolledNow(1)).to.equal(0);
  });
});

describe("Membership", () => {
  it("is one token that is locked to its holder (ERC-721, ERC-5192)", async () => {
    const { members, people, stranger, record } = await load(founded);
    for (const { id, address } of Object.values(people)) {
      expect(await members.ownerOf(id)).to.equal(address);
      expect(await members.balanceOf(address)).to.equal(1);
      expect(await members.locked(id)).to.equal(true);
      expect(await members.getApproved(id)).to.equal(ZeroAddress);
    }
    expect(await members.balanceOf(stranger.address)).to.equal(0);
    expect(await members.isApprovedForAll(people.lin.address, stranger.address)).to.equal(false);
    const minted = await members.queryFilter(members.filters.Transfer(), record.genesisBlock);
    expect(minted.map(({ args }) => [...args])).to.deep.equal(Object.values(people).map(({ id, address }) => [ZeroAddress, address, BigInt(id)]));
    const locked = await members.queryFilter(members.filters.Locked(), record.genesisBlock);
    expect(locked.map(({ args }) => args.tokenId)).to.deep.equal([1n, 2n, 3n, 4n]);
    for (const read of [members.ownerOf(5), members.locked(5), members.getApproved(5)]) await refused(read, members, "NoSuchMember", 5);
    await refused(members.ownerOf(1n << 40n), members, "NoSuchMember", 2n ** 32n - 1n);
  });

  it("is never transferred, approved or lent, by nobody and to nobody", async () => {
    const { members, people, stranger } = await load(founded);
    const { lin, zhou } = people;
    for (const { signer } of [lin, zhou, stranger]) {
      const held = members.connect(signer);
      await refused(held.approve(zhou.address, 1), members, "Soulbound");
      await refused(held.setApprovalForAll(zhou.address, true), members, "Soulbound");
      await refused(held.transferFrom(lin.address, zhou.address, 1), members, "Soulbound");
      await refused(held["safeTransferFrom(address,address,uint256)"](lin.address, zhou.address, 1), members, "Soulbound");
      await refused(held["safeTransferFrom(address,address,uint256,bytes)"](lin.address, zhou.address, 1, "0x"), members, "Soulbound");
    }
  });

  it("says which standards it keeps (ERC-165)", async () => {
    const { members } = await load(founded);
    const standards = { erc165: "0x01ffc9a7", erc721: "0x80ac58cd", erc5192: "0xb45a3c0e", erc5267: "0x84b0196e", erc6372: "0xda287a1d" };
    for (const [name, id] of Object.entries(standards)) expect(await members.supportsInterface(id), name).to.equal(true);
    const votes = ["getVotes(address)", "getPastVotes(address,uint256)", "getPastTotalSupply(uint256)", "delegates(address)", "delegate(address)", "delegateBySig(address,uint256,uint256,uint8,bytes32,bytes32)"];
    const id = votes.reduce((sum, signature) => sum ^ BigInt(hashOf(signature).slice(0, 10)), 0n);
    expect(await members.supportsInterface(`0x${id.toString(16).padStart(8, "0")}`)).to.equal(true);
    for (const other of ["0xffffffff", "0x5b5e139f", "0x780e9d63"]) expect(await members.supportsInterface(other)).to.equal(false);
  });
});

describe("A vote", () => {
  it("weighs one for each seated member and nothing for others", async () => {
    const coop = await load(founded);
    const { members, people, stranger } = coop;
    for (const { address } of Object.values(people)) expect(await members.getVotes(address)).to.equal(1);
    expect(await members.getVotes(stranger.address)).to.equal(0);
    expect(await members.delegates(people.lin.address)).to.equal(people.lin.address);
  });

  it("weighs what the snapshot says: nothing before the seating, one from that second on", async () => {
    const coop = await load(founded);
    const { members, people } = coop;
    const { seatedFrom } = await members.seatOf(1);
    expect(await members.getPastVotes(people.lin.address, seatedFrom - 1n)).to.equal(0);
    expect(await members.getPastVotes(people.lin.address, seatedFrom)).to.equal(1);
    expect(await members.getPastTotalSupply(seatedFrom - 1n)).to.equal(0);
    expect(await members.getPastTotalSupply(seatedFrom)).to.equal(4);
  });

  it("weighs nothing from the second in which a seat ended, and still one before it", async () => {
    const coop = await load(founded);
    const { members, people } = coop;
    await coop.days(1);
    await coop.membership.resigns(people.lin);
    const until = await coop.now();
    await coop.days(1);
    expect(await members.getPastVotes(people.lin.address, until - 1)).to.equal(1);
    expect(await members.getPastVotes(people.lin.address, until)).to.equal(0);
    expect([await members.getPastTotalSupply(until - 1), await members.getPastTotalSupply(until)]).to.deep.equal([4n, 3n]);
  });

  it("is not read from the future, nor from this very second", async () => {
    const { members, people } = await load(founded);
    const now = BigInt((await chain.ethers.provider.getBlock("latest"))!.timestamp);
    expect(await members.clock()).to.equal(now);
    expect(await members.CLOCK_MODE()).to.equal("mode=timestamp");
    for (const time of [now, now + 1n]) {
      await refused(members.getPastVotes(people.lin.address, time), members, "FutureLookup", time, now);
      await refused(members.getPastTotalSupply(time), members, "FutureLookup", time, now);
    }
  });

  it("is the member's own and is not delegated", async () => {
    const { members, people } = await load(founded);
    await refused(members.connect(people.lin.signer).delegate(people.zhou.address), members, "NoDelegation");
    await refused(members.delegateBySig(people.zhou.address, 0, 0, 27, ZeroHash, ZeroHash), members, "NoDelegation");
  });
});
