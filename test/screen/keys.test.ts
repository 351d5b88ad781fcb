import { expect } from "chai";
import type { Page } from "playwright-core";
import { takeSeat } from "../../scripts/dev/visitor.ts";
import { guardiansAt, guardOf } from "#client/people/foldGuards.ts";
import { readBooks } from "../support/screen/claims.ts";
import { send, sheet } from "../support/screen/acts.ts";
import { openFor } from "../support/screen/browser.ts";
import { wait } from "../support/screen/chain.ts";
import { findBarriers, goTo } from "../support/screen/checks.ts";
import { itKeepsEveryPage } from "../support/screen/everyPage.ts";
import { type House, openHouse } from "../support/screen/house.ts";
import { memberNow, textIn, timeOf } from "../support/screen/people.ts";
import { type Language, locales } from "../support/screen/words.ts";

const said = {
  zh: {
    fresh: "造新钥匙并更换", changed: "钥匙已换。旧钥匙不再有用。", one: "1把", young: /这把钥匙启用不满30天/, elsewhere: "新钥匙在别处", makeIdentity: "一个新身份", takeSeat: "入席", sign: "签同意", keyAbout: (who: string) => `作${who}新钥匙的同意`, takeConsent: "粘贴新钥匙的同意", read: "读取", review: "过目并更换",
    replaced: /这是旧的一把/, press: /^请.*作监护人$/, guardAbout: (who: string) => `作${who}监护人的同意`, takeGuardian: "粘贴对方的同意", count: "3份，要三到五份", set: "过目并设定", set2: "已登记，14天后生效。", pending: /已登记更换/, move: "把练习网的时间拨到生效那天", need: "找回要3位里的2位签名", leave: "过目并退出", left: /您已退出/, wayBack: "您退出过，可以回来", ask: "签一份请求给担保人", pressVouch: /^请.*担保$/, rejoin: "回来", back: /欢迎回来/,
  },
  en: {
    fresh: "Make a key and change to it", changed: "Your key is changed. The old one is of no use any more.", one: "1 key", young: /This key is less than 30 days old/, elsewhere: "The new key is elsewhere", makeIdentity: "A new identity", takeSeat: "Take a seat", sign: "Sign the consent", keyAbout: (who: string) => `Consent to be the new key of ${who}`, takeConsent: "Paste the new key's consent", read: "Read it", review: "Review the change",
    replaced: /this is a former one/, press: /^Let .* be a guardian$/, guardAbout: (who: string) => `Consent to be a guardian of ${who}`, takeGuardian: "Paste a guardian's consent", count: "3; it takes three to five", set: "Review and name them", set2: "It is written down, and counts in 14 days.", pending: /A change is written down/, move: "Move the practice network's time to that day", need: "A recovery takes 2 of 3", leave: "Review and leave", left: /You have left/, wayBack: "You left, and may return", ask: "Sign a request for your sponsors", pressVouch: /^Let .* vouch$/, rejoin: "Return", back: /Welcome back/,
  },
} as const;

/** Whose seats the tests of each language take, so that none meets what another did. */
const whose = { zh: { fresh: 2, other: 3, guards: 4, guardian: 5, leaves: 6 }, en: { fresh: 9, other: 10, guards: 11, guardian: 12, leaves: 7 } } as const;

describe("the page of keys and guardians", function () {
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
  const nameIn = (member: number, language: Language) => house.seats.find((seat) => seat.member === member)!.name[language];

  /** Sends what the sheet shows, and waits for the sentence that it happened. */
  async function sendIt(page: Page, language: Language, done: string | RegExp): Promise<void> {
    await send(page, language);
    await sheet(page).getByText(done).waitFor();
    await page.keyboard.press("Escape");
  }

  /** Sits down with a key that was never used. */
  async function beNobody(page: Page, language: Language): Promise<void> {
    await page.goto(`${house.url}#/settings`);
    await page.getByRole("main").getByRole("button", { name: said[language].takeSeat, exact: true }).click();
    await page.getByRole("dialog").getByRole("button", { name: said[language].makeIdentity }).click();
    await page.getByRole("dialog").waitFor({ state: "hidden" });
  }

  for (const language of ["zh", "en"] as const) {
    const t = said[language];
    const seats = whose[language];

    it(`changes to a key made here, goes on with it, and says from when on guardians may be changed (${language})`, async () => {
      const { page, complaints } = await open(language);
      const before = await memberNow(house, seats.fresh);
      await takeSeat(page, house, seats.fresh, language);
      await goTo(page, house.url, "/keys");
      await page.getByRole("button", { name: t.fresh }).click();
      await sendIt(page, language, t.changed);
      await page.getByText(t.one, { exact: true }).waitFor();
      await page.getByText(t.young).waitFor();
      const after = await memberNow(house, seats.fresh);
      expect(after.key).to.not.equal(before.key);
      expect(after.keyEpoch).to.equal(1);
      await page.reload();
      await page.getByText(t.one, { exact: true }).waitFor();
      expect(await findBarriers(page)).to.deep.equal([]);
      expect(complaints).to.deep.equal([]);
      await page.context().close();
    });

    it(`changes to the key of another device, whose consent is brought back as a text (${language})`, async () => {
      const [old, device] = [await open(language, 1280), await open(language)];
      await beNobody(device.page, language);
      await goTo(device.page, house.url, `/keys/new?member=${seats.other}`);
      await device.page.getByRole("button", { name: t.sign }).click();
      const consent = await textIn(device.page, t.keyAbout(nameIn(seats.other, language)));
      await takeSeat(old.page, house, seats.other, language);
      await goTo(old.page, house.url, "/keys");
      await old.page.getByText(t.elsewhere).click();
      await old.page.getByLabel(t.takeConsent).fill(consent);
      await old.page.getByRole("button", { name: t.read }).first().click();
      await old.page.getByRole("button", { name: t.review }).click();
      await sendIt(old.page, language, t.changed);
      await old.page.getByText(t.replaced).waitFor();
      await goTo(device.page, house.url, "/keys");
      await device.page.getByText(t.one, { exact: true }).waitFor();
      expect((await memberNow(house, seats.other)).keyEpoch).to.equal(1);
      await Promise.all([old, device].map(({ page }) => page.context().close()));
    });

    it(`names guardians with the consent of each, who count after fourteen days (${language})`, async () => {
      const [own, guardian] = [await open(language), await open(language)];
      await takeSeat(guardian.page, house, seats.guardian, language);
      await goTo(guardian.page, house.url, `/guard?member=${seats.guards}`);
      await guardian.page.getByRole("button", { name: t.sign }).click();
      const consent = await textIn(guardian.page, t.guardAbout(nameIn(seats.guards, language)));
      const { page } = own;
      await takeSeat(page, house, seats.guards, language);
      await goTo(page, house.url, "/keys");
      await page.getByLabel(t.takeGuardian).fill(consent);
      await page.getByRole("button", { name: t.read }).last().click();
      for (let press = 0; press < 2; press++) await page.getByRole("button", { name: t.press }).first().click();
      await page.getByText(t.count).waitFor();
      await page.getByRole("button", { name: t.set }).click();
      await sendIt(page, language, t.set2);
      await page.getByText(t.pending).waitFor();
      expect(guardiansAt(guardOf(await readBooks(house), seats.guards as never), await timeOf(house))).to.have.length(0);
      await page.getByRole("button", { name: t.move }).click();
      await page.getByRole("heading", { name: t.need }).waitFor();
      expect(guardiansAt(guardOf(await readBooks(house), seats.guards as never), await timeOf(house))).to.have.length(3);
      expect(await findBarriers(page)).to.deep.equal([]);
      await Promise.all([own, guardian].map((one) => one.page.context().close()));
    });

    it(`lets a member leave, and come back on fresh vouches (${language})`, async () => {
      const { page } = await open(language);
      await takeSeat(page, house, seats.leaves, language);
      await goTo(page, house.url, "/keys");
      await page.getByRole("button", { name: t.leave }).click();
      await sendIt(page, language, t.left);
      expect((await memberNow(house, seats.leaves)).standing).to.equal("left");
      await wait(house, 90 * 86_400);
      await goTo(page, house.url, "/join");
      await page.reload();
      await page.getByRole("heading", { name: t.wayBack }).waitFor();
      await page.getByRole("button", { name: t.ask }).click();
      for (let press = 0; press < 2; press++) await page.getByRole("button", { name: t.pressVouch }).first().click();
      await page.getByRole("main").getByRole("button", { name: t.rejoin, exact: true }).click();
      await sendIt(page, language, t.back);
      const back = await memberNow(house, seats.leaves);
      expect(back.standing).to.equal("active");
      expect(back.joinCount).to.equal(2);
      expect(back.sponsors).to.have.length(2);
      await page.context().close();
    });
  }

  itKeepsEveryPage(() => house, { "the page of keys": () => "/keys", "the page of a new key": () => "/keys/new?member=1", "the page of guarding": () => "/guard?member=1" });
});
