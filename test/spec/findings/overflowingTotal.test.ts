import { expect } from "chai";
import { load } from "../../support/chain.ts";
import { CHARTERS, found } from "../../support/cooperative.ts";

const BUDGET = 2n ** 56n;
const RATE = 2n ** 48n - 1n;

/** One project of the largest budget; nine attest in it, so that a record of 153 units of work is paid for by four answers. */
async function large() {
  const coop = await found({ charters: [{ ...CHARTERS[0]!, budget: BUDGET, rates: [RATE, 0n, 0n, 0n] }] });
  await coop.allEnrol(coop.all.slice(3, 12), 0);
  return coop;
}

// Whoever names a member in a record adds to the member's running total, without asking. In 64 bits 428 records filled it, and
// the member could record nothing more in that epoch.
describe("A member named in many records of others", () => {
  it("still records", async function () {
    this.timeout(120_000);
    const coop = await load(large);
    const { ledger, people } = coop;
    const count = 428;
    const wish = { project: 0, quantity: 153, split: [[people.lin, 1], [people.zhou, 1]] as const };
    for (let i = 0; i < count; i++) await coop.records(people.lin, wish);
    await coop.records(people.zhou, { project: 0, quantity: 153 });
    expect(await ledger.recordedNow(0, people.zhou.id)).to.equal(BigInt(count + 1) * 153n * RATE);
  });
});
