// The sheets of what can be done with an order.
import { keccak256, toBytes } from "viem";
import type { Intent } from "#client/chain/intent.ts";
import type { Ledger } from "#client/ledger.ts";
import type { SplitItem } from "#client/offnet/bundle.ts";
import { parseAccept } from "#client/price/accept.ts";
import { parseAcceptBySilence } from "#client/price/acceptBySilence.ts";
import { purseOf } from "#client/price/accounts.ts";
import { parseArbitrate } from "#client/price/arbitrate.ts";
import { parseDeliver } from "#client/price/deliver.ts";
import { parseDispute } from "#client/price/dispute.ts";
import { parseEndDispute } from "#client/price/endDispute.ts";
import { canonical } from "#client/price/holders.ts";
import { type Ending, endOrder } from "#client/price/math.ts";
import { endByStage, offerOfOrder, type OrderAct, orderTerms, stageOfOrder } from "#client/price/orders.ts";
import { parseRate } from "#client/price/rate.ts";
import { parseRefund } from "#client/price/refund.ts";
import { parseShip } from "#client/price/ship.ts";
import { parseSplit } from "#client/price/split.ts";
import type { OrderRecord } from "#client/price/types.ts";
import { orderStageWords } from "#client/price/words.ts";
import { propose } from "../../../shared/act/proposal.ts";
import { formatMoney } from "../../../shared/chain/tokens.ts";
import { formatWhole } from "../../../shared/language/numbers.ts";
import type { Both, Language } from "../../../shared/language/words.ts";
import type { Change } from "../../../shared/parts/Review.tsx";
import { orderText } from "./orderText.ts";
import { nameWords } from "./views.ts";

const both = (say: (t: (typeof orderText)["zh"], language: Language) => string): Both => ({ zh: say(orderText.zh, "zh"), en: say(orderText.en, "en") });

/** How an act ends the order; null: it does not. */
function endingOf(ledger: Ledger, order: OrderRecord, act: OrderAct, back: bigint): Ending | null {
  const { costs } = offerOfOrder(ledger, order).terms;
  if (act === "endDispute") return endByStage(ledger, order);
  const given = { accept: 0n, acceptBySilence: 0n, refund: order.price, split: back, arbitrate: back }[act as "accept"];
  return given === undefined ? null : endOrder(order.price, costs, order.quantity, given);
}

/** What the sheet shows as before and after. */
function changesOf(ledger: Ledger, order: OrderRecord, act: OrderAct, back: bigint, language: Language): Change[] {
  const t = orderText[language];
  const { token } = offerOfOrder(ledger, order).terms;
  const money = (amount: bigint) => formatMoney(token, amount, language, true);
  const ending = endingOf(ledger, order, act, back);
  const stage = orderStageWords[stageOfOrder(ledger, order)][language];
  if (act === "rate") return [];
  if (!ending) return [{ label: t.change.stage, before: stage, after: orderStageWords[act === "ship" ? "shipped" : act === "deliver" ? "delivered" : "disputed"][language] }];
  const purse = purseOf(ledger, canonical(ledger, order.buyer), token);
  const paid = ending.lines.reduce((sum, { amount }) => sum + amount, 0n);
  return [
    { label: t.change.escrow, before: money(order.price), after: money(0n), sum: [ending.back > 0n && `${t.back} ${money(ending.back)}`, paid > 0n && `${t.lineCount(ending.lines.length)} ${money(paid)}`, ending.surplus > 0n && `${t.surplus} ${money(ending.surplus)}`].filter(Boolean).join(" + ") },
    ...(ending.back > 0n ? [{ label: t.change.purse, before: money(purse), after: money(purse + ending.back) }] : []),
  ];
}

function open(ledger: Ledger, order: OrderRecord, act: OrderAct, intent: Intent, back = 0n): void {
  const { terms, uri } = offerOfOrder(ledger, order);
  const name = nameWords(uri, terms);
  const what = both((_, language) => `${name[language]} × ${formatWhole(order.quantity, language)}`);
  propose({
    title: both((t) => t.titles[act]),
    act: both((t, language) => t.sentences[act](what[language])),
    intent,
    explain: (language) => {
      const t = orderText[language];
      return {
        sentence: t.sentences[act](what[language]),
        changes: changesOf(ledger, order, act, back, language),
        terms: [{ label: t.titles[act], text: t.notes[act] }, ...(endingOf(ledger, order, act, back) ? [{ label: t.irrevocable, text: t.final }] : [])],
        details: [{ label: t.offer, text: order.offer, hash: true }],
      };
    },
    done: both((t) => t.done),
    link: `#/market/order/${order.id}`,
  });
}

const plain = { ship: parseShip, deliver: parseDeliver, accept: parseAccept, acceptBySilence: parseAcceptBySilence, refund: parseRefund, endDispute: parseEndDispute } as const;

/** An act that needs nothing more to be said. */
export type PlainAct = keyof typeof plain;
export const isPlain = (act: OrderAct): act is PlainAct => Object.hasOwn(plain, act);

/** Opens the sheet of such an act. Errors: InputFault. */
export const proposePlain = (ledger: Ledger, order: OrderRecord, act: PlainAct): void => open(ledger, order, act, plain[act]({ order: orderTerms(ledger, order) }));

/** Opens the sheet of an objection; only the digest of its reason is public. */
export const proposeDispute = (ledger: Ledger, order: OrderRecord, reason: string): void => open(ledger, order, "dispute", parseDispute({ order: orderTerms(ledger, order), cause: keccak256(toBytes(reason)) }));

/** Opens the sheet of a rating. */
export const proposeRate = (ledger: Ledger, order: OrderRecord, stars: number): void => open(ledger, order, "rate", parseRate({ order: orderTerms(ledger, order), stars, comment: null }));

/** Opens the sheet that ends an order as the other side signed. Errors: InputFault. */
export const proposeSplit = (ledger: Ledger, order: OrderRecord, { back, keyEpoch, expires, signature }: SplitItem): void =>
  open(ledger, order, "split", parseSplit({ order: orderTerms(ledger, order), back, keyEpoch, expires, signature }), back);

/** Opens the sheet by which the arbiter ends a dispute. Errors: InputFault. */
export const proposeArbitrate = (ledger: Ledger, order: OrderRecord, back: bigint): void => open(ledger, order, "arbitrate", parseArbitrate({ order: orderTerms(ledger, order), back }), back);
