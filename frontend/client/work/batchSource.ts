import { bytesToHex, type Hex, keccak256 } from "viem";
import { InputFault } from "../chain/intent.ts";
import type { Batch } from "./batch.ts";
import { readBatchData } from "./batchData.ts";
import type { BatchClaim } from "./types.ts";
import { readUri } from "./uri.ts";

/** Where the data of a batch is: in the address itself, or behind a link. */
export type DataSource = { readonly is: "inline"; readonly bytes: Uint8Array } | { readonly is: "link"; readonly href: string; readonly host: string };

const MOST_INLINE = 200_000;

/** Reads where a batch's data is. Null for an empty address and for one that is neither. */
export function readDataUri(uri: string): DataSource | null {
  const encoded = /^data:application\/(?:jsonl|x-ndjson)(?:;charset=utf-8)?;base64,([A-Za-z0-9+/]*={0,2})$/.exec(uri)?.[1];
  if (encoded !== undefined) return encoded.length > MOST_INLINE ? null : fromBase64(encoded);
  const read = readUri(uri);
  return read?.is === "link" ? read : null;
}

function fromBase64(encoded: string): DataSource | null {
  try {
    return { is: "inline", bytes: Uint8Array.from(atob(encoded), (letter) => letter.charCodeAt(0)) };
  } catch {
    return null;
  }
}

/** Checks the address of a batch's data: empty, or one that `readDataUri` understands. Errors: InputFault. */
export function checkDataUri(field: string, uri: string): string {
  if (uri === "" || readDataUri(uri) !== null) return uri;
  throw new InputFault(field, { zh: "这里只能是数据本身，或以https、http、ipfs开头的链接。", en: "Only the data itself, or a link that begins with https, http or ipfs, can stand here." });
}

/** Data that is not what was posted. `why`: its bytes, or what they give, are not those of the batch. */
export class BatchMismatch extends Error {
  readonly why: "digest" | "root";
  constructor(why: "digest" | "root", found: Hex) {
    super(`${why} is ${found}`);
    this.name = "BatchMismatch";
    this.why = why;
  }
}

/** Rebuilds a posted batch from its published bytes. Errors: BatchMismatch; BatchDataError for bytes that are no data file. */
export function openBatch(claim: Pick<BatchClaim, "dataDigest" | "evidence" | "sum" | "project">, bytes: Uint8Array): Batch {
  const digest = keccak256(bytes);
  if (digest !== claim.dataDigest) throw new BatchMismatch("digest", digest);
  const { batch } = readBatchData(bytes);
  const stands = batch.tree !== null && batch.tree.root === claim.evidence && batch.tree.sum === claim.sum && batch.project === claim.project;
  if (!stands) throw new BatchMismatch("root", batch.tree?.root ?? bytesToHex(new Uint8Array(32)));
  return batch;
}
