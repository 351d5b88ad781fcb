import { expect } from "chai";
import { buildBatch, type HistoryRecord, sharesOf } from "#client/work/batch.ts";
import { BatchDataError, NO_HASH, projectOfBatchData, readBatchData, writeBatchData } from "#client/work/batchData.ts";
import { EQUATIONS, type Equation } from "#client/work/equation.ts";
import { hashOf, identityOf, recordsDigest } from "#client/work/leaf.ts";

/** Random numbers that are the same in every run. */
function numbers(seed: number): (below: number) => number {
  return (below) => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
}

function madeUpHistory(seed: number, count: number, people: number): HistoryRecord[] {
  const draw = numbers(seed);
  return Array.from({ length: count }, (_, number) => {
    const names = Array.from({ length: 1 + draw(4) }, () => `person ${draw(people)}`);
    const [added, deleted] = [draw(3) === 0 ? 0 : draw(200), draw(3) === 0 ? 0 : draw(50)];
    return { commit: hashOf(new TextEncoder().encode(`${seed} ${number}`)).slice(2, 42), at: 1_700_000_000 + draw(1e8), people: [...new Set(names)].map(identityOf), added, deleted, points: BigInt(draw(3) * draw(5_000_000)) };
  });
}

const bytesOf = (lines: Iterable<string>): Uint8Array => new TextEncoder().encode([...lines].join(""));

describe("a batch", () => {
  for (const equation of EQUATIONS) {
    it(`gives away the value of every record, and no more, under ${equation}`, () => {
      for (let seed = 1; seed <= 20; seed++) {
        const batch = buildBatch(1, equation, madeUpHistory(seed, 60, 9));
        const whole = batch.records.flatMap((record) => sharesOf(record, equation)).reduce((sum, share) => sum + share.value, 0n);
        expect(batch.people.reduce((sum, person) => sum + person.value, 0n)).to.equal(whole);
        expect(batch.tree!.sum).to.equal(whole);
      }
    });
  }

  it("is the same whatever the order of the records", () => {
    const history = madeUpHistory(7, 80, 12);
    const draw = numbers(99);
    const expected = [...writeBatchData(buildBatch(4, "lines", history))].join("");
    for (let turn = 0; turn < 10; turn++) {
      const shuffled = history.map((record) => ({ record, key: draw(1e9) })).sort((a, b) => a.key - b.key).map(({ record }) => record);
      expect([...writeBatchData(buildBatch(4, "lines", shuffled))].join("")).to.equal(expected);
    }
  });

  it("counts a record worth nothing among its people's records, and gives no leaf for it alone", () => {
    const [worker, looker] = [identityOf("worker"), identityOf("looker")];
    const batch = buildBatch(1, "lines", [
      { commit: "a".repeat(40), at: 0, people: [worker], added: 1, deleted: 0 },
      { commit: "b".repeat(40), at: 0, people: [worker, looker], added: 0, deleted: 0 },
    ]);
    expect(batch.people.find((person) => person.identity === worker)).to.include({ value: 1_000_000n, records: 2 });
    expect(batch.people.find((person) => person.identity === looker)).to.include({ value: 0n, records: 1 });
    expect(batch.tree!.leaves.map((leaf) => leaf.identity)).to.deep.equal([worker]);
    expect(batch.tree!.leaves[0]!.recordsDigest).to.equal(recordsDigest([{ commit: "a".repeat(40), value: 1_000_000n }, { commit: "b".repeat(40), value: 0n }]));
  });

  it("has no tree where nothing is worth anything", () => {
    expect(buildBatch(1, "lines", [{ commit: "a".repeat(40), at: 0, people: [identityOf("looker")], added: 0, deleted: 0 }]).tree).to.equal(null);
  });

  it("refuses a commit that stands twice", () => {
    const [record] = madeUpHistory(1, 1, 1) as [HistoryRecord];
    expect(() => buildBatch(1, "commits", [record, { ...record, at: 5 }])).to.throw(RangeError, "twice");
  });
});

describe("the data file of a batch", () => {
  const batch = buildBatch(3, "lines", madeUpHistory(5, 12, 4));
  const lines = [...writeBatchData(batch)];

  it("gives the batch back, and its digest is the hash of its bytes", () => {
    for (const equation of EQUATIONS) {
      const made = buildBatch(3, equation, madeUpHistory(6, 40, 7));
      const bytes = bytesOf(writeBatchData(made));
      const read = readBatchData(bytes);
      expect(read.dataDigest).to.equal(hashOf(bytes));
      expect(read.batch.tree!.root).to.equal(made.tree!.root);
      expect(read.batch.people).to.deep.equal(made.people);
      expect(read.batch.records.map((record) => record.commit)).to.deep.equal(made.records.map((record) => record.commit));
    }
  });

  it("names version, project, equation, counts, sum and root in its first line", () => {
    expect(JSON.parse(lines[0]!)).to.deep.equal({
      format: "gongsheng-batch", version: 1, project: 3, equation: "lines", records: 12, people: batch.people.length,
      leaves: batch.tree!.leaves.length, sum: String(batch.tree!.sum), root: batch.tree!.root,
    });
  });

  it("holds no line counts and no points where the equation does not read them", () => {
    const textOf = (equation: Equation): string => [...writeBatchData(buildBatch(3, equation, madeUpHistory(5, 12, 4)))].join("");
    expect(textOf("commits")).not.to.match(/added|deleted|points":"\d/);
    expect(textOf("lines")).not.to.match(/points":"\d/);
    expect(textOf("points")).not.to.match(/added|deleted/);
  });

  it("is refused where points are written in another way than the one", () => {
    const text = [...writeBatchData(buildBatch(3, "points", [{ commit: "a".repeat(40), at: 0, people: [identityOf("worker")], added: 0, deleted: 0, points: 2_500_000n }]))];
    expect(text[2]).to.equal(`{"commit":"${"a".repeat(40)}","at":0,"people":[0],"points":"2500000"}\n`);
    for (const points of ["02500000", "2500000.0", "-1", "0x2625a0", ""]) expect(() => readBatchData(bytesOf(text.with(2, text[2]!.replace("2500000", points)))), points).to.throw(BatchDataError, "no points");
    expect(() => readBatchData(bytesOf(text.with(2, text[2]!.replace("2500000", "2500001"))))).to.throw(BatchDataError, "the records give");
  });

  it("may be larger than what is decoded at once", () => {
    const long = buildBatch(3, "points", madeUpHistory(8, 9_000, 700));
    const bytes = bytesOf(writeBatchData(long));
    expect(bytes.length).to.be.greaterThan(2 ** 20);
    expect(readBatchData(bytes).batch.tree!.root).to.equal(long.tree!.root);
  });

  it("can be written and read where nothing is worth anything", () => {
    const nothing = buildBatch(3, "lines", [{ commit: "a".repeat(40), at: 0, people: [identityOf("looker")], added: 0, deleted: 0 }]);
    const text = [...writeBatchData(nothing)];
    expect(JSON.parse(text[0]!)).to.include({ leaves: 0, sum: "0", root: NO_HASH });
    expect(readBatchData(bytesOf(text)).batch.tree).to.equal(null);
  });

  it("tells its project from the first line, and that of another file is no project", () => {
    expect(projectOfBatchData(lines[0]!)).to.equal(3);
    for (const line of ["", "{}", "[1]", "null", '{"format":"gongsheng-batch","version":2,"project":3}', '{"commit":"a"}']) expect(projectOfBatchData(line), line).to.equal(null);
  });

  const person = 1;
  const record = 1 + batch.people.length;
  const change = (place: number, fields: object): string[] => lines.with(place, `${JSON.stringify({ ...JSON.parse(lines[place]!), ...fields })}\n`);
  const first = JSON.parse(lines[record]!);
  const refused: Array<[string, Iterable<string>, number, string]> = [
    ["an empty file", [], 0, "empty"],
    ["a file cut off within a line", [lines.join("").slice(0, -9)], 0, "cut off"],
    ["a file without its last line", lines.slice(0, -1), 0, "not those that the header announces"],
    ["a line too many", [...lines, lines.at(-1)!], 0, "not those that the header announces"],
    ["another format", change(0, { format: "other" }), 1, "not a batch data file"],
    ["a version of the future", change(0, { version: 2 }), 1, "version 2"],
    ["no project", change(0, { project: -1 }), 1, "project"],
    ["an unknown equation", change(0, { equation: "words" }), 1, "equation"],
    ["a false root", change(0, { root: NO_HASH }), 1, "the records give"],
    ["a false sum", change(0, { sum: "1" }), 1, "the records give"],
    ["a person's false value", change(person, { value: "1" }), 2, "the records give"],
    ["a person's false digest", change(person, { digest: NO_HASH }), 2, "the records give"],
    ["a person without an identity", change(person, { identity: "somebody@example.org" }), 2, "no identity"],
    ["a record's field that belongs to none", change(record, { note: "hello" }), record + 1, "the records give"],
    ["a line that is no JSON", lines.with(record, "{\n"), record + 1, "not a JSON object"],
    ["a line that is a list", lines.with(record, "[]\n"), record + 1, "not a JSON object"],
    ["a record of nobody", change(record, { people: [] }), record + 1, "no people"],
    ["a person twice in a record", change(record, { people: [0, 0] }), record + 1, "one twice"],
    ["a person who is not in the file", change(record, { people: [99] }), record + 1, "no person 99"],
    ["a malformed commit", change(record, { commit: "xyz" }), record + 1, "no commit"],
    ["a negative count", change(record, { added: -1 }), record + 1, "no line counts"],
    ["points that are no text of digits", change(record, { points: 5 }), record + 1, "no points"],
    ["no time", change(record, { at: "yesterday" }), record + 1, "no time"],
    ["records out of order", [...lines.slice(0, record), lines[record + 1]!, lines[record]!, ...lines.slice(record + 2)], record + 1, "the records give"],
    ["a record twice", lines.with(record + 1, lines[record]!), 0, "twice"],
    ["spaces within a line", lines.with(record, `${JSON.stringify(first, null, 1).replaceAll("\n", "")}\n`), record + 1, "the records give"],
    ["a byte order mark", [`\ufeff${lines[0]}`, ...lines.slice(1)], 1, "not a JSON object"],
    ["carriage returns", lines.map((line) => line.replace("\n", "\r\n")), 1, "the records give"],
  ];
  for (const [what, text, line, reason] of refused) {
    it(`is refused with ${what}`, () => {
      expect(() => readBatchData(bytesOf(text))).to.throw(BatchDataError, reason).with.property("line", line);
    });
  }

  it("is refused where it is not UTF-8", () => {
    expect(() => readBatchData(Uint8Array.of(0xff, 10))).to.throw(BatchDataError, "not UTF-8");
  });
});
