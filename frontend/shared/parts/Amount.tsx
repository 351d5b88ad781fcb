import type { ReactNode } from "react";
import { useLanguage, useWords } from "../language/language.ts";
import { formatMicro } from "../language/numbers.ts";
import { partsText } from "./text.ts";

type Size = "row" | "text" | "card" | "hero";

const figures: Record<Size, string> = {
  text: "text-base",
  row: "text-xl",
  card: "text-2xl",
  hero: "keep text-[clamp(1.75rem,9vw,2.5rem)] sm:text-5xl",
};
const units: Record<Size, string> = { text: "text-base", row: "text-base ms-1.5", card: "text-base ms-2", hero: "text-base sm:text-lg sm:ms-3" };

/**
 * An amount of the value ledger: jade, serif bold figures, the unit after. Whole micro-units in; at most two places shown,
 * cut and never rounded up. With `why` the number opens: a dotted underline that leads to its reasons.
 */
export function Amount({ micro, unit, size = "text", why, plain, decimals }: {
  micro: bigint;
  unit?: "shares" | "credit" | "none";
  size?: Size;
  /** Address of the page that says why, `#/why/7`. */
  why?: string;
  /** In ink, where a page counts value without speaking of the ledger. */
  plain?: boolean;
  decimals?: number;
}) {
  const language = useLanguage();
  const t = useWords(partsText);
  const shown = (
    <span className={`num font-figures font-bold ${figures[size]} ${size === "hero" ? "leading-none" : ""}`}>{formatMicro(micro, language, decimals)}</span>
  );
  const tail = unit && unit !== "none" ? t.unit[unit] : null;
  return (
    <span className={`${size === "hero" ? "" : "keep"} ${plain ? "text-ink" : "text-value"}`}>
      {why ? (
        <a href={why} className="opens reach" title={t.why}>
          {shown}
          <span className="sr-only">{` ${t.why}`}</span>
        </a>
      ) : (
        shown
      )}
      {size === "hero" && " "}
      {tail && <span className={`${units[size]} ${language === "en" && size === "text" ? "ms-[0.3em]" : ""} font-sans font-normal`}>{tail}</span>}
    </span>
  );
}

/** An amount before and after an act: the earlier one small, the later one large. */
export function AmountChange({ before, after, unit }: { before: bigint; after: bigint; unit?: "shares" | "credit" }) {
  const t = useWords(partsText);
  return (
    <span className="keep inline-flex items-baseline gap-2">
      <Amount micro={before} size="row" />
      <Arrow label={t.becomes} />
      <Amount micro={after} size="card" unit={unit} />
    </span>
  );
}

/** The arrow between before and after; read aloud as a word. */
export function Arrow({ label }: { label: string }): ReactNode {
  return (
    <span className="text-ink-2">
      <span aria-hidden="true">→</span>
      <span className="sr-only">{` ${label} `}</span>
    </span>
  );
}
