// Failures that were foreseen carry their own sentence and their own exit.
import { EXIT } from "./exit.ts";

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
