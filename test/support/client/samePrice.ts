// Holds the books of price and commons against every view of the contracts.
import { expect } from "chai";
import type { Ledger } from "#client/ledger.ts";
import type { Holder, MemberId, ProjectId, Token } from "#client/chain/ids.ts";
import { epochStart } from "#client/chain/epoch.ts";
import { accountOf, countedOf, dividendsOf, escrowOf, reserveGoneFrom, surplusTermsIn } from "#client/price/accounts.ts";
import { offerIdOf, orderIdIn, requestIdOf } from "#client/price/digest.ts";
import { splitSurplus } from "#client/price/math.ts";
import { orderStages } from "#client/price/types.ts";
import type { World } from "./world.ts";

const parted = (key: string): [ProjectId, Token, MemberId] => {
  const [project, token, member] = key.split(".");
  return [Number(project) as ProjectId, token as Token, Number(member ?? 0) as MemberId];
};

/** Purses, tokens, and what is in them all together. */
async function expectSamePurses(world: World, books: Ledger): Promise<void> {
  const sums = new Map<string, bigint>();
  for (const [key, purse] of books.price.purses) {
    const [holder, token] = key.split(".") as [Holder, Token];
    expect(await world.view("surplusPool", "purseOf", holder, token), `purse ${key}`).to.equal(purse);
    sums.set(token, (sums.get(token) ?? 0n) + purse);
  }
  for (const entries of books.price.entries.values())
    for (const token of new Set(entries.map((entry) => entry.token))) {
      const mine = entries.filter((entry) => entry.token === token);
      mine.forEach((entry, place) => expect(entry.balance, "a running balance").to.equal((mine[place - 1]?.balance ?? 0n) + entry.amount));
    }
  for (const { token, listed, held } of books.price.tokens.values()) {
    expect(await world.view("surplusPool", "tokenOf", token)).to.deep.equal([listed, held]);
    const rest = held - (sums.get(token) ?? 0n) - escrowOf(books, token) - inAccounts(books, token);
    // Dividends that were divided and are not drawn are the rest; rounding favours the pool.
    expect(rest >= 0n, `${token}: ${rest} left over`).to.equal(true);
    expect(rest, "divided and not drawn").to.equal(undrawn(books, token));
  }
}

/** Reserves, pockets, capital and arrivals. */
function inAccounts(books: Ledger, token: Token): bigint {
  let sum = books.price.capital.get(token) ?? 0n;
  for (const [key, { reserve, pocket, arrivals }] of books.price.accounts)
    if (key.endsWith(token)) sum += arrivals.reduce((all, { dividend, kept }) => all + dividend + kept, reserve + pocket);
  return sum;
}

function undrawn(books: Ledger, token: Token): bigint {
  let sum = 0n;
  for (const [key, { divisions }] of books.price.accounts) if (key.endsWith(token)) sum += divisions.reduce((all, { dividend, shares }) => (shares === 0n ? all : all + dividend), 0n);
  for (const [key, drawn] of books.price.drawn) if (key.includes(token)) sum -= drawn;
  return sum;
}

async function expectSameMarket(world: World, books: Ledger): Promise<void> {
  for (const { id, terms, filled, orders, reachedAt, cancelledAt } of books.price.offers.values()) {
    const state = { filled, orders: orders.length, reachedAt: reachedAt ?? 0, opened: true, cancelled: cancelledAt !== null };
    expect(await world.view("market", "offerOf", id)).to.deep.equal(state);
    expect(offerIdOf(terms, world.deployment)).to.equal(id);
  }
  for (const order of books.price.orders.values()) {
    const disputedIn = order.dispute ? orderStages.indexOf(order.dispute.stage) : 0;
    const state = { stage: orderStages.indexOf(order.stage), disputedIn, fundedAt: order.fundedAt, disputedAt: order.dispute?.at ?? 0, stars: order.rating?.stars ?? 0 };
    expect(await world.view("market", "orderOf", order.id)).to.deep.equal(state);
    expect(orderIdIn(order.offer, order.buyer, order.quantity, order.place)).to.equal(order.id);
  }
  for (const { id, terms, filled, cancelledAt } of books.price.requests.values()) {
    expect(await world.view("market", "requestOf", id)).to.deep.equal([filled, true, cancelledAt !== null]);
    expect(requestIdOf(terms, world.deployment)).to.equal(id);
  }
  for (const [holder, round] of books.price.rounds) expect(await world.view("market", "roundOf", holder)).to.equal(round);
  for (const [key, { named }] of books.price.sellers) expect(await world.view("market", "isNamedSeller", ...key.split(".").map(Number))).to.equal(named);
  for (const [project, epoch] of books.price.clocksEnd) expect(await world.view("market", "clocksEnd", project)).to.equal(BigInt(epochStart(books.clock.genesis, epoch)));
}

async function expectSameSurplus(world: World, books: Ledger, now: number): Promise<void> {
  for (const { project, order, epoch, rebate, dividend, commons, capital, reserve } of books.price.surpluses)
    expect({ rebate, dividend, commons, capital, reserve }).to.deep.equal(splitSurplus(books.price.orders.get(order)!.end!.surplus, surplusTermsIn(books, project, epoch)));
  for (const key of books.price.accounts.keys()) {
    const [project, token] = parted(key);
    const mine = accountOf(books, project, token);
    const theirs = await world.view<{ accumulator: bigint; through: number; reserve: bigint; remainder: bigint; pocket: bigint }>("surplusPool", "accountOf", project, token);
    const { accumulator, reserve, remainder, pocket } = theirs;
    expect({ accumulator, reserve, remainder, pocket }, `account ${key}`).to.deep.equal({ accumulator: mine.accumulator, reserve: mine.reserve, remainder: mine.remainder, pocket: mine.pocket });
    for (const { epoch, dividend, kept } of mine.arrivals) expect(await world.view("surplusPool", "arrivedIn", project, token, epoch)).to.deep.equal([dividend, kept]);
    for (const { epoch, accumulator: then } of mine.divisions) expect(await world.view("surplusPool", "accumulatorAt", project, token, epoch)).to.equal(then);
    expect(await world.view("surplusPool", "reserveGoneFrom", project)).to.equal(BigInt(reserveGoneFrom(books, project) ?? 0));
    for (const member of [0, ...books.people.members.keys()] as MemberId[]) {
      const counted = countedOf(books, project, token, member);
      expect(await world.view("surplusPool", "countedOf", project, token, member)).to.deep.equal([counted.shares, counted.debt]);
      for (const [epoch, lot] of counted.lots) expect(await world.view("surplusPool", "countedLot", project, token, member, epoch)).to.equal(lot);
      await expectOwed(world, books, project, token, member, now);
    }
  }
  for (const [token, capital] of books.price.capital) expect(await world.view("surplusPool", "capitalOf", token)).to.equal(capital);
  for (const [token, capital] of books.commons.capital) expect(await world.view("commonsPool", "capitalOf", token)).to.equal(capital);
}

/** What a draw would give is what the client says is owed. */
async function expectOwed(world: World, books: Ledger, project: ProjectId, token: Token, member: MemberId, now: number): Promise<void> {
  const { owed, uncounted } = dividendsOf(books, project, token, member, now);
  const [amount] = await world.simulate<readonly bigint[]>("surplusPool", "draw", [{ project, token, member, epochs: uncounted }]);
  expect(amount, `owed to ${member} of ${project}`).to.equal(owed);
}

/** Every view of Market, SurplusPool and CommonsPool says what the books say. */
export async function expectSamePrice(world: World, books: Ledger): Promise<void> {
  const now = await world.now();
  await expectSamePurses(world, books);
  await expectSameMarket(world, books);
  await expectSameSurplus(world, books, now);
}
