import { expect } from "chai";
import type { Page } from "playwright-core";
import { callOf } from "#client/chain/call.ts";
import { parseDeployment } from "#client/chain/deployment.ts";
import { parseReview } from "#client/work/review.ts";
import { statementStageOf } from "#client/work/statementStage.ts";
import type { StatementRecord } from "#client/work/types.ts";
import { takeSeat } from "../../scripts/dev/visitor.ts";
import { elements, tricks } from "../support/client/hostile/payloads.ts";
import { send, sheet } from "../support/screen/acts.ts";
import { openFor, openPage } from "../support/screen/browser.ts";
import { chainOf, walletOf } from "../support/screen/chain.ts";
import { goTo } from "../support/screen/checks.ts";
import { readBooks } from "../support/screen/claims.ts";
import { connectWallet } from "../support/screen/connect.ts";
import { itKeepsEveryPage } from "../support/screen/everyPage.ts";
import { type House, openHouse } from "../support/screen/house.ts";
import { offerWallet } from "../support/screen/wallet.ts";
import { type Language, locales, words } from "../support/screen/words.ts";

const said = {
  zh: {
    title: "中文标题",
    summary: "中文摘要",
    free: "使用者免费得到什么（中文）",
    industry: "行业代码",
    none: "找过了，没有相近的",
    budget: "每期预算",
    work: "劳动",
    unit: "单位（中文）",
    text: "正文",
    tick: /^1\. 全行业覆盖/,
    stored: "草稿已存在这个浏览器", restored: "没写完的草稿",
    review: "过目",
    faults: /还有\d+处要改/,
    drafted: "项目说已上链，现在是草稿。",
    submit: "送去评议",
    submitted: "已送去评议",
    toIt: "看这一页",
    hidden: "已有0份评议",
    hiddenWhy: "这是本页的礼貌，不是秘密",
    point: (n: number) => new RegExp(`^${n}\\. `),
    comment: "意见",
    reviewed: "评议已记下。",
    sum: "6项得2，6项得1：6 × 2 + 6 × 1 = 18",
    move: "把时间拨到评议结束",
    grade: "评级A",
    vote: "付表决",
    majority: "过半数",
    own: "您是提出人或发起人，自己的由别人来评。",
    verified: "一致",
    altered: "已改动",
    unavailable: "读不到",
    hashesTo: "原文重算的摘要和编号都与链上相同。",
    sameBytes: "一个字节也没有变",
    gateway: "网关地址",
    preview: "看样子",
    size: /字节，最多65,536/,
    versions: "各版",
    takenBack: "已收回。",
    takeBack: "收回",
    nobody: "选一个身份，就能评议",
    nearer: "和已有的很像",
  },
  en: {
    title: "Title in English",
    summary: "Summary in English",
    free: "What is free for users, in English",
    industry: "Industry code",
    none: "I looked and found none",
    budget: "Budget an epoch",
    work: "Work",
    unit: "Unit, in English",
    text: "The text",
    tick: /^1\. Industry coverage/,
    stored: "draft is saved in this browser", restored: "This is the draft you left",
    review: "Review",
    faults: /\d+ things to change/,
    drafted: "The statement is on chain, as a draft.",
    submit: "Submit for review",
    submitted: "Submitted. Reviews come next.",
    toIt: "See its page",
    hidden: "0 reviews have come",
    hiddenWhy: "That is this page's courtesy and no secret",
    point: (n: number) => new RegExp(`^${n}\\. `),
    comment: "Comment",
    reviewed: "Your review is recorded.",
    sum: "6 at 2 and 6 at 1: 6 × 2 + 6 × 1 = 18",
    move: "Move time to the end of the review",
    grade: "Grade A",
    vote: "Put it to a vote",
    majority: "more than half",
    own: "You are its proposer or a founder; one's own is reviewed by others.",
    verified: "Verified",
    altered: "Altered",
    unavailable: "Unavailable",
    hashesTo: "Its text hashes to the digest on chain",
    sameBytes: "not a byte has changed",
    gateway: "Address of a gateway",
    preview: "Preview",
    size: /of 65,536 bytes/,
    versions: "Versions",
    takenBack: "Taken back.",
    takeBack: "Take it back",
    nobody: "Say who you are to review it",
    nearer: "Much like what is here",
  },
} as const;

const told = {
  zh: { title: "晒场夜灯", summary: "晒谷场晚上点灯，谁来翻谷谁记一笔，天亮灭灯。", free: "孩子们在灯下写作业，不收钱。", unit: "小时", body: "## 社会创新价值\n\n夜里能翻谷，谷子不发霉。\n" },
  en: { title: "Lamps on the Drying Ground", summary: "Lamps burn over the drying ground, and whoever turns the grain writes it down.", free: "Children read below the lamps for nothing.", unit: "hour", body: "## Social innovation\n\nGrain that is turned at night does not go mouldy.\n" },
} as const;

/** So the medians come to 18 whatever one generous reviewer says. */
const marks = [2, 2, 2, 1, 1, 1, 2, 2, 1, 1, 1, 2] as const;
const languages: readonly Language[] = ["zh", "en"];

describe("the pages about statements", () => {
  let house: House;
  before(async () => {
    house = await openHouse();
  });
  after(() => house.close());

  const find = async (fits: (record: StatementRecord, now: number) => boolean): Promise<StatementRecord> => {
    const ledger = await readBooks(house);
    const now = Math.max(...ledger.timeline.map(({ at }) => at));
    const found = [...ledger.work.statements.values()].find((record) => fits(record, now));
    if (!found) throw new Error("The seed has no such statement.");
    return found;
  };

  /** A member reviews from outside the browser. */
  const reviewAs = async (member: number, statement: string): Promise<void> => {
    const call = callOf(parseDeployment(house.deployment), parseReview({ statement, marks, comment: null, uri: "" }));
    const { reader } = chainOf(house);
    const hash = await walletOf(house, member).writeContract({ ...call, args: [...call.args] });
    await reader.waitForTransactionReceipt({ hash });
  };

  /** Fills the form of a statement, all but what it has already. */
  const fill = async (page: Page, language: Language): Promise<void> => {
    const [t, w] = [said[language], told[language]];
    const main = page.getByRole("main");
    await main.getByRole("textbox", { name: t.title }).fill(w.title);
    await main.getByRole("textbox", { name: t.summary }).fill(w.summary);
    await main.getByRole("textbox", { name: t.free }).fill(w.free);
    await main.getByRole("textbox", { name: t.industry }).fill("4321");
    await main.getByRole("checkbox", { name: t.none }).check();
    await main.getByRole("textbox", { name: t.budget }).fill("800");
    await main.getByRole("textbox", { name: t.work, exact: true }).fill("7.5");
    await main.getByRole("textbox", { name: t.unit }).fill(w.unit);
    await main.getByRole("textbox", { name: t.text, exact: true }).fill(w.body);
  };

  for (const language of languages) {
    const [t, locale] = [said[language], locales[language]];

    it(`lead from a blank page to a draft, five reviews, a grade and a vote (${language})`, async () => {
      const { page, complaints } = await openFor(house.browser, { locale });
      const proposer = language === "zh" ? 1 : 3;
      await takeSeat(page, house, proposer, language);
      await goTo(page, house.url, "/statements/new");
      await page.getByRole("button", { name: t.review, exact: true }).click();
      await page.getByText(t.faults).waitFor();
      await fill(page, language);
      await page.getByRole("checkbox", { name: t.tick }).check();
      await page.getByText(t.size).waitFor();

      // What was written outlasts the page; what was typed last is saved half a second later than the first word that is said to be.
      await page.getByText(t.stored).waitFor();
      await page.waitForTimeout(700);
      await page.reload();
      await page.getByText(t.restored).waitFor();
      expect(await page.getByRole("textbox", { name: t.title }).inputValue()).to.equal(told[language].title);
      expect(await page.getByRole("checkbox", { name: t.tick }).isChecked()).to.equal(true);

      await page.getByRole("button", { name: t.review, exact: true }).click();
      await send(page, language);
      await sheet(page).getByText(t.drafted).waitFor();
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: t.submit }).click();
      await send(page, language);
      await sheet(page).getByText(t.submitted).waitFor();
      await page.keyboard.press("Escape");
      await page.getByRole("link", { name: t.toIt }).click();
      await page.getByRole("heading", { level: 1, name: told[language].title }).waitFor();
      await page.getByText(t.own).waitFor();
      const id = new URL(page.url()).hash.slice("#/s/".length);

      // One reviews by the page: before that, what others gave is not told.
      await takeSeat(page, house, 2, language);
      await goTo(page, house.url, `/s/${id}`);
      await page.getByText(t.hiddenWhy).waitFor();
      for (let point = 1; point <= 12; point += 1) await page.getByRole("group", { name: t.point(point) }).getByRole("radio").nth(2).check();
      await page.getByRole("textbox", { name: t.comment }).fill("灯绳要够长。");
      await page.getByRole("button", { name: t.review, exact: true }).click();
      await send(page, language);
      await sheet(page).getByText(t.reviewed).waitFor();
      await page.keyboard.press("Escape");
      await page.getByText("灯绳要够长。").last().waitFor();

      for (const member of [4, 5, 6, 7]) await reviewAs(member, id);
      await page.getByText(t.sum).waitFor();
      await page.getByRole("button", { name: t.move }).click();
      await page.getByRole("img", { name: t.grade, exact: true }).first().waitFor();
      await page.getByText(t.majority).waitFor();
      expect(await page.getByRole("link", { name: t.vote }).getAttribute("href")).to.equal(`#/decide/new?admit=${id}`);
      expect(complaints).to.deep.equal([]);
      await page.context().close();
    });

    it(`say that a document is verified, altered or unavailable, in one of three words (${language})`, async () => {
      const { page } = await openPage(house.browser, locale);
      const far = await find(({ uri }) => uri.startsWith("ipfs:"));
      // A copy beside the pages verifies, so that no gateway is asked.
      await goTo(page, house.url, `/s/${far.id}`);
      await page.getByText(t.verified, { exact: true }).waitFor();
      await page.route("**/statements/*.md", (route) => route.fulfill({ status: 404, body: "" }));
      await page.route("https://gateway.example/**", (route) => route.fulfill({ body: "---\ngongsheng: article/1\n---\n\n这不是交上去的那一份。\n", contentType: "text/markdown", headers: { "access-control-allow-origin": "*" } }));
      await page.reload();
      await page.getByText(t.unavailable, { exact: true }).waitFor();
      await goTo(page, house.url, "/settings");
      await page.getByLabel(t.gateway).fill("https://gateway.example");
      await page.getByLabel(t.gateway).press("Enter");
      await goTo(page, house.url, `/s/${far.id}`);
      await page.getByText(t.altered, { exact: true }).waitFor();
      expect(await page.getByText("这不是交上去的那一份。").isVisible()).to.equal(false);
      await page.context().close();
    });

    it(`are hashed anew on the page of checks, by their id, by their digest and as a file (${language})`, async () => {
      const { page, complaints } = await openPage(house.browser, locale);
      const inside = await find(({ kind, uri }) => kind === "statement" && uri.startsWith("data:"));
      for (const asked of [inside.id, inside.document]) {
        await goTo(page, house.url, `/verify?q=${asked}`);
        await page.getByText(t.hashesTo).first().waitFor();
        expect(await page.locator(`main a[href="#/s/${inside.id}"]`).count()).to.be.greaterThan(0);
      }
      await page.locator("main input[type=file]").first().setInputFiles({ name: "text.md", mimeType: "text/markdown", buffer: Buffer.from(inside.uri.split(",")[1]!, "base64") });
      await page.getByText(t.sameBytes).waitFor();
      expect(complaints).to.deep.equal([]);
      await page.context().close();
    });

    it(`show what changed between two versions, and say so aloud (${language})`, async () => {
      const { page } = await openPage(house.browser, locale);
      const next = await find(({ previous }) => previous !== null);
      await goTo(page, house.url, `/s/${next.id}`);
      await page.getByRole("heading", { name: t.versions, exact: true }).waitFor();
      expect(await page.locator("main ins").count()).to.be.greaterThan(0);
      expect(await page.locator("main del").count()).to.be.greaterThan(0);
      await page.context().close();
    });

    it(`offer a review to nobody without a seat, and refuse founders in words (${language})`, async () => {
      const { page } = await openPage(house.browser, locale);
      const open = await find((record, now) => record.cofounders.length > 0 && statementStageOf(record, now).stage === "inReview");
      await goTo(page, house.url, `/s/${open.id}`);
      await page.getByRole("button", { name: t.nobody }).waitFor();
      expect(await page.getByRole("radio").count()).to.equal(0);
      await takeSeat(page, house, open.cofounders[0]!, language);
      await goTo(page, house.url, `/s/${open.id}`);
      await page.getByText(t.own).waitFor();
      // Nobody is asked before he is named, so that whoever took no part may say so, and then review.
      if (language === "en") {
        await page.getByRole("button", { name: "I am not one of its authors" }).click();
        await send(page, language);
        await sheet(page).getByText("You may review it now.").waitFor();
        await page.keyboard.press("Escape");
        await page.getByRole("group", { name: t.point(1) }).waitFor();
      }
      await page.context().close();
    });

    it(`draw a hostile text harmlessly while it is written (${language})`, async () => {
      const { page, complaints, asked } = await openPage(house.browser, locale);
      let dialogs = 0;
      page.on("dialog", (dialog) => {
        dialogs += 1;
        void dialog.dismiss();
      });
      await goTo(page, house.url, "/learn/new");
      await page.getByRole("textbox", { name: t.text, exact: true }).fill([...elements, ...tricks].join("\n\n").slice(0, 40_000));
      await page.getByRole("tab", { name: t.preview }).click();
      await page.getByRole("tabpanel").locator("p").first().waitFor();
      const found = await page.evaluate(() => {
        const inside = [...document.querySelectorAll("[role=tabpanel] *")];
        const names = inside.filter((element) => /^(script|iframe|object|embed|form|img|svg|style|link|meta|video|audio|base)$/i.test(element.tagName) && !element.closest("button")).map(({ tagName }) => tagName);
        const handlers = inside.flatMap((element) => [...element.attributes].filter(({ name, value }) => name.startsWith("on") || /^\s*(javascript|data|vbscript):/i.test(value)).map(({ name }) => name));
        return [...names, ...handlers];
      });
      expect(found).to.deep.equal([]);
      expect(dialogs).to.equal(0);
      expect([...asked].sort()).to.deep.equal([new URL(house.url).origin, new URL(house.rpc).origin].sort());
      expect(complaints).to.deep.equal([]);
      await page.context().close();
    });
  }

  it("lose nothing when a wallet refuses, and send when it signs", async () => {
    const { page } = await openFor(house.browser, { locale: locales.en });
    const wallet = await offerWallet(page.context(), house, { name: "Test Wallet", member: 8 });
    await goTo(page, house.url, "/statements/new");
    await connectWallet(page);
    await fill(page, "en");
    await page.getByRole("combobox", { name: "Stewards" }).selectOption({ index: 1 });
    wallet.rejectSend = 1;
    await page.getByRole("button", { name: said.en.review, exact: true }).click();
    await send(page, "en");
    await sheet(page).getByText(words.en.sendRejected).waitFor();
    await send(page, "en");
    await sheet(page).getByText(said.en.drafted).waitFor();
    await page.context().close();
  });

  it("take back what is in review, and offer the next version with its words", async () => {
    const { page } = await openFor(house.browser, { locale: locales.en });
    const open = await find((record, now) => record.previous !== null && statementStageOf(record, now).stage === "inReview");
    await takeSeat(page, house, open.proposer, "en");
    await goTo(page, house.url, `/s/${open.id}`);
    await page.getByRole("button", { name: said.en.takeBack }).click();
    await send(page, "en");
    await sheet(page).getByText(said.en.takenBack).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: said.en.submit }).waitFor();
    await goTo(page, house.url, `/statements/new?previous=${open.id}`);
    expect(await page.getByRole("textbox", { name: said.en.text, exact: true }).inputValue()).to.have.length.greaterThan(100);
    await page.context().close();
  });

  it("say beforehand that an amendment moves a number too far, and record whose comments a version takes up", async () => {
    const { page } = await openFor(house.browser, { locale: locales.en });
    const next = await find(({ previous }) => previous !== null);
    await takeSeat(page, house, next.proposer, "en");
    await goTo(page, house.url, "/statements/new?amends=1");
    await page.getByRole("textbox", { name: said.en.budget }).fill("2641");
    await page.getByText("It moves by a tenth at most, and no kind is added or dropped.").first().waitFor();
    await page.getByRole("textbox", { name: said.en.budget }).fill("2640");
    await page.getByText("It moves by a tenth at most, and no kind is added or dropped.").first().waitFor({ state: "detached" });
    await goTo(page, house.url, `/s/${next.id}`);
    const part = page.locator("section", { has: page.getByRole("heading", { name: "Whose comments were taken up" }) }).last();
    await part.getByRole("checkbox").first().check();
    await part.getByRole("button", { name: said.en.review, exact: true }).click();
    await send(page, "en");
    await sheet(page).getByText("Recorded as taken up.").waitFor();
    await page.context().close();
  });

  it("point out that a statement says what another one says", async () => {
    const { page } = await openFor(house.browser, { locale: locales.zh });
    const other = await find(({ kind, uri, project }) => kind === "statement" && project === null && uri.startsWith("data:"));
    await takeSeat(page, house, 12, "zh");
    await goTo(page, house.url, "/statements/new");
    const text = Buffer.from(other.uri.split(",")[1]!, "base64");
    await page.getByLabel("打开已有的文件").setInputFiles({ name: "copy.md", mimeType: "text/markdown", buffer: text });
    await page.getByRole("heading", { name: said.zh.nearer }).waitFor();
    await page.context().close();
  });

  let reviewed = "";
  let inReview = "";
  before(async () => {
    reviewed = (await find((record, now) => record.kind === "statement" && statementStageOf(record, now).stage === "reviewed")).id;
    inReview = (await find((record, now) => record.project !== null && statementStageOf(record, now).stage === "inReview")).id;
  });
  itKeepsEveryPage(() => house, {
    "the list of statements": () => "/statements",
    "the page where a statement is written": () => "/statements/new",
    "the page where an amendment is written": () => "/statements/new?amends=1",
    "a reviewed statement": () => `/s/${reviewed}`,
    "an amendment in review": () => `/s/${inReview}`,
    "the id of no statement": () => `/s/0x${"1".repeat(64)}`,
  });
});
