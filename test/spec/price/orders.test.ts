import { expect } from "chai";
import { load } from "../../support/chain.ts";
import { DAY, found, PROJECT } from "../../support/cooperative.ts";
import { refused } from "../../support/refused.ts";
import { buyerAt, COIN, holderOf, NOBODY, type Order, ORDER, openMarket, purseOf, type Trader } from "../../support/trade.ts";
import { votedHand } from "../../support/voted.ts";
import { isWhole } from "../../support/whole.ts";

const WINDOW = 7 * DAY;
/** The days of silence, as the founders' numbers have them. */
const SILENCE = 14 * DAY;
const SILENCE_DAYS = 10;

/**
 * Lin has 1,000 coins and ordered three units at 10 coins each. Of each 4 go to Zhou, who sells, and 1 to He, who carries: a surplus of 5.
 */
async function ordered() {
  const trade = await openMarket(await found());
  const { lin, zhou, he, su } = trade.coop.people;
  await trade.deposits(lin, 1_000n * COIN);
  const signed = await trade.offers(zhou, { costs: [[zhou, 4n * COIN], [he, COIN]] });
  const order = await trade.funds(lin, signed, 3n);
  return { trade, signed, order, funded: await trade.coop.now(), buyer: lin as Trader, seller: zhou as Trader, carrier: he as Trader, other: su as Trader };
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
async function disputedBeforeShipping() {
  const scene = await ordered();
  await scene.trade.disputes(scene.buyer, scene.order);
  return scene;
}
async function accepted() {
  const scene = await shipped();
  await scene.trade.accepts(scene.buyer, scene.order);
  return scene;
}
type Scene = Awaited<ReturnType<typeof ordered>>;

/** Every act on an order that is not of its two sides together, by name. */
const acts: Record<string, (scene: Scene, who: Trader) => Promise<unknown>> = {
  ship: ({ trade, order }, who) => trade.ships(who, order),
  deliver: ({ trade, order }, who) => trade.delivers(who, order),
  accept: ({ trade, order }, who) => trade.accepts(who, order),
  refund: ({ trade, order }, who) => trade.refunds(who, order),
  dispute: ({ trade, order }, who) => trade.disputes(who, order),
  silence: ({ trade, order }, who) => trade.silences(who, order),
  endDispute: ({ trade, order }, who) => trade.ends(who, order),
  rate: ({ trade, order }, who) => trade.market.connect(who.signer).rate(order, 5, `0x${"00".repeat(32)}`),
};

describe("An order", () => {
  it("that is accepted pays its cost lines in full, and brings in the surplus, of which the buyer's rebate comes at once", async () => {
    const { trade, order, buyer, seller, carrier } = await load(shipped);
    const { market, pool, address } = trade;
    const [id, offer, epoch] = [await trade.idOf(order), await market.offerDigest(order.offer), await trade.coop.epoch()];
    const accepting = trade.accepts(buyer, order);
    await expect(accepting).to.emit(market, "OrderEnded").withArgs(id, offer, ORDER.accepted, 0, 15n * COIN);
    // A surplus of 15: the members' 40 % is 6, of which 30 % is the rebate; the commons' 20 % is 3, of which a third is dividend.
    await expect(accepting).to.emit(pool, "SurplusArrived").withArgs(PROJECT.mill, address, id, epoch, 1_800_000n, 4_200_000n, 1n * COIN, 2n * COIN, 6n * COIN);
    expect(await Promise.all([buyer, seller, carrier].map(trade.purse))).to.deep.equal([971_800_000n, 12n * COIN, 3n * COIN]);
    const parts = await isWhole(trade);
    expect([parts.escrow, parts.arrived]).to.deep.equal([0n, 13_200_000n]);
  });

  it("goes forward: shipped by its seller, delivered and accepted by its buyer", async () => {
    const { trade, order, buyer, seller } = await load(ordered);
    const { market } = trade;
    const id = await trade.idOf(order);
    expect((await market.orderOf(id)).stage).to.equal(ORDER.funded);
    await expect(trade.ships(seller, order)).to.emit(market, "OrderShipped").withArgs(id);
    await expect(trade.delivers(buyer, order)).to.emit(market, "OrderDelivered").withArgs(id);
    expect((await market.orderOf(id)).stage).to.equal(ORDER.delivered);
    await trade.accepts(buyer, order);
    expect((await market.orderOf(id)).stage).to.equal(ORDER.accepted);
    await isWhole(trade);
  });

  it("is what was funded: with any other words there is none", async () => {
    const { trade, order, buyer, other } = await load(ordered);
    const { market } = trade;
    const others: readonly Partial<Order>[] = [{ quantity: 2n }, { place: 1 }, { buyer: purseOf(other) }, { offer: { ...order.offer, price: 11n * COIN } }, { offer: { ...order.offer, costs: [] } }, { offer: { ...order.offer, window: 1 } }];
    for (const change of others) {
      const altered = { ...order, ...change };
      const id = await trade.idOf(altered);
      for (const act of [trade.accepts, trade.ships, trade.delivers, trade.refunds, trade.disputes, trade.silences, trade.ends]) await refused(act(buyer, altered), market, "NoSuchOrder", id);
      await refused(trade.arbitrates(buyer, altered, 0n), market, "NoSuchOrder", id);
      await refused(trade.splits(buyer, other, altered, 0n), market, "NoSuchOrder", id);
      await refused(market.connect(buyer.signer).rate(altered, 5, `0x${"00".repeat(32)}`), market, "NoSuchOrder", id);
    }
    await isWhole(trade);
  });

  it("is acted on by those whose act it is", async () => {
    const yours: Record<string, readonly string[]> = {
      ship: ["seller"], deliver: ["buyer"], accept: ["buyer"], refund: ["buyer", "seller"], dispute: ["buyer", "seller"], silence: ["buyer", "seller", "carrier"], endDispute: ["buyer", "seller", "carrier"], rate: ["buyer"],
    };
    const scene = await load(ordered);
    const { trade, order } = scene;
    const id = await trade.idOf(order);
    const stranger: Trader = { signer: trade.coop.stranger.signer };
    const parties = { buyer: scene.buyer, seller: scene.seller, carrier: scene.carrier, other: scene.other, stranger };
    for (const [act, whose] of Object.entries(yours)) {
      for (const [role, who] of Object.entries(parties)) if (!whose.includes(role)) await refused(acts[act]!(scene, who), trade.market, "NotYourOrder", id, purseOf(who));
    }
    for (const who of Object.values(parties)) await refused(trade.arbitrates(who, order, 0n), trade.market, "NotYourOrder", id, purseOf(who));
    for (const who of [scene.carrier, scene.other, stranger]) await refused(trade.splits(who, scene.buyer, order, 0n), trade.market, "NotYourOrder", id, purseOf(who));
  });

  it("never goes back, and once ended never ends again", async () => {
    const scenes = [
      { setting: ordered, stage: ORDER.funded, refuses: { buyer: ["deliver", "accept", "silence", "endDispute", "rate"], seller: ["silence", "endDispute"] } },
      { setting: shipped, stage: ORDER.shipped, refuses: { buyer: ["refund", "endDispute", "rate"], seller: ["ship", "refund", "endDispute"] } },
      { setting: delivered, stage: ORDER.delivered, refuses: { buyer: ["deliver", "refund", "endDispute", "rate"], seller: ["ship", "refund", "endDispute"] } },
      { setting: disputedBeforeShipping, stage: ORDER.disputed, refuses: { buyer: ["deliver", "refund", "dispute", "silence", "rate"], seller: ["ship", "dispute", "silence"] } },
      { setting: accepted, stage: ORDER.accepted, refuses: { buyer: ["deliver", "accept", "refund", "dispute", "silence", "endDispute"], seller: ["ship", "refund", "dispute", "silence", "endDispute"] } },
    ] as const;
    for (const { setting, stage, refuses } of scenes) {
      const scene = await load(setting);
      const id = await scene.trade.idOf(scene.order);
      for (const side of ["buyer", "seller"] as const) for (const act of refuses[side]) await refused(acts[act]!(scene, scene[side]), scene.trade.market, "OrderStands", id, stage);
    }
    const { trade, order, buyer, seller } = await load(accepted);
    await refused(trade.splits(buyer, seller, order, 0n), trade.market, "OrderStands", await trade.idOf(order), ORDER.accepted);
    await refused(trade.arbitrates(buyer, order, 0n), trade.market, "NotYourOrder", await trade.idOf(order), purseOf(buyer));
  });

  it("is shipped until the second before its window is over; from then on the buyer may have all back", async () => {
    const { trade, order, signed, buyer, seller, funded } = await load(ordered);
    const { market } = trade;
    const due = funded + WINDOW;
    const late = await trade.funds(buyer, signed);
    const [id, place] = [await trade.idOf(order), await trade.idOf(late)];
    await trade.coop.nextAt(due - 1);
    await refused(trade.refunds(buyer, order), market, "OrderTooEarly", id, due);
    await trade.coop.nextAt(due);
    await refused(trade.ships(seller, order), market, "ShippingOver", id, due);
    // The other order was funded a second later, and its second has passed too.
    const lateDue = Number((await market.orderOf(place)).fundedAt) + WINDOW;
    await trade.coop.nextAt(lateDue + 5);
    await expect(trade.refunds(buyer, order)).to.emit(market, "OrderEnded").withArgs(id, await market.offerDigest(order.offer), ORDER.refunded, 30n * COIN, 0);
    await trade.refunds(seller, late);
    expect(await Promise.all([trade.purse(buyer), trade.purse(seller)])).to.deep.equal([1_000n * COIN, 0n]);
    await isWhole(trade);
  });

  it("is shipped in the last second of its window, and refunded by its buyer in the first after it", async () => {
    const first = await load(ordered);
    await first.trade.coop.nextAt(first.funded + WINDOW - 1);
    await first.trade.ships(first.seller, first.order);
    const second = await load(ordered);
    await second.trade.coop.nextAt(second.funded + WINDOW);
    await second.trade.refunds(second.buyer, second.order);
    expect(await second.trade.purse(second.buyer)).to.equal(1_000n * COIN);
  });

  it("is refunded by its seller at any time before shipping, and not after", async () => {
    const { trade, order, buyer, seller, funded } = await load(ordered);
    await trade.coop.until(funded + 100 * DAY);
    await trade.refunds(seller, order);
    expect(await trade.purse(buyer)).to.equal(1_000n * COIN);
    expect((await isWhole(trade)).escrow).to.equal(0n);
    await refused(trade.refunds(seller, order), trade.market, "OrderStands", await trade.idOf(order), ORDER.refunded);
  });
});

describe("Silence", () => {
  for (const setting of [shipped, delivered]) {
    it(`accepts what is ${setting.name}, by the call of seller, buyer or a cost line's beneficiary, from the second on in which window and days of silence are over`, async () => {
      for (const role of ["seller", "buyer", "carrier"] as const) {
        const scene = await load(setting);
        const { trade, order, funded } = scene;
        const [id, from] = [await trade.idOf(order), funded + WINDOW + SILENCE];
        await trade.coop.nextAt(from - 1);
        await refused(trade.silences(scene[role], order), trade.market, "OrderTooEarly", id, from);
        await trade.coop.nextAt(from);
        await expect(trade.silences(scene[role], order)).to.emit(trade.market, "OrderEnded").withArgs(id, await trade.market.offerDigest(order.offer), ORDER.accepted, 0, 15n * COIN);
        expect(await Promise.all([trade.purse(scene.seller), trade.purse(scene.carrier)])).to.deep.equal([12n * COIN, 3n * COIN]);
      }
      const scene = await load(setting);
      await scene.trade.coop.until(scene.funded + 400 * DAY);
      for (const who of [scene.other, { signer: scene.trade.coop.stranger.signer }]) await refused(scene.trade.silences(who, scene.order), scene.trade.market, "NotYourOrder", await scene.trade.idOf(scene.order), purseOf(who));
      await isWhole(scene.trade);
    });
  }

  it("lasts as many days as were in force when the order was funded, whatever is voted later", async () => {
    const { trade, order, seller, funded } = await load(shipped);
    const { coop } = trade;
    const hand = await votedHand(coop);
    await coop.parameters.connect(hand).set(SILENCE_DAYS, 28);
    await coop.nextEpoch();
    const from = funded + WINDOW + SILENCE;
    expect(await coop.now()).to.be.greaterThan(from);
    await trade.silences(seller, order);
    expect(await trade.stageOf(order)).to.equal(ORDER.accepted);
    // What is funded from now on waits twice as long.
    const { lin } = coop.people;
    const later = await trade.funds(lin, await trade.offers(coop.people.zhou));
    const now = await coop.now();
    await trade.ships(seller, later);
    await coop.nextAt(now + WINDOW + 28 * DAY - 1);
    await refused(trade.silences(seller, later), trade.market, "OrderTooEarly", await trade.idOf(later), now + WINDOW + 28 * DAY);
    await coop.nextAt(now + WINDOW + 28 * DAY);
    await trade.silences(seller, later);
    await isWhole(trade);
  });
});

describe("A split", () => {
  /** What a split of the order of 30 coins leaves each: costs of 12 and 3 first, in proportion, then surplus. */
  const splits = [
    { back: 30n * COIN, buyer: 1_000n * COIN, seller: 0n, carrier: 0n, surplus: 0n },
    { back: 15n * COIN, buyer: 985n * COIN, seller: 12n * COIN, carrier: 3n * COIN, surplus: 0n },
    // Kept 7.5, half of the costs.
    { back: 22_500_000n, buyer: 992_500_000n, seller: 6n * COIN, carrier: 1_500_000n, surplus: 0n },
    // A tenth back, 3: a surplus of 12, of which the rebate is 12 · 40 % · 30 % = 1.44.
    { back: 3n * COIN, buyer: 974_440_000n, seller: 12n * COIN, carrier: 3n * COIN, surplus: 12n * COIN },
    // One unit of the token kept: no line gets a whole one, and the buyer has it back as well.
    { back: 30n * COIN - 1n, buyer: 1_000n * COIN, seller: 0n, carrier: 0n, surplus: 0n },
    // Two kept: Zhou's line 12/15 of 2 is 1, He's 0; what rounding leaves is the buyer's.
    { back: 30n * COIN - 2n, buyer: 1_000n * COIN - 1n, seller: 1n, carrier: 0n, surplus: 0n },
    // All costs and one unit of surplus, which is too small to part: it is the reserve's.
    { back: 15n * COIN - 1n, buyer: 985n * COIN - 1n, seller: 12n * COIN, carrier: 3n * COIN, surplus: 1n },
    { back: 0n, buyer: 971_800_000n, seller: 12n * COIN, carrier: 3n * COIN, surplus: 15n * COIN },
  ] as const;

  for (const { back, buyer, seller, carrier, surplus } of splits) {
    it(`of ${back} of 30,000,000 back leaves ${seller} and ${carrier} to the cost lines and a surplus of ${surplus}`, async () => {
      const scene = await load(ordered);
      const { trade, order } = scene;
      const price = 30n * COIN;
      const paidBack = price - seller - carrier - surplus;
      await expect(trade.splits(scene.buyer, scene.seller, order, back)).to.emit(trade.market, "OrderEnded").withArgs(await trade.idOf(order), await trade.market.offerDigest(order.offer), ORDER.split, paidBack, surplus);
      expect(await Promise.all([scene.buyer, scene.seller, scene.carrier].map(trade.purse))).to.deep.equal([buyer, seller, carrier]);
      expect((await isWhole(trade)).escrow).to.equal(0n);
    });
  }

  it("is made at any stage of an order under way, by either side with the word of the other", async () => {
    for (const setting of [ordered, shipped, delivered, disputedBeforeShipping]) {
      for (const [by, other] of [["buyer", "seller"], ["seller", "buyer"]] as const) {
        const scene = await load(setting);
        await scene.trade.splits(scene[by], scene[other], scene.order, 15n * COIN);
        expect(await scene.trade.stageOf(scene.order)).to.equal(ORDER.split);
      }
    }
  });

  it("is as both agreed: not with another's word, not with one over another sum, key or time, and not above the price", async () => {
    const { trade, order, buyer, seller, carrier } = await load(ordered);
    const { market, coop } = trade;
    const now = await coop.now();
    const expires = now + DAY;
    const signature = await trade.signsSplit(seller, order, 5n * COIN, expires);
    const split = (back: bigint, until: number, by: Trader = buyer, keyEpoch = 0, word = signature) => market.connect(by.signer).split(order, back, keyEpoch, until, word);
    await refused(split(6n * COIN, expires), market, "HolderDidNotSign", purseOf(seller), 0);
    await refused(split(5n * COIN, expires + 1), market, "HolderDidNotSign", purseOf(seller), 0);
    await refused(split(5n * COIN, expires, buyer, 1), market, "HolderDidNotSign", purseOf(seller), 1);
    await refused(split(5n * COIN, expires, seller), market, "HolderDidNotSign", purseOf(buyer), 0);
    await refused(split(5n * COIN, expires, buyer, 0, await trade.signsSplit(buyer, order, 5n * COIN, expires)), market, "HolderDidNotSign", purseOf(seller), 0);
    await refused(split(5n * COIN, expires, buyer, 0, await trade.signsSplit({ ...carrier, id: seller.id! }, order, 5n * COIN, expires)), market, "HolderDidNotSign", purseOf(seller), 0);
    await refused(trade.splits(buyer, seller, order, 30n * COIN + 1n), market, "BackOutOfBounds", 30n * COIN + 1n, 30n * COIN);
    await coop.nextAt(expires + 1);
    await refused(split(5n * COIN, expires), market, "SignatureExpired", expires, expires + 1);
    await coop.nextAt(expires + 10);
    await refused(split(5n * COIN, expires + 10 + 30 * DAY + 1), market, "SignatureTooLong", expires + 10 + 30 * DAY + 1, expires + 10 + 30 * DAY);
    expect(await trade.stageOf(order)).to.equal(ORDER.funded);
  });

  it("is not made with the word of a key that was replaced", async () => {
    const { trade, order, buyer, seller } = await load(ordered);
    const { coop, market } = trade;
    const expires = (await coop.now()) + DAY;
    const signature = await trade.signsSplit(seller, order, 5n * COIN, expires);
    const renewed = await coop.membership.rotates(coop.people.zhou, 42);
    await refused(market.connect(buyer.signer).split(order, 5n * COIN, 0, expires, signature), market, "HolderDidNotSign", purseOf(seller), 0);
    await market.connect(buyer.signer).split(order, 5n * COIN, 1, expires, await trade.signsSplit(renewed, order, 5n * COIN, expires, 1));
    await isWhole(trade);
  });
});

describe("The cost lines of an order", () => {
  it("are paid to whom they name: eight lines, members and addresses, twice the same, and each rounded down on its own", async () => {
    const { trade, buyer: lin } = await load(ordered);
    const { coop } = trade;
    const { zhou, he, su } = coop.people;
    const outside = await buyerAt(45);
    const costs = [[zhou, 1n], [he, 1n], [su, 1n], [outside, 1n], [outside, 3n], [he, 0n], [zhou, 5n], [su, 7n]] as const;
    const order = await trade.funds(lin, await trade.offers(zhou, { price: 25n, costs: [...costs] }));
    // Of 19 in costs 10 are kept: 1·10/19 = 0 four times, 3·10/19 = 1, 0, 5·10/19 = 2, 7·10/19 = 3. Six are paid, 4 more go back.
    await expect(trade.splits(lin, zhou, order, 15n)).to.emit(trade.market, "OrderEnded").withArgs(await trade.idOf(order), await trade.market.offerDigest(order.offer), ORDER.split, 19, 0);
    expect(await Promise.all([zhou, he, su, outside].map(trade.purse))).to.deep.equal([2n, 0n, 3n, 1n]);
    const whole = await trade.funds(lin, await trade.offers(zhou, { price: 25n, costs: [...costs] }));
    await trade.ships(zhou, whole);
    await trade.accepts(lin, whole);
    expect(await Promise.all([zhou, he, su, outside].map(trade.purse))).to.deep.equal([8n, 1n, 11n, 5n]);
    await isWhole(trade);
  });

  it("may be none: then all is surplus, or all goes back", async () => {
    const { trade, buyer } = await load(ordered);
    const { zhou } = trade.coop.people;
    const order = await trade.funds(buyer, await trade.offers(zhou, { costs: [] }));
    await trade.ships(zhou, order);
    await trade.disputes(buyer, order);
    await trade.coop.days(30);
    await trade.ends(buyer, order);
    expect(await trade.stageOf(order)).to.equal(ORDER.split);
    expect(await trade.purse(buyer)).to.equal(970n * COIN);
    const paid = await trade.sells(zhou, buyer as never, { costs: [] });
    expect(await trade.stageOf(paid)).to.equal(ORDER.accepted);
    // 10 of surplus: a rebate of 10 · 40 % · 30 %.
    expect(await trade.purse(buyer)).to.equal(961_200_000n);
    await isWhole(trade);
  });
});

describe("A buyer who is no member", () => {
  it("deals like any other, and on becoming a member goes on with what was ordered", async () => {
    const { trade } = await load(ordered);
    const { coop, market } = trade;
    const { lin, zhou } = coop.people;
    const buyer = await buyerAt(13);
    await trade.deposits(buyer, 100n * COIN);
    await coop.days(100);
    const signed = await trade.offers(zhou);
    const [one, two] = [await trade.funds(buyer, signed), await trade.funds(buyer, signed)];
    await trade.ships(zhou, one);
    await trade.accepts(buyer, one);
    expect(await trade.purse(buyer)).to.equal(80_720_000n);
    const member = await coop.membership.joins(13, [lin, zhou]);
    await trade.ships(zhou, two);
    await trade.delivers(member, two);
    const moved = await coop.membership.rotates(member, 46);
    await trade.accepts(moved, two);
    await market.connect(moved.signer).rate(two, 4, `0x${"00".repeat(32)}`);
    // The order was paid out of the address's purse, and what comes of it goes there, until it is adopted.
    expect(await Promise.all([trade.purse(buyer), trade.purse(moved)])).to.deep.equal([81_440_000n, 0n]);
    await trade.pool.adopt(buyer.signer.address, trade.address);
    await trade.withdraws(moved, 81_440_000n);
    expect(holderOf(member)).to.not.equal(NOBODY);
    await isWhole(trade);
  });
});
