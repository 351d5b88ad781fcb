import { checkHash, checkMember, checkUint32 } from "../chain/checks.ts";
import { intend, type Intent } from "../chain/intent.ts";

/** A first answer. The claim is named by its maker and its evidence (of a batch the root, of a binding what it says). */
export interface AttestInput {
  by: number;
  evidence: string;
  /** The quantity seen, at most the recorded one; for batches and bindings 1 is yes and 0 is no. */
  quantity: number;
}

/** Answers a claim. Errors: InputFault. */
export function parseAttest({ by, evidence, quantity }: AttestInput): Intent {
  const args = [checkMember("by", by), checkHash("evidence", evidence), checkUint32("quantity", quantity)] as const;
  return intend("contributionLedger", "attest", args, "Attested");
}
