import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run as start, type Ended } from "../lib/run.ts";

/** What a step found: each check counts as one, and `said` is shown when something failed. */
export interface Outcome {
  readonly passed: number;
  readonly failed: number;
  readonly said: string;
}

/** A part of the gate. It starts when the steps it needs have passed. */
export interface Step {
  readonly name: string;
  readonly title: string;
  readonly needs: readonly string[];
  /** Left out by `npm run test:fast`. */
  readonly slow?: boolean;
  work(fast: boolean): Promise<Outcome>;
}

const node = process.execPath;
const mocha = "node_modules/mocha/bin/mocha.js";

/** Runs what may be late, so that it gives way to specs and screen tests: some of those look at a clock. */
const run = (program: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ended> => start(program, args, env, { yielding: true });

/** A program whose exit code is all it has to say counts as one check. */
function verdict({ code, said }: Ended): Outcome {
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, said };
}

const check = (program: string, ...args: string[]) => async (): Promise<Outcome> => verdict(await run(program, args));

/** A runner that ends badly without naming a failure has failed all the same. */
function distrust(outcome: Outcome, code: number): Outcome {
  if (outcome.passed + outcome.failed === 0) return { passed: 0, failed: 1, said: `${outcome.said}\nNo test ran.` };
  if (code !== 0 && outcome.failed === 0) return { ...outcome, failed: 1, said: `${outcome.said}\nIt ended with ${code} though every test passed.` };
  if (code === 0 && outcome.failed > 0) return { ...outcome, said: `${outcome.said}\nIt ended well though tests failed.` };
  return outcome;
}

/** Runs a mocha of either kind and reads the numbers from the reporter's file, never from what it prints. */
async function mochaRun(program: string, args: readonly string[]): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), "gongsheng-report-"));
  const report = join(folder, "report.json");
  try {
    const { code, said } = await start(program, args, { GONGSHENG_REPORT: report });
    if (!existsSync(report)) return { passed: 0, failed: 1, said: `${said}\nIt ended with ${code} before it could report.` };
    const { passed, failed, pending } = JSON.parse(readFileSync(report, "utf8")) as { passed: number; failed: number; pending: number };
    return distrust({ passed, failed: failed + pending, said: pending > 0 ? `${said}\n${pending} tests were skipped: that counts as failed.` : said }, code);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Reads the proofs' numbers twice, from the lines of the tests and from the sum beneath them, and wants them equal. */
async function proofRun(fast: boolean): Promise<Outcome> {
  const { code, said } = await run("hardhat", ["test", "solidity", "--no-compile"], fast ? { GONGSHENG_PROOF_RUNS: "32" } : {});
  const sum = (word: string): number => Number(new RegExp(`^\\s*(\\d+) ${word}`, "m").exec(said)?.[1] ?? 0);
  const passed = said.match(/^\s*✔ /gm)?.length ?? 0;
  const failed = sum("failing");
  if (passed !== sum("passing")) return { passed: 0, failed: 1, said: `${said}\nThe listed tests and their sum differ.` };
  return distrust({ passed, failed: failed + sum("skipped") + sum("pending"), said }, code);
}

/** A runner that ends with how many of its tests passed and failed, as `N passing` and `N failing`. */
async function counted(...args: string[]): Promise<Outcome> {
  const { code, said } = await run(node, args);
  const sum = (word: string): number => Number(new RegExp(`^(\\d+) ${word}$`, "m").exec(said)?.[1] ?? 0);
  return distrust({ passed: sum("passing"), failed: sum("failing"), said }, code);
}

/**
 * All of `npm test`, two at a time in this order. The screen tests take longest, so they start as soon as they can, and the rest goes
 * on beside them. Whoever adds a runner adds its line here, and its number to test/floor.json by `npm test -- --write-floor`.
 */
export const steps: readonly Step[] = [
  { name: "build", title: "Contracts compile", needs: [], work: check("hardhat", "build") },
  { name: "pages", title: "Pages build", needs: [], slow: true, work: check(node, "scripts/pages.ts") },
  {
    name: "screens",
    title: "Screen tests in Chromium",
    needs: ["build", "pages"],
    slow: true,
    work: () => mochaRun(node, ["--import", "tsx", mocha, "--forbid-only", "--forbid-pending", "--timeout", "120000", "--retries", "1", "--reporter", "scripts/check/reporter.cjs", "test/screen/**/*.test.ts"]),
  },
  { name: "flow", title: "Imports follow the flow", needs: [], work: check(node, "scripts/check/flow.ts") },
  { name: "names", title: "No foreign hosts or local paths", needs: [], work: check(node, "scripts/check/names.ts") },
  { name: "lock", title: "Lock file is complete", needs: [], work: check("npm", "ci", "--dry-run", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error") },
  { name: "oxlint", title: "TypeScript lint", needs: [], work: check("oxlint", "--deny-warnings", "hardhat.config.ts", "scripts", "test", "frontend") },
  { name: "solhint", title: "Solidity lint", needs: [], work: check("solhint", "--noPoster", "--disc", "--max-warnings", "0", "contracts/**/*.sol") },
  { name: "format", title: "Solidity format", needs: [], work: check("prettier", "--check", "contracts/**/*.sol", "test/**/*.sol") },
  { name: "generated", title: "Generated files are up to date", needs: ["build"], work: check(node, "scripts/generate/abi.ts", "--check") },
  { name: "types", title: "Types of scripts and specs", needs: ["build"], work: check("tsc", "-p", "tsconfig.json") },
  { name: "types-pages", title: "Types of client and pages", needs: ["build"], work: check("tsc", "-p", "frontend/tsconfig.json") },
  { name: "types-screen", title: "Types of screen tests", needs: ["build"], work: check("tsc", "-p", "test/screen/tsconfig.json") },
  { name: "proofs", title: "Solidity proofs", needs: ["build"], work: proofRun },
  { name: "specs", title: "Specs", needs: ["build"], work: () => mochaRun("hardhat", ["test", "mocha", "--no-compile"]) },
  { name: "selftest", title: "The gate goes red when a bug is planted", needs: ["generated"], slow: true, work: () => counted("scripts/check/selftest.ts") },
  { name: "gas", title: "Gas is as in its snapshot", needs: ["build"], slow: true, work: check(node, "scripts/gas.ts", "--check") },
];
