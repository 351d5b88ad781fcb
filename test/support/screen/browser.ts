import { chromium, type Browser, type Page } from "playwright-core";

/** Starts the browser that setup found. Throws with a remedy where there is none. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = process.env.CHROME;
  if (!executablePath) throw new Error("There is no browser: run this by `npm test`, or once `npm run browser` and then by `npm run x`.");
  return chromium.launch({ executablePath });
}

/** A page that remembers what it complained of: errors in scripts, refused contents, failed requests. */
export interface WatchedPage {
  readonly page: Page;
  readonly complaints: string[];
}

/** A fresh page in a context of its own; `locale` is the reader's language, and time stands in Shanghai. */
export async function openPage(browser: Browser, locale: "zh-CN" | "en-GB", width = 1280, height = 900): Promise<WatchedPage> {
  const context = await browser.newContext({ locale, timezoneId: "Asia/Shanghai", viewport: { width, height }, reducedMotion: "reduce" });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  page.on("requestfailed", (request) => complaints.push(`${request.url()}: ${request.failure()?.errorText ?? "failed"}`));
  return { page, complaints };
}
