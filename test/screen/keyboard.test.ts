import { expect } from "chai";
import type { Browser, Page } from "playwright-core";
import { startStage, type Stage } from "../../scripts/dev/stage.ts";
import { readyToSend, sheet } from "../support/screen/acts.ts";
import { openBrowser, openFor } from "../support/screen/browser.ts";
import { recordsOf } from "../support/screen/claims.ts";
import { type Language, locales, words } from "../support/screen/words.ts";

const recorder = 10;
const told = { zh: "补了三张晒席", en: "Mended three drying mats" };

/** What has the focus, as a reader hears it: its label, or its words. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLElement | null;
    const label = (element as HTMLInputElement | null)?.labels?.[0];
    return (element?.getAttribute("aria-label") ?? label?.innerText ?? element?.innerText ?? "").trim();
  });

/** Presses Tab until what is meant has the focus, and wants to see where the focus is. Throws when it cannot be reached. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press("Tab");
    if (!name.test(await focused(page))) continue;
    const marked = await page.evaluate(() => [document.activeElement, document.activeElement?.closest("label")].some((element) => element && getComputedStyle(element).outlineStyle !== "none"));
    expect(marked, `a mark of the focus on ${name}`).to.equal(true);
    return;
  }
  throw new Error(`80 presses of Tab do not reach ${name}.`);
}

const begins = (text: string): RegExp => new RegExp(`^${text}`);

describe("with the keyboard alone", () => {
  let browser: Browser;
  let stage: Stage;

  before(async () => {
    [browser, stage] = await Promise.all([openBrowser(), startStage()]);
  });

  after(async () => {
    await browser.close();
    await stage.close();
  });

  for (const language of ["zh", "en"] as const satisfies readonly Language[])
    it(`a seat is taken and work is recorded, the focus always in sight (${language})`, async () => {
      const say = words[language];
      const { page, complaints } = await openFor(browser, { locale: locales[language] });
      const { keyboard } = page;
      const before = (await recordsOf(stage, recorder)).length;
      await page.goto(stage.url);
      await page.getByRole("banner").getByRole("button", { name: say.takeSeat }).waitFor();

      await tabTo(page, begins(say.takeSeat));
      await keyboard.press("Enter");
      await sheet(page).waitFor();
      await tabTo(page, new RegExp(stage.seats[recorder - 1]!.name[language]));
      await keyboard.press("Enter");
      await sheet(page).waitFor({ state: "hidden" });

      await page.goto(`${stage.url}#/contribute/new`);
      await page.getByLabel(say.project, { exact: true }).waitFor();
      await tabTo(page, new RegExp(`^${say.project}$`));
      await keyboard.type(say.mill);
      if (language === "zh") for (let press = 0; press < 3 && !(await chosen(page)).includes(say.mill); press += 1) await keyboard.press("ArrowDown");
      expect(await chosen(page)).to.equal(say.mill);
      await tabTo(page, say.work);
      await keyboard.press("Space");
      await tabTo(page, begins(say.what));
      await keyboard.type(told[language]);
      await tabTo(page, begins(say.quantity));
      await keyboard.type("2");
      await tabTo(page, begins(say.review));
      await keyboard.press("Enter");

      await readyToSend(page, language);
      await tabTo(page, begins(say.sendNow));
      await keyboard.press("Enter");
      await sheet(page).getByText(say.recorded).waitFor();
      await keyboard.press("Escape");
      await sheet(page).waitFor({ state: "hidden" });
      expect((await recordsOf(stage, recorder)).length).to.equal(before + 1);
      expect(complaints).to.deep.equal([]);
      await page.context().close();
    });
});

/** The option of the list that has the focus. */
const chosen = (page: Page): Promise<string> => page.evaluate(() => (document.activeElement as HTMLSelectElement).selectedOptions[0]?.text ?? "");
