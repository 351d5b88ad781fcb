import { checkHash } from "../chain/checks.ts";
import { intend, type Intent } from "../chain/intent.ts";

/** Takes a statement or an article back to draft. Errors: InputFault. */
export const parseTakeBack = ({ statement }: { statement: string }): Intent => intend("projectReviews", "takeBack", [checkHash("statement", statement)], "TakenBack");
