import { ZeroHash } from "ethers";
import { expect } from "chai";
import { identityOf } from "#client/work/leaf.ts";
import { load } from "../../support/chain.ts";
import { EPOCH, found, LANE, PROJECT, STAGE, type Claimed, type Cooperative } from "../../support/cooperative.ts";
import { historyOf } from "../../support/histories.ts";
import { refused } from "../../support/refused.ts";

const [HAN, YU] = [identityOf("han"), identityOf("yu")];

/** Eight attest in the mill: members 4 to 11. A binding needs three answers. Zhou and He are its stewards. */
async function eightAttest() {
  const coop = await found({ members: 24 });
  await coop.allEnrol(coop.all.slice(3, 11));
  return coop;
}

/** Answers a binding of a steward who does not attest, for a member who does not either. */
const agree = ({ allAttest, people }: Cooperative, binding: Claimed, yes = 1) => allAttest([people.fang, people.su, people.chen], binding, yes);

/** A batch of Zhou's in which Han and Yu have a leaf each, sealed by Ye, Luo, Tang and Xu. */
async function batchStands() {
  const coop = await eightAttest();
  const { people } = coop;
  const batch = await coop.posts(people.zhou, historyOf({ han: 60n, yu: 40n }));
  await coop.allAttest([people.ye, people.luo, people.tang, people.xu], batch, 1);
  return { coop, batch };
}

describe("A binding", () => {
  it("says, by a steward, that an identity is a member", async () => {
    const coop = await load(eightAttest);
    const { ledger, members, people, stranger } = coop;
    const evidence = await ledger.bindingEvidence(PROJECT.mill, HAN, 1);
    const id = await ledger.idOf(2, evidence);
    await expect(coop.proposing(people.zhou, HAN, people.lin)).to.emit(ledger, "BindingProposed").withArgs(id, PROJECT.mill, 2, HAN, 1, 3);
    const claim = await ledger.claimOf(id);
    expect([claim.lane, claim.stage, claim.quantity, claim.tier, claim.needed]).to.deep.equal([LANE.binding, STAGE.pending, 1n, 3n, 3n]);
    expect(await ledger.ownersOf(id)).to.deep.equal([2n, 1n]);
    await refused(coop.proposing(people.lin, HAN, people.lin), ledger, "NotSteward", PROJECT.mill, 1);
    await refused(coop.proposing(stranger, HAN, people.lin), members, "NotAMember", stranger.address);
    await refused(coop.proposing(people.zhou, HAN, 99), members, "NoSuchMember", 99);
    await refused(coop.proposing(people.zhou, HAN, people.lin), ledger, "AlreadyRecorded", id);
    await refused(coop.proposing(people.zhou, HAN, people.lin, PROJECT.garden), ledger, "NobodyToAttest", PROJECT.garden);
  });

  it("of a steward's own is that one's alone", async () => {
    const { ledger, people, proposes } = await load(eightAttest);
    expect(await ledger.ownersOf((await proposes(people.zhou, HAN, people.zhou)).id)).to.deep.equal([2n]);
  });

  it("is answered neither by its steward nor by the member it names, and withdrawn by either", async () => {
    const coop = await load(eightAttest);
    const { ledger, people } = coop;
    const binding = await coop.proposes(people.zhou, HAN, people.fang);
    await refused(coop.attests(people.fang, binding, 1), ledger, "OwnClaim", binding.id, 4);
    await expect(coop.withdraws(people.fang, binding)).to.emit(ledger, "Withdrawn").withArgs(binding.id, 4);
  });

  it("stands by a strict majority of yes, gives no credit, and spends no budget", async () => {
    const coop = await load(eightAttest);
    const { ledger, people } = coop;
    const binding = await coop.proposes(people.zhou, HAN, people.lin);
    await coop.attests(people.fang, binding, 0);
    await coop.attests(people.su, binding, 1);
    const act = coop.attests(people.chen, binding, 1);
    await expect(act).to.emit(ledger, "Sealed").withArgs(binding.id, 1, 1, 0);
    await expect(act).to.not.emit(ledger, "Credited");
    expect(await ledger.bindingOf(HAN)).to.equal(binding.id);
    expect(await ledger.creditedEpochCount(PROJECT.mill)).to.equal(0);
    expect((await ledger.attesterBudget(PROJECT.mill, 4)).spent).to.equal(0);
  });

  it("that is turned down binds nobody and may be proposed anew", async () => {
    const coop = await load(eightAttest);
    const { ledger, people } = coop;
    const binding = await coop.proposes(people.zhou, HAN, people.lin);
    await agree(coop, binding, 0);
    expect(await ledger.bindingOf(HAN)).to.equal(ZeroHash);
    await agree(coop, await coop.proposes(people.zhou, HAN, people.lin));
    expect(await ledger.bindingOf(HAN)).to.equal(binding.id);
  });

  it("is one to one: neither the identity nor the member is bound a second time", async () => {
    const coop = await load(eightAttest);
    const { ledger, people } = coop;
    const binding = await coop.proposes(people.zhou, HAN, people.lin);
    const rival = await coop.proposes(people.he, HAN, people.shen);
    const second = await coop.proposes(people.he, YU, people.lin);
    await agree(coop, binding);
    await refused(coop.proposing(people.zhou, HAN, people.shen), ledger, "BindingTaken", HAN, 12, binding.id);
    await refused(coop.proposing(people.zhou, YU, people.lin), ledger, "BindingTaken", YU, 1, binding.id);
    // Those proposed before do not come to stand either: they wait, and lapse.
    for (const [other, identity, member] of [[rival, HAN, 12], [second, YU, 1]] as const) {
      await coop.allAttest([people.fang, people.su], other, 1);
      await refused(coop.attests(people.chen, other, 1), ledger, "BindingTaken", identity, member, binding.id);
      expect((await ledger.claimOf(other.id)).stage).to.equal(STAGE.pending);
    }
    expect(await ledger.bindingOf(HAN)).to.equal(binding.id);
  });

  it("that was voided is free again when its round is over, for identity and member", async () => {
    const coop = await load(eightAttest);
    const { ledger, challenges, people } = coop;
    const binding = await coop.proposes(people.zhou, HAN, people.lin);
    await agree(coop, binding);
    await refused(coop.challenge(people.zhou, binding), challenges, "OwnClaimChallenged", binding.id, 2);
    // Lin, whom it names, says that she is not that person.
    await coop.challenge(people.lin, binding);
    await refused(coop.answers(people.ye, binding, 3), challenges, "TenthsInvalid", 3);
    for (const who of [people.ye, people.luo, people.tang]) await coop.answers(who, binding, 0);
    expect(await coop.inForce(binding)).to.equal(0);
    await refused(coop.proposing(people.zhou, HAN, people.shen), ledger, "BindingTaken", HAN, 12, binding.id);
    await coop.until(Number((await challenges.roundOf(binding.id)).closesAt));
    const next = await coop.proposes(people.zhou, HAN, people.shen);
    const other = await coop.proposes(people.zhou, YU, people.lin);
    await agree(coop, next);
    await agree(coop, other);
    expect([await ledger.bindingOf(HAN), await ledger.bindingOf(YU)]).to.deep.equal([next.id, other.id]);
  });

  it("counts one epoch after it was sealed, to the second", async () => {
    const { coop, batch } = await load(batchStands);
    const { ledger, people } = coop;
    expect(await ledger.leafOwner(batch.id, HAN)).to.deep.equal([false, 0n]);
    const binding = await coop.proposes(people.zhou, HAN, people.lin);
    await agree(coop, binding);
    const counts = Number((await ledger.claimOf(binding.id)).time) + EPOCH;
    await coop.until(counts - 1);
    expect(await ledger.leafOwner(batch.id, HAN)).to.deep.equal([false, 0n]);
    await coop.until(counts);
    expect(await ledger.leafOwner(batch.id, HAN)).to.deep.equal([true, 1n]);
    expect(await ledger.leafOwner(batch.id, YU)).to.deep.equal([false, 0n]);
  });

  it("gives the leaf of one who attested the batch to the reserve", async () => {
    const { coop, batch } = await load(batchStands);
    const { people, ledger } = coop;
    const binding = await coop.proposes(people.zhou, HAN, people.ye);
    await agree(coop, binding);
    await coop.days(28);
    expect(await ledger.leafOwner(batch.id, HAN)).to.deep.equal([true, 0n]);
  });

  it("counts for a leaf if it came to count within three years of finality, to the second; else the leaf is the reserve's", async () => {
    const { coop, batch } = await load(batchStands);
    const { people, ledger } = coop;
    const deadline = coop.start(2) + 3 * 365 * 86_400;
    const prepare = async () => {
      await coop.until(deadline - EPOCH - 100);
      await coop.allEnrol(coop.all.slice(3, 11));
      const bindings = [await coop.proposes(people.zhou, HAN, people.lin), await coop.proposes(people.zhou, YU, people.shen)];
      for (const binding of bindings) await coop.allAttest([people.fang, people.su], binding, 1);
      return bindings;
    };
    const [inTime, late] = await prepare();
    await coop.nextAt(deadline - EPOCH);
    await coop.attests(people.chen, inTime!, 1);
    await coop.nextAt(deadline - EPOCH + 1);
    await coop.attests(people.chen, late!, 1);
    await coop.until(deadline - 1);
    expect([await ledger.leafOwner(batch.id, HAN), await ledger.leafOwner(batch.id, YU)]).to.deep.equal([[false, 0n], [false, 0n]]);
    await coop.until(deadline);
    expect([await ledger.leafOwner(batch.id, HAN), await ledger.leafOwner(batch.id, YU)]).to.deep.equal([[true, 1n], [true, 0n]]);
    await coop.days(100);
    expect([await ledger.leafOwner(batch.id, HAN), await ledger.leafOwner(batch.id, YU)]).to.deep.equal([[true, 1n], [true, 0n]]);
  });
});
