import { createHash } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import type { Page } from "playwright-core";
import type { Claim } from "#client/work/types.ts";
import { readUri } from "#client/work/uri.ts";
import { takeSeat } from "../../scripts/dev/visitor.ts";
import { send, sheet } from "../support/screen/acts.ts";
import { openFor, type WatchedPage } from "../support/screen/browser.ts";
import { goTo } from "../support/screen/checks.ts";
import { readBooks, recordsOf } from "../support/screen/claims.ts";
import { connectWallet } from "../support/screen/connect.ts";
import { itKeepsEveryPage } from "../support/screen/everyPage.ts";
import { type House, openHouse } from "../support/screen/house.ts";
import { fillRecord } from "../support/screen/record.ts";
import { offerWallet } from "../support/screen/wallet.ts";
import { locales, words } from "../support/screen/words.ts";

const said = {
  zh: {
    record: "记一笔贡献",
    faults: "有3处要改",
    noWhat: "请写下做了什么。",
    badQuantity: "请填大于零的整数。",
    late: "还没到这一天。",
    day: "哪一天做的",
    needed: /需要见证人\s*\d位/,
    tooMuch: "超过项目一期的预算",
    restored: "没写完的草稿",
    over: "重新写",
    hidden: "让所有人读到这句话",
    addPerson: "加一个人",
    person: "成员",
    her: "罗大寒 · 8",
    hisPart: "我得30点",
    others: "现在等人见证的",
    withdraw: "撤回",
    withdrawn: "已撤回。想再记时，重新记录即可。",
    again: "重新记录",
    enrol: "登记为见证人",
    enrolled: "您已是",
    other: "另填",
    saw: "我看到的数量",
    middle: "居中",
    yes: /^是，/,
    reviewVote: "过目并作答",
    first: "首轮见证",
  },
  en: {
    record: "Record a contribution",
    faults: "3 things to change",
    noWhat: "Say what you did.",
    badQuantity: "Enter a whole number above zero.",
    late: "That day is still to come.",
    day: "Which day",
    needed: /Attesters needed\s*\d, of/,
    tooMuch: "Above the project's budget",
    restored: "This is the draft you left",
    over: "Start over",
    hidden: "Let everyone read these words",
    addPerson: "Add a person",
    person: "Member",
    her: "Luo Dahan · 8",
    hisPart: "Me: 30",
    others: "What waits for attesters now",
    withdraw: "Withdraw",
    withdrawn: "Withdrawn. It can be recorded anew at any time.",
    again: "Record it anew",
    enrol: "Enrol as an attester",
    enrolled: "You attest at",
    other: "Another number",
    saw: "What I saw",
    middle: "the middle",
    yes: /^Yes,/,
    reviewVote: "Review and answer",
    first: "First answers",
  },
} as const;

/** A manifest that its owner keeps is looked for beside the pages, and is not there. */
const notPublished = /\/evidence\/0x[0-9a-f]{64}\.json: 404$|status of 404/;
/** Who records and who attests, in each language others, so that neither meets what the other did. */
const people = { zh: { writer: 10, quiet: 4, outsider: 9, attester: 5 }, en: { writer: 11, quiet: 2, outsider: 12, attester: 7 } } as const;

let house: House;
before(async () => {
  house = await openHouse();
});
after(() => house.close());

/** The first claim of the seed that fits. Throws where there is none. */
async function claimThat(fits: (claim: Claim) => boolean): Promise<Claim> {
  for (const claim of (await readBooks(house)).work.claims.values()) if (fits(claim)) return claim;
  throw new Error("The seed has no such claim.");
}

for (const language of ["zh", "en"] as const) {
  const say = words[language];
  const t = said[language];
  const told = { what: language === "zh" ? "修好水渠的闸门" : "Mended the sluice", quantity: 6, note: language === "zh" ? "换了两块板。" : "Two new boards." };

  describe(`recording work (${language})`, () => {
    let watched: WatchedPage;
    let page: Page;
    beforeEach(async () => {
      watched = await openFor(house.browser, { locale: locales[language], width: 360, height: 740 });
      page = watched.page;
    });
    afterEach(async () => {
      await page.context().close();
      expect(watched.complaints.filter((complaint) => !notPublished.test(complaint))).to.deep.equal([]);
    });
    const review = () => page.getByRole("main").getByRole("button", { name: say.review, exact: true });

    it("tells what is wrong where the reader left a field, and all of it with a way to each when reviewed", async () => {
      await goTo(page, house.url, "/contribute/new?project=1");
      const quantity = page.getByLabel(say.quantity, { exact: true });
      await quantity.fill("two");
      await page.getByLabel(say.note).focus();
      await page.getByText(t.badQuantity).waitFor();
      expect(await page.getByText(t.noWhat).count()).to.equal(0);
      await page.getByLabel(t.day).fill("2099-01-01");
      await review().click();
      await page.getByText(t.faults).waitFor();
      expect(await page.getByLabel(say.what).evaluate((field) => field === document.activeElement)).to.equal(true);
      await page.getByRole("alert").getByRole("button", { name: t.late }).click();
      expect(await page.getByLabel(t.day).evaluate((field) => field === document.activeElement)).to.equal(true);
      expect(await page.getByRole("dialog").count()).to.equal(0);
    });

    it("foretells the value and how many must attest, and says beforehand what would be refused", async () => {
      await goTo(page, house.url, "/contribute/new");
      await fillRecord(page, told, language);
      const main = page.getByRole("main");
      await main.getByText(t.needed).waitFor();
      await page.getByLabel(say.quantity, { exact: true }).fill("9000");
      await main.getByText(t.tooMuch).first().waitFor();
      expect(await review().getAttribute("aria-disabled")).to.equal("true");
    });

    it("hashes a large file away from the page, which stays alive, and gets what every tool gets", async () => {
      await goTo(page, house.url, "/contribute/new");
      const folder = await mkdtemp(join(tmpdir(), "gongsheng-"));
      const buffer = Buffer.alloc(60_000_000, "grain");
      await writeFile(join(folder, "film.mp4"), buffer);
      await page.evaluate(() => {
        const seen = { longest: 0, last: performance.now() };
        (globalThis as unknown as { seen: typeof seen }).seen = seen;
        setInterval(() => {
          seen.longest = Math.max(seen.longest, performance.now() - seen.last);
          seen.last = performance.now();
        }, 20);
      });
      await page.getByLabel(say.addFiles).setInputFiles(join(folder, "film.mp4"));
      const row = page.getByRole("main").getByRole("listitem").filter({ hasText: "film.mp4" });
      await row.waitFor();
      await rm(folder, { recursive: true });
      const sha256 = createHash("sha256").update(buffer).digest("hex");
      expect(await row.innerText()).to.include(sha256.slice(0, 8)).and.include(sha256.slice(-8));
      const longest = await page.evaluate(() => (globalThis as unknown as { seen: { longest: number } }).seen.longest);
      expect(longest, "milliseconds without an answer").to.be.lessThan(1_500);
    });

    it("keeps a draft over a reload, with the same digest, until it is thrown away", async () => {
      await goTo(page, house.url, "/contribute/new");
      await fillRecord(page, told, language);
      const digest = await page.getByLabel(say.digest).innerText();
      await goTo(page, house.url, "/contribute");
      await page.getByRole("link", { name: t.record }).waitFor();
      await page.reload();
      await goTo(page, house.url, "/contribute/new");
      await page.getByText(t.restored).waitFor();
      expect(await page.getByLabel(say.what).inputValue()).to.equal(told.what);
      expect(await page.getByLabel(say.note).inputValue()).to.equal(told.note);
      expect(await page.getByLabel(say.digest).innerText()).to.equal(digest);
      await page.getByRole("button", { name: t.over }).click();
      expect(await page.getByLabel(say.what).inputValue()).to.equal("");
    });

    it("opens the ways to sign for a visitor and loses nothing of what was written", async () => {
      await goTo(page, house.url, "/contribute/new");
      await fillRecord(page, told, language);
      await review().click();
      await page.getByRole("dialog").waitFor();
      await page.keyboard.press("Escape");
      expect(await page.getByLabel(say.what).inputValue()).to.equal(told.what);
      expect(await page.getByLabel(say.quantity, { exact: true }).inputValue()).to.equal("6");
    });

    it("records what two did together by parts, with words that only the manifest has", async () => {
      const { quiet } = people[language];
      await takeSeat(page, house, quiet, language);
      await goTo(page, house.url, "/contribute/new");
      await fillRecord(page, told, language);
      await page.getByLabel(t.hidden).uncheck();
      await page.getByRole("button", { name: t.addPerson }).click();
      await page.getByLabel(t.person, { exact: true }).selectOption({ label: t.her });
      await page.getByText(t.hisPart, { exact: true }).waitFor();
      await review().click();
      await send(page, language);
      await sheet(page).getByText(say.recorded).waitFor();
      const claim = (await recordsOf(house, quiet)).at(-1)!;
      expect(claim.owners).to.deep.equal([quiet, 8]);
      expect(readUri(claim.uri)).to.equal(null);
      await sheet(page).getByRole("button", { name: say.see }).click();
      await page.getByText(say.matches, { exact: true }).waitFor();
      await page.getByRole("main").getByText(told.what).waitFor();
    });

    it("a wallet that refuses sends nothing and keeps the sheet; when it agrees, the record is there and can be withdrawn", async () => {
      const { writer } = people[language];
      const wallet = await offerWallet(page.context(), house, { name: "Test Wallet", member: writer });
      await page.goto(house.url);
      await connectWallet(page);
      const before = (await recordsOf(house, writer)).length;
      wallet.rejectSend = 1;
      await goTo(page, house.url, "/contribute/new");
      await fillRecord(page, told, language);
      await review().click();
      await send(page, language);
      await sheet(page).getByText(say.sendRejected).waitFor();
      expect((await recordsOf(house, writer)).length).to.equal(before);
      await send(page, language);
      await sheet(page).getByText(say.recorded).waitFor();
      await sheet(page).getByRole("button", { name: say.see }).click();
      await page.getByRole("heading", { level: 1, name: told.what }).waitFor();
      await page.getByRole("main").getByRole("button", { name: t.withdraw }).click();
      await send(page, language);
      await sheet(page).getByText(t.withdrawn).waitFor();
      await page.keyboard.press("Escape");
      await page.getByRole("link", { name: t.again }).click();
      await page.getByLabel(say.digest).waitFor();
      expect(await page.getByLabel(say.what).inputValue()).to.equal(told.what);
      expect(await page.getByLabel(say.digest).innerText()).to.equal((await recordsOf(house, writer)).at(-1)!.evidence);
    });
  });

  describe(`attesting (${language})`, () => {
    let watched: WatchedPage;
    let page: Page;
    beforeEach(async () => {
      watched = await openFor(house.browser, { locale: locales[language] });
      page = watched.page;
    });
    afterEach(async () => {
      await page.context().close();
      expect(watched.complaints.filter((complaint) => !notPublished.test(complaint))).to.deep.equal([]);
    });

    it("a visitor sees what waits for attesters, and is offered a seat", async () => {
      await goTo(page, house.url, "/attest");
      const list = page.getByRole("list", { name: t.others });
      await list.waitFor();
      expect(await list.getByRole("listitem").count()).to.be.greaterThan(3);
    });

    it("who is not enrolled is told so, enrols there, and answers with what they saw", async () => {
      const { outsider } = people[language];
      const claim = await claimThat(({ lane, stage, project, by, owners }) => lane === "record" && stage === "pending" && project === 1 && by === (language === "zh" ? 4 : 8) && !owners.includes(outsider as never));
      await takeSeat(page, house, outsider, language);
      await goTo(page, house.url, `/c/${claim.id}`);
      await page.getByRole("button", { name: t.enrol }).click();
      await send(page, language);
      await sheet(page).getByText(t.enrolled).waitFor();
      await page.keyboard.press("Escape");
      await page.getByRole("radio", { name: t.other }).check();
      await page.getByLabel(t.saw).fill("2");
      await page.getByRole("button", { name: say.attest }).click();
      await send(page, language);
      await sheet(page).getByText(say.attested).waitFor();
      const { work } = await readBooks(house);
      expect(work.claims.get(claim.id)!.answers.at(-1)).to.include({ attester: outsider, quantity: 2 });
    });

    it("the queue leads to a claim, whose answer is given and then is no longer asked for", async () => {
      const { attester } = people[language];
      await takeSeat(page, house, attester, language);
      const binding = await claimThat(({ lane, stage }) => lane === "binding" && stage === "pending");
      await goTo(page, house.url, "/attest");
      const link = page.locator(`main a[href="#/c/${binding.id}"]`);
      await link.first().click();
      await page.getByRole("radio", { name: t.yes }).check();
      await page.getByRole("button", { name: t.reviewVote }).click();
      await send(page, language);
      await sheet(page).getByText(say.attested).waitFor();
      await page.keyboard.press("Escape");
      await goTo(page, house.url, "/attest");
      await page.locator("main h2").first().waitFor();
      await link.first().waitFor({ state: "detached" });
      expect((await readBooks(house)).work.claims.get(binding.id)!.answers.some((answer) => answer.attester === (attester as number))).to.equal(true);
    });

    it("marks the middle of the answers that sealed a record", async () => {
      const claim = await claimThat(({ lane, named, quantity, answers }) => lane === "record" && named > 0 && named < quantity && answers.length === 3);
      await goTo(page, house.url, `/c/${claim.id}`);
      const row = page.getByRole("list", { name: t.first }).first().getByRole("listitem").filter({ hasText: t.middle });
      expect(await row.count()).to.equal(1);
      expect(await row.innerText()).to.include(String(claim.named));
    });
  });
}

describe("the pages of work", () => {
  let claims: Record<"waiting" | "round" | "binding" | "batch" | "withdrawn", string>;
  before(async () => {
    const id = async (fits: (claim: Claim) => boolean) => (await claimThat(fits)).id;
    claims = {
      waiting: await id(({ lane, stage }) => lane === "joint" && stage === "pending"),
      round: await id(({ round }) => round !== null),
      binding: await id(({ lane }) => lane === "binding"),
      batch: await id(({ lane }) => lane === "batch"),
      withdrawn: await id(({ stage }) => stage === "withdrawn"),
    };
  });

  itKeepsEveryPage(() => house, {
    "what members recorded": () => "/contribute",
    "the form": () => "/contribute/new",
    "the form for a project": () => "/contribute/new?project=1",
    "what waits for attesters": () => "/attest",
    "a record that waits": () => `/c/${claims.waiting}`,
    "a second round": () => `/c/${claims.round}`,
    "a binding": () => `/c/${claims.binding}`,
    "a history as a claim": () => `/c/${claims.batch}`,
    "a withdrawn record": () => `/c/${claims.withdrawn}`,
    "an id of nothing": () => "/c/0x00",
  });
});

