import { expect } from "chai";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { startStage, type Stage } from "../../scripts/dev/stage.ts";
import { journalRow, proposeNames, readyToSend, send, sendButton, sheet } from "../support/screen/acts.ts";
import { openBrowser, openFor } from "../support/screen/browser.ts";
import { offerWallet, type Wallet } from "../support/screen/wallet.ts";
import { type Language, locales, words } from "../support/screen/words.ts";

const languages: readonly Language[] = ["zh", "en"];
const connecting = ["eth_requestAccounts", "wallet_requestPermissions"];
const askedToConnect = ({ heard }: Wallet): number => heard.filter((method) => connecting.includes(method)).length;
const short = ({ address }: Wallet): string => `${address.slice(0, 6)}…${address.slice(-4)}`;

/** Whose keys the wallets hold, so that no reader of one language meets what one of the other did. */
const members = { zh: [2, 3, 4, 5, 6], en: [7, 8, 9, 10, 11] } as const;

let browser: Browser;
let stage: Stage;

before(async () => {
  [browser, stage] = await Promise.all([openBrowser(), startStage()]);
});

after(async () => {
  await browser.close();
  await stage.close();
});

for (const language of languages) {
  const say = words[language];
  const [first, second, third, fourth, fifth] = members[language];

  describe(`a wallet (${language})`, () => {
    let context: BrowserContext;
    let page: Page;
    let complaints: string[];

    beforeEach(async () => {
      ({ page, complaints } = await openFor(browser, { locale: locales[language] }));
      context = page.context();
    });

    afterEach(async () => {
      await context.close();
      expect(complaints).to.deep.equal([]);
    });

    const openDialog = async (): Promise<void> => {
      await page.goto(stage.url);
      await page.getByRole("banner").getByRole("button", { name: say.takeSeat }).click();
    };

    const connect = async (wallet: Wallet): Promise<void> => {
      await openDialog();
      await sheet(page).getByRole("button", { name: wallet.name }).click();
      await page.getByRole("banner").getByText(short(wallet)).waitFor();
    };

    it("is listed beside another by its own name, and choosing it never opens the other, also after a reload", async () => {
      const paper = await offerWallet(context, stage, { name: "Paper Wallet", member: first });
      const bamboo = await offerWallet(context, stage, { name: "Bamboo Wallet", member: second });
      await openDialog();
      await sheet(page).getByRole("button", { name: paper.name }).waitFor();
      await sheet(page).getByRole("button", { name: bamboo.name }).click();
      await page.getByRole("banner").getByText(short(bamboo)).waitFor();
      await page.reload();
      await page.getByRole("banner").getByText(short(bamboo)).waitFor();
      expect(askedToConnect(bamboo), "times the chosen wallet was opened").to.equal(1);
      expect(askedToConnect(paper), "times the other was opened").to.equal(0);
      await proposeNames(page, stage, second, { zh: "何夏", en: "He Xia" }, language);
      await send(page, language);
      await sheet(page).getByText(say.nameChanged(language === "zh" ? "何夏" : "He Xia")).waitFor();
      expect(paper.heard).to.not.include("eth_sendTransaction");
    });

    it("may refuse to connect three times, is told each time, and connects at the fourth", async () => {
      const wallet = await offerWallet(context, stage, { name: "Paper Wallet", member: first });
      wallet.rejectConnection = 3;
      await openDialog();
      for (const turn of [1, 2, 3]) {
        await sheet(page).getByRole("button", { name: wallet.name }).click();
        await sheet(page).getByRole("alert").filter({ hasText: say.connectionRejected }).waitFor({ timeout: 2_000 });
        expect(askedToConnect(wallet)).to.equal(turn);
      }
      await sheet(page).getByRole("button", { name: wallet.name }).click();
      await page.getByRole("banner").getByText(short(wallet)).waitFor();
    });

    it("may refuse to send: it is said, nothing is lost or written down as done, and the same act can be sent again", async () => {
      const wallet = await offerWallet(context, stage, { name: "Paper Wallet", member: third });
      await connect(wallet);
      const name = language === "zh" ? "苏小惊" : "Su Xiaojing";
      await proposeNames(page, stage, third, { zh: "苏小惊", en: "Su Xiaojing" }, language);
      wallet.rejectSend = 1;
      await send(page, language);
      await sheet(page).getByRole("alert").filter({ hasText: say.sendRejected }).waitFor();
      await sheet(page).getByText(name).first().waitFor();
      expect(await page.getByText(say.nameChanged(name)).count()).to.equal(0);
      await send(page, language);
      await sheet(page).getByText(say.nameChanged(name)).waitFor();
      const rows = await journalRow(page, stage, name);
      await rows.getByText(say.states.final).waitFor();
      expect(await page.getByRole("main").getByRole("listitem").count(), "acts in the journal").to.equal(1);
    });

    it("signs: the receipt comes, and the journal has it after a reload", async () => {
      const wallet = await offerWallet(context, stage, { name: "Paper Wallet", member: fourth });
      await connect(wallet);
      const name = language === "zh" ? "陈小雨" : "Chen Xiaoyu";
      await proposeNames(page, stage, fourth, { zh: "陈小雨", en: "Chen Xiaoyu" }, language);
      await send(page, language);
      await sheet(page).getByText(say.nameChanged(name)).waitFor();
      expect(wallet.heard.filter((method) => method === "eth_sendTransaction")).to.have.length(1);
      await sheet(page).getByRole("button", { name: say.see }).click();
      await page.getByRole("heading", { level: 1, name }).waitFor();
      await page.reload();
      await (await journalRow(page, stage, name)).getByText(say.states.final).waitFor();
    });

    it("on another chain reads all; only the act says to switch, and then it is sent", async () => {
      const wallet = await offerWallet(context, stage, { name: "Paper Wallet", member: fifth, chainId: 1 });
      await connect(wallet);
      await proposeNamesOnOtherChain(wallet);
      await sheet(page).getByRole("button", { name: say.switchTo }).click();
      await readyToSend(page, language);
      expect(wallet.chainId).to.equal(31337);
      await sendButton(page, language).click();
      await sheet(page).getByText(say.nameChanged(language === "zh" ? "叶小秋" : "Ye Xiaoqiu")).waitFor();
    });

    async function proposeNamesOnOtherChain({ heard }: Wallet): Promise<void> {
      await page.goto(`${stage.url}#/m/${fifth}`);
      await page.getByRole("button", { name: say.changeProfile }).click();
      await sheet(page).getByLabel(say.nameZh).fill("叶小秋");
      await sheet(page).getByLabel(say.nameEn).fill("Ye Xiaoqiu");
      await sheet(page).getByRole("button", { name: say.reviewNames, exact: true }).click();
      await sheet(page).getByRole("button", { name: say.switchTo }).waitFor();
      expect(await sendButton(page, language).count(), "a way to send to the wrong chain").to.equal(0);
      expect(heard).to.not.include("wallet_switchEthereumChain");
    }

    it("that announces itself two seconds late is found all the same", async () => {
      const wallet = await offerWallet(context, stage, { name: "Late Wallet", member: first, late: 2_000 });
      await connect(wallet);
      expect(askedToConnect(wallet)).to.equal(1);
    });

    it("of the old kind that is injected two seconds late is found all the same", async () => {
      const wallet = await offerWallet(context, stage, { name: "Old Wallet", member: first, late: 2_000, oldStyle: true });
      await openDialog();
      await sheet(page).getByRole("button", { name: language === "zh" ? "这个浏览器的钱包" : "This browser's wallet" }).click();
      await page.getByRole("banner").getByText(short(wallet)).waitFor();
    });
  });
}

describe("a wallet that never answers", () => {
  it("is given up after thirty seconds with a way on, and the page can be used", async () => {
    const { page } = await openFor(browser, { locale: "en-GB" });
    const wallet = await offerWallet(page.context(), stage, { name: "Mute Wallet", member: 2 });
    wallet.silent = true;
    await page.clock.install();
    await page.goto(stage.url);
    await page.getByRole("banner").getByRole("button", { name: words.en.takeSeat }).click();
    await sheet(page).getByRole("button", { name: wallet.name }).click();
    await sheet(page).getByText(/was asked/).waitFor();
    await page.clock.fastForward(31_000);
    await sheet(page).getByRole("alert").filter({ hasText: "30 seconds" }).waitFor();
    wallet.silent = false;
    await sheet(page).getByRole("button", { name: wallet.name }).click();
    await page.getByRole("banner").getByText(short(wallet)).waitFor();
    await page.context().close();
  });
});
