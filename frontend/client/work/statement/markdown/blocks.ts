import { unhidden } from "../head.ts";
import { readInline } from "./inline.ts";
import { readTable } from "./table.ts";
import type { Block, Inline, Item } from "./tree.ts";

/** How deep quotes and lists are nested at most; what would lie deeper is read as words. */
const MOST_NESTED = 6;
/** Characters that are read; whoever shows more says that it is cut. */
export const MOST_CHARACTERS = 65_536;

const rule = /^ {0,3}([-*_])[ \t]*(?:\1[ \t]*){2,}$/;
const fence = /^( {0,3})(`{3,}|~{3,})([^`]*)$/;
const heading = /^ {0,3}(#{1,6})(?:[ \t]|$)/;
const quote = /^ {0,3}> ?/;
const item = /^( {0,3})([-*+]|\d{1,9}[.)])( {1,4}(?=\S)|(?= |$))/;
const underline = /^ {0,3}(=+|-+)$/;

/**
 * Reads what members write: the Markdown that is in common use (headings, lists, tasks, quotes, code, tables, stress, links) and
 * no HTML. Left out are code by indentation, links by reference and footnotes; what is left out shows as it was typed. Time and
 * depth are bounded whatever the text is.
 */
export function readMarkdown(text: string): readonly Block[] {
  return readBlocks(unhidden(text.slice(0, MOST_CHARACTERS).replace(/\r\n?/g, "\n")).split("\n").map(untabbed), 0);
}

const untabbed = (line: string): string => line.replace(/^[ \t]+/, (space) => space.replaceAll("\t", "    "));
const isBlank = (line: string | undefined): boolean => line === undefined || line.trim() === "";
const indentOf = (line: string): number => line.length - line.trimStart().length;

/** Whether a line ends the paragraph before it. Only a list that begins at 1 does, so that a year at a line's start stays a year. */
function begins(line: string): boolean {
  const marker = item.exec(line);
  return rule.test(line) || fence.test(line) || heading.test(line) || quote.test(line) || (marker !== null && marker[0] !== line && !/^(?!1[.)])\d/.test(marker[2]!));
}

function readBlocks(lines: readonly string[], depth: number): readonly Block[] {
  const blocks: Block[] = [];
  let at = 0;
  while (at < lines.length) {
    if (isBlank(lines[at])) {
      at += 1;
      continue;
    }
    const { block, next } = readBlock(lines, at, depth);
    blocks.push(block);
    at = next;
  }
  return blocks;
}

interface Found {
  readonly block: Block;
  readonly next: number;
}

function readBlock(lines: readonly string[], at: number, depth: number): Found {
  const line = lines[at]!;
  if (rule.test(line)) return { block: { is: "rule" }, next: at + 1 };
  if (fence.test(line)) return readCode(lines, at);
  if (heading.test(line)) return readHeading(line, at);
  if (depth < MOST_NESTED && quote.test(line)) return readQuote(lines, at, depth);
  if (depth < MOST_NESTED && item.test(line)) return readList(lines, at, depth);
  return readTable(lines, at, (next) => isBlank(next) || begins(next)) ?? readParagraph(lines, at);
}

function readCode(lines: readonly string[], at: number): Found {
  const [, space = "", marks = ""] = fence.exec(lines[at]!)!;
  const isEnd = (line: string) => line.trim().length >= marks.length && indentOf(line) < 4 && line.trim() === marks[0]!.repeat(line.trim().length);
  let end = at + 1;
  while (end < lines.length && !isEnd(lines[end]!)) end += 1;
  const text = lines.slice(at + 1, end).map((line) => line.slice(Math.min(space.length, indentOf(line))));
  return { block: { is: "code", text: text.join("\n") }, next: end + 1 };
}

function readHeading(line: string, at: number): Found {
  const marks = heading.exec(line)![1]!;
  const words = line.trimStart().slice(marks.length).trim().replace(/(^|[ \t])#+$/, "").trim();
  return { block: { is: "heading", level: marks.length, inside: readInline(words) }, next: at + 1 };
}

function readQuote(lines: readonly string[], at: number, depth: number): Found {
  const inside: string[] = [];
  let next = at;
  while (next < lines.length) {
    const line = lines[next]!;
    if (quote.test(line)) inside.push(line.replace(quote, ""));
    else if (!isBlank(line) && !isBlank(inside.at(-1)) && !begins(line)) inside.push(line);
    else break;
    next += 1;
  }
  return { block: { is: "quote", blocks: readBlocks(inside, depth + 1) }, next };
}

/** A list goes on as long as its items have the same mark. */
const markOf = (marker: string): string => marker.replace(/^\d+/, "1");

function readList(lines: readonly string[], at: number, depth: number): Found {
  const first = item.exec(lines[at]!)![2]!;
  const markerAt = (place: number): RegExpExecArray | null => {
    const line = lines[place];
    const marker = line === undefined || rule.test(line) ? null : item.exec(line);
    return marker && markOf(marker[2]!) === markOf(first) ? marker : null;
  };
  const items: Item[] = [];
  let loose = false;
  let next = at;
  for (let marker = markerAt(at); marker; marker = markerAt(next)) {
    const { inside, end } = itemLines(lines, next, marker[0].length + (marker[3] === "" ? 1 : 0));
    const task = /^\[([ xX])\] +/.exec(inside[0]!);
    if (task) inside[0] = inside[0]!.slice(task[0].length);
    items.push({ done: task ? task[1] !== " " : null, blocks: readBlocks(inside, depth + 1) });
    next = end;
    while (next < lines.length && isBlank(lines[next])) next += 1;
    if (next > end && markerAt(next)) loose = true;
  }
  return { block: { is: "list", first: /^\d/.test(first) ? Number.parseInt(first, 10) : null, loose, items }, next };
}

/** The lines of one item without their indentation, and the line after them. */
function itemLines(lines: readonly string[], at: number, width: number): { inside: string[]; end: number } {
  const inside = [lines[at]!.slice(width)];
  let end = at + 1;
  while (end < lines.length) {
    let filled = end;
    while (filled < lines.length && isBlank(lines[filled])) filled += 1;
    const line = lines[filled];
    if (line === undefined) break;
    if (indentOf(line) >= width) for (; end <= filled; end += 1) inside.push(lines[end]!.slice(width));
    else if (filled === end && !isBlank(inside.at(-1)) && !begins(line) && !item.test(line)) {
      inside.push(line.trimStart());
      end += 1;
    } else break;
  }
  return { inside, end };
}

function readParagraph(lines: readonly string[], at: number): Found {
  let next = at + 1;
  while (next < lines.length && !isBlank(lines[next]) && !underline.test(lines[next]!) && !begins(lines[next]!)) next += 1;
  const level = next < lines.length ? underline.exec(lines[next]!)?.[1] : undefined;
  const inside: readonly Inline[] = readInline(lines.slice(at, next).map((line) => line.trimStart()).join("\n").trimEnd());
  if (level !== undefined) return { block: { is: "heading", level: level.startsWith("=") ? 1 : 2, inside }, next: next + 1 };
  return { block: { is: "paragraph", inside }, next };
}
