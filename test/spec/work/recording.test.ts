import { expect } from "chai";
import { load } from "../../support/chain.ts";
import { BUDGET, DAY, found, freshEvidence, LANE, PROJECT, STAGE, UNIT } from "../../support/cooperative.ts";
import { refused } from "../../support/refused.ts";

async function founded() {
  const coop = await found({ members: 24 });
  await coop.allEnrol(coop.all.slice(1, 9));
  return coop;
}

/** So many attest in epoch 1, none of them the last two members. */
async function attestersInEpochOne(count: number) {
  const coop = await found({ members: 24 });
  const some = coop.all.slice(0, count);
  for (const person of some) for (const project of [PROJECT.mill, PROJECT.fine]) {
    await coop.enrols(person, project);
    if (person.id <= 10) await coop.enrols(person, project);
  }
  await coop.nextEpoch();
  return coop;
}

describe("A record", () => {
  it("is worth quantity times the rate, and says all that it knows", async () => {
    const coop = await load(founded);
    const { ledger, people } = coop;
    const occurredAt = (await coop.now()) - 5 * DAY;
    const rec = await coop.drafts(people.lin, { kind: "sharing", quantity: 7, occurredAt, uri: "data:,讲留种" });
    await expect(coop.sends(rec))
      .to.emit(ledger, "Recorded")
      .withArgs(rec.id, PROJECT.mill, 1, 2, 7, 14n * UNIT, rec.evidence, occurredAt, 5, 4, [], "data:,讲留种");
    const claim = await ledger.claimOf(rec.id);
    expect([claim.project, claim.by, claim.lane, claim.stage, claim.quantity, claim.value]).to.deep.equal([1n, 1n, LANE.record, STAGE.pending, 7n, 14n * UNIT]);
    expect([claim.time, claim.epoch, claim.tier, claim.needed, claim.answered, claim.named, claim.inForce]).to.deep.equal([BigInt(await coop.now()), 0n, 5n, 4n, 0n, 0n, 0n]);
    expect(await ledger.ownersOf(rec.id)).to.deep.equal([1n]);
    expect(await ledger.attestersOf(rec.id)).to.deep.equal([]);
    expect(await ledger.takenBy(rec.evidence)).to.equal(`0x${"0".repeat(64)}`);
  });

  it("is one of a member; a stranger makes none", async () => {
    const { members, stranger, drafts, sends, people } = await load(founded);
    const rec = { ...(await drafts(people.lin)), by: stranger };
    await refused(sends(rec), members, "NotAMember", stranger.address);
  });

  it("is of a project that exists and of a kind that it records", async () => {
    const { projects, people, records } = await load(founded);
    await refused(records(people.lin, { project: 9 }), projects, "NoSuchProject", 9);
    await refused(records(people.lin, { project: PROJECT.repair, kind: "sharing" }), projects, "KindNotRecorded", PROJECT.repair, 2);
  });

  it("is of today or of the last 90 days, to the second", async () => {
    const coop = await load(founded);
    const { ledger, people, sends, drafts, nextAt } = coop;
    const at = (await coop.now()) + 100 * DAY;
    await coop.until(at - 10);
    await coop.allEnrol([people.zhou, people.he, people.fang]);
    const late = at + 60;
    const dates = async (occurredAt: number) => drafts(people.lin, { occurredAt });
    const [future, old] = [await dates(late + 1), await dates(late - 90 * DAY - 1)];
    await nextAt(late);
    await refused(sends(future), ledger, "DateOutOfBounds", late + 1, late - 90 * DAY, late);
    await nextAt(late + 1);
    await refused(sends({ ...old, report: { ...old.report, occurredAt: late - 90 * DAY } }), ledger, "DateOutOfBounds", late - 90 * DAY, late + 1 - 90 * DAY, late + 1);
    await nextAt(late + 2);
    await sends(await dates(late + 2));
    await nextAt(late + 3);
    await sends(await dates(late + 3 - 90 * DAY));
  });

  it("is worth something, and the budget of an epoch at most", async () => {
    const { ledger, people, records } = await load(founded);
    await refused(records(people.lin, { quantity: 0 }), ledger, "ValueOutOfBounds", 0, BUDGET);
    await refused(records(people.lin, { quantity: 1001 }), ledger, "ValueOutOfBounds", 1001n * UNIT, BUDGET);
    await refused(records(people.lin, { kind: "sharing", quantity: 2 ** 32 - 1 }), ledger, "ValueOutOfBounds", 2n * (2n ** 32n - 1n) * UNIT, BUDGET);
  });

  it("is made once of one evidence, and anew after it was withdrawn", async () => {
    const coop = await load(founded);
    const { ledger, people } = coop;
    const rec = await coop.records(people.lin, { quantity: 3 });
    await refused(coop.sends(rec), ledger, "AlreadyRecorded", rec.id);
    await expect(coop.withdraws(people.lin, rec)).to.emit(ledger, "Withdrawn").withArgs(rec.id, 1);
    expect((await ledger.claimOf(rec.id)).stage).to.equal(STAGE.withdrawn);
    await coop.sends(rec);
    expect((await ledger.claimOf(rec.id)).stage).to.equal(STAGE.pending);
  });

  it("comes back with other terms only when no answer to the one before can be on its way, after 180 days", async () => {
    const coop = await load(founded);
    const { ledger, people } = coop;
    const rec = await coop.records(people.lin, { quantity: 3 });
    const from = Number((await ledger.claimOf(rec.id)).time) + 180 * DAY;
    await coop.withdraws(people.lin, rec);
    const other = (wish: object) => ({ ...rec, report: { ...rec.report, ...wish } });
    for (const wish of [{ quantity: 2 }, { kind: 2 }, { split: [{ member: 1, parts: 1 }, { member: 10, parts: 1 }] }]) await refused(coop.sends(other(wish)), ledger, "MadeWithOtherTerms", rec.id, from);
    await coop.until(from - 100);
    await coop.allEnrol([people.zhou, people.he]);
    await coop.nextAt(from - 1);
    await refused(coop.sends(other({ quantity: 2, occurredAt: from - DAY })), ledger, "MadeWithOtherTerms", rec.id, from);
    await coop.nextAt(from);
    await coop.sends(other({ quantity: 2, occurredAt: from - DAY }));
    expect((await ledger.claimOf(rec.id)).quantity).to.equal(2n);
  });

  it("of another member may name the same evidence while neither is sealed", async () => {
    const { ledger, people, records } = await load(founded);
    const evidence = freshEvidence();
    const [one, two] = [await records(people.lin, { evidence }), await records(people.zhou, { evidence })];
    expect(one.id).to.not.equal(two.id);
    expect((await ledger.claimOf(two.id)).by).to.equal(2);
  });

  it("is withdrawn by its own people before the first answer, and by nobody after it", async () => {
    const coop = await load(founded);
    const { ledger, members, people, stranger } = coop;
    const rec = await coop.records(people.lin, { quantity: 3, split: [[people.lin, 1], [people.xu, 1]] });
    await refused(coop.withdraws(people.zhou, rec), ledger, "NotYours", rec.id, 2);
    await refused(coop.withdraws(stranger, rec), members, "NotAMember", stranger.address);
    await expect(coop.withdraws(people.xu, rec)).to.emit(ledger, "Withdrawn").withArgs(rec.id, 10);
    await refused(coop.withdraws(people.lin, rec), ledger, "NotPending", rec.id, STAGE.withdrawn);
    const other = await coop.records(people.lin, { quantity: 3 });
    await coop.attests(people.zhou, other, 3);
    await refused(coop.withdraws(people.lin, other), ledger, "AnswersGiven", other.id, 1);
  });

  it("that does not exist is not found by anyone", async () => {
    const coop = await load(founded);
    const { ledger, people } = coop;
    const none = await coop.drafts(people.lin);
    for (const read of [ledger.claimOf(none.id), ledger.attestersOf(none.id), ledger.ownersOf(none.id), coop.withdraws(people.lin, none), coop.attests(people.zhou, none, 1), coop.challenge(people.zhou, none)])
      await refused(read, ledger, "NoSuchClaim", none.id);
  });

  it("lapses after 90 days, to the second, and may then be made anew", async () => {
    const coop = await load(founded);
    const { ledger, people } = coop;
    const [first, second] = [await coop.records(people.lin, { quantity: 3 }), await coop.records(people.lin, { quantity: 3 })];
    const lapse = Number((await ledger.claimOf(second.id)).time) + 90 * DAY;
    await coop.until(lapse - 100);
    await coop.allEnrol([people.zhou, people.he]);
    await coop.nextAt(lapse - 1);
    await coop.attests(people.zhou, second, 3);
    await coop.nextAt(lapse);
    await refused(coop.attests(people.he, second, 3), ledger, "Lapsed", second.id, lapse);
    const firstLapse = Number((await ledger.claimOf(first.id)).time) + 90 * DAY;
    await refused(coop.withdraws(people.lin, first), ledger, "Lapsed", first.id, firstLapse);
    await coop.sends({ ...second, report: { ...second.report, occurredAt: lapse - DAY } });
    const claim = await ledger.claimOf(second.id);
    expect([claim.stage, claim.answered, claim.epoch]).to.deep.equal([STAGE.pending, 0n, 3n]);
  });

  it("made anew does not keep the answers of the one that lapsed", async () => {
    const coop = await load(founded);
    const { ledger, people } = coop;
    const rec = await coop.records(people.lin, { quantity: 3 });
    const lapse = Number((await ledger.claimOf(rec.id)).time) + 90 * DAY;
    await coop.until(lapse - 100);
    await coop.allEnrol([people.zhou, people.he]);
    await coop.nextAt(lapse - 1);
    await coop.attests(people.zhou, rec, 1);
    await coop.until(lapse);
    await coop.sends({ ...rec, report: { ...rec.report, occurredAt: lapse - DAY } });
    await coop.attests(people.zhou, rec, 3);
    await coop.attests(people.he, rec, 3);
    expect(await coop.inForce(rec)).to.equal(3n * UNIT);
  });
});

describe("How many answers a record needs", () => {
  // Half of those who may answer, rounded down and at least two, but never more than there are.
  const table = [[1, 1, 1, 1], [2, 2, 2, 2], [3, 2, 2, 2], [4, 2, 2, 2], [5, 2, 2, 2], [6, 2, 3, 3], [8, 2, 3, 4], [9, 2, 3, 4], [10, 2, 3, 5], [20, 2, 3, 5]] as const;
  for (const [e, small, middle, large] of table) {
    it(`is ${small}, ${middle} and ${large} by size where ${e} may answer`, async () => {
      const coop = await attestersInEpochOne(e);
      const author = coop.all.at(-1)!;
      const needs = async (quantity: number, person = author) => {
        const { tier, needed } = await coop.ledger.claimOf((await coop.records(person, { project: PROJECT.fine, quantity })).id);
        return [tier, needed];
      };
      expect(await needs(1_000_000)).to.deep.equal([2n, BigInt(small)]);
      expect(await needs(9_000_000)).to.deep.equal([3n, BigInt(middle)]);
      expect(await needs(1)).to.deep.equal([5n, BigInt(large)]);
    });
  }

  it("goes by 0.1 % and 1 % of the budget, to the last micro-unit", async () => {
    const coop = await load(founded);
    const { people, ledger } = coop;
    await coop.allEnrol(coop.all.slice(0, 8), PROJECT.fine);
    const tier = async (who: (typeof coop.all)[number], quantity: number) => (await ledger.claimOf((await coop.records(who, { project: PROJECT.fine, quantity })).id)).tier;
    expect(await tier(people.tang, 1_000_000)).to.equal(2);
    expect(await tier(people.xu, 1_000_001)).to.equal(3);
    expect(await tier(people.jiang, 10_000_000)).to.equal(3);
    expect(await tier(people.shen, 10_000_001)).to.equal(5);
  });

  it("goes by the running total of the epoch, withdrawn records included, and begins anew with the next", async () => {
    const coop = await load(founded);
    const { people, ledger } = coop;
    const tier = async (quantity: number) => (await ledger.claimOf((await coop.records(people.lin, { quantity })).id)).tier;
    const first = await coop.records(people.lin, { quantity: 1 });
    expect((await ledger.claimOf(first.id)).tier).to.equal(2);
    await coop.withdraws(people.lin, first);
    expect(await tier(1)).to.equal(3);
    expect(await ledger.recordedNow(PROJECT.mill, 1)).to.equal(2n * UNIT);
    expect(await tier(9)).to.equal(5);
    await coop.nextEpoch();
    expect(await ledger.recordedNow(PROJECT.mill, 1)).to.equal(0);
    await coop.allEnrol([people.zhou, people.he]);
    expect(await tier(1)).to.equal(2);
  });

  it("goes by the largest running total of any contributor, each of whom carries the whole value", async () => {
    const coop = await load(founded);
    const { people, ledger } = coop;
    await coop.records(people.xu, { quantity: 10 });
    const joint = await coop.records(people.lin, { quantity: 1, split: [[people.lin, 9], [people.xu, 1]] });
    expect((await ledger.claimOf(joint.id)).tier).to.equal(5);
    expect(await ledger.recordedNow(PROJECT.mill, 1)).to.equal(UNIT);
    expect(await ledger.recordedNow(PROJECT.mill, 10)).to.equal(11n * UNIT);
  });

  it("leaves out the record's own people", async () => {
    const coop = await load(founded);
    const { people, ledger } = coop;
    // Eight attest; three of them made it, five may answer.
    const joint = await coop.records(people.zhou, { quantity: 20, split: [[people.zhou, 1], [people.he, 1], [people.fang, 1]] });
    expect((await ledger.claimOf(joint.id)).needed).to.equal(2);
  });

  it("is none where nobody but the contributors attests: the record is refused", async () => {
    const coop = await load(founded);
    const { people, ledger } = coop;
    await refused(coop.records(people.lin, { project: PROJECT.garden }), ledger, "NobodyToAttest", PROJECT.garden);
    await coop.enrols(people.lin, PROJECT.garden);
    await coop.enrols(people.zhou, PROJECT.garden);
    await refused(coop.records(people.lin, { project: PROJECT.garden, split: [[people.lin, 1], [people.zhou, 1]] }), ledger, "NobodyToAttest", PROJECT.garden);
    await coop.records(people.lin, { project: PROJECT.garden });
  });

  it("is asked only for what somebody can afford: beyond it the record is refused", async () => {
    const coop = await load(founded);
    const { people, ledger } = coop;
    // Two attest: an answer costs 5/2 of the value, and a budget is 750.
    await coop.allEnrol([people.zhou, people.he], PROJECT.garden);
    await refused(coop.records(people.lin, { project: PROJECT.garden, quantity: 301 }), ledger, "NobodyCouldAttest", 752_500_000n, 750n * UNIT);
    await coop.records(people.lin, { project: PROJECT.garden, quantity: 300 });
  });

  it("is asked only for what a pair's fifth affords from twelve attesters on", async () => {
    const coop = await attestersInEpochOne(12);
    // Twelve attest: five answers cost the value each, a budget is 625, a fifth of it 125.
    const author = coop.all.at(-1)!;
    await refused(coop.records(author, { quantity: 126 }), coop.ledger, "NobodyCouldAttest", 126n * UNIT, 125n * UNIT);
    await coop.records(author, { quantity: 125 });
  });
});

describe("A joint record", () => {
  it("names two to seven members once each, the recorder first, each with a part", async () => {
    const coop = await load(founded);
    const { ledger, members, people, all } = coop;
    const tried = (split: readonly (readonly [(typeof all)[number] | number, number])[]) => coop.records(people.lin, { quantity: 3, split });
    await refused(tried([[people.lin, 1]]), ledger, "SplitInvalid", 1);
    await refused(tried(all.slice(0, 8).map((person) => [person, 1])), ledger, "SplitInvalid", 8);
    await refused(tried([[people.zhou, 1], [people.lin, 1]]), ledger, "SplitInvalid", 0);
    await refused(tried([[people.lin, 0], [people.zhou, 1]]), ledger, "SplitInvalid", 0);
    await refused(tried([[people.lin, 1], [people.zhou, 0]]), ledger, "SplitInvalid", 1);
    await refused(tried([[people.lin, 1], [people.zhou, 1], [people.lin, 1]]), ledger, "SplitInvalid", 2);
    await refused(tried([[people.lin, 1], [people.zhou, 1], [people.zhou, 1]]), ledger, "SplitInvalid", 2);
    await refused(tried([[people.lin, 1], [99, 1]]), members, "NoSuchMember", 99);
    await refused(tried([[people.lin, 1], [0, 1]]), members, "NoSuchMember", 0);
    const rec = await tried([people.lin, ...all.slice(9, 15)].map((person) => [person, 1]));
    expect(await ledger.ownersOf(rec.id)).to.deep.equal([1n, 10n, 11n, 12n, 13n, 14n, 15n]);
    expect((await ledger.claimOf(rec.id)).lane).to.equal(LANE.joint);
  });

  it("tells its split in the log", async () => {
    const { ledger, people, drafts, sends } = await load(founded);
    const rec = await drafts(people.lin, { quantity: 3, split: [[people.lin, 255], [people.xu, 1]] });
    await expect(sends(rec)).to.emit(ledger, "Recorded").withArgs(rec.id, 1, 1, 0, 3, 3n * UNIT, rec.evidence, rec.report.occurredAt, 3, 3, [[1n, 255n], [10n, 1n]], "");
  });

  it("made anew by one alone is that one's alone", async () => {
    const coop = await load(founded);
    const { ledger, people } = coop;
    const rec = await coop.records(people.lin, { quantity: 3, split: [[people.lin, 1], [people.xu, 1]] });
    await coop.withdraws(people.lin, rec);
    await coop.days(180);
    await coop.enrols(people.zhou);
    await coop.sends({ ...rec, report: { ...rec.report, occurredAt: await coop.now(), split: [] } });
    expect(await ledger.ownersOf(rec.id)).to.deep.equal([1n]);
    expect((await ledger.claimOf(rec.id)).lane).to.equal(LANE.record);
  });
});
