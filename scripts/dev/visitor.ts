// What a visitor of the practice pages does by hand, for screen tests and pictures.
import type { Page } from "playwright-core";
import { appText } from "../../frontend/app/text.ts";
import { signerText } from "../../frontend/shared/signer/text.ts";
import type { Stage } from "./stage.ts";

/** Takes a seeded member's seat through the dialog, as a visitor would, and stays on the settings page. */
export async function takeSeat(page: Page, stage: Stage, member: number, language: "zh" | "en"): Promise<void> {
  const seat = stage.seats.find((offered) => offered.member === member);
  if (!seat) throw new Error(`The practice network offers no seat of member ${member}.`);
  await page.goto(`${stage.url}#/settings`);
  await page.getByRole("button", { name: appText[language].signIn, exact: true }).last().click();
  await page.getByRole("button", { name: signerText[language].seatTake(seat.name[language]), exact: true }).click();
  await page.getByRole("dialog").waitFor({ state: "hidden" });
}
