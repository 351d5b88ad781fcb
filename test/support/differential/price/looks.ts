// What views of price must answer after an act, told from the model.
import type { StepName } from "../../../../scripts/deploy/record.ts";
import { Refused } from "../../model/rules.ts";
import type { Price } from "../../model/price.ts";
import { type Holder, type Offer, type Order, ORDER_STAGES, type Request } from "../../model/priceTerms.ts";
import { encode, errorOf, selector, type Word, word } from "../abi.ts";
import type { Look } from "../puppet.ts";
import type { MoneyAct } from "./acts.ts";
import { ACTORS, addressOf, EVERY_TOKEN } from "./cast.ts";
import { addressWord, type MoneyTeller, purseName } from "./tell.ts";
import type { Troupe } from "./troupe.ts";

const RING = 2n ** 192n;
const BALANCE_OF = "70a08231";
const bit = (holds: boolean): number => (holds ? 1 : 0);

export class MoneyLooks {
  private readonly troupe: Troupe;
  private readonly price: Price;
  private readonly teller: MoneyTeller;

  constructor(troupe: Troupe, teller: MoneyTeller) {
    [this.troupe, this.price, this.teller] = [troupe, troupe.price, teller];
  }

  private ask(contract: StepName, name: string, takes: readonly Word[], gives: readonly Word[] | string): Look {
    const place = {
      what: `${name}(${takes.join()})`,
      to: this.teller.place(contract),
      data: selector(contract, name) + encode(takes),
    };
    return typeof gives === "string"
      ? { ...place, gives: errorOf(gives), refused: true }
      : { ...place, gives: gives.map(word).join("") };
  }
  private pool = (name: string, takes: readonly Word[], gives: readonly Word[] | string): Look =>
    this.ask("surplusPool", name, takes, gives);
  private market = (name: string, takes: readonly Word[], gives: readonly Word[] | string): Look =>
    this.ask("market", name, takes, gives);
  private numbers = (from: number, to: number): number[] =>
    Array.from({ length: to - from + 1 }, (_, place) => from + place);

  // --- money ---

  /** Everyone who may have a purse. */
  private holders = (): Holder[] => [
    ...this.numbers(0, this.price.work.people.count),
    ...this.numbers(1, ACTORS).map(addressOf),
    this.price.addresses.commons,
  ];
  purse = (holder: Holder, token: string): Look =>
    this.pool("purseOf", [purseName(holder), token], [this.price.purses.of(holder, token)]);
  private tokenItself = (token: string): Look[] => {
    const held = this.price.purses.held(token);
    const balance = held + (this.troupe.strays.get(token) ?? 0n);
    return [
      this.pool("tokenOf", [token], [bit(this.price.purses.isListed(token)), held]),
      {
        what: `balanceOf(pool) of ${token}`,
        to: token.slice(2).toLowerCase(),
        data: BALANCE_OF + addressWord(this.price.addresses.pool),
        gives: word(balance),
      },
    ];
  };
  account(project: number, token: string): Look {
    const { divisions, through, reserve, remainder, pocket } = this.price.books.of(project, token);
    return this.pool(
      "accountOf",
      [project, token],
      [divisions.reduce((sum, { step }) => sum + step, 0n) % RING, through, reserve, remainder, pocket],
    );
  }
  /** All that is held in a token, but for single lots. */
  token(token: string): Look[] {
    const { books, commons, work } = this.price;
    return [
      ...this.holders().map((holder) => this.purse(holder, token)),
      ...this.tokenItself(token),
      ...this.numbers(0, work.charters.count - 1).map((project) => this.account(project, token)),
      this.pool("capitalOf", [token], [books.capitalOf(token)]),
      this.ask("commonsPool", "capitalOf", [token], [commons.capitalOf(token)]),
      this.ask("commonsPool", "releasedIn", [token, work.clock.epoch], [commons.releasedIn(token, work.clock.epoch)]),
    ];
  }
  arrived(project: number, token: string, epoch: number): Look[] {
    const { books } = this.price;
    const { dividend, kept } = books.of(project, token).waiting.find((other) => other.epoch === epoch) ?? {
      dividend: 0n,
      kept: 0n,
    };
    return [
      this.pool("arrivedIn", [project, token, epoch], [dividend, kept]),
      this.pool("accumulatorAt", [project, token, epoch], [books.accumulatorAt(project, token, epoch)]),
    ];
  }
  counted(project: number, token: string, member: number, epochs: readonly number[]): Look[] {
    const { books } = this.price;
    const shares = books.countedOf(project, token, member).lots.reduce((sum, lot) => sum + lot.shares, 0n);
    return [
      this.pool("countedOf", [project, token, member], [shares, books.debtOf(project, token, member)]),
      ...epochs.map((epoch) =>
        this.pool("countedLot", [project, token, member, epoch], [books.countedLot(project, token, member, epoch)]),
      ),
    ];
  }
  private known(project: number, epoch: number): Look {
    const total = this.price.books.sharesThrough(project, epoch);
    return this.ask("shareLedger", "sharesThrough", [project, epoch], [bit(total !== undefined), total ?? 0n]);
  }
  lastDate(project: number): Look[] {
    const { market, commons } = this.price;
    return [
      this.market("clocksEnd", [project], [market.clocksEnd(project)]),
      this.pool(
        "reserveGoneFrom",
        [project],
        or(() => [finite(commons.goneFrom(project))]),
      ),
    ];
  }

  // --- dealing ---

  offer(offer: Offer): Look[] {
    const { filled, orders, reachedAt, opened, cancelled } = this.price.market.offerOf(offer);
    const { epoch } = this.price.work.clock;
    return [
      this.market("offerOf", [this.teller.offerId(offer)], [filled, orders, reachedAt, bit(opened), bit(cancelled)]),
      this.market(
        "soldIn",
        [offer.project, offer.token, epoch],
        [this.price.market.soldIn(offer.project, offer.token, epoch)],
      ),
    ];
  }
  request(request: Request): Look {
    const { filled, opened, cancelled } = this.price.market.requestOf(request);
    return this.market("requestOf", [this.teller.requestId(request)], [filled, bit(opened), bit(cancelled)]);
  }
  order(order: Order): Look[] {
    const { stage, disputedIn, fundedAt, disputedAt, stars } = this.price.market.orderOf(order);
    return [
      this.market(
        "orderOf",
        [this.teller.orderId(order)],
        [ORDER_STAGES.indexOf(stage), ORDER_STAGES.indexOf(disputedIn), fundedAt, disputedAt, stars],
      ),
      this.market(
        "pledgedBy",
        [this.teller.offerId(order.offer), purseName(order.buyer)],
        [this.price.market.pledgedBy(order.offer, order.buyer)],
      ),
    ];
  }
  private round = (holder: Holder): Look =>
    this.market("roundOf", [purseName(holder)], [this.price.market.roundOf(holder)]);

  // --- after an act ---

  /** What an act could have changed, and all that is held in its token; `rule`: what refused it, so that nothing may have moved. */
  touched(act: MoneyAct, rule: string): Look[] {
    const token =
      "token" in act ? act.token : "offer" in act ? act.offer.token : "order" in act ? act.order.offer.token : "";
    const all = EVERY_TOKEN.includes(token) ? this.token(token) : [];
    return [...(rule === "" ? all : all.slice(0, 3)), ...this.own(act)];
  }
  private own(act: MoneyAct): Look[] {
    const { epoch } = this.price.work.clock;
    switch (act.is) {
      case "open":
        return [...this.offer(act.offer), ...this.lastDate(act.offer.project)];
      case "fund":
        return [...this.offer(act.offer), ...this.placed(act.offer, act.by), ...this.lastDate(act.offer.project)];
      case "answer":
        return [...this.offer(act.offer), ...this.placed(act.offer, act.request.buyer), this.request(act.request)];
      case "openRequest":
      case "cancelRequest":
        return [this.request(act.request)];
      case "cancelOffer":
        return this.offer(act.offer);
      case "cancelAll":
        return [this.round(this.price.actors.today(act.by))];
      case "nameSeller":
        return [
          this.market(
            "isNamedSeller",
            [act.project, act.seller],
            [bit(this.price.market.isNamedSeller(act.project, act.seller))],
          ),
        ];
      case "divide":
        return this.numbers(Math.max(0, epoch - 4), epoch).flatMap((other) =>
          this.arrived(act.project, act.token, other),
        );
      case "drawDividends":
        return act.claims
          .flatMap(({ project, token, member, epochs }) => [
            ...this.token(token),
            ...this.counted(project, token, member, epochs),
          ])
          .slice(0, 200);
      case "sweep":
        return this.lastDate(act.project);
      case "adoptCode":
        return [
          this.ask("commonsPool", "adoptedCode", [act.target], [this.price.commons.adoptedCode(act.target) || 0]),
        ];
      case "close":
        return [this.known(act.project, Math.max(0, epoch - 2)), this.known(act.project, epoch)];
      case "draw":
        return act.epochs.flatMap((other) => [
          this.known(act.project, other),
          this.lot(act.project, act.member, other),
        ]);
      case "closeProject":
        return this.lastDate(act.project);
      default:
        return "order" in act
          ? [
              ...this.order(act.order),
              ...this.arrived(act.order.offer.project, act.order.offer.token, epoch),
              ...this.arrived(0, act.order.offer.token, epoch),
            ]
          : [];
    }
  }
  private lot = (project: number, member: number, epoch: number): Look =>
    this.ask("shareLedger", "lotOf", [project, member, epoch], [this.price.work.shares.lotOf(project, member, epoch)]);
  /** The order that was placed last. */
  private placed(offer: Offer, by: Holder): Look[] {
    const { orders } = this.price.market.offerOf(offer);
    const buyer = this.price.actors.today(by);
    return [0n, 1n, 2n, 3n].flatMap((quantity) =>
      this.order({ offer, buyer, quantity, place: Math.max(0, orders - 1) }).slice(0, 1),
    );
  }

  /** Every view of money. */
  *everything(): Iterable<Look> {
    const { work } = this.price;
    const epochs = this.numbers(0, work.clock.epoch);
    for (const token of EVERY_TOKEN) {
      yield* this.token(token);
      for (const project of this.numbers(0, work.charters.count - 1)) {
        const marked = epochs.filter(
          (epoch) =>
            epoch % 7 === 0 ||
            this.price.books.of(project, token).divisions.some((division) => Math.abs(division.epoch - epoch) < 2),
        );
        for (const epoch of marked) yield* this.arrived(project, token, epoch);
        for (const member of this.numbers(0, work.people.count))
          yield* this.counted(project, token, member, work.credits.epochs(project));
      }
    }
    for (const project of this.numbers(0, work.charters.count)) yield* this.lastDate(project);
    for (const holder of this.holders()) yield this.round(holder);
  }
}

const finite = (date: number): number => (date === Infinity ? 0 : date);

/** What is answered, or the rule that refuses to answer. */
function or(answer: () => Word[]): Word[] | string {
  try {
    return answer();
  } catch (error) {
    if (error instanceof Refused) return error.rule;
    throw error;
  }
}
