import { encodeAbiParameters, type Hex, keccak256, sha256 } from "viem";
import type { MemberId } from "../../chain/ids.ts";

/** Bytes of a document at most, in canonical form. */
export const MOST_BYTES = 65_536;

const encoder = new TextEncoder();

/** The UTF-8 bytes of a text. */
export const bytesOf = (text: string): Uint8Array => encoder.encode(text);

/** The text of UTF-8 bytes; null where they are no text. */
export function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * A text as it is hashed, whatever editor it came from: composed (NFC), lines ended by LF, without a byte order mark, without
 * spaces at the end of a line, with exactly one line end at its own end. Doing it twice changes nothing, and line numbers stay.
 */
export function canonicalText(text: string): string {
  const lines = text.normalize("NFC").replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n").split("\n");
  // By lines, since a pattern for spaces before a line's end takes quadratic time over long runs of them.
  return `${lines.map((line) => line.trimEnd()).join("\n").trimEnd()}\n`;
}

/** The digest of a document that stands on chain: sha2-256, as in its CID. */
export const digestOf = (bytes: Uint8Array): Hex => sha256(bytes);

/** A statement's id on chain: the same document of another proposer is another statement. */
export function statementId(proposer: MemberId, digest: Hex): Hex {
  return keccak256(encodeAbiParameters([{ type: "uint32" }, { type: "bytes32" }], [proposer, digest]));
}
