import { expect } from "chai";
import { openPage } from "../support/screen/browser.ts";
import { goTo } from "../support/screen/checks.ts";
import { connectWallet } from "../support/screen/connect.ts";
import { itKeepsEveryPage } from "../support/screen/everyPage.ts";
import { type House, openHouse } from "../support/screen/house.ts";
import { offerWallet } from "../support/screen/wallet.ts";

const said = {
  "zh-CN": { edit: "修改资料", zh: "中文名", en: "英文名", review: "核对", send: "立即发送", done: /资料已更新/, rejected: /什么也没有发送/, matches: "与链上摘要一致", search: "按姓名、编号或地址查找", nobody: /没有与“无此人”相符的成员/, all: "看全部成员", seatOf: "严小寒的席位", history: "成员经历", joined: /加入，由林小满、周白露担保/, recovery: "罗大寒的找回正在进行", recovered: /监护人发起找回/, guards: /3位，找回要2位签名/ },
  "en-GB": { edit: "Change my profile", zh: "Name in Chinese", en: "Name in English", review: "Review", send: "Send now", done: /Your profile is changed/, rejected: /nothing was sent/i, matches: "matches its digest on chain", search: "Find by name, number or address", nobody: /No member fits "无此人"/, all: "See all members", seatOf: "The seat of Yan Xiaohan", history: "As a member", joined: /joined, vouched for by Lin Xiaoman and Zhou Bailu/, recovery: "A recovery of Luo Dahan is open", recovered: /Guardians opened a recovery of/, guards: /3, of whom 2 recover a key/ },
} as const;

describe("the pages about members", () => {
  let house: House;
  before(async () => {
    house = await openHouse();
  });
  after(() => house.close());

  const seatOf = (member: number) => house.seats.find((seat) => seat.member === member)!;

  it("lists members in the order of pinyin in Chinese, and of the alphabet in English", async () => {
    for (const [locale, first, last] of [["zh-CN", "陈谷雨", "周白露"], ["en-GB", "Chen Guyu", "Zhou Bailu"]] as const) {
      const { page } = await openPage(house.browser, locale);
      await goTo(page, house.url, "/members");
      const names = await page.locator("tbody th").allInnerTexts();
      expect(names).to.have.length(house.seats.length);
      expect(names.at(0)).to.include(first);
      expect(names.at(-1)).to.include(last);
      await page.context().close();
    }
  });

  for (const locale of ["zh-CN", "en-GB"] as const) {
    const t = said[locale];

    it(`finds a member by either name, number or address, and says when there is none (${locale})`, async () => {
      const { page } = await openPage(house.browser, locale);
      await goTo(page, house.url, "/members");
      const field = page.getByLabel(t.search);
      for (const query of ["叶秋", "ye qiu", "7", seatOf(7).address]) {
        await field.fill(query);
        expect(await page.locator("tbody tr").count(), query).to.equal(1);
        expect(await page.locator("tbody a").first().getAttribute("href")).to.equal("#/m/7");
      }
      await field.fill("无此人");
      await page.getByText(t.nobody).waitFor();
      await page.getByRole("button", { name: t.all }).click();
      expect(await page.locator("tbody tr").count()).to.equal(house.seats.length);
      await page.context().close();
    });

    it(`shows a member's checked profile, and leads each number of shares to its reasons (${locale})`, async () => {
      const { page } = await openPage(house.browser, locale);
      await goTo(page, house.url, "/m/6");
      await page.getByText(t.matches).waitFor();
      expect(await page.locator('main a[href^="#/why/6/"]').count()).to.be.greaterThan(0);
      await page.context().close();
    });

    it(`says how a member stands and what became of them: who waits for a seat, whose key is being recovered (${locale})`, async () => {
      const { page } = await openPage(house.browser, locale);
      await goTo(page, house.url, "/m/13");
      await page.getByRole("heading", { name: t.seatOf }).waitFor();
      await page.getByRole("list", { name: t.history }).getByText(t.joined).waitFor();
      await goTo(page, house.url, "/m/8");
      await page.getByRole("heading", { name: t.recovery }).waitFor();
      await page.getByRole("list", { name: t.history }).getByText(t.recovered).waitFor();
      await page.getByRole("link", { name: t.guards }).click();
      await page.waitForURL(/#\/recover\?member=8$/);
      await page.context().close();
    });

    it(`changes a profile with a wallet that signs (${locale})`, async () => {
      const member = locale === "zh-CN" ? 3 : 4;
      const { page } = await openPage(house.browser, locale, 360, 740);
      const wallet = await offerWallet(page.context(), house, { name: "Test Wallet", member });
      await goTo(page, house.url, `/m/${member}`);
      await connectWallet(page, wallet.name);
      await page.getByRole("button", { name: t.edit }).click();
      await page.getByLabel(t.zh).fill(`试名${member}`);
      await page.getByLabel(t.en).fill(`Trial Name ${member}`);
      await page.getByRole("button", { name: t.review, exact: true }).click();
      await page.getByRole("button", { name: t.send }).click();
      await page.getByText(t.done).first().waitFor({ timeout: 20_000 });
      await page.keyboard.press("Escape");
      await page.locator("h1", { hasText: locale === "zh-CN" ? `试名${member}` : `Trial Name ${member}` }).waitFor();
      await page.context().close();
    });

    it(`says so when the wallet rejects, and changes nothing (${locale})`, async () => {
      const { page } = await openPage(house.browser, locale);
      const wallet = await offerWallet(page.context(), house, { name: "Test Wallet", member: 5 });
      wallet.rejectSend = 1;
      await goTo(page, house.url, "/m/5");
      const before = await page.locator("h1").innerText();
      await connectWallet(page, wallet.name);
      await page.getByRole("button", { name: t.edit }).click();
      await page.getByLabel(t.zh).fill("不会改");
      await page.getByRole("button", { name: t.review, exact: true }).click();
      await page.getByRole("button", { name: t.send }).click();
      await page.getByText(t.rejected).first().waitFor();
      await page.keyboard.press("Escape");
      expect(await page.locator("h1").innerText()).to.equal(before);
      await page.context().close();
    });
  }

  itKeepsEveryPage(() => house, { "the list of members": () => "/members", "a member": () => "/m/1", "a number that nobody has": () => "/m/999" });
});
