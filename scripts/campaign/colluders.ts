// Colluders who vouch for one another's puppets: how long until more than half of the seats are theirs, and what stops them?
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../lib/files.ts";
import { CLAIMS } from "./colluders/claims.ts";
import { drawPictures, writePage } from "./colluders/page.ts";
import { playAll, type Results } from "./colluders/results.ts";

/** Every file of the results, by name. */
export const writeResults = (results: Results): Record<string, string> => ({ "colluders.json": `${JSON.stringify(results, null, 1)}\n`, "colluders.md": writePage(results), ...drawPictures(results) });

/** Runs the campaign and writes its results. Throws where the page would say what the numbers do not. */
export async function run(): Promise<void> {
  const results = playAll((part) => console.log(part));
  const wrong = CLAIMS.filter(({ holds }) => !holds(results)).map(({ says }) => says);
  if (wrong.length > 0) throw new Error(`The numbers do not say that ${wrong.join("; nor that ")}.`);
  for (const [file, text] of Object.entries(writeResults(results))) writeFileSync(join(root, "docs/results", file), text);
}
