import { expect } from "chai";
import { load } from "../../support/chain.ts";
import { found } from "../../support/cooperative.ts";
import { refused } from "../../support/refused.ts";

/** Ten attest in the mill (members 2 to 11). Lin names Xu and Jiang in her record of twenty hours, one part of 252 each; friends seal it at once. */
async function named() {
  const coop = await found({ members: 24 });
  const { people, all } = coop;
  await coop.allEnrol(all.slice(1, 11));
  const rec = await coop.records(people.lin, { quantity: 20, split: [[people.lin, 250], [people.xu, 1], [people.jiang, 1]] });
  await coop.allAttest(all.slice(1, 5), rec, 20);
  return { coop, rec };
}

// Nobody is asked before being named as a contributor, and contributors neither attested nor challenged. Whoever named the likely critics
// with a part in a hundred each, and had friends answer in the same block, was challenged by none of them.
describe("Critics who are named as contributors", () => {
  it("may ask for a second round, in which others answer", async () => {
    const { coop, rec } = await load(named);
    const { challenges, people } = coop;
    await refused(coop.challenge(people.lin, rec), challenges, "OwnClaimChallenged", rec.id, 1);
    await coop.challenge(people.xu, rec);
    // Of ten who attest, four answered and two are named: four are left, once.
    expect((await challenges.roundOf(rec.id)).quorum).to.equal(2);
    await refused(coop.answers(people.xu, rec, 0), challenges, "NotNewToClaim", rec.id, people.xu.id);
    await refused(coop.answers(people.jiang, rec, 0), challenges, "NotNewToClaim", rec.id, people.jiang.id);
    for (const who of [people.ye, people.luo]) await coop.answers(who, rec, 0);
    expect(await coop.inForce(rec)).to.equal(0);
  });
});
