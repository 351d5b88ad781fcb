import { ZeroAddress } from "ethers";
import { expect } from "chai";
import { chain, load } from "../../support/chain.ts";
import { DAY, EPOCH, found, PROJECT, UNIT } from "../../support/cooperative.ts";
import { refused } from "../../support/refused.ts";
import { votedHand } from "../../support/voted.ts";

async function founded() {
  return found({ members: 12 });
}

// Number, least, most, in the order of the enumeration.
const NUMBERS = [
  ["JoinPercent", 10, 5, 20], ["VouchesPerQuarter", 3, 1, 5], ["RecoveryDays", 14, 7, 28], ["ReviewDays", 14, 7, 28],
  ["WindowDays", 7, 3, 7], ["StopPercent", 15, 5, 25], ["ReservePercent", 40, 40, 60], ["CommonsPercent", 20, 10, 30],
  ["RebatePercent", 30, 0, 50], ["CommonsTwelfths", 4, 2, 6], ["SilenceDays", 14, 7, 28], ["QuorumPercent", 10, 5, 30],
  ["DelayDays", 2, 1, 7], ["VoteDays", 7, 3, 14], ["TimelockDays", 3, 2, 14], ["OpenProposals", 2, 1, 5],
] as const;
const [WINDOW_DAYS, STOP_PERCENT] = [4, 5];

describe("The numbers of the cooperative", () => {
  for (const [place, [name, initial, least, most]] of NUMBERS.entries()) {
    it(`begin with ${name} at ${initial}, and hold it from ${least} to ${most}`, async () => {
      const coop = await load(founded);
      const { parameters } = coop;
      const hand = parameters.connect(await votedHand(coop));
      expect(await parameters.bounds(place)).to.deep.equal([initial, least, most].map(BigInt));
      expect(await parameters.get(place, 0)).to.equal(initial);
      await refused(hand.set(place, most + 1), parameters, "ParameterOutOfBounds", place, most + 1, least, most);
      if (least > 0) await refused(hand.set(place, least - 1), parameters, "ParameterOutOfBounds", place, least - 1, least, most);
      await refused(hand.set(place, 256 + initial), parameters, "ParameterOutOfBounds", place, 256 + initial, least, most);
      for (const value of [least, most]) await expect(hand.set(place, value)).to.emit(parameters, "ParameterChanged").withArgs(place, value, 1);
      // The neighbours stay as they were.
      for (const [other, [, ownInitial]] of NUMBERS.entries()) expect(await parameters.get(other, 1)).to.equal(other === place ? most : ownInitial);
      expect(await parameters.get(place, 0)).to.equal(initial);
    });
  }

  it("change from the next epoch on, and what was in force before stays on record", async () => {
    const coop = await load(founded);
    const { parameters } = coop;
    const hand = parameters.connect(await votedHand(coop));
    await coop.nextEpoch(2);
    await hand.set(STOP_PERCENT, 20);
    await coop.nextEpoch(3);
    await hand.set(STOP_PERCENT, 10);
    const values = await Promise.all([0, 2, 3, 5, 6, 1000].map((epoch) => parameters.get(STOP_PERCENT, epoch)));
    expect(values).to.deep.equal([15n, 15n, 20n, 20n, 10n, 10n]);
  });

  it("are changed by a vote and by nobody else", async () => {
    const { parameters, all, stranger } = await load(founded);
    for (const { signer, address } of [...all.slice(0, 3), stranger]) await refused(parameters.connect(signer).set(0, 10), parameters, "OnlyByVote", address);
  });

  it("need a timelock to obey", async () => {
    const { parameters } = await load(founded);
    await refused((await chain.ethers.getContractFactory("Parameters")).deploy(ZeroAddress), parameters, "TimelockMissing");
  });

  it("count epochs of 28 days from the first second", async () => {
    const coop = await load(founded);
    const { parameters, record } = coop;
    expect(await parameters.genesis()).to.equal(record.genesis);
    for (const epoch of [1, 2, 13]) {
      await coop.until(record.genesis + epoch * EPOCH - 1);
      expect(await parameters.currentEpoch()).to.equal(epoch - 1);
      await coop.until(record.genesis + epoch * EPOCH);
      expect(await parameters.currentEpoch()).to.equal(epoch);
    }
  });

  it("hold for the epoch in which a thing counts: a new stop and a new window leave what was sealed before as it was", async () => {
    const coop = await load(founded);
    const { parameters, challenges, people, all } = coop;
    const hand = parameters.connect(await votedHand(coop));
    await coop.allEnrol(all.slice(1, 9));
    const old = await coop.records(people.lin, { quantity: 180 });
    const waiting = await coop.records(people.lin, { quantity: 180 });
    await hand.set(STOP_PERCENT, 5);
    await hand.set(WINDOW_DAYS, 3);
    await coop.until(coop.start(1) - 1000);
    const { needed } = await coop.ledger.claimOf(old.id);
    await coop.allAttest(all.slice(1, 1 + Number(needed)), old, 180);
    expect(await coop.creditOf(people.lin, 0)).to.equal(150n * UNIT);
    await coop.nextEpoch();
    await coop.allEnrol(all.slice(5, 9));
    const { answered } = await coop.ledger.claimOf(waiting.id);
    expect(answered).to.equal(0);
    for (const person of all.slice(1, 9)) {
      if ((await coop.ledger.claimOf(waiting.id)).stage !== 1n) break;
      await coop.attests(person, waiting, 180);
    }
    expect(await coop.creditOf(people.lin, 0)).to.equal(150n * UNIT);
    expect(await coop.creditOf(people.lin, 1)).to.equal(50n * UNIT);
    expect((await coop.ledger.sumsOf(PROJECT.mill, 1)).stop).to.equal(50n * UNIT);
    const sealed = Number((await coop.ledger.claimOf(waiting.id)).time);
    await coop.nextAt(sealed + 3 * DAY);
    await refused(coop.challenge(people.shen, waiting), challenges, "WindowOver", waiting.id, sealed + 3 * DAY);
    await coop.challenge(people.shen, old);
  });
});
