import { expect } from "chai";
import { GRADE, MARKS } from "../../support/assembly.ts";
import { load } from "../../support/chain.ts";
import { found } from "../../support/cooperative.ts";
import { refused } from "../../support/refused.ts";

const twelve = async () => found({ members: 12 });

// Nobody is asked before being named a co-founder, and authors do not review. Of twelve, one who named seven critics had an A+ from the
// four who were left.
describe("Critics who are named as co-founders", () => {
  it("say that it is not theirs, and review it like anyone", async () => {
    const coop = await load(twelve);
    const { assembly, all, reviews } = coop;
    const [critics, friends] = [all.slice(1, 8), all.slice(8)];
    const statement = await assembly.drafts(all[0]!, { cofounders: critics });
    await reviews.connect(critics[0]!.signer).disown(statement.id); // before it is submitted
    await assembly.submits(statement);
    await assembly.reviewsAll(friends, statement, MARKS.aPlus);
    await refused(assembly.reviews(critics[1]!, statement, MARKS.d), reviews, "OwnStatement", statement.id, critics[1]!.id);
    for (const critic of critics.slice(1)) await expect(reviews.connect(critic.signer).disown(statement.id)).to.emit(reviews, "Disowned").withArgs(statement.id, critic.id);
    await assembly.reviewsAll(critics, statement, MARKS.d);
    await coop.until(await assembly.deadline(statement));
    expect(await reviews.gradeOf(statement.id)).to.equal(GRADE.d);
  });

  it("count among those who may review when it is submitted anew", async () => {
    const coop = await load(twelve);
    const { assembly, all, reviews } = coop;
    const critics = all.slice(1, 8);
    const statement = await assembly.drafts(all[0]!, { cofounders: critics });
    await assembly.submits(statement);
    expect((await reviews.submissionOf(statement.id)).needed).to.equal(4n);
    for (const critic of critics) await reviews.connect(critic.signer).disown(statement.id);
    expect((await reviews.submissionOf(statement.id)).needed).to.equal(4n);
    await assembly.takesBack(statement);
    await assembly.submits(statement);
    expect((await reviews.submissionOf(statement.id)).needed).to.equal(5n);
  });

  it("are heard once, and only they: neither the proposer nor one who was not named, and of articles as of statements", async () => {
    const coop = await load(twelve);
    const { assembly, all, reviews } = coop;
    const [lin, zhou, he] = all;
    const statement = await assembly.drafts(lin!, { cofounders: [zhou!] });
    for (const who of [lin!, he!]) await refused(reviews.connect(who.signer).disown(statement.id), reviews, "NotCoauthor", statement.id, who.id);
    await reviews.connect(zhou!.signer).disown(statement.id);
    await refused(reviews.connect(zhou!.signer).disown(statement.id), reviews, "NotCoauthor", statement.id, zhou!.id);
    await refused(reviews.connect(zhou!.signer).disown(`0x${"12".repeat(32)}`), coop.projects, "NoSuchStatement", `0x${"12".repeat(32)}`);
    const document = `0x${"34".repeat(32)}`;
    await reviews.connect(lin!.signer).publish(document, "", [zhou!.id, he!.id]);
    const article = await reviews.articleId(lin!.id, document);
    await reviews.connect(zhou!.signer).disown(article);
    await assembly.reviews(zhou!, { id: article }, MARKS.d);
    await refused(assembly.reviews(he!, { id: article }, MARKS.d), reviews, "OwnStatement", article, he!.id);
    await refused(assembly.submits({ id: article, by: lin! }), reviews, "NotDraft", article, 2);
  });
});
