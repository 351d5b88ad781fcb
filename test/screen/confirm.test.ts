import { expect } from "chai";
import type { Page } from "playwright-core";
import type { RecordClaim } from "#client/work/types.ts";
import { takeSeat } from "../../scripts/dev/visitor.ts";
import { send, sheet } from "../support/screen/acts.ts";
import { openFor, type WatchedPage } from "../support/screen/browser.ts";
import { findBarriers, goTo, overflowOf } from "../support/screen/checks.ts";
import { readBooks, recordsOf } from "../support/screen/claims.ts";
import { connectWallet } from "../support/screen/connect.ts";
import { itKeepsEveryPage } from "../support/screen/everyPage.ts";
import { type House, openHouse } from "../support/screen/house.ts";
import { handOn, offnetWords, paste, signLater } from "../support/screen/offnet.ts";
import { offerWallet } from "../support/screen/wallet.ts";
import { locales, words } from "../support/screen/words.ts";

const said = {
  zh: {
    experience: /^体验/, learning: /^学习/, host: "另一方：谁接待了您", teacher: "另一方：谁教，或谁学", shares: "也分这一笔的价值", theirParts: "对方的份数", myParts: "我的份数", mine: "我得3.33点",
    noOther: "请选另一方是谁，不能是您自己。", onlyConfirms: (name: string) => `${name}只确认，不分`, first: (name: string) => `${name}先确认，不分价值`, done: (name: string) => `已记录。先等${name}确认，再请人见证。`,
    state: "待对方确认", own: (name: string) => `${name}打开本页就能确认`, nothing: /现在没有您要做的/, list: (n: number) => `${n}笔等您确认`, home: "去确认", review: "过目并确认", noPart: "不分。您只确认，以后不能见证这一笔",
    confirmed: "已确认。现在轮到见证人。", waits: "待见证", decline: "不属实，退回", declined: (name: string) => `已退回。${name}会看到。`, withdrawn: "已撤回", told: /^.*确认.*记录的：在稻米坊的1次体验/, toAttest: /^\d+件等您$/,
  },
  en: {
    experience: /^Experience/i, learning: /^Learning/i, host: "The other side: who hosted you", teacher: "The other side: who taught, or who learned", shares: "Shares in the value too", theirParts: "Their parts", myParts: "My parts", mine: "Me: 3.33",
    noOther: "Choose the other side; it cannot be you.", onlyConfirms: (name: string) => `${name} only confirms`, first: (name: string) => `${name} confirms first, with no part of the value`, done: (name: string) => `Recorded. ${name} confirms it next, then attesters.`,
    state: "Waits for its other side", own: (name: string) => `${name} confirms it on this page`, nothing: /Nothing to do yet/, list: (n: number) => `${n} for you to confirm`, home: "Confirm", review: "Review and confirm", noPart: "none. You only confirm, and cannot attest this one",
    confirmed: "Confirmed. Attesters come next.", waits: "Waits for attesters", decline: "Not so: decline", declined: (name: string) => `Declined. ${name} will see it.`, withdrawn: "Withdrawn", told: /confirms what .* recorded: 1 time of experience in Rice Mill/, toAttest: /^\d+ waiting for you$/,
  },
} as const;

/** In each language others, so that neither meets what the other did. */
const people = { zh: { writer: 9, host: 12, attester: 4, carrier: 10, size: { width: 390, height: 844 } }, en: { writer: 11, host: 10, attester: 5, carrier: 12, size: { width: 1280, height: 900 } } } as const;
/** A manifest that its owner keeps is looked for beside the pages, and is not there. */
const notPublished = /\/evidence\/0x[0-9a-f]{64}\.json: 404$|status of 404/;

let house: House;
before(async () => {
  house = await openHouse();
});
after(() => house.close());

const again = async (id: RecordClaim["id"]): Promise<RecordClaim> => (await readBooks(house)).work.claims.get(id) as RecordClaim;

for (const language of ["zh", "en"] as const) {
  const [t, say, off, { writer, host, attester, carrier, size }] = [said[language], words[language], offnetWords[language], people[language]];
  const name = (member: number): string => house.seats.find((seat) => seat.member === member)!.name[language];

  describe(`an experience and its other side (${language})`, () => {
    const open: WatchedPage[] = [];
    const reader = async (member?: number): Promise<Page> => {
      const watched = await openFor(house.browser, { locale: locales[language], ...size });
      open.push(watched);
      if (member !== undefined) await takeSeat(watched.page, house, member, language);
      return watched.page;
    };
    afterEach(async () => {
      for (const { page, complaints } of open.splice(0)) {
        await page.context().close();
        expect(complaints.filter((complaint) => !notPublished.test(complaint))).to.deep.equal([]);
      }
    });

    const fill = async (page: Page, what: string, kind: RegExp): Promise<void> => {
      await goTo(page, house.url, "/contribute/new");
      const main = page.getByRole("main");
      await main.getByLabel(say.project, { exact: true }).selectOption({ label: say.mill });
      await main.getByRole("radio", { name: kind }).check();
      await main.getByLabel(say.what).fill(what);
      await main.getByLabel(say.quantity, { exact: true }).fill("1");
    };
    const review = (page: Page) => page.getByRole("main").getByRole("button", { name: say.review, exact: true });
    /** Records a tasting that names the host, and gives what the chain has of it. */
    const record = async (page: Page, what: string): Promise<RecordClaim> => {
      await fill(page, what, t.experience);
      await page.getByLabel(t.host).selectOption(String(host));
      await review(page).click();
      await send(page, language);
      await sheet(page).getByText(t.done(name(host))).waitFor();
      return (await recordsOf(house, writer)).at(-1)!;
    };

    it("asks who the other side is, says what that means, and lets it share by parts", async () => {
      const page = await reader(writer);
      await fill(page, "A lesson", t.learning);
      await page.getByLabel(t.teacher).waitFor();
      await page.getByRole("main").getByRole("radio", { name: t.experience }).check();
      await review(page).click();
      await page.getByText(t.noOther).first().waitFor();
      expect(await page.getByLabel(t.host).evaluate((field) => field === document.activeElement), "the fault is gone to").to.equal(true);
      await page.getByLabel(t.host).selectOption(String(host));
      await page.getByText(t.onlyConfirms(name(host))).waitFor();
      await page.getByLabel(t.shares).check();
      await page.getByLabel(t.theirParts).fill("1");
      await page.getByLabel(t.myParts).fill("2");
      await page.getByText(t.mine).waitFor();
      expect(await findBarriers(page)).to.deep.equal([]);
      expect(await overflowOf(page), "pixels too wide").to.equal(0);
    });

    it("is recorded, confirmed by the host with a wallet who reads every line, and seen by attesters from then on", async () => {
      const page = await reader(writer);
      const what = language === "zh" ? "在磨坊尝了三种米" : "Tasted three kinds of rice";
      const claim = await record(page, what);
      expect([claim.stage, claim.owners, claim.split[1]!.parts]).to.deep.equal(["unconfirmed", [writer, host], 0]);
      await sheet(page).getByRole("button", { name: say.see }).click();
      await page.getByRole("heading", { name: t.state }).waitFor();
      await page.getByText(t.own(name(host))).waitFor();

      const third = await reader(attester);
      await goTo(third, house.url, `/c/${claim.id}`);
      await third.getByText(t.nothing).waitFor();
      await goTo(third, house.url, "/attest");
      await third.getByRole("heading", { level: 1 }).waitFor();
      expect(await third.getByText(what).count(), "before").to.equal(0);

      const watched = await openFor(house.browser, { locale: locales[language], ...size });
      open.push(watched);
      await offerWallet(watched.page.context(), house, { name: "Test Wallet", member: host });
      await watched.page.goto(house.url);
      await connectWallet(watched.page);
      await goTo(watched.page, house.url, "/attest");
      const list = watched.page.getByRole("list", { name: t.list(1) });
      await list.getByRole("link", { name: new RegExp(what) }).click();
      const main = watched.page.getByRole("main");
      await main.getByRole("button", { name: t.review }).waitFor();
      for (const line of [what, `${name(writer)} · ${writer}`, say.mill, t.noPart]) await main.getByText(line).first().waitFor();
      expect(await findBarriers(watched.page)).to.deep.equal([]);
      expect(await overflowOf(watched.page), "pixels too wide").to.equal(0);
      await main.getByRole("button", { name: t.review }).click();
      await send(watched.page, language);
      await sheet(watched.page).getByText(t.confirmed).waitFor();
      expect((await again(claim.id)).stage).to.equal("pending");

      await third.reload();
      await third.getByRole("list", { name: t.toAttest }).or(third.getByRole("main")).getByText(what).first().waitFor();
      await goTo(third, house.url, `/c/${claim.id}`);
      await third.getByRole("heading", { name: t.waits, exact: true }).waitFor();
      await third.getByRole("button", { name: off.attest }).waitFor();
    });

    it("is declined with the keyboard alone, and is over", async () => {
      const writing = await reader(writer);
      const claim = await record(writing, language === "zh" ? "没去过的品尝" : "A tasting that was not");
      const page = await reader(host);
      await goTo(page, house.url, `/c/${claim.id}`);
      const decline = page.getByRole("main").getByRole("button", { name: t.decline });
      await decline.focus();
      await page.keyboard.press("Enter");
      await send(page, language);
      await sheet(page).getByText(t.declined(name(writer))).waitFor();
      await page.keyboard.press("Escape");
      await page.getByRole("heading", { name: t.withdrawn, exact: true }).waitFor();
      expect((await again(claim.id)).stage).to.equal("withdrawn");
    });

    it("is confirmed off-net: signed for later, told in full where it is carried, and done once carried", async () => {
      const writing = await reader(writer);
      const claim = await record(writing, language === "zh" ? "下雨天的品尝" : "A tasting in the rain");
      const page = await reader(host);
      await goTo(page, house.url, `/c/${claim.id}`);
      await page.getByRole("main").getByRole("button", { name: t.review }).click();
      await signLater(page, language);
      const text = await handOn(page, language);
      expect((await again(claim.id)).stage, "nothing was sent").to.equal("unconfirmed");
      const other = await reader(carrier);
      await paste(other, house, text, language);
      await other.getByText(off.good(1, 1)).waitFor();
      await other.getByText(t.told).first().waitFor();
      await other.getByRole("button", { name: off.send(1) }).click();
      await send(other, language);
      await other.keyboard.press("Escape");
      await other.getByText(off.result(1, 1)).waitFor();
      expect((await again(claim.id)).confirmedAt).to.be.a("number");
    });

    if (language === "zh")
      it("waits on Home for the visitor's own seat, as the seed tells it", async () => {
        const page = await reader(1);
        await goTo(page, house.url, "/");
        const link = page.getByRole("main").getByRole("link", { name: /确认唐处暑记录的：跟林小满学看含水率|去确认/ }).first();
        await link.or(page.getByRole("button", { name: /还有\d+件/ })).first().waitFor();
        if ((await link.count()) === 0) await page.getByRole("button", { name: /还有\d+件/ }).click();
        await link.click();
        await page.getByRole("button", { name: t.review }).waitFor();
      });
  });
}

describe("the pages of what waits for its other side", () => {
  let waiting: string;
  before(async () => {
    waiting = [...(await readBooks(house)).work.claims.values()].find(({ stage }) => stage === "unconfirmed")!.id;
  });
  itKeepsEveryPage(() => house, { "a record that waits for its other side": () => `/c/${waiting}` });
});
