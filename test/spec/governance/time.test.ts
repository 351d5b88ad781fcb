import { expect } from "chai";
import { MARKS, NUMBER, STATE, type Proposal } from "../../support/assembly.ts";
import { chain, load } from "../../support/chain.ts";
import { DAY, found, type Cooperative } from "../../support/cooperative.ts";
import { refused } from "../../support/refused.ts";
import { bitmap } from "../../support/states.ts";
import { votedHand } from "../../support/voted.ts";

/** Twelve members and an open vote on a number: five of them are its quorum. */
async function opened() {
  const coop = await found({ members: 12 });
  const proposal = await coop.assembly.proposes(coop.people.lin, await coop.assembly.sets(NUMBER.stopPercent, 20));
  await coop.assembly.opens(proposal);
  return { coop, proposal };
}

/** The same, and five are for it. */
async function wanted() {
  const { coop, proposal } = await opened();
  await coop.assembly.allVote(coop.all.slice(0, 5), proposal);
  return { coop, proposal };
}

/** The state in each of these seconds. */
async function statesAt(coop: Cooperative, { id }: Proposal, seconds: readonly number[]): Promise<bigint[]> {
  const states: bigint[] = [];
  for (const second of seconds) {
    await coop.until(second);
    states.push(await coop.governor.state(id));
  }
  return states;
}

const { pending, active, defeated, succeeded, queued, expired, executed } = STATE;

describe("A vote", () => {
  it("opens after two days of notice and is open for seven, to the second", async () => {
    const coop = await found({ members: 12 });
    const { assembly, governor } = coop;
    const made = assembly.proposes(coop.people.lin, await assembly.sets(NUMBER.stopPercent, 20));
    const proposal = await made;
    const at = await coop.now();
    expect([proposal.opens, proposal.closes]).to.deep.equal([at + 2 * DAY, at + 9 * DAY]);
    expect([await governor.votingDelay(), await governor.votingPeriod()]).to.deep.equal([BigInt(2 * DAY), BigInt(7 * DAY)]);
    const states = await statesAt(coop, proposal, [proposal.opens - 1, proposal.opens, proposal.opens + 1, proposal.closes - 1, proposal.closes, proposal.closes + 1]);
    expect(states).to.deep.equal([pending, pending, active, active, active, defeated]);
  });

  it("on an expulsion opens after fourteen days, in which the member replies, whatever the notice of others is", async () => {
    const coop = await found({ members: 12 });
    const { assembly, governor, parameters } = coop;
    const hand = parameters.connect(await votedHand(coop));
    for (const days of [7, 1]) {
      await hand.set(NUMBER.delayDays, days);
      await coop.nextEpoch();
      const expulsion = await assembly.proposes(coop.people.lin, await assembly.expels(12));
      expect([expulsion.opens, expulsion.closes]).to.deep.equal([(await coop.now()) + 14 * DAY, (await coop.now()) + 21 * DAY]);
      const other = await assembly.proposes(coop.people.lin, await assembly.sets(NUMBER.stopPercent, 20));
      expect(other.opens).to.equal((await coop.now()) + days * DAY);
    }
    expect(await governor.REPLY()).to.equal(14 * DAY);
  });

  it("keeps notice, length, quorum and delay as they were in the second in which it was proposed", async () => {
    const coop = await found({ members: 24 });
    const { assembly, governor, parameters, all } = coop;
    const hand = parameters.connect(await votedHand(coop));
    await coop.until(coop.start(1) - 100);
    const old = await assembly.proposes(all[0]!, await assembly.sets(NUMBER.stopPercent, 20));
    for (const [number, value] of [[NUMBER.delayDays, 7], [NUMBER.voteDays, 14], [NUMBER.timelockDays, 14], [NUMBER.quorumPercent, 30]] as const) await hand.set(number, value);
    // What was voted binds from the next epoch.
    const last = await assembly.proposes(all[1]!, await assembly.sets(NUMBER.stopPercent, 20));
    expect(last.closes - last.opens).to.equal(7 * DAY);
    await coop.until(coop.start(1));
    const next = await assembly.proposes(all[2]!, await assembly.sets(NUMBER.stopPercent, 20));
    expect([next.opens - (await coop.now()), next.closes - next.opens]).to.deep.equal([7 * DAY, 14 * DAY]);
    const decisions = await Promise.all([old, last, next].map(({ id }) => governor.decisionOf(id)));
    expect(decisions.map(({ quorumPercent, timelockDays }) => [quorumPercent, timelockDays])).to.deep.equal([[10n, 3n], [10n, 3n], [30n, 14n]]);
    await assembly.opens(old);
    await assembly.allVote(all.slice(0, 8), old);
    await assembly.ends(old);
    await assembly.queues(old);
    expect(await governor.proposalEta(old.id)).to.equal((await coop.now()) + 3 * DAY);
    expect(await governor.proposalExpiry(old.id)).to.equal(old.closes + 17 * DAY);
    await assembly.opens(next);
    await assembly.allVote(all.slice(0, 8), next);
    await assembly.ends(next);
    await assembly.queues(next);
    expect(await governor.proposalEta(next.id)).to.equal((await coop.now()) + 14 * DAY);
    expect(await governor.proposalExpiry(next.id)).to.equal(next.closes + 28 * DAY);
  });
});

describe("A quorum that is reached late", () => {
  /** Four are for it, one short of the quorum. */
  async function oneShort() {
    const { coop, proposal } = await opened();
    await coop.assembly.allVote(coop.all.slice(0, 4), proposal);
    return { coop, proposal };
  }

  it("two days before the end or earlier changes nothing; a second later it keeps the vote open for two days from then", async () => {
    const { coop, proposal } = await load(oneShort);
    const { assembly, governor, all } = coop;
    const start = await chain.networkHelpers.takeSnapshot();
    for (const [second, extended] of [[proposal.closes - 2 * DAY - 1, 0], [proposal.closes - 2 * DAY, 0], [proposal.closes - 2 * DAY + 1, proposal.closes + 1], [proposal.closes, proposal.closes + 2 * DAY]] as const) {
      await start.restore();
      await coop.nextAt(second);
      const act = assembly.votes(all[4]!, proposal);
      if (extended === 0) await expect(act).to.not.emit(governor, "ProposalExtended");
      else await expect(act).to.emit(governor, "ProposalExtended").withArgs(proposal.id, extended);
      const end = extended === 0 ? proposal.closes : extended;
      expect(await governor.proposalDeadline(proposal.id)).to.equal(end);
      expect((await governor.decisionOf(proposal.id)).extendedTo).to.equal(extended);
      expect(await governor.proposalExpiry(proposal.id)).to.equal(end + 17 * DAY);
      expect(await statesAt(coop, proposal, [end, end + 1])).to.deep.equal([active, succeeded]);
    }
    expect(await governor.LATE()).to.equal(2 * DAY);
  });

  it("leaves the others time to answer: what was to pass in the last second is defeated by those who come", async () => {
    const { coop, proposal } = await load(oneShort);
    const { assembly, all } = coop;
    await coop.nextAt(proposal.closes);
    await assembly.votes(all[4]!, proposal);
    await coop.nextAt(proposal.closes + 2 * DAY);
    await assembly.votes(all[5]!, proposal, "against");
    await coop.until(proposal.closes + 2 * DAY + 1);
    expect(await assembly.state(proposal)).to.equal(succeeded);
    const again = await load(oneShort);
    await again.coop.nextAt(again.proposal.closes);
    await again.coop.assembly.votes(all[4]!, again.proposal);
    for (const person of all.slice(5, 9)) await again.coop.assembly.votes(person, again.proposal, "against");
    await again.coop.until(again.proposal.closes + 2 * DAY + 1);
    expect(await again.coop.assembly.state(again.proposal)).to.equal(defeated);
  });

  it("is reached once, and nothing that comes after it keeps the vote open longer", async () => {
    const { coop, proposal } = await load(oneShort);
    const { assembly, governor, all } = coop;
    await coop.nextAt(proposal.closes - DAY);
    await assembly.votes(all[4]!, proposal, "abstain");
    await coop.until(proposal.closes + DAY - 10);
    for (const [place, support] of (["for", "abstain", "against"] as const).entries()) await expect(assembly.votes(all[5 + place]!, proposal, support)).to.not.emit(governor, "ProposalExtended");
    expect(await governor.proposalDeadline(proposal.id)).to.equal(proposal.closes + DAY);
  });

  it("is not reached by ballots against, which keep no vote open", async () => {
    const { coop, proposal } = await load(oneShort);
    const { assembly, governor, all } = coop;
    await coop.until(proposal.closes - DAY);
    for (const person of all.slice(4, 8)) await expect(assembly.votes(person, proposal, "against")).to.not.emit(governor, "ProposalExtended");
    expect(await governor.proposalDeadline(proposal.id)).to.equal(proposal.closes);
  });

  it("keeps no place among the proposer's open proposals beyond the end that was planned", async () => {
    const { coop, proposal } = await load(oneShort);
    const { assembly, governor, people, all } = coop;
    const action = await assembly.sets(NUMBER.stopPercent, 25);
    await assembly.proposes(people.lin, action);
    await coop.nextAt(proposal.closes - 1);
    await assembly.votes(all[4]!, proposal);
    await coop.nextAt(proposal.closes);
    await refused(assembly.proposing(people.lin, [action]), governor, "TooManyOpen", 1, 2);
    await coop.nextAt(proposal.closes + 1);
    await assembly.proposing(people.lin, [action]);
    expect(await assembly.state(proposal)).to.equal(active);
  });
});

describe("What passed", () => {
  it("is queued once the vote is over, waits three days from then, and is executed from that second on", async () => {
    const { coop, proposal } = await load(wanted);
    const { assembly, governor, timelock, parameters } = coop;
    await coop.nextAt(proposal.closes);
    await refused(assembly.queues(proposal), governor, "GovernorUnexpectedProposalState", proposal.id, active, bitmap(succeeded));
    await coop.nextAt(proposal.closes + 1);
    const due = proposal.closes + 1 + 3 * DAY;
    const act = assembly.queues(proposal);
    await expect(act).to.emit(governor, "ProposalQueued").withArgs(proposal.id, due);
    await expect(act).to.emit(timelock, "CallScheduled");
    expect(await governor.proposalEta(proposal.id)).to.equal(due);
    await refused(assembly.queues(proposal), governor, "GovernorUnexpectedProposalState", proposal.id, queued, bitmap(succeeded));
    await coop.nextAt(due - 1);
    const operation = await timelock.hashOperationBatch(...assembly.operation(proposal));
    await refused(assembly.executes(proposal), timelock, "TimelockUnexpectedOperationState", operation, bitmap(2n));
    await coop.nextAt(due);
    await assembly.executes(proposal);
    expect(await assembly.state(proposal)).to.equal(executed);
    expect(await parameters.get(NUMBER.stopPercent, 1)).to.equal(20);
  });

  it("is not executed without having waited in the queue", async () => {
    const { coop, proposal } = await load(wanted);
    await coop.until(proposal.closes + 10 * DAY);
    await refused(coop.assembly.executes(proposal), coop.governor, "GovernorUnexpectedProposalState", proposal.id, succeeded, bitmap(queued));
  });

  it("is executed until fourteen days after the delay, and expires in the second after", async () => {
    const { coop, proposal } = await load(wanted);
    const { assembly, governor } = coop;
    await assembly.ends(proposal);
    await assembly.queues(proposal);
    const last = proposal.closes + 17 * DAY;
    expect(await governor.proposalExpiry(proposal.id)).to.equal(last);
    const before = await chain.networkHelpers.takeSnapshot();
    await coop.nextAt(last);
    await assembly.executes(proposal);
    await before.restore();
    expect(await statesAt(coop, proposal, [last, last + 1])).to.deep.equal([queued, expired]);
    await refused(assembly.executes(proposal), governor, "GovernorUnexpectedProposalState", proposal.id, expired, bitmap(queued));
    await coop.days(1000);
    expect(await assembly.state(proposal)).to.equal(expired);
    await refused(assembly.executes(proposal), governor, "GovernorUnexpectedProposalState", proposal.id, expired, bitmap(queued));
    await refused(assembly.queues(proposal), governor, "GovernorUnexpectedProposalState", proposal.id, expired, bitmap(succeeded));
  });

  it("expires as well where nobody queued it, or where it was queued too late to be executed", async () => {
    const { coop, proposal } = await load(wanted);
    const { assembly, governor, timelock } = coop;
    const last = proposal.closes + 17 * DAY;
    const before = await chain.networkHelpers.takeSnapshot();
    expect(await statesAt(coop, proposal, [last, last + 1])).to.deep.equal([succeeded, expired]);
    await refused(assembly.queues(proposal), governor, "GovernorUnexpectedProposalState", proposal.id, expired, bitmap(succeeded));
    await before.restore();
    // Three days before the end is the last second in which queueing helps.
    await coop.nextAt(last - 3 * DAY);
    await assembly.queues(proposal);
    await coop.nextAt(last);
    await assembly.executes(proposal);
    await before.restore();
    await coop.nextAt(last - 3 * DAY + 1);
    await assembly.queues(proposal);
    await coop.nextAt(last + 1);
    await refused(assembly.executes(proposal), governor, "GovernorUnexpectedProposalState", proposal.id, expired, bitmap(queued));
    await coop.until(last + 1);
    // The timelock still holds it, and obeys nobody but the governor.
    const lists = assembly.operation(proposal);
    expect(await timelock.isOperationReady(await timelock.hashOperationBatch(...lists))).to.equal(true);
    const role = await timelock.EXECUTOR_ROLE();
    for (const { signer, address } of [coop.stranger, ...coop.all.slice(0, 3)]) await refused(timelock.connect(signer).executeBatch(...lists), timelock, "AccessControlUnauthorizedAccount", address, role);
  });
});

describe("What was defeated", () => {
  it("stays defeated whatever numbers are voted afterwards, and what passed stays passed", async () => {
    const { coop, proposal } = await load(opened);
    const { assembly, parameters, all } = coop;
    const won = await assembly.proposes(all[1]!, await assembly.sets(NUMBER.stopPercent, 10));
    await assembly.allVote(all.slice(0, 4), proposal);
    await assembly.opens(won);
    await assembly.allVote(all.slice(0, 5), won);
    await assembly.ends(won);
    const hand = parameters.connect(await votedHand(coop));
    for (let round = 0; round < 4; ++round) {
      for (let number = 0; number < 16; ++number) {
        const { least, most } = await parameters.bounds(number);
        await hand.set(number, round % 2 === 0 ? least : most);
      }
      expect(await assembly.state(proposal)).to.equal(defeated);
      expect(await assembly.state(won)).to.equal(round === 0 ? succeeded : expired);
      await coop.nextEpoch();
      expect(await assembly.state(proposal)).to.equal(defeated);
    }
    await refused(assembly.queues(proposal), coop.governor, "GovernorUnexpectedProposalState", proposal.id, defeated, bitmap(succeeded));
    await refused(assembly.executes(proposal), coop.governor, "GovernorUnexpectedProposalState", proposal.id, defeated, bitmap(queued));
  });

  it("may be proposed again with other words", async () => {
    const { coop, proposal } = await load(opened);
    await coop.until(proposal.closes + 1);
    await coop.assembly.proposes(coop.people.lin, proposal.actions);
    expect(await coop.assembly.state(proposal)).to.equal(defeated);
  });
});

describe("With the widest and with the narrowest numbers", () => {
  for (const place of [1, 2]) {
    it(`that a vote may set, another vote can still pass and admit (${place === 1 ? "least" : "most"})`, async () => {
      const coop = await found({ members: 12 });
      const { assembly, parameters, projects } = coop;
      const hand = parameters.connect(await votedHand(coop));
      for (let number = 0; number < 16; ++number) await hand.set(number, (await parameters.bounds(number))[place]!);
      await coop.nextEpoch();
      const statement = await assembly.graded(coop.people.lin, MARKS.c);
      await expect(assembly.passes(await assembly.admits(statement))).to.emit(projects, "ProjectAdmitted");
      await expect(assembly.passes(await assembly.sets(NUMBER.quorumPercent, 10))).to.emit(parameters, "ParameterChanged");
    });
  }
});
