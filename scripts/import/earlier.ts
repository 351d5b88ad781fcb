// What earlier batches of a project counted, by the chain's log and their published data files.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { projectId } from "#client/chain/ids.ts";
import type { Ledger } from "#client/ledger.ts";
import { hashOf } from "#client/work/leaf.ts";
import { stageOf } from "#client/work/stage.ts";
import type { BatchClaim } from "#client/work/types.ts";
import { EXIT } from "../coop/exit.ts";
import { Failure } from "../coop/failure.ts";
import type { Language } from "../coop/language.ts";
import { commitsOf, dataFileName } from "./dataFiles.ts";
import { sendWords } from "./sendText.ts";
import { importWords } from "./text.ts";

const PATIENCE = 60_000; // milliseconds for a download

/** The batches of a project that count, or may yet: all but those that lapsed, were withdrawn, or came to nothing for good. */
export function countedBatches(ledger: Ledger, project: number, now: number): BatchClaim[] {
  const wanted = projectId(project);
  return [...ledger.work.claims.values()].filter((claim): claim is BatchClaim => {
    if (claim.lane !== "batch" || claim.project !== wanted) return false;
    const { situation } = stageOf(ledger, claim, now);
    if (situation === "waiting" || situation === "round") return true;
    return situation !== "lapsed" && situation !== "withdrawn" && situation !== "nothing" && claim.inForce > 0n;
  });
}

/** The commits that those batches count. Errors: Failure (3) where the data of one cannot be had or is not sound. */
export async function countedCommits(batches: readonly BatchClaim[], dataFolder: string, language: Language): Promise<Set<string>> {
  const counted = new Set<string>();
  for (const batch of batches) for (const commit of commitsOf(await fetchBatchData(batch, dataFolder, language), dataFileName(batch.dataDigest), importWords[language])) counted.add(commit);
  return counted;
}

/**
 * The published bytes of a batch: from the data folder, else from where its event says. What was fetched is kept in the folder.
 * Errors: Failure (3) where they cannot be had, or are not those that the chain names.
 */
export async function fetchBatchData(batch: Pick<BatchClaim, "dataDigest" | "uri">, dataFolder: string, language: Language): Promise<Uint8Array> {
  const words = sendWords[language];
  const file = join(dataFolder, dataFileName(batch.dataDigest));
  const kept = existsSync(file);
  const bytes = kept ? readFileSync(file) : await download(batch.uri);
  if (bytes === null) throw new Failure(words.noData(batch.dataDigest, batch.uri, file), EXIT.earlierDataMissing);
  if (hashOf(bytes) !== batch.dataDigest) throw new Failure(words.otherData(kept ? file : batch.uri, batch.dataDigest), EXIT.earlierDataMissing);
  if (!kept) {
    mkdirSync(dataFolder, { recursive: true });
    writeFileSync(file, bytes);
  }
  return bytes;
}

/** What an address gives; null where it gives nothing, or is of a kind that is not fetched here. Danger: anybody's words. */
async function download(uri: string): Promise<Uint8Array | null> {
  if (!/^(https?|data):/i.test(uri)) return null;
  try {
    const answer = await fetch(uri, { signal: AbortSignal.timeout(PATIENCE) });
    return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : null;
  } catch {
    return null;
  }
}
