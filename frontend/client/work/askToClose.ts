import { checkProject } from "../chain/checks.ts";
import { InputFault, intend, type Intent } from "../chain/intent.ts";

/** A steward asks to close a project, or takes that back. Errors: InputFault. */
export function parseAskToClose({ project, wanted }: { project: number; wanted: boolean }): Intent {
  if (project === 0) throw new InputFault("project", { zh: "合作社本身不能关闭。", en: "The cooperative itself is not closed." });
  return intend("projectRegistry", "askToClose", [checkProject("project", project), wanted], "ClosingAsked");
}
