import { expect } from "chai";
import { concat, encodeAbiParameters, keccak256, toHex, type Hex } from "viem";
import { type Leaf, leafHash, recordsDigest } from "#client/work/leaf.ts";
import { buildSumTree, type SumProof, verifyLeaf } from "#client/work/sumTree.ts";

const hashOfText = (text: string): Hex => keccak256(toHex(text));
const person = (number: number, value = BigInt(number * 7 + 1)): Leaf => ({ identity: hashOfText(`person ${number}`), value, recordsDigest: hashOfText(`records ${number}`) });
const people = (count: number): Leaf[] => Array.from({ length: count }, (_, number) => person(number));

/** The same tree written down as the definition says, with viem's encoder and without any sharing. */
function rootByDefinition(leaves: Leaf[]): { hash: Hex; sum: bigint } {
  const words = (...values: Array<Hex | bigint>): Hex =>
    keccak256(encodeAbiParameters(values.map((value) => ({ type: typeof value === "bigint" ? "uint256" : "bytes32" })), values));
  let level = [...leaves].sort((a, b) => (BigInt(a.identity) < BigInt(b.identity) ? -1 : 1)).map((leaf) => ({ hash: keccak256(words(leaf.identity, leaf.value, leaf.recordsDigest)), sum: leaf.value }));
  while (level.length > 1) {
    const pairs = Array.from({ length: Math.ceil(level.length / 2) }, (_, pair) => [level[2 * pair]!, level[2 * pair + 1] ?? { hash: toHex(0, { size: 32 }), sum: 0n }] as const);
    level = pairs.map(([left, right]) => ({ hash: words(left.hash, left.sum, right.hash, right.sum), sum: left.sum + right.sum }));
  }
  return level[0]!;
}

const other = (hash: Hex): Hex => `0x${(BigInt(hash) ^ 1n).toString(16).padStart(64, "0")}`;

describe("the Merkle-sum tree", () => {
  it("of one leaf is that leaf", () => {
    const [only] = people(1) as [Leaf];
    const tree = buildSumTree([only]);
    expect([tree.root, tree.sum, tree.depth]).to.deep.equal([leafHash(only), only.value, 0]);
    expect(verifyLeaf(tree.root, tree.sum, only, { index: 0, hashes: [], sums: [] })).to.equal(true);
  });

  for (const count of [1, 2, 3, 4, 5, 7, 8, 9, 31, 33, 100]) {
    it(`of ${count} leaves has the root and the sum that the definition gives`, () => {
      const tree = buildSumTree(people(count));
      expect({ hash: tree.root, sum: tree.sum }).to.deep.equal(rootByDefinition(people(count)));
      expect(tree.sum).to.equal(people(count).reduce((sum, leaf) => sum + leaf.value, 0n));
    });
  }

  it("of a thousand leaves has the root that the definition gave once and for all", () => {
    const tree = buildSumTree(people(1_000));
    expect([tree.root, tree.sum, tree.depth]).to.deep.equal(["0xfd3263129c56547f244fdad02d0c8f482e83ec7a96a74baf877e13c635780062", 3_497_500n, 10]);
  });

  it("is as deep as the logarithm of its leaves: ten hashes prove one of a thousand, and so twenty one of a million", () => {
    for (const count of [1, 2, 3, 512, 513, 1_000, 1_024, 1_025]) {
      const tree = buildSumTree(people(count));
      expect(tree.depth).to.equal(Math.ceil(Math.log2(count)));
      expect(tree.proof(count - 1).hashes).to.have.length(tree.depth);
    }
  });

  it("does not depend on the order in which the leaves come", () => {
    const given = people(23);
    const { root } = buildSumTree(given);
    for (let turn = 1; turn < 23; turn++) expect(buildSumTree([...given.slice(turn), ...given.slice(0, turn)].reverse()).root).to.equal(root);
  });

  it("proves every leaf", () => {
    for (const count of [1, 2, 3, 6, 11, 16, 17]) {
      const tree = buildSumTree(people(count));
      tree.leaves.forEach((leaf, index) => expect(verifyLeaf(tree.root, tree.sum, leaf, tree.proof(index)), `${index} of ${count}`).to.equal(true));
    }
  });

  it("finds a leaf by identity, and says so when there is none", () => {
    const tree = buildSumTree(people(20));
    tree.leaves.forEach((leaf, index) => expect(tree.indexOf(leaf.identity)).to.equal(index));
    expect(tree.indexOf(hashOfText("a stranger"))).to.equal(-1);
  });

  it("refuses a proof with any part altered", () => {
    const tree = buildSumTree(people(11));
    tree.leaves.forEach((leaf, index) => {
      const proof = tree.proof(index);
      const refused = (what: string, altered: Leaf, by: SumProof = proof, root = tree.root, sum = tree.sum): void =>
        void expect(verifyLeaf(root, sum, altered, by), `${what} of leaf ${index}`).to.equal(false);
      refused("identity", { ...leaf, identity: other(leaf.identity) });
      refused("value", { ...leaf, value: leaf.value + 1n });
      refused("records", { ...leaf, recordsDigest: other(leaf.recordsDigest) });
      refused("root", leaf, proof, other(tree.root));
      refused("sum", leaf, proof, tree.root, tree.sum + 1n);
      for (let place = 0; place < 16; place++) if (place !== index) refused(`place ${place}`, leaf, { ...proof, index: place });
      proof.hashes.forEach((hash, height) => refused(`hash ${height}`, leaf, { ...proof, hashes: proof.hashes.with(height, other(hash)) }));
      proof.sums.forEach((sum, height) => refused(`sum ${height}`, leaf, { ...proof, sums: proof.sums.with(height, sum + 1n) }));
      // Value moved from the leaf to its neighbour keeps the total, but not the root.
      refused("moved value", { ...leaf, value: leaf.value - 1n }, { ...proof, sums: proof.sums.with(0, proof.sums[0]! + 1n) });
      refused("short proof", leaf, { index, hashes: proof.hashes.slice(1), sums: proof.sums.slice(1) });
      refused("long proof", leaf, { index, hashes: [...proof.hashes, leaf.identity], sums: [...proof.sums, 0n] });
      refused("uneven proof", leaf, { ...proof, sums: proof.sums.slice(1) });
    });
  });

  it("refuses malformed proofs without throwing", () => {
    const tree = buildSumTree(people(4));
    const [leaf, proof] = [tree.leaves[1]!, tree.proof(1)];
    for (const index of [-1, 1.5, 4, 5, Number.NaN, Infinity]) expect(verifyLeaf(tree.root, tree.sum, leaf, { ...proof, index })).to.equal(false);
    expect(verifyLeaf(tree.root, tree.sum, leaf, { ...proof, hashes: ["0x", "0x12"] })).to.equal(false);
    expect(verifyLeaf(tree.root, tree.sum, leaf, { ...proof, sums: [-1n, 2n ** 64n] })).to.equal(false);
    expect(verifyLeaf(tree.root, tree.sum, { ...leaf, value: 0n }, proof)).to.equal(false);
  });

  it("lets no inner node pass for a leaf", () => {
    const tree = buildSumTree(people(8));
    // Every inner node with its own sum and its two children, as the three fields of a leaf at the node's place.
    for (let index = 0; index < 8; index++) {
      const proof = tree.proof(index);
      for (let height = 1; height <= tree.depth; height++) {
        const upper: SumProof = { index: index >> height, hashes: proof.hashes.slice(height), sums: proof.sums.slice(height) };
        const own = tree.proof(index ^ (1 << (height - 1))).hashes[height - 1]!; // what the sibling's leaves see of this side
        const [left, right] = (index >> (height - 1)) & 1 ? [proof.hashes[height - 1]!, own] : [own, proof.hashes[height - 1]!];
        const inner = tree.leaves.filter((_, place) => place >> height === index >> height).reduce((sum, leaf) => sum + leaf.value, 0n);
        for (const [identity, records] of [[left, right], [right, left]] as const)
          expect(verifyLeaf(tree.root, tree.sum, { identity, value: inner, recordsDigest: records }, upper), `height ${height}, place ${index >> height}`).to.equal(false);
      }
    }
  });

  it("refuses an identity twice, a leaf worth nothing, no leaves, and what is no hash", () => {
    expect(() => buildSumTree([person(1), person(2), person(1)])).to.throw(RangeError, "two leaves");
    expect(() => buildSumTree([person(1), person(2, 0n)])).to.throw(RangeError, "worth nothing");
    expect(() => buildSumTree([])).to.throw(RangeError, "a tree needs a leaf");
    expect(() => buildSumTree([{ ...person(1), identity: "0x12" }])).to.throw(RangeError, "not a hash");
    expect(() => buildSumTree([{ ...person(1), recordsDigest: person(1).recordsDigest.toUpperCase() as Hex }])).to.throw(RangeError, "not a hash");
  });

  it("refuses a sum that the chain cannot hold", () => {
    expect(buildSumTree([person(1, 2n ** 62n), person(2, 2n ** 62n - 1n)]).sum).to.equal(2n ** 63n - 1n);
    expect(() => buildSumTree([person(1, 2n ** 62n), person(2, 2n ** 62n)])).to.throw(RangeError, "2^63");
  });

  it("has no leaf outside it", () => {
    const tree = buildSumTree(people(3));
    for (const index of [-1, 3, 0.5]) expect(() => tree.proof(index)).to.throw(RangeError);
  });
});

describe("the digest of a person's records", () => {
  const [first, second] = ["1".repeat(40), "2".repeat(64)];

  it("is the hash of commit and share, packed, in order of commit", () => {
    const packed = concat([`0x${first}${"0".repeat(24)}`, toHex(500_000n, { size: 8 }), `0x${second}`, toHex(1n, { size: 8 })]);
    const expected = keccak256(packed);
    expect(recordsDigest([{ commit: first, value: 500_000n }, { commit: second, value: 1n }])).to.equal(expected);
    expect(recordsDigest([{ commit: second, value: 1n }, { commit: first, value: 500_000n }])).to.equal(expected);
  });

  it("changes with every share and every commit", () => {
    const digests = [
      [{ commit: first, value: 1n }],
      [{ commit: first, value: 2n }],
      [{ commit: second, value: 1n }],
      [{ commit: first, value: 1n }, { commit: second, value: 1n }],
    ].map(recordsDigest);
    expect(new Set(digests).size).to.equal(digests.length);
  });
});
