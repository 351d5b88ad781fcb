import { checkAmount, checkHash, checkProject } from "../chain/checks.ts";
import { intend, type Intent } from "../chain/intent.ts";
import { checkDataUri } from "./batchSource.ts";

/** The root of an imported history. Amounts in micro-units. */
export interface PostBatchInput {
  project: number;
  root: string;
  /** Of all leaves; below 2^63. */
  sum: bigint;
  /** What the whole batch shall count for, at most half the project's budget. */
  credit: bigint;
  dataDigest: string;
  /** Where the data can be read; may be empty. */
  uri: string;
}

/** Posts a batch. Errors: InputFault. */
export function parsePostBatch(input: PostBatchInput): Intent {
  const args = [
    checkProject("project", input.project),
    checkHash("root", input.root),
    checkAmount("sum", input.sum, 1n, 2n ** 63n - 1n),
    checkAmount("credit", input.credit, 1n, 2n ** 55n),
    checkHash("dataDigest", input.dataDigest),
    checkDataUri("uri", input.uri),
  ] as const;
  return intend("contributionLedger", "postBatch", args, "BatchPosted");
}
