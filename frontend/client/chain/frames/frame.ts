import { sha256 } from "viem";
import { fromBase45, toBase45 } from "./base45.ts";
import { type FrameFault, frameFault } from "./faults.ts";

/** Bytes that are carried at most: 65,535, as the length is written in two. Beyond it a file is the better way. */
export const MOST_CARRIED = 0xffff;
/** Parts at most. */
export const MOST_PARTS = 1024;
/** Frames are numbered below this, and begin again after it: a month at eight a second. */
export const MOST_NUMBER = 2 ** 24;

/** Shown first in every frame, so that whoever reads one with any other reader sees where it belongs. */
const NAME = "GONGSHENG";
const VERSION = 1;
const named = new RegExp(`^${NAME}(\\d{1,4}):`);
/** What the largest QR code holds; a longer text was never in one. */
const MOST_SIGNS = 4296;

/** What the frames of one text have in common. Two frames belong together if all four are equal. */
export interface Bundle {
  /** The first bytes of the sha2-256 of what is carried, 12 hex digits. */
  readonly id: string;
  /** Bytes that are carried. */
  readonly length: number;
  /** Into how many parts of one size they are cut; the last one is filled up with zeros. */
  readonly count: number;
  /** They are deflated (RFC 1951). */
  readonly packed: boolean;
}

/** One picture: a part, if its number is below the count, or else a mixture of parts. */
export interface Frame {
  readonly bundle: Bundle;
  readonly number: number;
  readonly part: Uint8Array;
}

/** Bytes of each part. */
export const partSize = ({ length, count }: Pick<Bundle, "length" | "count">): number => Math.ceil(length / count);

/** Where the fields of a frame begin; what follows the number is the part. Numbers are written with the large end first. */
const AT = { check: 0, id: 4, flags: 10, length: 11, count: 13, number: 15, part: 18 } as const;

/** The first `size` bytes of a digest. */
export const digestOf = (bytes: Uint8Array, size: number): Uint8Array => sha256(bytes, "bytes").subarray(0, size);

export const toHex = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
export const fromHex = (hex: string): Uint8Array => Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));

/** Whether a text could be taken for a frame though it is none. */
export const looksLikeFrame = (text: string): boolean => text.startsWith(NAME);

/** The text of a picture, in the signs that a QR code packs best. */
export function writeFrame({ bundle, number, part }: Frame): string {
  const bytes = new Uint8Array(AT.part + part.length);
  const view = new DataView(bytes.buffer);
  bytes.set(fromHex(bundle.id), AT.id);
  bytes[AT.flags] = bundle.packed ? 1 : 0;
  view.setUint16(AT.length, bundle.length);
  view.setUint16(AT.count, bundle.count);
  bytes[AT.number] = number >> 16;
  view.setUint16(AT.number + 1, number & 0xffff);
  bytes.set(part, AT.part);
  bytes.set(digestOf(bytes.subarray(AT.id), AT.id), AT.check);
  return `${NAME}${VERSION}:${toBase45(bytes)}`;
}

/** Reads the text of a picture. Null: it is no frame. Nothing larger than the text itself is made, whatever it says. */
export function readFrame(text: string): Frame | FrameFault | null {
  const version = named.exec(text)?.[1];
  if (version === undefined) return null;
  if (Number(version) !== VERSION) return frameFault("otherVersion");
  if (text.length > MOST_SIGNS) return frameFault("impossible");
  const bytes = fromBase45(text.slice(text.indexOf(":") + 1));
  if (!bytes || bytes.length <= AT.part) return frameFault("damaged");
  const check = digestOf(bytes.subarray(AT.id), AT.id);
  if (check.some((byte, at) => byte !== bytes[at])) return frameFault("damaged");
  const view = new DataView(bytes.buffer);
  const flags = bytes[AT.flags]!;
  if (flags > 1) return frameFault("otherVersion");
  const bundle: Bundle = { id: toHex(bytes.subarray(AT.id, AT.flags)), length: view.getUint16(AT.length), count: view.getUint16(AT.count), packed: flags === 1 };
  const frame = { bundle, number: bytes[AT.number]! * 65_536 + view.getUint16(AT.number + 1), part: bytes.subarray(AT.part) };
  return canBe(frame) ? frame : frameFault("impossible");
}

/** Every part is of one size and none is empty. */
function canBe({ bundle: { length, count }, part }: Frame): boolean {
  if (count < 1 || count > MOST_PARTS || length < count) return false;
  const size = partSize({ length, count });
  return part.length === size && (count - 1) * size < length;
}
