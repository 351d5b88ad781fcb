// What the industry looks like by its orders: what flows where, what is asked for and not met, how long it takes, how it is liked.
import type { ProjectId, Token } from "../chain/ids.ts";
import type { PriceBooks } from "./fold.ts";
import { openRequests } from "./may.ts";
import { offerOfOrder } from "./orders.ts";
import { type Flow, flows, type OrderRecord, type RequestRecord } from "./types.ts";

/** What was sold of a flow: orders accepted, and their prices by token. */
export interface FlowSales {
  readonly flow: Flow;
  readonly orders: number;
  readonly units: bigint;
  /** In each token's smallest unit; never added up over tokens. */
  readonly paid: ReadonlyMap<Token, bigint>;
}

/** How a project is rated. */
export interface Rating {
  readonly count: number;
  /** Mean of the stars; null: nobody rated yet. */
  readonly mean: number | null;
  /** How many gave 1, 2, … 5 stars. */
  readonly stars: readonly [number, number, number, number, number];
}

/** The projects of an industry, by its code. */
export function industriesOf({ work }: PriceBooks): Map<number, ProjectId[]> {
  const found = new Map<number, ProjectId[]>();
  for (const { id, charters } of work.projects.values()) {
    const code = charters.at(-1)!.industry;
    found.set(code, [...(found.get(code) ?? []), id]);
  }
  return found;
}

/** Orders of some projects; of all, where none is named. */
export function ordersOfProjects(books: PriceBooks, projects?: readonly ProjectId[]): OrderRecord[] {
  return [...books.price.orders.values()].filter((order) => !projects || projects.includes(offerOfOrder(books, order).terms.project));
}

/** What was sold of each flow and accepted, in the order of the flows; those of which nothing was are among them. */
export function salesByFlow(books: PriceBooks, projects?: readonly ProjectId[]): FlowSales[] {
  const accepted = ordersOfProjects(books, projects).filter(({ end }) => end?.stage === "accepted");
  return flows.map((flow) => {
    const mine = accepted.filter((order) => offerOfOrder(books, order).terms.flow === flow);
    const paid = new Map<Token, bigint>();
    for (const order of mine) {
      const { token } = offerOfOrder(books, order).terms;
      paid.set(token, (paid.get(token) ?? 0n) + order.price);
    }
    return { flow, orders: mine.length, units: mine.reduce((sum, { quantity }) => sum + quantity, 0n), paid };
  });
}

/** Requests that can be met and are not, or not in full; those of most units left first. */
export function unmetRequests(books: PriceBooks, now: number): RequestRecord[] {
  const left = ({ terms, filled }: RequestRecord) => terms.quantity - filled;
  return openRequests(books, now).toSorted((a, b) => (left(a) === left(b) ? 0 : left(a) > left(b) ? -1 : 1));
}

/** From funding, or from a group buy's reaching, to delivery, in seconds: the median of all orders that came; null: none did. */
export function medianDelivery(books: PriceBooks, projects?: readonly ProjectId[]): number | null {
  const times = ordersOfProjects(books, projects).flatMap((order) => {
    const came = order.deliveredAt ?? (order.end?.stage === "accepted" ? order.end.at : null);
    const { terms, reachedAt } = offerOfOrder(books, order);
    const from = terms.target === 0n ? order.fundedAt : reachedAt;
    return came === null || from === null ? [] : [came - from];
  });
  if (times.length === 0) return null;
  const sorted = times.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** How the buyers of a project rated it. */
export function ratingOf(books: PriceBooks, project: ProjectId): Rating {
  const stars: [number, number, number, number, number] = [0, 0, 0, 0, 0];
  for (const { rating } of ordersOfProjects(books, [project])) if (rating) stars[rating.stars - 1]! += 1;
  const count = stars.reduce((sum, one) => sum + one, 0);
  return { count, mean: count === 0 ? null : stars.reduce((sum, many, place) => sum + many * (place + 1), 0) / count, stars };
}
