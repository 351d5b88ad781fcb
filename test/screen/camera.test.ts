import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import type { Browser, Page } from "playwright-core";
import { manyBallots, oneBallot } from "../../frontend/app/states/codeSamples.ts";
import { buildPages, pagesFolder } from "../../scripts/lib/pages.ts";
import { serveFolder, type Served } from "../../scripts/lib/serve.ts";
import { openBrowser, openFor, type Reader } from "../support/screen/browser.ts";
import { codesOn, codeWords, photographAll } from "../support/screen/codes.ts";
import { findBarriers, overflowOf } from "../support/screen/checks.ts";
import { writeFilm } from "../support/screen/film.ts";
import { readPng } from "../support/screen/png.ts";

describe("the camera", () => {
  const folder = mkdtempSync(join(tmpdir(), "gongsheng-film-"));
  const film = join(folder, "codes.y4m");
  let browser: Browser;
  let strict: Browser;
  let served: Served;

  before(async () => {
    await buildPages();
    served = await serveFolder(pagesFolder);
    await makeFilm(served.url, film);
    browser = await openBrowser(["--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream", `--use-file-for-fake-video-capture=${film}`]);
    strict = await openBrowser(["--use-fake-ui-for-media-stream=deny", "--use-fake-device-for-media-stream", "--host-resolver-rules=MAP coop.example 127.0.0.1"]);
  });
  after(async () => {
    await Promise.all([browser.close(), strict.close()]);
    await served.close();
    rmSync(folder, { recursive: true });
  });

  /** The page of the parts on a small phone; `first` runs before the page's own scripts. */
  const open = async (locale: Reader["locale"], { by = browser, url = served.url, first = "" } = {}): Promise<Page> => {
    const { page } = await openFor(by, { locale, width: 320, height: 800 });
    await page.addInitScript(`${rememberTracks}\n${first}`);
    await page.goto(`${url}#/_states`);
    await codesOn(page).turning.waitFor();
    return page;
  };

  for (const locale of ["zh-CN", "en-GB"] as const) {
    const t = codeWords[locale];

    it(`takes six kilobytes in from codes that turn, though some are missed, and is given back (${locale})`, async () => {
      const page = await open(locale);
      expect(await tracks(page), "before anything was pressed").to.deep.equal([]);
      await page.getByRole("button", { name: t.open }).click();
      await page.getByRole("progressbar").waitFor();
      await page.getByText(t.done).waitFor({ timeout: 30_000 });
      expect(await page.getByLabel(t.text).inputValue()).to.equal(manyBallots);
      expect(await tracks(page)).to.deep.equal(["ended"]);
      expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-label")), "where the focus is").to.equal(t.scan);
      await page.context().close();
    });

    it(`is given back when it is closed, and when the reader goes elsewhere; what has come is kept (${locale})`, async () => {
      const page = await open(locale);
      await page.getByRole("button", { name: t.open }).click();
      await page.waitForFunction(() => Number(document.querySelector("main [role=progressbar]")?.getAttribute("aria-valuenow")) >= 2);
      expect(await findBarriers(page), "barriers while it films").to.deep.equal([]);
      expect(await overflowOf(page), "pixels too wide").to.equal(0);
      await page.getByRole("button", { name: t.stop }).click();
      expect(await tracks(page)).to.deep.equal(["ended"]);
      expect(await page.getByRole("progressbar").count(), "what has come").to.equal(1);
      await page.getByRole("button", { name: t.open }).click();
      await page.waitForFunction(() => document.querySelector("video")?.readyState === 4);
      await page.evaluate(() => void (location.hash = "/help"));
      await page.locator("video").waitFor({ state: "detached" });
      expect(await tracks(page)).to.deep.equal(["ended", "ended"]);
      await page.context().close();
    });

    for (const [what, detects, text] of [
      ["with the browser's own detector", `async () => [{ rawValue: ${JSON.stringify(oneBallot)} }]`, oneBallot],
      ["without one that has nothing behind it", "() => Promise.reject(new Error('not here'))", manyBallots],
    ] as const)
      it(`reads ${what} (${locale})`, async () => {
        const page = await open(locale, { first: `globalThis.BarcodeDetector = class { static getSupportedFormats = async () => ["qr_code"]; detect = ${detects}; };` });
        await page.getByRole("button", { name: t.open }).click();
        await page.getByText(t.done).waitFor({ timeout: 30_000 });
        expect(await page.getByLabel(t.text).inputValue()).to.equal(text);
        await page.context().close();
      });

    for (const problem of ["refused", "insecure"] as const)
      it(`that is not given is missed in a sentence: ${problem} (${locale})`, async () => {
        const page = await open(locale, { by: strict, url: problem === "insecure" ? `http://coop.example:${served.port}/` : served.url });
        await page.getByRole("button", { name: t.open }).click();
        await page.getByText(t[problem]).waitFor();
        expect(await overflowOf(page), "pixels too wide").to.equal(0);
        await page.context().close();
      });
  }
});

/** Films the codes of the page itself, from the fifth on; two of three tens are missed. */
async function makeFilm(url: string, path: string): Promise<void> {
  const browser = await openBrowser();
  const { page } = await openFor(browser, { locale: "en-GB", width: 375 });
  await page.goto(`${url}#/_states`);
  const pictures = await photographAll(page, codeWords["en-GB"].next, 34);
  await browser.close();
  writeFilm(path, pictures.slice(4).filter((_, at) => at % 10 > 1).map(({ file }) => readPng(file)), 5);
}

// Every track that the page was ever given, so that it can be seen whether each was given back.
const rememberTracks = `
  const devices = navigator.mediaDevices;
  globalThis.tracks = [];
  if (devices) {
    const ask = devices.getUserMedia.bind(devices);
    devices.getUserMedia = async (wanted) => {
      const stream = await ask(wanted);
      globalThis.tracks.push(...stream.getTracks());
      return stream;
    };
  }`;
const tracks = (page: Page): Promise<string[]> => page.evaluate(() => (globalThis as unknown as { tracks: MediaStreamTrack[] }).tracks.map(({ readyState }) => readyState));
