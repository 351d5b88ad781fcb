// What a visitor of the practice pages does by hand, for screen tests and pictures.
import type { Page } from "playwright-core";
import type { Stage } from "./stage.ts";

/** What the visitor looks for. Words of the page, written again: a visitor reads the page and not its sources. */
const looksFor = { zh: "入席", en: "Take a seat" };

/** Takes a seeded member's seat through the dialog, as a visitor would, and stays on the settings page. */
export async function takeSeat(page: Page, stage: Stage, member: number, language: "zh" | "en"): Promise<void> {
  const seat = stage.seats.find((offered) => offered.member === member);
  if (!seat) throw new Error(`The practice network offers no seat of member ${member}.`);
  await page.goto(`${stage.url}#/settings`);
  await page.getByRole("button", { name: looksFor[language], exact: true }).last().click();
  await page.getByRole("dialog").getByRole("button", { name: seat.name[language] }).click();
  await page.getByRole("dialog").waitFor({ state: "hidden" });
}
