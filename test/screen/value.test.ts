import { expect } from "chai";
import type { Page } from "playwright-core";
import { takeSeat } from "../../scripts/dev/visitor.ts";
import { readyToSend, send, sheet } from "../support/screen/acts.ts";
import { openPage } from "../support/screen/browser.ts";
import { goTo } from "../support/screen/checks.ts";
import { connectWallet } from "../support/screen/connect.ts";
import { itKeepsEveryPage } from "../support/screen/everyPage.ts";
import { type House, openHouse } from "../support/screen/house.ts";
import { offerWallet, type Wallet } from "../support/screen/wallet.ts";

const said = {
  "zh-CN": { language: "zh", draw: "领取", others: "替别人领取", title: /份是怎么来的$/, columns: "由份额拆到凭证", check: "自己核对", ask: "现在就问节点", same: "一致", differs: "不一致", matches: /摘要相符/, done: /领到90份。/, nothing: "现在没有可领的份额。", rejected: "什么也没有发送", epochTwo: /^第2期计入/, untilFinal: "把时间拨到第2期定局" },
  "en-GB": { language: "en", draw: "Draw", others: "Draw for somebody else", title: /^Why .* shares$/, columns: "From shares to evidence", check: "Check this yourself", ask: "Ask the node now", same: "the same", differs: "not the same", matches: /hash matches/, done: /Drew 90 shares\./, nothing: "There is nothing to draw now.", rejected: "nothing was sent", epochTwo: /^Epoch 2\d+ credit/, untilFinal: "Move time on until epoch 2 is final" },
} as const;

/** A member of the seed with one lot that can be drawn, and shares that were drawn before. */
const LIN = 1;

for (const locale of ["zh-CN", "en-GB"] as const) {
  const t = said[locale];
  describe(`shares and where they come from (${locale})`, () => {
    let house: House;
    before(async () => {
      house = await openHouse();
    });
    after(() => house.close());

    const openWithWallet = async (): Promise<{ page: Page; wallet: Wallet; complaints: string[] }> => {
      const { page, complaints } = await openPage(house.browser, locale);
      const wallet = await offerWallet(page.context(), house, { name: "Test Wallet", member: LIN });
      await goTo(page, house.url, "/shares");
      await connectWallet(page);
      return { page, wallet, complaints };
    };

    it("takes drawn shares apart down to evidence whose hash matches", async () => {
      const { page, complaints } = await openPage(house.browser, locale);
      await goTo(page, house.url, `/why/${LIN}`);
      expect(await page.locator("h1").innerText()).to.match(t.title);
      const columns = page.getByRole("group", { name: t.columns, exact: true });
      await columns.getByText(t.matches).first().waitFor();
      expect(await columns.locator("> [role=group]").count()).to.equal(5);
      expect(complaints).to.deep.equal([]);
      await page.context().close();
    });

    it("puts its numbers to the node, and the node says the same", async () => {
      const { page } = await openPage(house.browser, locale);
      await goTo(page, house.url, `/why/${LIN}`);
      await page.getByRole("button", { name: t.check }).click();
      const dialog = page.getByRole("dialog");
      const questions = await dialog.getByRole("button", { name: t.ask }).count();
      expect(questions).to.equal(4);
      for (let asked = 0; asked < questions; asked += 1) {
        await dialog.getByRole("button", { name: t.ask }).first().click();
        await dialog.getByText(t.same, { exact: true }).nth(asked).waitFor();
      }
      expect(await dialog.getByText(t.differs, { exact: true }).count()).to.equal(0);
      await page.context().close();
    });

    it("loses nothing when the wallet rejects, and draws when it signs", async () => {
      const { page, wallet, complaints } = await openWithWallet();
      wallet.rejectSend = 1;
      await page.getByRole("button", { name: t.draw, exact: true }).first().click();
      await send(page, t.language);
      await sheet(page).getByText(t.rejected).waitFor();
      await readyToSend(page, t.language);
      await send(page, t.language);
      await page.getByText(t.done).first().waitFor();
      await page.keyboard.press("Escape");
      await page.getByText(t.nothing).waitFor();
      expect(complaints).to.deep.equal([]);
      await page.context().close();
    });

    it("moves a practice network's time until what is on its way can be drawn", async () => {
      const { page } = await openPage(house.browser, locale);
      await takeSeat(page, house, LIN, t.language);
      await goTo(page, house.url, "/shares");
      const drawable = page.getByRole("listitem").filter({ hasText: t.epochTwo }).getByRole("button", { name: t.draw, exact: true });
      await page.getByRole("heading", { name: t.others }).waitFor();
      expect(await drawable.count()).to.equal(0);
      await page.getByRole("button", { name: t.untilFinal, exact: true }).click();
      await drawable.waitFor();
      await page.context().close();
    });
  });
}

describe("the pages of shares", () => {
  let house: House;
  before(async () => {
    house = await openHouse();
  });
  after(() => house.close());

  itKeepsEveryPage(() => house, { shares: () => "/shares", "why a member": () => `/why/${LIN}`, "why one lot": () => `/why/${LIN}/1?epoch=1` });
});
