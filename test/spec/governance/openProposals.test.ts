import { id as hashOf } from "ethers";
import { expect } from "chai";
import { NUMBER, STATE } from "../../support/assembly.ts";
import { load } from "../../support/chain.ts";
import { DAY, found } from "../../support/cooperative.ts";
import { refused } from "../../support/refused.ts";
import { giveKey } from "../../support/seats.ts";
import { bitmap } from "../../support/states.ts";
import { votedHand } from "../../support/voted.ts";

async function founded() {
  return found({ members: 12 });
}

describe("The proposals of one member", () => {
  async function twoOpen() {
    const coop = await found({ members: 12 });
    const proposals = [];
    for (const value of [10, 20]) proposals.push(await coop.assembly.proposes(coop.people.lin, await coop.assembly.sets(NUMBER.stopPercent, value)));
    return { coop, proposals, action: await coop.assembly.sets(NUMBER.stopPercent, 25) };
  }

  it("are two at a time, and others' are their own", async () => {
    const { coop, action } = await load(twoOpen);
    const { assembly, governor, people } = coop;
    await refused(assembly.proposing(people.lin, [action]), governor, "TooManyOpen", 1, 2);
    await assembly.proposes(people.zhou, action);
  });

  it("are open until the second in which the vote was to end", async () => {
    const { coop, action, proposals } = await load(twoOpen);
    const { assembly, governor, people } = coop;
    const end = proposals[0]!.closes;
    await coop.nextAt(end);
    await refused(assembly.proposing(people.lin, [action]), governor, "TooManyOpen", 1, 2);
    await coop.nextAt(end + 1);
    await assembly.proposing(people.lin, [action]);
    // The second one ends one second later.
    await coop.until(proposals[1]!.closes + 1);
    await assembly.proposing(people.lin, [action]);
    await refused(assembly.proposing(people.lin, [action]), governor, "TooManyOpen", 1, 2);
  });

  it("make room when one is cancelled, whichever of them, and only then", async () => {
    for (const place of [0, 1]) {
      const { coop, action, proposals } = await load(twoOpen);
      const { assembly, governor, people } = coop;
      await expect(assembly.cancels(people.lin, proposals[place]!)).to.emit(governor, "ProposalCanceled").withArgs(proposals[place]!.id);
      await assembly.proposes(people.lin, action);
      await refused(assembly.proposing(people.lin, [action]), governor, "TooManyOpen", 1, 2);
    }
  });

  it("are as many as the vote said, from one to five, from the next epoch on", async () => {
    const coop = await load(founded);
    const { assembly, governor, parameters, people } = coop;
    const hand = parameters.connect(await votedHand(coop));
    const action = await assembly.sets(NUMBER.stopPercent, 20);
    for (const most of [5, 1]) {
      await hand.set(NUMBER.openProposals, most);
      await coop.nextEpoch();
      for (let count = 0; count < most; ++count) await assembly.proposes(people.lin, action);
      await refused(assembly.proposing(people.lin, [action]), governor, "TooManyOpen", 1, most);
    }
  });

  it("stay where fewer are allowed since, and leave no room for another until they are over", async () => {
    const coop = await load(founded);
    const { assembly, governor, parameters, people } = coop;
    const hand = parameters.connect(await votedHand(coop));
    const action = await assembly.sets(NUMBER.stopPercent, 20);
    await hand.set(NUMBER.openProposals, 5);
    await coop.nextEpoch();
    await hand.set(NUMBER.openProposals, 1);
    await coop.until(coop.start(2) - DAY);
    const five = [];
    for (let count = 0; count < 5; ++count) five.push(await assembly.proposes(people.lin, action));
    await coop.nextEpoch();
    await assembly.cancels(people.lin, five[2]!);
    await coop.nextAt(five[4]!.closes);
    await refused(assembly.proposing(people.lin, [action]), governor, "TooManyOpen", 1, 1);
    await coop.nextAt(five[4]!.closes + 1);
    await assembly.proposing(people.lin, [action]);
  });

  it("stay the member's where the key is another: the new key cancels, and has no room of its own", async () => {
    const { coop, action, proposals } = await load(twoOpen);
    const { assembly, governor, members, people } = coop;

    const renewed = await giveKey(coop, people.lin, 41);
    await refused(assembly.proposing(renewed, [action]), governor, "TooManyOpen", 1, 2);
    await refused(assembly.cancels(people.lin, proposals[0]!), members, "KeyReplaced", people.lin.address, 1);
    await assembly.cancels(renewed, proposals[0]!);
    await assembly.proposes(renewed, action);
  });
});

describe("Cancelling", () => {
  it("is the proposing member's alone, until the vote opens", async () => {
    const coop = await load(founded);
    const { assembly, governor, members, people, stranger } = coop;
    const proposal = await assembly.proposes(people.lin, await assembly.sets(NUMBER.stopPercent, 20));
    await refused(assembly.cancels(stranger, proposal), members, "NotAMember", stranger.address);
    await refused(assembly.cancels(people.zhou, proposal), governor, "GovernorUnableToCancel", proposal.id, people.zhou.address);
    await coop.nextAt(proposal.opens + 1);
    await refused(assembly.cancels(people.lin, proposal), governor, "GovernorUnableToCancel", proposal.id, people.lin.address);
    const other = await assembly.proposes(people.lin, await assembly.sets(NUMBER.stopPercent, 10));
    await coop.nextAt(other.opens);
    await assembly.cancels(people.lin, other);
    expect(await assembly.state(other)).to.equal(STATE.canceled);
    await coop.until(other.opens + 10);
    await refused(assembly.votes(people.lin, other), governor, "GovernorUnexpectedProposalState", other.id, STATE.canceled, bitmap(STATE.active));
  });

  it("is still the member's who was expelled since, and nobody's of what was never proposed", async () => {
    const coop = await load(founded);
    const { assembly, governor, members, people } = coop;
    const action = await assembly.sets(NUMBER.stopPercent, 20);
    const proposal = await assembly.proposes(people.lin, action);
    await members.connect(await votedHand(coop)).expel(1, hashOf("cause"));
    await assembly.cancels(people.lin, proposal);
    expect(await assembly.state(proposal)).to.equal(STATE.canceled);
    const never = { ...proposal, description: "never" };
    const id = await governor.hashProposal([action.target], [0], [action.data], hashOf("never"));
    await refused(assembly.cancels(people.zhou, never), governor, "GovernorUnableToCancel", id, people.zhou.address);
    await refused(governor.state(id), governor, "GovernorNonexistentProposal", id);
  });

  it("by its proposer does not free a second place: what was cancelled once is cancelled", async () => {
    const coop = await load(founded);
    const { assembly, governor, people } = coop;
    const proposal = await assembly.proposes(people.lin, await assembly.sets(NUMBER.stopPercent, 20));
    await assembly.cancels(people.lin, proposal);
    await refused(assembly.cancels(people.lin, proposal), governor, "GovernorUnableToCancel", proposal.id, people.lin.address);
  });
});
