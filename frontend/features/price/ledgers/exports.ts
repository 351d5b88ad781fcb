import type { Token } from "#client/chain/ids.ts";
import type { Ledger } from "#client/ledger.ts";
import { offerOfOrder } from "#client/price/orders.ts";
import { csvOf } from "#client/price/statement.ts";
import { orderStageWords } from "#client/price/words.ts";
import { creditedClaims, sourceOf } from "#client/value/credited.ts";
import { formatUnits } from "viem";
import { projectWords } from "../../../shared/books/names.ts";
import { tokenFacts } from "../../../shared/chain/tokens.ts";
import type { Language } from "../../../shared/language/words.ts";
import { ledgersText } from "./text.ts";
import { endedOrders, epochsOf, sourceWords, type Span, surplusEnds } from "./views.ts";

/** A moment that every spreadsheet reads. */
export const stamp = (at: number): string => new Date(at * 1000).toISOString().slice(0, 19).replace("T", " ");

/** Rows as a file that spreadsheets know to be UTF-8. */
export const sheet = (rows: readonly (readonly string[])[]): string => `\ufeff${csvOf(rows)}`;

/** The rows of the value ledger, and no price. */
export function valueCsv(ledger: Ledger, span: Span, language: Language): string {
  const rows = creditedClaims(ledger, ...epochsOf(span)).map((claim) => [
    stamp(claim.sealedAt!), claim.tx, String(claim.project), projectWords(claim.project)[language], String(claim.epoch), sourceWords(sourceOf(claim), language), formatUnits(claim.inForce, 6),
  ]);
  return sheet([ledgersText[language].csv.value.split(","), ...rows]);
}

/** The rows of the price ledger in one token, and no value. */
export function priceCsv(ledger: Ledger, token: Token, span: Span, language: Language): string {
  const { decimals, symbol } = tokenFacts(token);
  const show = (amount: bigint) => formatUnits(amount, decimals);
  const rows = endedOrders(ledger, token, span).map((order) => {
    const { project } = offerOfOrder(ledger, order).terms;
    const { at, tx, back, surplus, lines, parts, stage } = order.end!;
    const costs = lines.reduce((sum, { amount }) => sum + amount, 0n);
    return [
      stamp(at), tx, order.id, String(project), projectWords(project)[language], orderStageWords[stage][language], `${symbol} ${token}`,
      show(order.price), show(costs), show(back), show(surplus), ...surplusEnds.map((name) => show(parts?.[name] ?? 0n)),
    ];
  });
  return sheet([ledgersText[language].csv.price.split(","), ...rows]);
}
