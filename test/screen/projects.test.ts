import { expect } from "chai";
import type { ProjectId } from "#client/chain/ids.ts";
import { takeSeat } from "../../scripts/dev/visitor.ts";
import { send, sheet } from "../support/screen/acts.ts";
import { openFor, openPage } from "../support/screen/browser.ts";
import { goTo } from "../support/screen/checks.ts";
import { readBooks } from "../support/screen/claims.ts";
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

  it("say what closing means, and count the stewards who ask for it", async () => {
    const { page, complaints } = await openFor(house.browser, { locale: "en-GB" });
    const { stewards } = (await readBooks(house)).work.projects.get(1 as ProjectId)!;
    await takeSeat(page, house, stewards[0]!, "en");
    await goTo(page, house.url, "/p/1");
    await page.getByRole("button", { name: "Ask to close it" }).click();
    await send(page, "en");
    await sheet(page).getByText("Recorded that you ask.").waitFor();
    await page.keyboard.press("Escape");
    await page.getByText(/^1 steward asks to close it/).waitFor();
    await page.getByRole("button", { name: "Ask no more" }).waitFor();
    expect(complaints).to.deep.equal([]);
    await page.context().close();
  });

  it("say of a closed project that it is closed, offer no record there, and tell its grade and its vote", async () => {
    const { page } = await openPage(house.browser, "en-GB");
    const closed = [...(await readBooks(house)).work.projects.values()].find(({ closing }) => closing !== null)!;
    await goTo(page, house.url, `/p/${closed.id}`);
    await page.getByText(/^Closed since epoch/).waitFor();
    expect(await page.getByRole("link", { name: "Record a contribution" }).count()).to.equal(0);
    await page.getByRole("img", { name: `Grade ${closed.grade}` }).waitFor();
    const history = page.getByRole("table", { name: "Charters so far" });
    expect(await history.locator('a[href^="#/s/"]').count()).to.equal(1);
    expect(await history.locator('a[href^="#/v/"]').count()).to.equal(1);
    await page.context().close();
  });

  itKeepsEveryPage(() => house, { "the list of projects": () => "/projects", "a project": () => "/p/1", "a project without batches": () => "/p/2", "a number of no project": () => "/p/999" });
});
