import { type Hex, keccak256, toBytes } from "viem";

/**
 * What a check of a published document against its digest on chain found:
 * - matches: the bytes are those that were fixed
 * - differs: there are bytes, and they are others
 * - unavailable: it lies elsewhere, so nothing can be said from here
 */
export type DocumentCheck = "matches" | "differs" | "unavailable";

/** The largest document that is read from an address that contains it, in characters. */
const MOST = 100_000;

/** Checks a document that is its own address. Nothing is fetched. */
export function checkDocument(uri: string, digest: Hex): DocumentCheck {
  const body = /^data:application\/json(?:;charset=utf-8)?,(.*)$/is.exec(uri)?.[1];
  if (body === undefined || body.length > MOST) return "unavailable";
  try {
    return keccak256(toBytes(decodeURIComponent(body))) === digest.toLowerCase() ? "matches" : "differs";
  } catch {
    return "differs";
  }
}
