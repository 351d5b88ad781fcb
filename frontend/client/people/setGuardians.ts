import type { Address, Hex } from "viem";
import { InputFault, intend, type Intent } from "../chain/intent.ts";
import type { GuardianConsentTerms } from "./signing.ts";

/** A guardian's signed consent. */
export interface SignedGuardianConsent extends GuardianConsentTerms {
  readonly signature: Hex;
}

/** Fewest and most guardians. */
export const GUARDIANS = { fewest: 3, most: 5 } as const;

/** How many of so many guardians must sign. */
export const majorityOf = (guardians: number): number => (guardians === 0 ? 0 : Math.floor(guardians / 2) + 1);

/** Gives the caller other guardians, 14 days from now. Errors: InputFault for fewer than three, more than five, or one twice. */
export function parseSetGuardians(consents: readonly SignedGuardianConsent[]): Intent {
  const distinct = new Set<Address>(consents.map(({ guardian }) => guardian.toLowerCase() as Address)).size;
  if (distinct !== consents.length || distinct < GUARDIANS.fewest || distinct > GUARDIANS.most)
    throw new InputFault("guardians", { zh: `监护人要${GUARDIANS.fewest}到${GUARDIANS.most}位，各不相同。`, en: `There must be ${GUARDIANS.fewest} to ${GUARDIANS.most} guardians, each once.` });
  return intend("guardians", "setGuardians", [consents.map(({ guardian, expires, signature }) => ({ guardian, expires, signature }))], "GuardiansProposed");
}
