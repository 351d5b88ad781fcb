import { expect } from "chai";
import type { Page } from "playwright-core";
import { takeSeat } from "../../scripts/dev/visitor.ts";
import { learnedOf, nameOf } from "#client/people/names.ts";
import { send, sheet } from "../support/screen/acts.ts";
import { openFor } from "../support/screen/browser.ts";
import { readBooks } from "../support/screen/claims.ts";
import { findBarriers, goTo } from "../support/screen/checks.ts";
import { itKeepsEveryPage } from "../support/screen/everyPage.ts";
import { type House, openHouse } from "../support/screen/house.ts";
import { newest, nextQuarter, textIn } from "../support/screen/people.ts";
import { type Language, locales } from "../support/screen/words.ts";

const said = {
  zh: {
    fresh: "造一个新身份", nameZh: "中文名", nameEn: "英文名", learned: "我学到的", sign: "签申请", signed: "1. 申请已签", press: /^请.*担保$/, received: "2份可用，共需2份",
    join: "加入", done: /28天后可以入席/, missing: "还差2份担保", seat: "您的席位", move: "把练习网的时间拨到入席那天", takeSeat: "入席", seated: /已入席。/, member: "您在席",
    application: (name: string) => `${name}的加入申请`, takeApplication: "粘贴对方的申请", read: "读取", who: "谁想加入", vouch: "签担保", given: "担保已签，请交还给对方", vouchFor: (name: string) => `给${name}的担保`,
    takeVouch: "粘贴收到的担保", one: "1份可用，共需2份", tampered: /内容在签名之后被改过/, unused: /还没用上/, revoke: "撤回", revoked: "已撤回", took: /把它撤回了/, tooNew: /加入满90天才能担保/, code: "显示二维码", picture: /二维码：/, nobody: "这里面没有要找的内容",
  },
  en: {
    fresh: "Make a new identity", nameZh: "Name in Chinese", nameEn: "Name in English", learned: "What I learned from", sign: "Sign the application", signed: "1. The application is signed", press: /^Let .* vouch$/, received: "2 good, 2 needed",
    join: "Join", done: /may be seated in 28 days/, missing: "2 vouches missing", seat: "Your seat", move: "Move the practice network's time to the day of the seat", takeSeat: "Take the seat", seated: /has a seat\./, member: "You are seated",
    application: (name: string) => `Application of ${name}`, takeApplication: "Paste the application", read: "Read it", who: "Who wants to join", vouch: "Sign the vouch", given: "The vouch is signed; give it back to them", vouchFor: (name: string) => `Vouch for ${name}`,
    takeVouch: "Paste a vouch that you were given", one: "1 good, 2 needed", tampered: /altered after signing/, unused: /not used yet/, revoke: "Take it back", revoked: "taken back", took: /took it back/, tooNew: /90 days after joining/, code: "Show a QR code", picture: /QR code: /, nobody: "What is looked for is not in this",
  },
} as const;

describe("whoever joins", function () {
  this.timeout(240_000);
  let house: House;
  before(async () => {
    house = await openHouse();
  });
  after(() => house.close());

  const open = async (language: Language, width = 390) => {
    const watched = await openFor(house.browser, { locale: locales[language], width, height: 844 });
    watched.page.context().setDefaultTimeout(60_000);
    return watched;
  };

  /** Makes a new identity and signs an application under a name. */
  async function apply(page: Page, language: Language, zh: string, en: string): Promise<void> {
    const t = said[language];
    await goTo(page, house.url, "/join");
    await page.getByRole("main").getByRole("button", { name: t.fresh }).click();
    await page.getByLabel(t.nameZh).fill(zh);
    await page.getByLabel(t.nameEn).fill(en);
    await page.getByRole("group", { name: t.learned }).getByRole("checkbox").first().check();
    await page.getByRole("button", { name: t.sign }).click();
    await page.getByRole("heading", { name: t.signed }).waitFor();
  }

  /** A member's seat reads an application and signs a vouch; gives its text. */
  async function vouch(page: Page, language: Language, member: number, application: string, name: string): Promise<string> {
    const t = said[language];
    await takeSeat(page, house, member, language);
    await goTo(page, house.url, "/vouch");
    await page.getByLabel(t.takeApplication).fill(application);
    await page.getByRole("button", { name: t.read }).click();
    await page.getByRole("heading", { name: t.who }).waitFor();
    await page.getByRole("main").getByText(name, { exact: true }).first().waitFor();
    await page.getByRole("button", { name: t.vouch }).click();
    await page.getByText(t.given).waitFor();
    return textIn(page, t.vouchFor(name));
  }

  for (const language of ["zh", "en"] as const) {
    const t = said[language];

    it(`makes an identity, is vouched for at two presses, joins, waits, and takes the seat (${language})`, async () => {
      await nextQuarter(house);
      const { page, complaints } = await open(language);
      const [zh, en] = [`新来${language}`, `Newcomer ${language}`];
      await apply(page, language, zh, en);
      const join = page.getByRole("main").getByRole("button", { name: t.join, exact: true });
      await page.getByText(t.missing).waitFor();
      expect(await join.getAttribute("aria-disabled")).to.equal("true");
      for (const count of [t.one, t.received]) {
        await page.getByRole("button", { name: t.press }).first().click();
        await page.getByText(count).waitFor();
      }
      expect(await findBarriers(page)).to.deep.equal([]);
      await join.click();
      await send(page, language);
      await sheet(page).getByText(t.done).waitFor();
      await page.keyboard.press("Escape");
      await page.getByRole("heading", { name: t.seat }).waitFor();
      const joined = newest(await readBooks(house));
      expect(nameOf(joined)).to.include({ zh, en });
      expect(joined.sponsors).to.have.length(2);
      expect(learnedOf(joined)).to.have.length(1);
      expect(joined.seatedFrom).to.equal(null);
      await page.getByRole("button", { name: t.move }).click();
      await page.getByRole("main").getByRole("button", { name: t.takeSeat, exact: true }).click();
      await send(page, language);
      await sheet(page).getByText(t.seated).waitFor();
      expect(newest(await readBooks(house)).seatedFrom).to.be.greaterThan(0);
      await page.keyboard.press("Escape");
      await page.getByText(t.member).waitFor();
      await goTo(page, house.url, "/vouch");
      expect(complaints).to.deep.equal([]);
      await page.context().close();
    });

    it(`is vouched for by text and by file, from one browser to another, and a vouch that was altered or taken back says so (${language})`, async () => {
      await nextQuarter(house);
      const [newcomer, first, second] = await Promise.all([open(language), open(language), open(language)]);
      const name = language === "zh" ? "来客" : "Guest";
      await apply(newcomer.page, language, "来客", "Guest");
      const application = await textIn(newcomer.page, t.application(name));
      const one = await vouch(first.page, language, 5, application, name);
      const two = await vouch(second.page, language, 6, application, name);
      const { page } = newcomer;
      const take = async (text: string) => {
        await page.getByLabel(t.takeVouch).fill(text);
        await page.getByRole("button", { name: t.read }).click();
      };
      await take("{}");
      await page.getByText(t.nobody).waitFor();
      await take(one.replace(/"expires":(\d+)/, (_, at: string) => `"expires":${Number(at) - 1}`));
      await page.getByText(t.tampered).waitFor();
      await take(one);
      await page.getByText(t.one).waitFor();
      await page.locator('input[type="file"]').first().setInputFiles({ name: "vouch.coop.json", mimeType: "application/json", buffer: Buffer.from(two) });
      await page.getByText(t.received).waitFor();
      await page.getByRole("button", { name: t.code }).first().click();
      await page.getByRole("img", { name: t.picture }).waitFor();

      await first.page.getByText(t.unused).waitFor();
      await first.page.getByRole("button", { name: t.revoke }).click();
      await send(first.page, language);
      await sheet(first.page).locator("p[role=status]").waitFor();
      await first.page.keyboard.press("Escape");
      await first.page.getByText(t.revoked, { exact: true }).waitFor();
      await page.getByText(t.took).waitFor();
      await page.getByText(t.one).waitFor();
      for (const { complaints } of [newcomer, first, second]) expect(complaints).to.deep.equal([]);
      await Promise.all([newcomer, first, second].map(({ page: one_ }) => one_.context().close()));
    });
  }

  it("is shown to a sponsor by a link, and a newcomer with a seat cannot vouch for ninety days", async () => {
    await nextQuarter(house);
    const { page } = await open("en");
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await apply(page, "en", "链接", "Linked");
    await page.getByRole("button", { name: "Copy a link" }).click();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    const sponsor = await open("en");
    await takeSeat(sponsor.page, house, 13, "en");
    await sponsor.page.goto(link);
    await sponsor.page.getByText("Linked", { exact: true }).first().waitFor();
    expect(await sponsor.page.getByRole("button", { name: "Sign the vouch" }).getAttribute("aria-disabled")).to.equal("true");
    await sponsor.page.getByText(/You have no seat yet|Vouching begins 90 days/).first().waitFor();
    await page.context().close();
    await sponsor.page.context().close();
  });

  itKeepsEveryPage(() => house, { "the page of joining": () => "/join", "the page of vouching": () => "/vouch" });
});
