import { expect } from "chai";
import { MARKS } from "../../support/assembly.ts";
import { load } from "../../support/chain.ts";
import { BUDGET, found, PROJECT, UNIT, type Cooperative } from "../../support/cooperative.ts";
import { refused } from "../../support/refused.ts";
import { votedHand } from "../../support/voted.ts";

const MILL = PROJECT.mill;

/** Twelve members, nine of whom attest in the mill. */
async function founded() {
  const coop = await found({ members: 12 });
  await coop.allEnrol(coop.all.slice(1, 10));
  return coop;
}

describe("An amendment", () => {
  it("runs beside the live version and binds from the next epoch; its stewards act at once", async () => {
    const coop = await load(founded);
    const { projects, people, record } = coop;
    const statement = await coop.assembly.graded(people.zhou, MARKS.b, { project: MILL, charter: { budget: 1100n * UNIT, rates: [1_100_000n, UNIT, 1_800_000n, 0n], minSurplus: 25, salesCap: 3n, industry: 7, stewards: [4, 5] } });
    const epoch = await coop.epoch();
    await coop.assembly.admitted(statement);
    const [log] = await projects.queryFilter(projects.filters.ProjectAmended(), record.genesisBlock);
    expect([...log!.args].slice(0, 3)).to.deep.equal([BigInt(MILL), statement.id, BigInt(epoch + 1)]);
    expect(log!.args.charter).to.deep.equal([statement.charter.statement, statement.charter.uri, 7n, 1100n * UNIT, [1_100_000n, UNIT, 1_800_000n, 0n], 25n, 3n, [4n, 5n]]);
    expect(await projects.projectCount()).to.equal(5);
    expect(await projects.termsAt(MILL, epoch)).to.deep.equal([[UNIT, UNIT, 2n * UNIT, 0n], BUDGET, 20n]);
    for (const later of [epoch + 1, epoch + 100]) expect(await projects.termsAt(MILL, later)).to.deep.equal([[1_100_000n, UNIT, 1_800_000n, 0n], 1100n * UNIT, 25n]);
    expect(await projects.cardAt(MILL, 0, epoch)).to.deep.equal([UNIT, BUDGET]);
    expect(await projects.cardAt(MILL, 2, epoch + 1)).to.deep.equal([1_800_000n, 1100n * UNIT]);
    expect(await projects.stewardsOf(MILL)).to.deep.equal([4n, 5n]);
    expect([await projects.isSteward(MILL, 2), await projects.isSteward(MILL, 4)]).to.deep.equal([false, true]);
  });

  it("keeps grade, probation and the commons' part, whatever its own grade is", async () => {
    const coop = await load(founded);
    const { assembly, projects, people } = coop;
    await assembly.admitted(await assembly.graded(people.lin, MARKS.c));
    const before = await projects.footingOf(5);
    await coop.nextEpoch();
    await assembly.admitted(await assembly.graded(people.zhou, MARKS.aPlus, { project: 5, charter: { salesCap: 77n, industry: 2 } }));
    const after = await projects.footingOf(5);
    expect([...after].slice(2)).to.deep.equal([...before].slice(2));
    expect([after.salesCap, after.industry]).to.deep.equal([77n, 2n]);
  });

  it("comes once an epoch: the next one waits, and reckons its tenth from the one before", async () => {
    const coop = await load(founded);
    const { assembly, projects, people, all } = coop;
    const [first, second] = [await assembly.drafts(people.he, { project: MILL, charter: { budget: 1050n * UNIT } }), await assembly.drafts(people.fang, { project: MILL, charter: { budget: 1100n * UNIT } })];
    for (const statement of [first, second]) await assembly.submits(statement);
    for (const statement of [first, second]) await assembly.reviewsAll(all.slice(4, 9), statement);
    await coop.days(14);
    const epoch = await coop.epoch();
    await assembly.admitted(first);
    await refused(assembly.admitted(second), projects, "AmendedThisEpoch", MILL, epoch + 1);
    await coop.nextEpoch();
    await assembly.admitted(second);
    // A draft reckons from the latest terms, though they do not bind yet.
    const third = await assembly.drafts(people.su, { project: MILL, charter: { budget: 1210n * UNIT } });
    expect([await projects.budgetAt(MILL, epoch), await projects.budgetAt(MILL, epoch + 1), await projects.budgetAt(MILL, epoch + 2)]).to.deep.equal([[BUDGET, true], [1050n * UNIT, true], [1100n * UNIT, true]]);
    await assembly.submits(third);
    await assembly.reviewsAll(all.slice(5, 10), third);
    await coop.days(14);
    await refused(assembly.admitted(third), projects, "AmendedThisEpoch", MILL, epoch + 2);
    await coop.nextEpoch();
    await assembly.admitted(third);
    expect(await projects.budgetAt(MILL, epoch + 3)).to.deep.equal([1210n * UNIT, true]);
  });

  it("is measured when it is executed: a tenth of the terms of then, not of when it was drafted", async () => {
    const coop = await load(founded);
    const { assembly, projects, people } = coop;
    const [up, down] = [await assembly.drafts(people.he, { project: MILL, charter: { budget: 1100n * UNIT } }), await assembly.drafts(people.fang, { project: MILL, charter: { budget: 900n * UNIT } })];
    for (const statement of [up, down]) await assembly.submits(statement);
    for (const statement of [up, down]) await assembly.reviewsAll(coop.all.slice(4, 9), statement);
    await coop.days(14);
    await assembly.admitted(up);
    await coop.nextEpoch();
    await refused(assembly.admitted(down), projects, "MoreThanATenth", 1100n * UNIT, 900n * UNIT);
  });

  it("of a project that is closed meanwhile is refused, and so is one of a project that is admitted in this epoch", async () => {
    const coop = await load(founded);
    const { assembly, projects, people } = coop;
    const statement = await assembly.graded(people.he, MARKS.b, { project: MILL });
    await projects.connect(await votedHand(coop)).close(MILL);
    const closing = (await coop.epoch()) + 1;
    await refused(assembly.admitted(statement), projects, "ProjectIsClosed", MILL, closing);
    const project = await assembly.graded(people.lin, MARKS.a);
    await coop.nextEpoch();
    const epoch = await coop.epoch();
    await assembly.admitted(project);
    const amendment = await assembly.graded(people.zhou, MARKS.b, { project: 5 });
    await refused(assembly.admitted(amendment), projects, "AmendedThisEpoch", 5, epoch + 1);
    await coop.nextEpoch();
    await assembly.admitted(amendment);
    expect(await projects.budgetAt(5, epoch + 2)).to.deep.equal([BUDGET, true]);
  });

  it("leaves a record at the card in force when it was recorded, though it is sealed later", async () => {
    const coop = await load(founded);
    const { people, ledger } = coop;
    await coop.nextEpoch();
    await coop.allEnrol(coop.all.slice(1, 6));
    const statement = await coop.assembly.graded(people.zhou, MARKS.b, { project: MILL, charter: { rates: [1_100_000n, UNIT, 2n * UNIT, 0n], budget: 1100n * UNIT } });
    const epoch = await coop.epoch();
    await coop.assembly.admitted(statement);
    const old = await coop.records(people.lin, { quantity: 10 });
    for (const person of coop.all.slice(1, 6)) await coop.enrols(person);
    await coop.until(coop.start(epoch + 1));
    const fresh = await coop.records(people.shen, { quantity: 10 });
    for (const rec of [old, fresh]) {
      for (const person of coop.all.slice(1, 6)) {
        if ((await ledger.claimOf(rec.id)).stage !== 1n) break;
        await coop.attests(person, rec, 10);
      }
    }
    expect([await coop.creditOf(people.lin, epoch + 1), await coop.creditOf(people.shen, epoch + 1)]).to.deep.equal([10n * UNIT, 11n * UNIT]);
    expect([(await ledger.sumsOf(MILL, epoch)).budget, (await ledger.sumsOf(MILL, epoch + 1)).budget]).to.deep.equal([BUDGET, 1100n * UNIT]);
    expect([(await ledger.sumsOf(MILL, epoch)).stop, (await ledger.sumsOf(MILL, epoch + 1)).stop]).to.deep.equal([150n * UNIT, 165n * UNIT]);
  });
});

describe("An epoch's budget", () => {
  /** A cooperative of one project with a small budget, so that there is more credit than budget. */
  async function small() {
    const coop = await found({ members: 24 });
    await coop.allEnrol(coop.all.slice(0, 10), PROJECT.cooperative);
    return coop;
  }

  /** Gives eight members 130 units each in the cooperative's own project: more than its budget of a thousand together. */
  async function earn(coop: Cooperative): Promise<void> {
    let turn = 0;
    const attesters = coop.all.slice(0, 10);
    for (const person of coop.all.slice(10, 18)) {
      const rec = await coop.records(person, { project: PROJECT.cooperative, quantity: 130 });
      for (let left = Number((await coop.ledger.claimOf(rec.id)).needed); left > 0; --left, ++turn) await coop.attests(attesters[turn % 10]!, rec, 130);
    }
  }

  it("issues by the charter of its own epoch, whenever it is drawn", async () => {
    const coop = await load(small);
    const { projects, shares, ledger } = coop;
    await earn(coop);
    const charter = { ...coop.charterOf("cooperative"), budget: 900n * UNIT };
    await projects.connect(await votedHand(coop)).amendCooperative({ ...charter, rates: [...charter.rates], stewards: [...charter.stewards] });
    expect((await ledger.sumsOf(0, 0)).budget).to.equal(BUDGET);
    await coop.nextEpoch();
    await coop.allEnrol(coop.all.slice(0, 10), PROJECT.cooperative);
    await earn(coop);
    await coop.until(coop.start(3));
    for (const epoch of [1, 0]) for (const person of coop.all.slice(10, 18)) await coop.draws(person, epoch, PROJECT.cooperative);
    expect(await shares.closedEpoch(0, 0)).to.deep.equal([BUDGET, 1040n * UNIT, BUDGET]);
    expect(await shares.closedEpoch(0, 1)).to.deep.equal([900n * UNIT, 1040n * UNIT, 1900n * UNIT]);
    expect(await coop.sharesOf(coop.all[10]!, 0)).to.equal(125n * UNIT + (900n * UNIT * 130n) / 1040n);
  });
});

describe("The cooperative's own charter", () => {
  it("is set by vote without a statement's review, within the same bounds and by a tenth at most, once an epoch", async () => {
    const coop = await load(founded);
    const { assembly, projects, members, record } = coop;
    const charter = coop.charterOf("cooperative");
    const act = async (change: Partial<typeof charter>) => {
      const next = { ...charter, ...change };
      return projects.connect(await votedHand(coop)).amendCooperative({ ...next, rates: [...next.rates], stewards: [...next.stewards] });
    };
    const most = (1n << 48n) - 1n;
    await refused(act({ budget: 0n }), projects, "BudgetOutOfBounds", 0, most);
    await refused(act({ minSurplus: 4 }), projects, "MinSurplusOutOfBounds", 4, 5, 50);
    await refused(act({ rates: [1n << 40n, 0n, 0n, 0n] }), projects, "RateOutOfBounds", 0, 1n << 40n, (1n << 40n) - 1n);
    await refused(act({ budget: 1100n * UNIT + 1n }), projects, "MoreThanATenth", BUDGET, 1100n * UNIT + 1n);
    await refused(act({ rates: [UNIT, 1n, 0n, 0n] }), projects, "MoreThanATenth", 0, 1);
    await refused(act({ stewards: [1, 1] }), projects, "StewardTwice", 1);
    await refused(act({ stewards: [99] }), members, "NoSuchMember", 99);
    await expect(assembly.passes(await assembly.amends({ ...charter, budget: 1100n * UNIT, stewards: [6, 7] }))).to.emit(projects, "ProjectAmended");
    const epoch = await coop.epoch();
    const [log] = await projects.queryFilter(projects.filters.ProjectAmended(), record.genesisBlock);
    expect([...log!.args].slice(0, 3)).to.deep.equal([0n, `0x${"0".repeat(64)}`, BigInt(epoch + 1)]);
    expect([await projects.budgetAt(0, epoch), await projects.budgetAt(0, epoch + 1), await projects.stewardsOf(0)]).to.deep.equal([[BUDGET, true], [1100n * UNIT, true], [6n, 7n]]);
    await refused(act({ budget: 1100n * UNIT }), projects, "AmendedThisEpoch", 0, epoch + 1);
    for (const { signer, address } of [coop.people.lin, coop.stranger]) await refused(projects.connect(signer).amendCooperative({ ...charter, rates: [...charter.rates], stewards: [...charter.stewards] }), projects, "OnlyByVote", address);
  });

  it("is not set by a statement, which would be a new project, and is never closed", async () => {
    const coop = await load(founded);
    const { projects, people } = coop;
    await coop.assembly.admitted(await coop.assembly.graded(people.lin, MARKS.a, { project: PROJECT.cooperative }));
    expect(await projects.projectCount()).to.equal(6);
    await refused(projects.connect(await votedHand(coop)).close(0), projects, "CooperativeStays");
    await refused(projects.connect(people.lin.signer).askToClose(0, true), projects, "CooperativeStays");
  });
});

describe("Terms of epochs gone by", () => {
  it("stay what they were, through any number of amendments", async () => {
    const coop = await load(founded);
    const { projects } = coop;
    const charter = coop.charterOf("cooperative");
    const budgets = [BUDGET];
    const hand = await votedHand(coop);
    for (let round = 0; round < 9; ++round) {
      const now = budgets.at(-1)!;
      // Every third epoch passes without an amendment.
      const next = round % 3 === 2 ? now : round % 2 === 0 ? (now * 11n) / 10n : (now * 19n) / 20n;
      if (next !== now) await projects.connect(hand).amendCooperative({ ...charter, budget: next, rates: [...charter.rates], stewards: [...charter.stewards] });
      budgets.push(next);
      await coop.nextEpoch();
      for (const [epoch, budget] of budgets.entries()) {
        expect(await projects.budgetAt(0, epoch), `${epoch} in ${round}`).to.deep.equal([budget, true]);
        expect((await projects.cardAt(0, 0, epoch)).budget).to.equal(budget);
      }
    }
  });
});
