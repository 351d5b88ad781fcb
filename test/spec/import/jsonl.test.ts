import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { BadInput } from "../../../scripts/coop/failure.ts";
import { gather, leaveOut } from "../../../scripts/import/gather.ts";
import { openJsonl, readRecord, readTime } from "../../../scripts/import/jsonl.ts";
import { LONGEST_LINE } from "../../../scripts/import/lines.ts";
import { importWords } from "../../../scripts/import/text.ts";
import { freshFolder } from "../../support/coop.ts";

const words = importWords.en;
const sound = { commit: "a".repeat(40), author: "Ada Fernweh", coauthors: [] as unknown, at: "2026-01-31T18:30:00+08:00", files: 1, added: 2, deleted: 3 };
const lineWith = (fields: object): string => JSON.stringify({ ...sound, ...fields });

describe("a line of JSON Lines", () => {
  const refused: Array<[string, string, RegExp]> = [
    ["is empty", "", /an empty line/],
    ["is blank", " \t", /an empty line/],
    ["is no JSON", "{", /not JSON/],
    ["holds two objects", "{}{}", /not JSON/],
    ["is a list", "[]", /not a JSON object/],
    ["is null", "null", /not a JSON object/],
    ["is a number", "7", /not a JSON object/],
    ...Object.keys(sound).map((field): [string, string, RegExp] => [`lacks ${field}`, lineWith({ [field]: undefined }), new RegExp(`"${field}" is missing`)]),
    ["has a short commit", lineWith({ commit: "a".repeat(39) }), /"commit"/],
    ["has a commit in capitals", lineWith({ commit: "A".repeat(40) }), /"commit"/],
    ["has a commit that is a number", lineWith({ commit: 7 }), /"commit"/],
    ["has a commit with a prefix", lineWith({ commit: `0x${"a".repeat(40)}` }), /"commit"/],
    ["has a long commit that is a short one filled up", lineWith({ commit: "a".repeat(40) + "0".repeat(24) }), /"commit"/],
    ["has no author", lineWith({ author: "" }), /"author"/],
    ["has a blank author", lineWith({ author: " " }), /"author"/],
    ["has a number for an author", lineWith({ author: 1 }), /"author"/],
    ["has half a character for an author", `{"author":"\\ud800",${lineWith({ author: undefined }).slice(1)}`, /"author"/],
    ["has a text for co-authors", lineWith({ coauthors: "Bruno Quill" }), /"coauthors"/],
    ["has an empty co-author", lineWith({ coauthors: ["Bruno Quill", ""] }), /"coauthors"/],
    ["has a co-author that is null", lineWith({ coauthors: [null] }), /"coauthors"/],
    ["has a date without a zone", lineWith({ at: "2026-01-31T18:30:00" }), /"at"/],
    ["has a day without a time", lineWith({ at: "2026-01-31" }), /"at"/],
    ["has a day that no calendar has", lineWith({ at: "2026-02-29T00:00:00Z" }), /"at"/],
    ["has an hour that no clock has", lineWith({ at: "2026-01-31T24:00:00Z" }), /"at"/],
    ["has seconds for a date", lineWith({ at: 1_700_000_000 }), /"at"/],
    ["has a negative count", lineWith({ added: -1 }), /"added"/],
    ["has a broken count", lineWith({ deleted: 1.5 }), /"deleted"/],
    ["has a text for a count", lineWith({ files: "1" }), /"files"/],
    ["has a count that no float holds exactly", lineWith({ added: 2 ** 53 }), /"added"/],
    ["has null for a count", lineWith({ deleted: null }), /"deleted"/],
  ];
  for (const [what, line, reason] of refused) {
    it(`is refused if it ${what}`, () => {
      expect(() => readRecord(line, "history.jsonl:5", words.jsonl)).to.throw(BadInput, reason).with.property("message").match(/^history\.jsonl:5: /);
    });
  }

  it("is a record: each person once, the author first, the time in seconds", () => {
    const record = readRecord(lineWith({ coauthors: ["Bruno Quill", "Ada Fernweh", "Bruno Quill"], more: "is passed over" }), "", words.jsonl);
    expect(record).to.deep.equal({ commit: sound.commit, at: Date.UTC(2026, 0, 31, 10, 30) / 1000, names: ["Ada Fernweh", "Bruno Quill"], added: 2, deleted: 3 });
  });

  it("may name a commit of 64 digits", () => {
    expect(readRecord(lineWith({ commit: "b".repeat(64) }), "", words.jsonl).commit).to.equal("b".repeat(64));
  });

  it("keeps names as they are: case, spaces within, accents composed or not", () => {
    for (const author of ["ada", "Ada", "Ada  F", "É", "É", "林小禾", "🍐"]) expect(readRecord(lineWith({ author }), "", words.jsonl).names[0]).to.equal(author);
  });
});

describe("a time with its zone", () => {
  for (const [text, expected] of [
    ["1970-01-01T00:00:00Z", 0],
    ["1970-01-01T08:00:00+08:00", 0],
    ["1969-12-31T19:00:00-05:00", 0],
    ["1969-12-31T23:59:59Z", -1],
    ["2024-02-29T23:59:59.999Z", 1_709_251_199],
    ["2018-02-03T17:58:49-08:00", 1_517_709_529],
    ["2026-01-01T05:45:00+05:45", 1_767_225_600],
  ] as const) {
    it(`${text} is second ${expected}`, () => expect(readTime(text)).to.equal(expected));
  }

  for (const text of ["", "2026-01-01 00:00:00Z", "2026-01-01T00:00Z", "2026-1-1T00:00:00Z", "2026-13-01T00:00:00Z", "2026-00-10T00:00:00Z", "2026-04-31T00:00:00Z", "2026-01-01T00:60:00Z", "2026-01-01T00:00:00+0800", "2026-01-01T00:00:00+24:00", "2026-01-01T00:00:00Z\n"]) {
    it(`${JSON.stringify(text)} is none`, () => expect(readTime(text)).to.equal(null));
  }
});

describe("a file of JSON Lines", () => {
  let place: ReturnType<typeof freshFolder>;
  beforeEach(() => (place = freshFolder()));
  afterEach(() => place.drop());

  const read = async (content: string | Uint8Array): ReturnType<typeof gather> => {
    const file = join(place.folder, "history.jsonl");
    writeFileSync(file, content);
    return gather(openJsonl(file, "history.jsonl", words.jsonl), words);
  };
  const refusal = (content: string | Uint8Array): Promise<string> => read(content).then(() => "it was taken", (error: Error) => error.message);
  const [one, two] = [lineWith({}), lineWith({ commit: "b".repeat(40), author: "Bruno Quill" })];

  it("is the same with line feeds, carriage returns, a byte order mark, and with or without an end to its last line", async () => {
    const plain = await read(`${one}\n${two}\n`);
    expect(plain.records).to.have.length(2);
    for (const content of [`${one}\n${two}`, `${one}\r\n${two}\r\n`, `\ufeff${one}\n${two}\n`]) expect((await read(content)).records).to.deep.equal(plain.records);
  });

  it("is read in pieces of any size without tearing a character", async () => {
    const author = "沈云帆".repeat(5_000);
    const lines = Array.from({ length: 40 }, (_, number) => lineWith({ author, commit: number.toString(16).padStart(40, "c") }));
    const { names, records } = await read(lines.join("\n"));
    expect([...names.values()]).to.deep.equal([author]);
    expect(records).to.have.length(40);
  });

  it("tells the line of what is wrong", async () => {
    expect(await refusal(`${one}\n${two}\nnonsense\n`)).to.match(/^history\.jsonl:3: not JSON/);
    expect(await refusal(`${one}\n\n${two}\n`)).to.match(/^history\.jsonl:2: an empty line/);
    expect(await refusal(`${one}\n\ufeff${two}\n`)).to.match(/^history\.jsonl:2: not JSON/);
  });

  it("refuses a commit that stands twice, and says where it stood first", async () => {
    expect(await refusal(`${one}\n${two}\n${one}\n`)).to.equal(`history.jsonl:3: commit ${sound.commit} stands already at history.jsonl:1`);
  });

  it("refuses bytes that are not UTF-8, with their line", async () => {
    expect(await refusal(Buffer.concat([Buffer.from(`${one}\n`), Buffer.from([0x22, 0xc3, 0x28, 0x22, 10])]))).to.equal("history.jsonl:2: not UTF-8");
  });

  it("refuses a line without end, without holding it", async () => {
    expect(await refusal(`${one}\n{"author":"${"a".repeat(LONGEST_LINE)}`)).to.match(/^history\.jsonl:2: the line is longer than 1048576 bytes/);
    expect(await refusal(`${one}\n"${"a".repeat(LONGEST_LINE)}"\n${two}\n`)).to.match(/^history\.jsonl:2: the line is longer/);
  });

  it("leaves out what was counted before, and counts it", async () => {
    const { fresh, leftOut } = leaveOut((await read(`${one}\n${two}\n`)).records, new Set([sound.commit]));
    expect(leftOut).to.equal(1);
    expect(fresh.map((record) => record.commit)).to.deep.equal(["b".repeat(40)]);
  });
});
