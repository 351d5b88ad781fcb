import { ZeroHash } from "ethers";
import { expect } from "chai";
import { identityOf } from "#client/work/leaf.ts";
import { chain, load } from "../../support/chain.ts";
import { EPOCH, found, PROJECT, UNIT, type Claimed, type Cooperative } from "../../support/cooperative.ts";
import { historyOf, join, leafNamed, nodeOf, proofOf, type History, type LeafProof } from "../../support/histories.ts";
import type { Person } from "../../support/people.ts";
import { refused } from "../../support/refused.ts";

/** Nine attest in the mill: members 4 to 12. Zhou and He are stewards and attest nothing. */
async function nineAttest() {
  const coop = await found({ members: 24 });
  await coop.allEnrol(coop.all.slice(3, 12));
  return coop;
}

/** Posts a batch of Zhou's and has Fang, Su, Chen and Ye answer yes. */
async function stands(coop: Cooperative, history: Pick<History, "root" | "sum">, credit: bigint): Promise<Claimed> {
  const batch = await coop.posts(coop.people.zhou, { root: history.root, sum: history.sum, credit });
  await coop.allAttest(coop.all.slice(3, 7), batch, 1);
  return batch;
}

/** Binds names to members, with Luo, Tang and Xu answering yes. */
async function bind(coop: Cooperative, names: Readonly<Record<string, Person>>): Promise<void> {
  for (const [name, member] of Object.entries(names)) {
    const binding = await coop.proposes(coop.people.zhou, identityOf(name), member);
    const { needed } = await coop.ledger.claimOf(binding.id);
    const able = [coop.people.luo, coop.people.tang, coop.people.xu, coop.people.jiang].filter((person) => person !== member);
    await coop.allAttest(able.slice(0, Number(needed)), binding, 1);
  }
}

const history = historyOf({ han: 60n, yu: 30n, bai: 10n });

/** A batch of 100 units in epoch 0: Han is Lin, Yu is Fang (who attested it), Bai has not joined. It is the first second of epoch 2. */
async function finalBatch() {
  const coop = await nineAttest();
  const batch = await stands(coop, history, 100n * UNIT);
  await bind(coop, { han: coop.people.lin, yu: coop.people.fang });
  await coop.until(coop.start(2));
  return { coop, batch };
}

describe("A leaf", () => {
  it("is drawn by anyone for the member to whom its identity is bound", async () => {
    const { coop, batch } = await load(finalBatch);
    const { shares, people, stranger } = coop;
    const leaf = history.leaf("han");
    expect(await shares.connect(stranger.signer).drawLeaf.staticCall(batch.id, leaf)).to.equal(60n * UNIT);
    const act = coop.drawsLeaf(batch, leaf);
    await expect(act).to.emit(shares, "EpochClosed").withArgs(PROJECT.mill, 0, 100n * UNIT, 100n * UNIT, 100n * UNIT);
    await expect(act).to.emit(shares, "Drawn").withArgs(PROJECT.mill, 1, 0, 60n * UNIT, 60n * UNIT);
    await expect(act).to.emit(shares, "LeafDrawn").withArgs(batch.id, leaf.index, 1, leaf.identity, 60n * UNIT, 0, leaf.hashes.length);
    expect(await coop.sharesOf(people.lin)).to.equal(60n * UNIT);
    expect(await shares.lotOf(PROJECT.mill, 1, 0)).to.equal(60n * UNIT);
    expect(await shares.isDrawn(PROJECT.mill, 1, 0)).to.equal(false);
    expect(await shares.isLeafDrawn(batch.id, leaf.index, leaf.hashes.length)).to.equal(true);
    // No tree of this depth has a leaf of that number.
    expect(await shares.isLeafDrawn(batch.id, BigInt(leaf.index) + (1n << BigInt(leaf.hashes.length)), leaf.hashes.length)).to.equal(false);
    await refused(coop.drawsLeaf(batch, leaf), shares, "LeafDrawnBefore", batch.id, leaf.index);
  });

  it("waits for its epoch to be final", async () => {
    const coop = await load(nineAttest);
    const batch = await stands(coop, history, 100n * UNIT);
    await bind(coop, { han: coop.people.lin });
    await refused(coop.drawsLeaf(batch, history.leaf("han")), coop.shares, "NotFinalYet", PROJECT.mill, 0, coop.start(2));
  });

  it("of a person who has not joined waits, and so does one whose binding does not count yet", async () => {
    const { coop, batch } = await load(finalBatch);
    const { shares, people } = coop;
    await refused(coop.drawsLeaf(batch, history.leaf("bai")), shares, "NotBoundYet", batch.id, identityOf("bai"));
    await coop.allEnrol(coop.all.slice(7, 11));
    await bind(coop, { bai: people.shen });
    await refused(coop.drawsLeaf(batch, history.leaf("bai")), shares, "NotBoundYet", batch.id, identityOf("bai"));
    await coop.days(28);
    await coop.drawsLeaf(batch, history.leaf("bai"));
    expect(await coop.sharesOf(people.shen)).to.equal(10n * UNIT);
  });

  it("of one who attested the batch is drawn to the project's reserve", async () => {
    const { coop, batch } = await load(finalBatch);
    const leaf = history.leaf("yu");
    await expect(coop.drawsLeaf(batch, leaf)).to.emit(coop.shares, "LeafDrawn").withArgs(batch.id, leaf.index, 0, leaf.identity, 30n * UNIT, 0, leaf.hashes.length);
    expect(await coop.sharesOf(coop.people.fang)).to.equal(0);
    expect(await coop.sharesOf(0)).to.equal(30n * UNIT);
  });

  it("that nobody claims within three years of finality is drawn to the reserve", async () => {
    const { coop, batch } = await load(finalBatch);
    const deadline = coop.start(2) + 3 * 365 * 86_400;
    await coop.nextAt(deadline - 1);
    await refused(coop.drawsLeaf(batch, history.leaf("bai")), coop.shares, "NotBoundYet", batch.id, identityOf("bai"));
    await coop.nextAt(deadline);
    await coop.drawsLeaf(batch, history.leaf("bai"));
    expect(await coop.sharesOf(0)).to.equal(10n * UNIT);
  });

  it("gives its owner 15 % of the budget at most; the rest is the reserve's", async () => {
    const coop = await load(nineAttest);
    const { shares, people } = coop;
    // Of 400 units 300 are Han's leaf; 150 may be his.
    const large = historyOf({ han: 3n, yu: 1n });
    const batch = await stands(coop, large, 400n * UNIT);
    await bind(coop, { han: people.lin, yu: people.shen });
    await coop.until(coop.start(2));
    const leaf = large.leaf("han");
    const act = coop.drawsLeaf(batch, leaf);
    await expect(act).to.emit(shares, "LeafDrawn").withArgs(batch.id, leaf.index, 1, leaf.identity, 150n * UNIT, 150n * UNIT, leaf.hashes.length);
    await expect(act).to.emit(shares, "Drawn").withArgs(PROJECT.mill, 0, 0, 150n * UNIT, 150n * UNIT);
    await coop.drawsLeaf(batch, large.leaf("yu"));
    expect([await coop.sharesOf(people.lin), await coop.sharesOf(people.shen), await coop.sharesOf(0)]).to.deep.equal([150n, 100n, 150n].map((units) => units * UNIT));
  });

  it("goes whole to the reserve where it is an attester's, above the stop or not", async () => {
    const coop = await load(nineAttest);
    const large = historyOf({ han: 3n, yu: 1n });
    const batch = await stands(coop, large, 400n * UNIT);
    await bind(coop, { han: coop.people.fang });
    await coop.until(coop.start(2));
    await coop.drawsLeaf(batch, large.leaf("han"));
    expect(await coop.sharesOf(0)).to.equal(300n * UNIT);
  });

  it("counts in proportion where batches have more than half the budget together", async () => {
    const coop = await load(nineAttest);
    const { people, ledger } = coop;
    const other = historyOf({ lu: 5n, mang: 3n });
    const [one, two] = [await stands(coop, history, 400n * UNIT), await stands(coop, other, 500n * UNIT)];
    await bind(coop, { han: people.lin, lu: people.shen });
    await coop.until(coop.start(2));
    expect((await ledger.sumsOf(PROJECT.mill, 0)).batchPart).to.equal(500n * UNIT);
    await coop.drawsLeaf(one, history.leaf("han"));
    await coop.drawsLeaf(two, other.leaf("lu"));
    // 60/100 · 400 · 500/900, rounded down; 5/8 · 500 · 500/900 is above the stop.
    expect(await coop.sharesOf(people.lin)).to.equal(133_333_333n);
    expect(await coop.sharesOf(people.shen)).to.equal(150n * UNIT);
    expect(await coop.sharesOf(0)).to.equal(173_611_111n - 150n * UNIT);
  });

  it("and a lot of the same member and epoch add up, whichever is drawn first", async () => {
    const coop = await load(nineAttest);
    const { people, shares } = coop;
    const batch = await stands(coop, history, 100n * UNIT);
    await bind(coop, { han: people.lin });
    const rec = await coop.records(people.lin, { quantity: 20 });
    await coop.allAttest(coop.all.slice(7, 11), rec, 20);
    await coop.until(coop.start(2));
    const fresh = await chain.networkHelpers.takeSnapshot();
    for (const leafFirst of [true, false]) {
      if (leafFirst) await coop.drawsLeaf(batch, history.leaf("han"));
      await coop.draws(people.lin, 0);
      if (!leafFirst) await coop.drawsLeaf(batch, history.leaf("han"));
      expect([await coop.sharesOf(people.lin), await shares.lotOf(PROJECT.mill, 1, 0)]).to.deep.equal([80n * UNIT, 80n * UNIT]);
      expect(await shares.isDrawn(PROJECT.mill, 1, 0)).to.equal(true);
      await fresh.restore();
    }
  });

  it("of a batch that was voided, or of no batch, is not drawn", async () => {
    const coop = await load(nineAttest);
    const { ledger, people } = coop;
    const batch = await stands(coop, history, 100n * UNIT);
    await bind(coop, { han: people.lin });
    await coop.challenge(people.lin, batch);
    for (const who of [people.luo, people.tang, people.xu]) await coop.answers(who, batch, 0);
    await coop.until(coop.start(2));
    await refused(coop.drawsLeaf(batch, history.leaf("han")), ledger, "NotABatch", batch.id);
    await refused(coop.drawsLeaf({ ...batch, id: ZeroHash }, history.leaf("han")), ledger, "NotABatch", ZeroHash);
  });

  it("of one person alone is the whole tree", async () => {
    const coop = await load(nineAttest);
    const alone = historyOf({ han: 7n });
    const batch = await stands(coop, alone, 100n * UNIT);
    await bind(coop, { han: coop.people.lin });
    await coop.until(coop.start(2));
    expect(alone.leaf("han").hashes).to.deep.equal([]);
    await coop.drawsLeaf(batch, alone.leaf("han"));
    expect(await coop.sharesOf(coop.people.lin)).to.equal(100n * UNIT);
  });
});

describe("A proof", () => {
  const changed: readonly (readonly [string, (leaf: LeafProof) => LeafProof])[] = [
    ["another identity", (leaf) => ({ ...leaf, identity: identityOf("other") })],
    ["a larger value", (leaf) => ({ ...leaf, value: leaf.value + 1n })],
    ["no value", (leaf) => ({ ...leaf, value: 0n })],
    ["other records", (leaf) => ({ ...leaf, recordsDigest: ZeroHash })],
    ["another place", (leaf) => ({ ...leaf, index: Number(leaf.index) ^ 1 })],
    ["a place outside the tree", (leaf) => ({ ...leaf, index: Number(leaf.index) + 4 })],
    ["a place as large as a word", (leaf) => ({ ...leaf, index: (1n << 255n) + BigInt(leaf.index) })],
    ["a level less", (leaf) => ({ ...leaf, hashes: leaf.hashes.slice(0, -1), sums: leaf.sums.slice(0, -1) })],
    ["a level more", (leaf) => ({ ...leaf, hashes: [...leaf.hashes, ZeroHash], sums: [...leaf.sums, 0n] })],
    ["fewer sums than hashes", (leaf) => ({ ...leaf, sums: leaf.sums.slice(1) })],
    ["other sums", (leaf) => ({ ...leaf, sums: [leaf.sums[0]! + 1n, leaf.sums[1]! - 1n] })],
    ["sums that run over", (leaf) => ({ ...leaf, value: (1n << 64n) - 1n, sums: [leaf.value + 1n, leaf.sums[1]!] })],
    ["64 levels", (leaf) => ({ ...leaf, hashes: Array<string>(64).fill(ZeroHash), sums: Array<bigint>(64).fill(0n) })],
  ];
  for (const [what, change] of changed) {
    it(`with ${what} is refused`, async () => {
      const { coop, batch } = await load(finalBatch);
      const leaf = change(history.leaf("han"));
      await refused(coop.drawsLeaf(batch, leaf), coop.shares, "ProofInvalid", batch.id, leaf.index);
    });
  }

  it("takes no inner node for a leaf", async () => {
    const { coop, batch } = await load(finalBatch);
    const [left, right] = [history.leaf("han").hashes[0]!, history.leaf("han").hashes[1]!];
    const fake = { identity: left, value: history.sum, recordsDigest: right, index: 0, hashes: [], sums: [] };
    await refused(coop.drawsLeaf(batch, fake), coop.shares, "ProofInvalid", batch.id, 0);
  });

  it("of a tree that says more than its root's sum holds draws no more than the sum", async () => {
    const coop = await load(nineAttest);
    const { people, shares } = coop;
    // The right node says 90 of a sum of 20: no proof of it adds up.
    const [small, large] = [leafNamed("han", 10n), leafNamed("yu", 90n)];
    const lying = join(nodeOf(small), { ...nodeOf(large), sum: 10n });
    const batch = await stands(coop, { root: lying.hash, sum: lying.sum }, 100n * UNIT);
    await bind(coop, { han: people.lin, yu: people.shen });
    await coop.until(coop.start(2));
    const tried = proofOf(large, 1, [nodeOf(small)]);
    await refused(coop.drawsLeaf(batch, tried), shares, "ProofInvalid", batch.id, 1);
    await refused(coop.drawsLeaf(batch, { ...tried, value: 10n }), shares, "ProofInvalid", batch.id, 1);
    await coop.drawsLeaf(batch, proofOf(small, 0, [{ ...nodeOf(large), sum: 10n }]));
    expect(await coop.sharesOf(people.lin)).to.equal(50n * UNIT);
  });

  it("of a lopsided tree keeps leaves of one number at two depths apart, and all draw the sum at most", async () => {
    const coop = await load(nineAttest);
    const { people, shares } = coop;
    const [han, yu, lu] = [leafNamed("han", 20n), leafNamed("yu", 30n), leafNamed("lu", 50n)];
    // Yu is number 1 at depth 2, Lu is number 1 at depth 1.
    const inner = join(nodeOf(han), nodeOf(yu));
    const whole = join(inner, nodeOf(lu));
    const batch = await stands(coop, { root: whole.hash, sum: whole.sum }, 100n * UNIT);
    await bind(coop, { han: people.lin, yu: people.shen, lu: people.lichun });
    await coop.until(coop.start(2));
    await coop.drawsLeaf(batch, proofOf(lu, 1, [inner]));
    expect([await shares.isLeafDrawn(batch.id, 1, 1), await shares.isLeafDrawn(batch.id, 1, 2)]).to.deep.equal([true, false]);
    await coop.drawsLeaf(batch, proofOf(yu, 1, [nodeOf(han), nodeOf(lu)]));
    await coop.drawsLeaf(batch, proofOf(han, 0, [nodeOf(yu), nodeOf(lu)]));
    await refused(coop.drawsLeaf(batch, proofOf(yu, 1, [nodeOf(han), nodeOf(lu)])), shares, "LeafDrawnBefore", batch.id, 1);
    const drawn = await Promise.all([people.lin, people.shen, people.lichun].map((who) => coop.sharesOf(who)));
    expect(drawn).to.deep.equal([20n, 30n, 50n].map((units) => units * UNIT));
  });

  it("of a tree that holds one identity twice draws each leaf once, within the sum", async () => {
    const coop = await load(nineAttest);
    const { people } = coop;
    const [one, two] = [leafNamed("han", 20n), leafNamed("han", 30n)];
    const whole = join(nodeOf(one), nodeOf(two));
    const batch = await stands(coop, { root: whole.hash, sum: whole.sum }, 100n * UNIT);
    await bind(coop, { han: people.lin });
    await coop.until(coop.start(2));
    await coop.drawsLeaf(batch, proofOf(one, 0, [nodeOf(two)]));
    await coop.drawsLeaf(batch, proofOf(two, 1, [nodeOf(one)]));
    expect(await coop.sharesOf(people.lin)).to.equal(100n * UNIT);
  });

  it("of a tree of 512 is marked by itself: not the one 256 further on, which stands at the same place of another word", async () => {
    const coop = await load(nineAttest);
    const { people, shares } = coop;
    const names = Array.from({ length: 512 }, (_, place) => `one of many ${place}`);
    const many = historyOf(Object.fromEntries(names.map((name) => [name, 1n])));
    const at = (index: number): string => names.find((name) => BigInt(many.leaf(name).index) === BigInt(index))!;
    const batch = await stands(coop, many, 100n * UNIT);
    await bind(coop, { [at(7)]: people.lin, [at(263)]: people.shen });
    await coop.until(coop.start(2));
    const drawn = (): Promise<boolean[]> => Promise.all([7, 135, 263].map((index) => shares.isLeafDrawn(batch.id, index, 9)));
    expect(many.leaf(at(7)).hashes).to.have.length(9);
    await coop.drawsLeaf(batch, many.leaf(at(7)));
    expect(await drawn()).to.deep.equal([true, false, false]);
    await coop.drawsLeaf(batch, many.leaf(at(263)));
    expect(await drawn()).to.deep.equal([true, false, true]);
    await refused(coop.drawsLeaf(batch, many.leaf(at(7))), shares, "LeafDrawnBefore", batch.id, 7);
    expect([await coop.sharesOf(people.lin), await coop.sharesOf(people.shen)]).to.deep.equal([195_312n, 195_312n]);
  });

  it("draws all leaves of an epoch down to dust, less than one a lot", async () => {
    const coop = await load(nineAttest);
    const { people, shares } = coop;
    const names = ["a", "b", "c", "d", "e", "f", "g"];
    const odd = historyOf(Object.fromEntries(names.map((name, place) => [name, BigInt(3 + place * 7)])));
    const batch = await stands(coop, odd, 100_000_001n);
    await bind(coop, Object.fromEntries(names.map((name, place) => [name, coop.all[12 + place]!])));
    const rec = await coop.records(people.lin, { quantity: 3 });
    await coop.allAttest(coop.all.slice(7, 11).slice(0, Number((await coop.ledger.claimOf(rec.id)).needed)), rec, 3);
    await coop.until(coop.start(2) + EPOCH);
    for (const name of names) await coop.drawsLeaf(batch, odd.leaf(name));
    await coop.draws(people.lin, 0);
    const { issued } = await shares.closedEpoch(PROJECT.mill, 0);
    const drawn = (await Promise.all(coop.all.map((who) => coop.sharesOf(who)))).reduce((sum, part) => sum + part, 0n);
    expect(issued).to.equal(103_000_001n);
    expect(issued - drawn).to.be.lessThan(8n);
  });
});
