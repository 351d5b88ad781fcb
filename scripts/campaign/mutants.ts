// Mutants: small faults in the contracts, each of which a spec must notice.
//   npm run campaign -- mutants ShareLedger,Challenges [--most 40] [--seed 1] [--part 1/2] [--again] [--deep]
// Goes on where it was interrupted; --again asks anew about those that survived, --deep asks the models of long histories too. Parts may run beside one another.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { root } from "../lib/files.ts";
import { STEPS } from "../deploy/record.ts";
import { piecesOf } from "./mutants/ast.ts";
import { bare, type Code, type Compiler, compilerOf } from "./mutants/compile.ts";
import { applied, choose, type Mutant, mutantsOf } from "./mutants/mutant.ts";
import { PAGE, writePage } from "./mutants/page.ts";
import { type Fate, keep, read, type Tested } from "./mutants/results.ts";
import { copyProject, Runner } from "./mutants/runner.ts";
import { listsOf } from "./mutants/specs.ts";

/** What a chain takes of a contract (EIP-170), in digits with 0x. */
const LARGEST = 2 + 2 * 24_576;
/** So many times as long as without a fault, and at least a minute, is too long. */
const PATIENCE = 4;
/** After so many mutants in one process the specs must pass without any. */
const ROUND = 20;

interface Options {
  readonly most: number;
  readonly seed: number;
  readonly part: number;
  readonly parts: number;
  readonly again: boolean;
  readonly deep: boolean;
}

/** A contract under test, the specs that know it, and what they come to without a fault. */
class Trial {
  readonly compiler: Compiler;
  readonly runner: Runner;
  readonly tested: Tested;
  readonly mutants: readonly Mutant[];
  private readonly sound: Code;
  private readonly usual: [number, number] = [0, 0];

  constructor(folder: string, name: string, { seed, deep, again, most }: Options) {
    const step = STEPS.find(({ contract }) => contract === name);
    if (!step) throw new Error(`There is no contract ${name} to deploy. There are: ${STEPS.map(({ contract }) => contract).join(", ")}.`);
    const file = `contracts/${step.folder}/${name}.sol`;
    this.compiler = compilerOf(folder, root, file, name);
    const pieces = piecesOf(this.compiler.trees(), `project/${file}`, name, (source) => source.startsWith("project/contracts/"));
    this.mutants = mutantsOf(pieces, this.compiler.sources());
    this.tested = { contract: name, sources: this.compiler.hash(), seed, possible: this.mutants.length, most: again ? 0 : Math.min(most, this.mutants.length) };
    this.sound = this.compiler.compile()!;
    this.runner = new Runner(folder, `artifacts/${file}/${name}.json`, listsOf(name, folder, deep));
  }

  /** Runs a list without a fault. Throws where it does not pass: nothing could be learned from it. */
  async prove(list: 0 | 1): Promise<void> {
    this.runner.put(this.sound);
    const ran = await this.runner.run(list);
    if (!ran || ran.failed) throw new Error(`Without any fault the specs of ${this.tested.contract} do not pass: ${ran?.failed ? `${ran.failed.file}, "${ran.failed.title}": ${ran.failed.why}` : "they broke off"}.`);
    this.usual[list] = ran.milliseconds;
    console.log(`${this.tested.contract}: ${ran.passed} specs pass in ${(ran.milliseconds / 1000).toFixed(1)} s without a fault`);
  }

  /** Whether the short list still passes in the process that met the last mutants. */
  async isSound(): Promise<boolean> {
    this.runner.put(this.sound);
    const ran = await this.runner.run(0);
    return ran !== undefined && !ran.failed;
  }

  private async meet(list: 0 | 1): Promise<Pick<Fate, "verdict" | "by"> | undefined> {
    const most = Math.max(60_000, PATIENCE * this.usual[list]);
    const since = Date.now();
    const ran = await this.runner.run(list, most);
    if (!ran && Date.now() - since >= most) return (await this.isSound()) ? { verdict: "died", by: "time" } : { verdict: "undecided", by: "the specs took too long, without the fault too" };
    if (!ran) return { verdict: "undecided", by: "the specs broke off" };
    return ran.failed && { verdict: "died", by: `${ran.failed.file}: ${ran.failed.title}` };
  }

  async judge({ change, ...mutant }: Mutant): Promise<Fate> {
    const told = { contract: this.tested.contract, ...mutant, file: mutant.file.replace("project/", "") };
    const code = this.compiler.compile(mutant.file, applied(this.compiler.sources()[mutant.file]!, change));
    if (!code) return { ...told, verdict: "not compiled" };
    if (bare(code) === bare(this.sound)) return { ...told, verdict: "same code" };
    if (code.deployedBytecode.length > LARGEST) return { ...told, verdict: "undecided", by: "larger than a chain takes" };
    this.runner.put(code);
    const soon = await this.meet(0);
    if (soon) return { ...told, ...soon };
    // The long list takes minutes: it is not asked before it is needed.
    if (this.usual[1] === 0) await this.prove(1);
    this.runner.put(code);
    return { ...told, ...((await this.meet(1)) ?? { verdict: "survived" }) };
  }
}

/** Those of this part that have no result yet; with `again`, those that survived. */
function waiting({ mutants, tested }: Trial, { most, seed, part, parts, again }: Options): Mutant[] {
  const { contracts, mutants: fates } = read();
  const current = contracts.some(({ contract, sources }) => contract === tested.contract && sources === tested.sources);
  const known = new Map(fates.filter(({ contract }) => current && contract === tested.contract).map(({ id, verdict }) => [id, verdict]));
  const chosen = again ? mutants.filter(({ id }) => known.get(id) === "survived") : choose(mutants, most, seed).filter(({ id }) => !known.has(id));
  // By its name, so that parts stay what they are while results come.
  return chosen.filter(({ id }) => Number.parseInt(id, 16) % parts === part - 1);
}

async function runTrial(trial: Trial, options: Options): Promise<void> {
  const left = waiting(trial, options);
  console.log(`${trial.tested.contract}: ${trial.mutants.length} mutants are possible, ${left.length} to be judged`);
  if (left.length === 0) return;
  await trial.prove(0);
  for (let from = 0; from < left.length; from += ROUND) {
    const round: Fate[] = [];
    for (const mutant of left.slice(from, from + ROUND)) {
      const since = Date.now();
      const fate = await trial.judge(mutant);
      round.push(fate);
      await keep(trial.tested, round);
      console.log(`${fate.verdict} (${((Date.now() - since) / 1000).toFixed(0)} s) ${fate.file}:${fate.line} ${fate.before} → ${fate.after}${fate.by ? `   ${fate.by}` : ""}`);
    }
    if (await trial.isSound()) continue;
    await keep(trial.tested, round.map((fate) => (fate.verdict === "died" ? { ...fate, verdict: "undecided", by: "the specs failed after it without any fault" } : fate)));
    throw new Error("The specs fail without any fault now: the last results are undecided.");
  }
}

function optionsOf(args: string[]): { contracts: string[]; options: Options } {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { most: { type: "string", default: "40" }, seed: { type: "string", default: "1" }, part: { type: "string", default: "1/1" }, again: { type: "boolean", default: false }, deep: { type: "boolean", default: false } } });
  const [part, parts] = values.part.split("/").map(Number);
  const contracts = positionals.flatMap((list) => list.split(",")).filter((name) => name !== "");
  if (contracts.length === 0 || !part || !parts || part > parts) throw new Error("Usage: npm run campaign -- mutants CONTRACT,… [--most 40] [--seed 1] [--part 1/2] [--again] [--deep]");
  return { contracts, options: { most: Number(values.most), seed: Number(values.seed), part, parts, again: values.again, deep: values.deep } };
}

/** Runs the campaign and writes its results. Throws where the specs do not pass without a fault. */
export async function run(args: string[]): Promise<void> {
  const { contracts, options } = optionsOf(args);
  const { folder, drop } = copyProject();
  process.once("exit", drop);
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));
  for (const name of contracts) {
    const trial = new Trial(folder, name, options);
    try {
      await runTrial(trial, options);
    } finally {
      trial.runner.end();
    }
    writeFileSync(join(root, PAGE), writePage(read()));
  }
}
