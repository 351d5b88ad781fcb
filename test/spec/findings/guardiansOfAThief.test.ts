import { expect } from "chai";
import { load } from "../../support/chain.ts";
import { found } from "../../support/cooperative.ts";
import { personAt } from "../../support/people.ts";
import { refused } from "../../support/refused.ts";

const twelve = async () => found({ members: 12 });

// A thief copied a key and proposed guardians of his own. The owner changed the key the same day, and that ended nothing: on the fourteenth day
// his list was in force, she vetoed twice, and all three of his opened a recovery that stands. Only her old guardians could have ended it.
describe("Guardians whom a thief proposed", () => {
  it("are sent away by the owner herself, with the key that she changed to, the same day", async () => {
    const coop = await load(twelve);
    const { guardians, membership, people } = coop;
    const thieves = await Promise.all([41, 42, 43].map(personAt));
    await membership.guarded(people.lin, [people.zhou, people.he, people.fang]);
    await refused(guardians.connect(people.lin.signer).keepGuardians(), guardians, "NothingWaits", 1);
    await membership.setsGuardians(people.lin, thieves);
    const lin = await membership.rotates(people.lin, 40);
    await expect(guardians.connect(lin.signer).keepGuardians()).to.emit(guardians, "GuardiansKept").withArgs(1);
    await coop.days(15);
    const inForce = [people.zhou, people.he, people.fang].map(({ address }) => address);
    expect([...(await guardians.guardiansOf(1))]).to.deep.equal(inForce);
    expect((await guardians.nextGuardiansOf(1)).from).to.equal(0n);
    await refused(guardians.connect(lin.signer).keepGuardians(), guardians, "NothingWaits", 1);
  });
});
