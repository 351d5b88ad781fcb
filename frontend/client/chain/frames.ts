import { type Bundle, digestOf, looksLikeFrame, MOST_CARRIED, MOST_NUMBER, toHex, writeFrame } from "./frames/frame.ts";
import { mix } from "./frames/mix.ts";
import { MOST_TEXT, pack, type Packed } from "./frames/pack.ts";
import { InputFault } from "./intent.ts";

/** Bytes that go into one QR code that is still scanned with ease. */
export const SINGLE = 600;
/** Bytes of a part where there are several: with what each frame says of itself they just fill a code of 53 × 53 squares. */
export const PART = 198;

/** A text as QR codes. */
export interface Frames {
  /** How many codes are needed where none is missed. With 1 there is a single picture and nothing moves. */
  readonly count: number;
  /**
   * What stands in code `number`, from 0 on without end: first the parts in turn, then mixtures of them. Whoever saw any of them
   * needs about as many as there are parts, and two more; it does not matter which, nor when they began.
   */
  at(number: number): string;
}

/**
 * Cuts a text into what stands in QR codes. One that is short and plain is its own code, which any reader of QR codes can read.
 * Every other is deflated and carried in frames:
 *
 *   GONGSHENG1: and in base 45:  check 4 · id 6 · flags 1 · length 2 · count 2 · number 3 · part
 *
 * The check is the beginning of the sha2-256 of what follows it in the frame, the id that of all that is carried; flag 1 says
 * that it is deflated. Put together by `startCollector`. Errors: InputFault for a text that is empty, broken or too long.
 */
export async function framesOf(text: string, partBytes: number = PART): Promise<Frames> {
  const bytes = bytesOf(text);
  if (isPlain(text)) return { count: 1, at: () => text };
  const carried = await pack(bytes);
  if (carried.bytes.length > MOST_CARRIED) throw tooLong(carried.bytes.length);
  return cut(carried, partBytes);
}

function cut({ bytes, packed }: Packed, partBytes: number): Frames {
  const count = bytes.length <= SINGLE ? 1 : Math.ceil(bytes.length / partBytes);
  const bundle: Bundle = { id: toHex(digestOf(bytes, 6)), length: bytes.length, count, packed };
  return {
    count,
    at: (frame) => {
      const number = frame % MOST_NUMBER;
      return writeFrame({ bundle, number, part: mix(bytes, bundle, number) });
    },
  };
}

/** Only these signs read the same in every reader, which otherwise guess how bytes were meant, or trim. */
const isPlain = (text: string): boolean => text.length <= SINGLE && /^[!-~](?:[ -~\n]*[!-~])?$/.test(text) && !looksLikeFrame(text);

function bytesOf(text: string): Uint8Array {
  if (text === "") throw new InputFault("text", { zh: "没有内容可以做成二维码。", en: "There is nothing to make a QR code of." });
  if (/\p{Surrogate}/u.test(text)) throw new InputFault("text", { zh: "里面有不成字的符号，做成二维码会走样。请改用文件。", en: "It contains signs that are half a character and would not arrive as they are. Use a file instead." });
  const bytes = new TextEncoder().encode(text);
  if (bytes.length > MOST_TEXT) throw tooLong(bytes.length);
  return bytes;
}

const tooLong = (bytes: number): InputFault =>
  new InputFault("text", { zh: `内容太长（${Math.ceil(bytes / 1000)} kB），用二维码要扫很久。请改用文件。`, en: `It is too long for QR codes (${Math.ceil(bytes / 1000)} kB): scanning would take very long. Use a file instead.` });
