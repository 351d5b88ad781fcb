import { checkHash } from "../chain/checks.ts";
import { intend, type Intent } from "../chain/intent.ts";

/** Says that one was named as an author without being one. Errors: InputFault. */
export const parseDisown = ({ statement }: { statement: string }): Intent => intend("projectReviews", "disown", [checkHash("statement", statement)], "Disowned");
