// `coop purse`: what a purse holds.
import { parseArgs } from "node:util";
import { purseOf } from "#client/price/accounts.ts";
import { EXIT } from "../coop/exit.ts";
import { Failure } from "../coop/failure.ts";
import type { Language } from "../coop/language.ts";
import { chainArgs, openCooperative } from "../coop/open.ts";
import { readHolder, showHolder, showMoney, tokensOf } from "./facts.ts";
import { tradeWords } from "./text.ts";

/** Runs the verb. */
export async function run(args: string[], language: Language): Promise<number> {
  const words = tradeWords[language];
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { ...chainArgs, json: { type: "boolean", default: false } } });
  if (values.help) {
    console.log(words.purseHelp);
    return EXIT.done;
  }
  const [typed, ...more] = positionals;
  if (typed === undefined || more.length > 0) throw new Failure(words.purseUsage, EXIT.badInput);
  const cooperative = await openCooperative(values, language);
  const { ledger } = await cooperative.read();
  const holder = readHolder(ledger, typed, language);
  const held = [...ledger.price.tokens.keys()].map((token) => ({ token, amount: purseOf(ledger, holder, token) })).filter(({ amount }) => amount > 0n);
  if (values.json) {
    console.log(JSON.stringify({ holder, purse: held.map(({ token, amount }) => ({ token, amount: String(amount) })) }));
    return EXIT.done;
  }
  const who = showHolder(ledger, holder, language);
  if (held.length === 0) console.log(words.emptyPurse(who));
  else {
    const tokens = await tokensOf(cooperative, ledger);
    console.log([words.purseOf(who), ...held.map(({ token, amount }) => `  ${showMoney(tokens, token, amount)}`)].join("\n"));
  }
  return EXIT.done;
}
