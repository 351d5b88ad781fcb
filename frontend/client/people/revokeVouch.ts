import { intend, type Intent } from "../chain/intent.ts";
import type { VouchTerms } from "./signing.ts";

/** Takes back a vouch of the caller's that was not used. */
export const parseRevokeVouch = ({ applicant, joinCount, expires }: Pick<VouchTerms, "applicant" | "joinCount" | "expires">): Intent =>
  intend("memberRegistry", "revokeVouch", [applicant, joinCount, expires], "VouchRevoked");
