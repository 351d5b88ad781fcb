import type { Claim } from "#client/work/types.ts";
import { memberWords, projectWords } from "../../shared/books/names.ts";
import type { Language } from "../../shared/language/words.ts";
import { recordTitle } from "../value/why/recordTitle.ts";
import { homeText } from "./text.ts";

/** What a claim is about, in a few words. Anybody's words: text only. */
export function subject(claim: Claim, language: Language): string {
  const t = homeText[language];
  if (claim.lane === "batch") return t.history(projectWords(claim.project)[language]);
  if (claim.lane === "binding") return t.binding(memberWords(claim.member)[language]);
  return recordTitle(claim, language);
}
