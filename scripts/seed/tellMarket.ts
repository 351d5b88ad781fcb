// The acts by which the members put money into purses, offered, ordered, and drew what was left over.
import { Interface, keccak256, MaxUint256, toUtf8Bytes, ZeroAddress } from "ethers";
import { ITEM_SCHEMA_DIGEST, itemDigest, itemUri } from "#client/price/item.ts";
import { holderOfMember } from "#client/price/holders.ts";
import { offerIdOf, orderIdOf, signableOffer, signableRequest, signableSplit } from "#client/price/digest.ts";
import { rawOffer, rawOrder, rawRequest } from "#client/price/terms.ts";
import type { Offer, Order, Request } from "#client/price/types.ts";
import { seedClosed, seedDeposits, seedDividends, type SeedOffer, seedOffers, type SeedOrder, seedRequests, type Trader } from "./market.ts";
import type { Moment } from "./moment.ts";
import { practiceAccount } from "./people.ts";
import { WHO, type Who } from "./records.ts";
import { practiceToken, type Teller } from "./teller.ts";

const DAY = 86_400;
const COIN = 1_000_000n;
/** The teahouse's account of the practice node: it never joins. */
const TEAHOUSE = 19;

const token = new Interface(["function mint(address to, uint256 amount)", "function approve(address spender, uint256 amount)"]);
const accountOf = (who: Trader): number => (who === "teahouse" ? TEAHOUSE : WHO[who]);
const addressOf = (who: Trader): string => practiceAccount(accountOf(who)).address;
const holderOf = (who: Trader): string => (who === "teahouse" ? addressOf(who).toLowerCase() : holderOfMember(WHO[who] as never));

/** All of it. */
export const tellMarket = (): Moment[] => [...seedDeposits.flatMap(tellDeposit), ...seedOffers.flatMap((offer, place) => tellOffer(offer, BigInt(place))), ...seedRequests.map(tellRequest), ...tellDividends()];

function tellDeposit([day, who, amount]: (typeof seedDeposits)[number]): Moment[] {
  const [from, whole] = [addressOf(who), BigInt(amount) * COIN];
  const act = async (teller: Teller): Promise<void> => {
    const [money, vault] = [practiceToken(teller), teller.record.contracts.surplusPool];
    await teller.send(day, from, money, token.encodeFunctionData("mint", [from, whole + 100n * COIN]), `mint for ${who}`);
    await teller.send(day, from, money, token.encodeFunctionData("approve", [vault, MaxUint256]), `approve by ${who}`);
    await teller.send(day, from, vault, teller.encode("surplusPool", "deposit", [money, whole]), `deposit of ${who}`);
  };
  return [{ day, act }];
}

type Signable = { domain: object; types: Record<string, { name: string; type: string }[]>; message: Record<string, unknown> };

/** Signs what the client says is to be signed. */
const sign = (who: Trader, signable: unknown): Promise<string> => {
  const { domain, types, message } = signable as Signable;
  return practiceAccount(accountOf(who)).signTypedData(domain, types, message);
};

const placeOf = ({ record }: Teller) => ({ chainId: record.chainId, contracts: record.contracts as never });

/** An offer's terms, as its seller wrote them on that day. */
function termsOf(teller: Teller, { by, project, day, holds, window, flow, item, price, costs, quantity, arbiter, group }: SeedOffer, salt: bigint): Offer {
  return {
    project, seller: WHO[by], keyEpoch: 0, token: practiceToken(teller).toLowerCase(), flow, schema: ITEM_SCHEMA_DIGEST, item: itemDigest(item), price: BigInt(price) * COIN,
    costs: costs.map(([to, what, amount]) => ({ to: holderOf(to), keyEpoch: 0, flow: what, amount: BigInt(amount) * COIN })),
    quantity: BigInt(quantity), closes: teller.secondOf(day + holds), window: window * DAY, arbiter: arbiter ? holderOf(arbiter) : ZeroAddress, target: BigInt(group?.target ?? 0), most: BigInt(group?.most ?? 0), round: 0, salt,
  } as unknown as Offer;
}

function tellOffer(offer: SeedOffer, salt: bigint): Moment[] {
  const opened: Moment = {
    day: offer.day,
    act: async (teller, now) => {
      const terms = termsOf(teller, offer, salt);
      const signers: Trader[] = [offer.by, ...offer.costs.map(([to]) => to)];
      const signatures = await Promise.all(signers.map((who) => sign(who, signableOffer(terms, placeOf(teller)))));
      await teller.act(now, WHO[offer.by], "market", "open", rawOffer(terms), signatures, itemUri(offer.item));
    },
  };
  // Orders take their places in the order of their days.
  const byDay = offer.orders.toSorted((a, b) => a.day - b.day);
  return [opened, ...byDay.flatMap((order, place) => tellOrder(offer, order, salt, place))];
}

function tellOrder(offer: SeedOffer, order: SeedOrder, salt: bigint, place: number): Moment[] {
  const named = (teller: Teller): Order => ({ offer: termsOf(teller, offer, salt), buyer: holderOf(order.buyer), quantity: BigInt(order.quantity), place }) as unknown as Order;
  const act = (who: Trader, verb: string, ...args: unknown[]) => async (teller: Teller, now: number): Promise<void> => {
    await teller.send(now, addressOf(who), teller.record.contracts.market, teller.encode("market", verb, [rawOrder(named(teller)), ...args]), `${verb} of ${offer.name} by ${who}`);
  };
  const moments: Moment[] = [{ day: order.day, act: (teller, now) => fund(teller, now, offer, order, salt) }];
  const push = (day: number | undefined, what: Moment["act"]): void => void (day !== undefined && moments.push({ day, act: what }));
  push(order.shipped, act(offer.by, "ship"));
  push(order.delivered, act(order.buyer, "deliver"));
  push(order.accepted, act(order.buyer, "accept"));
  push(order.silent, act(offer.by, "acceptBySilence"));
  if (order.refunded) push(order.refunded[0], act(order.refunded[1], "refund"));
  if (order.disputed) push(order.disputed[0], act(order.disputed[1], "dispute", keccak256(toUtf8Bytes(order.disputed[2]))));
  if (order.split) push(order.split[0], (teller, now) => split(teller, now, offer, order.buyer, named(teller), BigInt(order.split![1]) * COIN));
  if (order.rated) push(order.rated[0], act(order.buyer, "rate", order.rated[1], `0x${"0".repeat(64)}`));
  return moments;
}

async function fund(teller: Teller, now: number, offer: SeedOffer, { buyer, quantity }: SeedOrder, salt: bigint): Promise<void> {
  const terms = termsOf(teller, offer, salt);
  const signature = await sign(offer.by, signableOffer(terms, placeOf(teller)));
  const data = teller.encode("market", "fund", [rawOffer(terms), [signature], "", BigInt(quantity)]);
  await teller.send(now, addressOf(buyer), teller.record.contracts.market, data, `fund of ${offer.name} by ${buyer}`);
}

async function split(teller: Teller, now: number, offer: SeedOffer, buyer: Trader, order: Order, back: bigint): Promise<void> {
  const place = placeOf(teller);
  const expires = teller.secondOf(now + 7);
  const terms = { order: orderIdOf(order, place), back, party: holderOf(offer.by), keyEpoch: 0, expires };
  const data = teller.encode("market", "split", [rawOrder(order), back, 0, expires, await sign(offer.by, signableSplit(terms as never, place))]);
  await teller.send(now, addressOf(buyer), teller.record.contracts.market, data, `split of ${offer.name} by ${buyer}`);
}

function tellRequest({ by, day, item, flow, price, quantity }: (typeof seedRequests)[number], place: number): Moment {
  return {
    day,
    act: async (teller, now) => {
      const request = {
        buyer: holderOf(by), keyEpoch: 0, project: 0, token: practiceToken(teller).toLowerCase(), flow, schema: ITEM_SCHEMA_DIGEST, item: itemDigest(item), price: BigInt(price) * COIN,
        quantity: BigInt(quantity), closes: teller.secondOf(day + 20), window: 10 * DAY, arbiter: ZeroAddress, round: 0, salt: BigInt(place),
      } as unknown as Request;
      await teller.act(now, WHO[by], "market", "openRequest", rawRequest(request), await sign(by, signableRequest(request, placeOf(teller))), itemUri(item));
    },
  };
}

/** Epoch 1 is closed in the share ledger first, so that its surplus can be divided. */
const tellDividends = (): Moment[] => [
  ...seedClosed.map(([day, who, project]): Moment => ({ day, act: (teller, now) => teller.act(now, WHO[who], "shareLedger", "close", project, 8n) })),
  ...seedDividends.map(([day, who, project, epochs]): Moment => ({ day, act: (teller, now) => teller.act(now, WHO[who], "surplusPool", "draw", [{ project, token: practiceToken(teller), member: WHO[who as Who], epochs }]) })),
];

/** What an offer of the seed is called on chain. */
export const seedOfferId = (teller: Teller, name: string): string => {
  const place = seedOffers.findIndex((offer) => offer.name === name);
  return offerIdOf(termsOf(teller, seedOffers[place]!, BigInt(place)), placeOf(teller));
};
