import { readInline } from "./inline.ts";
import type { Align, Block, Inline } from "./tree.ts";

/** Columns at most: browsers lay out columns times rows, however few cells there are. What has more is read as words. */
const MOST_COLUMNS = 24;
const divider = /^ {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;

/** Reads a table at a line; null where there is none. A row that is short stays short, and what is too much joins the last cell. */
export function readTable(lines: readonly string[], at: number, isEnd: (line: string) => boolean): { block: Block; next: number } | null {
  const marks = lines[at + 1];
  if (marks === undefined || !lines[at]!.includes("|") || !marks.includes("|") || !divider.test(marks)) return null;
  const aligns = cellsOf(marks).map(alignOf);
  const head = cellsOf(lines[at]!);
  if (head.length !== aligns.length || head.length > MOST_COLUMNS) return null;
  const rows: (readonly (readonly Inline[])[])[] = [];
  let next = at + 2;
  while (next < lines.length && !isEnd(lines[next]!)) {
    const cells = cellsOf(lines[next]!);
    const kept = cells.length > head.length ? [...cells.slice(0, head.length - 1), cells.slice(head.length - 1).join(" | ")] : cells;
    rows.push(kept.map((cell) => readInline(cell)));
    next += 1;
  }
  return { block: { is: "table", aligns, head: head.map((cell) => readInline(cell)), rows }, next };
}

function alignOf(marks: string): Align {
  const [starts, ends] = [marks.startsWith(":"), marks.endsWith(":")];
  return starts && ends ? "center" : ends ? "end" : starts ? "start" : null;
}

/** The cells of a row; a bar after a backslash belongs to its cell. */
function cellsOf(row: string): string[] {
  const cells = [""];
  const line = row.trim();
  for (let place = line.startsWith("|") ? 1 : 0; place < line.length; place += 1) {
    const escaped = line[place] === "\\" && line[place + 1] === "|";
    if (escaped) place += 1;
    if (line[place] === "|" && !escaped) cells.push("");
    else cells[cells.length - 1] += line[place]!;
  }
  if (cells.length > 1 && cells.at(-1)!.trim() === "") cells.pop();
  return cells.map((cell) => cell.trim());
}
