import { intend, type Intent } from "../chain/intent.ts";
import { type SignedVouch, vouchArgs } from "./join.ts";

/** Makes the caller, who had left, a member again, by fresh vouches. */
export const parseRejoin = (vouches: readonly SignedVouch[]): Intent => intend("memberRegistry", "rejoin", [vouchArgs(vouches)], "Returned");
