import { useMemo, useState } from "react";
import type { Token } from "#client/chain/ids.ts";
import { escrowOf } from "#client/price/accounts.ts";
import { amountAt, moneyFlows } from "#client/price/flows.ts";
import { offerOfOrder } from "#client/price/orders.ts";
import type { OrderRecord } from "#client/price/types.ts";
import { orderStageWords } from "#client/price/words.ts";
import { useLedger } from "../../../shared/books/books.ts";
import { formatMoney, useTokenFacts } from "../../../shared/chain/tokens.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { formatWhen } from "../../../shared/language/time.ts";
import { Button } from "../../../shared/parts/Button.tsx";
import { Money } from "../../../shared/parts/Money.tsx";
import { saveFile } from "../../../shared/parts/saveFile.ts";
import { Sentence } from "../../../shared/parts/Sentence.tsx";
import { Band } from "./Band.tsx";
import { priceCsv } from "./exports.ts";
import { FlowFigure } from "./FlowFigure.tsx";
import type { FlowBand } from "./layout.ts";
import { Side } from "./Side.tsx";
import { ledgersText } from "./text.ts";
import { holderWords, orderLink, orderTitle } from "./titles.ts";
import { endedOrders, priceFilter, pricePicture, type Span, timeOf } from "./views.ts";

const few = 5;

/** The price ledger in one token: from orders to costs, surplus and what that became. */
export function PriceSide({ token, span }: { token: Token | null; span: Span }) {
  const t = useWords(ledgersText);
  if (token === null) return <Side hand="price" aside={null}><p className="mt-3 text-ink-2">{t.priceNone}</p></Side>;
  return <Known token={token} span={span} />;
}

function Known({ token, span }: { token: Token; span: Span }) {
  const t = useWords(ledgersText);
  const language = useLanguage();
  const { ledger } = useLedger();
  useTokenFacts(token);
  const [chosen, setChosen] = useState<FlowBand | null>(null);
  const picture = useMemo(() => pricePicture(ledger, token, span, language), [ledger, token, span, language]);
  const whole = useMemo(() => moneyFlows(ledger, token, timeOf(ledger, span)), [ledger, token, span]);
  const show = (amount: bigint) => formatMoney(token, amount, language);
  const save = () => saveFile(`price-${span ?? "all"}.csv`, "text/csv", priceCsv(ledger, token, span, language));
  const escrow = escrowOf(ledger, token);
  return (
    <Side hand="price" aside={<Button small look="text" onClick={save}>{t.exportPrice}</Button>}>
      <p className="mt-3 leading-none">
        <Money token={token} amount={whole.total} size="hero" /> <span className="text-price">{t.paid}</span>
      </p>
      <p className="mt-1 text-ink-2">
        <Sentence pieces={t.ofWhichSurplus(show(amountAt(whole, "surplus")))} />
        {span === null && escrow > 0n && <>{language === "zh" ? "；" : "; "}<Sentence pieces={t.inEscrow(show(escrow))} /></>}
      </p>
      {picture.bands.length === 0 ? <p className="mt-6 text-ink-2">{t.priceNone}</p> : (
        <FlowFigure hand="price" {...picture} caption={t.priceCaption} label={t.priceLabel} show={show} chosen={chosen} onChoose={setChosen} />
      )}
      <Band picture={picture} chosen={chosen} onClear={() => setChosen(null)} />
      <OrderRows token={token} rows={behind(endedOrders(ledger, token, span), chosen, (order) => offerOfOrder(ledger, order).terms.project)} />
    </Side>
  );
}

interface Row {
  readonly order: OrderRecord;
  /** What of it is in the band; its price where none was chosen. */
  readonly amount: bigint;
}

function behind(orders: readonly OrderRecord[], band: FlowBand | null, projectOf: (order: OrderRecord) => number): Row[] {
  if (!band) return orders.map((order) => ({ order, amount: order.price }));
  const { project, cost, part } = priceFilter(band);
  const rows = orders.filter((order) => project === null || projectOf(order) === project).map((order) => {
    const end = order.end!;
    if (part !== null) return { order, amount: end.parts?.[part] ?? 0n };
    if (cost === null) return { order, amount: end.surplus };
    return { order, amount: cost === "back" ? end.back : end.lines.filter(({ flow }) => flow === cost).reduce((sum, { amount }) => sum + amount, 0n) };
  });
  return rows.filter(({ amount }) => amount > 0n);
}

function OrderRows({ token, rows }: { token: Token; rows: readonly Row[] }) {
  const t = useWords(ledgersText);
  const language = useLanguage();
  const { ledger, now } = useLedger();
  const [all, setAll] = useState(false);
  const shown = all ? rows : rows.slice(0, few);
  const comma = language === "zh" ? "，" : ", ";
  return (
    <>
      <ul>
        {shown.map(({ order, amount }) => (
          <li key={order.id} className="flex min-h-17 items-center justify-between gap-4 border-b border-line py-2.5 last:border-b-0">
            <span className="min-w-0">
              <a href={orderLink(order.id)} className="opens">{orderTitle(ledger, order, language)}</a>
              <span className="block text-sm text-ink-2">{holderWords(ledger, order.buyer, language)}{comma}{t.endedAt(formatWhen(order.end!.at, language, now), orderStageWords[order.end!.stage][language])}</span>
            </span>
            <Money token={token} amount={amount} />
          </li>
        ))}
      </ul>
      {rows.length > shown.length && <Button look="text" small onClick={() => setAll(true)}>{t.more(rows.length - shown.length)}</Button>}
    </>
  );
}
