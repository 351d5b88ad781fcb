import { Kept, type Journal } from "./journal.ts";
import type { Actors } from "./priceActors.ts";
import { need } from "./rules.ts";
import type { Holder } from "./priceTerms.ts";

/** Of a token no more than this is ever held. */
export const MOST_HELD = 2n ** 112n - 1n;

/** Where the contracts of price lie: tokens are never sent to them. */
export interface PriceAddresses {
  readonly pool: string;
  readonly market: string;
  readonly commons: string;
  readonly zero: string;
}

/** What a token does when it is asked to move: throws Refused where it does not move, or moves less. */
export type Movement = (token: string, amount: bigint) => void;

/** Who has what. Nothing is added up here: that all of it is what is held is for whoever tests it. */
export class Purses {
  private readonly addresses: PriceAddresses;
  private readonly actors: Actors;
  private readonly moves: Movement;
  private readonly listed: Kept<string, boolean>;
  private readonly received: Kept<string, bigint>;
  private readonly purses: Kept<string, bigint>;
  private readonly paid: Kept<string, bigint>;

  constructor(journal: Journal, addresses: PriceAddresses, actors: Actors, moves: Movement) {
    [this.addresses, this.actors, this.moves] = [addresses, actors, moves];
    this.listed = new Kept(journal, false);
    [this.received, this.purses, this.paid] = [new Kept(journal, 0n), new Kept(journal, 0n), new Kept(journal, 0n)];
  }

  // --- views ---

  of = (holder: Holder, token: string): bigint => this.purses.get(`${token} ${holder}`);
  /** Received less paid out. */
  held = (token: string): bigint => this.received.get(token);
  /** What was paid out to a holder or for it. */
  paidOut = (holder: Holder, token: string): bigint => this.paid.get(`${token} ${holder}`);
  isListed = (token: string): boolean => this.listed.get(token);
  /** All purses of a token together. */
  sum(token: string): bigint {
    let sum = 0n;
    for (const place of this.purses.keys()) if (place.startsWith(`${token} `)) sum += this.purses.get(place);
    return sum;
  }

  // --- acts ---

  deposit(by: string, token: string, amount: bigint, permit: boolean): void {
    if (permit) this.checkListed(token);
    const holder = this.actors.holderOf(by);
    this.checkListed(token);
    need(amount > 0n && amount <= MOST_HELD - this.held(token), "AmountOutOfBounds");
    this.received.set(token, this.held(token) + amount);
    this.give(holder, token, amount);
    this.moves(token, amount);
  }
  withdraw = (by: string, token: string, amount: bigint, to: string): void =>
    this.withdrawOf(this.actors.holderOf(by), token, amount, to);
  withdrawOf(holder: Holder, token: string, amount: bigint, to: string): void {
    this.take(holder, token, amount);
    this.payOut(holder, token, amount, to);
  }
  adopt(former: string, token: string): void {
    const member = this.actors.today(former);
    need(typeof member === "number" && former !== this.addresses.zero, "NeverAKey");
    const amount = this.of(former, token);
    this.purses.set(`${token} ${former}`, 0n);
    this.give(member, token, amount);
  }
  list(token: string, listed: boolean, isToken: boolean): void {
    need(!listed || (isToken && !this.isOwn(token)), "NotAToken");
    need(this.isListed(token) !== listed, "ListedAlready");
    this.listed.set(token, listed);
  }

  // --- for the rest of price ---

  checkListed = (token: string): void => need(this.isListed(token), "TokenNotListed");
  give = (holder: Holder, token: string, amount: bigint): void =>
    this.purses.set(`${token} ${holder}`, this.of(holder, token) + amount);
  take(holder: Holder, token: string, amount: bigint): void {
    need(amount > 0n, "AmountOutOfBounds");
    const purse = this.of(holder, token);
    need(purse >= amount, "PurseTooSmall");
    this.purses.set(`${token} ${holder}`, purse - amount);
  }
  /** Out of what no purse has any more. */
  payOut(holder: Holder, token: string, amount: bigint, to: string): void {
    need(to !== this.addresses.zero && to !== token && !this.isOwn(to), "PayeeRefused");
    this.received.set(token, this.held(token) - amount);
    this.paid.set(`${token} ${holder}`, this.paidOut(holder, token) + amount);
    this.moves(token, amount);
  }

  private isOwn = (account: string): boolean =>
    [this.addresses.pool, this.addresses.market, this.addresses.commons].includes(account);
}
