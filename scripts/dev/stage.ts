// A practice cooperative on free ports, quietly, for screen tests and for the pictures of the documents.
import { randomUUID } from "node:crypto";
import { buildPages, pagesFolder } from "../lib/pages.ts";
import type { PracticeSeat } from "../lib/practice.ts";
import { serveFolder } from "../lib/serve.ts";
import { startChain, tellSeed } from "./chain.ts";

/** A seeded chain and the pages beside it. */
export interface Stage {
  /** Where the pages are, with a slash at the end. */
  readonly url: string;
  readonly rpc: string;
  readonly seats: readonly PracticeSeat[];
  close(): Promise<void>;
}

export interface StageOptions {
  /** The path below which the pages are served; the house must work from any. */
  readonly below?: string;
  /** Files of published data: path → text. */
  readonly files?: ReadonlyMap<string, string>;
}

/** Starts a stage of its own: chain, seed, pages. Contracts must be compiled. Takes about three seconds once the pages are built. */
export async function startStage({ below = "/", files: more = new Map() }: StageOptions = {}): Promise<Stage> {
  await buildPages();
  const chain = await startChain(0);
  const { deployment, seats, evidence } = await tellSeed(chain.url, () => undefined);
  const record = { ...deployment, rpc: chain.url, run: randomUUID(), seats };
  const files = new Map<string, string>([[`${below}deployment.json`, JSON.stringify(record)]]);
  for (const [name, text] of evidence) files.set(`${below}evidence/${name}`, text);
  for (const [path, text] of more) files.set(`${below}${path}`, text);
  const served = await serveFolder(pagesFolder, 0, (path) => files.get(path), below);
  return {
    url: `${served.url}${below.slice(1)}`,
    rpc: chain.url,
    seats,
    close: async () => void (await Promise.allSettled([served.close(), chain.close()])),
  };
}
