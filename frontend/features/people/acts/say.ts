import type { Both } from "../../../shared/language/words.ts";
import { peopleActsText } from "./text.ts";

/** The words of the sheets, in one language. */
export type ActWords = (typeof peopleActsText)["zh"] | (typeof peopleActsText)["en"];

/** A text of both languages, from the words of each. */
export const sayBoth = (pick: (t: ActWords, language: "zh" | "en") => string): Both => ({ zh: pick(peopleActsText.zh, "zh"), en: pick(peopleActsText.en, "en") });

/** Names in a row, as a language writes them. */
export const listed = (names: readonly Both[], language: "zh" | "en"): string => {
  const all = names.map((name) => name[language]);
  if (language === "zh") return all.join("、");
  return all.length < 2 ? (all[0] ?? "") : `${all.slice(0, -1).join(", ")} and ${all.at(-1)!}`;
};

