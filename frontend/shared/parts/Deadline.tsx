import { useChainNow } from "../chain/clock.ts";
import { useLanguage, useWords } from "../language/language.ts";
import { formatMoment, formatSpan } from "../language/time.ts";
import { partsText } from "./text.ts";

/**
 * The time left and the moment together, by the chain's clock. `at` is seconds since 1970.
 * Not live: a countdown that speaks every second helps nobody.
 */
export function Deadline({ at, closedWord, stacked }: { at: number; closedWord?: string; stacked?: boolean }) {
  const now = useChainNow();
  const language = useLanguage();
  const t = useWords(partsText);
  const moment = formatMoment(at, language, now);
  const over = at <= now;
  const left = over ? (closedWord ?? t.closed) : t.left(formatSpan(at - now, language));
  return (
    <time dateTime={new Date(at * 1000).toISOString()} title={t.chainTime} className={stacked ? "flex flex-col" : "inline-flex flex-wrap items-baseline gap-x-2.5"}>
      <span className="keep font-semibold">{left}</span>
      <span className="keep text-sm text-ink-2">{over ? moment : t.closes(moment)}</span>
    </time>
  );
}
