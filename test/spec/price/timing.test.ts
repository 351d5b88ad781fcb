import { expect } from "chai";
import { type Met, rehearse, rehearseVaried } from "../../support/differential/price/history.ts";
import { PLACE, Story, TOKEN } from "../../support/model/priceStory.ts";
import { specSeed } from "../../support/client/random.ts";

const [HISTORIES, ACTS] = [12, 1_200];

/** Two who work in every epoch and a mill that sells in every epoch; `draws`: in which epochs which member draws. */
function worked(draws: (epoch: number) => readonly number[]): bigint[] {
  const story = new Story();
  for (let epoch = 0; epoch < 8; epoch++) {
    story.epoch(epoch);
    for (const member of [3, 4]) story.works(member, member + epoch);
    story.sells(10_007n);
    for (const member of draws(epoch)) {
      const final = Array.from({ length: Math.max(0, epoch - 1) }, (_, place) => place).filter(
        (other) => !story.work.shares.isDrawn(PLACE.mill, member, other),
      );
      for (const other of final) story.takes(member, other);
      story.draws(member, final);
    }
  }
  story.epoch(10);
  for (const member of [3, 4]) {
    const left = Array.from({ length: 8 }, (_, epoch) => epoch).filter(
      (epoch) => !story.work.shares.isDrawn(PLACE.mill, member, epoch),
    );
    for (const epoch of left) story.takes(member, epoch);
    story.draws(
      member,
      Array.from({ length: 8 }, (_, epoch) => epoch),
    );
  }
  return [story.purse(3), story.purse(4), story.book(PLACE.mill).reserve];
}

describe("When it is drawn (model)", () => {
  it("changes nothing: early, late, every epoch, or one each way", () => {
    const late = worked(() => []);
    for (const draws of [
      () => [3, 4],
      (epoch: number) => [epoch % 2 === 0 ? 3 : 4],
      () => [3],
      (epoch: number) => (epoch === 5 ? [4] : []),
    ])
      expect(worked(draws)).to.deep.equal(late);
    expect(late[0]! > 0n && late[1]! > late[0]!).to.equal(true);
  });

  it("leaves a dividend of an epoch before a lot's own to those who worked before", () => {
    const story = new Story();
    story.works(3, 10);
    story.sells(1_000n);
    story.epoch(1);
    story.works(4, 10);
    story.sells(1_000n);
    story.epoch(3);
    for (const [member, epoch] of [
      [3, 0],
      [4, 1],
    ] as const)
      story.takes(member, epoch);
    // 280 for the first alone, then 140 each; what is below a unit stays.
    expect([story.draws(4, [1]), story.draws(3, [0])]).to.deep.equal([139n, 419n]);
  });

  it("counts a lot once, however often it is named", () => {
    const story = new Story();
    story.works(3, 10);
    story.sells(1_000n);
    story.epoch(2);
    story.takes(3, 0);
    expect(story.draws(3, [0, 0])).to.equal(279n); // of 280, less what is below a unit
    expect(story.draws(3, [0])).to.equal(0n);
    expect(story.price.books.countedLot(PLACE.mill, TOKEN, 3, 0)).to.equal(10_000_000n);
  });

  it("takes part in the dividend of the very epoch in which the work was sealed, and not before that is final", () => {
    const story = new Story();
    story.works(3, 10);
    story.sells(1_000n);
    story.epoch(2);
    story.work.clock.now -= 1;
    expect(
      story.tries({ is: "drawDividends", claims: [{ project: PLACE.mill, token: TOKEN, member: 3, epochs: [0] }] }),
    ).to.equal("LotNotDrawn");
    expect(story.divides()).to.equal(0);
    story.epoch(2);
    story.takes(3, 0);
    expect(story.draws(3, [0])).to.equal(279n); // of 280, less what is below a unit
  });

  it(`of ${HISTORIES} random histories of ${ACTS} acts leaves everybody the same, when anyone's calls are strewn in`, async function () {
    this.timeout(300_000);
    const met: Met = new Map();
    const extras: Met = new Map();
    for (let seed = specSeed; seed < specSeed + HISTORIES; seed++) {
      const played = await rehearse(ACTS, seed, met);
      expect(await rehearseVaried(played, extras), `seed ${seed}`).to.deep.equal(played.wealth);
      const grew = Object.entries(played.wealth).filter(([name, amount]) => name.includes("a share of") && amount > 0n);
      expect(grew.length, `seed ${seed} divides nothing`).to.be.above(0);
    }
    expect(extras.get("drawDividends")! + extras.get("divide")!).to.be.above(
      met.get("drawDividends")! + met.get("divide")! + 500,
    );
  });
});
