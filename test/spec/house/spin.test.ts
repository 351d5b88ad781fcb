import { expect } from "chai";
import { better, models, properties, questions, twins, untrue } from "../../../scripts/campaign/spin/checks.ts";
import { askedOf, readKept } from "../../../scripts/campaign/spin/kept.ts";
import { pageOf, tell } from "../../../scripts/campaign/spin/page.ts";
import { digestOf, files, MODELS, PAGE } from "../../../scripts/campaign/spin/sources.ts";
import { readText } from "../../../scripts/lib/files.ts";

describe("What Spin said of keys, the Relay, orders, group buys and challenges", () => {
  const page = readText(PAGE);
  const answers = readKept();

  it("is said of every model and twin in the tree, and of no other", () => {
    expect(files().filter((file) => !file.includes("/"))).to.deep.equal(["challenge.pml", "groupBuy.pml", "order.pml", "recovery.pml", "relay.pml"]);
    expect([...page.matchAll(/^- `(\S+\.pml)`/gm)].map(([, file]) => file)).to.deep.equal(files());
    for (const file of files()) expect(page, file).to.include(`](../../${MODELS}/${file})`);
  });

  it("is said of these models, word for word: else run npm run campaign -- spin", () => {
    for (const file of files()) expect(page, file).to.include(`- \`${file}\` ${digestOf(file)}`);
  });

  it("answers every question that is asked now, and found no model to fail and no broken twin to pass", () => {
    const rows = page.split("\n").filter((line) => line.startsWith("| [")).length;
    expect(rows).to.equal(models.length + twins.length + better.length);
    expect(page.match(/ Not true: /g)).to.have.length(untrue.length);
    expect(page).to.not.include("**fails**");
    for (const words of Object.values(properties)) expect(page).to.include(words);
  });

  it("was asked about every broken twin, and every twin says what is broken", () => {
    expect([...new Set(twins.map(({ file }) => file))].sort()).to.deep.equal(files().filter((file) => file.startsWith("broken/")));
    for (const { file } of twins) expect(readText(`${MODELS}/${file}`), file).to.match(/^\/\* Broken: [^]+ \*\//);
  });

  it("is kept answer by answer, each to a question that is asked now, and no other", () => {
    expect([...answers.keys()]).to.deep.equal(questions.map(({ check, expected }) => askedOf(check, expected)));
    for (const { check, expected } of questions) {
      const { file, defines, formula, holds, states, steps, how } = answers.get(askedOf(check, expected))!;
      expect({ file, defines, formula, holds }).to.deep.equal({ file: check.file, defines: check.defines.join(" "), formula: check.formula ?? "", holds: expected });
      expect(states, file).to.be.greaterThan(0);
      expect(steps > 0 && how !== "", file).to.equal(!expected);
    }
  });

  it("stands on the page as it was kept", () => {
    expect(page).to.equal(pageOf(answers));
  });

  it("breaks every model in two ways at least: so that something bad happens, and so that something good never does", () => {
    for (const model of files().filter((file) => !file.includes("/"))) {
      const broken = twins.filter(({ file }) => file.startsWith(`broken/${model.replace(".pml", "")}/`));
      expect(broken.some(({ formula }) => formula === undefined), model).to.equal(true);
      expect(broken.some(({ formula }) => formula !== undefined), model).to.equal(true);
    }
  });

  it("has a twin for every property that a model is asked for", () => {
    const lettersOf = (checks: typeof models): string[] => [...new Set(checks.flatMap(({ property }) => (/^[a-z]( [a-z])*$/.test(property) ? property.split(" ") : [])))].sort();
    expect(lettersOf(models)).to.deep.equal(Object.keys(properties).sort());
    const broken = lettersOf(twins);
    expect(lettersOf(models).filter((letter) => !broken.includes(letter))).to.deep.equal(["c", "h", "i"]);
  });

  it("tells a history by the clock of its model, and cuts what is long", () => {
    expect(tell(["moment", "moment", "the seller ships", "moment", "silence accepts"])).to.equal("moment 2: the seller ships; moment 3: silence accepts");
    expect(tell(["half a week", "the claim is sealed", "again and again", "half a week"])).to.equal("day 3.5: the claim is sealed; from here on again and again nothing, but that time goes on");
    expect(tell(["a", ...Array.from({ length: 12 }, () => "b"), "again and again", "c"])).to.equal(`a; ${"b; ".repeat(8)}4 more acts; from here on again and again: c`);
  });
});
