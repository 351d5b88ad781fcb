import { ZeroAddress } from "ethers";
import { expect } from "chai";
import { chain, load } from "../../support/chain.ts";
import { type Cooperative, DAY, found } from "../../support/cooperative.ts";
import { DAYS } from "../../support/membership.ts";
import { type Person, personAt } from "../../support/people.ts";
import { refused } from "../../support/refused.ts";
import { agreeingWallet, ownedWallet } from "../../support/wallets.ts";

/** Twelve founders whose keys are thirty days old, and five friends who are no members. */
async function old() {
  const coop = await found({ members: 12 });
  await coop.days(DAYS.keyAge);
  return { coop, friends: await Promise.all([70, 71, 72, 73, 74, 75].map(personAt)) };
}

const addresses = (people: readonly Pick<Person, "address">[]) => people.map(({ address }) => address);
const inForce = (coop: Cooperative, id = 1): Promise<string[]> => coop.guardians.guardiansOf(id).then((list) => [...list]);

describe("A member's guardians", () => {
  it("are none at first, and three to five who agreed, from 14 days after the member named them", async () => {
    const { coop, friends } = await load(old);
    const { guardians, membership, people } = coop;
    expect([await inForce(coop), await guardians.neededFor(1), [...(await guardians.nextGuardiansOf(1))]]).to.deep.equal([[], 0n, [[], 0n]]);
    const three = friends.slice(0, 3);
    const act = membership.setsGuardians(people.lin, three);
    await act;
    const from = (await coop.now()) + DAYS.guardians * DAY;
    await expect(act).to.emit(guardians, "GuardiansProposed").withArgs(1, addresses(three), from);
    expect([await inForce(coop), [...(await guardians.nextGuardiansOf(1))]]).to.deep.equal([[], [addresses(three), BigInt(from)]]);
    await coop.until(from - 1);
    expect(await inForce(coop)).to.deep.equal([]);
    await coop.until(from);
    expect([await inForce(coop), await guardians.neededFor(1), [...(await guardians.nextGuardiansOf(1))]]).to.deep.equal([addresses(three), 2n, [[], 0n]]);
  });

  it("are two of three, three of four or three of five", async () => {
    for (const [count, needed] of [[3, 2n], [4, 3n], [5, 3n]] as const) {
      const { coop, friends } = await load(old);
      await coop.membership.guarded(coop.people.lin, friends.slice(0, count));
      expect(await coop.guardians.neededFor(1)).to.equal(needed);
    }
    const { coop, friends } = await load(old);
    for (const count of [0, 1, 2, 6]) await refused(coop.membership.setsGuardians(coop.people.lin, friends.slice(0, count)), coop.guardians, "GuardiansInvalid", count);
  });

  it("are each somebody else: none twice, not the member, not a key that was replaced, and nobody", async () => {
    const { coop, friends } = await load(old);
    const { guardians, membership, people } = coop;
    const [one, two] = friends as [Person, Person];
    await refused(membership.setsGuardians(people.lin, [one, two, one]), guardians, "GuardiansInvalid", 2);
    await refused(membership.setsGuardians(people.lin, [one, people.lin, two]), guardians, "GuardiansInvalid", 1);
    const zhou = await membership.rotates(people.zhou, 60);
    await refused(membership.setsGuardians(people.lin, [people.zhou, one, two]), guardians, "GuardiansInvalid", 0);
    // One member by two of his keys is not two guardians either.
    await refused(membership.setsGuardians(people.lin, [zhou, one, people.zhou]), guardians, "GuardiansInvalid", 2);
    const lin = await membership.rotates(people.lin, 61);
    await coop.days(DAYS.keyAge);
    await refused(membership.setsGuardians(lin, [one, two, people.lin]), guardians, "GuardiansInvalid", 2);
    const consents = await Promise.all([one, two].map((guardian) => membership.guards(guardian, lin)));
    const nobody = { guardian: ZeroAddress, expires: await membership.inAWeek(), signature: consents[0]!.signature };
    await refused(guardians.connect(lin.signer).setGuardians([...consents, nobody]), guardians, "SignatureInvalid", ZeroAddress);
  });

  it("each sign for this member and for a while", async () => {
    const { coop, friends } = await load(old);
    const { guardians, membership, people } = coop;
    const [one, two, three] = friends as [Person, Person, Person];
    const set = async (third: Awaited<ReturnType<typeof membership.guards>>) => guardians.connect(people.lin.signer).setGuardians([await membership.guards(one, people.lin), await membership.guards(two, people.lin), third]);
    const good = await membership.guards(three, people.lin);
    const bad = [
      { ...good, expires: good.expires + 1 }, { ...good, signature: "0x" }, await membership.guards(three, people.zhou), await membership.guards(three, people.lin, { by: one }),
      await membership.guards(three, people.lin, { domain: { chainId: 1 } }), await membership.guards(three, people.lin, { domain: { verifyingContract: coop.record.contracts.memberRegistry } }),
    ];
    for (const consent of bad) await refused(set(consent), guardians, "SignatureInvalid", three.address);
    await refused(set({ ...good, guardian: friends[4]!.address }), guardians, "SignatureInvalid", friends[4]!.address);
    const at = (await coop.now()) + 100;
    await coop.nextAt(at);
    await refused(set(await membership.guards(three, people.lin, { expires: at - 1 })), guardians, "SignatureExpired", at - 1, at);
    const longest = at + DAYS.longest * DAY;
    await refused(set(await membership.guards(three, people.lin, { expires: longest + 1 })), guardians, "SignatureTooLong", longest + 1, longest);
    await set(await membership.guards(three, people.lin, { expires: longest }));
  });

  it("are changed by a key of thirty days, and by the key in force alone", async () => {
    const { coop, friends } = await load(old);
    const { guardians, members, membership, people, stranger } = coop;
    await refused(membership.setsGuardians(stranger, friends.slice(0, 3)), members, "NotAMember", stranger.address);
    const lin = await membership.rotates(people.lin, 60);
    const from = (await coop.now()) + DAYS.keyAge * DAY;
    await refused(membership.setsGuardians(people.lin, friends.slice(0, 3)), members, "KeyReplaced", people.lin.address, 1);
    await refused(membership.setsGuardians(lin, friends.slice(0, 3)), guardians, "KeyTooYoung", 1, from);
    await coop.until(from - 1000);
    const consents = await Promise.all(friends.slice(0, 3).map((friend) => membership.guards(friend, lin)));
    await coop.nextAt(from - 1);
    await refused(guardians.connect(lin.signer).setGuardians(consents), guardians, "KeyTooYoung", 1, from);
    await coop.nextAt(from);
    await guardians.connect(lin.signer).setGuardians(consents);
  });

  it("are the old ones until the new ones are in force, and the latest change is the one that comes", async () => {
    const { coop, friends } = await load(old);
    const { membership, people } = coop;
    await membership.guarded(people.lin, friends.slice(0, 3));
    await membership.setsGuardians(people.lin, friends.slice(1, 5));
    await coop.days(10);
    await membership.setsGuardians(people.lin, friends.slice(2, 6));
    await coop.days(10);
    expect(await inForce(coop)).to.deep.equal(addresses(friends.slice(0, 3)));
    await coop.days(4);
    expect(await inForce(coop)).to.deep.equal(addresses(friends.slice(2, 6)));
    await membership.guarded(people.lin, friends.slice(0, 3));
    expect(await inForce(coop)).to.deep.equal(addresses(friends.slice(0, 3)));
    expect(await inForce(coop, 2)).to.deep.equal([]);
  });

  it("are each member's own, in every standing: of one who waits, who left, who was expelled", async () => {
    const { coop, friends } = await load(old);
    const { membership, people } = coop;
    const waiting = await membership.joins(50, [people.su, people.chen]);
    await membership.resigns(people.he);
    await membership.expels(people.fang);
    for (const who of [waiting, people.he, people.fang]) await membership.guarded(who, friends.slice(0, 3));
    for (const id of [13, 3, 4]) expect(await inForce(coop, id)).to.deep.equal(addresses(friends.slice(0, 3)));
  });

  it("may be contracts (ERC-1271), each by a word of its own", async () => {
    const { coop, friends } = await load(old);
    const { guardians, membership, people } = coop;
    const owner = friends[0]!;
    const [first, second, third] = [await ownedWallet(owner.address), await ownedWallet(owner.address), await agreeingWallet()];
    const consent = await membership.guards({ address: first }, people.lin, { by: owner });
    const agreed = { guardian: third, expires: consent.expires, signature: "0x" };
    // What the owner signed for one wallet is not the other's.
    await refused(guardians.connect(people.lin.signer).setGuardians([consent, { ...consent, guardian: second }, agreed]), guardians, "SignatureInvalid", second);
    await guardians.connect(people.lin.signer).setGuardians([consent, await membership.guards({ address: second }, people.lin, { by: owner }), agreed]);
  });
});

describe("A guardian who is a member", () => {
  it("is that member, whatever key speaks for him, and by no key that he gave up", async () => {
    const { coop, friends } = await load(old);
    const { guardians, members, membership, people } = coop;
    await membership.guarded(people.lin, [people.zhou, people.he, friends[0]!]);
    const zhou = await membership.rotates(people.zhou, 60);
    const key = await personAt(61);
    const [former, own] = [people.zhou.address, people.lin.address];
    for (const signers of [[people.zhou, people.he], [people.zhou, friends[0]!]]) {
      const place = BigInt(signers[0]!.address) < BigInt(signers[1]!.address) ? 0 : 1;
      await refused(membership.opensRecovery(people.lin, key, signers), guardians, "NotAGuardian", place, former);
    }
    // His two keys are not two guardians.
    await expect(membership.opensRecovery(people.lin, key, [zhou, people.zhou])).to.be.revertedWithCustomError(guardians, "NotAGuardian");
    await refused(membership.opensRecovery(people.lin, key, [people.lin, zhou]), guardians, "NotAGuardian", BigInt(own) < BigInt(zhou.address) ? 0 : 1, own);
    await membership.opensRecovery(people.lin, key, [zhou, people.he]);
    expect(await members.keyOf(1)).to.equal(own);
  });

  it("stays one after leaving, after an expulsion, and after a recovery of his own", async () => {
    const { coop, friends } = await load(old);
    const { guardians, membership, people } = coop;
    await membership.guarded(people.lin, [people.zhou, people.he, people.fang]);
    await membership.guarded(people.zhou, friends.slice(0, 3));
    const zhou = await membership.recovers(people.zhou, 60, friends.slice(0, 2));
    await membership.resigns(people.he);
    await membership.expels(people.fang);
    const key = await personAt(61);
    await refused(membership.opensRecovery(people.lin, key, [people.zhou, people.he]), guardians, "NotAGuardian", BigInt(people.zhou.address) < BigInt(people.he.address) ? 0 : 1, people.zhou.address);
    await membership.opensRecovery(people.lin, key, [zhou, people.he, people.fang]);
  });

  it("is one also where he joined afterwards", async () => {
    const { coop, friends } = await load(old);
    const { guardians, membership, people } = coop;
    await membership.guarded(people.lin, friends.slice(0, 3));
    const joined = await membership.joins(70, [people.su, people.chen]);
    const renewed = await membership.rotates(joined, 60);
    const key = await personAt(61);
    await refused(membership.opensRecovery(people.lin, key, [friends[0]!, friends[1]!]), guardians, "NotAGuardian", BigInt(friends[0]!.address) < BigInt(friends[1]!.address) ? 0 : 1, friends[0]!.address);
    await membership.opensRecovery(people.lin, key, [renewed, friends[1]!]);
  });

  it("is never the member himself, not even by a change of keys onto a guardian's address", async () => {
    const { coop, friends } = await load(old);
    const { guardians, membership, people } = coop;
    const [one, two, three] = friends as [Person, Person, Person];
    await membership.guarded(people.lin, [one, two, three]);
    const lin = await membership.rotates(people.lin, 70);
    expect(lin.address).to.equal(one.address);
    const key = await personAt(61);
    const at = (...pair: [Person, Person]) => (BigInt(pair[0].address) < BigInt(pair[1].address) ? 0 : 1);
    await refused(membership.opensRecovery(lin, key, [one, two]), guardians, "NotAGuardian", at(one, two), one.address);
    // Nor by going on from there: neither that address, nor the key that follows it.
    const next = await membership.rotates(lin, 62);
    await refused(membership.opensRecovery(next, key, [one, two]), guardians, "NotAGuardian", at(one, two), one.address);
    await refused(membership.opensRecovery(next, key, [next, two]), guardians, "NotAGuardian", at(next, two), next.address);
    await membership.opensRecovery(next, key, [two, three]);
  });

  it("is one guardian and not two where a member who is one takes over another's address", async () => {
    const { coop, friends } = await load(old);
    const { guardians, membership, people } = coop;
    const [one, two] = friends as [Person, Person];
    await membership.guarded(people.lin, [people.zhou, one, two]);
    const zhou = await membership.rotates(people.zhou, 70);
    const key = await personAt(61);
    // Zhou speaks by the address of the first friend now: one signature, once.
    await refused(membership.opensRecovery(people.lin, key, [zhou]), guardians, "TooFewGuardians", 1, 2);
    await refused(membership.opensRecovery(people.lin, key, [zhou, zhou]), guardians, "NotAGuardian", 1, zhou.address);
    await membership.opensRecovery(people.lin, key, [zhou, two]);
  });

  it("asks as others do: a stranger who signs well is none", async () => {
    const { coop, friends } = await load(old);
    const { guardians, membership, people } = coop;
    await membership.guarded(people.lin, friends.slice(0, 3));
    const key = await personAt(61);
    const two = [friends[0]!, friends[4]!];
    await refused(membership.opensRecovery(people.lin, key, two), guardians, "NotAGuardian", BigInt(two[0]!.address) < BigInt(two[1]!.address) ? 1 : 0, two[1]!.address);
    expect(await chain.ethers.provider.getCode(key.address)).to.equal("0x");
  });
});
