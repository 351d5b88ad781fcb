import { expect } from "chai";
import { load } from "../../support/chain.ts";
import { CHARTERS, type Cooperative, DAY, found, type Founding, PROJECT, type Rec, STAGE, UNIT, type Wish } from "../../support/cooperative.ts";
import type { Person } from "../../support/people.ts";
import { refused } from "../../support/refused.ts";

/** As the charters of specs, but the mill records learning as well: one unit a lesson. */
const charters: NonNullable<Founding["charters"]> = CHARTERS.map((charter, place) => (place === PROJECT.mill ? { ...charter, rates: [UNIT, UNIT, 2n * UNIT, UNIT] } : charter));

/** Members 2 to 9 attest in the mill. Lin (1) records, Xu (10) is the other side, Jiang (11) somebody else. */
async function eightAttest() {
  const coop = await found({ members: 16, charters });
  await coop.allEnrol(coop.all.slice(1, 9));
  return coop;
}

/** Twelve attest in epoch 1, Xu (10) among them: an attester's budget is 625, and a pair's part of it 125. */
async function twelveAttest() {
  const coop = await found({ members: 16, charters });
  for (const person of coop.all.slice(1, 13)) {
    await coop.enrols(person);
    if (person.id <= 11) await coop.enrols(person);
  }
  await coop.nextEpoch();
  return coop;
}

/** Lin was at Xu's tasting; Xu has no part of it, unless it says otherwise. */
const tasting = (coop: Cooperative, wish: Wish = {}, parts = 0): Promise<Rec> =>
  coop.drafts(coop.people.lin, { kind: "experience", quantity: 20, split: [[coop.people.lin, 1], [coop.people.xu, parts]], ...wish });
const tasted = async (coop: Cooperative, wish: Wish = {}, parts = 0): Promise<Rec> => {
  const rec = await tasting(coop, wish, parts);
  await coop.sends(rec);
  return rec;
};
const stageOf = async ({ ledger }: Cooperative, rec: Rec): Promise<bigint> => (await ledger.claimOf(rec.id)).stage;
const otherwise = (rec: Rec, wish: Partial<Rec["report"]>): Rec => ({ ...rec, report: { ...rec.report, ...wish } });
/** Enough attesters name all of it. */
const seals = async (coop: Cooperative, rec: Rec): Promise<void> => coop.allAttest(coop.all.slice(1, 1 + Number((await coop.ledger.claimOf(rec.id)).needed)), rec, rec.quantity);
/** A confirmation, signed with no network. */
const signs = async (coop: Cooperative, who: Person, rec: Rec) => coop.offNet.signs(who, coop.ledger, coop.ledger.interface.encodeFunctionData("confirm", [rec.by.id, rec.evidence, await coop.digestOf(rec)]));
const signsRecord = (coop: Cooperative, rec: Rec) => coop.offNet.signs(rec.by, coop.ledger, coop.ledger.interface.encodeFunctionData("record", [{ ...rec.report, split: [...rec.report.split] }]));

describe("An experience or a learning", () => {
  it("names its other side, and waits for its word before anybody attests it", async () => {
    const coop = await load(eightAttest);
    const { ledger, people } = coop;
    for (const kind of ["experience", "learning"] as const) {
      const rec = await tasting(coop, { kind });
      await expect(coop.sends(rec)).to.emit(ledger, "Recorded");
      expect(await stageOf(coop, rec)).to.equal(STAGE.unconfirmed);
      expect(await ledger.ownersOf(rec.id)).to.deep.equal([1n, 10n]);
      expect(await ledger.attestersOf(rec.id)).to.deep.equal([]);
      await refused(coop.attests(people.zhou, rec, 20), ledger, "NotPending", rec.id, STAGE.unconfirmed);
    }
  });

  it("is not recorded without one", async () => {
    const { ledger, people, records } = await load(eightAttest);
    await refused(records(people.lin, { kind: "experience" }), ledger, "OtherSideMissing", 1);
    await refused(records(people.lin, { kind: "learning" }), ledger, "OtherSideMissing", 3);
    await refused(records(people.lin, { kind: "learning", split: [[people.lin, 1]] }), ledger, "OtherSideMissing", 3);
  });

  it("is confirmed by the other side, and then attested and sealed as any record", async () => {
    const coop = await load(eightAttest);
    const { ledger, people } = coop;
    const rec = await tasted(coop);
    await expect(coop.confirms(people.xu, rec)).to.emit(ledger, "Confirmed").withArgs(rec.id, 10);
    expect(await stageOf(coop, rec)).to.equal(STAGE.pending);
    await seals(coop, rec);
    expect(await stageOf(coop, rec)).to.equal(STAGE.sealed);
    expect(await ledger.takenBy(rec.evidence)).to.equal(rec.id);
    expect(await coop.inForce(rec)).to.equal(20n * UNIT);
  });

  it("is confirmed by nobody else: not by who recorded it, nor a contributor, nor an attester, nor a stranger", async () => {
    const coop = await load(eightAttest);
    const { ledger, members, people, stranger } = coop;
    const rec = await tasted(coop, { split: [[people.lin, 1], [people.xu, 0], [people.jiang, 1]] });
    for (const who of [people.lin, people.jiang, people.zhou]) await refused(coop.confirms(who, rec), ledger, "NotTheOtherSide", rec.id, who.id);
    await refused(coop.confirms(stranger, rec), members, "NotAMember", stranger.address);
    await coop.confirms(people.xu, rec);
  });

  it("is confirmed once, and while it waits for that", async () => {
    const coop = await load(eightAttest);
    const { ledger, people } = coop;
    const none = await tasting(coop);
    await refused(coop.confirms(people.xu, none), ledger, "NoSuchClaim", none.id);
    const rec = await tasted(coop);
    await coop.confirms(people.xu, rec);
    await refused(coop.confirms(people.xu, rec), ledger, "NotUnconfirmed", rec.id, STAGE.pending);
    await seals(coop, rec);
    await refused(coop.confirms(people.xu, rec), ledger, "NotPending", rec.id, STAGE.sealed);
    const work = await coop.records(people.lin, { split: [[people.lin, 1], [people.xu, 1]] });
    await refused(coop.confirms(people.xu, work), ledger, "NotUnconfirmed", work.id, STAGE.pending);
  });

  it("is confirmed as it was recorded, or not at all", async () => {
    const coop = await load(eightAttest);
    const { ledger, people } = coop;
    const rec = await tasted(coop, { uri: "data:,tasting" });
    const recorded = await coop.digestOf(rec);
    const changes: Partial<Rec["report"]>[] = [
      { kind: 3 }, { quantity: 19 }, { project: PROJECT.repair }, { occurredAt: rec.report.occurredAt - 1 }, { uri: "" },
      { split: [{ member: 1, parts: 1 }, { member: 10, parts: 1 }] }, { split: [{ member: 1, parts: 2 }, { member: 10, parts: 0 }] },
    ];
    for (const change of changes) {
      const other = otherwise(rec, change);
      await refused(coop.confirms(people.xu, other), ledger, "RecordedOtherwise", rec.id, recorded, await coop.digestOf(other));
    }
    await coop.confirms(people.xu, rec);
  });

  it("is confirmed by an active member alone, and names none who is not", async () => {
    const coop = await load(eightAttest);
    const { ledger, members, people } = coop;
    const rec = await tasted(coop);
    await coop.membership.resigns(people.xu);
    await refused(coop.confirms(people.xu, rec), members, "NotActive", 10, 2);
    await refused(tasted(coop), ledger, "ContributorNotActive", 10);
    await expect(coop.withdraws(people.xu, rec)).to.emit(ledger, "Withdrawn").withArgs(rec.id, 10);
  });

  it("is declined by taking it back, as anyone's own record, before and after the confirmation, until the first answer", async () => {
    const coop = await load(eightAttest);
    const { ledger, people } = coop;
    const rec = await tasted(coop);
    await refused(coop.withdraws(people.zhou, rec), ledger, "NotYours", rec.id, 2);
    await expect(coop.withdraws(people.xu, rec)).to.emit(ledger, "Withdrawn").withArgs(rec.id, 10);
    await refused(coop.confirms(people.xu, rec), ledger, "NotPending", rec.id, STAGE.withdrawn);
    const own = await tasted(coop);
    await expect(coop.withdraws(people.lin, own)).to.emit(ledger, "Withdrawn").withArgs(own.id, 1);
    const regretted = await tasted(coop);
    await coop.confirms(people.xu, regretted);
    await expect(coop.withdraws(people.xu, regretted)).to.emit(ledger, "Withdrawn").withArgs(regretted.id, 10);
    const answered = await tasted(coop);
    await coop.confirms(people.xu, answered);
    await coop.attests(people.zhou, answered, 20);
    await refused(coop.withdraws(people.xu, answered), ledger, "AnswersGiven", answered.id, 1);
  });

  it("lapses after 90 days without a word, to the second, and may be made anew", async () => {
    const coop = await load(eightAttest);
    const { ledger, people } = coop;
    const [rec, late] = [await tasted(coop), await tasted(coop)];
    const at = async (one: Rec): Promise<number> => Number((await ledger.claimOf(one.id)).time) + 90 * DAY;
    const [first, second] = [await at(rec), await at(late)];
    await coop.nextAt(first - 1);
    await coop.confirms(people.xu, rec);
    await coop.nextAt(second);
    await refused(coop.confirms(people.xu, late), ledger, "Lapsed", late.id, second);
    await refused(coop.withdraws(people.xu, late), ledger, "Lapsed", late.id, second);
    await coop.allEnrol(coop.all.slice(1, 4));
    const again = otherwise(late, { occurredAt: second - DAY });
    await coop.sends(again);
    expect(await stageOf(coop, again)).to.equal(STAGE.unconfirmed);
    await coop.confirms(people.xu, again);
  });

  it("confirmed late has the attesters of the epoch in which they answer", async () => {
    const coop = await load(eightAttest);
    const { ledger, people } = coop;
    const rec = await tasted(coop);
    expect((await ledger.claimOf(rec.id)).needed).to.equal(4);
    await coop.nextEpoch(2);
    await coop.allEnrol([people.zhou, people.he, people.fang]);
    await coop.confirms(people.xu, rec);
    await coop.attests(people.zhou, rec, 20);
    const { needed, epoch } = await ledger.claimOf(rec.id);
    expect([needed, epoch]).to.deep.equal([2n, 2n]);
  });

  it("made anew after it was taken back waits for a word anew, whatever was confirmed before", async () => {
    const coop = await load(eightAttest);
    const { ledger, people } = coop;
    const rec = await tasted(coop);
    await refused(coop.sends(rec), ledger, "AlreadyRecorded", rec.id);
    await coop.confirms(people.xu, rec);
    await coop.withdraws(people.lin, rec);
    const later = otherwise(rec, { occurredAt: rec.report.occurredAt - DAY });
    await coop.sends(later);
    await refused(coop.attests(people.zhou, rec, 20), ledger, "NotPending", rec.id, STAGE.unconfirmed);
    await refused(coop.confirms(people.xu, rec), ledger, "RecordedOtherwise", rec.id, await coop.digestOf(later), await coop.digestOf(rec));
    await coop.confirms(people.xu, later);
    await coop.attests(people.zhou, later, 20);
  });
});

describe("The other side", () => {
  it("alone may have no part of a record, and only of an experience or a learning", async () => {
    const { ledger, people, records } = await load(eightAttest);
    const { lin, xu, jiang } = people;
    await refused(records(lin, { kind: "work", split: [[lin, 1], [xu, 0]] }), ledger, "SplitInvalid", 1);
    await refused(records(lin, { kind: "sharing", split: [[lin, 1], [xu, 0]] }), ledger, "SplitInvalid", 1);
    await refused(records(lin, { kind: "experience", split: [[lin, 1], [xu, 0], [jiang, 0]] }), ledger, "SplitInvalid", 2);
    await refused(records(lin, { kind: "experience", split: [[lin, 0], [xu, 1]] }), ledger, "SplitInvalid", 0);
    await refused(records(lin, { kind: "experience", split: [[lin, 1], [lin, 0]] }), ledger, "SplitInvalid", 1);
  });

  it("neither attests what it confirmed, nor answers a second round on it, with parts or with none, though it may ask for one", async () => {
    const coop = await load(eightAttest);
    const { ledger, challenges, people } = coop;
    await coop.enrols(people.xu);
    for (const parts of [0, 1]) {
      const rec = await tasted(coop, {}, parts);
      await coop.confirms(people.xu, rec);
      await refused(coop.attests(people.xu, rec, 20), ledger, "OwnClaim", rec.id, 10);
      await seals(coop, rec);
      await coop.challenge(people.xu, rec);
      await refused(coop.answers(people.xu, rec, 10), challenges, "NotNewToClaim", rec.id, 10);
    }
  });

  it("is not counted among those who could attest", async () => {
    const coop = await load(eightAttest);
    const { ledger, people } = coop;
    // Of eight who attest four are needed; of seven, three.
    expect((await ledger.claimOf((await tasted(coop)).id)).needed).to.equal(4);
    expect((await ledger.claimOf((await tasted(coop, { split: [[people.lin, 1], [people.zhou, 0]] })).id)).needed).to.equal(3);
  });

  it("with no part has no credit, no running total, and nothing spent between it and attesters", async () => {
    const coop = await load(twelveAttest);
    const { ledger, people } = coop;
    // Zhou attests 100 of Xu's own, of the 125 that a pair may spend.
    const own = await coop.records(people.xu, { quantity: 100 });
    await coop.attests(people.zhou, own, 100);
    const rec = await tasted(coop, { quantity: 100 });
    expect([await ledger.recordedNow(PROJECT.mill, 10), await ledger.recordedNow(PROJECT.mill, 1)]).to.deep.equal([100n * UNIT, 100n * UNIT]);
    await coop.confirms(people.xu, rec);
    await expect(coop.attests(people.zhou, rec, 100)).to.emit(ledger, "Attested");
    const parted = await coop.records(people.jiang, { kind: "experience", quantity: 100, split: [[people.jiang, 1], [people.xu, 1]] });
    await coop.confirms(people.xu, parted);
    await refused(coop.attests(people.zhou, parted, 100), ledger, "PairLimit", 2, 10, 200n * UNIT, 125n * UNIT);
    expect(await ledger.recordedNow(PROJECT.mill, 10)).to.equal(200n * UNIT);
  });

  it("with no part does not make the next record need more answers", async () => {
    const coop = await load(eightAttest);
    const { ledger, people } = coop;
    await coop.records(people.xu, { quantity: 500 });
    expect((await ledger.claimOf((await tasted(coop, { quantity: 1 })).id)).tier).to.equal(2);
    expect((await ledger.claimOf((await tasted(coop, { quantity: 1 }, 1)).id)).tier).to.equal(5);
  });

  it("with no part leaves all credit to the others, through a second round as well", async () => {
    const coop = await load(eightAttest);
    const { ledger, people } = coop;
    const rec = await tasted(coop);
    await coop.confirms(people.xu, rec);
    await seals(coop, rec);
    expect([await coop.creditOf(people.lin, 0), await coop.creditOf(people.xu, 0)]).to.deep.equal([20n * UNIT, 0n]);
    await coop.challenge(people.jiang, rec);
    for (const who of [people.chen, people.ye]) await coop.answers(who, rec, 5);
    expect([await coop.creditOf(people.lin, 0), await coop.creditOf(people.xu, 0)]).to.deep.equal([10n * UNIT, 0n]);
    expect((await ledger.queryFilter(ledger.filters.Credited())).map(({ args }) => args.member)).not.to.include(10n);
  });

  it("with parts has its part of the credit, rounded as any; what rounding leaves goes to the last, never to who has no part", async () => {
    const coop = await load(eightAttest);
    const { people } = coop;
    const { lin, xu, jiang, shen } = people;
    const credits = async (): Promise<bigint[]> => Promise.all([lin, xu, jiang, shen].map((who) => coop.creditOf(who, 0)));
    const shared = await tasted(coop, { quantity: 10, split: [[lin, 2], [xu, 1]] });
    await coop.confirms(xu, shared);
    await seals(coop, shared);
    expect(await credits()).to.deep.equal([6_666_666n, 3_333_334n, 0n, 0n]);
    const confirmed = await tasted(coop, { quantity: 10, split: [[lin, 1], [xu, 0], [jiang, 1], [shen, 1]] });
    await coop.confirms(xu, confirmed);
    await seals(coop, confirmed);
    expect(await credits()).to.deep.equal([9_999_999n, 3_333_334n, 3_333_333n, 3_333_334n]);
    expect((await coop.ledger.sumsOf(PROJECT.mill, 0)).direct).to.equal(20n * UNIT);
  });
});

describe("A confirmation signed off-net", () => {
  it("is carried with its record in one bundle, after it", async () => {
    const coop = await load(eightAttest);
    const { ledger, people } = coop;
    const rec = await tasting(coop);
    const [record, confirm] = [await signsRecord(coop, rec), await signs(coop, people.xu, rec)];
    await expect(coop.offNet.carriesMany([record, confirm])).to.emit(ledger, "Confirmed").withArgs(rec.id, 10);
    expect(await stageOf(coop, rec)).to.equal(STAGE.pending);
  });

  it("that comes before its record changes nothing, and is carried again after it", async () => {
    const coop = await load(eightAttest);
    const { ledger, people } = coop;
    const rec = await tasting(coop);
    const [record, confirm] = [await signsRecord(coop, rec), await signs(coop, people.xu, rec)];
    expect((await coop.offNet.would([confirm, record])).map((reason) => coop.offNet.why(reason, ledger))).to.deep.equal([`NoSuchClaim(${rec.id})`, ""]);
    await coop.offNet.carriesMany([confirm, record]);
    expect(await stageOf(coop, rec)).to.equal(STAGE.unconfirmed);
    await expect(coop.offNet.carries(confirm)).to.emit(ledger, "Confirmed").withArgs(rec.id, 10);
  });

  // The recorder hands over one report to be signed and puts another on the chain, under the same evidence.
  it("does not confirm other terms that the recorder puts under the same evidence", async () => {
    const coop = await load(eightAttest);
    const { ledger, people } = coop;
    const { lin, xu, jiang } = people;
    const shown = await tasting(coop, { uri: "data:,half a day" });
    const confirm = await signs(coop, xu, shown);
    const why = async (): Promise<string> => coop.offNet.why((await coop.offNet.would([confirm]))[0]!, ledger);
    const changes: Partial<Rec["report"]>[] = [{ uri: "data:,a week" }, { occurredAt: shown.report.occurredAt - 9 * DAY }, { kind: 3 }];
    for (const change of changes) {
      const other = otherwise(shown, change);
      await coop.sends(other);
      expect(await why()).to.equal(`RecordedOtherwise(${shown.id}, ${await coop.digestOf(other)}, ${await coop.digestOf(shown)})`);
      await coop.offNet.carriesMany([confirm]);
      expect(await stageOf(coop, other)).to.equal(STAGE.unconfirmed);
      await coop.withdraws(lin, other);
    }
    await coop.sends(shown);
    expect(await why()).to.equal("");
    const parts = await tasting(coop);
    const forNothing = await signs(coop, xu, parts);
    await coop.sends(otherwise(parts, { quantity: 500, split: [{ member: lin.id, parts: 1 }, { member: xu.id, parts: 0 }, { member: jiang.id, parts: 9 }] }));
    expect(coop.offNet.why((await coop.offNet.would([forNothing]))[0]!, ledger)).to.match(/^RecordedOtherwise\(/);
  });
});
