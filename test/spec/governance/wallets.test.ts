import { expect } from "chai";
import { NUMBER, SKIP } from "../../support/assembly.ts";
import { ballot, bundle, carries, packed, signs, walletBallot, type WalletSigned } from "../../support/ballots.ts";
import { chain, load } from "../../support/chain.ts";
import { found } from "../../support/cooperative.ts";
import { personAt } from "../../support/people.ts";
import { giveAddress } from "../../support/seats.ts";
import { refused } from "../../support/refused.ts";
import { agreeingWallet, callingWallet, ownedWallet, ROGUES, rogueWallet } from "../../support/wallets.ts";

/** An open vote. Lin and Zhou have wallets of their own, both of one owner's key: account 30. */
async function withWallets() {
  const coop = await found({ members: 12 });
  const proposal = await coop.assembly.proposes(coop.people.su, await coop.assembly.sets(NUMBER.stopPercent, 20));
  await coop.assembly.opens(proposal);
  const owner = await personAt(30);
  const wallets = [await ownedWallet(owner.address), await ownedWallet(owner.address)] as const;
  await giveAddress(coop, coop.people.lin, wallets[0]);
  await giveAddress(coop, coop.people.zhou, wallets[1]);
  return { coop, proposal, wallets, owner };
}

/** An open vote in which any address may be made a member's key. */
async function opened() {
  const coop = await found({ members: 12 });
  const proposal = await coop.assembly.proposes(coop.people.su, await coop.assembly.sets(NUMBER.stopPercent, 20));
  await coop.assembly.opens(proposal);
  return { coop, proposal };
}

/** What a member with such a wallet is said to have signed. */
const said = (member: number, wallet: string, support = 1): WalletSigned => ({ member, keyEpoch: 1, support, wallet, signature: "0x1234" });

describe("A member whose key is a contract", () => {
  it("votes by what the contract says it signed (ERC-1271), alone and in a bundle", async () => {
    const { coop, proposal, wallets: [first, second], owner } = await load(withWallets);
    const { governor, stranger } = coop;
    const held = governor.connect(stranger.signer);
    const signature = await signs(coop, owner, proposal, { member: 1, keyEpoch: 1, place: 30 });
    await expect(held.castVoteBySig(proposal.id, 1, first, signature)).to.emit(governor, "VoteCast").withArgs(first, proposal.id, 1, 1, "");
    const other = await walletBallot(coop, owner, second, proposal, { member: 2, support: 0, place: 30 });
    await expect(carries(coop, [bundle(proposal, [], [other])])).to.emit(governor, "VoteCast").withArgs(second, proposal.id, 0, 1, "");
    expect(await governor.proposalVotes(proposal.id)).to.deep.equal([1n, 1n, 0n]);
  });

  it("has a ballot of the own: what one owner signed for one wallet is not the other's", async () => {
    const { coop, proposal, wallets: [first, second], owner } = await load(withWallets);
    const { governor, stranger } = coop;
    const one = await walletBallot(coop, owner, first, proposal, { member: 1, place: 30 });
    for (const replay of [{ ...one, wallet: second }, { ...one, wallet: second, member: 2 }, { ...one, member: 2 }])
      await expect(carries(coop, [bundle(proposal, [], [replay])])).to.emit(governor, "BallotSkipped").withArgs(proposal.id, replay.member, SKIP.signature);
    await refused(governor.connect(stranger.signer).castVoteBySig(proposal.id, 1, second, one.signature), governor, "GovernorInvalidSignature", second);
    await expect(carries(coop, [bundle(proposal, [], [one])])).to.emit(governor, "VoteCast").withArgs(first, proposal.id, 1, 1, "");
  });

  it("does not vote by its owner's key, nor by another wallet, nor twice", async () => {
    const { coop, proposal, wallets: [first], owner } = await load(withWallets);
    const { governor } = coop;
    const skip = (act: Promise<unknown>, reason: bigint) => expect(act).to.emit(governor, "BallotSkipped").withArgs(proposal.id, 1, reason);
    await skip(carries(coop, [bundle(proposal, [await ballot(coop, owner, proposal, { member: 1, keyEpoch: 1, place: 30 })])]), SKIP.signature);
    const one = await walletBallot(coop, owner, first, proposal, { member: 1, place: 30 });
    await skip(carries(coop, [bundle(proposal, [], [{ ...one, wallet: await agreeingWallet() }])]), SKIP.signature);
    await skip(carries(coop, [bundle(proposal, [], [{ ...one, keyEpoch: 0 }])]), SKIP.signature);
    await skip(carries(coop, [bundle(proposal, [], [{ ...one, support: 0 }])]), SKIP.signature);
    await skip(carries(coop, [bundle(proposal, [], [one, one])]), SKIP.duplicate);
    expect(await governor.proposalVotes(proposal.id)).to.deep.equal([0n, 1n, 0n]);
  });

  it("that agrees to everything, at whatever length, is still one member and one ballot", async () => {
    const { coop, proposal } = await load(opened);
    const { governor, people } = coop;
    for (const [who, size] of [[people.lin, 32], [people.zhou, 4096]] as const) {
      const wallet = await agreeingWallet(size);
      await giveAddress(coop, who, wallet);
      const act = carries(coop, [bundle(proposal, [], [said(who.id, wallet), said(who.id, wallet, 0), said(5, wallet), said(0, wallet)])]);
      await expect(act).to.emit(governor, "VoteCast").withArgs(wallet, proposal.id, 1, 1, "");
      await expect(act).to.emit(governor, "BallotSkipped").withArgs(proposal.id, who.id, SKIP.duplicate);
      for (const member of [5, 0]) await expect(act).to.emit(governor, "BallotSkipped").withArgs(proposal.id, member, SKIP.signature);
    }
    expect(await governor.proposalVotes(proposal.id)).to.deep.equal([0n, 2n, 0n]);
  });

  it("votes by the key where code lies beneath it (EIP-7702) and its ballot is one of 64 bytes", async () => {
    const { coop, proposal } = await load(opened);
    const { governor, people } = coop;
    await chain.networkHelpers.setCode(people.lin.address, ROGUES["that reverts"]);
    await expect(carries(coop, [bundle(proposal, [await ballot(coop, people.lin, proposal)])])).to.emit(governor, "VoteCast").withArgs(people.lin.address, proposal.id, 1, 1, "");
  });

  it("is asked nothing where there is no contract: an address without code has signed nothing", async () => {
    const { coop, proposal } = await load(opened);
    const { governor, people } = coop;
    const one = { member: 1, keyEpoch: 0, support: 1, wallet: people.lin.address, signature: "0x" };
    await expect(carries(coop, [bundle(proposal, [], [one])])).to.emit(governor, "BallotSkipped").withArgs(proposal.id, 1, SKIP.signature);
    // A key's own signature of 65 bytes may come by this door as well.
    await expect(carries(coop, [bundle(proposal, [], [{ ...one, signature: await signs(coop, people.lin, proposal) }])])).to.emit(governor, "VoteCast").withArgs(people.lin.address, proposal.id, 1, 1, "");
  });
});

describe("A wallet that answers badly", () => {
  for (const kind of Object.keys(ROGUES) as (keyof typeof ROGUES)[]) {
    it(`${kind} did not sign, and the others' ballots count`, async () => {
      const { coop, proposal } = await load(opened);
      const { governor, people } = coop;
      const wallet = await rogueWallet(kind);
      await giveAddress(coop, people.lin, wallet);
      const good = await agreeingWallet();
      await giveAddress(coop, people.zhou, good);
      const act = carries(coop, [bundle(proposal, [await ballot(coop, people.he, proposal)], [said(1, wallet), said(1, wallet), said(2, good)]), bundle(proposal, [await ballot(coop, people.fang, proposal)])]);
      await expect(act).to.emit(governor, "BallotSkipped").withArgs(proposal.id, 1, SKIP.signature);
      const receipt = await (await act).wait();
      expect(receipt!.logs.length).to.equal(5);
      expect(receipt!.gasUsed).to.be.lessThan(1_000_000n);
      expect(await governor.proposalVotes(proposal.id)).to.deep.equal([0n, 3n, 0n]);
      expect((await governor.ballotOf(proposal.id, 1)).voted).to.equal(false);
      await refused(governor.castVoteBySig(proposal.id, 1, good, "0x"), governor, "VotedAlready", proposal.id, 2);
    });
  }

  it("that votes again while it is asked changes nothing: it is asked in a call that may write nowhere", async () => {
    const { coop, proposal } = await load(opened);
    const { governor, people } = coop;
    const target = await governor.getAddress();
    const inner = bundle(proposal, [await ballot(coop, people.he, proposal)]);
    const attempts = [
      governor.interface.encodeFunctionData("castVote", [proposal.id, 1]),
      governor.interface.encodeFunctionData("castBallots", [packed([inner])]),
      governor.interface.encodeFunctionData("castVoteBySig", [proposal.id, 1, people.he.address, await signs(coop, people.he, proposal)]),
    ];
    for (const [place, data] of attempts.entries()) {
      const wallet = await callingWallet(target, data);
      const who = coop.all[place]!;
      await giveAddress(coop, who, wallet);
      const act = carries(coop, [bundle(proposal, [], [said(who.id, wallet)])]);
      await expect(act).to.emit(governor, "VoteCast").withArgs(wallet, proposal.id, 1, 1, "");
      expect((await (await act).wait())!.logs.length).to.equal(1);
    }
    expect(await governor.proposalVotes(proposal.id)).to.deep.equal([0n, 3n, 0n]);
    expect([await governor.ballotOf(proposal.id, 1), await governor.ballotOf(proposal.id, 2), await governor.ballotOf(proposal.id, 3)]).to.deep.equal([[true, 1n], [true, 1n], [true, 1n]]);
    expect((await governor.ballotOf(proposal.id, 4)).voted).to.equal(false);
  });

  it("whose signature is very long costs its carrier and nobody else", async () => {
    const { coop, proposal } = await load(opened);
    const { governor, people } = coop;
    const wallet = await agreeingWallet();
    await giveAddress(coop, people.lin, wallet);
    const long = { ...said(1, wallet), signature: `0x${"ab".repeat(20_000)}` };
    const act = carries(coop, [bundle(proposal, [await ballot(coop, people.he, proposal)], [long])]);
    await expect(act).to.emit(governor, "VoteCast").withArgs(people.he.address, proposal.id, 1, 1, "");
    expect((await governor.ballotOf(proposal.id, 3)).voted).to.equal(true);
  });
});
