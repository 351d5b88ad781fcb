import { id as hashOf } from "ethers";
import { expect } from "chai";
import { MATTER, NUMBER, STATE } from "../../support/assembly.ts";
import { chain, load } from "../../support/chain.ts";
import { DAY, found, type Cooperative } from "../../support/cooperative.ts";
import { refused } from "../../support/refused.ts";
import { countSeated, giveKey, seatNewcomer } from "../../support/seats.ts";
import { bitmap } from "../../support/states.ts";
import { votedHand } from "../../support/voted.ts";

/** Twelve members, and a proposal of Lin's whose vote opens in two days. */
async function proposed() {
  const coop = await found({ members: 12 });
  const proposal = await coop.assembly.proposes(coop.people.lin, await coop.assembly.sets(NUMBER.stopPercent, 20));
  return { coop, proposal };
}

/** The same, and the vote is open. */
async function opened() {
  const { coop, proposal } = await proposed();
  await coop.assembly.opens(proposal);
  return { coop, proposal };
}

const expel = async (coop: Cooperative, member: number) => coop.members.connect(await votedHand(coop)).expel(member, hashOf("cause"));

describe("A ballot", () => {
  it("is for, against or abstaining, is kept by member, and is in the log with its reason", async () => {
    const { coop, proposal } = await load(opened);
    const { assembly, governor, people } = coop;
    await expect(assembly.votes(people.lin, proposal)).to.emit(governor, "VoteCast").withArgs(people.lin.address, proposal.id, 1, 1, "");
    await expect(assembly.votes(people.zhou, proposal, "against")).to.emit(governor, "VoteCast").withArgs(people.zhou.address, proposal.id, 0, 1, "");
    await expect(governor.connect(people.he.signer).castVoteWithReason(proposal.id, 2, "undecided 未定")).to.emit(governor, "VoteCast").withArgs(people.he.address, proposal.id, 2, 1, "undecided 未定");
    await expect(governor.connect(people.fang.signer).castVoteWithReasonAndParams(proposal.id, 1, "why", "0x")).to.emit(governor, "VoteCast").withArgs(people.fang.address, proposal.id, 1, 1, "why");
    expect(await governor.proposalVotes(proposal.id)).to.deep.equal([1n, 2n, 1n]);
    const ballots = await Promise.all([1, 2, 3, 4, 5].map((member) => governor.ballotOf(proposal.id, member)));
    expect(ballots).to.deep.equal([[true, 1n], [true, 0n], [true, 2n], [true, 1n], [false, 0n]]);
    for (const { id, address } of coop.all) expect(await governor.hasVoted(proposal.id, address)).to.equal(id < 5);
    expect(await governor.hasVoted(proposal.id, coop.stranger.address)).to.equal(false);
    expect(await governor.decisionOf(proposal.id)).to.deep.equal([1n, 2n, 1n, 12n, 0n, MATTER.terms, 1n, 10n, 3n]);
  });

  it("is cast once and is not taken back, whatever it was", async () => {
    for (const first of ["for", "against", "abstain"] as const) {
      const { coop, proposal } = await load(opened);
      const { assembly, governor, people } = coop;
      await assembly.votes(people.lin, proposal, first);
      for (const second of ["for", "against", "abstain"] as const) await refused(assembly.votes(people.lin, proposal, second), governor, "VotedAlready", proposal.id, 1);
    }
  });

  it("is nothing else, and has no parameters", async () => {
    const { coop, proposal } = await load(opened);
    const { governor, people } = coop;
    const held = governor.connect(people.lin.signer);
    for (const support of [3, 4, 255]) await refused(held.castVote(proposal.id, support), governor, "BallotInvalid", support);
    await refused(held.castVoteWithReasonAndParams(proposal.id, 1, "", "0x00"), governor, "BallotInvalid", 1);
    expect(await governor.hasVoted(proposal.id, people.lin.address)).to.equal(false);
  });

  it("counts from the second after the snapshot to the last second of the vote, and at no other time", async () => {
    const { coop, proposal } = await load(proposed);
    const { assembly, governor, people } = coop;
    const early = () => refused(assembly.votes(people.lin, proposal), governor, "GovernorUnexpectedProposalState", proposal.id, STATE.pending, bitmap(STATE.active));
    await early();
    await coop.nextAt(proposal.opens);
    await early();
    await coop.nextAt(proposal.opens + 1);
    await assembly.votes(people.lin, proposal);
    await coop.nextAt(proposal.closes);
    await assembly.votes(people.zhou, proposal);
    await coop.nextAt(proposal.closes + 1);
    await refused(assembly.votes(people.he, proposal), governor, "GovernorUnexpectedProposalState", proposal.id, STATE.defeated, bitmap(STATE.active));
  });

  it("on what was never proposed is none", async () => {
    const { coop } = await load(opened);
    await refused(coop.governor.connect(coop.people.lin.signer).castVote(7, 1), coop.governor, "GovernorNonexistentProposal", 7);
  });

  it("lies apart from every other member's, wherever in a word it lies", async () => {
    const { coop, proposal } = await load(proposed);
    const { assembly, governor, people } = coop;
    const ids = [126, 127, 128, 129, 255, 256, 257, 2 ** 32 - 1];
    const newcomers = await Promise.all(ids.map((id, place) => seatNewcomer(coop, id, 50 + place, proposal.opens - 10)));
    await countSeated(coop, 12 + ids.length, proposal.opens - 10);
    await assembly.opens(proposal);
    const voters = [...newcomers, people.lin];
    for (const [place, voter] of voters.entries()) await governor.connect(voter.signer).castVote(proposal.id, place % 3);
    for (const [place, { id }] of voters.entries()) expect(await governor.ballotOf(proposal.id, id)).to.deep.equal([true, BigInt(place % 3)]);
    for (const { id } of coop.all.slice(1)) expect((await governor.ballotOf(proposal.id, id)).voted).to.equal(false);
    expect(await governor.proposalVotes(proposal.id)).to.deep.equal([3n, 3n, 3n]);
    for (const voter of voters) await refused(assembly.votes(voter, proposal), governor, "VotedAlready", proposal.id, voter.id);
  });
});

describe("Who votes is fixed at the snapshot", () => {
  it("who was expelled after it still votes, and who was expelled in its second or before does not", async () => {
    const { coop, proposal } = await load(proposed);
    const { assembly, governor, people } = coop;
    const start = await chain.networkHelpers.takeSnapshot();
    for (const [second, voted] of [[proposal.opens - 1, false], [proposal.opens, false], [proposal.opens + 1, true]] as const) {
      await start.restore();
      const hand = await votedHand(coop);
      await coop.nextAt(second);
      await coop.members.connect(hand).expel(2, hashOf("cause"));
      await assembly.opens(proposal);
      expect(await governor.quorumOf(proposal.id)).to.equal(5);
      const act = assembly.votes(people.zhou, proposal);
      if (voted) await expect(act).to.emit(governor, "VoteCast");
      else await refused(act, governor, "NoVoteAtSnapshot", people.zhou.address, proposal.opens);
      await assembly.votes(people.he, proposal);
      expect((await governor.decisionOf(proposal.id)).electorate).to.equal(voted ? 12 : 11);
    }
  });

  it("who was seated in its second votes, and a newcomer after it does not", async () => {
    const { coop, proposal } = await load(proposed);
    const { assembly, governor } = coop;
    const early = await seatNewcomer(coop, 13, 51, proposal.opens);
    const late = await seatNewcomer(coop, 14, 52, proposal.opens + 1);
    await countSeated(coop, 13, proposal.opens);
    await countSeated(coop, 14, proposal.opens + 1);
    await assembly.opens(proposal);
    await assembly.votes(early, proposal);
    await refused(assembly.votes(late, proposal), governor, "NoVoteAtSnapshot", late.address, proposal.opens);
    expect((await governor.decisionOf(proposal.id)).electorate).to.equal(13);
  });

  it("who waits for a seat, and who is a stranger, has none", async () => {
    const { coop, proposal } = await load(opened);
    const { assembly, governor, people, stranger } = coop;
    const waiting = await coop.membership.joins(41, [people.su, people.chen]);
    for (const who of [waiting, stranger]) await refused(assembly.votes(who, proposal), governor, "NoVoteAtSnapshot", who.address, proposal.opens);
  });

  it("a key that is replaced during the vote does not vote twice, and the member's one ballot stays the member's", async () => {
    const { coop, proposal } = await load(opened);
    const { assembly, governor, people } = coop;
    await assembly.votes(people.lin, proposal, "against");
    const lin = await giveKey(coop, people.lin, 41);
    await refused(assembly.votes(lin, proposal), governor, "VotedAlready", proposal.id, 1);
    await refused(assembly.votes(people.lin, proposal), governor, "NoVoteAtSnapshot", people.lin.address, proposal.opens);
    for (const address of [lin.address, people.lin.address]) expect(await governor.hasVoted(proposal.id, address)).to.equal(true);
    // Who had not voted yet votes with the new key, once.
    const zhou = await giveKey(coop, people.zhou, 42);
    await refused(assembly.votes(people.zhou, proposal), governor, "NoVoteAtSnapshot", people.zhou.address, proposal.opens);
    await assembly.votes(zhou, proposal);
    await refused(assembly.votes(zhou, proposal), governor, "VotedAlready", proposal.id, 2);
    expect(await governor.proposalVotes(proposal.id)).to.deep.equal([1n, 1n, 0n]);
  });

  it("and so is how many they are: the denominator of an open vote never moves", async () => {
    const { coop, proposal } = await load(opened);
    const { assembly, governor, all } = coop;
    const wanted = async () => {
      expect(await governor.quorumOf(proposal.id)).to.equal(5);
      expect(await governor.quorum(proposal.opens)).to.equal(5);
    };
    await wanted();
    const now = await coop.now();
    for (let count = 13; count < 120; count += 30) await countSeated(coop, count, now + count);
    await coop.days(1);
    await wanted();
    await assembly.votes(all[0]!, proposal);
    await wanted();
    await expel(coop, 12);
    await wanted();
    const decision = await governor.decisionOf(proposal.id);
    expect(decision.electorate).to.equal(12);
    await assembly.allVote(all.slice(1, 5), proposal);
    await assembly.ends(proposal);
    await wanted();
    expect(await assembly.state(proposal)).to.equal(STATE.succeeded);
  });

  it("and the vote goes on to its end where fewer than three are seated since", async () => {
    const coop = await found({ members: 3 });
    const { assembly, parameters, people } = coop;
    const proposal = await assembly.proposes(people.lin, await assembly.sets(NUMBER.stopPercent, 20));
    await assembly.opens(proposal);
    await expel(coop, 3);
    await assembly.allVote([people.zhou, people.he], proposal);
    await assembly.waits(proposal);
    await assembly.executes(proposal);
    expect(await parameters.get(NUMBER.stopPercent, 1)).to.equal(20);
  });
});

describe("The weight of a vote", () => {
  it("is one for a seated member and none for anyone else; nothing is delegated and nothing adds to it", async () => {
    const { coop, proposal } = await load(opened);
    const { governor, members, people, stranger } = coop;
    for (const { address } of coop.all) {
      expect(await governor.getVotes(address, proposal.opens)).to.equal(1);
      expect(await governor.getVotesWithParams(address, proposal.opens, "0x1234")).to.equal(1);
    }
    expect(await governor.getVotes(stranger.address, proposal.opens)).to.equal(0);
    await refused(members.connect(people.lin.signer).delegate(people.zhou.address), members, "NoDelegation");
    const now = await coop.now();
    await refused(governor.getVotes(people.lin.address, now + DAY), members, "FutureLookup", now + DAY, now);
  });
});
