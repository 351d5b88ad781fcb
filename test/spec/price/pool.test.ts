import { ZeroAddress, ZeroHash } from "ethers";
import { expect } from "chai";
import { identityOf } from "#client/work/leaf.ts";
import { load } from "../../support/chain.ts";
import { type Cooperative, DAY, found, PROJECT, UNIT } from "../../support/cooperative.ts";
import { historyOf } from "../../support/histories.ts";
import type { Person } from "../../support/people.ts";
import { refused } from "../../support/refused.ts";
import { buyerAt, COIN, holderOf, openMarket, purseOf, type Trade } from "../../support/trade.ts";
import { votedHand } from "../../support/voted.ts";
import { isWhole } from "../../support/whole.ts";

const MILL = PROJECT.mill;
/** What one coin a unit of shares is in the accumulator: of both there are a million parts. */
const ONE = 2n ** 64n;
const CAUSE = `0x${"07".repeat(32)}`;
/** A surplus of 100 coins: 12 come back to the buyer, 28 are dividend, 20 the commons', 40 reserve. */
const HUNDRED = { price: 100n * COIN, costs: [] } as const;

/** `who` records hours in the mill, and as many as are needed attest them. */
async function works(coop: Cooperative, who: Person, hours: number): Promise<void> {
  const rec = await coop.records(who, { quantity: hours });
  const { needed } = await coop.ledger.claimOf(rec.id);
  const others = coop.all.slice(3).filter((person) => person !== who);
  await coop.allAttest(others.slice(0, Number(needed)), rec, hours);
}

/** Nine attest in the mill; Su and Chen have 1,000 coins each; Zhou sells for the mill. */
async function opened() {
  const coop = await found();
  const trade = await openMarket(coop);
  const { lin, fang, su, chen, zhou } = coop.people;
  await coop.allEnrol(coop.all.slice(3));
  for (const who of [su, chen]) await trade.deposits(who, 1_000n * COIN);
  return { trade, ...trade, lin, fang, su, chen, zhou };
}

/** In epoch 0 Lin earned 21 units and Fang 7, and the mill sold for 100 coins. It is the first second of epoch 2. */
async function earned() {
  const scene = await opened();
  await works(scene.coop, scene.lin, 21);
  await works(scene.coop, scene.fang, 7);
  await scene.sells(scene.zhou, scene.su, HUNDRED);
  await scene.coop.until(scene.coop.start(2));
  return scene;
}
/** The same, and both drew their lots, so that the epoch is closed. */
async function drawn() {
  const scene = await earned();
  for (const who of [scene.lin, scene.fang]) await scene.coop.draws(who, 0);
  return scene;
}

const history = historyOf({ han: 7n, yu: 7n });
/**
 * In epoch 0 Lin earned 14 units, and a batch brought 14: 7 to Han, who is Lin, and 7 to Yu, who is Fang and attested it, so that they
 * are the reserve's. The mill sold for 100 coins.
 */
async function batched() {
  const scene = await opened();
  const { coop, lin, fang, su, zhou } = scene;
  await works(coop, lin, 14);
  const batch = await coop.posts(zhou, { root: history.root, sum: history.sum, credit: 14n * UNIT });
  await coop.allAttest(coop.all.slice(3, 7), batch, 1);
  for (const [name, member] of [["han", lin], ["yu", fang]] as const) {
    const binding = await coop.proposes(zhou, identityOf(name), member);
    const { needed } = await coop.ledger.claimOf(binding.id);
    await coop.allAttest(coop.all.slice(7, 7 + Number(needed)), binding, 1);
  }
  await scene.sells(zhou, su, HUNDRED);
  await coop.until(coop.start(2));
  return { ...scene, batch, leaf: history.leaf };
}

const spends = async ({ coop, pool, address }: Trade, amount: bigint, to: Person, project: number = MILL) =>
  pool.connect(await votedHand(coop)).spendReserve(project, address, holderOf(to), amount, CAUSE);
const reserveOf = async ({ pool, address }: Trade, project: number = MILL): Promise<bigint> => (await pool.accountOf(project, address)).reserve;

describe("A surplus", () => {
  it("is divided when its epoch is final and the shares of it are known, by anyone's call, and not a second earlier", async () => {
    const scene = await load(earned);
    const { coop, pool, address, divides } = scene;
    await expect(divides()).to.not.emit(pool, "SurplusDivided");
    expect(await pool.arrivedIn(MILL, address, 0)).to.deep.equal([28n * COIN, 40n * COIN]);
    await coop.shares.close(MILL, 8);
    await expect(divides()).to.emit(pool, "SurplusDivided").withArgs(MILL, address, 0, 28n * COIN, 28n * UNIT, ONE, 40n * COIN, 0);
    expect(await pool.arrivedIn(MILL, address, 0)).to.deep.equal([0n, 0n]);
    expect([await pool.accumulatorAt(MILL, address, 0), await pool.accumulatorAt(MILL, address, 1)]).to.deep.equal([ONE, ONE]);
    await expect(divides()).to.not.emit(pool, "SurplusDivided");
    await isWhole(scene.trade);
  });

  it("waits for the second in which its epoch is final", async () => {
    const { coop, pool, address, divides, sells, zhou, su } = await load(opened);
    await sells(zhou, su, HUNDRED);
    await coop.until(coop.start(2) - 2);
    await expect(divides()).to.not.emit(pool, "SurplusDivided");
    await coop.nextAt(coop.start(2));
    // Nobody has shares: the dividend joins the reserve.
    await expect(divides()).to.emit(pool, "SurplusDivided").withArgs(MILL, address, 0, 28n * COIN, 0, 0, 68n * COIN, 0);
  });

  it("leaves what rounding keeps of it to the next: two divisions give a share what one of both would", async () => {
    const scene = await load(opened);
    const { coop, pool, address, divides, sells, lin, zhou, su } = scene;
    await works(coop, lin, 3);
    await sells(zhou, su, HUNDRED, 2n);
    await coop.nextEpoch();
    await sells(zhou, su, HUNDRED, 2n);
    await coop.nextEpoch(2);
    await coop.draws(lin, 0);
    await divides();
    const [both, shares] = [(112n * COIN) << 64n, 3n * UNIT];
    expect((await pool.accountOf(MILL, address)).slice(0, 5)).to.deep.equal([both / shares, 2n, 160n * COIN, both % shares, 0n]);
    await isWhole(scene.trade);
  });

  it("is divided over many epochs as often as it is asked for; who acts on all of it is told which comes first", async () => {
    const scene = await load(opened);
    const { coop, pool, commons, trade, address, divides, drawsDividend, sells, lin, zhou, su, chen } = scene;
    for (let epoch = 0; epoch < 9; epoch++) {
      await sells(zhou, epoch % 2 ? su : chen, HUNDRED);
      await coop.nextEpoch();
    }
    await coop.allEnrol(coop.all.slice(3));
    await works(coop, lin, 28);
    await coop.nextEpoch(2);
    await coop.draws(lin, 9);
    await refused(spends(trade, 1n, chen), pool, "DivideFirst", MILL, address, 8);
    await refused(commons.pull(address), pool, "DivideFirst", PROJECT.cooperative, address, 8);
    await refused(drawsDividend(lin, [9]), pool, "DivideFirst", MILL, address, 8);
    expect(await pool.divide.staticCall(MILL, address, 20)).to.equal(9n);
    for (const [most, through] of [[0n, 0n], [2n, 2n], [6n, 8n]] as const) {
      await divides(MILL, most);
      expect((await pool.accountOf(MILL, address)).through).to.equal(through);
    }
    await drawsDividend(lin, [9]);
    await divides(PROJECT.cooperative, 1n);
    await commons.pull(address);
    // Nobody had shares in those epochs: 9 times 28 and 40 are reserve.
    expect(await reserveOf(trade)).to.equal(9n * 68n * COIN);
    expect(await trade.purse(lin)).to.equal(0n);
    await isWhole(trade);
  });

  it("keeps waiting while the shares of its epoch are not known, for those who would spend, sweep or pull", async () => {
    const { coop, trade, pool, address, chen } = await load(earned);
    await refused(spends(trade, 1n, chen), pool, "DivideFirst", MILL, address, 0);
    await coop.shares.close(MILL, 8);
    await spends(trade, 1n, chen);
  });
});

describe("A dividend", () => {
  it("is drawn by anyone into its holder's purse, in proportion to the shares, once", async () => {
    const scene = await load(drawn);
    const { pool, address, purse, lin, fang, coop: { stranger } } = scene;
    const claim = (who: Person) => ({ project: MILL, token: address, member: who.id, epochs: [0] });
    const by = pool.connect(stranger.signer);
    expect([...(await by.draw.staticCall([claim(lin), claim(fang), claim(lin)]))]).to.deep.equal([21n * COIN, 7n * COIN, 0n]);
    const act = by.draw([claim(lin), claim(fang), claim(lin)]);
    await expect(act).to.emit(pool, "LotsCounted").withArgs(MILL, address, lin.id, [0n], [21n * UNIT], 21n * UNIT);
    await expect(act).to.emit(pool, "LotsCounted").withArgs(MILL, address, lin.id, [0n], [0n], 21n * UNIT);
    await expect(act).to.emit(pool, "DividendDrawn").withArgs(MILL, address, fang.id, 7n * COIN, 7n * COIN);
    expect([await purse(lin), await purse(fang)]).to.deep.equal([21n * COIN, 7n * COIN]);
    expect([await pool.countedOf(MILL, address, lin.id), await pool.countedLot(MILL, address, lin.id, 0)]).to.deep.equal([[21n * UNIT, (21n * COIN) << 64n], 21n * UNIT]);
    await expect(by.draw([{ ...claim(lin), epochs: [] }])).to.not.emit(pool, "LotsCounted");
    await expect(by.draw([claim(lin)])).to.not.emit(pool, "DividendDrawn");
    await isWhole(scene.trade);
  });

  it("takes lots that were drawn, and no others", async () => {
    const { pool, drawsDividend, lin, fang, su } = await load(drawn);
    await refused(drawsDividend(su, [0]), pool, "LotNotDrawn", MILL, su.id, 0);
    await refused(drawsDividend(lin, [0, 1]), pool, "LotNotDrawn", MILL, lin.id, 1);
    await refused(drawsDividend(fang, [0], PROJECT.repair), pool, "LotNotDrawn", PROJECT.repair, fang.id, 0);
  });

  it("of an epoch before a lot's own is theirs who worked before; when it is drawn changes nothing", async () => {
    const { coop, trade, drawsDividend, sells, purse, lin, fang, zhou, su, chen } = await load(opened);
    await works(coop, lin, 28);
    await sells(zhou, su, HUNDRED);
    await coop.nextEpoch();
    await coop.allEnrol(coop.all.slice(3));
    await works(coop, fang, 28);
    await sells(zhou, chen, HUNDRED);
    await coop.nextEpoch();
    await coop.draws(lin, 0);
    await drawsDividend(lin, [0]);
    expect(await purse(lin)).to.equal(28n * COIN);
    await coop.nextEpoch();
    await coop.draws(fang, 1);
    // Lin has 28 of the first and half of the second; Fang, who counts the lot last of all, the other half.
    await drawsDividend(lin);
    await drawsDividend(fang, [1]);
    expect([await purse(lin), await purse(fang)]).to.deep.equal([42n * COIN, 14n * COIN]);
    await isWhole(trade);
  });

  it("of a lot that grows counts what it grew by, and nothing twice", async () => {
    const { coop, pool, trade, address, drawsDividend, purse, lin, batch, leaf } = await load(batched);
    await coop.draws(lin, 0);
    await expect(drawsDividend(lin, [0, 0])).to.emit(pool, "LotsCounted").withArgs(MILL, address, lin.id, [0n, 0n], [14n * UNIT, 0n], 14n * UNIT);
    expect(await purse(lin)).to.equal(14n * COIN);
    await coop.drawsLeaf(batch, leaf("han"));
    await drawsDividend(lin);
    expect(await purse(lin)).to.equal(14n * COIN);
    await expect(drawsDividend(lin, [0])).to.emit(pool, "LotsCounted").withArgs(MILL, address, lin.id, [0n], [7n * UNIT], 21n * UNIT);
    expect(await purse(lin)).to.equal(21n * COIN);
    await isWhole(trade);
  });

  it("is paid out past the purse, to whatever address its holder names", async () => {
    const { pool, trade, token, address, purse, lin, fang } = await load(drawn);
    const out = (who: Person, to: string) => pool.connect(who.signer).drawOut(MILL, address, [0], to);
    const before = await trade.held();
    const { stranger, record } = trade.coop;
    for (const none of [ZeroAddress, address, record.contracts.surplusPool, record.contracts.market, record.contracts.commonsPool]) await refused(out(lin, none), pool, "PayeeRefused", none);
    await expect(out(lin, stranger.address)).to.emit(pool, "DividendPaidOut").withArgs(MILL, address, lin.id, stranger.address, 21n * COIN, before - 21n * COIN);
    expect([await token.balanceOf(stranger.address), await purse(lin)]).to.deep.equal([21n * COIN, 0n]);
    await expect(out(lin, stranger.address)).to.not.emit(pool, "DividendPaidOut");
    await expect(out(fang, fang.address)).to.emit(pool, "DividendPaidOut").withArgs(MILL, address, fang.id, fang.address, 7n * COIN, before - 28n * COIN);
    await refused(pool.connect(stranger.signer).drawOut(MILL, address, [0], stranger.address), trade.coop.members, "NotAMember", stranger.address);
    await isWhole(trade);
  });
});

describe("A reserve", () => {
  it("goes by vote alone, a tenth an epoch at most of what is in force, in one part or in many, and anew in the next epoch", async () => {
    const { coop, pool, trade, address, purse, sells, zhou, su, chen, lin } = await load(drawn);
    for (const { signer } of [lin, zhou, coop.stranger]) await refused(pool.connect(signer).spendReserve(MILL, address, holderOf(lin), 1n, CAUSE), pool, "OnlyByVote", signer.address);
    await sells(zhou, su, HUNDRED); // of epoch 2, and not final
    await refused(spends(trade, 0n, chen), pool, "AmountOutOfBounds", 0, 4n * COIN);
    await refused(spends(trade, 4n * COIN + 1n, chen), pool, "AboveATenth", 4n * COIN + 1n, 4n * COIN);
    await expect(spends(trade, COIN, lin)).to.emit(pool, "ReserveSpent").withArgs(MILL, address, holderOf(lin), COIN, CAUSE, false, 39n * COIN);
    await refused(spends(trade, 3n * COIN + 1n, chen), pool, "AboveATenth", 3n * COIN + 1n, 3n * COIN);
    await spends(trade, 3n * COIN, lin);
    await refused(spends(trade, 1n, chen), pool, "AboveATenth", 1, 0);
    expect([await purse(lin), await reserveOf(trade)]).to.deep.equal([4n * COIN, 36n * COIN]);
    await coop.nextEpoch();
    await refused(spends(trade, 3_600_001n, chen), pool, "AboveATenth", 3_600_001, 3_600_000);
    await spends(trade, 3_600_000n, lin);
    await coop.nextEpoch();
    // 32.4, and the 40 that arrived in epoch 2; the spending divides them first.
    await refused(spends(trade, 7_240_001n, chen), pool, "AboveATenth", 7_240_001, 7_240_000);
    await spends(trade, 7_240_000n, lin);
    await isWhole(trade);
  });

  it("of one project or token is not another's", async () => {
    const { pool, trade, coop, chen } = await load(drawn);
    await refused(spends(trade, 1n, chen, PROJECT.repair), pool, "AboveATenth", 1, 0);
    await spends(trade, 4n * COIN, chen);
    const other = await openMarket(coop);
    await refused(spends(other, 1n, chen), pool, "AboveATenth", 1, 0);
    expect([await reserveOf(trade), await reserveOf(other)]).to.deep.equal([36n * COIN, 0n]);
  });

  it("has a pocket for the dividends of its own shares, outside the tenth", async () => {
    const { coop, pool, trade, address, purse, drawsDividend, batch, leaf, chen } = await load(batched);
    const empties = async (amount: bigint, project: number = MILL) => pool.connect(await votedHand(coop)).spendPocket(project, address, holderOf(chen), amount, CAUSE);
    await coop.drawsLeaf(batch, leaf("yu"));
    await refused(empties(1n), pool, "AmountOutOfBounds", 1, 0);
    await expect(drawsDividend(0, [0])).to.emit(pool, "DividendDrawn").withArgs(MILL, address, 0, 7n * COIN, 7n * COIN);
    expect([await reserveOf(trade), (await pool.accountOf(MILL, address)).pocket]).to.deep.equal([40n * COIN, 7n * COIN]);
    await refused(spends(trade, 4n * COIN + 1n, chen), pool, "AboveATenth", 4n * COIN + 1n, 4n * COIN);
    await refused(empties(0n), pool, "AmountOutOfBounds", 0, 7n * COIN);
    await refused(empties(7n * COIN + 1n), pool, "AmountOutOfBounds", 7n * COIN + 1n, 7n * COIN);
    await refused(pool.connect(chen.signer).spendPocket(MILL, address, holderOf(chen), 1n, CAUSE), pool, "OnlyByVote", chen.address);
    const before = await purse(chen);
    await expect(empties(6n * COIN)).to.emit(pool, "ReserveSpent").withArgs(MILL, address, holderOf(chen), 6n * COIN, CAUSE, true, COIN);
    await empties(COIN);
    // Its tenth is as it was.
    await spends(trade, 4n * COIN, chen);
    expect((await purse(chen)) - before).to.equal(11n * COIN);
    await isWhole(trade);
  });

  it("may go to an address that is no member's", async () => {
    const { coop, pool, trade, address, purse } = await load(drawn);
    const buyer = await buyerAt(40);
    await pool.connect(await votedHand(coop)).spendReserve(MILL, address, purseOf(buyer), COIN, ZeroHash);
    expect(await purse(buyer)).to.equal(COIN);
    await isWhole(trade);
  });

  it("of a closed project is the vote's until the last second, and the commons' from then on", async () => {
    const { coop, pool, trade, commons, address, lin } = await load(drawn);
    await refused(commons.sweep(MILL, address), pool, "ReserveStays", MILL, 0);
    await coop.projects.connect(await votedHand(coop)).close(MILL);
    const gone = Number(await pool.reserveGoneFrom(MILL));
    expect(gone).to.equal(Number(await trade.market.clocksEnd(MILL)) + 90 * DAY);
    await coop.nextAt(gone - 1);
    await refused(commons.sweep(MILL, address), pool, "ReserveStays", MILL, gone);
    await coop.nextAt(gone - 1);
    await spends(trade, COIN, lin);
    await coop.nextAt(gone);
    await refused(spends(trade, 1n, lin), pool, "ReserveGone", MILL, gone);
    await coop.nextAt(gone);
    const act = commons.sweep(MILL, address);
    await expect(act).to.emit(pool, "CapitalTaken").withArgs(MILL, address, 39n * COIN, 39n * COIN);
    await expect(act).to.emit(commons, "Swept").withArgs(MILL, address, 39n * COIN, 39n * COIN);
    expect(await coop.now()).to.equal(gone);
    // Dividends stay whose they were.
    await trade.drawsDividend(lin, [0]);
    expect(await trade.purse(lin)).to.equal(22n * COIN);
    await isWhole(trade);
  });

  it("of a project that sold nothing is the commons' 90 days after the closing", async () => {
    const { coop, pool } = await load(opened);
    expect(await pool.reserveGoneFrom(PROJECT.garden)).to.equal(0n);
    await coop.projects.connect(await votedHand(coop)).close(PROJECT.garden);
    expect(await pool.reserveGoneFrom(PROJECT.garden)).to.equal(coop.start(1) + 90 * DAY);
  });
});
