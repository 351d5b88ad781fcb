// The command line of the cooperative: `npm run -s coop -- VERB …`. Every verb is a module of its own, loaded when it is asked for.
import { describeFailure } from "./coop/failure.ts";
import { EXIT } from "./coop/exit.ts";
import { chooseLanguage } from "./coop/language.ts";
import { coopWords } from "./coop/text.ts";
import { findVerb, VERBS } from "./coop/verbs.ts";

const [name, ...args] = process.argv.slice(2);
const words = coopWords[chooseLanguage(args)];

// A reader that closes the pipe early (`| head`) is no fault of ours.
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? EXIT.done : EXIT.failed));

async function main(): Promise<number> {
  if (name === undefined || name === "--help" || name === "-h" || name === "help") {
    console.log(words.help(VERBS));
    return name === undefined ? EXIT.badInput : EXIT.done;
  }
  const verb = findVerb(name);
  if (!verb) {
    console.error(words.unknownVerb(name));
    return EXIT.badInput;
  }
  try {
    return await (await verb.load()).run(args);
  } catch (error) {
    const failure = describeFailure(error, words);
    console.error(failure.message);
    return failure.exit;
  }
}

// Not process.exit: a pipe may still have to take what was printed.
process.exitCode = await main();
