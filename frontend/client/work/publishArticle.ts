import { encodeAbiParameters, type Hex, keccak256 } from "viem";
import { checkHash } from "../chain/checks.ts";
import type { MemberId, StatementId } from "../chain/ids.ts";
import { intend, type Intent } from "../chain/intent.ts";
import { checkAddress, checkOthers } from "./charterChecks.ts";

/** The id of the article that an author publishes with this document. */
export function articleId(author: MemberId, document: Hex): StatementId {
  return keccak256(encodeAbiParameters([{ type: "string" }, { type: "uint32" }, { type: "bytes32" }], ["article", author, document])) as StatementId;
}

/** Publishes an article, sha2-256 `document`, and asks for its review at once. Errors: InputFault. */
export function parsePublishArticle({ document, uri, coauthors }: { document: string; uri: string; coauthors: readonly number[] }): Intent {
  const digest = checkHash("document", document);
  return intend("projectReviews", "publish", [digest, checkAddress("uri", uri, digest), checkOthers("coauthors", coauthors)], "ArticlePublished");
}
