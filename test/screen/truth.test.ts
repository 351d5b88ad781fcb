import { expect } from "chai";
import type { Browser, Locator } from "playwright-core";
import type { Hex } from "viem";
import { startStage, type Stage } from "../../scripts/dev/stage.ts";
import { takeSeat } from "../../scripts/dev/visitor.ts";
import { journalRow, proposeNames, readyToSend, send, sheet } from "../support/screen/acts.ts";
import { openBrowser, openFor, type WatchedPage } from "../support/screen/browser.ts";
import { chainOf, walletOf } from "../support/screen/chain.ts";
import { type Gate, startGate } from "../support/screen/gate.ts";
import { type Language, locales, words } from "../support/screen/words.ts";

const languages: readonly Language[] = ["zh", "en"];

describe("nothing is called done that did not happen", () => {
  let browser: Browser;
  let stage: Stage;
  let gate: Gate;
  let watched: WatchedPage;

  beforeEach(async () => {
    browser ??= await openBrowser();
    stage ??= await startStage({ between: async (rpc) => (gate = await startGate(rpc)).url });
  });

  afterEach(async () => {
    await watched.page.context().close();
    await chainOf(stage).hand.setAutomine(true);
  });

  after(async () => {
    await browser.close();
    await gate.shut();
    await stage.close();
  });

  for (const language of languages) {
    const say = words[language];
    /** Names that no other test gives, so that every proposal changes something. */
    const called = (tag: string) => ({ zh: `${tag}${language}甲`, en: `${tag} ${language} A` });
    const happened = () => watched.page.getByText(say.nameChanged("")).or(watched.page.getByText(say.states.inBlock)).or(watched.page.getByText(say.states.final));

    const sit = async (member: number): Promise<void> => {
      watched = await openFor(browser, { locale: locales[language] });
      await takeSeat(watched.page, stage, member, language);
    };

    /** Sends a change of names that waits at the node, and gives its hash. */
    const sendAndHold = async (member: number, tag: string): Promise<Hex> => {
      const { page } = watched;
      const { hand, reader } = chainOf(stage);
      await proposeNames(page, stage, member, called(tag), language);
      await readyToSend(page, language);
      await hand.setAutomine(false);
      await send(page, language);
      await sheet(page).getByText(say.states.sent).waitFor();
      const pool = await reader.request({ method: "eth_getBlockByNumber", params: ["pending", false] });
      const [hash] = pool!.transactions as Hex[];
      expect(hash, "what waits at the node").to.match(/^0x/);
      return hash!;
    };

    const rowOf = (tag: string): Promise<Locator> => journalRow(watched.page, stage, called(tag)[language]);

    it(`a transaction that its block refuses is told as failed, with the rule's own words (${language})`, async () => {
      await sit(language === "zh" ? 1 : 6);
      const { page } = watched;
      const { hand } = chainOf(stage);
      await page.goto(`${stage.url}#/shares`);
      await page.getByRole("main").getByRole("button", { name: say.draw, exact: true }).first().click();
      await readyToSend(page, language);
      await hand.setAutomine(false);
      await send(page, language);
      await sheet(page).getByText(say.states.sent).waitFor();
      // Somebody else draws the same lot first, by paying more.
      const [first] = await pending();
      await walletOf(stage, 12).sendTransaction({ to: first!.to, data: first!.input, gas: 1_000_000n, maxPriorityFeePerGas: 10n ** 11n, maxFeePerGas: 10n ** 12n });
      await hand.mine({ blocks: 1 });
      await sheet(page).getByRole("alert").waitFor();
      expect(await sheet(page).getByRole("alert").innerText()).to.not.match(/0x[0-9a-f]{8}/);
      expect(await page.getByText(say.drew("")).count()).to.equal(0);
      const row = (await journalRow(page, stage, say.states.failed)).getByText(say.states.failed);
      await row.waitFor();
      expect(await happened().count(), "words of success").to.equal(0);
    });

    it(`a transaction that another one replaced is told as replaced, also after a reload (${language})`, async () => {
      const member = language === "zh" ? 2 : 3;
      await sit(member);
      const hash = await sendAndHold(member, "Swap");
      const { reader, hand } = chainOf(stage);
      const sent = await reader.getTransaction({ hash });
      await walletOf(stage, member).sendTransaction({ to: sent.from, value: 0n, nonce: sent.nonce, gas: 21_000n, maxPriorityFeePerGas: 10n ** 11n, maxFeePerGas: 10n ** 12n });
      await hand.mine({ blocks: 1 });
      await sheet(watched.page).getByText(say.states.replaced).first().waitFor();
      await watched.page.reload();
      await (await rowOf("Swap")).getByText(say.states.replaced).waitFor();
      expect(await happened().count(), "words of success").to.equal(0);
    });

    it(`a transaction that the node lost stays on its way, and is never called done (${language})`, async () => {
      const member = language === "zh" ? 4 : 5;
      await sit(member);
      const hash = await sendAndHold(member, "Lost");
      const { hand } = chainOf(stage);
      await hand.dropTransaction({ hash });
      await hand.mine({ blocks: 3 });
      const row = await rowOf("Lost");
      await watched.page.waitForTimeout(2_500);
      await row.getByText(say.states.sent).waitFor();
      expect(await happened().count(), "words of success").to.equal(0);
    });

    it(`a transaction that is sent and then reloaded away at once still reaches its block in the journal (${language})`, async () => {
      const member = language === "zh" ? 6 : 7;
      await sit(member);
      await sendAndHold(member, "Gone");
      await watched.page.reload();
      await (await rowOf("Gone")).getByText(say.states.sent).waitFor();
      await chainOf(stage).hand.mine({ blocks: 1 });
      await (await rowOf("Gone")).getByText(say.states.final).waitFor();
    });

    it(`when the node dies the numbers stay and say how old they are, what is sent then is refused in words, and all goes on when it is back (${language})`, async () => {
      const member = language === "zh" ? 9 : 10;
      await sit(member);
      const { page } = watched;
      await page.goto(`${stage.url}#/m/${member}`);
      await page.getByRole("button", { name: say.changeProfile }).click();
      await sheet(page).getByLabel(say.nameZh).fill(called("Back").zh);
      await sheet(page).getByLabel(say.nameEn).fill(called("Back").en);
      await sheet(page).getByRole("button", { name: say.reviewNames, exact: true }).click();
      await readyToSend(page, language);
      await gate.shut();
      try {
        await send(page, language);
        await sheet(page).getByRole("alert").waitFor();
        expect(await happened().count(), "words of success").to.equal(0);
        await page.keyboard.press("Escape");
        await page.getByRole("alert").filter({ hasText: say.unreachable }).waitFor();
        expect(await page.locator("h1").innerText()).to.not.equal("");
      } finally {
        await gate.open();
      }
      await page.getByRole("alert").filter({ hasText: say.unreachable }).waitFor({ state: "detached" });
      await proposeNames(page, stage, member, called("Back"), language);
      await send(page, language);
      await sheet(page).getByText(say.nameChanged(called("Back")[language])).waitFor();
    });

    it(`a chain that was started anew is told apart from its forerunner, whose acts are gone from the journal (${language})`, async () => {
      const member = language === "zh" ? 11 : 12;
      await sit(member);
      const { page } = watched;
      await proposeNames(page, stage, member, called("Before"), language);
      await send(page, language);
      await sheet(page).getByText(say.nameChanged(called("Before")[language])).waitFor();
      await page.keyboard.press("Escape");
      await stage.restart();
      await page.getByText(say.restarted).waitFor();
      await page.goto(`${stage.url}#/journal`);
      await page.locator("h1").waitFor();
      await page.getByText(say.journalEmpty).waitFor();
      expect(await page.getByRole("main").getByRole("listitem").count(), "acts of the chain that is gone").to.equal(0);
      await page.goto(`${stage.url}#/m/${member}`);
      await page.locator("h1", { hasText: stage.seats[member - 1]!.name[language] }).waitFor();
    });

    /** What waits at the node. */
    async function pending(): Promise<{ to: Hex; input: Hex }[]> {
      const block = await chainOf(stage).reader.request({ method: "eth_getBlockByNumber", params: ["pending", true] });
      return block!.transactions as { to: Hex; input: Hex }[];
    }
  }
});
