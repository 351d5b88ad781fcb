import { startCollector } from "#client/chain/frames/collect.ts";
import type { Both } from "../../../shared/language/words.ts";
import { scanFault } from "../../../shared/qr/problems.ts";

/** What pictures of codes came to: the texts that are whole, and what is wrong with the others. */
export interface Pictured {
  readonly texts: readonly string[];
  readonly faults: readonly { readonly say: Both }[];
}

const told = (problem: "noPicture" | "nothingFound" | "notLoaded"): { say: Both } => {
  const { title, advice } = scanFault(problem);
  return { say: { zh: title.zh + (advice?.zh ?? ""), en: `${title.en} ${advice?.en ?? ""}`.trim() } };
};

/** Reads the codes in pictures that were dropped or chosen, also those of one text in several pictures. Nothing of them is sent. */
export async function readPictures(files: readonly File[]): Promise<Pictured> {
  if (files.length === 0) return { texts: [], faults: [] };
  const [texts, faults]: [string[], { say: Both }[]] = [[], []];
  const collector = startCollector();
  let missing: { known: number; count: number } | null = null;
  try {
    const [{ stillReader }, { openPicture }] = await Promise.all([import("../../../shared/qr/reader.ts"), import("../../../shared/qr/picture.ts")]);
    const read = await stillReader();
    for (const file of files) {
      const picture = await openPicture(file);
      const codes = picture ? await read(picture) : [];
      if (codes.length === 0) faults.push(told(picture ? "nothingFound" : "noPicture"));
      for (const code of codes) {
        const got = await collector.offer(code);
        missing = got.is === "part" ? { known: got.known, count: got.count } : null;
        if (got.is === "plain" || got.is === "whole") texts.push(got.text);
        else if (got.is !== "part") faults.push({ say: got.say });
      }
    }
  } catch {
    faults.push(told("notLoaded"));
  }
  if (missing) faults.push({ say: partly(missing.known, missing.count) });
  return { texts, faults };
}

const partly = (known: number, count: number): Both => ({
  zh: `图片里只有${count}张码中的${known}张，还不完整。请把其余的一起选来，或用“扫码”。`,
  en: `The pictures hold ${known} of ${count} codes, and that is not all of it. Choose the others with them, or scan.`,
});
