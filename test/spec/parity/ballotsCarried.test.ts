import { expect } from "chai";
import type { Hex } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { DAY } from "#client/chain/epoch.ts";
import type { MemberId, ProposalId } from "#client/chain/ids.ts";
import { toFailure } from "#client/chain/toFailure.ts";
import { readReceipt, send } from "#client/chain/send.ts";
import { type MemberBallot, signable, type SignedMemberBallot } from "#client/governance/ballot.ts";
import { checkBallots } from "#client/governance/ballotCheck.ts";
import { readBallots, writeBallots } from "#client/governance/ballotList.ts";
import { bundlesOf, carriedOf, parseCastBallots } from "#client/governance/castBallots.ts";
import { parsePropose } from "#client/governance/propose.ts";
import { supports } from "#client/governance/types.ts";
import { parseVote } from "#client/governance/vote.ts";
import { practiceAccount } from "../../../scripts/seed/people.ts";
import { chain, load } from "../../support/chain.ts";
import { found } from "../../support/cooperative.ts";
import { Random, specSeed } from "../../support/client/random.ts";
import { expectSameBooks } from "../../support/client/sameBooks.ts";
import { client, World } from "../../support/client/world.ts";

async function twentyMembers() {
  return found({ members: 20 });
}

describe("Carried ballots", function () {
  this.timeout(120_000);
  const random = new Random(specSeed + 31);
  const keyOf = (member: number) => privateKeyToAccount(practiceAccount(member).privateKey as Hex);

  async function voting(count: number) {
    const cooperative = await load(twentyMembers);
    const world = new World(cooperative.record);
    for (let place = 0; place < count; place++) {
      const by = cooperative.all[place]!;
      await world.attempt(parsePropose({ actions: [{ type: "parameter", parameter: "stopPercent", value: 12n }], description: `proposal ${place}`, proposer: by.address as Hex }, world.deployment), by.address);
    }
    await chain.networkHelpers.time.increase(2 * DAY + 60);
    const ids = [...(await world.read()).governance.proposals.keys()];
    return { cooperative, world, ids };
  }

  async function sign(world: World, ballot: MemberBallot, signer: number = ballot.member): Promise<SignedMemberBallot> {
    return { ...ballot, signature: await keyOf(signer).signTypedData(signable(ballot, world.deployment)) };
  }

  it("found good are counted and found bad are skipped, each of two hundred", async () => {
    const { cooperative, world, ids } = await voting(3);
    await world.attempt(parseVote({ id: ids[0]! }, "for"), cooperative.all[0]!.address);
    const ballots: SignedMemberBallot[] = [];
    for (let count = 0; count < 200; count++) {
      const member = random.whole(1, 21) as MemberId;
      const proposalId = random.one([...ids, ...ids, 5n as ProposalId]);
      const ballot = { proposalId, support: random.one(supports), member, keyEpoch: random.part() < 0.05 ? 1 : 0 };
      const signed = await sign(world, ballot, random.part() < 0.1 ? random.whole(1, 20) : Math.min(member, 20));
      ballots.push(random.part() < 0.08 ? { ...signed, support: random.one(supports) } : signed);
    }
    const books = await world.read();
    const now = await world.now();
    const checked = await checkBallots(readBallots(writeBallots(ballots, world.deployment)).ballots, books, world.deployment, now);
    // Everything is sent, good or bad: what the contract does with each must be what was foretold.
    const all = bundlesOf(checked.map((one) => ({ ...one, verdict: { is: "good" } as const })));
    const done = await send(client, world.signer(cooperative.stranger.address), world.deployment, parseCastBallots(all));
    const { counted, skipped } = carriedOf(done.events);
    const good = checked.filter(({ verdict }) => verdict.is === "good");
    expect(counted + skipped.length).to.equal(200);
    expect(counted).to.equal(good.length);
    expect(good.length).to.be.greaterThan(30);
    const after = await world.read();
    for (const { ballot } of good) {
      const cast = after.governance.proposals.get(ballot.proposalId)!.ballots.find(({ member }) => member === ballot.member)!;
      expect([cast.support, cast.tx]).to.deep.equal([ballot.support, done.receipt.transactionHash]);
    }
    const reasons = new Set(checked.flatMap(({ verdict }) => (verdict.is === "bad" ? [verdict.problem] : [])));
    expect([...reasons]).to.include.members(["noProposal", "noMember", "signature", "voted", "twice"]);
    await expectSameBooks(world, after, new Map());
  });

  it("that are all skipped are a receipt all the same, and say why", async () => {
    const { cooperative, world, ids } = await voting(1);
    await world.attempt(parseVote({ id: ids[0]! }, "against"), cooperative.all[4]!.address);
    const ballot = await sign(world, { proposalId: ids[0]!, support: "for", member: 5 as MemberId, keyEpoch: 0 });
    const [read] = readBallots(writeBallots([ballot], world.deployment)).ballots;
    const intent = parseCastBallots(bundlesOf([{ ballot: read!, verdict: { is: "good" }, say: { zh: "", en: "" } }]));
    const done = await send(client, world.signer(cooperative.stranger.address), world.deployment, intent);
    expect(carriedOf(done.events)).to.deep.equal({ counted: 0, skipped: [{ proposalId: ids[0]!, member: 5, reason: "duplicate" }] });
    expect((await world.read()).governance.proposals.get(ids[0]!)!.skipped.map(({ member, reason }) => [member, reason])).to.deep.equal([[5, "duplicate"]]);
  });

  it("count as done only when each of them is told by an event", async () => {
    const { cooperative, world, ids } = await voting(1);
    const ballot = await sign(world, { proposalId: ids[0]!, support: "for", member: 6 as MemberId, keyEpoch: 0 });
    const [read] = readBallots(writeBallots([ballot], world.deployment)).ballots;
    const intent = parseCastBallots(bundlesOf([{ ballot: read!, verdict: { is: "good" }, say: { zh: "", en: "" } }]));
    const { receipt } = await send(client, world.signer(cooperative.stranger.address), world.deployment, intent);
    const failure = await readReceipt(client, world.deployment, { ...intent, times: 2 }, receipt).then(() => null, toFailure);
    expect(failure?.data).to.deep.include({ kind: "rule" });
  });
});
