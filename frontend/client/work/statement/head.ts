import { plainText } from "../../chain/plain.ts";
import { canonicalText } from "./canonical.ts";
import { type Fault, faultAt } from "./faults.ts";

/** One line of a head: `key: value`. Lines are counted from 1. */
export interface Entry {
  readonly key: string;
  readonly value: string;
  readonly line: number;
}

/** A document taken apart at its two `---` lines. */
export interface Parts {
  readonly entries: readonly Entry[];
  /** The line that ends the head: faults about what is missing point there. */
  readonly end: number;
  readonly body: string;
}

const FENCE = "---";
const MOST_SHOWN = 40;

/** A piece of somebody's text, short and harmless, as a message may quote it. */
export const shown = (text: string): string => plainText(text, MOST_SHOWN);

/** What may stand in a document but cannot be seen: two texts that look alike would have different digests. Emoji are joined by U+200D. */
const unseen = /(?!\n|\t|\u200D|\uFE0E|\uFE0F)[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Noncharacter_Code_Point}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;

/** A text in which whatever could not be seen shows as a replacement sign. */
export const unhidden = (text: string): string => text.replace(new RegExp(unseen, "gu"), "\uFFFD");

/** Whether nothing in a text is hidden from its reader. */
export const isSeen = (text: string): boolean => !unseen.test(text);

/**
 * Splits a canonical text into head and body and tells every line that is no entry. A head is less than YAML on purpose: a line is
 * a key, a colon, a space and the value to the line's end, with no quotes, no nesting, no lists over lines. Empty lines are passed over.
 */
export function splitHead(text: string): Parts | { readonly faults: readonly Fault[] } {
  const lines = text.split("\n");
  const hidden = findUnseen(lines);
  if (hidden.length > 0) return { faults: hidden };
  if (lines[0] !== FENCE) return { faults: [faultAt(1, null, "headMissing")] };
  const end = lines.indexOf(FENCE, 1);
  if (end === -1) return { faults: [faultAt(1, null, "headOpen")] };
  const entries: Entry[] = [];
  const faults: Fault[] = [];
  for (let place = 1; place < end; place += 1) {
    const line = lines[place]!;
    if (line === "") continue;
    const found = readLine(line, place + 1);
    if ("code" in found) faults.push(found);
    else entries.push(found);
  }
  if (faults.length > 0) return { faults };
  return { entries, end: end + 1, body: trimBody(lines.slice(end + 1)) };
}

function readLine(line: string, number: number): Entry | Fault {
  const colon = line.indexOf(":");
  const wide = line.indexOf("：");
  const key = line.slice(0, colon);
  if (colon === -1 || !/^[A-Za-z][A-Za-z.]{0,39}$/.test(key)) {
    const meant = wide === -1 ? "" : line.slice(0, wide);
    return /^[A-Za-z][A-Za-z.]*$/.test(meant) ? faultAt(number, null, "wideColon", shown(meant)) : faultAt(number, null, "notEntry", shown(line));
  }
  const value = line.slice(colon + 1).trim().replace(/\s+/gu, " ");
  if (value === "") return faultAt(number, key, "valueMissing", key);
  return plainText(value, Number.MAX_SAFE_INTEGER) === value ? { key, value, line: number } : faultAt(number, key, "unclean", key);
}

function findUnseen(lines: readonly string[]): Fault[] {
  return lines.flatMap((line, place) => {
    const found = unseen.exec(line)?.[0];
    return found === undefined ? [] : [faultAt(place + 1, null, "unseen", `U+${found.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}`)];
  });
}

/** A text's lines as a body: without the empty ones before and after it. */
export function trimBody(lines: readonly string[]): string {
  const first = lines.findIndex((line) => line !== "");
  return first === -1 ? "" : lines.slice(first).join("\n").trimEnd();
}

/** Writes head and body as a canonical text. A value is kept on its one line. */
export function joinHead(entries: readonly (readonly [key: string, value: string])[], body: string): string {
  const head = entries.map(([key, value]) => `${key}: ${value.trim().replace(/\s+/gu, " ")}`);
  return canonicalText([FENCE, ...head, FENCE, "", trimBody(canonicalText(body).split("\n"))].join("\n"));
}
