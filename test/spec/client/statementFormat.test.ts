import { expect } from "chai";
import { type AnyDocument, documentBytes, parseArticle, parseDocument, parseStatement, serialise } from "#client/work/statement/format.ts";
import { bytesOf, canonicalText, digestOf, MOST_BYTES, statementId, textOf } from "#client/work/statement/canonical.ts";
import { cidOf, digestInCid, isCid } from "#client/work/statement/cid.ts";
import { draftText, readDraft, suggestedBody } from "#client/work/statement/draft.ts";
import { type FaultCode, sayFault, sayFaults } from "#client/work/statement/faults.ts";
import { memberId } from "#client/chain/ids.ts";
import { Random, specSeed } from "../../support/client/random.ts";
import { exampleDocument, examples, randomArticle, randomStatement } from "../../support/client/statements.ts";

const read = (text: string): AnyDocument => {
  const parsed = parseDocument(text);
  if (parsed.is === "faulty") throw new Error(parsed.faults.map((fault) => sayFault(fault).en).join(" "));
  return parsed.document;
};

/** What is wrong with a text: `line code`. */
const wrong = (text: string | Uint8Array): string[] => {
  const parsed = parseDocument(text);
  return parsed.is === "faulty" ? parsed.faults.map(({ line, code }) => `${line} ${code}`) : [];
};

const { beanCurd, ferry } = examples;

describe("A statement", () => {
  it("is read from its head and its text, in one language or in two", () => {
    const document = exampleDocument("ferry");
    expect(document.title).to.deep.equal({ zh: "渡口书船", en: "Ferry Library" });
    expect([document.proposer, document.cofounders, document.stewards]).to.deep.equal([7, [3, 11], [7, 3]]);
    expect([document.budget, document.rates.sharing, document.rates.experience, document.units.experience]).to.deep.equal([1_800_000_000n, 4_500_000n, 0n, null]);
    expect(document.differs.map(({ neighbour }) => neighbour)).to.deep.equal([{ is: "project", project: 2 }, { is: "words", words: "城里的图书馆" }]);
    expect(exampleDocument("beanCurd").title).to.deep.equal({ zh: "石桥豆腐坊", en: null });
    expect([exampleDocument("beanCurd").amends, exampleDocument("beanCurd").differs]).to.deep.equal([3, []]);
  });

  it("that was written and read again is the same, and so are its bytes", () => {
    const random = new Random(specSeed);
    for (let round = 0; round < 400; round += 1) {
      const document = round % 4 === 3 ? randomArticle(random) : randomStatement(random);
      const text = serialise(document);
      const again = read(text);
      expect(again, `seed ${specSeed}, round ${round}`).to.deep.equal(document);
      expect(serialise(again)).to.equal(text);
      expect(canonicalText(text)).to.equal(text);
      expect(textOf(documentBytes(document))).to.equal(text);
    }
  });

  it("has the same bytes whatever editor it came from", () => {
    const other = `\uFEFF${ferry.replace(/\n/g, "  \r\n").normalize("NFD")}\r\n\r\n`;
    expect(digestOf(documentBytes(read(other)))).to.equal(digestOf(bytesOf(ferry)));
    expect(canonicalText("\uFEFFCafe\u0301  \r\n\r\n")).to.equal("Caf\u00E9\n");
    const lines = beanCurd.split("\n");
    const shuffled = [...lines.slice(0, 2), "", ...lines.slice(2, 19).reverse(), ...lines.slice(19)].join("\n");
    expect(serialise(read(shuffled))).to.equal(beanCurd);
    expect(serialise(read(beanCurd.replace("budget: 960.5", "budget:   0960.500")))).to.equal(beanCurd);
  });

  it("keeps a text that looks like a head, and the indentation of its first line", () => {
    const odd = beanCurd.replace("石桥头的老磨盘", "    ---\nbudget: 1\n---\n石桥头");
    expect(serialise(read(odd))).to.equal(odd);
  });
});

describe("What is wrong with a statement", () => {
  const cases: [FaultCode, number, string][] = [
    ["headMissing", 1, beanCurd.slice(4)],
    ["headMissing", 1, ""],
    ["headMissing", 1, `\n${beanCurd}`],
    ["headOpen", 1, beanCurd.replaceAll("\n---\n", "\n")],
    ["keyMissing", 2, "---\n---\ntext"],
    ["formatUnknown", 2, beanCurd.replace("statement/1", "statement/2")],
    ["formatUnknown", 2, beanCurd.replace("statement/1", "__proto__")],
    ["keyMissing", 2, beanCurd.replace("gongsheng: statement/1\n", "")],
    ["notEntry", 4, beanCurd.replace("summary.zh: ", "summary.zh ")],
    ["notEntry", 4, beanCurd.replace("summary.zh: ", "  summary.zh: ")],
    ["notEntry", 3, beanCurd.replace("title.zh", "# a note\ntitle.zh")],
    ["wideColon", 4, beanCurd.replace("summary.zh: ", "summary.zh：")],
    ["valueMissing", 3, beanCurd.replace("石桥豆腐坊", "")],
    ["unclean", 3, beanCurd.replace("石桥豆腐坊", "石桥👩‍🌾豆腐坊")],
    ["unclean", 3, beanCurd.replace("石桥豆腐坊", `z${"\u0301".repeat(9)}`)],
    ["unseen", 3, beanCurd.replace("石桥豆腐坊", "石桥\u202E豆腐坊")],
    ["unseen", 23, beanCurd.replace("石桥头的", "石\u200B桥头的")],
    ["unseen", 23, beanCurd.replace("石桥头的", "石\u2028桥头的")],
    ["unseen", 23, beanCurd.replace("石桥头的", "石\uD800桥头的")],
    ["keyUnknown", 3, beanCurd.replace("title.zh", "constructor: x\ntitle.zh")],
    ["keyUnknown", 3, beanCurd.replace("title.zh", "Title.zh: x\ntitle.zh")],
    ["keyTwice", 4, beanCurd.replace("\nsummary.zh", "\ntitle.zh: 又一个\nsummary.zh")],
    ["keyMissing", 20, beanCurd.replace(/proposer: 12\n/, "")],
    ["keyMissing", 27, ferry.replace(/free.en: .*\n/, "")],
    ["titleMissing", 20, beanCurd.replace(/title.zh: .*\n/, "")],
    ["languageAlone", 5, beanCurd.replace("industry", "summary.en: Beans.\nindustry")],
    ["tooLong", 3, beanCurd.replace("石桥豆腐坊", "豆".repeat(121))],
    ["notWhole", 5, beanCurd.replace("1039", "1039.5")],
    ["notWhole", 5, beanCurd.replace("1039", "4294967296")],
    ["notWhole", 6, beanCurd.replace("proposer: 12", "proposer: 0")],
    ["notWhole", 7, beanCurd.replace("amends: 3", "amends: 0")],
    ["notWhole", 18, beanCurd.replace("minSurplus: 15", "minSurplus: 51")],
    ["notAmount", 10, beanCurd.replace("960.5", "0")],
    ["notAmount", 10, beanCurd.replace("960.5", "1e3")],
    ["notAmount", 10, beanCurd.replace("960.5", "1,000")],
    ["notAmount", 10, beanCurd.replace("960.5", "0.0000001")],
    ["notAmount", 10, beanCurd.replace("960.5", "281474977")],
    ["notMembers", 20, beanCurd.replace("stewards: 12", "stewards: 12 和 13")],
    ["membersCount", 20, beanCurd.replace("stewards: 12", "stewards: 1,2,3,4,5,6,7,8")],
    ["memberTwice", 20, beanCurd.replace("stewards: 12", "stewards: 12, 012")],
    ["proposerAgain", 7, beanCurd.replace("amends: 3", "cofounders: 12")],
    ["notCid", 7, beanCurd.replace("amends: 3", "previous: QmYwAPJzv5CZsnA625s3Xf2nemtYgPpHdWEz79ojWnPbdG")],
    ["notDifference", 8, beanCurd.replace("differs: none", "differs: 没有")],
    ["notDifference", 8, beanCurd.replace("differs: none", "differs: #x | 不同")],
    ["notDifference", 8, beanCurd.replace("differs: none", "differs: #4294967296 | 不同")],
    ["noneAmongOthers", 8, beanCurd.replace("differs: none", "differs: none\ndiffers: #1 | 不同")],
    ["tooManyDifferences", 20, beanCurd.replace("differs: none", Array.from({ length: 13 }, (_, place) => `differs: #${place} | 不同`).join("\n"))],
    ["bodyMissing", 21, beanCurd.split("\n").slice(0, 21).join("\n")],
    ["tooLarge", 1, beanCurd + "豆".repeat(MOST_BYTES / 3)],
    ["tooLarge", 1, beanCurd + "a".repeat(3 * MOST_BYTES)],
  ];
  for (const [code, line, text] of cases) {
    it(`is told by its line: ${code} on line ${line}`, () => {
      expect(wrong(text)).to.include(`${line} ${code}`);
    });
  }

  it("is told of bytes that are no text", () => {
    expect(wrong(new Uint8Array([0x2d, 0x2d, 0x2d, 0x0a, 0xff]))).to.deep.equal(["1 notText"]);
  });

  it("is told all at once, in the order of the lines, in both languages", () => {
    const parsed = parseStatement(beanCurd.replace("1039", "x").replace("960.5", "x").replace("stewards: 12", "stewards: x"));
    if (parsed.is !== "faulty") throw new Error("it was read");
    expect(parsed.faults.map(({ key }) => key)).to.deep.equal(["industry", "budget", "stewards"]);
    for (const fault of parsed.faults) {
      expect(sayFault(fault).zh).to.match(/^第\d+行：.*。$/);
      expect(sayFault(fault).en).to.match(/^Line \d+: .*\.$/);
    }
    expect(sayFaults(1).en).to.equal("One thing in this document must be put right first. All that you wrote is still here.");
  });

  it("quotes no more of a hostile line than can be read", () => {
    const said = sayFault(parseFault(`---\n${"<b>x</b>".repeat(50)}\n---\n`)).en;
    expect(said.length).to.be.below(200);
  });

  it("includes being the other kind of document", () => {
    const article = serialise(randomArticle(new Random(1)));
    expect(parseStatement(article).is).to.equal("faulty");
    expect(parseArticle(ferry).is).to.equal("faulty");
    expect([parseArticle(article).is, parseStatement(ferry).is]).to.deep.equal(["document", "document"]);
    expect(wrong(article.replace(/language: .*/, "language: fr"))).to.deep.equal(["3 notLanguage"]);
  });
});

function parseFault(text: string) {
  const parsed = parseDocument(text);
  if (parsed.is !== "faulty") throw new Error("it was read");
  return parsed.faults[0]!;
}

describe("A draft", () => {
  it("becomes the document's own text, and the text becomes the draft again", () => {
    for (const text of [ferry, beanCurd]) expect(draftText(readDraft(text))).to.equal(text);
    expect(readDraft(ferry).fields.differs!.split("\n")).to.have.length(2);
  });

  it("may be anything, and what it still lacks is told by key", () => {
    const parsed = parseStatement(draftText({ is: "statement", fields: { "title.zh": "渡口\n书船", proposer: "7" }, body: "" }));
    if (parsed.is !== "faulty") throw new Error("it was read");
    expect(parsed.faults.map(({ key }) => key)).to.include.members(["summary.zh", "industry", "differs", "budget", "stewards"]);
    expect(parsed.faults.map(({ key }) => key)).to.not.include("title.zh");
    expect(readDraft("no head at all")).to.deep.equal({ is: "statement", fields: {}, body: "no head at all" });
    expect(readDraft("---\nconstructor: x\n: y\n---\n").fields).to.deep.equal({});
  });

  it("begins with the twelve points as headings", () => {
    expect(suggestedBody(["zh", "en"]).match(/^## /gm)).to.have.length(12);
    expect(suggestedBody(["en"])).to.include("## Closed loop\n");
  });
});

describe("A document's name", () => {
  it("is the CID that every tool gives for a raw block", () => {
    const known = { "": "bafkreihdwdcefgh4dqkjv67uzcmw7ojee6xedzdetojuzjevtenxquvyku", "hello world": "bafkreifzjut3te2nhyekklss27nh3k72ysco7y32koao5eei66wof36n5e", "共生\n": "bafkreiafphlu7qpwbdyxz4bxxoqm7l7ivn6zxziszi7q3eo3zvxd52vgiy" };
    for (const [text, cid] of Object.entries(known)) {
      expect(cidOf(digestOf(bytesOf(text)))).to.equal(cid);
      expect(digestInCid(cid)).to.equal(digestOf(bytesOf(text)));
    }
  });

  it("leads back to the digest, and is read in one spelling only", () => {
    const random = new Random(specSeed);
    for (let round = 0; round < 300; round += 1) {
      const digest = random.hash();
      expect(digestInCid(cidOf(digest))).to.equal(digest);
    }
    const cid = cidOf(digestOf(bytesOf("共生")));
    for (const other of ["", cid.toUpperCase(), cid.slice(0, -1), `${cid}a`, `${cid.slice(0, -1)}b`, cid.replace("bafkrei", "bafybei"), ` ${cid}`, "QmYwAPJzv5CZsnA625s3Xf2nemtYgPpHdWEz79ojWnPbdG"])
      expect(isCid(other), other).to.equal(false);
  });

  it("on chain is made of the proposer and the digest", () => {
    const digest = digestOf(bytesOf("共生"));
    expect(statementId(memberId(7), digest)).to.match(/^0x[0-9a-f]{64}$/);
    expect(statementId(memberId(7), digest)).to.not.equal(statementId(memberId(8), digest));
  });
});
