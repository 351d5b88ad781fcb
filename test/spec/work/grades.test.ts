import { id as hashOf } from "ethers";
import { expect } from "chai";
import { GRADE, MARKS, marksOf, NUMBER, type Statement, WRITTEN } from "../../support/assembly.ts";
import { chain, load } from "../../support/chain.ts";
import { type Cooperative, DAY, found } from "../../support/cooperative.ts";
import { refused } from "../../support/refused.ts";
import { changeSeatedCount, seatNewcomer } from "../../support/seats.ts";
import { votedHand } from "../../support/voted.ts";

/** Twelve members and Lin's statement in review, with Zhou as co-founder: five reviews are needed. */
async function submitted() {
  const coop = await found({ members: 12 });
  const { assembly, people } = coop;
  const statement = await assembly.drafts(people.lin, { cofounders: [people.zhou] });
  await assembly.submits(statement);
  const { submittedAt, deadline } = await coop.reviews.submissionOf(statement.id);
  return { coop, statement, submittedAt: Number(submittedAt), deadline: Number(deadline) };
}

/** The stage in each of these seconds. */
async function stagesAt(coop: Cooperative, { id }: Statement, seconds: readonly number[]): Promise<bigint[]> {
  const stages: bigint[] = [];
  for (const second of seconds) {
    await coop.until(second);
    stages.push(await coop.reviews.stageOf(id));
  }
  return stages;
}

const { draft, inReview, reviewed } = WRITTEN;
const expel = async (coop: Cooperative, member: number) => coop.members.connect(await votedHand(coop)).expel(member, hashOf("cause"));

describe("The grade of a statement", () => {
  it("stands after fourteen days where enough reviewed by then, to the second", async () => {
    const { coop, statement, deadline, submittedAt } = await load(submitted);
    const { assembly, reviews, people, all } = coop;
    await assembly.reviewsAll(all.slice(2, 7), statement, MARKS.a);
    expect(deadline - submittedAt).to.equal(14 * DAY);
    await coop.until(deadline - 1);
    expect(await reviews.stageOf(statement.id)).to.equal(inReview);
    await refused(reviews.gradeOf(statement.id), reviews, "NotReviewed", statement.id, inReview);
    await coop.until(deadline);
    expect([await reviews.stageOf(statement.id), await reviews.gradeOf(statement.id)]).to.deep.equal([reviewed, GRADE.a]);
    await refused(assembly.reviews(people.tang, statement, 0), reviews, "NotInReview", statement.id, reviewed);
  });

  it("does not stand with those who came first: who comes until the last second counts, and who revises", async () => {
    const { coop, statement, deadline } = await load(submitted);
    const { assembly, reviews, people, all } = coop;
    await assembly.reviewsAll(all.slice(2, 7), statement, MARKS.aPlus);
    await assembly.reviewsAll(all.slice(7, 11), statement, MARKS.d);
    await coop.nextAt(deadline - 1);
    await assembly.reviews(people.he, statement, MARKS.d);
    await coop.until(deadline);
    expect(await reviews.gradeOf(statement.id)).to.equal(GRADE.d);
  });

  it("stands with the review that makes it enough where that comes later, and in that second", async () => {
    const { coop, statement, deadline } = await load(submitted);
    const { assembly, reviews, people, all } = coop;
    await assembly.reviewsAll(all.slice(2, 6), statement, MARKS.b);
    await coop.until(deadline + 10 * DAY);
    expect(await reviews.stageOf(statement.id)).to.equal(inReview);
    await assembly.reviews(people.he, statement, MARKS.c);
    expect(await reviews.stageOf(statement.id)).to.equal(inReview);
    await assembly.reviews(people.ye, statement, MARKS.b);
    expect([await reviews.stageOf(statement.id), await reviews.gradeOf(statement.id)]).to.deep.equal([reviewed, GRADE.b]);
    await refused(assembly.reviews(people.luo, statement), reviews, "NotInReview", statement.id, reviewed);
    expect((await reviews.submissionOf(statement.id)).filledAt).to.equal(await coop.now());
  });

  it("holds for ninety days, and then it is a draft again; a draft again as well where too few came in ninety days", async () => {
    const { coop, statement, deadline, submittedAt } = await load(submitted);
    const { assembly, reviews, all } = coop;
    const start = await chain.networkHelpers.takeSnapshot();
    expect(await stagesAt(coop, statement, [submittedAt + 90 * DAY - 1, submittedAt + 90 * DAY])).to.deep.equal([inReview, draft]);
    await refused(assembly.reviews(all[2]!, statement), reviews, "NotInReview", statement.id, draft);
    await start.restore();
    await assembly.reviewsAll(all.slice(2, 7), statement);
    expect(await stagesAt(coop, statement, [deadline - 1, deadline, deadline + 90 * DAY - 1, deadline + 90 * DAY])).to.deep.equal([inReview, reviewed, reviewed, draft]);
    await refused(reviews.gradeOf(statement.id), reviews, "NotReviewed", statement.id, draft);
    await assembly.submits(statement);
    expect((await reviews.submissionOf(statement.id)).number).to.equal(2);
    await start.restore();
    await coop.until(submittedAt + 89 * DAY);
    await assembly.reviewsAll(all.slice(2, 7), statement);
    const filled = await coop.now();
    expect(await stagesAt(coop, statement, [filled + 90 * DAY - 1, filled + 90 * DAY])).to.deep.equal([reviewed, draft]);
    expect(await reviews.KEPT()).to.equal(90 * DAY);
  });

  it("is the sum of the lower medians: 22 A+, 18 A, 14 B, 10 C, and less D", async () => {
    const sums = [[24, "aPlus"], [22, "aPlus"], [21, "a"], [18, "a"], [17, "b"], [14, "b"], [13, "c"], [10, "c"], [9, "d"], [0, "d"]] as const;
    const { coop, statement, deadline } = await load(submitted);
    const { assembly, reviews, all } = coop;
    const start = await chain.networkHelpers.takeSnapshot();
    // The three points that cap come first, so that they are 0 last.
    const order = [2, 6, 7, 0, 1, 3, 4, 5, 8, 9, 10, 11];
    for (const [sum, grade] of sums) {
      await start.restore();
      const marks = Array.from({ length: 12 }, () => 0);
      for (let left = sum, turn = 0; left > 0; --left, ++turn) marks[order[turn % 12]!]! += 1;
      await assembly.reviewsAll(all.slice(2, 7), statement, marksOf(...marks));
      await coop.until(deadline);
      expect(await reviews.gradeOf(statement.id), `${sum}`).to.equal(GRADE[grade]);
    }
  });

  it("is C at best where return to users, closed loop or price and value apart have a median of 0, and only then", async () => {
    const { coop, statement, deadline } = await load(submitted);
    const { assembly, reviews, all } = coop;
    const start = await chain.networkHelpers.takeSnapshot();
    for (let point = 0; point < 12; ++point) {
      await start.restore();
      const marks = 0xaaaaaa & ~(3 << (2 * point));
      // Three of five say 0: that is the median. Two of five is not.
      await assembly.reviewsAll(all.slice(2, 5), statement, marks);
      await assembly.reviewsAll(all.slice(5, 7), statement, MARKS.aPlus);
      await coop.until(deadline);
      expect(await reviews.gradeOf(statement.id), `${point}`).to.equal([2, 6, 7].includes(point) ? GRADE.c : GRADE.aPlus);
      await start.restore();
      await assembly.reviewsAll(all.slice(2, 4), statement, marks);
      await assembly.reviewsAll(all.slice(4, 7), statement, MARKS.aPlus);
      await coop.until(deadline);
      expect(await reviews.gradeOf(statement.id), `${point}`).to.equal(GRADE.aPlus);
    }
  });

  it("is the lower of the two middles where an even number reviewed", async () => {
    const { coop, statement, deadline } = await load(submitted);
    const { assembly, reviews, all } = coop;
    await assembly.reviewsAll(all.slice(2, 5), statement, MARKS.aPlus);
    await assembly.reviewsAll(all.slice(5, 8), statement, MARKS.c);
    await coop.until(deadline);
    expect(await reviews.gradeOf(statement.id)).to.equal(GRADE.c);
  });

  it("takes the days of review of the epoch in which it was submitted", async () => {
    const { coop, statement } = await load(submitted);
    const { assembly, reviews, parameters, people } = coop;
    await parameters.connect(await votedHand(coop)).set(NUMBER.reviewDays, 28);
    const same = await assembly.drafts(people.he);
    await assembly.submits(same);
    expect((await assembly.deadline(same)) - (await coop.now())).to.equal(14 * DAY);
    await coop.nextEpoch();
    const next = await assembly.drafts(people.he);
    await assembly.submits(next);
    expect((await assembly.deadline(next)) - (await coop.now())).to.equal(28 * DAY);
    expect(await assembly.deadline(statement)).to.be.lessThan(await coop.now());
    expect((await reviews.submissionOf(statement.id)).needed).to.equal(5);
  });
});

describe("How many reviews are needed", () => {
  /** What is needed of a statement of the first `own` of so many members, and the best grade. */
  async function needed(members: number, own: number) {
    const coop = await found({ members });
    const statement = await coop.assembly.drafts(coop.people.lin, { cofounders: coop.all.slice(1, own) });
    await coop.assembly.submits(statement);
    const submission = await coop.reviews.submissionOf(statement.id);
    return { coop, statement, needed: submission.needed, best: submission.best };
  }

  it("is five, or as many as may review where fewer may; fewer than three make B at best", async () => {
    const table = [[3, 1, 2n, GRADE.b], [3, 2, 1n, GRADE.b], [4, 1, 3n, GRADE.aPlus], [5, 3, 2n, GRADE.b], [6, 1, 5n, GRADE.aPlus], [7, 3, 4n, GRADE.aPlus], [8, 8, 0n, GRADE.c], [12, 8, 4n, GRADE.aPlus]] as const;
    for (const [members, own, wanted, best] of table) {
      const found = await needed(members, own);
      expect([found.needed, found.best], `${own} of ${members}`).to.deep.equal([wanted, best]);
    }
  });

  it("is none where all are its authors, as with three founders: it is C, and stands after the days of review", async () => {
    const { coop, statement } = await needed(3, 3);
    const { assembly, reviews, all } = coop;
    const deadline = await assembly.deadline(statement);
    for (const who of all) await refused(assembly.reviews(who, statement), reviews, "OwnStatement", statement.id, who.id);
    expect(await stagesAt(coop, statement, [deadline - 1, deadline])).to.deep.equal([inReview, reviewed]);
    expect(await reviews.gradeOf(statement.id)).to.equal(GRADE.c);
    expect(await reviews.countsOf(statement.id)).to.deep.equal(Array.from({ length: 12 }, () => [0n, 0n, 0n]));
  });

  it("where none were, who is seated since may still review: the grade can fall and not rise above C", async () => {
    for (const [marks, grade] of [[MARKS.aPlus, GRADE.c], [MARKS.d, GRADE.d]] as const) {
      const { coop, statement } = await needed(3, 3);
      const newcomer = await seatNewcomer(coop, 4, 50, await coop.now());
      await coop.assembly.reviews(newcomer, statement, marks);
      await coop.until(await coop.assembly.deadline(statement));
      expect(await coop.reviews.gradeOf(statement.id)).to.equal(grade);
    }
  });

  it("with one or two who may, is theirs, and their best is B", async () => {
    const { coop, statement } = await needed(3, 1);
    await coop.assembly.reviewsAll(coop.all.slice(1), statement, MARKS.aPlus);
    await coop.until(await coop.assembly.deadline(statement));
    expect(await coop.reviews.gradeOf(statement.id)).to.equal(GRADE.b);
  });

  it("is fixed when it is submitted, and stays though reviewers are expelled or come", async () => {
    const { coop, statement } = await needed(6, 1);
    const { assembly, reviews, all } = coop;
    await expel(coop, 6);
    await assembly.reviewsAll(all.slice(1, 5), statement);
    await coop.until(await assembly.deadline(statement));
    // Four may review now and five are needed: it waits.
    expect(await reviews.stageOf(statement.id)).to.equal(inReview);
    const newcomer = await seatNewcomer(coop, 7, 50, await coop.now());
    await assembly.reviews(newcomer, statement);
    expect(await reviews.stageOf(statement.id)).to.equal(reviewed);
  });

  it("counts the review of one who was expelled since: it was given by a seated member", async () => {
    const { coop, statement } = await needed(6, 1);
    await coop.assembly.reviewsAll(coop.all.slice(1, 6), statement);
    await expel(coop, 6);
    await coop.until(await coop.assembly.deadline(statement));
    expect(await coop.reviews.gradeOf(statement.id)).to.equal(GRADE.a);
  });

  it("does not count authors who are not seated: they could not have reviewed", async () => {
    const coop = await found({ members: 6 });
    const { assembly, reviews, people, all } = coop;
    await expel(coop, 6);
    const statement = await assembly.drafts(people.lin, { cofounders: [all[5]!] });
    await assembly.submits(statement);
    expect((await reviews.submissionOf(statement.id)).needed).to.equal(4);
  });

  it("is five from fifty seated on, whoever wrote it", async () => {
    const coop = await found({ members: 8 });
    const { assembly, reviews, people, all } = coop;
    for (const [seated, wanted] of [[49, 5n], [50, 5n], [1_000_000, 5n], [8, 0n]] as const) {
      await changeSeatedCount(coop, seated);
      const statement = await assembly.drafts(people.lin, { cofounders: all.slice(1) });
      await assembly.submits(statement);
      const submission = await reviews.submissionOf(statement.id);
      expect(submission.needed, `${seated}`).to.equal(wanted);
      expect(submission.best).to.equal(seated === 8 ? GRADE.c : GRADE.aPlus);
    }
    expect(await reviews.MANY()).to.equal(50);
  });
});
