import { expect } from "chai";
import { load } from "../../support/chain.ts";
import { found } from "../../support/cooperative.ts";
import { refused } from "../../support/refused.ts";
import { COIN, openMarket, ORDER } from "../../support/trade.ts";

/** Lin pledged 1 unit of the 6 that a group buy of Zhou's is to reach. */
async function pledged() {
  const trade = await openMarket(await found({ members: 4 }));
  const { lin, zhou } = trade.coop.people;
  await trade.deposits(lin, 10n * COIN);
  const signed = await trade.offers(zhou, { target: 6n, most: 6n });
  return { trade, lin, zhou, signed, pledge: await trade.funds(lin, signed) };
}

// An offer that was taken back singly freed its pledges. One that was taken back with all that its seller had signed took no further
// pledge either, so that its target was out of reach, and yet bound those it had until it closed.
describe("A group buy that was taken back with all of its seller's offers", () => {
  it("gives pledges back from that second on, as one that was taken back singly does", async () => {
    const { trade, lin, zhou, signed, pledge } = await load(pledged);
    await refused(trade.refunds(lin, pledge), trade.market, "PledgesBind", await trade.idOf(pledge), signed.offer.closes);
    await trade.market.connect(zhou.signer).cancelAll();
    await trade.refunds(lin, pledge);
    expect([await trade.purse(lin), await trade.stageOf(pledge)]).to.deep.equal([10n * COIN, ORDER.refunded]);
  });
});
