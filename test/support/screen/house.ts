import type { Browser } from "playwright-core";
import { startStage, type Stage } from "../../../scripts/dev/stage.ts";
import { openBrowser } from "./browser.ts";

/** A stage with a browser to look at it. */
export interface House extends Stage {
  readonly browser: Browser;
}

/** Opens a house; `close` ends all of it. */
export async function openHouse(): Promise<House> {
  const [stage, browser] = await Promise.all([startStage(), openBrowser()]);
  return { ...stage, browser, close: async () => void (await Promise.allSettled([browser.close(), stage.close()])) };
}
