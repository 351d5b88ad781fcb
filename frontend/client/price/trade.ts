// How trade goes: by industry, by what flows, by project or seller. Times in seconds.
import { epochOf } from "../chain/clock.ts";
import { COOPERATIVE, type MemberId, type ProjectId } from "../chain/ids.ts";
import { charterIn } from "../work/charters.ts";
import type { PriceBooks } from "./fold.ts";
import { openOffers, openRequests } from "./may.ts";
import { offerOfOrder } from "./orders.ts";
import { type Flow, flows, type Offer, type OfferRecord, type OrderRecord, type Request, type RequestRecord } from "./types.ts";

/** How a set of orders went. */
export interface Trade {
  readonly orders: number;
  readonly accepted: number;
  /** Median from order (of a group buy: from its reaching) to arrival. Null: none has arrived. */
  readonly medianSpan: number | null;
  readonly ratings: number;
  /** Tenths of a star on average, cut; null: none was rated. */
  readonly starTenths: number | null;
}

/** What happens in one industry, or with one sort of flow. */
export interface Activity {
  readonly projects: readonly ProjectId[];
  readonly offersOpen: readonly OfferRecord[];
  readonly requestsUnmet: readonly RequestRecord[];
  readonly trade: Trade;
}

/** How long an order took to arrive; null: it has not arrived. */
export function spanOf(books: PriceBooks, order: OrderRecord): number | null {
  const arrived = order.deliveredAt ?? (order.end?.stage === "accepted" ? order.end.at : null);
  const { terms, reachedAt } = offerOfOrder(books, order);
  const begun = terms.target === 0n ? order.fundedAt : reachedAt;
  return arrived === null || begun === null ? null : arrived - begun;
}

/** How orders went. */
export function tradeOf(books: PriceBooks, orders: readonly OrderRecord[]): Trade {
  const spans = orders.map((order) => spanOf(books, order)).filter((span) => span !== null);
  const stars = orders.flatMap(({ rating }) => (rating ? [rating.stars] : []));
  return {
    orders: orders.length,
    accepted: orders.filter(({ end }) => end?.stage === "accepted").length,
    medianSpan: median(spans),
    ratings: stars.length,
    starTenths: stars.length === 0 ? null : Math.floor((stars.reduce((sum, one) => sum + one, 0) * 10) / stars.length),
  };
}

function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

/** Orders of which the offer is of this sort. */
const ordersWhere = (books: PriceBooks, sort: (offer: Offer) => boolean): OrderRecord[] => [...books.price.orders.values()].filter((order) => sort(offerOfOrder(books, order).terms));

/** How a project's orders went. */
export const projectTrade = (books: PriceBooks, project: ProjectId): Trade => tradeOf(books, ordersWhere(books, (offer) => offer.project === project));

/** How the orders went that a member sold. */
export const sellerTrade = (books: PriceBooks, seller: MemberId): Trade => tradeOf(books, ordersWhere(books, (offer) => offer.seller === seller));

/** Every industry that a project works in, by its code. A project that a vote put into another industry counts where it is now. */
export function industryMap(books: PriceBooks, now: number): (Activity & { readonly industry: number })[] {
  const members = new Map<number, ProjectId[]>();
  for (const project of books.work.projects.values()) {
    // The cooperative itself sells nothing.
    if (project.id === COOPERATIVE) continue;
    const { industry } = charterIn(project, epochOf(books, now));
    members.set(industry, [...(members.get(industry) ?? []), project.id]);
  }
  return [...members].sort(([a], [b]) => a - b).map(([industry, projects]) => ({ industry, projects, ...activity(books, now, ({ project }) => projects.includes(project)) }));
}

/** Every sort of flow, with the projects that offered it at some time. */
export function flowMap(books: PriceBooks, now: number): (Activity & { readonly flow: Flow })[] {
  return flows.map((flow) => {
    const projects = new Set([...books.price.offers.values()].filter(({ terms }) => terms.flow === flow).map(({ terms }) => terms.project));
    return { flow, projects: [...projects].sort((a, b) => a - b), ...activity(books, now, (one) => one.flow === flow) };
  });
}

function activity(books: PriceBooks, now: number, ours: (terms: Offer | Request) => boolean): Omit<Activity, "projects"> {
  return {
    offersOpen: openOffers(books, now).filter(({ terms }) => ours(terms)),
    requestsUnmet: openRequests(books, now).filter(({ terms }) => ours(terms)),
    trade: tradeOf(books, ordersWhere(books, ours)),
  };
}
