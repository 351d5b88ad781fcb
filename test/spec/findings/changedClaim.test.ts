import { expect } from "chai";
import { load } from "../../support/chain.ts";
import { found, PROJECT, STAGE, UNIT } from "../../support/cooperative.ts";
import { historyOf } from "../../support/histories.ts";
import { refused } from "../../support/refused.ts";

async function nineAttest() {
  const coop = await found();
  await coop.allEnrol(coop.all.slice(3, 12));
  await coop.enrols(coop.people.lin, PROJECT.repair);
  await coop.enrols(coop.people.fang, PROJECT.repair);
  return coop;
}

const history = historyOf({ han: 60n, yu: 40n });

// A claim's id is its maker and its evidence, and an answer names these two and a quantity. An answer on its way to a claim met
// another of twice the value, or for other people, which its maker had put in the place of the first within the same block.
describe("An answer on its way to a claim that is taken back", () => {
  it("does not meet a record of another rate, project, quantity or split in its place", async () => {
    const coop = await load(nineAttest);
    const { ledger, people } = coop;
    const rec = await coop.records(people.lin, { quantity: 3 });
    const from = (await ledger.claimOf(rec.id)).time + 180n * 86_400n;
    await coop.withdraws(people.lin, rec);
    const changes = [{ kind: 2 }, { project: PROJECT.repair }, { quantity: 4 }, { split: [{ member: 1, parts: 1 }, { member: 10, parts: 255 }] }];
    for (const change of changes) await refused(coop.sends({ ...rec, report: { ...rec.report, ...change } }), ledger, "MadeWithOtherTerms", rec.id, from);
    await refused(coop.attests(people.fang, rec, 3), ledger, "NotPending", rec.id, STAGE.withdrawn);
    await coop.sends(rec);
    await coop.attests(people.fang, rec, 3);
  });

  it("does not meet a joint record of other parts", async () => {
    const coop = await load(nineAttest);
    const { ledger, people } = coop;
    const rec = await coop.records(people.lin, { quantity: 3, split: [[people.lin, 1], [people.xu, 1]] });
    const from = (await ledger.claimOf(rec.id)).time + 180n * 86_400n;
    await coop.withdraws(people.lin, rec);
    const other = [{ member: 1, parts: 255 }, { member: 10, parts: 1 }];
    await refused(coop.sends({ ...rec, report: { ...rec.report, split: other } }), ledger, "MadeWithOtherTerms", rec.id, from);
    await coop.sends(rec);
    expect(await ledger.ownersOf(rec.id)).to.deep.equal([1n, 10n]);
  });

  it("does not meet a batch of the same root that asks for more, or whose sum proves no leaf", async () => {
    const coop = await load(nineAttest);
    const { ledger, people } = coop;
    const batch = await coop.posts(people.zhou, { ...history, credit: 10n * UNIT });
    const from = (await ledger.claimOf(batch.id)).time + 180n * 86_400n;
    await coop.withdraws(people.zhou, batch);
    await refused(coop.posting(people.zhou, { ...history, credit: 500n * UNIT }), ledger, "MadeWithOtherTerms", batch.id, from);
    await refused(coop.posting(people.zhou, { ...history, sum: 101n, credit: 10n * UNIT }), ledger, "MadeWithOtherTerms", batch.id, from);
    await coop.posts(people.zhou, { ...history, credit: 10n * UNIT });
  });
});
