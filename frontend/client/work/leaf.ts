// One person's leaf in a batch: who, how much, and the digest of the records it stands on. Twin of SumTree.leafHash.
import { keccak_256 } from "@noble/hashes/sha3.js";
import { bytesToHex as plainHex, hexToBytes as plainBytes } from "@noble/hashes/utils.js";
import type { Hex } from "viem";

/** A leaf as the tree hashes it. `value` in micro-units. */
export interface Leaf {
  identity: Hex;
  value: bigint;
  recordsDigest: Hex;
}

/** One record of a person: which commit, and the person's share of its value in micro-units. */
export interface Share {
  commit: string;
  value: bigint;
}

const utf8 = new TextEncoder();

export const toHex = (bytes: Uint8Array): Hex => `0x${plainHex(bytes)}`;
export const toBytes = (hex: Hex): Uint8Array => plainBytes(hex.slice(2));
export const isHash = (text: unknown): text is Hex => typeof text === "string" && /^0x[0-9a-f]{64}$/.test(text);

/** keccak256 of bytes, as hex. */
export const hashOf = (bytes: Uint8Array): Hex => toHex(keccak_256(bytes));

/**
 * The identity of a person of a history: keccak256 of the UTF-8 bytes of the name he goes by there, taken as it is.
 * Danger: whoever can guess the name can find the hash; it keeps addresses out of sight, not secret.
 */
export const identityOf = (name: string): Hex => hashOf(utf8.encode(name));

/** Writes `value` as one 32-byte word of Solidity's abi.encode at `offset`. Below 2^64. */
export function writeWord(view: DataView, offset: number, value: bigint): void {
  view.setBigUint64(offset, 0n);
  view.setBigUint64(offset + 8, 0n);
  view.setBigUint64(offset + 16, 0n);
  view.setBigUint64(offset + 24, value);
}

/** keccak256(keccak256(abi.encode(bytes32 identity, uint64 value, bytes32 recordsDigest))), of 32-byte inputs. */
export function leafHashBytes(identity: Uint8Array, value: bigint, recordsDigest: Uint8Array): Uint8Array {
  const words = new Uint8Array(96);
  words.set(identity, 0);
  writeWord(new DataView(words.buffer), 32, value);
  words.set(recordsDigest, 64);
  return keccak_256(keccak_256(words));
}

/** The hash of a leaf. */
export const leafHash = (leaf: Leaf): Hex => toHex(leafHashBytes(toBytes(leaf.identity), leaf.value, toBytes(leaf.recordsDigest)));

/**
 * Whether the text is a commit id: 20 bytes (SHA-1) or 32 (SHA-256), in lower-case hex. In a digest it fills one 32-byte word from
 * the left; 32 bytes that end as a filled-up SHA-1 would are refused, so that no two ids share a word, and words order as texts do.
 */
export const isCommit = (text: string): boolean => /^(?:[0-9a-f]{40}|(?!.*0{24}$)[0-9a-f]{64})$/.test(text);

/**
 * What a leaf says of its records: keccak256 over abi.encodePacked(bytes32 commit, uint64 share) of each record of the
 * person, in ascending order of commit, a shorter id filled up with zeros on the right. Shares in micro-units; a record worth nothing stands among them with share 0.
 */
export function recordsDigest(shares: readonly Share[]): Hex {
  const sorted = [...shares].sort((a, b) => (a.commit < b.commit ? -1 : 1));
  const packed = new Uint8Array(sorted.length * 40);
  const view = new DataView(packed.buffer);
  sorted.forEach(({ commit, value }, place) => {
    packed.set(plainBytes(commit), place * 40);
    view.setBigUint64(place * 40 + 32, value);
  });
  return hashOf(packed);
}
