// The published data files of batches: written before anything is sent, found again by their digest.
import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import type { Hex } from "viem";
import type { Batch } from "#client/work/batch.ts";
import { BatchDataError, projectOfBatchData, readBatchData, writeBatchData } from "#client/work/batchData.ts";
import { keccakStream } from "#client/work/keccak.ts";
import { toHex } from "#client/work/leaf.ts";
import { EXIT } from "../coop/exit.ts";
import { Failure } from "../coop/failure.ts";
import type { ImportWords } from "./text.ts";

const CHUNK = 1 << 20; // characters gathered before they are hashed and written

/** The name of a batch's data file in a data folder. */
export const dataFileName = (dataDigest: Hex): string => `${dataDigest}.jsonl`;

/** The digest of a batch's data file; `take` gets the file's bytes, piece by piece. */
export function streamBatchData(batch: Batch, take: (bytes: Uint8Array) => void = () => undefined): Hex {
  const hash = keccakStream();
  let text = "";
  const flush = (): void => {
    const bytes = new TextEncoder().encode(text);
    hash.update(bytes);
    take(bytes);
    text = "";
  };
  for (const line of writeBatchData(batch)) if ((text += line).length > CHUNK) flush();
  flush();
  return toHex(hash.digest());
}

/** Writes a batch's data file into `folder` and gives its path and digest. A half-written one never has the name of a whole one. */
export function publishBatchData(folder: string, batch: Batch): { file: string; dataDigest: Hex } {
  mkdirSync(folder, { recursive: true });
  const part = join(folder, `.part-${process.pid}`);
  const opened = openSync(part, "w");
  try {
    const dataDigest = streamBatchData(batch, (bytes) => writeAll(opened, bytes));
    fsyncSync(opened);
    const file = join(folder, dataFileName(dataDigest));
    renameSync(part, file);
    return { file, dataDigest };
  } finally {
    closeSync(opened);
    rmSync(part, { force: true });
  }
}

/** Writes a copy of a batch's data file to `file`. Errors: Failure (2) where it cannot be written. */
export function writeBatchFile(file: string, shown: string, batch: Batch, words: ImportWords): void {
  let opened: number;
  try {
    opened = openSync(file, "w");
  } catch (error) {
    throw new Failure(`${shown}: ${words.cannotWrite(error instanceof Error ? error.message : String(error))}`, EXIT.badInput);
  }
  streamBatchData(batch, (bytes) => writeAll(opened, bytes));
  closeSync(opened);
}

function writeAll(opened: number, bytes: Uint8Array): void {
  for (let from = 0; from < bytes.length; ) from += writeSync(opened, bytes, from);
}

/** The commits that a data file counts. Errors: Failure (3) if the bytes are no sound data file of the project. */
export function commitsOf(bytes: Uint8Array, shown: string, words: ImportWords): Set<string> {
  try {
    return new Set(readBatchData(bytes).batch.records.map((record) => record.commit));
  } catch (error) {
    if (error instanceof BatchDataError) throw new Failure(words.earlierUnread(shown, error.line, error.message), EXIT.earlierDataMissing);
    throw error;
  }
}

/** The commits that the data files of `project` in `folder` count, whatever any chain says. Errors: Failure (3). */
export function commitsInFolder(folder: string, project: number, words: ImportWords): Set<string> {
  let files: string[];
  try {
    files = readdirSync(folder).filter((name) => name.endsWith(".jsonl") && !name.startsWith("."));
  } catch {
    throw new Failure(words.noDataFolder(folder), EXIT.earlierDataMissing);
  }
  const counted = new Set<string>();
  for (const name of files.sort()) {
    const bytes = readFileSync(join(folder, name));
    const firstLine = bytes.subarray(0, Math.max(0, bytes.indexOf(10))).toString("utf8");
    if (projectOfBatchData(firstLine) === project) for (const commit of commitsOf(bytes, join(folder, name), words)) counted.add(commit);
  }
  return counted;
}
