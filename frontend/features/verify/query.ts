import type { Hex } from "viem";

/** What was typed or pasted. */
export type Query =
  | { readonly is: "hash"; readonly hash: Hex }
  | { readonly is: "address"; readonly address: Hex }
  | { readonly is: "number"; readonly number: number; readonly of: "member" | "project" | "either" }
  | { readonly is: "empty" }
  | { readonly is: "unknown" };

/** Reads what was pasted: a hash, an address, a number, or a link to a page of this house, which holds one of these. */
export function readQuery(text: string): Query {
  const typed = text.normalize("NFKC").trim();
  if (typed === "") return { is: "empty" };
  const hash = /0x[0-9a-f]{64}(?![0-9a-f])/i.exec(typed)?.[0];
  if (hash) return { is: "hash", hash: hash.toLowerCase() as Hex };
  const bare = /^[0-9a-f]{64}$/i.exec(typed)?.[0];
  if (bare) return { is: "hash", hash: `0x${bare.toLowerCase()}` };
  const address = /0x[0-9a-f]{40}(?![0-9a-f])/i.exec(typed)?.[0];
  if (address) return { is: "address", address: address.toLowerCase() as Hex };
  const page = /#\/(m|p)\/(\d{1,9})\b/.exec(typed);
  if (page) return { is: "number", number: Number(page[2]), of: page[1] === "m" ? "member" : "project" };
  const number = /^(?:no\.?\s*|#)?(\d{1,9})号?$/i.exec(typed)?.[1];
  return number === undefined ? { is: "unknown" } : { is: "number", number: Number(number), of: "either" };
}
