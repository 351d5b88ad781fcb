import { expect } from "chai";
import { type Change, diffDocuments, diffTexts, isUnchanged } from "#client/work/statement/diff.ts";
import { editsBetween } from "#client/work/statement/edits.ts";
import { Random, specSeed } from "../../support/client/random.ts";
import { exampleDocument, randomStatement } from "../../support/client/statements.ts";

const beanCurd = exampleDocument("beanCurd");

/** Changes as an editor would print them: [-gone-] and {+new+}. */
const shown = (changes: readonly Change[]): string[] =>
  changes.map(({ is, runs }) => (is === "changed" ? runs.map(({ is, text }) => (is === "same" ? text : is === "added" ? `{+${text}+}` : `[-${text}-]`)).join("") : `${is}: ${runs.map(({ text }) => text).join("")}`));

/** One side of some changes. */
const side = (changes: readonly Change[], without: "added" | "removed"): string =>
  changes
    .filter(({ is }) => is !== without)
    .map(({ runs }) => runs.filter(({ is }) => is !== without).map(({ text }) => text).join(""))
    .join("\n\n");

const normal = (text: string): string => text.split(/\n{2,}/).filter((paragraph) => paragraph !== "").join("\n\n");

describe("The difference of two versions", () => {
  it("is told by 字 in Chinese and by word in English", () => {
    expect(shown(diffTexts("每天清早磨三十斤豆子。", "每天清早磨四十斤豆子。"))).to.deep.equal(["每天清早磨[-三-]{+四+}十斤豆子。"]);
    expect(shown(diffTexts("We grind thirty pounds of beans.", "We grind forty pounds of soy beans."))).to.deep.equal(["We grind [-thirty-]{+forty+} pounds of{+ soy+} beans."]);
  });

  it("is told by paragraph where paragraphs came, went or stayed", () => {
    expect(shown(diffTexts("one stays\n\ntwo goes away\n\nthree stays", "one stays\n\nthree stays\n\nfour is new"))).to.deep.equal(["same: one stays", "removed: two goes away", "same: three stays", "added: four is new"]);
  });

  it("finds the earlier form of a paragraph behind others that went", () => {
    const was = "豆渣喂猪，肥田。\n\n旧的一段，谁也不记得了。\n\n石桥头的老磨盘还在。";
    expect(shown(diffTexts(was, "石桥头的旧磨盘还在。"))).to.deep.equal(["removed: 豆渣喂猪，肥田。", "removed: 旧的一段，谁也不记得了。", "石桥头的[-老-]{+旧+}磨盘还在。"]);
  });

  it("tells the head entry by entry, each neighbour on a line of its own", () => {
    const ferry = exampleDocument("ferry");
    const { head } = diffDocuments(ferry, { ...ferry, budget: 2_000_000_000n, cofounders: [], previous: null, differs: ferry.differs.slice(0, 1), title: { zh: "渡口书船", en: null } });
    const changed = head.filter(({ is }) => is !== "same").map(({ key, is }) => `${key} ${is}`);
    expect(changed).to.deep.equal(["differs changed", "budget changed", "title.en removed", "cofounders removed"]);
    expect(shown(head.filter(({ key }) => key === "budget"))).to.deep.equal(["[-1800-]{+2000+}"]);
  });

  it("is nothing between a version and itself", () => {
    expect(isUnchanged(diffDocuments(beanCurd, beanCurd))).to.equal(true);
    expect(isUnchanged(diffDocuments(beanCurd, { ...beanCurd, body: `${beanCurd.body}好` }))).to.equal(false);
    expect(diffTexts("", "")).to.deep.equal([]);
  });

  it("gives both versions back whole, whatever they are", () => {
    const random = new Random(specSeed);
    for (let round = 0; round < 200; round += 1) {
      const before = Array.from({ length: random.whole(0, 12) }, () => randomStatement(random).body).join("\n\n");
      const kept = before.split("\n\n").filter(() => random.part() < 0.7);
      const after = [...kept.map((text) => (random.part() < 0.3 ? text.replace(/稻/g, "豆") : text)), randomStatement(random).body].join("\n\n");
      const changes = diffTexts(before, after);
      expect(side(changes, "added"), `seed ${specSeed}, round ${round}`).to.equal(normal(before));
      expect(side(changes, "removed")).to.equal(normal(after));
    }
  });

  it("costs little for any two texts, also where they have nothing in common", () => {
    const long = (word: string, separator: string): string => Array.from({ length: 20_000 }, (_, place) => `${word}${(place * 7_919) % 1_000}`).join(separator).slice(0, 65_000);
    for (const separator of [" ", "\n\n", "", "\n"]) {
      const since = performance.now();
      const [before, after] = [long("a", separator), long("b", separator)];
      const changes = diffTexts(before, after);
      expect(performance.now() - since).to.be.below(3_000);
      expect(side(changes, "added")).to.equal(normal(before));
    }
  });
});

describe("The way from a list to another", () => {
  it("is the shortest", () => {
    expect(editsBetween([..."abcabba"], [..."cbabac"], 100)!.filter(({ is }) => is !== "same").reduce((sum, { count }) => sum + count, 0)).to.equal(5);
  });

  it("leads from one to the other and is never longer than leaving all out and putting all in", () => {
    const random = new Random(specSeed);
    for (let round = 0; round < 500; round += 1) {
      const [before, after] = [0, 0].map(() => Array.from({ length: random.whole(0, 14) }, () => random.one(["a", "b", "c"]))) as [string[], string[]];
      const edits = editsBetween(before, after, 100)!;
      let [left, right] = [0, 0];
      const result: string[] = [];
      for (const { is, count } of edits) {
        if (is === "same") expect(before.slice(left, left + count)).to.deep.equal(after.slice(right, right + count));
        if (is !== "removed") result.push(...after.slice(right, right + count));
        if (is !== "added") left += count;
        if (is !== "removed") right += count;
      }
      expect([left, result]).to.deep.equal([before.length, after]);
      const steps = edits.filter(({ is }) => is !== "same").reduce((sum, { count }) => sum + count, 0);
      expect(steps).to.equal(before.length + after.length - 2 * longestCommon(before, after));
    }
  });

  it("is given up where it is longer than was allowed", () => {
    expect(editsBetween([..."abc"], [..."xyz"], 5)).to.equal(null);
    expect(editsBetween([..."abc"], [..."xyz"], 6)).to.not.equal(null);
  });
});

/** The length of the longest list that is in both, the slow and certain way. */
function longestCommon(one: readonly string[], other: readonly string[]): number {
  const table = one.map(() => other.map(() => 0));
  const at = (row: number, column: number): number => table[row]?.[column] ?? 0;
  for (const [row, a] of one.entries()) for (const [column, b] of other.entries()) table[row]![column] = a === b ? at(row - 1, column - 1) + 1 : Math.max(at(row - 1, column), at(row, column - 1));
  return at(one.length - 1, other.length - 1);
}
