// The order of hashes and ids, for millions of them.

const LEAD = 8; //     digits that go into a number with the place: 32 bits of them and 21 of the place are exact in a double
const MOST = 2 ** 21;

/** A copy in ascending order of a lower-case hex text; `from` is where its digits begin. Equal texts stay in the order given. */
export function inOrderOf<Item>(items: readonly Item[], from: number, textOf: (item: Item) => string): Item[] {
  const byText = (a: Item, b: Item): number => (textOf(a) < textOf(b) ? -1 : textOf(a) > textOf(b) ? 1 : 0);
  const keys = Float64Array.from(items, (item, place) => Number.parseInt(textOf(item).slice(from, from + LEAD), 16) * MOST + place).sort();
  if (items.length > MOST || keys.includes(Number.NaN)) return [...items].sort(byText);
  const sorted = Array.from(keys, (key) => items[key % MOST]!);
  // Those few whose first digits are the same stand side by side, and are put in order by the whole text.
  for (let start = 0, end = 1; start < sorted.length; start = end++) {
    while (end < sorted.length && Math.floor(keys[end]! / MOST) === Math.floor(keys[start]! / MOST)) end++;
    if (end - start === 1) continue;
    const alike = sorted.slice(start, end).sort(byText);
    for (let place = start; place < end; place++) sorted[place] = alike[place - start]!;
  }
  return sorted;
}
