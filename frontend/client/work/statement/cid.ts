import { bytesToHex, type Hex, hexToBytes } from "viem";

declare const brand: unique symbol;
/** The content identifier of a document: version 1, raw codec, sha2-256, base32 in small letters (`bafkrei…`, 59 characters). */
export type Cid = string & { readonly [brand]: "Cid" };

const letters = "abcdefghijklmnopqrstuvwxyz234567";
/** Version 1, raw, sha2-256, 32 bytes follow. */
const head = [0x01, 0x55, 0x12, 0x20] as const;

/** The CID of a document by its digest. */
export function cidOf(digest: Hex): Cid {
  let bits = 0n;
  for (const byte of [...head, ...hexToBytes(digest, { size: 32 })]) bits = (bits << 8n) | BigInt(byte);
  bits <<= 2n; // 36 bytes are 288 bits, 58 letters are 290
  let text = "";
  for (let place = 0; place < 58; place += 1, bits >>= 5n) text = letters[Number(bits & 31n)]! + text;
  return `b${text}` as Cid;
}

/** The digest in a CID; null for whatever is no CID of this one kind, in this one spelling. */
export function digestInCid(cid: string): Hex | null {
  if (!/^b[a-z2-7]{58}$/.test(cid)) return null;
  let bits = 0n;
  for (const letter of cid.slice(1)) bits = (bits << 5n) | BigInt(letters.indexOf(letter));
  if ((bits & 3n) !== 0n) return null;
  const bytes = hexToBytes(`0x${(bits >> 2n).toString(16).padStart(72, "0")}`);
  return head.every((byte, place) => bytes[place] === byte) ? bytesToHex(bytes.slice(head.length)) : null;
}

/** Whether a text is such a CID. */
export const isCid = (text: string): text is Cid => digestInCid(text) !== null;
