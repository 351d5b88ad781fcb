import { expect } from "chai";
import type { Page } from "playwright-core";
import { openPage } from "../support/screen/browser.ts";
import { goTo } from "../support/screen/checks.ts";
import { connectWallet } from "../support/screen/connect.ts";
import { itKeepsEveryPage } from "../support/screen/everyPage.ts";
import { type House, openHouse } from "../support/screen/house.ts";
import { offerWallet } from "../support/screen/wallet.ts";

const said = {
  "zh-CN": { matches: /重建出同一个根/, differs: /与链上不符/, another: "换一份文件", open: "打开我手里的文件", name: "当时的名字", find: "查找", claim: "认领这个身份", which: "为哪位成员认领", send: "立即发送", proposed: /等待见证/, already: /已由/, ask: /认领由项目的干事提出/, draw: /^(领取|代为领取)$/, drawn: /已领取：/, leaves: "叶" },
  "en-GB": { matches: /rebuilds the root on chain/, differs: /^It differs/, another: "Open another file", open: "Open a file I have", name: "Name used then", find: "Find", claim: "Claim this identity", which: "For which member", send: "Send now", proposed: /waits for attesters/, already: /is bound to/, ask: /A steward of the project proposes it/, draw: /^(Draw|Draw for them)$/, drawn: /^Drawn: /, leaves: "Leaves" },
} as const;

describe("imported histories", () => {
  let house: House;
  let id: string;
  beforeEach(async () => {
    house = await openHouse();
    id = await firstBatch(house);
  });
  afterEach(() => house.close());

  for (const locale of ["zh-CN", "en-GB"] as const) {
    const t = said[locale];
    const open = async (width = 1280): Promise<Page> => {
      const { page } = await openPage(house.browser, locale, width, 900);
      await goTo(page, house.url, `/batches/${id}`);
      await page.getByText(t.matches).waitFor();
      return page;
    };

    it(`rebuild the tree from the data file and tell a changed file from the true one (${locale})`, async () => {
      const page = await open();
      expect(await page.getByRole("table", { name: t.leaves }).locator("tbody tr").count()).to.equal(7);
      await page.getByRole("button", { name: t.another }).click();
      await page.getByText(t.open).waitFor();
      const data = await publishedData(house, id);
      await page.locator('input[type="file"]').setInputFiles({ name: "changed.jsonl", mimeType: "application/jsonl", buffer: Buffer.from(data.replace('"people":[0', '"people":[1')) });
      await page.getByText(t.differs).first().waitFor();
      await page.context().close();
    });

    it(`find a person by the name used then; a steward proposes the binding, others get words to send (${locale})`, async () => {
      const page = await open(360);
      const steward = await offerWallet(page.context(), house, { name: "Test Wallet", member: 2 });
      await page.reload();
      await page.getByText(t.matches).waitFor();
      await connectWallet(page, steward.name);
      const look = async (name: string) => {
        await page.getByRole("textbox", { name: t.name }).fill(name);
        await page.getByRole("button", { name: t.find, exact: true }).click();
      };
      await look("luo.dahan@qingxi.example");
      await page.getByText(t.already).waitFor();
      await look("han.lu@qingxi.example");
      await page.getByRole("textbox", { name: t.which }).fill("11");
      await page.getByRole("button", { name: t.claim }).click();
      await page.getByRole("button", { name: t.send }).click();
      await page.getByRole("dialog").getByText(t.proposed).first().waitFor();
      await page.context().close();

      const other = await open();
      const wallet = await offerWallet(other.context(), house, { name: "Test Wallet", member: 12 });
      await other.reload();
      await connectWallet(other, wallet.name);
      await other.getByText(t.matches).waitFor();
      await other.getByRole("textbox", { name: t.name }).fill("yu.shui@qingxi.example");
      await other.getByRole("button", { name: t.find, exact: true }).click();
      await other.getByText(t.ask).waitFor();
      await other.context().close();
    });

    it(`draw a leaf for its owner, with a proof made in the browser (${locale})`, async () => {
      const page = await open();
      const wallet = await offerWallet(page.context(), house, { name: "Test Wallet", member: 12 });
      await page.reload();
      await connectWallet(page, wallet.name);
      await page.getByText(t.matches).waitFor();
      await page.getByRole("button", { name: t.draw }).first().click();
      await page.getByRole("button", { name: t.send }).click();
      await page.getByText(t.drawn).first().waitFor();
      await page.context().close();
    });
  }
});

describe("every page about imported histories", () => {
  let house: House;
  let id: string;
  before(async () => {
    house = await openHouse();
    id = await firstBatch(house);
  });
  after(() => house.close());

  itKeepsEveryPage(() => house, { "the list of histories": () => "/batches", "a history": () => `/batches/${id}`, "an id of no history": () => `/batches/0x${"12".repeat(32)}` });
});

/** The id of the seeded history. */
async function firstBatch(house: House): Promise<string> {
  const { page } = await openPage(house.browser, "en-GB");
  await goTo(page, house.url, "/batches");
  const address = await page.locator('main a[href^="#/batches/"]').first().getAttribute("href");
  await page.context().close();
  return address!.slice("#/batches/".length);
}

/** The data file as the house publishes it. */
async function publishedData(house: House, id: string): Promise<string> {
  const { page } = await openPage(house.browser, "en-GB");
  await goTo(page, house.url, `/batches/${id}`);
  const digest = await page.locator('button[title^="0x"]').nth(1).getAttribute("title");
  await page.context().close();
  return (await fetch(`${house.url}evidence/${digest}.jsonl`)).text();
}
