import { id as hashOf, ZeroHash } from "ethers";
import { expect } from "chai";
import { load } from "../../support/chain.ts";
import { DAY, found, PROJECT } from "../../support/cooperative.ts";
import { refused } from "../../support/refused.ts";
import { COIN, holderOf, ORDER, openMarket } from "../../support/trade.ts";

/** Lin has 1,000 coins and ordered one unit of Zhou. */
async function ordered() {
  const trade = await openMarket(await found());
  const { lin, zhou } = trade.coop.people;
  await trade.deposits(lin, 1_000n * COIN);
  const order = await trade.funds(lin, await trade.offers(zhou));
  return { trade, order, lin, zhou, rates: (stars: number, who = lin, comment: string = ZeroHash) => trade.market.connect(who.signer).rate(order, stars, comment) };
}

describe("A rating", () => {
  it("is the buyer's, of what was accepted: one to five stars, once, with the digest of a comment", async () => {
    const { trade, order, lin, zhou, rates } = await load(ordered);
    const { market } = trade;
    const id = await trade.idOf(order);
    await trade.ships(zhou, order);
    await refused(rates(5), market, "OrderStands", id, ORDER.shipped);
    await trade.accepts(lin, order);
    for (const stars of [0, 6, 255]) await refused(rates(stars), market, "RatingRefused", stars, 0);
    await refused(rates(5, zhou), market, "NotYourOrder", id, holderOf(zhou));
    const before = await trade.purse(lin);
    await expect(rates(4, lin, hashOf("good flour"))).to.emit(market, "OrderRated").withArgs(id, PROJECT.mill, 4, hashOf("good flour"));
    expect((await market.orderOf(id)).stars).to.equal(4n);
    await refused(rates(5), market, "RatingRefused", 5, 4);
    expect([await trade.stageOf(order), await trade.purse(lin)]).to.deep.equal([ORDER.accepted, before]);
  });

  it("comes also where silence, or the end of a dispute, accepted; however late, from the key in force, and from who was expelled", async () => {
    const silent = await load(ordered);
    await silent.trade.ships(silent.zhou, silent.order);
    await silent.trade.coop.days(21);
    await silent.trade.silences(silent.zhou, silent.order);
    await silent.trade.coop.days(400);
    const renewed = await silent.trade.coop.membership.rotates(silent.lin, 42);
    await refused(silent.rates(1), silent.trade.coop.members, "KeyReplaced", silent.lin.address, silent.lin.id);
    await silent.rates(1, renewed);
    const disputed = await load(ordered);
    await disputed.trade.ships(disputed.zhou, disputed.order);
    await disputed.trade.delivers(disputed.lin, disputed.order);
    await disputed.trade.disputes(disputed.zhou, disputed.order);
    await disputed.trade.coop.membership.expels(disputed.lin);
    await disputed.trade.coop.until((await disputed.trade.coop.now()) + 30 * DAY);
    await disputed.trade.ends(disputed.zhou, disputed.order);
    await disputed.rates(2);
    expect((await disputed.trade.market.orderOf(await disputed.trade.idOf(disputed.order))).stars).to.equal(2n);
  });

  it("is not given to what was refunded or split", async () => {
    const refunded = await load(ordered);
    await refunded.trade.refunds(refunded.zhou, refunded.order);
    await refused(refunded.rates(1), refunded.trade.market, "OrderStands", await refunded.trade.idOf(refunded.order), ORDER.refunded);
    const split = await load(ordered);
    await split.trade.splits(split.lin, split.zhou, split.order, COIN);
    await refused(split.rates(1), split.trade.market, "OrderStands", await split.trade.idOf(split.order), ORDER.split);
  });
});
