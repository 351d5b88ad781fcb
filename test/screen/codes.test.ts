import { expect } from "chai";
import type { Browser, Page } from "playwright-core";
import { encodeQR } from "qr";
import { framesOf } from "../../frontend/client/chain/frames.ts";
import { manyBallots, oneBallot } from "../../frontend/app/states/codeSamples.ts";
import { buildPages, pagesFolder } from "../../scripts/lib/pages.ts";
import { serveFolder, type Served } from "../../scripts/lib/serve.ts";
import { openBrowser, openFor, type Reader } from "../support/screen/browser.ts";
import { codesOn, codeWords, photograph, photographAll } from "../support/screen/codes.ts";
import { overflowOf } from "../support/screen/checks.ts";
import { offerAll } from "../support/client/frames.ts";

const locales = ["zh-CN", "en-GB"] as const;

describe("codes on the screen", () => {
  let browser: Browser;
  let served: Served;
  before(async () => {
    await buildPages();
    [browser, served] = await Promise.all([openBrowser(), serveFolder(pagesFolder)]);
  });
  after(async () => {
    await browser.close();
    await served.close();
  });

  const open = async (reader: Reader): Promise<Page> => {
    const { page } = await openFor(browser, reader);
    await page.goto(`${served.url}#/_states`);
    await codesOn(page).turning.waitFor();
    return page;
  };
  const scanned = (page: Page, text: string) => page.getByLabel(text).inputValue();

  for (const width of [375, 1280])
    for (const dark of [false, true])
      it(`read as what they were made of, the one and the many (${width} px, ${dark ? "dark" : "light"})`, async () => {
        const page = await open({ locale: width === 375 ? "zh-CN" : "en-GB", width, dark });
        const t = codeWords[width === 375 ? "zh-CN" : "en-GB"];
        expect((await photograph(codesOn(page).still)).text).to.equal(oneBallot);
        const { count } = await framesOf(manyBallots);
        const seen = await photographAll(page, t.next, count + 8);
        const got = await offerAll(seen.filter((_, at) => at !== 0 && at !== 5).map(({ text }) => text));
        expect(got.is === "whole" && got.text === manyBallots, JSON.stringify(got).slice(0, 80)).to.equal(true);
        expect(await overflowOf(page)).to.equal(0);
        await page.context().close();
      });

  it("stay black on white under forced colours", async () => {
    const page = await open({ locale: "en-GB", width: 375 });
    await page.emulateMedia({ forcedColors: "active" });
    for (const code of Object.values(codesOn(page))) expect((await photograph(code)).text).to.not.equal("");
    await page.context().close();
  });

  for (const locale of locales) {
    const t = codeWords[locale];

    it(`stand still for those who want no motion, and else turn at the speed that is set (${locale})`, async () => {
      const page = await open({ locale, width: 375 });
      await page.getByText(t.first).waitFor();
      await page.waitForTimeout(700);
      expect(await page.getByText(t.first).count(), "it moved").to.equal(1);
      await page.getByRole("button", { name: t.play }).click();
      await page.getByText(t.first).waitFor({ state: "detached" });
      await page.getByRole("button", { name: t.pause }).click();
      const name = await codesOn(page).turning.getAttribute("aria-label");
      await page.waitForTimeout(700);
      expect(await codesOn(page).turning.getAttribute("aria-label"), "it goes on").to.equal(name);
      await page.emulateMedia({ reducedMotion: "no-preference" });
      await page.reload();
      await page.getByText(t.first).waitFor();
      expect(await turnsIn(page, 2_000), "five a second").to.be.within(6, 12);
      await page.getByLabel(t.speed).fill("2");
      expect(await turnsIn(page, 2_000), "two a second").to.be.within(2, 5);
      await page.context().close();
    });

    it(`are taken in from a picture that is chosen, dropped or pasted (${locale})`, async () => {
      const page = await open({ locale });
      const { file } = await photograph(codesOn(page).still);
      const ways = {
        chosen: () => page.getByLabel(t.choose).setInputFiles({ name: "code.png", mimeType: "image/png", buffer: file }),
        dropped: () => give(page, "drop", file),
        pasted: () => give(page, "paste", file),
      };
      for (const [way, take] of Object.entries(ways)) {
        await take();
        await page.getByText(t.done).waitFor();
        expect(await scanned(page, t.text), way).to.equal(oneBallot);
        await page.getByRole("button", { name: t.again }).click();
      }
      await page.context().close();
    });

    it(`are taken in from many pictures, some at a time and in any order; it is said how many have come (${locale})`, async () => {
      const page = await open({ locale });
      const { count } = await framesOf(manyBallots);
      const files = (await photographAll(page, t.next, count)).map(({ file }, at) => ({ name: `${at}.png`, mimeType: "image/png", buffer: file })).reverse();
      await page.getByLabel(t.choose).setInputFiles(files.slice(0, 9));
      await page.getByText(t.got(9)).waitFor();
      expect(await page.getByRole("progressbar").getAttribute("aria-valuenow")).to.equal("9");
      await page.getByRole("button", { name: t.restart }).click();
      await page.getByRole("progressbar").waitFor({ state: "detached" });
      await page.getByLabel(t.choose).setInputFiles(files.slice(0, 9));
      await page.getByText(t.got(9)).waitFor();
      await page.getByLabel(t.choose).setInputFiles(files.slice(7));
      await page.getByText(t.done).waitFor();
      expect(await scanned(page, t.text)).to.equal(manyBallots);
      await page.context().close();
    });

    it(`that are not in a picture, in no picture, or another's, are missed in a sentence; so is the camera where there is none (${locale})`, async () => {
      const page = await open({ locale, width: 375 });
      await page.getByLabel(t.choose).setInputFiles({ name: "title.png", mimeType: "image/png", buffer: await page.locator("h1").screenshot() });
      await page.getByText(t.nothing).waitFor();
      await page.getByLabel(t.choose).setInputFiles({ name: "broken.png", mimeType: "image/png", buffer: Buffer.from("no picture") });
      await page.getByText(t.noPicture).waitFor();
      const link = encodeQR("https://elsewhere.example/", "svg", { border: 4 });
      await page.getByLabel(t.choose).setInputFiles({ name: "link.svg", mimeType: "image/svg+xml", buffer: Buffer.from(link) });
      await page.getByText(t.noBallot).waitFor();
      await page.getByRole("button", { name: t.open }).click();
      await page.getByText(t.none).waitFor();
      expect(await page.getByRole("button", { name: t.open }).count(), "the way back").to.equal(1);
      await page.context().close();
    });
  }
});

/** How often the code is another within so many milliseconds. */
const turnsIn = (page: Page, time: number): Promise<number> =>
  page.evaluate(async (time) => {
    const code = [...document.querySelectorAll("main svg[role=img]")].find((drawn) => /第\d+张$|part \d+$/.test(drawn.getAttribute("aria-label") ?? ""))!;
    let turns = 0;
    const watch = new MutationObserver(() => (turns += 1));
    watch.observe(code, { attributes: true, attributeFilter: ["aria-label"] });
    await new Promise((done) => setTimeout(done, time));
    watch.disconnect();
    return turns;
  }, time);

/** Drops or pastes a picture on the panel that scans. */
const give = (page: Page, way: "drop" | "paste", file: Buffer): Promise<void> =>
  page.evaluate(
    async ({ way, base64 }) => {
      const data = new DataTransfer();
      data.items.add(new File([Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))], "code.png", { type: "image/png" }));
      const panel = document.querySelector('main input[type="file"][accept="image/*"]')!.closest("section")!.firstElementChild!;
      panel.dispatchEvent(way === "drop" ? new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }) : new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
    },
    { way, base64: file.toString("base64") },
  );
