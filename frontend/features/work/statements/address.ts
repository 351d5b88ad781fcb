import type { Hex } from "viem";
import { readAddress } from "#client/work/statement/address.ts";

/** Whether others could read this document at this address: on IPFS, at a host, or beside these pages. */
export function isFarAddress(uri: string, digest: Hex): boolean {
  const place = readAddress(uri.trim(), digest, document.baseURI);
  return typeof place === "object" && place.is !== "inside";
}
