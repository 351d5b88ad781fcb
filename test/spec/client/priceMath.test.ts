import { expect } from "chai";
import type { Holder, MemberId, OrderId, ProjectId, Token } from "#client/chain/ids.ts";
import { emptyLedger, type Ledger } from "#client/ledger.ts";
import { holderOfMember } from "#client/price/holders.ts";
import { tenthLeft } from "#client/price/accounts.ts";
import { addDebt, advance, costPerUnit, divideOver, endOrder, leastSurplus, linesFromSum, owed, splitSurplus, surplusPerUnit } from "#client/price/math.ts";
import { csvOf, epochSpan, projectStatement, purseStatement, statementRows } from "#client/price/statement.ts";
import type { CostLine, PurseEntry, Surplus } from "#client/price/types.ts";
import { Random, specSeed } from "../../support/client/random.ts";

const random = new Random(specSeed);
const times = (count: number, what: () => void): void => void Array.from({ length: count }, what);
const payee = holderOfMember(5 as MemberId);
const costLines = (most: bigint): CostLine[] => Array.from({ length: random.whole(0, 8) }, () => ({ to: payee, keyEpoch: 0, flow: "goods", amount: random.big(most) }));

describe("A surplus", () => {
  it("of 100 is parted 12 to the buyer, 28 over shares, 6 and 14 to the commons, and 40 to the reserve", () => {
    const terms = { reservePercent: 40, commonsPercent: 20, rebatePercent: 30, commonsTwelfths: 4 };
    expect(splitSurplus(100n, terms)).to.deep.equal({ rebate: 12n, dividend: 28n, commons: 6n, capital: 14n, reserve: 40n });
    expect(splitSurplus(7n, terms)).to.deep.equal({ rebate: 0n, dividend: 2n, commons: 0n, capital: 1n, reserve: 4n });
  });

  it("is its parts exactly, whatever a vote decides, and never less than two fifths reserve", () => {
    times(5_000, () => {
      const surplus = random.big(1n << 112n);
      const parts = splitSurplus(surplus, { reservePercent: random.whole(40, 60), commonsPercent: random.whole(10, 30), rebatePercent: random.whole(0, 50), commonsTwelfths: random.whole(2, 6) });
      expect(Object.values(parts).reduce((sum, part) => sum + part, 0n)).to.equal(surplus);
      expect(parts.reserve * 10n >= surplus * 4n).to.equal(true);
    });
  });

  it("of a unit must be the charter's part of the price, rounded up", () => {
    expect([leastSurplus(10n, 20), leastSurplus(11n, 20), leastSurplus(1n, 5), leastSurplus(100n, 50)]).to.deep.equal([2n, 3n, 1n, 50n]);
    expect([surplusPerUnit(10n, [{ amount: 4n }]), surplusPerUnit(10n, [{ amount: 14n }])]).to.deep.equal([6n, 0n]);
  });
});

describe("An order's end", () => {
  it("pays cost lines in proportion, and what rounding leaves is the buyer's", () => {
    const costs: CostLine[] = [{ to: payee, keyEpoch: 0, flow: "goods", amount: 3n }, { to: payee, keyEpoch: 0, flow: "transport", amount: 4n }];
    expect(endOrder(10n, costs, 1n, 0n)).to.deep.include({ back: 0n, surplus: 3n });
    // 5 of 7 are kept: 15/7 → 2 and 20/7 → 2; one unit is left, and goes back.
    const half = endOrder(10n, costs, 1n, 5n);
    expect([half.back, half.surplus, half.lines.map(({ amount }) => amount)]).to.deep.equal([6n, 0n, [2n, 2n]]);
    expect(endOrder(10n, costs, 1n, 10n)).to.deep.equal({ back: 10n, surplus: 0n, lines: [] });
  });

  it("is its price exactly, and its lines follow from what the log tells", () => {
    times(5_000, () => {
      const costs = costLines(random.one([3n, 50n, 1n << 40n]));
      const quantity = 1n + random.big(20n);
      const price = (costPerUnit(costs) + random.big(random.one([2n, 1n << 41n])) + 1n) * quantity;
      const { back, surplus, lines } = endOrder(price, costs, quantity, random.one([0n, price, random.big(price + 1n)]));
      const paid = lines.reduce((sum, { amount }) => sum + amount, 0n);
      expect(back + surplus + paid).to.equal(price);
      const told = linesFromSum(costs, quantity, price - back - surplus);
      expect(told.filter(({ amount }) => amount > 0n)).to.deep.equal(lines.filter(({ amount }) => amount > 0n));
    });
  });

  it("does not make up lines that come to no sum", () => {
    expect(() => linesFromSum([{ to: payee, keyEpoch: 0, flow: "goods", amount: 3n }], 1n, 9n)).to.throw(RangeError);
  });
});

describe("Dividends", () => {
  it("are never more than was divided, less by at most one unit for each holder, and do not depend on when they are drawn", () => {
    times(500, () => {
      const holders = Array.from({ length: random.whole(1, 9) }, () => 1n + random.big(1n << 40n));
      const total = holders.reduce((sum, shares) => sum + shares, 0n);
      const start = (1n << 192n) - random.big(1n << 70n); // around the ring
      let [accumulator, carried, divided] = [start, 0n, 0n];
      const drawn = holders.map((shares) => ({ shares, debt: addDebt(0n, shares, start), got: 0n }));
      const draw = (one: (typeof drawn)[number]): void => {
        const { amount, paid } = owed(one.shares, accumulator, one.debt);
        one.got += amount;
        one.debt = paid;
      };
      times(random.whole(1, 9), () => {
        const amount = random.big(1n << 90n);
        divided += amount;
        const { step, left } = divideOver(amount, carried, total);
        [accumulator, carried] = [advance(accumulator, step), left];
        for (const one of drawn) if (random.part() < 0.4) draw(one);
      });
      drawn.forEach(draw);
      const sum = drawn.reduce((all, { got }) => all + got, 0n);
      expect(sum <= divided && divided - sum <= BigInt(holders.length) + 1n, `${divided - sum} left`).to.equal(true);
      drawn.forEach(({ shares, got }) => expect(got).to.equal(owed(shares, accumulator, addDebt(0n, shares, start)).amount));
    });
  });

  it("leave a tenth of a reserve to spend in an epoch, whatever went before in it", () => {
    expect([tenthLeft(1_000n, 0n), tenthLeft(900n, 100n), tenthLeft(950n, 50n), tenthLeft(9n, 0n), tenthLeft(0n, 50n)]).to.deep.equal([100n, 0n, 50n, 0n, 0n]);
  });
});

describe("A statement", () => {
  const token = `0x${"a1".repeat(20)}` as Token;
  const order = `0x${"01".repeat(32)}` as OrderId;
  const tx = `0x${"02".repeat(32)}` as const;
  const genesis = 1_000_000;
  const holder = payee;
  const entry = (at: number, amount: bigint, balance: bigint, reason: PurseEntry["reason"]): PurseEntry => ({ holder, token, reason, amount, balance, at, tx, logIndex: 0 });
  const surplus = (at: number, reserve: bigint): Surplus => ({ project: 1 as ProjectId, token, order, epoch: 0, rebate: 1n, dividend: 5n, commons: 2n, capital: 3n, reserve, at, tx });
  const entries = [entry(1_000_100, 50n, 50n, { is: "deposit" }), entry(1_000_200, -30n, 20n, { is: "escrow", order }), entry(1_000_300, 4n, 24n, { is: "rebate", order }), entry(1_000_400, -24n, 0n, { is: "withdrawal", to: token })];
  const empty = emptyLedger(genesis);
  const books: Ledger = {
    ...empty,
    price: {
      ...empty.price,
      entries: new Map<Holder, readonly PurseEntry[]>([[holder, entries]]),
      surpluses: [surplus(1_000_100, 40n), surplus(1_000_200, 60n)],
      spendings: [{ project: 1 as ProjectId, token, to: holder, amount: 7n, cause: order, fromPocket: false, at: 1_000_300, tx }],
    },
  };

  it("of a purse opens, tells what came and went by source, and closes, exactly; its span begins with its first second and ends before its last", () => {
    const { opening, came, went, closing, lines } = purseStatement(books, holder, token, { from: 1_000_200, until: 1_000_400 });
    expect({ opening, came, went, closing }).to.deep.equal({ opening: 50n, came: { rebate: 4n }, went: { escrow: 30n }, closing: 24n });
    expect(lines).to.have.length(2);
    expect(purseStatement(books, holder, token, { from: 1_000_400, until: 1_000_401 })).to.deep.include({ opening: 24n, closing: 0n });
    expect(purseStatement(books, holder, token, { from: 0, until: 5 })).to.deep.include({ opening: 0n, closing: 0n });
  });

  it("of a project tells each account by itself", () => {
    const span = epochSpan(genesis, 0, 0);
    const reserve = projectStatement(books, 1 as ProjectId, token, "reserve", span);
    expect({ came: reserve.came, went: reserve.went, closing: reserve.closing }).to.deep.equal({ came: { arrived: 100n }, went: { spent: 7n }, closing: 93n });
    expect(projectStatement(books, 1 as ProjectId, token, "dividend", span).closing).to.equal(10n);
    expect(projectStatement(books, 0 as ProjectId, token, "dividend", span).closing).to.equal(4n);
    expect(projectStatement(books, 0 as ProjectId, token, "capital", span).closing).to.equal(6n);
    expect(projectStatement(books, 0 as ProjectId, token, "reserve", span).closing).to.equal(0n);
  });

  it("is written as rows that a spreadsheet reads and runs nothing of", () => {
    const rows = statementRows(purseStatement(books, holder, token, { from: 0, until: 2_000_000 }), {
      heads: ["time", "reason", "amount", "balance", "transaction"], opening: "opening", closing: "=1+1", reason: ({ is }) => `${is}, "so"`, time: String, decimals: 1,
    });
    const csv = csvOf(rows);
    expect(csv).to.include('1000200,"escrow, ""so""",-3,2,0x02').and.to.include("'=1+1").and.to.include("\r\n");
    for (const text of ["+1 2", "-x", "@a", "\tb", " =c", "＝d"]) expect(csvOf([[text]])).to.match(/^"?'/);
    for (const text of ["-12.5", "12", "words"]) expect(csvOf([[text]])).to.equal(`${text}\r\n`);
  });
});
