import { expect } from "chai";
import { writeResults } from "../../../scripts/campaign/colluders.ts";
import { CLAIMS } from "../../../scripts/campaign/colluders/claims.ts";
import { pairUp } from "../../../scripts/campaign/colluders/pairs.ts";
import { leastOf, type Results, type Row, rowOf } from "../../../scripts/campaign/colluders/results.ts";
import { besiege, UNOPPOSED } from "../../../scripts/campaign/colluders/siege.ts";
import { readText } from "../../../scripts/lib/files.ts";
import { Random, specSeed } from "../../support/client/random.ts";

const kept = JSON.parse(readText("docs/results/colluders.json")) as Results;
const name = ({ start: [colluders, seated], given }: Pick<Row, "start" | "given">): string => `${colluders} of ${seated} ${JSON.stringify(given)}`;

describe("The campaign of colluders", () => {
  it("comes to what its results say, in cooperatives of up to a hundred", () => {
    const small = [...kept.alone, ...kept.unopposed, ...kept.numbers, ...kept.watched, ...kept.tenths].filter(({ start: [, seated] }) => seated <= 100);
    expect(small.length).to.be.above(100);
    for (const row of small) expect(rowOf(row.start, row.given), name(row)).to.deep.equal(row);
    for (const row of kept.newcomers.filter(({ start: [, seated], end }) => seated <= 100 && end !== "size")) expect(rowOf(row.start, row.given), name(row)).to.deep.equal(row);
    const few = kept.least.filter(({ start: [, seated] }) => seated <= 30);
    for (const least of few) expect(leastOf(least.start, least.given), name(least)).to.deep.equal(least);
  });

  it("wrote its page and pictures from the numbers that it kept", () => {
    for (const [file, text] of Object.entries(writeResults(kept))) expect(readText(`docs/results/${file}`) === text, file).to.equal(true);
  });

  for (const { says, holds } of CLAIMS) it(`says that ${says}`, () => expect(holds(kept)).to.equal(true));

  it("gives every vouch in the first second, as far as there are places: half of all vouches, a puppet each", () => {
    for (const [colluders, seated, vouches, puppets] of [[2, 40, 3, 3], [3, 60, 3, 4], [5, 100, 3, 7], [5, 200, 1, 2], [10, 100, 3, 10], [7, 1_000, 5, 17], [2, 9, 3, 2]] as const) {
      const { parts, puppets: all } = besiege({ ...UNOPPOSED, seated, colluders, vouches }, 1);
      expect(parts[1], `${colluders} of ${seated}`).to.equal(Math.round(((colluders + puppets) / (seated + puppets)) * 1_000) / 10);
      expect(all).to.be.at.least(puppets);
    }
  });
});

describe("Vouches two by two", () => {
  it("are as many as can be, never one member's with himself, and nobody's more than he has", () => {
    const random = new Random(specSeed);
    for (let round = 0; round < 2_000; round++) {
      const vouchers = Array.from({ length: random.whole(0, 12) }, (_, place) => ({ member: place + 1, left: random.whole(0, 5) }));
      const [all, most] = [vouchers.reduce((sum, { left }) => sum + left, 0), Math.max(0, ...vouchers.map(({ left }) => left))];
      const places = random.whole(0, 30);
      const pairs = pairUp(vouchers, places);
      expect(pairs.length, JSON.stringify(vouchers)).to.equal(Math.min(places, Math.floor(all / 2), all - most));
      for (const [one, other] of pairs) expect(one).to.not.equal(other);
      for (const { member, left } of vouchers) expect(pairs.flat().filter((sponsor) => sponsor === member).length).to.be.at.most(left);
    }
  });

  it("are of the same two where that is enough", () => {
    const vouchers = Array.from({ length: 6 }, (_, place) => ({ member: place + 1, left: 3 }));
    expect(pairUp(vouchers, 3)).to.deep.equal([[6, 5], [6, 5], [6, 5]]);
    expect(pairUp(vouchers.slice(0, 3), 4).length).to.equal(4);
  });
});
