import { expect } from "chai";
import { id as hashOf } from "ethers";
import { load } from "../../support/chain.ts";
import { found } from "../../support/cooperative.ts";
import { refused } from "../../support/refused.ts";

const twelve = async () => found({ members: 12 });

// An expulsion is announced fourteen days before its vote. Whoever left on the thirteenth could not be expelled any more, came back by the
// vouches of the next friend, and the sponsors, who answer for half a year, answered for nothing.
describe("Whoever leaves before being expelled", () => {
  it("is expelled all the same: the sponsors do not vouch for half a year, and only a vote takes the member in again", async () => {
    const coop = await load(twelve);
    const { members, membership, people } = coop;
    const newcomer = await membership.joins(30, [people.lin, people.zhou]);
    await coop.days(100);
    await membership.resigns(newcomer);
    await expect(membership.expels(newcomer)).to.emit(members, "VouchingBarred").and.to.emit(members, "Expelled").withArgs(13, hashOf("cause"), 12);
    const { barredUntil } = await members.sponsorOf(1);
    expect(barredUntil).to.equal(BigInt((await coop.now()) + 180 * 86_400));
    await refused(members.connect(newcomer.signer).rejoin([]), members, "NotGone", 13, 3);
  });
});
