import { plainText } from "../chain/plain.ts";

/** So many characters are read at most; a bundle of ten thousand acts is smaller. */
export const MOST_TEXT = 8_000_000;
/** Nothing that is signed here lies deeper: bundle, list, item. */
const MOST_DEPTH = 8;

/** A piece of a text that looks like a JSON object, and what was found in it. */
export type Piece = { readonly line: number } & (
  | { readonly is: "json"; readonly json: unknown }
  | { readonly is: "broken" }
  | { readonly is: "deep" }
  /** The same name twice in one object: readers would not agree on what it says. */
  | { readonly is: "twice"; readonly name: string }
);

/** The JSON objects of a text, one after another, by their braces; what stands between them is passed over. Never throws. */
export function piecesOf(text: string, most: number): Piece[] {
  const found: Piece[] = [];
  let [at, line] = [0, 1];
  while (found.length < most) {
    const start = text.indexOf("{", at);
    if (start < 0) break;
    line += linesIn(text, at, start);
    const object = new Scanner(text, start).scan();
    found.push(read(text, start, object, line));
    line += linesIn(text, start, object.end);
    at = object.end;
  }
  return found;
}

function read(text: string, start: number, { end, deep, twice }: Scanned, line: number): Piece {
  if (deep) return { line, is: "deep" };
  try {
    const json: unknown = JSON.parse(text.slice(start, end));
    return twice === null ? { line, is: "json", json } : { line, is: "twice", name: plainText(twice, 40) };
  } catch {
    return { line, is: "broken" };
  }
}

/** Looks at no more than it is asked about: a search would run to the end of a long text for each of its pieces. */
function linesIn(text: string, from: number, to: number): number {
  let lines = 0;
  for (let at = from; at < to; at++) if (text.charCodeAt(at) === 10) lines += 1;
  return lines;
}

interface Scanned {
  readonly end: number;
  readonly deep: boolean;
  readonly twice: string | null;
}

/** Finds the end of an object and a name that stands in it twice. It need not know what JSON is: JSON.parse has the last word. */
class Scanner {
  /** For each brace that is open the names seen in it; null for a bracket. */
  private readonly open: (Set<string> | null)[] = [];
  private readonly text: string;
  private at: number;
  private twice: string | null = null;
  private deep = false;

  constructor(text: string, start: number) {
    this.text = text;
    this.at = start;
  }

  scan(): Scanned {
    let depth = 0;
    for (; this.at < this.text.length; this.at++) {
      const letter = this.text[this.at];
      if (letter === '"') this.string();
      else if (letter === "{" || letter === "[") {
        depth += 1;
        if (depth > MOST_DEPTH) this.deep = true;
        else this.open.push(letter === "{" ? new Set() : null);
      } else if (letter === "}" || letter === "]") {
        if (depth <= MOST_DEPTH) this.open.pop();
        depth -= 1;
        if (depth === 0) return this.end(this.at + 1);
      }
    }
    return this.end(this.text.length);
  }

  private end(end: number): Scanned {
    return { end, deep: this.deep, twice: this.twice };
  }

  /** Steps over a string, and keeps it if it is the name of an entry. */
  private string(): void {
    const start = this.at;
    this.at += 1;
    while (this.at < this.text.length && this.text[this.at] !== '"') this.at += this.text[this.at] === "\\" ? 2 : 1;
    const names = this.open.at(-1);
    if (!names || !this.isName()) return;
    const name = unescape(this.text.slice(start, this.at + 1));
    if (names.has(name)) this.twice ??= name;
    names.add(name);
  }

  private isName(): boolean {
    let next = this.at + 1;
    while (" \t\r\n".includes(this.text[next] ?? "x")) next += 1;
    return this.text[next] === ":";
  }
}

function unescape(quoted: string): string {
  if (!quoted.includes("\\")) return quoted.slice(1, -1);
  try {
    return String(JSON.parse(quoted));
  } catch {
    return quoted;
  }
}
