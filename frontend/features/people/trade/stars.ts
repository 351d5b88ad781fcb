import type { Trade } from "#client/price/trade.ts";
import type { Language } from "../../../shared/language/words.ts";
import { tradeText } from "./text.ts";

/** Ratings in words: 4.6 stars (5); null where nobody rated. */
export function starsWords({ starTenths, ratings }: Trade, language: Language): string | null {
  if (starTenths === null) return null;
  return tradeText[language].starsOf(`${Math.floor(starTenths / 10)}.${starTenths % 10}`, ratings);
}
