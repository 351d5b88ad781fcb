import { type FrameFault, frameFault } from "./faults.ts";

/** Bytes that a text may have; what unpacks to more is not read on. */
export const MOST_TEXT = 1_000_000;

/** Bytes as they are carried. */
export interface Packed {
  readonly bytes: Uint8Array;
  readonly packed: boolean;
}

/** Deflates bytes where that makes them fewer and the browser can: all that run this page do, but Safari before 16.4. */
export async function pack(bytes: Uint8Array): Promise<Packed> {
  const smaller = typeof CompressionStream === "undefined" ? null : await through(bytes, new CompressionStream("deflate-raw"), bytes.length - 1);
  return smaller ? { bytes: smaller, packed: true } : { bytes, packed: false };
}

/** The text of bytes that came. Never throws. */
export async function unpack({ bytes, packed }: Packed): Promise<string | FrameFault> {
  if (packed && typeof DecompressionStream === "undefined") return frameFault("cannotUnpack");
  try {
    const whole = packed ? await through(bytes, new DecompressionStream("deflate-raw"), MOST_TEXT) : bytes;
    if (!whole) return frameFault("unreadable");
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(whole);
  } catch {
    return frameFault("unreadable");
  }
}

/** Passes bytes through a stream; null where more than `most` come out of it. Throws as the stream does. */
async function through(bytes: Uint8Array, stream: CompressionStream | DecompressionStream, most: number): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream().pipeThrough(stream as ReadableWritablePair<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > most) {
      await reader.cancel();
      return null;
    }
    parts.push(value);
  }
  const whole = new Uint8Array(length);
  parts.reduce((at, part) => (whole.set(part, at), at + part.length), 0);
  return whole;
}
