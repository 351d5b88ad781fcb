import { checkHash } from "../chain/checks.ts";
import { InputFault, intend, type Intent } from "../chain/intent.ts";
import { checkAddress } from "./charterChecks.ts";
import { packMarks } from "./marks.ts";
import { CRITERIA } from "./types.ts";

/** A review as its writer gives it. */
export interface ReviewInput {
  statement: string;
  /** Twelve of 0, 1 or 2, in the order of the criteria. */
  marks: readonly number[];
  /** sha2-256 of the written comment; null: none. */
  comment: string | null;
  /** Where the comment can be read; may be empty. */
  uri: string;
}

const NONE = `0x${"0".repeat(64)}` as const;

/** Reviews a statement or an article, or revises one's review. Errors: InputFault. */
export function parseReview({ statement, marks, comment, uri }: ReviewInput): Intent {
  if (marks.length !== CRITERIA || marks.some((mark) => mark !== 0 && mark !== 1 && mark !== 2))
    throw new InputFault("marks", { zh: "十二项都要评，每项0、1或2。", en: "Mark all twelve points, each with 0, 1 or 2." });
  if (comment === null && uri !== "") throw new InputFault("uri", { zh: "没有评语，就不要写地址。", en: "Without a comment there is no address." });
  const digest = comment === null ? NONE : checkHash("comment", comment);
  return intend("projectReviews", "review", [checkHash("statement", statement), packMarks(marks), digest, comment === null ? "" : checkAddress("uri", uri, digest)], "Reviewed");
}
