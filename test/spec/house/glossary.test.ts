import { expect } from "chai";
import { glossary } from "../../../frontend/features/help/glossary.ts";
import { readText } from "../../../scripts/lib/files.ts";

const rows = readText("docs/glossary.md")
  .split("\n")
  .filter((line) => line.startsWith("|") && !line.startsWith("|---"))
  .slice(1)
  .map((line) => line.split("|").slice(1, -1).map((cell) => cell.trim()));

describe("the glossary", () => {
  it("says the same on the help page and in docs/glossary.md, word by word and in the same order", () => {
    expect(glossary.map(({ word, meaning }) => [word.en, word.zh, meaning.en, meaning.zh])).to.deep.equal(rows);
  });

  it("explains each word once", () => {
    expect(new Set(glossary.map(({ word }) => word.en)).size).to.equal(glossary.length);
    expect(new Set(glossary.map(({ word }) => word.zh)).size).to.equal(glossary.length);
    expect(new Set(glossary.map(({ key }) => key)).size).to.equal(glossary.length);
  });
});
