// What one record of an imported history is worth, and how those who made it together share it. Whole micro-units.

/** The equations a batch may name: every record the same, by the logarithm of the lines it touched, or what the record itself says. */
export const EQUATIONS = ["commits", "lines", "points"] as const;
export type Equation = (typeof EQUATIONS)[number];

/** One unit of value. */
export const MICRO = 1_000_000n;

export const isEquation = (text: unknown): text is Equation => EQUATIONS.some((equation) => equation === text);

/**
 * ⌊log2(n) · 1,000,000⌋ for a whole n ≥ 1, exactly.
 *
 * Floating point may be off by one beside a whole number, and engines need not agree on it; the root depends on every digit.
 * So the binary digits of log2(n) are found by squaring, with the number held between a lower and an upper bound: a digit counts
 * only when both bounds agree, and the floor is given only when all that remains cannot change it. Powers of two, the only
 * numbers whose logarithm is a fraction at all, are answered at once; so for the others enough digits always decide.
 */
export function floorLog2Micro(n: bigint): bigint {
  if (n < 1n) throw new RangeError(`no logarithm of ${n}`);
  const whole = BigInt(n.toString(2).length - 1);
  if (n === 1n << whole) return whole * MICRO;
  for (let precision = 128n + whole; ; precision *= 2n) {
    const found = digitsDecide(n, whole, precision);
    if (found !== null) return found;
  }
}

/** The floor, or null where `precision` bits do not decide it. Bounds are fixed-point numbers from 1 (inclusive) to 2. */
function digitsDecide(n: bigint, whole: bigint, precision: bigint): bigint | null {
  const two = 2n << precision;
  let low = n << (precision - whole);
  let high = low;
  let digits = whole; // log2(n) lies in [digits, digits + 1) / 2^count
  for (let count = 1n; count < precision; count++) {
    low = (low * low) >> precision;
    high = ((high * high) >> precision) + 1n;
    digits <<= 1n;
    if (low >= two) {
      digits |= 1n;
      low >>= 1n;
      high = (high >> 1n) + 1n;
    } else if (high >= two) return null;
    const floor = (digits * MICRO) >> count;
    if (floor === ((digits + 1n) * MICRO - 1n) >> count) return floor;
  }
  return null;
}

const known = new Map<number, bigint>(); // histories repeat the same few thousand sizes
const KNOWN_AT_MOST = 100_000;

/** The value of one record in micro-units. `added` and `deleted` count lines; `commits` does not look at them. What `points` gives stands in the record. */
export function recordValue(equation: Exclude<Equation, "points">, added: number, deleted: number): bigint {
  if (equation === "commits") return MICRO;
  const lines = added + deleted;
  if (!Number.isSafeInteger(lines)) return floorLog2Micro(1n + BigInt(added) + BigInt(deleted));
  let value = known.get(lines);
  if (value === undefined) {
    value = floorLog2Micro(1n + BigInt(lines));
    if (known.size < KNOWN_AT_MOST) known.set(lines, value);
  }
  return value;
}

/** What each of `people` gets of `value`: the same whole number, and the first, the author, the remainder besides. */
export function equalShares(value: bigint, people: number): { author: bigint; other: bigint } {
  const other = value / BigInt(people);
  return { author: value - other * BigInt(people - 1), other };
}
