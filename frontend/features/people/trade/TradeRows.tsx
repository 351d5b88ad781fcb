import type { Trade } from "#client/price/trade.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { formatSpan } from "../../../shared/language/time.ts";
import { FactRow } from "../../../shared/parts/Row.tsx";
import { starsWords } from "./stars.ts";
import { tradeText } from "./text.ts";

/** How orders went: how many, how long they took, what buyers said. */
export function TradeRows({ trade }: { trade: Trade }) {
  const t = useWords(tradeText);
  const language = useLanguage();
  return (
    <>
      <FactRow label={t.sales}><span className="num">{t.salesOf(trade.orders, trade.accepted)}</span></FactRow>
      <FactRow label={t.arrival}>{trade.medianSpan === null ? t.spanNone : t.days(formatSpan(trade.medianSpan, language))}</FactRow>
      <FactRow label={t.rating}>{starsWords(trade, language) ?? t.starsNone}</FactRow>
    </>
  );
}
