import { expect } from "chai";
import { MaxUint256 } from "ethers";
import type { Address, Hex } from "viem";
import { EPOCH } from "#client/chain/epoch.ts";
import { tokenOf, type Token } from "#client/chain/ids.ts";
import { applyEvents, emptyLedger, type Ledger } from "#client/ledger.ts";
import { chain, load } from "../../support/chain.ts";
import { found, PROJECT, type Cooperative } from "../../support/cooperative.ts";
import { type Player, playerHolder, type PriceAct, PriceHistory } from "../../support/client/priceHistory.ts";
import { Random, specSeed } from "../../support/client/random.ts";
import { expectSamePrice } from "../../support/client/samePrice.ts";
import { World } from "../../support/client/world.ts";
import { keyOf, type Person } from "../../support/people.ts";
import { openMarket, type Trade } from "../../support/trade.ts";
import { votedHand } from "../../support/voted.ts";

const STEPS = Number(process.env.GONGSHENG_PRICE_STEPS ?? 700);

async function twoMarkets() {
  const coop = await found({ members: 6 });
  return { coop, trades: [await openMarket(coop), await openMarket(coop)] };
}

const playerOf = (person: Person, id: number): Player => ({
  id,
  address: person.address as Address,
  holder: playerHolder(id, person.address),
  signs: async ({ domain, types, message }) => (await keyOf(person).signTypedData(domain as never, types as never, message as never)) as Hex,
});

/** Everybody has money in the key, and the pool may take it. */
async function endow(coop: Cooperative, trades: readonly Trade[]): Promise<void> {
  for (const { token } of trades)
    for (const { address, signer } of [...coop.all, coop.stranger]) {
      await token.mint(address, 10n ** 12n);
      await token.connect(signer).approve(coop.record.contracts.surplusPool, MaxUint256);
    }
}

/** Shares come about in each epoch: someone records, two attest; what is final is drawn by some. */
async function earn(coop: Cooperative, random: Random): Promise<void> {
  const [by, ...others] = random.some(coop.all, 3);
  const project = random.one([PROJECT.mill, PROJECT.cooperative]);
  await coop.allEnrol(others, project).catch(() => undefined);
  const rec = await coop.records(by!, { project, quantity: random.whole(1, 30) });
  for (const other of coop.all) if (other !== by) await coop.attests(other, rec, rec.quantity).catch(() => undefined);
}

async function drawShares(coop: Cooperative, books: Ledger, random: Random): Promise<void> {
  const epoch = await coop.epoch();
  for (const [project, epochs] of books.work.creditedEpochs)
    for (const credited of epochs.filter((one) => one + 2 <= epoch))
      for (const person of coop.all) if (random.part() < 0.7) await coop.draws(person, credited, project).catch(() => undefined);
}

/** Where the price went is what was reckoned before, to the last unit. */
function expectEnded(books: Ledger, { order, ending }: NonNullable<PriceAct["ends"]>): void {
  const { back, surplus, lines } = books.price.orders.get(order)!.end!;
  const paid = ({ lines: all }: Pick<typeof ending, "lines">) => all.filter(({ amount }) => amount > 0n);
  expect({ back, surplus, lines: paid({ lines }) }).to.deep.equal({ back: ending.back, surplus: ending.surplus, lines: paid(ending) });
}

/** What a vote decides now and then. */
async function decide({ pool, timelock, parameters }: Cooperative, hand: Awaited<ReturnType<typeof votedHand>>, random: Random, tokens: readonly Token[]): Promise<void> {
  const to = `0x${"00".repeat(19)}0${random.whole(1, 6)}`;
  const cause = random.hash();
  const amount = 1n + random.big(2_000_000n);
  expect(await timelock.getAddress()).to.equal(hand.address);
  const { set } = parameters.connect(hand) as unknown as { set: (parameter: number, value: number) => Promise<unknown> };
  const [parameter, least, most] = random.one([[6, 40, 60], [7, 10, 30], [8, 0, 50], [9, 2, 6], [10, 7, 28]] as const);
  if (random.part() < 0.6) await set(parameter, random.whole(least, most));
  if (random.part() < 0.5) await pool.connect(hand).spendReserve(1, tokens[0]!, to, amount, cause).catch(() => undefined);
  else await pool.connect(hand).spendPocket(1, tokens[0]!, to, amount, cause).catch(() => undefined);
}

describe("The books of price follow from the log alone", () => {
  it(`after ${STEPS} random acts they say what every view of market, pool and commons says, and foretold what could be done`, async function () {
    this.timeout(600_000);
    const random = new Random(specSeed);
    const { coop, trades } = await load(twoMarkets);
    await endow(coop, trades);
    const hand = await votedHand(coop);
    const tokens = trades.map(({ address }) => tokenOf(address));
    const world = new World(coop.record);
    const players = [...coop.all.map((person) => playerOf(person, person.id)), playerOf(coop.stranger, 0)];
    const history = new PriceHistory(random, world.deployment, players, tokens);
    const { time } = chain.networkHelpers;
    const [done, refused] = [new Map<string, number>(), new Map<string, number>()];
    for (let step = 0; step < STEPS; step++) {
      const books = await world.read();
      const leap = step % 60 === 59 ? EPOCH : step % 9 === 8 ? random.whole(1, 12) * 86_400 : random.one([1, 60, 3_600, 30_000]);
      const now = (await world.now()) + leap;
      const act = await history.next(books, now);
      await time.setNextBlockTimestamp(now);
      const refusal = await world.attempt(act.intent, act.by.address);
      if (act.allowed !== undefined) expect(refusal === null, `step ${step}: ${act.verb} by ${act.by.id}: ${refusal} (seed ${specSeed})`).to.equal(act.allowed);
      if (act.refusal !== undefined) expect(refusal, `step ${step}: ${act.verb} by ${act.by.id} (seed ${specSeed})`).to.equal(act.refusal);
      if (act.ends && refusal === null) expectEnded(await world.read(), act.ends);
      const count = refusal === null ? done : refused;
      count.set(refusal ?? act.verb, (count.get(refusal ?? act.verb) ?? 0) + 1);
      if (step % 20 === 19) await earn(coop, random);
      if (step % 60 === 0) await drawShares(coop, books, random);
      if (step % 50 === 49) await decide(coop, hand, random, tokens);
      if (step === Math.floor(STEPS / 2)) await expectSamePrice(world, await world.read());
    }
    await time.increase(3 * EPOCH);
    const books = await world.read();
    await expectSamePrice(world, books);
    expect(applyEvents(emptyLedger(books.clock.genesis, books.price.commonsPurse), books.timeline)).to.deep.equal(books);
    if (process.env.GONGSHENG_PRICE_STEPS) console.log(Object.fromEntries(done), Object.fromEntries(refused), `${books.timeline.length} events`);
    expect([...done.keys()]).to.include.members(["deposit", "fund", "answer", "ship", "deliver", "accept", "refund", "dispute", "split", "arbitrate", "rate", "draw", "divide", "pull", "withdraw", "cancelOffer"]);
  });
});
