import type { Hex } from "viem";
import { readAddress } from "#client/work/statement/address.ts";
import { type AnyDocument, parseDocument } from "#client/work/statement/format.ts";
import { toldTo } from "#client/work/statement/fields.ts";
import { verify } from "#client/work/statement/store.ts";
import { documentInside, titleOf } from "#client/work/statements.ts";
import { plainText } from "#client/chain/plain.ts";
import type { StatementRecord } from "#client/work/types.ts";
import type { Both } from "../../shared/language/words.ts";

/** What is written down by digest and address: a statement, an article. */
export type Written = Pick<StatementRecord, "document" | "uri">;

/** Documents that were fetched from elsewhere in this visit, and whose bytes were found to be those that the chain names. */
const fetched = new Map<string, { readonly bytes: Uint8Array; readonly document: AnyDocument | null }>();
const MOST_KEPT = 200;

/** Remembers bytes that verified, and gives what they say; null where they are no document. */
export function rememberDocument(digest: Hex, bytes: Uint8Array): AnyDocument | null {
  const key = digest.toLowerCase();
  const before = fetched.get(key);
  if (before) return before.document;
  const parsed = parseDocument(bytes);
  const document = parsed.is === "document" ? parsed.document : null;
  if (fetched.size >= MOST_KEPT) fetched.delete(fetched.keys().next().value!);
  fetched.set(key, { bytes, document });
  return document;
}

/** The verified document behind a digest, if its address contains it or it was fetched before; null otherwise. Nobody is asked. */
export const documentAt = ({ document, uri }: Written): AnyDocument | null => fetched.get(document.toLowerCase())?.document ?? documentInside(uri, document);

/** The verified bytes behind a digest, if they are at hand. */
export function bytesAt({ document: digest, uri }: Written): Uint8Array | null {
  const before = fetched.get(digest.toLowerCase());
  if (before) return before.bytes;
  const place = readAddress(uri, digest, document.baseURI);
  return typeof place === "object" && place.is === "inside" && verify(place.bytes, digest, "inside").is === "verified" ? place.bytes : null;
}

/** What a document calls itself; null for none. Anybody's words, made harmless. */
export function titleIn(document: AnyDocument | null): Both | null {
  if (!document) return null;
  const { zh, en } = document.is === "statement" ? toldTo(document.title) : { zh: document.title, en: document.title };
  return { zh: plainText(zh, 120), en: plainText(en, 120) };
}

/** What a statement or an article is called in lists: its title where it can be read without asking anybody, else its first letters. */
export const statementTitle = (record: Pick<StatementRecord, "id" | "kind" | "document" | "uri">): Both => titleIn(fetched.get(record.document.toLowerCase())?.document ?? null) ?? titleOf(record);

