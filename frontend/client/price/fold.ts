import type { Draft } from "../chain/draft.ts";
import type { ChainEvent } from "../chain/events.ts";
import type { Holder, MemberId, OfferId, OrderId, ProjectId, RequestId, Token } from "../chain/ids.ts";
import type { ValueBooks } from "../value/fold.ts";
import { applyToMarket } from "./foldMarket.ts";
import { applyToPurses } from "./foldPurses.ts";
import { applyToSurplus } from "./foldSurplus.ts";
import { NO_ONE } from "./holders.ts";
import type { Account, CapitalTaking, Counted, DividendDraw, OfferRecord, OrderRecord, PurseEntry, RequestRecord, Spending, Surplus, TokenRecord } from "./types.ts";

/** All that was paid, as the log tells it. Keys join names with dots. Amounts in each token's smallest unit: they are never added up over tokens. */
export interface PriceState {
  /** Whose purse guarantee capital goes into: the deployment says it, the log does not. */
  readonly commonsPurse: Holder;
  readonly tokens: ReadonlyMap<Token, TokenRecord>;
  /** By holder.token. */
  readonly purses: ReadonlyMap<string, bigint>;
  /** Every change of a holder's purses, oldest first. */
  readonly entries: ReadonlyMap<Holder, readonly PurseEntry[]>;
  /** In the order in which they were seen first. */
  readonly offers: ReadonlyMap<OfferId, OfferRecord>;
  readonly requests: ReadonlyMap<RequestId, RequestRecord>;
  readonly orders: ReadonlyMap<OrderId, OrderRecord>;
  /** By holder: the round that new offers and requests must name. */
  readonly rounds: ReadonlyMap<Holder, number>;
  /** By project.member: whether a steward named the member a seller. */
  readonly sellers: ReadonlyMap<string, { readonly named: boolean; readonly by: MemberId; readonly at: number }>;
  /** By project.token.epoch: the price of all that was ordered, refunded orders among it. */
  readonly sold: ReadonlyMap<string, bigint>;
  /** The epoch at whose beginning the clocks of all orders of a project until now have run out. */
  readonly clocksEnd: ReadonlyMap<ProjectId, number>;
  /** By project.token. */
  readonly accounts: ReadonlyMap<string, Account>;
  /** By project.token.member; member 0 is the project's reserve. */
  readonly counted: ReadonlyMap<string, Counted>;
  /** By project.token.member: all dividends drawn. */
  readonly drawn: ReadonlyMap<string, bigint>;
  /** Guarantee capital that the commons may pull. */
  readonly capital: ReadonlyMap<Token, bigint>;
  readonly surpluses: readonly Surplus[];
  readonly draws: readonly DividendDraw[];
  readonly spendings: readonly Spending[];
  readonly takings: readonly CapitalTaking[];
}

/** What a reader of price needs. */
export interface PriceBooks extends ValueBooks {
  readonly price: PriceState;
}

export type PriceDraft = Draft<PriceState>;

export const emptyPrice = (commonsPurse: Holder = NO_ONE): PriceState => ({
  commonsPurse,
  tokens: new Map(),
  purses: new Map(),
  entries: new Map(),
  offers: new Map(),
  requests: new Map(),
  orders: new Map(),
  rounds: new Map(),
  sellers: new Map(),
  sold: new Map(),
  clocksEnd: new Map(),
  accounts: new Map(),
  counted: new Map(),
  drawn: new Map(),
  capital: new Map(),
  surpluses: [],
  draws: [],
  spendings: [],
  takings: [],
});

/** Adds an event to price. `genesis` in seconds since 1970. */
export function applyToPrice(draft: PriceDraft, event: ChainEvent, genesis: number): void {
  if (event.contract === "market") applyToMarket(draft, event, genesis);
  else if (event.contract === "surplusPool") {
    applyToPurses(draft, event);
    applyToSurplus(draft, event, genesis);
  }
}
