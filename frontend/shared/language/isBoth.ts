import type { Both } from "./words.ts";

/** So many characters of a stranger's sentence are shown. */
const MOST = 500;

/** Whether something from outside is a text in both languages, and no longer than a sentence or two. */
export function isBoth(value: unknown): value is Both {
  const { zh, en } = (value ?? {}) as Partial<Both>;
  return typeof zh === "string" && typeof en === "string" && zh.length <= MOST && en.length <= MOST;
}
