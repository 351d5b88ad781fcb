import { AbiCoder, keccak256, toBeHex } from "ethers";
import { expect } from "chai";
import { chain, load } from "../../support/chain.ts";
import { DAY, found, PROJECT, STAGE, UNIT, type Cooperative, type Rec } from "../../support/cooperative.ts";
import { refused } from "../../support/refused.ts";

/** Nine attest in the mill (members 2 to 10). Lin's record of 20 hours was sealed by Zhou, He, Fang and Su. */
async function sealedRecord() {
  const coop = await found({ members: 24 });
  await coop.allEnrol(coop.all.slice(1, 10));
  const rec = await coop.records(coop.people.lin, { quantity: 20 });
  await coop.allAttest(coop.all.slice(1, 5), rec, 20);
  return { coop, rec };
}

/** The same, challenged by Chen: Ye, Luo, Tang and Xu may answer, and two answers are needed. */
async function challengedRecord() {
  const { coop, rec } = await sealedRecord();
  await coop.challenge(coop.people.chen, rec);
  return { coop, rec };
}

const sealTime = async (coop: Cooperative, rec: Rec): Promise<number> => Number((await coop.ledger.claimOf(rec.id)).time);

describe("A challenge", () => {
  it("changes nothing by itself and opens a second round of 21 days", async () => {
    const { coop, rec } = await load(sealedRecord);
    const { challenges, ledger, people } = coop;
    const at = (await coop.now()) + 100;
    await coop.nextAt(at);
    await expect(coop.challenge(people.chen, rec)).to.emit(challenges, "Challenged").withArgs(rec.id, 6, 2, at + 21 * DAY);
    expect(await coop.inForce(rec)).to.equal(20n * UNIT);
    expect((await ledger.claimOf(rec.id)).stage).to.equal(STAGE.challenged);
    expect(await challenges.isOpen(rec.id)).to.equal(true);
    expect(await challenges.roundOf(rec.id)).to.deep.equal([6n, BigInt(at + 21 * DAY), 2n, 0n, 10n]);
    expect(await challenges.hasAnswered(rec.id, 7)).to.equal(false);
  });

  it("is any seated member's, attesting there or not, except of one's own", async () => {
    const { coop, rec } = await load(sealedRecord);
    const { challenges, members, people, stranger } = coop;
    await refused(coop.challenge(people.lin, rec), challenges, "OwnClaimChallenged", rec.id, 1);
    await refused(coop.challenge(stranger, rec), members, "NotAMember", stranger.address);
    await expect(coop.challenge(people.shen, rec)).to.emit(challenges, "Challenged");
    expect((await challenges.roundOf(rec.id)).challenger).to.equal(12);
  });

  it("is a first attester's too", async () => {
    const { coop, rec } = await load(sealedRecord);
    // Five others may answer then.
    await coop.challenge(coop.people.zhou, rec);
    expect((await coop.challenges.roundOf(rec.id)).quorum).to.equal(3);
  });

  it("is of a sealed claim that counts, once", async () => {
    const { coop, rec } = await load(sealedRecord);
    const { challenges, people } = coop;
    const pending = await coop.records(people.lin, { quantity: 20 });
    await refused(coop.challenge(people.chen, pending), challenges, "NotChallengeable", pending.id, STAGE.pending);
    await coop.allAttest(coop.all.slice(1, 5), pending, 0);
    await refused(coop.challenge(people.chen, pending), challenges, "NotChallengeable", pending.id, STAGE.sealed);
    await coop.challenge(people.chen, rec);
    await refused(coop.challenge(people.ye, rec), challenges, "NotChallengeable", rec.id, STAGE.challenged);
  });

  it("is made within seven days of sealing, to the second", async () => {
    const { coop, rec } = await load(sealedRecord);
    const over = (await sealTime(coop, rec)) + 7 * DAY;
    await coop.nextAt(over);
    await refused(coop.challenge(coop.people.chen, rec), coop.challenges, "WindowOver", rec.id, over);
    const again = await load(sealedRecord);
    await again.coop.nextAt(over - 1);
    await expect(again.coop.challenge(again.coop.people.chen, again.rec)).to.emit(again.coop.challenges, "Challenged");
  });

  it("is refused where fewer than two are left to ask", async () => {
    const coop = await found({ members: 12 });
    const { challenges, people } = coop;
    // Four attest, two of them answer; the challenger is one of the others.
    await coop.allEnrol(coop.all.slice(1, 5));
    const rec = await coop.records(people.lin, { quantity: 20 });
    await coop.allAttest([people.zhou, people.he], rec, 20);
    await refused(coop.challenge(people.fang, rec), challenges, "NobodyToAsk", rec.id, 1);
    expect(await challenges.slotsOf(4)).to.deep.equal([0n, 0n, 0n]);
    await coop.challenge(people.shen, rec);
    expect((await challenges.roundOf(rec.id)).quorum).to.equal(2);
  });

  // Half of those who may answer, rounded up; two at least and five at most.
  for (const [eligible, quorum] of [[2, 2], [3, 2], [4, 2], [5, 3], [7, 4], [8, 4], [9, 5], [12, 5]] as const) {
    it(`asks for ${quorum} answers where ${eligible} may answer`, async () => {
      const coop = await found({ members: 24 });
      const attesters = coop.all.slice(1, 3 + eligible);
      for (const [place, person] of attesters.entries()) {
        await coop.enrols(person);
        // The first ten count at once and enrol again for the next epoch; the others wait for it.
        if (place < 10) await coop.enrols(person);
      }
      await coop.nextEpoch();
      // A record this small needs two answers, however many attest.
      const rec = await coop.records(coop.people.lin, { quantity: 1 });
      await coop.allAttest(attesters.slice(0, 2), rec, 1);
      await coop.challenge(coop.people.daxue, rec);
      expect((await coop.challenges.roundOf(rec.id)).quorum).to.equal(quorum);
    });
  }
});

describe("A second round", () => {
  it("is answered by attesters of the project who are new to the claim, once each", async () => {
    const { coop, rec } = await load(challengedRecord);
    const { challenges, members, people, stranger } = coop;
    await refused(coop.answers(people.lin, rec, 5), challenges, "AnswererNotEnrolled", PROJECT.mill, 1, 0);
    await refused(coop.answers(people.shen, rec, 5), challenges, "AnswererNotEnrolled", PROJECT.mill, 12, 0);
    await refused(coop.answers(people.zhou, rec, 5), challenges, "NotNewToClaim", rec.id, 2);
    await refused(coop.answers(people.chen, rec, 5), challenges, "NotNewToClaim", rec.id, 6);
    await refused(coop.answers(stranger, rec, 5), members, "NotAMember", stranger.address);
    await coop.enrols(people.lin);
    await refused(coop.answers(people.lin, rec, 5), challenges, "NotNewToClaim", rec.id, 1);
    await expect(coop.answers(people.ye, rec, 5)).to.emit(challenges, "Answered").withArgs(rec.id, 7, 5, 1, 10);
    await refused(coop.answers(people.ye, rec, 5), challenges, "RoundAnswered", rec.id, 7);
    expect(await challenges.hasAnswered(rec.id, 7)).to.equal(true);
  });

  it("is answered with 0 to 10 tenths, and only where there is one", async () => {
    const { coop, rec } = await load(challengedRecord);
    const { challenges, people } = coop;
    await refused(coop.answers(people.ye, rec, 11), challenges, "TenthsInvalid", 11);
    const other = await coop.records(people.lin, { quantity: 3 });
    await refused(coop.answers(people.ye, other, 5), challenges, "NotChallenged", other.id);
    await refused(challenges.roundOf(other.id), challenges, "NotChallenged", other.id);
    expect(await challenges.isOpen(other.id)).to.equal(false);
  });

  it("spends no budget and carries the enrolment over", async () => {
    const { coop, rec } = await load(challengedRecord);
    const { ledger, people } = coop;
    await expect(coop.answers(people.ye, rec, 5)).to.emit(ledger, "Enrolled").withArgs(PROJECT.mill, 7, 0, 1);
    expect((await ledger.attesterBudget(PROJECT.mill, 7)).spent).to.equal(0);
    await coop.nextEpoch();
    expect(await ledger.isEnrolled(PROJECT.mill, 7, 1)).to.equal(true);
  });

  it("counts from the quorum on, at the upper median, and each further answer corrects it, down and up", async () => {
    const { coop, rec } = await load(challengedRecord);
    const { challenges, ledger, people } = coop;
    await expect(coop.answers(people.ye, rec, 2)).to.not.emit(ledger, "Revalued");
    const second = coop.answers(people.luo, rec, 6);
    await expect(second).to.emit(challenges, "Answered").withArgs(rec.id, 8, 6, 2, 6);
    await expect(second).to.emit(ledger, "Revalued").withArgs(rec.id, 12n * UNIT);
    await expect(second).to.emit(ledger, "Credited").withArgs(PROJECT.mill, 0, 1, 12n * UNIT, 12n * UNIT);
    expect(await coop.inForce(rec)).to.equal(12n * UNIT);
    const third = coop.answers(people.tang, rec, 0);
    await expect(third).to.emit(challenges, "Answered").withArgs(rec.id, 9, 0, 3, 2);
    await expect(third).to.emit(ledger, "Revalued").withArgs(rec.id, 4n * UNIT);
    const fourth = coop.answers(people.xu, rec, 9);
    await expect(fourth).to.emit(challenges, "Answered").withArgs(rec.id, 10, 9, 4, 6);
    await expect(fourth).to.emit(ledger, "Revalued").withArgs(rec.id, 12n * UNIT);
    expect(await challenges.roundOf(rec.id)).to.deep.include.members([4n, 6n]);
    expect((await ledger.claimOf(rec.id)).named).to.equal(20);
  });

  it("may confirm, and says nothing more than that", async () => {
    const { coop, rec } = await load(challengedRecord);
    await coop.answers(coop.people.ye, rec, 10);
    const act = coop.answers(coop.people.luo, rec, 10);
    await expect(act).to.not.emit(coop.ledger, "Revalued");
    await expect(act).to.not.emit(coop.ledger, "Credited");
    expect(await coop.inForce(rec)).to.equal(20n * UNIT);
  });

  it("to which nobody comes, or too few, leaves the first value", async () => {
    const { coop, rec } = await load(challengedRecord);
    await coop.answers(coop.people.ye, rec, 0);
    await coop.days(40);
    expect(await coop.inForce(rec)).to.equal(20n * UNIT);
    expect(await coop.creditOf(coop.people.lin, 0)).to.equal(20n * UNIT);
  });

  it("is over after 21 days, to the second", async () => {
    const { coop, rec } = await load(challengedRecord);
    const { challenges, people } = coop;
    const closesAt = Number((await challenges.roundOf(rec.id)).closesAt);
    await coop.nextAt(closesAt - 1);
    await coop.answers(people.ye, rec, 0);
    expect(await challenges.isOpen(rec.id)).to.equal(true);
    await coop.nextAt(closesAt);
    await refused(coop.answers(people.luo, rec, 0), challenges, "RoundOver", rec.id, closesAt);
    await coop.until(closesAt);
    expect(await challenges.isOpen(rec.id)).to.equal(false);
  });

  it("that begins in the last second of the window of the last second of an epoch ends before the epoch is final", async () => {
    const coop = await found({ members: 24 });
    const { people, challenges } = coop;
    await coop.allEnrol(coop.all.slice(1, 10));
    const rec = await coop.records(people.lin, { quantity: 20 });
    await coop.allAttest([people.zhou, people.he, people.fang], rec, 20);
    await coop.nextAt(coop.start(1) - 1);
    await coop.attests(people.su, rec, 20);
    await coop.until(coop.start(1));
    await coop.allEnrol([people.ye, people.luo]);
    const lastSecond = coop.start(1) - 1 + 7 * DAY - 1;
    await coop.nextAt(lastSecond);
    await coop.challenge(people.shen, rec);
    expect((await challenges.roundOf(rec.id)).closesAt).to.equal(lastSecond + 21 * DAY);
    expect(lastSecond + 21 * DAY).to.be.lessThan(coop.start(2));
  });

  it("frees the evidence when the record is void and the round is over, not before", async () => {
    const { coop, rec } = await load(challengedRecord);
    const { ledger, challenges, people } = coop;
    await coop.answers(people.ye, rec, 0);
    await coop.answers(people.luo, rec, 0);
    expect(await coop.inForce(rec)).to.equal(0);
    await refused(coop.records(people.shen, { evidence: rec.evidence }), ledger, "EvidenceTaken", rec.evidence, rec.id);
    await coop.until(Number((await challenges.roundOf(rec.id)).closesAt));
    await coop.records(people.shen, { evidence: rec.evidence });
    // The same member does not make a challenged record anew.
    await refused(coop.records(people.lin, { evidence: rec.evidence }), ledger, "AlreadyRecorded", rec.id);
  });

  it("counts 16,383 answers at most, so that no counter runs over", async () => {
    const { coop, rec } = await load(challengedRecord);
    const { challenges, people } = coop;
    // So many members are not to be had in a spec: the number of answers is written into the round's slot.
    const address = await challenges.getAddress();
    const slot = keccak256(AbiCoder.defaultAbiCoder().encode(["bytes32", "uint256"], [rec.id, 0]));
    const word = BigInt(await chain.ethers.provider.getStorage(address, slot));
    const withAnswers = async (count: bigint) => chain.networkHelpers.setStorageAt(address, slot, toBeHex((word & ~(0xffffn << 80n)) | (count << 80n), 32));
    await withAnswers(16_383n);
    expect((await challenges.roundOf(rec.id)).answers).to.equal(16_383);
    await refused(coop.answers(people.ye, rec, 5), challenges, "RoundFull", rec.id);
    await withAnswers(16_382n);
    await expect(coop.answers(people.ye, rec, 5)).to.emit(challenges, "Answered");
  });

  it("of a joint record cuts every part alike", async () => {
    const coop = await found({ members: 24 });
    const { people, ledger } = coop;
    await coop.allEnrol(coop.all.slice(1, 8));
    await coop.allEnrol(coop.all.slice(1, 8), PROJECT.fine);
    const rec = await coop.records(people.lin, { project: PROJECT.fine, quantity: 100, split: [[people.lin, 1], [people.xu, 2]] });
    await coop.allAttest([people.zhou, people.he], rec, 99);
    expect([await coop.creditOf(people.lin, 0, PROJECT.fine), await coop.creditOf(people.xu, 0, PROJECT.fine)]).to.deep.equal([33n, 66n]);
    await coop.challenge(people.shen, rec);
    for (const who of [people.fang, people.su, people.chen]) await coop.answers(who, rec, 5);
    // Five tenths of 99 are 49: 16 and the rest, 33.
    expect([await coop.creditOf(people.lin, 0, PROJECT.fine), await coop.creditOf(people.xu, 0, PROJECT.fine)]).to.deep.equal([16n, 33n]);
    expect((await ledger.sumsOf(PROJECT.fine, 0)).direct).to.equal(49);
  });

  it("is for Challenges alone to tell the ledger of", async () => {
    const { coop, rec } = await load(sealedRecord);
    const { ledger, people, stranger } = coop;
    for (const { signer, address } of [people.lin, stranger]) {
      await refused(ledger.connect(signer).reopen(rec.id), ledger, "OnlyChallenges", address);
      await refused(ledger.connect(signer).settle(rec.id, 1, 0), ledger, "OnlyChallenges", address);
    }
  });
});

describe("A member's three challenge slots", () => {
  /** Four records of Lin, each sealed by Zhou, He, Fang and Su. */
  async function fourSealed() {
    const { coop, rec } = await sealedRecord();
    const recs = [rec];
    for (let i = 0; i < 3; ++i) {
      const other = await coop.records(coop.people.lin, { quantity: 2 });
      await coop.allAttest(coop.all.slice(1, 5), other, 2);
      recs.push(other);
    }
    return { coop, recs };
  }

  it("are all there are", async () => {
    const { coop, recs } = await load(fourSealed);
    for (const rec of recs.slice(0, 3)) await coop.challenge(coop.people.shen, rec);
    await refused(coop.challenge(coop.people.shen, recs[3]!), coop.challenges, "NoChallengeSlot", 12);
    await coop.challenge(coop.people.jiang, recs[3]!);
  });

  it("come back after the round where the value was cut by a tenth or more, else 90 days after the challenge", async () => {
    const { coop, recs } = await load(fourSealed);
    const { challenges, people } = coop;
    const opened: number[] = [];
    for (const rec of recs.slice(0, 3)) {
      await coop.challenge(people.shen, rec);
      opened.push(await coop.now());
    }
    // The first is cut to nine tenths, the second confirmed, the third not answered by enough.
    for (const who of [people.chen, people.ye, people.luo]) await coop.answers(who, recs[0]!, 9);
    for (const who of [people.chen, people.ye, people.luo]) await coop.answers(who, recs[1]!, 10);
    await coop.answers(people.chen, recs[2]!, 0);
    const whole = opened.map((at) => BigInt(at + 90 * DAY));
    expect(await challenges.slotsOf(12)).to.deep.equal(whole);
    await coop.until(opened[2]! + 21 * DAY);
    expect(await challenges.slotsOf(12)).to.deep.equal([BigInt(opened[0]! + 21 * DAY), whole[1], whole[2]]);
    // One slot is free again: one new challenge, and no second.
    await coop.nextEpoch(2);
    await coop.allEnrol(coop.all.slice(1, 10));
    const [one, two] = [await coop.records(people.lin, { quantity: 20 }), await coop.records(people.lin, { quantity: 20 })];
    for (const rec of [one, two]) await coop.allAttest(coop.all.slice(1, 5), rec, 20);
    await coop.challenge(people.shen, one);
    await refused(coop.challenge(people.shen, two), challenges, "NoChallengeSlot", 12);
  });
});
