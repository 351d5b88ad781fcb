import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { createPublicClient, http, type PublicClient } from "viem";
import { parseDeployment } from "#client/chain/deployment.ts";
import { epochOf } from "#client/chain/clock.ts";
import { COOPERATIVE, type MemberId, type ProjectId } from "#client/chain/ids.ts";
import type { Ledger } from "#client/ledger.ts";
import { allDividendsOf, purseOf } from "#client/price/accounts.ts";
import { dividendSources } from "#client/price/dividendSources.ts";
import { holderOfMember } from "#client/price/holders.ts";
import { flowMap, industryMap, projectTrade, tradeOf } from "#client/price/trade.ts";
import { readLedger } from "#client/read.ts";
import { creditedClaims, creditEnds } from "#client/value/credited.ts";
import { valueFlows } from "#client/value/flows.ts";
import { shareStatements } from "#client/value/shareStatement.ts";
import { layOut } from "../../../frontend/features/price/ledgers/layout.ts";
import { type Chain, startChain, tellSeed } from "../../../scripts/dev/chain.ts";
import { freshFolder, type Ran } from "../../support/coop.ts";
import { runInside } from "../../support/coopInside.ts";

const ALL = [0, Number.MAX_SAFE_INTEGER] as const;
const EVER = { from: 0, until: Number.MAX_SAFE_INTEGER };
const LIN = 1 as MemberId;
const LUO = 8 as MemberId;
const MILL = 1 as ProjectId;

describe("The ledgers of the practice cooperative", function () {
  this.timeout(180_000);
  let chain: Chain;
  let place: ReturnType<typeof freshFolder>;
  let record: object;
  let client: PublicClient;

  const ask = (method: string, params: unknown[] = []): Promise<string> => client.request({ method, params } as never);
  const books = async (): Promise<{ ledger: Ledger; now: number }> => ({ ledger: (await readLedger(client, parseDeployment(record))).ledger, now: Number((await client.getBlock()).timestamp) });
  const ok = async (...args: string[]): Promise<Ran> => {
    const ran = await runInside([...args, "--deployment", "record.json"], place.folder);
    expect(ran.exit, ran.stderr).to.equal(0);
    return ran;
  };

  before(async () => {
    chain = await startChain(28_785);
    const { deployment, seats } = await tellSeed(chain.url, () => undefined);
    record = { ...deployment, rpc: chain.url, seats };
    client = createPublicClient({ transport: http(chain.url) });
    place = freshFolder();
    writeFileSync(join(place.folder, "record.json"), JSON.stringify(record));
  });
  after(async () => {
    place.drop();
    await chain.close();
  });

  describe("as pages draw them", () => {
    it("lead every unit of value in force to shares, over the budget or over a limit, project by project, and no further", async () => {
      const { ledger } = await books();
      for (const span of [ALL, [0, 0], [1, 1], [2, 2], [3, 3]] as (readonly [number, number])[]) {
        const [{ earned }, { ends, issued, credit }] = [valueFlows(ledger, ...span), creditEnds(ledger, ...span)];
        for (const project of ledger.work.projects.keys()) {
          const sum = (list: readonly { readonly project: ProjectId; readonly amount: bigint }[]) => list.filter((one) => one.project === project).reduce((all, { amount }) => all + amount, 0n);
          expect(sum(ends), `project ${project}, epochs ${span}`).to.equal(sum(earned.map(({ project: of, value }) => ({ project: of, amount: value }))));
        }
        expect(issued <= credit).to.equal(true);
        expect(creditedClaims(ledger, ...span).reduce((all, { inForce }) => all + inForce, 0n)).to.equal(earned.reduce((all, { value }) => all + value, 0n));
      }
    });

    it("give each dividend as a sum of orders' surpluses, and draws and debts together come to them, but for a smallest unit a division", async () => {
      const { ledger, now } = await books();
      let found = 0;
      for (const member of ledger.people.members.keys())
        for (const { project, token, owed, drawn } of allDividendsOf(ledger, member, now)) {
          const sources = dividendSources(ledger, project, token, member, now);
          for (const { dividend, surpluses, amount, mine, all } of sources) {
            expect(surpluses.reduce((sum, { part }) => sum + part, 0n)).to.equal(dividend);
            expect(amount).to.equal((dividend * mine) / all);
          }
          const told = sources.reduce((sum, { amount }) => sum + amount, 0n);
          expect(owed + drawn - told >= 0n && owed + drawn - told <= BigInt(sources.length), `${member} in ${project}: ${owed} + ${drawn} against ${told}`).to.equal(true);
          found += sources.length;
        }
      expect(found).to.be.greaterThan(3);
    });

    it("state a member's shares so that opening and drawn are the closing, which is what the chain holds", async () => {
      const { ledger } = await books();
      const middle = ledger.clock.genesis + 60 * 86_400;
      for (const member of ledger.people.members.keys())
        for (const whole of shareStatements(ledger, member, EVER)) {
          const [early] = shareStatements(ledger, member, { from: 0, until: middle }, whole.project);
          const [late] = shareStatements(ledger, member, { from: middle, until: EVER.until }, whole.project);
          expect([whole.opening, whole.closing]).to.deep.equal([0n, ledger.value.shares.get(`${whole.project}.${member}`)]);
          expect(late!.opening).to.equal(early?.closing ?? 0n);
          expect(late!.opening + late!.drawn).to.equal(whole.closing);
        }
    });

    it("count every order in one industry and one flow, and the time from order to arrival by its median", async () => {
      const { ledger, now } = await books();
      const all = tradeOf(ledger, [...ledger.price.orders.values()]);
      const orders = (list: readonly { readonly trade: { readonly orders: number } }[]) => list.reduce((sum, { trade }) => sum + trade.orders, 0);
      expect([orders(industryMap(ledger, now)), orders(flowMap(ledger, now))]).to.deep.equal([all.orders, all.orders]);
      expect(industryMap(ledger, now).flatMap(({ projects }) => projects)).not.to.include(COOPERATIVE);
      const { medianSpan, starTenths, ratings } = projectTrade(ledger, MILL);
      expect(ratings).to.be.greaterThan(2);
      expect(starTenths).to.be.within(10, 50);
      const spans = [...ledger.price.orders.values()].filter(({ offer }) => ledger.price.offers.get(offer)!.terms.project === MILL).flatMap((order) => {
        const arrived = order.deliveredAt ?? (order.end?.stage === "accepted" ? order.end.at : null);
        return arrived === null ? [] : [arrived - order.fundedAt];
      });
      expect(spans.filter((span) => span <= medianSpan!).length).to.be.at.least(spans.length / 2);
      expect(spans.filter((span) => span >= medianSpan!).length).to.be.at.least(spans.length / 2);
    });

    it("are drawn to one scale, and a bar is as high as the bands that meet it", () => {
      const bands = [["a", "p", 300n], ["b", "p", 100n], ["b", "q", 50n], ["p", "x", 390n], ["p", "y", 10n], ["q", "x", 50n]].map(([from, to, amount]) => ({ from, to, amount })) as { from: string; to: string; amount: bigint }[];
      const nodes = [["a", 0], ["b", 0], ["p", 1], ["q", 1], ["x", 2], ["y", 2]].map(([id, column]) => ({ id, column })) as { id: string; column: number }[];
      const drawn = layOut(nodes, bands, { tall: 450, slot: 40, gap: 8 });
      const bar = (id: string) => drawn.nodes.find((node) => node.id === id)!;
      expect(drawn.nodes.map(({ id, height }) => [id, Math.round(height * 1_000) / 1_000])).to.deep.equal([["a", 300], ["b", 150], ["p", 400], ["q", 50], ["x", 440], ["y", 10]]);
      for (const { from, to, y0, y1, width } of drawn.bands)
        for (const [id, middle] of [[from, y0], [to, y1]] as const) {
          expect(middle - width / 2, id).to.be.at.least(bar(id).y - 1e-9);
          expect(middle + width / 2, id).to.be.at.most(bar(id).y + bar(id).height + 1e-9);
        }
      // Of one column no bar lies upon another, and labels have their room.
      for (const [one, next] of [["a", "b"], ["p", "q"], ["x", "y"]] as const) expect(bar(next).y + bar(next).height / 2 - (bar(one).y + bar(one).height / 2)).to.be.at.least(40);
    });
  });

  describe("on the command line", () => {
    it("tell a purse by number or address, and what somebody mistyped", async () => {
      const { ledger } = await books();
      const [token] = [...ledger.price.tokens.keys()];
      const { stdout } = await ok("purse", String(LUO), "--json");
      expect(JSON.parse(stdout)).to.deep.equal({ holder: holderOfMember(LUO), purse: [{ token, amount: String(purseOf(ledger, holderOfMember(LUO), token!)) }] });
      expect((await ok("purse", ledger.people.members.get(LUO)!.key)).stdout).to.equal((await ok("purse", String(LUO))).stdout);
      for (const args of [[], ["999"], ["nobody"], ["1", "2"]]) expect((await runInside(["purse", ...args, "--deployment", "record.json"], place.folder)).exit, args.join()).to.equal(2);
    });

    it("state a purse as CSV whose lines lead from opening to closing, and the closing is what the purse holds", async () => {
      const { ledger } = await books();
      const [token] = [...ledger.price.tokens.keys()];
      const { stdout } = await ok("statement-of", "member", String(LUO), "--csv");
      const rows = stdout.trim().split("\r\n").map((line) => line.split(",")).filter(([title]) => title!.startsWith("purse"));
      const micro = (text: string) => { const [whole, rest = ""] = text.split("."); return BigInt(whole! + rest.padEnd(6, "0")); };
      const [, opening, ...lines] = rows;
      const closing = lines.pop()!;
      expect(lines).to.have.length(ledger.price.entries.get(holderOfMember(LUO))!.length);
      expect([micro(opening![4]!), micro(closing[4]!)]).to.deep.equal([0n, purseOf(ledger, holderOfMember(LUO), token!)]);
      let balance = 0n;
      for (const line of lines) expect(micro(line[4]!), line.join()).to.equal((balance += micro(line[3]!)));
      const first = await ok("statement-of", "member", String(LUO), "--csv", "--epoch", "1");
      const second = await ok("statement-of", "member", String(LUO), "--csv", "--epoch", "2");
      const cells = (ran: Ran, word: string) => ran.stdout.split("\r\n").find((line) => line.startsWith("purse") && line.includes(`,${word},`))!.split(",")[4];
      expect(cells(second, "opening")).to.equal(cells(first, "closing"));
      expect((await runInside(["statement-of", "member", "1", "--from", "2026-02-30x", "--deployment", "record.json"], place.folder)).exit).to.equal(2);
      expect((await ok("statement-of", "project", String(MILL), "--lang", "zh")).stdout).to.include("项目公积").and.include("订单的盈余");
    });

    it("list what can be ordered, and tell an order by the first digits of its number", async () => {
      const { ledger } = await books();
      const { offers, requests } = JSON.parse((await ok("market", "list", "--json")).stdout) as { offers: { id: `0x${string}`; left: string }[]; requests: object[] };
      expect(offers.length).to.be.greaterThan(1);
      expect(requests).to.have.length(2);
      for (const { id, left } of offers) expect(BigInt(left)).to.equal(ledger.price.offers.get(id as never)!.terms.quantity - ledger.price.offers.get(id as never)!.filled);
      const order = [...ledger.price.orders.values()].find(({ stage }) => stage === "disputed")!;
      const told = (await ok("market", "order", order.id.slice(2, 14))).stdout;
      expect(told).to.include(order.id).and.include(": disputed").and.include("the dispute ends by its stage");
      expect((await ok("market", "offer", order.offer)).stdout).to.include("surplus").and.include("for transport");
      expect((await runInside(["market", "order", "0xffffffffff", "--deployment", "record.json"], place.folder)).exit).to.equal(2);
      expect((await runInside(["market", "order", "0x", "--deployment", "record.json"], place.folder)).exit).to.equal(2);
    });

    it("draw every dividend into its owner's purse, once, and then divide what is left to divide", async () => {
      const before = await books();
      const [token] = [...before.ledger.price.tokens.keys()];
      const due = new Map([...before.ledger.people.members.keys()].map((member) => [member, allDividendsOf(before.ledger, member, before.now).reduce((sum, { owed }) => sum + owed, 0n)] as const));
      expect(due.get(LIN)! > 0n).to.equal(true);
      expect((await ok("draw-dividends")).stdout).to.include("Qingxi");
      const after = await books();
      for (const [member, amount] of due) expect(purseOf(after.ledger, holderOfMember(member), token!) - purseOf(before.ledger, holderOfMember(member), token!), `member ${member}`).to.equal(amount);
      expect((await ok("draw-dividends")).stdout).to.include("no dividends to draw");
      // Two epochs on there is more to divide, where shares are closed.
      await ask("evm_increaseTime", [String(60 * 86_400)].map(Number));
      await ask("evm_mine");
      expect(epochOf((await books()).ledger, (await books()).now)).to.be.greaterThan(epochOf(before.ledger, before.now));
      await ok("divide");
      expect((await ok("divide")).stdout).to.include("nothing to divide");
    });
  });
});
