import { AbiCoder, keccak256, toBeHex } from "ethers";
import { expect } from "chai";
import { chain, load } from "../../support/chain.ts";
import { CHARTERS, found, type Cooperative } from "../../support/cooperative.ts";
import type { Person } from "../../support/people.ts";

const BUDGET = 2n ** 48n - 1n;
const RATE = 2n ** 40n - 1n;
const VALUE = 153n * RATE;
const abi = AbiCoder.defaultAbiCoder();

/** One project of the largest budget; nine attest in it, so that a record of 153 units of work is paid for by four answers. */
async function large() {
  const coop = await found({ charters: [{ ...CHARTERS[0]!, budget: BUDGET, rates: [RATE, 0n, 0n, 0n] }] });
  await coop.allEnrol(coop.all.slice(3, 12), 0);
  return coop;
}

/** Finds where the ledger keeps a member's running total of epoch 0 in project 0, and makes it say `total`. */
async function setTotal(coop: Cooperative, who: Person, known: bigint, total: bigint): Promise<void> {
  const ledger = await coop.ledger.getAddress();
  const found: string[] = [];
  for (let base = 0n; base < 40n; ++base) {
    const inner = keccak256(abi.encode(["uint32", "uint256"], [0, base]));
    const slot = keccak256(abi.encode(["uint32", "bytes32"], [who.id, inner]));
    if (BigInt(await chain.ethers.provider.getStorage(ledger, slot)) === known << 32n) found.push(slot);
  }
  expect(found.length).to.equal(1);
  await chain.networkHelpers.setStorageAt(ledger, found[0]!, toBeHex(total << 32n, 32));
}

// Whoever names a member in a record adds to the member's running total, without asking. In 64 bits a few hundred records of
// the largest budgets of that time filled it, and the member could record nothing more in that epoch.
describe("A member named in many records of others", () => {
  it("still records", async () => {
    const coop = await load(large);
    const { ledger, people } = coop;
    const wish = { project: 0, quantity: 153, split: [[people.lin, 1], [people.zhou, 1]] as const };
    await coop.records(people.lin, wish);
    expect(await ledger.recordedNow(0, people.zhou.id)).to.equal(VALUE);
    const before = 2n ** 64n - VALUE;
    await setTotal(coop, people.zhou, VALUE, before);
    await coop.records(people.lin, wish);
    await coop.records(people.zhou, { project: 0, quantity: 153 });
    expect(await ledger.recordedNow(0, people.zhou.id)).to.equal(before + 2n * VALUE);
  });
});
