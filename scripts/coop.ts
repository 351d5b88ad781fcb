// The command line of the cooperative: `npm run -s coop -- VERB …`. Every verb is a module of its own, loaded when it is asked for.
import { enableCompileCache } from "node:module";
import { join } from "node:path";
import { EXIT } from "./coop/exit.ts";
import { chooseLanguage } from "./coop/language.ts";
import { coopWords } from "./coop/text.ts";
import { findVerb, VERBS } from "./coop/verbs.ts";

// Most of a command's time is the loading of its modules; compiled ones are kept, and it halves.
enableCompileCache(join(import.meta.dirname, "..", ".tools", "compile-cache"));

const typed = process.argv.slice(2);
const language = chooseLanguage(typed);
const words = coopWords[language];
// The language may stand before the verb too.
const [name, ...args] = typed[0] === "--lang" ? typed.slice(2) : typed[0]?.startsWith("--lang=") ? typed.slice(1) : typed;

// A reader that closes the pipe early (`| head`) is no fault of ours.
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? EXIT.done : EXIT.failed));

// An exit of our own lets temporary folders be removed.
for (const [signal, exit] of [["SIGINT", 130], ["SIGTERM", 143]] as const)
  process.once(signal, () => {
    console.error(`\n${words.interrupted}`);
    process.exit(exit);
  });

async function main(): Promise<number> {
  if (name === "--help" || name === "-h" || name === "help") {
    console.log(words.help(VERBS));
    return EXIT.done;
  }
  if (name === undefined) {
    console.error(words.help(VERBS));
    return EXIT.badInput;
  }
  const verb = findVerb(name);
  if (!verb) {
    console.error(words.unknownVerb(name));
    return EXIT.badInput;
  }
  try {
    return await (await verb.load()).run(args, language);
  } catch (error) {
    const { describeFailure } = await import("./coop/describe.ts");
    const failure = describeFailure(error, words);
    console.error(failure.message);
    return failure.exit;
  }
}

// Not process.exit: a pipe may still have to take what was printed.
process.exitCode = await main();
