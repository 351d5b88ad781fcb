import { expect } from "chai";
import { readMarkdown } from "#client/work/statement/markdown/blocks.ts";
import { languageOf } from "#client/work/statement/markdown/language.ts";
import { readTarget } from "#client/work/statement/markdown/links.ts";
import { type Block, type Inline, wordsOf } from "#client/work/statement/markdown/tree.ts";
import { loadView, takeApart } from "../../support/client/render.ts";
import { exampleDocument } from "../../support/client/statements.ts";

/** The pieces of a text of one paragraph, written shortly: (em x), (a host x). */
function pieces(inside: readonly Inline[]): string {
  return inside
    .map((piece) => {
      if ("text" in piece) return piece.is === "text" ? piece.text : `(code ${piece.text})`;
      if (piece.is === "break") return "(break)";
      if (piece.is === "picture") return `(picture ${piece.host} ${piece.alt})`;
      if (piece.is === "link") return `(a ${piece.to.is === "away" ? piece.to.host : piece.to.href} ${pieces(piece.inside)})`;
      return `(${piece.is} ${pieces(piece.inside)})`;
    })
    .join("");
}

const line = (text: string): string => {
  const [block] = readMarkdown(text);
  if (block?.is !== "paragraph") throw new Error("it is no paragraph");
  return pieces(block.inside);
};

/** The shape of a text: its blocks by name, what is in them in brackets. */
function shape(blocks: readonly Block[]): string {
  return blocks
    .map((block) => {
      if (block.is === "heading") return `h${block.level}[${pieces(block.inside)}]`;
      if (block.is === "paragraph") return pieces(block.inside);
      if (block.is === "quote") return `quote[${shape(block.blocks)}]`;
      if (block.is === "code") return `code[${block.text}]`;
      if (block.is === "table") return `table[${[block.head, ...block.rows].map((row) => row.map(pieces).join("|")).join("/")}]`;
      if (block.is === "list") return `${block.first ?? "list"}${block.loose ? " loose" : ""}[${block.items.map(({ done, blocks }) => `${done === null ? "" : done ? "☑" : "☐"}${shape(blocks)}`).join("; ")}]`;
      return "rule";
    })
    .join(" · ");
}

describe("A line of Markdown", () => {
  const cases: [string, string][] = [
    ["plain words", "plain words"],
    ["*a* _b_ **c** __d__ ~~e~~ `f`", "(stress a) (stress b) (strong c) (strong d) (struck e) (code f)"],
    ["***a***", "(stress (strong a))"],
    ["*a **b** c*", "(stress a (strong b) c)"],
    ["**中文。**中文", "(strong 中文。)中文"],
    ["中文*强调*中文，_着重_。", "中文(stress 强调)中文，(stress 着重)。"],
    ["file_name_here 2 * 3 * 4 ** x", "file_name_here 2 * 3 * 4 ** x"],
    ["*open **and** never closed", "*open (strong and) never closed"],
    ["[页](#/p/2) [x](https://a.example/y 'title')", "(a #/p/2 页) (a a.example x)"],
    ["[*a* `b`](https://a.example)", "(a a.example (stress a) (code b))"],
    ["[a](https://a.example/b_(c)) <https://a.example/?q=1>", "(a a.example a) (a a.example https://a.example/?q=1)"],
    ["见https://a.example/路，https://b.example/x_y_z.", "见(a a.example https://a.example/)路，(a b.example https://b.example/x_y_z)."],
    ["(https://a.example/x)", "((a a.example https://a.example/x))"],
    ["[1] 注见[2]", "[1] 注见[2]"],
    ["[x](javascript:alert(1))", "[x](javascript:alert(1))"],
    ["![图](https://a.example/p.png) ![](ipfs://x) ![a](p.png)", "(picture a.example 图) ![](ipfs://x) ![a](p.png)"],
    ["[![p](https://a.example/p.png)](https://b.example)", "(a b.example (picture a.example p))"],
    ["\\*a\\* \\[b\\] \\z", "*a* [b] \\z"],
    ["&lt;b&gt; &amp; &#65;&#x42; &copy; &nope;", "<b> & AB © &nope;"],
    ["``a`b`` ` c `", "(code a`b) (code c)"],
    ["<b>bold</b> <!-- x -->", "<b>bold</b> <!-- x -->"],
    ["一行\n二行\nthree\nfour\\\nfive", "一行二行 three four(break)five"],
    ["two spaces  \nnext", "two spaces(break)next"],
  ];
  for (const [text, expected] of cases) {
    it(`is read: ${JSON.stringify(text)}`, () => {
      expect(line(text)).to.equal(expected);
    });
  }

  it("nests no deeper than eight, and keeps the signs of what lies deeper", () => {
    const deep = line(`${"*a **b ".repeat(20)}c${"*".repeat(60)}`);
    let [depth, most] = [0, 0];
    for (const letter of deep) {
      depth += letter === "(" ? 1 : letter === ")" ? -1 : 0;
      most = Math.max(most, depth);
    }
    expect(most).to.be.within(2, 8);
    expect(deep).to.include("*");
  });
});

describe("A text of Markdown", () => {
  const cases: [string, string][] = [
    ["# a\n## b ##\n#c", "h1[a] · h2[b] · #c"],
    ["a\n===\nb\n---", "h1[a] · h2[b]"],
    ["a\n\n***\n\nb", "a · rule · b"],
    ["- a\n- b\n  - c\n  - d\n- e", "list[a; b · list[c; d]; e]"],
    ["1. a\n2. b\n\n3) c", "1[a; b] · 3[c]"],
    ["- a\n\n- b\n\n  more", "list loose[a; b · more]"],
    ["- [ ] a\n- [x] b", "list[☐a; ☑b]"],
    ["> a\nb\n> > c", "quote[a b · quote[c]]"],
    ["> - a\n>   b", "quote[list[a b]]"],
    ["```js\na\n  b\n```\nc", "code[a\n  b] · c"],
    ["~~~\n```\n~~~", "code[```]"],
    ["|a|b|\n|-|:-:|\n|1|2|\n|3|\n|4|5|6|\n\nx", "table[a|b/1|2/3/4|5 | 6] · x"],
    ["a|b\n-|-\n`x\\|y`|z", "table[a|b/(code x|y)|z]"],
    ["words in\n1999. the year", "words in 1999. the year"],
    ["words\n- list", "words · list[list]"],
    ["", ""],
  ];
  for (const [text, expected] of cases) {
    it(`is read: ${JSON.stringify(text)}`, () => {
      expect(shape(readMarkdown(text))).to.equal(expected);
    });
  }

  it("is no table where it has more columns than can be read", () => {
    const table = (columns: number): Block[] => [...readMarkdown(`${"|a".repeat(columns)}|\n${"|-".repeat(columns)}|\n|b|`)];
    expect([24, 25].map((columns) => table(columns)[0]!.is)).to.deep.equal(["table", "paragraph"]);
  });

  it("shows what could not be seen", () => {
    expect(line("a\u202Eb")).to.equal("a\uFFFDb");
    expect(line("a &#x202E; b")).to.equal("a &#x202E; b");
  });
});

describe("A link", () => {
  it("leads to http, https, ipfs or a page of this house, and says its host as it is", () => {
    expect(readTarget(["https:", "", "ex\u0430mple.example", ""].join("/"))).to.equal(null);
    expect(readTarget("https://xn--e1awd7f.example/")).to.deep.include({ is: "away", host: "xn--e1awd7f.example" });
    expect(readTarget("#/p/12")).to.deep.equal({ is: "route", href: "#/p/12" });
    for (const none of ["#/settings?rpc=x", "#x", "x.html", "//a.example", "mailto:a@a.example", "ipns://x"]) expect(readTarget(none), none).to.equal(null);
  });
});

describe("The language of some words", () => {
  it("is told by their letters", () => {
    expect([languageOf("每周三 Wednesday"), languageOf("The word 价值 means value"), languageOf("12 – 34"), languageOf("")]).to.deep.equal(["zh", "en", null, null]);
  });
});

describe("A statement on a page", () => {
  let draw: (props: { text: string; top?: 2 | 3 | 4 }) => string;
  before(async () => {
    draw = await loadView("shared/parts/Markdown.tsx", "Markdown");
  });
  const headings = (text: string, top: 2 | 3 | 4): string[] => takeApart(draw({ text, top })).tags.filter(({ name }) => /^h\d$/.test(name)).map(({ name }) => name);

  it("leaves the page its one h1, whatever heading it begins with", () => {
    expect(headings("# a\n\n## b\n\n###### c", 2)).to.deep.equal(["h2", "h2", "h3", "h3", "h6", "h6"]);
    expect(headings("### a\n\n#### b", 3)).to.deep.equal(["h3", "h3", "h4", "h4"]);
    expect(headings("> # a", 4)).to.deep.equal(["h4", "h4"]);
  });

  it("tells the language of each of its blocks", () => {
    const { tags } = takeApart(draw({ text: exampleDocument("ferry").body }));
    expect(new Set(tags.filter(({ name }) => name === "p").map(({ attributes }) => attributes.get("lang")))).to.deep.equal(new Set(["zh-Hans", "en", undefined]));
  });

  it("shows the host of a link beside it, unless its words say that very host", () => {
    const words = (text: string): string => takeApart(draw({ text })).words;
    expect(words("[the list](https://a.example/x)")).to.equal("the list (a.example)");
    expect(words("<https://a.example/x>")).to.equal("https://a.example/x");
    expect(words("[https://coop.example](https://evil.example)")).to.equal("https://coop.example (evil.example)");
  });

  it("asks before it loads a picture", () => {
    const { tags, words } = takeApart(draw({ text: "![the ferry](https://a.example/p.png)" }));
    expect(tags.map(({ name }) => name)).to.include("button").and.not.include("img");
    expect(words).to.include("the ferry").and.include("Load from a.example");
  });

  it("loses no word of an honest text", () => {
    const { words } = takeApart(draw({ text: exampleDocument("ferry").body }));
    const all = (blocks: readonly Block[]): string =>
      blocks.map((block) => ("inside" in block ? wordsOf(block.inside) : block.is === "quote" ? all(block.blocks) : block.is === "list" ? block.items.map((item) => all(item.blocks)).join("") : block.is === "code" ? block.text : block.is === "table" ? [block.head, ...block.rows].flat().map(wordsOf).join("") : "")).join("");
    expect(words).to.equal(all(readMarkdown(exampleDocument("ferry").body)));
  });
});
