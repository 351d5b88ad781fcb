import { intend, type Intent } from "../chain/intent.ts";

/** Ends the caller's change of guardians that waits: those in force stay. A key of any age may, so that a thief's change ends with his key. */
export const parseKeepGuardians = (): Intent => intend("guardians", "keepGuardians", [], "GuardiansKept");
