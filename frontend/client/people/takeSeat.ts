import { checkMember } from "../chain/checks.ts";
import { intend, type Intent } from "../chain/intent.ts";

/** Gives a member the seat, 28 days after joining; anyone may, for anyone. Errors: InputFault. */
export const parseTakeSeat = (member: number): Intent => intend("memberRegistry", "takeSeat", [checkMember("member", member)], "Seated");
