import { AbiCoder, keccak256 } from "ethers";
import { expect } from "chai";
import { GRADE, MARKS, type Statement, WRITTEN } from "../../support/assembly.ts";
import { chain, load } from "../../support/chain.ts";
import { BUDGET, DAY, found, PROJECT, UNIT, type Cooperative } from "../../support/cooperative.ts";
import { refused } from "../../support/refused.ts";
import { votedHand } from "../../support/voted.ts";

/** Twelve members and a statement of Lin's that is graded A. Its project will be number 5. */
async function graded() {
  const coop = await found({ members: 12 });
  const statement = await coop.assembly.graded(coop.people.lin, MARKS.a, { charter: { stewards: [1, 3], salesCap: 9n, industry: 1061 } });
  return { coop, statement };
}

const NEXT = 5;
/** What execution says of a statement whose terms are these. */
const admit = async (coop: Cooperative, statement: Statement, change: { submission?: number; project?: number; charter?: Partial<Statement["charter"]> } = {}) => {
  const charter = { ...statement.charter, ...change.charter };
  return coop.projects.connect(await votedHand(coop)).admit(statement.id, change.submission ?? 1, change.project ?? statement.project, { ...charter, rates: [...charter.rates], stewards: [...charter.stewards] });
};

describe("An admission", () => {
  it("goes all the way: drafted, reviewed, voted, and live from the epoch after", async () => {
    const { coop, statement } = await load(graded);
    const { assembly, projects, reviews, ledger, people, record } = coop;
    const act = assembly.passes(await assembly.admits(statement));
    await act;
    const from = (await coop.epoch()) + 1;
    const [log] = await projects.queryFilter(projects.filters.ProjectAdmitted(), record.genesisBlock);
    const { charter } = statement;
    expect([...log!.args].slice(0, 6)).to.deep.equal([BigInt(NEXT), statement.id, GRADE.a, BigInt(from), BigInt(from + 3), 20n]);
    expect(log!.args.charter).to.deep.equal([charter.statement, charter.uri, 1061n, BUDGET, [...charter.rates], 20n, 9n, [1n, 3n]]);
    expect([await projects.isAdmitted(statement.id), await reviews.stageOf(statement.id), await reviews.gradeOf(statement.id)]).to.deep.equal([true, WRITTEN.admitted, GRADE.a]);
    expect(await projects.footingOf(NEXT)).to.deep.equal([9n, 1061n, BigInt(from), BigInt(from + 3), 20n, GRADE.a, 0n]);
    expect(await projects.stewardsOf(NEXT)).to.deep.equal([1n, 3n]);
    // Not before: nothing is recorded, no batch is posted, and enrolment is for the next epoch.
    await refused(coop.records(people.zhou, { project: NEXT }), projects, "ProjectNotLive", NEXT, from);
    await refused(coop.posting(people.lin, { root: `0x${"12".repeat(32)}`, sum: 1n, project: NEXT }), projects, "ProjectNotLive", NEXT, from);
    expect(await projects.budgetAt(NEXT, from - 1)).to.deep.equal([BUDGET, false]);
    await expect(coop.enrols(people.he, NEXT)).to.emit(ledger, "Enrolled").withArgs(NEXT, 3, from, from);
    await coop.enrols(people.fang, NEXT);
    await coop.nextAt(coop.start(from) - 1);
    await refused(coop.records(people.zhou, { project: NEXT }), projects, "ProjectNotLive", NEXT, from);
    await coop.until(coop.start(from));
    expect(await projects.budgetAt(NEXT, from)).to.deep.equal([BUDGET, true]);
    const rec = await coop.records(people.zhou, { project: NEXT, quantity: 1 });
    await coop.allAttest([people.he, people.fang], rec, 1);
    expect(await coop.creditOf(people.zhou, from, NEXT)).to.equal(UNIT);
  });

  it("has the probation and the commons' part of its grade: A and A+ three epochs and 20 %, B four and 25 %, C six and 30 %", async () => {
    for (const [name, grade, epochs, percent] of [["aPlus", GRADE.aPlus, 3, 20n], ["a", GRADE.a, 3, 20n], ["b", GRADE.b, 4, 25n], ["c", GRADE.c, 6, 30n]] as const) {
      const { coop } = await load(graded);
      const statement = await coop.assembly.graded(coop.people.zhou, MARKS[name]);
      await coop.assembly.admitted(statement);
      const from = (await coop.epoch()) + 1;
      const footing = await coop.projects.footingOf(NEXT);
      expect([footing.firstEpoch, footing.probationUntil, footing.commonsPercent, footing.grade]).to.deep.equal([BigInt(from), BigInt(from + epochs), percent, grade]);
    }
  });

  it("is a vote's alone", async () => {
    const { coop, statement } = await load(graded);
    const { projects, people, stranger } = coop;
    for (const { signer, address } of [people.lin, stranger]) await refused(projects.connect(signer).admit(statement.id, 1, 0, { ...statement.charter, rates: [...statement.charter.rates], stewards: [...statement.charter.stewards] }), projects, "OnlyByVote", address);
  });

  it("is of the terms that were drafted and reviewed, to the last of them", async () => {
    const { coop, statement } = await load(graded);
    const { projects } = coop;
    const { charter } = statement;
    const changes: { project?: number; charter?: Partial<Statement["charter"]> }[] = [
      { charter: { budget: BUDGET + 1n } }, { charter: { rates: [UNIT, UNIT, 2n * UNIT, 1n] as const } }, { charter: { minSurplus: 21 } }, { charter: { salesCap: 10n } }, { charter: { industry: 1 } },
      { charter: { uri: "data:,other" } }, { charter: { statement: `0x${"12".repeat(32)}` } }, { charter: { stewards: [3, 1] } }, { charter: { stewards: [1] } }, { project: PROJECT.mill },
    ];
    const types = ["uint32", "tuple(bytes32,string,uint32,uint64,uint48[4],uint8,uint128,uint32[])"];
    const hashed = (project: number, it: typeof charter) => keccak256(AbiCoder.defaultAbiCoder().encode(types, [project, [it.statement, it.uri, it.industry, it.budget, it.rates, it.minSurplus, it.salesCap, it.stewards]]));
    for (const change of changes) {
      const given = hashed(change.project ?? 0, { ...charter, ...change.charter });
      await refused(admit(coop, statement, change), projects, "TermsDiffer", statement.id, hashed(0, charter), given);
    }
    await admit(coop, statement);
  });

  it("is of the submission that was voted on: taken back, a vote that passed can no longer be executed", async () => {
    const { coop, statement } = await load(graded);
    const { assembly, projects, all } = coop;
    const proposal = await assembly.proposes(all[2]!, await assembly.admits(statement));
    await assembly.opens(proposal);
    await assembly.allVote(all.slice(0, 6), proposal);
    await assembly.waits(proposal);
    const start = await chain.networkHelpers.takeSnapshot();
    await assembly.takesBack(statement);
    await refused(assembly.executes(proposal), projects, "NotReviewedNow", statement.id, 1, 1);
    // Submitted anew it is another submission, in review and after it.
    await assembly.submits(statement);
    await refused(assembly.executes(proposal), projects, "NotReviewedNow", statement.id, 1, 2);
    await start.restore();
    await expect(assembly.executes(proposal)).to.emit(projects, "ProjectAdmitted");
  });

  it("of what was submitted and reviewed anew needs a new vote", async () => {
    const { coop, statement } = await load(graded);
    const { assembly, projects, governor, all } = coop;
    await assembly.takesBack(statement);
    await assembly.submits(statement);
    await assembly.reviewsAll(all.slice(1, 6), statement, MARKS.c);
    await coop.until(await assembly.deadline(statement));
    await refused(admit(coop, statement, { submission: 1 }), projects, "NotReviewedNow", statement.id, 1, 2);
    await refused(assembly.proposing(all[1]!, [await assembly.admits(statement, 1)]), governor, "NotReviewedNow", statement.id, 1, 2);
    await expect(admit(coop, statement, { submission: 2 })).to.emit(projects, "ProjectAdmitted");
  });

  it("is of what is reviewed and not worse than C, while its grade holds, once", async () => {
    const { coop, statement } = await load(graded);
    const { assembly, projects, people } = coop;
    const draft = await assembly.drafts(people.he);
    await refused(admit(coop, draft), projects, "NotReviewedNow", draft.id, 1, 0);
    await assembly.submits(draft);
    await refused(admit(coop, draft), projects, "NotReviewedNow", draft.id, 1, 1);
    const low = await assembly.graded(people.zhou, MARKS.d);
    await refused(admit(coop, low), projects, "GradeTooLow", low.id, GRADE.d);
    await refused(admit(coop, { ...statement, id: `0x${"12".repeat(32)}` }), projects, "NoSuchStatement", `0x${"12".repeat(32)}`);
    const deadline = await assembly.deadline(statement);
    const start = await chain.networkHelpers.takeSnapshot();
    await coop.nextAt(deadline + 90 * DAY - 1);
    await admit(coop, statement);
    await refused(admit(coop, statement), projects, "NotReviewedNow", statement.id, 1, 1);
    await start.restore();
    const hand = await votedHand(coop);
    await coop.nextAt(deadline + 90 * DAY);
    await refused(projects.connect(hand).admit(statement.id, 1, 0, { ...statement.charter, rates: [...statement.charter.rates], stewards: [...statement.charter.stewards] }), projects, "NotReviewedNow", statement.id, 1, 1);
  });

  it("leaves what was admitted as it is: it is neither submitted, nor reviewed, nor taken back again", async () => {
    const { coop, statement } = await load(graded);
    const { assembly, projects, reviews, people } = coop;
    await admit(coop, statement);
    await refused(assembly.submits(statement), reviews, "NotDraft", statement.id, WRITTEN.admitted);
    await refused(assembly.takesBack(statement), reviews, "NothingToTakeBack", statement.id, WRITTEN.admitted);
    await refused(assembly.reviews(people.fang, statement), reviews, "NotInReview", statement.id, WRITTEN.admitted);
    await refused(assembly.drafts(people.lin, { charter: { statement: statement.charter.statement } }), projects, "StatementTaken", statement.id);
    await coop.days(500);
    expect([await reviews.stageOf(statement.id), await reviews.gradeOf(statement.id)]).to.deep.equal([WRITTEN.admitted, GRADE.a]);
  });

  it("that was defeated, or was not executed in time, is taken up again by the same statement", async () => {
    const { coop, statement } = await load(graded);
    const { assembly, reviews, projects, all } = coop;
    const lost = await assembly.proposes(all[2]!, await assembly.admits(statement));
    await assembly.opens(lost);
    await assembly.allVote(all.slice(0, 6), lost, "against");
    await assembly.ends(lost);
    expect(await reviews.stageOf(statement.id)).to.equal(WRITTEN.reviewed);
    await assembly.takesBack(statement);
    await assembly.submits(statement);
    await assembly.reviewsAll(all.slice(1, 6), statement);
    await coop.until(await assembly.deadline(statement));
    await expect(assembly.passes(await assembly.admits(statement, 2))).to.emit(projects, "ProjectAdmitted");
  });

  it("of two statements in one epoch makes two projects, numbered as they are executed", async () => {
    const { coop, statement } = await load(graded);
    const { assembly, projects, people } = coop;
    const other = await assembly.graded(people.zhou, MARKS.b);
    await assembly.admitted(other);
    await assembly.admitted(statement);
    expect([await projects.projectCount(), await projects.stewardsOf(NEXT), await projects.stewardsOf(NEXT + 1)]).to.deep.equal([7n, [2n], [1n, 3n]]);
  });
});
