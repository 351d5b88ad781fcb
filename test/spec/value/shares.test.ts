import { expect } from "chai";
import { chain, load } from "../../support/chain.ts";
import { CHARTERS, found, PROJECT, UNIT, type Cooperative } from "../../support/cooperative.ts";
import type { Person } from "../../support/people.ts";
import { refused } from "../../support/refused.ts";

/** Seals a record of so many hours, whoever of the mill's attesters is needed. */
async function seal(coop: Cooperative, by: Person, quantity: number, project: number = PROJECT.mill) {
  const rec = await coop.records(by, { quantity, project });
  const { needed } = await coop.ledger.claimOf(rec.id);
  const able = coop.all.filter((person) => person !== by && person.id <= 10).slice(0, Number(needed));
  await coop.allAttest(able, rec, quantity);
  return rec;
}

/** Ten attest. In epoch 0 Lin has 30 units and Zhou 50, in epoch 2 Lin has 40. It is the end of epoch 1. */
async function twoEpochs() {
  const coop = await found({ members: 16 });
  await coop.allEnrol(coop.all.slice(0, 10));
  await seal(coop, coop.people.lin, 30);
  await seal(coop, coop.people.zhou, 50);
  await coop.until(coop.start(2) - 100);
  return coop;
}

describe("A lot", () => {
  it("is drawn once the epoch is final, which it is when the next has ended, to the second", async () => {
    const coop = await load(twoEpochs);
    const { shares, people } = coop;
    const final = coop.start(2);
    await coop.nextAt(final - 1);
    await refused(coop.draws(people.lin, 0), shares, "NotFinalYet", PROJECT.mill, 0, final);
    await coop.nextAt(final);
    const act = coop.draws(people.lin, 0);
    await expect(act).to.emit(shares, "EpochClosed").withArgs(PROJECT.mill, 0, 80n * UNIT, 80n * UNIT, 80n * UNIT);
    await expect(act).to.emit(shares, "Drawn").withArgs(PROJECT.mill, 1, 0, 30n * UNIT, 30n * UNIT);
    expect(await coop.sharesOf(people.lin)).to.equal(30n * UNIT);
    expect(await shares.lotOf(PROJECT.mill, 1, 0)).to.equal(30n * UNIT);
    expect([await shares.isDrawn(PROJECT.mill, 1, 0), await shares.isDrawn(PROJECT.mill, 2, 0)]).to.deep.equal([true, false]);
  });

  it("is drawn by anyone for its member, once, and never where there is none", async () => {
    const coop = await load(twoEpochs);
    const { shares, people, stranger } = coop;
    await coop.until(coop.start(2));
    await coop.draws(people.zhou, 0, PROJECT.mill, stranger);
    expect(await coop.sharesOf(people.zhou)).to.equal(50n * UNIT);
    await refused(coop.draws(people.zhou, 0), shares, "AlreadyDrawn", PROJECT.mill, 0, 2);
    await refused(coop.draws(people.he, 0), shares, "NothingToDraw", PROJECT.mill, 0, 3);
    await refused(coop.draws(people.lin, [0, 0]), shares, "AlreadyDrawn", PROJECT.mill, 0, 1);
    await refused(coop.draws(people.lin, 0, PROJECT.repair), shares, "NothingToDraw", PROJECT.repair, 0, 1);
    await refused(coop.draws(people.lin, 1), shares, "NotFinalYet", PROJECT.mill, 1, coop.start(3));
    await coop.until(coop.start(3));
    // Epoch 1 is final and holds nothing: there is nothing to close and nothing to draw.
    await refused(coop.draws(people.lin, 1), shares, "NothingToDraw", PROJECT.mill, 1, 1);
    expect(await shares.closedEpoch(PROJECT.mill, 1)).to.deep.equal([0n, 0n, 0n]);
  });

  it("of several epochs is drawn at one call", async () => {
    const coop = await load(twoEpochs);
    const { shares, people } = coop;
    await coop.until(coop.start(2));
    await coop.allEnrol(coop.all.slice(0, 10));
    await seal(coop, people.lin, 40);
    await coop.until(coop.start(4));
    expect(await shares.connect(people.he.signer).draw.staticCall(PROJECT.mill, 1, [0, 2])).to.equal(70n * UNIT);
    await expect(coop.draws(people.lin, [2, 0])).to.emit(shares, "Drawn").withArgs(PROJECT.mill, 1, 0, 30n * UNIT, 70n * UNIT);
    expect(await shares.closedUntil(PROJECT.mill)).to.deep.equal([2n, 120n * UNIT]);
    expect(await shares.closedEpoch(PROJECT.mill, 2)).to.deep.equal([40n * UNIT, 40n * UNIT, 120n * UNIT]);
    expect([await shares.lotOf(PROJECT.mill, 1, 0), await shares.lotOf(PROJECT.mill, 1, 2)]).to.deep.equal([30n * UNIT, 40n * UNIT]);
  });

  it("of one who left is drawn as ever", async () => {
    const coop = await load(twoEpochs);
    await coop.until(coop.start(2));
    await coop.membership.resigns(coop.people.lin);
    await coop.draws(coop.people.lin, 0);
    expect(await coop.sharesOf(coop.people.lin)).to.equal(30n * UNIT);
  });

  it("is the stopped credit: above 15 % of the budget nothing is drawn", async () => {
    const coop = await load(twoEpochs);
    const { people, shares } = coop;
    await coop.until(coop.start(2));
    await coop.allEnrol(coop.all.slice(0, 10));
    await seal(coop, people.shen, 100);
    await seal(coop, people.shen, 100);
    await seal(coop, people.lin, 10);
    await coop.until(coop.start(4));
    await coop.draws(people.shen, 2);
    expect(await coop.sharesOf(people.shen)).to.equal(150n * UNIT);
    expect(await shares.closedEpoch(PROJECT.mill, 2)).to.deep.equal([160n * UNIT, 160n * UNIT, 240n * UNIT]);
  });

  it("is credit · budget / credit of all where there is more credit than budget, rounded down", async () => {
    const coop = await load(tooMuchCredit);
    const { ledger, shares } = coop;
    const { total, budget } = await ledger.sumsOf(0, 0);
    expect([total, budget]).to.deep.equal([79_999_972n, 70_000_000n]);
    await coop.until(coop.start(2));
    let drawn = 0n;
    for (const [place, person] of coop.all.slice(0, 8).entries()) {
      await coop.draws(person, 0, 0);
      const share = await coop.sharesOf(person, 0);
      expect(share).to.equal(((10_000_000n - BigInt(place)) * budget) / total);
      drawn += share;
    }
    expect(await shares.closedEpoch(0, 0)).to.deep.equal([budget, total, budget]);
    // Promise 2: what is left is dust, less than one a lot.
    expect(budget - drawn).to.be.greaterThan(0n).and.lessThan(8n);
  });
});

/** Eight members have about ten units each where the budget is seventy. */
async function tooMuchCredit() {
  const coop = await found({ members: 24, charters: [{ ...CHARTERS[0]!, budget: 70n * UNIT, rates: [1n, 0n, 0n, 0n] }] });
  const attesters = coop.all.slice(0, 10);
  await coop.allEnrol(attesters, 0);
  let turn = 0;
  for (const [place, person] of coop.all.slice(0, 8).entries()) {
    const quantity = 10_000_000 - place;
    const rec = await coop.records(person, { quantity, project: 0 });
    // Each in turn, so that no budget is spent before the others.
    for (let left = Number((await coop.ledger.claimOf(rec.id)).needed); left > 0; ++turn) {
      const next = attesters[turn % 10]!;
      if (next === person) continue;
      await coop.attests(next, rec, quantity);
      --left;
    }
  }
  return coop;
}

describe("Closing", () => {
  it("is anyone's, in order, as many epochs as are asked for, and does nothing where nothing is due", async () => {
    const coop = await load(twoEpochs);
    const { shares, people, stranger } = coop;
    expect(await shares.close.staticCall(PROJECT.mill, 9)).to.equal(0);
    await shares.connect(stranger.signer).close(PROJECT.mill, 9);
    expect(await shares.closedUntil(PROJECT.mill)).to.deep.equal([0n, 0n]);
    await coop.until(coop.start(2));
    await coop.allEnrol(coop.all.slice(0, 10));
    await seal(coop, people.lin, 40);
    await coop.until(coop.start(4));
    expect(await shares.close.staticCall(PROJECT.mill, 1)).to.equal(1);
    expect(await shares.close.staticCall(PROJECT.mill, 9)).to.equal(2);
    expect(await shares.close.staticCall(PROJECT.mill, 0)).to.equal(0);
    await expect(shares.connect(stranger.signer).close(PROJECT.mill, 9)).to.emit(shares, "EpochClosed").withArgs(PROJECT.mill, 2, 40n * UNIT, 40n * UNIT, 120n * UNIT);
    expect(await shares.close.staticCall(PROJECT.mill, 9)).to.equal(0);
    await expect(shares.close(PROJECT.mill, 9)).to.not.emit(shares, "EpochClosed");
  });

  it("must come first where more than eight epochs wait before the one that is drawn", async () => {
    const coop = await found({ members: 16 });
    const { shares, people } = coop;
    for (let epoch = 0; epoch < 10; ++epoch) {
      await coop.allEnrol(coop.all.slice(1, 4).filter((_, place) => epoch === 0 || place === 2));
      const rec = await coop.records(people.lin, { quantity: 5 });
      await coop.allAttest([people.zhou, people.he], rec, 5);
      await coop.nextEpoch();
    }
    await coop.nextEpoch();
    await refused(coop.draws(people.lin, 9), shares, "CloseFirst", PROJECT.mill, 9);
    await coop.draws(people.lin, 7);
    expect((await shares.closedUntil(PROJECT.mill)).count).to.equal(8);
    await coop.draws(people.lin, 9);
    expect(await coop.sharesOf(people.lin)).to.equal(10n * UNIT);
    await shares.close(PROJECT.mill, 100);
    await coop.draws(people.lin, [0, 1, 2, 3, 4, 5, 6, 8]);
    expect(await coop.sharesOf(people.lin)).to.equal(50n * UNIT);
  });

  it("and drawing give the same in every order and at every time", async () => {
    const coop = await load(twoEpochs);
    const { people, shares, stranger } = coop;
    await coop.until(coop.start(2));
    await coop.allEnrol(coop.all.slice(0, 10));
    await seal(coop, people.lin, 40);
    await seal(coop, people.he, 7);
    await coop.until(coop.start(4));
    const start = await chain.networkHelpers.takeSnapshot();
    const wholes: bigint[][] = [];
    const closeSome = (most: number) => shares.connect(stranger.signer).close(PROJECT.mill, most);
    const stories = [
      async () => { await coop.draws(people.lin, [0, 2]); await coop.draws(people.zhou, 0); await coop.draws(people.he, 2); },
      async () => { await coop.draws(people.he, 2); await coop.draws(people.zhou, 0); await coop.draws(people.lin, 2); await coop.days(300); await coop.draws(people.lin, 0); },
      async () => { await closeSome(1); await coop.draws(people.lin, [2, 0]); await closeSome(5); await coop.draws(people.he, 2, PROJECT.mill, stranger); await closeSome(5); await coop.draws(people.zhou, 0); },
    ];
    for (const story of stories) {
      await story();
      wholes.push(await Promise.all([people.lin, people.zhou, people.he, 0 as const].map((who) => coop.sharesOf(who))));
      await start.restore();
    }
    expect(wholes[0]).to.deep.equal([70n, 50n, 7n, 0n].map((units) => units * UNIT));
    expect(wholes[1]).to.deep.equal(wholes[0]);
    expect(wholes[2]).to.deep.equal(wholes[0]);
  });

  it("changes nothing about a final epoch, whose claims nobody can change either", async () => {
    const coop = await load(twoEpochs);
    const { ledger, challenges, people } = coop;
    const rec = await seal(coop, people.shen, 5);
    await coop.until(coop.start(3));
    await coop.allEnrol(coop.all.slice(0, 10));
    const before = await ledger.sumsOf(PROJECT.mill, 1);
    const closed = Number((await ledger.claimOf(rec.id)).time) + 7 * 86_400;
    await refused(coop.challenge(people.lin, rec), challenges, "WindowOver", rec.id, closed);
    expect(await ledger.sumsOf(PROJECT.mill, 1)).to.deep.equal(before);
  });
});

describe("A share", () => {
  it("is read as ERC-6909, one number a project, by the key in force", async () => {
    const coop = await load(twoEpochs);
    const { shares, people, stranger } = coop;
    await coop.until(coop.start(2));
    await coop.draws(people.lin, 0);
    expect(await shares.balanceOf(people.lin.address, PROJECT.mill)).to.equal(30n * UNIT);
    expect(await shares.balanceOf(people.lin.address, PROJECT.repair)).to.equal(0);
    expect(await shares.balanceOf(people.lin.address, (1n << 32n) + 1n)).to.equal(0);
    expect(await shares.balanceOf(stranger.address, PROJECT.mill)).to.equal(0);
    expect(await shares.allowance(people.lin.address, people.zhou.address, PROJECT.mill)).to.equal(0);
    expect(await shares.isOperator(people.lin.address, people.zhou.address)).to.equal(false);
    for (const id of ["0x01ffc9a7", "0x0f632fb3"]) expect(await shares.supportsInterface(id)).to.equal(true);
    for (const id of ["0xffffffff", "0xd9b67a26"]) expect(await shares.supportsInterface(id)).to.equal(false);
  });

  it("is never transferred, approved or lent", async () => {
    const { shares, people, stranger } = await load(twoEpochs);
    for (const { signer } of [people.lin, people.zhou, stranger]) {
      const held = shares.connect(signer);
      await refused(held.transfer(people.zhou.address, PROJECT.mill, 1), shares, "SharesStay");
      await refused(held.transferFrom(people.lin.address, people.zhou.address, PROJECT.mill, 0), shares, "SharesStay");
      await refused(held.approve(people.zhou.address, PROJECT.mill, 1), shares, "SharesStay");
      await refused(held.setOperator(people.zhou.address, true), shares, "SharesStay");
    }
  });
});
