import { zeroPadValue } from "ethers";
import { expect } from "chai";
import { chain, load } from "../../support/chain.ts";
import { DAY, found, PROJECT } from "../../support/cooperative.ts";
import { personAt } from "../../support/people.ts";
import { refused } from "../../support/refused.ts";
import { buyerAt, COIN, FLOW, holderOf, ORDER, openMarket, purseOf, type Request, type Trade, walletOf } from "../../support/trade.ts";
import { isWhole } from "../../support/whole.ts";
import { ownedWallet } from "../../support/wallets.ts";

const MOST = 2n ** 112n - 1n;
const word = (number: number): string => zeroPadValue(`0x${number.toString(16).padStart(2, "0")}`, 32);

/** Lin, Su and a stranger have 1,000 coins each. Zhou offers ten jars of flour of the mill, at 10 coins. */
async function opened() {
  const trade = await openMarket(await found());
  const { lin, su, zhou } = trade.coop.people;
  const buyer = await buyerAt(40);
  for (const who of [lin, su, buyer]) await trade.deposits(who, 1_000n * COIN);
  return { trade, lin, su, zhou, buyer, offered: await trade.offers(zhou) };
}
const opening = ({ market, coop }: Trade, request: Request, signature: string) => market.connect(coop.stranger.signer).openRequest(request, signature, "data:,wanted");

describe("A request", () => {
  it("is put on record by anyone who carries it, once, so that producers find it", async () => {
    const { trade, lin, offered } = await load(opened);
    const { market } = trade;
    const request = await trade.asks(lin, offered.offer);
    const signature = await trade.signsRequest(lin, request);
    const id = await market.requestDigest(request);
    await expect(opening(trade, request, signature)).to.emit(market, "RequestOpened").withArgs(id, holderOf(lin), (terms: Request) => terms.price === 10n * COIN && terms.quantity === 10n, "data:,wanted");
    await expect(opening(trade, request, signature)).to.not.emit(market, "RequestOpened");
    expect(await market.requestOf(id)).to.deep.equal([0n, true, false]);
    expect(await trade.purse(lin)).to.equal(1_000n * COIN);
  });

  it("is brought together with an offer by anyone: an order of the buyer, paid out of the buyer's purse, in parts until it is met", async () => {
    const { trade, lin, zhou, offered } = await load(opened);
    const { market } = trade;
    const request = await trade.asks(lin, offered.offer, { quantity: 5n });
    const signature = await trade.signsRequest(lin, request);
    const id = await market.requestDigest(request);
    const order = { offer: offered.offer, buyer: holderOf(lin), quantity: 2n, place: 0 };
    const name = await trade.idOf(order);
    const answering = trade.answering(offered, request, signature, 2n);
    await expect(answering).to.emit(market, "RequestAnswered").withArgs(id, name, 2);
    await expect(answering).to.emit(market, "RequestOpened");
    await expect(answering).to.emit(market, "OrderFunded").withArgs(name, await market.offerDigest(offered.offer), holderOf(lin), 2, 0, ORDER.funded);
    await refused(trade.answering(offered, request, signature, 4n), market, "QuantityOutOfBounds", 4, 3);
    await refused(trade.answering(offered, request, signature, 0n), market, "QuantityOutOfBounds", 0, 8);
    await trade.answers(offered, request, signature, 3n);
    await refused(trade.answering(offered, request, signature, 1n), market, "QuantityOutOfBounds", 1, 0);
    expect(await market.requestOf(id)).to.deep.equal([5n, true, false]);
    await trade.ships(zhou, order);
    await trade.accepts(lin, order);
    // Two units left a surplus of 12, of which the rebate is 1.44.
    expect(await trade.purse(lin)).to.equal(951_440_000n);
    await isWhole(trade);
  });

  it("of several buyers is met by one offer; and one request by several offers of several projects", async () => {
    const { trade, lin, su, zhou, buyer, offered } = await load(opened);
    for (const [who, quantity] of [[lin, 5n], [su, 3n], [buyer, 2n]] as const) {
      const request = await trade.asks(who, offered.offer, { quantity });
      await trade.answers(offered, request, await trade.signsRequest(who, request), quantity);
    }
    expect(await Promise.all([lin, su, buyer].map(trade.purse))).to.deep.equal([950n * COIN, 970n * COIN, 980n * COIN]);
    const wide = await trade.asks(lin, offered.offer, { price: 12n * COIN, window: 30 * DAY });
    const signature = await trade.signsRequest(lin, wide);
    const others = [await trade.offers(zhou), await trade.offers(zhou, { project: PROJECT.repair, price: 12n * COIN, window: 30 * DAY }), await trade.offers(zhou, { project: PROJECT.garden, price: 8n * COIN })];
    for (const other of others) await trade.answers(other, wide, signature, 1n);
    expect(await trade.purse(lin)).to.equal(920n * COIN);
    await isWhole(trade);
  });

  it("is met by what fits alone: project, token, flow, schema, item, price, window and arbiter; and not by a group buy, whose pledges bind longer", async () => {
    const { trade, lin, su, zhou, offered } = await load(opened);
    const { market } = trade;
    const token = await (await chain.ethers.deployContract("PracticeToken")).getAddress();
    const misfits: readonly (readonly [number, Partial<Request>])[] = [
      [1, { project: PROJECT.repair }], [2, { token }], [3, { flow: FLOW.service }], [4, { schema: word(9) }], [5, { item: word(9) }], [6, { price: 10n * COIN - 1n }], [7, { window: 7 * DAY - 1 }], [8, { arbiter: holderOf(su) }],
      // Of two that do not fit the first is told.
      [5, { item: word(9), price: 1n, arbiter: holderOf(su) }],
    ];
    for (const [which, wish] of misfits) {
      const request = await trade.asks(lin, offered.offer, wish);
      await refused(trade.answering(offered, request, await trade.signsRequest(lin, request)), market, "DoesNotFit", which);
    }
    const group = await trade.offers(zhou, { target: 2n, most: 2n });
    const request = await trade.asks(lin, group.offer);
    await refused(trade.answering(group, request, await trade.signsRequest(lin, request)), market, "DoesNotFit", 9);
    const named = await trade.asks(lin, offered.offer, { project: PROJECT.mill, price: 11n * COIN, window: 8 * DAY });
    await trade.answers(offered, named, await trade.signsRequest(lin, named));
    // The price is the offer's, not what the buyer would have given.
    expect(await trade.purse(lin)).to.equal(990n * COIN);
  });

  it("is no more than what was signed, by the key in force", async () => {
    const { trade, lin, su, offered } = await load(opened);
    const { coop, market } = trade;
    const request = await trade.asks(lin, offered.offer);
    const signature = await trade.signsRequest(lin, request);
    const altered: readonly Partial<Request>[] = [
      { keyEpoch: 1 }, { project: PROJECT.mill }, { token: coop.stranger.address }, { flow: FLOW.service }, { schema: word(9) }, { item: word(9) }, { price: 11n * COIN }, { quantity: 11n }, { closes: request.closes + 1 }, { window: request.window + 1 },
      { arbiter: holderOf(su) }, { salt: request.salt + 1n },
    ];
    for (const change of altered) await refused(opening(trade, { ...request, ...change }, signature), market, "HolderDidNotSign", holderOf(lin), change.keyEpoch ?? 0);
    for (const buyer of [holderOf(su), su.address, lin.address]) await refused(opening(trade, { ...request, buyer }, signature), market, "HolderDidNotSign", buyer, 0);
    await refused(opening(trade, { ...request, round: 1 }, signature), market, "TakenBack");
    await refused(opening(trade, { ...request, buyer: `0x${"00".repeat(20)}` }, "0x"), market, "HolderDidNotSign", `0x${"00".repeat(20)}`, 0);
    expect(Object.keys(request).every((term) => term === "buyer" || term === "round" || altered.some((change) => term in change))).to.equal(true);
    await opening(trade, request, signature);
    await coop.membership.rotates(lin, 42);
    await refused(trade.answering(offered, request, signature), market, "HolderDidNotSign", holderOf(lin), 0);
  });

  it("stands within its bounds and its time", async () => {
    const { trade, lin, offered } = await load(opened);
    const { coop, market } = trade;
    const asking = async (wish: Partial<Request>) => {
      const request = await trade.asks(lin, offered.offer, wish);
      return opening(trade, request, await trade.signsRequest(lin, request));
    };
    await refused(asking({ price: 0n }), market, "PriceOutOfBounds", 0, 10, MOST);
    await refused(asking({ quantity: 0n }), market, "PriceOutOfBounds", 10n * COIN, 0, MOST);
    await refused(asking({ price: MOST, quantity: 2n }), market, "PriceOutOfBounds", MOST, 2, MOST);
    await refused(asking({ window: 0 }), market, "WindowOutOfBounds", 0, 365 * DAY);
    await refused(asking({ window: 365 * DAY + 1 }), market, "WindowOutOfBounds", 365 * DAY + 1, 365 * DAY);
    const now = await coop.now();
    const request = await trade.asks(lin, offered.offer, { closes: now + DAY });
    const signature = await trade.signsRequest(lin, request);
    await coop.nextAt(now + DAY - 1);
    await trade.answers(offered, request, signature);
    await coop.nextAt(now + DAY);
    await refused(trade.answering(offered, request, signature), market, "OfferClosed", now + DAY);
    await coop.nextAt(now + DAY + 1);
    await refused(asking({ closes: now + DAY }), market, "SignatureExpired", now + DAY, now + DAY + 1);
    await refused(asking({ closes: now + 31 * DAY + 2 }), market, "SignatureTooLong", now + 31 * DAY + 2, now + 31 * DAY + 1);
  });

  it("is taken back by its buyer, singly or with all that was signed until now", async () => {
    const { trade, lin, su, offered } = await load(opened);
    const { market } = trade;
    const [one, two] = [await trade.asks(lin, offered.offer), await trade.asks(lin, offered.offer)];
    const words = await Promise.all([one, two].map((request) => trade.signsRequest(lin, request)));
    const id = await market.requestDigest(one);
    await trade.answers(offered, one, words[0]!);
    await refused(market.connect(su.signer).cancelRequest(one), market, "NotYourOrder", id, holderOf(su));
    await expect(market.connect(lin.signer).cancelRequest(one)).to.emit(market, "RequestCancelled").withArgs(id);
    await refused(market.connect(lin.signer).cancelRequest(one), market, "TakenBack");
    await refused(trade.answering(offered, one, words[0]!), market, "TakenBack");
    expect(await market.requestOf(id)).to.deep.equal([1n, true, true]);
    await trade.answers(offered, two, words[1]!);
    await expect(market.connect(lin.signer).cancelAll()).to.emit(market, "AllCancelled").withArgs(holderOf(lin), 1);
    await refused(trade.answering(offered, two, words[1]!), market, "TakenBack");
    const again = await trade.asks(lin, offered.offer, { round: 1 });
    await trade.answers(offered, again, await trade.signsRequest(lin, again));
    await isWhole(trade);
  });

  it("is met only out of its own buyer's purse, and not where that holds too little", async () => {
    const { trade, lin, offered } = await load(opened);
    await trade.withdraws(lin, 995n * COIN);
    const request = await trade.asks(lin, offered.offer);
    const signature = await trade.signsRequest(lin, request);
    await refused(trade.answering(offered, request, signature, 1n, trade.coop.people.su), trade.pool, "PurseTooSmall", holderOf(lin), trade.address, 5n * COIN, 10n * COIN);
    expect(await trade.market.requestOf(await trade.market.requestDigest(request))).to.deep.equal([0n, false, false]);
  });

  it("may come from a contract, and from an address until that becomes a member's key", async () => {
    const { trade, buyer: _buyer, zhou, lin, offered } = await load(opened);
    const { coop, market } = trade;
    const hand = await personAt(43);
    const wallet = await walletOf(await ownedWallet(hand.address), hand);
    await trade.deposits(wallet, 100n * COIN);
    const asked = await trade.asks(wallet, offered.offer);
    const order = await trade.answers(offered, asked, await trade.signsRequest(wallet, asked), 2n);
    await trade.ships(zhou, order);
    await trade.accepts(wallet, order);
    expect(await trade.purse(wallet)).to.equal(81_440_000n);
    await refused(opening(trade, { ...asked, salt: 0n }, await trade.signsRequest({ ...wallet, hand: lin }, { ...asked, salt: 0n })), market, "HolderDidNotSign", purseOf(wallet), 0);
    const outside = await buyerAt(13);
    await trade.deposits(outside, 100n * COIN);
    await coop.days(100);
    const fresh = await trade.offers(zhou);
    const request = await trade.asks(outside, fresh.offer);
    const signature = await trade.signsRequest(outside, request);
    await trade.answers(fresh, request, signature);
    const member = await coop.membership.joins(13, [lin, zhou]);
    await refused(trade.answering(fresh, request, signature), market, "HolderDidNotSign", purseOf(outside), 0);
    await market.connect(member.signer).cancelRequest(request);
    await isWhole(trade);
  });
});
