import type { BaseContract } from "ethers";
import { MaxUint256 } from "ethers";
import { expect } from "chai";
import { chain, load } from "../../support/chain.ts";
import { found, PROJECT } from "../../support/cooperative.ts";
import { type Person, personAt } from "../../support/people.ts";
import { refused } from "../../support/refused.ts";
import { COIN, holderOf, openMarket, ORDER, type Trader, walletOf } from "../../support/trade.ts";
import { asked, tell, tokenOf, upgradable } from "../../support/tokens.ts";
import { votedHand } from "../../support/voted.ts";
import { isWhole, whereabouts } from "../../support/whole.ts";

const MOST = 2n ** 112n - 1n;
/** What each puts in, and what is taken out first. */
const [PUT, TAKEN] = [1_000n, 500n];

/** What an act ends in: it is done, it fails without a word, or with an error of the pool or of the token. */
type Outcome = "done" | "fails" | { readonly of: "pool" | "token"; readonly error: string; readonly values: (token: string, scene: Scene) => readonly unknown[] };
interface Row {
  readonly token: string;
  readonly make: () => Promise<BaseContract>;
  /** What happens to the token before it is listed. */
  readonly first?: (token: BaseContract, scene: Scene) => Promise<unknown>;
  /** What happens to the token between deposits and withdrawals. */
  readonly turns?: (token: BaseContract, scene: Scene) => Promise<unknown>;
  readonly deposit: Outcome;
  readonly withdraw: Outcome;
  /** What happens that makes a withdrawal work again. */
  readonly mends?: (token: BaseContract, scene: Scene) => Promise<unknown>;
  /** What the last of the holders gets, who asks for all that is in the purse. */
  readonly last?: Outcome;
}

const plain = (file: Parameters<typeof tokenOf>[0], name: string, ...values: readonly unknown[]) => () => tokenOf(file, name, ...values);
const moved = (asked: bigint, what: bigint): Outcome => ({ of: "pool", error: "TokenMovedOtherwise", values: (token) => [token, asked, what] });
const watches: Row["first"] = (token, { vault }) => tell(token, "watch", [vault]);
const failedOperation: Outcome = { of: "pool", error: "SafeERC20FailedOperation", values: (token) => [token] };

/** Four members have 100 coins of a good token each. */
async function opened() {
  const trade = await openMarket(await found());
  const { lin, su, zhou, he } = trade.coop.people;
  for (const who of [lin, su, zhou, he]) await trade.deposits(who, 100n * COIN);
  return { trade, lin, su, zhou, he, vault: await trade.pool.getAddress() };
}
type Scene = Awaited<ReturnType<typeof opened>>;

let proxied: Awaited<ReturnType<typeof upgradable>>;

const ROWS: readonly Row[] = [
  { token: "as the standard has it", make: plain("Plain", "Plain"), deposit: "done", withdraw: "done" },
  { token: "that takes a fee on the way in", make: plain("Fees", "FeeOnTransfer", true, false), first: watches, deposit: moved(PUT, 990n), withdraw: "done" },
  { token: "that takes a fee on the way out", make: plain("Fees", "FeeOnTransfer", false, true), first: watches, deposit: "done", withdraw: moved(TAKEN, 505n), mends: (token) => tell(token, "watch", [token]) },
  { token: "that takes a fee both ways", make: plain("Fees", "FeeOnTransfer", true, true), first: watches, deposit: moved(PUT, 990n), withdraw: "done" },
  { token: "that returns nothing", make: plain("Answers", "NoAnswer"), deposit: "done", withdraw: "done" },
  { token: "that says false rather than failing", make: plain("Answers", "SaysFalse"), deposit: failedOperation, withdraw: "done" },
  { token: "that pays and says false", make: plain("Answers", "SaysFalseAndMoves"), deposit: "done", withdraw: failedOperation, mends: (token) => tell(token, "turn", []) },
  {
    token: "that is paused before",
    make: plain("Answers", "Pausable"),
    first: (token) => tell(token, "pause", [true]),
    deposit: { of: "token", error: "Paused", values: () => [] },
    withdraw: "done",
  },
  {
    token: "that is paused after",
    make: plain("Answers", "Pausable"),
    turns: (token) => tell(token, "pause", [true]),
    deposit: "done",
    withdraw: { of: "token", error: "Paused", values: () => [] },
    mends: (token) => tell(token, "pause", [false]),
  },
  {
    token: "that blocks the one who draws",
    make: plain("Answers", "Blocklist"),
    turns: (token, { lin }) => tell(token, "block_", [lin.address, true]),
    deposit: "done",
    withdraw: { of: "token", error: "Blocked", values: (_, { lin }) => [lin.address] },
    mends: (token, { lin }) => tell(token, "block_", [lin.address, false]),
  },
  {
    token: "that blocks the vault",
    make: plain("Answers", "Blocklist"),
    turns: (token, { vault }) => tell(token, "block_", [vault, true]),
    deposit: "done",
    withdraw: { of: "token", error: "Blocked", values: (_, { vault }) => [vault] },
    mends: (token, { vault }) => tell(token, "block_", [vault, false]),
  },
  { token: "whose balances double", make: plain("Fees", "Rebasing"), turns: (token) => tell(token, "rebase", [200]), deposit: "done", withdraw: "done" },
  {
    token: "whose balances halve, at the cost of who comes last",
    make: plain("Fees", "Rebasing"),
    turns: (token) => tell(token, "rebase", [50]),
    deposit: "done",
    withdraw: "done",
    last: { of: "token", error: "BalanceTooSmall", values: (_, { vault }) => [vault, 0n, 2_000n] },
  },
  { token: "that refuses to move nothing", make: plain("Answers", "RefusesZero"), deposit: "done", withdraw: "done" },
  { token: "that returns more than it should", make: plain("Answers", "ReturnsMuch", 32), deposit: "done", withdraw: "done" },
  { token: "that returns a hundred thousand bytes", make: plain("Answers", "ReturnsMuch", 100_000), deposit: "done", withdraw: "done" },
  { token: "that returns two for true", make: plain("Answers", "ReturnsTwo"), deposit: failedOperation, withdraw: "done" },
  { token: "that burns all gas one day", make: plain("Answers", "GasBomb"), turns: (token) => tell(token, "light", [true]), deposit: "done", withdraw: "fails", mends: (token) => tell(token, "light", [false]) },
  { token: "that fails with a hundred thousand bytes of reasons", make: plain("Answers", "LongReason"), deposit: "fails", withdraw: "done" },
  ...[0, 2, 27].map((places): Row => ({ token: `with ${places} decimal places`, make: plain("Answers", "Places", places), deposit: "done", withdraw: "done" })),
  { token: "that moves nothing and says that it did", make: plain("Fees", "MovesNothing"), deposit: moved(PUT, 0n), withdraw: "done" },
  { token: "that moves all there is", make: plain("Fees", "MovesAll"), deposit: moved(PUT, 5_000n), withdraw: "done" },
  { token: "that pays without taking it from the payer", make: plain("Fees", "PaysTwice"), deposit: "done", withdraw: moved(TAKEN, 0n), mends: () => neverMended },
  { token: "that lies about balances", make: plain("Fees", "LiesInBalance"), turns: (token) => tell(token, "tell", [7n]), deposit: "done", withdraw: moved(TAKEN, 0n), mends: (token) => tell(token, "tell", [0n]) },
  {
    token: "whose code is changed behind it",
    make: async () => (proxied = await upgradable()).token,
    turns: () => proxied.upgrade("SaysFalse", "Answers"),
    deposit: "done",
    withdraw: failedOperation,
    mends: () => proxied.upgrade("Plain", "Plain"),
  },
  {
    token: "whose code is gone",
    make: plain("Plain", "Plain"),
    turns: async (token) => chain.networkHelpers.setCode(await token.getAddress(), "0x"),
    deposit: "done",
    withdraw: "fails",
    mends: () => neverMended,
  },
];
/** Says that what the token holds is lost, whoever asks. */
const neverMended = Promise.resolve("never");

async function ends(act: Promise<unknown>, outcome: Outcome, token: BaseContract, scene: Scene): Promise<boolean> {
  if (outcome === "fails") await expect(act).to.revert(chain.ethers);
  else if (outcome !== "done") await refused(act, outcome.of === "pool" ? scene.trade.pool : token, outcome.error, ...outcome.values(await token.getAddress(), scene));
  else await act;
  return outcome === "done";
}

/** Somebody makes tokens and puts some into the purse. */
async function deposit({ trade, vault }: Scene, token: BaseContract, who: Person, amount = PUT, made = 5n * PUT): Promise<unknown> {
  await tell(token, "mint", [who.address, made], who.signer);
  await tell(token, "approve", [vault, amount], who.signer);
  return trade.pool.connect(who.signer).deposit(token, amount);
}

/** All that the four have of the good token is there, and goes out. */
async function goodIsWhole({ trade, lin, su, zhou, he }: Scene): Promise<void> {
  await isWhole(trade);
  for (const who of [lin, su, zhou, he]) await trade.withdraws(who, 100n * COIN);
  expect(await trade.held()).to.equal(0n);
  await isWhole(trade);
}

describe("A token", () => {
  for (const row of ROWS) {
    it(`${row.token} harms no other token and no other holder`, async () => {
      const scene = await load(opened);
      const { trade, lin, su } = scene;
      const { pool } = trade;
      const token = await row.make();
      await row.first?.(token, scene);
      const address = await token.getAddress();
      const hand = pool.connect(await votedHand(trade.coop));
      await expect(hand.list(address, true)).to.emit(pool, "TokenListed").withArgs(address, true);
      const inside = await ends(deposit(scene, token, lin), row.deposit, token, scene);
      if (inside) await deposit(scene, token, su);
      expect((await pool.tokenOf(address)).held).to.equal(inside ? 2n * PUT : 0n);
      if (inside) {
        await row.turns?.(token, scene);
        const withdraw = (who: Person, amount: bigint) => pool.connect(who.signer).withdraw(address, amount, who.address);
        const out = await ends(withdraw(lin, TAKEN), row.withdraw, token, scene);
        // What failed took nothing: purses and what is held stand as they did.
        expect([await pool.purseOf(holderOf(lin), address), await pool.purseOf(holderOf(su), address), (await pool.tokenOf(address)).held]).to.deep.equal(out ? [TAKEN, PUT, PUT + TAKEN] : [PUT, PUT, 2n * PUT]);
        const mended = row.mends ? await row.mends(token, scene) : undefined;
        if (mended !== "never") {
          await withdraw(lin, out ? PUT - TAKEN : PUT);
          const all = await ends(withdraw(su, PUT), row.last ?? "done", token, scene);
          expect((await pool.tokenOf(address)).held).to.equal(all ? 0n : PUT);
        }
      }
      // Whatever it is by now, a vote takes it off the list.
      await hand.list(address, false);
      expect((await pool.tokenOf(address)).listed).to.equal(false);
      await goodIsWhole(scene);
    });
  }

  it("is never an address without code, nor one of those who hold what is here", async () => {
    const { trade, vault } = await load(opened);
    const { pool, coop } = trade;
    const hand = pool.connect(await votedHand(coop));
    for (const none of [coop.stranger.address, vault, await trade.market.getAddress(), await trade.commons.getAddress()]) await refused(hand.list(none, true), pool, "NotAToken", none);
  });

  it("that answers falsely is refused by name, and nothing of the deposit stays", async () => {
    const scene = await load(opened);
    const { pool } = scene.trade;
    const token = await tokenOf("Answers", "SaysFalse");
    const address = await token.getAddress();
    await pool.connect(await votedHand(scene.trade.coop)).list(address, true);
    await refused(deposit(scene, token, scene.lin), pool, "SafeERC20FailedOperation", address);
    expect([await pool.purseOf(holderOf(scene.lin), address), (await pool.tokenOf(address)).held]).to.deep.equal([0n, 0n]);
  });

  it("is held for 2^112 − 1 at most, all purses together", async () => {
    const scene = await load(opened);
    const { trade, lin, su } = scene;
    const { pool } = trade;
    const token = await tokenOf("Plain", "Plain");
    const address = await token.getAddress();
    await pool.connect(await votedHand(trade.coop)).list(address, true);
    await refused(deposit(scene, token, lin, MOST + 1n, 2n ** 255n), pool, "AmountOutOfBounds", MOST + 1n, MOST);
    await refused(deposit(scene, token, lin, MaxUint256, 0n), pool, "AmountOutOfBounds", MaxUint256, MOST);
    await deposit(scene, token, lin, MOST - 1n, 0n);
    await refused(deposit(scene, token, su, 2n, 2n), pool, "AmountOutOfBounds", 2, 1);
    await deposit(scene, token, su, 1n, 1n);
    await refused(deposit(scene, token, su, 1n, 1n), pool, "AmountOutOfBounds", 1, 0);
    await pool.connect(lin.signer).withdraw(address, MOST - 1n, lin.address);
    await pool.connect(su.signer).withdraw(address, 1n, su.address);
    expect(await pool.tokenOf(address)).to.deep.equal([true, 0n]);
    await goodIsWhole(scene);
  });

  it("is parted to the unit also where the price is all that can ever be held", async () => {
    const scene = await load(opened);
    const { trade, lin, zhou } = scene;
    const { pool, coop } = trade;
    const token = await tokenOf("Plain", "Plain");
    const address = await token.getAddress();
    await pool.connect(await votedHand(coop)).list(address, true);
    await deposit(scene, token, lin, MOST, MOST);
    await trade.sells(zhou, lin, { token: address, price: MOST, costs: [], quantity: 1n });
    const members = (MOST * 40n) / 100n;
    const rebate = (members * 30n) / 100n;
    const commons = MOST / 5n;
    const dividend = (commons * 4n) / 12n;
    expect(await pool.purseOf(holderOf(lin), address)).to.equal(rebate);
    expect(await pool.arrivedIn(PROJECT.mill, address, 0)).to.deep.equal([members - rebate, MOST - members - commons]);
    expect(await pool.arrivedIn(PROJECT.cooperative, address, 0)).to.deep.equal([dividend, commons - dividend]);
    await coop.nextEpoch(2);
    // There are no shares: what would have been dividend joins the reserves.
    for (const project of [PROJECT.mill, PROJECT.cooperative]) await pool.divide(project, address, 8);
    expect(await whereabouts(trade, address)).to.deep.equal({ purses: rebate, escrow: 0n, arrived: 0n, dividends: 0n, reserves: MOST - rebate - (commons - dividend), pockets: 0n, capital: commons - dividend });
    await goodIsWhole(scene);
  });

  it("that blocks one of many holds up none of the others, in any act", async () => {
    const scene = await load(opened);
    const { trade, lin, su, zhou, he } = scene;
    const token = await tokenOf("Answers", "Blocklist");
    const address = await token.getAddress();
    await trade.pool.connect(await votedHand(trade.coop)).list(address, true);
    const buyers = [lin, su, he, ...["fang", "chen", "ye", "luo", "tang", "xu", "jiang", "shen"].map((name) => trade.coop.people[name as "fang"])];
    for (const who of buyers) await deposit(scene, token, who);
    // Su sells nothing and buys: one order of each, all of one group buy; then the token blocks Su, who is beneficiary as well.
    const group = await trade.offers(zhou, { token: address, price: 100n, costs: [[su, 10n], [zhou, 30n]], target: 11n, most: 1n, quantity: 11n });
    const orders = [];
    for (const who of buyers) orders.push(await trade.funds(who, group));
    await tell(token, "block_", [su.address, true]);
    for (const order of orders) await trade.ships(zhou, order);
    for (const [place, who] of buyers.entries()) await trade.accepts(who, orders[place]!);
    // A surplus of 60 of each: 24 are the members', of which 7 are the rebate.
    for (const who of buyers) expect(await trade.pool.purseOf(holderOf(who), address)).to.equal(who === su ? 907n + 110n : 907n);
    for (const who of buyers) {
      const act = trade.pool.connect(who.signer).withdraw(address, 907n, who.address);
      if (who === su) await refused(act, token, "Blocked", su.address);
      else await act;
    }
    await trade.pool.connect(zhou.signer).withdraw(address, 330n, zhou.address);
    // She has it paid to another address of hers.
    await trade.pool.connect(su.signer).withdraw(address, 1_017n, (await personAt(41)).address);
    // Of 11 surpluses of 60 there stay 60 − 7 each.
    expect((await trade.pool.tokenOf(address)).held).to.equal(11n * 53n);
    await goodIsWhole(scene);
  });

  it("with two addresses counts at each what came in by it, and nothing twice", async () => {
    const scene = await load(opened);
    const { trade, lin, su, vault } = scene;
    const { pool } = trade;
    const books = await tokenOf("Changing", "SharedBooks");
    const doors = [await tokenOf("Changing", "Entrance", await books.getAddress()), await tokenOf("Changing", "Entrance", await books.getAddress())] as const;
    const [one, two] = await Promise.all(doors.map((door) => door.getAddress())) as [string, string];
    const hand = pool.connect(await votedHand(trade.coop));
    for (const door of [one, two]) await hand.list(door, true);
    await deposit(scene, doors[0], lin);
    await deposit(scene, doors[1], su);
    expect([await asked(books, "balanceOf", vault), (await pool.tokenOf(one)).held, (await pool.tokenOf(two)).held]).to.deep.equal([2n * PUT, PUT, PUT]);
    await refused(pool.connect(lin.signer).withdraw(two, 1n, lin.address), pool, "PurseTooSmall", holderOf(lin), two, 0, 1);
    await refused(pool.connect(lin.signer).withdraw(one, PUT + 1n, lin.address), pool, "PurseTooSmall", holderOf(lin), one, PUT, PUT + 1n);
    await pool.connect(lin.signer).withdraw(one, PUT, lin.address);
    await pool.connect(su.signer).withdraw(two, PUT, su.address);
    expect(await asked(books, "balanceOf", vault)).to.equal(0n);
    await goodIsWhole(scene);
  });
});

/** A token with hooks, listed, which has 1,000 of itself in a purse of its own, and a thousand more to put in. */
async function hooked() {
  const scene = await opened();
  const { trade, lin, zhou, vault } = scene;
  const token = await tokenOf("Changing", "Hooked");
  const address = await token.getAddress();
  await trade.pool.connect(await votedHand(trade.coop)).list(address, true);
  const self = await walletOf(address, lin);
  await tell(token, "mint", [address, 2n * PUT]);
  await tell(token, "approve", [vault, MaxUint256], self.signer);
  await trade.pool.connect(self.signer).deposit(address, PUT);
  const offered = await trade.offers(zhou, { token: address, price: 100n, costs: [], quantity: 100n });
  return { ...scene, token, address, self: self as Trader, offered };
}
type HookedScene = Awaited<ReturnType<typeof hooked>>;

/** Every door, by name: the call, and the error that shuts it; "" where it is open to anyone at any time. */
async function doors({ trade, address, lin, offered, token }: HookedScene) {
  const { pool, market, commons } = trade;
  const [vault, stall, chest] = await Promise.all([pool, market, commons].map((contract) => contract.getAddress())) as [string, string, string];
  const of = (contract: BaseContract, name: string, values: readonly unknown[]): string => contract.interface.encodeFunctionData(name, values as never);
  const settlement = { order: `0x${"00".repeat(32)}`, project: 1, token: address, buyer: address, back: 1, surplus: 0, lines: [] };
  const guarded = "ReentrancyGuardReentrantCall";
  return [
    { to: vault, data: of(pool, "deposit", [address, 1]), error: guarded },
    { to: vault, data: of(pool, "depositWithPermit", [address, 1, 0, 27, `0x${"00".repeat(32)}`, `0x${"00".repeat(32)}`]), error: guarded },
    { to: vault, data: of(pool, "withdraw", [address, 1, lin.address]), error: guarded },
    { to: vault, data: of(pool, "drawOut", [PROJECT.mill, address, [], lin.address]), error: guarded },
    { to: vault, data: of(pool, "withdraw", [trade.address, 1, lin.address]), error: guarded },
    { to: vault, data: of(pool, "escrow", [address, address, 1]), error: "OnlyByMarket" },
    { to: vault, data: of(pool, "settle", [settlement]), error: "OnlyByMarket" },
    { to: vault, data: of(pool, "takeCapital", [address]), error: "OnlyByCommons" },
    { to: vault, data: of(pool, "list", [trade.address, false]), error: "OnlyByVote" },
    { to: vault, data: of(pool, "adopt", [lin.address, trade.address]), error: "" },
    { to: vault, data: of(pool, "divide", [PROJECT.mill, address, 8]), error: "" },
    { to: vault, data: of(pool, "draw", [[{ project: PROJECT.mill, token: address, member: 1, epochs: [] }]]), error: "" },
    { to: chest, data: of(commons, "pull", [address]), error: "" },
    { to: stall, data: of(market, "fund", [offered.offer, offered.signatures, "", 3]), error: "" },
    { to: vault, data: of(pool, "purseOf", [address, address]), error: "" },
    { to: await token.getAddress(), data: of(token, "balanceOf", [vault]), error: "" },
  ];
}

describe("A token with hooks", () => {
  for (const before of [true, false]) {
    for (const act of ["deposit", "withdraw"] as const) {
      it(`comes in again at no door through which tokens go, ${before ? "before" : "after"} it moves in a ${act}; and by the open ones nothing is gained`, async () => {
        const scene = await load(hooked);
        const { trade, token, address, self } = scene;
        const { pool } = trade;
        const tried = await doors(scene);
        await tell(token, "hook", [tried.map(({ to, data }) => ({ to, data })), before, false]);
        const done = act === "deposit" ? pool.connect(self.signer).deposit(address, PUT) : pool.connect(self.signer).withdraw(address, TAKEN, scene.lin.address);
        await done;
        const hooks = await token.queryFilter(token.filters["Hook"]!() as never);
        const told = hooks.map((log) => {
          const { success, answer } = (log as unknown as { args: { success: boolean; answer: string } }).args;
          return success ? "" : (pool.interface.parseError(answer)?.name ?? answer);
        });
        expect(told).to.deep.equal(tried.map(({ error }) => error));
        // One order of three units at 100 was funded on the way, out of the purse.
        const held = act === "deposit" ? 2n * PUT : PUT - TAKEN;
        expect(await Promise.all([pool.purseOf(address, address), pool.tokenOf(address).then((state) => state.held), asked(token, "balanceOf", scene.vault)])).to.deep.equal([held - 300n, held, held]);
        await goodIsWhole(scene);
      });
    }
  }

  it("that fails where it is not let in fails as a whole: no order stays that was paid with tokens that never came", async () => {
    const scene = await load(hooked);
    const { trade, token, address, self, offered } = scene;
    const { pool, market } = trade;
    const all = await doors(scene);
    const fund = all.find(({ to }) => to === trade.coop.record.contracts.market)!;
    await tell(token, "hook", [[fund, all[2]!].map(({ to, data }) => ({ to, data })), true, true]);
    await refused(pool.connect(self.signer).deposit(address, PUT), pool, "ReentrancyGuardReentrantCall");
    expect(await market.offerOf(await market.offerDigest(offered.offer))).to.deep.equal([0n, 0n, 0n, false, false]);
    // Twenty units cost the 1,000 in the purse and the 1,000 that are on their way, which the token then lets stray.
    const many = market.interface.encodeFunctionData("fund", [offered.offer, offered.signatures, "", 20n]);
    const stray = token.interface.encodeFunctionData("transfer", [scene.vault, 1n]);
    await tell(token, "mint", [address, 1n]);
    await tell(token, "hook", [[{ to: fund.to, data: many }, { to: address, data: stray }], true, true]);
    await refused(pool.connect(self.signer).deposit(address, PUT), pool, "TokenMovedOtherwise", address, PUT, PUT + 1n);
    expect(await Promise.all([pool.purseOf(address, address), trade.stageOf({ offer: offered.offer, buyer: address, quantity: 20n, place: 0 })])).to.deep.equal([PUT, ORDER.none]);
    await goodIsWhole(scene);
  });
});
