import { InputFault } from "../chain/intent.ts";
import { plainText } from "../chain/plain.ts";

/** How many characters of plain words a `uri` may hold. */
export const MOST_WORDS = 280;
const MOST_URI = 4_000;
const MOST_LINK = 500;

/** What a `uri` on chain says: plain words to be shown as text, or a link to be offered with its host named. Never markup. */
export type Readable = { readonly is: "words"; readonly words: string } | { readonly is: "link"; readonly href: string; readonly host: string };

/** Reads anybody's `uri`. Null for an empty one and for whatever is neither plain words nor a link: scripts, HTML, files, broken encoding. */
export function readUri(uri: string): Readable | null {
  if (uri.length > MOST_URI) return null;
  const words = /^data:(?:text\/plain)?(?:;charset=utf-8)?,(.*)$/is.exec(uri)?.[1];
  if (words !== undefined) {
    const text = plainText(decoded(words) ?? "", MOST_WORDS);
    return text === "" ? null : { is: "words", words: text };
  }
  return readLink(uri);
}

function readLink(uri: string): Readable | null {
  if (uri.length > MOST_LINK || !/^(https?|ipfs|ipns):\/\//i.test(uri) || !URL.canParse(uri)) return null;
  const { href, host, protocol, username, password } = new URL(uri);
  // Names before an @ make a foreign host look like a known one.
  if (!["http:", "https:", "ipfs:", "ipns:"].includes(protocol) || username !== "" || password !== "") return null;
  return { is: "link", href, host: host || href.slice(0, 20) };
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

/** The `uri` of plain words; empty for none. Errors: InputFault for more than 280 characters. */
export function writeWords(field: string, text: string): string {
  const clean = plainText(text, Number.MAX_SAFE_INTEGER);
  if ([...clean].length > MOST_WORDS) throw new InputFault(field, { zh: `最多${MOST_WORDS}个字符；内容还在，请缩短。`, en: `At most ${MOST_WORDS} characters; your text is still here, please shorten it.` });
  return clean === "" ? "" : `data:,${encodeURIComponent(clean)}`;
}

/** Checks a `uri` given as such: empty, or one that `readUri` can show. Errors: InputFault. */
export function checkUri(field: string, uri: string): string {
  if (uri === "" || readUri(uri) !== null) return uri;
  throw new InputFault(field, { zh: "这里只能是文字，或以https、http、ipfs开头的链接。", en: "Only words, or a link that begins with https, http or ipfs, can stand here." });
}
