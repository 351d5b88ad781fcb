// Takes the pictures of the documents from the running pages:   npm run shots [-- NAME …]
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { chromium, type Browser } from "playwright-core";
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
}

const shots: readonly Shot[] = [
  { name: "home-en-desk", path: "/", language: "en", wide: true, seat: 1 },
  { name: "home-zh-phone", path: "/", language: "zh", seat: 1 },
  { name: "why-en-desk", path: "/why/1/1", language: "en", wide: true, seat: 1 },
  { name: "record-zh-phone", path: "/contribute/new", language: "zh", seat: 1 },
  { name: "attest-en-phone", path: "/attest", language: "en", seat: 1 },
  { name: "shares-zh-desk-dark", path: "/shares", language: "zh", wide: true, dark: true, seat: 1 },
  { name: "project-zh-desk", path: "/p/1", language: "zh", wide: true },
  { name: "visitor-en-phone", path: "/", language: "en" },
];

const folder = join(root, "docs/pictures");
const asked = process.argv.slice(2);

async function take(browser: Browser, stage: Stage, { name, path, language, wide, dark, seat }: Shot): Promise<void> {
  const context = await browser.newContext({
    locale: language === "zh" ? "zh-CN" : "en-GB", timezoneId: "Asia/Shanghai", colorScheme: dark ? "dark" : "light", reducedMotion: "reduce",
    viewport: wide ? { width: 1280, height: 900 } : { width: 390, height: 844 }, deviceScaleFactor: 2,
  });
  const page = await context.newPage();
  if (seat !== undefined) await takeSeat(page, stage, seat, language);
  await page.goto(`${stage.url}#${path}`);
  await page.locator("h1").waitFor();
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
