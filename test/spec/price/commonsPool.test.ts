import { keccak256, ZeroHash } from "ethers";
import { expect } from "chai";
import { chain, load } from "../../support/chain.ts";
import { found, PROJECT, UNIT } from "../../support/cooperative.ts";
import { refused } from "../../support/refused.ts";
import { COIN, openMarket, type Trade } from "../../support/trade.ts";
import { tokenOf } from "../../support/tokens.ts";
import { votedHand } from "../../support/voted.ts";
import { isWhole } from "../../support/whole.ts";

/** A surplus of 150 coins: of the commons' 30 a third is dividend of the cooperative's own shares, and 20 are capital. Reserve: 60. */
const SALE = { price: 150n * COIN, costs: [] } as const;
/** What an account's code is that borrows another's (EIP-7702). */
const borrowed = (from: string): string => `0xef0100${from.slice(2)}`;

/** Lin earned 10 units of the cooperative's own; Su bought of the mill for 150 coins. All of it in epoch 0; it is the first second of epoch 2. */
async function brought() {
  const coop = await found();
  const trade = await openMarket(coop);
  const { lin, su, zhou } = coop.people;
  await coop.allEnrol(coop.all.slice(3), PROJECT.cooperative);
  const rec = await coop.records(lin, { project: PROJECT.cooperative, quantity: 10 });
  await coop.allAttest(coop.all.slice(3, 3 + Number((await coop.ledger.claimOf(rec.id)).needed)), rec, 10);
  await trade.deposits(su, 1_000n * COIN);
  await trade.sells(zhou, su, SALE);
  await coop.until(coop.start(2));
  return { ...trade, trade, coop, lin, su, zhou };
}
/** The same with the cooperative's epoch closed, and a contract, adopted, that stands behind orders. */
async function adopted() {
  const scene = await brought();
  await scene.coop.shares.close(PROJECT.cooperative, 8);
  const target = await (await tokenOf("Plain", "Plain")).getAddress();
  const code = await chain.ethers.provider.getCode(target);
  await (await voted(scene)).adopt(target, keccak256(code), true);
  return { ...scene, target, code };
}

const voted = async ({ commons, coop }: Pick<Trade, "commons" | "coop">) => commons.connect(await votedHand(coop));
const releases = async (scene: Awaited<ReturnType<typeof adopted>>, amount: bigint, to = scene.target) => (await voted(scene)).release(scene.address, to, amount);

describe("Guarantee capital", () => {
  it("comes in of epochs that are final, by anyone's call, and once", async () => {
    const { coop, pool, commons, address, trade, sells, zhou, su } = await load(brought);
    const pulls = () => commons.connect(coop.stranger.signer).pull(address);
    await refused(pulls(), pool, "DivideFirst", PROJECT.cooperative, address, 0);
    await coop.shares.close(PROJECT.cooperative, 8);
    expect(await pool.capitalOf(address)).to.equal(0n);
    await sells(zhou, su, SALE);
    const act = pulls();
    await expect(act).to.emit(pool, "SurplusDivided").withArgs(PROJECT.cooperative, address, 0, 10n * COIN, 10n * UNIT, 2n ** 64n, 0, 20n * COIN);
    await expect(act).to.emit(pool, "CapitalTaken").withArgs(PROJECT.cooperative, address, 20n * COIN, 20n * COIN);
    await expect(act).to.emit(commons, "Pulled").withArgs(address, 20n * COIN, 20n * COIN);
    await expect(pulls()).to.emit(commons, "Pulled").withArgs(address, 0, 20n * COIN);
    await coop.nextEpoch(2);
    await trade.divides(PROJECT.cooperative);
    expect(await pool.capitalOf(address)).to.equal(20n * COIN);
    await expect(pulls()).to.emit(commons, "Pulled").withArgs(address, 20n * COIN, 40n * COIN);
    expect([await pool.capitalOf(address), await commons.capitalOf(address)]).to.deep.equal([0n, 40n * COIN]);
    await isWhole(trade);
  });

  it("is nobody's dividend and in no reserve: who has shares of the cooperative draws the third beside it", async () => {
    const { coop, pool, commons, address, trade, lin, purse, drawsDividend } = await load(brought);
    await coop.draws(lin, 0, PROJECT.cooperative);
    await commons.pull(address);
    await drawsDividend(lin, [0], PROJECT.cooperative);
    expect([await purse(lin), await commons.capitalOf(address), (await pool.accountOf(PROJECT.cooperative, address)).reserve]).to.deep.equal([10n * COIN, 20n * COIN, 0n]);
    await refused(pool.connect(await votedHand(coop)).spendReserve(PROJECT.cooperative, address, coop.stranger.address, 1n, ZeroHash), pool, "AboveATenth", 1, 0);
    await isWhole(trade);
  });

  it("leaves by a tenth an epoch at most, in one part or in many, and anew in the next", async () => {
    const scene = await load(adopted);
    const { coop, commons, address, target, token, trade } = scene;
    await refused(releases(scene, 2n * COIN + 1n), commons, "AboveATenth", 2n * COIN + 1n, 2n * COIN);
    await refused(releases(scene, 0n), commons, "AboveATenth", 0, 2n * COIN);
    // What surpluses brought is pulled on the way.
    const act = releases(scene, 1_500_000n);
    await expect(act).to.emit(commons, "Pulled").withArgs(address, 20n * COIN, 20n * COIN);
    await expect(act).to.emit(commons, "CapitalReleased").withArgs(address, target, 1_500_000, 18_500_000);
    await refused(releases(scene, 500_001n), commons, "AboveATenth", 500_001, 500_000);
    await releases(scene, 500_000n);
    await refused(releases(scene, 1n), commons, "AboveATenth", 1, 0);
    expect([await commons.releasedIn(address, 2), await commons.releasedIn(address, 1), await token.balanceOf(target)]).to.deep.equal([2n * COIN, 0n, 2n * COIN]);
    await coop.until(coop.start(3) - 2);
    await refused(releases(scene, 1n), commons, "AboveATenth", 1, 0);
    await coop.nextAt(coop.start(3));
    await releases(scene, 1_800_000n);
    await refused(releases(scene, 1n), commons, "AboveATenth", 1, 0);
    expect([await commons.capitalOf(address), await token.balanceOf(target)]).to.deep.equal([16_200_000n, 3_800_000n]);
    await isWhole(trade);
  });

  it("that comes in within an epoch raises the tenth of that epoch", async () => {
    const scene = await load(adopted);
    const { coop, commons, address, sells, zhou, su, trade } = scene;
    await sells(zhou, su, SALE);
    await coop.nextEpoch(2);
    await coop.projects.connect(await votedHand(coop)).close(PROJECT.mill);
    await coop.until(Number(await scene.pool.reserveGoneFrom(PROJECT.mill)));
    await releases(scene, 4n * COIN);
    await refused(releases(scene, 1n), commons, "AboveATenth", 1, 0);
    // The mill's reserve of two sales, and the dividends that went with it, for want of shares: 2 · (60 + 42).
    await commons.sweep(PROJECT.mill, address);
    expect(await commons.capitalOf(address)).to.equal(36n * COIN + 204n * COIN);
    await refused(releases(scene, 20_400_001n), commons, "AboveATenth", 20_400_001, 20_400_000);
    await releases(scene, 20_400_000n);
    await isWhole(trade);
  });

  it("of one token is not another's", async () => {
    const scene = await load(adopted);
    const { coop, commons, target } = scene;
    const other = await openMarket(coop);
    await refused((await voted(scene)).release(other.address, target, 1n), commons, "AboveATenth", 1, 0);
    await releases(scene, 2n * COIN);
    await other.deposits(scene.su, 150n * COIN);
    await other.sells(scene.zhou, scene.su, SALE);
    await coop.nextEpoch(2);
    await expect((await voted(scene)).release(other.address, target, 2n * COIN)).to.emit(commons, "Pulled").withArgs(other.address, 20n * COIN, 20n * COIN);
    await isWhole(other);
    await isWhole(scene.trade);
  });

  it("leaves as it came where the token is off the list, and to nobody who holds it here", async () => {
    const scene = await load(adopted);
    const { coop, pool, commons, address, token, target } = scene;
    await pool.connect(await votedHand(coop)).list(address, false);
    await releases(scene, COIN);
    expect(await token.balanceOf(target)).to.equal(COIN);
    const { surplusPool, market, commonsPool } = coop.record.contracts;
    for (const own of [surplusPool, market, commonsPool, address]) {
      await (await voted(scene)).adopt(own, keccak256(await chain.ethers.provider.getCode(own)), true);
      await refused(releases(scene, COIN, own), pool, "PayeeRefused", own);
    }
    expect(await commons.capitalOf(address)).to.equal(19n * COIN);
  });

  it("is moved by nobody but a vote, and spent out of its purse by nobody at all", async () => {
    const scene = await load(adopted);
    const { coop, commons, pool, address, target, code, lin } = scene;
    await commons.pull(address);
    for (const { signer } of [lin, coop.stranger]) {
      await refused(commons.connect(signer).release(address, target, 1n), commons, "OnlyByVote", signer.address);
      await refused(commons.connect(signer).adopt(target, keccak256(code), false), commons, "OnlyByVote", signer.address);
    }
    const own = coop.record.contracts.commonsPool;
    await refused(pool.adopt(own, address), pool, "NeverAKey", own);
    expect(await commons.capitalOf(address)).to.equal(20n * COIN);
  });
});

describe("A contract that guarantees", () => {
  it("is adopted with the code that stands there, and let go; both once", async () => {
    const scene = await load(adopted);
    const { commons, target, code } = scene;
    const adopt = async (hash: string, wanted: boolean, to = target) => (await voted(scene)).adopt(to, hash, wanted);
    const [hash, other] = [keccak256(code), keccak256("0x00")];
    expect(await commons.adoptedCode(target)).to.equal(hash);
    await refused(adopt(hash, true), commons, "AdoptedAlready", target, true);
    await refused(adopt(other, true), commons, "CodeDiffers", target, other, hash);
    await refused(adopt(other, false), commons, "AdoptedAlready", target, false);
    await expect(adopt(hash, false)).to.emit(commons, "ContractAdopted").withArgs(target, hash, false);
    await refused(adopt(hash, false), commons, "AdoptedAlready", target, false);
    expect(await commons.adoptedCode(target)).to.equal(ZeroHash);
    await refused(releases(scene, 1n), commons, "CodeDiffers", target, ZeroHash, hash);
    await expect(adopt(hash, true)).to.emit(commons, "ContractAdopted").withArgs(target, hash, true);
    await releases(scene, 1n);
  });

  it("is one with code of its own: no key, no empty address, and none that borrows its code", async () => {
    const scene = await load(adopted);
    const { commons, coop, target, lin } = scene;
    const hand = await voted(scene);
    await refused(hand.adopt(lin.address, keccak256("0x"), true), commons, "NotAContract", lin.address);
    await refused(hand.adopt(coop.stranger.address, ZeroHash, true), commons, "NotAContract", coop.stranger.address);
    await refused(hand.adopt(target, ZeroHash, false), commons, "AdoptedAlready", target, false);
    // A key that lends itself the very code that was adopted elsewhere.
    const lends = borrowed(target);
    await chain.networkHelpers.setCode(lin.address, lends);
    await refused(hand.adopt(lin.address, keccak256(lends), true), commons, "NotAContract", lin.address);
    await refused(hand.release(scene.address, lin.address, 1n), commons, "NotAContract", lin.address);
  });

  it("gets nothing any more when its code is another's, borrowed, or gone; a vote may adopt it anew or let it go", async () => {
    const scene = await load(adopted);
    const { commons, target, code, token } = scene;
    const upgraded = `${code}00`;
    await chain.networkHelpers.setCode(target, upgraded);
    await refused(releases(scene, 1n), commons, "CodeDiffers", target, keccak256(code), keccak256(upgraded));
    await (await voted(scene)).adopt(target, keccak256(upgraded), true);
    await releases(scene, 1n);
    await chain.networkHelpers.setCode(target, code);
    await refused(releases(scene, 1n), commons, "CodeDiffers", target, keccak256(upgraded), keccak256(code));
    for (const gone of [borrowed(scene.address), "0x"]) {
      await chain.networkHelpers.setCode(target, gone);
      await refused(releases(scene, 1n), commons, "NotAContract", target);
    }
    await expect((await voted(scene)).adopt(target, keccak256(upgraded), false)).to.emit(commons, "ContractAdopted").withArgs(target, keccak256(upgraded), false);
    expect(await token.balanceOf(target)).to.equal(1n);
  });
});

describe("The reserve of a closed project", () => {
  it("joins the capital by anyone's call, and what comes late in a second", async () => {
    const { coop, commons, pool, address, trade, zhou, su } = await load(brought);
    const late = await trade.funds(su, await trade.offers(zhou, SALE));
    await trade.ships(zhou, late);
    await coop.projects.connect(await votedHand(coop)).close(PROJECT.mill);
    const sweeps = () => commons.connect(coop.stranger.signer).sweep(PROJECT.mill, address);
    const gone = Number(await pool.reserveGoneFrom(PROJECT.mill));
    await refused(sweeps(), pool, "ReserveStays", PROJECT.mill, gone);
    await coop.until(gone);
    // Nobody has shares of the mill: 60 of reserve, and 42 of dividend.
    await expect(sweeps()).to.emit(commons, "Swept").withArgs(PROJECT.mill, address, 102n * COIN, 102n * COIN);
    await expect(sweeps()).to.emit(commons, "Swept").withArgs(PROJECT.mill, address, 0, 102n * COIN);
    await trade.silences(zhou, late);
    expect(await pool.reserveGoneFrom(PROJECT.mill)).to.equal(gone);
    await coop.days(56);
    await expect(sweeps()).to.emit(pool, "CapitalTaken").withArgs(PROJECT.mill, address, 102n * COIN, 204n * COIN);
    await isWhole(trade);
  });

  it("that never closed stays: an open project's, and the cooperative's own for ever", async () => {
    const { commons, pool, address } = await load(brought);
    for (const project of [PROJECT.cooperative, PROJECT.mill, PROJECT.garden]) await refused(commons.sweep(project, address), pool, "ReserveStays", project, 0);
  });
});
