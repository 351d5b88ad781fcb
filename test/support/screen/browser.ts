import { chromium, type Browser, type Page } from "playwright-core";

/** Starts the browser that setup found, with more switches if given. Throws with a remedy where there is none. */
export async function openBrowser(args: string[] = []): Promise<Browser> {
  const executablePath = process.env.CHROME;
  if (!executablePath) throw new Error("There is no browser: run this by `npm test`, or once `npm run browser` and then by `npm run x`.");
  return chromium.launch({ executablePath, args });
}

/** A page that remembers what it complained of: errors in scripts, refused contents, failed requests. */
export interface WatchedPage {
  readonly page: Page;
  readonly complaints: string[];
  /** Every place it asked for something: `http://127.0.0.1:5173`. */
  readonly asked: Set<string>;
}

/** Who reads, and on what. */
export interface Reader {
  readonly locale: "zh-CN" | "en-GB";
  readonly width?: number;
  readonly height?: number;
  readonly dark?: boolean;
}

// What the page's own policy refuses is told to it alone; said aloud, it is heard like any other error.
const tellRefusals = `addEventListener("securitypolicyviolation", (event) => console.error("refused by the page's policy: " + event.violatedDirective + " " + event.blockedURI));`;

/** A fresh page in a context of its own, for a reader; time stands in Shanghai and nothing moves. */
export async function openFor(browser: Browser, { locale, width = 1280, height = 900, dark = false }: Reader): Promise<WatchedPage> {
  const context = await browser.newContext({ locale, timezoneId: "Asia/Shanghai", viewport: { width, height }, reducedMotion: "reduce", colorScheme: dark ? "dark" : "light" });
  context.setDefaultTimeout(30_000);
  await context.addInitScript(tellRefusals);
  return watch(await context.newPage());
}

/** Begins to listen to a page. */
export function watch(page: Page): WatchedPage {
  const complaints: string[] = [];
  const asked = new Set<string>();
  page.on("pageerror", (error) => complaints.push(error.message));
  // What could not be loaded is told by its answer as well, and there with its address.
  page.on("console", (message) => message.type() === "error" && !message.text().startsWith("Failed to load resource") && complaints.push(message.text()));
  page.on("requestfailed", (request) => {
    const why = request.failure()?.errorText ?? "failed";
    // What was under way when the reader left or reloaded is no fault.
    if (why !== "net::ERR_ABORTED") complaints.push(`${request.url()}: ${why}`);
  });
  page.on("response", (answer) => answer.status() >= 400 && complaints.push(`${answer.url()}: ${answer.status()}`));
  page.on("request", (request) => /^(https?|wss?):/.test(request.url()) && asked.add(new URL(request.url()).origin));
  return { page, complaints, asked };
}

/** A fresh page in a context of its own; `locale` is the reader's language. */
export const openPage = (browser: Browser, locale: Reader["locale"], width = 1280, height = 900): Promise<WatchedPage> => openFor(browser, { locale, width, height });
