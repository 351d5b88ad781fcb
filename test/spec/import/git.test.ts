import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import type { HistoryRecord } from "#client/work/batch.ts";
import { identityOf } from "#client/work/leaf.ts";
import { gather } from "../../../scripts/import/gather.ts";
import { openGit, readContact } from "../../../scripts/import/git.ts";
import { importWords } from "../../../scripts/import/text.ts";
import { freshFolder } from "../../support/coop.ts";
import { GitRepository } from "../../support/gitRepository.ts";

const words = importWords.en;
const ada = "Ada Fernweh <ada@example.org>";
const bruno = "Bruno Quill <bruno@example.org>";
const mara = "Mara Tidewater <mara@example.org>";

describe("a git repository as a history", function () {
  this.timeout(30_000);
  let place: ReturnType<typeof freshFolder>;
  let repository: GitRepository;
  let warnings: string[];
  beforeEach(() => {
    place = freshFolder();
    repository = new GitRepository(join(place.folder, "repo"));
    warnings = [];
  });
  afterEach(() => place.drop());

  const read = async (folder = repository.folder, lines = true): Promise<HistoryRecord[]> =>
    (await gather(await openGit(folder, "repo", lines, words.git, (text) => warnings.push(text)), words)).records;
  const only = async (): Promise<HistoryRecord> => {
    const records = await read();
    expect(records).to.have.length(1);
    return records[0]!;
  };
  const refusal = (folder = repository.folder): Promise<string> => read(folder).then(() => "it was taken", (error: Error) => error.message);
  const people = (...addresses: string[]): string[] => addresses.map(identityOf);

  it("gives commit, time, people and lines", async () => {
    const commit = repository.commit({ author: ada, message: "Plant pears\n", files: { "a.txt": "1\n2\n3\n", "b/c d.txt": "x\n" } });
    expect(await only()).to.deep.equal({ commit, at: 1_767_603_600, people: people("ada@example.org"), added: 4, deleted: 0 });
  });

  it("counts lines added and deleted against the parent", async () => {
    repository.commit({ author: ada, message: "One", files: { "a.txt": "1\n2\n3\n" } });
    const second = repository.commit({ author: ada, message: "Two", files: { "a.txt": "1\nzwei\ndrei\nvier\n" } });
    expect((await read()).find((record) => record.commit === second)).to.include({ added: 3, deleted: 2 });
  });

  it("leaves merges out and takes both their sides", async () => {
    const first = repository.commit({ author: ada, message: "One", files: { "a.txt": "1\n" } });
    repository.git("switch", "--quiet", "--create", "side");
    const side = repository.commit({ author: bruno, message: "Side", files: { "b.txt": "1\n" } });
    repository.git("switch", "--quiet", "main");
    const main = repository.commit({ author: ada, message: "Main", files: { "c.txt": "1\n" } });
    repository.git("merge", "--quiet", "--no-ff", "--message=Join", "side");
    expect((await read()).map((record) => record.commit)).to.have.members([first, side, main]);
  });

  it("takes what HEAD reaches and nothing else, also when HEAD is no branch", async () => {
    const first = repository.commit({ author: ada, message: "One", files: { "a.txt": "1\n" } });
    repository.commit({ author: ada, message: "Two", files: { "a.txt": "2\n" } });
    repository.git("checkout", "--quiet", first);
    expect((await only()).commit).to.equal(first);
  });

  it("knows a person by the address in lower case", async () => {
    repository.commit({ author: "Ada <Ada@Example.ORG>", message: "One" });
    repository.commit({ author: "A. Fernweh <ada@example.org>", message: "Two" });
    expect((await read()).map((record) => record.people)).to.deep.equal([people("ada@example.org"), people("ada@example.org")]);
  });

  it("takes co-authors from trailers, whatever their case, each once", async () => {
    repository.commit({ author: ada, message: `Graft\n\nWith care.\n\nCo-authored-by: ${bruno}\nco-authored-by: Mara <MARA@example.org>\nCO-AUTHORED-BY: ${bruno}\nCo-authored-by: ${ada}\n`, files: { "a.txt": "1\n" } });
    expect((await only()).people).to.deep.equal(people("ada@example.org", "bruno@example.org", "mara@example.org"));
  });

  it("takes co-authors from a message without a last line feed, and from one with carriage returns", async () => {
    repository.commit({ author: ada, message: `Graft\n\nCo-authored-by: ${bruno}` });
    repository.commit({ author: ada, message: `Graft\r\n\r\nCo-authored-by: ${bruno}\r\nCo-authored-by: ${mara}\r\n`, files: { "a.txt": "1\n2\n" } });
    const [second, first] = await read();
    expect(first!.people).to.deep.equal(people("ada@example.org", "bruno@example.org"));
    expect(second).to.deep.include({ people: people("ada@example.org", "bruno@example.org", "mara@example.org"), added: 2 });
  });

  it("passes over trailers without an address and words that are no trailer", async () => {
    repository.commit({ author: ada, message: `Talk of Co-authored-by: ${bruno}\n\nCo-authored-by: ${mara} is how one writes it,\nin the middle of a text.\n\nThanks to all.\n` });
    repository.commit({ author: ada, message: "Graft\n\nCo-authored-by: the whole village\nCo-authored-by: Nobody <>\n" });
    for (const record of await read()) expect(record.people).to.deep.equal(people("ada@example.org"));
  });

  it("honours the mailmap that HEAD holds, for authors and co-authors", async () => {
    repository.commit({ author: "Ada <ada@old.example>", message: `One\n\nCo-authored-by: Bruno <B@OLD.example>\n` });
    repository.commit({ author: mara, message: "Two", files: { ".mailmap": `${ada} <ada@old.example>\n${bruno} <b@old.example>\n` } });
    const oldest = (await read()).at(-1)!;
    expect(oldest.people).to.deep.equal(people("ada@example.org", "bruno@example.org"));
    expect(warnings).to.deep.equal([]);
  });

  it("shares nothing twice where the mailmap makes author and co-author one person", async () => {
    repository.commit({ author: "Ada <ada@old.example>", message: `One\n\nCo-authored-by: ${ada}\n`, files: { ".mailmap": `${ada} <ada@old.example>\n` } });
    expect((await only()).people).to.deep.equal(people("ada@example.org"));
  });

  it("says so when the mailmap that lies there is not committed, and does not use it", async () => {
    repository.commit({ author: "Ada <ada@old.example>", message: "One" });
    writeFileSync(join(repository.folder, ".mailmap"), `${ada} <ada@old.example>\n`);
    expect((await only()).people).to.deep.equal(people("ada@old.example"));
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.match(/^repo: the \.mailmap that lies there/);
  });

  it("counts no lines of binary files", async () => {
    repository.commit({ author: ada, message: "Picture", files: { "pear.png": Uint8Array.of(0, 1, 2, 10, 0, 10), "a.txt": "1\n" } });
    expect(await only()).to.include({ added: 1, deleted: 0 });
  });

  it("counts nothing for a file that was only moved, and a commit without changes as nothing", async () => {
    const text = Array.from({ length: 40 }, (_, line) => `line ${line}\n`).join("");
    repository.commit({ author: ada, message: "One", files: { "a.txt": text } });
    repository.git("mv", "a.txt", "b.txt");
    const moved = repository.commit({ author: ada, message: "Move" });
    const empty = repository.commit({ author: ada, message: "Nothing" });
    for (const commit of [moved, empty]) expect((await read()).find((record) => record.commit === commit)).to.include({ added: 0, deleted: 0 });
  });

  it("reads files whose names are strange", async () => {
    repository.commit({ author: ada, message: "Names", files: { "tab\there": "1\n", "line\nfeed": "1\n2\n", "果园 \"梨\"": "1\n2\n3\n", "\u0001": "1\n" } });
    expect(await only()).to.include({ added: 7, deleted: 0 });
  });

  it("has the same records whatever the user's or the repository's configuration, attributes and replacements say", async () => {
    const first = repository.commit({ author: "Ada <ada@old.example>", message: `One\n\nCo-authored-by: ${bruno}\n`, files: { "a.txt": "1\n2\n", "b.txt": Array.from({ length: 30 }, (_, n) => `${n}\n`).join("") } });
    repository.git("mv", "b.txt", "c.txt");
    const second = repository.commit({ author: mara, message: "Two" });
    const before = await read();
    const settings = { "diff.renames": "false", "diff.external": "false", "log.showRoot": "false", "log.mailmap": "false", "log.showSignature": "true", "core.quotePath": "false", "diff.algorithm": "patience", "mailmap.file": join(place.folder, "map") };
    for (const [name, value] of Object.entries(settings)) repository.git("config", name, value);
    writeFileSync(join(place.folder, "map"), `${ada} <ada@old.example>\n`);
    writeFileSync(join(repository.folder, ".gitattributes"), "*.txt binary\n");
    mkdirSync(join(repository.folder, ".git", "info"), { recursive: true });
    writeFileSync(join(repository.folder, ".git", "info", "attributes"), "*.txt -diff\n");
    repository.git("replace", "--graft", second);
    repository.git("config", "core.worktree", "/nowhere");
    expect(await read()).to.deep.equal(before);
    expect(before.at(-1)).to.deep.include({ commit: first, added: 32 });
  });

  it("has the same records from a bare clone, a linked work tree and a repository of another owner's making", async () => {
    repository.commit({ author: "Ada <ada@old.example>", message: "One", files: { "a.txt": "1\n", ".mailmap": `${ada} <ada@old.example>\n` } });
    const expected = await read();
    repository.git("clone", "--quiet", "--bare", repository.folder, join(place.folder, "bare.git"));
    repository.git("worktree", "add", "--quiet", join(place.folder, "tree"));
    expect(await read(join(place.folder, "bare.git"))).to.deep.equal(expected);
    expect(await read(join(place.folder, "tree"))).to.deep.equal(expected);
    expect(await read(join(repository.folder, ".git"))).to.deep.equal(expected);
  });

  it("reads a repository whose ids are SHA-256", async () => {
    const other = new GitRepository(join(place.folder, "sha256"), ["--object-format=sha256"]);
    const commit = other.commit({ author: ada, message: "One", files: { "a.txt": "1\n" } });
    expect(commit).to.have.length(64);
    expect(await read(other.folder)).to.deep.equal([{ commit, at: 1_767_603_600, people: people("ada@example.org"), added: 1, deleted: 0 }]);
  });

  it("counts no lines when none are asked for", async () => {
    repository.commit({ author: ada, message: "One", files: { "a.txt": "1\n" } });
    expect((await read(repository.folder, false))[0]).to.include({ added: 0, deleted: 0 });
  });

  it("refuses a folder that is no repository, and one that only lies within a repository", async () => {
    const within = join(repository.folder, "within");
    mkdirSync(within);
    repository.commit({ author: ada, message: "One" });
    for (const folder of [place.folder, within]) expect(await refusal(folder)).to.equal("repo: this folder is not the top of a git repository");
  });

  it("refuses a repository without a commit", async () => {
    expect(await refusal()).to.equal("repo: the repository has no commit yet");
  });

  it("refuses a shallow clone, whose numbers would be false", async () => {
    repository.commit({ author: ada, message: "One" });
    repository.commit({ author: ada, message: "Two" });
    repository.git("clone", "--quiet", "--depth=1", `file://${repository.folder}`, join(place.folder, "shallow"));
    expect(await refusal(join(place.folder, "shallow"))).to.match(/^repo: this clone is shallow/);
  });

  it("refuses a partial clone where files that it lacks are needed, and reads it where they are not", async () => {
    repository.commit({ author: "Ada <ada@old.example>", message: "One", files: { "a.txt": "1\n" } });
    const expected = await read(repository.folder, false);
    repository.git("config", "uploadpack.allowFilter", "true");
    const cloned = (name: string): string => {
      repository.git("clone", "--quiet", "--bare", "--filter=blob:none", `file://${repository.folder}`, join(place.folder, name));
      return join(place.folder, name);
    };
    const partial = cloned("partial.git");
    expect(await read(partial, false)).to.deep.equal(expected);
    expect(await refusal(partial)).to.match(/^repo: this clone is partial/);
    repository.commit({ author: ada, message: "Two", files: { ".mailmap": `${ada} <ada@old.example>\n` } });
    const mapped = cloned("mapped.git");
    expect(await read(mapped, false).then(() => "it was taken", (error: Error) => error.message)).to.match(/^repo: this clone is partial/);
  });

  it("refuses an author without an address, and names the commit", async () => {
    repository.commit({ author: ada, message: "One" });
    repository.git("-c", "user.name=Nobody", "-c", "user.email=", "commit", "--quiet", "--allow-empty", "--message=Two", "--author=Nobody <>");
    const commit = repository.git("rev-parse", "HEAD").trim();
    expect(await refusal()).to.equal(`repo:${commit}: ${words.git.noAddress}`);
  });

  it("says what git said when objects are missing", async () => {
    repository.commit({ author: ada, message: "One", files: { "a.txt": "1\n" } });
    const broken = join(place.folder, "broken");
    cpSync(repository.folder, broken, { recursive: true });
    const tree = repository.git("rev-parse", "HEAD^{tree}").trim();
    rmSync(join(broken, ".git", "objects", tree.slice(0, 2), tree.slice(2)));
    expect(await refusal(broken)).to.match(/^repo: git could not go on: /);
  });
});

describe("a trailer's person", () => {
  for (const [trailer, contact] of [
    [ada, ada],
    ["Ada Fernweh <ada@example.org> (she grafted)", ada],
    ["  Ada Fernweh   < ada@example.org >", ada],
    ["<ada@example.org>", "<ada@example.org>"],
    ["Ada <[my name]@example.org>", "Ada <[my name]@example.org>"],
    ["ada@example.org", null],
    ["Ada <>", null],
    ["Ada < >", null],
    ["Ada <ada@example.org", null],
    ["", null],
  ] as const) {
    it(`in ${JSON.stringify(trailer)} is ${contact ?? "nobody"}`, () => expect(readContact(trailer)).to.equal(contact));
  }
});
