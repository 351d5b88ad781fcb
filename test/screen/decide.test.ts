import { expect } from "chai";
import type { Page } from "playwright-core";
import { sha256, toBytes } from "viem";
import type { MemberId } from "#client/chain/ids.ts";
import type { Proposal, Support } from "#client/governance/types.ts";
import { takeSeat } from "../../scripts/dev/visitor.ts";
import { journalRow, send, sheet } from "../support/screen/acts.ts";
import { openFor, openPage } from "../support/screen/browser.ts";
import { goTo } from "../support/screen/checks.ts";
import { connectWallet } from "../support/screen/connect.ts";
import { itKeepsEveryPage } from "../support/screen/everyPage.ts";
import { type House, openHouse } from "../support/screen/house.ts";
import { handOn, offnetWords, paste, signLater } from "../support/screen/offnet.ts";
import { carryOut, chainSays, openVote, proposalsOn, proposeOn, voteOn } from "../support/screen/votes.ts";
import { offerWallet } from "../support/screen/wallet.ts";
import { type Language, locales, words } from "../support/screen/words.ts";

const said = {
  zh: {
    title: "表决", stewards: "更换修理角的干事", open: "正在表决", waiting: "已通过，还没做完", decided: "有结果的", lost: "接纳“夜行班车”", why: "没有通过，赞成5，反对4，须满2/3",
    for: "赞成", against: "反对", abstain: "弃权", review: "过目并投票", lostBy: "没有通过。赞成差3票。", counted: "您的票已计入。", mine: (support: string) => `您投了${support}。`, reason: "理由",
    exactly: "赞成正好到线，到线就算。", oneMore: "赞成还差2票。", signedNot: "没有签成，什么也没有发送。",
    odd: "这一案与多数相似的提案做的事不一样。", alike: "有9个相似的提案", differs: "话相同或相近，动作却不一样",
    number: /^改一个数/, which: "哪一个数", voteDays: "表决期", to: "改为", because: "为什么提", reviewProposal: "过目并提出", sentence: "把“表决期”定为9天", made: "提案已提出。", stored: /草稿已存在这个浏览器/, kept: /接着.+的草稿/, cancel: "撤回提案", cancelled: "提案已撤回。",
    grave: "除名是很重的事", cause: "事由", file: /^我自己保存成文件/, expelled: /经表决除名/, expelledCause: "除名的事由", statement: "哪一份项目说", admits: /接纳“屋顶晒电”/, threeFifths: /赞成须满3\/5/,
    rules: "规则", csv: "存为CSV", calendar: "存进日历", queue: "排期", queued: "已排期。",
  },
  en: {
    title: "Decide", stewards: "Replace the stewards of Repair Corner", open: "Open votes", waiting: "Passed, not carried out yet", decided: "Decided", lost: "Admit “Night Bus”", why: "Not passed, 5 for, 4 against, 2/3 needed",
    for: "For", against: "Against", abstain: "Abstain", review: "Review and vote", lostBy: "It did not pass. 3 too few were for it.", counted: "Your ballot is counted.", mine: (support: string) => `You voted: ${support}.`, reason: "Reason",
    exactly: "Ballots for are exactly at the line, and that is enough.", oneMore: "2 more must be for it.", signedNot: "It was not signed, and nothing was sent.",
    odd: "What this one does is not what most of those that look like it do.", alike: "9 other proposals look like this one", differs: "the same or similar words, but other actions",
    number: /^Change a number/, which: "Which number", voteDays: "voting time", to: "Set to", because: "Why", reviewProposal: "Review and propose", sentence: "Set “voting time” to 9 days", made: "It is proposed.", stored: /draft is kept in this browser/, kept: /This is your draft of/, cancel: "Withdraw it", cancelled: "The proposal is withdrawn.",
    grave: "An expulsion is a grave thing", cause: "The cause", file: /^With me, as a file/, expelled: /expelled by a vote/, expelledCause: "Cause of the expulsion", statement: "Which statement", admits: /Admit “Rooftop Sun”/, threeFifths: /3\/5 needed/,
    rules: "Rules", csv: "Save as CSV", calendar: "Add to a calendar", queue: "Queue", queued: "It is queued.",
  },
} as const;
const languages: readonly Language[] = ["zh", "en"];

const numbers = (page: Page, label: string): Promise<string> => page.locator("dt", { hasText: new RegExp(`^${label}$`) }).locator("xpath=following-sibling::dd").first().innerText();
const choose = (page: Page, name: string): Promise<void> => page.getByRole("radio", { name, exact: true }).check({ force: true });

describe("the pages of deciding", () => {
  let house: House;
  let stewards: Proposal;
  before(async () => {
    house = await openHouse();
    stewards = (await proposalsOn(house)).find(({ description }) => description.includes("New stewards for the Repair Corner"))!;
  });
  after(() => house.close());

  const at = (proposal: Pick<Proposal, "id">): string => `/v/${proposal.id}`;

  for (const language of languages) {
    const t = said[language];
    const say = words[language];
    const locale = locales[language];

    it(`list what is open, what waits and what was decided and why, without a wallet (${locale})`, async () => {
      const { page, complaints } = await openPage(house.browser, locale);
      await goTo(page, house.url, "/decide");
      expect(await page.locator("h1").innerText()).to.equal(t.title);
      for (const heading of [t.open, t.waiting, t.decided]) await page.getByRole("heading", { level: 2, name: heading }).waitFor();
      await page.getByRole("link", { name: t.lost }).filter({ hasText: t.why }).click();
      await page.getByRole("heading", { level: 1, name: t.lost }).waitFor();
      await page.getByText(t.lostBy).waitFor();
      expect(complaints).to.deep.equal([]);
      await page.context().close();
    });

    it(`take the ballot of a practice seat, and count what the chain counts, each figure from the listed ballots (${locale})`, async () => {
      const { page, complaints } = await openPage(house.browser, locale);
      const [member, support] = language === "zh" ? [1, "for" as const] : [2, "against" as const];
      await takeSeat(page, house, member, language);
      await goTo(page, house.url, at(stewards));
      await choose(page, t[support]);
      await page.getByLabel(new RegExp(`^${t.reason}`)).fill("想清楚了");
      await page.getByRole("button", { name: t.review }).click();
      await send(page, language);
      await sheet(page).getByText(t.counted).waitFor();
      await page.keyboard.press("Escape");
      await page.getByText(t.mine(t[support])).waitFor();
      const chain = await chainSays(house, stewards);
      for (const one of ["for", "against", "abstain"] as const) {
        expect(await numbers(page, t[one]), one).to.equal(String(chain[one]));
        expect(await page.locator("tbody td").filter({ hasText: new RegExp(`^${t[one]}$`) }).count(), `${one} listed`).to.equal(chain[one]);
      }
      await page.getByText(`${chain.for} + ${chain.abstain} = ${chain.for + chain.abstain}`).waitFor();
      await page.getByText("想清楚了").first().waitFor();
      await (await journalRow(page, house, t.stewards)).getByText(say.states.inBlock).or(page.getByText(say.states.final)).first().waitFor();
      expect(complaints).to.deep.equal([]);
      await page.context().close();
    });

    it(`take the ballot of a wallet, which may refuse first: then nothing was sent and the choice is still there (${locale})`, async () => {
      const { page, complaints } = await openFor(house.browser, { locale });
      const member = language === "zh" ? 3 : 4;
      const wallet = await offerWallet(page.context(), house, { name: "Test Wallet", member });
      await page.goto(house.url);
      await connectWallet(page);
      await goTo(page, house.url, at(stewards));
      await choose(page, t.abstain);
      wallet.rejectSend = 1;
      await page.getByRole("button", { name: t.review }).click();
      await send(page, language);
      await sheet(page).getByRole("alert").filter({ hasText: say.sendRejected }).waitFor();
      await send(page, language);
      await sheet(page).getByText(t.counted).waitFor();
      await page.keyboard.press("Escape");
      await page.getByText(t.mine(t.abstain)).waitFor();
      expect((await proposalsOn(house)).find(({ id }) => id === stewards.id)!.ballots.at(-1)).to.include({ member, support: "abstain" });
      expect(complaints).to.deep.equal([]);
      await page.context().close();
    });

    it(`let two members sign for later, find the ballot that was altered, carry the other, and tell what became of it (${locale})`, async () => {
      const { page, complaints } = await openPage(house.browser, locale);
      const off = offnetWords[language];
      const [good, other, carrier] = language === "zh" ? [5, 6, 1] : [7, 8, 2];
      const ballots: string[] = [];
      for (const member of [good, other]) {
        await takeSeat(page, house, member, language);
        await goTo(page, house.url, at(stewards));
        await choose(page, t.for);
        await page.getByRole("button", { name: t.review }).click();
        await signLater(page, language);
        ballots.push(await handOn(page, language));
        await page.keyboard.press("Escape");
      }
      expect(JSON.parse(ballots[0]!).items[0]).to.include({ kind: "ballot", member: good, support: "for" });
      const before = await chainSays(house, stewards);
      await takeSeat(page, house, carrier, language);
      await paste(page, house, `${ballots[0]}\n${ballots[1]!.replace('"for"', '"against"')}`, language);
      await page.getByText(off.good(1, 2)).waitFor();
      await page.getByText(off.bad.notSigned).waitFor();
      await page.reload();
      await page.getByText(off.good(1, 2)).waitFor();
      await page.getByRole("button", { name: off.send(1) }).click();
      await send(page, language);
      await page.keyboard.press("Escape");
      await page.getByText(off.result(1, 1)).waitFor();
      const after = await chainSays(house, stewards);
      expect(after).to.deep.equal({ ...before, for: before.for + 1 });
      expect((await proposalsOn(house)).find(({ id }) => id === stewards.id)!.ballots.at(-1)!.member).to.equal(good);
      expect(complaints).to.deep.equal([]);
      await page.context().close();
    });

    it(`let a wallet sign a ballot for later, and refuse to (${locale})`, async () => {
      const { page } = await openFor(house.browser, { locale });
      const off = offnetWords[language];
      const wallet = await offerWallet(page.context(), house, { name: "Test Wallet", member: language === "zh" ? 9 : 10 });
      await page.goto(house.url);
      await connectWallet(page);
      await goTo(page, house.url, at(stewards));
      await choose(page, t.against);
      await page.getByRole("button", { name: t.review }).click();
      await sheet(page).getByRole("button", { name: off.later }).click();
      wallet.rejectSend = 1;
      await sheet(page).getByRole("button", { name: off.sign }).click();
      await sheet(page).getByRole("alert").filter({ hasText: t.signedNot }).waitFor();
      await sheet(page).getByRole("button", { name: off.sign }).click();
      await sheet(page).getByText(off.signed).waitFor();
      expect(await handOn(page, language)).to.include('"kind":"ballot"');
      expect(wallet.heard).to.not.include("eth_sendTransaction");
      await page.context().close();
    });

    it(`carry a vote with its reason as an act, since a ballot has none (${locale})`, async () => {
      const { page } = await openPage(house.browser, locale);
      const voted = (await proposalsOn(house)).find(({ id }) => id === stewards.id)!.ballots.map((ballot) => ballot.member as number);
      const member = [11, 12, 10, 9].find((one) => !voted.includes(one))!;
      await takeSeat(page, house, member, language);
      await goTo(page, house.url, at(stewards));
      await choose(page, t.for);
      await page.getByLabel(new RegExp(`^${t.reason}`)).fill("换人也好");
      await page.getByRole("button", { name: t.review }).click();
      await signLater(page, language);
      const text = await handOn(page, language);
      expect(JSON.parse(text).items[0]).to.include({ kind: "act", member });
      await sheet(page).getByRole("button", { name: offnetWords[language].sendMyself }).click();
      await send(page, language);
      await page.keyboard.press("Escape");
      await page.getByText(offnetWords[language].none).waitFor();
      expect((await proposalsOn(house)).find(({ id }) => id === stewards.id)!.ballots.at(-1)).to.include({ member, support: "for", reason: "换人也好" });
      await page.context().close();
    });

    it(`keep a proposal while it is written, show what it would do, make it, and withdraw it (${locale})`, async () => {
      const { page, complaints } = await openPage(house.browser, locale);
      await takeSeat(page, house, language === "zh" ? 9 : 11, language);
      await goTo(page, house.url, "/decide/new");
      await page.getByRole("radio", { name: t.number }).check({ force: true });
      await page.getByRole("button", { name: t.reviewProposal }).click();
      await page.getByRole("alert").first().waitFor();
      await page.getByLabel(t.which).selectOption("voteDays");
      await page.getByLabel(t.to, { exact: true }).fill("9");
      await page.getByLabel(t.because, { exact: true }).fill("赶集的周末也能投。One more weekend.");
      await page.getByText(t.sentence).first().waitFor();
      // What was typed last is saved half a second later than the first word that is said to be.
      await page.getByText(t.stored).waitFor();
      await page.waitForTimeout(900);
      await page.reload();
      await page.getByText(t.kept).waitFor();
      expect(await page.getByLabel(t.to, { exact: true }).inputValue()).to.equal("9");
      await page.getByRole("button", { name: t.reviewProposal }).click();
      await send(page, language);
      await sheet(page).getByText(t.made).waitFor();
      await sheet(page).getByRole("button", { name: say.see }).click();
      await page.getByRole("button", { name: t.cancel }).click();
      await send(page, language);
      await sheet(page).getByText(t.cancelled).waitFor();
      expect((await proposalsOn(house))[0]!.cancelledAt).to.not.equal(null);
      expect(complaints).to.deep.equal([]);
      await page.context().close();
    });

    it(`propose an expulsion soberly: what it means, a cause by its digest, fourteen days to reply (${locale})`, async () => {
      const { page, complaints } = await openPage(house.browser, locale);
      const [proposer, target] = language === "zh" ? [10, 9] : [9, 10];
      await takeSeat(page, house, proposer, language);
      await goTo(page, house.url, `/decide/new?type=expel&member=${target}`);
      await page.getByText(t.grave).waitFor();
      await page.getByLabel(t.cause, { exact: true }).fill("三次把别人的记录当作自己的。\nThree records of others claimed as one's own.");
      await page.getByRole("radio", { name: t.file }).check({ force: true });
      await page.getByLabel(t.because, { exact: true }).fill("事由在我这里，想看的请来找我。");
      await page.getByRole("button", { name: t.reviewProposal }).click();
      await send(page, language);
      await sheet(page).getByText(t.made).waitFor();
      const [made] = await proposalsOn(house);
      const digest = sha256(toBytes("三次把别人的记录当作自己的。\nThree records of others claimed as one's own.\n"));
      expect(made!.matter).to.equal("expulsion");
      expect(made!.opensAt - made!.createdAt).to.equal(14 * 86_400);
      expect(made!.calldatas[0]!.endsWith(digest.slice(2)), "the digest of the cause is what is voted on").to.equal(true);
      expect(made!.description).to.include(digest).and.not.include("三次");
      expect(complaints).to.deep.equal([]);
      await page.context().close();
    });

    it(`take a statement from its own page into the form, and say what its grade needs (${locale})`, async () => {
      const { page } = await openPage(house.browser, locale);
      const rooftop = (await proposalsOn(house)).find(({ description }) => description.includes("Admit Rooftop Sun"))!;
      const statement = `0x${rooftop.calldatas[0]!.slice(10, 74)}`;
      await takeSeat(page, house, 4, language);
      await goTo(page, house.url, `/decide/new?admit=${statement}`);
      expect(await page.getByLabel(t.statement).inputValue()).to.equal(statement);
      await page.getByText(t.admits).first().waitFor();
      await page.getByLabel(t.because, { exact: true }).fill("再投一次。");
      await page.getByRole("button", { name: t.reviewProposal }).click();
      await sheet(page).getByText(t.threeFifths).waitFor();
      await page.context().close();
    });

    it(`save the ballots as CSV and the deadlines as a calendar (${locale})`, async () => {
      const { page } = await openPage(house.browser, locale);
      await goTo(page, house.url, at(stewards));
      const text = async (name: string): Promise<string> => {
        const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name }).click()]);
        const chunks: Buffer[] = [];
        for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
        return Buffer.concat(chunks).toString();
      };
      const csv = await text(t.csv);
      const listed = (await proposalsOn(house)).find(({ id }) => id === stewards.id)!.ballots.length;
      expect(csv.split("\r\n")).to.have.length(listed + 1);
      expect(await text(t.calendar)).to.include("BEGIN:VEVENT").and.include("END:VCALENDAR");
      await page.context().close();
    });

    it(`let anybody take the next step of what passed (${locale})`, async () => {
      // One proposal waits to be queued in the seed, and one reader is enough for it.
      const waiting = (await proposalsOn(house)).filter(({ queuedAt, description }) => queuedAt === null && description.includes("after the market"));
      const { page } = await openPage(house.browser, locale);
      await takeSeat(page, house, 6, language);
      await goTo(page, house.url, "/decide");
      if (waiting.length > 0) {
        await page.getByRole("button", { name: new RegExp(`^${t.queue}`) }).click();
        await send(page, language);
        await sheet(page).getByText(t.queued).waitFor();
      }
      expect((await proposalsOn(house)).find(({ description }) => description.includes("after the market"))!.queuedAt).to.not.equal(null);
      await page.context().close();
    });

    it(`list every rule with its bounds, and lead from it to a change (${locale})`, async () => {
      const { page } = await openPage(house.browser, locale);
      await goTo(page, house.url, "/terms");
      expect(await page.locator("h1").innerText()).to.equal(t.rules);
      expect(await page.locator("tbody tr").count()).to.equal(16);
      await page.locator('a[href="#/decide/new?type=parameter&parameter=voteDays"]').click();
      await page.getByLabel(t.which).waitFor();
      expect(await page.getByLabel(t.which).inputValue()).to.equal("voteDays");
      await page.context().close();
    });
  }

  describe("after an expulsion", () => {
    const expelled = 9;
    before(async () => {
      const proposal = (await proposalsOn(house)).find(({ matter, proposer }) => matter === "expulsion" && proposer === 10)!;
      await openVote(house, proposal);
      for (const member of [1, 2, 3, 4, 5, 6, 7, 8]) await voteOn(house, member, proposal, member === 8 ? "against" : "for");
      await carryOut(house, proposal);
    });

    for (const language of languages) {
      const t = said[language];
      it(`show who was expelled, and the cause's digest, on the lists and on the member's own page (${language})`, async () => {
        const { page } = await openPage(house.browser, locales[language]);
        await goTo(page, house.url, "/members");
        expect(await page.locator("tbody tr").filter({ hasText: t.expelled }).count()).to.equal(1);
        await goTo(page, house.url, `/m/${expelled}`);
        await page.getByText(t.expelled).first().waitFor();
        await page.getByText(t.expelledCause).waitFor();
        await page.context().close();
      });
    }
  });

  describe("among proposals that look alike", () => {
    const text = "把表决期改为十天，赶集的人也能投。\n\nTen days, so that those at the fair can vote.";
    let odd: Proposal;
    let usual: Proposal;
    before(async () => {
      for (const member of [2, 3, 4, 6, 7, 10, 1, 8, 5]) usual = await proposeOn(house, member, [{ type: "parameter", parameter: "voteDays", value: 10n }], text);
      odd = await proposeOn(house, 11, [{ type: "parameter", parameter: "quorumPercent", value: 5n }], text);
    });

    for (const language of languages) {
      const t = said[language];
      it(`tell the one of ten whose actions differ, on its own page and on the others' (${language})`, async () => {
        const { page } = await openPage(house.browser, locales[language]);
        await goTo(page, house.url, at(odd));
        await page.getByRole("alert").filter({ hasText: t.odd }).waitFor();
        await page.getByText(t.alike).first().waitFor();
        await goTo(page, house.url, at(usual));
        expect(await page.getByText(t.differs).count()).to.equal(1);
        expect(await page.getByText(t.odd).count()).to.equal(0);
        await page.context().close();
      });
    }
  });

  describe("on the line", () => {
    let exact: Proposal;
    const ballots: readonly (readonly [number, Support])[] = [[1, "for"], [2, "for"], [3, "for"], [4, "against"], [5, "against"], [6, "abstain"], [8, "abstain"]];
    before(async () => {
      exact = await proposeOn(house, 12, [{ type: "stewards", project: 1 as never, stewards: [2, 3] as unknown as readonly MemberId[] }], "Two stewards for the mill.");
      await openVote(house, exact);
      for (const [member, support] of ballots) await voteOn(house, member, exact, support);
    });

    const reads = async (language: Language, share: string, sentence: string): Promise<void> => {
      const { page } = await openPage(house.browser, locales[language]);
      await goTo(page, house.url, at(exact));
      await page.getByText(share).waitFor();
      await page.getByText(sentence).waitFor();
      await page.context().close();
    };

    it("say that exactly three fifths are enough, in either language", async () => {
      for (const language of languages) await reads(language, "3 ÷ (3 + 2) = 60%", said[language].exactly);
    });

    it("say that one more against is too many, in either language", async () => {
      await voteOn(house, 7, exact, "against");
      for (const language of languages) await reads(language, "3 ÷ (3 + 3) = 50%", said[language].oneMore);
    });
  });

  itKeepsEveryPage(() => house, {
    "the list of votes": () => "/decide",
    "a vote": () => at(stewards),
    "a number of no proposal": () => "/v/1",
    "the form of a proposal": () => "/decide/new?type=expel",
    "the form of a change": () => "/decide/new?type=parameter&parameter=voteDays",
    "the rules": () => "/terms",
  });
});
