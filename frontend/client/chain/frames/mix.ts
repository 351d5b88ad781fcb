import { type Bundle, digestOf, fromHex, partSize } from "./frame.ts";

/**
 * Which parts frame `number` is mixed of, a bit for each part, the first part in the lowest bit of the first byte. Below the count it is that part alone.
 * Beyond it, about half of all parts: the bits of sha2-256(id ‖ number ‖ block), and always part `number` mod count, so that it
 * is never none. Each such frame tells whoever lacks anything something new in at least one of two cases, whatever they lack.
 */
export function mixtureOf({ id, count }: Bundle, number: number): Uint8Array {
  const bits = new Uint8Array(Math.ceil(count / 8));
  if (number >= count) {
    for (let block = 0; block * 32 < bits.length; block += 1) {
      const seed = Uint8Array.of(...fromHex(id), number >> 16, number >> 8, number, block);
      bits.set(digestOf(seed, Math.min(32, bits.length - block * 32)), block * 32);
    }
    bits[bits.length - 1]! &= 0xff >> (bits.length * 8 - count);
  }
  setBit(bits, number % count);
  return bits;
}

const hasBit = (bits: Uint8Array, at: number): boolean => ((bits[at >> 3]! >> (at & 7)) & 1) === 1;
const setBit = (bits: Uint8Array, at: number): void => void (bits[at >> 3]! |= 1 << (at & 7));

/** Adds one row to another: the exclusive or, which undoes itself. */
function add(to: Uint8Array, row: Uint8Array): void {
  for (let at = 0; at < to.length; at += 1) to[at]! ^= row[at]!;
}

/** The part of frame `number`, from the bytes that are carried. */
export function mix(bytes: Uint8Array, bundle: Bundle, number: number): Uint8Array {
  const size = partSize(bundle);
  const mixture = mixtureOf(bundle, number);
  const part = new Uint8Array(size);
  for (let at = 0; at < bundle.count; at += 1) {
    if (!hasBit(mixture, at)) continue;
    const own = bytes.subarray(at * size, (at + 1) * size);
    for (let i = 0; i < own.length; i += 1) part[i]! ^= own[i]!;
  }
  return part;
}

/**
 * Equations over the parts, kept in steps: the row in place i begins with part i. Each row that comes is one equation, and as many
 * independent ones as there are parts give all of them, whichever they are.
 */
export interface Equations {
  /** How many independent ones there are. */
  known(): number;
  /** Takes one in; false: it followed from the others. */
  take(number: number, part: Uint8Array): boolean;
  /** The parts, one after another, once there are as many equations as parts. */
  solve(): Uint8Array;
}

export function startEquations(bundle: Bundle): Equations {
  const { count, length } = bundle;
  const head = Math.ceil(count / 8);
  const rows = new Map<number, Uint8Array>();
  return {
    known: () => rows.size,
    take(number, part) {
      const row = new Uint8Array(head + part.length);
      row.set(mixtureOf(bundle, number));
      row.set(part, head);
      for (let at = 0; at < count; at += 1) {
        if (!hasBit(row, at)) continue;
        const known = rows.get(at);
        if (!known) {
          rows.set(at, row);
          return true;
        }
        add(row, known);
      }
      return false;
    },
    solve() {
      const size = partSize(bundle);
      const bytes = new Uint8Array(count * size);
      for (let at = count - 1; at >= 0; at -= 1) {
        const row = rows.get(at)!;
        for (let after = at + 1; after < count; after += 1) if (hasBit(row, after)) add(row, rows.get(after)!);
        bytes.set(row.subarray(head), at * size);
      }
      return bytes.subarray(0, length);
    },
  };
}
