// A random history of buying and selling, told before it happens: what the books say can be done is done, and what they say cannot is refused.
import { getAddress, type Address, type Hex, type TypedDataDefinition } from "viem";
import { DAY } from "#client/chain/epoch.ts";
import type { Holder, MemberId, OfferId, OrderId, ProjectId, RequestId, Token } from "#client/chain/ids.ts";
import type { Intent } from "#client/chain/intent.ts";
import type { Ledger } from "#client/ledger.ts";
import { parsePull } from "#client/commons/pull.ts";
import { parseAccept } from "#client/price/accept.ts";
import { parseAcceptBySilence } from "#client/price/acceptBySilence.ts";
import { allDividendsOf, purseOf } from "#client/price/accounts.ts";
import { parseAnswer } from "#client/price/answer.ts";
import { parseArbitrate } from "#client/price/arbitrate.ts";
import { parseCancelAll } from "#client/price/cancelAll.ts";
import { parseCancelOffer } from "#client/price/cancelOffer.ts";
import { parseCancelRequest } from "#client/price/cancelRequest.ts";
import { parseDeliver } from "#client/price/deliver.ts";
import { parseDeposit } from "#client/price/deposit.ts";
import { offerIdOf, requestIdOf, signableOffer, signableRequest, signableSplit } from "#client/price/digest.ts";
import { parseDispute } from "#client/price/dispute.ts";
import { parseDivide } from "#client/price/divide.ts";
import { parseDrawDividends } from "#client/price/drawDividends.ts";
import { parseDrawOut } from "#client/price/drawOut.ts";
import { parseEndDispute } from "#client/price/endDispute.ts";
import { misfit } from "#client/price/fit.ts";
import { parseFund } from "#client/price/fund.ts";
import { canonical, holderFrom, holderOfMember, NO_ONE } from "#client/price/holders.ts";
import { endOrder, type Ending } from "#client/price/math.ts";
import { answerObstacle, fundObstacle, orderObstacle } from "#client/price/may.ts";
import { parseNameSeller } from "#client/price/nameSeller.ts";
import { parseOpenRequest } from "#client/price/openRequest.ts";
import { endByStage, nextSteps, offerOfOrder, type OrderAct, orderActs, orderTerms } from "#client/price/orders.ts";
import { parseRate } from "#client/price/rate.ts";
import { parseRefund } from "#client/price/refund.ts";
import { parseShip } from "#client/price/ship.ts";
import { parseSplit } from "#client/price/split.ts";
import { flows, type Offer, type OrderRecord, type Request } from "#client/price/types.ts";
import { parseWithdraw } from "#client/price/withdraw.ts";
import type { Deployment } from "#client/chain/deployment.ts";
import type { Random } from "./random.ts";

/** Who takes part: a member, or a stranger (0). `signs` speaks typed data with the key. */
export interface Player {
  readonly id: number;
  readonly address: Address;
  readonly holder: Holder;
  readonly signs: (data: TypedDataDefinition) => Promise<Hex>;
}

/** An act to be tried. `allowed`: whether the books say that it can be done; undefined where they say nothing. */
export interface PriceAct {
  readonly verb: string;
  readonly by: Player;
  readonly intent: Intent;
  readonly allowed?: boolean;
  /** What the books say that it will be refused with; null: nothing; undefined where they say nothing. */
  readonly refusal?: string | null;
  /** Of an act that ends an order by an amount given back: the order, and what it should come to. */
  readonly ends?: { readonly order: OrderId; readonly ending: Ending } | undefined;
}

const HASH = `0x${"07".repeat(32)}` as const;
const COIN = 1_000_000n;

export class PriceHistory {
  private readonly random: Random;
  private readonly place: Deployment;
  private readonly players: readonly Player[];
  private readonly tokens: readonly Token[];
  private readonly offers = new Map<bigint, { offer: Offer; signatures: Hex[] }>();
  private readonly requests = new Map<bigint, { request: Request; signature: Hex }>();
  private salt = 0n;

  constructor(random: Random, place: Deployment, players: readonly Player[], tokens: readonly Token[]) {
    this.random = random;
    this.place = place;
    this.players = players;
    this.tokens = tokens;
  }

  /** The next act, for a moment. */
  async next(books: Ledger, now: number): Promise<PriceAct> {
    const by = this.random.one(this.players);
    const roll = this.random.part();
    if (roll < 0.08) return { verb: "deposit", by, intent: parseDeposit({ token: this.random.one(this.tokens), amount: COIN + this.random.big(4_000n * COIN) }) };
    if (roll < 0.12) return this.withdraw(books, by);
    if (roll < 0.32) return this.fund(books, now, by);
    if (roll < 0.4) return this.answer(books, now, by);
    if (roll < 0.82 && books.price.orders.size > 0) return this.order(books, now);
    return this.rest(books, now, by);
  }

  private withdraw(books: Ledger, by: Player): PriceAct {
    const token = this.random.one(this.tokens);
    const purse = purseOf(books, by.holder, token);
    const amount = 1n + this.random.big(purse + 2n);
    return { verb: "withdraw", by, intent: parseWithdraw({ token, amount, to: by.address }), allowed: amount <= purse };
  }

  /** An offer of the mill by one of its stewards; one in three is a group buy. */
  private async offer(books: Ledger, now: number): Promise<{ offer: Offer; signatures: Hex[] }> {
    const steward = this.random.one([2, 2, 3]);
    const seller = this.players.find(({ id }) => id === steward)!;
    const payees = this.random.some(this.players, this.random.one([0, 0, 1, 2, 3]));
    const price = 1n + this.random.big(20n * COIN);
    const costs = payees.map(({ holder }) => ({ to: holder, keyEpoch: 0, flow: this.random.one(flows), amount: this.random.big(price / 5n + 1n) }));
    const quantity = BigInt(this.random.whole(1, 12));
    const group = this.random.part() < 0.3;
    const offer: Offer = {
      project: (steward === 2 ? this.random.one([1, 2]) : 1) as ProjectId, seller: seller.id as MemberId, keyEpoch: 0, token: this.random.one(this.tokens), flow: this.random.one(flows), schema: HASH, item: HASH, price, costs,
      quantity, closes: now + this.random.whole(1, 29) * DAY, window: this.random.whole(1, 20) * DAY, arbiter: this.random.one([NO_ONE, this.random.one(this.players).holder]),
      target: group ? BigInt(this.random.whole(1, Number(quantity))) : 0n, most: group ? BigInt(this.random.whole(1, 6)) : 0n, round: books.price.rounds.get(seller.holder) ?? 0, salt: (this.salt += 1n),
    };
    const signed = { offer, signatures: await Promise.all([seller, ...payees].map((who) => who.signs(signableOffer(offer, this.place)))) };
    this.offers.set(offer.salt, signed);
    return signed;
  }

  /** Offers that are mostly good still; an old one is tried now and then. */
  private known(books: Ledger, now: number): { offer: Offer; signatures: Hex[] }[] {
    const all = [...this.offers.values()];
    const good = all.filter(({ offer }) => offer.closes > now && offer.round === (books.price.rounds.get(holderOfMember(offer.seller)) ?? 0));
    return this.random.part() < 0.9 ? good : all;
  }

  private async fund(books: Ledger, now: number, by: Player): Promise<PriceAct> {
    const known = this.known(books, now);
    const signed = known.length > 0 && this.random.part() < 0.6 ? this.random.one(known) : await this.offer(books, now);
    const quantity = BigInt(this.random.whole(1, 4));
    const able = this.players.filter(({ holder }) => purseOf(books, holder, signed.offer.token) >= signed.offer.price * quantity);
    if (able.length > 0 && this.random.part() < 0.8) by = this.random.one(able);
    return { verb: "fund", by, intent: parseFund({ ...signed, uri: "data:,flour", quantity }), refusal: fundObstacle(books, signed.offer, by.holder, quantity, now, books.price.offers.get(offerIdOf(signed.offer, this.place))) };
  }

  private async answer(books: Ledger, now: number, by: Player): Promise<PriceAct> {
    const known = [...this.requests.values()].filter(({ request }) => request.closes > now);
    if (known.length > 0 && this.random.part() < 0.6) {
      const asked = this.random.one(known);
      const fitting = this.known(books, now).filter(({ offer }) => misfit(offer, asked.request) === 0);
      if (fitting.length > 0) {
        const [signed, quantity] = [this.random.one(fitting), BigInt(this.random.whole(1, 3))];
        const records = { offer: books.price.offers.get(offerIdOf(signed.offer, this.place)), request: books.price.requests.get(requestIdOf(asked.request, this.place)) };
        return { verb: "answer", by, intent: parseAnswer({ ...signed, uri: "", ...asked, quantity }), refusal: answerObstacle(books, signed.offer, asked.request, quantity, now, records) };
      }
    }
    const { offer } = await this.offer(books, now);
    const request: Request = {
      buyer: by.holder, keyEpoch: 0, project: this.random.one([0, 1]) as ProjectId, token: offer.token, flow: offer.flow, schema: HASH, item: HASH, price: offer.price, quantity: BigInt(this.random.whole(1, 9)),
      closes: now + 20 * DAY, window: offer.window, arbiter: offer.arbiter, round: books.price.rounds.get(by.holder) ?? 0, salt: (this.salt += 1n),
    };
    const signed = { request, signature: await by.signs(signableRequest(request, this.place)) };
    this.requests.set(request.salt, signed);
    return { verb: "openRequest", by, intent: parseOpenRequest({ ...signed, uri: "data:,wanted" }) };
  }

  /** Mostly an act that the books say is open; else any act by anyone, and the books must know whether it is. */
  private async order(books: Ledger, now: number): Promise<PriceAct> {
    const orders = [...books.price.orders.values()];
    const open = orders.filter(({ end }) => end === null);
    const order = open.length > 0 && this.random.part() < 0.85 ? this.random.one(open) : this.random.one(orders);
    const some = this.players.flatMap((by) => nextSteps(books, order, by.holder, now).flatMap(({ act, from }) => (from === null ? [{ by, act }] : [])));
    const calm = some.filter(({ act }) => ["ship", "deliver", "accept", "arbitrate", "acceptBySilence", "rate"].includes(act));
    if (calm.length > 0 && this.random.part() < 0.5) some.splice(0, some.length, ...calm);
    const { by, act } = some.length > 0 && this.random.part() < 0.75 ? this.random.one(some) : { by: this.random.one(this.players), act: this.random.one(orderActs) };
    const refusal = orderObstacle(books, order, act, by.holder, now);
    const back = this.random.one([0n, order.price, this.random.big(order.price + 1n)]);
    return { verb: act, by, intent: await this.act(books, now, order, act, by, back), refusal, ends: endingOf(books, order, act, back) };
  }

  private async act(books: Ledger, now: number, record: OrderRecord, act: OrderAct, by: Player, back: bigint): Promise<Intent> {
    const order = orderTerms(books, record);
    const plain = { ship: parseShip, deliver: parseDeliver, accept: parseAccept, acceptBySilence: parseAcceptBySilence, refund: parseRefund, endDispute: parseEndDispute };
    if (act in plain) return plain[act as keyof typeof plain]({ order });
    if (act === "dispute") return parseDispute({ order, cause: HASH });
    if (act === "arbitrate") return parseArbitrate({ order, back });
    if (act === "rate") return parseRate({ order, stars: this.random.whole(1, 5), comment: this.random.one([null, HASH]) });
    const seller = holderOfMember(offerOfOrder(books, record).terms.seller);
    const party = canonical(books, record.buyer) === by.holder ? seller : canonical(books, record.buyer);
    const expires = now + DAY;
    const signer = this.players.find(({ holder }) => holder === party)!;
    return parseSplit({ order, back, keyEpoch: 0, expires, signature: await signer.signs(signableSplit({ order: record.id, back, party, keyEpoch: 0, expires }, this.place)) });
  }

  private rest(books: Ledger, now: number, by: Player): PriceAct {
    const token = this.random.one(this.tokens);
    const project = this.random.one([0, 1, 2]) as ProjectId;
    const member = this.random.one(this.players.filter(({ id }) => id > 0));
    const due = allDividendsOf(books, member.id as MemberId, now).filter(({ owed, uncounted }) => owed > 0n || uncounted.length > 0);
    const claims = due.map((one) => ({ ...one, member: member.id, epochs: one.uncounted }));
    const offers = [...books.price.offers.values()];
    const requests = [...books.price.requests.values()];
    switch (this.random.whole(0, 9)) {
      case 0:
        return { verb: "divide", by, intent: parseDivide({ project, token, most: this.random.whole(1, 3) }) };
      case 1:
      case 2:
      case 3:
        return claims.length > 0 ? { verb: "draw", by, intent: parseDrawDividends(claims)[0]!, allowed: true } : this.withdraw(books, by);
      case 4:
        return claims.length > 0 ? { verb: "drawOut", by: member, intent: parseDrawOut({ ...claims[0]!, to: getAddress(member.address) }), allowed: true } : this.withdraw(books, by);
      case 5:
        return { verb: "pull", by, intent: parsePull({ token }) };
      case 6:
        return this.random.part() < 0.3 && offers.length > 0 ? this.cancelOffer(this.random.one(offers).id, books) : this.withdraw(books, by);
      case 7:
        return requests.length > 0 ? this.cancelRequest(this.random.one(requests).id, books, by) : this.withdraw(books, by);
      case 8:
        return this.random.part() < 0.08 ? { verb: "cancelAll", by, intent: parseCancelAll(), allowed: true } : this.withdraw(books, by);
      default:
        return { verb: "nameSeller", by, intent: parseNameSeller({ project: 1, seller: member.id, named: this.random.part() < 0.5 }) };
    }
  }

  private cancelOffer(id: OfferId, books: Ledger): PriceAct {
    const { terms, cancelledAt, reachedAt } = books.price.offers.get(id)!;
    const by = this.players.find((player) => player.id === terms.seller)!;
    return { verb: "cancelOffer", by, intent: parseCancelOffer({ offer: terms }), allowed: cancelledAt === null && reachedAt === null };
  }

  private cancelRequest(id: RequestId, books: Ledger, by: Player): PriceAct {
    const { terms, cancelledAt } = books.price.requests.get(id)!;
    return { verb: "cancelRequest", by, intent: parseCancelRequest({ request: terms }), allowed: cancelledAt === null && terms.buyer === by.holder };
  }
}

/** What an order should come to by an act that ends it. */
function endingOf(books: Ledger, order: OrderRecord, act: OrderAct, back: bigint): PriceAct["ends"] {
  const { costs } = offerOfOrder(books, order).terms;
  const backs: Partial<Record<OrderAct, bigint>> = { accept: 0n, acceptBySilence: 0n, refund: order.price, split: back, arbitrate: back };
  if (act === "endDispute") {
    const ending = endByStage(books, order);
    return ending ? { order: order.id, ending } : undefined;
  }
  const given = backs[act];
  return given === undefined ? undefined : { order: order.id, ending: endOrder(order.price, costs, order.quantity, given) };
}

/** The holder of a player. */
export const playerHolder = (id: number, address: string): Holder => (id === 0 ? holderFrom(address) : holderOfMember(id as MemberId));
