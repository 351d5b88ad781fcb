import { randomUUID } from "node:crypto";
import type { Browser } from "playwright-core";
import { startChain, tellSeed } from "../../../scripts/dev/chain.ts";
import { buildPages, pagesFolder } from "../../../scripts/lib/pages.ts";
import type { Practice } from "../../../scripts/lib/practice.ts";
import { serveFolder } from "../../../scripts/lib/serve.ts";
import { openBrowser } from "./browser.ts";

/** A seeded practice cooperative on a chain of its own, its pages served, and a browser. */
export interface House {
  /** Where the pages are; ends with a slash. */
  readonly url: string;
  /** Where the chain is. */
  readonly rpc: string;
  readonly practice: Practice;
  readonly browser: Browser;
  close(): Promise<void>;
}

/** Opens a house. The seed is the same every time; `close` ends all of it. */
export async function openHouse(): Promise<House> {
  const [chain, browser] = await Promise.all([startChain(18_545), openBrowser(), buildPages()]);
  const practice = await tellSeed(chain.url, () => undefined);
  const record = JSON.stringify({ ...practice.deployment, rpc: chain.url, run: randomUUID(), seats: practice.seats });
  const made = (path: string) => (path === "/deployment.json" ? record : practice.evidence.get(path.replace(/^\/evidence\//, "")));
  const served = await serveFolder(pagesFolder, 0, made);
  const close = async () => {
    await browser.close();
    await Promise.all([served.close(), chain.close()]);
  };
  return { url: served.url, rpc: chain.url, practice, browser, close };
}
