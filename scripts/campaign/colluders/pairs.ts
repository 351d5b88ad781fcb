/** A member and the vouches that are left. */
export interface Voucher {
  readonly member: number;
  readonly left: number;
}
export type Pair = readonly [number, number];

/** So few can be told apart by how many vouches they have left; among more, there is always another to go on with. */
const FEW = 6;

/**
 * The vouches of many, two by two, as many as there are places, or as can be: half of all, or as many as all but one have. Where that is
 * enough the same two go on together, the last in the list first, so that a ward who is found out bars no more than those two.
 */
export function pairUp(vouchers: readonly Voucher[], places: number): Pair[] {
  const close = pairs(vouchers, places, 0);
  return close.length >= places ? close : pairs(vouchers, places, FEW);
}

/** Of the last `evenly` members, always those who have most left; of more, the same two until one has none. */
function pairs(vouchers: readonly Voucher[], places: number, evenly: number): Pair[] {
  const found: Pair[] = [];
  const ready = vouchers.filter(({ left }) => left > 0).map((voucher) => ({ ...voucher })).sort((a, b) => a.left - b.left);
  while (found.length < places) {
    if (ready.length <= evenly) ready.sort((a, b) => a.left - b.left);
    const [one, other] = [ready.pop(), ready.pop()];
    if (!one || !other) break;
    found.push([one.member, other.member]);
    one.left--;
    other.left--;
    ready.push(...[other, one].filter(({ left }) => left > 0));
  }
  return found;
}
