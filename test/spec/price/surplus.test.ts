import { expect } from "chai";
import { part, type Terms } from "../../support/model/priceBooks.ts";
import { PLACE, Story, total } from "../../support/model/priceStory.ts";
import { Random, specSeed } from "../../support/client/random.ts";

const DEFAULTS: Terms = { reserve: 40n, commons: 20n, rebate: 30n, twelfths: 4n };
/** Every bound of every number together, and what is between at random. */
function* terms(random: Random): Iterable<Terms> {
  for (const reserve of [40n, 60n])
    for (const commons of [10n, 25n, 30n])
      for (const rebate of [0n, 50n]) for (const twelfths of [2n, 6n]) yield { reserve, commons, rebate, twelfths };
  for (let times = 0; times < 500; times++)
    yield {
      reserve: BigInt(random.whole(40, 60)),
      commons: BigInt(random.whole(10, 30)),
      rebate: BigInt(random.whole(0, 50)),
      twelfths: BigInt(random.whole(2, 6)),
    };
}
const amounts = (random: Random): bigint[] => [
  1n,
  2n,
  3n,
  99n,
  100n,
  101n,
  2n ** 112n - 1n,
  ...Array.from({ length: 20 }, () => random.big(2n ** 112n)),
];

describe("A surplus (model)", () => {
  it("of 1,000 is parted 120 to the buyer, 280 to the shares, 66 to the cooperative's own shares, 134 to guarantees and 400 to the reserve", () => {
    expect(part(1_000n, DEFAULTS)).to.deep.equal({
      rebate: 120n,
      dividend: 280n,
      commons: 66n,
      capital: 134n,
      reserve: 400n,
    });
  });

  it("is its parts, exactly, and its reserve is two fifths of it or more, whatever votes decide", () => {
    const random = new Random(specSeed);
    for (const chosen of terms(random)) {
      for (const surplus of amounts(random)) {
        const parts = part(surplus, chosen);
        expect(total(parts)).to.equal(surplus);
        expect(parts.reserve * 10n >= surplus * 4n, `${surplus}`).to.equal(true);
        expect(Object.values(parts).every((amount) => amount >= 0n)).to.equal(true);
      }
    }
  });

  it("of one's own purchase comes back by three fifths at most, to one who holds every share there is", () => {
    const random = new Random(specSeed + 1);
    let most = 0n;
    for (const chosen of terms(random)) {
      for (const surplus of amounts(random)) {
        const { rebate, dividend, commons } = part(surplus, chosen);
        expect((rebate + dividend + commons) * 10n <= surplus * 6n, `${surplus}`).to.equal(true);
        if (surplus >= 10_000n)
          most = [most, ((rebate + dividend + commons) * 100n) / surplus].reduce((a, b) => (a > b ? a : b));
      }
    }
    // The bound is nearly reached: less would be a promise that says too little.
    expect(most).to.be.at.least(54n);
  });

  it("comes back to a self-trade by three fifths at most when it is drawn, with both books in one hand", () => {
    const story = new Story();
    for (const [name, value] of [
      ["ReservePercent", 40],
      ["CommonsPercent", 30],
      ["RebatePercent", 50],
      ["CommonsTwelfths", 6],
    ] as const)
      story.votes(name, value);
    story.epoch(1);
    story.works(4, 10);
    story.works(4, 10, PLACE.cooperative);
    story.sells(10_000n, PLACE.mill, 4);
    expect(story.purse(4)).to.equal(1_500n);
    story.epoch(3);
    story.takes(4, 1);
    story.takes(4, 1, PLACE.cooperative);
    expect(story.draws(4, [1]) + story.draws(4, [1], PLACE.cooperative)).to.equal(2_998n); // 1,500 of each book, and of each a unit is rounded off
    expect(story.purse(4)).to.equal(4_498n);
  });

  it("is divided so that no more is owed than was divided, and less only by what rounding leaves", () => {
    const story = new Story();
    for (const [member, hours] of [
      [2, 7],
      [3, 11],
      [4, 13],
    ] as const)
      story.works(member, hours);
    for (let times = 0; times < 7; times++) story.sells(1_000n + BigInt(times));
    story.epoch(2);
    for (const member of [2, 3, 4]) story.takes(member, 0);
    const drawn = [2, 3, 4].map((member) => story.draws(member, [0]));
    const divided = story.book(PLACE.mill).divisions[0]!.dividend;
    expect(divided).to.equal(1_966n); // 7 × 280, and what 21 units more bring
    const sum = drawn.reduce((a, b) => a + b);
    expect(sum <= divided).to.equal(true);
    expect(divided - sum < 4n).to.equal(true);
    expect(drawn).to.deep.equal([443n, 697n, 824n]); // 443.94, 697.61 and 824.45
  });

  it("of lines and price: what is not given back pays the costs first, in proportion", () => {
    const story = new Story();
    const offer = story.offer(PLACE.mill, 1_000n, [
      { to: 2, keyEpoch: 0, flow: 0, amount: 301n },
      { to: 3, keyEpoch: 0, flow: 2, amount: 300n },
    ]);
    const order = story.orders(6, offer);
    story.does({ is: "ship", by: story.key(1), order });
    story.does({ is: "dispute", by: story.key(6), order });
    story.days(30);
    // Half of 601, rounded down, is kept: 150 of it to each line, and nothing is left over.
    story.does({ is: "endDispute", by: story.key(6), order });
    expect([story.purse(2), story.purse(3), story.purse(6)]).to.deep.equal([150n, 149n, 701n]);
    expect(story.book(PLACE.mill).waiting).to.deep.equal([]);
  });
});
