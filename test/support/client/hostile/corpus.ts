import { heads } from "./heads.ts";
import { addresses, elements, letters, tricks } from "./payloads.ts";
import { shapes } from "./shapes.ts";

/** A text that tries to do harm, and where it stands in the list. */
export interface Hostile {
  readonly name: string;
  readonly text: string;
}

const named = (texts: Readonly<Record<string, string>>): Hostile[] => Object.entries(texts).map(([name, text]) => ({ name, text }));
const listed = (texts: readonly string[]): Hostile[] => texts.map((text, place) => ({ name: `${place}: ${JSON.stringify(text.slice(0, 60))}`, text }));

/** Where in a text something may stand. */
const places: readonly ((text: string) => string)[] = [
  (text) => `**${text}**`,
  (text) => `> ${text}`,
  (text) => `- [ ] ${text}`,
  (text) => `| ${text} | b |\n|---|---|\n| a | ${text} |`,
  (text) => `## ${text}`,
  (text) => `[${text}](https://evil.example/)`,
  (text) => `![${text}](https://evil.example/x.png)`,
];

/** How an address may be given. */
const ways: readonly ((address: string) => string)[] = [
  (address) => `[x](${address})`,
  (address) => `![x](${address})`,
  (address) => `[x](<${address}> "t")`,
  (address) => `<${address}>`,
  (address) => `[![x](${address})](${address})`,
];

/** All texts, by what they try. Every element stands alone and, in turn, in one of the places; every address is given in every way. */
export const hostileTexts: Readonly<Record<string, readonly Hostile[]>> = {
  "elements of HTML, SVG and MathML": listed(elements),
  "elements inside other marks": listed(elements.flatMap((element, place) => [places[place % places.length]!(element), places[(place + 3) % places.length]!(element)])),
  "addresses that are no links": listed(addresses.flatMap((address) => ways.map((way) => way(address)))),
  "letters that are not what they seem": listed(letters),
  "letters inside links and headings": listed(letters.flatMap((text, place) => [places[4 + (place % 3)]!(text)])),
  "tricks of Markdown": listed(tricks),
  "tricks inside other marks": listed(tricks.map((trick, place) => places[place % places.length]!(trick))),
  "large and deep texts": named(shapes),
  "heads that pretend": named(heads),
};

/** How many there are. */
export const hostileCount = Object.values(hostileTexts).reduce((sum, { length }) => sum + length, 0);
