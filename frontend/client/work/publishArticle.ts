import { checkHash } from "../chain/checks.ts";
import { intend, type Intent } from "../chain/intent.ts";
import { checkAddress, checkOthers } from "./charterChecks.ts";

/** Publishes an article, sha2-256 `document`, and asks for its review at once. Errors: InputFault. */
export function parsePublishArticle({ document, uri, coauthors }: { document: string; uri: string; coauthors: readonly number[] }): Intent {
  const digest = checkHash("document", document);
  return intend("projectReviews", "publish", [digest, checkAddress("uri", uri, digest), checkOthers("coauthors", coauthors)], "ArticlePublished");
}
