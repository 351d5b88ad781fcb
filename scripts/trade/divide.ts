// `coop divide`: divides what surpluses brought in final epochs.
import { parseArgs } from "node:util";
import type { ProjectId, Token } from "#client/chain/ids.ts";
import { dividable } from "#client/price/accounts.ts";
import { parseDivide } from "#client/price/divide.ts";
import { keystoreActor, perform, practiceActors } from "../coop/act.ts";
import { EXIT } from "../coop/exit.ts";
import type { Language } from "../coop/language.ts";
import { chainArgs, openCooperative } from "../coop/open.ts";
import { speechOf } from "../coop/speech.ts";
import { readProject } from "./facts.ts";
import { tradeWords } from "./text.ts";

/** So many epochs fit one transaction on any chain. */
const AT_ONCE = 50;

/** Runs the verb. */
export async function run(args: string[], language: Language): Promise<number> {
  const words = tradeWords[language];
  const { values } = parseArgs({ args, options: { ...chainArgs, project: { type: "string" } } });
  if (values.help) {
    console.log(words.divideHelp);
    return EXIT.done;
  }
  const cooperative = await openCooperative(values, language);
  const { ledger, now } = await cooperative.read();
  const only = values.project === undefined ? null : readProject(ledger, values.project, language);
  const due = [...ledger.price.accounts.keys()].map((key) => {
    const [project, token] = [Number(key.slice(0, key.indexOf("."))) as ProjectId, key.slice(key.indexOf(".") + 1) as Token];
    return { project, token, epochs: dividable(ledger, project, token, now).slice(0, AT_ONCE) };
  });
  const ready = due.filter(({ project, epochs }) => epochs.length > 0 && (only === null || project === only));
  if (ready.length === 0) {
    console.log(words.nothingToDivide);
    return EXIT.done;
  }
  const actor = practiceActors(cooperative, ledger, language)[0] ?? (await keystoreActor(ledger, language));
  for (const { project, token, epochs } of ready) {
    await perform(cooperative, actor, parseDivide({ project, token, most: epochs.length }));
    console.log(words.divided(speechOf(ledger).project(project)[language], epochs.join(", ")));
  }
  return EXIT.done;
}
