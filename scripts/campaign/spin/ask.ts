import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { root } from "../../lib/files.ts";
import { run } from "../../lib/run.ts";
import type { Check } from "./checks.ts";
import { MODELS } from "./sources.ts";

const DEPTH = 2_000_000;
const MEGABYTES = 2_000;

/** What Spin answered. A failure comes with its counterexample: how many steps, and what was done in it, step for step. */
export interface Answer {
  readonly holds: boolean;
  readonly states: number;
  readonly steps: number;
  readonly acts: readonly string[];
}

const number = (pattern: RegExp, text: string): number => Number(pattern.exec(text)?.[1] ?? Number.NaN);

async function mustRun(program: string, args: readonly string[]): Promise<string> {
  const { code, said } = await run(program, args);
  if (code !== 0) throw new Error(`${program} ${args.join(" ")} ended with ${code}:\n${said}`);
  return said;
}

/**
 * Asks one question. Where `expected` is false the search is for a shortest counterexample of an assertion (breadth first). Throws where
 * the search was not complete, or ended with a fault that was not asked for.
 */
export async function ask({ file, defines, formula }: Check, expected: boolean): Promise<Answer> {
  const folder = mkdtempSync(join(tmpdir(), "gongsheng-spin-"));
  try {
    cpSync(join(root, MODELS), folder, { recursive: true });
    const inside = (program: string): Promise<string> => mustRun("sh", ["-c", `cd "${folder}" && ${program}`]);
    const source = defines.map((define) => `-D${define}`).join(" ");
    await inside(`spin ${source} -a ${file}`);
    const kind = formula ? "-DNFAIR=3" : expected ? "-DSAFETY" : "-DSAFETY -DBFS";
    await inside(`cc -w -O2 -DMEMLIM=${MEGABYTES} ${kind} -o pan pan.c`);
    const said = await inside(`./pan -m${DEPTH} ${formula ? `-a -f -N ${formula}` : ""}`);
    const errors = number(/errors: (\d+)/, said);
    const states = number(/(\d+) states, stored/, said);
    if (errors === 0 && !/Search not completed|search depth too small/.test(said)) return { holds: true, states, steps: 0, acts: [] };
    const fault = formula ? /acceptance cycle/ : /assertion violated/;
    if (!(errors > 0) || !fault.test(said)) throw new Error(`${file} (${defines.join(" ")}) was not answered:\n${said}`);
    const trail = `${basename(file)}.trail`;
    const steps = readFileSync(join(folder, trail), "utf8").split("\n").filter((line) => /^\d+:/.test(line)).length;
    const replayed = await inside(`spin ${source} -t -k ${trail} ${file}`);
    const acts = replayed.split("\n").flatMap((line) => (/^\s*- /.test(line) ? [line.replace(/^\s*- /, "")] : line.includes("START OF CYCLE") ? ["again and again"] : []));
    return { holds: false, states, steps, acts };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
