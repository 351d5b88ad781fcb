// Where money went: of what buyers paid, to whom and what for, down to the dividend, the commons and the reserve.
import type { ProjectId, Token } from "../chain/ids.ts";
import { offerOfOrder } from "./orders.ts";
import type { PriceBooks } from "./fold.ts";
import type { Span } from "./statement.ts";
import { type Flow, flows } from "./types.ts";

/** A place that money comes from or goes to. */
export type MoneyNode = "paid" | "back" | "costs" | Flow | "surplus" | "rebate" | "dividend" | "commons" | "capital" | "reserve";

/** An amount that went from one place to another, in the token's smallest unit; never 0. */
export interface MoneyLink {
  readonly from: MoneyNode;
  readonly to: MoneyNode;
  readonly amount: bigint;
}

/** Where the price of all orders that ended went. Into each place goes what comes out of it, exactly. */
export interface MoneyFlows {
  readonly token: Token;
  readonly orders: number;
  /** What buyers had paid. */
  readonly total: bigint;
  readonly links: readonly MoneyLink[];
}

/** Where the price of the orders went that ended in a span; of one project, or of all. Each token has its own flows: they are never added up. */
export function moneyFlows(books: PriceBooks, token: Token, span: Span, project?: ProjectId): MoneyFlows {
  const ended = [...books.price.orders.values()].filter((order) => {
    const { terms } = offerOfOrder(books, order);
    const counts = terms.token === token && (project === undefined || terms.project === project);
    return counts && order.end !== null && order.end.at >= span.from && order.end.at < span.until;
  });
  const sums = new Map<string, MoneyLink>();
  const add = (from: MoneyNode, to: MoneyNode, amount: bigint): void => {
    const key = `${from}.${to}`;
    if (amount > 0n) sums.set(key, { from, to, amount: (sums.get(key)?.amount ?? 0n) + amount });
  };
  let total = 0n;
  for (const { price, end } of ended) {
    total += price;
    add("paid", "back", end!.back);
    add("paid", "surplus", end!.surplus);
    for (const { flow, amount } of end!.lines) {
      add("paid", "costs", amount);
      add("costs", flow, amount);
    }
    for (const part of ["rebate", "dividend", "commons", "capital", "reserve"] as const) add("surplus", part, end!.parts?.[part] ?? 0n);
  }
  return { token, orders: ended.length, total, links: [...sums.values()].toSorted((a, b) => places.indexOf(a.from) - places.indexOf(b.from) || places.indexOf(a.to) - places.indexOf(b.to)) };
}

const places: readonly MoneyNode[] = ["paid", "costs", ...flows, "surplus", "rebate", "dividend", "commons", "capital", "reserve", "back"];

/** What goes into a place, or out of the first. */
export const amountAt = ({ total, links }: MoneyFlows, node: MoneyNode): bigint => (node === "paid" ? total : links.filter(({ to }) => to === node).reduce((sum, { amount }) => sum + amount, 0n));
