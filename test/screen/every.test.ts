import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect } from "chai";
import type { Browser } from "playwright-core";
import { readText } from "../../scripts/lib/files.ts";
import { startStage, type Stage } from "../../scripts/dev/stage.ts";
import { takeSeat } from "../../scripts/dev/visitor.ts";
import { openBrowser, openFor, type WatchedPage } from "../support/screen/browser.ts";
import { firstBatch, readBooks, recordsOf } from "../support/screen/claims.ts";
import { type Language, locales, words } from "../support/screen/words.ts";

/** The numbers and names that stand in for the parts of an address which a page fills in: those of the seed. */
type Fill = (stage: Stage) => Promise<string>;
const batch: Fill = async (stage) => (await firstBatch(stage)).id;
const record: Fill = async (stage) => (await recordsOf(stage, 1))[0]!.id;
const statement: Fill = async (stage) => [...(await readBooks(stage)).work.statements.keys()][0]!;
const one: Fill = async () => "1";
const proposal: Fill = async (stage) => String([...(await readBooks(stage)).governance.proposals.keys()][0]);
const offer: Fill = async (stage) => [...(await readBooks(stage)).price.offers.keys()].at(-1)!;
const request: Fill = async (stage) => [...(await readBooks(stage)).price.requests.keys()][0]!;
const order: Fill = async (stage) => [...(await readBooks(stage)).price.orders.keys()].at(-1)!;
const filled: Readonly<Record<string, Readonly<Record<string, Fill>>>> = {
  "/m/$id": { $id: one },
  "/market/offer/$id": { $id: offer },
  "/market/request/$id": { $id: request },
  "/market/order/$id": { $id: order },
  "/p/$id": { $id: one },
  "/batches/$id": { $id: batch },
  "/c/$id": { $id: record },
  "/v/$id": { $id: proposal },
  "/s/$id": { $id: statement },
  "/why/$member": { $member: one },
  "/why/$member/$project": { $member: one, $project: one },
};

/** Every route that the house has, from its own list, so that a new page cannot be forgotten here. */
const routes = [...readText("frontend/app/router.ts").matchAll(/\broute\(\s*"([^"]+)"/g)].map(([, path]) => path!);

/** A route as an address. Throws for a part that nobody said how to fill. */
async function addressOf(route: string, stage: Stage): Promise<string> {
  const parts = await Promise.all(
    route.split("/").map(async (part) => {
      if (!part.startsWith("$")) return part;
      const fill = filled[route]?.[part];
      if (!fill) throw new Error(`Say in this file what ${part} of ${route} is.`);
      return fill(stage);
    }),
  );
  return parts.join("/");
}

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface Violation {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

/** What stands between the page and its readers: one line each, the serious ones only. */
async function barriers({ page }: WatchedPage): Promise<string[]> {
  if (!(await page.evaluate("typeof axe === 'object'"))) await page.evaluate(axe);
  const { violations } = await page.evaluate<{ violations: Violation[] }>("axe.run(document, { resultTypes: ['violations'], selectors: false })");
  const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  return serious.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary.replaceAll("\n", " ").slice(0, 160)}`));
}

/** By how many pixels a page is wider than its window, and what sticks out. */
const overhang = ({ page }: WatchedPage): Promise<string[]> =>
  page.evaluate(() => {
    const wide = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= wide) return [];
    const out = [...document.querySelectorAll("main *, header *")].filter((element) => element.getBoundingClientRect().right > wide + 1);
    return [`${document.documentElement.scrollWidth} px in ${wide}`, ...out.slice(0, 5).map((element) => element.outerHTML.slice(0, 120))];
  });

const below = "/ipfs/x/";
const languages: readonly Language[] = ["zh", "en"];

describe("every page, served below /ipfs/x/,", () => {
  let browser: Browser;
  let stage: Stage;

  before(async () => {
    [browser, stage] = await Promise.all([openBrowser(), startStage({ below })]);
  });

  after(async () => {
    await browser.close();
    await stage.close();
  });

  for (const language of languages)
    for (const dark of [false, true])
      describe(`in ${language}, ${dark ? "dark" : "light"},`, () => {
        let watched: WatchedPage;

        before(async () => {
          watched = await openFor(browser, { locale: locales[language], dark });
          await takeSeat(watched.page, stage, 1, language);
        });

        after(() => watched.page.context().close());

        for (const route of routes)
          it(`${route} reads well, fits a phone, has one heading and asks nobody else`, async () => {
            const { page, complaints, asked } = watched;
            await page.setViewportSize({ width: 1280, height: 900 });
            await page.goto(`${stage.url}#/help`);
            await page.goto(`${stage.url}#${await addressOf(route, stage)}`);
            await settle(watched);
            expect(await page.locator("h1").count(), "headings of the first rank").to.equal(1);
            expect(await page.evaluate(() => document.documentElement.lang)).to.equal(words[language].lang);
            const shown = await page.locator("body").innerText();
            expect(shown).to.not.match(/\bundefined\b|\bNaN\b|Invalid Date|\[object /);
            expect(await barriers(watched), "barriers on a desk").to.deep.equal([]);
            for (const width of [320, 360]) {
              await page.setViewportSize({ width, height: 740 });
              expect(await overhang(watched), `what sticks out at ${width} px`).to.deep.equal([]);
            }
            expect(await barriers(watched), "barriers on a phone").to.deep.equal([]);
            expect([...asked].sort()).to.deep.equal([new URL(stage.url).origin, new URL(stage.rpc).origin].sort());
            expect(complaints.splice(0)).to.deep.equal([]);
          });
      });

  for (const language of languages)
    it(`can be skipped to its contents, and the focus moves to the heading of the next (${language})`, async () => {
      const watched = await openFor(browser, { locale: locales[language] });
      const { page } = watched;
      await page.goto(stage.url);
      await settle(watched);
      await page.keyboard.press("Tab");
      expect(await page.evaluate(() => document.activeElement?.textContent)).to.equal(words[language].skip);
      await page.keyboard.press("Enter");
      expect(await page.evaluate(() => document.activeElement?.id)).to.equal("main");
      for (const route of routes.filter((path) => path !== "/")) {
        const address = await addressOf(route, stage);
        await page.evaluate((hash) => void (location.hash = hash), address);
        await page.waitForFunction(() => document.activeElement?.tagName === "H1", null, { timeout: 5_000 }).catch(() => {
          throw new Error(`On ${route} the focus did not move to the heading.`);
        });
      }
      await page.context().close();
    });
});

/** Waits until the books are read and nothing is being fetched any more. */
async function settle({ page }: WatchedPage): Promise<void> {
  await page.locator("h1").waitFor();
  // The page of the parts shows a skeleton for show.
  await page.waitForFunction(() => location.hash.endsWith("/_states") || !document.querySelector(".skeleton"));
  await page.waitForLoadState("networkidle");
}
