import { expect } from "chai";
import { isRecommended } from "#client/work/versions.ts";
import { takeSeat } from "../../scripts/dev/visitor.ts";
import { send, sheet } from "../support/screen/acts.ts";
import { openFor, openPage } from "../support/screen/browser.ts";
import { goTo } from "../support/screen/checks.ts";
import { readBooks } from "../support/screen/claims.ts";
import { itKeepsEveryPage } from "../support/screen/everyPage.ts";
import { type House, openHouse } from "../support/screen/house.ts";
import { type Language, locales } from "../support/screen/words.ts";

const said = {
  zh: { recommended: "推荐书架", all: "全部文章", title: "标题", summary: "摘要", text: "正文", review: "过目", published: "文章已发表，正在评议。", toIt: "看这一页", noRate: "A以上：进入推荐书架" },
  en: { recommended: "Recommended", all: "All articles", title: "Title", summary: "Summary", text: "The text", review: "Review", published: "The article is published and in review.", toIt: "See its page", noRate: "A or above: on the recommended shelf" },
} as const;

const told = {
  zh: { title: "怎样磨镰刀", summary: "磨刀石、水和角度。", body: "## 先看刃\n\n对着光看，亮线就是钝的地方。\n" },
  en: { title: "How to sharpen a sickle", summary: "Stone, water and the angle.", body: "## Look at the edge\n\nHold it to the light: a bright line is where it is blunt.\n" },
} as const;

const languages: readonly Language[] = ["zh", "en"];

describe("the pages of concurrent learning", () => {
  let house: House;
  let article = "";
  before(async () => {
    house = await openHouse();
    const ledger = await readBooks(house);
    const now = Math.max(...ledger.timeline.map(({ at }) => at));
    article = [...ledger.work.statements.values()].find((record) => isRecommended(record, now))!.id;
  });
  after(() => house.close());

  for (const language of languages) {
    const [t, locale] = [said[language], locales[language]];

    it(`are read without a wallet, from the shelf to the last mark (${language})`, async () => {
      const { page, complaints } = await openPage(house.browser, locale);
      await goTo(page, house.url, "/learn");
      await page.getByRole("heading", { name: t.recommended }).waitFor();
      const shelf = page.locator("section", { has: page.getByRole("heading", { name: t.recommended }) }).last();
      await shelf.getByRole("link").first().click();
      await page.getByText(t.noRate).waitFor();
      expect(await page.getByRole("dialog").count()).to.equal(0);
      expect(complaints).to.deep.equal([]);
      await page.context().close();
    });

    it(`take a new article, which is in review at once (${language})`, async () => {
      const { page, complaints } = await openFor(house.browser, { locale });
      await takeSeat(page, house, language === "zh" ? 2 : 5, language);
      await goTo(page, house.url, "/learn/new");
      const main = page.getByRole("main");
      await main.getByRole("textbox", { name: t.title, exact: true }).fill(told[language].title);
      await main.getByRole("textbox", { name: t.summary, exact: true }).fill(told[language].summary);
      await main.getByRole("textbox", { name: t.text, exact: true }).fill(told[language].body);
      await page.getByRole("button", { name: t.review, exact: true }).click();
      await send(page, language);
      await sheet(page).getByText(t.published).waitFor();
      await page.keyboard.press("Escape");
      await page.getByRole("link", { name: t.toIt }).click();
      await page.getByRole("heading", { level: 1, name: told[language].title }).waitFor();
      await goTo(page, house.url, "/learn");
      await page.getByRole("link", { name: told[language].title }).waitFor();
      expect(complaints).to.deep.equal([]);
      await page.context().close();
    });
  }

  itKeepsEveryPage(() => house, { "the shelf of articles": () => "/learn", "the page where an article is written": () => "/learn/new", "an article": () => `/s/${article}` });
});
