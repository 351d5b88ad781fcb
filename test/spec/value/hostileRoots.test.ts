import { keccak256, ZeroHash } from "ethers";
import { expect } from "chai";
import { identityOf, type Leaf } from "#client/work/leaf.ts";
import { verifyLeaf } from "#client/work/sumTree.ts";
import { Random, specSeed } from "../../support/client/random.ts";
import { chain, load } from "../../support/chain.ts";
import { found, UNIT, type Claimed, type Cooperative } from "../../support/cooperative.ts";
import { join, leafNamed, nodeOf, proofOf, type LeafProof, type Node } from "../../support/histories.ts";
import { refused } from "../../support/refused.ts";

/** Han and Yu have joined; Bai has too, and attested every batch here; nobody knows who Lu is. */
const NAMES = ["han", "yu", "bai", "lu"] as const;

/** A leaf of a tree made by an adversary. `true` where no sum on its way to the root lies. */
interface Hidden {
  readonly leaf: Leaf;
  readonly proof: LeafProof;
  readonly honest: boolean;
}

/** A tree made by an adversary. `fakes`: inner nodes put forward as leaves. */
interface Hostile extends Node {
  readonly leaves: readonly Hidden[];
  readonly fakes: readonly LeafProof[];
}

/** A part of a tree: what its parent is told of it, and its leaves with the path so far. */
interface Part {
  readonly node: Node;
  readonly leaves: readonly { leaf: Leaf; index: bigint; path: readonly Node[]; honest: boolean }[];
  readonly inner: readonly { children: readonly [Node, Node]; sum: bigint; index: bigint; path: readonly Node[] }[];
}

/** Any node may claim another sum than it has, hide what is beneath, hold one part twice, or be a leaf of anybody at any depth. */
function growPart(random: Random, depth: number): Part {
  const kind = random.whole(0, 9);
  const lied = (part: Part): Part => {
    if (random.whole(0, 4) > 0) return part;
    const sum = random.big(2n ** 40n);
    return sum === part.node.sum ? part : { ...part, node: { ...part.node, sum }, leaves: part.leaves.map((leaf) => ({ ...leaf, honest: false })) };
  };
  if (kind === 0) return { node: { hash: random.hash(), sum: random.big(10_000n) }, leaves: [], inner: [] };
  if (depth === 0 || kind < 3) {
    const leaf = leafNamed(random.one(NAMES), random.whole(0, 9) === 0 ? 0n : 1n + random.big(10_000n));
    return lied({ node: nodeOf(leaf), leaves: [{ leaf, index: 0n, path: [], honest: true }], inner: [] });
  }
  const left = growPart(random, depth - 1);
  const right = random.whole(0, 4) === 0 ? left : growPart(random, depth - 1);
  return lied(joinParts(left, right));
}

function joinParts(left: Part, right: Part): Part {
  const under = <Item extends { index: bigint; path: readonly Node[] }>(items: readonly Item[], bit: bigint, sibling: Node): Item[] =>
    items.map((item) => ({ ...item, index: item.index | (bit << BigInt(item.path.length)), path: [...item.path, sibling] }));
  const node = join(left.node, right.node);
  return {
    node,
    leaves: [...under(left.leaves, 0n, right.node), ...under(right.leaves, 1n, left.node)],
    inner: [...under(left.inner, 0n, right.node), ...under(right.inner, 1n, left.node), { children: [left.node, right.node], sum: node.sum, index: 0n, path: [] }],
  };
}

/** A tree with something to draw in it. */
function growHostile(random: Random): Hostile {
  const honest = leafNamed("han", 1n + random.big(10_000n));
  const { node, leaves, inner } = joinParts({ node: nodeOf(honest), leaves: [{ leaf: honest, index: 0n, path: [], honest: true }], inner: [] }, growPart(random, 4));
  return {
    ...node,
    leaves: leaves.map(({ leaf, index, path, honest }) => ({ leaf, honest: honest && leaf.value > 0n, proof: proofOf(leaf, index, path) })),
    fakes: inner.map(({ children, sum, index, path }) => ({ identity: children[0].hash, value: sum, recordsDigest: children[1].hash, index, hashes: path.map(({ hash }) => hash), sums: path.map(({ sum }) => sum) })),
  };
}

async function stands(coop: Cooperative, root: Node, credit: bigint): Promise<Claimed> {
  const batch = await coop.posts(coop.people.zhou, { root: root.hash, sum: root.sum, credit });
  await coop.allAttest(coop.all.slice(3, 7), batch, 1);
  return batch;
}

/** Nine attest; Han is Lin, Yu is Shen, Bai is Fang, who attests every batch. */
async function bound() {
  const coop = await found({ members: 24 });
  const { people } = coop;
  await coop.allEnrol(coop.all.slice(3, 12));
  for (const [name, member] of [["han", people.lin], ["yu", people.shen], ["bai", people.fang]] as const) {
    const binding = await coop.proposes(people.zhou, identityOf(name), member);
    const { needed } = await coop.ledger.claimOf(binding.id);
    await coop.allAttest([people.luo, people.tang, people.xu, people.jiang].slice(0, Number(needed)), binding, 1);
  }
  return coop;
}

const CREDIT = 20n * UNIT;
const TREES = 24;

/** Twenty-four hostile batches of 20 units each, all final: 480 of the 500 that batches may count for together. */
async function hostileBatches() {
  const coop = await bound();
  const random = new Random(specSeed);
  const trees = Array.from({ length: TREES }, () => growHostile(random));
  const batches: Claimed[] = [];
  for (const tree of trees) batches.push(await stands(coop, tree, CREDIT));
  await coop.until(coop.start(2));
  return { coop, trees, batches };
}

describe("A root made by an adversary", function () {
  this.timeout(120_000);

  /** Whose a leaf's shares are; null where they are nobody's yet. */
  const ownerOf = ({ leaf }: Hidden): "lin" | "shen" | "reserve" | null => ({ [identityOf("han")]: "lin", [identityOf("yu")]: "shen", [identityOf("bai")]: "reserve" } as const)[leaf.identity] ?? null;

  for (const turn of [1, 2, 3]) {
    it(`never draws more than its credit, and every honest leaf draws its own share, in random order ${turn}`, async () => {
      const { coop, trees, batches } = await load(hostileBatches);
      const { shares, people } = coop;
      const random = new Random(specSeed + turn);
      const had = { lin: 0n, shen: 0n, reserve: 0n };
      let [drawnLeaves, liesRefused] = [0, 0];
      for (const place of random.some([...trees.keys()], TREES)) {
        const [tree, batch] = [trees[place]!, batches[place]!];
        let drawn = 0n;
        const taken = new Set<string>();
        for (const one of random.some(tree.leaves, tree.leaves.length)) {
          const { leaf, proof, honest } = one;
          // The client judges as the contract does.
          expect(verifyLeaf(tree.hash as Leaf["identity"], tree.sum, leaf, { index: Number(proof.index), hashes: proof.hashes as Leaf["identity"][], sums: proof.sums })).to.equal(honest);
          if (!honest) {
            await refused(coop.drawsLeaf(batch, proof), shares, "ProofInvalid", batch.id, proof.index);
            liesRefused++;
            continue;
          }
          const owner = ownerOf(one);
          if (owner === null) {
            await refused(coop.drawsLeaf(batch, proof), shares, "NotBoundYet", batch.id, leaf.identity);
            continue;
          }
          const worth = (leaf.value * CREDIT) / tree.sum;
          await coop.drawsLeaf(batch, proof);
          [drawn, had[owner], drawnLeaves] = [drawn + worth, had[owner] + worth, drawnLeaves + 1];
          expect(taken.has(`${proof.index} at ${proof.hashes.length}`)).to.equal(false);
          taken.add(`${proof.index} at ${proof.hashes.length}`);
          if (random.whole(0, 3) === 0) await refused(coop.drawsLeaf(batch, proof), shares, "LeafDrawnBefore", batch.id, proof.index);
        }
        for (const fake of tree.fakes) if (random.whole(0, 2) === 0 && fake.value < 2n ** 64n) await refused(coop.drawsLeaf(batch, fake), shares, "ProofInvalid", batch.id, fake.index);
        expect(drawn <= CREDIT, "the credit at most").to.equal(true);
      }
      expect([await coop.sharesOf(people.lin), await coop.sharesOf(people.shen), await coop.sharesOf(0), await coop.sharesOf(people.fang)]).to.deep.equal([had.lin, had.shen, had.reserve, 0n]);
      // The trees are worth trying: they hold many leaves that draw and many that lie.
      expect(drawnLeaves).to.be.greaterThan(40);
      expect(liesRefused).to.be.greaterThan(40);
    });
  }

  it("hides its right half and starves nobody of the left, nor gives anybody the hidden part", async () => {
    const coop = await load(bound);
    const [han, yu] = [leafNamed("han", 30n), leafNamed("yu", 20n)];
    const [left, hidden] = [join(nodeOf(han), nodeOf(yu)), { hash: keccak256("0x1234"), sum: 50n }];
    const root = join(left, hidden);
    const batch = await stands(coop, root, 100n * UNIT);
    await coop.until(coop.start(2));
    await coop.drawsLeaf(batch, proofOf(yu, 1, [nodeOf(han), hidden]));
    await coop.drawsLeaf(batch, proofOf(han, 0, [nodeOf(yu), hidden]));
    expect([await coop.sharesOf(coop.people.lin), await coop.sharesOf(coop.people.shen), await coop.sharesOf(0)]).to.deep.equal([30n * UNIT, 20n * UNIT, 0n]);
    for (const recordsDigest of [ZeroHash, hidden.hash]) await refused(coop.drawsLeaf(batch, { identity: identityOf("han"), value: 50n, recordsDigest, index: 1, hashes: [left.hash], sums: [left.sum] }), coop.shares, "ProofInvalid", batch.id, 1);
  });

  it("of the largest sum that there is divides it without running over, down to a leaf of one", async () => {
    const coop = await load(bound);
    const { ledger, people } = coop;
    const most = (1n << 63n) - 1n;
    const [han, yu] = [leafNamed("han", most - 1n), leafNamed("yu", 1n)];
    const root = join(nodeOf(han), nodeOf(yu));
    await refused(coop.posting(people.zhou, { root: root.hash, sum: most + 1n, credit: 100n * UNIT }), ledger, "BatchOutOfBounds", most + 1n, 100n * UNIT, 500n * UNIT);
    const batch = await stands(coop, root, 100n * UNIT);
    await coop.until(coop.start(2));
    await coop.drawsLeaf(batch, proofOf(yu, 1, [nodeOf(han)]));
    await coop.drawsLeaf(batch, proofOf(han, 0, [nodeOf(yu)]));
    expect([await coop.sharesOf(people.lin), await coop.sharesOf(people.shen)]).to.deep.equal([100n * UNIT - 1n, 0n]);
  });

  it("whose sums together run over 2^64 draws nothing by them", async () => {
    const coop = await load(bound);
    // 2^63 and 2^63 + 20 make 20 in 64 bits: the root says 20, and the left says more.
    const [han, yu] = [leafNamed("han", 1n << 63n), leafNamed("yu", (1n << 63n) + 20n)];
    const root = join(nodeOf(han), nodeOf(yu), 20n);
    const batch = await stands(coop, root, 100n * UNIT);
    await coop.until(coop.start(2));
    await refused(coop.drawsLeaf(batch, proofOf(han, 0, [nodeOf(yu)])), coop.shares, "ProofInvalid", batch.id, 0);
    await refused(coop.drawsLeaf(batch, proofOf(yu, 1, [nodeOf(han)])), coop.shares, "ProofInvalid", batch.id, 1);
  });

  it("with one leaf above the stop, one of an attester and many of one person gives each its part in every order", async () => {
    const coop = await load(bound);
    const { people } = coop;
    // 400 units: Han's first leaf is 240 and may be 150; Bai attested; Yu has four leaves of ten units, two of them the very same.
    const [han, bai, yu, other] = [leafNamed("han", 60n), leafNamed("bai", 30n), leafNamed("yu", 2n), leafNamed("yu", 3n)];
    const [same, rest] = [join(nodeOf(yu), nodeOf(yu)), join(nodeOf(other), nodeOf(other))];
    const [four, two] = [join(same, rest), join(nodeOf(han), nodeOf(bai))];
    const root = join(two, four);
    const batch = await stands(coop, root, 400n * UNIT);
    await coop.until(coop.start(2));
    const proofs = [proofOf(han, 0, [nodeOf(bai), four]), proofOf(bai, 1, [nodeOf(han), four]), ...[4, 5].map((index) => proofOf(yu, index, [nodeOf(yu), rest, two])), ...[6, 7].map((index) => proofOf(other, index, [nodeOf(other), same, two]))];
    const fresh = await chain.networkHelpers.takeSnapshot();
    for (let turn = 1; turn <= 6; turn++) {
      for (const proof of new Random(specSeed + turn).some(proofs, proofs.length)) await coop.drawsLeaf(batch, proof);
      expect([await coop.sharesOf(people.lin), await coop.sharesOf(people.shen), await coop.sharesOf(people.fang), await coop.sharesOf(0)]).to.deep.equal([150n, 40n, 0n, 210n].map((units) => units * UNIT));
      for (const proof of proofs) await refused(coop.drawsLeaf(batch, proof), coop.shares, "LeafDrawnBefore", batch.id, proof.index);
      await fresh.restore();
    }
  });
});
