import { checkMember, checkProject, checkUint32 } from "../chain/checks.ts";
import { InputFault, intend, type Intent } from "../chain/intent.ts";

/** So many lots fit one transaction on any chain. */
export const MOST_LOTS = 50;

/** Draws a member's lots of these epochs; anyone may, for anyone. Errors: InputFault. */
export function parseDraw({ project, member, epochs }: { project: number; member: number; epochs: readonly number[] }): Intent {
  const wanted = [...new Set(epochs.map((epoch) => checkUint32("epochs", epoch)))].sort((a, b) => a - b);
  if (wanted.length === 0 || wanted.length > MOST_LOTS)
    throw new InputFault("epochs", { zh: `一次可以领取1到${MOST_LOTS}期。`, en: `From 1 to ${MOST_LOTS} epochs can be drawn at once.` });
  return intend("shareLedger", "draw", [checkProject("project", project), checkMember("member", member), wanted], "Drawn", wanted.length);
}
