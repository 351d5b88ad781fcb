import { concat, id as hashOf, Interface, ZeroAddress } from "ethers";
import { expect } from "chai";
import { readArtifact } from "../../../scripts/deploy/artifact.ts";
import { STEPS } from "../../../scripts/deploy/record.ts";
import { GRADE, MAJORITY, MARKS, MATTER, NUMBER, STATE, WRITTEN } from "../../support/assembly.ts";
import { load } from "../../support/chain.ts";
import { DAY, found, PROJECT } from "../../support/cooperative.ts";
import { refused } from "../../support/refused.ts";
import { votedHand } from "../../support/voted.ts";

async function founded() {
  return found({ members: 12 });
}

describe("A proposal", () => {
  it("is a seated member's, says in the log what it asks for, whose it is and what it needs, and then waits", async () => {
    const { assembly, governor, people, now } = await load(founded);
    const action = await assembly.sets(NUMBER.stopPercent, 20);
    const words = assembly.words(people.zhou);
    const act = assembly.proposing(people.zhou, [action], words);
    await act;
    const opens = (await now()) + 2 * DAY;
    const id = await governor.hashProposal([action.target], [0], [action.data], hashOf(words));
    await expect(act).to.emit(governor, "ProposalCreated").withArgs(id, people.zhou.address, [action.target], [0n], [""], [action.data], opens, opens + 7 * DAY, words);
    await expect(act).to.emit(governor, "ProposalWeighed").withArgs(id, 2, MATTER.terms, MAJORITY.threeFifths, 10, 3);
    expect(await governor.state(id)).to.equal(STATE.pending);
    expect(await governor.proposalProposer(id)).to.equal(people.zhou.address);
    expect(await governor.proposalNeedsQueuing(id)).to.equal(true);
    expect(await governor.decisionOf(id)).to.deep.equal([0n, 0n, 0n, 0n, 0n, MATTER.terms, MAJORITY.threeFifths, 10n, 3n]);
    expect(await governor.proposalVotes(id)).to.deep.equal([0n, 0n, 0n]);
  });

  it("is nobody's who is not seated: not a stranger's, not one's who was expelled, not one's who waits for a seat, not a replaced key's", async () => {
    const coop = await load(founded);
    const { assembly, members, people, stranger } = coop;
    const action = await assembly.sets(NUMBER.stopPercent, 20);
    const from = (who: typeof stranger) => assembly.proposing(who, [action]);
    await refused(from(stranger), members, "NotAMember", stranger.address);
    await members.connect(await votedHand(coop)).expel(1, hashOf("cause"));
    await refused(from(people.lin), members, "NotActive", 1, 3);
    await refused(from(await coop.membership.joins(41, [people.su, people.chen])), members, "NotSeated", 13);
    await coop.membership.rotates(people.he, 42);
    await refused(from(people.he), members, "KeyReplaced", people.he.address, 3);
  });

  it("is not made while fewer than three are seated", async () => {
    const coop = await found({ members: 3 });
    const { assembly, members, people } = coop;
    await members.connect(await votedHand(coop)).expel(3, hashOf("cause"));
    await refused(assembly.proposing(people.lin, [await assembly.sets(NUMBER.stopPercent, 20)]), members, "FewerThanThreeSeated", 2);
  });

  it("is made once: the same actions with the same words are the same proposal, in every state", async () => {
    const { assembly, governor, people } = await load(founded);
    const proposal = await assembly.proposes(people.lin, await assembly.sets(NUMBER.stopPercent, 20));
    const again = () => assembly.proposing(people.lin, proposal.actions, proposal.description);
    const none = `0x${"0".repeat(64)}`;
    await refused(again(), governor, "GovernorUnexpectedProposalState", proposal.id, STATE.pending, none);
    await assembly.cancels(people.lin, proposal);
    await refused(again(), governor, "GovernorUnexpectedProposalState", proposal.id, STATE.canceled, none);
  });

  it("that ends with its proposer's address is made by nobody else, so that nobody can take it and cancel it", async () => {
    const { assembly, governor, people } = await load(founded);
    const action = await assembly.sets(NUMBER.stopPercent, 20);
    const words = `Raise the stop#proposer=${people.lin.address}`;
    await refused(assembly.proposing(people.zhou, [action], words), governor, "GovernorRestrictedProposer", people.zhou.address);
    await refused(assembly.proposing(people.zhou, [action], words.toLowerCase()), governor, "GovernorRestrictedProposer", people.zhou.address);
    const proposal = await assembly.proposes(people.lin, action, words);
    expect(await governor.proposalProposer(proposal.id)).to.equal(people.lin.address);
    // Without such an end it is whoever's comes first; a broken end is no end.
    await assembly.proposing(people.zhou, [action], "Raise the stop");
    await assembly.proposing(people.zhou, [action], `Raise the stop#proposer=0xzz${people.lin.address.slice(4)}`);
  });
});

describe("What a proposal may ask for", () => {
  /** Calls of each kind that a vote may make. */
  async function reviewed() {
    const coop = await found({ members: 12 });
    const statement = await coop.assembly.graded(coop.people.lin, MARKS.a);
    return { coop, statement };
  }

  it("is listed: parameters, expulsion, readmission, the naming of persons, admission, the cooperative's charter, stewards, closing, tokens, reserves and the commons, each with its matter and majority", async () => {
    const { coop, statement } = await load(reviewed);
    const { assembly, governor, all } = coop;
    const [token, purse] = [coop.stranger.address, coop.stranger.address];
    const wanted = [
      [await assembly.sets(NUMBER.stopPercent, 20), MATTER.terms, MAJORITY.threeFifths],
      [await assembly.amends(coop.charterOf("cooperative")), MATTER.terms, MAJORITY.threeFifths],
      [await assembly.replaces(PROJECT.mill, all.slice(0, 2)), MATTER.terms, MAJORITY.threeFifths],
      [await assembly.closes(PROJECT.mill), MATTER.terms, MAJORITY.threeFifths],
      [await assembly.expels(5), MATTER.expulsion, MAJORITY.twoThirds],
      [await assembly.readmits(5), MATTER.terms, MAJORITY.threeFifths],
      [await assembly.names([coop.stranger]), MATTER.naming, MAJORITY.twoThirds],
      [await assembly.admits(statement), MATTER.admission, MAJORITY.half],
      [await assembly.listsToken(token), MATTER.terms, MAJORITY.threeFifths],
      [await assembly.spendsReserve(PROJECT.mill, token, purse, 1n), MATTER.funds, MAJORITY.twoThirds],
      [await assembly.spendsPocket(PROJECT.mill, token, purse, 1n), MATTER.funds, MAJORITY.twoThirds],
      [await assembly.adoptsContract(token, hashOf("code")), MATTER.funds, MAJORITY.twoThirds],
      [await assembly.releases(token, purse, 1n), MATTER.funds, MAJORITY.twoThirds],
    ] as const;
    for (const [place, [action, matter, majority]] of wanted.entries()) {
      const { id } = await assembly.proposes(all[place % all.length]!, action);
      const decision = await governor.decisionOf(id);
      expect([decision.matter, decision.majority]).to.deep.equal([matter, majority]);
    }
  });

  it("is nothing else: every other function of every contract of the cooperative is refused by name", async () => {
    const { coop } = await load(reviewed);
    const { assembly, governor, people, record } = coop;
    const listed = new Set(["parameters.set", "memberRegistry.expel", "memberRegistry.readmit", "memberRegistry.namePersons", "projectRegistry.admit", "projectRegistry.amendCooperative", "projectRegistry.replaceStewards", "projectRegistry.close", "surplusPool.list", "surplusPool.spendReserve", "surplusPool.spendPocket", "commonsPool.adopt", "commonsPool.release"]);
    let tried = 0;
    for (const { name } of STEPS) {
      const { fragments } = Interface.from(readArtifact(name).abi);
      for (const fragment of fragments) {
        if (fragment.type !== "function" || listed.delete(`${name}.${(fragment as unknown as { name: string }).name}`)) continue;
        const { selector } = fragment as unknown as { selector: string };
        const action = { target: record.contracts[name], value: 0n, data: concat([selector, `0x${"00".repeat(512)}`]) };
        await refused(assembly.proposing(people.lin, [action]), governor, "ActionUnlisted", action.target, selector);
        tried += 1;
      }
    }
    expect(listed.size).to.equal(0);
    expect(tried).to.be.greaterThan(300);
  });

  it("is no listed function of another address: not of a stranger's, a member's, a bare account's, or of a contract that has one like it", async () => {
    const { coop, statement } = await load(reviewed);
    const { assembly, governor, people, stranger, record } = coop;
    const listed = [
      await assembly.sets(5, 20), await assembly.expels(5), await assembly.admits(statement), await assembly.closes(1), await assembly.replaces(1, [people.lin]), await assembly.amends(coop.charterOf("cooperative")),
      await assembly.listsToken(stranger.address), await assembly.spendsReserve(1, stranger.address, stranger.address, 1n), await assembly.adoptsContract(stranger.address, hashOf("code")), await assembly.releases(stranger.address, stranger.address, 1n),
    ];
    for (const { target: home, data } of listed) {
      for (const target of [stranger.address, people.zhou.address, ZeroAddress, ...Object.values(record.contracts).filter((address) => address !== home)]) {
        if (target === home) continue;
        await refused(assembly.proposing(people.lin, [{ target, value: 0n, data }]), governor, "ActionUnlisted", target, data.slice(0, 10));
      }
    }
  });

  it("has a whole selector, and an admission names statement, submission and project", async () => {
    const { coop, statement } = await load(reviewed);
    const { assembly, governor, people, parameters, projects } = coop;
    const [target, registry] = [await parameters.getAddress(), await projects.getAddress()];
    for (const data of ["0x", "0x12", (await assembly.sets(5, 20)).data.slice(0, 8)])
      await refused(assembly.proposing(people.lin, [{ target, value: 0n, data }]), governor, "ActionUnlisted", target, data.padEnd(10, "0"));
    const { data } = await assembly.admits(statement);
    for (const length of [4, 5, 36, 68, 99]) await refused(assembly.proposing(people.lin, [{ target: registry, value: 0n, data: data.slice(0, 2 + 2 * length) }]), governor, "ActionMalformed", 0);
    // With these it can be proposed, and what follows is checked where it is executed.
    await assembly.proposes(people.lin, { target: registry, value: 0n, data: data.slice(0, 2 + 2 * 100) });
  });

  it("is one thing: the same function of the same contract throughout", async () => {
    const { coop } = await load(reviewed);
    const { assembly, governor, people } = coop;
    const [set, close, replace] = [await assembly.sets(5, 20), await assembly.closes(1), await assembly.replaces(1, [people.lin])];
    await refused(assembly.proposing(people.lin, [set, close]), governor, "ActionsMixed", 1);
    await refused(assembly.proposing(people.lin, [close, close, replace]), governor, "ActionsMixed", 2);
    await refused(assembly.proposing(people.lin, [set, await assembly.expels(5)]), governor, "ActionsMixed", 1);
    await refused(assembly.proposing(people.lin, [set, { ...set, target: close.target }]), governor, "ActionsMixed", 1);
    const [list, spend] = [await assembly.listsToken(people.lin.address), await assembly.spendsReserve(PROJECT.mill, people.lin.address, people.lin.address, 1n)];
    await refused(assembly.proposing(people.lin, [list, spend]), governor, "ActionsMixed", 1);
    await refused(assembly.proposing(people.lin, [set, list]), governor, "ActionsMixed", 1);
    await assembly.proposes(people.lin, [close, await assembly.closes(2)]);
  });

  it("are ten calls at most, and one where a person or a project is admitted or expelled, or money is spent", async () => {
    const { coop, statement } = await load(reviewed);
    const { assembly, governor, people } = coop;
    const sets = await Promise.all(Array.from({ length: 11 }, (_, place) => assembly.sets(5, 10 + place)));
    await refused(assembly.proposing(people.lin, sets), governor, "TooManyActions", 11, 10);
    await assembly.proposes(people.lin, sets.slice(1));
    await refused(assembly.proposing(people.lin, [await assembly.expels(5), await assembly.expels(6)]), governor, "TooManyActions", 2, 1);
    const admit = await assembly.admits(statement);
    await refused(assembly.proposing(people.lin, [admit, admit]), governor, "TooManyActions", 2, 1);
    const token = coop.stranger.address;
    for (const spend of [await assembly.spendsReserve(PROJECT.mill, token, token, 1n), await assembly.spendsPocket(PROJECT.mill, token, token, 1n), await assembly.adoptsContract(token, hashOf("code")), await assembly.releases(token, token, 1n)])
      await refused(assembly.proposing(people.lin, [spend, spend]), governor, "TooManyActions", 2, 1);
  });

  it("sends no ether", async () => {
    const { coop } = await load(reviewed);
    const { assembly, governor, people } = coop;
    const set = await assembly.sets(5, 20);
    await refused(assembly.proposing(people.lin, [{ ...set, value: 1n }]), governor, "ActionWithValue", 0, 1);
    await refused(assembly.proposing(people.lin, [set, { ...set, value: 7n }]), governor, "ActionWithValue", 1, 7);
  });

  it("comes in lists of one length, and is not nothing", async () => {
    const { coop } = await load(reviewed);
    const { governor, people, assembly } = coop;
    const { target, data } = await assembly.sets(5, 20);
    const held = governor.connect(people.lin.signer);
    await refused(held.propose([], [], [], "x"), governor, "GovernorInvalidProposalLength", 0, 0, 0);
    await refused(held.propose([target], [], [data], "x"), governor, "GovernorInvalidProposalLength", 1, 1, 0);
    await refused(held.propose([target], [0], [], "x"), governor, "GovernorInvalidProposalLength", 1, 0, 1);
    await refused(held.propose([], [0], [data], "x"), governor, "GovernorInvalidProposalLength", 0, 1, 1);
  });

  it("is an admission only of a statement that is graded C or better, by its present submission, once", async () => {
    const { coop, statement } = await load(reviewed);
    const { assembly, governor, projects, reviews, people } = coop;
    const propose = async (one: typeof statement, submission = 1) => assembly.proposing(people.he, [await assembly.admits(one, submission)]);
    const draft = await assembly.drafts(people.zhou);
    // Before it is submitted there is no submission but 0.
    await refused(propose(draft), governor, "NotReviewedNow", draft.id, 1, 0);
    await refused(propose(draft, 0), reviews, "NotReviewed", draft.id, WRITTEN.draft);
    await assembly.submits(draft);
    await refused(propose(draft), reviews, "NotReviewed", draft.id, WRITTEN.inReview);
    await refused(propose({ ...statement, id: hashOf("none") }, 0), reviews, "NotReviewed", hashOf("none"), WRITTEN.none);
    await refused(propose(statement, 2), governor, "NotReviewedNow", statement.id, 2, 1);
    const low = await assembly.graded(people.zhou, MARKS.d);
    await refused(propose(low), governor, "GradeTooLow", low.id, GRADE.d);
    await assembly.admitted(statement);
    await refused(propose(statement), reviews, "NotReviewed", statement.id, WRITTEN.admitted);
    expect(await projects.isAdmitted(statement.id)).to.equal(true);
  });

  it("is a change of terms where it admits an amendment: three fifths at least, two thirds with C, and a third of the members", async () => {
    for (const [marks, majority] of [[MARKS.aPlus, MAJORITY.threeFifths], [MARKS.b, MAJORITY.threeFifths], [MARKS.c, MAJORITY.twoThirds]] as const) {
      const coop = await found({ members: 24 });
      const { assembly, governor, projects, people, all } = coop;
      const amendment = await assembly.graded(people.zhou, marks, { project: PROJECT.mill });
      const proposal = await assembly.proposes(people.zhou, await assembly.admits(amendment));
      const decision = await governor.decisionOf(proposal.id);
      expect([decision.matter, decision.majority]).to.deep.equal([MATTER.terms, majority]);
      // Named as if it were a new project it is refused where it is executed.
      const disguised = await assembly.proposes(people.lin, await assembly.admits({ ...amendment, project: 0 }));
      expect((await governor.decisionOf(disguised.id)).matter).to.equal(MATTER.admission);
      await assembly.opens(disguised);
      await assembly.allVote(all.slice(0, 8), disguised);
      await assembly.allVote(all.slice(0, 7), proposal);
      expect([await governor.quorumOf(proposal.id), await governor.quorumOf(disguised.id)]).to.deep.equal([8n, 5n]);
      await assembly.waits(disguised);
      await expect(assembly.executes(disguised)).to.be.revertedWithCustomError(projects, "TermsDiffer");
      // Seven for it are an admission's quorum and not a change's.
      expect(await assembly.state(proposal)).to.equal(STATE.defeated);
    }
  });

  it("is no admission of an article, however good", async () => {
    const { coop } = await load(reviewed);
    const { assembly, reviews, projects, people, all } = coop;
    const document = hashOf("article");
    await reviews.connect(people.lin.signer).publish(document, "", []);
    const id = await reviews.articleId(1, document);
    await assembly.reviewsAll(all.slice(1, 6), { id }, MARKS.aPlus);
    await coop.days(14);
    const action = await assembly.admits({ id, by: people.lin, project: 0, charter: coop.charterOf("mill") });
    await refused(assembly.passes(action), projects, "NoSuchStatement", id);
  });
});
