// An import that is meant: what earlier batches counted is left out, and the rest is posted.
import type { Language } from "../coop/language.ts";
import { openCooperative } from "../coop/open.ts";
import { openStage } from "./claims.ts";
import { countedBatches, countedCommits } from "./earlier.ts";
import type { Gathered } from "./gather.ts";
import type { ImportOptions } from "./options.ts";
import { prepareBatch } from "./prepare.ts";
import { reportJson } from "./report.ts";
import { goOn, postBatch, preparePosting } from "./send.ts";
import { importWords } from "./text.ts";

/** Posts what is new of a history. Errors: Failure; the client's Failure where the chain refuses. */
export async function post(options: ImportOptions, gathered: Gathered, language: Language): Promise<void> {
  const cooperative = await openCooperative(options, language);
  const stage = openStage(cooperative, language, options.json);
  const { ledger, now } = await cooperative.read();
  const earlier = countedBatches(ledger, options.project, now);
  const counted = await countedCommits(earlier, cooperative.dataFolder, language);
  const { batch, dataDigest, summary } = prepareBatch(options, gathered, counted, importWords[language]);
  const posting = batch.tree ? await preparePosting(stage, batch, options) : null;
  if (!options.json) console.log(posting ? `${summary}\n` : summary);
  // What an interrupted import left waiting is brought to its end before anything new is posted.
  if (cooperative.deployment.practice) await goOn(stage, earlier.filter((claim) => claim.stage === "pending"));
  const posted = posting ? await postBatch(stage, posting) : null;
  if (options.json) console.log(JSON.stringify({ ...reportJson(batch, dataDigest), batch: posted }));
}
