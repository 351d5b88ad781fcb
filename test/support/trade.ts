// Buying and selling in specs: offers that are signed, orders that are funded, and the money they are paid with.
import {
  type AddressLike,
  MaxUint256,
  type Signer,
  toBeHex,
  type TypedDataDomain,
  type TypedDataField,
  zeroPadValue,
} from "ethers";
import { chain } from "./chain.ts";
import { DAY, PROJECT, type Cooperative } from "./cooperative.ts";
import { keyOf, type Person, personAt } from "./people.ts";
import { votedHand } from "./voted.ts";

/** One whole unit of the practice token. */
export const COIN = 1_000_000n;
export const FLOW = { goods: 0, service: 1, transport: 2, capacity: 3, information: 4 } as const;
export const ORDER = {
  none: 0n,
  pledged: 1n,
  funded: 2n,
  shipped: 3n,
  delivered: 4n,
  disputed: 5n,
  accepted: 6n,
  refunded: 7n,
  split: 8n,
} as const;
export const NOBODY = "0x0000000000000000000000000000000000000000";

/** A purse as the contracts name it: a member's number as an address, or an address that is no member's. */
export const holderOf = (who: Person | number | string): string =>
  typeof who === "string" ? who : zeroPadValue(toBeHex(typeof who === "number" ? who : who.id), 20);

/** Whoever has a key: a member, or a buyer who is none. `hand`: whose key signs, where that is another's than the address's own. */
export interface Trader {
  readonly signer: Signer & { readonly address: string };
  readonly id?: number;
  readonly hand?: Pick<Person, "address">;
}
/** Somebody who is no member: the person with practice account `place`. */
export const buyerAt = async (place: number): Promise<Trader> => ({ signer: (await personAt(place)).signer });
/** A contract that holds a purse or sells, in whose name this key signs (ERC-1271). */
export async function walletOf(address: string, hand: Pick<Person, "address">, id?: number): Promise<Trader> {
  await chain.networkHelpers.impersonateAccount(address);
  await chain.networkHelpers.setBalance(address, 10n ** 21n);
  return { signer: await chain.ethers.getSigner(address), hand, ...(id === undefined ? {} : { id }) };
}
/** A signature of whoever signs for this trader, over typed data. */
const signsAs = (
  { signer, hand }: Trader,
  domain: TypedDataDomain,
  types: Record<string, TypedDataField[]>,
  value: object,
): Promise<string> => keyOf(hand ?? signer).signTypedData(domain, types, value as Record<string, unknown>);
/** The purse of a trader. */
export const purseOf = (who: Trader): string => (who.id ? holderOf(who.id) : who.signer.address);

export interface CostLine {
  readonly to: string;
  readonly keyEpoch: number;
  readonly flow: number;
  readonly amount: bigint;
}
/** An offer as the market takes it. Amounts in the token's smallest unit, times in seconds. */
export interface Offer {
  readonly project: number;
  readonly seller: number;
  readonly keyEpoch: number;
  readonly token: string;
  readonly flow: number;
  readonly schema: string;
  readonly item: string;
  readonly price: bigint;
  readonly costs: CostLine[];
  readonly quantity: bigint;
  readonly closes: number;
  readonly window: number;
  readonly arbiter: string;
  readonly target: bigint;
  readonly most: bigint;
  readonly round: number;
  readonly salt: bigint;
}
export interface Request {
  readonly buyer: string;
  readonly keyEpoch: number;
  readonly project: number;
  readonly token: string;
  readonly flow: number;
  readonly schema: string;
  readonly item: string;
  readonly price: bigint;
  readonly quantity: bigint;
  readonly closes: number;
  readonly window: number;
  readonly arbiter: string;
  readonly round: number;
  readonly salt: bigint;
}
export interface Order {
  readonly offer: Offer;
  readonly buyer: string;
  readonly quantity: bigint;
  readonly place: number;
}
/** An offer with every signature that it needs: the seller's first, then one for each cost line. */
export interface SignedOffer {
  readonly offer: Offer;
  readonly signatures: string[];
}

const COST_LINE = [
  { name: "to", type: "address" },
  { name: "keyEpoch", type: "uint16" },
  { name: "flow", type: "uint8" },
  { name: "amount", type: "uint112" },
];
/** The typed data of the market, written down here once more, so that a change of the contract's is seen. */
export const MARKET_TYPES = {
  offer: {
    Offer: [
      { name: "project", type: "uint32" },
      { name: "seller", type: "uint32" },
      { name: "keyEpoch", type: "uint16" },
      { name: "token", type: "address" },
      { name: "flow", type: "uint8" },
      { name: "schema", type: "bytes32" },
      { name: "item", type: "bytes32" },
      { name: "price", type: "uint112" },
      { name: "costs", type: "CostLine[]" },
      { name: "quantity", type: "uint64" },
      { name: "closes", type: "uint40" },
      { name: "window", type: "uint32" },
      { name: "arbiter", type: "address" },
      { name: "target", type: "uint64" },
      { name: "most", type: "uint64" },
      { name: "round", type: "uint32" },
      { name: "salt", type: "uint256" },
    ],
    CostLine: COST_LINE,
  },
  request: {
    Request: [
      { name: "buyer", type: "address" },
      { name: "keyEpoch", type: "uint16" },
      { name: "project", type: "uint32" },
      { name: "token", type: "address" },
      { name: "flow", type: "uint8" },
      { name: "schema", type: "bytes32" },
      { name: "item", type: "bytes32" },
      { name: "price", type: "uint112" },
      { name: "quantity", type: "uint64" },
      { name: "closes", type: "uint40" },
      { name: "window", type: "uint32" },
      { name: "arbiter", type: "address" },
      { name: "round", type: "uint32" },
      { name: "salt", type: "uint256" },
    ],
  },
  split: {
    Split: [
      { name: "order", type: "bytes32" },
      { name: "back", type: "uint256" },
      { name: "party", type: "address" },
      { name: "keyEpoch", type: "uint16" },
      { name: "expires", type: "uint40" },
    ],
  },
};

/** What an offer may say otherwise than: ten jars of flour of the mill, 10 coins each, 4 of them for grain to the steward, no arbiter. */
export type OfferWish = Partial<Omit<Offer, "costs">> & { readonly costs?: readonly (readonly [Trader, bigint])[] };

let salt = 0n;

/** The market of a cooperative, in one token. */
export class Trade {
  readonly coop: Cooperative;
  readonly token;
  readonly address: string;
  readonly market;
  readonly pool;
  readonly commons;

  constructor(coop: Cooperative, token: Awaited<ReturnType<typeof deployToken>>, address: string) {
    this.coop = coop;
    this.token = token;
    this.address = address;
    this.market = coop.market;
    this.pool = coop.pool;
    this.commons = coop.commons;
  }

  // --- purses ---

  /** Makes practice money for a trader and puts it into the purse. */
  deposits = async (who: Trader, amount: bigint): Promise<void> => {
    await this.token.mint(who.signer.address, amount);
    await this.token.connect(who.signer).approve(this.coop.record.contracts.surplusPool, MaxUint256);
    await this.pool.connect(who.signer).deposit(this.address, amount);
  };
  withdraws = (who: Trader, amount: bigint, to: AddressLike = who.signer.address) =>
    this.pool.connect(who.signer).withdraw(this.address, amount, to);
  purse = (who: Trader): Promise<bigint> => this.pool.purseOf(purseOf(who), this.address);
  held = async (): Promise<bigint> => (await this.pool.tokenOf(this.address)).held;

  // --- offers ---

  domain = () => ({
    name: "Gongsheng",
    version: "1",
    chainId: 31337,
    verifyingContract: this.coop.record.contracts.market,
  });
  /** Writes an offer down without signing it. */
  drafts = async (seller: Person, { costs, ...wish }: OfferWish = {}): Promise<Offer> => ({
    project: PROJECT.mill,
    seller: seller.id,
    keyEpoch: 0,
    token: this.address,
    flow: FLOW.goods,
    schema: zeroPadValue("0x01", 32),
    item: zeroPadValue("0x02", 32),
    price: 10n * COIN,
    costs: (costs ?? [[seller, 4n * COIN]]).map(([to, amount]) => ({
      to: purseOf(to),
      keyEpoch: 0,
      flow: FLOW.goods,
      amount,
    })),
    quantity: 10n,
    closes: (await this.coop.now()) + 14 * DAY,
    window: 7 * DAY,
    arbiter: NOBODY,
    target: 0n,
    most: 0n,
    round: 0,
    salt: (salt += 1n),
    ...wish,
  });
  signs = (who: Trader, offer: Offer): Promise<string> => signsAs(who, this.domain(), MARKET_TYPES.offer, offer);
  /** An offer with all its signatures. */
  offers = async (seller: Person, wish: OfferWish = {}): Promise<SignedOffer> => {
    const offer = await this.drafts(seller, wish);
    const beneficiaries = (wish.costs ?? [[seller, 0n] as const]).map(([to]) => to);
    return { offer, signatures: await Promise.all([seller, ...beneficiaries].map((who) => this.signs(who, offer))) };
  };

  // --- orders ---

  funding = (buyer: Trader, { offer, signatures }: SignedOffer, quantity = 1n) =>
    this.market.connect(buyer.signer).fund(offer, signatures, "data:,", quantity);
  /** Funds an order, or pledges, and tells it as everyone names it from then on. */
  funds = async (buyer: Trader, signed: SignedOffer, quantity = 1n): Promise<Order> => {
    const { orders } = await this.market.offerOf(await this.market.offerDigest(signed.offer));
    await this.funding(buyer, signed, quantity);
    return { offer: signed.offer, buyer: purseOf(buyer), quantity, place: Number(orders) };
  };
  ships = (who: Trader, order: Order) => this.market.connect(who.signer).ship(order);
  delivers = (who: Trader, order: Order) => this.market.connect(who.signer).deliver(order);
  accepts = (who: Trader, order: Order) => this.market.connect(who.signer).accept(order);
  refunds = (who: Trader, order: Order) => this.market.connect(who.signer).refund(order);
  disputes = (who: Trader, order: Order) => this.market.connect(who.signer).dispute(order, zeroPadValue("0x03", 32));
  /** Offer, order, shipping and acceptance in one breath: a surplus arrives. */
  sells = async (seller: Person, buyer: Trader, wish: OfferWish = {}, quantity = 1n): Promise<Order> => {
    const order = await this.funds(buyer, await this.offers(seller, wish), quantity);
    await this.ships(seller, order);
    await this.accepts(buyer, order);
    return order;
  };
  idOf = (order: Order): Promise<string> => this.market.orderId(order);
  stageOf = async (order: Order): Promise<bigint> => (await this.market.orderOf(await this.idOf(order))).stage;
  /** The other side's signature under a split. */
  signsSplit = async (who: Trader, order: Order, back: bigint, expires: number, keyEpoch = 0): Promise<string> =>
    signsAs(who, this.domain(), MARKET_TYPES.split, {
      order: await this.idOf(order),
      back,
      party: purseOf(who),
      keyEpoch,
      expires,
    });
  /** `who` ends an order as the other signed it. */
  splits = async (who: Trader, other: Trader, order: Order, back: bigint) => {
    const expires = (await this.coop.now()) + DAY;
    return this.market
      .connect(who.signer)
      .split(order, back, 0, expires, await this.signsSplit(other, order, back, expires));
  };
  silences = (who: Trader, order: Order) => this.market.connect(who.signer).acceptBySilence(order);
  ends = (who: Trader, order: Order) => this.market.connect(who.signer).endDispute(order);
  arbitrates = (who: Trader, order: Order, back: bigint) => this.market.connect(who.signer).arbitrate(order, back);
  asks = async (buyer: Trader, like: Offer, wish: Partial<Request> = {}): Promise<Request> => ({
    buyer: purseOf(buyer),
    keyEpoch: 0,
    project: 0,
    token: like.token,
    flow: like.flow,
    schema: like.schema,
    item: like.item,
    price: like.price,
    quantity: like.quantity,
    closes: like.closes,
    window: like.window,
    arbiter: like.arbiter,
    round: 0,
    salt: (salt += 1n),
    ...wish,
  });
  signsRequest = (who: Trader, request: Request): Promise<string> =>
    signsAs(who, this.domain(), MARKET_TYPES.request, request);
  /** Anyone, a stranger here, brings a request together with an offer. */
  answering = (
    { offer, signatures }: SignedOffer,
    request: Request,
    signature: string,
    quantity = 1n,
    by: Trader = this.coop.stranger,
  ) => this.market.connect(by.signer).answer(offer, signatures, "data:,", request, signature, quantity);
  /** The same, and tells the order that comes of it. */
  answers = async (signed: SignedOffer, request: Request, signature: string, quantity = 1n): Promise<Order> => {
    const { orders } = await this.market.offerOf(await this.market.offerDigest(signed.offer));
    await this.answering(signed, request, signature, quantity);
    return { offer: signed.offer, buyer: request.buyer, quantity, place: Number(orders) };
  };

  // --- dividends ---

  divides = (project: number = PROJECT.mill, most = 8n) => this.pool.divide(project, this.address, most);
  /** Draws a member's dividends; lots of these epochs are counted from now on. */
  drawsDividend = (who: Person | 0, epochs: readonly number[] = [], project: number = PROJECT.mill) =>
    this.pool.draw([{ project, token: this.address, member: who === 0 ? 0 : who.id, epochs: [...epochs] }]);
}

const deployToken = () => chain.ethers.deployContract("PracticeToken");

/** Opens a cooperative's market in a practice token that a vote listed. */
export async function openMarket(coop: Cooperative): Promise<Trade> {
  const token = await deployToken();
  const address = await token.getAddress();
  await coop.pool.connect(await votedHand(coop)).list(address, true);
  return new Trade(coop, token, address);
}
