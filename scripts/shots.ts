// Takes the pictures of the documents from the running pages:   npm run shots [-- NAME …]
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { chromium, type Browser, type Page } from "playwright-core";
import { compile } from "./dev/chain.ts";
import { startStage, type Stage } from "./dev/stage.ts";
import { takeSeat } from "./dev/visitor.ts";
import { root } from "./lib/files.ts";

interface Shot {
  readonly name: string;
  readonly path: string;
  readonly language: "zh" | "en";
  readonly wide?: boolean;
  readonly dark?: boolean;
  /** The member whose seat is taken; nobody's when left out. */
  readonly seat?: number;
  /** What the visitor does before the picture is taken. */
  readonly act?: (page: Page, stage: Stage) => Promise<void>;
}

/** Fills the form of a record with two files, and opens the review. */
async function reviewRecord(page: Page): Promise<void> {
  const main = page.getByRole("main");
  await main.getByLabel("项目", { exact: true }).selectOption({ label: "稻米坊" });
  await main.getByRole("radio", { name: /^劳动/ }).check();
  await main.getByLabel("做了什么").fill("碾米");
  await main.getByLabel("数量", { exact: true }).fill("6");
  const photo = (name: string) => ({ name, mimeType: "image/jpeg", buffer: Buffer.from(name) });
  await main.getByLabel("加文件").setInputFiles([photo("碾米机.jpg"), photo("出米.jpg")]);
  await main.getByRole("listitem").filter({ hasText: "出米.jpg" }).waitFor();
  await main.getByRole("button", { name: "过目", exact: true }).click();
  await page.getByRole("button", { name: /^立即发送/ }).and(page.locator(":not([aria-busy])")).waitFor();
}

/** Draws what is ready, so that the columns of why have more than one number in them. */
async function drawFirst(page: Page, { url }: Stage): Promise<void> {
  await page.goto(`${url}#/shares`);
  await page.getByRole("main").getByRole("button", { name: "Draw", exact: true }).first().click();
  await page.getByRole("button", { name: /^Send now/ }).and(page.locator(":not([aria-busy])")).click();
  await page.getByRole("dialog").getByText(/^Drew/).waitFor();
  await page.getByRole("dialog").getByRole("button", { name: "See it" }).click();
  await page.goto(`${url}#/why/1`);
}

/** Opens the lesson that waits for the visitor's word. */
async function openLesson(page: Page): Promise<void> {
  await page.getByRole("main").getByRole("link", { name: /含水率/ }).first().click();
  await page.getByRole("main").getByRole("button", { name: /确认/ }).first().waitFor();
}

/** Brings the bundle that lies beside the practice pages, and waits until each item of it was read. */
async function bringBundle(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Take one to practise on" }).click();
  await page.getByRole("main").getByRole("listitem").filter({ hasText: "Zhou Bailu" }).first().waitFor();
}

/** Opens the group buy that lacks one basket. */
async function openBaskets(page: Page): Promise<void> {
  await page.getByRole("main").getByRole("link", { name: /竹提篮/ }).first().click();
  await page.getByRole("main").getByRole("button", { name: "参加拼单" }).or(page.getByRole("main").getByText("还差1")).first().waitFor();
}

/** Opens the order that waits for the visitor to say that it came. */
async function openOrder(page: Page): Promise<void> {
  await page.getByRole("main").getByRole("link", { name: /新米.*× 2/ }).first().click();
  await page.getByRole("main").getByRole("button", { name: "已经收到" }).waitFor();
}

const shots: readonly Shot[] = [
  { name: "home-en-desk", path: "/", language: "en", wide: true, seat: 1 },
  { name: "home-zh-phone", path: "/", language: "zh", seat: 1 },
  { name: "record-zh-phone", path: "/contribute/new", language: "zh", seat: 1, act: reviewRecord },
  { name: "attest-en-phone", path: "/attest", language: "en", seat: 1 },
  { name: "shares-zh-desk-dark", path: "/shares", language: "zh", wide: true, dark: true, seat: 1 },
  { name: "decide-zh-phone", path: "/decide", language: "zh", seat: 1 },
  { name: "statements-en-desk", path: "/statements", language: "en", wide: true, seat: 1 },
  { name: "join-zh-phone", path: "/join", language: "zh" },
  { name: "keys-en-desk", path: "/keys", language: "en", wide: true, seat: 8 },
  { name: "offnet-en-desk", path: "/offnet/inbox", language: "en", wide: true, seat: 1, act: bringBundle },
  { name: "project-zh-desk", path: "/p/1", language: "zh", wide: true },
  { name: "visitor-en-phone", path: "/", language: "en" },
  { name: "confirm-zh-phone", path: "/attest", language: "zh", seat: 1, act: openLesson },
  { name: "what-if-en-desk", path: "/what-if?project=1&kind=work&quantity=30", language: "en", wide: true, seat: 1 },
  { name: "market-en-desk", path: "/market", language: "en", wide: true, seat: 1 },
  { name: "group-zh-phone", path: "/market/groups", language: "zh", seat: 1, act: openBaskets },
  { name: "order-zh-phone", path: "/market/orders", language: "zh", seat: 1, act: openOrder },
  { name: "ledgers-en-desk-dark", path: "/ledgers", language: "en", wide: true, dark: true, seat: 1 },
  // The last one: it changes what there is to draw.
  { name: "why-en-desk", path: "/shares", language: "en", wide: true, seat: 1, act: drawFirst },
];

const folder = join(root, "docs/pictures");
const asked = process.argv.slice(2);

async function take(browser: Browser, stage: Stage, { name, path, language, wide, dark, seat, act }: Shot): Promise<void> {
  const context = await browser.newContext({
    locale: language === "zh" ? "zh-CN" : "en-GB", timezoneId: "Asia/Shanghai", colorScheme: dark ? "dark" : "light", reducedMotion: "reduce",
    viewport: wide ? { width: 1280, height: 900 } : { width: 390, height: 844 }, deviceScaleFactor: 2,
  });
  const page = await context.newPage();
  if (seat !== undefined) await takeSeat(page, stage, seat, language);
  await page.goto(`${stage.url}#${path}`);
  await page.locator("h1").waitFor();
  await page.locator(".skeleton").first().waitFor({ state: "detached" });
  await act?.(page, stage);
  await page.waitForLoadState("networkidle");
  await page.waitForTimeout(600);
  await page.screenshot({ path: join(folder, `${name}.png`) });
  await context.close();
  console.log(`docs/pictures/${name}.png`);
}

mkdirSync(folder, { recursive: true });
await compile();
const stage = await startStage();
const browser = await chromium.launch({ executablePath: process.env.CHROME });
try {
  for (const shot of shots) if (asked.length === 0 || asked.includes(shot.name)) await take(browser, stage, shot);
} finally {
  await browser.close();
  await stage.close();
}
process.exit(0);
