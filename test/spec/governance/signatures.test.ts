import { AbiCoder, concat, getBytes, hexlify, keccak256, Signature, TypedDataEncoder } from "ethers";
import { expect } from "chai";
import { practiceAccount } from "../../../scripts/seed/people.ts";
import { NUMBER, SKIP, STATE } from "../../support/assembly.ts";
import { ballot, bundle, carries, domainOf, type Signed, signs, signsWithReason } from "../../support/ballots.ts";
import { chain, load } from "../../support/chain.ts";
import { found } from "../../support/cooperative.ts";
import { changeSeat, giveKey } from "../../support/seats.ts";
import { refused } from "../../support/refused.ts";
import { bitmap } from "../../support/states.ts";

async function opened() {
  const coop = await found({ members: 12 });
  const proposal = await coop.assembly.proposes(coop.people.lin, await coop.assembly.sets(NUMBER.stopPercent, 20));
  await coop.assembly.opens(proposal);
  return { coop, proposal };
}

describe("A signed ballot carried alone", () => {
  it("is the signer's, whoever carries it, and is the same that a bundle takes", async () => {
    const { coop, proposal } = await load(opened);
    const { governor, people, stranger } = coop;
    const held = governor.connect(stranger.signer);
    for (const [who, support] of [[people.lin, 1], [people.zhou, 0], [people.he, 2]] as const) {
      const signature = await signs(coop, who, proposal, { support });
      await expect(held.castVoteBySig(proposal.id, support, who.address, signature)).to.emit(governor, "VoteCast").withArgs(who.address, proposal.id, support, 1, "");
      const { r, yParityAndS } = Signature.from(signature);
      await expect(carries(coop, [bundle(proposal, [{ member: who.id, keyEpoch: 0, support, r, vs: yParityAndS }])])).to.emit(governor, "BallotSkipped").withArgs(proposal.id, who.id, SKIP.duplicate);
      await refused(held.castVoteBySig(proposal.id, support, who.address, signature), governor, "VotedAlready", proposal.id, who.id);
    }
    expect(await governor.proposalVotes(proposal.id)).to.deep.equal([1n, 1n, 1n]);
  });

  it("is signed over the governor's own digest (EIP-712)", async () => {
    const { coop, proposal } = await load(opened);
    const { governor, people } = coop;
    const types = { MemberBallot: [{ name: "proposalId", type: "uint256" }, { name: "support", type: "uint8" }, { name: "member", type: "uint32" }, { name: "keyEpoch", type: "uint16" }] };
    for (const [support, member, keyEpoch] of [[0, 1, 0], [1, 2, 7], [2, 2 ** 32 - 1, 65_535], [255, 0, 1]] as const)
      expect(await governor.ballotDigest(proposal.id, support, member, keyEpoch)).to.equal(TypedDataEncoder.hash(domainOf(coop), types, { proposalId: proposal.id, support, member, keyEpoch }));
    const signature = await signs(coop, people.lin, proposal);
    const digest = await governor.ballotDigest(proposal.id, 1, 1, 0);
    expect(chain.ethers.recoverAddress(digest, signature)).to.equal(people.lin.address);
  });

  it("may have a reason, which is signed with it", async () => {
    const { coop, proposal } = await load(opened);
    const { governor, people, stranger } = coop;
    const held = governor.connect(stranger.signer);
    const signature = await signsWithReason(coop, people.lin, proposal, "because 因为");
    await refused(held.castVoteWithReasonAndParamsBySig(proposal.id, 1, people.lin.address, "another", "0x", signature), governor, "GovernorInvalidSignature", people.lin.address);
    await refused(held.castVoteWithReasonAndParamsBySig(proposal.id, 0, people.lin.address, "because 因为", "0x", signature), governor, "GovernorInvalidSignature", people.lin.address);
    await refused(held.castVoteWithReasonAndParamsBySig(proposal.id, 1, people.zhou.address, "because 因为", "0x", signature), governor, "GovernorInvalidSignature", people.zhou.address);
    // Parameters were not signed, and nobody may add any.
    await refused(held.castVoteWithReasonAndParamsBySig(proposal.id, 1, people.lin.address, "because 因为", "0x12", signature), governor, "BallotInvalid", 1);
    await expect(held.castVoteWithReasonAndParamsBySig(proposal.id, 1, people.lin.address, "because 因为", "0x", signature)).to.emit(governor, "VoteCast").withArgs(people.lin.address, proposal.id, 1, 1, "because 因为");
    // A ballot with a reason is none without, and the other way round.
    const [plain, reasoned] = [await signs(coop, people.zhou, proposal), await signsWithReason(coop, people.zhou, proposal, "")];
    await refused(held.castVoteBySig(proposal.id, 1, people.zhou.address, reasoned), governor, "GovernorInvalidSignature", people.zhou.address);
    await refused(held.castVoteWithReasonAndParamsBySig(proposal.id, 1, people.zhou.address, "", "0x", plain), governor, "GovernorInvalidSignature", people.zhou.address);
  });

  it("is refused where it was signed for something else, and where its signature is cut, lengthened or has the high half", async () => {
    const { coop, proposal } = await load(opened);
    const { governor, people, stranger } = coop;
    const { lin } = people;
    const cast = (signature: string, support = 1, voter = lin.address) => refused(governor.connect(stranger.signer).castVoteBySig(proposal.id, support, voter, signature), governor, "GovernorInvalidSignature", voter);
    const good = await signs(coop, lin, proposal);
    await cast(good, 0);
    await cast(good, 1, people.zhou.address);
    for (const wish of [{ member: 2 }, { keyEpoch: 1 }, { place: 2 }, { domain: { chainId: 1 } }, { domain: { verifyingContract: coop.record.contracts.timelock } }, { domain: { name: "Other" } }]) await cast(await signs(coop, lin, proposal, wish));
    await cast(await signs(coop, lin, { id: proposal.id + 1n }));
    const { r, s, v, yParityAndS } = Signature.from(good);
    const high = `0x${(0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n - BigInt(s)).toString(16).padStart(64, "0")}`;
    const otherParity = `0x${(BigInt(yParityAndS) ^ (1n << 255n)).toString(16).padStart(64, "0")}`;
    for (const bad of ["0x", concat([r, yParityAndS]).slice(0, -2), concat([r, otherParity]), concat([r, high]), `${good}00`, concat([r, high, v === 27 ? "0x1c" : "0x1b"]), concat([r, s, v === 27 ? "0x00" : "0x01"]), concat([r, s, "0x00"]), concat([r, s, "0x1d"]), `0x${"00".repeat(65)}`]) await cast(bad);
    expect(await governor.hasVoted(proposal.id, lin.address)).to.equal(false);
    // What 65 bytes say, 64 say as well (ERC-2098); it is one ballot all the same.
    await governor.connect(stranger.signer).castVoteBySig(proposal.id, 1, lin.address, concat([r, yParityAndS]));
    await refused(governor.connect(stranger.signer).castVoteBySig(proposal.id, 1, lin.address, good), governor, "VotedAlready", proposal.id, 1);
  });

  it("of a key that was replaced is no member's, and the new key signs anew", async () => {
    const { coop, proposal } = await load(opened);
    const { governor, people, stranger } = coop;
    const old = await signs(coop, people.lin, proposal);
    const renewed = await giveKey(coop, people.lin, 41);
    const held = governor.connect(stranger.signer);
    await refused(held.castVoteBySig(proposal.id, 1, people.lin.address, old), governor, "GovernorInvalidSignature", people.lin.address);
    await refused(held.castVoteBySig(proposal.id, 1, renewed.address, await signs(coop, renewed, proposal, { place: 41 })), governor, "GovernorInvalidSignature", renewed.address);
    await held.castVoteBySig(proposal.id, 1, renewed.address, await signs(coop, renewed, proposal, { place: 41, keyEpoch: 1 }));
    expect((await governor.ballotOf(proposal.id, 1)).voted).to.equal(true);
  });

  it("before the vote opens and after it is over is refused for that, whoever signed", async () => {
    const { coop, proposal } = await load(opened);
    const { governor, people } = coop;
    const waiting = await coop.assembly.proposes(people.zhou, await coop.assembly.sets(NUMBER.stopPercent, 10));
    await refused(governor.castVoteBySig(waiting.id, 1, people.lin.address, await signs(coop, people.lin, waiting)), governor, "GovernorUnexpectedProposalState", waiting.id, STATE.pending, bitmap(STATE.active));
    await coop.nextAt(proposal.closes + 1);
    await refused(governor.castVoteBySig(proposal.id, 1, people.lin.address, "0x"), governor, "GovernorUnexpectedProposalState", proposal.id, STATE.defeated, bitmap(STATE.active));
  });

  it("of who is no member, or had no seat at the snapshot, counts for nothing", async () => {
    const { coop, proposal } = await load(opened);
    const { governor, people, stranger } = coop;
    for (const member of [0, 1, 40]) await refused(governor.castVoteBySig(proposal.id, 1, stranger.address, await signs(coop, stranger, proposal, { member })), governor, member === 0 ? "NoVoteAtSnapshot" : "GovernorInvalidSignature", stranger.address, ...(member === 0 ? [proposal.opens] : []));
    await changeSeat(coop, people.lin, { seatedFrom: proposal.opens + 1 });
    await refused(governor.castVoteBySig(proposal.id, 1, people.lin.address, await signs(coop, people.lin, proposal)), governor, "NoVoteAtSnapshot", people.lin.address, proposal.opens);
  });

  it("counts where code lies beneath the key (EIP-7702), whatever that code says", async () => {
    const { coop, proposal } = await load(opened);
    const { governor, people } = coop;
    await chain.networkHelpers.setCode(people.lin.address, "0x5f5ffd");
    await expect(governor.castVoteBySig(proposal.id, 1, people.lin.address, await signs(coop, people.lin, proposal))).to.emit(governor, "VoteCast").withArgs(people.lin.address, proposal.id, 1, 1, "");
  });

  it("in OpenZeppelin's own form, with a nonce, is no ballot here", async () => {
    const { coop, proposal } = await load(opened);
    const { governor, people, stranger } = coop;
    const types = { Ballot: [{ name: "proposalId", type: "uint256" }, { name: "support", type: "uint8" }, { name: "voter", type: "address" }, { name: "nonce", type: "uint256" }] };
    const signature = await practiceAccount(1).signTypedData(domainOf(coop), types, { proposalId: proposal.id, support: 1, voter: people.lin.address, nonce: 0 });
    await refused(governor.connect(stranger.signer).castVoteBySig(proposal.id, 1, people.lin.address, signature), governor, "GovernorInvalidSignature", people.lin.address);
    expect(await governor.nonces(people.lin.address)).to.equal(0);
  });
});

describe("Four thousand altered ballots", () => {
  const SEED = BigInt(process.env.GONGSHENG_SPEC_SEED ?? 20_260_105);

  /** Numbers that look random and are the same for the same seed. */
  function* numbers(seed: bigint): Generator<bigint> {
    for (let turn = 0n; ; ++turn) yield BigInt(keccak256(AbiCoder.defaultAbiCoder().encode(["uint256", "uint256"], [seed, turn])));
  }

  /** The ballot with one thing changed: a bit of what was signed with, or a field of what was said. */
  function altered(good: Signed, random: bigint, others: readonly Signed[]): Signed {
    const flip = (hex: string, bit: bigint) => {
      const bytes = getBytes(hex);
      bytes[Number(bit >> 3n)]! ^= 1 << Number(bit & 7n);
      return hexlify(bytes);
    };
    const bit = (random >> 16n) & 255n;
    const other = others[Number((random >> 24n) % BigInt(others.length))]!;
    const places: readonly (() => Signed)[] = [
      () => ({ ...good, r: flip(good.r, bit) }),
      () => ({ ...good, vs: flip(good.vs, bit) }),
      () => ({ ...good, r: other.r }),
      () => ({ ...good, vs: other.vs }),
      () => ({ ...other, member: good.member }),
      () => ({ ...good, member: (good.member + 1 + Number(bit)) % 2 ** 32 }),
      () => ({ ...good, keyEpoch: 1 + Number((random >> 32n) % 65_535n) }),
      () => ({ ...good, support: (good.support + 1 + Number(bit % 255n)) % 256 }),
      () => ({ ...good, r: `0x${((random * 7n) % 2n ** 256n).toString(16).padStart(64, "0")}` }),
      () => ({ ...good, r: good.vs, vs: good.r }),
    ];
    return places[Number(random % BigInt(places.length))]!();
  }

  it(`count for nothing (seed ${SEED})`, async function () {
    this.timeout(120_000);
    const { coop, proposal } = await load(opened);
    const { governor, all } = coop;
    const random = numbers(SEED);
    const good = await Promise.all(all.map((person, place) => ballot(coop, person, proposal, { support: place % 3 })));
    let skipped = 0;
    for (let round = 0; round < 10; ++round) {
      const bad = Array.from({ length: 400 }, (_, place) => {
        const own = good[place % good.length]!;
        return altered(own, random.next().value as bigint, good.filter((one) => one !== own));
      });
      const receipt = await (await carries(coop, [bundle(proposal, bad)], coop.stranger, 16_000_000)).wait();
      for (const log of receipt!.logs) {
        const event = governor.interface.parseLog(log)!;
        expect(event.name).to.equal("BallotSkipped");
        skipped += 1;
      }
    }
    expect(skipped).to.equal(4000);
    expect(await governor.proposalVotes(proposal.id)).to.deep.equal([0n, 0n, 0n]);
    // What they were made from counts, every one.
    await expect(carries(coop, [bundle(proposal, good)])).to.not.emit(governor, "BallotSkipped");
    expect(await governor.proposalVotes(proposal.id)).to.deep.equal([4n, 4n, 4n]);
  });
});
