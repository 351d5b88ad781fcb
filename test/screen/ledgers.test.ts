import { readFileSync } from "node:fs";
import { expect } from "chai";
import type { Locator, Page } from "playwright-core";
import type { MemberId, Token } from "#client/chain/ids.ts";
import { allDividendsOf, purseOf } from "#client/price/accounts.ts";
import { holderOfMember } from "#client/price/holders.ts";
import { takeSeat } from "../../scripts/dev/visitor.ts";
import { send } from "../support/screen/acts.ts";
import { openPage } from "../support/screen/browser.ts";
import { goTo } from "../support/screen/checks.ts";
import { readBooks } from "../support/screen/claims.ts";
import { type House, openHouse } from "../support/screen/house.ts";

const said = {
  "zh-CN": {
    language: "zh", value: "价值账", price: "价格账", band: /^盈余 → 盈余分配/, chosen: "盈余 → 盈余分配", all: "看全部", more: /^其余\d+笔$/, unit: "份", csv: "导出价格账", draw: /^领取.*的盈余$/, done: /^盈余.*已进钱袋/, sources: "从哪里来", orders: /笔订单的盈余$/, print: "打印", asOf: /按区块\d+/, coop: "青溪合作社", closing: "期末",
    spend: /^动用一个项目的公积/, project: "哪一个项目", token: "哪一种代币", to: "付给谁", amount: "数目", repair: "修理角 · 2", toldRepair: /从修理角.*的公积里付¤0\.70给/,
  },
  "en-GB": {
    language: "en", value: "Value ledger", price: "Price ledger", band: /^Surplus → Dividends/, chosen: "Surplus → Dividends", all: "Show all", more: /^\d+ more$/, unit: "shares", csv: "Export price", draw: /^Draw the dividends of/, done: /of dividends are in the purse/, sources: "What it came of", orders: /^Surplus of \d+ orders?$/, print: "Print", asOf: /as of block \d+/, coop: "Qingxi Co-op", closing: "Closing",
    spend: /^Spend a project's reserve/, project: "Which project", token: "Which token", to: "Paid to", amount: "Amount", repair: "Repair Corner · 2", toldRepair: /Pay ¤0\.70 to .* out of the reserve of Repair Corner/,
  },
} as const;

const LIN = 1 as MemberId;
/** Hundredths of practice money in a text; every amount in it. */
const cents = (text: string): number[] => [...text.matchAll(/¤([\d,]+)\.(\d\d)/g)].map(([, whole, rest]) => Number(whole!.replaceAll(",", "")) * 100 + Number(rest));
const sum = (list: readonly number[]): number => list.reduce((all, one) => all + one, 0);

for (const locale of ["zh-CN", "en-GB"] as const) {
  const t = said[locale];
  describe(`the two ledgers (${locale})`, () => {
    let house: House;
    before(async () => {
      house = await openHouse();
    });
    after(() => house.close());

    const ledgerOf = (page: Page, name: string): Locator => page.getByRole("main").getByRole("region", { name, exact: true });

    it("stand apart, and a band opens by key to the orders whose parts it is the sum of", async () => {
      const { page, complaints } = await openPage(house.browser, locale);
      await goTo(page, house.url, "/ledgers");
      const [value, price] = [ledgerOf(page, t.value), ledgerOf(page, t.price)];
      await price.getByText(/¤\d/).first().waitFor();
      expect(await value.innerText()).to.include(t.unit).and.not.include("¤");
      expect(await price.innerText()).to.not.match(t.language === "zh" ? /\d份/ : /\bshares\b/);
      const band = price.getByRole("button", { name: t.band });
      const [whole] = cents((await band.getAttribute("aria-label"))!);
      await band.focus();
      await page.keyboard.press("Enter");
      await price.getByRole("status").filter({ hasText: t.chosen }).waitFor();
      const more = price.getByRole("button", { name: t.more });
      if (await more.isVisible()) await more.click();
      const parts = cents((await price.locator("ul > li").allInnerTexts()).join("\n"));
      expect(parts.length).to.be.greaterThan(2);
      // Each part is cut at its second place, so that they may come to a little less than the whole.
      expect(sum(parts)).to.be.within(whole! - parts.length, whole!);
      await price.getByRole("button", { name: t.all }).click();
      expect(complaints).to.deep.equal([]);
      await page.context().close();
    });

    it("go into a file in which every price is its costs, what went back and its surplus, and every surplus its parts", async () => {
      const { page } = await openPage(house.browser, locale);
      await goTo(page, house.url, "/ledgers");
      const [download] = await Promise.all([page.waitForEvent("download"), ledgerOf(page, t.price).getByRole("button", { name: t.csv }).click()]);
      const [heads, ...rows] = readFileSync(await download.path(), "utf8").trim().split("\r\n").map((line) => line.split(","));
      expect(heads!.length).to.equal(16);
      expect(rows.length).to.be.greaterThan(5);
      for (const row of rows) {
        const [price, costs, back, surplus, ...parts] = row.slice(7).map((text) => Math.round(Number(text) * 1e6));
        expect(costs! + back! + surplus!, row.join()).to.equal(price);
        expect(sum(parts), row.join()).to.equal(surplus);
      }
      await page.context().close();
    });

    it("give a dividend down to its orders, pay it into the purse, and state it on paper", async () => {
      const { page, complaints } = await openPage(house.browser, locale);
      await takeSeat(page, house, LIN, t.language);
      const before = await readBooks(house);
      const now = Number(await page.evaluate(() => Date.now() / 1000));
      const [token] = [...before.price.tokens.keys()] as [Token];
      await goTo(page, house.url, "/ledgers/dividends");
      const main = page.getByRole("main");
      await main.getByText(t.sources).first().click();
      await main.getByText(t.orders).first().waitFor();
      await main.getByRole("button", { name: t.draw }).first().click();
      await send(page, t.language);
      await page.getByText(t.done).first().waitFor();
      await page.keyboard.press("Escape");
      const after = await readBooks(house);
      const gained = purseOf(after, holderOfMember(LIN), token) - purseOf(before, holderOfMember(LIN), token);
      expect(gained > 0n && gained === after.price.draws.at(-1)!.amount, `${gained}`).to.equal(true);
      expect(allDividendsOf(after, LIN, now).find(({ project }) => project === after.price.draws.at(-1)!.project)?.owed).to.equal(0n);
      await goTo(page, house.url, "/ledgers/statement");
      await main.getByRole("button", { name: t.print }).waitFor();
      await page.emulateMedia({ media: "print" });
      await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
      expect(await main.getByRole("button", { name: t.print }).isVisible()).to.equal(false);
      const paper = await page.locator("body").innerText();
      expect(paper).to.include(t.coop).and.match(t.asOf).and.include(t.closing);
      expect(await page.locator("details[data-lines] table").first().isVisible()).to.equal(true);
      expect(complaints).to.deep.equal([]);
      await page.context().close();
    });

    it("let a vote on a reserve be written, and tell it in one sentence beside what it may be at most", async () => {
      const { page, complaints } = await openPage(house.browser, locale);
      await goTo(page, house.url, "/decide/new");
      const main = page.getByRole("main");
      await main.getByRole("radio", { name: t.spend }).check();
      await main.getByLabel(t.project, { exact: true }).selectOption({ label: t.repair });
      await main.getByLabel(t.token, { exact: true }).selectOption({ index: 1 });
      await main.getByLabel(t.amount, { exact: true }).fill("0.7");
      await main.getByLabel(t.to, { exact: true }).fill("2");
      await main.getByText(t.toldRepair).first().waitFor();
      expect(complaints).to.deep.equal([]);
      await page.context().close();
    });
  });
}
