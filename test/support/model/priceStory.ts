// Small histories in the model of price, for specs that reckon by hand: a mill that sells, a cooperative, a few members.
import { plainCharter } from "./charters.ts";
import { idOf } from "./claims.ts";
import { Price } from "./price.ts";
import type { PriceAct } from "./priceActs.ts";
import type { Parts } from "./priceBooks.ts";
import { type CostLine, type Holder, NO_ONE, type Offer, type Order } from "./priceTerms.ts";
import { type NumberName, placeOf } from "./parameters.ts";
import { DAY } from "./rules.ts";
import { foundWork, type Work } from "./work.ts";

const UNIT = 1_000_000n;
export const MEMBERS = 6;
/** Projects: the cooperative, two that sell, and one where nobody ever works. */
export const PLACE = { cooperative: 0, mill: 1, garden: 2, empty: 3 } as const;
export const TOKEN = "0xcoin";

/** An order of one unit that the mill's first steward sells to a member for `surplus` and nothing else. */
export class Story {
  readonly work: Work;
  readonly price: Price;
  private made = 0;

  constructor() {
    const charter = plainCharter(1_000n * UNIT, [UNIT, 0n, 0n, 0n], [1]);
    this.work = foundWork(MEMBERS, [charter, charter, charter, charter]);
    this.price = new Price(this.work);
    this.does({ is: "list", token: TOKEN, listed: true });
  }

  /** Must be done. */
  does(act: PriceAct): void {
    const rule = this.price.attempt(act);
    if (rule !== "") throw new Error(`${act.is} is refused: ${rule}`);
  }
  tries = (act: PriceAct): string => this.price.attempt(act);
  key = (member: number): string => this.work.people.keys.keyOf(member);
  purse = (holder: Holder): bigint => this.price.purses.of(holder, TOKEN);
  book = (project: number) => this.price.books.of(project, TOKEN);

  // --- time and numbers ---

  /** The first second of an epoch. */
  epoch = (epoch: number): void => void (this.work.clock.now = this.work.clock.start(epoch));
  days = (count: number): void => void (this.work.clock.now += count * DAY);
  /** A vote; it binds from the next epoch. */
  votes = (name: NumberName, value: number): void => this.work.numbers.set(placeOf(name), value);

  // --- value ---

  /** So many hours by a member, attested by two others in the same second. */
  works(member: number, hours: number, project: number = PLACE.mill): void {
    const { work } = this;
    const others = [1, 2, 3, 4, 5, 6].filter((other) => other !== member).slice(0, 3);
    for (const other of others) if (!work.enrolment.has(project, other)) work.enrol(other, project);
    const evidence = `evidence ${this.made++}`;
    work.record(member, { project, kind: "Work", quantity: hours, evidence, occurredAt: work.clock.now, split: [] });
    for (const other of others.slice(0, 2)) work.attest(other, idOf(member, evidence), hours);
  }
  /** Draws a member's lot. */
  takes = (member: number, epoch: number, project: number = PLACE.mill): void =>
    void this.work.draw(project, member, [epoch]);

  // --- price ---

  /** Puts money into a purse. */
  fills = (member: number, amount: bigint): void =>
    this.does({ is: "deposit", by: this.key(member), token: TOKEN, amount, permit: false });
  offer = (project: number, price: bigint, costs: readonly CostLine[] = [], quantity = 1n): Offer => ({
    project,
    seller: 1,
    keyEpoch: 0,
    token: TOKEN,
    flow: 0,
    schema: "0x1",
    item: "0x1",
    price,
    costs,
    quantity,
    closes: this.work.clock.now + DAY,
    window: DAY,
    arbiter: NO_ONE,
    target: 0n,
    most: 0n,
    round: 0,
    salt: BigInt(this.made++),
  });
  orders(buyer: number, offer: Offer): Order {
    this.fills(buyer, offer.price);
    const { orders } = this.price.market.offerOf(offer);
    const signers = [this.key(offer.seller), ...offer.costs.map(({ to }) => this.key(to as number))];
    this.does({ is: "fund", by: this.key(buyer), offer, signers, quantity: 1n });
    return { offer, buyer, quantity: 1n, place: orders };
  }
  /** A surplus arrives: what the buyer paid, with no costs. What became of it. */
  sells(surplus: bigint, project: number = PLACE.mill, buyer = 6): Order {
    const order = this.orders(buyer, this.offer(project, surplus));
    this.does({ is: "ship", by: this.key(1), order });
    this.does({ is: "accept", by: this.key(buyer), order });
    return order;
  }
  divides = (project: number = PLACE.mill): number => {
    this.does({ is: "divide", project, token: TOKEN, most: 100 });
    return this.book(project).divisions.length;
  };
  /** Draws dividends of these lots; what came of it. */
  draws(member: number, epochs: readonly number[], project: number = PLACE.mill): bigint {
    const { drawn } = this.price.books.countedOf(project, TOKEN, member);
    this.does({ is: "drawDividends", claims: [{ project, token: TOKEN, member, epochs }] });
    return this.price.books.countedOf(project, TOKEN, member).drawn - drawn;
  }
}

export const total = ({ rebate, dividend, commons, capital, reserve }: Parts): bigint =>
  rebate + dividend + commons + capital + reserve;
