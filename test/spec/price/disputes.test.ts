import { zeroPadValue } from "ethers";
import { expect } from "chai";
import { load } from "../../support/chain.ts";
import { DAY, found, PROJECT } from "../../support/cooperative.ts";
import { personAt } from "../../support/people.ts";
import { refused } from "../../support/refused.ts";
import { COIN, holderOf, ORDER, openMarket, purseOf, type Trader, walletOf } from "../../support/trade.ts";
import { votedHand } from "../../support/voted.ts";
import { isWhole } from "../../support/whole.ts";
import { ownedWallet } from "../../support/wallets.ts";

const MONTH = 30 * DAY;
const CAUSE = zeroPadValue("0x03", 32);

/** Lin ordered three units at 10 coins; of each 4 go to Zhou, who sells, and 1 to He, who carries. Fang is the arbiter. */
async function ordered() {
  const trade = await openMarket(await found());
  const { lin, zhou, he, fang } = trade.coop.people;
  await trade.deposits(lin, 1_000n * COIN);
  const order = await trade.funds(lin, await trade.offers(zhou, { costs: [[zhou, 4n * COIN], [he, COIN]], arbiter: holderOf(fang) }), 3n);
  return { trade, order, buyer: lin as Trader, seller: zhou as Trader, carrier: he as Trader, arbiter: fang as Trader };
}
async function shipped() {
  const scene = await ordered();
  await scene.trade.ships(scene.seller, scene.order);
  return scene;
}
async function delivered() {
  const scene = await shipped();
  await scene.trade.delivers(scene.buyer, scene.order);
  return scene;
}
const stages = { ordered: { setting: ordered, stage: ORDER.funded }, shipped: { setting: shipped, stage: ORDER.shipped }, delivered: { setting: delivered, stage: ORDER.delivered } };

/** What the 30 days end in: the stage, and what buyer, seller and carrier have then. */
const ends = {
  ordered: { stage: ORDER.refunded, back: 30n * COIN, surplus: 0n, purses: [1_000n * COIN, 0n, 0n] },
  // Half of each cost, 6 and 1.5; all the rest is the buyer's.
  shipped: { stage: ORDER.split, back: 22_500_000n, surplus: 0n, purses: [992_500_000n, 6n * COIN, 1_500_000n] },
  delivered: { stage: ORDER.accepted, back: 0n, surplus: 15n * COIN, purses: [971_800_000n, 12n * COIN, 3n * COIN] },
};

describe("A dispute", () => {
  for (const [name, { setting, stage }] of Object.entries(stages)) {
    const outcome = ends[name as keyof typeof ends];

    it(`about what is ${name} is begun by either side, with its cause`, async () => {
      for (const role of ["buyer", "seller"] as const) {
        const scene = await load(setting);
        const { trade, order } = scene;
        const id = await trade.idOf(order);
        await expect(trade.disputes(scene[role], order)).to.emit(trade.market, "OrderDisputed").withArgs(id, purseOf(scene[role]), stage, CAUSE);
        const state = await trade.market.orderOf(id);
        expect([state.stage, state.disputedIn, state.disputedAt]).to.deep.equal([ORDER.disputed, stage, BigInt(await trade.coop.now())]);
        for (const side of [scene.buyer, scene.seller]) await refused(trade.disputes(side, order), trade.market, "OrderStands", id, ORDER.disputed);
      }
    });

    it(`about what is ${name} ends by state after 30 days, to the second, by the call of either side or of a beneficiary`, async () => {
      for (const role of ["buyer", "seller", "carrier"] as const) {
        const scene = await load(setting);
        const { trade, order } = scene;
        await trade.disputes(scene.buyer, order);
        const [id, from] = [await trade.idOf(order), (await trade.coop.now()) + MONTH];
        await trade.coop.nextAt(from - 1);
        await refused(trade.ends(scene[role], order), trade.market, "OrderTooEarly", id, from);
        await trade.coop.nextAt(from);
        await expect(trade.ends(scene[role], order)).to.emit(trade.market, "OrderEnded").withArgs(id, await trade.market.offerDigest(order.offer), outcome.stage, outcome.back, outcome.surplus);
        expect(await Promise.all([scene.buyer, scene.seller, scene.carrier].map(trade.purse))).to.deep.equal(outcome.purses);
        await refused(trade.ends(scene[role], order), trade.market, "OrderStands", id, outcome.stage);
        await isWhole(trade);
      }
      const scene = await load(setting);
      await scene.trade.disputes(scene.buyer, scene.order);
      await scene.trade.coop.until((await scene.trade.coop.now()) + MONTH);
      for (const who of [scene.arbiter, { signer: scene.trade.coop.stranger.signer }]) await refused(scene.trade.ends(who, scene.order), scene.trade.market, "NotYourOrder", await scene.trade.idOf(scene.order), purseOf(who));
    });

    it(`about what is ${name} is settled by the arbiter whom both signed for, and by nobody else, at no more than the price`, async () => {
      const scene = await load(setting);
      const { trade, order, buyer, seller, carrier, arbiter } = scene;
      const id = await trade.idOf(order);
      await refused(trade.arbitrates(arbiter, order, 0n), trade.market, "OrderStands", id, stage);
      await trade.disputes(seller, order);
      for (const who of [buyer, seller, carrier]) await refused(trade.arbitrates(who, order, 0n), trade.market, "NotYourOrder", id, purseOf(who));
      await refused(trade.arbitrates(arbiter, order, 30n * COIN + 1n), trade.market, "BackOutOfBounds", 30n * COIN + 1n, 30n * COIN);
      await expect(trade.arbitrates(arbiter, order, 20n * COIN)).to.emit(trade.market, "OrderEnded").withArgs(id, await trade.market.offerDigest(order.offer), ORDER.split, 20n * COIN, 0);
      expect(await Promise.all([buyer, seller, carrier, arbiter].map(trade.purse))).to.deep.equal([990n * COIN, 8n * COIN, 2n * COIN, 0n]);
      await refused(trade.arbitrates(arbiter, order, 0n), trade.market, "OrderStands", id, ORDER.split);
      await isWhole(trade);
    });

    it(`about what is ${name} is given up by its buyer, who accepts, or ended as both agree`, async () => {
      const given = await load(setting);
      await given.trade.disputes(given.seller, given.order);
      await given.trade.accepts(given.buyer, given.order);
      expect(await Promise.all([given.buyer, given.seller].map(given.trade.purse))).to.deep.equal([971_800_000n, 12n * COIN]);
      await isWhole(given.trade);
      const agreed = await load(setting);
      await agreed.trade.disputes(agreed.buyer, agreed.order);
      await agreed.trade.splits(agreed.seller, agreed.buyer, agreed.order, 15n * COIN);
      expect(await Promise.all([agreed.buyer, agreed.seller].map(agreed.trade.purse))).to.deep.equal([985n * COIN, 12n * COIN]);
      await isWhole(agreed.trade);
    });
  }

  it("that began before shipping is conceded by the seller, who gives all back; not shipped any more, and not taken back by the buyer alone", async () => {
    const { trade, order, buyer, seller } = await load(ordered);
    const id = await trade.idOf(order);
    await trade.disputes(buyer, order);
    await refused(trade.ships(seller, order), trade.market, "OrderStands", id, ORDER.disputed);
    await trade.coop.days(29);
    await refused(trade.refunds(buyer, order), trade.market, "OrderStands", id, ORDER.disputed);
    await trade.refunds(seller, order);
    expect([await trade.stageOf(order), await trade.purse(buyer)]).to.deep.equal([ORDER.refunded, 1_000n * COIN]);
    await isWhole(trade);
  });

  it("that began after shipping is not conceded by a refund: both sign", async () => {
    for (const setting of [shipped, delivered]) {
      const { trade, order, buyer, seller } = await load(setting);
      await trade.disputes(buyer, order);
      await refused(trade.refunds(seller, order), trade.market, "OrderStands", await trade.idOf(order), ORDER.disputed);
      await trade.splits(buyer, seller, order, 30n * COIN);
      expect(await trade.purse(buyer)).to.equal(1_000n * COIN);
    }
  });

  it("stops the clock of silence", async () => {
    const { trade, order, buyer, seller } = await load(shipped);
    await trade.disputes(buyer, order);
    await trade.coop.days(21);
    await refused(trade.silences(seller, order), trade.market, "OrderStands", await trade.idOf(order), ORDER.disputed);
  });

  it("without an arbiter is settled by none, not even by the address zero", async () => {
    const { trade } = await load(ordered);
    const { lin, zhou, fang } = trade.coop.people;
    const order = await trade.funds(lin, await trade.offers(zhou));
    await trade.disputes(lin, order);
    for (const who of [lin, zhou, fang]) await refused(trade.arbitrates(who, order, 0n), trade.market, "NotYourOrder", await trade.idOf(order), purseOf(who));
    await trade.coop.days(30);
    await trade.ends(lin, order);
    await isWhole(trade);
  });

  it("may have an arbiter who is no member, or a contract, or who became a member since", async () => {
    const { trade } = await load(ordered);
    const { coop } = trade;
    const { lin, zhou, he } = coop.people;
    const outside = await personAt(13);
    const wallet = await walletOf(await ownedWallet(outside.address), outside);
    await coop.days(100);
    const orders = [];
    for (const arbiter of [outside.address, purseOf(wallet), outside.address]) orders.push(await trade.funds(lin, await trade.offers(zhou, { arbiter })));
    for (const order of orders) await trade.disputes(lin, order);
    await trade.arbitrates({ signer: outside.signer }, orders[0]!, 10n * COIN);
    await trade.arbitrates(wallet, orders[1]!, 10n * COIN);
    const member = await coop.membership.joins(13, [zhou, he]);
    const renewed = await coop.membership.rotates(member, 46);
    await refused(trade.arbitrates({ signer: outside.signer }, orders[2]!, 0n), coop.members, "KeyReplaced", outside.address, member.id);
    await trade.arbitrates(renewed, orders[2]!, 10n * COIN);
    // 1,000 less the 30 coins of the first order, which still runs.
    expect(await trade.purse(lin)).to.equal(970n * COIN);
    await isWhole(trade);
  });

  it("halves odd costs in favour of the buyer, to the unit", async () => {
    const { trade } = await load(ordered);
    const { lin, zhou, he } = trade.coop.people;
    const order = await trade.funds(lin, await trade.offers(zhou, { price: 100n, costs: [[zhou, 7n], [he, 4n]] }));
    await trade.ships(zhou, order);
    await trade.disputes(zhou, order);
    await trade.coop.days(30);
    // Half of 11 is 5: 7·5/11 = 3 and 4·5/11 = 1; 96 go back.
    await expect(trade.ends(zhou, order)).to.emit(trade.market, "OrderEnded").withArgs(await trade.idOf(order), await trade.market.offerDigest(order.offer), ORDER.split, 96, 0);
    expect(await Promise.all([zhou, he].map(trade.purse))).to.deep.equal([3n, 1n]);
    await isWhole(trade);
  });

  it("depends on nothing that may change: it ends with the token off the list, the project closed, and both sides expelled", async () => {
    const { trade, order, buyer, seller } = await load(shipped);
    const { coop, pool } = trade;
    const hand = await votedHand(coop);
    await trade.disputes(buyer, order);
    await pool.connect(hand).list(trade.address, false);
    await coop.projects.connect(hand).close(PROJECT.mill);
    await coop.membership.expels(coop.people.lin);
    await coop.nextEpoch();
    await coop.membership.expels(coop.people.zhou);
    await coop.days(30);
    await trade.ends(seller, order);
    await trade.withdraws(buyer, 992_500_000n);
    await trade.withdraws(seller, 6n * COIN);
    await isWhole(trade);
  });
});
