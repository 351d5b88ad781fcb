import { id as hashOf, ZeroHash } from "ethers";
import { expect } from "chai";
import { MARKS, marksOf, WRITTEN } from "../../support/assembly.ts";
import { load } from "../../support/chain.ts";
import { type Cooperative, found } from "../../support/cooperative.ts";
import { refused } from "../../support/refused.ts";
import { changeSeatedCount, giveKey, seatNewcomer } from "../../support/seats.ts";
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

const { draft, reviewed } = WRITTEN;
const expel = async (coop: Cooperative, member: number) => coop.members.connect(await votedHand(coop)).expel(member, hashOf("cause"));

describe("A review", () => {
  it("is a seated member's: twelve marks and a comment by its digest", async () => {
    const { coop, statement } = await load(submitted);
    const { assembly, reviews, people } = coop;
    const marks = marksOf(0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2);
    await expect(assembly.reviews(people.he, statement, marks, hashOf("comment"), "data:,因为")).to.emit(reviews, "Reviewed").withArgs(statement.id, 3, 1, marks, hashOf("comment"), "data:,因为", 1);
    expect(await reviews.marksOf(statement.id, 3)).to.equal(marks);
    expect(await reviews.countsOf(statement.id)).to.deep.equal(Array.from({ length: 12 }, (_, place) => [0, 1, 2].map((mark) => (place % 3 === mark ? 1n : 0n))));
    await refused(reviews.marksOf(statement.id, 4), reviews, "NoSuchReview", statement.id, 4);
  });

  it("may be revised while the review lasts, and counts once", async () => {
    const { coop, statement } = await load(submitted);
    const { assembly, reviews, people } = coop;
    await assembly.reviews(people.he, statement, MARKS.aPlus);
    await assembly.reviews(people.fang, statement, MARKS.d);
    await expect(assembly.reviews(people.he, statement, MARKS.c)).to.emit(reviews, "Reviewed").withArgs(statement.id, 3, 1, MARKS.c, ZeroHash, "", 2);
    await assembly.reviews(people.he, statement, 0);
    await assembly.reviews(people.he, statement, MARKS.d);
    expect(await reviews.marksOf(statement.id, 3)).to.equal(MARKS.d);
    expect((await reviews.submissionOf(statement.id)).reviews).to.equal(2);
    expect(await reviews.countsOf(statement.id)).to.deep.equal(Array.from({ length: 12 }, (_, place) => (place < 9 ? [0n, 2n, 0n] : [2n, 0n, 0n])));
  });

  it("has marks of 0, 1 and 2 only, on each of the twelve points", async () => {
    const { coop, statement } = await load(submitted);
    const { assembly, reviews, people } = coop;
    for (let place = 0; place < 12; ++place) await refused(assembly.reviews(people.he, statement, 3 << (2 * place)), reviews, "MarksInvalid", 3 << (2 * place));
    await refused(assembly.reviews(people.he, statement, 0xffffff), reviews, "MarksInvalid", 0xffffff);
    for (const marks of [0, 0xaaaaaa, 0x555555]) await assembly.reviews(people.he, statement, marks);
  });

  it("is not one's own: neither the proposer's nor a co-founder's, and with no new key", async () => {
    const { coop, statement } = await load(submitted);
    const { assembly, reviews, people } = coop;
    const renewed = await giveKey(coop, people.lin, 41);
    for (const who of [renewed, people.zhou]) await refused(assembly.reviews(who, statement), reviews, "OwnStatement", statement.id, who.id);
  });

  it("is nobody's who is not seated", async () => {
    const { coop, statement } = await load(submitted);
    const { assembly, members, people, stranger } = coop;
    await refused(assembly.reviews(stranger, statement), members, "NotAMember", stranger.address);
    const waiting = await coop.membership.joins(41, [people.su, people.chen]);
    await refused(assembly.reviews(waiting, statement), members, "NotSeated", 13);
    await expel(coop, 4);
    await refused(assembly.reviews(people.fang, statement), members, "NotActive", 4, 3);
    await changeSeatedCount(coop, 2);
    await refused(assembly.reviews(people.su, statement), members, "FewerThanThreeSeated", 2);
  });

  it("is of what is in review: not of a draft, of what is reviewed, of what was taken back, or of nothing", async () => {
    const { coop, statement, deadline } = await load(submitted);
    const { assembly, reviews, people, all } = coop;
    const other = await assembly.drafts(people.he);
    await refused(assembly.reviews(people.fang, other), reviews, "NotInReview", other.id, draft);
    await refused(assembly.reviews(people.fang, { id: hashOf("none") }), reviews, "NotInReview", hashOf("none"), WRITTEN.none);
    await assembly.reviewsAll(all.slice(2, 7), statement);
    await coop.nextAt(deadline);
    await refused(assembly.reviews(people.he, statement), reviews, "NotInReview", statement.id, reviewed);
    await assembly.takesBack(statement);
    await refused(assembly.reviews(people.he, statement), reviews, "NotInReview", statement.id, draft);
  });

  it("is of one submission: what was said of an earlier one counts no more", async () => {
    const { coop, statement } = await load(submitted);
    const { assembly, reviews, people } = coop;
    await assembly.reviews(people.he, statement, MARKS.aPlus);
    await assembly.takesBack(statement);
    await assembly.submits(statement);
    await refused(reviews.marksOf(statement.id, 3), reviews, "NoSuchReview", statement.id, 3);
    await expect(assembly.reviews(people.he, statement, MARKS.d)).to.emit(reviews, "Reviewed").withArgs(statement.id, 3, 2, MARKS.d, ZeroHash, "", 1);
    expect((await reviews.countsOf(statement.id))[0]).to.deep.equal([0n, 1n, 0n]);
  });

  it("lies apart from every other member's, wherever in a word it lies", async () => {
    const { coop, statement } = await load(submitted);
    const { assembly, reviews, people } = coop;
    const now = await coop.now();
    const ids = [19, 20, 21, 29, 30, 2 ** 32 - 1];
    const newcomers = await Promise.all(ids.map((id, place) => seatNewcomer(coop, id, 50 + place, now)));
    const reviewers = [people.he, people.tang, people.xu, people.jiang, ...newcomers];
    const marks = reviewers.map((_, place) => (0xaaaaaa >> (2 * place)) & 0xffffff);
    for (const [place, reviewer] of reviewers.entries()) await assembly.reviews(reviewer, statement, marks[place]!);
    for (const [place, reviewer] of reviewers.entries()) expect(await reviews.marksOf(statement.id, reviewer.id)).to.equal(marks[place]!);
    await assembly.reviews(people.xu, statement, 0x555555);
    for (const [place, reviewer] of reviewers.entries()) expect(await reviews.marksOf(statement.id, reviewer.id)).to.equal(reviewer === people.xu ? 0x555555 : marks[place]!);
  });
});

describe("Taking up a comment", () => {
  it("is said by the proposer of the next version, of those who reviewed the one before", async () => {
    const { coop, statement } = await load(submitted);
    const { assembly, reviews, projects, people } = coop;
    await assembly.reviewsAll([people.he, people.fang], statement);
    await assembly.takesBack(statement);
    const next = await assembly.drafts(people.lin, { previous: statement.id });
    const act = reviews.connect(people.lin.signer).adopt(next.id, statement.id, [3, 4]);
    for (const reviewer of [3, 4]) await expect(act).to.emit(reviews, "CommentAdopted").withArgs(next.id, statement.id, reviewer);
    await refused(reviews.connect(people.zhou.signer).adopt(next.id, statement.id, [3]), reviews, "NotProposer", next.id, 2);
    await refused(reviews.connect(people.lin.signer).adopt(next.id, statement.id, [3, 5]), reviews, "NoSuchReview", statement.id, 5);
    await refused(reviews.connect(people.lin.signer).adopt(next.id, hashOf("none"), [3]), reviews, "NoSuchReview", hashOf("none"), 3);
    await refused(reviews.connect(people.lin.signer).adopt(hashOf("none"), statement.id, [3]), projects, "NoSuchStatement", hashOf("none"));
  });
});
