import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { hashOf, identityOf } from "#client/work/leaf.ts";
import { freshFolder, projectFolder, runCoop } from "../../support/coop.ts";
import { GitRepository } from "../../support/gitRepository.ts";

const sample = join(projectFolder, "samples", "contributions.jsonl");

interface Report {
  records: number;
  people: number;
  totalValue: string;
  root: string;
  dataDigest: string;
  leaves: Array<{ identity: string; value: string; records: number }>;
}

describe("coop import --dry-run", function () {
  this.timeout(30_000);
  let place: ReturnType<typeof freshFolder>;
  beforeEach(() => (place = freshFolder()));
  afterEach(() => place.drop());

  const report = async (...args: string[]): Promise<Report> => {
    const ran = await runCoop(["import", ...args, "--dry-run", "--json"], place.folder);
    expect(ran).to.include({ exit: 0, stderr: "" });
    return JSON.parse(ran.stdout) as Report;
  };
  const byPerson = (found: Report): Record<string, [string, number]> => Object.fromEntries(found.leaves.map((leaf) => [leaf.identity, [leaf.value, leaf.records]]));

  it("gives the sample the numbers that were worked out by hand, under commits", async () => {
    const found = await report(sample, "--project", "2");
    expect(found).to.include({ records: 24, people: 6, totalValue: "24000000" });
    expect(byPerson(found)).to.deep.equal({
      [identityOf("林小禾")]: ["7666667", 11],
      [identityOf("周青石")]: ["4000000", 7],
      [identityOf("Ada Fernweh")]: ["3500000", 6],
      [identityOf("Bruno Quill")]: ["4333333", 6],
      [identityOf("沈云帆")]: ["1000000", 1],
      [identityOf("Mara Tidewater")]: ["3500000", 5],
    });
    expect(found.root).to.equal("0x6dc1e96757b76c4f411e9275fbe7c93edd51db2e67178932815a837ddc1f0188");
  });

  it("gives the sample the numbers that were worked out by hand, under lines", async () => {
    const found = await report(sample, "--project=2", "--equation=lines");
    expect(found).to.include({ records: 24, people: 6, totalValue: "88008289" });
    expect(byPerson(found)).to.deep.equal({
      [identityOf("林小禾")]: ["36125815", 11],
      [identityOf("周青石")]: ["16889976", 7],
      [identityOf("Ada Fernweh")]: ["12182455", 6],
      [identityOf("Bruno Quill")]: ["11802567", 6],
      [identityOf("Mara Tidewater")]: ["11007476", 5],
    });
    expect(found.root).to.equal("0x983c41cf50bd361c12b5386bd011791c3d29305c667054be45392cf4d1d7e5b7");
  });

  it("prints one object in one line with exactly the promised fields, the leaves by identity", async () => {
    const { stdout } = await runCoop(["import", sample, "--project", "2", "--dry-run", "--json"]);
    expect(stdout.trimEnd().split("\n")).to.have.length(1);
    const found = JSON.parse(stdout) as Report;
    expect(Object.keys(found)).to.deep.equal(["records", "people", "totalValue", "root", "dataDigest", "leaves"]);
    for (const leaf of found.leaves) expect(Object.keys(leaf)).to.deep.equal(["identity", "value", "records"]);
    expect(found.leaves.map((leaf) => leaf.identity)).to.deep.equal(found.leaves.map((leaf) => leaf.identity).sort());
  });

  it("has one root for one history, whatever the order of lines, the project and the place", async () => {
    const { root, dataDigest } = await report(sample, "--project", "2");
    const lines = readFileSync(sample, "utf8").trimEnd().split("\n");
    writeFileSync(join(place.folder, "turned.jsonl"), lines.reverse().join("\r\n"));
    expect(await report("turned.jsonl", "--project", "2")).to.include({ root, dataDigest });
    const elsewhere = await report(sample, "--project", "3");
    expect(elsewhere.root).to.equal(root);
    expect(elsewhere.dataDigest).not.to.equal(dataDigest);
  });

  it("speaks of people, root and digest, in English and in Chinese, and the numbers are the same", async () => {
    const english = await runCoop(["import", sample, "--project", "2", "--dry-run"]);
    const chinese = await runCoop(["import", sample, "--project", "2", "--dry-run"], projectFolder, { LANG: "zh_CN.UTF-8" });
    const asked = await runCoop(["import", sample, "--project", "2", "--dry-run", "--lang", "zh"]);
    for (const { exit, stdout, stderr } of [english, chinese, asked]) {
      expect([exit, stderr]).to.deep.equal([0, ""]);
      expect(stdout).to.contain("林小禾").and.contain("7.666667").and.contain("0x6dc1e96757b76c4f411e9275fbe7c93edd51db2e67178932815a837ddc1f0188");
    }
    expect(english.stdout).to.contain("Dry run: nothing was sent.");
    expect(chinese.stdout).to.contain("试运行：什么都没有发送。");
    expect(asked.stdout).to.equal(chinese.stdout);
  });

  it("finds a path from where the user stands", async () => {
    const folder = join(place.folder, "a", "b");
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(place.folder, "a", "history.jsonl"), readFileSync(sample));
    const ran = await runCoop(["import", "../history.jsonl", "--project", "2", "--dry-run", "--json"], folder);
    expect((JSON.parse(ran.stdout) as Report).records).to.equal(24);
  });

  it("reads a git repository, and writes nothing into it", async () => {
    const repository = new GitRepository(join(place.folder, "repo"));
    repository.commit({ author: "Ada <Ada@example.org>", message: "One\n\nCo-authored-by: Bruno <bruno@example.org>\n", files: { "a.txt": "1\n2\n3\n" } });
    const before = readdirSync(repository.folder, { recursive: true }).map(String).sort();
    const found = await report("repo", "--project", "2", "--equation", "lines");
    expect(found).to.include({ records: 1, people: 2, totalValue: "2000000" });
    expect(byPerson(found)).to.deep.equal({ [identityOf("ada@example.org")]: ["1000000", 1], [identityOf("bruno@example.org")]: ["1000000", 1] });
    expect(readdirSync(repository.folder, { recursive: true }).map(String).sort()).to.deep.equal(before);
  });

  it("is a dry run, too, where npm took the option for itself", async () => {
    const ran = await runCoop(["import", sample, "--project", "2"], place.folder, { npm_config_dry_run: "true" });
    expect(ran.stdout).to.contain("Dry run: nothing was sent.");
  });

  it("writes the data file in a dry run where it is asked for, and nowhere else", async () => {
    const found = await report(sample, "--project", "2", "--out", "batch.jsonl");
    expect(readdirSync(place.folder)).to.deep.equal(["batch.jsonl"]);
    expect(hashOf(readFileSync(join(place.folder, "batch.jsonl")))).to.equal(found.dataDigest);
    const ran = await runCoop(["import", sample, "--project", "2", "--dry-run", "--out", "no/such/folder.jsonl"], place.folder);
    expect([ran.exit, ran.stdout]).to.deep.equal([2, ""]);
    expect(ran.stderr).to.match(/^no\/such\/folder\.jsonl: cannot be written/);
  });

  it("says nothing at all on standard output when a line is broken", async () => {
    writeFileSync(join(place.folder, "broken.jsonl"), readFileSync(sample, "utf8").replace('"added":7', '"added":-7'));
    for (const extra of [[], ["--json"], ["--dry-run"], ["--dry-run", "--json"]])
      expect(await runCoop(["import", "broken.jsonl", "--project", "2", ...extra], place.folder)).to.deep.equal({
        exit: 2,
        stdout: "",
        stderr: 'broken.jsonl:3: "added" must be a whole number from 0 to 9007199254740991\n',
      });
  });

  const unusable: Array<[string, string[], RegExp]> = [
    ["no path", ["--project", "2"], /Name one path/],
    ["two paths", ["a", "b", "--project", "2"], /Name one path/],
    ["a path that leads nowhere", ["nowhere.jsonl", "--project", "2"], /^nowhere\.jsonl: there is no such file or folder/],
    ["no project", [sample], /--project must name/],
    ["a project that is no number", [sample, "--project", "qingxi"], /--project must name/],
    ["a project above all numbers", [sample, "--project", "4294967296"], /--project must name/],
    ["an unknown equation", [sample, "--project", "2", "--equation", "words"], /not "words"/],
    ["a credit of nothing", [sample, "--project", "2", "--credit", "0"], /--credit must be/],
    ["a credit with seven decimals", [sample, "--project", "2", "--credit", "1.0000001"], /--credit must be/],
    ["an unknown option", [sample, "--project", "2", "--colour"], /--colour/],
    ["an empty file", ["empty.jsonl", "--project", "2"], /^empty\.jsonl: there is no record in it/],
    ["a folder that is no repository", [".", "--project", "2"], /^\.: this folder is not the top of a git repository/],
  ];
  for (const [what, args, said] of unusable) {
    it(`ends with 2 and says why for ${what}`, async () => {
      writeFileSync(join(place.folder, "empty.jsonl"), "");
      const ran = await runCoop(["import", ...args, "--dry-run"], place.folder);
      expect([ran.exit, ran.stdout]).to.deep.equal([2, ""]);
      expect(ran.stderr).to.match(said);
    });
  }

  it("leaves out what the data files in --data count, and stops where they are not sound", async () => {
    const { buildBatch } = await import("#client/work/batch.ts");
    const { publishBatchData } = await import("../../../scripts/import/dataFiles.ts");
    const lines = readFileSync(sample, "utf8").trimEnd().split("\n").map((line) => JSON.parse(line) as { commit: string });
    const earlier = lines.slice(0, 10).map(({ commit }) => ({ commit, at: 0, people: [identityOf("somebody")], added: 1, deleted: 0 }));
    const data = join(place.folder, "data");
    const { file } = publishBatchData(data, buildBatch(2, "commits", earlier));
    publishBatchData(data, buildBatch(9, "commits", lines.slice(10).map(({ commit }) => ({ commit, at: 0, people: [identityOf("somebody")], added: 1, deleted: 0 }))));
    writeFileSync(join(data, "note.txt"), "not a data file");
    writeFileSync(join(data, "other.jsonl"), readFileSync(sample));
    expect((await report(sample, "--project", "2", "--data", "data")).records).to.equal(14);
    expect((await report(sample, "--project", "2")).records).to.equal(24);
    writeFileSync(file, readFileSync(file, "utf8").replace('"records":10', '"records":11'));
    const ran = await runCoop(["import", sample, "--project", "2", "--dry-run", "--data", "data"], place.folder);
    expect([ran.exit, ran.stdout]).to.deep.equal([3, ""]);
    expect(ran.stderr).to.contain("it is not known what was counted before");
  });

  it("has nothing new to tell where all was counted", async () => {
    const { buildBatch } = await import("#client/work/batch.ts");
    const { publishBatchData } = await import("../../../scripts/import/dataFiles.ts");
    const lines = readFileSync(sample, "utf8").trimEnd().split("\n").map((line) => JSON.parse(line) as { commit: string });
    publishBatchData(join(place.folder, "data"), buildBatch(2, "commits", lines.map(({ commit }) => ({ commit, at: 0, people: [identityOf("somebody")], added: 1, deleted: 0 }))));
    expect(await report(sample, "--project", "2", "--data", "data")).to.deep.equal({
      records: 0, people: 0, totalValue: "0", root: `0x${"0".repeat(64)}`, dataDigest: `0x${"0".repeat(64)}`, leaves: [],
    });
    const ran = await runCoop(["import", sample, "--project", "2", "--dry-run", "--data", "data"], place.folder);
    expect([ran.exit, ran.stdout]).to.deep.equal([0, "Nothing new: all 24 records were counted by earlier batches of the project.\nDry run: nothing was sent.\n"]);
  });
});

describe("coop", function () {
  this.timeout(30_000);

  it("tells its verbs and exits in both languages", async () => {
    const said = { "--help": "Exits:", "--help --lang zh": "退出码：", "import --help": "--dry-run", "import --help --lang=zh": "什么都不发送" };
    for (const [typed, words] of Object.entries(said)) {
      const ran = await runCoop(typed.split(" "));
      expect(ran).to.include({ exit: 0, stderr: "" });
      expect(ran.stdout).to.contain(words);
    }
  });

  it("ends with 2 for a verb it does not know", async () => {
    const ran = await runCoop(["sing"]);
    expect([ran.exit, ran.stdout]).to.deep.equal([2, ""]);
    expect(ran.stderr).to.contain('"sing"');
  });
});
