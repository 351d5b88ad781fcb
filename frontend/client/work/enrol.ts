import { checkProject } from "../chain/checks.ts";
import { intend, type Intent } from "../chain/intent.ts";

/** Begins to attest in a project. Errors: InputFault. */
export function parseEnrol({ project }: { project: number }): Intent {
  return intend("contributionLedger", "enrol", [checkProject("project", project)], "Enrolled");
}
