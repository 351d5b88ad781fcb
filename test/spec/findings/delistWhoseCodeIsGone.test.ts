import { expect } from "chai";
import { chain, load } from "../../support/chain.ts";
import { found } from "../../support/cooperative.ts";
import { refused } from "../../support/refused.ts";
import { openMarket } from "../../support/trade.ts";
import { votedHand } from "../../support/voted.ts";

const opened = async () => openMarket(await found({ members: 4 }));

// That something has code was asked in both directions. An account that lends itself code (EIP-7702) takes it away at will, and no
// vote could then take it off the list: it came back when its holder liked.
describe("A token whose code is gone", () => {
  it("is taken off the list like any other, and not put on it again", async () => {
    const { coop, pool, address } = await load(opened);
    const list = async (listed: boolean) => pool.connect(await votedHand(coop)).list(address, listed);
    await chain.networkHelpers.setCode(address, "0x");
    await expect(list(false)).to.emit(pool, "TokenListed").withArgs(address, false);
    expect(await pool.tokenOf(address)).to.deep.equal([false, 0n]);
    await refused(list(true), pool, "NotAToken", address);
  });
});
