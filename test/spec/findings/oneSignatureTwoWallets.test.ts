import { expect } from "chai";
import { load } from "../../support/chain.ts";
import { found } from "../../support/cooperative.ts";
import { personAt } from "../../support/people.ts";
import { refused } from "../../support/refused.ts";
import { ownedWallet } from "../../support/wallets.ts";

const twelve = async () => found({ members: 12 });

// Two of three guardians were wallets of one owner, and what guardians sign did not say who signs: the owner's one consent, shown twice,
// opened a recovery that needs two.
describe("One signature", () => {
  it("speaks for one guardian, also where two of them are wallets of the same owner", async () => {
    const coop = await load(twelve);
    const { guardians, membership, people } = coop;
    const [owner, key, third] = [await personAt(30), await personAt(31), await personAt(32)];
    const wallets = await Promise.all([0, 1].map(async () => ({ address: await ownedWallet(owner.address) })));
    await coop.days(31);
    const consents = await Promise.all([...wallets, third].map((guardian) => membership.guards(guardian, people.lin, guardian === third ? {} : { by: owner })));
    await guardians.connect(people.lin.signer).setGuardians(consents);
    await coop.days(15);

    const expires = await membership.inAWeek();
    const first = await membership.approves(wallets[0]!, people.lin, key, expires, { by: owner });
    const second = await membership.approves(wallets[1]!, people.lin, key, expires, { by: owner });
    const consent = await membership.consentsToRecovery(people.lin, key, expires);
    const open = (...approvals: { signer: string; signature: string }[]) =>
      guardians.openRecovery(1, key.address, expires, consent, approvals.toSorted((a, b) => (BigInt(a.signer) < BigInt(b.signer) ? -1 : 1)));
    await refused(open(first, { ...first, signer: second.signer }), guardians, "SignatureInvalid", second.signer);
    await expect(open(first, second)).to.emit(guardians, "RecoveryOpened");
  });
});
