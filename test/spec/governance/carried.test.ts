import { concat, id as hashOf, ZeroHash } from "ethers";
import { expect } from "chai";
import { freshDocument, MARKS, NUMBER, STATE } from "../../support/assembly.ts";
import { chain, load } from "../../support/chain.ts";
import { found, PROJECT } from "../../support/cooperative.ts";
import { refused } from "../../support/refused.ts";

/** A cooperative, and the Relay's own hand. */
async function withRelay() {
  const coop = await found({ members: 8 });
  return { coop, relay: await coop.offNet.relayHand() };
}

type Sender = Awaited<ReturnType<typeof withRelay>>["relay"];
interface Called {
  getAddress(): Promise<string>;
}

/** A call with a key appended, as the Relay sends it. */
const carry = async (sender: Sender, to: Called, data: string, key: string) => sender.sendTransaction({ to: await to.getAddress(), data: concat([data, key]) });

describe("What the Relay carries", () => {
  it("is the signer's: a statement, its submission, a review, a comment taken up, an article", async () => {
    const { coop, relay } = await load(withRelay);
    const { projects, reviews, people } = coop;
    const { lin, zhou } = people;
    const mill = coop.charterOf("mill");
    const charter = { ...mill, statement: freshDocument(), rates: [...mill.rates] as never, stewards: [1] };
    const id = await projects.statementId(1, charter.statement);
    const call = reviews.interface;
    await expect(carry(relay, projects, projects.interface.encodeFunctionData("draft", [0, ZeroHash, [], charter]), lin.address)).to.emit(projects, "StatementDrafted");
    expect(await projects.authorsOf(id)).to.equal(1);
    await expect(carry(relay, reviews, call.encodeFunctionData("submit", [id]), lin.address)).to.emit(reviews, "Submitted");
    const review = call.encodeFunctionData("review", [id, MARKS.a, ZeroHash, ""]);
    await refused(carry(relay, reviews, review, lin.address), reviews, "OwnStatement", id, 1);
    await expect(carry(relay, reviews, review, zhou.address)).to.emit(reviews, "Reviewed").withArgs(id, 2, 1, MARKS.a, ZeroHash, "", 1);
    await expect(carry(relay, reviews, call.encodeFunctionData("adopt", [id, id, [2]]), lin.address)).to.emit(reviews, "CommentAdopted");
    await expect(carry(relay, reviews, call.encodeFunctionData("takeBack", [id]), lin.address)).to.emit(reviews, "TakenBack");
    await expect(carry(relay, reviews, call.encodeFunctionData("publish", [hashOf("article"), "", []]), zhou.address)).to.emit(reviews, "ArticlePublished");
    await expect(carry(relay, projects, projects.interface.encodeFunctionData("askToClose", [PROJECT.mill, true]), zhou.address)).to.emit(projects, "ClosingAsked").withArgs(PROJECT.mill, 2, true, 1);
  });

  it("is the signer's: a proposal, its cancelling, a ballot", async () => {
    const { coop, relay } = await load(withRelay);
    const { assembly, governor, people } = coop;
    const { lin, zhou } = people;
    const call = governor.interface;
    const action = await assembly.sets(NUMBER.stopPercent, 20);
    const words = [assembly.words(lin), assembly.words(lin)] as const;
    const propose = (description: string) => call.encodeFunctionData("propose", [[action.target], [0], [action.data], description]);
    await refused(carry(relay, governor, propose(words[0]), zhou.address), governor, "GovernorRestrictedProposer", zhou.address);
    for (const description of words) await carry(relay, governor, propose(description), lin.address);
    const ids = await Promise.all(words.map((description) => governor.hashProposal([action.target], [0], [action.data], hashOf(description))));
    expect(await governor.proposalProposer(ids[0]!)).to.equal(lin.address);
    const cancel = call.encodeFunctionData("cancel", [[action.target], [0], [action.data], hashOf(words[0])]);
    await refused(carry(relay, governor, cancel, zhou.address), governor, "GovernorUnableToCancel", ids[0], zhou.address);
    await carry(relay, governor, cancel, lin.address);
    expect(await governor.state(ids[0]!)).to.equal(STATE.canceled);
    await coop.until(Number(await governor.proposalSnapshot(ids[1]!)) + 1);
    await expect(carry(relay, governor, call.encodeFunctionData("castVote", [ids[1]!, 2]), zhou.address)).to.emit(governor, "VoteCast").withArgs(zhou.address, ids[1], 2, 1, "");
    expect(await governor.ballotOf(ids[1]!, 2)).to.deep.equal([true, 2n]);
  });

  it("is nobody's where anyone else appends a key", async () => {
    const { coop } = await load(withRelay);
    const { assembly, governor, members, projects, reviews, people, stranger } = coop;
    const proposal = await assembly.proposes(people.lin, await assembly.sets(NUMBER.stopPercent, 20));
    await assembly.opens(proposal);
    await refused(carry(stranger.signer, governor, governor.interface.encodeFunctionData("castVote", [proposal.id, 1]), people.zhou.address), governor, "NoVoteAtSnapshot", stranger.address, proposal.opens);
    await refused(carry(stranger.signer, projects, projects.interface.encodeFunctionData("askToClose", [PROJECT.mill, true]), people.zhou.address), members, "NotAMember", stranger.address);
    await refused(carry(stranger.signer, reviews, reviews.interface.encodeFunctionData("publish", [hashOf("article"), "", []]), people.zhou.address), members, "NotAMember", stranger.address);
    // A member who appends another's key acts for the own self.
    await carry(people.he.signer, governor, governor.interface.encodeFunctionData("castVote", [proposal.id, 1]), people.zhou.address);
    expect([(await governor.ballotOf(proposal.id, 2)).voted, (await governor.ballotOf(proposal.id, 3)).voted]).to.deep.equal([false, true]);
  });

  it("reaches no power, though the timelock's own address were appended", async () => {
    const { coop, relay } = await load(withRelay);
    const { governor, members, projects, parameters } = coop;
    const timelock = await coop.timelock.getAddress();
    await refused(carry(relay, members, members.interface.encodeFunctionData("expel", [8, ZeroHash]), timelock), members, "OnlyByVote", relay.address);
    await refused(carry(relay, projects, projects.interface.encodeFunctionData("close", [PROJECT.mill]), timelock), projects, "OnlyByVote", relay.address);
    const inner = parameters.interface.encodeFunctionData("set", [5, 20]);
    await expect(carry(relay, governor, governor.interface.encodeFunctionData("relay", [await parameters.getAddress(), 0, inner]), timelock)).to.revert(chain.ethers);
  });
});
