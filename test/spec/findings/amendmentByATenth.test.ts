import { expect } from "chai";
import { MAJORITY, MARKS, MATTER, STATE } from "../../support/assembly.ts";
import { load } from "../../support/chain.ts";
import { found, PROJECT, type Cooperative } from "../../support/cooperative.ts";

const twentyFour = async () => found({ members: 24 });

/** Six friends write that the mill's steward is one of them, grade it themselves, and put it to a vote while the others are away. */
async function taking(coop: Cooperative, marks: number) {
  const { assembly, all } = coop;
  const friends = all.slice(18);
  const charter = { ...coop.charterOf("mill"), statement: `0x${"ab".repeat(32)}`, stewards: [friends[0]!.id] };
  const statement = await assembly.drafts(friends[0]!, { project: PROJECT.mill, charter });
  await assembly.submits(statement);
  await assembly.reviewsAll(friends.slice(1), statement, marks);
  await coop.until(await assembly.deadline(statement));
  return { friends, proposal: await assembly.proposes(friends[0]!, await assembly.admits(statement)) };
}

// An amendment names stewards, who act at once and may close the project, and was weighed as an admission: of twenty-four five took a
// project, and of a hundred ten would have, where replacing its stewards or closing it by vote takes a third.
describe("An amendment", () => {
  it("needs what every change of terms needs: three fifths, and a third of the members", async () => {
    const coop = await load(twentyFour);
    const { assembly, governor, projects } = coop;
    const { friends, proposal } = await taking(coop, MARKS.aPlus);
    const { matter, majority } = await governor.decisionOf(proposal.id);
    expect([matter, majority]).to.deep.equal([MATTER.terms, MAJORITY.threeFifths]);
    await assembly.opens(proposal);
    await assembly.allVote(friends, proposal);
    expect(await governor.quorumOf(proposal.id)).to.equal(8n);
    await assembly.ends(proposal);
    expect(await assembly.state(proposal)).to.equal(STATE.defeated);
    expect(await projects.stewardsOf(PROJECT.mill)).to.deep.equal([2n, 3n]);
  });

  it("with a C still needs two thirds", async () => {
    const coop = await load(twentyFour);
    const { proposal } = await taking(coop, MARKS.c);
    const { matter, majority } = await coop.governor.decisionOf(proposal.id);
    expect([matter, majority]).to.deep.equal([MATTER.terms, MAJORITY.twoThirds]);
  });

  it("that is called a new project, to need less, cannot be carried out", async () => {
    const coop = await load(twentyFour);
    const { assembly, all, governor, projects } = coop;
    const statement = await assembly.graded(all[18]!, MARKS.a, { project: PROJECT.mill, charter: { ...coop.charterOf("mill"), statement: `0x${"cd".repeat(32)}`, stewards: [19] } });
    const proposal = await assembly.proposes(all[18]!, await assembly.admits({ ...statement, project: 0 }));
    expect((await governor.decisionOf(proposal.id)).matter).to.equal(MATTER.admission);
    await assembly.opens(proposal);
    await assembly.allVote(all, proposal);
    await assembly.waits(proposal);
    await expect(assembly.executes(proposal)).to.be.revertedWithCustomError(projects, "TermsDiffer");
  });
});
