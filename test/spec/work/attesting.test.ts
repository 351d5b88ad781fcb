import { expect } from "chai";
import { load } from "../../support/chain.ts";
import { found, freshEvidence, PROJECT, STAGE, UNIT, type Cooperative, type Rec } from "../../support/cooperative.ts";
import { refused } from "../../support/refused.ts";

/** Six attest in the mill, none of them Lin; a record of more than 10 hours needs three answers. */
async function sixAttest() {
  const coop = await found({ members: 24 });
  await coop.allEnrol(coop.all.slice(1, 7));
  return coop;
}

/** Twelve attest in epoch 1, Lin (member 1) among them: a budget is 625, a pair's fifth 125, and a large record needs five. */
async function twelveAttest() {
  const coop = await found({ members: 24 });
  for (const person of coop.all.slice(0, 12)) {
    await coop.enrols(person);
    if (person.id <= 10) await coop.enrols(person);
  }
  await coop.nextEpoch();
  return coop;
}

const sealedAt = async (coop: Cooperative, rec: Rec): Promise<bigint> => (await coop.ledger.claimOf(rec.id)).named;

describe("An answer", () => {
  it("is given by one who attests in the project, once, and not for oneself", async () => {
    const coop = await load(sixAttest);
    const { ledger, members, people, stranger } = coop;
    const rec = await coop.records(people.zhou, { quantity: 20, split: [[people.zhou, 1], [people.he, 1]] });
    await refused(coop.attests(people.zhou, rec, 20), ledger, "OwnClaim", rec.id, 2);
    await refused(coop.attests(people.he, rec, 20), ledger, "OwnClaim", rec.id, 3);
    await refused(coop.attests(people.lin, rec, 20), ledger, "NotEnrolled", PROJECT.mill, 1, 0);
    await refused(coop.attests(stranger, rec, 20), members, "NotAMember", stranger.address);
    await expect(coop.attests(people.fang, rec, 20)).to.emit(ledger, "Attested").withArgs(rec.id, 4, 20, 1, 2, 0);
    await refused(coop.attests(people.fang, rec, 20), ledger, "AlreadyAnswered", rec.id, 4);
  });

  it("names what was claimed or less, down to nothing", async () => {
    const coop = await load(sixAttest);
    const { ledger, people } = coop;
    const rec = await coop.records(people.lin, { quantity: 20 });
    await refused(coop.attests(people.zhou, rec, 21), ledger, "QuantityAboveClaimed", 21, 20);
    await coop.attests(people.zhou, rec, 0);
    await coop.attests(people.he, rec, 20);
    expect((await ledger.claimOf(rec.id)).answered).to.equal(2);
    expect(await ledger.attestersOf(rec.id)).to.deep.equal([2n, 3n]);
  });

  it("costs 5/n of the claimed value, rounded up, even where it names less", async () => {
    const coop = await load(sixAttest);
    const { ledger, people } = coop;
    const rec = await coop.records(people.lin, { quantity: 20 });
    expect((await ledger.claimOf(rec.id)).needed).to.equal(3);
    await coop.attests(people.zhou, rec, 1);
    expect(await ledger.attesterBudget(PROJECT.mill, 2)).to.deep.equal([750n * UNIT, 33_333_334n]);
    await coop.nextEpoch();
    expect(await ledger.attesterBudget(PROJECT.mill, 2)).to.deep.equal([750n * UNIT, 0n]);
  });

  it("may spend a budget exactly, and not one micro-unit more", async () => {
    const coop = await load(sixAttest);
    const { ledger, people, all } = coop;
    await coop.allEnrol(all.slice(1, 5), PROJECT.fine);
    // Two answers are needed: 5/2 of 300 units is a whole budget of 750.
    const large = await coop.records(people.lin, { project: PROJECT.fine, quantity: 300_000_000 });
    const small = await coop.records(people.ye, { project: PROJECT.fine, quantity: 1 });
    await coop.attests(people.zhou, large, 300_000_000);
    expect(await ledger.attesterBudget(PROJECT.fine, 2)).to.deep.equal([750n * UNIT, 750n * UNIT]);
    await refused(coop.attests(people.zhou, small, 1), ledger, "BudgetSpent", 2, 750_000_003n, 750n * UNIT);
    await coop.nextEpoch();
    await coop.attests(people.zhou, small, 1);
  });

  it("spends budgets of one project only", async () => {
    const coop = await load(sixAttest);
    const { ledger, people, all } = coop;
    await coop.allEnrol(all.slice(1, 5), PROJECT.fine);
    await coop.attests(people.zhou, await coop.records(people.lin, { project: PROJECT.fine, quantity: 300_000_000 }), 1);
    expect((await ledger.attesterBudget(PROJECT.mill, 2)).spent).to.equal(0);
  });

  it("between two members spends a fifth of a budget at most from twelve attesters on, both directions together", async () => {
    const coop = await load(twelveAttest);
    const { ledger, people } = coop;
    const { lin, zhou, he } = people;
    await coop.attests(zhou, await coop.records(lin, { quantity: 100 }), 100);
    const back = await coop.records(zhou, { quantity: 26 });
    await refused(coop.attests(lin, back, 26), ledger, "PairLimit", 1, 2, 126n * UNIT, 125n * UNIT);
    await coop.attests(lin, await coop.records(zhou, { quantity: 25 }), 25);
    const one = await coop.records(lin, { quantity: 1 });
    await refused(coop.attests(zhou, one, 1), ledger, "PairLimit", 2, 1, 126n * UNIT, 125n * UNIT);
    await coop.attests(he, one, 1);
    await coop.nextEpoch();
    await coop.attests(zhou, one, 1);
  });

  it("for a joint record counts whole against each of its contributors", async () => {
    const coop = await load(twelveAttest);
    const { ledger, people } = coop;
    const { lin, zhou, he, fang } = people;
    await coop.attests(fang, await coop.records(lin, { quantity: 100, split: [[lin, 1], [zhou, 1]] }), 100);
    const other = await coop.records(zhou, { quantity: 26, split: [[zhou, 1], [he, 9]] });
    await refused(coop.attests(fang, other, 26), ledger, "PairLimit", 4, 2, 126n * UNIT, 125n * UNIT);
  });

  it("between two members has no fifth while eleven attest", async () => {
    const coop = await load(sixAttest);
    await coop.attests(coop.people.zhou, await coop.records(coop.people.lin, { quantity: 300 }), 300);
    expect(await coop.ledger.attesterBudget(PROJECT.mill, 2)).to.deep.equal([750n * UNIT, 500n * UNIT]);
  });

  it("of many at once is given together or not at all", async () => {
    const coop = await load(sixAttest);
    const { ledger, people } = coop;
    const [one, two] = [await coop.records(people.lin, { quantity: 20 }), await coop.records(people.luo, { quantity: 30 })];
    const both = ledger.connect(people.zhou.signer);
    await refused(both.attestMany([1, 8], [one.evidence, two.evidence], [20, 31]), ledger, "QuantityAboveClaimed", 31, 30);
    expect((await ledger.claimOf(one.id)).answered).to.equal(0);
    await expect(both.attestMany([1, 8], [one.evidence, two.evidence], [20, 30])).to.emit(ledger, "Attested").withArgs(two.id, 2, 30, 1, 3, 0);
    expect((await ledger.claimOf(one.id)).answered).to.equal(1);
    const none = freshEvidence();
    await refused(both.attestMany([8, 1], [two.evidence, none], [30, 1]), ledger, "AlreadyAnswered", two.id, 2);
    const missing = await ledger.idOf(1, none);
    await refused(both.attestMany([1], [none], [1]), ledger, "NoSuchClaim", missing);
  });
});

describe("Sealing", () => {
  it("happens with the last needed answer, at the lower median, in the epoch of that answer", async () => {
    const coop = await load(sixAttest);
    const { ledger, people } = coop;
    const rec = await coop.records(people.lin, { quantity: 20 });
    await coop.allAttest([people.zhou, people.he], rec, 20);
    const act = coop.attests(people.fang, rec, 15);
    await expect(act).to.emit(ledger, "Sealed").withArgs(rec.id, 20, 20n * UNIT, 0);
    await expect(act).to.emit(ledger, "Credited").withArgs(PROJECT.mill, 0, 1, 20n * UNIT, 20n * UNIT);
    const claim = await ledger.claimOf(rec.id);
    expect([claim.stage, claim.named, claim.inForce, claim.answered, claim.needed, claim.epoch]).to.deep.equal([STAGE.sealed, 20n, 20n * UNIT, 3n, 3n, 0n]);
    expect(claim.time).to.equal(await coop.now());
    expect(await ledger.attestersOf(rec.id)).to.deep.equal([2n, 3n, 4n]);
    expect(await ledger.takenBy(rec.evidence)).to.equal(rec.id);
    await refused(coop.attests(people.su, rec, 20), ledger, "NotPending", rec.id, STAGE.sealed);
    await refused(coop.withdraws(people.lin, rec), ledger, "NotPending", rec.id, STAGE.sealed);
  });

  // One of one, the lower of two, the middle of three, the lower middle of four, the middle of five; in any order.
  const medians = [
    { named: [7], is: 7 },
    { named: [9, 4], is: 4 },
    { named: [9, 0], is: 0 },
    { named: [9, 4, 6], is: 6 },
    { named: [4, 4, 20], is: 4 },
    { named: [9, 4, 6, 1], is: 4 },
    { named: [12, 20, 3, 20, 11], is: 12 },
    { named: [0, 0, 20, 20, 20], is: 20 },
  ];
  for (const { named, is } of medians) {
    it(`at answers of ${named.join(", ")} is at ${is}`, async () => {
      const coop = await found({ members: 14 });
      // As many attest as give just so many answers, the author not among them.
      const count = [0, 1, 2, 6, 8, 10][named.length]!;
      await coop.allEnrol(coop.all.slice(0, count));
      const rec = await coop.records(coop.all[13]!, { quantity: 20 });
      for (const [place, quantity] of named.entries()) await coop.attests(coop.all[place]!, rec, quantity);
      expect(await sealedAt(coop, rec)).to.equal(is);
      expect(await coop.inForce(rec)).to.equal(BigInt(is) * UNIT);
    });
  }

  it("at nothing gives no credit, takes no evidence, and lets the record be made anew", async () => {
    const coop = await load(sixAttest);
    const { ledger, people } = coop;
    const rec = await coop.records(people.lin, { quantity: 20 });
    await coop.allAttest([people.zhou, people.he], rec, 0);
    const act = coop.attests(people.fang, rec, 20);
    await expect(act).to.emit(ledger, "Sealed").withArgs(rec.id, 0, 0, 0);
    await expect(act).to.not.emit(ledger, "Credited");
    expect(await ledger.takenBy(rec.evidence)).to.equal(`0x${"0".repeat(64)}`);
    expect(await ledger.creditedEpochCount(PROJECT.mill)).to.equal(0);
    await coop.sends(rec);
    await coop.allAttest([people.zhou, people.he, people.fang], rec, 20);
    expect(await coop.inForce(rec)).to.equal(20n * UNIT);
    await refused(coop.sends(rec), ledger, "EvidenceTaken", rec.evidence, rec.id);
  });

  it("takes the evidence: another's record of it is neither made nor sealed", async () => {
    const coop = await load(sixAttest);
    const { ledger, people } = coop;
    const evidence = freshEvidence();
    const [one, two] = [await coop.records(people.lin, { quantity: 20, evidence }), await coop.records(people.luo, { quantity: 20, evidence })];
    await coop.allAttest([people.zhou, people.he, people.fang], one, 20);
    await coop.allAttest([people.zhou, people.he], two, 20);
    await refused(coop.attests(people.fang, two, 20), ledger, "EvidenceTaken", evidence, one.id);
    await refused(coop.records(people.tang, { evidence }), ledger, "EvidenceTaken", evidence, one.id);
  });

  it("in the last second of an epoch counts in it, and in the next second in the next", async () => {
    const coop = await load(sixAttest);
    const { ledger, people } = coop;
    const turn = coop.start(1);
    const [last, next] = [await coop.records(people.lin, { quantity: 20 }), await coop.records(people.luo, { quantity: 20 })];
    await coop.allAttest([people.zhou, people.he], last, 20);
    await coop.allAttest([people.zhou, people.he], next, 20);
    await coop.nextAt(turn - 1);
    await coop.attests(people.fang, last, 20);
    expect([(await ledger.claimOf(last.id)).epoch, await coop.creditOf(people.lin, 0)]).to.deep.equal([0n, 20n * UNIT]);
    // Zhou, He and Fang answered in epoch 0 and attest in epoch 1.
    await coop.nextAt(turn);
    await coop.attests(people.fang, next, 20);
    const claim = await ledger.claimOf(next.id);
    expect([claim.stage, claim.answered, claim.epoch]).to.deep.equal([STAGE.pending, 1n, 1n]);
  });

  it("takes answers of one epoch: when it turns they begin anew, with the new epoch's attesters and the old tier", async () => {
    const coop = await load(sixAttest);
    const { ledger, people } = coop;
    const rec = await coop.records(people.lin, { quantity: 20 });
    await coop.allAttest([people.zhou, people.he], rec, 20);
    await coop.nextEpoch();
    await coop.enrols(people.fang);
    await expect(coop.attests(people.zhou, rec, 12)).to.emit(ledger, "Attested").withArgs(rec.id, 2, 12, 1, 2, 1);
    expect(await ledger.attestersOf(rec.id)).to.deep.equal([2n]);
    await coop.attests(people.fang, rec, 10);
    const claim = await ledger.claimOf(rec.id);
    expect([claim.stage, claim.named, claim.epoch, claim.tier, claim.answered]).to.deep.equal([STAGE.sealed, 10n, 1n, 5n, 2n]);
    expect(await coop.creditOf(people.lin, 0)).to.equal(0);
    expect(await coop.creditOf(people.lin, 1)).to.equal(10n * UNIT);
  });

  it("that begins anew with nobody but one's own is refused", async () => {
    const coop = await load(sixAttest);
    const { ledger, people } = coop;
    const rec = await coop.records(people.lin, { quantity: 20, split: [[people.lin, 1], [people.tang, 1]] });
    await coop.nextEpoch();
    await refused(coop.attests(people.zhou, rec, 20), ledger, "NotEnrolled", PROJECT.mill, 2, 1);
    await coop.enrols(people.lin);
    await refused(coop.attests(people.lin, rec, 20), ledger, "OwnClaim", rec.id, 1);
  });
});

describe("A member's credit", () => {
  async function seals(coop: Cooperative, quantity: number, by = coop.people.lin, split: Parameters<Cooperative["records"]>[1] = {}) {
    const rec = await coop.records(by, { quantity, ...split });
    const { needed } = await coop.ledger.claimOf(rec.id);
    await coop.allAttest(coop.all.slice(1, 1 + Number(needed)), rec, quantity);
    return rec;
  }

  it("is the sum of the epoch's sealed records, and in the direct sum counts for 15 % of the budget at most", async () => {
    const coop = await load(sixAttest);
    const { ledger, people } = coop;
    await seals(coop, 100);
    expect(await coop.creditOf(people.lin, 0)).to.equal(100n * UNIT);
    const rec = await coop.records(people.lin, { quantity: 80 });
    await coop.allAttest(coop.all.slice(1, 3), rec, 80);
    // 100 + 80 = 180 stands in the log; 150 counts.
    await expect(coop.attests(people.fang, rec, 80)).to.emit(ledger, "Credited").withArgs(PROJECT.mill, 0, 1, 180n * UNIT, 150n * UNIT);
    expect(await coop.creditOf(people.lin, 0)).to.equal(150n * UNIT);
    expect(await ledger.sumsOf(PROJECT.mill, 0)).to.deep.equal([1000n, 150n, 150n, 0n, 0n, 150n].map((units) => units * UNIT));
  });

  it("above the stop comes back into the sum when a second round cuts another of its records", async () => {
    const coop = await load(sixAttest);
    const { ledger, people } = coop;
    const rec = await seals(coop, 100);
    await seals(coop, 80);
    const newcomers = [people.luo, people.tang, people.xu];
    await coop.allEnrol(newcomers);
    await coop.challenge(people.su, rec);
    await coop.answers(people.luo, rec, 5);
    await expect(coop.answers(people.tang, rec, 5)).to.not.emit(ledger, "Revalued");
    // Eligible are two of the six and three newcomers: five; a quorum is three.
    const act = coop.answers(people.xu, rec, 10);
    await expect(act).to.emit(ledger, "Revalued").withArgs(rec.id, 50n * UNIT);
    await expect(act).to.emit(ledger, "Credited").withArgs(PROJECT.mill, 0, 1, 130n * UNIT, 130n * UNIT);
    await expect(coop.answers(people.chen, rec, 10)).to.emit(ledger, "Credited").withArgs(PROJECT.mill, 0, 1, 180n * UNIT, 150n * UNIT);
  });

  it("is of each project and epoch by itself", async () => {
    const coop = await load(sixAttest);
    const { ledger, people } = coop;
    await seals(coop, 30);
    await coop.nextEpoch(2);
    await coop.allEnrol(coop.all.slice(1, 7));
    await seals(coop, 40);
    expect([await coop.creditOf(people.lin, 0), await coop.creditOf(people.lin, 1), await coop.creditOf(people.lin, 2)]).to.deep.equal([30n * UNIT, 0n, 40n * UNIT]);
    expect(await ledger.creditedEpochCount(PROJECT.mill)).to.equal(2);
    expect([await ledger.creditedEpoch(PROJECT.mill, 0), await ledger.creditedEpoch(PROJECT.mill, 1)]).to.deep.equal([0n, 2n]);
    expect(await ledger.creditedEpochCount(PROJECT.repair)).to.equal(0);
    expect(await coop.creditOf(people.lin, 0, PROJECT.repair)).to.equal(0);
  });

  it("of a joint record is its part, rounded down; the last takes the rest", async () => {
    const coop = await load(sixAttest);
    const { people } = coop;
    await coop.allEnrol(coop.all.slice(1, 3), PROJECT.fine);
    const { lin, luo, tang } = people;
    const rec = await coop.records(lin, { project: PROJECT.fine, quantity: 100, split: [[lin, 1], [luo, 1], [tang, 1]] });
    await coop.allAttest([people.zhou, people.he], rec, 100);
    expect(await Promise.all([lin, luo, tang].map((who) => coop.creditOf(who, 0, PROJECT.fine)))).to.deep.equal([33n, 33n, 34n]);
    const uneven = await coop.records(lin, { project: PROJECT.fine, quantity: 1000, split: [[lin, 255], [luo, 2]] });
    await coop.allAttest([people.zhou, people.he], uneven, 999);
    // 999 · 255 / 257 = 991.2…
    expect(await Promise.all([lin, luo].map((who) => coop.creditOf(who, 0, PROJECT.fine)))).to.deep.equal([33n + 991n, 33n + 8n]);
    expect((await coop.ledger.sumsOf(PROJECT.fine, 0)).direct).to.equal(100n + 999n);
  });

  it("of a joint record is stopped at 15 % for each contributor alone", async () => {
    const coop = await load(sixAttest);
    const { people, ledger } = coop;
    await seals(coop, 140);
    const joint = { split: [[people.luo, 1], [people.lin, 1]] as const };
    const rec = await seals(coop, 100, people.luo, joint);
    expect(await ledger.ownersOf(rec.id)).to.deep.equal([8n, 1n]);
    expect([await coop.creditOf(people.lin, 0), await coop.creditOf(people.luo, 0)]).to.deep.equal([150n * UNIT, 50n * UNIT]);
    expect((await ledger.sumsOf(PROJECT.mill, 0)).direct).to.equal(200n * UNIT);
  });

  it("is sealed for one who left meanwhile, and no new record of that one is made", async () => {
    const coop = await load(sixAttest);
    const { people, members } = coop;
    const rec = await coop.records(people.lin, { quantity: 20 });
    await coop.membership.resigns(people.lin);
    await coop.allAttest([people.zhou, people.he, people.fang], rec, 20);
    expect(await coop.creditOf(people.lin, 0)).to.equal(20n * UNIT);
    await refused(coop.records(people.lin), members, "NotActive", 1, 2);
    await refused(coop.records(people.luo, { split: [[people.luo, 1], [people.lin, 1]] }), coop.ledger, "ContributorNotActive", 1);
  });
});
