// A model of price and commons in plain numbers, to compare the contracts with. It shares no code with them: purses are a map, what a
// share got is a list of divisions, what somebody is owed is added up anew each time, and an order is named by its words.
//
//   const price = new Price(foundWork(6, charters), ADDRESSES);
//   price.attempt({ is: "list", token: "0xc0", listed: true }); // "" where it is done, else the rule that refuses
//   price.work.clock.now += DAY; //                                time is set by whoever plays; work and value by `price.work`
//
// Nothing is signed: a signature is the address whose key made it, over just the words it comes with.
import { Journal } from "./journal.ts";
import { Commons } from "./commons.ts";
import { Actors } from "./priceActors.ts";
import { Books } from "./priceBooks.ts";
import { Market } from "./priceMarket.ts";
import { type Movement, type PriceAddresses, Purses } from "./pricePurses.ts";
import { performPrice, type PriceAct } from "./priceActs.ts";
import { Refused } from "./rules.ts";
import type { Work } from "./work.ts";

/** For models that stand for no contracts. */
export const ADDRESSES: PriceAddresses = { pool: "0xpool", market: "0xmarket", commons: "0xcommons", zero: "0x0" };

/** What is paid, and what becomes of it. */
export class Price {
  readonly work: Work;
  readonly addresses: PriceAddresses;
  readonly actors: Actors;
  readonly purses: Purses;
  readonly books: Books;
  readonly market: Market;
  readonly commons: Commons;
  private readonly journal = new Journal();

  constructor(work: Work, addresses: PriceAddresses = ADDRESSES, moves: Movement = () => undefined) {
    const { journal } = this;
    [this.work, this.addresses] = [work, addresses];
    this.actors = new Actors(work.people);
    this.purses = new Purses(journal, addresses, this.actors, moves);
    this.books = new Books(journal, work, this.purses);
    this.market = new Market(journal, work, this.actors, this.purses, this.books);
    this.commons = new Commons(journal, work, this.purses, this.books, this.market, addresses);
  }

  /** Does it wholly, or the name of the rule that refuses it; empty: done. */
  attempt(act: PriceAct): string {
    try {
      this.journal.wholly(() => performPrice(this, act));
      return "";
    } catch (error) {
      if (error instanceof Refused) return error.rule;
      throw error;
    }
  }
}
