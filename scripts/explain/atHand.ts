// What lies beside the books: published data of batches, and evidence manifests. No host is asked unless the command says so.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { type Hex, keccak256, toBytes } from "viem";
import canonicalize from "canonicalize";
import type { ContributionId, MemberId, ProjectId } from "#client/chain/ids.ts";
import type { Ledger } from "#client/ledger.ts";
import { drawsOf } from "#client/value/lots.ts";
import type { Histories } from "#client/value/explain.ts";
import type { Manifests } from "#client/value/explainClaim.ts";
import { unreadBatches } from "#client/value/explainWaiting.ts";
import { BatchDataError } from "#client/work/batchData.ts";
import { BatchMismatch, openBatch, readDataUri } from "#client/work/batchSource.ts";
import type { Batch } from "#client/work/batch.ts";
import type { BatchClaim } from "#client/work/types.ts";
import { EXIT } from "../coop/exit.ts";
import { BadInput, Failure } from "../coop/failure.ts";
import type { Language } from "../coop/language.ts";
import { fromWhereTheUserStands } from "../coop/place.ts";
import { dataFileName } from "../import/dataFiles.ts";
import { fetchBatchData } from "../import/earlier.ts";
import { explainWords } from "./text.ts";

const MOST_MANIFEST = 1_000_000; // bytes

/** The data of every batch of which the holder drew a leaf or may have one, as far as it can be had; what cannot is left out. */
export async function findHistories(ledger: Ledger, holder: MemberId, project: ProjectId, dataFolder: string, fetches: boolean, language: Language): Promise<Histories> {
  const drawn = (ledger.work.creditedEpochs.get(project) ?? []).flatMap((epoch) => drawsOf(ledger, project, holder, epoch).flatMap(({ leaf }) => (leaf ? [leaf.batch] : [])));
  const wanted = new Set<ContributionId>([...drawn, ...unreadBatches(ledger, holder, project, () => false).map(({ id }) => id)]);
  const found = new Map<ContributionId, Batch>();
  for (const id of wanted) {
    const claim = ledger.work.claims.get(id);
    const batch = claim?.lane === "batch" ? await findBatch(claim, dataFolder, fetches, language) : null;
    if (batch) found.set(id, batch);
  }
  return found;
}

async function findBatch(claim: BatchClaim, dataFolder: string, fetches: boolean, language: Language): Promise<Batch | null> {
  const inside = readDataUri(claim.uri);
  try {
    const bytes = inside?.is === "inline" ? inside.bytes : fetches ? await fetchBatchData(claim, dataFolder, language) : readKept(dataFolder, claim);
    return bytes && openBatch(claim, bytes);
  } catch (error) {
    // Data that is not what was posted is as good as none; `verify --batch` says what is wrong with it.
    if (error instanceof BatchMismatch || error instanceof BatchDataError || (error instanceof Failure && error.exit === EXIT.earlierDataMissing)) return null;
    throw error;
  }
}

function readKept(dataFolder: string, { dataDigest }: BatchClaim): Uint8Array | null {
  try {
    return readFileSync(join(dataFolder, dataFileName(dataDigest)));
  } catch {
    return null;
  }
}

/** The manifests among a folder's .json files, by the digests that they have as they are and in canonical form. Errors: Failure (2). */
export function readManifests(typed: string | undefined, language: Language): Manifests {
  const found = new Map<Hex, Uint8Array>();
  if (typed === undefined) return found;
  const folder = fromWhereTheUserStands(typed);
  let names: string[];
  try {
    names = readdirSync(folder).filter((name) => name.endsWith(".json"));
  } catch {
    throw new BadInput(typed, explainWords[language].noFolder);
  }
  for (const name of names.sort()) {
    const path = join(folder, name);
    if (!statSync(path).isFile() || statSync(path).size > MOST_MANIFEST) continue;
    const bytes = new Uint8Array(readFileSync(path));
    found.set(keccak256(bytes), bytes);
    const canonical = canonicalDigest(bytes);
    if (canonical) found.set(canonical, bytes);
    // A file that is named after a digest says that it is that manifest, and may be another.
    const named = /(0x[0-9a-f]{64})\.json$/.exec(name)?.[1] as Hex | undefined;
    if (named && !found.has(named)) found.set(named, bytes);
  }
  return found;
}

function canonicalDigest(bytes: Uint8Array): Hex | null {
  try {
    return keccak256(toBytes(canonicalize(JSON.parse(new TextDecoder().decode(bytes)))!));
  } catch {
    return null;
  }
}
