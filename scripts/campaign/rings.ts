// Rings of members who attest one another: does any way to play beat 2.5 · k / M · B, and what is left where others look?
import { asJson, save } from "./economy/page.ts";
import { drawPictures, SAYS, writePage } from "./rings/page.ts";
import { playAll, type Results } from "./rings/results.ts";

/** Every file of the results, by name. */
export const writeResults = (results: Results): Record<string, string> => ({ "rings.json": asJson(results), "rings.md": writePage(results), ...drawPictures(results) });

/** Runs the campaign and writes its results. Throws where a ring passes the bound, or the page says what the numbers do not. */
export async function run(): Promise<void> {
  save(
    playAll((part) => console.log(part)),
    SAYS,
    writeResults,
  );
}
