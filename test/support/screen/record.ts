import type { Page } from "playwright-core";
import { type Language, words } from "./words.ts";

/** What a member tells of their work. */
export interface Told {
  readonly what: string;
  readonly quantity: number;
  readonly note: string;
}

/** A file as a test hands it to a page. */
export interface Handed {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** Fills the form of a record: work for the rice mill, with a file when one is given. */
export async function fillRecord(page: Page, { what, quantity, note }: Told, language: Language, file?: Handed): Promise<void> {
  const say = words[language];
  const main = page.getByRole("main");
  await main.getByLabel(say.project, { exact: true }).selectOption({ label: say.mill });
  await main.getByRole("radio", { name: say.work }).check();
  await main.getByLabel(say.what).fill(what);
  await main.getByLabel(say.quantity, { exact: true }).fill(String(quantity));
  await main.getByLabel(say.note).fill(note);
  if (!file) return;
  await main.getByLabel(say.addFiles).setInputFiles({ ...file });
  await main.getByRole("listitem").filter({ hasText: file.name }).waitFor();
}
