import { readUri } from "../../uri.ts";
import type { Target } from "./tree.ts";

/** Characters of an address at most. */
export const MOST_ADDRESS = 480;

/** Where an address leads; null for everything that is no link to http, https or ipfs and no page of this house. */
export function readTarget(address: string): Target | null {
  if (/^#\/[\w/-]{0,200}$/.test(address)) return { is: "route", href: address };
  // Anything but plain ASCII could make one host look like another.
  if (!/^[!-~]+$/.test(address) || address.length > MOST_ADDRESS) return null;
  const read = readUri(address);
  return read?.is === "link" && /^(https?|ipfs):/.test(read.href) ? { is: "away", href: read.href, host: read.host } : null;
}

/** An address between round brackets, as links and pictures have it, and where it ends. */
export interface Destination {
  readonly address: string;
  /** The place after the closing bracket. */
  readonly end: number;
}

/** Reads `(address "title")` at a place; the title is passed over. Null where there is none. Looks no further than an address may be long. */
export function readDestination(source: string, place: number): Destination | null {
  if (source[place] !== "(") return null;
  const near = source.slice(place + 1, place + 2 * MOST_ADDRESS);
  const start = /^[ \n]*/.exec(near)![0].length;
  const angled = /^<([^<>\n]*)>/.exec(near.slice(start));
  const end = start + (angled ? angled[0].length : bareLength(near.slice(start)));
  const address = angled ? angled[1]! : near.slice(start, end);
  const rest = /^(?:[ \n]+(?:"[^"]*"|'[^']*'))?[ \n]*\)/.exec(near.slice(end));
  return rest ? { address: unescape(address), end: place + 1 + end + rest[0].length } : null;
}

/** How far an address without angles reaches: to a space, or to the bracket that closes what it did not open. */
function bareLength(text: string): number {
  let open = 0;
  for (let place = 0; place < text.length; place += 1) {
    const letter = text[place]!;
    if (letter === "\\") place += 1;
    else if (letter <= " ") return place;
    else if (letter === "(") open += 1;
    else if (letter === ")" && (open -= 1) < 0) return place;
  }
  return text.length;
}

const unescape = (address: string): string => address.replace(/\\([!-/:-@[-`{-~])/g, "$1").replaceAll("&amp;", "&");

/** The bare address at a place of a text, without the signs that end its sentence; null where there is none. */
export function bareAddress(source: string, place: number): string | null {
  const pattern = /https?:\/\/[!#-;=?-Z_a-z~]{1,480}/iy;
  pattern.lastIndex = place;
  const found = pattern.exec(source)?.[0].replace(/[.,;:!?'*_~]{1,20}$/, "");
  if (found === undefined) return null;
  return found.endsWith(")") && !found.includes("(") ? found.slice(0, -1) : found;
}
