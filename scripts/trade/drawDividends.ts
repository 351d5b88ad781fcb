// `coop draw-dividends`: draws dividends for their owners.
import { parseArgs } from "node:util";
import type { MemberId } from "#client/chain/ids.ts";
import { allDividendsOf, type Dividends } from "#client/price/accounts.ts";
import { parseDivide } from "#client/price/divide.ts";
import { parseDrawDividends } from "#client/price/drawDividends.ts";
import { keystoreActor, perform, practiceActors } from "../coop/act.ts";
import { EXIT } from "../coop/exit.ts";
import type { Language } from "../coop/language.ts";
import { chainArgs, openCooperative } from "../coop/open.ts";
import { speechOf } from "../coop/speech.ts";
import { readMember, showMoney, tokensOf } from "./facts.ts";
import { tradeWords } from "./text.ts";

/** So many epochs are divided at once where a draw does not divide them all. */
const AT_ONCE = 50;

/** Runs the verb. */
export async function run(args: string[], language: Language): Promise<number> {
  const words = tradeWords[language];
  const { values } = parseArgs({ args, options: { ...chainArgs, member: { type: "string" } } });
  if (values.help) {
    console.log(words.drawHelp);
    return EXIT.done;
  }
  const cooperative = await openCooperative(values, language);
  const { ledger, now } = await cooperative.read();
  const members: readonly MemberId[] = values.member === undefined ? [...ledger.people.members.keys()] : [readMember(ledger, values.member, language)];
  const due = members.flatMap((member) => allDividendsOf(ledger, member, now).filter(({ owed }) => owed > 0n).map((dividends) => ({ member, dividends })));
  if (due.length === 0) {
    console.log(words.nothingToDraw);
    return EXIT.done;
  }
  const actor = practiceActors(cooperative, ledger, language)[0] ?? (await keystoreActor(ledger, language));
  for (const { project, token } of divideFirst(due.map(({ dividends }) => dividends))) await perform(cooperative, actor, parseDivide({ project, token, most: AT_ONCE }));
  const claims = due.map(({ member, dividends: { project, token, uncounted } }) => ({ project, token, member, epochs: uncounted }));
  for (const intent of parseDrawDividends(claims)) await perform(cooperative, actor, intent);
  const [tokens, speech] = [await tokensOf(cooperative, ledger), speechOf(ledger)];
  for (const { member, dividends: { project, token, owed } } of due) console.log(words.drew(speech.member(member)[language], speech.project(project)[language], showMoney(tokens, token, owed)));
  return EXIT.done;
}

/** Each project and token once of which more epochs wait than a draw divides by itself. */
function divideFirst(list: readonly Dividends[]): Dividends[] {
  const waiting = list.filter((one) => one.divideFirst);
  return waiting.filter((one, place) => waiting.findIndex(({ project, token }) => project === one.project && token === one.token) === place);
}
