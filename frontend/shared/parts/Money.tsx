import type { Token } from "#client/chain/ids.ts";
import { formatMoney, isPracticeToken, useTokenFacts } from "../chain/tokens.ts";
import { useLanguage, useWords } from "../language/language.ts";
import { partsText } from "./text.ts";

type Size = "text" | "row" | "card" | "hero";

const figures: Record<Size, string> = { text: "", row: "text-xl", card: "text-2xl", hero: "text-4xl sm:text-5xl" };

/**
 * An amount of the price ledger: copper, plain figures, its sign before, two places. In the token's smallest unit; cut and never
 * rounded up, all places where `exact`. `plain`: in ink, where a sentence speaks of money without being the ledger.
 */
export function Money({ token, amount, size = "text", exact, plain, signed }: { token: Token; amount: bigint; size?: Size; exact?: boolean; plain?: boolean; /** With a plus where it came in. */ signed?: boolean }) {
  const language = useLanguage();
  const t = useWords(partsText);
  useTokenFacts(token);
  return (
    <span className={`keep num font-sans ${figures[size]} ${size === "text" ? "font-semibold" : "font-normal"} ${plain ? "" : "text-price"}`}>
      {signed && amount > 0n && "+"}
      {formatMoney(token, amount, language, exact)}
      {isPracticeToken(token) && <span className="sr-only">{t.practiceMoney}</span>}
    </span>
  );
}
