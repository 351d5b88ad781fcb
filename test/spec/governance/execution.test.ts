import { createRequire } from "node:module";
import { type FunctionFragment, id as hashOf, Interface } from "ethers";
import { expect } from "chai";
import { readArtifact } from "../../../scripts/deploy/artifact.ts";
import { MARKS, NUMBER, STATE } from "../../support/assembly.ts";
import { chain, load } from "../../support/chain.ts";
import { DAY, found, PROJECT } from "../../support/cooperative.ts";
import { refused } from "../../support/refused.ts";
import { bitmap } from "../../support/states.ts";
import { votedHand } from "../../support/voted.ts";

/** The interface of OpenZeppelin that the governor keeps. */
const IGovernor = Interface.from((createRequire(import.meta.url)("@openzeppelin/contracts/build/contracts/IGovernor.json") as { abi: [] }).abi);

async function founded() {
  return found({ members: 12 });
}

/** Two numbers were voted on, and wait in the queue until they may be executed. */
async function due() {
  const coop = await found({ members: 12 });
  const { assembly, all } = coop;
  const proposal = await assembly.proposes(all[0]!, [await assembly.sets(NUMBER.stopPercent, 20), await assembly.sets(NUMBER.quorumPercent, 12)]);
  await assembly.opens(proposal);
  await assembly.allVote(all.slice(0, 5), proposal);
  await assembly.waits(proposal);
  return { coop, proposal };
}

describe("Execution", () => {
  it("is anyone's call, does all that was voted in its order, and is in the log", async () => {
    const { coop, proposal } = await load(due);
    const { assembly, governor, timelock, parameters, stranger } = coop;
    const act = assembly.executes(proposal, stranger);
    await expect(act).to.emit(governor, "ProposalExecuted").withArgs(proposal.id);
    await expect(act).to.emit(parameters, "ParameterChanged").withArgs(NUMBER.stopPercent, 20, 1);
    await expect(act).to.emit(parameters, "ParameterChanged").withArgs(NUMBER.quorumPercent, 12, 1);
    const [first, second] = proposal.actions;
    const operation = await timelock.hashOperationBatch(...assembly.operation(proposal));
    await expect(act).to.emit(timelock, "CallExecuted").withArgs(operation, 0, first!.target, 0, first!.data);
    await expect(act).to.emit(timelock, "CallExecuted").withArgs(operation, 1, second!.target, 0, second!.data);
    expect(await assembly.state(proposal)).to.equal(STATE.executed);
  });

  it("happens once", async () => {
    const { coop, proposal } = await load(due);
    const { assembly, governor } = coop;
    await assembly.executes(proposal);
    await refused(assembly.executes(proposal), governor, "GovernorUnexpectedProposalState", proposal.id, STATE.executed, bitmap(STATE.queued));
    await refused(assembly.queues(proposal), governor, "GovernorUnexpectedProposalState", proposal.id, STATE.executed, bitmap(STATE.succeeded));
    await refused(assembly.cancels(coop.people.lin, proposal), governor, "GovernorUnableToCancel", proposal.id, coop.people.lin.address);
  });

  it("does all or nothing: where one call fails nothing has happened, and it may be tried again until it expires", async () => {
    const coop = await load(founded);
    const { assembly, parameters, people, all } = coop;
    const proposal = await assembly.proposes(people.lin, [await assembly.sets(NUMBER.stopPercent, 20), await assembly.sets(NUMBER.stopPercent, 26)]);
    await assembly.opens(proposal);
    await assembly.allVote(all.slice(0, 5), proposal);
    await assembly.waits(proposal);
    await refused(assembly.executes(proposal), parameters, "ParameterOutOfBounds", NUMBER.stopPercent, 26, 5, 25);
    expect(await assembly.state(proposal)).to.equal(STATE.queued);
    expect(await parameters.get(NUMBER.stopPercent, 1)).to.equal(15);
  });

  it("of the same actions is another proposal's with other words, and each is executed for itself", async () => {
    const coop = await load(founded);
    const { assembly, parameters, all } = coop;
    const action = await assembly.sets(NUMBER.stopPercent, 20);
    const proposals = [await assembly.proposes(all[0]!, action), await assembly.proposes(all[0]!, action)];
    await assembly.opens(proposals[1]!);
    for (const proposal of proposals) await assembly.allVote(all.slice(0, 5), proposal);
    await assembly.ends(proposals[1]!);
    for (const proposal of proposals) await assembly.queues(proposal);
    await coop.days(3);
    for (const proposal of proposals) await expect(assembly.executes(proposal)).to.emit(parameters, "ParameterChanged");
  });

  it("is not cancelled by anyone once its vote opened: neither by its proposer nor by any other", async () => {
    const { coop, proposal } = await load(due);
    const { assembly, governor, members, people, stranger } = coop;
    for (const who of [people.lin, people.zhou]) await refused(assembly.cancels(who, proposal), governor, "GovernorUnableToCancel", proposal.id, who.address);
    await refused(assembly.cancels(stranger, proposal), members, "NotAMember", stranger.address);
  });
});

describe("The governor", () => {
  it("carries a vote through from the first word to the last: a number, an expulsion, a project, an amendment, stewards, a closing", async () => {
    const coop = await load(founded);
    const { assembly, parameters, members, projects, people, all } = coop;
    await expect(assembly.passes(await assembly.sets(NUMBER.stopPercent, 20))).to.emit(parameters, "ParameterChanged").withArgs(NUMBER.stopPercent, 20, 1);
    await expect(assembly.passes(await assembly.replaces(PROJECT.mill, [people.lin, people.he]))).to.emit(projects, "StewardsReplaced").withArgs(PROJECT.mill, [1, 3]);
    const charter = { ...coop.charterOf("cooperative"), budget: 1_100_000_000n };
    await expect(assembly.passes(await assembly.amends(charter))).to.emit(projects, "ProjectAmended");
    await expect(assembly.passes(await assembly.closes(PROJECT.garden))).to.emit(projects, "ProjectClosed");
    await expect(assembly.passes(await assembly.expels(12), all.slice(0, 8))).to.emit(members, "Expelled").withArgs(12, hashOf("cause"), 11);
    const statement = await assembly.graded(people.zhou, MARKS.a);
    await expect(assembly.passes(await assembly.admits(statement), all.slice(0, 6))).to.emit(projects, "ProjectAdmitted");
    expect(await projects.projectCount()).to.equal(6);
  });

  it("takes no ether: none that is sent, none with an execution", async () => {
    const { coop, proposal } = await load(due);
    const { governor, stranger } = coop;
    const to = await governor.getAddress();
    await refused(stranger.signer.sendTransaction({ to, value: 1n }), governor, "GovernorDisabledDeposit");
    const [targets, values, calldatas] = coop.assembly.lists(proposal.actions, "");
    await refused(governor.connect(stranger.signer).execute(targets, values, calldatas, hashOf(proposal.description), { value: 5n }), governor, "ActionWithValue", 0, 5);
    expect(await chain.ethers.provider.getBalance(to)).to.equal(0n);
  });

  it("takes no token that asks to be received (ERC-721, ERC-1155)", async () => {
    const { governor, stranger } = await load(founded);
    const held = governor.connect(stranger.signer);
    await refused(held.onERC721Received(stranger.address, stranger.address, 1, "0x"), governor, "GovernorDisabledDeposit");
    await refused(held.onERC1155Received(stranger.address, stranger.address, 1, 1, "0x"), governor, "GovernorDisabledDeposit");
    await refused(held.onERC1155BatchReceived(stranger.address, stranger.address, [1], [1], "0x"), governor, "GovernorDisabledDeposit");
  });

  it("calls nothing for anybody: `relay` is the timelock's, and no vote may ask for it", async () => {
    const coop = await load(founded);
    const { assembly, governor, parameters, people, stranger } = coop;
    const data = parameters.interface.encodeFunctionData("set", [5, 20]);
    for (const { signer, address } of [people.lin, stranger]) await refused(governor.connect(signer).relay(await parameters.getAddress(), 0, data), governor, "GovernorOnlyExecutor", address);
    const action = { target: await governor.getAddress(), value: 0n, data: governor.interface.encodeFunctionData("relay", [await parameters.getAddress(), 0, data]) };
    await refused(assembly.proposing(people.lin, [action]), governor, "ActionUnlisted", action.target, action.data.slice(0, 10));
    // And not the timelock either, outside of an execution: OpenZeppelin's list of what may be called is empty.
    const hand = await votedHand(coop);
    await expect(governor.connect(hand).relay(await parameters.getAddress(), 0, data)).to.revert(chain.ethers);
  });

  it("is the only one that the timelock obeys, and obeys nothing that did not pass", async () => {
    const { coop, proposal } = await load(due);
    const { timelock, governor } = coop;
    const lists = coop.assembly.operation(proposal);
    const [proposer, executor, canceller] = await Promise.all([timelock.PROPOSER_ROLE(), timelock.EXECUTOR_ROLE(), timelock.CANCELLER_ROLE()]);
    for (const { signer, address } of [...coop.all, coop.stranger]) {
      const held = timelock.connect(signer);
      await refused(held.executeBatch(...lists), timelock, "AccessControlUnauthorizedAccount", address, executor);
      await refused(held.scheduleBatch(...lists, 3 * DAY), timelock, "AccessControlUnauthorizedAccount", address, proposer);
      await refused(held.cancel(await timelock.hashOperationBatch(...lists)), timelock, "AccessControlUnauthorizedAccount", address, canceller);
    }
    const other = [{ ...proposal.actions[0]!, data: (await coop.assembly.sets(NUMBER.stopPercent, 25)).data }, proposal.actions[1]!];
    const [targets, values, calldatas] = coop.assembly.lists(other, "");
    const id = await governor.hashProposal(targets, values, calldatas, hashOf(proposal.description));
    await refused(governor.execute(targets, values, calldatas, hashOf(proposal.description)), governor, "GovernorNonexistentProposal", id);
    await refused(governor.queue(targets, values, calldatas, hashOf(proposal.description)), governor, "GovernorNonexistentProposal", id);
  });

  it("calls only contracts of the cooperative, none of which calls on but those where money lies, so that nothing re-enters an execution", async () => {
    const coop = await load(founded);
    // What a vote calls may read, and calls nobody back: in each the only external calls are views.
    for (const name of ["parameters", "memberRegistry", "projectRegistry"] as const) {
      const { fragments } = Interface.from(readArtifact(name).abi);
      expect(fragments.length).to.be.greaterThan(0);
      const code = Buffer.from((await chain.ethers.provider.getCode(coop.record.contracts[name])).slice(2), "hex");
      const end = code.length - 2 - code.readUInt16BE(code.length - 2);
      let calls = 0;
      for (let at = 0; at < end; ++at) {
        const op = code[at]!;
        if (op === 0xf1) calls += 1;
        if (op >= 0x60 && op <= 0x7f) at += op - 0x5f;
      }
      expect(calls, name).to.equal(0);
    }
  });
});

describe("The contracts of a vote", () => {
  it("name each other, or are not deployed", async () => {
    const coop = await load(founded);
    const { governor, reviews, record: { contracts } } = coop;
    const other = await (await chain.ethers.getContractFactory("CoopTimelock")).deploy(contracts.governor);
    const factory = await chain.ethers.getContractFactory("CoopGovernor");
    const others = [contracts.memberRegistry, contracts.projectRegistry, contracts.surplusPool, contracts.commonsPool, contracts.relay] as const;
    await refused(factory.deploy(contracts.timelock, contracts.parameters, ...others), governor, "WiredOtherwise", contracts.timelock);
    const next = chain.ethers.getCreateAddress({ from: coop.all[0]!.address, nonce: (await coop.all[0]!.signer.getNonce()) + 1 });
    const obeyed = await (await chain.ethers.getContractFactory("CoopTimelock", coop.all[0]!.signer)).deploy(next);
    await refused(factory.connect(coop.all[0]!.signer).deploy(await obeyed.getAddress(), contracts.parameters, ...others), governor, "WiredOtherwise", contracts.parameters);
    expect(await other.getAddress()).to.not.equal(contracts.timelock);
    const reviewing = await chain.ethers.getContractFactory("ProjectReviews");
    await refused(reviewing.deploy(contracts.memberRegistry, contracts.projectRegistry, contracts.parameters, contracts.relay), reviews, "ReviewedElsewhere", contracts.projectReviews);
  });

  it("say which standards they keep (ERC-165, ERC-6372, ERC-5267) and how ballots are counted", async () => {
    const coop = await load(founded);
    const { governor, record: { contracts } } = coop;
    const now = BigInt(await coop.now());
    expect([await governor.clock(), await governor.CLOCK_MODE(), await governor.COUNTING_MODE()]).to.deep.equal([now, "mode=timestamp", "support=bravo&quorum=for,abstain"]);
    expect([await governor.name(), await governor.version()]).to.deep.equal(["Gongsheng", "1"]);
    const domain = await governor.eip712Domain();
    expect([domain.fields, domain.name, domain.version, domain.chainId, domain.verifyingContract]).to.deep.equal(["0x0f", "Gongsheng", "1", 31337n, contracts.governor]);
    const own = IGovernor.fragments.filter((fragment) => fragment.type === "function" && !["supportsInterface", "clock", "CLOCK_MODE"].includes((fragment as FunctionFragment).name)) as FunctionFragment[];
    const igovernor = `0x${own.reduce((sum, { selector }) => sum ^ BigInt(selector), 0n).toString(16).padStart(8, "0")}`;
    const standards = { erc165: "0x01ffc9a7", erc1155Receiver: "0x4e2312e0", igovernor };
    for (const [name, id] of Object.entries(standards)) expect(await governor.supportsInterface(id), name).to.equal(true);
    expect(await governor.supportsInterface("0xffffffff")).to.equal(false);
    expect([await governor.proposalThreshold(), await governor.timelock(), await governor.trustedForwarder()]).to.deep.equal([0n, contracts.timelock, contracts.relay]);
    expect(await governor.MEMBER_BALLOT()).to.equal(hashOf("MemberBallot(uint256 proposalId,uint8 support,uint32 member,uint16 keyEpoch)"));
    expect(await governor.MEMBER_BALLOT_WITH_REASON()).to.equal(hashOf("MemberBallotWithReason(uint256 proposalId,uint8 support,uint32 member,uint16 keyEpoch,string reason)"));
    expect([await governor.GRACE(), await governor.reviews()]).to.deep.equal([BigInt(14 * DAY), contracts.projectReviews]);
  });
});
