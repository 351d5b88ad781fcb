import { plainText } from "#client/chain/plain.ts";
import type { Both } from "#client/chain/words.ts";
import { statementOf } from "#client/work/statements.ts";
import type { Claim, Project } from "#client/work/types.ts";
import { readUri } from "#client/work/uri.ts";
import { kindWords } from "#client/work/words.ts";
import type { Language } from "../../shared/language/words.ts";

const untitled: Both = { zh: "未公开文字的记录", en: "A record without public words" };
const lanes: Record<"batch" | "binding", Both> = { batch: { zh: "导入的历史", en: "An imported history" }, binding: { zh: "认领身份", en: "A binding of an identity" } };

/** What a claim is called in a list: its public words where there are some. Anybody's words: show them as text only. */
export function claimTitle(claim: Claim, language: Language): string {
  if (claim.lane === "batch" || claim.lane === "binding") return lanes[claim.lane][language];
  const told = readUri(claim.uri);
  return told?.is === "words" ? plainText(told.words, 80) : untitled[language];
}

/** Where a claim has its page. */
export const claimLink = (claim: Claim): string => (claim.lane === "batch" ? `#/batches/${claim.id}` : `#/c/${claim.id}`);

/** A quantity with the charter's unit: 6小时, 6 hours. Of a batch or a binding there is none. */
export function quantityWords(claim: Claim, project: Project | undefined, quantity: number, language: Language): string {
  if (claim.lane === "batch" || claim.lane === "binding") return "";
  return unitWords(quantity, project ? statementOf(project).units[claim.kind] : { zh: "单位", en: "unit" }, language);
}

/** A count of units. English units are given in the singular. */
export function unitWords(quantity: number, unit: Both, language: Language): string {
  if (language === "zh") return `${quantity.toLocaleString("zh-CN")}${unit.zh}`;
  const many = quantity !== 1 && /[a-z]$/i.test(unit.en) && !/s$/i.test(unit.en);
  return `${quantity.toLocaleString("en-GB")} ${unit.en}${many ? "s" : ""}`;
}

/** The kind and the quantity of a claim: 劳动，6小时 / work, 6 hours. */
export function claimNote(claim: Claim, project: Project | undefined, language: Language): string {
  if (claim.lane === "batch" || claim.lane === "binding") return "";
  const words = quantityWords(claim, project, claim.quantity, language);
  return language === "zh" ? `${kindWords[claim.kind].zh}，${words}` : `${kindWords[claim.kind].en}, ${words}`;
}
