// Random offers, requests and orders: mostly such as the rules allow, some that they refuse.
import { hexlify, zeroPadValue } from "ethers";
import type { Random } from "../../client/random.ts";
import {
  costOfUnit,
  type CostLine,
  type Holder,
  NO_ONE,
  type Offer,
  type Order,
  type OrderStage,
  priceOf,
  type Request,
} from "../../model/priceTerms.ts";
import { DAY } from "../../model/rules.ts";
import type { MoneyAct } from "./acts.ts";
import { ACTORS, addressOf, EVERY_TOKEN, MOST_OF_A_TOKEN } from "./cast.ts";
import type { Troupe } from "./troupe.ts";

const NOBODY = "";
const word = (value: number): string => zeroPadValue(hexlify(new Uint8Array([value])), 32);
/** So many of the latest are remembered. */
const [OFFERS, ORDERS] = [40, 90];

interface SignedOffer {
  readonly offer: Offer;
  readonly signers: readonly string[];
}
interface SignedRequest {
  readonly request: Request;
  readonly signer: string;
}

export class Dealing {
  private readonly troupe: Troupe;
  private readonly random: Random;
  private readonly offers: SignedOffer[] = [];
  private readonly requests: SignedRequest[] = [];
  /** Every order that was placed. */
  readonly orders: Order[] = [];
  private salt = 0n;

  constructor(troupe: Troupe, random: Random) {
    [this.troupe, this.random] = [troupe, random];
  }

  private rarely = (part = 0.05): boolean => this.random.part() < part;
  private get now(): number {
    return this.troupe.work.clock.now;
  }
  /** An actor's address. */
  anyone = (): string => addressOf(this.random.whole(1, ACTORS));
  token = (): string => this.random.one(EVERY_TOKEN);
  /** One that may be paid with. */
  private paying(): string {
    const listed = EVERY_TOKEN.filter((token) => this.troupe.price.purses.isListed(token));
    return listed.length > 0 && !this.rarely(0.03) ? this.random.one(listed) : this.token();
  }
  /** Whoever has a purse today: a member's number, or an address. */
  today = (holder: Holder): Holder => this.troupe.price.actors.today(holder);
  /** The address that speaks for a holder. */
  voice(holder: Holder): string {
    const { people } = this.troupe.work;
    return typeof holder === "string"
      ? holder
      : holder >= 1 && holder <= people.count
        ? people.keys.keyOf(holder)
        : NOBODY;
  }

  // --- offers ---

  private seller(project: number): number {
    const { random, troupe } = this;
    if (project >= troupe.work.charters.count || this.rarely()) return random.whole(1, troupe.work.people.count);
    const named = Array.from({ length: troupe.work.people.count }, (_, place) => place + 1).filter((member) =>
      troupe.price.market.isNamedSeller(project, member),
    );
    return random.one([...troupe.work.charters.find(project).stewards, ...named]);
  }
  private project(): number {
    const { random, troupe } = this;
    const open = Array.from({ length: troupe.work.charters.count - 1 }, (_, place) => place + 1).filter((project) =>
      troupe.work.charters.isOpen(project),
    );
    if (open.length > 0 && !this.rarely()) return random.one(open);
    return this.rarely(0.4)
      ? random.one([0, troupe.work.charters.count])
      : random.whole(1, troupe.work.charters.count - 1);
  }
  private price(token: string): bigint {
    const { random } = this;
    if (this.rarely(0.03)) return random.one([0n, 1n, 2n ** 112n - 1n]);
    return random.big(MOST_OF_A_TOKEN[token]! / random.one([20n, 100n, 400n])) + random.one([1n, 2n, 100n]);
  }
  private costs(project: number, price: bigint): CostLine[] {
    const { random, troupe } = this;
    const least = project < troupe.work.charters.count ? BigInt(troupe.work.charters.at(project).minSurplus) : 5n;
    // Often just as much as the charter allows, sometimes one more.
    let left = price - (price * least + 99n) / 100n + (this.rarely() ? 1n : 0n);
    const count = this.rarely(0.02) ? 9 : random.one([0, 1, 1, 2, 3, 8]);
    return Array.from({ length: count }, (_, place) => {
      const to = this.rarely(0.01) ? 99 : this.today(this.anyone());
      const amount = left <= 0n ? 0n : place === count - 1 && random.part() < 0.5 ? left : random.big(left + 1n);
      left -= amount;
      return { to, keyEpoch: this.rarely(0.01) ? 1 : 0, flow: random.whole(0, 4), amount };
    });
  }
  private draft(): Offer {
    const { random } = this;
    const [project, token] = [this.project(), this.paying()];
    const [seller, price] = [this.seller(project), this.price(token)];
    const group = random.part() < 0.25;
    const quantity = this.rarely(0.02) ? 0n : BigInt(random.one([1, 2, 3, 5, 12]));
    const target = group ? (this.rarely() ? quantity + 1n : BigInt(random.whole(1, Number(quantity) || 1))) : 0n;
    const most = group ? BigInt(random.whole(this.rarely() ? 0 : 1, 4)) : this.rarely(0.01) ? 1n : 0n;
    const round = this.troupe.price.market.roundOf(seller) + (this.rarely(0.02) ? 1 : 0);
    const closes =
      this.now +
      (this.rarely(0.04)
        ? random.one([-1, 30 * DAY + 1])
        : random.one([this.rarely(0.1) ? 0 : DAY, 5 * DAY, 20 * DAY, 30 * DAY]));
    const window = this.rarely(0.03)
      ? random.one([0, 365 * DAY + 1, 365 * DAY])
      : random.one([this.rarely(0.2) ? 1 : DAY, 7 * DAY, 20 * DAY, 40 * DAY, 90 * DAY]);
    const arbiter = random.part() < 0.5 ? NO_ONE : this.today(this.anyone());
    return {
      project,
      seller,
      keyEpoch: this.rarely(0.02) ? 1 : 0,
      token,
      flow: random.whole(0, 4),
      schema: word(random.whole(1, 2)),
      item: word(random.whole(1, 2)),
      price,
      costs: this.costs(project, price),
      quantity,
      closes,
      window,
      arbiter,
      target,
      most,
      round,
      salt: (this.salt += 1n),
    };
  }
  private sign(offer: Offer): SignedOffer {
    const right = [offer.seller, ...offer.costs.map(({ to }) => to)].map((holder) => this.voice(holder));
    if (this.rarely(0.03)) right[this.random.whole(0, right.length - 1)] = this.rarely(0.5) ? NOBODY : this.anyone();
    return { offer, signers: this.rarely(0.02) ? right.slice(0, -1) : right };
  }
  private offered(): SignedOffer {
    const { random } = this;
    const open = this.offers
      .slice(-OFFERS)
      .filter(
        ({ offer }) => offer.closes > this.now && this.troupe.price.market.offerOf(offer).filled < offer.quantity,
      );
    if (open.length > 0 && random.part() < 0.55) return random.one(open);
    if (this.offers.length > 0 && this.rarely(0.03)) return random.one(this.offers.slice(-OFFERS));
    const made = this.sign(this.draft());
    this.offers.push(made);
    return made;
  }
  opening = (): MoneyAct => ({ is: "open", ...this.offered() });
  private quantity(offer: Offer): bigint {
    const left = offer.quantity - this.troupe.price.market.offerOf(offer).filled;
    if (this.rarely(0.04)) return this.random.one([0n, left + 1n, 2n ** 64n - 1n]);
    return left > 0n ? BigInt(this.random.whole(1, Math.min(3, Number(left)))) : 1n;
  }
  funding(): MoneyAct {
    const { offer, signers } = this.offered();
    const quantity = this.quantity(offer);
    if (this.random.part() < 0.25) return this.enough(offer, quantity);
    const able = Array.from({ length: ACTORS }, (_, place) => addressOf(place + 1)).filter(
      (address) => this.troupe.price.purses.of(this.today(address), offer.token) >= offer.price * quantity,
    );
    const by = able.length > 0 && !this.rarely() ? this.random.one(able) : this.anyone();
    return {
      is: "fund",
      by,
      offer,
      signers: this.troupe.price.market.offerOf(offer).opened ? signers.slice(0, 1) : signers,
      quantity,
    };
  }

  /** Somebody puts as much into a purse as an order costs. */
  private enough = (offer: Offer, quantity: bigint): MoneyAct => ({
    is: "deposit",
    by: this.anyone(),
    token: offer.token,
    amount: offer.price * quantity,
    permit: false,
  });

  // --- requests ---

  private ask(like: Offer): SignedRequest {
    const { random } = this;
    const buyer = this.rarely() ? this.anyone() : this.today(this.anyone());
    const off = (): boolean => this.rarely(0.02);
    const closes = this.now + random.one([0, DAY, 30 * DAY, off() ? 30 * DAY + 1 : DAY]);
    const request: Request = {
      buyer,
      keyEpoch: off() ? 1 : 0,
      project: random.one([0, off() ? 1 : like.project]),
      token: off() ? this.token() : like.token,
      flow: off() ? random.whole(0, 4) : like.flow,
      schema: off() ? word(3) : like.schema,
      item: off() ? word(3) : like.item,
      price: like.price + random.one([0n, like.price < 2n ** 112n - 1n ? 1n : 0n, off() && like.price > 0n ? -1n : 0n]),
      quantity: BigInt(random.whole(off() ? 0 : 1, 6)),
      closes,
      window: like.window + random.one([0, 1, off() ? -1 : 0]),
      arbiter: off() ? this.today(this.anyone()) : like.arbiter,
      round: this.troupe.price.market.roundOf(this.today(buyer)) + (off() ? 1 : 0),
      salt: (this.salt += 1n),
    };
    const made = { request, signer: off() ? NOBODY : this.voice(buyer) };
    this.requests.push(made);
    return made;
  }
  asking = (): MoneyAct => ({ is: "openRequest", ...this.ask(this.offered().offer) });
  answering(): MoneyAct {
    const { random } = this;
    // A request is met by no group buy, and here by one now and then.
    const tries = [this.offered(), this.offered(), this.offered()];
    const signed = tries.find(({ offer }) => offer.target === 0n) ?? tries[0]!;
    const known = this.requests
      .slice(-OFFERS)
      .filter(({ request }) => request.item === signed.offer.item && request.token === signed.offer.token);
    const asked = known.length > 0 && random.part() < 0.3 ? random.one(known) : this.ask(signed.offer);
    return { is: "answer", ...signed, ...asked, quantity: this.quantity(signed.offer) };
  }

  cancelling(): MoneyAct {
    const { random } = this;
    const luck = random.part();
    if (luck < 0.5 && this.offers.length > 0) {
      const { offer } = random.one(this.offers.slice(-OFFERS));
      return { is: "cancelOffer", by: this.rarely() ? this.anyone() : this.voice(offer.seller), offer };
    }
    if (luck < 0.9 && this.requests.length > 0) {
      const { request } = random.one(this.requests.slice(-OFFERS));
      return {
        is: "cancelRequest",
        by: this.rarely() ? this.anyone() : this.voice(this.today(request.buyer)),
        request,
      };
    }
    return { is: "cancelAll", by: this.anyone() };
  }
  naming(): MoneyAct {
    const { random, troupe } = this;
    const project = this.project();
    const stewards = project < troupe.work.charters.count ? troupe.work.charters.find(project).stewards : [1];
    const seller = random.whole(1, troupe.work.people.count + (this.rarely(0.1) ? 1 : 0));
    return {
      is: "nameSeller",
      by: this.rarely(0.3) ? this.anyone() : this.voice(random.one(stewards)),
      project,
      seller,
      named: random.part() < 0.6,
    };
  }

  // --- orders ---

  /** Remembers an order that an act placed. */
  placed(act: MoneyAct): void {
    if (act.is !== "fund" && act.is !== "answer") return;
    const place = this.troupe.price.market.offerOf(act.offer).orders - 1;
    this.orders.push({
      offer: act.offer,
      buyer: act.is === "fund" ? this.today(act.by) : act.request.buyer,
      quantity: act.quantity,
      place,
    });
  }
  private inStage(...stages: readonly OrderStage[]): Order | undefined {
    const latest = this.orders.slice(-ORDERS);
    const list = latest.filter((order) => stages.includes(this.troupe.price.market.stageOf(order)));
    const chosen = list.length > 0 && !this.rarely(0.06) ? list : latest;
    if (chosen.length === 0) return undefined;
    const order = this.random.one(chosen);
    return this.rarely(0.01) ? { ...order, place: order.place + 1 } : order;
  }
  private buyer = (order: Order): string => (this.rarely() ? this.anyone() : this.voice(this.today(order.buyer)));
  private either = (order: Order): string =>
    this.random.part() < 0.5 ? this.buyer(order) : this.rarely() ? this.anyone() : this.voice(order.offer.seller);
  private party(order: Order): string {
    const { costs } = order.offer;
    return costs.length > 0 && this.random.part() < 0.3
      ? this.voice(this.today(this.random.one(costs).to))
      : this.either(order);
  }
  private back(order: Order): bigint {
    const [price, costs] = [priceOf(order), costOfUnit(order.offer) * order.quantity];
    return this.random.one([
      0n,
      price,
      price - costs,
      price / 2n,
      this.random.big(price + 1n),
      this.rarely() ? price + 1n : 0n,
    ]);
  }

  /** Something about an order, by the stage in which it is possible. */
  handling(): MoneyAct {
    const { random } = this;
    const luck = random.part() * 100;
    const found = (...stages: readonly OrderStage[]): Order | undefined => this.inStage(...stages);
    if (luck < 30)
      return this.about(found("Funded"), (order) => ({
        is: "ship",
        by: this.rarely() ? this.anyone() : this.voice(order.offer.seller),
        order,
      }));
    if (luck < 38) return this.about(found("Shipped"), (order) => ({ is: "deliver", by: this.buyer(order), order }));
    if (luck < 62)
      return this.about(found("Shipped", "Delivered", "Disputed"), (order) => ({
        is: "accept",
        by: this.buyer(order),
        order,
      }));
    if (luck < 68)
      return this.about(found("Shipped", "Delivered"), (order) => ({
        is: "acceptBySilence",
        by: this.party(order),
        order,
      }));
    if (luck < 76)
      return this.about(found("Funded", "Pledged", "Disputed"), (order) => ({
        is: "refund",
        by: this.either(order),
        order,
      }));
    if (luck < 83)
      return this.about(found("Funded", "Shipped", "Delivered"), (order) => ({
        is: "dispute",
        by: this.either(order),
        order,
      }));
    if (luck < 87)
      return this.about(found("Disputed"), (order) => ({ is: "endDispute", by: this.party(order), order }));
    if (luck < 91)
      return this.about(found("Disputed"), (order) => ({
        is: "arbitrate",
        by: this.rarely(0.1) ? this.anyone() : this.voice(this.today(order.offer.arbiter)) || this.anyone(),
        order,
        back: this.back(order),
      }));
    if (luck < 97)
      return this.about(found("Funded", "Shipped", "Delivered", "Disputed"), (order) => this.splitting(order));
    return this.about(found("Accepted"), (order) => ({
      is: "rate",
      by: this.buyer(order),
      order,
      stars: random.whole(this.rarely() ? 0 : 1, this.rarely() ? 6 : 5),
    }));
  }
  private about = (order: Order | undefined, act: (order: Order) => MoneyAct): MoneyAct =>
    order === undefined ? this.funding() : act(order);
  private splitting(order: Order): MoneyAct {
    const { random } = this;
    const buyerActs = random.part() < 0.5;
    const [buyer, seller] = [this.today(order.buyer), order.offer.seller];
    const other = buyerActs ? seller : buyer;
    const expires = this.now + (this.rarely() ? random.one([-1, 30 * DAY + 1]) : random.one([0, DAY, 30 * DAY]));
    return {
      is: "split",
      by: this.rarely() ? this.anyone() : this.voice(buyerActs ? buyer : seller),
      order,
      back: this.back(order),
      keyEpoch: this.rarely(0.03) ? 1 : 0,
      expires,
      signer: this.rarely() ? this.anyone() : this.voice(other),
      other: this.rarely(0.03) ? buyer : other,
    };
  }
}
