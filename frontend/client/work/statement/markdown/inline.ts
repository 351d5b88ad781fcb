import { isSeen } from "../head.ts";
import { bareAddress, type Destination, readDestination, readTarget } from "./links.ts";
import { type Inline, wordsOf } from "./tree.ts";

/** How deep stress, links and the like are nested at most; what would lie deeper keeps its signs. Views may call themselves that often. */
export const MOST_DEPTH = 8;

type Sign = "*" | "_" | "~";
interface Piece {
  node: Inline;
  readonly depth: number;
}
/** Signs that may begin something, and the piece in which they stand. */
interface Run {
  readonly place: number;
  count: number;
}
interface Bracket {
  readonly place: number;
  readonly picture: boolean;
}

const plain = /[^\\`*_~[\]!<&\nhH]+/y;
const marked = /[!-/:-@[-`{-~]/; // what a backslash makes a plain letter
const named = new Map(Object.entries({ amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00A0", copy: "©", hellip: "…", ndash: "–", mdash: "—" }));
const wide = /[\u2E80-\u9FFF\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFFEF]/; // letters between which a new line is no space
const wordLetter = /[\p{L}\p{N}]/u;

/**
 * Reads the pieces of one paragraph in time that grows with its length alone, whatever it contains: each sign is looked at once, and
 * an opener that was passed is never looked for again. HTML is text like any other.
 */
export function readInline(source: string): readonly Inline[] {
  return new Reading(source).read();
}

class Reading {
  private readonly source: string;
  private at = 0;
  private text = "";
  private readonly pieces: Piece[] = [];
  private readonly runs: Readonly<Record<Sign, Run[]>> = { "*": [], _: [], "~": [] };
  private readonly brackets: Bracket[] = [];
  /** Brackets before this piece stand around a link already and begin none. */
  private closedBefore = 0;
  private ticks: Map<number, number[]> | null = null;

  constructor(source: string) {
    this.source = source;
  }

  read(): readonly Inline[] {
    while (this.at < this.source.length) this.step();
    this.flush();
    return joined(this.pieces.map(({ node }) => node));
  }

  private step(): void {
    const letter = this.source[this.at]!;
    if (letter === "*" || letter === "_" || letter === "~") this.signs(letter);
    else if (letter === "[" || (letter === "!" && this.source[this.at + 1] === "[")) this.open(letter === "!");
    else if (letter === "]") this.close();
    else if (letter === "`") this.code();
    else if (letter === "\\") this.escape();
    else if (letter === "\n") this.newLine();
    else if (letter === "&") this.entity();
    else if (letter === "<") this.angled();
    else if (letter === "h" || letter === "H") this.bare();
    else {
      plain.lastIndex = this.at;
      this.take(plain.exec(this.source)?.[0] ?? letter);
    }
  }

  private take(text: string, length = text.length): void {
    this.text += text;
    this.at += length;
  }

  private push(node: Inline, depth = 0): void {
    this.flush();
    this.pieces.push({ node, depth });
  }

  private flush(): void {
    if (this.text === "") return;
    this.pieces.push({ node: { is: "text", text: this.text }, depth: 0 });
    this.text = "";
  }

  private depthFrom(place: number): number {
    let depth = 0;
    for (let next = place; next < this.pieces.length; next += 1) depth = Math.max(depth, this.pieces[next]!.depth);
    return depth + 1;
  }

  /** Takes the pieces from a place on away, and forgets the openers among them. */
  private cut(place: number): readonly Inline[] {
    const inside = joined(this.pieces.splice(place).map(({ node }) => node));
    for (const stack of [this.runs["*"], this.runs._, this.runs["~"], this.brackets]) while (stack.length > 0 && stack.at(-1)!.place >= place) stack.pop();
    return inside;
  }

  private signs(sign: Sign): void {
    const { source } = this;
    let end = this.at;
    while (source[end] === sign) end += 1;
    const [before, after] = [source[this.at - 1] ?? " ", source[end] ?? " "];
    const inWord = (letter: string) => sign === "_" && wordLetter.test(letter) && !wide.test(letter);
    const opens = after.trim() !== "" && !inWord(before);
    const closes = before.trim() !== "" && !inWord(after);
    let count = end - this.at;
    this.flush();
    this.at = end;
    if (sign === "~" && count !== 2) return this.push({ is: "text", text: sign.repeat(count) });
    for (let used = closes ? this.wrap(sign, count) : 0; used > 0; used = this.wrap(sign, count)) count -= used;
    if (count === 0) return;
    if (opens) this.runs[sign].push({ place: this.pieces.length, count });
    this.push({ is: "text", text: sign.repeat(count) });
  }

  /** Closes the innermost opener of a sign. Gives how many of the signs that took; 0 where there is none. */
  private wrap(sign: Sign, count: number): number {
    const opener = this.runs[sign].at(-1);
    if (!opener || count === 0) return 0;
    const depth = this.depthFrom(opener.place + 1);
    if (depth > MOST_DEPTH) {
      this.runs[sign].length = 0; // the openers before it would lie deeper still
      return 0;
    }
    const used = sign === "~" || (opener.count >= 2 && count >= 2) ? 2 : 1;
    const inside = this.cut(opener.place + 1);
    opener.count -= used;
    if (opener.count === 0) {
      this.runs[sign].pop();
      this.pieces.pop();
    } else this.pieces[opener.place]!.node = { is: "text", text: sign.repeat(opener.count) };
    this.push({ is: sign === "~" ? "struck" : used === 2 ? "strong" : "stress", inside }, depth);
    return used;
  }

  private open(picture: boolean): void {
    this.flush();
    this.brackets.push({ place: this.pieces.length, picture });
    this.push({ is: "text", text: picture ? "![" : "[" });
    this.at += picture ? 2 : 1;
  }

  private close(): void {
    const bracket = this.brackets.pop();
    const found = bracket && readDestination(this.source, this.at + 1);
    if (!found || !this.link(bracket, found)) this.take("]");
  }

  private link({ place, picture }: Bracket, { address, end }: Destination): boolean {
    const to = readTarget(address);
    if (!to || (picture ? !/^https?:/.test(to.href) : place < this.closedBefore)) return false;
    this.flush();
    const depth = this.depthFrom(place + 1);
    if (depth > MOST_DEPTH) {
      this.brackets.length = 0; // as above
      return false;
    }
    const inside = this.cut(place + 1);
    this.pieces.pop();
    if (picture && to.is === "away") this.push({ is: "picture", href: to.href, host: to.host, alt: wordsOf(inside) });
    else {
      this.push({ is: "link", to, inside: inside.length > 0 ? inside : [{ is: "text", text: address }] }, depth);
      this.closedBefore = this.pieces.length;
    }
    this.at = end;
    return true;
  }

  private code(): void {
    let end = this.at;
    while (this.source[end] === "`") end += 1;
    const count = end - this.at;
    const close = this.nextTicks(count, end);
    if (close === null) return this.take(this.source.slice(this.at, end));
    const text = this.source.slice(end, close).replace(/\n/g, " ");
    this.push({ is: "code", text: text.length > 2 && text.startsWith(" ") && text.endsWith(" ") && text.trim() !== "" ? text.slice(1, -1) : text });
    this.at = close + count;
  }

  /** Where the next run of exactly so many backticks begins. All runs are found once. */
  private nextTicks(count: number, from: number): number | null {
    if (this.ticks === null) {
      this.ticks = new Map();
      for (const { 0: run, index } of this.source.matchAll(/`+/g)) {
        const places = this.ticks.get(run.length) ?? [];
        places.push(index);
        this.ticks.set(run.length, places);
      }
      for (const places of this.ticks.values()) places.reverse();
    }
    const places = this.ticks.get(count) ?? [];
    while (places.length > 0 && places.at(-1)! < from) places.pop();
    return places.at(-1) ?? null;
  }

  private escape(): void {
    const next = this.source[this.at + 1] ?? "";
    if (marked.test(next)) this.take(next, 2);
    else if (next === "\n") this.lineBreak(2);
    else this.take("\\");
  }

  private newLine(): void {
    if (this.text.endsWith("  ")) return this.lineBreak(1);
    const before = this.source[this.at - 1] ?? "";
    this.at += 1;
    this.skipSpaces();
    this.text = this.text.trimEnd();
    if (!wide.test(before) || !wide.test(this.source[this.at] ?? "")) this.text += " ";
    this.flush(); // a text that grows by many lines would be copied with each
  }

  private lineBreak(length: number): void {
    this.text = this.text.trimEnd();
    this.push({ is: "break" });
    this.at += length;
    this.skipSpaces();
  }

  private skipSpaces(): void {
    while (this.source[this.at] === " ") this.at += 1;
  }

  private entity(): void {
    const pattern = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-z]{2,6}));/y;
    pattern.lastIndex = this.at;
    const [whole, decimal, hex, name] = pattern.exec(this.source) ?? [];
    const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : null;
    const letter = name ? named.get(name) : code !== null && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
    // What may not stand in a text may not come in by its number either.
    if (whole !== undefined && letter !== undefined && isSeen(letter)) this.take(letter, whole.length);
    else this.take("&");
  }

  private angled(): void {
    const pattern = /<((?:https?|ipfs):\/\/[^\s<>]{1,480})>/iy;
    pattern.lastIndex = this.at;
    const [whole, address] = pattern.exec(this.source) ?? [];
    const to = address === undefined ? null : readTarget(address);
    if (!whole || !address || !to) return this.take("<");
    this.push({ is: "link", to, inside: [{ is: "text", text: address }] }, 1);
    this.at += whole.length;
  }

  private bare(): void {
    const within = /[A-Za-z0-9]/.test(this.source[this.at - 1] ?? "") || this.brackets.length > 0;
    const address = within ? null : bareAddress(this.source, this.at);
    const to = address === null ? null : readTarget(address);
    if (address === null || !to) return this.take(this.source[this.at]!);
    this.push({ is: "link", to, inside: [{ is: "text", text: address }] }, 1);
    this.at += address.length;
  }
}

/** Texts that came to stand side by side become one. */
function joined(nodes: readonly Inline[]): readonly Inline[] {
  const result: Inline[] = [];
  let texts: string[] = [];
  const end = () => {
    if (texts.length > 0) result.push({ is: "text", text: texts.join("") });
    texts = [];
  };
  for (const node of nodes) {
    if (node.is === "text") texts.push(node.text);
    else {
      end();
      result.push(node);
    }
  }
  end();
  return result;
}
