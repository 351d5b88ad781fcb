// A history as JSON Lines: one record a line, all seven fields there, further fields passed over.
//   {"commit":"…40 or 64 hex digits","author":"…","coauthors":["…"],"at":"2026-01-31T18:30:00+08:00","files":2,"added":21,"deleted":3}
import { statSync } from "node:fs";
import { isCommit } from "#client/work/leaf.ts";
import { BadInput } from "../coop/failure.ts";
import { readLines } from "./lines.ts";
import { type Source, type SourceRecord, withoutRepeats } from "./source.ts";
import type { JsonlWords } from "./text.ts";

/** The records of `file`; `shown` is its name in messages. Errors while reading: BadInput `file:line: reason`. */
export function openJsonl(file: string, shown: string, words: JsonlWords): Source {
  const total = statSync(file).size;
  let done = 0;
  const records = async function* (): AsyncGenerator<SourceRecord> {
    let number = 0;
    for await (const line of readLines(file, shown, words, (bytes) => (done += bytes))) {
      number++;
      yield readRecord(line, `${shown}:${number}`, words);
    }
  };
  return { records: records(), placeOf: (number) => `${shown}:${number}`, progress: () => ({ done, total }) };
}

/** One line as a record. Errors: BadInput. */
export function readRecord(line: string, place: string, words: JsonlWords): SourceRecord {
  const refuse = (reason: string): never => {
    throw new BadInput(place, reason);
  };
  if (line.trim() === "") return refuse(words.emptyLine);
  const { commit, author, coauthors, at, files, added, deleted } = parseObject(line, refuse, words);
  const missing = Object.entries({ commit, author, coauthors, at, files, added, deleted }).find(([, value]) => value === undefined);
  if (missing) return refuse(words.missing(missing[0]));
  if (typeof commit !== "string" || !isCommit(commit)) return refuse(words.badCommit);
  if (!isName(author)) return refuse(words.badAuthor);
  if (!Array.isArray(coauthors) || !coauthors.every(isName)) return refuse(words.badCoauthors);
  const time = typeof at === "string" ? readTime(at) : null;
  if (time === null) return refuse(words.badTime);
  for (const [field, value] of Object.entries({ files, added, deleted })) if (!Number.isSafeInteger(value) || (value as number) < 0) return refuse(words.badCount(field));
  return { commit, at: time, names: withoutRepeats(author, coauthors as string[]), added: added as number, deleted: deleted as number };
}

function parseObject(line: string, refuse: (reason: string) => never, words: JsonlWords): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    return refuse(words.notJson(error instanceof Error ? error.message : String(error)));
  }
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : refuse(words.notObject);
}

/** A name has something to read in it, and can be written as UTF-8 (half a surrogate pair cannot). */
const isName = (value: unknown): value is string => typeof value === "string" && value.trim() !== "" && value.isWellFormed();

const TIME = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:Z|([+-])(\d\d):(\d\d))$/;

/** Whole seconds since 1970 of an ISO 8601 time with its zone, parts of a second cut off; null if it is none, or no day of the calendar. */
export function readTime(text: string): number | null {
  const parts = TIME.exec(text);
  if (!parts) return null;
  const [year, month, day, hour, minute, second] = parts.slice(1, 7).map(Number) as [number, number, number, number, number, number];
  const [zoneHours, zoneMinutes] = [Number(parts[8] ?? 0), Number(parts[9] ?? 0)];
  if (hour > 23 || minute > 59 || second > 59 || zoneHours > 23 || zoneMinutes > 59) return null;
  const local = new Date(0);
  local.setUTCFullYear(year, month - 1, day);
  if (local.getUTCMonth() !== month - 1 || local.getUTCDate() !== day) return null;
  local.setUTCHours(hour, minute, second);
  return local.getTime() / 1000 - (parts[7] === "-" ? -1 : 1) * (zoneHours * 3600 + zoneMinutes * 60);
}
