import { expect } from "chai";
import { identityOf } from "#client/work/leaf.ts";
import { load } from "../../support/chain.ts";
import { found, PROJECT, UNIT } from "../../support/cooperative.ts";
import { historyOf } from "../../support/histories.ts";
import { refused } from "../../support/refused.ts";

const withheld = historyOf({ han: 60n, yu: 40n });

/** A batch of Zhou's stands, attested by four who did not look; Han is Lin. Lin challenges it: nobody can get its data. */
async function challenged() {
  const coop = await found({ members: 24 });
  const { people } = coop;
  await coop.allEnrol(coop.all.slice(3, 12));
  const batch = await coop.posts(people.zhou, withheld);
  await coop.allAttest(coop.all.slice(3, 7), batch, 1);
  const binding = await coop.proposes(people.zhou, identityOf("han"), people.lin);
  await coop.allAttest([people.luo, people.tang, people.xu].slice(0, Number((await coop.ledger.claimOf(binding.id)).needed)), binding, 1);
  await coop.challenge(people.lin, batch);
  return { coop, batch };
}

describe("A batch whose data cannot be had", () => {
  it("fails its second round: no credit, no shares, each leaf refused by the batch's name, whoever answered first", async () => {
    const { coop, batch } = await load(challenged);
    const { ledger, shares, people } = coop;
    expect((await ledger.sumsOf(PROJECT.mill, 0)).batches).to.equal(100n * UNIT);
    for (const who of [people.luo, people.tang, people.xu]) await coop.answers(who, batch, 0);
    expect((await ledger.sumsOf(PROJECT.mill, 0)).batches).to.equal(0);
    expect(await coop.inForce(batch)).to.equal(0);
    // Other work of the epoch has its shares as if the batch had never been.
    const rec = await coop.records(people.zhou, { quantity: 3 });
    await coop.allAttest([people.luo, people.tang, people.xu, people.jiang].slice(0, Number((await ledger.claimOf(rec.id)).needed)), rec, 3);
    await coop.until(coop.start(2));
    for (const name of ["han", "yu"]) await refused(coop.drawsLeaf(batch, withheld.leaf(name)), ledger, "NotABatch", batch.id);
    await coop.draws(people.zhou, 0);
    const { issued, credit } = await shares.closedEpoch(PROJECT.mill, 0);
    expect([issued, credit]).to.deep.equal([3n * UNIT, 3n * UNIT]);
    expect([await coop.sharesOf(people.zhou), await coop.sharesOf(people.lin), await coop.sharesOf(0)]).to.deep.equal([3n * UNIT, 0n, 0n]);
  });

  it("is not posted again by the same root, and may be posted anew with another, whose data is there", async () => {
    const { coop, batch } = await load(challenged);
    const { ledger, people } = coop;
    for (const who of [people.luo, people.tang, people.xu]) await coop.answers(who, batch, 0);
    await refused(coop.posting(people.zhou, withheld), ledger, "AlreadyRecorded", batch.id);
    // The same people with one record less: another root. And another steward may post the very same.
    const anew = historyOf({ han: 59n, yu: 40n });
    const [again, others] = [await coop.posts(people.zhou, { ...anew, credit: 60n * UNIT }), await coop.posts(people.he, { ...withheld, credit: 40n * UNIT })];
    for (const one of [again, others]) await coop.allAttest(coop.all.slice(3, 7), one, 1);
    await coop.until(coop.start(2));
    await coop.drawsLeaf(again, anew.leaf("han"));
    await coop.drawsLeaf(others, withheld.leaf("han"));
    expect(await coop.sharesOf(people.lin)).to.equal((59n * 60n * UNIT) / 99n + 24n * UNIT);
  });

  it("stands if enough of those asked in the second round have the data, and all is drawn", async () => {
    const { coop, batch } = await load(challenged);
    const { people } = coop;
    for (const [who, tenths] of [[people.luo, 0], [people.tang, 10], [people.xu, 10]] as const) await coop.answers(who, batch, tenths);
    expect(await coop.inForce(batch)).to.equal(100n * UNIT);
    await coop.until(coop.start(2));
    await coop.drawsLeaf(batch, withheld.leaf("han"));
    expect(await coop.sharesOf(people.lin)).to.equal(60n * UNIT);
  });
});
