// How the import grows with its history: time and memory of dry runs over made-up histories, each in a process of its own.
// The promises that it checks: 100,000 records of 5,000 people in under 60 s and 1 GB, and a million leaves in under 60 s and 2 GB.
import { execFileSync, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { createWriteStream, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { root } from "../lib/files.ts";

const PROMISE = { records: 100_000, people: 5_000, seconds: 60, megabytes: 1_000 };
const MILLION = { records: 1_000_000, people: 1_000_000, seconds: 60, megabytes: 2_000, hashes: 20 };

interface Row {
  what: string;
  records: number;
  people: number;
  seconds: number;
  cpuSeconds: number;
  megabytes: number;
}

/** Random numbers that are the same in every run. */
function numbers(): (below: number) => number {
  let state = 1;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** As real histories are: few people do most of the work, one record in five has co-authors, most touch few lines. */
async function writeHistory(file: string, records: number, people: number): Promise<void> {
  const draw = numbers();
  const out = createWriteStream(file);
  const somebody = (): string => `person ${Math.floor((draw(1_000_000) / 1_000_000) ** 3 * people)}`;
  for (let number = 0; number < records; number++) {
    const record = {
      commit: createHash("sha1").update(String(number)).digest("hex"),
      author: number < people ? `person ${number}` : somebody(),
      coauthors: draw(5) === 0 ? Array.from({ length: 1 + draw(3) }, somebody) : [],
      at: new Date(1_700_000_000_000 + number * 60_000).toISOString(),
      files: 1 + draw(9),
      added: Math.floor(2 ** (draw(110) / 10)),
      deleted: Math.floor(2 ** (draw(90) / 10)) - 1,
    };
    if (!out.write(`${JSON.stringify(record)}\n`)) await once(out, "drain");
  }
  out.end();
  await finished(out);
}

/** The same as a spreadsheet has it: a row a record, each of its own person. */
async function writeSpreadsheet(file: string, records: number): Promise<void> {
  const out = createWriteStream(file);
  out.write("who,what,when,hours,where\r\n");
  for (let number = 0; number < records; number++) {
    const row = `person ${number},"work ${number}, done",2026-01-${String(1 + (number % 28)).padStart(2, "0")} 07:30,${1 + (number % 9)}.5,mill\r\n`;
    if (!out.write(row)) await once(out, "drain");
  }
  out.end();
  await finished(out);
}

/** A git repository with one small file rewritten by every commit. */
async function writeRepository(folder: string, records: number, people: number): Promise<void> {
  execFileSync("git", ["init", "--quiet", "--bare", folder]);
  const git = spawn("git", ["-C", folder, "fast-import", "--quiet"], { stdio: ["pipe", "inherit", "inherit"] });
  const ended = new Promise<void>((done, failed) => git.on("error", failed).on("close", (code) => (code === 0 ? done() : failed(new Error(`git fast-import ended with ${code}`)))));
  const draw = numbers();
  for (let number = 0; number < records; number++) {
    const [author, other] = [number < people ? number : draw(people), draw(people)];
    const message = `Record ${number}\n\nCo-authored-by: Person ${other} <person-${other}@example.org>\n`;
    const content = Array.from({ length: 1 + draw(40) }, () => `line ${draw(50)}\n`).join("");
    const when = `${1_700_000_000 + number * 60} +0000`;
    const text = `commit refs/heads/main\nauthor Person ${author} <person-${author}@example.org> ${when}\ncommitter Keeper <keeper@example.org> ${when}\ndata ${message.length}\n${message}\nM 100644 inline files/${number % 97}.txt\ndata ${content.length}\n${content}\n`;
    if (!git.stdin.write(text)) await once(git.stdin, "drain");
  }
  git.stdin.end();
  await ended;
  execFileSync("git", ["-C", folder, "symbolic-ref", "HEAD", "refs/heads/main"]);
}

/** Runs a program under this Node and measures it from without and, for its memory, from within. */
async function measure(args: string[]): Promise<Pick<Row, "seconds" | "cpuSeconds" | "megabytes">> {
  const last = 'process.on("exit", () => process.stderr.write("\\n" + JSON.stringify(process.resourceUsage())))';
  const since = performance.now();
  const child = spawn(process.execPath, ["--import", `data:text/javascript,${encodeURIComponent(last)}`, ...args], { cwd: root, stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (said = (said + text).slice(-10_000)));
  const code = await new Promise<number | null>((done) => child.on("close", done));
  const seconds = (performance.now() - since) / 1000;
  if (code !== 0) throw new Error(`it ended with ${code}: ${said}`);
  const { maxRSS, userCPUTime, systemCPUTime } = JSON.parse(said.slice(said.lastIndexOf("\n"))) as NodeJS.ResourceUsage;
  return { seconds: round(seconds), cpuSeconds: round((userCPUTime + systemCPUTime) / 1e6), megabytes: Math.round(maxRSS / 1000) };
}

const round = (value: number): number => Math.round(value * 10) / 10;

const tree = (leaves: number): string[] => [
  "--input-type=module",
  "--eval",
  `import { buildSumTree } from "#client/work/sumTree.ts";
   import { hashOf } from "#client/work/leaf.ts";
   const bytes = new Uint8Array(4);
   const hash = (number) => (new DataView(bytes.buffer).setUint32(0, number), hashOf(bytes));
   const digest = hash(2 ** 32 - 1);
   const tree = buildSumTree(Array.from({ length: ${leaves} }, (_, number) => ({ identity: hash(number), value: 1n + BigInt(number), recordsDigest: digest })));
   for (let index = 0; index < ${leaves}; index++) if (tree.proof(index).hashes.length > ${MILLION.hashes}) throw new Error("a proof of more than ${MILLION.hashes} hashes");`,
];

/** Runs the campaign and writes its results. Throws where the promise is broken. `only` "quick" leaves the largest out. */
export async function run([only]: string[] = []): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "gongsheng-scale-"));
  const rows: Row[] = [];
  const add = async (what: string, records: number, people: number, args: string[]): Promise<void> => {
    const row = { what, records, people, ...(await measure(args)) };
    rows.push(row);
    console.log(`${what}: ${row.seconds} s, ${row.cpuSeconds} s of processor, ${row.megabytes} MB`);
  };
  try {
    for (const [records, people] of [[1_000, 50], [10_000, 500], [PROMISE.records, PROMISE.people], [300_000, 15_000]] as const) {
      if (only === "quick" && records > PROMISE.records) continue;
      const file = join(folder, `${records}.jsonl`);
      await writeHistory(file, records, people);
      for (const equation of ["commits", "lines"]) await add(`JSON Lines, ${equation}, ${records} records of ${people} people`, records, people, dryRun(file, equation));
      rmSync(file);
    }
    if (only !== "quick") await addMillion(folder, add);
    const repository = join(folder, "repository");
    const [records, people] = only === "quick" ? [5_000, 250] : [50_000, 2_500];
    await writeRepository(repository, records, people);
    for (const equation of ["commits", "lines"]) await add(`git, ${equation}, ${records} commits of ${people} people`, records, people, dryRun(repository, equation));
    for (const leaves of only === "quick" ? [100_000] : [100_000, 1_000_000]) await add(`the tree alone and every proof, ${leaves} leaves`, leaves, leaves, tree(leaves));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  if (only !== "quick") writeResults(rows);
  for (const row of rows)
    if ([PROMISE, MILLION].some((promise) => row.records === promise.records && row.people === promise.people && (row.seconds > promise.seconds || row.megabytes > promise.megabytes)))
      throw new Error(`The promise is broken: ${row.what} took ${row.seconds} s and ${row.megabytes} MB.`);
}

/** A million people, of JSON Lines and of a spreadsheet, to root, sum and data file; and that file rebuilt. */
async function addMillion(folder: string, add: (what: string, records: number, people: number, args: string[]) => Promise<void>): Promise<void> {
  const { records, people } = MILLION;
  const [lines, rows, data] = ["million.jsonl", "million.csv", "million.data.jsonl"].map((name) => join(folder, name)) as [string, string, string];
  await writeHistory(lines, records, people);
  await add(`JSON Lines, lines, ${records} records of ${people} people, data file written`, records, people, [...dryRun(lines, "lines").slice(0, -1), "--out", data]);
  rmSync(lines);
  await add(`that data file rebuilt by verify, ${records} leaves`, records, people, ["scripts/coop.ts", "verify", data, "--offline"]);
  rmSync(data);
  await writeSpreadsheet(rows, records);
  await add(`CSV, points, ${records} records of ${people} people`, records, people, ["scripts/coop.ts", "import", rows, "--project", "1", "--dry-run", "--who", "who", "--what", "what", "--when", "when", "--points", "hours", "--where", "where", "--zone", "Z"]);
  rmSync(rows);
}

const dryRun = (path: string, equation: string): string[] => ["scripts/coop.ts", "import", path, "--project", "1", "--equation", equation, "--dry-run", "--json"];

function writeResults(rows: Row[]): void {
  const machine = { processor: cpus()[0]?.model ?? "unknown", cores: availableParallelism(), memoryGB: Math.round(totalmem() / 1e9), node: process.version };
  const results = join(root, "docs", "results");
  mkdirSync(results, { recursive: true });
  writeFileSync(join(results, "import-scale.json"), `${JSON.stringify({ promise: PROMISE, machine, rows }, null, 2)}\n`);
  writeFileSync(
    join(results, "import-scale.md"),
    `# How the import grows

Dry runs of \`npm run -s coop -- import\` over made-up histories, each in a process of its own, by \`npm run campaign -- import-scale\`.
The promise: ${PROMISE.records.toLocaleString("en")} records of ${PROMISE.people.toLocaleString("en")} people in under ${PROMISE.seconds} s and ${PROMISE.megabytes} MB, and ${MILLION.records.toLocaleString("en")} leaves in under ${MILLION.seconds} s and ${MILLION.megabytes} MB, a proof of at most ${MILLION.hashes} hashes.

| what | seconds | of processor | peak MB |
|---|--:|--:|--:|
${rows.map((row) => `| ${row.what.replace(/\d{4,}/g, (digits) => Number(digits).toLocaleString("en"))} | ${row.seconds} | ${row.cpuSeconds} | ${row.megabytes} |`).join("\n")}

${machine.processor}, ${machine.cores} cores, ${machine.memoryGB} GB, Node ${machine.node}. The memory of git itself is not counted.

![Seconds by records](import-scale.svg)
`,
  );
  writeFileSync(join(results, "import-scale.svg"), drawBars(rows));
}

/** Bars of seconds, one a row. */
function drawBars(rows: Row[]): string {
  const most = Math.max(...rows.map((row) => row.seconds));
  const bars = rows.map((row, place) => {
    const y = 12 + place * 26;
    const label = `${row.what}: ${row.seconds} s, ${row.megabytes} MB`;
    return `<rect x="8" y="${y}" width="${Math.max(1, Math.round((row.seconds / most) * 704))}" height="8" fill="#2f6f4f"/><text x="8" y="${y + 19}">${label}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 ${rows.length * 26 + 20}" font-family="sans-serif" font-size="10" fill="#333"><rect width="720" height="${rows.length * 26 + 20}" fill="#fff"/>${bars.join("")}</svg>\n`;
}
