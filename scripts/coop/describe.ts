// What to print, and how to end, when a command fails. Loaded only then: the client's own failures bring the client with them.
import { Failure as ClientFailure } from "#client/chain/failure.ts";
import { InputFault } from "#client/chain/intent.ts";
import { explainFailure } from "#client/errors.ts";
import { EXIT } from "./exit.ts";
import { Failure } from "./failure.ts";
import type { CoopWords } from "./text.ts";

/** Failures that were foreseen have their own sentence and exit; anything else is told with its trace. */
export function describeFailure(error: unknown, words: CoopWords): { message: string; exit: number } {
  if (error instanceof Failure) return { message: error.message, exit: error.exit };
  if (error instanceof InputFault) return { message: `${error.field}: ${words.fault(error.say)}`, exit: EXIT.badInput };
  if (error instanceof ClientFailure) return { message: words.chainFailure(explainFailure(error)), exit: EXIT.failed };
  // node:util's parseArgs speaks for itself.
  if (error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS")) return { message: words.usage(error.message), exit: EXIT.badInput };
  return { message: words.unexpected(error instanceof Error ? (error.stack ?? error.message) : String(error)), exit: EXIT.failed };
}
