import { ZeroHash } from "ethers";
import { expect } from "chai";
import { load } from "../../support/chain.ts";
import { found, PROJECT } from "../../support/cooperative.ts";
import { refused } from "../../support/refused.ts";
import { buyerAt, COIN, holderOf, NOBODY, openMarket, purseOf } from "../../support/trade.ts";
import { votedHand } from "../../support/voted.ts";

/** The mill, where nobody has shares, has a reserve of 68 coins. */
async function reserved() {
  const trade = await openMarket(await found({ members: 4 }));
  const { lin, zhou } = trade.coop.people;
  await trade.deposits(lin, 100n * COIN);
  await trade.sells(zhou, lin, { price: 100n * COIN, costs: [] });
  await trade.coop.nextEpoch(2);
  return trade;
}

// A vote could credit the purse of nobody, or of a member whom there is not yet: the first is lost for ever, the second the gift of
// whoever joins next.
describe("A reserve", () => {
  it("pays neither nobody nor a member whom there is not, and its pocket neither", async () => {
    const { coop, pool, address, purse } = await load(reserved);
    const { members, people } = coop;
    const hand = pool.connect(await votedHand(coop));
    for (const spend of [hand.spendReserve, hand.spendPocket]) {
      await refused(spend(PROJECT.mill, address, NOBODY, COIN, ZeroHash), pool, "PayeeRefused", NOBODY);
      await refused(spend(PROJECT.mill, address, holderOf(5), COIN, ZeroHash), members, "NoSuchMember", 5);
    }
    const stranger = await buyerAt(40);
    for (const who of [people.fang, stranger]) await hand.spendReserve(PROJECT.mill, address, purseOf(who), COIN, ZeroHash);
    expect([await purse(people.fang), await purse(stranger)]).to.deep.equal([COIN, COIN]);
  });
});
