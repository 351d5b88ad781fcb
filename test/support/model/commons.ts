import { Kept, type Journal } from "./journal.ts";
import type { Books } from "./priceBooks.ts";
import type { Market } from "./priceMarket.ts";
import type { PriceAddresses, Purses } from "./pricePurses.ts";
import { DAY, need } from "./rules.ts";
import type { Work } from "./work.ts";

/** So long after its closing, and after its last order, a project's reserve stays its own. */
const STAYS = 90 * DAY;

/** Guarantee capital: a purse that only a vote opens. */
export class Commons {
  private readonly work: Work;
  private readonly purses: Purses;
  private readonly books: Books;
  private readonly market: Market;
  private readonly purse: string;
  private readonly adopted: Kept<string, string>;
  private readonly released: Kept<string, { readonly epoch: number; readonly amount: bigint }>;
  /** Of each token, whatever the commons took in. */
  private readonly taken: Kept<string, bigint>;

  constructor(journal: Journal, work: Work, purses: Purses, books: Books, market: Market, addresses: PriceAddresses) {
    [this.work, this.purses, this.books, this.market] = [work, purses, books, market];
    this.purse = addresses.commons;
    [this.adopted, this.released, this.taken] = [
      new Kept(journal, ""),
      new Kept(journal, { epoch: -1, amount: 0n }),
      new Kept(journal, 0n),
    ];
  }

  // --- views ---

  capitalOf = (token: string): bigint => this.purses.of(this.purse, token);
  takenOf = (token: string): bigint => this.taken.get(token);
  adoptedCode = (target: string): string => this.adopted.get(target);
  releasedIn(token: string, epoch: number): bigint {
    const last = this.released.get(token);
    return last.epoch === epoch ? last.amount : 0n;
  }
  /** From when a closed project's reserve is the commons'; Infinity: it is open. */
  goneFrom(project: number): number {
    const { closedFrom } = this.work.charters.find(project);
    return closedFrom === Infinity
      ? Infinity
      : Math.max(this.work.clock.start(closedFrom), this.market.clocksEnd(project)) + STAYS;
  }

  // --- acts ---

  pull = (token: string): void => this.take(token, this.books.takeCapital(token));
  sweep(project: number, token: string): void {
    need(this.work.clock.now >= this.goneFrom(project), "ReserveStays");
    this.take(token, this.books.takeReserve(project, token));
  }
  /** `code`: what a vote saw there; `current`: what stands there, empty for nothing. */
  adopt(target: string, code: string, current: string, adopted: boolean): void {
    need((this.adoptedCode(target) === code) !== adopted, "AdoptedAlready");
    if (adopted) this.checkCode(code, current);
    this.adopted.set(target, adopted ? code : "");
  }
  release(token: string, target: string, current: string, amount: bigint): void {
    this.checkCode(this.adoptedCode(target), current);
    this.pull(token);
    const { epoch } = this.work.clock;
    const before = this.releasedIn(token, epoch);
    need(amount > 0n && before + amount <= (this.capitalOf(token) + before) / 10n, "AboveATenth");
    this.released.set(token, { epoch, amount: before + amount });
    this.purses.withdrawOf(this.purse, token, amount, target);
  }

  private checkCode(code: string, current: string): void {
    need(current !== "", "NotAContract");
    need(code === current, "CodeDiffers");
  }
  private take(token: string, amount: bigint): void {
    this.taken.set(token, this.takenOf(token) + amount);
    this.purses.give(this.purse, token, amount);
  }
}
