import { expect } from "chai";
import type { Browser, Locator, Page } from "playwright-core";
import { formatUnits } from "viem";
import { sharesOf } from "#client/value/lots.ts";
import type { MemberId, ProjectId } from "#client/chain/ids.ts";
import type { RecordClaim } from "#client/work/types.ts";
import { startStage, type Stage } from "../../scripts/dev/stage.ts";
import { takeSeat } from "../../scripts/dev/visitor.ts";
import { send, sheet } from "../support/screen/acts.ts";
import { openBrowser, openFor, type WatchedPage } from "../support/screen/browser.ts";
import { firstBatch, readBooks, recordsOf } from "../support/screen/claims.ts";
import { leaksOf, watchOutgoing } from "../support/screen/outgoing.ts";
import { fillRecord, type Told } from "../support/screen/record.ts";
import { type Language, locales, words } from "../support/screen/words.ts";

/** Who records, who attests, who challenges and who answers then: seats of the seed, all of the rice mill but the first and the fourth. */
const recorder = 10;
const attesters = [2, 3, 4, 5, 6, 7, 8, 1];
const challenger = 12;
const mill = 1 as ProjectId;

const evidence = { name: "scale.csv", mimeType: "text/csv", buffer: Buffer.from(`bag,kilos\n${Array.from({ length: 40 }, (_, bag) => `${bag},${(bag * 7) % 50}`).join("\n")}\nweighed by hand, nobody else knows\n`) };
const altered = { ...evidence, name: "altered.csv", buffer: Buffer.concat([evidence.buffer, Buffer.from(" ")]) };
const told: Readonly<Record<Language, Told>> = {
  zh: { what: "夜里看守晒场", quantity: 6, note: "两人轮流，下半夜起风，收了席子。" },
  en: { what: "Kept the drying floor at night", quantity: 6, note: "Two of us in turns; wind after midnight, mats taken in." },
};
/** A manifest that its owner keeps is looked for beside the pages, and is not there. */
const notPublished = /\/evidence\/0x[0-9a-f]{64}\.json: 404$/;
const readers = { zh: { width: 360, height: 740 }, en: { width: 1280, height: 900 } } as const;

for (const language of ["zh", "en"] as const)
  describe(`from work to shares (${language}, ${readers[language].width} px)`, () => {
    const say = words[language];
    const { what, note } = told[language];
    let browser: Browser;
    let stage: Stage;
    let mine: WatchedPage;
    let others: WatchedPage;
    let sent: string[];
    let manifest: string;
    let digest: string;

    before(async () => {
      [browser, stage] = await Promise.all([openBrowser(), startStage()]);
      const reader = { locale: locales[language], ...readers[language] };
      [mine, others] = await Promise.all([openFor(browser, reader), openFor(browser, reader)]);
      sent = watchOutgoing(mine.page.context());
    });

    after(async () => {
      await browser.close();
      await stage.close();
    });

    afterEach(() => {
      const complaints = [...mine.complaints.splice(0), ...others.complaints.splice(0)];
      expect(complaints.filter((complaint) => !notPublished.test(complaint))).to.deep.equal([]);
    });

    const go = async (page: Page, path: string): Promise<void> => {
      if (await sheet(page).isVisible()) await page.keyboard.press("Escape");
      await page.goto(`${stage.url}#${path}`);
      await page.locator("h1").waitFor();
    };
    const claim = async (): Promise<RecordClaim> => {
      const newest = (await recordsOf(stage, recorder)).at(-1);
      if (!newest) throw new Error("Nothing was recorded.");
      return newest;
    };
    /** What the recorder's records of the claim's project and epoch come to: the seed has one of theirs there too. µ-shares at rate 1. */
    const lotOfClaim = async (): Promise<bigint> => {
      const { epoch, project } = await claim();
      return (await recordsOf(stage, recorder)).reduce((sum, other) => (other.project === project && other.epoch === epoch ? sum + other.inForce : sum), 0n);
    };
    /** Another member comes, opens the claim and does something there. */
    const by = async (member: number, act: (main: Locator) => Promise<void>): Promise<void> => {
      await takeSeat(others.page, stage, member, language);
      await go(others.page, `/c/${(await claim()).id}`);
      await act(others.page.getByRole("main"));
    };

    it("everything can be read by a visitor who has no wallet, and no page asks for one", async () => {
      const { page } = mine;
      const { id } = await firstBatch(stage);
      for (const path of ["/", "/members", "/m/1", "/projects", "/p/1", "/batches", `/batches/${id}`, `/c/${id}`, "/shares", "/why/1/0", "/verify", "/help"]) {
        await go(page, path);
        await page.waitForFunction(() => !document.querySelector(".skeleton"));
        expect((await page.getByRole("main").innerText()).length, `what ${path} says`).to.be.greaterThan(60);
        expect(await page.getByRole("dialog").count(), path).to.equal(0);
      }
    });

    it("a member takes their seat and records work with a file, of which nothing but a salted digest is sent", async () => {
      const { page } = mine;
      await takeSeat(page, stage, recorder, language);
      await go(page, "/contribute/new");
      await fillRecord(page, told[language], language, evidence);
      digest = (await page.getByLabel(say.digest).innerText()).trim();
      expect(digest).to.match(/^0x[0-9a-f]{64}$/);
      const [saved] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: say.save }).click()]);
      manifest = await saved.path();
      await page.getByRole("main").getByRole("button", { name: say.review, exact: true }).click();
      await send(page, language);
      await sheet(page).getByText(say.recorded).waitFor();
      expect((await claim()).evidence).to.equal(digest);
      expect(sent.join("\n"), "the digest").to.include(digest.slice(2));
      expect(leaksOf(sent, evidence.buffer), "what left of the file").to.deep.equal([]);
      expect(leaksOf(sent, Buffer.from(note)), "what left of the note").to.deep.equal([]);
    });

    it("others take their seats, open the manifest they were given, and attest until it is sealed", async () => {
      const { needed, id } = await claim();
      for (const [place, member] of attesters.slice(0, needed).entries())
        await by(member, async (main) => {
          if (place === 0) {
            await main.getByLabel(say.openManifest).setInputFiles(manifest);
            await main.getByText(say.matches, { exact: true }).waitFor();
          }
          await main.getByRole("radio", { name: say.seenAll }).check();
          await main.getByRole("button", { name: say.attest }).click();
          await send(others.page, language);
          await sheet(others.page).getByText(say.attested).waitFor();
        });
      await go(mine.page, `/c/${id}`);
      await mine.page.getByRole("heading", { name: say.sealed }).waitFor();
      expect((await claim()).stage).to.equal("sealed");
      expect((await claim()).inForce).to.equal(60_000_000n);
    });

    if (language === "zh")
      it("time is moved on, somebody challenges it, and new attesters put it at half", async () => {
        await go(others.page, "/settings");
        const before = (await readBooks(stage)).clock;
        await others.page.getByRole("button", { name: say.aDayOn }).click();
        await others.page.getByRole("status").filter({ hasText: "已经拨快" }).waitFor({ state: "attached" });
        expect(before.genesis).to.be.greaterThan(0);
        await by(challenger, async (main) => {
          await main.getByRole("button", { name: say.challenge }).click();
          await send(others.page, language);
          await sheet(others.page).getByText(say.challenged).waitFor();
        });
        const { answers, round } = await claim();
        const free = attesters.filter((member) => !answers.some(({ attester }) => attester === member));
        for (const member of free.slice(0, round!.quorum))
          await by(member, async (main) => {
            await main.getByRole("heading", { name: say.inSecondRound }).waitFor();
            await main.getByLabel(say.howMuch).selectOption("5");
            await main.getByRole("button", { name: say.answer }).click();
            await send(others.page, language);
            await sheet(others.page).getByText(say.answered).waitFor();
          });
        expect((await claim()).inForce).to.equal(30_000_000n);
      });

    it("when the epoch is final the shares are drawn, and the number is the ledger's", async () => {
      const { page } = mine;
      await go(page, "/shares");
      // One epoch after the other becomes final; what was recorded before may wait in an earlier one.
      const { epoch } = await claim();
      for (let next = epoch - 1; next <= epoch; next += 1) {
        const move = page.getByRole("main").getByRole("button", { name: say.toFinal(next) }).first();
        await move.click();
        await move.waitFor({ state: "detached" });
      }
      const lots = page.locator("main div:has(> div > h3)").filter({ has: page.getByRole("heading", { level: 3, name: say.mill, exact: true }) });
      await lots.getByRole("button", { name: say.draw, exact: true }).click();
      await send(page, language);
      const lot = await lotOfClaim();
      expect(lot > (await claim()).inForce, "a lot of two records").to.equal(true);
      await sheet(page).getByText(say.drew(formatUnits(lot, 6))).waitFor();
      expect(sharesOf(await readBooks(stage), mill, recorder as MemberId)).to.equal(lot);
    });

    it("the page of why shows the number and leads down to the evidence, which matches, while an altered file differs", async () => {
      const { page } = mine;
      await sheet(page).getByRole("button", { name: say.see }).click();
      await page.getByRole("heading", { level: 1, name: say.why(formatUnits(await lotOfClaim(), 6)) }).waitFor();
      await page.getByRole("button", { name: what }).first().click();
      await page.getByRole("navigation", { name: say.chosen }).getByRole("link", { name: what }).click();
      const main = page.getByRole("main");
      await main.getByText(say.matches, { exact: true }).waitFor();
      await main.getByText(note).waitFor();
      await main.getByLabel(say.checkFiles).setInputFiles([evidence, altered]);
      await main.getByText(say.fileMatches(evidence.name)).waitFor();
      await main.getByText(say.fileDiffers(altered.name)).waitFor();
      expect(leaksOf(sent, evidence.buffer), "what left of the file").to.deep.equal([]);
    });

    it("a leaf of an imported history is drawn by the member it was bound to, and the number leads to the history", async () => {
      const { page } = others;
      const { id } = await firstBatch(stage);
      const before = sharesOf(await readBooks(stage), mill, 1 as MemberId);
      await takeSeat(page, stage, 1, language);
      await go(page, `/batches/${id}`);
      await page.getByRole("button", { name: say.draw, exact: true }).first().click();
      await send(page, language);
      await sheet(page).getByText(say.leafDrawn).first().waitFor();
      expect(sharesOf(await readBooks(stage), mill, 1 as MemberId) > before).to.equal(true);
      await go(page, "/why/1/1?epoch=0");
      await page.getByRole("button", { name: say.history }).first().click();
      await page.getByRole("navigation", { name: say.chosen }).getByRole("link", { name: say.history }).click();
      await page.waitForURL(new RegExp(`#/(batches|c)/${id}$`));
    });

    it("the journal of the one who recorded has every act, each final", async () => {
      await go(mine.page, "/journal");
      const rows = mine.page.getByRole("main").getByRole("listitem");
      await rows.first().waitFor();
      expect(await rows.count()).to.equal(2);
      for (const row of await rows.all()) await row.getByText(say.states.final).waitFor();
    });
  });
