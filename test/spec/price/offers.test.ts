import { ZeroHash, zeroPadValue } from "ethers";
import { expect } from "chai";
import { MARKS } from "../../support/assembly.ts";
import { chain, load } from "../../support/chain.ts";
import { DAY, found, PROJECT } from "../../support/cooperative.ts";
import { type Person, personAt } from "../../support/people.ts";
import { refused } from "../../support/refused.ts";
import { buyerAt, COIN, FLOW, holderOf, NOBODY, type Offer, ORDER, openMarket, purseOf, type SignedOffer, type Trade, type Trader, walletOf } from "../../support/trade.ts";
import { votedHand } from "../../support/voted.ts";
import { isWhole } from "../../support/whole.ts";
import { ownedWallet, rogueWallet, ROGUES } from "../../support/wallets.ts";

/** What can be held of a token. */
const MOST = 2n ** 112n - 1n;
const YEAR = 365 * DAY;
const word = (number: number): string => zeroPadValue(`0x${number.toString(16).padStart(2, "0")}`, 32);

/** A market in one token. Lin, Su and a stranger have 1,000 coins each; Zhou and He are the stewards of the mill. */
async function opened() {
  const trade = await openMarket(await found());
  const buyer = await buyerAt(40);
  for (const who of [trade.coop.people.lin, trade.coop.people.su, buyer]) await trade.deposits(who, 1_000n * COIN);
  return { trade, buyer };
}

const open = ({ market, coop }: Trade, { offer, signatures }: SignedOffer, uri = "data:,flour") => market.connect(coop.stranger.signer).open(offer, signatures, uri);
/** An offer with these terms, signed by everyone that it needs. */
const signed = async (trade: Trade, offer: Offer, ...signers: readonly Trader[]): Promise<SignedOffer> => ({ offer, signatures: await Promise.all(signers.map((who) => trade.signs(who, offer))) });

describe("An offer", () => {
  it("is opened by anyone who carries it, once with all its terms on record, and filled in parts until nothing is left", async () => {
    const { trade, buyer } = await load(opened);
    const { coop, market } = trade;
    const { lin, su, zhou } = coop.people;
    const offered = await trade.offers(zhou);
    const id = await market.offerDigest(offered.offer);
    await expect(open(trade, offered)).to.emit(market, "OfferOpened").withArgs(id, PROJECT.mill, zhou.id, (terms: Offer) => terms.price === 10n * COIN && terms.costs.length === 1, "data:,flour");
    await expect(open(trade, offered)).to.not.emit(market, "OfferOpened");
    const funding = trade.funding(lin, offered, 3n);
    const first = await market.orderId({ offer: offered.offer, buyer: holderOf(lin), quantity: 3n, place: 0 });
    await expect(funding).to.emit(market, "OrderFunded").withArgs(first, id, holderOf(lin), 3, 0, ORDER.funded);
    await expect(funding).to.not.emit(market, "OfferOpened");
    await trade.funds(su, offered, 3n);
    await trade.funds(lin, offered, 3n);
    await refused(trade.funding(buyer, offered, 2n), market, "QuantityOutOfBounds", 2, 1);
    await refused(trade.funding(buyer, offered, 0n), market, "QuantityOutOfBounds", 0, 1);
    await trade.funds(buyer, offered, 1n);
    await refused(trade.funding(buyer, offered, 1n), market, "QuantityOutOfBounds", 1, 0);
    expect(await market.offerOf(id)).to.deep.equal([10n, 4n, 0n, true, false]);
    expect(await Promise.all([lin, su, buyer].map(trade.purse))).to.deep.equal([940n * COIN, 970n * COIN, 990n * COIN]);
    expect((await isWhole(trade)).escrow).to.equal(100n * COIN);
  });

  it("is opened by its first order as well; no purse, no order, and then nothing is on record", async () => {
    const { trade } = await load(opened);
    const { coop, market, pool, address } = trade;
    const { lin, he, zhou } = coop.people;
    const offered = await trade.offers(zhou, { quantity: 101n });
    await refused(trade.funding(he, offered), pool, "PurseTooSmall", holderOf(he), address, 0, 10n * COIN);
    await refused(trade.funding(lin, offered, 101n), pool, "PurseTooSmall", holderOf(lin), address, 1_000n * COIN, 1_010n * COIN);
    expect(await market.offerOf(await market.offerDigest(offered.offer))).to.deep.equal([0n, 0n, 0n, false, false]);
    await expect(trade.funding(lin, offered, 100n)).to.emit(market, "OfferOpened");
    expect(await trade.purse(lin)).to.equal(0n);
    await isWhole(trade);
  });

  it("is no more than what was signed: any term altered is another offer, that nobody signed", async () => {
    const { trade } = await load(opened);
    const { coop, market } = trade;
    const { zhou, lin, he } = coop.people;
    const { offer, signatures } = await trade.offers(zhou, { costs: [[zhou, 4n * COIN], [he, COIN]], target: 2n, most: 2n });
    const line = offer.costs[0]!;
    const altered: readonly Partial<Offer>[] = [
      { project: PROJECT.repair }, { token: await (await chain.ethers.deployContract("PracticeToken")).getAddress() }, { flow: FLOW.service }, { schema: word(9) }, { item: word(9) },
      { price: 11n * COIN }, { quantity: 11n }, { closes: offer.closes + 1 }, { window: offer.window + 1 }, { arbiter: lin.address }, { target: 3n }, { most: 3n }, { salt: offer.salt + 1n },
      { costs: [{ ...line, amount: 3n * COIN }, offer.costs[1]!] }, { costs: [{ ...line, flow: FLOW.transport }, offer.costs[1]!] }, { costs: [{ ...line, to: holderOf(he) }, offer.costs[1]!] },
      { costs: [{ ...line, keyEpoch: 1 }, offer.costs[1]!] }, { costs: [offer.costs[1]!, line] }, { costs: [line] }, { costs: [] },
    ];
    for (const change of altered) await refused(trade.funding(lin, { offer: { ...offer, ...change }, signatures }), market, "HolderDidNotSign", holderOf(zhou), 0);
    await refused(trade.funding(lin, { offer: { ...offer, keyEpoch: 1 }, signatures }), market, "HolderDidNotSign", holderOf(zhou), 1);
    await refused(trade.funding(lin, { offer: { ...offer, seller: he.id }, signatures }), market, "HolderDidNotSign", holderOf(he), 0);
    await refused(trade.funding(lin, { offer: { ...offer, round: 1 }, signatures }), market, "TakenBack");
    await refused(trade.funding(lin, { offer: { ...offer, costs: [line, { ...line, to: holderOf(he) }] }, signatures }), market, "HolderDidNotSign", holderOf(zhou), 0);
    expect(Object.keys(offer).filter((term) => !["seller", "keyEpoch", "round"].includes(term)).every((term) => altered.some((change) => term in change))).to.equal(true);
    await trade.funding(lin, { offer, signatures });
  });

  it("is signed by its seller, and by each beneficiary of a cost line, in their order", async () => {
    const { trade, buyer } = await load(opened);
    const { coop, market } = trade;
    const { zhou, he, lin } = coop.people;
    const { offer, signatures } = await trade.offers(zhou, { costs: [[he, 2n * COIN], [buyer, COIN]] });
    const [seller, first, second] = signatures as [string, string, string];
    await refused(open(trade, { offer, signatures: [] }), market, "SignaturesMissing", 0, 3);
    await refused(open(trade, { offer, signatures: [seller, first] }), market, "SignaturesMissing", 2, 3);
    await refused(open(trade, { offer, signatures: [first, seller, second] }), market, "HolderDidNotSign", holderOf(zhou), 0);
    await refused(open(trade, { offer, signatures: [seller, second, first] }), market, "HolderDidNotSign", holderOf(he), 0);
    await refused(open(trade, { offer, signatures: [seller, first, first] }), market, "HolderDidNotSign", purseOf(buyer), 0);
    for (const broken of ["0x", "0x00", `0x${"00".repeat(64)}`, `0x${"00".repeat(65)}`]) await refused(open(trade, { offer, signatures: [seller, first, broken] }), market, "HolderDidNotSign", purseOf(buyer), 0);
    await open(trade, { offer, signatures });
    // Once it was opened the seller's signature is enough, and still needed.
    await trade.funding(lin, { offer, signatures: [seller] });
    await refused(trade.funding(lin, { offer, signatures: [] }), market, "SignaturesMissing", 0, 1);
    await refused(trade.funding(lin, { offer, signatures: [first] }), market, "HolderDidNotSign", holderOf(zhou), 0);
  });

  it("pays no one, and no member by the address of a key", async () => {
    const { trade } = await load(opened);
    const { coop, market, pool } = trade;
    const { zhou, he } = coop.people;
    const draft = await trade.drafts(zhou);
    const paying = async (to: string) => {
      const offer = { ...draft, costs: [{ ...draft.costs[0]!, to }] };
      return open(trade, await signed(trade, offer, zhou, he));
    };
    for (const to of [he.address, NOBODY, await pool.getAddress()]) await refused(paying(to), market, "HolderDidNotSign", to, 0);
    await refused(paying(holderOf(99)), coop.members, "NoSuchMember", 99);
  });

  it("stands within its bounds: price, quantity, window, cost lines and the time that it is open", async () => {
    const { trade, buyer } = await load(opened);
    const { coop, market } = trade;
    const { zhou } = coop.people;
    const opening = async (wish: Parameters<typeof trade.offers>[1]) => open(trade, await trade.offers(zhou, wish));
    await refused(opening({ price: 0n, costs: [] }), market, "PriceOutOfBounds", 0, 10, MOST);
    await refused(opening({ quantity: 0n }), market, "PriceOutOfBounds", 10n * COIN, 0, MOST);
    await refused(opening({ price: MOST, quantity: 2n }), market, "PriceOutOfBounds", MOST, 2, MOST);
    await refused(opening({ window: 0 }), market, "WindowOutOfBounds", 0, YEAR);
    await refused(opening({ window: YEAR + 1 }), market, "WindowOutOfBounds", YEAR + 1, YEAR);
    await refused(opening({ costs: Array.from({ length: 9 }, () => [zhou, 1n] as const) }), market, "TooManyCostLines", 9, 8);
    const group = async (target: bigint, most: bigint) => opening({ target, most });
    for (const [target, most] of [[11n, 1n], [10n, 0n], [0n, 1n]] as const) await refused(group(target, most), market, "GroupOutOfBounds", target, most, 10);
    await opening({ price: MOST, quantity: 1n, window: YEAR, costs: Array.from({ length: 8 }, () => [buyer, 1n] as const) });
    await group(10n, 1n);
    const now = await coop.now();
    const offered = await trade.offers(zhou, { closes: now + 30 * DAY });
    await coop.nextAt(now + 10);
    await open(trade, offered);
    await coop.nextAt(now + 20);
    await refused(opening({ closes: now + 20 + 30 * DAY + 1 }), market, "SignatureTooLong", now + 20 + 30 * DAY + 1, now + 20 + 30 * DAY);
    await coop.nextAt(now + 30);
    await refused(opening({ closes: now + 29 }), market, "SignatureExpired", now + 29, now + 30);
  });

  it("takes orders until the second before it closes, opened long before or only then", async () => {
    const { trade } = await load(opened);
    const { coop, market } = trade;
    const { zhou, lin } = coop.people;
    const closes = (await coop.now()) + 14 * DAY;
    const [known, fresh] = [await trade.offers(zhou, { closes }), await trade.offers(zhou, { closes })];
    await open(trade, known);
    await coop.nextAt(closes - 1);
    await trade.funding(lin, known);
    await coop.nextAt(closes);
    await refused(trade.funding(lin, known), market, "OfferClosed", closes);
    await refused(trade.funding(lin, fresh), market, "OfferClosed", closes);
    await coop.nextAt(closes + 1);
    await refused(trade.funding(lin, known), market, "OfferClosed", closes);
    await refused(trade.funding(lin, fresh), market, "SignatureExpired", closes, closes + 1);
  });

  it("leaves over what the charter asks for: a fifth of the price here, to the unit", async () => {
    const { trade } = await load(opened);
    const { coop, market } = trade;
    const { zhou } = coop.people;
    const opening = async (price: bigint, cost: bigint) => open(trade, await trade.offers(zhou, { price, costs: [[zhou, cost]] }));
    await refused(opening(10n, 9n), market, "SurplusTooSmall", 1, 2);
    await opening(10n, 8n);
    // A fifth of 11 is 2.2, and 2 is less.
    await refused(opening(11n, 9n), market, "SurplusTooSmall", 2, 3);
    await opening(11n, 8n);
    await refused(opening(1n, 1n), market, "SurplusTooSmall", 0, 1);
    await refused(opening(10n, 11n), market, "SurplusTooSmall", 0, 2);
    await opening(1n, 0n);
    // Eight lines that no word of 112 bits could sum.
    const many = await trade.offers(zhou, { price: MOST, quantity: 1n, costs: Array.from({ length: 8 }, () => [zhou, MOST] as const) });
    await refused(open(trade, many), market, "SurplusTooSmall", 0, (MOST * 20n + 99n) / 100n);
  });
});

describe("A seller", () => {
  it("is a steward of the project, or a member whom a steward named, as long as the name stands", async () => {
    const { trade } = await load(opened);
    const { coop, market } = trade;
    const { zhou, he, su, lin, fang } = coop.people;
    const name = (by: Person, seller: number, named: boolean, project: number = PROJECT.mill) => market.connect(by.signer).nameSeller(project, seller, named);
    const offered = await trade.offers(su);
    await refused(trade.funding(lin, offered), market, "NotSellerOf", PROJECT.mill, su.id);
    await refused(name(su, su.id, true), coop.projects, "NotStewardOf", PROJECT.mill, su.id);
    await refused(name(coop.stranger, su.id, true), coop.members, "NotAMember", coop.stranger.address);
    await refused(name(zhou, 99, true), coop.members, "NoSuchMember", 99);
    await refused(name(zhou, su.id, true, 9), coop.projects, "NoSuchProject", 9);
    await refused(name(zhou, su.id, false), market, "SellerNamedAlready", PROJECT.mill, su.id, false);
    await expect(name(he, su.id, true)).to.emit(market, "SellerNamed").withArgs(PROJECT.mill, su.id, he.id, true);
    await refused(name(zhou, su.id, true), market, "SellerNamedAlready", PROJECT.mill, su.id, true);
    const order = await trade.funds(lin, offered);
    await refused(trade.funding(lin, await trade.offers(su, { project: PROJECT.repair })), market, "NotSellerOf", PROJECT.repair, su.id);
    await expect(name(zhou, su.id, false)).to.emit(market, "SellerNamed").withArgs(PROJECT.mill, su.id, zhou.id, false);
    await refused(trade.funding(lin, offered), market, "NotSellerOf", PROJECT.mill, su.id);
    // What was ordered before is shipped and paid.
    await trade.ships(su, order);
    await trade.accepts(lin, order);
    // He is steward of the mill alone; once replaced, of nothing.
    const his = await trade.offers(he);
    await trade.funding(lin, his);
    await coop.projects.connect(await votedHand(coop)).replaceStewards(PROJECT.mill, [zhou.id, fang.id]);
    await refused(trade.funding(lin, his), market, "NotSellerOf", PROJECT.mill, he.id);
    await isWhole(trade);
  });

  it("never sells for the cooperative itself, nor for a project that there is not", async () => {
    const { trade } = await load(opened);
    const { coop, market } = trade;
    const { lin, zhou } = coop.people;
    await refused(trade.funding(lin, await trade.offers(lin, { project: PROJECT.cooperative })), market, "CooperativeSellsNothing");
    await refused(trade.funding(lin, await trade.offers(zhou, { project: 9 })), coop.projects, "NoSuchProject", 9);
  });

  it("may sell by a key that is a contract, and pay one", async () => {
    const { trade } = await load(opened);
    const { coop, market } = trade;
    const { zhou, lin } = coop.people;
    const hand = await personAt(43);
    const wallet = await ownedWallet(hand.address);
    const shop = await ownedWallet(hand.address);
    await coop.membership.rotating(zhou, { address: wallet }, { by: hand });
    const seller = await walletOf(wallet, hand, zhou.id);
    const payee = await walletOf(shop, hand);
    const draft = await trade.drafts(zhou, { keyEpoch: 1, costs: [[payee, 3n * COIN], [seller, COIN]] });
    const offer = { ...draft, costs: [draft.costs[0]!, { ...draft.costs[1]!, keyEpoch: 1 }] };
    const order = await trade.funds(lin, await signed(trade, offer, seller, payee, seller));
    await trade.ships(seller, order);
    await trade.accepts(lin, order);
    expect(await Promise.all([trade.purse(payee), trade.purse(seller)])).to.deep.equal([3n * COIN, COIN]);
    const forged = await signed(trade, { ...offer, salt: offer.salt + 1_000n }, lin, payee, seller);
    await refused(trade.funding(lin, forged), market, "HolderDidNotSign", holderOf(zhou), 1);
    await isWhole(trade);
  });

  for (const kind of Object.keys(ROGUES) as (keyof typeof ROGUES)[]) {
    it(`gets no signature from a beneficiary ${kind}`, async () => {
      const { trade } = await load(opened);
      const { coop, market } = trade;
      const draft = await trade.drafts(coop.people.zhou);
      const wallet = await rogueWallet(kind);
      const offer = { ...draft, costs: [{ ...draft.costs[0]!, to: wallet }] };
      await refused(open(trade, await signed(trade, offer, coop.people.zhou, coop.people.zhou)), market, "HolderDidNotSign", wallet, 0);
    });
  }

  it("takes back one offer, or all that were signed until now; what was ordered stays", async () => {
    const { trade } = await load(opened);
    const { coop, market } = trade;
    const { lin, he, zhou } = coop.people;
    const [one, two, his] = [await trade.offers(zhou), await trade.offers(zhou), await trade.offers(he)];
    const id = await market.offerDigest(one.offer);
    const order = await trade.funds(lin, one);
    await refused(market.connect(he.signer).cancelOffer(one.offer), market, "NotYourOrder", id, holderOf(he));
    await expect(market.connect(zhou.signer).cancelOffer(one.offer)).to.emit(market, "OfferCancelled").withArgs(id);
    await refused(market.connect(zhou.signer).cancelOffer(one.offer), market, "TakenBack");
    await refused(trade.funding(lin, one), market, "TakenBack");
    await trade.funds(lin, two);
    await expect(market.connect(zhou.signer).cancelAll()).to.emit(market, "AllCancelled").withArgs(holderOf(zhou), 1);
    await refused(trade.funding(lin, two), market, "TakenBack");
    await trade.funds(lin, his);
    await trade.funds(lin, await trade.offers(zhou, { round: 1 }));
    await refused(trade.funding(lin, await trade.offers(zhou, { round: 2 })), market, "TakenBack");
    await trade.ships(zhou, order);
    await trade.accepts(lin, order);
    expect(await market.roundOf(holderOf(zhou))).to.equal(1n);
    await isWhole(trade);
  });

  it("takes back an offer before anyone saw it", async () => {
    const { trade } = await load(opened);
    const { coop, market } = trade;
    const offered = await trade.offers(coop.people.zhou);
    await market.connect(coop.people.zhou.signer).cancelOffer(offered.offer);
    await refused(open(trade, offered), market, "TakenBack");
  });

  it("sells nothing by a key that was replaced, and goes on with what was ordered by the new one", async () => {
    const { trade } = await load(opened);
    const { coop, market } = trade;
    const { lin, zhou } = coop.people;
    const offered = await trade.offers(zhou);
    const order = await trade.funds(lin, offered);
    const renewed = await coop.membership.rotates(zhou, 42);
    await refused(trade.funding(lin, offered), market, "HolderDidNotSign", holderOf(zhou), 0);
    await refused(market.connect(zhou.signer).cancelAll(), coop.members, "KeyReplaced", zhou.address, zhou.id);
    await refused(trade.ships(zhou, order), coop.members, "KeyReplaced", zhou.address, zhou.id);
    await trade.ships(renewed, order);
    await trade.accepts(lin, order);
    expect(await trade.purse(renewed)).to.equal(4n * COIN);
    await trade.funds(lin, await trade.offers(renewed, { keyEpoch: 1, costs: [] }));
    await isWhole(trade);
  });

  it("whom a vote expelled acts on what runs and sells on, naming no others, as long as the project's stewards are not replaced", async () => {
    const { trade } = await load(opened);
    const { coop, market } = trade;
    const { lin, zhou } = coop.people;
    const order = await trade.funds(lin, await trade.offers(zhou));
    await coop.membership.expels(zhou);
    await trade.ships(zhou, order);
    await refused(market.connect(zhou.signer).nameSeller(PROJECT.mill, lin.id, true), coop.members, "NotActive", zhou.id, 3);
    await trade.accepts(lin, order);
    await trade.funds(lin, await trade.offers(zhou, { costs: [] }));
    expect(await trade.purse(zhou)).to.equal(4n * COIN);
    await trade.withdraws(zhou, 4n * COIN);
    await isWhole(trade);
  });
});

describe("A project on probation", () => {
  /** Su's project was admitted: it sells from the next epoch on, for 25 coins an epoch at most while on probation. */
  async function probation() {
    const { trade, buyer } = await opened();
    const { coop } = trade;
    const statement = await coop.assembly.graded(coop.people.su, MARKS.a, { charter: { salesCap: 25n * COIN, minSurplus: 20 } });
    await coop.assembly.admitted(statement);
    return { trade, buyer, project: Number(await coop.projects.projectCount()) - 1 };
  }

  it("sells nothing before its charter binds, and until its end no more in an epoch than the charter says, what came back included", async () => {
    const { trade, project } = await load(probation);
    const { coop, market, address } = trade;
    const { su, lin } = coop.people;
    const offers = (wish = {}) => trade.offers(su, { project, ...wish });
    const { from } = { from: await coop.epoch() };
    if (!(await coop.projects.saleTerms(project, su.id)).open) {
      await refused(trade.funding(lin, await offers()), market, "ProjectNotSelling", project);
      await coop.until(coop.start(from + 1));
    }
    const offered = await offers();
    const order = await trade.funds(lin, offered, 2n);
    await trade.refunds(su, order);
    await refused(trade.funding(lin, offered), market, "SalesCapReached", project, 10n * COIN, 5n * COIN);
    await trade.funds(lin, await offers({ price: 5n * COIN, costs: [] }));
    await refused(trade.funding(lin, await offers({ price: 1n, costs: [] })), market, "SalesCapReached", project, 1, 0);
    const epoch = await coop.epoch();
    expect(await market.soldIn(project, address, epoch)).to.equal(25n * COIN);
    expect(await market.soldIn(project, address, epoch + 1)).to.equal(0n);
    await coop.nextEpoch();
    await trade.funds(lin, await offers(), 2n);
    expect(await market.soldIn(project, address, epoch)).to.equal(0n);
    // An A is on probation for four epochs; after that nothing is counted.
    await coop.until(coop.start(Number((await coop.projects.footingOf(project)).probationUntil)));
    await trade.funds(lin, await offers(), 10n);
    expect(await market.soldIn(project, address, await coop.epoch())).to.equal(0n);
    await isWhole(trade);
  });
});

describe("A market", () => {
  it("is wired to the pool that names it, and to no other", async () => {
    const { trade } = await load(opened);
    const { members, projects, parameters, pool, relay, market } = trade.coop;
    const factory = await chain.ethers.getContractFactory("Market");
    await refused(factory.deploy(members, projects, parameters, pool, relay), market, "WiredOtherwise", await pool.getAddress());
  });

  it("tells that ids are hashes of what was signed", async () => {
    const { trade } = await load(opened);
    const { coop, market } = trade;
    const { offer } = await trade.offers(coop.people.zhou);
    const order = { offer, buyer: holderOf(1), quantity: 1n, place: 0 };
    const ids = await Promise.all([order, { ...order, buyer: holderOf(2) }, { ...order, quantity: 2n }, { ...order, place: 1 }].map(trade.idOf));
    expect(new Set([...ids, await market.offerDigest(offer), ZeroHash]).size).to.equal(6);
  });
});
