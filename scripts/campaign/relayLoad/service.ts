// The service as its operator runs it: a process of its own, which can be killed.
import { type ChildProcess, spawn } from "node:child_process";
import { root } from "../../lib/files.ts";

export interface Running {
  readonly url: string;
  readonly pid: number;
  readonly said: () => string;
  /** Ends it by force, at once. */
  kill(): Promise<void>;
}

/** Starts `coop relay --serve` and waits until it listens. Throws with what it said where it does not. */
export async function startProcess(args: readonly string[]): Promise<Running> {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(LC_|LANG|NODE_OPTIONS|NODE_V8_COVERAGE|INIT_CWD)/.test(name)));
  const child = spawn(process.execPath, ["scripts/coop.ts", "relay", "--serve", "--port", "0", ...args], { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  const ended = new Promise<void>((done) => child.once("close", () => done()));
  const url = await new Promise<string>((done, failed) => {
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (text: string) => {
        said += text;
        const found = / at (http:\/\/\S+)/.exec(said)?.[1];
        if (found) done(found);
      });
    child.once("close", (code) => failed(new Error(`The service ended with ${code}: ${said}`)));
  });
  return { url, pid: child.pid!, said: () => said, kill: () => kill(child, ended) };
}

async function kill(child: ChildProcess, ended: Promise<void>): Promise<void> {
  child.kill("SIGKILL");
  await ended;
}
