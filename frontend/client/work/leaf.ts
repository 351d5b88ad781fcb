// One person's leaf in a batch: who, how much, and the digest of the records it stands on. Twin of SumTree.leafHash.
import type { Hex } from "viem";
import { keccak256 } from "./keccak.ts";

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

const DIGITS = new TextEncoder().encode("0123456789abcdef");

/** Made in one piece: texts put together digit by digit take ten times the memory, and a tree keeps millions of them. */
export function toHex(bytes: Uint8Array): Hex {
  const codes = new Array<number>(bytes.length * 2);
  for (let place = 0; place < bytes.length; place++) {
    codes[2 * place] = DIGITS[bytes[place]! >> 4]!;
    codes[2 * place + 1] = DIGITS[bytes[place]! & 15]!;
  }
  return String.fromCharCode(48, 120, ...codes) as Hex; // 0x…
}

/** Errors: RangeError for what is no hex in lower case. */
export function toBytes(hex: Hex): Uint8Array {
  return plainBytes(hex, 2);
}

/** The bytes of the hex digits from a place on. */
function plainBytes(text: string, from: number): Uint8Array {
  const bytes = new Uint8Array((text.length - from) / 2);
  for (let place = 0; place < bytes.length; place++) bytes[place] = (digit(text, from + 2 * place) << 4) | digit(text, from + 2 * place + 1);
  return bytes;
}

function digit(text: string, place: number): number {
  const code = text.charCodeAt(place);
  if (code >= 48 && code <= 57) return code - 48;
  if (code >= 97 && code <= 102) return code - 87;
  throw new RangeError(`no hex: ${text.slice(0, 80)}`);
}

export const isHash = (text: unknown): text is Hex => typeof text === "string" && /^0x[0-9a-f]{64}$/.test(text);

/** keccak256 of bytes, as hex. */
export const hashOf = (bytes: Uint8Array): Hex => toHex(keccak256(bytes));

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
  return keccak256(keccak256(words));
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
    packed.set(plainBytes(commit, 0), place * 40);
    view.setBigUint64(place * 40 + 32, value);
  });
  return hashOf(packed);
}
