import { checkHash, checkMember } from "../chain/checks.ts";
import { intend, type Intent } from "../chain/intent.ts";

/** Takes a claim back before the first answer. Errors: InputFault. */
export function parseWithdraw({ by, evidence }: { by: number; evidence: string }): Intent {
  return intend("contributionLedger", "withdraw", [checkMember("by", by), checkHash("evidence", evidence)], "Withdrawn");
}
