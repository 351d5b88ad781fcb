import { Signature } from "ethers";
import { expect } from "chai";
import { NUMBER, SKIP, STATE } from "../../support/assembly.ts";
import { ballot, bundle, carries, packed, type Signed, signs } from "../../support/ballots.ts";
import { chain, load } from "../../support/chain.ts";
import { DAY, found } from "../../support/cooperative.ts";
import { changeSeat, countSeated, giveKey, seatNewcomer } from "../../support/seats.ts";
import { refused } from "../../support/refused.ts";
import { votedHand } from "../../support/voted.ts";

/** Twelve members and two proposals whose votes are open. */
async function opened() {
  const coop = await found({ members: 12 });
  const proposals = [];
  for (const value of [10, 20]) proposals.push(await coop.assembly.proposes(coop.people.lin, await coop.assembly.sets(NUMBER.stopPercent, value)));
  await coop.assembly.opens(proposals[1]!);
  return { coop, proposals, proposal: proposals[0]! };
}

/** The order of the curve on which keys lie. */
const ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;

describe("A bundle of ballots", () => {
  it("counts what members signed with no network at hand, in one call of anyone's", async () => {
    const { coop, proposal } = await load(opened);
    const { governor, all, stranger } = coop;
    const supports = [1, 0, 2, 1, 1, 2, 0, 1, 1, 1];
    const ballots = await Promise.all(supports.map((support, place) => ballot(coop, all[place]!, proposal, { support })));
    const before = await chain.ethers.provider.getBalance(stranger.address);
    const act = carries(coop, [bundle(proposal, ballots)]);
    for (const [place, support] of supports.entries()) await expect(act).to.emit(governor, "VoteCast").withArgs(all[place]!.address, proposal.id, support, 1, "");
    await expect(act).to.not.emit(governor, "BallotSkipped");
    expect(await governor.proposalVotes(proposal.id)).to.deep.equal([2n, 6n, 2n]);
    for (const [place, support] of supports.entries()) expect(await governor.ballotOf(proposal.id, place + 1)).to.deep.equal([true, BigInt(support)]);
    expect((await governor.ballotOf(proposal.id, 11)).voted).to.equal(false);
    // Whoever carries them pays, gains nothing, and votes no vote.
    expect(await chain.ethers.provider.getBalance(stranger.address)).to.be.lessThan(before);
    expect(await governor.hasVoted(proposal.id, stranger.address)).to.equal(false);
  });

  it("leaves what each casting for the own self leaves, in any order, with what is bad strewn in", async () => {
    const { coop, proposal } = await load(opened);
    const { assembly, governor, all } = coop;
    const supports = [1, 0, 2, 1, 1, 2, 0];
    const start = await chain.networkHelpers.takeSnapshot();
    const read = async () => [await governor.decisionOf(proposal.id), await Promise.all(all.map(({ id }) => governor.ballotOf(proposal.id, id)))];
    for (const [place, support] of supports.entries()) await assembly.votes(all[place]!, proposal, (["against", "for", "abstain"] as const)[support]!);
    const alone = await read();
    await start.restore();
    const ballots = await Promise.all(supports.map((support, place) => ballot(coop, all[place]!, proposal, { support })));
    const bad: Signed = { ...ballots[0]!, vs: ballots[1]!.vs };
    await carries(coop, [bundle(proposal, [...ballots].reverse().flatMap((one) => [bad, one, one]))]);
    expect(await read()).to.deep.equal(alone);
    await start.restore();
    for (const one of ballots) await carries(coop, [bundle(proposal, [one])]);
    expect(await read()).to.deep.equal(alone);
  });

  it("may be of many proposals, each on its own, and be carried in parts by several", async () => {
    const { coop, proposals, proposal } = await load(opened);
    const { governor, all, people } = coop;
    const [first, second] = proposals;
    const own = (who: (typeof all)[number]) => Promise.all([ballot(coop, who, first!), ballot(coop, who, second!, { support: 0 })]);
    const [[linFirst, linSecond], [zhouFirst, zhouSecond]] = await Promise.all([own(people.lin), own(people.zhou)]);
    await carries(coop, [bundle(first!, [linFirst!]), bundle(second!, [linSecond!, zhouSecond!]), bundle(first!, [zhouFirst!])], people.he);
    expect(await governor.proposalVotes(proposal.id)).to.deep.equal([0n, 2n, 0n]);
    expect(await governor.proposalVotes(second!.id)).to.deep.equal([2n, 0n, 0n]);
    // A ballot on one proposal is none on another.
    await expect(carries(coop, [bundle(second!, [await ballot(coop, people.he, first!)])])).to.emit(governor, "BallotSkipped").withArgs(second!.id, 3, SKIP.signature);
  });

  it("may be empty, and does nothing then", async () => {
    const { coop, proposal } = await load(opened);
    const before = await coop.governor.decisionOf(proposal.id);
    for (const bundles of [[], [bundle(proposal, [])], [bundle({ id: 7n }, [])]]) {
      const receipt = await (await carries(coop, bundles)).wait();
      expect(receipt!.logs).to.deep.equal([]);
    }
    const after = await coop.governor.decisionOf(proposal.id);
    // The first of them fixes the electorate, which follows from the snapshot in any case.
    expect([...after].filter((_, place) => place !== 3)).to.deep.equal([...before].filter((_, place) => place !== 3));
    expect(after.electorate).to.equal(12);
  });

  it("extends a vote whose quorum it reaches late, as single ballots do", async () => {
    const { coop, proposal } = await load(opened);
    const { governor, all } = coop;
    const ballots = await Promise.all(all.slice(0, 6).map((person) => ballot(coop, person, proposal)));
    await coop.nextAt(proposal.closes - DAY);
    const act = carries(coop, [bundle(proposal, ballots)]);
    await expect(act).to.emit(governor, "ProposalExtended").withArgs(proposal.id, proposal.closes + DAY);
    expect(await governor.proposalDeadline(proposal.id)).to.equal(proposal.closes + DAY);
    const last = await ballot(coop, all[6]!, proposal);
    await coop.nextAt(proposal.closes + DAY);
    await carries(coop, [bundle(proposal, [last])]);
    expect((await governor.ballotOf(proposal.id, 7)).voted).to.equal(true);
    expect(await governor.proposalDeadline(proposal.id)).to.equal(proposal.closes + DAY);
  });

  it("writes every word of ballots that it touches, whatever the order of its members", async () => {
    const coop = await found({ members: 3 });
    const { assembly, governor, people } = coop;
    const proposal = await assembly.proposes(people.lin, await assembly.sets(NUMBER.stopPercent, 20));
    const ids = [127, 128, 255, 256, 1000, 129, 2 ** 32 - 1];
    const newcomers = await Promise.all(ids.map((id, place) => seatNewcomer(coop, id, 50 + place, proposal.opens - 10)));
    await countSeated(coop, 3 + ids.length, proposal.opens - 10);
    await assembly.opens(proposal);
    const voters = [newcomers[3]!, people.lin, newcomers[1]!, people.zhou, newcomers[0]!, newcomers[6]!, newcomers[4]!, people.he, newcomers[5]!, newcomers[2]!];
    const ballots = await Promise.all(voters.map((voter, place) => ballot(coop, voter, proposal, { support: place % 3, place: ids.includes(voter.id) ? 50 + ids.indexOf(voter.id) : voter.id })));
    await expect(carries(coop, [bundle(proposal, ballots)])).to.not.emit(governor, "BallotSkipped");
    for (const [place, { id }] of voters.entries()) expect(await governor.ballotOf(proposal.id, id), `${id}`).to.deep.equal([true, BigInt(place % 3)]);
    expect(await governor.proposalVotes(proposal.id)).to.deep.equal([4n, 3n, 3n]);
    const again = carries(coop, [bundle(proposal, ballots)]);
    for (const { id } of voters) await expect(again).to.emit(governor, "BallotSkipped").withArgs(proposal.id, id, SKIP.duplicate);
    expect(await governor.proposalVotes(proposal.id)).to.deep.equal([4n, 3n, 3n]);
  });
});

describe("A ballot that cannot be counted", () => {
  /** Carries it between two good ones: it alone is skipped, with its reason, and can harm nobody. */
  async function skipped(setting: Awaited<ReturnType<typeof opened>>, bad: Signed, reason: bigint): Promise<void> {
    const { coop, proposal } = setting;
    const { governor, people } = coop;
    const start = await chain.networkHelpers.takeSnapshot();
    const [before, good] = [await ballot(coop, people.chen, proposal), await ballot(coop, people.ye, proposal, { support: 0 })];
    const tally = await governor.proposalVotes(proposal.id);
    const act = carries(coop, [bundle(proposal, [before, bad, good])]);
    await expect(act).to.emit(governor, "BallotSkipped").withArgs(proposal.id, bad.member, reason);
    const receipt = await (await act).wait();
    expect(receipt!.logs.length).to.equal(3);
    expect(await governor.proposalVotes(proposal.id)).to.deep.equal([tally[0] + 1n, tally[1] + 1n, tally[2]]);
    await start.restore();
  }

  it("is one that another chain, another contract, another name or version was meant for", async () => {
    const setting = await load(opened);
    const { coop, proposal } = setting;
    const { people, record } = coop;
    for (const domain of [{ chainId: 1 }, { verifyingContract: record.contracts.memberRegistry }, { name: "Gongsheng 2" }, { version: "2" }])
      await skipped(setting, await ballot(coop, people.lin, proposal, { domain }), SKIP.signature);
  });

  it("is one that names another member, another support, or another number of keys than was signed", async () => {
    const setting = await load(opened);
    const { coop, proposal } = setting;
    const signed = await ballot(coop, coop.people.lin, proposal);
    for (const change of [{ member: 2 }, { member: 0 }, { member: 999 }, { keyEpoch: 1 }, { support: 0 }, { support: 2 }, { support: 3 }]) await skipped(setting, { ...signed, ...change }, SKIP.signature);
  });

  it("is one that was signed so from the beginning: for another member, with a key that is no member's, with a number of keys that is not", async () => {
    const setting = await load(opened);
    const { coop, proposal } = setting;
    const { lin } = coop.people;
    for (const wish of [{ member: 2 }, { member: 999 }, { place: 45 }, { keyEpoch: 1 }, { keyEpoch: 65_535 }]) await skipped(setting, await ballot(coop, lin, proposal, wish), SKIP.signature);
  });

  it("is one whose signature has the high half, is of nobody, or is nothing", async () => {
    const setting = await load(opened);
    const { coop, proposal } = setting;
    const { lin } = coop.people;
    const good = await ballot(coop, lin, proposal);
    const { s, v } = Signature.from(await signs(coop, lin, proposal));
    const high = ORDER - BigInt(s);
    // In 64 bytes the top bit of s is the parity: a high s turns into another, which is nobody's.
    const compact = (parity: bigint) => `0x${((parity << 255n) | (high & ((1n << 255n) - 1n))).toString(16).padStart(64, "0")}`;
    for (const vs of [compact(0n), compact(1n), compact(v === 27 ? 1n : 0n), `0x${"0".repeat(64)}`, `0x${"f".repeat(64)}`]) await skipped(setting, { ...good, vs }, SKIP.signature);
    for (const r of [`0x${"0".repeat(64)}`, `0x${"f".repeat(64)}`, `0x${ORDER.toString(16)}`]) await skipped(setting, { ...good, r }, SKIP.signature);
    // Nobody's signature is nobody's, also for member 0.
    await skipped(setting, { member: 0, keyEpoch: 0, support: 1, r: `0x${"0".repeat(64)}`, vs: `0x${"0".repeat(64)}` }, SKIP.signature);
  });

  it("is one whose word says more than was signed, but for the eight bits of it that say nothing", async () => {
    const { coop, proposal } = await load(opened);
    const { governor, people } = coop;
    const [{ voter, r, vs }] = packed([bundle(proposal, [await ballot(coop, people.lin, proposal)])])[0]!.ballots as [{ voter: bigint; r: string; vs: string }];
    const carry = (word: bigint) => governor.castBallots([{ proposalId: proposal.id, ballots: [{ voter: word, r, vs }], wallets: [] }]);
    for (const bit of [0n, 31n, 32n, 47n, 57n, 63n, 64n, 88n, 255n]) {
      const word = voter ^ (1n << bit);
      await expect(carry(word)).to.emit(governor, "BallotSkipped").withArgs(proposal.id, word & 0xffffffffn, SKIP.signature);
    }
    await expect(carry(voter | (0xffn << 48n))).to.emit(governor, "VoteCast").withArgs(people.lin.address, proposal.id, 1, 1, "");
    await expect(carry(voter)).to.emit(governor, "BallotSkipped").withArgs(proposal.id, 1, SKIP.duplicate);
    expect(await governor.proposalVotes(proposal.id)).to.deep.equal([0n, 1n, 0n]);
  });

  it("is one of a key that was replaced since, and with the new key it counts", async () => {
    const setting = await load(opened);
    const { coop, proposal } = setting;
    const { governor, people } = coop;
    const old = await ballot(coop, people.lin, proposal);
    const renewed = await giveKey(coop, people.lin, 41);
    await skipped(setting, old, SKIP.signature);
    // The new key has to say that it is the second one.
    await skipped(setting, await ballot(coop, renewed, proposal, { place: 41 }), SKIP.signature);
    await carries(coop, [bundle(proposal, [await ballot(coop, renewed, proposal, { place: 41, keyEpoch: 1 })])]);
    expect((await governor.ballotOf(proposal.id, 1)).voted).to.equal(true);
    await skipped(setting, await ballot(coop, renewed, proposal, { place: 41, keyEpoch: 1, support: 0 }), SKIP.duplicate);
  });

  it("is one of a member who was not seated at the snapshot", async () => {
    const setting = await load(opened);
    const { coop, proposal } = setting;
    const { people } = coop;
    await changeSeat(coop, people.lin, { seatedFrom: proposal.opens + 1 });
    await skipped(setting, await ballot(coop, people.lin, proposal), SKIP.notSeated);
    await changeSeat(coop, people.zhou, { seatedFrom: 0 });
    await skipped(setting, await ballot(coop, people.zhou, proposal), SKIP.notSeated);
    await changeSeat(coop, people.he, { seatedUntil: proposal.opens });
    await skipped(setting, await ballot(coop, people.he, proposal), SKIP.notSeated);
  });

  it("is not one of a member who was expelled since the snapshot: that counts", async () => {
    const { coop, proposal } = await load(opened);
    await coop.members.connect(await votedHand(coop)).expel(1, `0x${"11".repeat(32)}`);
    await expect(carries(coop, [bundle(proposal, [await ballot(coop, coop.people.lin, proposal)])])).to.emit(coop.governor, "VoteCast");
  });

  it("is a second one: in the same bundle, in another bundle of the call, in another call, and after a ballot cast alone", async () => {
    const setting = await load(opened);
    const { coop, proposal } = setting;
    const { assembly, governor, people } = coop;
    const [yes, no] = [await ballot(coop, people.lin, proposal), await ballot(coop, people.lin, proposal, { support: 0 })];
    const act = carries(coop, [bundle(proposal, [yes, no, yes]), bundle(proposal, [no])]);
    const receipt = await (await act).wait();
    expect(receipt!.logs.length).to.equal(4);
    await expect(act).to.emit(governor, "BallotSkipped").withArgs(proposal.id, 1, SKIP.duplicate);
    expect(await governor.proposalVotes(proposal.id)).to.deep.equal([0n, 1n, 0n]);
    await skipped(setting, no, SKIP.duplicate);
    await assembly.votes(people.zhou, proposal, "abstain");
    await skipped(setting, await ballot(coop, people.zhou, proposal), SKIP.duplicate);
    // And the other way: what was carried is cast.
    await refused(assembly.votes(people.lin, proposal), governor, "VotedAlready", proposal.id, 1);
  });

  it("is one that is neither for, nor against, nor abstaining, though it was signed", async () => {
    const setting = await load(opened);
    const { coop, proposal } = setting;
    for (const support of [3, 4, 255]) await skipped(setting, await ballot(coop, coop.people.lin, proposal, { support }), SKIP.support);
  });

  it("is one on a proposal that is not open: too early, too late, cancelled, or that never was; one that is open counts beside it", async () => {
    const { coop, proposals } = await load(opened);
    const { assembly, governor, people } = coop;
    const open = proposals[1]!;
    const early = await assembly.proposes(people.zhou, await assembly.sets(NUMBER.stopPercent, 10));
    const cancelled = await assembly.proposes(people.he, await assembly.sets(NUMBER.stopPercent, 10));
    await assembly.cancels(people.he, cancelled);
    await coop.nextAt(proposals[0]!.closes + 1);
    const closed = [proposals[0]!, cancelled, { id: 0n }, { id: 2n ** 256n - 1n }];
    const bundles = await Promise.all(closed.map(async (one) => bundle(one, [await ballot(coop, people.lin, one), await ballot(coop, people.zhou, one)])));
    bundles.splice(2, 0, bundle(open, [await ballot(coop, people.lin, open)]));
    const act = carries(coop, bundles);
    for (const one of closed) for (const member of [1, 2]) await expect(act).to.emit(governor, "BallotSkipped").withArgs(one.id, member, SKIP.notOpen);
    await expect(act).to.emit(governor, "VoteCast").withArgs(people.lin.address, open.id, 1, 1, "");
    expect((await (await act).wait())!.logs.length).to.equal(9);
    expect(await assembly.state(early)).to.equal(STATE.active);
  });

  it("before the vote opens is not used up: the same one counts when it is carried again", async () => {
    const coop = await found({ members: 12 });
    const { assembly, governor, people } = coop;
    const proposal = await assembly.proposes(people.lin, await assembly.sets(NUMBER.stopPercent, 20));
    const one = await ballot(coop, people.lin, proposal);
    await expect(carries(coop, [bundle(proposal, [one])])).to.emit(governor, "BallotSkipped").withArgs(proposal.id, 1, SKIP.notOpen);
    await coop.nextAt(proposal.opens);
    await expect(carries(coop, [bundle(proposal, [one])])).to.emit(governor, "BallotSkipped").withArgs(proposal.id, 1, SKIP.notOpen);
    await coop.nextAt(proposal.opens + 1);
    await expect(carries(coop, [bundle(proposal, [one])])).to.emit(governor, "VoteCast");
  });
});
