// What an import shows when it is done: a table for eyes, or one JSON object for programs.
import type { Hex } from "viem";
import type { Batch, BatchPerson } from "#client/work/batch.ts";
import { NO_HASH } from "#client/work/batchData.ts";
import { MICRO } from "#client/work/equation.ts";
import type { ImportWords } from "./text.ts";

const LEADING = 12; // people shown by name

/** The object of --json. Numbers that may be large are decimal strings, in micro-units. */
export function reportJson(batch: Batch, dataDigest: Hex): object {
  return {
    records: batch.records.length,
    people: batch.people.length,
    totalValue: String(batch.tree?.sum ?? 0n),
    root: batch.tree?.root ?? NO_HASH,
    dataDigest,
    leaves: withValue(batch).map(({ identity, value, records }) => ({ identity, value: String(value), records })),
  };
}

/** The people with the most value, and the numbers of the whole. */
export function reportText(batch: Batch, dataDigest: Hex, leftOut: number, names: ReadonlyMap<Hex, string>, words: ImportWords): string {
  const sum = batch.tree?.sum ?? 0n;
  const ranked = withValue(batch);
  const rows = leading(ranked).map((person, place) => [
    String(place + 1),
    shorten(names.get(person.identity) ?? "", 32),
    `${person.identity.slice(0, 10)}…`,
    group(String(person.records)),
    showUnits(person.value),
    showPercent(person.value, sum),
  ]);
  const { person, identity, records, value, share } = words.table;
  const table = drawTable([["", person, identity, records, value, share], ...rows], [true, false, false, true, true, true]);
  const rest = ranked.length - rows.length;
  return [
    table,
    ...(rest > 0 ? [words.others(group(String(rest)))] : []),
    "",
    words.summary({
      records: batch.records.length,
      people: batch.people.length,
      leaves: ranked.length,
      leftOut,
      total: showUnits(sum),
      root: batch.tree?.root ?? NO_HASH,
      dataDigest,
    }),
  ].join("\n");
}

/** The first rows of a mapped file, as they were understood. */
export function reportUnderstood(rows: readonly string[][], words: ImportWords): string[] {
  if (rows.length === 0) return [];
  const header = Object.values(words.csv.columns);
  const short = rows.map((row) => row.map((cell) => shorten(cell.replaceAll(/\s+/g, " "), 32)));
  return [words.csv.understood(rows.length), drawTable([header, ...short], [true, false, false, false, true, false]), ""];
}

/** Those with the most value; a million people need no order to find twelve. */
function leading(people: readonly BatchPerson[]): BatchPerson[] {
  const byValue = (a: BatchPerson, b: BatchPerson): number => (a.value !== b.value ? (a.value > b.value ? -1 : 1) : a.identity < b.identity ? -1 : 1);
  const first: BatchPerson[] = [];
  for (const person of people) {
    if (first.length === LEADING && byValue(first.at(-1)!, person) < 0) continue;
    first.push(person);
    first.sort(byValue).splice(LEADING);
  }
  return first;
}

const withValue = (batch: Batch): BatchPerson[] => batch.people.filter((person) => person.value > 0n);

const group = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, ",");

/** Micro-units as units, with the decimals that are there. */
export function showUnits(value: bigint): string {
  const decimals = String(value % MICRO).padStart(6, "0").replace(/0+$/, "");
  return group(String(value / MICRO)) + (decimals ? `.${decimals}` : "");
}

/** A part of a whole in per cent with one decimal, cut off rather than rounded. */
const showPercent = (part: bigint, whole: bigint): string => `${(part * 100n) / whole}.${((part * 1000n) / whole) % 10n} %`;

const shorten = (text: string, longest: number): string => (text.length > longest ? `${text.slice(0, longest - 1)}…` : text);

/** Columns side by side; `right` tells which are aligned to the right. A Chinese character takes two places on a terminal. */
function drawTable(rows: string[][], right: boolean[]): string {
  const widths = right.map((_, column) => Math.max(...rows.map((row) => widthOf(row[column]!))));
  const cell = (text: string, column: number): string => {
    const pad = " ".repeat(widths[column]! - widthOf(text));
    return right[column] ? pad + text : text + pad;
  };
  return rows.map((row) => row.map(cell).join("  ").trimEnd()).join("\n");
}

const widthOf = (text: string): number => [...text].reduce((width, char) => width + (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(char) ? 2 : 1), 0);
