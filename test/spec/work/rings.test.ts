import { expect } from "chai";
import { asJson } from "../../../scripts/campaign/economy/page.ts";
import { writeResults } from "../../../scripts/campaign/rings.ts";
import { batchOf } from "../../../scripts/campaign/rings/after.ts";
import { SAYS } from "../../../scripts/campaign/rings/page.ts";
import { caughtOf, findRow, type Results, rowOf } from "../../../scripts/campaign/rings/results.ts";
import { boundOf, ratioOf, ringOf, type Strategy } from "../../../scripts/campaign/rings/ring.ts";
import { REACHES } from "../../../scripts/campaign/rings/search.ts";
import { readText } from "../../../scripts/lib/files.ts";

const kept = JSON.parse(readText("docs/results/rings.json")) as Results;
const best: Strategy = { fronts: 5, recorders: 5, names: 1, inTurn: true, tier: 2, part: 1, helpers: 7, kept: 0, held: 0 };

describe("The campaign of rings", () => {
  it("finds no ring that passes 2.5 k/M B, in any row that it kept", () => {
    expect(kept.rows.length).to.be.above(100);
    for (const { size, attesters, ratios } of kept.rows) for (const reach of REACHES) expect(ratios[reach], `${size} of ${attesters}, ${reach}`).to.be.at.most(1).and.at.least(0);
  });

  it("plays each kept way again to the same credit, among twenty and fewer", () => {
    for (const { size, attesters, ratios, strategies } of kept.rows.filter(({ attesters }) => attesters <= 20)) {
      for (const reach of REACHES) expect(Math.abs(ratioOf(size, attesters, strategies[reach]) - ratios[reach]), `${size} of ${attesters}, ${reach}`).to.be.below(1e-6);
    }
  });

  it("searches again to the same ways", () => {
    for (const [size, attesters] of [[3, 10], [4, 12]] as const) expect(rowOf(size, attesters)).to.deep.equal(findRow(kept.rows, size, attesters));
  });

  it("reaches the bound to the unit with two answers of nothing to each record, and six tenths of it with none", () => {
    const ring = ringOf(3, 10, best);
    ring.play();
    expect(Number(ring.extracted())).to.equal(boundOf(3, 10));
    expect(ratioOf(5, 20, { ...best, helpers: 0, fronts: 12, recorders: 12 })).to.equal(0.6);
  });

  it("would pass the bound if the constants allowed more: the campaign can fail", () => {
    expect(ratioOf(3, 10, best, { factor: 10 })).to.equal(1);
    expect((ratioOf(3, 10, best, { factor: 10 }) * boundOf(3, 10, 10)) / boundOf(3, 10)).to.be.above(1.3);
  });

  it("loses what is caught, and batches of half a budget to those who are fewer than half of seven", () => {
    expect(caughtOf(findRow(kept.rows, 3, 20))).to.deep.equal(kept.caught.filter(({ size, attesters }) => size === 3 && attesters === 20));
    expect([10, 12, 20].map((attesters) => batchOf(attesters))).to.deep.equal(kept.batches.filter(({ attesters }) => attesters <= 20));
  });

  it("wrote its page and pictures from the numbers that it kept", () => {
    expect(asJson(kept)).to.equal(readText("docs/results/rings.json"));
    for (const [file, text] of Object.entries(writeResults(kept))) expect(readText(`docs/results/${file}`) === text, file).to.equal(true);
  });

  for (const { says, holds } of SAYS) it(`says that ${says}`, () => expect(holds(kept)).to.equal(true));
});
