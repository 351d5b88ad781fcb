// A practice cooperative on free ports, quietly, for screen tests and for the pictures of the documents.
import { randomUUID } from "node:crypto";
import { buildPages, pagesFolder } from "../lib/pages.ts";
import type { Practice, PracticeSeat } from "../lib/practice.ts";
import { serveFolder } from "../lib/serve.ts";
import { type Chain, startChain, tellSeed } from "./chain.ts";

/** A seeded chain and the pages beside it. */
export interface Stage {
  /** Where the pages are, with a slash at the end. */
  readonly url: string;
  /** The chain itself. */
  readonly rpc: string;
  /** Where the pages look for the chain: the chain itself unless `between` put something there. */
  readonly door: string;
  readonly seats: readonly PracticeSeat[];
  /** The deployment record beside the pages. */
  readonly deployment: Practice["deployment"];
  /** Starts the chain anew at the same address: the same cooperative block for block, and another run. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

export interface StageOptions {
  /** The path below which the pages are served; the house must work from any. */
  readonly below?: string;
  /** Files of published data: path → text. */
  readonly files?: ReadonlyMap<string, string>;
  /** Puts something between pages and chain: gets the chain's address and gives the one that the pages are told. */
  readonly between?: (rpc: string) => Promise<string>;
}

/** Starts a stage of its own: chain, seed, pages. Contracts must be compiled. Takes about three seconds once the pages are built. */
export async function startStage({ below = "/", files: more = new Map(), between = async (rpc) => rpc }: StageOptions = {}): Promise<Stage> {
  await buildPages();
  let chain: Chain = await startChain(0);
  const { url: rpc, port } = chain;
  const door = await between(rpc);
  const files = new Map<string, string>();
  const tell = async (): Promise<Practice> => {
    const practice = await tellSeed(rpc, () => undefined);
    const record = { ...practice.deployment, rpc: door, run: randomUUID(), seats: practice.seats };
    files.set(`${below}deployment.json`, JSON.stringify(record));
    for (const [name, text] of practice.evidence) files.set(`${below}evidence/${name}`, text);
    for (const [name, text] of practice.statements) files.set(`${below}statements/${name}`, text);
    for (const [name, text] of practice.bundles) files.set(`${below}offnet/${name}`, text);
    return practice;
  };
  const { deployment, seats } = await tell();
  for (const [path, text] of more) files.set(`${below}${path}`, text);
  const served = await serveFolder(pagesFolder, 0, (path) => files.get(path), below);
  return {
    url: `${served.url}${below.slice(1)}`,
    rpc,
    door,
    seats,
    deployment,
    async restart() {
      // As with npm start: what says which run it is comes last.
      files.delete(`${below}deployment.json`);
      await chain.close();
      chain = await startChain(port);
      if (chain.port !== port) throw new Error(`Port ${port} was taken by another program meanwhile.`);
      await tell();
    },
    close: async () => void (await Promise.allSettled([served.close(), chain.close()])),
  };
}
