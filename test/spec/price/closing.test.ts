import { expect } from "chai";
import { load } from "../../support/chain.ts";
import { DAY, found, PROJECT, UNIT } from "../../support/cooperative.ts";
import { historyOf } from "../../support/histories.ts";
import { refused } from "../../support/refused.ts";
import { COIN, openMarket, ORDER } from "../../support/trade.ts";
import { votedHand } from "../../support/voted.ts";
import { isWhole } from "../../support/whole.ts";

const MILL = PROJECT.mill;

/**
 * Lin earned all the mill's value: 28 hours in epoch 0. What the mill sells costs 125 coins, of which 25 go to Zhou: a surplus of 100, of which
 * 12 are the buyer's rebate, 28 dividend, 20 the commons' (a third of it dividend of project 0, which has no shares), and 40 reserve.
 * One sale is done; one order waits to be shipped, one is shipped, one disputed, and a group buy is one unit short.
 */
async function busy() {
  const coop = await found();
  const trade = await openMarket(coop);
  const { lin, su, chen, zhou } = coop.people;
  await coop.allEnrol(coop.all.slice(1, 11));
  const rec = await coop.records(lin, { quantity: 28 });
  const { needed } = await coop.ledger.claimOf(rec.id);
  await coop.allAttest(coop.all.slice(1, 1 + Number(needed)), rec, 28);
  const history = historyOf({ "old@example.org": 10n });
  const batch = await coop.posts(zhou, { root: history.root, sum: history.sum });
  for (const who of [su, chen]) await trade.deposits(who, 1_000n * COIN);
  const terms = { price: 125n * COIN, costs: [[zhou, 25n * COIN]] } as const;
  await trade.sells(zhou, su, terms);
  const signed = await trade.offers(zhou, { ...terms, window: 60 * DAY });
  const [funded, shipped, disputed] = [await trade.funds(su, signed), await trade.funds(su, signed), await trade.funds(su, signed)];
  await trade.ships(zhou, shipped);
  await trade.ships(zhou, disputed);
  await trade.disputes(su, disputed);
  const group = await trade.offers(zhou, { ...terms, target: 2n, most: 2n, closes: (await coop.now()) + 30 * DAY });
  const pledge = await trade.funds(chen, group);
  return { coop, trade, rec, batch, signed, group, funded, shipped, disputed, pledge };
}

const closings = {
  "its stewards close": async ({ coop }: Awaited<ReturnType<typeof busy>>) => {
    for (const who of [coop.people.zhou, coop.people.he]) await coop.projects.connect(who.signer).askToClose(MILL, true);
  },
  "a vote closes": async ({ coop }: Awaited<ReturnType<typeof busy>>) => {
    await coop.projects.connect(await votedHand(coop)).close(MILL);
  },
};

describe("A project", () => {
  for (const [how, close] of Object.entries(closings)) {
    it(`that ${how} loses nothing of anybody: what runs runs out, what comes later is divided as before, and the reserve joins the commons`, async () => {
      const scene = await load(busy);
      const { coop, trade, batch, signed, group, funded, shipped, disputed, pledge } = scene;
      const { lin, su, chen, he, zhou } = coop.people;
      const { market, pool, address } = trade;
      await close(scene);
      await coop.nextEpoch();
      const closedFrom = Number(await coop.projects.closedFrom(MILL));
      expect(closedFrom).to.equal(1);
      // Nothing new from here on: no order, no pledge, no answer to a batch.
      await refused(trade.funding(su, await trade.offers(zhou)), market, "ProjectNotSelling", MILL);
      await refused(trade.funding(su, signed), market, "ProjectNotSelling", MILL);
      await refused(trade.funding(su, group), market, "ProjectNotSelling", MILL);
      await refused(coop.attests(he, batch, 1), coop.projects, "ProjectIsClosed", MILL, closedFrom);
      await isWhole(trade);
      await runOut({ coop, trade, funded, shipped, disputed, pledge });
      await everythingIsDrawn(scene);
      expect(await Promise.all([trade.purse(lin), trade.purse(su), trade.purse(chen), trade.purse(zhou)])).to.deep.equal([0n, 0n, 0n, 0n]);
      expect((await pool.accountOf(MILL, address)).reserve).to.equal(0n);
    });
  }

  it("that closed keeps its reserve for 90 days after its clocks have run out, and until then a vote may spend of it", async () => {
    const scene = await load(busy);
    const { coop, trade } = scene;
    const { pool, commons, address } = trade;
    await refused(commons.sweep(MILL, address), pool, "ReserveStays", MILL, 0);
    await coop.projects.connect(await votedHand(coop)).close(MILL);
    const until = await pool.reserveGoneFrom(MILL);
    expect(until).to.equal((await trade.market.clocksEnd(MILL)) + BigInt(90 * DAY));
    // The repair shop sold nothing: 90 days after its closing, whose epoch is the next.
    await coop.projects.connect(await votedHand(coop)).close(PROJECT.repair);
    expect(await pool.reserveGoneFrom(PROJECT.repair)).to.equal(BigInt(coop.start(1) + 90 * DAY));
    await refused(commons.sweep(MILL, address), pool, "ReserveStays", MILL, until);
    expect(await pool.reserveGoneFrom(PROJECT.garden)).to.equal(0n);
    await isWhole(trade);
  });
});

/** Each order comes to its end: accepted, accepted by silence, by state; the pledge goes back. */
async function runOut({ coop, trade, funded, shipped, disputed, pledge }: Pick<Awaited<ReturnType<typeof busy>>, "coop" | "trade" | "funded" | "shipped" | "disputed" | "pledge">): Promise<void> {
  const { su, chen, zhou } = coop.people;
  await trade.ships(zhou, funded);
  await trade.accepts(su, funded);
  await coop.days(31);
  await trade.ends(su, disputed);
  await trade.refunds(chen, pledge);
  await coop.days(60);
  await trade.silences(zhou, shipped);
  expect(await Promise.all([funded, shipped, disputed, pledge].map(trade.stageOf))).to.deep.equal([ORDER.accepted, ORDER.accepted, ORDER.split, ORDER.refunded]);
  // Su paid four times 125; three rebates of 12 came back, and of the disputed order all but 12.5. Zhou has three times 25 and 12.5.
  expect(await Promise.all([su, chen, zhou].map(trade.purse))).to.deep.equal([648_500_000n, 1_000n * COIN, 87_500_000n]);
  await isWhole(trade);
}

/** Everyone draws all there is, the commons take the rest, and what is left over is what they hold. */
async function everythingIsDrawn({ coop, trade }: Awaited<ReturnType<typeof busy>>): Promise<void> {
  const { lin, su, chen, zhou } = coop.people;
  const { pool, commons, address } = trade;
  await coop.draws(lin, 0);
  expect(await coop.sharesOf(lin)).to.equal(28n * UNIT);
  await coop.until(Number(await pool.reserveGoneFrom(MILL)));
  // Three dividends of 28, paid out past the purse; the lot counts once, and what is drawn again is nothing.
  await expect(pool.connect(lin.signer).drawOut(MILL, address, [0], lin.address)).to.emit(pool, "DividendPaidOut");
  await trade.drawsDividend(lin, [0]);
  expect([await trade.token.balanceOf(lin.address), await trade.purse(lin)]).to.deep.equal([84n * COIN, 0n]);
  await commons.sweep(MILL, address);
  await commons.pull(address);
  // Three reserves of 40 and three times what is left of 20 after a third, rounded down: 13.333334.
  expect(await commons.capitalOf(address)).to.equal(120n * COIN + 3n * 13_333_334n);
  for (const who of [su, chen, zhou]) await trade.withdraws(who, await trade.purse(who));
  const parts = await isWhole(trade);
  expect(parts).to.deep.equal({ purses: 160_000_002n, escrow: 0n, arrived: 0n, dividends: 0n, reserves: 3n * 6_666_666n, pockets: 0n, capital: 0n });
}
