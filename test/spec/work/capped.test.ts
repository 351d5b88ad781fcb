import { expect } from "chai";
import { GRADE, marksOf } from "../../support/assembly.ts";
import { load } from "../../support/chain.ts";
import { found } from "../../support/cooperative.ts";

const twelve = async () => found({ members: 12 });

describe("A grade that is capped", () => {
  it("is C from the least B to the fullest sum, and no better where it was worse before", async () => {
    const coop = await load(twelve);
    const { assembly, reviews, people } = coop;
    // The third point, return to users, has 0; of the other eleven so many have 2, and so many of the rest 1.
    const cases = [[3, 8, GRADE.c], [6, 5, GRADE.c], [11, 0, GRADE.c], [0, 10, GRADE.c], [0, 9, GRADE.d]] as const;
    for (const [twos, ones, grade] of cases) {
      const others = Array.from({ length: 11 }, (_, place) => (place < twos ? 2 : place < twos + ones ? 1 : 0));
      const statement = await assembly.graded(people.lin, marksOf(others[0]!, others[1]!, 0, ...others.slice(2)));
      expect(await reviews.gradeOf(statement.id), `${twos} twos and ${ones} ones`).to.equal(grade);
    }
  });
});

describe("The second in which a submission had enough reviews", () => {
  it("is that of the last one needed, and no later one moves it", async () => {
    const coop = await load(twelve);
    const { assembly, reviews, people, all } = coop;
    const statement = await assembly.drafts(people.lin);
    await assembly.submits(statement);
    await assembly.reviewsAll(all.slice(1, 6), statement);
    const filled = await coop.now();
    await coop.days(1);
    await assembly.reviewsAll(all.slice(6, 8), statement);
    expect((await reviews.submissionOf(statement.id)).filledAt).to.equal(filled);
  });
});
