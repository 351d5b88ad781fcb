import { expect } from "chai";
import type { Browser, Page } from "playwright-core";
import type { Served } from "../../scripts/lib/serve.ts";
import { type Hostile, hostileTexts } from "../support/client/hostile/corpus.ts";
import { openBrowser, openPage, type WatchedPage } from "../support/screen/browser.ts";
import { openRoom } from "../support/screen/room.ts";

/** What the room's page knows. */
interface Room {
  draw(text: string): void;
}

/** Draws texts one after another and tells of each what a reader must never get: names of elements, handlers, links. */
const drawAll = (page: Page, texts: readonly Hostile[]): Promise<string[]> =>
  page.evaluate((texts) => {
    const allowed = new Set("a blockquote br button code div em h2 h3 h4 h5 h6 hr li ol p pre s span strong table tbody td th thead tr ul".split(" "));
    const found: string[] = [];
    for (const { name, text } of texts) {
      (globalThis as unknown as Room).draw(text);
      for (const [place, element] of [...document.querySelectorAll("#root *")].entries()) {
        if (!allowed.has(element.localName) || element.namespaceURI !== "http://www.w3.org/1999/xhtml") found.push(`${name}: <${element.localName}>`);
        for (const { name: key } of element.attributes) if (/^(on|src|style|action|formaction|data-|ping|background|poster|xlink)/i.test(key)) found.push(`${name}: ${key}`);
        if (element instanceof HTMLAnchorElement && !/^(https?|ipfs):$/.test(element.protocol)) found.push(`${name}: ${element.href}`);
        if (element instanceof HTMLAnchorElement && element.origin !== location.origin && (element.rel !== "noopener noreferrer" || element.target !== "_blank")) found.push(`${name}: ${element.rel}`);
        // Whatever listens gets its chance; the large texts are the same over and over.
        if (place < 200) for (const event of ["mouseover", "focusin", "pointerenter", "animationstart", "load", "error", "toggle"]) element.dispatchEvent(new Event(event, { bubbles: true }));
      }
    }
    return found;
  }, texts);

const png = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");

describe("hostile texts in a real browser", () => {
  let browser: Browser;
  let room: Served;
  before(async () => {
    [browser, room] = await Promise.all([openBrowser(), openRoom()]);
  });
  after(async () => {
    await browser?.close();
    await room?.close();
  });

  const enter = async (): Promise<WatchedPage & { requests: string[]; dialogs: string[] }> => {
    const watched = await openPage(browser, "en-GB");
    await watched.page.goto(`${room.url}room.html`);
    await watched.page.waitForFunction(() => "draw" in globalThis);
    const [requests, dialogs]: [string[], string[]] = [[], []];
    // What a page makes of its own bytes asks nobody.
    watched.page.context().on("request", (request) => !request.url().startsWith("blob:") && requests.push(request.url()));
    watched.page.on("dialog", (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    return { ...watched, requests, dialogs };
  };

  it("would be refused by the policy if they became markup", async () => {
    const { page, complaints } = await enter();
    const refused = await page.evaluate(() => {
      try {
        document.body.innerHTML = "<b>markup</b>";
        return false;
      } catch (error) {
        return error instanceof TypeError;
      }
    });
    expect(refused).to.equal(true);
    expect(complaints).to.not.be.empty;
    await page.context().close();
  });

  for (const [family, texts] of Object.entries(hostileTexts)) {
    it(`ask nobody, open nothing, and are words: ${family}`, async () => {
      const { page, complaints, requests, dialogs } = await enter();
      for (let place = 0; place < texts.length; place += 8) expect(await drawAll(page, texts.slice(place, place + 8))).to.deep.equal([]);
      expect(new URL(page.url()).hash).to.equal("");
      expect([requests, dialogs, complaints]).to.deep.equal([[], [], []]);
      await page.context().close();
    });
  }

  it("may name a picture, which is asked for when the reader presses and not before", async () => {
    const { page, complaints, requests } = await enter();
    await page.route("https://pictures.example/**", (route) =>
      route.fulfill({ status: 200, headers: { "access-control-allow-origin": "*" }, ...(route.request().url().endsWith(".svg") ? { contentType: "image/png", body: "<svg onload='alert(1)'/>" } : { contentType: "image/svg+xml", body: png }) }),
    );
    const draw = (text: string) => page.evaluate((text) => (globalThis as unknown as Room).draw(text), text);
    await draw("![the ferry](https://pictures.example/ferry.png) ![not one](https://pictures.example/not.svg)");
    await page.getByText("Picture: the ferry").waitFor();
    expect(requests).to.deep.equal([]);
    await page.getByRole("button", { name: "Load from pictures.example" }).first().click();
    const picture = page.getByRole("img", { name: "the ferry" });
    await picture.waitFor();
    await page.waitForFunction(() => document.querySelector("img")?.naturalWidth === 1);
    expect(await picture.getAttribute("src")).to.match(/^blob:/);
    await page.getByRole("button", { name: "Load from pictures.example" }).click();
    await page.getByRole("alert").waitFor();
    expect(await page.getByRole("alert").innerText()).to.include("no picture");
    expect(requests).to.deep.equal(["https://pictures.example/ferry.png", "https://pictures.example/not.svg"]);
    expect(complaints).to.deep.equal([]);
    await page.context().close();
  });
});
