import type { MemberId } from "#client/chain/ids.ts";
import type { Ledger } from "#client/ledger.ts";
import { allDividendsOf } from "#client/price/accounts.ts";
import { holderOfMember } from "#client/price/holders.ts";
import { nextSteps, type OrderAct, ordersOf, partiesOf, type Step } from "#client/price/orders.ts";
import type { OrderRecord } from "#client/price/types.ts";
import { formatMoney } from "../../shared/chain/tokens.ts";
import type { Language } from "../../shared/language/words.ts";
import { byToken } from "../price/dividends/propose.ts";
import { orderLink, orderTitle } from "../price/ledgers/titles.ts";
import { priceText } from "./priceText.ts";
import type { Item } from "./waiting.ts";

/** What an order may wait for of a member, the most pressing first. */
const acts = ["ship", "deliver", "accept", "arbitrate", "endDispute", "split", "acceptBySilence", "refund", "rate"] as const satisfies readonly OrderAct[];

/** Orders that wait for a member, and dividends that can be drawn. */
export function priceItems(ledger: Ledger, me: MemberId, now: number, language: Language): Item[] {
  const orders = ordersOf(ledger, holderOfMember(me)).flatMap((order) => {
    const step = waitsFor(ledger, order, me, now);
    return step ? [orderItem(ledger, order, step, language)] : [];
  });
  return [...orders, ...dividendItem(ledger, me, now, language)];
}

function waitsFor(ledger: Ledger, order: OrderRecord, me: MemberId, now: number): (Step & { act: (typeof acts)[number] }) | null {
  const steps = nextSteps(ledger, order, holderOfMember(me), now).filter(({ from }) => from === null);
  const { buyer } = partiesOf(ledger, order, holderOfMember(me));
  const found = acts.map((act) => steps.find((step) => step.act === act)).find((step) => {
    // A seller may always give the price back, and two sides may always agree; that is no reason to ask.
    if (step?.act === "refund") return buyer;
    return step !== undefined && (step.act !== "split" || order.stage === "disputed");
  });
  return (found as (Step & { act: (typeof acts)[number] }) | undefined) ?? null;
}

function orderItem(ledger: Ledger, order: OrderRecord, { act, until }: Step & { act: (typeof acts)[number] }, language: Language): Item {
  const t = priceText[language];
  return { key: `order/${order.id}`, kind: t.orderKind, title: orderTitle(ledger, order, language), note: t.note[act], href: orderLink(order.id), action: t.open, until: act === "ship" ? until : null, shares: null };
}

function dividendItem(ledger: Ledger, me: MemberId, now: number, language: Language): Item[] {
  const owed = allDividendsOf(ledger, me, now).filter((one) => one.owed > 0n);
  if (owed.length === 0) return [];
  const t = priceText[language];
  const amounts = [...byToken(owed)].map(([token, amount]) => formatMoney(token, amount, language)).join(language === "zh" ? "、" : ", ");
  return [{ key: "dividends", kind: t.dividendKind, title: t.dividendTitle(amounts), note: t.dividendNote, href: "#/ledgers/dividends", action: t.draw, until: null, shares: null }];
}
