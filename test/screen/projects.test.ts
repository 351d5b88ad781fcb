import { expect } from "chai";
import { openPage } from "../support/screen/browser.ts";
import { goTo } from "../support/screen/checks.ts";
import { itKeepsEveryPage } from "../support/screen/everyPage.ts";
import { type House, openHouse } from "../support/screen/house.ts";

const said = {
  "zh-CN": { mill: "稻米坊", matches: "项目说与链上摘要一致", state: "状态", holders: "谁持有份额" },
  "en-GB": { mill: "Rice Mill", matches: "The statement matches its digest on chain", state: "State", holders: "Who holds shares" },
} as const;

describe("the pages about projects", () => {
  let house: House;
  before(async () => {
    house = await openHouse();
  });
  after(() => house.close());

  for (const locale of ["zh-CN", "en-GB"] as const) {
    const t = said[locale];

    it(`leads from the list to a project, whose statement is checked and whose charter is told in words (${locale})`, async () => {
      const { page } = await openPage(house.browser, locale);
      await goTo(page, house.url, "/projects");
      await page.getByRole("link", { name: t.mill }).click();
      await page.getByRole("heading", { level: 1, name: t.mill }).waitFor();
      await page.getByText(t.matches).waitFor();
      expect(await page.locator("main").innerText()).to.match(/2,400/);
      await page.context().close();
    });

    it(`says how many hold shares before it draws them, and each number opens (${locale})`, async () => {
      const { page } = await openPage(house.browser, locale);
      await goTo(page, house.url, "/p/1");
      const table = page.getByRole("table", { name: t.holders });
      const rows = await table.locator("tbody tr").count();
      expect(rows).to.be.greaterThan(0);
      const section = page.locator("section", { has: page.getByRole("heading", { name: t.holders }) }).last();
      expect(await section.innerText()).to.match(new RegExp(`(^|\\s)${rows}(位| )`));
      expect(await table.locator('a[href^="#/why/"]').count()).to.equal(rows);
      await page.context().close();
    });

    it(`lists records by state (${locale})`, async () => {
      const { page } = await openPage(house.browser, locale);
      await goTo(page, house.url, "/p/1");
      const all = await page.locator('main a[href^="#/c/"]').count();
      await page.getByRole("combobox", { name: t.state }).selectOption("waiting");
      const waiting = page.locator('main a[href^="#/c/"]');
      expect(await waiting.count()).to.be.greaterThan(0).and.lessThan(all);
      await page.getByRole("combobox", { name: t.state }).selectOption("all");
      expect(await page.locator('main a[href^="#/c/"]').count()).to.equal(all);
      await page.context().close();
    });
  }

  itKeepsEveryPage(() => house, { "the list of projects": () => "/projects", "a project": () => "/p/1", "a project without batches": () => "/p/2", "a number of no project": () => "/p/999" });
});
