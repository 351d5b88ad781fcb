import { endByStage, offerOfOrder } from "#client/price/orders.ts";
import type { OrderRecord } from "#client/price/types.ts";
import { flowWords } from "#client/price/words.ts";
import { useLedger } from "../../../shared/books/books.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { formatPercent } from "../../../shared/language/money.ts";
import { Money } from "../../../shared/parts/Money.tsx";
import { HolderName } from "./rows.tsx";
import { orderText } from "./orderText.ts";

interface Line {
  readonly key: string;
  readonly label: React.ReactNode;
  readonly amount: bigint;
  /** A part of the line above it. */
  readonly inside?: boolean;
  readonly strong?: boolean;
}

/** Where the money of an order is: original, disputed, given back, paid, each as an amount and as a part of the price. */
export function MoneyTimeline({ order }: { order: OrderRecord }) {
  const { ledger } = useLedger();
  const t = useWords(orderText);
  const language = useLanguage();
  const { token } = offerOfOrder(ledger, order).terms;
  const lines = order.end ? ended(order, t, language) : running();
  function running(): Line[] {
    const byStage = endByStage(ledger, order);
    const held: Line = { key: "held", label: order.stage === "disputed" ? t.underDispute : t.held, amount: order.price };
    return byStage ? [held, { key: "back", label: t.byStage, amount: byStage.back, inside: true }, { key: "kept", label: t.byStageKept, amount: order.price - byStage.back, inside: true }] : [held];
  }
  return (
    <ul className="[&>li]:border-b [&>li]:border-line [&>li:last-child]:border-b-0">
      {[{ key: "price", label: t.price, amount: order.price, strong: true } satisfies Line, ...lines].map(({ key, label, amount, inside, strong }: Line) => (
        <li key={key} className={`flex min-h-11 items-baseline justify-between gap-3 py-2 ${inside ? "ps-4 text-ink-2" : ""}`}>
          <span className={`min-w-0 ${strong ? "font-semibold" : ""}`}>{label}</span>
          <span className="keep flex items-baseline gap-3">
            <span className="num text-sm text-ink-2">{formatPercent(amount, order.price, language)}</span>
            <span className="min-w-20 text-end"><Money token={token} amount={amount} exact /></span>
          </span>
        </li>
      ))}
    </ul>
  );
}

function ended({ end }: OrderRecord, t: (typeof orderText)["zh"], language: "zh" | "en"): Line[] {
  if (!end) return [];
  const parts: readonly (readonly [string, bigint])[] = end.parts ? [[t.rebate, end.parts.rebate], [t.dividend, end.parts.dividend], [t.commons, end.parts.commons + end.parts.capital], [t.reserve, end.parts.reserve]] : [];
  return [
    ...(end.back > 0n ? [{ key: "back", label: t.back, amount: end.back }] : []),
    ...end.lines.map(({ to, flow, amount }, place) => ({ key: `line${place}`, label: <>{t.lines} <HolderName holder={to} /> <span className="text-ink-2">{flowWords[flow][language]}</span></>, amount })),
    ...(end.surplus > 0n ? [{ key: "surplus", label: t.surplus, amount: end.surplus }] : []),
    ...parts.map(([label, amount]) => ({ key: label, label, amount, inside: true })),
  ];
}
