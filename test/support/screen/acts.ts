import type { Locator, Page } from "playwright-core";
import type { Stage } from "../../../scripts/dev/stage.ts";
import { type Language, words } from "./words.ts";

/** The sheet that every act goes through. */
export const sheet = (page: Page): Locator => page.getByRole("dialog");

/** The button of the sheet that sends; it starts with its words, and says below them what happens. */
export const sendButton = (page: Page, language: Language): Locator => sheet(page).getByRole("button", { name: new RegExp(`^${words[language].sendNow}`) });

/** Waits until the node was asked and the act may be sent. */
export async function readyToSend(page: Page, language: Language): Promise<Locator> {
  const button = sendButton(page, language);
  await button.and(page.locator(":not([aria-busy]):not([aria-disabled])")).waitFor();
  return button;
}

/** Sends what the sheet shows as soon as it may be sent. */
export async function send(page: Page, language: Language): Promise<void> {
  await (await readyToSend(page, language)).click();
}

/** Opens the sheet by which a member changes their names; whoever signs must be that member. */
export async function proposeNames(page: Page, stage: Pick<Stage, "url">, member: number, names: { readonly zh: string; readonly en: string }, language: Language): Promise<void> {
  const say = words[language];
  await page.goto(`${stage.url}#/m/${member}`);
  await page.getByRole("button", { name: say.changeProfile }).click();
  const form = page.getByRole("dialog");
  await form.getByLabel(say.nameZh).fill(names.zh);
  await form.getByLabel(say.nameEn).fill(names.en);
  await form.getByRole("button", { name: say.reviewNames, exact: true }).click();
  await sendButton(page, language).waitFor();
}

/** The row of the journal that speaks of `about`. A sheet that is still open is closed. */
export async function journalRow(page: Page, stage: Pick<Stage, "url">, about: string): Promise<Locator> {
  if (await sheet(page).isVisible()) await page.keyboard.press("Escape");
  await page.goto(`${stage.url}#/journal`);
  const row = page.getByRole("main").getByRole("listitem").filter({ hasText: about });
  await row.first().waitFor();
  return row.first();
}
