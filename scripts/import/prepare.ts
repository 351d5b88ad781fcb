// From records to a batch that can be shown, written and posted.
import type { Hex } from "viem";
import { type Batch, buildBatch, type HistoryRecord } from "#client/work/batch.ts";
import { NO_HASH } from "#client/work/batchData.ts";
import { BadInput } from "../coop/failure.ts";
import { fromWhereTheUserStands } from "../coop/place.ts";
import { streamBatchData, writeBatchFile } from "./dataFiles.ts";
import { type Gathered, leaveOut } from "./gather.ts";
import type { ImportOptions } from "./options.ts";
import { reportText } from "./report.ts";
import type { ImportWords } from "./text.ts";

/** A batch with the digest of its data file, and how it is told. */
export interface Prepared {
  batch: Batch;
  /** Zero where there is no record. */
  dataDigest: Hex;
  summary: string;
}

/** Leaves out what was counted, builds the batch, and writes its file where --out says. Errors: BadInput; Failure (2). */
export function prepareBatch(options: ImportOptions, gathered: Gathered, counted: ReadonlySet<string>, words: ImportWords): Prepared {
  const { fresh, leftOut } = leaveOut(gathered.records, counted);
  const batch = build(options, fresh, words);
  const dataDigest = batch.records.length > 0 ? streamBatchData(batch) : NO_HASH;
  if (options.out !== undefined && batch.records.length > 0) writeBatchFile(fromWhereTheUserStands(options.out), options.out, batch, words);
  return { batch, dataDigest, summary: summarise(batch, dataDigest, leftOut, gathered, words) };
}

function build(options: ImportOptions, records: readonly HistoryRecord[], words: ImportWords): Batch {
  try {
    return buildBatch(options.project, options.equation, records);
  } catch (error) {
    if (error instanceof RangeError) throw new BadInput(options.path, words.tooMuch(error.message));
    throw error;
  }
}

function summarise(batch: Batch, dataDigest: Hex, leftOut: number, gathered: Gathered, words: ImportWords): string {
  if (batch.records.length === 0) return words.nothingNew(leftOut);
  const report = reportText(batch, dataDigest, leftOut, gathered.names, words);
  return batch.tree ? report : `${report}\n${words.nothingWorth(batch.records.length)}`;
}
