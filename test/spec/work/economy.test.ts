import { expect } from "chai";
import * as constants from "../../../scripts/campaign/constants.ts";
import type { Says } from "../../../scripts/campaign/economy/page.ts";
import * as firstEpoch from "../../../scripts/campaign/first-epoch.ts";
import * as flooding from "../../../scripts/campaign/flooding.ts";
import * as splitting from "../../../scripts/campaign/splitting.ts";
import * as stallers from "../../../scripts/campaign/stallers.ts";
import { readText } from "../../../scripts/lib/files.ts";

interface Campaign<Results> {
  readonly SAYS: readonly Says<Results>[];
  readonly writeResults: (results: Results) => Record<string, string>;
}

/** What a campaign of the economy kept says what its page says. */
function check<Results>(name: string, { SAYS, writeResults }: Campaign<Results>, again: (kept: Results) => void): void {
  describe(`The campaign ${name}`, () => {
    const kept = JSON.parse(readText(`docs/results/${name}.json`)) as Results;
    it("wrote its page and picture from the numbers that it kept", () => {
      for (const [file, text] of Object.entries(writeResults(kept))) expect(readText(`docs/results/${file}`) === text, file).to.equal(true);
    });
    it("comes to the same again", () => again(kept));
    for (const { says, holds } of SAYS) it(`says that ${says}`, () => expect(holds(kept)).to.equal(true));
  });
}

check("splitting", splitting, ({ rows }) => {
  const some = rows.filter(({ pieces }) => pieces <= 20);
  expect(some.length).to.be.above(50);
  for (const row of some.filter((_, place) => place % 5 === 0)) expect(splitting.rowOf(row.work, row.pieces, row.people)).to.deep.equal(row);
});

check("first-epoch", firstEpoch, ({ rows, firsts }) => {
  for (const { after, ...given } of rows.filter(({ coming, founders }) => coming === "vouches" && founders === 3)) expect(firstEpoch.rowOf(given).after, JSON.stringify(given)).to.deep.equal(after);
  expect(firsts.map(({ founders }) => firstEpoch.firstOf(founders))).to.deep.equal(firsts);
});

check("flooding", flooding, ({ rows }) => {
  for (const row of rows.filter(({ piece, looks }) => piece === 0.2 && looks === 2)) expect(flooding.rowOf(row.flood, row.piece, row.looks, row.window, row.atOnce)).to.deep.equal(row);
});

check("stallers", stallers, ({ rows }) => {
  for (const row of rows.filter(({ attesters }) => attesters <= 20)) expect(stallers.rowOf(row.attesters, row.stallers)).to.deep.equal(row);
});

check("constants", constants, ({ stops, windows }) => {
  expect(stops.map(({ stop }) => firstEpoch.firstOf(3, stop).counts)).to.deep.equal(stops.map(({ founders }) => founders));
  expect(windows.at(-1)!.left).to.equal(flooding.rowOf(true, 0.2, 2, 7).left);
});
