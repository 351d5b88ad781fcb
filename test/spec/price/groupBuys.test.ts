import { expect } from "chai";
import { load } from "../../support/chain.ts";
import { DAY, found, PROJECT } from "../../support/cooperative.ts";
import { refused } from "../../support/refused.ts";
import { buyerAt, COIN, type Offer, holderOf, ORDER, openMarket, purseOf } from "../../support/trade.ts";
import { votedHand } from "../../support/voted.ts";
import { isWhole } from "../../support/whole.ts";

const WINDOW = 7 * DAY;

/** Lin, Su, Chen and a stranger have 100 coins each. Zhou makes something once 6 units are pledged, of 9; of one buyer at most 4. Each costs 10 coins. */
async function proposed() {
  const trade = await openMarket(await found());
  const { lin, su, chen, zhou } = trade.coop.people;
  const buyer = await buyerAt(40);
  for (const who of [lin, su, chen, buyer]) await trade.deposits(who, 100n * COIN);
  const signed = await trade.offers(zhou, { target: 6n, most: 4n, quantity: 9n });
  return { trade, signed, id: await trade.market.offerDigest(signed.offer), closes: signed.offer.closes, lin, su, chen, zhou, buyer };
}
/** Lin pledged 4 units and Su 1: one is missing. */
async function nearly() {
  const scene = await proposed();
  const first = await scene.trade.funds(scene.lin, scene.signed, 4n);
  const second = await scene.trade.funds(scene.su, scene.signed, 1n);
  return { ...scene, first, second };
}
/** The stranger's one unit reached the target. */
async function reached() {
  const scene = await nearly();
  const third = await scene.trade.funds(scene.buyer, scene.signed, 1n);
  return { ...scene, third, at: await scene.trade.coop.now() };
}

describe("A pledge to a group buy", () => {
  it("is paid into escrow and binds: nobody takes it back while the group buy is open, and nothing is made or disputed", async () => {
    const { trade, signed, id, closes, lin, zhou } = await load(proposed);
    const { market } = trade;
    const pledging = trade.funding(lin, signed, 4n);
    const pledge = { offer: signed.offer, buyer: holderOf(lin), quantity: 4n, place: 0 };
    const name = await trade.idOf(pledge);
    await expect(pledging).to.emit(market, "OrderFunded").withArgs(name, id, holderOf(lin), 4, 0, ORDER.pledged);
    expect([await trade.purse(lin), await market.pledgedBy(id, holderOf(lin))]).to.deep.equal([60n * COIN, 4n]);
    for (const who of [lin, zhou]) await refused(trade.refunds(who, pledge), market, "PledgesBind", name, closes);
    await refused(trade.ships(zhou, pledge), market, "OrderStands", name, ORDER.pledged);
    await refused(trade.delivers(lin, pledge), market, "OrderStands", name, ORDER.pledged);
    await refused(trade.accepts(lin, pledge), market, "OrderStands", name, ORDER.pledged);
    await refused(trade.silences(lin, pledge), market, "OrderStands", name, ORDER.pledged);
    await refused(trade.disputes(lin, pledge), market, "OrderStands", name, ORDER.pledged);
    await refused(trade.ends(lin, pledge), market, "OrderStands", name, ORDER.pledged);
    await refused(trade.splits(lin, zhou, pledge, 40n * COIN), market, "OrderStands", name, ORDER.pledged);
    expect((await isWhole(trade)).escrow).to.equal(40n * COIN);
  });

  it("is of so many units of one buyer at most, in one or several parts", async () => {
    const { trade, signed, id, lin, su } = await load(proposed);
    const { market } = trade;
    await refused(trade.funding(lin, signed, 5n), market, "AboveBuyersMost", 5, 4);
    await trade.funds(lin, signed, 3n);
    await refused(trade.funding(lin, signed, 2n), market, "AboveBuyersMost", 5, 4);
    await trade.funds(lin, signed, 1n);
    await refused(trade.funding(lin, signed, 1n), market, "AboveBuyersMost", 5, 4);
    await trade.funds(su, signed, 1n);
    expect(await Promise.all([lin, su].map((who) => market.pledgedBy(id, purseOf(who))))).to.deep.equal([4n, 1n]);
    await isWhole(trade);
  });

  it("that reaches the target exactly makes orders of them all, by nobody's call; nothing is added or taken back from then on", async () => {
    const { trade, signed, id, first, second, chen, lin, zhou, buyer } = await load(nearly);
    const { market } = trade;
    const reaching = trade.funding(buyer, signed, 1n);
    await expect(reaching).to.emit(market, "GroupReached").withArgs(id, 6);
    const at = await trade.coop.now();
    expect(await market.offerOf(id)).to.deep.equal([6n, 3n, BigInt(at), true, false]);
    await refused(trade.funding(chen, signed, 1n), market, "GroupIsReached", id, at);
    await refused(market.connect(zhou.signer).cancelOffer(signed.offer), market, "GroupIsReached", id, at);
    await refused(trade.refunds(lin, first), market, "OrderTooEarly", await trade.idOf(first), at + WINDOW);
    await trade.ships(zhou, first);
    await trade.accepts(lin, first);
    await trade.refunds(zhou, second);
    // 4 units leave a surplus of 24, of which the rebate is 2.88; Su has all back; the stranger's unit is under way.
    expect(await Promise.all([lin, trade.coop.people.su, buyer, zhou].map(trade.purse))).to.deep.equal([62_880_000n, 100n * COIN, 90n * COIN, 16n * COIN]);
    expect((await isWhole(trade)).escrow).to.equal(10n * COIN);
  });

  it("may go beyond the target with the last", async () => {
    const { trade, signed, id, chen } = await load(nearly);
    await refused(trade.funding(chen, signed, 5n), trade.market, "QuantityOutOfBounds", 5, 4);
    await expect(trade.funding(chen, signed, 4n)).to.emit(trade.market, "GroupReached").withArgs(id, 9);
  });

  it("counts in the last second before the group buy closes, and not at the second of closing", async () => {
    const last = await load(nearly);
    await last.trade.coop.nextAt(last.closes - 1);
    await last.trade.funding(last.buyer, last.signed, 1n);
    expect((await last.trade.market.offerOf(last.id)).reachedAt).to.equal(BigInt(last.closes - 1));
    await last.trade.coop.until(last.closes + DAY);
    await refused(last.trade.refunds(last.su, last.second), last.trade.market, "OrderTooEarly", await last.trade.idOf(last.second), last.closes - 1 + WINDOW);
    const missed = await load(nearly);
    await missed.trade.coop.nextAt(missed.closes);
    await refused(missed.trade.funding(missed.buyer, missed.signed, 1n), missed.trade.market, "OfferClosed", missed.closes);
  });
});

describe("A group buy that was missed", () => {
  it("gives each pledge back to its own buyer, from the second of closing on, each by itself", async () => {
    const { trade, id, closes, first, second, lin, su, zhou } = await load(nearly);
    const { market } = trade;
    await trade.coop.nextAt(closes - 1);
    await refused(trade.refunds(lin, first), market, "PledgesBind", await trade.idOf(first), closes);
    await trade.coop.nextAt(closes);
    await expect(trade.refunds(lin, first)).to.emit(market, "OrderEnded").withArgs(await trade.idOf(first), id, ORDER.refunded, 40n * COIN, 0);
    await refused(trade.refunds(lin, first), market, "OrderStands", await trade.idOf(first), ORDER.refunded);
    await refused(trade.refunds(lin, second), market, "NotYourOrder", await trade.idOf(second), holderOf(lin));
    await refused(trade.ships(zhou, second), market, "OrderStands", await trade.idOf(second), ORDER.pledged);
    expect(await Promise.all([lin, su].map(trade.purse))).to.deep.equal([100n * COIN, 90n * COIN]);
    // The seller may give it back as well, and gets nothing of it.
    await trade.refunds(zhou, second);
    expect(await Promise.all([lin, su, zhou].map(trade.purse))).to.deep.equal([100n * COIN, 100n * COIN, 0n]);
    await isWhole(trade);
  });

  it("is not held up by one buyer who cannot be paid: what comes back is a credit to a purse", async () => {
    const { trade, closes, first, second, su, lin } = await load(nearly);
    const { coop } = trade;
    // Su is expelled, and her token is off the list: still both have their pledges back, and draw them.
    await coop.membership.expels(su);
    await trade.pool.connect(await votedHand(coop)).list(trade.address, false);
    await coop.until(closes);
    await trade.refunds(su, second);
    await trade.refunds(lin, first);
    await trade.withdraws(su, 100n * COIN);
    await trade.withdraws(lin, 100n * COIN);
    expect(await trade.held()).to.equal(200n * COIN);
    await isWhole(trade);
  });
});

describe("A group buy that its seller took back", () => {
  it("gives every pledge back at once, and takes no more", async () => {
    const { trade, signed, id, first, second, lin, su, chen, zhou } = await load(nearly);
    const { market } = trade;
    await expect(market.connect(zhou.signer).cancelOffer(signed.offer)).to.emit(market, "OfferCancelled").withArgs(id);
    await refused(trade.funding(chen, signed, 1n), market, "TakenBack");
    await trade.refunds(lin, first);
    await trade.refunds(su, second);
    expect(await Promise.all([lin, su].map(trade.purse))).to.deep.equal([100n * COIN, 100n * COIN]);
    expect((await isWhole(trade)).escrow).to.equal(0n);
  });

  it("among all that was signed until then gives them back as well; a reached one stays", async () => {
    const { trade, signed, first, lin, chen, zhou } = await load(nearly);
    const { market } = trade;
    await market.connect(zhou.signer).cancelAll();
    await refused(trade.funding(chen, signed, 1n), market, "TakenBack");
    await trade.refunds(lin, first);
    expect(await trade.purse(lin)).to.equal(100n * COIN);
    const done = await load(reached);
    await done.trade.market.connect(done.zhou.signer).cancelAll();
    await refused(done.trade.refunds(done.lin, done.first), market, "OrderTooEarly", await done.trade.idOf(done.first), done.at + WINDOW);
    await done.trade.ships(done.zhou, done.first);
    await isWhole(done.trade);
  });
});

describe("An order that came of a group buy", () => {
  it("has its window from the second in which the target was reached, whenever it was pledged", async () => {
    const scene = await load(nearly);
    const { trade, signed, buyer, lin, zhou } = scene;
    await trade.coop.days(13);
    const third = await trade.funds(buyer, signed, 1n);
    const due = (await trade.coop.now()) + WINDOW;
    await trade.coop.nextAt(due - 1);
    await trade.ships(zhou, third);
    await trade.coop.nextAt(due);
    await refused(trade.ships(zhou, scene.first), trade.market, "ShippingOver", await trade.idOf(scene.first), due);
    await trade.refunds(lin, scene.first);
    await trade.coop.nextAt(due + 14 * DAY - 1);
    await refused(trade.silences(zhou, third), trade.market, "OrderTooEarly", await trade.idOf(third), due + 14 * DAY);
    await trade.coop.nextAt(due + 14 * DAY);
    await trade.silences(zhou, third);
    expect(await Promise.all([lin, buyer, zhou].map(trade.purse))).to.deep.equal([100n * COIN, 90_720_000n, 4n * COIN]);
    await isWhole(trade);
  });

  it("stands as Funded though it is told as Pledged, and is disputed, split and accepted like any other", async () => {
    const { trade, first, second, third, lin, su, buyer, zhou } = await load(reached);
    const { market } = trade;
    expect(await trade.stageOf(first)).to.equal(ORDER.pledged);
    await expect(trade.disputes(lin, first)).to.emit(market, "OrderDisputed").withArgs(await trade.idOf(first), holderOf(lin), ORDER.funded, `0x${"00".repeat(31)}03`);
    await trade.splits(su, zhou, second, 10n * COIN);
    await trade.ships(zhou, third);
    await trade.accepts(buyer, third);
    await trade.coop.days(30);
    await trade.ends(lin, first);
    expect(await Promise.all([lin, su, buyer].map(trade.purse))).to.deep.equal([100n * COIN, 100n * COIN, 90_720_000n]);
    await isWhole(trade);
  });

  it("keeps the mill's reserve where it is until its clocks have run out: closing, window, silence and dispute", async () => {
    const { trade, signed, lin } = await load(proposed);
    const { coop, market } = trade;
    expect(await market.clocksEnd(PROJECT.mill)).to.equal(0n);
    await trade.funds(lin, signed, 1n);
    const { closes, window }: Offer = signed.offer;
    const last = closes + window + 28 * DAY + 30 * DAY;
    const end = coop.start(1 + Math.floor((last - coop.record.genesis) / (28 * DAY)));
    expect(await market.clocksEnd(PROJECT.mill)).to.equal(BigInt(end));
  });
});
