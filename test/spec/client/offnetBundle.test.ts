import { expect } from "chai";
import canonicalize from "canonicalize";
import { writeBallots } from "#client/governance/ballotList.ts";
import { BUNDLE, type Item, itemId, MOST_ITEMS, readBundle, writeBundle } from "#client/offnet/bundle.ts";
import { MOST_TEXT } from "#client/offnet/json.ts";
import { kinds, shapes } from "#client/offnet/shapes.ts";
import { council, deployment, keyOf, proposalWith } from "../../support/client/ballots.ts";
import { Random, specSeed } from "../../support/client/random.ts";
import { NOW, signedAct, signedApplication, signedBallot, signedCancel, signedGuardianConsent, signedKeyConsent, signedRecovery, signedVouch, strangerKey } from "../../support/client/signed.ts";

const { books } = council({ members: 5 });
const proposal = proposalWith(books);
const recovery = { member: 1, opening: 1, newKey: strangerKey(9).address, expires: NOW + 60 };

/** One item of each kind, by the same people every time. */
const all: readonly Item[] = [
  await signedAct(books, 1),
  await signedApplication(strangerKey(1), { profileUri: "data:,%E6%9E%97 “Lin” é 🌾" }),
  await signedVouch(2, strangerKey(1).address),
  await signedKeyConsent(3, strangerKey(2)),
  await signedGuardianConsent(3, keyOf(4)),
  await signedRecovery("recoveryConsent", strangerKey(9), recovery),
  await signedRecovery("recoveryApproval", keyOf(2), recovery),
  await signedCancel(keyOf(2), { member: 1, opening: 1, expires: NOW + 60 }),
  await signedBallot(5, proposal.id, "abstain"),
];
const text = writeBundle(all, deployment);
const wordsOf = ({ place: _, number: __, ...item }: Record<string, unknown>) => item;
const items = (of: string) => readBundle(of).items.map((item) => wordsOf(item as never));

/** The text with its names in another order, and other space between. */
function shuffled(json: unknown, random: Random): string {
  const space = () => " \t\n\r".repeat(2).slice(0, random.whole(0, 5));
  if (Array.isArray(json)) return `${space()}[${json.map((one) => shuffled(one, random)).join(`${space()},`)}${space()}]`;
  if (typeof json !== "object" || json === null) return `${space()}${JSON.stringify(json)}${space()}`;
  const entries = random.some(Object.entries(json), Object.keys(json).length);
  return `${space()}{${entries.map(([name, value]) => `${space()}${JSON.stringify(name)}${space()}:${shuffled(value, random)}`).join(",")}${space()}}`;
}

/** offnetMarket.test.ts reads these back. */
const market: readonly string[] = ["offer", "request", "split"];

describe("A bundle", () => {
  it("holds one of each kind, and comes back as it went in, to the byte", () => {
    expect(new Set(all.map(({ kind }) => kind))).to.deep.equal(new Set(kinds.filter((kind) => !market.includes(kind))));
    const { items: read, faults } = readBundle(text);
    expect(faults).to.deep.equal([]);
    expect(read.map((item) => wordsOf(item as never))).to.deep.equal(all);
    expect(read.map(({ number }) => number)).to.deep.equal(all.map((_, place) => place));
    expect(new Set(read.map(({ place }) => JSON.stringify(place)))).to.deep.equal(new Set([JSON.stringify({ chainId: 31337, registry: deployment.contracts.memberRegistry, governor: null })]));
    expect(writeBundle(read, deployment)).to.equal(text);
  });

  it("is canonical JSON, without space, with names in order and hexadecimal digits in small letters", () => {
    expect(text).to.equal(canonicalize(JSON.parse(text)));
    expect(text.startsWith(`{"chainId":31337,"form":"${BUNDLE}","items":[{"data":"0x`)).to.equal(true);
    expect(text.match(/0x[0-9a-f]*[A-F]/)).to.equal(null);
  });

  it("has the same bytes whatever the order of names and the space between them were", () => {
    const random = new Random(specSeed);
    for (let run = 0; run < 300; run++) expect(writeBundle(readBundle(shuffled(JSON.parse(text), random)).items, deployment)).to.equal(text);
  });

  it("has the same bytes whether addresses and signatures were written in large letters or small", () => {
    const upper = text.replace(/0x([0-9a-f]+)/g, (_, digits: string) => `0x${digits.toUpperCase()}`);
    expect(upper).not.to.equal(text);
    expect(writeBundle(readBundle(upper).items, deployment)).to.equal(text);
  });

  it("knows an item by its words and its signer, however it was signed", async () => {
    const again = await signedAct(books, 1);
    expect(itemId(again)).to.equal(itemId(all[0]!));
    expect(itemId({ ...again, signature: "0x1234" })).to.equal(itemId(all[0]!));
    expect(itemId(readBundle(text).items[0]!)).to.equal(itemId(all[0]!));
    expect(new Set(all.map(itemId)).size).to.equal(all.length);
    const approvals = [all[6]!, { ...all[6]!, signer: keyOf(3).address } as Item];
    expect(itemId(approvals[0]!)).not.to.equal(itemId(approvals[1]!));
  });

  it("may be pasted after another, between words of a letter, and after ballots of the older form", () => {
    const old = writeBallots([all[8] as never], deployment);
    const letter = `您好！\nhere they are:\n${text}\nand\n\n${old}thanks, "Lin"\n`;
    const { items: read, faults } = readBundle(letter);
    expect(faults).to.deep.equal([]);
    expect(read.map(({ number }) => number)).to.deep.equal(Array.from({ length: 10 }, (_, place) => place));
    expect(read[9]!.place).to.deep.equal({ chainId: 31337, registry: null, governor: deployment.contracts.governor });
    expect(wordsOf(read[9] as never)).to.deep.equal(all[8]);
  });

  it("tells of each item that cannot be read where it stands and what is wrong, and reads the others", () => {
    const json = JSON.parse(text) as { items: Record<string, unknown>[] };
    delete json.items[1]!.expires;
    json.items[3]!.member = "3";
    json.items[5]!.note = "x";
    json.items[7]!.kind = "gift";
    const { items: read, faults } = readBundle(`\n\n${JSON.stringify(json, null, 1)}`);
    expect(read.map(({ number }) => number)).to.deep.equal([0, 2, 4, 6, 8]);
    expect(faults.map(({ place, line }) => `${line} ${place}`)).to.deep.equal(["3 items[1].expires", "3 items[3].member", "3 items[5].note", "3 items[7].kind"]);
    expect(faults.map(({ say }) => say.en.split(":")[1]!.split(".")[0])).to.deep.equal([
      " “expires” is missing; it must be a whole number from 0 to 1099511627775",
      " “member” is wrong; it must be a whole number from 1 to 4294967295",
      " “note” does not belong there, and nobody can say what it means",
      " “kind” is wrong; it must be one of act, application, vouch, keyConsent, guardianConsent, recoveryConsent, recoveryApproval, recoveryCancel, ballot, offer, request, split",
    ]);
    for (const { say } of faults) expect(say.zh).to.match(/[\u4e00-\u9fff].*。$/).and.not.equal(say.en);
  });
});

describe("A text that is no bundle", () => {
  const head = `"chainId":31337,"registry":"${deployment.contracts.memberRegistry}"`;
  for (const [what, of, words] of [
    ["is empty", "", "Nothing that was signed is in this text"],
    ["is a letter", "I vote for it!", "Nothing that was signed is in this text"],
    ["is cut off", text.slice(0, -2), "broken off or garbled"],
    ["is cut off in the middle of a word", text.slice(0, 700), "broken off or garbled"],
    ["has another form", `{"form":"gongsheng-bundle/2",${head},"items":[]}`, "no file of the form “gongsheng-bundle/1”"],
    ["has items that are no list", `{"form":"${BUNDLE}",${head},"items":{"0":{}}}`, "no file of the form"],
    ["is for no chain", `{"form":"${BUNDLE}","chainId":"31337","registry":"${deployment.contracts.memberRegistry}","items":[]}`, "which chain"],
    ["is for a chain below one", `{"form":"${BUNDLE}","chainId":0,"registry":"${deployment.contracts.memberRegistry}","items":[]}`, "which chain"],
    ["is for no cooperative", `{"form":"${BUNDLE}","chainId":31337,"registry":"0x0000000000000000000000000000000000000000","items":[]}`, "which cooperative"],
    ["has more entries than it may", `{"form":"${BUNDLE}",${head},"items":[],"sign":"here"}`, "“sign” does not belong here"],
    ["says two things under one name", `{"form":"${BUNDLE}",${head},"chainId":1,"items":[]}`, "“chainId” stands twice"],
    ["says two things under one name, once escaped", `{"form":"${BUNDLE}",${head},"\\u0063hainId":1,"items":[]}`, "“chainId” stands twice"],
    ["says two things in an item", text.replace('"kind":"act"', '"kind":"act","member":2'), "“member” stands twice"],
    ["is nested too deep", `{"a":${"[".repeat(20)}${"]".repeat(20)}}`, "nested too deep"],
    ["is too long", " ".repeat(MOST_TEXT + 1), "too long"],
  ] as const) {
    it(`and ${what} is refused with a sentence, and nothing is read`, () => {
      const { items: read, faults } = readBundle(of);
      expect(read).to.deep.equal([]);
      expect(faults.map(({ say }) => say.en).join(" ")).to.include(words);
      for (const { say } of faults) {
        expect(say.en).to.include("Nothing was sent.");
        expect(say.zh).to.include("什么也没有发送。");
      }
    });
  }

  it("cannot hide names of what all objects have", () => {
    const json = text.replace('"kind":"act"', '"kind":"act","__proto__":{"member":7}');
    expect(items(json).length).to.equal(all.length - 1);
    for (const name of ["__proto__", "constructor", "hasOwnProperty", "toString"]) {
      expect(items(text.replace('"kind":"act"', `"kind":"${name}"`)).length).to.equal(all.length - 1);
      expect(items(text.replace('"member":1', `"${name}":1`)).length).to.be.lessThan(all.length);
    }
    expect(({} as Record<string, unknown>).member).to.equal(undefined);
  });

  it("with signs that cannot be seen or read backwards shows them to nobody", () => {
    const { faults } = readBundle(text.replace('"kind":"act"', '"kind":"act","a\\u202Eb\\u200Bc":1'));
    expect(faults[0]!.place).to.equal("items[0].abc");
    expect(`${faults[0]!.say.zh}${faults[0]!.say.en}`).not.to.match(/[\u202E\u200B]/);
  });

  it("of ten thousand items and one more gives ten thousand, and says that there are more", () => {
    const one = JSON.stringify(JSON.parse(writeBundle([all[4]!], deployment)).items[0]);
    const { items: read, faults } = readBundle(`{"form":"${BUNDLE}",${head},"items":[${Array.from({ length: MOST_ITEMS + 1 }, () => one).join(",")}]}`);
    expect(read).to.have.length(MOST_ITEMS);
    expect(faults.map(({ say }) => say.en).join()).to.include("At most 10000");
  });
});

const HOSTILE: readonly unknown[] = [null, true, -1, 0, 1.5, Number.POSITIVE_INFINITY, -0, 2 ** 32, 2 ** 40, 2 ** 53, Number.NaN, "", " 1", "01", "1e3", "0x", "0xZZ", "1n", "9".repeat(79), "0x" + "f".repeat(20_003), [], [1], {}, { length: 1 }, "\ud800", "ÿ", "１", "0X1234", "0x" + "0".repeat(40), "for ", "FOR", { toString: "x" }];

describe("Thousands of spoilt bundles", () => {
  it("with any value at any place are read without a throw, and never as something else than what they say", function () {
    this.timeout(120_000);
    let refused = 0;
    for (const [place, item] of all.entries()) {
      const fields: Record<string, { read(value: unknown): unknown }> = shapes[item.kind];
      for (const name of [...Object.keys(fields), "kind"]) {
        for (const value of HOSTILE) {
          const json = JSON.parse(text) as { items: Record<string, unknown>[] };
          json.items[place]![name] = value;
          const { items: read, faults } = readBundle(JSON.stringify(json));
          expect(read.length + faults.length).to.equal(all.length);
          refused += faults.length;
          const found = read.find(({ number }) => number === place) as Record<string, unknown> | undefined;
          if (found) expect(found[name], `${item.kind}.${name} = ${JSON.stringify(value)}`).to.deep.equal(fields[name]?.read(JSON.parse(JSON.stringify(value) ?? "null")));
        }
      }
    }
    expect(refused).to.be.greaterThan(1_400);
  });

  it("cut at any place, with signs put in, left out or changed, are read without a throw, and what is read is written again the same", function () {
    this.timeout(300_000);
    const random = new Random(specSeed);
    const signs = ['"', "{", "}", "[", "]", ",", ":", "\\", "0", "-", "e", "\u0000", "\u202E", "\uFEFF", "\ud83d", "null", "__proto__", "1e999"];
    let whole = 0;
    for (let run = 0; run < 6_000; run++) {
      let spoilt = text;
      for (let change = random.whole(1, 3); change > 0; change--) {
        const at = random.whole(0, spoilt.length - 1);
        const [sign, length] = [random.one(signs), random.whole(0, 3)];
        spoilt = random.part() < 0.15 ? spoilt.slice(0, at) : `${spoilt.slice(0, at)}${random.part() < 0.5 ? sign : ""}${spoilt.slice(at + length)}`;
        if (spoilt === "") spoilt = " ";
      }
      const { items: read, faults } = readBundle(spoilt);
      expect(read.length > 0 || faults.length > 0).to.equal(true);
      if (read.length === all.length) whole += 1;
      const again = writeBundle(read, deployment);
      expect(writeBundle(readBundle(again).items, deployment)).to.equal(again);
    }
    expect(whole).to.be.lessThan(4_500);
  });

  for (const [what, of] of [
    ["ten million braces", () => "{".repeat(7_900_000)],
    ["millions of empty objects", () => "{}".repeat(3_900_000)],
    ["millions of lines", () => "\n".repeat(7_900_000)],
    ["millions of quotes", () => `{${'"a":"\\"",'.repeat(800_000)}`],
    ["one endless string", () => `{"a":"${"x".repeat(7_900_000)}`],
    ["a million names", () => `{${Array.from({ length: 500_000 }, (_, place) => `"${place}":0`).join(",")}}`],
    ["millions of brackets", () => `{"items":${"[".repeat(3_000_000)}`],
  ] as const) {
    it(`of ${what} take seconds, not minutes`, function () {
      this.timeout(60_000);
      const began = performance.now();
      const { items: read, faults } = readBundle(of());
      expect(read).to.deep.equal([]);
      expect(faults.length).to.be.within(1, 101);
      expect(performance.now() - began).to.be.lessThan(8_000);
    });
  }
});
