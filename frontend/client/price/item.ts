// What is sold, in words. The chain keeps two digests of it: of the schema, which says how an item is described, and of the item itself.
import canonicalize from "canonicalize";
import { type Hex, keccak256, toBytes } from "viem";
import { InputFault } from "../chain/intent.ts";
import { plainText } from "../chain/plain.ts";

/** An item as sellers and buyers describe it. Everyone who describes the same thing in the same words gets the same digest. */
export interface Item {
  /** What it is called, in one language or both. */
  readonly name: string;
  /** What one of it is: a jar, a kilogram, an hour. */
  readonly unit: string;
  /** What else is to be known: kind, grade, how it is delivered. May be empty. */
  readonly text: string;
  /** Where it is, or where it is done. May be empty. */
  readonly place: string;
}

/**
 * The schema that this release writes: a JSON object (RFC 8785) of these fields, each a text. Other industries bring their own; an
 * item of a schema that a client does not know is shown by its digest.
 */
export const ITEM_SCHEMA = canonicalize({
  title: "gongsheng/item/1",
  type: "object",
  required: ["name", "place", "text", "unit"],
  properties: { name: { type: "string", maxLength: 80 }, place: { type: "string", maxLength: 80 }, text: { type: "string", maxLength: 400 }, unit: { type: "string", maxLength: 20 } },
})!;
/** The digest of that schema, as offers and requests name it. */
export const ITEM_SCHEMA_DIGEST: Hex = keccak256(toBytes(ITEM_SCHEMA));

export const MOST_ITEM = { name: 80, unit: 20, text: 400, place: 80 } as const;
/** The longest description that is read. */
const MOST_URI = 6_000;
const OPENING = "data:application/json,";

/** Checks the words of an item. Errors: InputFault. */
export function makeItem(given: Partial<Item>): Item {
  const word = (field: keyof Item): string => {
    const clean = plainText(given[field] ?? "", Number.MAX_SAFE_INTEGER).normalize("NFC").trim();
    const most = MOST_ITEM[field];
    if ([...clean].length > most) throw new InputFault(field, { zh: `最多${most}个字符；内容还在，请缩短。`, en: `At most ${most} characters; your text is still here, please shorten it.` });
    return clean;
  };
  const item = { name: word("name"), unit: word("unit"), text: word("text"), place: word("place") };
  if (item.name === "") throw new InputFault("name", { zh: "请写下是什么。", en: "Please say what it is." });
  if (item.unit === "") throw new InputFault("unit", { zh: "请写下以什么计数，例如：公斤、次、小时。", en: "Please say what is counted: a kilogram, a time, an hour." });
  return item;
}

/** The item's bytes as everyone hashes them. */
export const itemText = (item: Item): string => canonicalize({ ...item })!;
/** The item's digest, as offers and requests name it. */
export const itemDigest = (item: Item): Hex => keccak256(toBytes(itemText(item)));
/** The item itself as an address, so that nothing has to be fetched. */
export const itemUri = (item: Item): string => `${OPENING}${encodeURIComponent(itemText(item))}`;

/**
 * The item behind a digest, from an address that anybody gave. Null where the address does not hold it: a link is not followed here, and
 * words that do not hash to the digest are somebody else's.
 */
export function readItem(uri: string, digest: Hex): Item | null {
  if (!uri.startsWith(OPENING) || uri.length > MOST_URI) return null;
  try {
    const text = decodeURIComponent(uri.slice(OPENING.length));
    if (keccak256(toBytes(text)) !== digest.toLowerCase()) return null;
    const item = makeItem(JSON.parse(text) as Partial<Item>);
    return itemText(item) === text ? item : null;
  } catch {
    return null;
  }
}

/** Of several addresses, the one that holds the item itself; else the first that says anything. Whoever opens an offer first may give a false one, or none. */
export const bestUri = (digest: Hex, ...uris: readonly string[]): string => uris.find((uri) => readItem(uri, digest) !== null) ?? uris.find((uri) => uri !== "") ?? "";
