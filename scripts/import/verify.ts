// `coop verify`: rebuilds a batch from its data file and compares with the chain, and with the history itself.
import { existsSync, readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import type { Hex } from "viem";
import type { ContributionId } from "#client/chain/ids.ts";
import { type Batch, buildBatch } from "#client/work/batch.ts";
import { BatchDataError, NO_HASH, readBatchData } from "#client/work/batchData.ts";
import type { BatchClaim } from "#client/work/types.ts";
import { EXIT } from "../coop/exit.ts";
import { BadInput, Failure } from "../coop/failure.ts";
import type { Language } from "../coop/language.ts";
import { chainArgs, openCooperative } from "../coop/open.ts";
import { fromWhereTheUserStands } from "../coop/place.ts";
import { isCsv, type Mapping, mappingArgs, readMapping } from "./csvMapping.ts";
import { dataFileName } from "./dataFiles.ts";
import { countedBatches, countedCommits, fetchBatchData } from "./earlier.ts";
import { readHistory } from "./read.ts";
import { reportJson, showUnits } from "./report.ts";
import { type SendWords, sendWords } from "./sendText.ts";
import { importWords } from "./text.ts";

/** What verifying came to. unavailable: the data cannot be had, so that nothing can be said of the batch; false: it was had, and something differs. */
type Verdict = "same" | "false" | "unavailable";

const ENDS: Record<Verdict, number> = { same: EXIT.done, false: EXIT.differs, unavailable: EXIT.earlierDataMissing };

/** Runs the verb. */
export async function run(args: string[], language: Language): Promise<number> {
  const words = sendWords[language];
  const own = { batch: { type: "string" }, source: { type: "string" }, offline: { type: "boolean", default: false }, ...mappingArgs, json: { type: "boolean", default: false } } as const;
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { ...chainArgs, ...own } });
  if (values.help) {
    console.log(words.verifyHelp);
    return EXIT.done;
  }
  const [path] = positionals;
  if (positionals.length + (values.batch === undefined ? 0 : 1) !== 1 || (values.offline && path === undefined)) throw new Failure(words.verifyUsage, EXIT.badInput);

  const cooperative = values.offline ? null : await openCooperative(values, language);
  const { ledger, now } = (await cooperative?.read()) ?? { ledger: null, now: 0 };
  const asked = values.batch === undefined ? null : ledger!.work.claims.get(values.batch.toLowerCase() as ContributionId);
  if (asked === undefined || (asked && asked.lane !== "batch")) throw new Failure(words.noSuchBatch(values.batch!), EXIT.badInput);
  const finish = (verdict: Verdict, json: object, faults: readonly string[], said: readonly string[] = []): number => {
    if (values.json) console.log(JSON.stringify({ ...json, verdict, faults }));
    else for (const line of said) console.log(line);
    for (const fault of faults) console.error(fault);
    return ENDS[verdict];
  };
  const had = asked ? await tryFor(() => fetchBatchData(asked, cooperative!.dataFolder, language)) : { got: readFile(path!, language) };
  if (had.missing !== undefined) return finish("unavailable", { batch: asked!.id }, [had.missing, words.unavailable(asked!.id)]);
  const { batch, dataDigest } = readSound(had.got, asked ? dataFileName(asked.dataDigest) : path!, language);

  const said = [words.rebuilt(batch.records.length, batch.people.length, showUnits(batch.tree?.sum ?? 0n), batch.tree?.root ?? NO_HASH, dataDigest)];
  const [faults, unknown]: [string[], string[]] = [[], []];
  let claim: BatchClaim | undefined;
  if (ledger && cooperative) {
    claim = asked ?? [...ledger.work.claims.values()].find((one): one is BatchClaim => one.lane === "batch" && one.dataDigest === dataDigest);
    if (!claim) faults.push(words.onNoChain(dataDigest));
    else {
      const found = compareWithChain(batch, dataDigest, claim, words);
      faults.push(...found);
      if (found.length === 0) said.push(words.sameAsChain(claim.id));
      const before = countedBatches(ledger, claim.project, now).filter(({ id, block }) => id !== claim!.id && block < claim!.block);
      const counted = await tryFor(() => countedCommits(before, cooperative.dataFolder, language));
      if (counted.missing !== undefined) unknown.push(counted.missing, words.unknownTwice);
      const twice = batch.records.filter((record) => counted.got?.has(record.commit)).length;
      if (twice > 0) faults.push(words.countedTwice(twice));
    }
  }
  if (values.source !== undefined) {
    const mapping = isCsv(values.source, values) ? readMapping(values.source, values, importWords[language].csv) : null;
    const { fault, unread } = await compareWithSource(values.source, mapping, batch, language);
    if (fault) faults.push(fault);
    else said.push(words.sameAsSource(values.source, unread));
  }
  const verdict = faults.length > 0 ? "false" : unknown.length > 0 ? "unavailable" : "same";
  return finish(verdict, { ...reportJson(batch, dataDigest), batch: claim?.id ?? null }, [...faults, ...unknown], said);
}

/** What `get` gives, or the sentence with which data cannot be had. */
async function tryFor<T>(get: () => Promise<T>): Promise<{ got: T; missing?: undefined } | { got?: undefined; missing: string }> {
  try {
    return { got: await get() };
  } catch (error) {
    if (error instanceof Failure && error.exit === EXIT.earlierDataMissing) return { missing: error.message };
    throw error;
  }
}

function readFile(typed: string, language: Language): Uint8Array {
  const file = fromWhereTheUserStands(typed);
  if (!existsSync(file)) throw new BadInput(typed, importWords[language].noSuchPath);
  return readFileSync(file);
}

function readSound(bytes: Uint8Array, shown: string, language: Language): { batch: Batch; dataDigest: Hex } {
  try {
    return readBatchData(bytes);
  } catch (error) {
    if (error instanceof BatchDataError) throw new Failure(sendWords[language].unsound(shown, error.line, error.message), EXIT.differs);
    throw error;
  }
}

/** What the chain says otherwise, a sentence each. */
function compareWithChain(batch: Batch, dataDigest: Hex, claim: BatchClaim, words: SendWords): string[] {
  const compared: Array<[what: string, here: string, there: string]> = [
    [words.project, String(batch.project), String(claim.project)],
    [words.root, batch.tree?.root ?? NO_HASH, claim.evidence],
    [words.sum, String(batch.tree?.sum ?? 0n), String(claim.sum)],
    [words.data, dataDigest, claim.dataDigest],
  ];
  return compared.filter(([, here, there]) => here !== there).map(([what, here, there]) => words.differs(what, here, there));
}

/** Reads the history itself, and builds the batch's records anew from it. `unread`: records of the history that the batch does not hold. */
async function compareWithSource(path: string, mapping: Mapping | null, batch: Batch, language: Language): Promise<{ fault: string | null; unread: number }> {
  const words = sendWords[language];
  const { records } = await readHistory(path, batch.equation, importWords[language], mapping);
  const commits = new Set(batch.records.map((record) => record.commit));
  const same = records.filter((record) => commits.has(record.commit));
  const root = buildBatch(batch.project, batch.equation, same).tree?.root ?? NO_HASH;
  const missing = commits.size - same.length;
  const here = batch.tree?.root ?? NO_HASH;
  const fault = missing > 0 ? words.notInSource(missing, path) : root !== here ? words.differs(words.root, here, root) : null;
  return { fault, unread: records.length - same.length };
}
