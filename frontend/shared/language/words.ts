/** The two source languages; neither is a translation of the other. */
export type Language = "zh" | "en";

/** A text in both languages. */
export interface Both {
  readonly zh: string;
  readonly en: string;
}

/** A piece of a sentence: plain, stressed, or kept on one line (dates, amounts with units, names). */
export type Piece = string | { readonly strong: string } | { readonly keep: string };

type Entry = string | readonly Piece[] | ((...given: never[]) => string | readonly Piece[]);
interface Tree {
  readonly [key: string]: Entry | Tree;
}

/** The same entries with the same arguments, whatever the words are. */
export type Like<T> = {
  readonly [K in keyof T]: T[K] extends (...given: infer A) => infer R
    ? (...given: A) => R extends string ? string : readonly Piece[]
    : T[K] extends string
      ? string
      : T[K] extends readonly Piece[]
        ? readonly Piece[]
        : Like<T[K]>;
};

/** Words of one part of the house in both languages. A sentence missing in either does not compile. */
export interface Catalogue<T> {
  readonly zh: Like<T>;
  readonly en: Like<T>;
}

/** Makes a catalogue; English is typed from the Chinese, key by key and argument by argument. */
export function words<const T extends Tree>(both: { zh: T; en: Like<NoInfer<T>> }): Catalogue<T> {
  return both as unknown as Catalogue<T>;
}

/** One or many, in English. Chinese needs no such thing. */
export function plural(count: number | bigint, one: string, many: string): string {
  return `${count} ${Number(count) === 1 ? one : many}`;
}

const countWords = ["零", "一", "两", "三", "四", "五", "六", "七", "八", "九", "十"];
const englishCounts = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"];

/** A count as a heading says it: 三, Three; digits above ten. */
export function countInWords(count: number, language: Language): string {
  return (language === "zh" ? countWords : englishCounts)[count] ?? String(count);
}
