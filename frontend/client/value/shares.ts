// Twin of contracts/libraries/ShareMath.sol. All in micro-units.

/** What a leaf's shares are computed from. */
export interface LeafTerms {
  /** Of the leaf. */
  value: bigint;
  /** Of the root. */
  sum: bigint;
  /** Of the batch, in force. */
  credit: bigint;
  /** Credit of all batches of the epoch. */
  batches: bigint;
  /** What they count for together. */
  batchPart: bigint;
  /** What one leaf may count for; null: no stop, as for the reserve. */
  stop: bigint | null;
  issued: bigint;
  /** All credit of the epoch. */
  total: bigint;
}

/** Shares of a member's credit: credit · issued / total, rounded down. */
export const ofCredit = (credit: bigint, issued: bigint, total: bigint): bigint => (credit * issued) / total;

/** Shares of a leaf, and what the stop withheld for the reserve; together rounded down once, since a leaf is one lot. */
export function ofLeaf(leaf: LeafTerms): { shares: bigint; withheld: bigint } {
  const over = leaf.sum * leaf.batches; // the leaf counts for top / over
  const top = leaf.value * leaf.credit * leaf.batchPart;
  const most = leaf.stop === null ? top : over * leaf.stop;
  const kept = top < most ? top : most;
  const below = over * leaf.total;
  const shares = (kept * leaf.issued) / below;
  return { shares, withheld: (top * leaf.issued) / below - shares };
}
