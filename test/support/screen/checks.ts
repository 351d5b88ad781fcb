import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe looks for: everything, or whether words stand out from what is behind them. */
export type Barriers = "all" | "contrast";

/** What axe finds serious or critical on a page, a line each: rule and element. */
export async function findBarriers(page: Page, sought: Barriers = "all"): Promise<string[]> {
  if (!(await page.evaluate("typeof axe === 'object'"))) await page.evaluate(axeSource);
  return page.evaluate(async (rules) => {
    const { axe } = globalThis as unknown as { axe: { run(where: Document, how: object): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }> } };
    // What passes is not told element by element, nor how to find each: that takes half of the time.
    const { violations } = await axe.run(document, { resultTypes: ["violations"], selectors: false, ...(rules === "all" ? {} : { runOnly: ["color-contrast"] }) });
    return violations.filter(({ impact }) => impact === "serious" || impact === "critical").flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
  }, sought);
}

/** By how many pixels a page is wider than its window; 0 where it fits. */
export const overflowOf = (page: Page): Promise<number> => page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - innerWidth));

/** Goes to a page of the house and waits until its books are read. */
export async function goTo(page: Page, url: string, path: string): Promise<void> {
  await page.goto(`${url}#${path}`);
  await page.locator("main h1").waitFor();
  await page.locator("main .skeleton").first().waitFor({ state: "detached" });
}
