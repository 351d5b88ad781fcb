import { expect } from "chai";
import type { Page } from "playwright-core";
import { takeSeat } from "../../scripts/dev/visitor.ts";
import { guardOf } from "#client/people/foldGuards.ts";
import { readBooks } from "../support/screen/claims.ts";
import { send, sheet } from "../support/screen/acts.ts";
import { openFor } from "../support/screen/browser.ts";
import { findBarriers, goTo } from "../support/screen/checks.ts";
import { itKeepsEveryPage } from "../support/screen/everyPage.ts";
import { type House, openHouse } from "../support/screen/house.ts";
import { memberNow, nameGuardians, textIn } from "../support/screen/people.ts";
import { type Language, locales } from "../support/screen/words.ts";

const said = {
  zh: {
    which: "哪一位成员的钥匙", fresh: "造一把新钥匙", sign: "签请求", about: (who: string) => `${who}的找回请求`, take: "粘贴对方的请求", read: "读取", compare: "签名以前", approve: "我确认是本人，签名", approved: (who: string) => `找回${who}钥匙的签名`, takeApproval: "粘贴监护人的签名", two: "2位签了，要2位", one: "1位签了，要2位", missing: "还差1位监护人",
    open: "过目并发起", opened: "找回已发起，等待期开始。", alarm: "有人要换掉您的钥匙", veto: "反对", vetoed: "找回已停止，您的钥匙继续有效。", notGood: "这份请求现在用不上", press: /^请.*签名$/, move: "把练习网的时间拨到等待期满", finish: "完成找回", finished: /的一切都由新钥匙掌管/, history: /的钥匙由监护人找回/, waiting: /有人要换掉您的钥匙/, noGuardians: /没有监护人，钥匙找不回来/, cancelSign: "签撤销", cancelAbout: (who: string) => `撤销${who}找回的签名`, cancelTake: "粘贴别的监护人签的撤销", cancel: "过目并撤销", cancelled: "找回已撤销，钥匙没有变。",
  },
  en: {
    which: "Whose key", fresh: "Make a new key", sign: "Sign the request", about: (who: string) => `Request to recover ${who}`, take: "Paste the request", read: "Read it", compare: "Before you sign", approve: "I am sure it is them: sign", approved: (who: string) => `Signature to recover ${who}`, takeApproval: "Paste a guardian's signature", two: "2 signed, 2 needed", one: "1 signed, 2 needed", missing: "1 guardian missing",
    open: "Review and open", opened: "The recovery is open, and the wait has begun.", alarm: "Somebody is about to change your key", veto: "Veto", vetoed: "The recovery is stopped, and your key stays in force.", notGood: "This request is of no use now", press: /^Let .* sign$/, move: "Move the practice network's time to the end of the wait", finish: "Finish the recovery", finished: /speaks for .* in everything/, history: /Guardians recovered the key of/, waiting: /Somebody is about to change your key/, noGuardians: /has no guardians/, cancelSign: "Sign the cancelling", cancelAbout: (who: string) => `Signature to cancel the recovery of ${who}`, cancelTake: "Paste what another guardian signed", cancel: "Review and cancel it", cancelled: "The recovery is cancelled, and the key is as it was.",
  },
} as const;

/** Whose key is lost in each language, and who guards. */
const whose = { zh: { lost: 2, guardians: [3, 4, 5] }, en: { lost: 9, guardians: [10, 11, 12] } } as const;

describe("a recovery", function () {
  this.timeout(300_000);
  let house: House;
  before(async () => {
    house = await openHouse();
    for (const { lost, guardians } of Object.values(whose)) await nameGuardians(house, lost, guardians);
  });
  after(() => house.close());

  const open = async (language: Language, width = 390) => {
    const watched = await openFor(house.browser, { locale: locales[language], width, height: 844 });
    watched.page.context().setDefaultTimeout(60_000);
    return watched;
  };
  const nameIn = (member: number, language: Language) => house.seats.find((seat) => seat.member === member)!.name[language];

  async function sendIt(page: Page, language: Language, done: string | RegExp): Promise<void> {
    await send(page, language);
    await sheet(page).getByText(done).waitFor();
    await page.keyboard.press("Escape");
  }

  /** Whoever lost the key makes a new one and signs the request; gives its text. */
  async function ask(page: Page, language: Language, member: number): Promise<string> {
    const t = said[language];
    await goTo(page, house.url, "/recover");
    await page.getByLabel(t.which).selectOption(String(member));
    await page.getByRole("button", { name: t.fresh }).click();
    await page.getByRole("button", { name: t.sign }).click();
    return textIn(page, t.about(nameIn(member, language)));
  }

  for (const language of ["zh", "en"] as const) {
    const t = said[language];
    const { lost, guardians } = whose[language];
    const name = () => nameIn(lost, language);

    it(`is opened by two guardians who read the request in browsers of their own, warns the member on every page, and is vetoed (${language})`, async () => {
      const [asker, ...hands] = await Promise.all([open(language), open(language), open(language)]);
      const request = await ask(asker!.page, language, lost);
      const approvals: string[] = [];
      for (const [place, { page }] of hands.entries()) {
        await takeSeat(page, house, guardians[place]!, language);
        await goTo(page, house.url, `/recover?member=${lost}`);
        await page.getByLabel(t.take).fill(request);
        await page.getByRole("button", { name: t.read }).click();
        await page.getByRole("heading", { name: t.compare }).waitFor();
        await page.getByRole("button", { name: t.approve }).click();
        approvals.push(await textIn(page, t.approved(name())));
      }
      const { page } = asker!;
      for (const [place, approval] of approvals.entries()) {
        if (place === 1) {
          await page.getByText(t.one).waitFor();
          await page.getByText(t.missing).waitFor();
        }
        await page.getByLabel(t.takeApproval).fill(approval);
        await page.getByRole("button", { name: t.read }).click();
      }
      await page.getByText(t.two).waitFor();
      expect(await findBarriers(page)).to.deep.equal([]);
      await page.getByRole("button", { name: t.open }).click();
      await sendIt(page, language, t.opened);
      expect(guardOf(await readBooks(house), lost as never).recovery).to.not.equal(null);

      const owner = await open(language, 1280);
      await takeSeat(owner.page, house, lost, language);
      for (const path of ["/", "/contribute", "/settings", "/keys"]) {
        await goTo(owner.page, house.url, path);
        await owner.page.getByRole("alert").filter({ hasText: t.alarm }).waitFor();
      }
      await goTo(owner.page, house.url, "/");
      await owner.page.getByRole("heading", { name: t.waiting }).waitFor();
      expect(await findBarriers(owner.page)).to.deep.equal([]);
      await owner.page.getByRole("alert").filter({ hasText: t.alarm }).getByRole("button", { name: t.veto }).click();
      await sendIt(owner.page, language, t.vetoed);
      await owner.page.getByRole("alert").filter({ hasText: t.alarm }).waitFor({ state: "detached" });
      const guard = guardOf(await readBooks(house), lost as never);
      expect([guard.recovery, guard.vetoes.length]).to.deep.equal([null, 1]);
      for (const { complaints } of [asker!, owner, ...hands]) expect(complaints).to.deep.equal([]);
      await Promise.all([asker!, owner, ...hands].map((one) => one.page.context().close()));
    });

    it(`is cancelled by two guardians who find that it was somebody else (${language})`, async () => {
      const asker = await open(language);
      await ask(asker.page, language, lost);
      for (let press = 0; press < 2; press++) await asker.page.getByRole("button", { name: t.press }).first().click();
      await asker.page.getByRole("button", { name: t.open }).click();
      await sendIt(asker.page, language, t.opened);
      const [first, second] = [await open(language), await open(language)];
      for (const [place, { page }] of [first, second].entries()) {
        await takeSeat(page, house, guardians[place]!, language);
        await goTo(page, house.url, `/recover?member=${lost}`);
      }
      await first.page.getByRole("button", { name: t.cancelSign }).click();
      const word = await textIn(first.page, t.cancelAbout(name()));
      await second.page.getByLabel(t.cancelTake).fill(word);
      await second.page.getByRole("button", { name: t.read }).click();
      await second.page.getByText(t.one).waitFor();
      await second.page.getByRole("button", { name: t.cancelSign }).click();
      await second.page.getByRole("button", { name: t.cancel }).click();
      await sendIt(second.page, language, t.cancelled);
      expect(guardOf(await readBooks(house), lost as never).ended.at(-1)?.how).to.equal("cancelled");
      await Promise.all([asker, first, second].map((one) => one.page.context().close()));
    });

    it(`is finished after the wait, and everything is the new key's at once (${language})`, async () => {
      const { page, complaints } = await open(language);
      const before = await memberNow(house, lost);
      await ask(page, language, lost);
      for (let press = 0; press < 2; press++) await page.getByRole("button", { name: t.press }).first().click();
      await page.getByRole("button", { name: t.open }).click();
      await sendIt(page, language, t.opened);
      await page.getByRole("button", { name: t.move }).click();
      await page.getByRole("button", { name: t.finish }).click();
      await sendIt(page, language, t.finished);
      const after = await memberNow(house, lost);
      expect(after.key).to.not.equal(before.key);
      expect(after.seatedFrom).to.equal(before.seatedFrom);
      await goTo(page, house.url, `/m/${lost}`);
      await page.getByText(t.history).waitFor();
      await goTo(page, house.url, "/me");
      await page.getByRole("heading", { level: 1, name: name() }).waitFor();
      expect(complaints).to.deep.equal([]);
      await page.context().close();
    });
  }

  itKeepsEveryPage(() => house, { "the page of recovering": () => "/recover", "the recovery of one with guardians": () => "/recover?member=9", "of one without": () => "/recover?member=3" });
});
