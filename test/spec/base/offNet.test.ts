import { concat, ZeroAddress } from "ethers";
import { expect } from "chai";
import { load } from "../../support/chain.ts";
import { found, PROJECT, type Cooperative } from "../../support/cooperative.ts";
import { refused } from "../../support/refused.ts";

/** A cooperative, and the Relay's own hand. */
async function withRelay() {
  const coop = await found({ members: 8 });
  return { coop, relay: await coop.offNet.relayHand() };
}

type Sender = Awaited<ReturnType<typeof withRelay>>["relay"];

/** A call with a key appended, as the Relay sends it. */
const carry = async (sender: Sender, to: { getAddress(): Promise<string> }, data: string, key: string) => sender.sendTransaction({ to: await to.getAddress(), data: concat([data, key]) });

/** All that a member does, as calls. */
async function acts(coop: Cooperative) {
  const { ledger, challenges, members, people } = coop;
  const rec = await coop.drafts(people.lin, { quantity: 20 });
  const call = ledger.interface;
  return {
    rec,
    enrol: call.encodeFunctionData("enrol", [PROJECT.mill]),
    record: call.encodeFunctionData("record", [{ ...rec.report, split: [] }]),
    attest: call.encodeFunctionData("attest", [1, rec.evidence, 20]),
    many: call.encodeFunctionData("attestMany", [[1], [rec.evidence], [20]]),
    withdraw: call.encodeFunctionData("withdraw", [1, rec.evidence]),
    challenge: challenges.interface.encodeFunctionData("challenge", [1, rec.evidence]),
    answer: challenges.interface.encodeFunctionData("answer", [1, rec.evidence, 5]),
    profile: members.interface.encodeFunctionData("setProfile", [rec.evidence, "data:,"]),
  };
}

describe("An act signed off-net", () => {
  it("is the signer's where the Relay carries it: profile, enrolment, record, answer, challenge and withdrawal", async () => {
    const { coop, relay } = await load(withRelay);
    const { ledger, challenges, members, people } = coop;
    const act = await acts(coop);
    for (const contract of [ledger, challenges, members]) {
      expect(await contract.relay()).to.equal(relay.address);
      expect(await contract.isTrustedForwarder(relay.address)).to.equal(true);
      expect(await contract.isTrustedForwarder(ZeroAddress)).to.equal(false);
    }
    await expect(carry(relay, members, act.profile, people.lin.address)).to.emit(members, "ProfileChanged").withArgs(1, act.rec.evidence, "data:,");
    for (const who of [people.zhou, people.he, people.fang, people.su, people.chen]) await expect(carry(relay, ledger, act.enrol, who.address)).to.emit(ledger, "Enrolled").withArgs(PROJECT.mill, who.id, 0, 0);
    await carry(relay, ledger, act.record, people.lin.address);
    await expect(carry(relay, ledger, act.withdraw, people.lin.address)).to.emit(ledger, "Withdrawn").withArgs(act.rec.id, 1);
    await carry(relay, ledger, act.record, people.lin.address);
    await expect(carry(relay, ledger, act.attest, people.zhou.address)).to.emit(ledger, "Attested");
    await expect(carry(relay, ledger, act.many, people.he.address)).to.emit(ledger, "Sealed");
    await expect(carry(relay, challenges, act.challenge, people.ye.address)).to.emit(challenges, "Challenged");
    await expect(carry(relay, challenges, act.answer, people.fang.address)).to.emit(challenges, "Answered").withArgs(act.rec.id, 4, 5, 1, 10);
  });

  it("is nobody's where anyone else appends a key: the caller is the caller", async () => {
    const { coop } = await load(withRelay);
    const { ledger, challenges, members, people, stranger } = coop;
    const act = await acts(coop);
    for (const [contract, data] of [[ledger, act.enrol], [ledger, act.record], [ledger, act.attest], [ledger, act.withdraw], [challenges, act.challenge], [challenges, act.answer], [members, act.profile]] as const)
      await refused(carry(stranger.signer, contract, data, people.zhou.address), members, "NotAMember", stranger.address);
    // A member who appends another's key acts for the own self.
    await expect(carry(people.lin.signer, ledger, act.enrol, people.zhou.address)).to.emit(ledger, "Enrolled").withArgs(PROJECT.mill, 1, 0, 0);
  });

  it("of the Relay's own has no member: without a key it speaks for nobody", async () => {
    const { coop, relay } = await load(withRelay);
    const { ledger, members } = coop;
    await refused(ledger.connect(relay).enrol(PROJECT.mill), members, "NotAMember", `0x${"0".repeat(39)}${PROJECT.mill}`);
    await refused(carry(relay, ledger, (await acts(coop)).enrol, coop.stranger.address), members, "NotAMember", coop.stranger.address);
  });

  it("reaches no power: neither the vote's nor the second rounds'", async () => {
    const { coop, relay } = await load(withRelay);
    const { ledger, parameters } = coop;
    const set = parameters.interface.encodeFunctionData("set", [5, 20]);
    await refused(carry(relay, parameters, set, await coop.timelock.getAddress()), parameters, "OnlyByVote", relay.address);
    const settle = ledger.interface.encodeFunctionData("settle", [`0x${"0".repeat(64)}`, 1, 0]);
    await refused(carry(relay, ledger, settle, await coop.challenges.getAddress()), ledger, "OnlyChallenges", relay.address);
  });
});
