import { expect } from "chai";
import { load } from "../../support/chain.ts";
import { found, PROJECT } from "../../support/cooperative.ts";
import { refused } from "../../support/refused.ts";
import { openMarket } from "../../support/trade.ts";

const opened = async () => openMarket(await found({ members: 12 }));

// Naming sellers asked for a steward and not for one who is active: whom a vote expelled went on naming who sells in the project's
// name, for the twelve days that a vote on new stewards takes.
describe("A steward who was expelled, or left", () => {
  it("names no seller any more, and takes no name back; the other steward does", async () => {
    const { coop, market } = await load(opened);
    const { members, membership, people } = coop;
    const { zhou, he, su, lin } = people;
    const names = (by: typeof zhou, seller: typeof zhou, named = true) => market.connect(by.signer).nameSeller(PROJECT.mill, seller.id, named);
    await names(zhou, su);
    await membership.expels(zhou);
    await refused(names(zhou, lin), members, "NotActive", zhou.id, 3);
    await refused(names(zhou, su, false), members, "NotActive", zhou.id, 3);
    await expect(names(he, su, false)).to.emit(market, "SellerNamed").withArgs(PROJECT.mill, su.id, he.id, false);
    await members.connect(he.signer).resign();
    await refused(names(he, lin), members, "NotActive", he.id, 2);
    expect(await market.isNamedSeller(PROJECT.mill, lin.id)).to.equal(false);
  });
});
