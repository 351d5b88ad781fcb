import { expect } from "chai";
import { ZeroHash } from "ethers";
import { load } from "../../support/chain.ts";
import { found, PROJECT } from "../../support/cooperative.ts";
import { refused } from "../../support/refused.ts";
import { votedHand } from "../../support/voted.ts";

const twelve = async () => found({ members: 12 });

// A project's only steward, expelled, closed it for ever in the twelve days that a vote on new stewards takes.
describe("A steward who was expelled", () => {
  it("asks for no closing any more; who is left, or a vote, decides", async () => {
    const coop = await load(twelve);
    const { members, projects, all } = coop;
    const [, zhou, he] = all;
    await members.connect(await votedHand(coop)).expel(zhou!.id, ZeroHash);
    const asks = (who = zhou!, project: number = PROJECT.repair) => projects.connect(who.signer).askToClose(project, true);
    await refused(asks(), members, "NotActive", zhou!.id, 3);
    expect(await projects.closedFrom(PROJECT.repair)).to.equal(0n);
    await expect(asks(he!, PROJECT.mill)).to.not.emit(projects, "ProjectClosed"); // one of two
    const hand = await votedHand(coop);
    await projects.connect(hand).replaceStewards(PROJECT.repair, [he!.id]);
    await expect(asks(he!)).to.emit(projects, "ProjectClosed");
  });
});
