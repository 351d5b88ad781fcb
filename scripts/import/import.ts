// `coop import`: a real history becomes a batch of a project.
import { EXIT } from "../coop/exit.ts";
import type { Language } from "../coop/language.ts";
import { fromWhereTheUserStands } from "../coop/place.ts";
import { commitsInFolder } from "./dataFiles.ts";
import type { Gathered } from "./gather.ts";
import { type ImportOptions, readOptions } from "./options.ts";
import { prepareBatch } from "./prepare.ts";
import { readHistory } from "./read.ts";
import { reportJson, reportUnderstood } from "./report.ts";
import { type ImportWords, importWords } from "./text.ts";

/** Runs the verb. */
export async function run(args: string[], language: Language): Promise<number> {
  const words = importWords[language];
  const options = readOptions(args, words);
  if (!options) console.log(words.help);
  else {
    // The history is read before anything is asked of a chain: a broken line is told even where there is none.
    const gathered = await readHistory(options.path, options.equation, words, options.mapping);
    if (options.dryRun) runDry(options, gathered, words);
    // The chain's door is opened only where it is needed: a dry run is quicker without it.
    else await (await import("./post.ts")).post(options, gathered, language);
  }
  return EXIT.done;
}

function runDry(options: ImportOptions, gathered: Gathered, words: ImportWords): void {
  const counted = options.data === undefined ? new Set<string>() : commitsInFolder(fromWhereTheUserStands(options.data), options.project, words);
  const { batch, dataDigest, summary } = prepareBatch(options, gathered, counted, words);
  console.log(options.json ? JSON.stringify(reportJson(batch, dataDigest)) : [...reportUnderstood(gathered.understood, words), summary, words.drySent].join("\n"));
}
