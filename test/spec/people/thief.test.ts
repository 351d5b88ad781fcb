import { ZeroAddress } from "ethers";
import { expect } from "chai";
import { chain, load } from "../../support/chain.ts";
import { type Cooperative, DAY, found } from "../../support/cooperative.ts";
import { type Approval, DAYS, rising } from "../../support/membership.ts";
import { type Person, personAt } from "../../support/people.ts";
import { refused } from "../../support/refused.ts";

/** Lin is guarded by three friends; whoever has her key may be a thief. */
async function guarded() {
  const coop = await found({ members: 12 });
  const friends = await Promise.all([70, 71, 72].map(personAt));
  await coop.membership.guarded(coop.people.lin, friends);
  return { coop, friends, lin: coop.people.lin, key: await personAt(60) };
}

/** Two recoveries were vetoed, the second at the moment that is given back. */
async function vetoedTwice() {
  const setting = await guarded();
  const { coop, friends, lin, key } = setting;
  const vetoes: number[] = [];
  for (let turn = 0; turn < 2; ++turn) {
    await coop.membership.opensRecovery(lin, key, friends.slice(0, 2));
    await coop.days(3);
    await coop.membership.vetoes(lin);
    vetoes.push(await coop.now());
  }
  return { ...setting, vetoes };
}

const recovery = async (coop: Cooperative): Promise<unknown[]> => [...(await coop.guardians.recoveryOf(1))];

describe("The key in force", () => {
  it("says no to a recovery before it is due, and then nothing is open", async () => {
    const { coop, friends, lin, key } = await load(guarded);
    const { guardians, members, membership, stranger } = coop;
    await refused(membership.vetoes(lin), guardians, "NoRecovery", 1);
    await membership.opensRecovery(lin, key, friends.slice(0, 2));
    await refused(membership.vetoes(stranger), members, "NotAMember", stranger.address);
    await refused(membership.vetoes(coop.people.zhou), guardians, "NoRecovery", 2);
    await expect(membership.vetoes(lin)).to.emit(guardians, "RecoveryVetoed").withArgs(1, 1);
    expect(await recovery(coop)).to.deep.equal([ZeroAddress, 0n, false, 1n, 0n, BigInt(await coop.now())]);
    await refused(membership.finishesRecovery(lin), guardians, "NoRecovery", 1);
    await coop.days(60);
    expect(await members.keyOf(1)).to.equal(lin.address);
  });

  it("may do so until the last second before it is due, and not after, though nobody finished it", async () => {
    const { coop, friends, lin, key } = await load(guarded);
    const { guardians, members, membership } = coop;
    await membership.opensRecovery(lin, key, friends.slice(0, 2));
    const due = Number((await guardians.recoveryOf(1)).due);
    await coop.nextAt(due - 1);
    await membership.vetoes(lin);
    await membership.opensRecovery(lin, key, friends.slice(0, 2));
    const later = Number((await guardians.recoveryOf(1)).due);
    await coop.nextAt(later);
    await refused(membership.vetoes(lin), guardians, "RecoveryDue", 1, later);
    await membership.finishesRecovery(lin);
    expect(await members.keyOf(1)).to.equal(key.address);
  });

  it("of any age may: a key that was taken a moment ago as one of years", async () => {
    const { coop, friends, lin, key } = await load(guarded);
    const { membership, guardians, members } = coop;
    await membership.opensRecovery(lin, key, friends.slice(0, 2));
    const renewed = await membership.rotates(lin, 61);
    await refused(membership.vetoes(lin), members, "KeyReplaced", lin.address, 1);
    await expect(membership.vetoes(renewed)).to.emit(guardians, "RecoveryVetoed").withArgs(1, 1);
  });
});

describe("Guardians after a veto", () => {
  it("cannot use their signatures again: each recovery has a number, and they sign the next one", async () => {
    const { coop, friends, lin, key } = await load(guarded);
    const { guardians, membership } = coop;
    const expires = await membership.inAWeek();
    const [consent, ...approvals] = await Promise.all([membership.consentsToRecovery(lin, key, expires), ...friends.slice(0, 2).map((friend) => membership.approves(friend, lin, key, expires))]) as [string, Approval, Approval];
    await guardians.openRecovery(1, key.address, expires, consent, rising(approvals));
    await membership.vetoes(lin);
    await refused(guardians.openRecovery(1, key.address, expires, consent, rising(approvals)), guardians, "SignatureInvalid", key.address);
    const fresh = await membership.consentsToRecovery(lin, key, expires);
    await refused(guardians.openRecovery(1, key.address, expires, fresh, rising(approvals)), guardians, "SignatureInvalid", rising(approvals)[0]!.signer);
    await membership.opensRecovery(lin, key, friends.slice(0, 2));
    expect((await guardians.recoveryOf(1)).opening).to.equal(2);
  });

  it("need all of them after two vetoes of the last 180 days, and then it stands: the key cannot say no", async () => {
    const { coop, friends, lin, key } = await load(vetoedTwice);
    const { guardians, members, membership } = coop;
    expect(await guardians.neededFor(1)).to.equal(3);
    await refused(membership.opensRecovery(lin, key, friends.slice(0, 2)), guardians, "TooFewGuardians", 2, 3);
    const act = membership.opensRecovery(lin, key, friends);
    await act;
    await expect(act).to.emit(guardians, "RecoveryOpened").withArgs(1, key.address, 3, (await coop.now()) + DAYS.recovery * DAY, true, false);
    expect((await guardians.recoveryOf(1)).stands).to.equal(true);
    await refused(membership.vetoes(lin), guardians, "RecoveryStands", 1);
    // A thief who changes keys changes nothing: neither the standing, nor the day.
    const thief = await membership.rotates(lin, 61);
    await refused(membership.vetoes(thief), guardians, "RecoveryStands", 1);
    await coop.days(DAYS.recovery);
    await refused(membership.vetoes(thief), guardians, "RecoveryStands", 1);
    await membership.finishesRecovery(lin);
    expect(await members.keyOf(1)).to.equal(key.address);
    await refused(members.memberOf(thief.address), members, "KeyReplaced", thief.address, 1);
  });

  it("need most again once the earlier of the two vetoes is 180 days old, to the second", async () => {
    const { coop, friends, lin, key, vetoes } = await load(vetoedTwice);
    const { guardians, membership } = coop;
    const stale = vetoes[0]! + DAYS.veto * DAY;
    await coop.until(stale - 100);
    const expires = stale + DAY;
    const consent = await membership.consentsToRecovery(lin, key, expires);
    const approvals = rising(await Promise.all(friends.slice(0, 2).map((friend) => membership.approves(friend, lin, key, expires))));
    await coop.nextAt(stale - 1);
    await refused(guardians.openRecovery(1, key.address, expires, consent, approvals), guardians, "TooFewGuardians", 2, 3);
    await coop.nextAt(stale);
    await expect(guardians.openRecovery(1, key.address, expires, consent, approvals)).to.emit(guardians, "RecoveryOpened").withArgs(1, key.address, 3, stale + DAYS.recovery * DAY, false, false);
    // And the key may say no once more, which makes two that are fresh again.
    await membership.vetoes(lin);
    expect(await guardians.neededFor(1)).to.equal(3);
  });

  it("may close what they opened, by most of them, whether it stands or not", async () => {
    const { coop, friends, lin, key } = await load(vetoedTwice);
    const { guardians, members, membership } = coop;
    await refused(membership.cancelsRecovery(lin, friends.slice(0, 2)), guardians, "NoRecovery", 1);
    await membership.opensRecovery(lin, key, friends);
    await refused(membership.cancelsRecovery(lin, friends.slice(0, 1)), guardians, "TooFewGuardians", 1, 2);
    await expect(membership.cancelsRecovery(lin, friends.slice(1))).to.emit(guardians, "RecoveryCancelled").withArgs(1, 3);
    expect((await recovery(coop)).slice(0, 4)).to.deep.equal([ZeroAddress, 0n, false, 3n]);
    await coop.days(60);
    await refused(membership.finishesRecovery(lin), guardians, "NoRecovery", 1);
    expect(await members.keyOf(1)).to.equal(lin.address);
  });

  it("close by signatures over this closing alone: not over another's, an earlier one's, or the opening", async () => {
    const { coop, friends, lin, key } = await load(guarded);
    const { guardians, membership } = coop;
    await membership.opensRecovery(lin, key, friends.slice(0, 2));
    const expires = await membership.inAWeek();
    const [first, second] = rising(await Promise.all(friends.slice(0, 2).map((friend) => membership.closes(friend, lin, expires)))) as [Approval, Approval];
    const friend = friends.find(({ address }) => address === second.signer)!;
    const cancel = (...approvals: Approval[]) => guardians.cancelRecovery(1, expires, approvals);
    const wrong = [
      await membership.closes(friend, lin, expires, { opening: 2 }), await membership.closes(friend, { id: 2 }, expires, { opening: 1 }), await membership.closes(friend, lin, expires + 1), await membership.closes(friend, lin, expires, { by: lin }),
      await membership.closes(friend, lin, expires, { domain: { chainId: 1 } }), await membership.approves(friend, lin, key, expires, { opening: 1 }),
    ];
    for (const { signature } of wrong) await refused(cancel(first, { ...second, signature }), guardians, "SignatureInvalid", second.signer);
    await refused(cancel(second, first), guardians, "NotAGuardian", 1, first.signer);
    await refused(guardians.cancelRecovery(1, 5, [first, second]), guardians, "SignatureExpired", 5, (await coop.now()) + 1);
    const longest = (await coop.now()) + 1 + DAYS.longest * DAY;
    await refused(guardians.cancelRecovery(1, longest + 5, [first, second]), guardians, "SignatureTooLong", longest + 5, longest);
    await cancel(first, second);
    await membership.opensRecovery(lin, key, friends.slice(0, 2));
    await refused(cancel(first, second), guardians, "SignatureInvalid", first.signer);
  });
});

describe("A thief with the key", () => {
  it("cannot change guardians while a veto is younger than 180 days", async () => {
    const { coop, friends, lin, key } = await load(guarded);
    const { guardians, membership } = coop;
    const accomplices = await Promise.all([80, 81, 82].map(personAt));
    await membership.opensRecovery(lin, key, friends.slice(0, 2));
    await membership.vetoes(lin);
    const from = (await coop.now()) + DAYS.veto * DAY;
    await refused(membership.setsGuardians(lin, accomplices), guardians, "VetoFresh", 1, from);
    await coop.until(from - 100);
    const consents = await Promise.all(accomplices.map((accomplice) => membership.guards(accomplice, lin)));
    await coop.nextAt(from - 1);
    await refused(guardians.connect(lin.signer).setGuardians(consents), guardians, "VetoFresh", 1, from);
    await coop.nextAt(from);
    await guardians.connect(lin.signer).setGuardians(consents);
  });

  it("cannot void by new keys what guardians have signed: neither the approvals, nor the recovery", async () => {
    const { coop, friends, lin, key } = await load(guarded);
    const { guardians, members, membership } = coop;
    const expires = await membership.inAWeek();
    const consent = await membership.consentsToRecovery(lin, key, expires);
    const approvals = rising(await Promise.all(friends.slice(0, 2).map((friend) => membership.approves(friend, lin, key, expires))));
    let thief = lin;
    for (let spot = 80; spot < 84; ++spot) thief = await membership.rotates(thief, spot);
    await guardians.openRecovery(1, key.address, expires, consent, approvals);
    for (let spot = 84; spot < 88; ++spot) thief = await membership.rotates(thief, spot);
    await coop.days(DAYS.recovery);
    await membership.finishesRecovery(lin);
    expect([await members.keyOf(1), (await members.seatOf(1)).keyEpoch]).to.deep.equal([key.address, 9n]);
  });

  it("who rotates first cannot name guardians for 30 days, and loses those he names to a recovery of the next 14", async () => {
    const { coop, friends, lin, key } = await load(guarded);
    const { guardians, members, membership } = coop;
    const accomplices = await Promise.all([80, 81, 82].map(personAt));
    const thief = await membership.rotates(lin, 61);
    await refused(membership.setsGuardians(thief, accomplices), guardians, "KeyTooYoung", 1, (await coop.now()) + DAYS.keyAge * DAY);
    await coop.days(DAYS.keyAge);
    await membership.setsGuardians(thief, accomplices);
    await coop.days(DAYS.guardians - 1);
    await membership.opensRecovery(lin, key, friends.slice(0, 2));
    await coop.days(DAYS.recovery);
    await membership.finishesRecovery(lin);
    expect(await members.keyOf(1)).to.equal(key.address);
    expect([...(await guardians.guardiansOf(1))]).to.deep.equal(friends.map(({ address }) => address));
    // The recovered key is young: it too changes no guardians for a while.
    await refused(membership.setsGuardians({ ...key, id: 1 }, friends), guardians, "KeyTooYoung", 1, (await coop.now()) + DAYS.keyAge * DAY);
  });

  it("leaves nothing behind that could be carried afterwards: acts, vouches and consents signed for later are void with the key", async () => {
    const { coop, friends, lin, key } = await load(guarded);
    const { members, membership, offNet, people, relay } = coop;
    const now = await coop.now();
    const later = await offNet.signs(lin, members, members.interface.encodeFunctionData("resign"), { notBefore: now + DAYS.recovery * DAY, notAfter: now + 30 * DAY });
    const [newcomer, other] = [await personAt(90), await personAt(91)];
    const expires = now + 25 * DAY;
    const vouch = await membership.vouches(lin, newcomer, { expires });
    const consent = await membership.consentsToKey(lin, other, { expires });
    await membership.opensRecovery(lin, key, friends.slice(0, 2));
    await coop.days(DAYS.recovery);
    await membership.finishesRecovery(lin);
    await refused(offNet.carries(later), relay, "ActNotSigned", 1, 1);
    await refused(membership.joining(await membership.applies(newcomer), [vouch, await membership.vouches(people.zhou, newcomer)]), members, "VouchOfAnotherKey", 1, 0, 1);
    await refused(members.connect(lin.signer).rotate(other.address, consent.expires, consent.signature), members, "KeyReplaced", lin.address, 1);
    await refused(members.connect(key.signer).rotate(other.address, consent.expires, consent.signature), members, "SignatureInvalid", other.address);
  });

  it("who does all he can in 45 days has lost the member at their end", async () => {
    const { coop, friends, lin, key } = await load(guarded);
    const { guardians, members, membership } = coop;
    const accomplices = await Promise.all([80, 81, 82].map(personAt));
    const stolen = await coop.now();
    let thief: Person = lin;
    await membership.setsGuardians(thief, accomplices);
    for (let turn = 0; turn < 2; ++turn) {
      await membership.opensRecovery(lin, key, friends.slice(0, 2));
      await coop.days(13);
      await membership.vetoes(thief);
      thief = await membership.rotates(thief, 61 + turn);
      await expect(membership.setsGuardians(thief, accomplices)).to.revert(chain.ethers);
    }
    await membership.opensRecovery(lin, key, friends);
    await refused(membership.vetoes(thief), guardians, "RecoveryStands", 1);
    await membership.rotates(thief, 65);
    await coop.days(DAYS.recovery);
    await membership.finishesRecovery(lin);
    expect([await members.keyOf(1), [...(await guardians.guardiansOf(1))]]).to.deep.equal([key.address, friends.map(({ address }) => address)]);
    expect((await coop.now()) - stolen).to.be.lessThan(45 * DAY);
  });
});

describe("Guardians against a living owner", () => {
  it("are told of in the log each time, and refused twice; only all of them together get further", async () => {
    const { coop, friends, lin, key, vetoes } = await load(vetoedTwice);
    const { guardians, members, membership } = coop;
    const opened = await guardians.queryFilter(guardians.filters.RecoveryOpened());
    expect(opened.map(({ args }) => [args.member, args.opening, args.stands])).to.deep.equal([[1n, 1n, false], [1n, 2n, false]]);
    for (const pair of [[0, 1], [0, 2], [1, 2]] as const) await refused(membership.opensRecovery(lin, key, pair.map((which) => friends[which]!)), guardians, "TooFewGuardians", 2, 3);
    await coop.until(vetoes[0]! + DAYS.veto * DAY);
    await membership.opensRecovery(lin, key, friends.slice(0, 2));
    await membership.vetoes(lin);
    expect(await members.keyOf(1)).to.equal(lin.address);
  });

  it("are left behind by an owner who names others in time", async () => {
    const { coop, friends, lin, key } = await load(guarded);
    const { guardians, membership } = coop;
    const others = await Promise.all([80, 81, 82].map(personAt));
    await membership.setsGuardians(lin, others);
    await coop.days(DAYS.guardians);
    await refused(membership.opensRecovery(lin, key, friends), guardians, "NotAGuardian", 0, [...friends].sort((a, b) => (BigInt(a.address) < BigInt(b.address) ? -1 : 1))[0]!.address);
  });
});
