import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync, writeFileSync } from "node:fs";
import { setPriority } from "node:os";
import { root } from "./files.ts";

/** How a program ended: its exit code (128 and more for a signal) and all it said, both streams in order of arrival. */
export interface Ended {
  readonly code: number;
  readonly said: string;
}

const running = new Set<ChildProcess>();

/** Ends every program started by `run`, with all that it started itself. */
export function endAll(): void {
  for (const { pid } of running) {
    try {
      // Each leads a group of its own, so that the browser or compiler beneath it goes too.
      if (pid !== undefined) process.kill(-pid, "SIGTERM");
    } catch {
      // It has ended by itself meanwhile.
    }
  }
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.once(signal, () => {
    endAll();
    process.exit(signal === "SIGINT" ? 130 : 143);
  });
}
process.once("exit", endAll);

/** How a program runs. */
export interface Manner {
  /** Takes only what processor time others leave, with all that it starts itself. */
  readonly yielding?: boolean;
}

/** Lets everyone go before a program that has just been started. */
function yieldTo({ pid }: ChildProcess): void {
  try {
    if (pid === undefined) return;
    setPriority(pid, 10);
    // Linux may divide time among sessions before it looks at their programs; each of ours is a session of its own.
    const session = `/proc/${pid}/autogroup`;
    if (existsSync(session)) writeFileSync(session, "10");
  } catch {
    // It has ended already, or this machine knows no priorities: it then runs like any other.
  }
}

/** Runs a program in the project's folder without input and waits for its end. Never throws for a program that fails. */
export async function run(program: string, args: readonly string[], env: Readonly<Record<string, string>> = {}, { yielding = false }: Manner = {}): Promise<Ended> {
  // What is said ends up indented in our own report, and its numbers are read: colours would only be in the way.
  const { FORCE_COLOR: _, ...inherited } = process.env;
  const child = spawn(program, args, { cwd: root, detached: true, stdio: ["ignore", "pipe", "pipe"], env: { ...inherited, NO_COLOR: "1", ...env } });
  running.add(child);
  if (yielding) yieldTo(child);
  const heard: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text: string) => heard.push(text));
  try {
    const [code] = (await once(child, "close")) as [number | null];
    return { code: code ?? 143, said: heard.join("") };
  } catch (error) {
    return { code: 127, said: `${program} could not be started: ${(error as Error).message}` };
  } finally {
    running.delete(child);
  }
}
