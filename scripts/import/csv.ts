// A history as CSV, as spreadsheets save it. The mapping says which column is what; every row that cannot be used is told with its line,
// all of them at once, and then none is taken.
import { createReadStream, statSync } from "node:fs";
import { hashOf } from "#client/work/leaf.ts";
import { EXIT } from "../coop/exit.ts";
import { BadInput, Failure } from "../coop/failure.ts";
import { BadCell, readMoment, readPeople, readPoints } from "./csvCells.ts";
import type { Mapping } from "./csvMapping.ts";
import { type CsvRow, CsvRows } from "./csvRows.ts";
import type { CsvWords } from "./csvText.ts";
import { showUnits } from "./report.ts";
import type { Source, SourceRecord } from "./source.ts";

const SHOWN = 5; // rows that a dry run shows as they are understood

/** Where the cells of a row stand. */
type Places = Record<"who" | "what" | "when", number> & Record<"points" | "where" | "id", number | null>;

/** The records of `file`; `shown` is its name in messages. Errors while reading: BadInput for the file; Failure (2) with all lines at its end. */
export function openCsv(file: string, shown: string, mapping: Mapping, words: CsvWords): Source {
  const total = statSync(file).size;
  const reader = new Reader(shown, mapping, words);
  let done = 0;
  const records = async function* (): AsyncGenerator<SourceRecord> {
    for await (const row of readRows(file, shown, mapping.separator, words, (bytes) => (done += bytes))) {
      const record = reader.read(row);
      if (record) yield record;
    }
    reader.finish();
  };
  return { records: records(), placeOf: (number) => `${shown}:${reader.lines[number - 1]}`, progress: () => ({ done, total }), understood: reader.understood };
}

async function* readRows(file: string, shown: string, separator: string, words: CsvWords, onBytes: (bytes: number) => void): AsyncGenerator<CsvRow> {
  const decoder = new TextDecoder("utf-8", { fatal: true }); // takes a byte order mark away
  const decode = (chunk?: Buffer): string => {
    try {
      return decoder.decode(chunk, { stream: chunk !== undefined });
    } catch {
      throw new BadInput(shown, words.notUtf8);
    }
  };
  const rows = new CsvRows(separator);
  for await (const chunk of createReadStream(file, { highWaterMark: 262_144 }) as AsyncIterable<Buffer>) {
    onBytes(chunk.length);
    yield* rows.push(decode(chunk));
  }
  yield* rows.push(decode());
  yield* rows.end();
}

/** Turns rows into records, and remembers what was wrong. */
class Reader {
  /** The line of each record. */
  readonly lines: number[] = [];
  readonly understood: string[][] = [];
  private readonly seen = new Map<string, number>(); // record -> its line
  private readonly faults: string[] = [];
  private places: Places | null = null;
  private width = 0;
  private readonly shown: string;
  private readonly mapping: Mapping;
  private readonly words: CsvWords;

  constructor(shown: string, mapping: Mapping, words: CsvWords) {
    this.shown = shown;
    this.mapping = mapping;
    this.words = words;
  }

  /** The record of a row; null for the header, for a row without a word in it, and for one that is at fault. */
  read(row: CsvRow): SourceRecord | null {
    if (!this.places) {
      this.readHeader(row);
      return null;
    }
    if (row.fault === null && row.cells.every((cell) => cell.trim() === "")) return null;
    try {
      return this.readRow(row, this.places);
    } catch (error) {
      if (!(error instanceof BadCell)) throw error;
      this.faults.push(`${this.shown}:${row.line}: ${error.message}`);
      return null;
    }
  }

  /** Errors: Failure with every row that was at fault. */
  finish(): void {
    if (!this.places) throw new BadInput(this.shown, this.words.noHeader);
    if (this.faults.length > 0) throw new Failure([...this.faults, this.words.badLines(this.faults.length)].join("\n"), EXIT.badInput);
  }

  private readHeader({ line, cells, fault }: CsvRow): void {
    const refuse = (reason: string): never => {
      throw new BadInput(`${this.shown}:${line}`, reason);
    };
    if (fault) refuse(this.words.faults[fault]);
    const names = cells.map((cell) => cell.trim());
    if (names.every((name) => name === "")) refuse(this.words.noHeader);
    const find = (column: string): number => {
      const place = names.indexOf(column.trim());
      if (place < 0) return refuse(this.words.noColumn(column, names.join(", ")));
      return names.indexOf(column.trim(), place + 1) < 0 ? place : refuse(this.words.columnTwice(column));
    };
    const { who, what, when, points, where, id } = this.mapping;
    const maybe = (column: string | undefined): number | null => (column === undefined ? null : find(column));
    this.width = names.length;
    this.places = { who: find(who), what: find(what), when: find(when), points: maybe(points), where: maybe(where), id: maybe(id) };
  }

  private readRow({ line, cells, fault }: CsvRow, places: Places): SourceRecord {
    const { mapping, words } = this;
    if (fault) throw new BadCell(words.faults[fault]);
    if (cells.length !== this.width) throw new BadCell(words.width(cells.length, this.width));
    const text = (place: number | null): string => (place === null ? "" : cells[place]!.trim());
    const need = (place: number, column: string): string => {
      if (text(place) === "") throw new BadCell(words.empty(column));
      return text(place);
    };
    const names = readPeople(text(places.who), mapping.who, mapping, words);
    const what = need(places.what, mapping.what);
    const at = readMoment(text(places.when), mapping.when, mapping, words);
    const points = places.points === null ? undefined : readPoints(text(places.points), mapping.points!, mapping, words);
    const where = text(places.where);
    const own = places.id === null ? [names, what, at, points === undefined ? null : String(points), where] : [need(places.id, mapping.id!)];
    const commit = recordId(own);
    const before = this.seen.get(commit);
    if (before !== undefined) throw new BadCell(words.same(before));
    this.seen.set(commit, line);
    this.lines.push(line);
    if (this.understood.length < SHOWN) this.understood.push([String(line), showTime(at), names.join(" + "), what, points === undefined ? "" : showUnits(points), where]);
    return { commit, at, names, added: 0, deleted: 0, ...(points === undefined ? {} : { points }) };
  }
}

/** What stands for a commit: the hash of what the row says, or of its id. A row that comes again in a later file is the same record. */
const recordId = (own: readonly unknown[]): string => hashOf(new TextEncoder().encode(JSON.stringify(["gongsheng-csv", ...own]))).slice(2);

const showTime = (seconds: number): string => new Date(seconds * 1000).toISOString().slice(0, 16).replace("T", " ");
