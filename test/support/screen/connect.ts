import type { Page } from "playwright-core";

/** Connects the wallet by the header's button. On a phone that button is elsewhere, so the window is wide for as long as it takes. */
export async function connectWallet(page: Page, name = "Test Wallet"): Promise<void> {
  const size = page.viewportSize()!;
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.getByRole("button", { name: /^(入席|Take a seat)$/ }).first().click();
  await page.getByRole("button", { name }).click();
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await page.setViewportSize(size);
}
