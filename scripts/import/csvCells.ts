// What a cell of a spreadsheet says: a moment, a number, people. Nothing is guessed, and no formula is worked out.
import { MICRO } from "#client/work/equation.ts";
import type { Mapping } from "./csvMapping.ts";
import type { CsvWords } from "./csvText.ts";
import { readTime } from "./jsonl.ts";

/** A cell that cannot be used; the message says why. */
export class BadCell extends Error {}

const TIME = /^(.+?)(?:(?:T|\s+)(\d{1,2}):(\d\d)(?::(\d\d)(?:\.\d+)?)?\s*(Z|[+-]\d\d:?\d\d)?)?$/;

/** Seconds since 1970 of a date, with a time of the day or without (then its first second). Errors: BadCell. */
export function readMoment(text: string, column: string, { date, zone }: Pick<Mapping, "date" | "zone">, words: CsvWords): number {
  const [, day = "", hour = "0", minute = "00", second = "00", own] = TIME.exec(text) ?? [];
  const parts = day.split(date[1]!);
  const [year = "", month = "", dayOfMonth = ""] = ["Y", "M", "D"].map((letter) => parts[date.split(date[1]!).indexOf(letter)] ?? "");
  if (parts.length !== 3 || !/^\d{4}$/.test(year) || !/^\d{1,2}$/.test(month) || !/^\d{1,2}$/.test(dayOfMonth)) throw new BadCell(words.badMoment(column, text, date));
  const of = own?.replace(/^([+-]\d\d)(\d\d)$/, "$1:$2") ?? zone;
  if (of === undefined) throw new BadCell(words.noZone(column, text));
  const two = (digits: string): string => digits.padStart(2, "0");
  const found = readTime(`${year}-${two(month)}-${two(dayOfMonth)}T${two(hour)}:${minute}:${second}${of}`);
  if (found === null) throw new BadCell(words.noSuchMoment(column, text));
  return found;
}

/** Units as micro-units, from zero on. Errors: BadCell for a sign, a thousands mark, an exponent, more than six decimals, a formula. */
export function readPoints(text: string, column: string, { decimal }: Pick<Mapping, "decimal">, words: CsvWords): bigint {
  if (/^[=+@]/.test(text)) throw new BadCell(words.formula(column, text));
  const [whole = "", decimals = "", ...more] = text.split(decimal);
  if (/^\d{1,12}$/.test(whole) && more.length === 0 && /^\d{0,6}$/.test(decimals) && !text.endsWith(decimal)) return BigInt(whole) * MICRO + BigInt(decimals.padEnd(6, "0"));
  if (/^\d{1,3}(?:[.,'’\s]\d{3})+(?:[.,]\d+)?$/.test(text)) throw new BadCell(words.thousands(column, text, decimal));
  throw new BadCell(words.badPoints(column, text, decimal));
}

/** The people of a cell, each once, in the order written; the first is the author. Errors: BadCell for nobody, and for a gap between marks. */
export function readPeople(text: string, column: string, { people }: Pick<Mapping, "people">, words: CsvWords): [string, ...string[]] {
  const names = (people === undefined ? [text] : text.split(people)).map((name) => name.trim());
  if (names.includes("")) throw new BadCell(text === "" ? words.nobody(column) : words.gap(column, text));
  return [...new Set(names)] as [string, ...string[]];
}
