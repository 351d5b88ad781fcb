import { expect } from "chai";
import type { Page } from "playwright-core";
import { takeSeat } from "../../scripts/dev/visitor.ts";
import { openPage } from "../support/screen/browser.ts";
import { goTo } from "../support/screen/checks.ts";
import { type House, openHouse } from "../support/screen/house.ts";

const said = {
  "zh-CN": { language: "zh", node: "节点地址", use: "使用", bad: "这不像一个节点地址", notOurs: "这不是从这里存出的文件，什么也没有改变。", putBack: "从文件放回", back: /放回了1份/, unusable: "这份文件用不了，仍用原来的部署文件。", save: "把席位存成文件", leave: "离开席位", signIn: "入席", who: "您坐在林小满的练习席位上。", version: "版本" },
  "en-GB": { language: "en", node: "Address of the node", use: "Use it", bad: "This does not look like the address of a node", notOurs: "This file was not saved from here; nothing changed.", putBack: "Put back from a file", back: /1 put back/, unusable: "This file cannot be used; the earlier one stays in use.", save: "Save the seat as a file", leave: "Leave the seat", signIn: "Take a seat", who: "You sit in Lin Xiaoman's practice seat.", version: "Version" },
} as const;

/** A file as a visitor picks it. */
const json = (value: unknown) => ({ name: "file.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(value)) });

describe("the settings", () => {
  let house: House;
  before(async () => {
    house = await openHouse();
  });
  after(() => house.close());

  for (const locale of ["zh-CN", "en-GB"] as const) {
    const t = said[locale];
    const open = async (): Promise<Page> => {
      const { page } = await openPage(house.browser, locale);
      await goTo(page, house.url, "/settings");
      await page.getByText(t.version, { exact: true }).waitFor();
      return page;
    };

    it(`refuse what is no address of a node and what is no deployment, and keep the earlier ones (${locale})`, async () => {
      const page = await open();
      await page.getByLabel(t.node).fill("nonsense");
      await page.getByRole("button", { name: t.use, exact: true }).first().click();
      await page.getByText(t.bad).waitFor();
      await page.locator('main input[type="file"]').first().setInputFiles(json({ name: "nobody" }));
      await page.getByText(t.unusable).waitFor();
      await page.context().close();
    });

    it(`put drafts back from a file, and refuse any other file (${locale})`, async () => {
      const page = await open();
      const files = page.getByLabel(t.putBack, { exact: true });
      await files.setInputFiles(json({ kind: "another" }));
      await page.getByText(t.notOurs).waitFor();
      await files.setInputFiles(json({ kind: "gongsheng drafts", version: 1, chain: "31337:x", drafts: [{ key: "31337:x/one", chain: "31337:x", savedAt: 1, content: { is: "nothing" } }] }));
      await page.getByText(t.back).waitFor();
      await page.context().close();
    });

    it(`save a practice seat as a file, and the file gives it back (${locale})`, async () => {
      const page = await open();
      await takeSeat(page, house, 1, t.language);
      const saving = page.waitForEvent("download");
      await page.getByRole("button", { name: t.save }).click();
      const path = await (await saving).path();
      await page.getByRole("button", { name: t.leave }).click();
      await page.getByRole("button", { name: t.signIn, exact: true }).last().click();
      await page.getByRole("dialog").locator('input[type="file"]').setInputFiles(path);
      await page.getByText(t.who).waitFor();
      expect(await page.getByRole("dialog").count()).to.equal(0);
      await page.context().close();
    });
  }
});
