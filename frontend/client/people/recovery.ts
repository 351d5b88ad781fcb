import type { Address, Hex } from "viem";
import { checkMember } from "../chain/checks.ts";
import { intend, type Intent } from "../chain/intent.ts";
import type { RecoveryTerms } from "./signing.ts";

/** A guardian's signature on a recovery, or on its end. */
export interface SignedApproval {
  readonly signer: Address;
  readonly signature: Hex;
}

const byAddress = (approvals: readonly SignedApproval[]): SignedApproval[] =>
  [...approvals].sort((a, b) => (BigInt(a.signer) < BigInt(b.signer) ? -1 : 1)).map(({ signer, signature }) => ({ signer, signature }));

/** Opens a recovery. `consent`: the new key's signature; `approvals`: most guardians' in any order. Anyone may send it. */
export const parseOpenRecovery = ({ member, newKey, expires }: Omit<RecoveryTerms, "opening">, consent: Hex, approvals: readonly SignedApproval[]): Intent =>
  intend("guardians", "openRecovery", [checkMember("member", member), newKey, expires, consent, byAddress(approvals)], "RecoveryOpened");

/** Closes a recovery, by most guardians. Anyone may send it. */
export const parseCancelRecovery = ({ member, expires }: Pick<RecoveryTerms, "member" | "expires">, approvals: readonly SignedApproval[]): Intent =>
  intend("guardians", "cancelRecovery", [checkMember("member", member), expires, byAddress(approvals)], "RecoveryCancelled");

/** Finishes a recovery that is due; anyone may. Errors: InputFault. */
export const parseFinishRecovery = (member: number): Intent => intend("guardians", "finishRecovery", [checkMember("member", member)], "RecoveryFinished");

/** Says no to the open recovery; the caller has the key. */
export const parseVeto = (): Intent => intend("guardians", "veto", [], "RecoveryVetoed");
