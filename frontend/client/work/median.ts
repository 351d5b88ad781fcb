// Twin of contracts/libraries/MedianMath.sol.

/** The lower median: of an even number, the lower of the two middles. Errors: RangeError for an empty list. */
export function lowerMedian(answers: readonly number[]): number {
  if (answers.length === 0) throw new RangeError("no answers");
  return [...answers].sort((a, b) => a - b)[(answers.length - 1) >> 1]!;
}

/** The upper median of answers of 0 to 10 tenths: of an even number, the upper of the two middles; 10 where there is none. */
export function upperMedianOfTenths(answers: readonly number[]): number {
  if (answers.length === 0) return 10;
  return [...answers].sort((a, b) => a - b)[answers.length >> 1]!;
}

/** Tenths of a value, rounded down. */
export const tenthsOf = (value: bigint, tenths: number): bigint => (value * BigInt(tenths)) / 10n;
