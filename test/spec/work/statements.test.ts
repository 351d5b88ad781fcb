import { AbiCoder, id as hashOf, keccak256, ZeroHash } from "ethers";
import { expect } from "chai";
import type { Charter } from "../../../scripts/deploy/founding.ts";
import { freshDocument, MARKS, WRITTEN } from "../../support/assembly.ts";
import { load } from "../../support/chain.ts";
import { found, PROJECT, UNIT } from "../../support/cooperative.ts";
import { refused } from "../../support/refused.ts";
import { changeSeatedCount } from "../../support/seats.ts";
import { votedHand } from "../../support/voted.ts";

async function founded() {
  return found({ members: 12 });
}

describe("A project statement", () => {
  it("is drafted by a member, alone or with others, and the log has its whole charter", async () => {
    const { assembly, projects, reviews, people, record } = await load(founded);
    const previous = await assembly.drafts(people.lin);
    const charter = { uri: "data:,#%20一", industry: 1511, budget: 5n * UNIT, rates: [1n, 0n, 2n, 0n], minSurplus: 50, salesCap: 2n ** 128n - 1n, stewards: [9, 2], statement: freshDocument() } as const satisfies Charter;
    const statement = await assembly.drafts(people.zhou, { previous: previous.id, cofounders: [people.he, people.lin], charter });
    const [, log] = await projects.queryFilter(projects.filters.StatementDrafted(), record.genesisBlock);
    expect([...log!.args].slice(0, 4)).to.deep.equal([statement.id, 2n, 0n, previous.id]);
    expect(log!.args.cofounders).to.deep.equal([3n, 1n]);
    expect(log!.args.charter).to.deep.equal([charter.statement, charter.uri, 1511n, 5n * UNIT, [1n, 0n, 2n, 0n], 50n, charter.salesCap, [9n, 2n]]);
    expect(statement.id).to.equal(keccak256(AbiCoder.defaultAbiCoder().encode(["uint32", "bytes32"], [2, charter.statement])));
    expect(await projects.authorsOf(statement.id)).to.equal(2n | (3n << 32n) | (1n << 64n));
    expect(await projects.isAdmitted(statement.id)).to.equal(false);
    expect(await reviews.stageOf(statement.id)).to.equal(WRITTEN.draft);
    expect((await reviews.submissionOf(statement.id)).number).to.equal(0);
  });

  it("is also drafted by one who waits for a seat, and by no stranger, none who was expelled, and no replaced key", async () => {
    const coop = await load(founded);
    const { assembly, members, people, stranger } = coop;
    await assembly.drafts(await coop.membership.joins(41, [people.su, people.chen]));
    await refused(assembly.drafts(stranger), members, "NotAMember", stranger.address);
    await members.connect(await votedHand(coop)).expel(2, hashOf("cause"));
    await refused(assembly.drafts(people.zhou), members, "NotActive", 2, 3);
    await coop.membership.rotates(people.he, 42);
    await refused(assembly.drafts(people.he), members, "KeyReplaced", people.he.address, 3);
    await changeSeatedCount(coop, 2);
    await refused(assembly.drafts(people.fang), members, "FewerThanThreeSeated", 2);
  });

  it("is accepted once from one proposer, for whatever project and on whatever terms; another's is another", async () => {
    const { assembly, projects, reviews, people } = await load(founded);
    const statement = await assembly.drafts(people.lin);
    const charter = { statement: statement.charter.statement };
    await refused(assembly.drafts(people.lin, { charter }), projects, "StatementTaken", statement.id);
    await refused(assembly.drafts(people.lin, { project: PROJECT.mill, charter: { ...charter, budget: 7n } }), projects, "StatementTaken", statement.id);
    const other = await assembly.drafts(people.zhou, { charter });
    expect(other.id).to.not.equal(statement.id);
    await assembly.submits(statement);
    await assembly.takesBack(statement);
    expect(await reviews.stageOf(statement.id)).to.equal(WRITTEN.draft);
    await refused(assembly.drafts(people.lin, { charter }), projects, "StatementTaken", statement.id);
  });

  it("has up to seven co-founders, each a member, each once, and not its proposer", async () => {
    const { assembly, projects, members, people, all, stranger } = await load(founded);
    await assembly.drafts(people.lin, { cofounders: all.slice(1, 8) });
    await refused(assembly.drafts(people.lin, { cofounders: all.slice(1, 9) }), projects, "CofoundersOutOfBounds", 8, 7);
    await refused(assembly.drafts(people.lin, { cofounders: [people.zhou, people.he, people.zhou] }), projects, "CofounderTwice", 2);
    await refused(assembly.drafts(people.lin, { cofounders: [people.lin] }), projects, "CofounderTwice", 1);
    await refused(assembly.drafts(people.lin, { cofounders: [people.zhou, stranger] }), members, "NoSuchMember", 40);
    // Nobody is no member: an empty place would hide those who come after it.
    await refused(assembly.drafts(people.lin, { cofounders: [{ ...stranger, id: 0 }] }), members, "NoSuchMember", 0);
  });

  it("keeps its charter within the bounds of every charter", async () => {
    const { assembly, projects, members, people } = await load(founded);
    const draft = (charter: Partial<Charter>) => assembly.drafts(people.lin, { charter });
    const [most, mostRate] = [(1n << 48n) - 1n, (1n << 40n) - 1n];
    await refused(draft({ budget: 0n }), projects, "BudgetOutOfBounds", 0, most);
    await refused(draft({ budget: most + 1n }), projects, "BudgetOutOfBounds", most + 1n, most);
    for (const kind of [0, 1, 2, 3]) {
      const rates = [0n, 0n, 0n, 0n].map((_, place) => (place === kind ? mostRate + 1n : 1n)) as unknown as Charter["rates"];
      await refused(draft({ rates }), projects, "RateOutOfBounds", kind, mostRate + 1n, mostRate);
    }
    await refused(draft({ minSurplus: 4 }), projects, "MinSurplusOutOfBounds", 4, 5, 50);
    await refused(draft({ minSurplus: 51 }), projects, "MinSurplusOutOfBounds", 51, 5, 50);
    await refused(draft({ stewards: [] }), projects, "StewardsOutOfBounds", 0, 7);
    await refused(draft({ stewards: [1, 2, 3, 4, 5, 6, 7, 8] }), projects, "StewardsOutOfBounds", 8, 7);
    await refused(draft({ stewards: [4, 5, 4] }), projects, "StewardTwice", 4);
    await refused(draft({ stewards: [13] }), members, "NoSuchMember", 13);
    await draft({ budget: most, rates: [mostRate, 0n, 0n, mostRate], minSurplus: 5, stewards: [7, 6, 5, 4, 3, 2, 1] });
  });

  it("that amends a project names one that is open, and moves its budget and each of its rates by a tenth at most", async () => {
    const coop = await load(founded);
    const { assembly, projects, people } = coop;
    const draft = (charter: Partial<Charter>, project: number = PROJECT.mill) => assembly.drafts(people.lin, { project, charter });
    // The mill's card: work 1, experience 1, sharing 2, learning not recorded; a budget of 1,000.
    for (const budget of [900n * UNIT, 1100n * UNIT]) await draft({ budget });
    await refused(draft({ budget: 900n * UNIT - 1n }), projects, "MoreThanATenth", 1000n * UNIT, 900n * UNIT - 1n);
    await refused(draft({ budget: 1100n * UNIT + 1n }), projects, "MoreThanATenth", 1000n * UNIT, 1100n * UNIT + 1n);
    await draft({ rates: [900_000n, 1_100_000n, 2_200_000n, 0n] });
    await refused(draft({ rates: [899_999n, UNIT, 2n * UNIT, 0n] }), projects, "MoreThanATenth", UNIT, 899_999);
    await refused(draft({ rates: [UNIT, UNIT, 2_200_001n, 0n] }), projects, "MoreThanATenth", 2n * UNIT, 2_200_001);
    // A kind is neither added nor dropped: a tenth of nothing is nothing.
    await refused(draft({ rates: [UNIT, UNIT, 2n * UNIT, 1n] }), projects, "MoreThanATenth", 0, 1);
    await refused(draft({ rates: [UNIT, 0n, 2n * UNIT, 0n] }), projects, "MoreThanATenth", UNIT, 0);
    // A tenth of one micro-unit is less than one.
    await refused(draft({ rates: [2n, 0n, 0n, 0n] }, PROJECT.fine), projects, "MoreThanATenth", 1, 2);
    await refused(draft({}, 5), projects, "NoSuchProject", 5);
    await projects.connect(await votedHand(coop)).close(PROJECT.mill);
    await refused(draft({}), projects, "ProjectIsClosed", PROJECT.mill, 1);
  });
});

describe("Asking for review", () => {
  it("is the proposer's, while it is a draft, and says how many reviews are needed until when", async () => {
    const coop = await load(founded);
    const { assembly, projects, reviews, people } = coop;
    const statement = await assembly.drafts(people.lin, { cofounders: [people.zhou] });
    for (const who of [people.zhou, people.he]) await refused(assembly.submits(statement, who), reviews, "NotProposer", statement.id, who.id);
    const act = assembly.submits(statement);
    await act;
    const deadline = (await coop.now()) + 14 * 86_400;
    await expect(act).to.emit(reviews, "Submitted").withArgs(statement.id, 1, deadline, 5, 5);
    await refused(assembly.submits(statement), reviews, "NotDraft", statement.id, WRITTEN.inReview);
    await refused(assembly.submits({ id: hashOf("none"), by: people.lin }), projects, "NoSuchStatement", hashOf("none"));
  });

  it("is no act of a stranger's or of one who was expelled; taking back is, as long as one is a member", async () => {
    const coop = await load(founded);
    const { assembly, members, reviews, people, stranger } = coop;
    const [waiting, statement] = [await assembly.drafts(people.lin), await assembly.drafts(people.lin)];
    await assembly.submits(statement);
    await members.connect(await votedHand(coop)).expel(1, hashOf("cause"));
    await refused(assembly.submits(waiting), members, "NotActive", 1, 3);
    for (const act of [assembly.submits(waiting, stranger), assembly.takesBack(statement, stranger)]) await refused(act, members, "NotAMember", stranger.address);
    await expect(assembly.takesBack(statement)).to.emit(reviews, "TakenBack").withArgs(statement.id, 1);
  });

  it("may be taken back in review and after it, by the proposer, and begins anew then", async () => {
    const coop = await load(founded);
    const { assembly, projects, reviews, people } = coop;
    const statement = await assembly.graded(people.lin, MARKS.aPlus, { cofounders: [people.zhou] });
    await refused(assembly.takesBack(statement, people.zhou), reviews, "NotProposer", statement.id, 2);
    expect(await reviews.gradeOf(statement.id)).to.equal(5);
    await expect(assembly.takesBack(statement)).to.emit(reviews, "TakenBack").withArgs(statement.id, 1);
    expect(await reviews.stageOf(statement.id)).to.equal(WRITTEN.draft);
    await refused(reviews.gradeOf(statement.id), reviews, "NotReviewed", statement.id, WRITTEN.draft);
    await refused(assembly.takesBack(statement), reviews, "NothingToTakeBack", statement.id, WRITTEN.draft);
    await assembly.submits(statement);
    expect(await reviews.countsOf(statement.id)).to.deep.equal(Array.from({ length: 12 }, () => [0n, 0n, 0n]));
    expect((await reviews.submissionOf(statement.id)).number).to.equal(2);
    await assembly.takesBack(statement);
    await refused(assembly.takesBack({ id: hashOf("none"), by: people.lin }), projects, "NoSuchStatement", hashOf("none"));
    expect(await reviews.stageOf(hashOf("none"))).to.equal(WRITTEN.none);
    expect(await projects.authorsOf(hashOf("none"))).to.equal(0);
    expect(await projects.statementId(1, ZeroHash)).to.equal(keccak256(AbiCoder.defaultAbiCoder().encode(["uint32", "bytes32"], [1, ZeroHash])));
  });
});
