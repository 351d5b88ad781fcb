import type { Hex } from "viem";
import { InputFault, intend, type Intent } from "../chain/intent.ts";
import type { ApplicationTerms, VouchTerms } from "./signing.ts";

/** A signed application. */
export interface SignedApplication extends ApplicationTerms {
  readonly signature: Hex;
}

/** A signed vouch. */
export interface SignedVouch extends VouchTerms {
  readonly signature: Hex;
}

/** Vouches as the registry takes them: whom they are for is said once. */
export const vouchArgs = (vouches: readonly SignedVouch[]) => vouches.map(({ sponsor, keyEpoch, expires, signature }) => ({ sponsor, keyEpoch, expires, signature }));

/** Makes an applicant a member. Anyone may send it. `vouches`: none where a vote named the applicant. Errors: InputFault where one is for somebody else. */
export function parseJoin({ applicant, profileDigest, profileUri, expires, signature }: SignedApplication, vouches: readonly SignedVouch[]): Intent {
  for (const vouch of vouches)
    if (vouch.applicant.toLowerCase() !== applicant.toLowerCase() || vouch.joinCount !== 0)
      throw new InputFault("vouches", { zh: "这份担保是给别人的，或是给另一次加入的。", en: "This vouch is for somebody else, or for another joining." });
  return intend("memberRegistry", "join", [{ applicant, profileDigest, profileUri, expires, signature }, vouchArgs(vouches)], "Joined");
}
