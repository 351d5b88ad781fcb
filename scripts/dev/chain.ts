import { createServer } from "node:http";
import hre from "hardhat";
import type { Both, Practice } from "../lib/practice.ts";
import { listenFrom } from "../lib/serve.ts";
import { seed } from "../seed/seed.ts";

/** Compiles what has changed. Throws with the compiler's words, which it also prints. */
export async function compile(): Promise<void> {
  await hre.tasks.getTask("build").run({ noTests: true, quiet: true });
}

/** A chain in this process, reachable on this machine alone. */
export interface Chain {
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

/** Starts an empty practice chain on the first free port from `port` (0: any). */
export async function startChain(port: number): Promise<Chain> {
  // Any port is chosen and taken in one step: one that was only looked for might be gone when it is wanted.
  const server = await hre.network.createServer("node", "127.0.0.1", port === 0 ? 0 : await freeFrom(port));
  const { port: taken } = await server.listen();
  return { url: `http://127.0.0.1:${taken}`, port: taken, close: () => server.close() };
}

/** The first free port from `port`. */
async function freeFrom(port: number): Promise<number> {
  const probe = createServer();
  const free = await listenFrom(probe, port);
  await new Promise<void>((done) => void probe.close(() => done()));
  return free;
}

/** Founds the cooperative on an empty chain and tells its life. */
export async function tellSeed(url: string, tell: (part: Both) => void): Promise<Practice> {
  return seed(await hre.network.create({ network: "practice", chainType: "l1", override: { url } }), tell);
}
