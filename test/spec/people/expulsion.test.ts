import { id as hashOf } from "ethers";
import { expect } from "chai";
import { NUMBER, SUPPORT } from "../../support/assembly.ts";
import { chain, load } from "../../support/chain.ts";
import { found, PROJECT, UNIT, type Cooperative } from "../../support/cooperative.ts";
import { historyOf } from "../../support/histories.ts";
import { refused } from "../../support/refused.ts";
import { countSeated, giveKey } from "../../support/seats.ts";
import { votedHand } from "../../support/voted.ts";

const CAUSE = hashOf("cause");

async function founded() {
  return found({ members: 12 });
}

const expel = async (coop: Cooperative, member: number) => coop.members.connect(await votedHand(coop)).expel(member, CAUSE);

describe("An expulsion", () => {
  it("is a vote's: with its cause in the log the member's seat ends, and the number of the seated falls", async () => {
    const coop = await load(founded);
    const { assembly, members, people, all } = coop;
    const act = assembly.passes(await assembly.expels(people.shen, CAUSE), all.slice(0, 8));
    await expect(act).to.emit(members, "Expelled").withArgs(12, CAUSE, 11);
    const seat = await members.seatOf(12);
    expect([seat.standing, Number(seat.seatedUntil)]).to.deep.equal([3n, await coop.now()]);
    expect([await members.seatedCount(), await members.memberCount(), await members.isActive(12), await members.isSeated(12)]).to.deep.equal([11n, 12n, false, false]);
    expect([await members.getVotes(people.shen.address), await members.balanceOf(people.shen.address)]).to.deep.equal([0n, 1n]);
    const at = await coop.now();
    await coop.days(1);
    expect([await members.getPastTotalSupply(at - 1), await members.getPastTotalSupply(at)]).to.deep.equal([12n, 11n]);
    expect([await members.getPastVotes(people.shen.address, at - 1), await members.getPastVotes(people.shen.address, at)]).to.deep.equal([1n, 0n]);
  });

  it("is nobody else's", async () => {
    const coop = await load(founded);
    const { members, people, stranger, record } = coop;
    for (const { signer, address } of [people.lin, people.shen, stranger]) await refused(members.connect(signer).expel(12, CAUSE), members, "OnlyByVote", address);
    await chain.networkHelpers.impersonateAccount(record.contracts.governor);
    await chain.networkHelpers.setBalance(record.contracts.governor, 10n ** 20n);
    await refused(members.connect(await chain.ethers.getSigner(record.contracts.governor)).expel(12, CAUSE), members, "OnlyByVote", record.contracts.governor);
  });

  it("is of a member, also of one who left, and once", async () => {
    const coop = await load(founded);
    const { members, people } = coop;
    await refused(expel(coop, 13), members, "NoSuchMember", 13);
    await refused(expel(coop, 0), members, "NoSuchMember", 0);
    await expel(coop, 12);
    await coop.nextEpoch();
    await refused(expel(coop, 12), members, "NotActive", 12, 3);
    await coop.membership.resigns(people.lin);
    await expect(expel(coop, 1)).to.emit(members, "Expelled").withArgs(1, CAUSE, 10);
    expect((await members.seatOf(1)).standing).to.equal(3n);
  });

  it("is one an epoch, or a fiftieth of those who were seated when the epoch began, so that no majority of a day empties the cooperative", async () => {
    const coop = await load(founded);
    const { members } = coop;
    await expel(coop, 12);
    await refused(expel(coop, 11), members, "TooManyExpelled", 0, 1);
    await coop.nextAt(coop.start(1) - 1);
    await refused(members.connect(await votedHand(coop)).expel(11, CAUSE), members, "TooManyExpelled", 0, 1);
    await coop.until(coop.start(1));
    await expel(coop, 11);
    await refused(expel(coop, 10), members, "TooManyExpelled", 1, 1);
    for (const [seated, most] of [[99, 1], [100, 2], [149, 2], [150, 3], [250, 5]] as const) {
      const fresh = await load(founded);
      await countSeated(fresh, seated, fresh.start(1));
      // Who comes in the course of the epoch does not count for it.
      await fresh.until(fresh.start(1) + 10);
      await countSeated(fresh, seated * 10, fresh.start(1) + 5);
      for (let member = 12; member > 12 - most; --member) await expel(fresh, member);
      await refused(expel(fresh, 12 - most), fresh.members, "TooManyExpelled", 1, most);
    }
  });

  it("leaves one at least: the last seated stays", async () => {
    const coop = await found({ members: 3 });
    const { members } = coop;
    await expel(coop, 3);
    await coop.nextEpoch();
    await expel(coop, 2);
    await coop.nextEpoch();
    await refused(expel(coop, 1), members, "LastSeated", 1);
    expect(await members.seatedCount()).to.equal(1);
  });

  it("of one who waits for a seat ends the membership and moves no count", async () => {
    const coop = await load(founded);
    const { members, people } = coop;
    await coop.membership.joins(41, [people.lin, people.zhou]);
    await expect(expel(coop, 13)).to.emit(members, "Expelled").withArgs(13, CAUSE, 12);
    const { seatedFrom, seatedUntil, standing } = await members.seatOf(13);
    expect([seatedFrom, seatedUntil, standing]).to.deep.equal([0n, 0n, 3n]);
    expect(await members.seatedCount()).to.equal(12);
    await refused(members.takeSeat(13), members, "SeatNotWaiting", 13);
  });

  it("of a member whose key was replaced ends the seat under the new key", async () => {
    const coop = await load(founded);
    const { members, people } = coop;
    const renewed = await giveKey(coop, people.shen, 41);
    await expel(coop, 12);
    await refused(members.attester(renewed.address), members, "NotActive", 12, 3);
    await refused(members.attester(people.shen.address), members, "KeyReplaced", people.shen.address, 12);
  });

  it("gives time to reply: voted on after fourteen days, in which the member still takes part, and votes", async () => {
    const coop = await load(founded);
    const { assembly, governor, members, people, all } = coop;
    const proposal = await assembly.proposes(people.lin, await assembly.expels(people.shen, CAUSE));
    await coop.allEnrol([people.shen]);
    await assembly.opens(proposal);
    await governor.connect(people.shen.signer).castVoteWithReason(proposal.id, SUPPORT.against, "I did not");
    await assembly.allVote(all.slice(0, 4), proposal);
    await assembly.allVote(all.slice(4, 6), proposal, "against");
    await assembly.ends(proposal);
    // Four for and three against are no two thirds.
    expect(await governor.state(proposal.id)).to.equal(3);
    expect(await members.isSeated(12)).to.equal(true);
  });

  it("that passed waits for the next epoch where another came before it, if that is in time", async () => {
    const coop = await load(founded);
    const { assembly, members, people, all } = coop;
    const proposal = await assembly.proposes(people.lin, await assembly.expels(people.shen, CAUSE));
    await assembly.opens(proposal);
    await assembly.allVote(all.slice(0, 8), proposal);
    await assembly.waits(proposal);
    await expel(coop, 11);
    const epoch = await coop.epoch();
    await refused(assembly.executes(proposal), members, "TooManyExpelled", epoch, 1);
    await coop.until(coop.start(epoch + 1));
    await expect(assembly.executes(proposal)).to.emit(members, "Expelled").withArgs(12, CAUSE, 10);
  });
});

describe("Who was expelled", () => {
  /** Lin has ten units in the mill and a leaf of a batch, and is expelled before the epoch is final. */
  async function expelled() {
    const coop = await found({ members: 14 });
    const { people, all } = coop;
    await coop.allEnrol(all.slice(1, 11));
    const rec = await coop.records(people.lin, { quantity: 10 });
    const { needed } = await coop.ledger.claimOf(rec.id);
    await coop.allAttest(all.slice(1, 1 + Number(needed)), rec, 10);
    const history = historyOf({ "lin@example.org": 60n * UNIT, "zhou@example.org": 40n * UNIT });
    const batch = await coop.posts(people.zhou, { root: history.root, sum: history.sum });
    const binding = await coop.proposes(people.zhou, history.leaf("lin@example.org").identity, people.lin);
    for (const claim of [batch, binding]) {
      for (const person of all.slice(2, 11)) {
        if ((await coop.ledger.claimOf(claim.id)).stage !== 1n) break;
        await coop.attests(person, claim, 1);
      }
    }
    const waiting = await coop.records(people.lin, { quantity: 5 });
    await coop.members.connect(await votedHand(coop)).expel(1, CAUSE);
    return { coop, history, batch, waiting };
  }

  it("keeps what was earned: credit, shares and leaves are drawn by the member or by anyone, for ever", async () => {
    const { coop, history, batch } = await load(expelled);
    const { people, shares, stranger } = coop;
    expect(await coop.creditOf(people.lin, 0)).to.equal(10n * UNIT);
    await coop.until(coop.start(2));
    await coop.draws(people.lin, 0);
    await coop.drawsLeaf(batch, history.leaf("lin@example.org"), stranger);
    expect(await coop.sharesOf(people.lin)).to.equal(70n * UNIT);
    expect(await shares.balanceOf(people.lin.address, PROJECT.mill)).to.equal(70n * UNIT);
  });

  it("has what was recorded before attested and sealed as anyone's", async () => {
    const { coop, waiting } = await load(expelled);
    const { people, all } = coop;
    for (const person of all.slice(1, 11)) {
      if ((await coop.ledger.claimOf(waiting.id)).stage !== 1n) break;
      await coop.attests(person, waiting, 5);
    }
    expect(await coop.creditOf(people.lin, 0)).to.equal(15n * UNIT);
  });

  it("takes back a record that waits, and neither records, attests, reviews, votes nor speaks otherwise", async () => {
    const { coop, waiting } = await load(expelled);
    const { assembly, members, people } = coop;
    await coop.withdraws(people.lin, waiting);
    const sets = await assembly.sets(NUMBER.stopPercent, 20);
    const acts = [
      () => coop.records(people.lin, { quantity: 1 }), () => coop.enrols(people.lin), () => members.connect(people.lin.signer).setProfile(CAUSE, ""),
      () => assembly.drafts(people.lin), () => assembly.proposing(people.lin, [sets]), () => coop.reviews.connect(people.lin.signer).publish(CAUSE, "", []),
    ];
    for (const act of acts) await refused(act(), members, "NotActive", 1, 3);
    expect([await members.idOf(people.lin.address), await members.memberOf(people.lin.address), await members.ownerOf(1)]).to.deep.equal([1n, 1n, people.lin.address]);
  });
});
