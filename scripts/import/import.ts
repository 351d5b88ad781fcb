// `coop import`: a real history becomes a batch of a project.
import type { Hex } from "viem";
import { type Batch, buildBatch, type HistoryRecord } from "#client/work/batch.ts";
import { NO_HASH } from "#client/work/batchData.ts";
import { EXIT } from "../coop/exit.ts";
import { BadInput } from "../coop/failure.ts";
import type { Language } from "../coop/language.ts";
import { fromWhereTheUserStands, openCooperative } from "../coop/open.ts";
import { openStage } from "./claims.ts";
import { commitsInFolder, streamBatchData, writeBatchFile } from "./dataFiles.ts";
import { countedBatches, countedCommits } from "./earlier.ts";
import { type Gathered, leaveOut } from "./gather.ts";
import { type ImportOptions, readOptions } from "./options.ts";
import { readHistory } from "./read.ts";
import { reportJson, reportText } from "./report.ts";
import { goOn, postBatch, preparePosting } from "./send.ts";
import { type ImportWords, importWords } from "./text.ts";

/** Runs the verb. */
export async function run(args: string[], language: Language): Promise<number> {
  const words = importWords[language];
  const options = readOptions(args, words);
  if (!options) console.log(words.help);
  else {
    // The history is read before anything is asked of a chain: a broken line is told even where there is none.
    const gathered = await readHistory(options.path, options.equation, words);
    await (options.dryRun ? runDry : runReal)(options, gathered, language);
  }
  return EXIT.done;
}

async function runDry(options: ImportOptions, gathered: Gathered, language: Language): Promise<void> {
  const words = importWords[language];
  const counted = options.data === undefined ? new Set<string>() : commitsInFolder(fromWhereTheUserStands(options.data), options.project, words);
  const { fresh, leftOut } = leaveOut(gathered.records, counted);
  const batch = build(options, fresh, words);
  const dataDigest = digestOf(batch);
  writeOut(options, batch, words);
  if (options.json) return console.log(JSON.stringify(reportJson(batch, dataDigest)));
  console.log(summary(batch, dataDigest, leftOut, gathered, words));
  console.log(words.drySent);
}

async function runReal(options: ImportOptions, gathered: Gathered, language: Language): Promise<void> {
  const words = importWords[language];
  const cooperative = await openCooperative(options, language);
  const stage = openStage(cooperative, language, options.json);
  const { ledger, now } = await cooperative.read();
  const earlier = countedBatches(ledger, options.project, now);
  const { fresh, leftOut } = leaveOut(gathered.records, await countedCommits(earlier, cooperative.dataFolder, language));
  const batch = build(options, fresh, words);
  const dataDigest = digestOf(batch);
  writeOut(options, batch, words);
  const posting = batch.tree ? await preparePosting(stage, batch, options) : null;
  if (!options.json) console.log(`${summary(batch, dataDigest, leftOut, gathered, words)}${batch.tree ? "\n" : ""}`);
  // What an interrupted import left waiting is brought to its end before anything new is posted.
  if (cooperative.deployment.practice) await goOn(stage, earlier.filter((claim) => claim.stage === "pending"));
  const posted = posting ? await postBatch(stage, posting) : null;
  if (options.json) console.log(JSON.stringify({ ...reportJson(batch, dataDigest), batch: posted }));
}

function writeOut({ out }: ImportOptions, batch: Batch, words: ImportWords): void {
  if (out !== undefined && batch.records.length > 0) writeBatchFile(fromWhereTheUserStands(out), out, batch, words);
}

function build(options: ImportOptions, records: readonly HistoryRecord[], words: ImportWords): Batch {
  try {
    return buildBatch(options.project, options.equation, records);
  } catch (error) {
    if (error instanceof RangeError) throw new BadInput(options.path, words.tooMuch(error.message));
    throw error;
  }
}

const digestOf = (batch: Batch): Hex => (batch.records.length > 0 ? streamBatchData(batch) : NO_HASH);

function summary(batch: Batch, dataDigest: Hex, leftOut: number, gathered: Gathered, words: ImportWords): string {
  if (batch.records.length === 0) return words.nothingNew(leftOut);
  const report = reportText(batch, dataDigest, leftOut, gathered.names, words);
  return batch.tree ? report : `${report}\n${words.nothingWorth(batch.records.length)}`;
}
