import { encodeAbiParameters, type Hex, keccak256 } from "viem";
import type { MemberId, StatementId } from "#client/chain/ids.ts";

/** The id of the article that an author publishes with a document. Told apart from statements by its first word. */
export const articleId = (author: MemberId, document: Hex): StatementId =>
  keccak256(encodeAbiParameters([{ type: "string" }, { type: "uint32" }, { type: "bytes32" }], ["article", author, document])) as StatementId;
