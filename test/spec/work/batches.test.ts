import { ZeroHash } from "ethers";
import { expect } from "chai";
import { load } from "../../support/chain.ts";
import { BUDGET, DATA_DIGEST, found, LANE, PROJECT, STAGE, UNIT } from "../../support/cooperative.ts";
import { historyOf } from "../../support/histories.ts";
import { refused } from "../../support/refused.ts";

const history = historyOf({ han: 60n * UNIT, yu: 40n * UNIT });

/** Nine attest in the mill: Zhou, a steward of it, and members 4 to 11. So four answer a batch of Zhou's. */
async function nineAttest() {
  const coop = await found({ members: 24 });
  await coop.allEnrol([coop.all[1]!, ...coop.all.slice(3, 11)]);
  return coop;
}

describe("A batch", () => {
  it("is posted by a steward, with root, sum, credit and where its data lies", async () => {
    const coop = await load(nineAttest);
    const { ledger, members, projects, people, stranger } = coop;
    const id = await ledger.idOf(2, history.root);
    await expect(coop.posting(people.zhou, history)).to.emit(ledger, "BatchPosted").withArgs(id, PROJECT.mill, 2, history.root, history.sum, 100n * UNIT, 4, DATA_DIGEST, "data:,");
    const claim = await ledger.claimOf(id);
    expect([claim.lane, claim.stage, claim.quantity, claim.value, claim.tier, claim.needed]).to.deep.equal([LANE.batch, STAGE.pending, 1n, 100n * UNIT, 7n, 4n]);
    expect(await ledger.ownersOf(id)).to.deep.equal([2n]);
    await refused(coop.posting(people.lin, history), ledger, "NotSteward", PROJECT.mill, 1);
    await refused(coop.posting(stranger, history), members, "NotAMember", stranger.address);
    await refused(coop.posting(people.zhou, { ...history, project: 9 }), projects, "NoSuchProject", 9);
    await refused(coop.posting(people.zhou, history), ledger, "AlreadyRecorded", id);
  });

  it("counts for half a budget at most, and its sum fits the tree", async () => {
    const coop = await load(nineAttest);
    const { ledger, people } = coop;
    const half = BUDGET / 2n;
    const tried = (sum: bigint, credit: bigint) => coop.posting(people.zhou, { root: history.root, sum, credit });
    await refused(tried(0n, UNIT), ledger, "BatchOutOfBounds", 0, UNIT, half);
    await refused(tried(1n << 63n, UNIT), ledger, "BatchOutOfBounds", 1n << 63n, UNIT, half);
    await refused(tried(100n, 0n), ledger, "BatchOutOfBounds", 100, 0, half);
    await refused(tried(100n, half + 1n), ledger, "BatchOutOfBounds", 100, half + 1n, half);
    await tried((1n << 63n) - 1n, half);
  });

  it("needs attesters other than its poster", async () => {
    const coop = await load(nineAttest);
    await refused(coop.posting(coop.people.zhou, { ...history, project: PROJECT.garden }), coop.ledger, "NobodyToAttest", PROJECT.garden);
    await coop.enrols(coop.people.zhou, PROJECT.garden);
    await refused(coop.posting(coop.people.zhou, { ...history, project: PROJECT.garden }), coop.ledger, "NobodyToAttest", PROJECT.garden);
  });

  // Seven by the same halves: min(7, max(2, half of those who may answer)).
  for (const [attesters, needed] of [[1, 1], [2, 2], [5, 2], [6, 3], [9, 4], [13, 6], [14, 7], [20, 7]] as const) {
    it(`needs ${needed} answers where ${attesters} may answer`, async () => {
      const coop = await found({ members: 24 });
      for (const person of coop.all.slice(3, 3 + attesters)) {
        await coop.enrols(person);
        if (person.id <= 13) await coop.enrols(person);
      }
      await coop.nextEpoch();
      const batch = await coop.posts(coop.people.zhou, history);
      expect((await coop.ledger.claimOf(batch.id)).needed).to.equal(needed);
    });
  }

  it("stands by a strict majority of yes, and is sealed with its whole credit or nothing", async () => {
    const coop = await load(nineAttest);
    const { ledger, people, all } = coop;
    const batch = await coop.posts(people.zhou, history);
    await refused(coop.attests(people.zhou, batch, 1), ledger, "OwnClaim", batch.id, 2);
    await refused(coop.attests(people.fang, batch, 2), ledger, "QuantityAboveClaimed", 2, 1);
    await coop.allAttest([people.fang, people.su], batch, 1);
    await refused(coop.attests(people.su, batch, 1), ledger, "AlreadyAnswered", batch.id, 5);
    expect(await ledger.attestersOf(batch.id)).to.deep.equal([4n, 5n]);
    await coop.attests(people.chen, batch, 0);
    const act = coop.attests(people.ye, batch, 1);
    await expect(act).to.emit(ledger, "Sealed").withArgs(batch.id, 1, 100n * UNIT, 0);
    await expect(act).to.emit(ledger, "BatchesCredited").withArgs(PROJECT.mill, 0, 100n * UNIT);
    expect(await ledger.attestersOf(batch.id)).to.deep.equal([4n, 5n, 6n, 7n]);
    expect(await ledger.batchTerms(batch.id)).to.deep.equal([BigInt(PROJECT.mill), 0n, history.root, history.sum, 100n * UNIT]);
    expect((await ledger.attesterBudget(PROJECT.mill, all[3]!.id)).spent).to.equal(0);
  });

  it("with half of the answers yes does not stand, and may be posted anew", async () => {
    const coop = await load(nineAttest);
    const { ledger, people } = coop;
    const batch = await coop.posts(people.zhou, history);
    await coop.allAttest([people.fang, people.su], batch, 1);
    await coop.attests(people.chen, batch, 0);
    const act = coop.attests(people.ye, batch, 0);
    await expect(act).to.emit(ledger, "Sealed").withArgs(batch.id, 0, 0, 0);
    await expect(act).to.not.emit(ledger, "BatchesCredited");
    await refused(ledger.batchTerms(batch.id), ledger, "NotABatch", batch.id);
    await coop.posts(people.zhou, history);
    expect((await ledger.claimOf(batch.id)).stage).to.equal(STAGE.pending);
  });

  it("begins its answers anew when the epoch turns", async () => {
    const coop = await load(nineAttest);
    const { ledger, people } = coop;
    const batch = await coop.posts(people.zhou, history);
    await coop.allAttest([people.fang, people.su, people.chen], batch, 1);
    await coop.nextEpoch();
    // Three attest now, and two answers seal.
    await coop.attests(people.fang, batch, 1);
    await coop.attests(people.su, batch, 1);
    const claim = await ledger.claimOf(batch.id);
    expect([claim.stage, claim.epoch, claim.answered]).to.deep.equal([STAGE.sealed, 1n, 2n]);
    expect((await ledger.sumsOf(PROJECT.mill, 0)).batches).to.equal(0);
    expect((await ledger.sumsOf(PROJECT.mill, 1)).batches).to.equal(100n * UNIT);
  });

  it("counts together with the epoch's others for half the budget at most", async () => {
    const coop = await load(nineAttest);
    const { ledger, people } = coop;
    const [one, two] = [await coop.posts(people.zhou, { ...history, credit: 400n * UNIT }), await coop.posts(people.zhou, { ...historyOf({ bai: 7n }), credit: 300n * UNIT })];
    for (const batch of [one, two]) await coop.allAttest([people.fang, people.su, people.chen, people.ye], batch, 1);
    expect(await ledger.sumsOf(PROJECT.mill, 0)).to.deep.equal([1000n, 150n, 0n, 700n, 500n, 500n].map((units) => units * UNIT));
  });

  it("is challenged like a record and answered with all or nothing", async () => {
    const coop = await load(nineAttest);
    const { ledger, challenges, people } = coop;
    const batch = await coop.posts(people.zhou, history);
    await coop.allAttest([people.fang, people.su, people.chen, people.ye], batch, 1);
    await refused(coop.challenge(people.zhou, batch), challenges, "OwnClaimChallenged", batch.id, 2);
    await coop.challenge(people.lin, batch);
    await refused(coop.answers(people.luo, batch, 5), challenges, "TenthsInvalid", 5);
    await coop.answers(people.luo, batch, 0);
    const act = coop.answers(people.tang, batch, 0);
    await expect(act).to.emit(ledger, "Revalued").withArgs(batch.id, 0);
    await expect(act).to.emit(ledger, "BatchesCredited").withArgs(PROJECT.mill, 0, 0);
    await refused(ledger.batchTerms(batch.id), ledger, "NotABatch", batch.id);
    // One more answer the other way: of three, two say nothing; of four, the upper middle says all.
    await coop.answers(people.xu, batch, 10);
    await expect(coop.answers(people.jiang, batch, 10)).to.emit(ledger, "BatchesCredited").withArgs(PROJECT.mill, 0, 100n * UNIT);
  });

  it("is withdrawn by its poster before the first answer", async () => {
    const coop = await load(nineAttest);
    const { ledger, people } = coop;
    const batch = await coop.posts(people.zhou, history);
    await refused(coop.withdraws(people.he, batch), ledger, "NotYours", batch.id, 3);
    await expect(coop.withdraws(people.zhou, batch)).to.emit(ledger, "Withdrawn").withArgs(batch.id, 2);
    await refused(ledger.batchTerms(batch.id), ledger, "NotABatch", batch.id);
  });

  it("is what only a batch is: neither a record nor nothing has its terms", async () => {
    const coop = await load(nineAttest);
    const { ledger, people } = coop;
    const rec = await coop.records(people.lin, { quantity: 1 });
    await refused(ledger.batchTerms(rec.id), ledger, "NotABatch", rec.id);
    await refused(ledger.leafOwner(ZeroHash, ZeroHash), ledger, "NotABatch", ZeroHash);
  });
});
