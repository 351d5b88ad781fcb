import { expect } from "chai";
import { load } from "../../support/chain.ts";
import { found, PROJECT, UNIT } from "../../support/cooperative.ts";
import { refused } from "../../support/refused.ts";

async function founded() {
  return found({ members: 14 });
}

describe("An attester", () => {
  it("counts at once while fewer than ten attest in the project", async () => {
    const { ledger, people, enrols } = await load(founded);
    await expect(enrols(people.lin)).to.emit(ledger, "Enrolled").withArgs(PROJECT.mill, 1, 0, 0);
    expect(await ledger.isEnrolled(PROJECT.mill, 1, 0)).to.equal(true);
    expect(await ledger.isEnrolled(PROJECT.mill, 1, 1)).to.equal(false);
    expect(await ledger.isEnrolled(PROJECT.repair, 1, 0)).to.equal(false);
    expect(await ledger.enrolledNow(PROJECT.mill)).to.equal(1);
  });

  it("counts from the next epoch on as the eleventh", async () => {
    const coop = await load(founded);
    const { ledger, all, enrols } = coop;
    await coop.allEnrol(all.slice(0, 10));
    await expect(enrols(all[10]!)).to.emit(ledger, "Enrolled").withArgs(PROJECT.mill, 11, 1, 1);
    expect(await ledger.isEnrolled(PROJECT.mill, 11, 0)).to.equal(false);
    expect(await ledger.enrolledNow(PROJECT.mill)).to.equal(10);
    await coop.nextEpoch();
    expect(await ledger.isEnrolled(PROJECT.mill, 11, 1)).to.equal(true);
    expect(await ledger.enrolledNow(PROJECT.mill)).to.equal(1);
  });

  it("stays by enrolling again for the next epoch, and not twice for the same", async () => {
    const { ledger, people, enrols } = await load(founded);
    await enrols(people.lin);
    await expect(enrols(people.lin)).to.emit(ledger, "Enrolled").withArgs(PROJECT.mill, 1, 0, 1);
    await refused(enrols(people.lin), ledger, "AlreadyEnrolled", PROJECT.mill, 1, 1);
  });

  it("who waits for the next epoch does not enrol for it a second time", async () => {
    const coop = await load(founded);
    await coop.allEnrol(coop.all.slice(0, 11));
    await refused(coop.enrols(coop.all[10]!), coop.ledger, "AlreadyEnrolled", PROJECT.mill, 11, 1);
  });

  it("stays by answering, and ends after an epoch without an answer", async () => {
    const coop = await load(founded);
    const { ledger, people } = coop;
    await coop.allEnrol([people.zhou, people.he, people.fang]);
    const rec = await coop.records(people.lin, { quantity: 5 });
    await expect(coop.attests(people.zhou, rec, 5)).to.emit(ledger, "Enrolled").withArgs(PROJECT.mill, 2, 0, 1);
    await coop.nextEpoch();
    expect(await ledger.enrolledNow(PROJECT.mill)).to.equal(1);
    expect(await ledger.isEnrolled(PROJECT.mill, 2, 1)).to.equal(true);
    expect(await ledger.isEnrolled(PROJECT.mill, 3, 1)).to.equal(false);
    const next = await coop.records(people.lin, { quantity: 5 });
    await refused(coop.attests(people.he, next, 5), ledger, "NotEnrolled", PROJECT.mill, 3, 1);
    await coop.nextEpoch();
    expect(await ledger.enrolledNow(PROJECT.mill)).to.equal(0);
  });

  it("who answers twice in an epoch stays for one more epoch, not two", async () => {
    const coop = await load(founded);
    const { ledger, people } = coop;
    await coop.allEnrol([people.zhou, people.he]);
    for (let i = 0; i < 2; ++i) await coop.attests(people.zhou, await coop.records(people.lin), 1);
    expect(await ledger.isEnrolled(PROJECT.mill, 2, 1)).to.equal(true);
    expect(await ledger.isEnrolled(PROJECT.mill, 2, 2)).to.equal(false);
    await coop.nextEpoch();
    expect(await ledger.enrolledNow(PROJECT.mill)).to.equal(1);
  });

  it("begins again at once after an epoch in which everyone was silent", async () => {
    const coop = await load(founded);
    await coop.allEnrol(coop.all.slice(0, 3));
    await coop.nextEpoch(3);
    expect(await coop.ledger.enrolledNow(PROJECT.mill)).to.equal(0);
    await coop.enrols(coop.people.lin);
    expect(await coop.ledger.enrolledNow(PROJECT.mill)).to.equal(1);
  });

  it("attests in three projects at most, and in a fourth once one of them has ended", async () => {
    const coop = await load(founded);
    const { ledger, people, enrols } = coop;
    for (const project of [PROJECT.cooperative, PROJECT.mill, PROJECT.repair]) await enrols(people.lin, project);
    await refused(enrols(people.lin, PROJECT.garden), ledger, "ThreeProjects", 1);
    await enrols(people.lin, PROJECT.mill);
    await coop.nextEpoch();
    await enrols(people.lin, PROJECT.garden);
    await enrols(people.lin, PROJECT.fine);
    await refused(enrols(people.lin, PROJECT.repair), ledger, "ThreeProjects", 1);
    expect(await ledger.isEnrolled(PROJECT.mill, 1, 1)).to.equal(true);
    expect(await ledger.isEnrolled(PROJECT.cooperative, 1, 1)).to.equal(false);
  });

  it("is a seated member, and attests in a project that exists", async () => {
    const { members, projects, people, stranger, enrols } = await load(founded);
    await refused(enrols(stranger), members, "NotAMember", stranger.address);
    await refused(enrols(people.lin, 9), projects, "NoSuchProject", 9);
  });

  it("has a budget of 7.5 · B / 10 while ten or fewer attest, and 7.5 · B / enrolled beyond", async () => {
    const coop = await load(founded);
    const { ledger } = coop;
    await coop.allEnrol(coop.all.slice(0, 10));
    expect(await ledger.attesterBudget(PROJECT.mill, 1)).to.deep.equal([750n * UNIT, 0n]);
    await coop.allEnrol(coop.all);
    await coop.nextEpoch();
    expect(await ledger.enrolledNow(PROJECT.mill)).to.equal(14);
    expect(await ledger.attesterBudget(PROJECT.mill, 1)).to.deep.equal([535_714_285n, 0n]);
  });
});
