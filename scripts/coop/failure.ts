// Failures that were foreseen carry their own sentence and their own exit; anything else is told with its trace.
import { Failure as ClientFailure } from "#client/chain/failure.ts";
import { InputFault } from "#client/chain/intent.ts";
import { EXIT } from "./exit.ts";
import type { CoopWords } from "./text.ts";

/** Ends the command with `message` on standard error and the exit given. */
export class Failure extends Error {
  readonly exit: number;
  constructor(message: string, exit: number = EXIT.failed) {
    super(message);
    this.exit = exit;
  }
}

/** Something given cannot be used: `place: reason`, where the place is a file and line, a commit or an option. */
export class BadInput extends Failure {
  constructor(place: string, reason: string) {
    super(`${place}: ${reason}`, EXIT.badInput);
  }
}

/** What to print, and how to end, for anything that was thrown. */
export function describeFailure(error: unknown, words: CoopWords): { message: string; exit: number } {
  if (error instanceof Failure) return { message: error.message, exit: error.exit };
  if (error instanceof InputFault) return { message: `${error.field}: ${words.fault(error.say)}`, exit: EXIT.badInput };
  if (error instanceof ClientFailure) return { message: words.chainFailure(error.data), exit: EXIT.failed };
  // node:util's parseArgs speaks for itself.
  if (error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS")) return { message: words.usage(error.message), exit: EXIT.badInput };
  return { message: words.unexpected(error instanceof Error ? (error.stack ?? error.message) : String(error)), exit: EXIT.failed };
}
