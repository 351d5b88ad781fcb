// The Merkle-sum tree of a batch: every node binds the sum beneath it, so a root and its sum say exactly what can be drawn.
// Twin of contracts/libraries/SumTree.sol. Kept in flat arrays: a million leaves take about 200 MB.
import type { Hex } from "viem";
import { keccak256 } from "./keccak.ts";
import { isHash, type Leaf, leafHash, leafHashBytes, toBytes, toHex, writeWord } from "./leaf.ts";
import { inOrderOf } from "./order.ts";

/** Where a leaf stands, and its siblings from the bottom up. As many of each as the tree is deep. */
export interface SumProof {
  index: number;
  hashes: Hex[];
  sums: bigint[];
}

/** A built tree. Leaves are known by their place in ascending order of identity. */
export interface SumTree {
  root: Hex;
  /** Sum of all leaves, micro-units. */
  sum: bigint;
  depth: number;
  leaves: readonly Leaf[];
  /** The place of an identity, or -1. */
  indexOf(identity: Hex): number;
  /** Errors: RangeError for a place outside the tree. */
  proof(index: number): SumProof;
}

/** The contracts take sums below this. */
const SUM_LIMIT = 1n << 63n;
const EMPTY_HASH = `0x${"0".repeat(64)}` as const;

interface Level {
  hashes: Uint8Array; // 32 bytes a node
  sums: BigUint64Array;
}

/** keccak256(abi.encode(bytes32 leftHash, uint256 leftSum, bytes32 rightHash, uint256 rightSum)), through one buffer kept for reuse. */
class Joiner {
  private readonly words = new Uint8Array(128);
  private readonly view = new DataView(this.words.buffer);

  join(left: Uint8Array, leftSum: bigint, right: Uint8Array, rightSum: bigint): Uint8Array {
    this.words.set(left, 0);
    writeWord(this.view, 32, leftSum);
    this.words.set(right, 64);
    writeWord(this.view, 96, rightSum);
    return keccak256(this.words);
  }
}

/**
 * Builds the tree of the leaves given, in any order.
 * Errors: RangeError without leaves, for a malformed hash, a value of zero, an identity given twice, or a sum of 2^63 and more.
 */
export function buildSumTree(given: readonly Leaf[]): SumTree {
  const leaves = sortLeaves(given);
  const levels = [hashLeaves(leaves)];
  while (levels.at(-1)!.sums.length > 1) levels.push(joinLevel(levels.at(-1)!));
  const top = levels.at(-1)!;
  return {
    root: toHex(top.hashes),
    sum: top.sums[0]!,
    depth: levels.length - 1,
    leaves,
    indexOf: (identity) => findIdentity(leaves, identity),
    proof: (index) => {
      if (!Number.isInteger(index) || index < 0 || index >= leaves.length) throw new RangeError(`no leaf ${index}`);
      const siblings = levels.slice(0, -1).map((level, height) => nodeAt(level, (index >> height) ^ 1));
      return { index, hashes: siblings.map((node) => node.hash), sums: siblings.map((node) => node.sum) };
    },
  };
}

/** Whether `leaf` stands at the proof's place under `root` and `sum`. Never throws for a malformed proof: it is false. */
export function verifyLeaf(root: Hex, sum: bigint, leaf: Leaf, proof: SumProof): boolean {
  const { index, hashes, sums } = proof;
  const depth = hashes.length;
  if (sums.length !== depth || depth > 52 || !Number.isInteger(index) || index < 0 || index >= 2 ** depth) return false;
  if (![root, leaf.identity, leaf.recordsDigest, ...hashes].every(isHash)) return false;
  if (![leaf.value, ...sums].every((part) => part >= 0n && part < SUM_LIMIT) || leaf.value === 0n) return false;
  const joiner = new Joiner();
  let node = toBytes(leafHash(leaf));
  let total = leaf.value;
  for (let height = 0, place = index; height < depth; height++, place = Math.floor(place / 2)) {
    const [sibling, siblingSum] = [toBytes(hashes[height]!), sums[height]!];
    node = place % 2 ? joiner.join(sibling, siblingSum, node, total) : joiner.join(node, total, sibling, siblingSum);
    total += siblingSum;
    if (total >= SUM_LIMIT) return false;
  }
  return toHex(node) === root && total === sum;
}

function sortLeaves(given: readonly Leaf[]): Leaf[] {
  if (given.length === 0) throw new RangeError("a tree needs a leaf");
  if (given.length > 2 ** 31) throw new RangeError("a tree has at most 2^31 leaves");
  let sum = 0n;
  for (const { identity, value, recordsDigest } of given) {
    if (!isHash(identity) || !isHash(recordsDigest)) throw new RangeError(`not a hash in the leaf of ${identity}`);
    if (value <= 0n) throw new RangeError(`the leaf of ${identity} is worth nothing`);
    sum += value;
  }
  if (sum >= SUM_LIMIT) throw new RangeError(`the sum ${sum} is 2^63 or more`);
  const leaves = inOrderOf(given, 2, ({ identity }) => identity);
  leaves.forEach((leaf, place) => {
    if (place > 0 && leaves[place - 1]!.identity === leaf.identity) throw new RangeError(`two leaves of ${leaf.identity}`);
  });
  return leaves;
}

function hashLeaves(leaves: readonly Leaf[]): Level {
  const level = { hashes: new Uint8Array(leaves.length * 32), sums: new BigUint64Array(leaves.length) };
  leaves.forEach((leaf, place) => {
    level.hashes.set(leafHashBytes(toBytes(leaf.identity), leaf.value, toBytes(leaf.recordsDigest)), place * 32);
    level.sums[place] = leaf.value;
  });
  return level;
}

function joinLevel(below: Level): Level {
  const count = below.sums.length;
  const above = { hashes: new Uint8Array(Math.ceil(count / 2) * 32), sums: new BigUint64Array(Math.ceil(count / 2)) };
  const joiner = new Joiner();
  const empty = new Uint8Array(32);
  for (let left = 0; left < count; left += 2) {
    const right = left + 1;
    const [leftSum, rightSum] = [below.sums[left]!, right < count ? below.sums[right]! : 0n];
    const rightHash = right < count ? below.hashes.subarray(right * 32, right * 32 + 32) : empty;
    above.hashes.set(joiner.join(below.hashes.subarray(left * 32, left * 32 + 32), leftSum, rightHash, rightSum), left * 16);
    above.sums[left / 2] = leftSum + rightSum;
  }
  return above;
}

function nodeAt(level: Level, place: number): { hash: Hex; sum: bigint } {
  if (place >= level.sums.length) return { hash: EMPTY_HASH, sum: 0n };
  return { hash: toHex(level.hashes.subarray(place * 32, place * 32 + 32)), sum: level.sums[place]! };
}

function findIdentity(leaves: readonly Leaf[], identity: Hex): number {
  let [from, to] = [0, leaves.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (leaves[middle]!.identity < identity) from = middle + 1;
    else to = middle;
  }
  return leaves[from]?.identity === identity ? from : -1;
}
