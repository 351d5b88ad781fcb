import { expect } from "chai";
import { better, models, properties, twins, untrue } from "../../../scripts/campaign/spin/checks.ts";
import { digestOf, files, MODELS, PAGE } from "../../../scripts/campaign/spin/sources.ts";
import { readText } from "../../../scripts/lib/files.ts";

describe("What Spin said of keys, recovery and the Relay", () => {
  const page = readText(PAGE);

  it("is said of every model and twin in the tree, and of no other", () => {
    expect(files()).to.include.members(["recovery.pml", "relay.pml"]);
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
});
