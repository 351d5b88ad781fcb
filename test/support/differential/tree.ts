// Merkle-sum trees, in words of their own: leaf keccak(keccak(identity, value, digest)), node keccak(left, its sum, right, its sum).
import { keccak256, ZeroHash } from "ethers";
import type { LeafPlace } from "../model/shares.ts";
import { word } from "./abi.ts";

/** A leaf, where it stands, and what proves it. */
export interface ProvedLeaf extends LeafPlace {
  readonly digest: string;
  /** From the leaf upward. */
  readonly hashes: readonly string[];
  readonly sums: readonly bigint[];
}

export interface Entry {
  readonly identity: string;
  readonly value: bigint;
}

interface Node {
  readonly hash: string;
  readonly sum: bigint;
}
const EMPTY: Node = { hash: ZeroHash, sum: 0n };
const DIGEST = keccak256("0x01");

const leafOf = ({ identity, value }: Entry): Node => ({ hash: keccak256(keccak256(`0x${word(identity)}${word(value)}${DIGEST.slice(2)}`)), sum: value });
const join = (left: Node, right: Node): Node => ({ hash: keccak256(`0x${word(left.hash)}${word(left.sum)}${word(right.hash)}${word(right.sum)}`), sum: left.sum + right.sum });

/** A tree and all its leaves. */
export interface Tree {
  readonly root: string;
  readonly sum: bigint;
  readonly leaves: readonly ProvedLeaf[];
}

/** Grows it over entries; an odd node is joined with the empty one. */
export function growTree(entries: readonly Entry[]): Tree {
  const levels: Node[][] = [entries.map(leafOf)];
  while (levels.at(-1)!.length > 1) {
    const below = levels.at(-1)!;
    levels.push(Array.from({ length: Math.ceil(below.length / 2) }, (_, place) => join(below[2 * place]!, below[2 * place + 1] ?? EMPTY)));
  }
  const depth = levels.length - 1;
  const leaves = entries.map((entry, index) => {
    const siblings = Array.from({ length: depth }, (_, level) => levels[level]![(index >> level) ^ 1] ?? EMPTY);
    return { ...entry, index, depth, genuine: true, digest: DIGEST, hashes: siblings.map(({ hash }) => hash), sums: siblings.map(({ sum }) => sum) };
  });
  const [{ hash: root, sum }] = levels.at(-1) as [Node];
  return { root, sum, leaves };
}

/** One tree beside another under one root, of whatever depth each is: no honest builder does so, and all the same each leaf has one place. */
export function besides(left: Tree, right: Tree): Tree {
  const [a, b] = [{ hash: left.root, sum: left.sum }, { hash: right.root, sum: right.sum }];
  const { hash: root, sum } = join(a, b);
  const deeper = ({ leaves }: Tree, other: Node, side: 0 | 1): ProvedLeaf[] =>
    leaves.map((leaf) => ({ ...leaf, index: leaf.index + side * 2 ** leaf.depth, depth: leaf.depth + 1, hashes: [...leaf.hashes, other.hash], sums: [...leaf.sums, other.sum] }));
  return { root, sum, leaves: [...deeper(left, b, 0), ...deeper(right, a, 1)] };
}
