// `coop statement`: checks a statement or an article, and says what will stand on chain. Needs no chain.
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { digestOf, MOST_BYTES } from "#client/work/statement/canonical.ts";
import { cidOf } from "#client/work/statement/cid.ts";
import { sayFault } from "#client/work/statement/faults.ts";
import { documentBytes, parseDocument } from "#client/work/statement/format.ts";
import { EXIT } from "../coop/exit.ts";
import { BadInput, Failure } from "../coop/failure.ts";
import type { Language } from "../coop/language.ts";
import { fromWhereTheUserStands } from "../coop/place.ts";
import { decideWords } from "./text.ts";

/** Runs the verb. */
export async function run(args: string[], language: Language): Promise<number> {
  const words = decideWords[language];
  const options = { write: { type: "boolean", default: false }, json: { type: "boolean", default: false }, lang: { type: "string" }, help: { type: "boolean", short: "h", default: false } } as const;
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options });
  if (values.help) {
    console.log(words.statementHelp);
    return EXIT.done;
  }
  const [typed] = positionals;
  if (positionals.length !== 1 || typed === undefined) throw new Failure(words.statementUsage, EXIT.badInput);
  const file = fromWhereTheUserStands(typed);
  if (!existsSync(file)) throw new BadInput(typed, words.noSuchFile);
  const given = readFileSync(file);
  const parsed = parseDocument(given);
  if (parsed.is === "faulty") {
    if (values.json) console.log(JSON.stringify({ faults: parsed.faults.map(({ line, key, code }) => ({ line, key, code })) }));
    for (const fault of parsed.faults) console.error(`${typed}:${fault.line}: ${sayFault(fault)[language]}`);
    console.error(words.faulty(parsed.faults.length));
    return EXIT.badInput;
  }
  const { document } = parsed;
  const bytes = documentBytes(document);
  const digest = digestOf(bytes);
  const canonical = given.equals(bytes);
  if (values.write && !canonical) {
    writeFileSync(`${file}.part`, bytes);
    renameSync(`${file}.part`, file);
  }
  const title = document.is === "article" ? document.title : [document.title.zh, document.title.en].filter((one) => one !== null).join(" · ");
  if (values.json) console.log(JSON.stringify({ is: document.is, title, bytes: bytes.length, digest, cid: cidOf(digest), canonical: canonical || values.write }));
  else {
    console.log(words.sound(words.kinds[document.is], title));
    console.log(words.identity(bytes.length, MOST_BYTES, digest, cidOf(digest)));
    console.log(canonical ? words.isCanonical : values.write ? words.written(typed) : words.notCanonical);
  }
  return EXIT.done;
}
