import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect } from "chai";
import { takeSeat } from "../../scripts/dev/visitor.ts";
import { startStage } from "../../scripts/dev/stage.ts";
import { pagesFolder } from "../../scripts/lib/pages.ts";
import { openPage } from "../support/screen/browser.ts";
import { goTo } from "../support/screen/checks.ts";
import { itKeepsEveryPage } from "../support/screen/everyPage.ts";
import { type House, openHouse } from "../support/screen/house.ts";

const said = {
  "zh-CN": { language: "zh", coop: "青溪合作社", free: "不用登录，什么都能看。", waiting: /^林小满，有.+件事等您$/, price: /所有订单付出的价款/, lately: "近来的事", steps: "先走几步", close: "收起这几步", day: "过一天", moved: "练习网的时间已经拨快。", age: /第3期，第/, leave: "离开席位", nobody: "还没有入席。" },
  "en-GB": { language: "en", coop: "Qingxi Co-op", free: "Everything can be read without signing in.", waiting: /^\w+ things are waiting for you, Lin Xiaoman$/, price: /Paid for all orders/, lately: "Lately", steps: "First steps", close: "Put these steps away", day: "One day on", moved: "The practice network's time has moved on.", age: /Epoch 3, day/, leave: "Leave the seat", nobody: "You have no seat yet." },
} as const;

describe("Home", () => {
  let house: House;
  before(async () => {
    house = await openHouse();
  });
  after(() => house.close());

  for (const locale of ["zh-CN", "en-GB"] as const) {
    const t = said[locale];

    it(`tells a visitor what this is and what happened, without a wallet and without asking any other host (${locale})`, async () => {
      const { page, complaints, asked } = await openPage(house.browser, locale, 375, 740);
      await goTo(page, house.url, "/");
      expect(await page.locator("h1").innerText()).to.equal(t.coop);
      await page.getByText(t.free).waitFor();
      await page.getByText(t.price).waitFor();
      await page.getByRole("heading", { name: t.lately }).waitFor();
      await page.getByRole("main").getByText(t.age).waitFor();
      expect([...asked].every((origin) => origin.startsWith("http://127.0.0.1:"))).to.equal(true);
      expect(complaints).to.deep.equal([]);
      await page.context().close();
    });

    it(`tells a member how many things wait, keeps the seat over a reload, and lets it go on Me (${locale})`, async () => {
      const { page, complaints } = await openPage(house.browser, locale);
      await takeSeat(page, house, 1, t.language);
      await goTo(page, house.url, "/");
      expect(await page.locator("h1").innerText()).to.match(t.waiting);
      await page.reload();
      await page.getByRole("heading", { level: 1, name: t.waiting }).waitFor();
      await goTo(page, house.url, "/me");
      await page.getByRole("button", { name: t.leave }).click();
      await page.getByText(t.nobody).waitFor();
      expect(complaints).to.deep.equal([]);
      await page.context().close();
    });

    it(`puts the first steps away for good (${locale})`, async () => {
      const { page } = await openPage(house.browser, locale);
      await goTo(page, house.url, "/");
      await page.getByRole("button", { name: t.close }).click();
      await page.getByRole("heading", { name: t.steps }).waitFor({ state: "detached" });
      await page.reload();
      await page.getByRole("heading", { name: t.lately }).waitFor();
      expect(await page.getByRole("heading", { name: t.steps }).count()).to.equal(0);
      await page.context().close();
    });

    it(`moves a practice network's time and says so (${locale})`, async () => {
      const { page } = await openPage(house.browser, locale);
      await goTo(page, house.url, "/");
      await page.getByRole("button", { name: t.day }).click();
      await page.getByText(t.moved).waitFor({ state: "attached" });
      await page.context().close();
    });
  }

  it("asks for at most 220 kB, gzipped, before it can be read", () => {
    const files = ["index.html", ...firstFiles(/^(js|css)$/)];
    const size = files.reduce((sum, file) => sum + gzipSync(readFileSync(join(pagesFolder, file))).length, 0);
    expect(files.length).to.be.greaterThan(5);
    expect(size).to.be.at.most(220_000);
  });

  it("asks for no contract's functions and errors, and no words for these, before it can be read", () => {
    const first = firstFiles(/^js$/).map((file) => readFileSync(join(pagesFolder, file), "utf8"));
    const all = readdirSync(join(pagesFolder, "assets")).filter((file) => file.endsWith(".js")).map((file) => readFileSync(join(pagesFolder, "assets", file), "utf8"));
    for (const [mark, what] of [[/stateMutability:["'`]/, "a function"], [/type:["'`]error["'`]/, "an error"], [/WindowOver:/, "the words of an error"]] as const) {
      expect(all.some((text) => mark.test(text)), `no file has ${what}`).to.equal(true);
      expect(first.some((text) => mark.test(text)), `the first files have ${what}`).to.equal(false);
    }
  });

  itKeepsEveryPage(() => house, { home: () => "/", me: () => "/me", settings: () => "/settings" });

  it("works from any folder, as a gateway serves it, within the page's own policy", async () => {
    const stage = await startStage({ below: "/ipfs/bafyexample/" });
    const { page, complaints } = await openPage(house.browser, "en-GB");
    await takeSeat(page, stage, 1, "en");
    for (const path of ["/", "/shares", "/why/1", "/me", "/settings"]) await goTo(page, stage.url, path);
    expect(complaints).to.deep.equal([]);
    await page.context().close();
    await stage.close();
  });
});

/** The files that the page names itself, so that they are asked for before anything is drawn. */
function firstFiles(kind: RegExp): string[] {
  const page = readFileSync(join(pagesFolder, "index.html"), "utf8");
  return [...page.matchAll(/(?:src|href)="\.\/([^"]+\.(\w+))"/g)].flatMap(([, file, ending]) => (kind.test(ending!) ? [file!] : []));
}
