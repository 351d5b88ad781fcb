import { expect } from "chai";
import { sayFault } from "#client/work/statement/faults.ts";
import { type Parsed, parseDocument, serialise } from "#client/work/statement/format.ts";
import { brokenBytes } from "../../support/client/hostile/heads.ts";
import { type Hostile, hostileCount, hostileTexts } from "../../support/client/hostile/corpus.ts";
import { loadView, takeApart, type Tag } from "../../support/client/render.ts";
import { Random, specSeed } from "../../support/client/random.ts";
import { examples } from "../../support/client/statements.ts";

/** The processor's own time for one text, in milliseconds: generous for a small machine, and far below what any square would take. */
const MOST_TIME = 4_000;

const { beanCurd } = examples;
const asBody = (text: string): string => beanCurd.slice(0, beanCurd.lastIndexOf("---\n") + 4) + text;
const asTitle = (text: string): string => beanCurd.replace("石桥豆腐坊", () => text);

const signs = ["---", "\n---\n", ": ", "：", "|", "\u202E", "\uD800", "\u0000", "*", "_", "~~", "`", "```", "[", "](", ")", "![", "<", "&#x", "\\", "\n", "\n> ", "\n- ", "\n|-|\n", "  ", "\t", "9".repeat(30), "javascript:", "https://evil.example/", "共"] as const;

function timed<T>(name: string, work: () => T): T {
  const since = process.cpuUsage();
  const result = work();
  expect(process.cpuUsage(since).user / 1_000, `${name} takes too long`).to.be.below(MOST_TIME);
  return result;
}

/** A document that is the same when it is written and read again, or faults that can be said. */
function checkParsed(name: string, parsed: Parsed): void {
  if (parsed.is === "document") {
    const text = serialise(parsed.document);
    expect(parseDocument(text), name).to.deep.equal(parsed);
    expect(text, name).to.not.match(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u200B\u202A-\u202E\u2066-\u2069\uFEFF]/);
    return;
  }
  expect(parsed.faults, name).to.not.be.empty;
  for (const fault of parsed.faults.slice(0, 20)) {
    const { zh, en } = sayFault(fault);
    for (const said of [zh, en]) expect(said, name).to.match(/^(第\d+行：|Line \d+: ).{4,400}$/);
  }
}

/** A text with a few of its lines doubled, lost, exchanged or cut, and signs put where they do not belong. */
function broken(random: Random, text: string): string {
  const lines = text.split("\n");
  for (let times = random.whole(1, 4); times > 0; times -= 1) {
    const place = random.whole(0, lines.length - 1);
    const line = lines[place]!;
    const cut = random.whole(0, line.length);
    const harm = random.whole(0, 4);
    if (harm === 0) lines.splice(place, 0, random.one(lines));
    else if (harm === 1) lines.splice(place, 1);
    else if (harm === 2) lines[place] = line.slice(0, cut) + random.one(signs) + line.slice(cut);
    else if (harm === 3) lines[place] = line.slice(0, cut);
    else [lines[place], lines[0]] = [lines[0]!, line];
  }
  return lines.join("\n");
}

describe("Hostile texts", () => {
  it("are five hundred and more", () => {
    expect(hostileCount).to.be.above(500);
  });

  for (const [family, texts] of Object.entries(hostileTexts)) {
    it(`become a document or faults that are told, and nothing else: ${family}`, () => {
      for (const { name, text } of texts)
        for (const source of [text, asBody(text), asTitle(text)]) checkParsed(name, timed(name, () => parseDocument(source)));
    });
  }

  it("become one or the other too where a true statement is broken at random", () => {
    const random = new Random(specSeed);
    for (let round = 0; round < 1_500; round += 1) checkParsed(`seed ${specSeed}, round ${round}`, parseDocument(broken(random, random.one(Object.values(examples)))));
  });

  it("that are no text are told to be none", () => {
    for (const [name, bytes] of Object.entries(brokenBytes)) checkParsed(name, timed(name, () => parseDocument(bytes)));
    expect(({}) as Record<string, unknown>).to.not.have.property("polluted");
  });
});

const known: Readonly<Record<string, readonly string[]>> = {
  a: ["href", "target", "rel"],
  button: ["type"],
  ol: ["start"],
  td: ["colspan", "colSpan"],
  th: ["scope"],
  div: ["tabindex", "tabIndex", "role", "aria-label"],
  pre: ["tabindex", "tabIndex", "role", "aria-label"],
  span: ["aria-hidden"],
};
const elements = new Set("a blockquote br button code div em h2 h3 h4 h5 h6 hr li ol p pre s span strong table tbody td th thead tr ul".split(" "));

/** Whatever is not on the list has no business in a page. */
function checkTag(name: string, tag: Tag): void {
  expect(elements.has(tag.name), `${name} becomes <${tag.name}>`).to.equal(true);
  for (const [key, value] of tag.attributes) {
    expect(["class", "lang", ...(known[tag.name] ?? [])], name).to.include(key);
    if (key !== "href") continue;
    expect(value, name).to.match(/^(https?:\/\/[a-z0-9]|ipfs:\/\/|#\/[\w/-]*$)/);
    if (value.startsWith("#")) continue;
    expect(new URL(value).username, name).to.equal("");
    expect([tag.attributes.get("target"), tag.attributes.get("rel")], name).to.deep.equal(["_blank", "noopener noreferrer"]);
  }
}

describe("Hostile texts on a page", () => {
  let draw: (props: { text: string; top?: 2 | 3 | 4 }) => string;
  before(async () => {
    draw = await loadView("shared/parts/Markdown.tsx", "Markdown");
  });

  // The largest texts are read whole above and drawn whole in a browser by the screen tests; here a part of each must do.
  const MOST_DRAWN = 12_000;
  const check = ({ name, text }: Hostile): void => {
    const markup = timed(name, () => draw({ text: text.slice(0, MOST_DRAWN) }));
    expect(markup.length, `${name} grows too much`).to.be.below(64 * MOST_DRAWN);
    const { tags, words } = takeApart(markup);
    for (const tag of tags) checkTag(name, tag);
    expect(words, name).to.not.match(/[\u0000\u200B\u202A-\u202E\u2066-\u2069]/);
  };

  for (const [family, texts] of Object.entries(hostileTexts)) {
    it(`are drawn with no script, no handler, no picture and no other link: ${family}`, () => {
      for (const hostile of texts) check(hostile);
    });
  }

  it("are drawn so too where marks are strewn at random", () => {
    const random = new Random(specSeed);
    for (let round = 0; round < 600; round += 1) check({ name: `seed ${specSeed}, round ${round}`, text: Array.from({ length: random.whole(1, 60) }, () => random.one(signs)).join("") });
  });

  it("show HTML as what was typed", () => {
    for (const { name, text } of hostileTexts["elements of HTML, SVG and MathML"]!) {
      const { words } = takeApart(draw({ text }));
      const letters = (some: string): string => some.replace(/[^\p{L}\p{N}<>=]/gu, "");
      if (!/[\\`*_[\]\n]/.test(text)) expect(letters(words), name).to.include(letters(text));
    }
  });
});
