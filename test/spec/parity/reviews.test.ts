import { expect } from "chai";
import { boundsOf, parameterNames } from "#client/chain/clock.ts";
import type { MemberId } from "#client/chain/ids.ts";
import { packMarks, readMarks } from "#client/work/marks.ts";
import { articleId } from "#client/work/publishArticle.ts";
import { gradeOfMarks } from "#client/work/reviews.ts";
import { statementId } from "#client/work/statement/canonical.ts";
import { grades, type Mark } from "#client/work/types.ts";
import { load } from "../../support/chain.ts";
import { found } from "../../support/cooperative.ts";
import { openMathematics } from "../../support/client/mathematics.ts";
import { Random, specSeed } from "../../support/client/random.ts";

const SHEETS = 2_000;

async function threeMembers() {
  return found({ members: 3 });
}

describe("The client grades as the contract does", () => {
  const random = new Random(specSeed + 3);

  /** Marks that lean one way, so that every grade and every cap comes up. */
  function sheet(): Mark[][] {
    const lean = random.whole(0, 3);
    const capped = random.part() < 0.3 ? random.one([2, 6, 7]) : -1;
    const mark = (point: number): Mark => {
      if (point === capped) return random.one([0, 0, 0, 1] as const);
      return lean === 3 ? (random.whole(0, 2) as Mark) : random.part() < 0.75 ? (lean as Mark) : (random.whole(0, 2) as Mark);
    };
    return Array.from({ length: random.one([1, 2, 3, 4, 5, 5, 5, 6, 9]) }, () => Array.from({ length: 12 }, (_, point) => mark(point)));
  }

  it(`on ${SHEETS} random sheets, revised reviews among them`, async function () {
    this.timeout(120_000);
    const harness = await openMathematics();
    const sheets = Array.from({ length: SHEETS }, sheet);
    const met = new Map<string, number>();
    for (let from = 0; from < SHEETS; from += 100) {
      const some = sheets.slice(from, from + 100);
      const theirs: bigint[] = await harness.getFunction("gradesOf").staticCall(some.map((one) => one.map(packMarks)), some.map(() => packMarks(random.one(sheets)[0]!)));
      some.forEach((marks, place) => {
        const mine = gradeOfMarks(marks.map((one) => ({ marks: one })));
        met.set(mine, (met.get(mine) ?? 0) + 1);
        expect(mine, JSON.stringify(marks)).to.equal(grades[Number(theirs[place])]);
      });
    }
    expect([...met.keys()].toSorted()).to.deep.equal(["A", "A+", "B", "C", "D"]);
    for (const [grade, count] of met) expect(count, grade).to.be.greaterThan(20);
  });

  it("takes the same words for marks, and gives them back", async () => {
    const harness = await openMathematics();
    const words = Array.from({ length: 400 }, () => (random.part() < 0.5 ? random.whole(0, 2 ** 24 - 1) : packMarks(random.one([sheet()])[0]!)));
    const theirs: boolean[] = await harness.getFunction("areMarks").staticCall(words);
    const valid = (word: number): boolean => {
      try {
        return packMarks(readMarks(word)) === word;
      } catch {
        return false;
      }
    };
    words.forEach((word, place) => expect(valid(word), String(word)).to.equal(theirs[place]));
    expect(new Set(theirs).size).to.equal(2);
  });

  it("names statements and articles alike", async () => {
    const { projects, reviews } = await load(threeMembers);
    const articles = new Set<string>();
    for (let count = 0; count < 50; count++) {
      const [member, document] = [random.whole(1, 2 ** 32 - 1), random.hash()];
      expect(await projects.statementId(member, document)).to.equal(statementId(member as MemberId, document));
      expect(await reviews.articleId(member, document)).to.equal(articleId(member as MemberId, document));
      articles.add(articleId(member as MemberId, document));
      expect(articles.has(await projects.statementId(member, document))).to.equal(false);
    }
    expect(articles.size).to.equal(50);
  });

  it("knows the bounds of every number", async () => {
    const { parameters } = await load(threeMembers);
    for (const [place, name] of parameterNames.entries()) {
      const { initial, least, most } = boundsOf(name);
      expect((await parameters.bounds(place)).map(Number), name).to.deep.equal([initial, least, most]);
    }
  });
});
