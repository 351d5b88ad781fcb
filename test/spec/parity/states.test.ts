import { expect } from "chai";
import type { Hex } from "viem";
import { DAY } from "#client/chain/epoch.ts";
import type { ProposalId } from "#client/chain/ids.ts";
import { parsePropose } from "#client/governance/propose.ts";
import { parseExecute } from "#client/governance/execute.ts";
import { parseQueue } from "#client/governance/queue.ts";
import { arithmeticOf } from "#client/governance/arithmetic.ts";
import { mayExecute } from "#client/governance/may.ts";
import { expiresAt, proposalState } from "#client/governance/state.ts";
import { proposalStates, type ProposalState, type Support } from "#client/governance/types.ts";
import { parseVote } from "#client/governance/vote.ts";
import { chain, load } from "../../support/chain.ts";
import { found } from "../../support/cooperative.ts";
import { World } from "../../support/client/world.ts";

async function twelveMembers() {
  return found({ members: 12 });
}

/** A vote on the stop, from its first second to its last, with the clock set to the second. */
class Vote {
  readonly cooperative;
  readonly world: World;
  readonly seen: ProposalState[] = [];
  id!: ProposalId;

  private constructor(cooperative: Awaited<ReturnType<typeof found>>) {
    this.cooperative = cooperative;
    this.world = new World(cooperative.record);
  }

  static async begin(): Promise<Vote> {
    const vote = new Vote(await load(twelveMembers));
    const by = vote.cooperative.all[0]!.address as Hex;
    expect(await vote.world.attempt(parsePropose({ actions: [{ type: "parameter", parameter: "stopPercent", value: 12n }], description: "The stop", proposer: by }, vote.world.deployment), by)).to.equal(null);
    vote.id = [...(await vote.world.read()).governance.proposals.keys()][0]!;
    return vote;
  }

  proposal = async () => (await this.world.read()).governance.proposals.get(this.id)!;

  /** Both say the same at this second, and what they say. */
  async at(second: number): Promise<ProposalState> {
    if (second > (await this.world.now())) await chain.networkHelpers.time.increaseTo(second);
    const [books, now] = [await this.world.read(), await this.world.now()];
    expect(now).to.equal(second);
    const mine = proposalState(books.governance.proposals.get(this.id)!, books, now);
    expect(mine).to.equal(proposalStates[await this.world.view<number>("governor", "state", this.id)]);
    this.seen.push(mine);
    return mine;
  }

  /** Members 1, 2, 3 … vote, the first of them in the given second. */
  async votes(second: number, ...ballots: readonly Support[]): Promise<(string | null)[]> {
    const refusals: (string | null)[] = [];
    const first = (await this.proposal()).ballots.length;
    for (const [place, support] of ballots.entries()) {
      if (place === 0) await chain.networkHelpers.time.setNextBlockTimestamp(second);
      refusals.push(await this.world.attempt(parseVote(await this.proposal(), support), this.cooperative.all[first + place]!.address));
    }
    return refusals;
  }
}

describe("Where a proposal stands, to the second", function () {
  this.timeout(120_000);

  it("from pending to expired when nobody gives it to the timelock", async () => {
    const vote = await Vote.begin();
    const { opensAt, plannedEnd } = await vote.proposal();
    expect([await vote.at(opensAt - 1), await vote.at(opensAt)]).to.deep.equal(["pending", "pending"]);
    expect(await vote.at(opensAt + 1)).to.equal("active");
    await vote.votes(opensAt + 9, "for", "for", "for", "against", "abstain", "abstain");
    expect([await vote.at(plannedEnd), await vote.at(plannedEnd + 1)]).to.deep.equal(["active", "succeeded"]);
    const last = expiresAt(await vote.proposal());
    expect(last).to.equal(plannedEnd + 17 * DAY);
    expect([await vote.at(last), await vote.at(last + 1)]).to.deep.equal(["succeeded", "expired"]);
    expect(await vote.world.attempt(parseQueue(await vote.proposal()), vote.cooperative.all[0]!.address)).to.equal("GovernorUnexpectedProposalState");
  });

  it("through the timelock, which opens at its second and not before", async () => {
    const vote = await Vote.begin();
    const { opensAt, plannedEnd } = await vote.proposal();
    await vote.at(opensAt + 1);
    await vote.votes(opensAt + 9, "for", "for", "for", "for", "for");
    await vote.at(plannedEnd + 1);
    const somebody = vote.cooperative.stranger.address;
    expect(await vote.world.attempt(parseQueue(await vote.proposal()), somebody)).to.equal(null);
    const { eta } = await vote.proposal();
    expect(await vote.at(eta! - 2)).to.equal("queued");
    expect(mayExecute(await vote.world.read(), await vote.proposal(), eta! - 1)).to.equal("TimelockUnexpectedOperationState");
    await chain.networkHelpers.time.setNextBlockTimestamp(eta! - 1);
    expect(await vote.world.attempt(parseExecute(await vote.proposal()), somebody)).to.equal("TimelockUnexpectedOperationState");
    expect(mayExecute(await vote.world.read(), await vote.proposal(), eta!)).to.equal(null);
    await chain.networkHelpers.time.setNextBlockTimestamp(eta!);
    expect(await vote.world.attempt(parseExecute(await vote.proposal()), somebody)).to.equal(null);
    expect(await vote.at(eta!)).to.equal("executed");
  });

  it("expires while it waits in the timelock", async () => {
    const vote = await Vote.begin();
    const { opensAt, plannedEnd } = await vote.proposal();
    await vote.at(opensAt + 1);
    await vote.votes(opensAt + 9, "for", "for", "for", "for", "for");
    const last = plannedEnd + 17 * DAY;
    await vote.at(last - 5);
    expect(await vote.world.attempt(parseQueue(await vote.proposal()), vote.cooperative.stranger.address)).to.equal(null);
    expect([await vote.at(last), await vote.at(last + 1)]).to.deep.equal(["queued", "expired"]);
  });

  it("on the threshold is carried, one below is not; below the quorum is not", async () => {
    for (const [ballots, end] of [
      [["for", "for", "for", "against", "against", "abstain", "abstain"], "succeeded"],
      [["for", "for", "for", "against", "against", "against", "abstain", "abstain"], "defeated"],
      [["for", "for", "for", "for"], "defeated"],
      [["abstain", "abstain", "abstain", "abstain", "abstain"], "defeated"],
    ] as const) {
      const vote = await Vote.begin();
      const { opensAt, plannedEnd } = await vote.proposal();
      await vote.at(opensAt + 1);
      await vote.votes(opensAt + 9, ...ballots);
      expect(await vote.at(plannedEnd + 1), ballots.join()).to.equal(end);
      expect(arithmeticOf(await vote.proposal(), await vote.world.read(), plannedEnd + 1).carried).to.equal(end === "succeeded");
    }
  });

  it("with a quorum two days before its end ends as planned, a second later goes on for two days", async () => {
    for (const late of [0, 1]) {
      const vote = await Vote.begin();
      const { opensAt, plannedEnd } = await vote.proposal();
      await vote.at(opensAt + 1);
      await vote.votes(opensAt + 9, "for", "for", "for", "for");
      await vote.votes(plannedEnd - 2 * DAY + late, "for");
      const { closesAt } = await vote.proposal();
      expect(closesAt).to.equal(plannedEnd + late);
      expect([await vote.at(closesAt), await vote.at(closesAt + 1)]).to.deep.equal(["active", "succeeded"]);
    }
  });

  it("counts a ballot in its last second and none after", async () => {
    const vote = await Vote.begin();
    const { opensAt, plannedEnd } = await vote.proposal();
    expect(await vote.votes(opensAt, "for")).to.deep.equal(["GovernorUnexpectedProposalState"]);
    expect(await vote.votes(opensAt + 1, "for")).to.deep.equal([null]);
    expect(await vote.votes(plannedEnd, "against")).to.deep.equal([null]);
    expect(await vote.votes(plannedEnd + 1, "against")).to.deep.equal(["GovernorUnexpectedProposalState"]);
  });
});
