import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { identityOf } from "#client/work/leaf.ts";
import { openCsv } from "../../../scripts/import/csv.ts";
import { readMoment, readPeople, readPoints } from "../../../scripts/import/csvCells.ts";
import { type Mapping, readMapping } from "../../../scripts/import/csvMapping.ts";
import { CsvRows } from "../../../scripts/import/csvRows.ts";
import { csvWords } from "../../../scripts/import/csvText.ts";
import { gather } from "../../../scripts/import/gather.ts";
import { importWords } from "../../../scripts/import/text.ts";
import { freshFolder, projectFolder, runCoop } from "../../support/coop.ts";

const words = csvWords.en;
const mapping: Mapping = { who: "who", what: "what", when: "when", points: "hours", where: "where", people: ";", separator: ",", zone: "Z", date: "Y-M-D", decimal: "." };

describe("the rows of a CSV text", () => {
  const rowsOf = (text: string, separator = ",", piece = text.length || 1) => {
    const rows = new CsvRows(separator);
    const found = Array.from({ length: Math.ceil(text.length / piece) }, (_, number) => [...rows.push(text.slice(number * piece, (number + 1) * piece))]).flat();
    return [...found, ...rows.end()].map(({ line, cells, fault }) => ({ line, cells, ...(fault ? { fault } : {}) }));
  };
  const taken: Array<[string, string, string[][]]> = [
    ["plain cells", "a,b\nc,d\n", [["a", "b"], ["c", "d"]]],
    ["no end to the last line", "a,b\nc,d", [["a", "b"], ["c", "d"]]],
    ["carriage returns", "a,b\r\nc,d\r\n", [["a", "b"], ["c", "d"]]],
    ["empty cells", ",\n\n,,", [["", ""], [""], ["", "", ""]]],
    ["quoted separators, quotes and line ends", '"a,b","say ""b""","1\n2"\n', [["a,b", 'say "b"', "1\n2"]]],
    ["carriage returns within quotes", '"1\r\n2"\r\n', [["1\n2"]]],
    ["an empty quoted cell", '"",""\n""', [["", ""], [""]]],
    ["characters of two units", '🍐,"林🍐"', [["🍐", "林🍐"]]],
    ["a carriage return that ends nothing", "a\rb,c\n", [["a\rb", "c"]]],
  ];
  for (const [what, text, cells] of taken) {
    it(`hold ${what}, cut into pieces of any size`, () => {
      for (const piece of [1, 2, 3, 7, 1_000]) expect(rowsOf(text, ",", piece).map((row) => row.cells)).to.deep.equal(cells);
    });
  }

  it("may be parted by another mark", () => {
    expect(rowsOf("a;b,c\n", ";").map((row) => row.cells)).to.deep.equal([["a", "b,c"]]);
    expect(rowsOf("a\tb\n", "\t").map((row) => row.cells)).to.deep.equal([["a", "b"]]);
  });

  it("know the line in which they begin, also after cells of several lines", () => {
    expect(rowsOf('a\n"1\n2\n3"\nb\n').map((row) => row.line)).to.deep.equal([1, 2, 5]);
  });

  it("tell a quote where none may stand, what follows one, and one that never ends", () => {
    expect(rowsOf('a"b,c\nd\n')).to.deep.equal([{ line: 1, cells: ['a"b', "c"], fault: "quoteInside" }, { line: 2, cells: ["d"] }]);
    expect(rowsOf('"a"b,c\nd\n')[0]).to.include({ line: 1, fault: "afterQuote" });
    expect(rowsOf('a\n"b\nc').at(-1)).to.include({ line: 2, fault: "quoteOpen" });
  });
});

describe("a cell of a spreadsheet", () => {
  const moment = (text: string, date = "Y-M-D", zone: string | undefined = "+08:00"): number => readMoment(text, "when", { date, zone }, words);
  const utc = (...parts: [number, number, number, number?, number?, number?]): number => Date.UTC(parts[0], parts[1] - 1, parts[2], parts[3] ?? 0, parts[4] ?? 0, parts[5] ?? 0) / 1000;

  for (const [text, order, seconds] of [
    ["2026-01-31", "Y-M-D", utc(2026, 1, 30, 16)],
    ["2026-1-3", "Y-M-D", utc(2026, 1, 2, 16)],
    ["2026/01/31 18:30", "Y/M/D", utc(2026, 1, 31, 10, 30)],
    ["31.01.2026 7:05:09", "D.M.Y", utc(2026, 1, 30, 23, 5, 9)],
    ["1/31/2026", "M/D/Y", utc(2026, 1, 30, 16)],
    ["2026-01-31T18:30:00Z", "Y-M-D", utc(2026, 1, 31, 18, 30)],
    ["2026-01-31 18:30 -05:00", "Y-M-D", utc(2026, 1, 31, 23, 30)],
    ["2026-01-31T18:30:00.250+0545", "Y-M-D", utc(2026, 1, 31, 12, 45)],
    ["2024-02-29", "Y-M-D", utc(2024, 2, 28, 16)],
  ] as const) {
    it(`says a moment: ${text} as ${order}`, () => expect(moment(text, order)).to.equal(seconds));
  }

  for (const [text, order, reason] of [
    ["31.01.2026", "Y-M-D", /as Y-M-D/],
    ["26-01-31", "Y-M-D", /as Y-M-D/],
    ["46053", "Y-M-D", /as Y-M-D/],
    ["=TODAY()", "Y-M-D", /as Y-M-D/],
    ["", "Y-M-D", /as Y-M-D/],
    ["2026-02-29", "Y-M-D", /no day of the calendar/],
    ["1/31/2026", "D/M/Y", /no day of the calendar/],
    ["2026-01-31 24:00", "Y-M-D", /no time of the clock/],
    ["2026-01-31 6:30 PM", "Y-M-D", /as Y-M-D/],
  ] as const) {
    it(`says no moment: ${text || "nothing"} as ${order}`, () => expect(() => moment(text, order)).to.throw(reason));
  }

  it("says no moment where neither it nor the mapping names a zone", () => {
    expect(() => readMoment("2026-01-31 18:30", "when", { date: "Y-M-D" }, words)).to.throw(/no time zone.*--zone/);
    expect(readMoment("2026-01-31 18:30 Z", "when", { date: "Y-M-D" }, words)).to.equal(utc(2026, 1, 31, 18, 30));
  });

  it("says a number in micro-units, to the last of six decimals", () => {
    const points = (text: string, decimal = "."): bigint => readPoints(text, "hours", { decimal }, words);
    for (const [text, micro] of [["0", 0n], ["2", 2_000_000n], ["2.5", 2_500_000n], ["0.000001", 1n], ["999999999999.999999", 999_999_999_999_999_999n], ["007", 7_000_000n]] as const) expect(points(text)).to.equal(micro);
    expect(points("2,5", ",")).to.equal(2_500_000n);
    for (const [text, decimal, reason] of [
      ["1,234", ".", /marks between thousands/], ["1,234.5", ".", /marks between thousands/], ["1.234,5", ",", /marks between thousands/], ["1.234", ",", /marks between thousands/],
      ["1 234", ".", /marks between thousands/], ["1\u00a0234", ".", /marks between thousands/], ["1'234", ".", /marks between thousands/],
      ["=1+1", ".", /a formula/], ["+2", ".", /a formula/], ["@x", ".", /a formula/], ["-2", ".", /from zero on/], ["2,5", ".", /after "\."/], ["1.2345678", ".", /six decimals/],
      ["1E+05", ".", /from zero on/], ["2.", ".", /from zero on/], [".5", ".", /from zero on/], ["", ".", /from zero on/], ["two", ".", /from zero on/], ["#REF!", ".", /from zero on/], ["٢", ".", /from zero on/],
    ] as const) expect(() => points(text, decimal), text).to.throw(reason);
  });

  it("names people, each once, and leaves no gap between two", () => {
    const people = (text: string, mark: string | undefined = ";"): string[] => readPeople(text, "who", { people: mark }, words);
    expect(people(" Ada Fernweh ;林小禾; Ada Fernweh")).to.deep.equal(["Ada Fernweh", "林小禾"]);
    expect(readPeople("Quill, Bruno; Ada", "who", {}, words)).to.deep.equal(["Quill, Bruno; Ada"]);
    expect(people("=1+1")).to.deep.equal(["=1+1"]);
    expect(() => people("")).to.throw(/names nobody/);
    for (const text of ["Ada;;Bruno", "Ada;", ";Ada"]) expect(() => people(text), text).to.throw(/a gap/);
  });
});

describe("a CSV file", function () {
  this.timeout(30_000);
  let place: ReturnType<typeof freshFolder>;
  beforeEach(() => (place = freshFolder()));
  afterEach(() => place.drop());

  const file = (name: string): string => join(place.folder, name);
  const read = (content: string | Uint8Array, changed: Partial<Mapping> = {}): ReturnType<typeof gather> => {
    writeFileSync(file("hours.csv"), content);
    return gather(openCsv(file("hours.csv"), "hours.csv", { ...mapping, ...changed }, words), importWords.en);
  };
  const refusal = (content: string | Uint8Array, changed: Partial<Mapping> = {}): Promise<string> => read(content, changed).then(() => "it was taken", (error: Error) => error.message);
  const header = "who,what,when,hours,where";
  const [one, two] = ["Ada;Bruno,dig,2026-01-31,2.5,mill", "Ada,sow,2026-02-01 07:00,1,"];
  const whole = `${header}\n${one}\n${two}\n`;

  it("is the same records with carriage returns, a byte order mark, quotes, another separator, another order of columns, and empty rows", async () => {
    const plain = await read(whole);
    expect(plain.records.map(({ at, people, points }) => ({ at, people, points }))).to.deep.equal([
      { at: Date.UTC(2026, 0, 31) / 1000, people: [identityOf("Ada"), identityOf("Bruno")], points: 2_500_000n },
      { at: Date.UTC(2026, 1, 1, 7) / 1000, people: [identityOf("Ada")], points: 1_000_000n },
    ]);
    expect(plain.records.map(({ commit }) => commit.length)).to.deep.equal([64, 64]);
    for (const [content, changed] of [
      [whole.replaceAll("\n", "\r\n"), {}],
      [`\ufeff${whole}`, {}],
      [whole.trimEnd(), {}],
      [`"${whole.trimEnd().replaceAll(",", '","').replaceAll("\n", '"\n"')}"\n`, {}],
      [whole.replaceAll(";", "+").replaceAll(",", ";"), { separator: ";", people: "+" }],
      ["where,hours,when,what,who,more\nmill,2.5,2026-01-31,dig,Ada;Bruno,!\n,1,2026-02-01 07:00,sow,Ada,!\n", {}],
      [`${header}\n${one}\n,,,,\n\n${two}\n,,,,\n`, {}],
      [whole.replace("2.5", "2,5").replaceAll(/^(.*?),(.*?),(.*?),(.*),(.*?)$/gm, "$1|$2|$3|$4|$5"), { separator: "|", decimal: "," }],
    ] as const) expect((await read(content, changed)).records, content).to.deep.equal(plain.records);
  });

  it("takes every word of a row into what the record is known by; with a column of ids, that alone", async () => {
    const commits = async (content: string, changed: Partial<Mapping> = {}): Promise<string[]> => (await read(content, changed)).records.map(({ commit }) => commit);
    const [known] = await commits(`${header}\n${one}`);
    for (const other of [one.replace("dig", "sow"), one.replace("mill", "yard"), one.replace("2.5", "2.6"), one.replace("01-31", "01-30"), one.replace("Ada;Bruno", "Bruno;Ada")]) expect((await commits(`${header}\n${other}`))[0], other).not.to.equal(known);
    const numbered = (text: string): Promise<string[]> => commits(`${header},no\n${text},7`, { id: "no" });
    expect(await numbered(one)).to.deep.equal(await numbered(two));
    expect(await numbered(one)).not.to.deep.equal([known]);
  });

  it("names every line that cannot be used, and takes none", async () => {
    const bad = [header, one, ",dig,2026-01-31,1,", "Ada,,2026-01-31,1,", 'Ada,"two\nlines",2026-02-30,1,', "Ada,dig,2026-01-31,1", 'Ada,d"ig,2026-01-31,1,', one, "Ada,dig,2026-01-31,=A1,"].join("\n");
    expect((await refusal(bad)).split("\n")).to.deep.equal([
      'hours.csv:3: "who" names nobody',
      'hours.csv:4: "what" is empty',
      'hours.csv:5: "when" is no day of the calendar or no time of the clock: 2026-02-30',
      "hours.csv:7: 4 cells, but the header has 5",
      "hours.csv:8: a quotation mark stands within a cell that does not begin with one; double it and quote the whole cell",
      "hours.csv:9: the same record as in line 2. If both are meant, name a column that tells them apart with --id",
      'hours.csv:10: "hours" holds a formula and not its result: =A1. Save the file with values',
      "7 lines cannot be used. Nothing was changed.",
    ]);
  });

  it("says what is wrong with its header or its bytes", async () => {
    expect(await refusal("")).to.match(/^hours\.csv: the first line must name/);
    expect(await refusal(",,\n")).to.match(/^hours\.csv:1: the first line must name/);
    expect(await refusal(whole.replace("hours", "Stunden"))).to.equal('hours.csv:1: no column is called "hours"; there are: who, what, when, Stunden, where');
    expect(await refusal(whole.replace("where", "who"))).to.match(/two columns are called "who"/);
    expect(await refusal(Buffer.from(whole, "utf16le"))).to.match(/no column|first line|not UTF-8/);
    expect(await refusal(Buffer.concat([Buffer.from(whole), Buffer.from([0xc1, 0xd6])]))).to.match(/^hours\.csv: not UTF-8.*CSV UTF-8/);
  });

  describe("on the command line", () => {
    const sample = join(projectFolder, "samples", "hours.csv");
    const map = join(projectFolder, "samples", "hours.map.json");
    const coop = (...args: string[]) => runCoop(["import", ...args, "--project", "1", "--dry-run"], place.folder);
    const report = async (...args: string[]) => {
      const ran = await coop(...args, "--json");
      expect(ran).to.include({ exit: 0, stderr: "" });
      return JSON.parse(ran.stdout);
    };

    it("gives the sample the numbers that were worked out by hand, by a mapping or by options", async () => {
      const found = await report(sample, "--map", map);
      expect(found).to.include({ records: 8, people: 6, totalValue: "29750000" });
      // Ada: 3/2 + 10/3; Bruno: 3/2 + 6; Lin: 2.5 + 4/2 + 2.5; Zhou: 4/2 + 10/3; Mara: 1.25 + 10/3 and what remains of 10; Shen: 0.5.
      const values = { "Ada Fernweh": "4833333", "Bruno Quill": "7500000", "林小禾": "7000000", "周青石": "5333333", "Mara Tidewater": "4583334", "沈云帆": "500000" };
      expect(Object.fromEntries(found.leaves.map((leaf: { identity: string; value: string }) => [leaf.identity, leaf.value]))).to.deep.equal(Object.fromEntries(Object.entries(values).map(([name, value]) => [identityOf(name), value])));
      const named = ["--who", "Helpers", "--people", ";", "--what", "Task", "--when", "Date", "--zone", "+08:00", "--points", "Hours", "--where", "Place", "--id", "No."];
      expect(await report(sample, ...named)).to.deep.equal(found);
      expect(await report(sample, "--map", map, "--equation", "commits")).to.include({ totalValue: "8000000" });
    });

    it("shows how the first rows were understood and what each person has, in both languages", async () => {
      for (const [language, said] of [["en", "The first 5 rows as they are understood"], ["zh", "最前面的5行读作"]] as const) {
        const { stdout } = await coop(sample, "--map", map, "--lang", language);
        expect(stdout).to.contain(said).and.contain("Ada Fernweh + Bruno Quill").and.contain("2026-01-06 11:30").and.contain("Repair the pump, second try").and.contain("7.5");
      }
    });

    it("rebuilds the batch of its data file, and is the source that verify compares with", async () => {
      await report(sample, "--map", map, "--out", "batch.jsonl");
      const same = await runCoop(["verify", "batch.jsonl", "--offline", "--source", sample, "--map", map], place.folder);
      expect([same.exit, same.stderr]).to.deep.equal([0, ""]);
      writeFileSync(file("other.csv"), "who,what,when,hours\nAda,dig,2026-01-31,1\n");
      const other = await runCoop(["verify", "batch.jsonl", "--offline", "--source", "other.csv", "--who", "who", "--what", "what", "--when", "when", "--points", "hours", "--zone", "Z"], place.folder);
      expect([other.exit, other.stderr]).to.deep.equal([4, "8 records of the batch are not in other.csv.\n"]);
    });

    it("ends with 2 and says every bad line on standard error, with nothing on standard output, in the language asked for", async () => {
      writeFileSync(file("bad.csv"), `${header}\n${one}\nAda,dig,31.1.2026,1,\n,dig,2026-01-31,1,\n`);
      const named = ["bad.csv", "--who", "who", "--what", "what", "--when", "when", "--zone", "Z", "--people", ";"];
      expect(await coop(...named)).to.deep.include({ exit: 2, stdout: "", stderr: 'bad.csv:3: "when" must be a date as Y-M-D, with a time like 18:30 behind it or none, not "31.1.2026"\nbad.csv:4: "who" names nobody\n2 lines cannot be used. Nothing was changed.\n' });
      expect((await coop(...named, "--lang", "zh")).stderr).to.match(/^bad\.csv:3: “when”必须是Y-M-D形式的日期.*\nbad\.csv:4: “who”没有写人\n有2行无法使用。什么都没有改变。\n$/);
    });
  });

  it("knows its columns, its marks and its equation before it is read", () => {
    const named = { who: "a", what: "b", when: "c" };
    const mapped = (values: object, path = "x.csv") => readMapping(path, values, words);
    expect(mapped(named)).to.include({ ...named, separator: ",", date: "Y-M-D", decimal: "." });
    expect(mapped(named, "x.TSV").separator).to.equal("\t");
    expect(mapped({ ...named, separator: "\\t" }).separator).to.equal("\t");
    for (const [values, reason] of [
      [{ who: "a", what: "b" }, /--who, --what and --when/], [{ ...named, separator: '"' }, /separator/], [{ ...named, separator: "ab" }, /separator/], [{ ...named, separator: "n" }, /separator/], [{ ...named, people: "" }, /separator/],
      [{ ...named, zone: "CET" }, /--zone/], [{ ...named, date: "Y-D-M" }, /--date/], [{ ...named, date: "D/M-Y" }, /--date/], [{ ...named, decimal: ";" }, /--decimal/],
    ] as const) expect(() => mapped(values)).to.throw(reason);
    for (const [text, reason] of [["[]", /no mapping/], ["nonsense", /no mapping/], ['{"who":1}', /must be a text/], ['{"wer":"a"}', /means nothing here; known are who/]] as const) {
      writeFileSync(file("map.json"), text);
      expect(() => mapped({ map: file("map.json") })).to.throw(reason);
    }
    writeFileSync(file("map.json"), `\ufeff${JSON.stringify({ ...named, zone: "Z" })}`);
    expect(mapped({ map: file("map.json"), zone: "+02:00" })).to.include({ ...named, zone: "+02:00" });
  });
});
