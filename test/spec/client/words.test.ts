import { readFileSync } from "node:fs";
import { expect } from "chai";
import { keccak256, toBytes } from "viem";
import { type MemberId, type ProjectId, type StatementId } from "#client/chain/ids.ts";
import { InputFault } from "#client/chain/intent.ts";
import { plainText } from "#client/chain/plain.ts";
import { learnedOf, MOST_LEARNED, MOST_NAME, nameOf, namesakes, profileDocument, readInline, safeName, writeInline } from "#client/people/names.ts";
import { emptyLedger } from "#client/ledger.ts";
import { insideAddress } from "#client/work/statement/address.ts";
import { digestOf } from "#client/work/statement/canonical.ts";
import { statementOf } from "#client/work/statements.ts";
import { readUri, writeWords } from "#client/work/uri.ts";
import { readDataUri } from "#client/work/batchSource.ts";
import { council } from "../../support/client/ballots.ts";

const member = (id: number, uri: string, digest = keccak256(toBytes(decodeURIComponent(uri.split(",")[1] ?? "")))) => ({ id: id as MemberId, profile: { digest, uri, changedAt: 0 } });

describe("Anybody's words", () => {
  it("are kept as they are where they are plain", () => {
    for (const words of ["碾米6小时，晴", "Milled rice — 6 h", "naïve café", "家族👨", "100 % = ⅔"]) expect(plainText(words, 100)).to.equal(words);
  });

  it("lose what cannot be seen or turns the reading direction", () => {
    expect(plainText("a\u202Eb\u2066c\u200Bd\u00ADe\uFEFFf\u0000g", 100)).to.equal("abcdefg");
    expect(plainText("a\n\t  b\u3000c", 100)).to.equal("a b c");
    expect(plainText(`z${"\u0301".repeat(40)}`, 100)).to.have.length.below(6);
  });

  it("are cut by characters, never in the middle of one", () => {
    expect(plainText("👨👨👨👨", 3)).to.equal("👨👨…");
  });
});

describe("A uri on chain", () => {
  it("is plain words, or a link with its host named", () => {
    expect(readUri("data:,%E7%A2%BE%E7%B1%B36%E5%B0%8F%E6%97%B6")).to.deep.equal({ is: "words", words: "碾米6小时" });
    expect(readUri("data:text/plain;charset=utf-8,hello")).to.deep.equal({ is: "words", words: "hello" });
    expect(readUri("https://example.org/a?b#c")).to.deep.equal({ is: "link", href: "https://example.org/a?b#c", host: "example.org" });
    expect(readUri("ipfs://bafyexample/a")?.is).to.equal("link");
  });

  for (const hostile of [
    "javascript:alert(1)",
    " javascript:alert(1)",
    "JaVaScRiPt://%0aalert(1)",
    "data:text/html,<script>alert(1)</script>",
    "data:text/html;base64,PHNjcmlwdD4=",
    "data:image/svg+xml,<svg onload=alert(1)>",
    "data:text/plain;base64,aGVsbG8=",
    "data:,%E7%A2",
    "data:,%20%20",
    "blob:https://example.org/1",
    "file:///etc/passwd",
    "vbscript:x",
    "https://bank.example@evil.example/",
    "http://",
    "//evil.example",
    "",
    "just words",
    `data:,${"a".repeat(5_000)}`,
    `https://example.org/${"a".repeat(600)}`,
  ]) {
    it(`is nothing where it is ${JSON.stringify(hostile.slice(0, 48))}`, () => {
      expect(readUri(hostile)).to.equal(null);
    });
  }

  it("shows markup in words as text, since words are never markup", () => {
    expect(readUri("data:,%3Cb%3Ebold%3C/b%3E")).to.deep.equal({ is: "words", words: "<b>bold</b>" });
  });

  it("is written from words and read back, and says when they are too long", () => {
    expect(readUri(writeWords("title", " 碾米6小时\u200B， 100% "))).to.deep.equal({ is: "words", words: "碾米6小时， 100%" });
    expect(writeWords("title", "  ")).to.equal("");
    expect(readUri(writeWords("title", "满".repeat(280)))).to.deep.equal({ is: "words", words: "满".repeat(280) });
    expect(() => writeWords("title", "满".repeat(281))).to.throw(InputFault, "280");
  });

  it("of a batch's data is the data itself or a link", () => {
    expect(readDataUri("data:application/jsonl;base64,e30K")).to.deep.equal({ is: "inline", bytes: toBytes("{}\n") });
    expect(readDataUri("https://example.org/data.jsonl")?.is).to.equal("link");
    for (const none of ["", "data:,words", "data:application/jsonl;base64,#", "javascript:1", "data:application/jsonl;base64,a"]) expect(readDataUri(none)).to.equal(null);
  });
});

describe("A name", () => {
  it("comes from the profile whose digest is on chain", () => {
    const { uri, digest } = profileDocument({ zh: "林小满", en: "Lin Xiaoman" });
    expect(nameOf(member(1, uri, digest))).to.deep.equal({ zh: "林小满", en: "Lin Xiaoman", known: true });
  });

  it("is the member's number where the profile is missing, elsewhere, altered or broken", () => {
    const { uri, digest } = writeInline({ zh: "林小满" });
    const unknown = { zh: "1号成员", en: "Member 1", known: false };
    expect(nameOf({ id: 1 as MemberId, profile: null })).to.deep.equal(unknown);
    expect(nameOf(member(1, "https://example.org/profile.json"))).to.deep.equal(unknown);
    expect(nameOf(member(1, uri.replace("%22zh", "%22Zh"), digest))).to.deep.equal(unknown);
    expect(nameOf(member(1, "data:application/json,%5B%5D"))).to.deep.equal(unknown);
    expect(nameOf(member(1, writeInline({ zh: 5, en: "\u202E" }).uri))).to.deep.equal(unknown);
  });

  it("may name the articles that somebody learned from, each once, and whatever else stands there is passed over", () => {
    const [one, two] = [`0x${"a1".repeat(32)}`, `0x${"b2".repeat(32)}`] as StatementId[];
    const names = { zh: "林小满", en: "Lin Xiaoman" };
    const learned = (list: unknown) => learnedOf(member(1, writeInline({ ...names, learned: list }).uri));
    expect(learned([one, two, one])).to.deep.equal([one, two]);
    expect(learned([one, "0x12", 7, null, { id: two }])).to.deep.equal([one]);
    expect(learned(Array.from({ length: 40 }, (_, at) => `0x${at.toString(16).padStart(64, "0")}`))).to.have.length(MOST_LEARNED);
    for (const nothing of [undefined, null, "text", {}, []]) expect(learned(nothing)).to.deep.equal([]);
    const { uri, digest } = profileDocument({ ...names, learned: [two!] });
    expect(learnedOf(member(1, uri, digest))).to.deep.equal([two]);
    expect(nameOf(member(1, uri, digest))).to.deep.equal({ ...names, known: true });
    expect(learnedOf(member(1, `${uri}x`, digest))).to.deep.equal([]);
  });

  it("of one language stands in for the other", () => {
    expect(nameOf(member(1, writeInline({ en: "Lin" }).uri))).to.deep.equal({ zh: "Lin", en: "Lin", known: true });
  });

  it("cannot be made to look like another by characters that do not show", () => {
    expect(safeName("Lin\u200B Xiaoman\u202E")).to.equal("Lin Xiaoman");
    expect(safeName("Ｌｉｎ")).to.equal("Lin");
    expect(safeName("\u3164\u200B")).to.equal(null);
    expect(safeName("…!?")).to.equal(null);
    expect([...safeName("林".repeat(200))!]).to.have.length(MOST_NAME);
    expect(() => profileDocument({ zh: "林\u200B", en: "Lin" })).to.throw(InputFault, "invisible");
  });

  it("that two members share is known, so that the number can stand beside it", () => {
    const people = emptyLedger(1).people;
    const profile = (zh: string, en: string) => ({ ...profileDocument({ zh, en }), changedAt: 0 });
    const { members: all } = council({ members: 3 }).books.people;
    const members = [profile("林小满", "Lin"), profile("林夏", "LIN"), profile("周白露", "Zhou")].map((is, place) => ({ ...all.get((place + 1) as MemberId)!, profile: is }));
    const books = { ...emptyLedger(1), people: { ...people, members: new Map(members.map((is) => [is.id, is])) } };
    expect([...namesakes(books)]).to.deep.equal([1, 2]);
  });
});

describe("A project statement", () => {
  it("gives title, summary and units, and the number where it cannot be read", () => {
    const bytes = readFileSync(new URL("../../support/client/statements/ferry.md", import.meta.url));
    const uri = insideAddress(bytes);
    const read = statementOf({ id: 1 as ProjectId, uri, statement: digestOf(bytes) });
    expect([read.title.en, read.summary.zh.slice(0, 4), read.units.work.zh, read.units.experience.en, read.known]).to.deep.equal(["Ferry Library", "一条渡船", "小时", "unit", true]);
    const altered = statementOf({ id: 1 as ProjectId, uri, statement: `0x${"0".repeat(64)}` });
    expect([altered.title.en, altered.known]).to.deep.equal(["Project 1", false]);
    expect(readInline("data:application/json,%", `0x${"0".repeat(64)}`)).to.equal(null);
  });
});
