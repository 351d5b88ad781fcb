import { statementOf } from "#client/work/statements.ts";
import type { RecordClaim } from "#client/work/types.ts";
import { readUri } from "#client/work/uri.ts";
import { booksStore } from "../../../shared/books/books.ts";
import type { Language } from "../../../shared/language/words.ts";
import { claimTitle, unitWords } from "../../people/claimWords.ts";
import { kindWords } from "#client/work/words.ts";

/** What a record is called in a narrow place: its public words, else what and how much. Anybody's words: text only. */
export function recordTitle(claim: RecordClaim, language: Language): string {
  if (readUri(claim.uri)?.is === "words") return claimTitle(claim, language);
  const project = booksStore.get().ledger?.work.projects.get(claim.project);
  const amount = unitWords(claim.quantity, project ? statementOf(project).units[claim.kind] : { zh: "单位", en: "unit" }, language);
  return language === "zh" ? `${kindWords[claim.kind].zh}${amount}` : `${amount} of ${kindWords[claim.kind].en}`;
}
