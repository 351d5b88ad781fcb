import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { expect } from "chai";
import type { Page } from "playwright-core";
import { parseSetProfile } from "#client/people/setProfile.ts";
import { framesOf } from "#client/chain/frames.ts";
import { takeSeat } from "../../scripts/dev/visitor.ts";
import { sheet } from "../support/screen/acts.ts";
import { openFor, openPage } from "../support/screen/browser.ts";
import { goTo } from "../support/screen/checks.ts";
import { itKeepsEveryPage } from "../support/screen/everyPage.ts";
import { type House, openHouse } from "../support/screen/house.ts";
import { bundleOf, codeIn, fileIn, offnetWords, paste, picturesIn, signedAct, textIn } from "../support/screen/offnet.ts";
import { locales } from "../support/screen/words.ts";

/** A file as a page gets it. */
interface Handed {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

describe("the ways of a signed bundle", () => {
  let house: House;
  const bundles = { one: "", many: "" };
  const counts = { one: 1, many: 9 };
  before(async () => {
    house = await openHouse();
    const acts = [];
    for (let place = 0; place < counts.many; place += 1) acts.push(await signedAct(house, 1 + place, parseSetProfile({ zh: `第${place}个名字`, en: `Name ${place}` })));
    bundles.one = bundleOf(house, acts.slice(0, 1));
    bundles.many = bundleOf(house, acts);
  });
  after(() => house.close());

  /** Opens the dialog in which all of the inbox is handed on. */
  const passOn = async (page: Page, count: number, language: "zh" | "en"): Promise<void> => {
    await page.getByRole("button", { name: offnetWords[language].passOn(count) }).click();
    await codeIn(page, language).waitFor();
  };
  const drop = (page: Page, files: readonly Handed[]): Promise<void> =>
    page.evaluate(
      (given) => {
        const data = new DataTransfer();
        for (const { name, type, bytes } of given) data.items.add(new File([Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0))], name, { type }));
        document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
      },
      files.map(({ name, mimeType, buffer: bytes }) => ({ name, type: mimeType, bytes: bytes.toString("base64") })),
    );

  for (const language of ["zh", "en"] as const) {
    const t = offnetWords[language];
    const many = language === "zh" ? "many" : "one";

    it(`bring the same bytes by each way out and each way in (${language}, ${many})`, async () => {
      const bundle = bundles[many];
      const count = counts[many];
      const { page } = await openPage(house.browser, locales[language]);
      await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
      await paste(page, house, bundle, language);
      await passOn(page, count, language);
      await sheet(page).getByRole("button", { name: t.copy }).click();
      const outs = { copied: await page.evaluate(() => navigator.clipboard.readText()), saved: (await fileIn(page, language)).text, shown: await textIn(page, language) };
      for (const [way, text] of Object.entries(outs)) expect(text, way).to.equal(bundle);
      const pictures = await picturesIn(page, language, (await framesOf(bundle)).count);
      expect(pictures.length).to.equal(many === "one" ? 1 : (await framesOf(bundle)).count);
      await page.keyboard.press("Escape");
      const asFile: Handed = { name: "x.coop.json", mimeType: "application/json", buffer: Buffer.from(bundle) };
      const asCodes = pictures.map((picture, at): Handed => ({ name: `${at}.png`, mimeType: "image/png", buffer: picture }));
      const scan = async () => {
        await page.getByRole("button", { name: t.scan, exact: true }).click();
        await sheet(page).getByLabel(t.choose).setInputFiles([...asCodes]);
        await sheet(page).waitFor({ state: "detached" });
      };
      const ins: Readonly<Record<string, () => Promise<void>>> = {
        pasted: () => paste(page, house, outs.copied, language),
        opened: () => page.getByLabel(t.openFiles).setInputFiles({ ...asFile }),
        dropped: () => drop(page, [asFile]),
        scanned: scan,
        "pictures opened": () => page.getByLabel(t.openFiles).setInputFiles([...asCodes]),
        "pictures dropped": () => drop(page, asCodes),
      };
      for (const [way, bring] of Object.entries(ins)) {
        await page.getByRole("button", { name: t.clear }).click();
        await page.getByRole("list", { name: t.list }).waitFor({ state: "detached" });
        await bring();
        await page.getByText(t.good(count, count)).waitFor();
        await passOn(page, count, language);
        expect(await textIn(page, language), way).to.equal(bundle);
        await page.keyboard.press("Escape");
      }
      await page.context().close();
    });

    it(`lead through the device's own sheet where there is one (${language})`, async () => {
      const { page } = await openFor(house.browser, { locale: locales[language], width: 375, height: 812 });
      await page.addInitScript(`navigator.canShare = () => false; navigator.share = async (given) => { globalThis.shared = given; };`);
      await paste(page, house, bundles.one, language);
      await passOn(page, 1, language);
      await sheet(page).getByRole("button", { name: t.share }).click();
      expect(await page.evaluate(() => (globalThis as unknown as { shared: { text: string } }).shared.text)).to.equal(bundles.one);
      await page.context().close();
    });
  }

  describe("with a relay", () => {
    let relay: Server;
    let url: string;
    const bodies: string[] = [];
    let answer: { readonly status: number; readonly json: unknown };
    before(async () => {
      relay = createServer((request, response) => {
        const reply = async () => {
          const open = { "access-control-allow-origin": "*", "access-control-allow-headers": "content-type", "content-type": "application/json" };
          if (request.method === "OPTIONS") return void response.writeHead(204, open).end();
          bodies.push(`${request.url} ${(await buffer(request)).toString("utf8")}`);
          response.writeHead(answer.status, open).end(JSON.stringify(answer.json));
        };
        void reply();
      });
      relay.listen(0, "127.0.0.1");
      await once(relay, "listening");
      url = `http://127.0.0.1:${(relay.address() as AddressInfo).port}`;
    });
    after(() => new Promise((done) => relay.close(done)));

    for (const language of ["zh", "en"] as const) {
      const t = offnetWords[language];

      it(`lead to the one that the reader names, and to none before; what it says is told, and nothing is lost without it (${language})`, async () => {
        bodies.length = 0;
        const { page, asked, complaints } = await openPage(house.browser, locales[language]);
        await paste(page, house, bundles.many, language);
        await page.getByText(t.good(counts.many, counts.many)).waitFor();
        expect([...asked], "whom it asked").to.not.include(new URL(url).origin);
        await goTo(page, house.url, "/settings");
        const field = page.getByLabel(t.relay);
        await field.fill(url);
        await page.locator("form", { has: field }).getByRole("button", { name: t.use }).click();
        await page.getByText(t.relayOn).waitFor();
        expect(bodies).to.deep.equal([]);
        await goTo(page, house.url, "/offnet/inbox");
        await passOn(page, counts.many, language);
        const refusal = { zh: "这一份没有收下。", en: "This one was not accepted." };
        answer = { status: 202, json: { items: Array.from({ length: counts.many }, (_, at) => (at === 0 ? { state: "unaccepted", say: refusal } : { state: "queued", say: refusal })) } };
        await sheet(page).getByRole("button", { name: t.toRelay }).click();
        await sheet(page).getByText(t.relayTook(counts.many - 1)).waitFor();
        expect(await sheet(page).getByText(refusal[language]).count()).to.equal(1);
        expect(bodies).to.deep.equal([`/bundles ${bundles.many}`]);
        expect(complaints).to.deep.equal([]);
        answer = { status: 503, json: {} };
        await sheet(page).getByRole("button", { name: t.toRelay }).click();
        await sheet(page).getByText(t.relayFailed).waitFor();
        expect(await page.getByRole("button", { name: t.send(counts.many), includeHidden: true }).count(), "it can still be sent").to.equal(1);
        await page.context().close();
      });
    }
  });

  it("lead from where ballots were carried before to the inbox", async () => {
    const { page } = await openPage(house.browser, "en-GB");
    await takeSeat(page, house, 1, "en");
    await page.goto(`${house.url}#/decide/carry`);
    await page.getByLabel(offnetWords.en.paste).waitFor();
    expect(new URL(page.url()).hash).to.equal("#/offnet/inbox");
    await page.context().close();
  });

  itKeepsEveryPage(() => house, { "the outbox": () => "/offnet", "the inbox": () => "/offnet/inbox", "what is done off-net": () => "/offnet/done", "an unknown bundle": () => "/offnet?item=0x00" });
});
