// The published file of a batch, from which anyone rebuilds its tree. JSON Lines, UTF-8, each line ended by one line feed:
//
//   1. the header     {"format":"gongsheng-batch","version":1,"project":3,"equation":"lines","records":2,"people":2,"leaves":2,"sum":"4000000","root":"0x…"}
//   2. the people     {"identity":"0x…","value":"2500000","records":2,"digest":"0x…"}        in ascending order of identity
//   3. the records    {"commit":"…","at":1750000000,"people":[1,0],"added":7,"deleted":0}    in ascending order of commit
//
// `people` of a record are places in the list of people, counted from 0, the author first. `at` is in seconds since 1970. Lines
// added and deleted, or "points":"2500000", stand there only where the equation reads them. No names and no addresses: a person is a hash.
// The bytes are canonical: the same records give the same file, and so the same digest, on every machine.
import type { Hex } from "viem";
import { type Batch, buildBatch, type HistoryRecord } from "./batch.ts";
import { type Equation, isEquation } from "./equation.ts";
import { hashOf, isCommit, isHash } from "./leaf.ts";

const FORMAT = "gongsheng-batch";
const VERSION = 1;
const STRIDE = 5_000; // lines between two tellings of progress
const PIECE = 1 << 20; // bytes decoded at once
export const NO_HASH: Hex = `0x${"0".repeat(64)}`;

/** A data file that says what it cannot: `line` counts from 1; 0 is the file as a whole. */
export class BatchDataError extends Error {
  readonly line: number;
  constructor(line: number, reason: string) {
    super(reason);
    this.line = line;
  }
}

/** The lines of a batch's data file, each with its line feed. */
export function* writeBatchData(batch: Batch): Generator<string> {
  const places = new Map<Hex, number>();
  for (const { identity } of batch.people) places.set(identity, places.size);
  yield line({
    format: FORMAT,
    version: VERSION,
    project: batch.project,
    equation: batch.equation,
    records: batch.records.length,
    people: batch.people.length,
    leaves: batch.tree?.leaves.length ?? 0,
    sum: String(batch.tree?.sum ?? 0n),
    root: batch.tree?.root ?? NO_HASH,
  });
  for (const { identity, value, records, recordsDigest } of batch.people) yield line({ identity, value: String(value), records, digest: recordsDigest });
  for (const { commit, at, people, added, deleted, points = 0n } of batch.records) {
    const head = { commit, at, people: people.map((identity) => places.get(identity)) };
    yield line(batch.equation === "lines" ? { ...head, added, deleted } : batch.equation === "points" ? { ...head, points: String(points) } : head);
  }
}

const line = (value: object): string => `${JSON.stringify(value)}\n`;

/**
 * Rebuilds a batch from its published bytes. Only project, equation, identities and records are taken from the file; every other
 * number is computed anew, and the file must be, byte for byte, what these give.
 * `tell` hears how far it is, from 0 to 1, a few times in a long file. Errors: BatchDataError for anything that is not so.
 */
export function readBatchData(bytes: Uint8Array, tell: (part: number) => void = () => undefined): { batch: Batch; dataDigest: Hex } {
  const lines = linesOf(bytes);
  const next = (): string => lines.next().value ?? "";
  const header = parse(next(), 0);
  if (header.format !== FORMAT) throw new BatchDataError(1, `not a batch data file (no "format":"${FORMAT}")`);
  if (header.version !== VERSION) throw new BatchDataError(1, `version ${String(header.version)} is not known here, only ${VERSION}`);
  const { project, equation, people, records } = header;
  if (!isCount(project) || project >= 2 ** 32) throw new BatchDataError(1, "no project number");
  if (!isEquation(equation)) throw new BatchDataError(1, `unknown equation ${String(equation)}`);
  const count = countLines(bytes);
  if (!isCount(people) || !isCount(records) || count !== 1 + people + records) throw new BatchDataError(0, `${count} lines are not those that the header announces`);
  const identities = Array.from({ length: people }, (_, place) => identityAt(next(), 1 + place));
  const read = Array.from({ length: records }, (_, place) => {
    if (place % STRIDE === 0) tell((place / records) * 0.3);
    return recordAt(next(), 1 + people + place, identities, equation);
  });
  tell(0.3);
  const batch = rebuild(project, equation, read);
  compareLines(linesOf(bytes), batch, (place) => tell(0.7 + (place / count) * 0.3));
  return { batch, dataDigest: hashOf(bytes) };
}

/** The file's lines must be those that its batch gives. `tell` hears the place of a line now and then. */
function compareLines(lines: Generator<string, undefined>, batch: Batch, tell: (place: number) => void): void {
  let place = 0;
  for (const expected of writeBatchData(batch)) {
    if (place % STRIDE === 0) tell(place);
    if (`${lines.next().value}\n` !== expected) throw new BatchDataError(place + 1, `the records give ${expected.trim()}`);
    place++;
  }
  if (!lines.next().done) throw new BatchDataError(place + 1, "a person without a record");
}

/** The project that a data file says it is of, from its first line alone; null if it is no batch data file of a known version. */
export function projectOfBatchData(firstLine: string): number | null {
  try {
    const header = JSON.parse(firstLine) as Record<string, unknown>;
    return header.format === FORMAT && header.version === VERSION && isCount(header.project) ? header.project : null;
  } catch {
    return null;
  }
}

function rebuild(project: number, equation: Equation, records: HistoryRecord[]): Batch {
  try {
    return buildBatch(project, equation, records);
  } catch (error) {
    throw new BatchDataError(0, error instanceof Error ? error.message : String(error));
  }
}

/** The lines, without their line feeds, a piece of the file at a time: as one text, a long file would be more than an engine can hold. */
function* linesOf(bytes: Uint8Array): Generator<string, undefined> {
  if (bytes.at(-1) !== 10) throw new BatchDataError(0, bytes.length === 0 ? "empty" : "cut off: the last line has no end");
  const decode = decoding();
  let rest = "";
  for (let from = 0; from < bytes.length; from += PIECE) {
    const lines = (rest + decode(bytes.subarray(from, from + PIECE))).split("\n");
    rest = lines.pop()!;
    yield* lines;
  }
  decode();
}

/** Bytes as text, piece by piece; nothing ends it. */
function decoding(): (piece?: Uint8Array) => string {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  return (piece) => {
    try {
      return decoder.decode(piece, { stream: piece !== undefined });
    } catch {
      throw new BatchDataError(0, "not UTF-8");
    }
  };
}

function countLines(bytes: Uint8Array): number {
  let count = 0;
  for (let place = bytes.indexOf(10); place >= 0; place = bytes.indexOf(10, place + 1)) count++;
  return count;
}

function parse(line: string, place: number): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch {
    // Told below, with the line.
  }
  throw new BatchDataError(place + 1, "not a JSON object");
}

function identityAt(line: string, place: number): Hex {
  const { identity } = parse(line, place);
  if (!isHash(identity)) throw new BatchDataError(place + 1, "no identity");
  return identity;
}

function recordAt(line: string, place: number, identities: Hex[], equation: Equation): HistoryRecord {
  const { commit, at, people, added = 0, deleted = 0, points = "0" } = parse(line, place);
  const refuse = (reason: string): never => {
    throw new BatchDataError(place + 1, reason);
  };
  if (typeof commit !== "string" || !isCommit(commit)) return refuse("no commit id");
  if (!Number.isSafeInteger(at)) return refuse("no time");
  if (!Array.isArray(people) || people.length === 0 || new Set(people).size !== people.length) return refuse("no people, or one twice");
  const named = people.map((person: number) => identities[person] ?? refuse(`no person ${String(person)}`));
  if (equation === "lines" && !(isCount(added) && isCount(deleted))) return refuse("no line counts");
  if (typeof points !== "string" || !/^(0|[1-9]\d{0,18})$/.test(points)) return refuse("no points");
  if (equation === "points") return { commit, at: at as number, people: named, added: 0, deleted: 0, points: BigInt(points) };
  return { commit, at: at as number, people: named, added: added as number, deleted: deleted as number };
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
