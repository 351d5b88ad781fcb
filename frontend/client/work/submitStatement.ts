import { checkHash } from "../chain/checks.ts";
import { intend, type Intent } from "../chain/intent.ts";

/** Asks for the review of a statement, or of an article that was taken back. Errors: InputFault. */
export const parseSubmitStatement = ({ statement }: { statement: string }): Intent => intend("projectReviews", "submit", [checkHash("statement", statement)], "Submitted");
