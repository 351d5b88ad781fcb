// What a visitor of the practice pages does by hand, for screen tests and pictures.
import type { Page } from "playwright-core";
import type { Stage } from "./stage.ts";

/** What the visitor looks for. Words of the page, written again: a visitor reads the page and not its sources. */
const looksFor = { zh: { page: "设置", take: "入席", leave: "离开席位" }, en: { page: "Settings", take: "Take a seat", leave: "Leave the seat" } };

/** Takes a seeded member's seat through the dialog, as a visitor would, and stays on the settings page. A seat taken before is left, an open sheet closed. */
export async function takeSeat(page: Page, stage: Pick<Stage, "url" | "seats">, member: number, language: "zh" | "en"): Promise<void> {
  const seat = stage.seats.find((offered) => offered.member === member);
  if (!seat) throw new Error(`The practice network offers no seat of member ${member}.`);
  const words = looksFor[language];
  if (await page.getByRole("dialog").isVisible()) await page.keyboard.press("Escape");
  await page.goto(`${stage.url}#/settings`);
  // The page before it may have such a button too, and stays until the next one has come.
  await page.getByRole("heading", { level: 1, name: words.page, exact: true }).waitFor();
  const take = page.getByRole("main").getByRole("button", { name: words.take, exact: true });
  const leave = page.getByRole("main").getByRole("button", { name: words.leave, exact: true });
  await take.or(leave).first().waitFor();
  if (await leave.isVisible()) await leave.click();
  await take.click();
  await page.getByRole("dialog").getByRole("button", { name: seat.name[language] }).click();
  await page.getByRole("dialog").waitFor({ state: "hidden" });
}
