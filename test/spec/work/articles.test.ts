import { id as hashOf } from "ethers";
import { expect } from "chai";
import { GRADE, MARKS, WRITTEN } from "../../support/assembly.ts";
import { load } from "../../support/chain.ts";
import { found } from "../../support/cooperative.ts";
import { refused } from "../../support/refused.ts";

const { draft, inReview, reviewed } = WRITTEN;

describe("An article", () => {
  /** Lin's article with Zhou, in review from the first second. */
  async function published() {
    const coop = await found({ members: 12 });
    const document = hashOf("article");
    const act = coop.reviews.connect(coop.people.lin.signer).publish(document, "ipfs://article", [2]);
    await act;
    return { coop, document, id: await coop.reviews.articleId(1, document), act };
  }

  it("is published and reviewed by the same members on the same points", async () => {
    const { coop, document, id, act } = await published();
    const { assembly, reviews, people, all } = coop;
    await expect(act).to.emit(reviews, "ArticlePublished").withArgs(id, 1, document, "ipfs://article", [2n]);
    await expect(act).to.emit(reviews, "Submitted").withArgs(id, 1, await assembly.deadline({ id }), 5, GRADE.aPlus);
    expect([await reviews.isArticle(id), await reviews.stageOf(id)]).to.deep.equal([true, inReview]);
    for (const who of [people.lin, people.zhou]) await refused(assembly.reviews(who, { id }), reviews, "OwnStatement", id, who.id);
    await assembly.reviewsAll(all.slice(2, 7), { id }, MARKS.a);
    await coop.until(await assembly.deadline({ id }));
    expect(await reviews.gradeOf(id)).to.equal(GRADE.a);
  });

  it("keeps its grade for ever, until its author takes it back", async () => {
    const { coop, id } = await load(published);
    const { assembly, reviews, people, all } = coop;
    await assembly.reviewsAll(all.slice(2, 7), { id }, MARKS.aPlus);
    await coop.days(5000);
    expect([await reviews.stageOf(id), await reviews.gradeOf(id)]).to.deep.equal([reviewed, GRADE.aPlus]);
    await assembly.takesBack({ id, by: people.lin });
    expect([await reviews.stageOf(id), await reviews.isArticle(id)]).to.deep.equal([draft, true]);
    await assembly.submits({ id, by: people.lin });
    expect([await reviews.stageOf(id), await reviews.isArticle(id), (await reviews.submissionOf(id)).number]).to.deep.equal([inReview, true, 2n]);
  });

  it("falls back to a draft where too few reviewed it in ninety days, and may be submitted again", async () => {
    const { coop, id } = await load(published);
    const { assembly, reviews, people } = coop;
    await coop.days(90);
    expect(await reviews.stageOf(id)).to.equal(draft);
    await assembly.submits({ id, by: people.lin });
    await refused(assembly.submits({ id, by: people.lin }), reviews, "NotDraft", id, inReview);
  });

  it("is published once by its author, with up to seven others, each a member and once", async () => {
    const { coop, document, id } = await load(published);
    const { reviews, members, people, stranger, all } = coop;
    const publish = (others: number[], who = people.lin, doc = hashOf("other")) => reviews.connect(who.signer).publish(doc, "", others);
    await refused(publish([], people.lin, document), reviews, "ArticleTaken", id);
    await publish([], people.zhou, document);
    await refused(publish([2, 3, 4, 5, 6, 7, 8, 9]), reviews, "CofoundersOutOfBounds", 8, 7);
    await refused(publish([2, 2]), reviews, "CofounderTwice", 2);
    await refused(publish([1]), reviews, "CofounderTwice", 1);
    await refused(publish([13]), members, "NoSuchMember", 13);
    await refused(publish([], stranger), members, "NotAMember", stranger.address);
    await publish(all.slice(1, 8).map((person) => person.id));
  });

  it("is no statement: one document may be both, under two ids, and an article is never admitted", async () => {
    const { coop, document, id } = await load(published);
    const { assembly, reviews, projects, people, all } = coop;
    const statement = await assembly.drafts(people.lin, { charter: { statement: document } });
    expect(statement.id).to.not.equal(id);
    expect([await reviews.isArticle(statement.id), await projects.authorsOf(id)]).to.deep.equal([false, 0n]);
    await assembly.reviewsAll(all.slice(2, 7), { id }, MARKS.aPlus);
    await coop.days(14);
    await refused(assembly.admitted({ ...statement, id }), projects, "NoSuchStatement", id);
  });
});
