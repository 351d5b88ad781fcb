import { intend, type Intent } from "../chain/intent.ts";

/** The caller leaves the cooperative. What was earned stays. */
export const parseResign = (): Intent => intend("memberRegistry", "resign", [], "MemberLeft");
