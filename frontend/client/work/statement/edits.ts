/** One step from a list to another: how many are kept, left out or put in, in the order of the lists. */
export interface Edit {
  readonly is: "same" | "removed" | "added";
  readonly count: number;
}

/**
 * The shortest way from one list to another, or null where it has more than `most` steps: then they have little in common, and
 * finding it would cost more than it tells. Time and memory grow with `most` squared and with the lists' length.
 * @dev Source: "An O(ND) difference algorithm and its variations" (Myers, 1986), the greedy forward search.
 */
export function editsBetween<T>(before: readonly T[], after: readonly T[], most: number): readonly Edit[] | null {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < before.length - start && end < after.length - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  const middle = search(before.slice(start, before.length - end), after.slice(start, after.length - end), most);
  return middle && merged([{ is: "same", count: start }, ...middle, { is: "same", count: end }]);
}

function search<T>(before: readonly T[], after: readonly T[], most: number): readonly Edit[] | null {
  const [rows, columns] = [before.length, after.length];
  const limit = Math.min(most, rows + columns);
  // furthest[k + limit]: how far `before` is read on diagonal k, which is the place in `before` less that in `after`.
  const furthest = new Int32Array(2 * limit + 3);
  const passed: Int32Array[] = [];
  for (let steps = 0; steps <= limit; steps += 1) {
    passed.push(furthest.slice(limit - steps, limit + steps + 3));
    for (let k = -steps; k <= steps; k += 2) {
      const at = k + limit + 1;
      const down = k === -steps || (k !== steps && furthest[at - 1]! < furthest[at + 1]!);
      let row = down ? furthest[at + 1]! : furthest[at - 1]! + 1;
      while (row < rows && row - k < columns && before[row] === after[row - k]) row += 1;
      furthest[at] = row;
      if (row >= rows && row - k >= columns) return walkBack(passed, rows, columns);
    }
  }
  return null;
}

/** Reads the way from its end, by what was furthest before each step. */
function walkBack(passed: readonly Int32Array[], rows: number, columns: number): Edit[] {
  const edits: Edit[] = [];
  let [row, column] = [rows, columns];
  for (let steps = passed.length - 1; steps > 0; steps -= 1) {
    const before = passed[steps]!;
    const k = row - column;
    const at = k + steps + 1;
    const down = k === -steps || (k !== steps && before[at - 1]! < before[at + 1]!);
    const from = down ? before[at + 1]! : before[at - 1]!;
    const fromColumn = from - (down ? k + 1 : k - 1);
    edits.push({ is: "same", count: row - (down ? from : from + 1) }, { is: down ? "added" : "removed", count: 1 });
    [row, column] = [from, fromColumn];
  }
  edits.push({ is: "same", count: row });
  return edits.reverse();
}

/** Steps of one kind in a row become one; within a change what is left out comes first. */
function merged(edits: readonly Edit[]): readonly Edit[] {
  const result: Edit[] = [];
  let [removed, added] = [0, 0];
  const end = () => {
    if (removed > 0) result.push({ is: "removed", count: removed });
    if (added > 0) result.push({ is: "added", count: added });
    [removed, added] = [0, 0];
  };
  for (const { is, count } of edits) {
    if (count === 0) continue;
    if (is === "removed") removed += count;
    else if (is === "added") added += count;
    else {
      end();
      const last = result.at(-1);
      if (last?.is === "same") result[result.length - 1] = { is, count: last.count + count };
      else result.push({ is, count });
    }
  }
  end();
  return result;
}
