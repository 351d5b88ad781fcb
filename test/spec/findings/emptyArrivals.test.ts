import { ZeroHash } from "ethers";
import { expect } from "chai";
import { load } from "../../support/chain.ts";
import { found, PROJECT } from "../../support/cooperative.ts";
import { refused } from "../../support/refused.ts";
import { COIN, holderOf, openMarket } from "../../support/trade.ts";
import { votedHand } from "../../support/voted.ts";

/** The mill sold for 100 coins in epoch 0; what came of it is divided. The repair shop never sold anything, and closed long ago. */
async function allDivided() {
  const trade = await openMarket(await found({ members: 4 }));
  const { coop } = trade;
  const { lin, zhou } = coop.people;
  await trade.deposits(lin, 100n * COIN);
  await trade.sells(zhou, lin, { price: 100n * COIN, costs: [] });
  await coop.projects.connect(await votedHand(coop)).close(PROJECT.repair);
  await coop.nextEpoch(6);
  for (const project of [PROJECT.mill, PROJECT.cooperative]) await trade.divides(project);
  return trade;
}

// The lowest bit of a word was taken as `ahead & (~ahead + 1)`. Where nothing was ahead, the sum went beyond 256 bits and the call
// failed: once all was divided, nobody drew, spent or swept anything any more until the next surplus, and then only for an epoch.
describe("A book in which nothing waits", () => {
  it("is drawn, spent, pulled and swept all the same, whether something arrived before or never did", async () => {
    const { coop, pool, commons, address, divides, drawsDividend } = await load(allDivided);
    const spends = async (project: number) => pool.connect(await votedHand(coop)).spendReserve(project, address, holderOf(coop.people.he), COIN, ZeroHash);
    for (const project of [PROJECT.cooperative, PROJECT.mill, PROJECT.repair, PROJECT.garden]) {
      await divides(project);
      await drawsDividend(coop.people.lin, [], project);
    }
    await spends(PROJECT.mill);
    await refused(spends(PROJECT.garden), pool, "AboveATenth", COIN, 0);
    for (const _ of ["once", "again"]) await commons.pull(address);
    await commons.sweep(PROJECT.repair, address);
    expect((await pool.accountOf(PROJECT.mill, address)).through).to.equal(5n);
    expect(await commons.capitalOf(address)).to.equal(13_333_334n);
  });
});
