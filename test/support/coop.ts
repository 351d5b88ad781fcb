// Runs the command line as a person would, in a process of its own.
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

export const projectFolder = resolve(import.meta.dirname, "../..");

export interface Ran {
  exit: number;
  stdout: string;
  stderr: string;
}

/** `coop ARGS`, typed while standing in `folder`, on a machine that speaks English unless `env` says otherwise. */
export function runCoop(args: string[], folder = projectFolder, env: NodeJS.ProcessEnv = {}): Promise<Ran> {
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(LC_|LANG|GIT_|NODE_OPTIONS|NODE_V8_COVERAGE)/.test(name)));
  const options = { cwd: projectFolder, env: { ...inherited, INIT_CWD: folder, ...env }, maxBuffer: 1 << 28 };
  return new Promise((done) => {
    execFile(process.execPath, ["scripts/coop.ts", ...args], options, (error, stdout, stderr) => done({ exit: error ? Number(error.code) : 0, stdout, stderr }));
  });
}

/** A folder for one test, removed by `drop`. */
export function freshFolder(): { folder: string; drop(): void } {
  const folder = mkdtempSync(join(tmpdir(), "gongsheng-test-"));
  return { folder, drop: () => rmSync(folder, { recursive: true, force: true }) };
}
