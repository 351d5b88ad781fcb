import { expect } from "chai";
import { load } from "../../support/chain.ts";
import { found } from "../../support/cooperative.ts";
import { refused } from "../../support/refused.ts";
import { COIN, openMarket } from "../../support/trade.ts";

async function opened() {
  const trade = await openMarket(await found({ members: 4 }));
  await trade.deposits(trade.coop.people.lin, 100n * COIN);
  return trade;
}

// A request asks for something within its window. Anyone could meet it with a group buy: the buyer got a pledge instead of an order,
// bound until the group buy closed, weeks after the request did, and a target that nobody meant to reach cost the seller nothing.
describe("A request", () => {
  it("is not met by a group buy: nobody's money is pledged who did not pledge it, and the request stays open for an offer", async () => {
    const trade = await load(opened);
    const { market, coop } = trade;
    const { lin, zhou } = coop.people;
    const group = await trade.offers(zhou, { target: 1_000n, quantity: 1_000n, most: 10n });
    const request = await trade.asks(lin, group.offer, { quantity: 10n });
    const signature = await trade.signsRequest(lin, request);
    await refused(trade.answering(group, request, signature, 10n), market, "DoesNotFit", 9);
    expect(await trade.purse(lin)).to.equal(100n * COIN);
    await trade.answers(await trade.offers(zhou), request, signature, 10n);
    expect(await trade.purse(lin)).to.equal(0n);
    // By her own act she pledges as she likes.
    await trade.deposits(lin, 10n * COIN);
    await trade.funds(lin, group, 1n);
  });
});
