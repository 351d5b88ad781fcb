import { ZeroAddress } from "ethers";
import { expect } from "chai";
import { load } from "../../support/chain.ts";
import { type Cooperative, DAY, found, PROJECT, UNIT } from "../../support/cooperative.ts";
import { DAYS, rising, STANDING } from "../../support/membership.ts";
import { personAt } from "../../support/people.ts";
import { refused } from "../../support/refused.ts";
import { changeSeatedCount, countSeated } from "../../support/seats.ts";
import { votedHand } from "../../support/voted.ts";

/** Lin is guarded by three, four or five friends, and somebody has a new key for her. */
async function guardedBy(count: number) {
  const coop = await found({ members: 12 });
  const friends = await Promise.all([70, 71, 72, 73, 74].slice(0, count).map(personAt));
  await coop.membership.guarded(coop.people.lin, friends);
  return { coop, friends, lin: coop.people.lin, key: await personAt(60) };
}
async function guarded() {
  return guardedBy(3);
}

const recovery = async (coop: Cooperative, id = 1): Promise<unknown[]> => [...(await coop.guardians.recoveryOf(id))];

describe("A recovery", () => {
  it("is opened by most guardians, whoever sends it, waits 14 days, and is finished by anyone: one new key, and all is the member's again", async () => {
    const { coop, friends, lin, key } = await load(guarded);
    const { guardians, members, membership } = coop;
    const act = membership.opensRecovery(lin, key, friends.slice(0, 2));
    await act;
    const due = (await coop.now()) + DAYS.recovery * DAY;
    await expect(act).to.emit(guardians, "RecoveryOpened").withArgs(1, key.address, 1, due, false, false);
    expect(await recovery(coop)).to.deep.equal([key.address, BigInt(due), false, 1n, 0n, 0n]);
    await coop.nextAt(due - 1);
    await refused(membership.finishesRecovery(lin), guardians, "RecoveryTooEarly", 1, due);
    await coop.nextAt(due);
    const done = membership.finishesRecovery(lin);
    await expect(done).to.emit(guardians, "RecoveryFinished").withArgs(1, key.address, 1, true);
    await expect(done).to.emit(members, "KeyChanged").withArgs(1, key.address, lin.address, 1, true);
    await expect(done).to.emit(members, "Transfer").withArgs(lin.address, key.address, 1);
    expect([await members.keyOf(1), await members.keySince(1), await members.ownerOf(1), (await members.seatOf(1)).keyEpoch]).to.deep.equal([key.address, BigInt(due), key.address, 1n]);
    expect(await recovery(coop)).to.deep.equal([ZeroAddress, 0n, false, 1n, 0n, 0n]);
    await refused(members.memberOf(lin.address), members, "KeyReplaced", lin.address, 1);
    await refused(membership.finishesRecovery(lin), guardians, "NoRecovery", 1);
  });

  for (const [count, needed] of [[3, 2], [4, 3], [5, 3]] as const) {
    it(`needs ${needed} of ${count}, any of them, and no fewer`, async () => {
      const { coop, friends, lin, key } = await guardedBy(count);
      const { guardians, membership } = coop;
      for (let few = 0; few < needed; ++few) await refused(membership.opensRecovery(lin, key, friends.slice(0, few)), guardians, "TooFewGuardians", few, needed);
      await membership.opensRecovery(lin, key, friends.slice(-needed));
      await membership.vetoes(lin);
      await membership.opensRecovery(lin, key, friends);
    });
  }

  it("is opened for a member who has guardians, onto an address that nobody used, and one at a time", async () => {
    const { coop, friends, lin, key } = await load(guarded);
    const { guardians, members, membership, people } = coop;
    const two = friends.slice(0, 2);
    await refused(membership.opensRecovery(people.zhou, key, two), guardians, "NoGuardians", 2);
    await refused(membership.opensRecovery({ id: 99 }, key, two), members, "NoSuchMember", 99);
    await refused(membership.opensRecovery({ id: 0 }, key, two), members, "NoSuchMember", 0);
    for (const used of [lin, people.zhou]) await refused(membership.opensRecovery(lin, used, two), guardians, "AddressUsed", used.address);
    const expires = await membership.inAWeek();
    const approvals = rising(await Promise.all(two.map((friend) => membership.approves(friend, lin, { address: ZeroAddress }, expires))));
    await refused(guardians.openRecovery(1, ZeroAddress, expires, "0x", approvals), guardians, "AddressUsed", ZeroAddress);
    await membership.opensRecovery(lin, key, two);
    await refused(membership.opensRecovery(lin, await personAt(61), two), guardians, "RecoveryIsOpen", 1);
  });

  it("needs the new key's own word, so that a slip in the address costs nothing", async () => {
    const { coop, friends, lin, key } = await load(guarded);
    const { guardians, membership } = coop;
    const expires = await membership.inAWeek();
    const approvals = rising(await Promise.all(friends.slice(0, 2).map((friend) => membership.approves(friend, lin, key, expires))));
    const good = await membership.consentsToRecovery(lin, key, expires);
    const bad = [
      "0x", await membership.consentsToRecovery(lin, key, expires, { by: lin }), await membership.consentsToRecovery(lin, key, expires, { opening: 2 }), await membership.consentsToRecovery({ id: 2 }, key, expires),
      await membership.consentsToRecovery(lin, key, expires + 1), await membership.consentsToRecovery(lin, key, expires, { domain: { chainId: 1 } }), approvals[0]!.signature,
    ];
    for (const consent of bad) await refused(guardians.openRecovery(1, key.address, expires, consent, approvals), guardians, "SignatureInvalid", key.address);
    await guardians.openRecovery(1, key.address, expires, good, approvals);
  });

  it("needs guardians' signatures over this recovery, this key and this end, in rising order of their addresses", async () => {
    const { coop, friends, lin, key } = await load(guarded);
    const { guardians, membership } = coop;
    const expires = await membership.inAWeek();
    const consent = await membership.consentsToRecovery(lin, key, expires);
    const [first, second] = rising(await Promise.all(friends.slice(0, 2).map((friend) => membership.approves(friend, lin, key, expires)))) as [Awaited<ReturnType<typeof membership.approves>>, Awaited<ReturnType<typeof membership.approves>>];
    const open = (...approvals: (typeof first)[]) => guardians.openRecovery(1, key.address, expires, consent, approvals);
    await refused(open(second, first), guardians, "NotAGuardian", 1, first.signer);
    await refused(open(first, first), guardians, "NotAGuardian", 1, first.signer);
    await refused(open({ ...first, signer: ZeroAddress }, second), guardians, "NotAGuardian", 0, ZeroAddress);
    const friend = friends.find(({ address }) => address === second.signer)!;
    const other = await personAt(61);
    const wrong = [
      await membership.approves(friend, lin, other, expires), await membership.approves(friend, { id: 2 }, key, expires, { opening: 1 }), await membership.approves(friend, lin, key, expires + 1),
      await membership.approves(friend, lin, key, expires, { opening: 0 }), await membership.approves(friend, lin, key, expires, { opening: 2 }), await membership.approves(friend, lin, key, expires, { domain: { chainId: 1 } }),
      await membership.approves(friend, lin, key, expires, { domain: { verifyingContract: coop.record.contracts.relay } }), await membership.approves(friend, lin, key, expires, { by: lin }), await membership.closes(friend, lin, expires, { opening: 1 }),
    ];
    for (const { signature } of wrong) await refused(open(first, { ...second, signature }), guardians, "SignatureInvalid", second.signer);
    await open(first, second);
  });

  it("is opened by signatures that hold: until their last second, and 30 days at most", async () => {
    const { coop, friends, lin, key } = await load(guarded);
    const { guardians, membership } = coop;
    const at = (await coop.now()) + 100;
    const longest = at + DAYS.longest * DAY;
    const open = async (expires: number) => guardians.openRecovery(1, key.address, expires, await membership.consentsToRecovery(lin, key, expires), rising(await Promise.all(friends.slice(0, 2).map((friend) => membership.approves(friend, lin, key, expires)))));
    await coop.nextAt(at);
    await refused(open(at - 1), guardians, "SignatureExpired", at - 1, at);
    await refused(open(longest + 1), guardians, "SignatureTooLong", longest + 1, longest);
    await open(at);
  });

  it("takes as many days as the number in force when it was opened, whatever a vote says meanwhile", async () => {
    const { coop, friends, lin, key } = await load(guarded);
    const { guardians, membership, parameters } = coop;
    await parameters.connect(await votedHand(coop)).set(2, 28);
    await membership.opensRecovery(lin, key, friends.slice(0, 2));
    const due = (await coop.now()) + 14 * DAY;
    expect((await guardians.recoveryOf(1)).due).to.equal(due);
    await coop.nextEpoch();
    expect((await guardians.recoveryOf(1)).due).to.equal(due);
    await coop.nextAt(Math.max(due, (await coop.now()) + 1));
    await membership.finishesRecovery(lin);
    const lin2 = { ...key, id: 1 };
    await membership.opensRecovery(lin2, await personAt(61), friends.slice(0, 2));
    expect((await guardians.recoveryOf(1)).due).to.equal((await coop.now()) + 28 * DAY);
  });

  it("works in every standing: of one who waits, who left, who was expelled", async () => {
    const { coop, friends } = await load(guarded);
    const { members, membership, people } = coop;
    const waiting = await membership.joins(50, [people.su, people.chen]);
    await membership.resigns(people.he);
    await membership.expels(people.fang);
    for (const who of [waiting, people.he, people.fang]) await membership.guarded(who, friends);
    for (const [spot, who, standing] of [[61, waiting, STANDING.active], [62, people.he, STANDING.left], [63, people.fang, STANDING.expelled]] as const) {
      const renewed = await membership.recovers(who, spot, friends.slice(1));
      expect([await members.keyOf(who.id), (await members.seatOf(who.id)).standing]).to.deep.equal([renewed.address, standing]);
    }
    await membership.takesSeat(waiting);
    expect(await members.isSeated(13)).to.equal(true);
  });

  it("ends without effect where its address was used meanwhile, rather than staying open for ever", async () => {
    const { coop, friends, lin, key } = await load(guarded);
    const { guardians, members, membership, people } = coop;
    await membership.opensRecovery(lin, key, friends.slice(0, 2));
    await membership.rotates(people.zhou, 60);
    await coop.days(DAYS.recovery);
    const done = membership.finishesRecovery(lin);
    await expect(done).to.emit(guardians, "RecoveryFinished").withArgs(1, key.address, 1, false);
    await expect(done).to.not.emit(members, "KeyChanged");
    expect([await members.keyOf(1), await members.idOf(key.address)]).to.deep.equal([lin.address, 2n]);
    expect(await recovery(coop)).to.deep.equal([ZeroAddress, 0n, false, 1n, 0n, 0n]);
    await membership.recovers(lin, 61, friends.slice(0, 2));
    expect(await members.keyOf(1)).to.equal((await personAt(61)).address);
  });

  it("ends without effect also where the member took that key, or somebody joined with it", async () => {
    for (const used of ["rotation", "joining"] as const) {
      const { coop, friends, lin, key } = await load(guarded);
      const { guardians, membership, people } = coop;
      await membership.opensRecovery(lin, key, friends.slice(0, 2));
      if (used === "rotation") await membership.rotates(lin, 60);
      else await membership.joins(60, [people.su, people.chen]);
      await coop.days(DAYS.recovery);
      await expect(membership.finishesRecovery(lin)).to.emit(guardians, "RecoveryFinished").withArgs(1, key.address, 1, false);
    }
  });

  it("ends a change of guardians that waits, and lets none begin while it is open", async () => {
    const { coop, friends, lin, key } = await load(guarded);
    const { guardians, membership } = coop;
    const others = await Promise.all([80, 81, 82].map(personAt));
    await membership.setsGuardians(lin, others);
    await coop.days(13);
    await expect(membership.opensRecovery(lin, key, friends.slice(0, 2))).to.emit(guardians, "RecoveryOpened").withArgs(1, key.address, 1, (await coop.now()) + DAYS.recovery * DAY + 1, false, true);
    await refused(membership.setsGuardians(lin, others), guardians, "RecoveryIsOpen", 1);
    await coop.days(2);
    expect([...(await guardians.guardiansOf(1))]).to.deep.equal(friends.map(({ address }) => address));
    await membership.cancelsRecovery(lin, friends.slice(1));
    expect([...(await guardians.nextGuardiansOf(1))]).to.deep.equal([[], 0n]);
    await membership.setsGuardians(lin, others);
    await coop.days(DAYS.guardians);
    // Those who were guardians are none any more, in the very second in which the change comes into force.
    await refused(membership.opensRecovery(lin, key, friends.slice(0, 2)), guardians, "NotAGuardian", 0, [...friends.slice(0, 2)].sort((a, b) => (BigInt(a.address) < BigInt(b.address) ? -1 : 1))[0]!.address);
    await membership.opensRecovery(lin, key, others.slice(0, 2));
  });

  it("costs the same at ten and at ten thousand seated", async () => {
    const costs: bigint[][] = [];
    for (const seated of [12, 10_000]) {
      const { coop, friends, lin, key } = await load(guarded);
      const { membership } = coop;
      if (seated > 12) await countSeated(coop, seated, await coop.now());
      await changeSeatedCount(coop, seated);
      const opened = await (await membership.opensRecovery(lin, key, friends.slice(0, 2))).wait();
      await coop.days(DAYS.recovery);
      const finished = await (await membership.finishesRecovery(lin)).wait();
      costs.push([finished!.gasUsed, BigInt(opened!.status!)]);
      expect(finished!.gasUsed).to.be.lessThan(150_000n);
    }
    expect(costs[0]).to.deep.equal(costs[1]);
  });
});

describe("What is the member's", () => {
  it("follows at once: shares, undrawn lots, votes, records, enrolment, stewardship, proposals", async () => {
    const { coop, friends, lin } = await load(guarded);
    const { assembly, governor, ledger, members, membership, people, projects, shares, stranger } = coop;
    await coop.nextEpoch();
    await coop.allEnrol(coop.all.slice(0, 6));
    const epoch = await coop.epoch();
    const rec = await coop.records(lin, { quantity: 10 });
    for (const who of [people.zhou, people.he]) await coop.attests(who, rec, 10);
    await membership.guarded(people.zhou, friends);
    const waiting = await coop.records(lin, { quantity: 5 });
    const proposal = await assembly.proposes(lin, await assembly.sets(5, 20));
    await membership.opensRecovery(lin, await personAt(60), friends.slice(0, 2));
    await membership.opensRecovery(people.zhou, await personAt(61), friends.slice(0, 2));
    await assembly.opens(proposal);
    await assembly.votes(people.zhou, proposal, "against");
    await coop.until(Number((await coop.guardians.recoveryOf(2)).due));
    for (const who of [lin, people.zhou]) await membership.finishesRecovery(who);
    const [renewed, zhou] = [{ ...(await personAt(60)), id: 1 }, { ...(await personAt(61)), id: 2 }];
    expect(await governor.ballotOf(proposal.id, 2)).to.deep.equal([true, 0n]);
    expect(await governor.hasVoted(proposal.id, zhou.address)).to.equal(true);
    await expect(coop.withdraws(renewed, waiting)).to.emit(ledger, "Withdrawn").withArgs(waiting.id, 1);
    await expect(projects.connect(zhou.signer).askToClose(PROJECT.mill, true)).to.emit(projects, "ClosingAsked").withArgs(PROJECT.mill, 2, true, 1);
    await coop.until(coop.start(epoch + 2));
    await coop.draws(renewed, epoch, PROJECT.mill, stranger);
    expect([await shares.balanceOf(renewed.address, PROJECT.mill), await shares.balanceOf(lin.address, PROJECT.mill)]).to.deep.equal([10n * UNIT, 0n]);
    expect(await members.getVotes(renewed.address)).to.equal(1);
    await refused(coop.records(lin), members, "KeyReplaced", lin.address, 1);
    await coop.allEnrol([renewed, people.he, people.fang, people.su]);
    await coop.records(renewed, { quantity: 1 });
  });
});
