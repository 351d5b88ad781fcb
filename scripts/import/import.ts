// `coop import`: a real history becomes a batch of a project.
import { realpathSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { type Batch, buildBatch } from "#client/work/batch.ts";
import { NO_HASH } from "#client/work/batchData.ts";
import { EXIT } from "../coop/exit.ts";
import { BadInput } from "../coop/failure.ts";
import type { Language } from "../coop/language.ts";
import { commitsInFolder, streamBatchData } from "./dataFiles.ts";
import { gather, type Gathered } from "./gather.ts";
import { openGit } from "./git.ts";
import { openJsonl } from "./jsonl.ts";
import { type ImportOptions, readOptions } from "./options.ts";
import { startProgress } from "./progress.ts";
import { reportJson, reportText } from "./report.ts";
import type { Source } from "./source.ts";
import { type ImportWords, importWords } from "./text.ts";

/** Runs the verb. */
export async function run(args: string[], language: Language): Promise<number> {
  const words = importWords[language];
  const options = readOptions(args, words);
  if (!options) {
    console.log(words.help);
    return EXIT.done;
  }
  const source = await openSource(options, words);
  const counted = options.dryRun ? countedForDryRun(options, words) : new Set<string>();
  const gathered = await readAll(source, counted, words);
  const batch = build(options, gathered, words);
  const dataDigest = batch.records.length > 0 ? streamBatchData(batch) : NO_HASH;
  show(options, batch, dataDigest, gathered, words);
  return EXIT.done;
}

/** A path as it was typed, seen from where the user stands; npm itself has moved to the project's folder. */
export const fromWhereTheUserStands = (path: string): string => resolve(process.env.INIT_CWD ?? process.cwd(), path);

async function openSource(options: ImportOptions, words: ImportWords): Promise<Source> {
  const path = fromWhereTheUserStands(options.path);
  let isFolder: boolean;
  try {
    isFolder = statSync(realpathSync(path)).isDirectory();
  } catch (error) {
    const why = error as NodeJS.ErrnoException;
    throw new BadInput(options.path, why.code === "ENOENT" ? words.noSuchPath : words.cannotRead(why.message));
  }
  if (isFolder) return openGit(path, options.path, options.equation === "lines", words.git, (text) => console.error(text));
  return openJsonl(path, options.path, words.jsonl);
}

function countedForDryRun(options: ImportOptions, words: ImportWords): Set<string> {
  return options.data === undefined ? new Set() : commitsInFolder(fromWhereTheUserStands(options.data), options.project, words);
}

async function readAll(source: Source, counted: ReadonlySet<string>, words: ImportWords): Promise<Gathered> {
  const progress = startProgress();
  try {
    return await gather(source, counted, words, (count) => {
      if (count % 64 !== 0) return;
      const { done, total } = source.progress();
      progress.show(done / total, () => words.reading(String(count)));
    });
  } finally {
    progress.end();
  }
}

function build(options: ImportOptions, gathered: Gathered, words: ImportWords): Batch {
  if (gathered.records.length + gathered.leftOut === 0) throw new BadInput(options.path, words.noRecords);
  try {
    return buildBatch(options.project, options.equation, gathered.records);
  } catch (error) {
    if (error instanceof RangeError) throw new BadInput(options.path, words.tooMuch(error.message));
    throw error;
  }
}

function show(options: ImportOptions, batch: Batch, dataDigest: `0x${string}`, gathered: Gathered, words: ImportWords): void {
  if (options.json) {
    console.log(JSON.stringify(reportJson(batch, dataDigest)));
    return;
  }
  if (batch.records.length === 0) console.log(words.nothingNew(gathered.leftOut));
  else {
    console.log(reportText(batch, dataDigest, gathered.leftOut, gathered.names, words));
    if (!batch.tree) console.log(words.nothingWorth(batch.records.length));
  }
  if (options.dryRun) console.log(words.drySent);
}
