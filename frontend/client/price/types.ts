import type { Address, Hex } from "viem";
import type { Holder, MemberId, OfferId, OrderId, ProjectId, RequestId, Token } from "../chain/ids.ts";

/** What flows from seller to buyer, or what a cost line pays for, in the order of the contract's enum. */
export const flows = ["goods", "service", "transport", "capacity", "information"] as const;
export type Flow = (typeof flows)[number];

/** Where an order stands, in the order of the contract's enum. */
export const orderStages = ["none", "pledged", "funded", "shipped", "delivered", "disputed", "accepted", "refunded", "split"] as const;
export type OrderStage = Exclude<(typeof orderStages)[number], "none">;
/** How an order ends. */
export type EndStage = Extract<OrderStage, "accepted" | "refunded" | "split">;

/** A cost of each unit that the price covers, paid to a beneficiary who signed for it. */
export interface CostLine {
  readonly to: Holder;
  /** Of the member's key that signs; 0 for an address. */
  readonly keyEpoch: number;
  readonly flow: Flow;
  /** Per unit, in the token's smallest unit. */
  readonly amount: bigint;
}

/** What a seller offers: the seller signs it, and so does the beneficiary of each cost line. Times in seconds, amounts in the token's smallest unit. */
export interface Offer {
  readonly project: ProjectId;
  readonly seller: MemberId;
  /** Of the seller's key. */
  readonly keyEpoch: number;
  readonly token: Token;
  readonly flow: Flow;
  /** Digest of the document that says how the item is described. */
  readonly schema: Hex;
  /** Digest of the item's description; its unit is in it. */
  readonly item: Hex;
  /** Per unit. */
  readonly price: bigint;
  /** None to eight. */
  readonly costs: readonly CostLine[];
  /** Units, all orders together. */
  readonly quantity: bigint;
  /** No order from then on. */
  readonly closes: number;
  /** Seconds from funding to shipping. */
  readonly window: number;
  /** Who may settle a dispute; NO_ONE: nobody. */
  readonly arbiter: Holder;
  /** Of a group buy: units that must be pledged before anything is made; 0: no group buy. */
  readonly target: bigint;
  /** Of a group buy: units of one buyer. */
  readonly most: bigint;
  /** Of the seller: taking all back raises it. */
  readonly round: number;
  /** So that the same terms can be offered twice. */
  readonly salt: bigint;
}

/** What a buyer asks for: anyone may bring it together with an offer that fits. */
export interface Request {
  readonly buyer: Holder;
  /** Of the member's key; 0 for an address. */
  readonly keyEpoch: number;
  /** Of this project only; 0: of any. */
  readonly project: ProjectId;
  readonly token: Token;
  readonly flow: Flow;
  readonly schema: Hex;
  readonly item: Hex;
  /** Per unit, at most. */
  readonly price: bigint;
  readonly quantity: bigint;
  readonly closes: number;
  /** Seconds from funding to shipping, at most. */
  readonly window: number;
  readonly arbiter: Holder;
  readonly round: number;
  readonly salt: bigint;
}

/** An order as everyone names it to the market. */
export interface Order {
  readonly offer: Offer;
  readonly buyer: Holder;
  readonly quantity: bigint;
  /** Among the offer's orders, from 0. */
  readonly place: number;
}

/** How an order is to end, as one side signs it and the other carries it. `back`: to the buyer, in the token's smallest unit. */
export interface Split {
  readonly order: OrderId;
  readonly back: bigint;
  /** Who signs. */
  readonly party: Holder;
  readonly keyEpoch: number;
  readonly expires: number;
}

/** An offer on record. */
export interface OfferRecord {
  readonly id: OfferId;
  readonly terms: Offer;
  /** Where its description lies, or the description itself. Danger: anybody's words. */
  readonly uri: string;
  readonly openedAt: number;
  /** Units ordered. */
  readonly filled: bigint;
  /** Its orders, by place. */
  readonly orders: readonly OrderId[];
  /** Of a group buy: when the target was reached; null: it was not. */
  readonly reachedAt: number | null;
  readonly cancelledAt: number | null;
  readonly tx: Hex;
}

/** A request on record. */
export interface RequestRecord {
  readonly id: RequestId;
  readonly terms: Request;
  /** Where its description lies, or the description itself. Danger: anybody's words. */
  readonly uri: string;
  readonly openedAt: number;
  /** Units that were met. */
  readonly filled: bigint;
  /** The orders that met it, oldest first. */
  readonly orders: readonly OrderId[];
  readonly cancelledAt: number | null;
  readonly tx: Hex;
}

/** That one of the two objects. */
export interface Dispute {
  readonly by: Holder;
  readonly at: number;
  /** The stage in which it began; of a pledge of a group buy that was reached it is `funded`. */
  readonly stage: "funded" | "shipped" | "delivered";
  /** Digest of the reason. */
  readonly cause: Hex;
}

/** What a cost line gets. */
export interface Payment {
  readonly to: Holder;
  readonly flow: Flow;
  readonly amount: bigint;
}

/** The parts of a surplus: they are the whole, exactly. */
export interface SurplusParts {
  /** To the buyer's purse. */
  readonly rebate: bigint;
  /** Over the project's shares. */
  readonly dividend: bigint;
  /** Over the cooperative's own shares. */
  readonly commons: bigint;
  /** Guarantee capital. */
  readonly capital: bigint;
  /** The project's reserve: it takes what rounding leaves. */
  readonly reserve: bigint;
}

/** How an order ended, and where its price went: back, lines and surplus are the price, exactly. */
export interface OrderEnd {
  readonly stage: EndStage;
  readonly at: number;
  /** To the buyer, without the rebate. */
  readonly back: bigint;
  readonly surplus: bigint;
  /** What each cost line got, in the order of the offer's. */
  readonly lines: readonly Payment[];
  /** How the surplus was parted; null where there was none. */
  readonly parts: SurplusParts | null;
  readonly tx: Hex;
}

/** An order on record. Times in seconds since 1970. Where it stands follows from the offer as well: `stageOfOrder`. */
export interface OrderRecord {
  readonly id: OrderId;
  readonly offer: OfferId;
  readonly buyer: Holder;
  readonly quantity: bigint;
  readonly place: number;
  /** Of all its units, in the token's smallest unit. */
  readonly price: bigint;
  /** By its own events alone: a pledge stays one until something is done with it. */
  readonly stage: OrderStage;
  /** Of a pledge: when it was made. */
  readonly fundedAt: number;
  readonly shippedAt: number | null;
  readonly deliveredAt: number | null;
  readonly dispute: Dispute | null;
  readonly end: OrderEnd | null;
  readonly rating: { readonly stars: number; readonly comment: Hex | null; readonly at: number } | null;
  /** The request that it met; null: it was ordered by its buyer. */
  readonly request: RequestId | null;
  readonly tx: Hex;
}

/** Why a purse changed. */
export type PurseReason =
  | { readonly is: "deposit" }
  | { readonly is: "withdrawal"; readonly to: Address }
  /** The price of an order. */
  | { readonly is: "escrow"; readonly order: OrderId }
  | { readonly is: "back"; readonly order: OrderId }
  | { readonly is: "rebate"; readonly order: OrderId }
  | { readonly is: "line"; readonly order: OrderId; readonly flow: Flow }
  | { readonly is: "dividend"; readonly project: ProjectId }
  | { readonly is: "reserve"; readonly project: ProjectId; readonly cause: Hex; readonly fromPocket: boolean }
  /** From the purse of an address that became a member's key, or to the member's. */
  | { readonly is: "adopted"; readonly from: Holder; readonly to: Holder }
  /** Guarantee capital; `project` 0: out of surpluses, else the reserve of a closed one. */
  | { readonly is: "capital"; readonly project: ProjectId };

/** One change of a purse. */
export interface PurseEntry {
  readonly holder: Holder;
  readonly token: Token;
  readonly reason: PurseReason;
  /** What came in; below zero: what went out. Never 0. */
  readonly amount: bigint;
  /** What the purse held after it. */
  readonly balance: bigint;
  readonly at: number;
  readonly tx: Hex;
  readonly logIndex: number;
}

/** A token that a vote listed at some time. */
export interface TokenRecord {
  readonly token: Token;
  readonly listed: boolean;
  /** When that was last decided. */
  readonly at: number;
  /** Received less paid out. */
  readonly held: bigint;
}

/** A surplus that arrived. Its parts are the whole, exactly. */
export interface Surplus extends SurplusParts {
  readonly project: ProjectId;
  readonly token: Token;
  readonly order: OrderId;
  readonly epoch: number;
  readonly at: number;
  readonly tx: Hex;
}

/** What arrived in an epoch and is not divided. `kept`: for the reserve; of project 0, for guarantee capital. */
export interface Arrival {
  readonly epoch: number;
  readonly dividend: bigint;
  readonly kept: bigint;
}

/** A division of what arrived in an epoch. `shares` 0: there were none, and the dividend joined the reserve. */
export interface Division extends Arrival {
  /** Micro-units, of the project up to and with the epoch. */
  readonly shares: bigint;
  /** What a share got in all, Q64, modulo 2^192. */
  readonly accumulator: bigint;
  readonly at: number;
  readonly tx: Hex;
}

/** What a project has in a token. */
export interface Account {
  /** Q64, modulo 2^192. */
  readonly accumulator: bigint;
  /** Below the shares of the last division. */
  readonly remainder: bigint;
  readonly reserve: bigint;
  /** Dividends of shares that the reserve drew. */
  readonly pocket: bigint;
  /** Ascending by epoch. */
  readonly arrivals: readonly Arrival[];
  /** Ascending by epoch. */
  readonly divisions: readonly Division[];
  /** Of the reserve, by vote, in the newest epoch in which any was spent. */
  readonly spent: { readonly epoch: number; readonly amount: bigint };
}

/** The shares of a member that take part in dividends of a project and token, and the debt against them (Q64, modulo 2^192). */
export interface Counted {
  readonly shares: bigint;
  readonly debt: bigint;
  /** By epoch: how much of the lot is counted. */
  readonly lots: ReadonlyMap<number, bigint>;
}

/** Dividends that were drawn. Member 0: the project's reserve, into its pocket. */
export interface DividendDraw {
  readonly project: ProjectId;
  readonly token: Token;
  readonly member: MemberId;
  readonly amount: bigint;
  readonly at: number;
  readonly tx: Hex;
}

/** What a vote paid out of a reserve or its pocket. */
export interface Spending {
  readonly project: ProjectId;
  readonly token: Token;
  readonly to: Holder;
  readonly amount: bigint;
  readonly cause: Hex;
  readonly fromPocket: boolean;
  readonly at: number;
  readonly tx: Hex;
}

/** Guarantee capital that went to the commons: out of surpluses (project 0), or the reserve of a closed project. */
export interface CapitalTaking {
  readonly project: ProjectId;
  readonly token: Token;
  readonly amount: bigint;
  readonly at: number;
  readonly tx: Hex;
}
