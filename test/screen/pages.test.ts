import { expect } from "chai";
import type { Browser } from "playwright-core";
import { pagesFolder } from "../../scripts/lib/pages.ts";
import { serveFolder, type Served } from "../../scripts/lib/serve.ts";
import { openBrowser, openPage } from "../support/screen/browser.ts";

describe("the built pages", () => {
  let browser: Browser;
  let served: Served;

  before(async () => {
    [browser, served] = await Promise.all([openBrowser(), serveFolder(pagesFolder)]);
  });

  after(async () => {
    await browser.close();
    await served.close();
  });

  for (const locale of ["zh-CN", "en-GB"] as const) {
    it(`open without asking any other host for anything (${locale})`, async () => {
      const { page } = await openPage(browser, locale);
      const asked: string[] = [];
      page.on("request", (request) => asked.push(new URL(request.url()).hostname));
      await page.goto(served.url);
      await page.locator("#root > *").first().waitFor();
      expect(await page.title()).to.not.equal("");
      expect([...new Set(asked)]).to.deep.equal(["127.0.0.1"]);
      await page.context().close();
    });
  }
});
