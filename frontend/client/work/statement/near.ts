import type { AnyDocument } from "./format.ts";

/**
 * What a text says, as sorted numbers: one for each run of four words (in Chinese four 字), whatever punctuation, width, capitals or
 * line ends are around them. Two texts are compared by how many runs they share, so that moving paragraphs about changes little.
 */
export type Print = Uint32Array;

/** A document that is like another. */
export interface Near<T> {
  readonly document: T;
  /** How much of the shorter one's text stands in the longer one, 0 to 1. */
  readonly likeness: number;
  /** The paragraphs of one's own that stand there, wholly or almost. */
  readonly parts: readonly string[];
}

/** From here on two documents are called alike. Honest statements about one trade stay far below it. */
export const LEAST_LIKENESS = 0.4;
const RUN = 4;
/** Runs of a text too short to be compared by itself. */
const FEWEST = 24;

/** The words of a document by which it is compared: what is said, without numbers, names of entries and headings, which many share. */
function wordsOf(document: AnyDocument): string {
  const head = document.is === "article" ? [document.summary] : [document.summary, document.free].flatMap(({ zh, en }) => [zh ?? "", en ?? ""]);
  return [...head, ...(document.is === "article" ? [] : document.differs.map(({ how }) => how)), withoutHeadings(document.body)].join("\n");
}

const withoutHeadings = (body: string): string => body.replace(/^ {0,3}#{1,6}[ \t].*$/gm, "");

/** The print of a document. */
export const printOf = (document: AnyDocument): Print => printOfText(wordsOf(document));

/** The print of any text. */
export function printOfText(text: string): Print {
  const words = hashWords(text.normalize("NFKC").toLowerCase());
  const runs = new Uint32Array(Math.max(0, words.length - RUN + 1));
  for (let place = 0; place < runs.length; place += 1) {
    let hash = 0x9e3779b9;
    for (let step = 0; step < RUN; step += 1) hash = Math.imul(hash ^ words[place + step]!, 0x85ebca6b) ^ (hash >>> 15);
    runs[place] = mixed(hash);
  }
  return unique(runs.sort());
}

const mixed = (hash: number): number => {
  const once = Math.imul(hash ^ (hash >>> 16), 0x7feb352d);
  const twice = Math.imul(once ^ (once >>> 15), 0x846ca68b);
  return (twice ^ (twice >>> 16)) >>> 0;
};

function unique(sorted: Uint32Array): Uint32Array {
  let kept = 0;
  for (let place = 0; place < sorted.length; place += 1) if (place === 0 || sorted[place] !== sorted[kept - 1]) sorted[kept++] = sorted[place]!;
  return sorted.slice(0, kept);
}

const isLetter = (code: number): boolean =>
  code < 128 ? (code >= 97 && code <= 122) || (code >= 48 && code <= 57) : code > 191 ? !/[^\p{L}\p{M}\p{N}]/u.test(String.fromCharCode(code)) : false;
/** Scripts that put no space between words: each letter counts as a word. */
const standsAlone = (code: number): boolean => code >= 0x3040 && (code <= 0x9fff || (code >= 0xac00 && code <= 0xfaff));

/** A number for each word or 字, by its letters (FNV-1a). Digits alone are left out: numbers differ where texts are copied. */
function hashWords(text: string): number[] {
  const words: number[] = [];
  let [hash, length, letters] = [0x811c9dc5, 0, 0];
  const end = () => {
    if (length > 0 && letters > 0) words.push(hash);
    [hash, length, letters] = [0x811c9dc5, 0, 0];
  };
  for (let place = 0; place < text.length; place += 1) {
    const code = text.charCodeAt(place);
    const surrogate = code >= 0xd800 && code <= 0xdfff;
    if (surrogate || standsAlone(code)) {
      if (!surrogate) end();
      if (surrogate || isLetter(code)) [hash, length, letters] = [Math.imul(hash ^ code, 0x01000193), length + 1, letters + 1];
      if (!surrogate || code >= 0xdc00) end();
    } else if (isLetter(code)) {
      hash = Math.imul(hash ^ code, 0x01000193);
      length += 1;
      if (code < 48 || code > 57) letters += 1;
    } else end();
  }
  end();
  return words;
}

/** How much of the shorter text stands in the longer one, 0 to 1; 0 where it is too short to tell. */
export function likenessOf(one: Print, other: Print): number {
  const shorter = Math.min(one.length, other.length);
  return shorter < FEWEST ? 0 : shared(one, other) / shorter;
}

/** How many runs two prints share. */
function shared(one: Print, other: Print): number {
  let [count, left, right] = [0, 0, 0];
  while (left < one.length && right < other.length) {
    const [a, b] = [one[left]!, other[right]!];
    if (a === b) count += 1;
    if (a <= b) left += 1;
    if (b <= a) right += 1;
  }
  return count;
}

/** The documents that say much of what one says, most alike first. `printed` may keep prints from one question to the next. */
export function findNear<T extends AnyDocument>(mine: AnyDocument, others: readonly T[], printed: (document: T) => Print = printOf, least = LEAST_LIKENESS): readonly Near<T>[] {
  const print = printOf(mine);
  return others
    .map((document) => ({ document, print: printed(document) }))
    .map((other) => ({ ...other, likeness: likenessOf(print, other.print) }))
    .filter(({ likeness }) => likeness >= least)
    .sort((a, b) => b.likeness - a.likeness)
    .map(({ document, print: theirs, likeness }) => ({ document, likeness, parts: partsIn(mine, theirs) }));
}

/** One's own paragraphs of which most stands in another's text. */
function partsIn(mine: AnyDocument, theirs: Print): readonly string[] {
  return wordsOf(mine)
    .split(/\n{2,}|\n(?=[^\n])/)
    .filter((paragraph) => {
      const print = printOfText(paragraph);
      return print.length >= RUN && shared(print, theirs) / print.length >= LEAST_LIKENESS;
    });
}
