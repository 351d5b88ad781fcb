// A private copy of the project in which specs meet mutants: HEAD as it is, with the code of one contract put in place of what was built.
import { type ChildProcess, execFileSync, fork } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "../../lib/files.ts";
import type { Code } from "./compile.ts";

/** What a list of specs came to; it stops at the first that fails. */
export interface Ran {
  readonly passed: number;
  readonly failed?: { readonly file: string; readonly title: string; readonly why: string };
  readonly milliseconds: number;
}

/** A copy of HEAD with what was built of it, without the compiler's own output, by which errors could be explained: mutants have none either. */
export function copyProject(): { folder: string; drop(): void } {
  const folder = mkdtempSync(join(tmpdir(), "gongsheng-mutants-"));
  const archive = execFileSync("git", ["archive", "--format=tar", "HEAD"], { cwd: root, maxBuffer: 1 << 30 });
  execFileSync("tar", ["xf", "-"], { cwd: folder, input: archive });
  for (const name of ["node_modules", ".tools", "types"]) symlinkSync(join(root, name), join(folder, name), "junction");
  mkdirSync(join(folder, "artifacts"));
  for (const name of readdirSync(join(root, "artifacts"))) if (name !== "build-info") cpSync(join(root, "artifacts", name), join(folder, "artifacts", name), { recursive: true });
  return { folder, drop: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Specs in a copy, in one process that goes on from mutant to mutant. */
export class Runner {
  private child: ChildProcess | undefined;
  private readonly folder: string;
  private readonly artifact: string;
  private readonly lists: readonly [readonly string[], readonly string[]];

  /** `artifact`: the file that `put` changes; `lists`: two lists of specs, by their paths in the project. */
  constructor(folder: string, artifact: string, lists: readonly [readonly string[], readonly string[]]) {
    [this.folder, this.artifact, this.lists] = [folder, join(folder, artifact), lists];
  }

  put(code: Code): void {
    writeFileSync(this.artifact, JSON.stringify({ ...(JSON.parse(readFileSync(this.artifact, "utf8")) as object), ...code }));
  }

  private async start(): Promise<ChildProcess> {
    const child = fork(join(import.meta.dirname, "worker.ts"), [...this.lists[0], "--", ...this.lists[1]], { cwd: this.folder, stdio: ["ignore", "ignore", "inherit", "ipc"] });
    const [said] = (await Promise.race([once(child, "message"), once(child, "exit")])) as [unknown];
    if (said !== "ready") throw new Error(`The specs could not be loaded (exit ${String(said)}).`);
    return child;
  }

  /** Runs a list. Undefined where it took longer than `most`, or where the process broke: the next run begins with a new one. */
  async run(list: 0 | 1, most = 3_600_000): Promise<Ran | undefined> {
    this.child ??= await this.start();
    const child = this.child;
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), most);
    try {
      const answer = Promise.race([once(child, "message", { signal: stop.signal }), once(child, "exit", { signal: stop.signal }).then(() => [undefined])]);
      child.send(list);
      const [ran] = (await answer) as [Ran | undefined];
      if (!ran) this.end();
      return ran;
    } catch {
      this.end();
      return undefined;
    } finally {
      clearTimeout(timer);
      stop.abort();
    }
  }

  end(): void {
    this.child?.kill("SIGKILL");
    this.child = undefined;
  }
}
