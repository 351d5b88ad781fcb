// Offers, requests and orders. What may be done is asked of dates and names; where more than one rule refuses, the first in the text speaks.
import { Kept, type Journal } from "./journal.ts";
import type { Actors } from "./priceActors.ts";
import type { Books } from "./priceBooks.ts";
import { MOST_HELD, type Purses } from "./pricePurses.ts";
import {
  costOfUnit,
  type Holder,
  nameOf,
  NO_ONE,
  type Offer,
  type Order,
  type OrderStage,
  priceOf,
  type Request,
} from "./priceTerms.ts";
import { DAY, EPOCH, need } from "./rules.ts";
import type { Work } from "./work.ts";

const MOST_COSTS = 8;
const MOST_WINDOW = 365 * DAY;
/** What is signed holds no longer. */
const LONGEST = 30 * DAY;
const DISPUTE = 30 * DAY;
const MOST_SILENCE = 28 * DAY;

export interface OfferState {
  readonly filled: bigint;
  readonly orders: number;
  readonly reachedAt: number;
  readonly opened: boolean;
  readonly cancelled: boolean;
}
export interface RequestState {
  readonly filled: bigint;
  readonly opened: boolean;
  readonly cancelled: boolean;
}
export interface OrderState {
  readonly stage: OrderStage;
  readonly disputedIn: OrderStage;
  readonly fundedAt: number;
  readonly disputedAt: number;
  readonly stars: number;
}
const NO_OFFER: OfferState = { filled: 0n, orders: 0, reachedAt: 0, opened: false, cancelled: false };
const NO_ORDER: OrderState = { stage: "None", disputedIn: "None", fundedAt: 0, disputedAt: 0, stars: 0 };

/** What the other side signed under a split. */
export interface Agreement {
  readonly back: bigint;
  readonly keyEpoch: number;
  readonly expires: number;
  readonly signer: string;
  readonly other: Holder;
}

export class Market {
  private readonly work: Work;
  private readonly actors: Actors;
  private readonly purses: Purses;
  private readonly books: Books;
  private readonly offers: Kept<string, OfferState>;
  private readonly requests: Kept<string, RequestState>;
  private readonly orders: Kept<string, OrderState>;
  private readonly pledges: Kept<string, bigint>;
  private readonly rounds: Kept<Holder, number>;
  private readonly named: Kept<string, boolean>;
  private readonly sales: Kept<string, { readonly epoch: number; readonly sold: bigint }>;
  private readonly clocks: Kept<number, number>;
  /** Of each token, what was taken out of purses for orders that have not ended. */
  private readonly escrows: Kept<string, bigint>;

  constructor(journal: Journal, work: Work, actors: Actors, purses: Purses, books: Books) {
    [this.work, this.actors, this.purses, this.books] = [work, actors, purses, books];
    [this.offers, this.requests, this.orders] = [
      new Kept(journal, NO_OFFER),
      new Kept(journal, { filled: 0n, opened: false, cancelled: false }),
      new Kept(journal, NO_ORDER),
    ];
    [this.pledges, this.rounds, this.named] = [new Kept(journal, 0n), new Kept(journal, 0), new Kept(journal, false)];
    [this.sales, this.clocks, this.escrows] = [
      new Kept(journal, { epoch: -1, sold: 0n }),
      new Kept(journal, 0),
      new Kept(journal, 0n),
    ];
  }

  // --- views ---

  offerOf = (offer: Offer): OfferState => this.offers.get(nameOf(offer));
  requestOf = (request: Request): RequestState => this.requests.get(nameOf(request));
  /** A pledge of a group buy that was reached is still told as one. */
  orderOf = (order: Order): OrderState => this.orders.get(nameOf(order));
  pledgedBy = (offer: Offer, buyer: Holder): bigint => this.pledges.get(`${nameOf(offer)} ${buyer}`);
  roundOf = (holder: Holder): number => this.rounds.get(holder);
  isNamedSeller = (project: number, member: number): boolean => this.named.get(`${project} ${member}`);
  soldIn(project: number, token: string, epoch: number): bigint {
    const last = this.sales.get(`${project} ${token}`);
    return last.epoch === epoch ? last.sold : 0n;
  }
  /** When all clocks of orders of a project's offers have run out: the end of an epoch; 0: it had no offer. */
  clocksEnd = (project: number): number => this.clocks.get(project);
  escrowOf = (token: string): bigint => this.escrows.get(token);
  /** Where an order stands and acts. */
  stageOf(order: Order): OrderStage {
    const { stage } = this.orderOf(order);
    return stage === "Pledged" && this.offerOf(order.offer).reachedAt !== 0 ? "Funded" : stage;
  }
  /** The end of the time to ship. */
  dueOf = (order: Order): number => this.beginningOf(order) + order.offer.window;
  private beginningOf = (order: Order): number =>
    order.offer.target === 0n ? this.orderOf(order).fundedAt : this.offerOf(order.offer).reachedAt;
  /** From then on silence accepts. */
  silentFrom(order: Order): number {
    const epoch = Math.floor((this.beginningOf(order) - this.work.clock.genesis) / EPOCH);
    return this.dueOf(order) + this.work.numbers.get("SilenceDays", epoch) * DAY;
  }

  // --- offers and requests ---

  open(offer: Offer, signers: readonly string[]): void {
    this.checkSale(offer);
    const state = this.offerOf(offer);
    need(!state.cancelled && offer.round === this.roundOf(offer.seller), "TakenBack");
    need(signers.length >= (state.opened ? 1 : offer.costs.length + 1), "SignaturesMissing");
    this.actors.checkSigned(offer.seller, offer.keyEpoch, signers[0]!);
    if (state.opened) return;
    this.checkExpiry(offer.closes);
    this.checkMeasure(offer);
    const { target, most, quantity } = offer;
    need((target === 0n && most === 0n) || (target > 0n && target <= quantity && most > 0n), "GroupOutOfBounds");
    for (const [place, line] of offer.costs.entries())
      this.actors.checkSigned(line.to, line.keyEpoch, signers[place + 1]!);
    this.offers.set(nameOf(offer), { ...state, opened: true });
    this.runClocks(offer);
  }
  openRequest(request: Request, signer: string): void {
    const state = this.requestOf(request);
    need(!state.cancelled && request.round === this.roundOf(this.actors.today(request.buyer)), "TakenBack");
    this.actors.checkSigned(request.buyer, request.keyEpoch, signer);
    if (state.opened) return;
    this.checkExpiry(request.closes);
    this.checkMeasure(request);
    this.requests.set(nameOf(request), { ...state, opened: true });
  }
  fund = (by: string, offer: Offer, signers: readonly string[], quantity: bigint): void =>
    this.order(offer, signers, this.actors.holderOf(by), quantity);
  answer(offer: Offer, signers: readonly string[], request: Request, signer: string, quantity: bigint): void {
    this.openRequest(request, signer);
    need(fits(offer, request), "DoesNotFit");
    need(this.work.clock.now < request.closes, "OfferClosed");
    const state = this.requestOf(request);
    need(quantity <= request.quantity - state.filled, "QuantityOutOfBounds");
    this.requests.set(nameOf(request), { ...state, filled: state.filled + quantity });
    this.order(offer, signers, request.buyer, quantity);
  }
  nameSeller(by: string, project: number, seller: number, named: boolean): void {
    const steward = this.actors.memberOf(by);
    need(this.work.people.standingOf(steward) === "Active", "NotActive");
    need(this.work.charters.find(project).stewards.includes(steward), "NotStewardOf");
    this.actors.exists(seller);
    need(this.isNamedSeller(project, seller) !== named, "SellerNamedAlready");
    this.named.set(`${project} ${seller}`, named);
  }
  cancelOffer(by: string, offer: Offer): void {
    need(this.actors.holderOf(by) === offer.seller, "NotYourOrder");
    const state = this.offerOf(offer);
    need(state.reachedAt === 0, "GroupIsReached");
    need(!state.cancelled, "TakenBack");
    this.offers.set(nameOf(offer), { ...state, cancelled: true });
  }
  cancelRequest(by: string, request: Request): void {
    need(this.actors.holderOf(by) === this.actors.today(request.buyer), "NotYourOrder");
    const state = this.requestOf(request);
    need(!state.cancelled, "TakenBack");
    this.requests.set(nameOf(request), { ...state, cancelled: true });
  }
  cancelAll(by: string): void {
    const holder = this.actors.holderOf(by);
    this.rounds.set(holder, this.roundOf(holder) + 1);
  }

  // --- orders ---

  ship(by: string, order: Order): void {
    const stage = this.find(order);
    need(this.is(by, order.offer.seller), "NotYourOrder");
    need(stage === "Funded", "OrderStands");
    need(this.work.clock.now < this.dueOf(order), "ShippingOver");
    this.change(order, { stage: "Shipped" });
  }
  deliver(by: string, order: Order): void {
    const stage = this.find(order);
    need(this.is(by, order.buyer), "NotYourOrder");
    need(stage === "Shipped", "OrderStands");
    this.change(order, { stage: "Delivered" });
  }
  accept(by: string, order: Order): void {
    const stage = this.find(order);
    need(this.is(by, order.buyer), "NotYourOrder");
    need(["Shipped", "Delivered", "Disputed"].includes(stage), "OrderStands");
    this.end(order, 0n, "Accepted");
  }
  rate(by: string, order: Order, stars: number): void {
    const stage = this.find(order);
    need(this.is(by, order.buyer), "NotYourOrder");
    need(stage === "Accepted", "OrderStands");
    need(stars >= 1 && stars <= 5 && this.orderOf(order).stars === 0, "RatingRefused");
    this.change(order, { stars });
  }
  acceptBySilence(by: string, order: Order): void {
    const stage = this.find(order);
    this.checkParty(by, order);
    need(stage === "Shipped" || stage === "Delivered", "OrderStands");
    need(this.work.clock.now >= this.silentFrom(order), "OrderTooEarly");
    this.end(order, 0n, "Accepted");
  }
  refund(by: string, order: Order): void {
    const stage = this.find(order);
    const [buyer, seller] = [this.is(by, order.buyer), this.is(by, order.offer.seller)];
    need(buyer || seller, "NotYourOrder");
    const { now } = this.work.clock;
    const { offer } = order;
    if (stage === "Pledged")
      need(
        this.offerOf(offer).cancelled || now >= offer.closes || offer.round !== this.roundOf(offer.seller),
        "PledgesBind",
      );
    else if (stage === "Funded") need(seller || now >= this.dueOf(order), "OrderTooEarly");
    else need(stage === "Disputed" && this.orderOf(order).disputedIn === "Funded" && seller, "OrderStands");
    this.end(order, priceOf(order), "Refunded");
  }
  dispute(by: string, order: Order): void {
    const stage = this.find(order);
    need(this.is(by, order.buyer) || this.is(by, order.offer.seller), "NotYourOrder");
    need(["Funded", "Shipped", "Delivered"].includes(stage), "OrderStands");
    this.change(order, { stage: "Disputed", disputedIn: stage, disputedAt: this.work.clock.now });
  }
  /** One acts; `signer` is the key that signed for `other`, and must have signed for the other side. */
  split(by: string, order: Order, { back, keyEpoch, expires, signer, other }: Agreement): void {
    const stage = this.find(order);
    const buyer = this.is(by, order.buyer);
    need(buyer || this.is(by, order.offer.seller), "NotYourOrder");
    need(["Funded", "Shipped", "Delivered", "Disputed"].includes(stage), "OrderStands");
    this.checkExpiry(expires);
    const needed = buyer ? order.offer.seller : this.actors.today(order.buyer);
    this.actors.checkSigned(needed, keyEpoch, needed === other ? signer : "");
    this.end(order, back, "Split");
  }
  arbitrate(by: string, order: Order, back: bigint): void {
    const stage = this.find(order);
    // Who acts is asked first: a key that was replaced says nothing, whoever the arbiter is.
    const actor = this.actors.holderOf(by);
    need(order.offer.arbiter !== NO_ONE && this.actors.today(order.offer.arbiter) === actor, "NotYourOrder");
    need(stage === "Disputed", "OrderStands");
    this.end(order, back, "Split");
  }
  endDispute(by: string, order: Order): void {
    const stage = this.find(order);
    this.checkParty(by, order);
    need(stage === "Disputed", "OrderStands");
    const { disputedIn, disputedAt } = this.orderOf(order);
    need(this.work.clock.now >= disputedAt + DISPUTE, "OrderTooEarly");
    if (disputedIn === "Funded") return this.end(order, priceOf(order), "Refunded");
    if (disputedIn === "Delivered") return this.end(order, 0n, "Accepted");
    this.end(order, priceOf(order) - (costOfUnit(order.offer) * order.quantity) / 2n, "Split");
  }

  // --- private: offers ---

  private checkSale({ project, seller, costs, price, ...offer }: Offer): void {
    need(project !== 0, "CooperativeSellsNothing");
    const { stewards } = this.work.charters.find(project);
    need(this.work.charters.isOpen(project), "ProjectNotSelling");
    need(stewards.includes(seller) || this.isNamedSeller(project, seller), "NotSellerOf");
    need(costs.length <= MOST_COSTS, "TooManyCostLines");
    const costOfOne = costOfUnit({ project, seller, costs, price, ...offer });
    // As many hundredths as the charter asks for, or more; that a price of nothing is none is said later.
    const left = price > costOfOne ? price - costOfOne : 0n;
    need(left * 100n >= price * BigInt(this.work.charters.at(project).minSurplus), "SurplusTooSmall");
  }
  private checkExpiry(expires: number): void {
    const { now } = this.work.clock;
    need(now <= expires, "SignatureExpired");
    need(expires <= now + LONGEST, "SignatureTooLong");
  }
  private checkMeasure({ price, quantity, window }: Pick<Offer, "price" | "quantity" | "window">): void {
    need(price > 0n && quantity > 0n && price * quantity <= MOST_HELD, "PriceOutOfBounds");
    need(window > 0 && window <= MOST_WINDOW, "WindowOutOfBounds");
  }

  private order(offer: Offer, signers: readonly string[], buyer: Holder, quantity: bigint): void {
    this.open(offer, signers);
    const { clock } = this.work;
    const state = this.offerOf(offer);
    need(clock.now < offer.closes, "OfferClosed");
    need(quantity > 0n && quantity <= offer.quantity - state.filled, "QuantityOutOfBounds");
    const price = offer.price * quantity;
    this.countSale(offer, price);
    if (offer.target > 0n) this.pledge(offer, buyer, quantity);
    const order = { offer, buyer, quantity, place: state.orders };
    this.orders.set(nameOf(order), {
      ...NO_ORDER,
      stage: offer.target > 0n ? "Pledged" : "Funded",
      fundedAt: clock.now,
    });
    const filled = state.filled + quantity;
    const reached = offer.target > 0n && filled >= offer.target;
    this.offers.set(nameOf(offer), {
      ...state,
      filled,
      orders: state.orders + 1,
      reachedAt: reached ? clock.now : state.reachedAt,
    });
    this.purses.checkListed(offer.token);
    this.purses.take(buyer, offer.token, price);
    this.escrows.set(offer.token, this.escrowOf(offer.token) + price);
  }
  /** Of the last order that an offer may get, silence and dispute have ended then. */
  private runClocks({ project, closes, window }: Offer): void {
    const { clock } = this.work;
    const last = closes + window + MOST_SILENCE + DISPUTE;
    const epochsEnd = clock.start(Math.floor((last - clock.genesis) / EPOCH) + 1);
    this.clocks.set(project, Math.max(this.clocksEnd(project), epochsEnd));
  }
  private pledge(offer: Offer, buyer: Holder, quantity: bigint): void {
    need(this.offerOf(offer).reachedAt === 0, "GroupIsReached");
    const pledged = this.pledgedBy(offer, buyer) + quantity;
    need(pledged <= offer.most, "AboveBuyersMost");
    this.pledges.set(`${nameOf(offer)} ${buyer}`, pledged);
  }
  private countSale({ project, token }: Offer, price: bigint): void {
    if (!this.books.isOnProbation(project)) return;
    const { epoch } = this.work.clock;
    const sold = this.soldIn(project, token, epoch) + price;
    need(sold <= this.work.charters.find(project).charters.at(-1)!.charter.salesCap, "SalesCapReached");
    need(sold <= MOST_HELD, "PriceOutOfBounds");
    this.sales.set(`${project} ${token}`, { epoch, sold });
  }

  // --- private: orders ---

  /** Where it stands, if it is one. */
  private find(order: Order): OrderStage {
    const stage = this.stageOf(order);
    need(stage !== "None", "NoSuchOrder");
    return stage;
  }
  private is = (by: string, holder: Holder): boolean => this.actors.holderOf(by) === this.actors.today(holder);
  private checkParty = (by: string, { offer, buyer }: Order): void =>
    need(
      [buyer, offer.seller, ...offer.costs.map(({ to }) => to)].some((holder) => this.is(by, holder)),
      "NotYourOrder",
    );
  private change = (order: Order, changed: Partial<OrderState>): void =>
    this.orders.set(nameOf(order), { ...this.orderOf(order), ...changed });

  /** All of the price goes somewhere: back, to the lines (in proportion, if there is too little), and what is left over is surplus. */
  private end(order: Order, wanted: bigint, stage: OrderStage): void {
    const price = priceOf(order);
    need(wanted <= price, "BackOutOfBounds");
    const { offer, quantity } = order;
    const kept = price - wanted;
    const costs = costOfUnit(offer) * quantity;
    const lines = offer.costs.map(({ to, amount }) => ({
      to,
      amount: kept >= costs ? amount * quantity : (amount * quantity * kept) / costs,
    }));
    const surplus = kept > costs ? kept - costs : 0n;
    const paid = lines.reduce((sum, { amount }) => sum + amount, 0n);
    this.change(order, { stage });
    this.escrows.set(offer.token, this.escrowOf(offer.token) - price);
    for (const { to, amount } of lines) this.purses.give(to, offer.token, amount);
    const rebate = surplus === 0n ? 0n : this.books.bringIn(offer.project, offer.token, surplus);
    this.purses.give(order.buyer, offer.token, price - paid - surplus + rebate);
  }
}

/** Whether an offer is what a request asks for. */
function fits(offer: Offer, request: Request): boolean {
  const same = (["token", "flow", "schema", "item", "arbiter"] as const).every((word) => offer[word] === request[word]);
  // A pledge binds longer than a request says: no request is met by a group buy.
  return (
    same &&
    offer.target === 0n &&
    (request.project === 0 || request.project === offer.project) &&
    offer.price <= request.price &&
    offer.window <= request.window
  );
}
