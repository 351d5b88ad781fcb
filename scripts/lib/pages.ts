import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "vite";
import { ownFiles, readText, root } from "./files.ts";

/** Where the built pages lie. */
export const pagesFolder: string = join(root, "dist");

/** Beside dist/ and not in it: whoever publishes the pages gets the pages alone. */
const stampFile = join(root, "node_modules/.pages-stamp");

/** A mark of everything the pages are made from. */
function sourceMark(): string {
  const hash = createHash("sha256");
  const sources = ownFiles().filter((file) => file.startsWith("frontend/") || ["package.json", "package-lock.json"].includes(file));
  for (const file of sources.sort()) hash.update(file).update("\0").update(readText(file)).update("\0");
  return hash.digest("hex");
}

/** Builds the pages unless dist/ is already made from these sources. `took` is in milliseconds. Throws as Vite does. */
export async function buildPages(): Promise<{ built: boolean; took: number }> {
  const since = Date.now();
  const mark = sourceMark();
  if (existsSync(join(pagesFolder, "index.html")) && existsSync(stampFile) && readFileSync(stampFile, "utf8") === mark) return { built: false, took: 0 };
  await build({ configFile: join(root, "frontend/vite.config.ts"), logLevel: "error" });
  writeFileSync(stampFile, mark);
  return { built: true, took: Date.now() - since };
}
