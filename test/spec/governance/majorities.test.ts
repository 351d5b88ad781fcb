import { expect } from "chai";
import { type Action, MAJORITY, MARKS, MATTER, NUMBER, STATE } from "../../support/assembly.ts";
import { chain, load } from "../../support/chain.ts";
import { found, PROJECT } from "../../support/cooperative.ts";

/** Twenty-four members and a statement of each grade. A vote is open on each matter. */
async function allMatters() {
  const coop = await found({ members: 24 });
  const { assembly, all } = coop;
  const graded = async (place: number, marks: number) => {
    const statement = await assembly.drafts(all[place]!);
    await assembly.submits(statement);
    await assembly.reviewsAll(all.slice(10, 15), statement, marks);
    return statement;
  };
  const statements = [await graded(0, MARKS.aPlus), await graded(1, MARKS.a), await graded(2, MARKS.b), await graded(3, MARKS.c)];
  await coop.until(await assembly.deadline(statements[3]!));
  const actions: Action[] = [];
  for (const statement of statements) actions.push(await assembly.admits(statement));
  const [token, purse] = [coop.stranger.address, coop.stranger.address];
  actions.push(await assembly.sets(NUMBER.stopPercent, 20), await assembly.expels(24), await assembly.spendsReserve(PROJECT.mill, token, purse, 1n), await assembly.listsToken(token));
  const names = ["aPlus", "a", "b", "c", "terms", "expulsion", "funds", "listing"] as const;
  const proposals = [];
  for (const [place, action] of actions.entries()) proposals.push([names[place]!, await assembly.proposes(all[place + 4]!, action)] as const);
  return { coop, proposals: Object.fromEntries(proposals) as Record<(typeof names)[number], (typeof proposals)[number][1]> };
}

// For, against, abstaining, and what comes of it. Of 24 seated five are the quorum of an admission, eight of all else.
const CASES = {
  "An admission with A or better needs more than one half": [["aPlus", "a"], [
    [3, 2, 2, true], [4, 3, 1, true], [12, 11, 0, true], [13, 11, 0, true], [1, 0, 4, true],
    [3, 3, 2, false], [12, 12, 0, false], [2, 3, 3, false], [0, 0, 5, false], [0, 1, 23, false],
    [5, 0, 0, true], [4, 0, 0, false], [4, 3, 0, false], [4, 20, 0, false], [3, 1, 1, false],
  ]],
  "An admission with B needs three fifths": [["b"], [
    [6, 4, 0, true], [3, 2, 2, true], [12, 8, 4, true], [14, 9, 0, true],
    [5, 4, 0, false], [8, 6, 0, false], [13, 9, 2, false], [0, 0, 9, false], [4, 0, 0, false],
  ]],
  "An admission with C needs two thirds": [["c"], [
    [4, 2, 1, true], [8, 4, 0, true], [16, 8, 0, true], [5, 0, 0, true],
    [5, 3, 0, false], [7, 4, 0, false], [15, 8, 1, false], [15, 9, 0, false], [4, 2, 0, false], [0, 0, 24, false],
  ]],
  "A change of terms needs three fifths, and a third of all who take part without being against": [["terms", "listing"], [
    [6, 4, 2, true], [12, 8, 0, true], [8, 0, 0, true], [1, 0, 7, true], [9, 6, 0, true],
    [5, 4, 3, false], [11, 8, 0, false], [7, 0, 0, false], [7, 4, 0, false], [6, 4, 1, false], [0, 0, 8, false],
  ]],
  "An expulsion needs two thirds, and a third of all who take part without being against": [["expulsion"], [
    [8, 4, 0, true], [16, 8, 0, true], [4, 2, 4, true], [8, 0, 0, true],
    [7, 4, 1, false], [15, 8, 1, false], [15, 9, 0, false], [7, 0, 0, false], [4, 2, 3, false],
  ]],
  "A payment out of a reserve needs two thirds, and a third of all who take part without being against": [["funds"], [
    [8, 4, 0, true], [4, 2, 4, true], [8, 0, 0, true],
    [7, 4, 1, false], [15, 8, 1, false], [7, 0, 0, false], [4, 2, 3, false],
  ]],
} as const;

for (const [title, [matters, outcomes]] of Object.entries(CASES)) {
  describe(title, () => {
    for (const [yes, no, abstaining, passes] of outcomes) {
      it(`${passes ? "passes" : "fails"} with ${yes} for, ${no} against and ${abstaining} abstaining`, async () => {
        const { coop, proposals } = await load(allMatters);
        const { assembly, all, governor } = coop;
        const start = await chain.networkHelpers.takeSnapshot();
        for (const matter of matters) {
          await start.restore();
          const proposal = proposals[matter];
          await assembly.opens(proposal);
          await assembly.allVote(all.slice(0, yes), proposal);
          await assembly.allVote(all.slice(yes, yes + no), proposal, "against");
          await assembly.allVote(all.slice(yes + no, yes + no + abstaining), proposal, "abstain");
          expect(await governor.proposalVotes(proposal.id)).to.deep.equal([BigInt(no), BigInt(yes), BigInt(abstaining)]);
          await assembly.ends(proposal);
          expect(await assembly.state(proposal)).to.equal(passes ? STATE.succeeded : STATE.defeated);
        }
      });
    }
  });
}

describe("The majority", () => {
  it("is of those who are for or against, by matter and by grade, and is said when it is proposed", async () => {
    const { coop, proposals } = await load(allMatters);
    const wanted = { aPlus: MAJORITY.half, a: MAJORITY.half, b: MAJORITY.threeFifths, c: MAJORITY.twoThirds, terms: MAJORITY.threeFifths, expulsion: MAJORITY.twoThirds, funds: MAJORITY.twoThirds, listing: MAJORITY.threeFifths };
    await coop.assembly.opens(proposals.expulsion);
    for (const [name, { id }] of Object.entries(proposals)) {
      const decision = await coop.governor.decisionOf(id);
      expect(decision.majority, name).to.equal(wanted[name as keyof typeof wanted]);
      expect(await coop.governor.quorumOf(id), name).to.equal(decision.matter === MATTER.admission ? 5 : 8);
    }
  });
});

describe("The quorum", () => {
  // Seated, percentage, of an admission, of all else.
  const TABLE = [
    [3, 10, 2, 2], [4, 10, 3, 3], [5, 10, 3, 3], [6, 10, 4, 4], [7, 10, 4, 4], [8, 10, 5, 5], [9, 10, 5, 5],
    [10, 10, 5, 5], [11, 10, 5, 5], [15, 10, 5, 5], [16, 10, 5, 6], [24, 10, 5, 8], [49, 10, 5, 17], [50, 10, 5, 17], [51, 10, 6, 17],
    [52, 10, 6, 18], [99, 10, 10, 33], [100, 10, 10, 34], [101, 10, 11, 34], [1_000, 10, 100, 334], [4_000_000_000, 10, 400_000_000, 1_333_333_334],
    [9, 30, 5, 5], [10, 5, 5, 5], [10, 30, 5, 5], [100, 5, 5, 34], [101, 5, 6, 34], [100, 30, 30, 34], [20, 30, 6, 7], [1_000, 30, 300, 334],
  ] as const;

  it("is more than half of fewer than ten, then five or the percentage rounded up, and a third rounded up of all but an admission", async () => {
    const { coop } = await load(allMatters);
    for (const [seated, percent, admission, other] of TABLE) {
      const name = `${seated} seated, ${percent} %`;
      expect(await coop.governor.quorumFor(seated, percent, MATTER.admission), name).to.equal(admission);
      for (const matter of [MATTER.terms, MATTER.expulsion, MATTER.naming, MATTER.funds]) expect(await coop.governor.quorumFor(seated, percent, matter), name).to.equal(other);
    }
  });

  it("is never more than all, never fewer than a third where terms or members change, and never falls as members come", async () => {
    const { coop } = await load(allMatters);
    const numbers = Array.from({ length: 60 }, (_, place) => place + 1);
    for (const percent of [5, 10, 30]) {
      let before = 0n;
      for (const seated of numbers) {
        const [admission, terms] = await Promise.all([coop.governor.quorumFor(seated, percent, MATTER.admission), coop.governor.quorumFor(seated, percent, MATTER.terms)]);
        expect(Number(terms)).to.be.at.most(seated).and.at.least(seated / 3).and.at.least(Number(admission));
        expect(terms >= before, `${seated}`).to.equal(true);
        before = terms;
      }
    }
  });

  it("of three founders is two: one alone decides nothing, two do, and whoever abstains takes part", async () => {
    const outcomes = [["for"], ["for", "for"], ["for", "abstain"], ["for", "against", "against"], ["for", "for", "against"], ["for", "against", "abstain"], ["against", "against", "for"], ["abstain", "abstain", "abstain"]] as const;
    const passed = [false, true, true, false, true, false, false, false];
    for (const [place, ballots] of outcomes.entries()) {
      const coop = await found({ members: 3 });
      const { assembly, governor, all } = coop;
      const proposal = await assembly.proposes(all[0]!, await assembly.sets(NUMBER.stopPercent, 20));
      await assembly.opens(proposal);
      for (const [voter, support] of ballots.entries()) await assembly.votes(all[voter]!, proposal, support);
      await assembly.ends(proposal);
      expect(await governor.quorumOf(proposal.id)).to.equal(2);
      expect(await assembly.state(proposal), ballots.join(", ")).to.equal(passed[place] ? STATE.succeeded : STATE.defeated);
    }
  });
});
