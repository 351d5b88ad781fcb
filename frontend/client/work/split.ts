// Twin of contracts/libraries/SplitMath.sol.

/** What each contributor has of `value`: in parts, rounded down, the last takes the rest. The shares sum to the value exactly. */
export function shareOut(parts: readonly number[], value: bigint): bigint[] {
  const whole = BigInt(parts.reduce((sum, part) => sum + part, 0));
  let left = value;
  return parts.map((part, place) => {
    if (place === parts.length - 1) return left;
    const share = (value * BigInt(part)) / whole;
    left -= share;
    return share;
  });
}
