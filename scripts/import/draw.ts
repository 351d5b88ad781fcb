// `coop draw`: draws leaves for their owners, one or all that can be.
import { parseArgs } from "node:util";
import { Failure as ClientFailure } from "#client/chain/failure.ts";
import { parseClose } from "#client/value/close.ts";
import { parseDrawLeafOf } from "#client/value/drawLeaf.ts";
import { type LeafLot, leafLot } from "#client/value/leaves.ts";
import type { SumTree } from "#client/work/sumTree.ts";
import { type Actor, keystoreActor, perform, practiceActors } from "../coop/act.ts";
import { EXIT } from "../coop/exit.ts";
import { Failure } from "../coop/failure.ts";
import type { Language } from "../coop/language.ts";
import { chainArgs, openCooperative } from "../coop/open.ts";
import { openStage, showMoment, type Stage } from "./claims.ts";
import { countedBatches } from "./earlier.ts";
import { readProject } from "./options.ts";
import { findIdentity, readTrees } from "./person.ts";
import { showUnits } from "./report.ts";
import { sendWords } from "./sendText.ts";

/** Epochs closed at once where the contract asks for it first. */
const EPOCHS_AT_ONCE = 100;

/** Runs the verb. */
export async function run(args: string[], language: Language): Promise<number> {
  const words = sendWords[language];
  const own = { identity: { type: "string" }, project: { type: "string" }, json: { type: "boolean", default: false } } as const;
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { ...chainArgs, ...own } });
  if (values.help) {
    console.log(words.drawHelp);
    return EXIT.done;
  }
  const project = readProject(values.project);
  const named = positionals.length + (values.identity === undefined ? 0 : 1);
  if (project === null || named > 1) throw new Failure(words.drawUsage, EXIT.badInput);

  const cooperative = await openCooperative(values, language);
  const stage = openStage(cooperative, language, values.json);
  const { ledger, now } = await cooperative.read();
  const batches = countedBatches(ledger, project, now);
  const trees = await readTrees(batches, cooperative.dataFolder, language);
  const only = named === 1 ? findIdentity(positionals[0], values.identity, trees, project, language) : null;
  const lots = batches.flatMap((batch) => {
    const tree = trees.get(batch.id);
    const identities = tree === undefined ? [] : only ? [only] : tree.leaves.map((leaf) => leaf.identity);
    return identities.flatMap((identity) => leafLot(ledger, batch, tree!, identity, now) ?? []);
  });
  const drawable = lots.filter((lot) => lot.state === "drawable");
  const waiting = lots.filter((lot) => lot.state === "open");
  if (drawable.length > 0) {
    const actor = practiceActors(cooperative, ledger, language)[0] ?? (await keystoreActor(ledger, language));
    for (const lot of drawable) await drawOne(stage, actor, lot, trees.get(lot.batch)!);
  } else stage.tell(words.nothingToDraw);
  if (waiting.length > 0) {
    stage.tell(words.notYet(waiting.length));
    const bound = waiting.filter((lot) => lot.owner !== 0).map((lot) => lot.drawableFrom);
    if (bound.length > 0) stage.tell(words.drawableFrom(showMoment(Math.min(...bound))));
  }
  if (values.json) console.log(JSON.stringify({ drawn: drawable.map(lotJson), waiting: waiting.map(lotJson) }));
  return EXIT.done;
}

async function drawOne(stage: Stage, actor: Pick<Actor, "account">, lot: LeafLot, tree: SumTree): Promise<void> {
  const { cooperative, words, tell } = stage;
  const intent = parseDrawLeafOf(lot.batch, tree, lot.identity);
  try {
    await perform(cooperative, actor, intent);
  } catch (error) {
    if (!isCloseFirst(error)) throw error;
    tell(words.closing);
    await perform(cooperative, actor, parseClose({ project: lot.project, most: EPOCHS_AT_ONCE }));
    await perform(cooperative, actor, intent);
  }
  tell(words.drawn(lot.owner === 0 ? words.reserve : words.member(lot.owner), showUnits(lot.shares), showUnits(lot.withheld)));
}

const isCloseFirst = (error: unknown): boolean =>
  error instanceof ClientFailure && error.data.kind === "rule" && error.data.rule.is === "error" && error.data.rule.name === "CloseFirst";

const lotJson = ({ batch, identity, index, owner, shares, withheld, drawableFrom, state }: LeafLot): object => ({
  batch,
  identity,
  index,
  // Of a leaf that waits, 0 is nobody yet; of one that is drawn, the reserve.
  member: state === "open" && owner === 0 ? null : owner,
  shares: String(shares),
  toReserve: String(withheld),
  drawableFrom,
});
