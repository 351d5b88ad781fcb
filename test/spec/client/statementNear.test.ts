import { expect } from "chai";
import type { StatementDocument } from "#client/work/statement/format.ts";
import { findNear, LEAST_LIKENESS, likenessOf, printOf, printOfText } from "#client/work/statement/near.ts";
import { suggestedBody } from "#client/work/statement/draft.ts";
import { Random, specSeed } from "../../support/client/random.ts";
import { exampleDocument } from "../../support/client/statements.ts";

const ferry = exampleDocument("ferry");
const chinese = `
稻子从育秧到入仓，一共要走十一道手。我们把每一道手都记下来，谁插的秧、谁看的水、谁收的谷，都写在同一本账上。

碾米的机器是三户人家合买的，坏了大家修，歇着的时候借给下村用。借出去的每一个钟头也记账，年底一起分。

城里人买的是一袋米，得到的是一块田的来历：扫一扫袋子上的码，能看见那块田一年里发生的每一件事。

学徒跟着老把式走一季，走完了就能独当一面。教的人记教，学的人记学，两边都签了名才算数。

余下的糠和稻草不卖，送给养菌子的邻居；菌棒用完了再还田，一圈转下来什么也没有丢。`.trim();
const english = `
A roof is mended in the dry months, and the dry months are when everyone else wants a roof as well. We keep one list for the whole valley and go from the worst leak to the least.

Slates come from houses that are taken down. Whoever takes a house down tells us, and the slates are sorted on the spot by those who will lay them.

Nobody climbs alone. Two people learn on every roof from two who know, and what they learned is written down with the four names beneath it.

An owner who cannot pay in money pays in days: a day of cooking for the crew counts like a day of carrying.

Each winter we look again at what was mended in summer, and say in public which repairs held and which did not.`.trim();

const withBody = (body: string, from: StatementDocument = ferry): StatementDocument => ({ ...from, body });
const likeness = (one: string, other: string): number => likenessOf(printOfText(one), printOfText(other));
const reversed = (text: string): string => text.split("\n\n").reverse().join("\n\n");
const repunctuated = (text: string): string => text.replace(/[，、]/g, "；").replace(/。/g, "！\n").replace(/,/g, " –").replace(/\. /g, ";\n");
const widened = (text: string): string => text.replace(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));

/** A few letters mistyped, about one in a hundred words or 字. */
function mistyped(text: string): string {
  const random = new Random(specSeed);
  return text.replace(/\p{Script=Han}|\p{Script=Latin}+/gu, (word) => (random.part() < 0.02 ? (/\p{Script=Han}/u.test(word) ? "错" : `${word}x`) : word));
}

describe("A statement that says what another says", () => {
  const disguises: [string, (text: string) => string][] = [
    ["with its paragraphs in another order", reversed],
    ["with other punctuation and line ends", repunctuated],
    ["in full-width letters", widened],
    ["with mistakes in typing", mistyped],
    ["in capitals", (text) => text.toUpperCase()],
    ["with headings put in and numbers changed", (text) => `${suggestedBody(["zh", "en"])}\n${text}\n\n2031 42 7`],
    ["with all of this", (text) => mistyped(repunctuated(reversed(text)))],
    ["with as much again written after it", (text) => `${text}\n\n${text === chinese ? english : chinese}`],
  ];
  for (const [name, disguise] of disguises) {
    it(`is found ${name}`, () => {
      for (const text of [chinese, english]) expect(likeness(text, disguise(text)), text.slice(0, 12)).to.be.above(0.7);
    });
  }

  it("is found where the title and every number are others", () => {
    const copy = { ...withBody(chinese), title: { zh: "青秧账", en: "Seedling Ledger" }, budget: 1n, industry: 1, proposer: 9 as StatementDocument["proposer"] };
    const [found] = findNear(withBody(chinese), [copy]);
    expect(found!.document).to.equal(copy);
    expect(found!.likeness).to.equal(1);
  });

  it("is found with the paragraphs that it shares, the most alike first", () => {
    const half = [...chinese.split("\n\n").slice(0, 3), ...english.split("\n\n").slice(0, 2)].join("\n\n");
    const clean = { ...ferry, summary: { zh: "借书还书", en: "Books" }, free: { zh: "借书", en: "Books" }, differs: [] };
    const near = findNear(withBody(half, clean), [withBody(english, clean), withBody(reversed(half), clean), withBody(chinese, clean), withBody("别的。", clean)]);
    expect(near.map(({ document }) => document.body.slice(0, 2))[0]).to.equal(reversed(half).slice(0, 2));
    const chineseOne = near.find(({ document }) => document.body === chinese)!;
    expect(chineseOne.parts.filter((part) => chinese.includes(part))).to.have.length(3);
    expect(chineseOne.parts.filter((part) => english.includes(part))).to.have.length(0);
  });
});

describe("Statements that only deal with like things", () => {
  it("are not called alike", () => {
    expect(likeness(chinese, ferry.body)).to.be.below(LEAST_LIKENESS / 2);
    expect(likeness(english, chinese)).to.be.below(LEAST_LIKENESS / 2);
    const otherMill = "我们也种稻，不过只种红米。田在山上，水从石头缝里来，机器上不去，全靠人背。收成少，所以一袋只装两斤。\n\n买的人多半是做糕的师傅，他们来山上住两天，帮着收一垄，回去就知道该用多少水。记账的是村里小学的孩子，算术课就算这个。";
    expect(likeness(chinese, otherMill)).to.be.below(LEAST_LIKENESS / 2);
    const otherRoof = "We mend roofs too, but only thatch. Reed is cut in January when the marsh is frozen hard enough to walk on, and bundled by the same people who will lay it in May.\n\nThere is no waiting list: a house is thatched when its neighbours bring the reed. Learners start with the ridge of a shed and end with the valley of a barn.";
    expect(likeness(english, otherRoof)).to.be.below(LEAST_LIKENESS / 2);
  });

  it("are not called alike for sharing the twelve headings or an empty text", () => {
    const [one, other] = [withBody(`${suggestedBody(["zh", "en"])}\n${chinese}`), withBody(`${suggestedBody(["zh", "en"])}\n${english}`)];
    const bare = (document: StatementDocument) => ({ ...document, summary: { zh: null, en: null }, free: { zh: null, en: null }, differs: [] });
    expect(likenessOf(printOf(bare(one)), printOf(bare(other)))).to.be.below(LEAST_LIKENESS / 2);
    expect(likeness("", "")).to.equal(0);
    expect(likeness("免费借书。", "免费借书。")).to.equal(0);
  });
});

describe("Looking through many statements", () => {
  it("takes less than a second for 500 of 20 kB", () => {
    const random = new Random(specSeed);
    const letters = Array.from({ length: 1_500 }, (_, place) => String.fromCharCode(0x4e00 + place * 7));
    const words = Array.from({ length: 3_000 }, (_, place) => `w${place.toString(36).replace(/\d/g, "q")}`);
    const many = Array.from({ length: 500 }, (_, place) =>
      withBody(place % 2 === 0 ? Array.from({ length: 6_700 }, () => random.one(letters)).join("") : Array.from({ length: 4_000 }, () => random.one(words)).join(" ")),
    );
    const bare = many.map((document) => ({ ...document, summary: { zh: null, en: null }, free: { zh: null, en: null }, differs: [] }));
    // The processor's own time, the best of three: the machine may be busy with something else.
    const took = [1, 2, 3].map(() => {
      const since = process.cpuUsage();
      expect(findNear(bare[7]!, bare).map(({ document }) => document)).to.deep.equal([bare[7]]);
      const { user, system } = process.cpuUsage(since);
      return (user + system) / 1_000;
    });
    expect(Math.min(...took)).to.be.below(1_000);
  });
});
