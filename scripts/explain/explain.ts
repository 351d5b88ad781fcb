// `coop explain`: a member's shares in a project, taken apart down to the evidence.
import { parseArgs } from "node:util";
import { NOBODY } from "#client/chain/ids.ts";
import { explain, type Explanation } from "#client/value/explain.ts";
import { ExplanationFault } from "#client/value/explainClaim.ts";
import { EXIT } from "../coop/exit.ts";
import { Failure } from "../coop/failure.ts";
import type { Language } from "../coop/language.ts";
import { chainArgs, openCooperative } from "../coop/open.ts";
import { readNow } from "../decide/now.ts";
import { findHistories, readManifests } from "./atHand.ts";
import { explanationTree } from "./branches.ts";
import { findMember, findProject, readWhole } from "./given.ts";
import { explanationJson } from "./json.ts";
import { explainWords } from "./text.ts";
import { drawTree } from "./tree.ts";
import { tellerOf } from "./words.ts";

/** Runs the verb. */
export async function run(args: string[], language: Language): Promise<number> {
  const words = explainWords[language];
  const own = { epoch: { type: "string" }, evidence: { type: "string" }, fetch: { type: "boolean", default: false }, json: { type: "boolean", default: false } } as const;
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { ...chainArgs, ...own } });
  if (values.help) {
    console.log(words.help);
    return EXIT.done;
  }
  const [typedMember, typedProject] = positionals;
  if (positionals.length !== 2) throw new Failure(words.usage, EXIT.badInput);
  const epoch = readWhole(values.epoch);
  if (values.epoch !== undefined && epoch === null) throw new Failure(words.badEpoch(values.epoch), EXIT.badInput);
  const manifests = readManifests(values.evidence, language);
  const cooperative = await openCooperative(values, language);
  const { ledger, now } = await readNow(cooperative);
  const holder = findMember(ledger, typedMember!, language, true);
  const project = findProject(ledger, typedProject!, language);
  const histories = await findHistories(ledger, holder, project, cooperative.dataFolder, values.fetch, language);
  const tell = tellerOf(ledger, language);
  const who = holder === NOBODY ? words.reserve : tell.member(holder);
  try {
    const whole = explain(ledger, holder, project, now, { histories, manifests });
    const why = epoch === null ? whole : onlyEpoch(whole, epoch, who, language);
    if (values.json) console.log(JSON.stringify(explanationJson(why, now)));
    else console.log(drawTree(explanationTree(why, who, { words, tell, holder })));
  } catch (error) {
    if (error instanceof ExplanationFault) throw new Failure(words.fault(error.message), EXIT.differs);
    throw error;
  }
  return EXIT.done;
}

/** What an explanation says of one epoch. Its shares are those of the epoch; what waits for answers belongs to none. Errors: Failure (2). */
function onlyEpoch(why: Explanation, epoch: number, who: string, language: Language): Explanation {
  const lots = why.lots.filter((lot) => lot.epoch === epoch);
  const leaves = why.leaves.filter(({ lot }) => lot.epoch === epoch);
  if (lots.length + leaves.length === 0) {
    const known = [...new Set([...why.lots.map((lot) => lot.epoch), ...why.leaves.map(({ lot }) => lot.epoch)])].sort((a, b) => a - b).join(", ");
    throw new Failure(explainWords[language].noEpoch(who, epoch, known), EXIT.badInput);
  }
  const shares = lots.reduce((sum, lot) => sum + lot.shares, 0n);
  const waiting = [...lots.flatMap(({ direct }) => (direct ? [direct.lot] : [])), ...leaves.map(({ lot }) => lot)];
  const inState = (state: string) => waiting.filter((lot) => lot.state === state).reduce((sum, lot) => sum + lot.shares, 0n);
  return { ...why, shares, drawable: inState("drawable"), open: inState("open"), lots, pending: [], leaves, unread: why.unread.filter((batch) => batch.epoch === epoch) };
}
