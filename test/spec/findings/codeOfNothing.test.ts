import { keccak256, ZeroHash } from "ethers";
import { chain, load } from "../../support/chain.ts";
import { found } from "../../support/cooperative.ts";
import { refused } from "../../support/refused.ts";
import { votedHand } from "../../support/voted.ts";

async function founded() {
  const coop = await found({ members: 4 });
  const target = coop.record.contracts.market;
  return { target, code: keccak256(await chain.ethers.provider.getCode(target)), commons: coop.commons.connect(await votedHand(coop)) };
}

// What was never adopted is kept as a hash of zero, and a vote that named zero was taken for a vote on just that: it let go of what nobody
// had adopted, and put that on record, and it was told that a contract was adopted which was not.
describe("A hash of zero", () => {
  it("is no code that a contract was adopted with, and none that it can be adopted with", async () => {
    const { target, code, commons } = await load(founded);
    await refused(commons.adopt(target, ZeroHash, false), commons, "AdoptedAlready", target, false);
    await refused(commons.adopt(target, ZeroHash, true), commons, "CodeDiffers", target, ZeroHash, code);
    await commons.adopt(target, code, true);
    await refused(commons.adopt(target, ZeroHash, false), commons, "AdoptedAlready", target, false);
  });
});
