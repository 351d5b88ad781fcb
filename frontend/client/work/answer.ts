import { checkHash, checkMember, checkWhole } from "../chain/checks.ts";
import { InputFault, intend, type Intent } from "../chain/intent.ts";
import type { Lane } from "./types.ts";

/** Answers a second round with 0 to 10 tenths of the first value; for batches and bindings 0 or 10. Errors: InputFault. */
export function parseAnswer({ by, evidence, tenths, lane }: { by: number; evidence: string; tenths: number; lane: Lane }): Intent {
  checkWhole("tenths", tenths, 0, 10);
  if ((lane === "batch" || lane === "binding") && tenths % 10 !== 0)
    throw new InputFault("tenths", { zh: "对一批记录或一个身份，只能答“成立”或“不成立”。", en: "A batch or a binding is answered by yes or no only." });
  return intend("challenges", "answer", [checkMember("by", by), checkHash("evidence", evidence), tenths], "Answered");
}
