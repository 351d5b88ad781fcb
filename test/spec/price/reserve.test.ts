import { expect } from "chai";
import { PLACE, Story, TOKEN } from "../../support/model/priceStory.ts";
import { DAY } from "../../support/model/rules.ts";

const spending = (amount: bigint, project: number = PLACE.mill) =>
  ({ is: "spendReserve", project, token: TOKEN, to: 2, amount }) as const;
const sweeping = (project: number = PLACE.mill) => ({ is: "sweep", project, token: TOKEN }) as const;

/** A reserve of 40,000. */
function kept(): Story {
  const story = new Story();
  story.works(4, 10);
  story.sells(100_000n);
  story.epoch(2);
  story.work.close(PLACE.mill, 1);
  return story;
}

describe("A project's reserve (model)", () => {
  it("goes by a tenth an epoch at most of what is in force: of finals only", () => {
    const story = kept();
    story.sells(100_000n);
    expect(story.tries(spending(4_001n))).to.equal("AboveATenth");
    story.does(spending(4_000n));
    expect(story.tries(spending(1n))).to.equal("AboveATenth");
    expect([story.book(PLACE.mill).reserve, story.purse(2)]).to.deep.equal([36_000n, 4_000n]);
    story.epoch(3);
    story.does(spending(3_600n));
    story.epoch(4);
    // 32,400 and the 40,000 that arrived in epoch 2.
    expect(story.tries(spending(7_241n))).to.equal("AboveATenth");
    story.does(spending(7_240n));
  });

  it("goes by a tenth in many parts as in one: what went counts with what is left", () => {
    const story = kept();
    for (let times = 0; times < 4; times++) story.does(spending(1_000n));
    expect(story.tries(spending(1n))).to.equal("AboveATenth");
  });

  it("has the dividend of a project where nobody has shares", () => {
    const story = new Story();
    story.sells(100_000n, PLACE.empty);
    story.epoch(2);
    story.divides(PLACE.empty);
    expect(story.book(PLACE.empty).reserve).to.equal(40_000n + 28_000n);
  });

  it("has nothing of the dividends of shares that it drew: they lie in a pocket of their own, outside the tenth", () => {
    const story = kept();
    story.takes(4, 0);
    expect(story.draws(4, [0])).to.equal(27_999n);
    expect(story.tries({ is: "spendPocket", project: PLACE.mill, token: TOKEN, to: 2, amount: 1n })).to.equal(
      "AmountOutOfBounds",
    );
    expect(story.tries(spending(4_001n))).to.equal("AboveATenth");
  });

  it("is the commons' 90 days after the closing, and not a second earlier", () => {
    const story = kept();
    story.work.charters.close(PLACE.mill);
    const gone = story.work.clock.start(3) + 90 * DAY;
    story.work.clock.now = gone - 1;
    expect(story.tries(sweeping())).to.equal("ReserveStays");
    expect(story.tries(spending(1n))).to.equal("");
    story.work.clock.now = gone;
    expect(story.tries(spending(1n))).to.equal("ReserveGone");
    story.does(sweeping());
    expect([story.book(PLACE.mill).reserve, story.price.commons.capitalOf(TOKEN)]).to.deep.equal([0n, 39_999n]);
  });

  it("waits until the clocks of the last order have run out, whoever ends that order and whenever", () => {
    const story = kept();
    // Ordered within a day and shipped within 200, then 28 of silence and 30 of dispute at the most: that ends in the middle of an epoch, and the epoch's end counts.
    const order = story.orders(6, { ...story.offer(PLACE.mill, 1_000n), window: 200 * DAY });
    const last = story.work.clock.now + 259 * DAY;
    story.work.charters.close(PLACE.mill);
    const epochsEnd = story.work.clock.start(Math.floor((last - story.work.clock.genesis) / (28 * DAY)) + 1);
    expect(epochsEnd).to.be.above(last);
    expect(story.price.commons.goneFrom(PLACE.mill)).to.equal(epochsEnd + 90 * DAY);
    story.does({ is: "refund", by: story.key(1), order });
    expect(story.price.commons.goneFrom(PLACE.mill)).to.equal(epochsEnd + 90 * DAY);
  });

  it("of a closed project still takes what comes late, and gives it to the commons in a second sweep", () => {
    const story = kept();
    const order = story.orders(6, story.offer(PLACE.mill, 100_000n));
    story.does({ is: "ship", by: story.key(1), order });
    story.work.charters.close(PLACE.mill);
    story.work.clock.now = story.price.commons.goneFrom(PLACE.mill);
    story.does(sweeping());
    story.does({ is: "acceptBySilence", by: story.key(6), order });
    story.days(56);
    story.does(sweeping());
    expect(story.price.commons.capitalOf(TOKEN)).to.equal(80_000n);
  });

  it("of an open project is nobody else's", () => {
    expect(kept().tries(sweeping())).to.equal("ReserveStays");
    expect(kept().tries(sweeping(PLACE.cooperative))).to.equal("ReserveStays");
  });
});
