import { expect } from "chai";
import { PLACE, Story, TOKEN } from "../../support/model/priceStory.ts";

const TARGET = "0xguarantee";
const releasing = (amount: bigint) =>
  ({ is: "release", token: TOKEN, target: TARGET, current: "code", amount }) as const;

/** A surplus that brings 66,666 to the cooperative's shares and 133,334 to guarantees. */
function brought(): Story {
  const story = new Story();
  story.works(4, 10, PLACE.cooperative);
  story.sells(1_000_000n);
  story.epoch(2);
  return story;
}

describe("Guarantee capital (model)", () => {
  it("is two thirds of the commons' part, and is nobody's dividend", () => {
    const story = brought();
    story.work.close(PLACE.cooperative, 1);
    story.does({ is: "pull", token: TOKEN });
    expect(story.price.commons.capitalOf(TOKEN)).to.equal(133_334n);
    story.takes(4, 0, PLACE.cooperative);
    expect(story.draws(4, [0], PLACE.cooperative)).to.equal(66_665n); // the last unit is carried
    expect(story.book(PLACE.cooperative).reserve).to.equal(0n);
  });

  it("cannot be pulled while the cooperative's epoch is not final, nor while it is not closed", () => {
    const story = new Story();
    story.works(4, 10, PLACE.cooperative);
    story.sells(1_000_000n);
    story.does({ is: "pull", token: TOKEN });
    expect(story.price.commons.capitalOf(TOKEN)).to.equal(0n);
    story.epoch(2);
    expect(story.tries({ is: "pull", token: TOKEN })).to.equal("DivideFirst");
    story.work.close(PLACE.cooperative, 1);
    expect(story.tries({ is: "pull", token: TOKEN })).to.equal("");
  });

  it("leaves by a tenth an epoch at most, in one part or in many, and anew in the next", () => {
    const story = brought();
    story.work.close(PLACE.cooperative, 1);
    expect(story.tries(releasing(1n))).to.equal("CodeDiffers");
    story.does({ is: "adoptCode", target: TARGET, code: "code", current: "code", adopted: true });
    // 13,333 of 133,334.
    expect(story.tries(releasing(13_334n))).to.equal("AboveATenth");
    story.does(releasing(10_000n));
    expect(story.tries(releasing(3_334n))).to.equal("AboveATenth");
    story.does(releasing(3_333n));
    expect(story.tries(releasing(1n))).to.equal("AboveATenth");
    story.epoch(3);
    story.does(releasing(12_000n));
    expect(story.tries(releasing(1n))).to.equal("AboveATenth");
    expect(story.price.commons.capitalOf(TOKEN)).to.equal(108_001n);
  });

  it("leaves to adopted code alone, and not when another code stands there", () => {
    const story = brought();
    story.work.close(PLACE.cooperative, 1);
    story.does({ is: "adoptCode", target: TARGET, code: "code", current: "code", adopted: true });
    expect(story.tries({ ...releasing(1n), current: "other" })).to.equal("CodeDiffers");
    expect(story.tries({ ...releasing(1n), current: "" })).to.equal("NotAContract");
    story.does({ is: "adoptCode", target: TARGET, code: "code", current: "other", adopted: false });
    expect(story.tries(releasing(1n))).to.equal("CodeDiffers");
  });

  it("takes the numbers of the epoch in which a surplus arrives, not of the one in which it is divided", () => {
    const story = new Story();
    story.votes("CommonsTwelfths", 6);
    story.sells(1_000_000n);
    story.epoch(1);
    story.votes("CommonsTwelfths", 2);
    story.sells(1_000_000n);
    story.epoch(4);
    story.does({ is: "pull", token: TOKEN });
    expect(story.price.commons.capitalOf(TOKEN)).to.equal(133_334n + 100_000n);
    // Nobody worked for the cooperative: its dividends are in its reserve.
    expect(story.book(PLACE.cooperative).reserve).to.equal(66_666n + 100_000n);
  });
});
