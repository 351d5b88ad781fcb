// The file that signed things are added to.
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import type { Deployment } from "#client/chain/deployment.ts";
import { type Item, itemId, type ReadItem, readBundle, writeBundle } from "#client/offnet/bundle.ts";
import { BadInput } from "../../coop/failure.ts";
import type { Language } from "../../coop/language.ts";
import { fromWhereTheUserStands } from "../../coop/place.ts";
import { signWords } from "./text.ts";

/** What stood in the file before. */
export interface OutFile {
  readonly items: readonly ReadItem[];
}

export const emptyFile: OutFile = { items: [] };

/** Reads it; a file that is not there is empty. Errors: BadInput where it holds anything but this cooperative's signed things: it is left alone. */
export function readOut(typed: string, deployment: Deployment, language: Language): OutFile {
  const words = signWords[language];
  const file = fromWhereTheUserStands(typed);
  if (!existsSync(file)) return emptyFile;
  const { items, faults } = readBundle(readFileSync(file, "utf8"));
  if (faults.length > 0) throw new BadInput(typed, words.fileBroken(faults[0]!.say[language]));
  const registry = deployment.contracts.memberRegistry.toLowerCase();
  const foreign = items.some(({ place }) => place.chainId !== deployment.chainId || place.registry?.toLowerCase() !== registry);
  if (foreign) throw new BadInput(typed, words.fileForeign);
  return { items };
}

/** The file's text with more items; the same thing signed again takes its own place. Written whole, where a file is named. */
export function addTo({ items }: OutFile, added: readonly Item[], deployment: Deployment, typed: string | undefined): string {
  const ids = new Set(added.map(itemId));
  const text = writeBundle([...items.filter((one) => !ids.has(itemId(one))), ...added], deployment);
  if (typed === undefined) return text;
  const file = fromWhereTheUserStands(typed);
  writeFileSync(`${file}.part`, `${text}\n`, { flush: true });
  renameSync(`${file}.part`, file);
  return text;
}
