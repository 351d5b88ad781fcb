import { MaxUint256, Signature, ZeroAddress, ZeroHash } from "ethers";
import { expect } from "chai";
import { chain, load } from "../../support/chain.ts";
import { DAY, found } from "../../support/cooperative.ts";
import { keyOf, personAt, type Person } from "../../support/people.ts";
import { refused } from "../../support/refused.ts";
import { buyerAt, COIN, holderOf, NOBODY, openMarket, purseOf, type Trade, type Trader } from "../../support/trade.ts";
import { votedHand } from "../../support/voted.ts";
import { isWhole } from "../../support/whole.ts";
import { ownedWallet } from "../../support/wallets.ts";

/** What a token may be held for, all purses together. */
const MOST = 2n ** 112n - 1n;

/** A market in one token. Lin has put 100 coins into the purse. */
async function opened() {
  const trade = await openMarket(await found());
  await trade.deposits(trade.coop.people.lin, 100n * COIN);
  return trade;
}

/** An approval that was signed off-net (ERC-2612). */
async function permits({ coop, token, address }: Trade, owner: Pick<Person, "address">, amount: bigint, deadline: bigint | number = MaxUint256) {
  const domain = { name: "Practice token, worth nothing", version: "1", chainId: 31337, verifyingContract: address };
  const types = { Permit: ["owner", "spender", "value", "nonce", "deadline"].map((name) => ({ name, type: name === "owner" || name === "spender" ? "address" : "uint256" })) };
  const value = { owner: owner.address, spender: coop.record.contracts.surplusPool, value: amount, nonce: await token.nonces(owner.address), deadline };
  const { v, r, s } = Signature.from(await keyOf(owner).signTypedData(domain, types, value));
  return { deadline, v, r, s };
}

describe("A purse", () => {
  it("takes what its holder deposits, and pays it out to the key or to any address", async () => {
    const trade = await load(opened);
    const { coop, pool, token, address } = trade;
    const { lin, su } = coop.people;
    await token.mint(lin.address, 20n * COIN);
    await expect(pool.connect(lin.signer).deposit(address, 20n * COIN)).to.emit(pool, "Deposited").withArgs(holderOf(lin), address, 20n * COIN, 120n * COIN, 120n * COIN);
    await expect(trade.withdraws(lin, 30n * COIN)).to.emit(pool, "Withdrawn").withArgs(holderOf(lin), address, lin.address, 30n * COIN, 90n * COIN, 90n * COIN);
    const shop = (await personAt(41)).address;
    await expect(trade.withdraws(lin, 1n, shop)).to.emit(pool, "Withdrawn").withArgs(holderOf(lin), address, shop, 1n, 90n * COIN - 1n, 90n * COIN - 1n);
    expect(await Promise.all([token.balanceOf(lin.address), token.balanceOf(shop), trade.purse(lin), trade.purse(su)])).to.deep.equal([30n * COIN, 1n, 90n * COIN - 1n, 0n]);
    await trade.withdraws(lin, 90n * COIN - 1n);
    expect(await trade.held()).to.equal(0n);
    await isWhole(trade);
  });

  it("is filled by a signed approval, in one act", async () => {
    const trade = await load(opened);
    const { coop, pool, token, address } = trade;
    const { su } = coop.people;
    await token.mint(su.address, 5n * COIN);
    const { deadline, v, r, s } = await permits(trade, su, 5n * COIN, (await coop.now()) + DAY);
    await expect(pool.connect(su.signer).depositWithPermit(address, 5n * COIN, deadline, v, r, s)).to.emit(pool, "Deposited").withArgs(holderOf(su), address, 5n * COIN, 5n * COIN, 105n * COIN);
    expect(await token.allowance(su.address, coop.record.contracts.surplusPool)).to.equal(0n);
  });

  it("is filled all the same where somebody carried the approval before, and not by an approval that is another's or too late", async () => {
    const trade = await load(opened);
    const { coop, pool, token, address } = trade;
    const { su, chen } = coop.people;
    for (const { address: key } of [su, chen]) await token.mint(key, 5n * COIN);
    const own = await permits(trade, su, 5n * COIN);
    await token.connect(coop.stranger.signer).permit(su.address, coop.record.contracts.surplusPool, 5n * COIN, own.deadline, own.v, own.r, own.s);
    const deposit = (by: Person, { deadline, v, r, s }: typeof own, amount = 5n * COIN) => pool.connect(by.signer).depositWithPermit(address, amount, deadline, v, r, s);
    await refused(deposit(chen, own), token, "ERC20InsufficientAllowance", coop.record.contracts.surplusPool, 0, 5n * COIN);
    await refused(deposit(chen, await permits(trade, chen, 5n * COIN, await coop.now())), token, "ERC20InsufficientAllowance", coop.record.contracts.surplusPool, 0, 5n * COIN);
    await deposit(su, own);
    expect(await Promise.all([trade.purse(su), trade.purse(chen), trade.held()])).to.deep.equal([5n * COIN, 0n, 105n * COIN]);
    const other = await openUnlisted();
    await refused(pool.connect(su.signer).depositWithPermit(other, 1n, own.deadline, own.v, own.r, own.s), pool, "TokenNotListed", other);
  });

  it("gives no more than it holds, not nothing, and nothing to no one, to the token or to those who hold it", async () => {
    const trade = await load(opened);
    const { coop, pool, token, address } = trade;
    const { lin, su } = coop.people;
    const { market, commonsPool, surplusPool } = coop.record.contracts;
    await refused(trade.withdraws(lin, 100n * COIN + 1n), pool, "PurseTooSmall", holderOf(lin), address, 100n * COIN, 100n * COIN + 1n);
    await refused(trade.withdraws(su, 1n), pool, "PurseTooSmall", holderOf(su), address, 0, 1);
    await refused(trade.withdraws(lin, MaxUint256), pool, "PurseTooSmall", holderOf(lin), address, 100n * COIN, MaxUint256);
    await refused(trade.withdraws(lin, 0n), pool, "AmountOutOfBounds", 0, MOST);
    for (const to of [ZeroAddress, address, surplusPool, market, commonsPool]) await refused(trade.withdraws(lin, 1n, to), pool, "PayeeRefused", to);
    await refused(pool.connect(lin.signer).deposit(address, 0n), pool, "AmountOutOfBounds", 0, MOST - 100n * COIN);
    await refused(pool.connect(lin.signer).deposit(address, MOST - 100n * COIN + 1n), pool, "AmountOutOfBounds", MOST - 100n * COIN + 1n, MOST - 100n * COIN);
    await refused(pool.connect(su.signer).deposit(address, 1n), token, "ERC20InsufficientAllowance", surplusPool, 0, 1);
    expect(await Promise.all([trade.purse(lin), trade.held()])).to.deep.equal([100n * COIN, 100n * COIN]);
  });

  it("counts nothing that was sent without a deposit: tokens, or ether that nobody could refuse", async () => {
    const trade = await load(opened);
    const { coop, pool, token } = trade;
    const { lin, su } = coop.people;
    const { surplusPool } = coop.record.contracts;
    await token.mint(su.address, 7n * COIN);
    await token.connect(su.signer).transfer(surplusPool, 7n * COIN);
    await chain.networkHelpers.setBalance(surplusPool, 10n ** 18n);
    expect(await Promise.all([trade.held(), trade.purse(lin), trade.purse(su), pool.purseOf(surplusPool, trade.address)])).to.deep.equal([100n * COIN, 100n * COIN, 0n, 0n]);
    await refused(trade.withdraws(su, 1n), pool, "PurseTooSmall", holderOf(su), trade.address, 0, 1);
    await trade.withdraws(lin, 100n * COIN);
    expect(await Promise.all([trade.held(), token.balanceOf(surplusPool)])).to.deep.equal([0n, 7n * COIN]);
    await expect(su.signer.sendTransaction({ to: surplusPool, value: 1n })).to.revert(chain.ethers);
  });
});

describe("The vault", () => {
  it("moves escrow and settles for the market alone, and gives capital to the commons alone", async () => {
    const { coop, pool, address } = await load(opened);
    const { lin } = coop.people;
    const settlement = { order: ZeroHash, project: 1, token: address, buyer: lin.address, back: 100n * COIN, surplus: 0n, lines: [] };
    for (const { signer } of [lin, coop.stranger, { signer: await votedHand(coop) }]) {
      const by = pool.connect(signer);
      await refused(by.escrow(holderOf(lin), address, 1n), pool, "OnlyByMarket", signer.address);
      await refused(by.settle(settlement), pool, "OnlyByMarket", signer.address);
      await refused(by.takeCapital(address), pool, "OnlyByCommons", signer.address);
      await refused(by.takeReserve(1, address), pool, "OnlyByCommons", signer.address);
    }
    // Not even where the Relay names the market as the one who signed.
    const relayed = await chain.ethers.getSigner(await coop.market.getAddress());
    const data = pool.interface.encodeFunctionData("settle", [settlement]) + relayed.address.slice(2);
    const relay = await coop.offNet.relayHand();
    await refused(relay.sendTransaction({ to: await pool.getAddress(), data }), pool, "OnlyByMarket", relay.address);
  });

  it("pays the same tokens out for each purse once, whatever is drawn, adopted and divided in between", async () => {
    const trade = await load(opened);
    const { coop, pool, address } = trade;
    const { lin, su } = coop.people;
    await trade.deposits(su, 30n * COIN);
    const strewn = async () => {
      for (const { address: key } of [lin, su]) await pool.adopt(key, address);
      for (const project of [0, 1, 2]) await pool.divide(project, address, 8);
      await trade.drawsDividend(lin, []);
      await trade.commons.pull(address);
    };
    await strewn();
    await trade.withdraws(lin, 100n * COIN);
    await coop.nextEpoch(3);
    await strewn();
    await trade.withdraws(su, 30n * COIN);
    expect(await trade.held()).to.equal(0n);
    await isWhole(trade);
  });
});

describe("The list of tokens", () => {
  it("changes by vote alone, and holds tokens and nothing else", async () => {
    const { coop, pool, address } = await load(opened);
    const hand = pool.connect(await votedHand(coop));
    const { market, commonsPool, surplusPool } = coop.record.contracts;
    for (const { signer } of [coop.people.lin, coop.stranger]) await refused(pool.connect(signer).list(address, false), pool, "OnlyByVote", signer.address);
    for (const none of [coop.stranger.address, ZeroAddress, market, commonsPool, surplusPool]) await refused(hand.list(none, true), pool, "NotAToken", none);
    await refused(hand.list(address, true), pool, "ListedAlready", address, true);
    const other = await openUnlisted();
    await refused(hand.list(other, false), pool, "ListedAlready", other, false);
    await expect(hand.list(other, true)).to.emit(pool, "TokenListed").withArgs(other, true);
    expect(await pool.tokenOf(other)).to.deep.equal([true, 0n]);
  });

  it("that loses a token keeps out new deposits and new orders of it, while all that is held is drawn as before", async () => {
    const trade = await load(opened);
    const { coop, pool, token, address, market } = trade;
    const { lin, zhou } = coop.people;
    const running = await trade.funds(lin, await trade.offers(zhou));
    const offered = await trade.offers(zhou);
    await expect(pool.connect(await votedHand(coop)).list(address, false)).to.emit(pool, "TokenListed").withArgs(address, false);
    await token.mint(lin.address, COIN);
    await refused(pool.connect(lin.signer).deposit(address, COIN), pool, "TokenNotListed", address);
    await refused(trade.funding(lin, offered), pool, "TokenNotListed", address);
    await trade.ships(zhou, running);
    await expect(trade.accepts(lin, running)).to.emit(market, "OrderEnded");
    // 100 less the price of 10, and the rebate of 0.72 of a surplus of 6.
    expect(await trade.purse(lin)).to.equal(90_720_000n);
    await trade.withdraws(lin, 90_720_000n);
    await trade.withdraws(zhou, 4n * COIN);
    await isWhole(trade);
    await pool.connect(await votedHand(coop)).list(address, true);
    await trade.deposits(lin, 10n * COIN);
    await trade.funds(lin, offered);
  });
});

describe("A buyer who is no member", () => {
  it("has a purse by address, and takes it along on becoming a member, moved by anyone", async () => {
    const trade = await load(opened);
    const { coop, pool, address } = trade;
    const { lin, zhou } = coop.people;
    const buyer = await buyerAt(13);
    await trade.deposits(buyer, 40n * COIN);
    const order = await trade.funds(buyer, await trade.offers(zhou));
    await refused(pool.adopt(buyer.signer.address, address), pool, "NeverAKey", buyer.signer.address);
    await coop.days(100);
    const member = await coop.membership.joins(13, [lin, zhou]);
    expect(await Promise.all([trade.purse(buyer), trade.purse(member)])).to.deep.equal([30n * COIN, 0n]);
    // From here on the key acts for the member, who has nothing in the purse yet.
    await refused(pool.connect(member.signer).withdraw(address, 1n, member.address), pool, "PurseTooSmall", holderOf(member), address, 0, 1);
    await expect(pool.connect(coop.stranger.signer).adopt(member.address, address)).to.emit(pool, "Adopted").withArgs(member.address, holderOf(member), address, 30n * COIN, 30n * COIN);
    expect(await Promise.all([trade.purse(buyer), trade.purse(member)])).to.deep.equal([0n, 30n * COIN]);
    // What the address ordered comes back to the address's purse, by the member's act, and is adopted again.
    await trade.refunds(member, order);
    expect(await Promise.all([trade.purse(buyer), trade.purse(member)])).to.deep.equal([10n * COIN, 30n * COIN]);
    await pool.adopt(member.address, address);
    await pool.adopt(member.address, address);
    expect(await Promise.all([trade.purse(buyer), trade.purse(member)])).to.deep.equal([0n, 40n * COIN]);
    await trade.withdraws(member, 40n * COIN);
    await isWhole(trade);
  });

  it("finds it also after the key was replaced", async () => {
    const trade = await load(opened);
    const { coop, pool, address } = trade;
    const { lin, zhou } = coop.people;
    const buyer = await buyerAt(13);
    await trade.deposits(buyer, 40n * COIN);
    await coop.days(100);
    const former = await coop.membership.joins(13, [lin, zhou]);
    const member = await coop.membership.rotates(former, 42);
    await pool.adopt(former.address, address);
    expect(await Promise.all([trade.purse(buyer), trade.purse(member)])).to.deep.equal([0n, 40n * COIN]);
    await refused(pool.adopt(holderOf(member), address), pool, "NeverAKey", holderOf(member));
    await refused(pool.adopt(NOBODY, address), pool, "NeverAKey", NOBODY);
    await trade.withdraws(member, 40n * COIN);
    await isWhole(trade);
  });

  it("may be a contract", async () => {
    const trade = await load(opened);
    const wallet = await ownedWallet((await personAt(44)).address);
    await chain.networkHelpers.impersonateAccount(wallet);
    await chain.networkHelpers.setBalance(wallet, 10n ** 18n);
    const buyer: Trader = { signer: await chain.ethers.getSigner(wallet) };
    await trade.deposits(buyer, COIN);
    expect(purseOf(buyer)).to.equal(wallet);
    await trade.withdraws(buyer, COIN);
    await isWhole(trade);
  });
});

describe("A member's purse", () => {
  it("is spent by acts that were signed with no network, which anyone carries once", async () => {
    const trade = await load(opened);
    const { coop, pool, token, address } = trade;
    const { lin } = coop.people;
    const shop = (await personAt(41)).address;
    const parcel = await coop.offNet.signs(lin, pool, pool.interface.encodeFunctionData("withdraw", [address, 60n * COIN, shop]));
    await expect(coop.offNet.carries(parcel)).to.emit(pool, "Withdrawn").withArgs(holderOf(lin), address, shop, 60n * COIN, 40n * COIN, 40n * COIN);
    await refused(coop.offNet.carries(parcel), coop.relay, "NonceUsed", lin.id, parcel.act.nonce, 1);
    await token.mint(lin.address, COIN);
    const { deadline, v, r, s } = await permits(trade, lin, COIN);
    await token.connect(lin.signer).approve(coop.record.contracts.surplusPool, 0n);
    const again = await permits(trade, lin, COIN, deadline);
    expect([v, r]).to.deep.equal([again.v, again.r]);
    await coop.offNet.carries(await coop.offNet.signs(lin, pool, pool.interface.encodeFunctionData("depositWithPermit", [address, COIN, deadline, v, r, s])));
    expect(await Promise.all([trade.purse(lin), trade.purse({ signer: coop.stranger.signer })])).to.deep.equal([41n * COIN, 0n]);
    await isWhole(trade);
  });

  it("obeys the key in force and no other", async () => {
    const trade = await load(opened);
    const { coop, pool, address } = trade;
    const { lin } = coop.people;
    const old = await coop.offNet.signs(lin, pool, pool.interface.encodeFunctionData("withdraw", [address, COIN, lin.address]));
    const renewed = await coop.membership.rotates(lin, 42);
    await refused(trade.withdraws(lin, COIN), coop.members, "KeyReplaced", lin.address, lin.id);
    await refused(coop.offNet.carries(old), coop.relay, "ActNotSigned", lin.id, 1);
    await trade.withdraws(renewed, 100n * COIN);
    expect(await trade.token.balanceOf(renewed.address)).to.equal(100n * COIN);
  });

  it("stays open to who was expelled, and to who left", async () => {
    const trade = await load(opened);
    const { coop } = trade;
    const { lin, su } = coop.people;
    await trade.deposits(su, 50n * COIN);
    await coop.membership.expels(lin);
    await coop.membership.resigns(su);
    await trade.withdraws(lin, 100n * COIN);
    await trade.deposits(su, COIN);
    await trade.withdraws(su, 51n * COIN);
    expect(await trade.held()).to.equal(0n);
    await isWhole(trade);
  });
});

/** A token that nobody listed. */
async function openUnlisted(): Promise<string> {
  return (await chain.ethers.deployContract("PracticeToken")).getAddress();
}
