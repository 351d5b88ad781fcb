import { checkHash, checkMember } from "../chain/checks.ts";
import { intend, type Intent } from "../chain/intent.ts";

/** Opens a second round of a sealed claim. Errors: InputFault. */
export function parseChallenge({ by, evidence }: { by: number; evidence: string }): Intent {
  return intend("challenges", "challenge", [checkMember("by", by), checkHash("evidence", evidence)], "Challenged");
}
