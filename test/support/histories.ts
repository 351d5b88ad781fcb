// Batches of specs: trees of people who worked before the ledger was there.
import { keccak256, toUtf8Bytes } from "ethers";
import { identityOf, leafHash, type Leaf } from "#client/work/leaf.ts";
import { buildSumTree, type SumTree } from "#client/work/sumTree.ts";

/** A leaf with its proof, as ShareLedger takes them. */
export interface LeafProof {
  readonly identity: string;
  readonly value: bigint;
  readonly recordsDigest: string;
  readonly index: bigint | number;
  readonly hashes: string[];
  readonly sums: bigint[];
}

/** A tree of people by name, each with a value in micro-units, and their leaves by name. */
export interface History {
  readonly tree: SumTree;
  readonly root: string;
  readonly sum: bigint;
  leaf(name: string): LeafProof;
}

const digest = keccak256(toUtf8Bytes("records")) as Leaf["recordsDigest"];

/** The leaf of a name. */
export const leafNamed = (name: string, value: bigint): Leaf => ({ identity: identityOf(name), value, recordsDigest: digest });

/** Builds the tree of such people. */
export function historyOf(people: Readonly<Record<string, bigint>>): History {
  const tree = buildSumTree(Object.entries(people).map(([name, value]) => leafNamed(name, value)));
  const leaf = (name: string): LeafProof => {
    const { index, hashes, sums } = tree.proof(tree.indexOf(identityOf(name)));
    return { ...tree.leaves[index]!, index, hashes, sums };
  };
  return { tree, root: tree.root, sum: tree.sum, leaf };
}

/** A node of a tree that is built by hand, as no honest builder would. */
export interface Node {
  readonly hash: string;
  readonly sum: bigint;
}

export const nodeOf = (leaf: Leaf): Node => ({ hash: leafHash(leaf), sum: leaf.value });
const word = (value: bigint): string => value.toString(16).padStart(64, "0");
/** Joins two nodes as the contract does, whatever sum is claimed for the whole. */
export const join = (left: Node, right: Node, sum = left.sum + right.sum): Node => ({
  hash: keccak256(`${left.hash}${word(left.sum)}${right.hash.slice(2)}${word(right.sum)}`),
  sum,
});
export const proofOf = (leaf: Leaf, index: bigint | number, path: readonly Node[]): LeafProof => ({ ...leaf, index, hashes: path.map(({ hash }) => hash), sums: path.map(({ sum }) => sum) });
