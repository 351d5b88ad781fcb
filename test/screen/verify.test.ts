import { expect } from "chai";
import type { Page } from "playwright-core";
import { openPage } from "../support/screen/browser.ts";
import { goTo } from "../support/screen/checks.ts";
import { itKeepsEveryPage } from "../support/screen/everyPage.ts";
import { type House, openHouse } from "../support/screen/house.ts";

const said = {
  "zh-CN": { box: "哈希、编号、地址或链接", check: "核对", verdicts: ["一致", "不符", "无法判断"], last: "最近定值的一笔", history: "一段导入的历史", member: "一位成员", unread: /看不出这是什么/, recipe: "不靠本页，自己再做一遍" },
  "en-GB": { box: "Hash, number, address or link", check: "Check", verdicts: ["It matches", "It differs", "Cannot be decided"], last: "the record sealed last", history: "an imported history", member: "a member", unread: /cannot be told what this is/, recipe: "Repeat it without this page" },
} as const;

describe("the page that verifies", () => {
  let house: House;
  before(async () => {
    house = await openHouse();
  });
  after(() => house.close());

  for (const locale of ["zh-CN", "en-GB"] as const) {
    const t = said[locale];
    const [matches, differs, undecided] = t.verdicts;
    const open = async (): Promise<Page> => {
      const { page } = await openPage(house.browser, locale);
      await goTo(page, house.url, "/verify");
      return page;
    };
    const verdict = (page: Page, word: string) => page.getByRole("heading", { level: 2, name: word }).first().waitFor();
    const ask = async (page: Page, text: string) => {
      await page.getByLabel(t.box).fill(text);
      await page.locator("main form").getByRole("button", { name: t.check, exact: true }).click();
    };

    it(`computes a record, a history and a member anew, and shows how to repeat it (${locale})`, async () => {
      const page = await open();
      for (const example of [t.last, t.history, t.member]) {
        await page.getByRole("link", { name: example, exact: true }).click();
        await verdict(page, matches);
        await page.getByText(t.recipe).first().click();
        expect(await page.locator("main code").first().innerText()).to.match(/^(curl|npm) /);
      }
      await page.context().close();
    });

    it(`decides nothing of what no book has, and says when it cannot tell what something is (${locale})`, async () => {
      const page = await open();
      await ask(page, `0x${"12".repeat(32)}`);
      await verdict(page, undecided);
      await ask(page, `0x${"ab".repeat(20)}`);
      await verdict(page, undecided);
      await ask(page, "??");
      await page.getByText(t.unread).waitFor();
      await page.context().close();
    });

    it(`finds the record of a manifest, and goes red when one byte of it is changed (${locale})`, async () => {
      const page = await open();
      const { name, text } = await someManifest(house, page);
      const file = (content: string) => ({ name, mimeType: "application/json", buffer: Buffer.from(content) });
      const files = page.locator('main input[type="file"]');
      await files.setInputFiles(file(text));
      await verdict(page, matches);
      await files.setInputFiles(file(text.replace(/"title":"./, '"title":"X')));
      await verdict(page, differs);
      await page.context().close();
      // Where no record was asked about, a file by itself says nothing.
      const other = await open();
      await other.locator('main input[type="file"]').setInputFiles({ name: "photo.jpg", mimeType: "image/jpeg", buffer: Buffer.from("nothing known") });
      await verdict(other, undecided);
      await other.context().close();
    });
  }

  itKeepsEveryPage(() => house, { "verify, empty": () => "/verify", "verify, with an answer": () => "/verify?q=1", "the glossary": () => "/help" });
});

/** The manifest of the record sealed last, as it lies beside the pages. */
async function someManifest(house: House, page: Page): Promise<{ name: string; text: string }> {
  const asked = page.waitForResponse((answer) => /evidence\/0x[0-9a-f]{64}\.json$/.test(answer.url()));
  await page.getByRole("link").filter({ hasText: /最近定值的一笔|the record sealed last/ }).click();
  const name = (await asked).url().split("/").at(-1)!;
  return { name, text: await (await fetch(`${house.url}evidence/${name}`)).text() };
}
