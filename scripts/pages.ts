// Builds the pages into dist/, unless they already are what the sources say: node scripts/pages.ts
import { buildPages } from "./lib/pages.ts";

try {
  const { built, took } = await buildPages();
  console.log(built ? `The pages are built in dist/ (${(took / 1000).toFixed(1)} s).` : "The pages in dist/ are up to date.");
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
