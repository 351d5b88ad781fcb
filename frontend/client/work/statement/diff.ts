import { type Edit, editsBetween } from "./edits.ts";
import { type AnyDocument, entriesOf } from "./format.ts";

/** A piece of a text that stayed, came or went. */
export interface Run {
  readonly is: "same" | "added" | "removed";
  readonly text: string;
}

/** A paragraph, or an entry of the head: its runs without those added are what it was, without those removed what it is. */
export interface Change {
  readonly is: "same" | "added" | "removed" | "changed";
  readonly runs: readonly Run[];
}

/** What changed between two versions, as plain data. */
export interface DocumentDiff {
  /** By key, in the order of the head. */
  readonly head: readonly (Change & { readonly key: string })[];
  /** By paragraph. */
  readonly body: readonly Change[];
}

const MOST_PARAGRAPH_EDITS = 2_000;
const MOST_WORD_EDITS = 800;
/** How many paragraphs ahead an earlier form of one is looked for, and how much of it must have stayed. */
const WINDOW = 8;
const LEAST_ALIKE = 0.4;

/** Chinese is told apart by 字, everything else by words; spaces and signs stand alone. */
const wordsOf = (text: string): string[] => text.match(/\p{Script=Han}|[\p{L}\p{M}\p{N}]+|\s+|[^]/gu) ?? [];

/** Compares two versions of a document. Its cost is bounded for any two documents: where they have little in common, one is shown as gone and the other as new. */
export function diffDocuments(before: AnyDocument, after: AnyDocument): DocumentDiff {
  return { head: diffHeads(before, after), body: diffTexts(before.body, after.body) };
}

/** Whether nothing is different. */
export const isUnchanged = ({ head, body }: DocumentDiff): boolean => [...head, ...body].every(({ is }) => is === "same");

function diffHeads(before: AnyDocument, after: AnyDocument): DocumentDiff["head"] {
  const [was, is] = [byKey(before), byKey(after)];
  const order = [...is.keys(), ...[...was.keys()].filter((key) => !is.has(key))];
  return order.map((key) => ({ key, ...diffOne(was.get(key) ?? "", is.get(key) ?? "") }));
}

/** An entry that stands more than once is read as so many lines. */
function byKey(document: AnyDocument): Map<string, string> {
  const values = new Map<string, string>();
  for (const [key, value] of entriesOf(document)) values.set(key, values.has(key) ? `${values.get(key)}\n${value}` : value);
  return values;
}

function diffOne(before: string, after: string): Change {
  if (before === after) return whole("same", before);
  if (before === "") return whole("added", after);
  if (after === "") return whole("removed", before);
  return { is: "changed", runs: diffWords(before, after) };
}

/** Compares two texts, first by paragraph, then by word within paragraphs that became others. */
export function diffTexts(before: string, after: string): readonly Change[] {
  const [was, is] = [paragraphsOf(before), paragraphsOf(after)];
  const edits = editsBetween(was, is, MOST_PARAGRAPH_EDITS) ?? replaced(was, is);
  const changes: Change[] = [];
  let [left, right] = [0, 0];
  for (let place = 0; place < edits.length; place += 1) {
    const { is: kind, count } = edits[place]!;
    if (kind === "same") {
      changes.push(...was.slice(left, left + count).map((text) => whole("same", text)));
      [left, right] = [left + count, right + count];
      continue;
    }
    const next = kind === "removed" && edits[place + 1]?.is === "added" ? edits[place + 1]!.count : 0;
    const [removed, added] = kind === "removed" ? [count, next] : [0, count];
    changes.push(...pair(was.slice(left, left + removed), is.slice(right, right + added)));
    [left, right] = [left + removed, right + added];
    if (next > 0) place += 1;
  }
  return changes;
}

const paragraphsOf = (text: string): string[] => text.split(/\n{2,}/).filter((paragraph) => paragraph !== "");
const whole = (is: Run["is"], text: string): Change => ({ is, runs: text === "" ? [] : [{ is, text }] });

function replaced(before: readonly unknown[], after: readonly unknown[]): Edit[] {
  return [{ is: "removed", count: before.length }, { is: "added", count: after.length }];
}

/** Finds for each new paragraph the earlier form it came from, in order; the rest came or went whole. */
function pair(removed: readonly string[], added: readonly string[]): Change[] {
  const changes: Change[] = [];
  const bags = removed.map(bagOf);
  let left = 0;
  for (const text of added) {
    const bag = bagOf(text);
    const ahead = bags.slice(left, left + WINDOW).findIndex((other) => alike(bag, other) >= LEAST_ALIKE);
    if (ahead === -1) {
      changes.push(whole("added", text));
      continue;
    }
    changes.push(...removed.slice(left, left + ahead).map((gone) => whole("removed", gone)));
    changes.push(diffOne(removed[left + ahead]!, text));
    left += ahead + 1;
  }
  return [...changes, ...removed.slice(left).map((gone) => whole("removed", gone))];
}

interface Bag {
  readonly counts: ReadonlyMap<string, number>;
  readonly size: number;
}

function bagOf(text: string): Bag {
  const words = wordsOf(text).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return { counts, size: words.length };
}

/** The part of their words that two paragraphs share, 0 to 1. */
function alike(one: Bag, other: Bag): number {
  let shared = 0;
  for (const [word, count] of one.counts) shared += Math.min(count, other.counts.get(word) ?? 0);
  return one.size + other.size === 0 ? 0 : (2 * shared) / (one.size + other.size);
}

function diffWords(before: string, after: string): readonly Run[] {
  const [was, is] = [wordsOf(before), wordsOf(after)];
  const edits = editsBetween(was, is, MOST_WORD_EDITS) ?? replaced(was, is);
  let [left, right] = [0, 0];
  return edits.map(({ is: kind, count }) => {
    const text = (kind === "added" ? is.slice(right, right + count) : was.slice(left, left + count)).join("");
    if (kind !== "added") left += count;
    if (kind !== "removed") right += count;
    return { is: kind, text };
  });
}
