import { checkProject, checkWhole } from "../chain/checks.ts";
import { intend, type Intent } from "../chain/intent.ts";

/** Closes epochs of a project that are final, in order; anyone may. Errors: InputFault. */
export function parseClose({ project, most }: { project: number; most: number }): Intent {
  return intend("shareLedger", "close", [checkProject("project", project), BigInt(checkWhole("most", most, 1, 1_000))], "EpochClosed");
}
