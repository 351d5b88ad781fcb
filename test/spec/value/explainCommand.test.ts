import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { createPublicClient, http } from "viem";
import { parseDeployment } from "#client/chain/deployment.ts";
import { NOBODY } from "#client/chain/ids.ts";
import type { Ledger } from "#client/ledger.ts";
import { readLedger } from "#client/read.ts";
import { sharesOf } from "#client/value/lots.ts";
import { mayBeRound } from "#client/value/whatIfRound.ts";
import { type Chain, startChain, tellSeed } from "../../../scripts/dev/chain.ts";
import { freshFolder, type Ran, runCoop } from "../../support/coop.ts";
import { runInside } from "../../support/coopInside.ts";

describe("The command line, explaining and supposing", function () {
  this.timeout(120_000);
  let chain: Chain;
  let place: ReturnType<typeof freshFolder>;
  let books: Ledger;
  let now: number;
  let head: bigint;

  before(async () => {
    chain = await startChain(28_755);
    place = freshFolder();
    const { deployment, seats, evidence } = await tellSeed(chain.url, () => undefined);
    writeFileSync(join(place.folder, "record.json"), JSON.stringify({ ...deployment, rpc: chain.url, seats }));
    mkdirSync(join(place.folder, "evidence"));
    for (const [name, text] of evidence) writeFileSync(join(place.folder, "evidence", name), text);
    const client = createPublicClient({ transport: http(chain.url) });
    books = (await readLedger(client, parseDeployment(JSON.parse(JSON.stringify(deployment))))).ledger;
    head = await client.getBlockNumber();
    now = Number((await client.getBlock({ blockTag: "pending" })).timestamp);
  });
  after(async () => {
    await chain.close();
    place.drop();
  });

  const coop = (...args: string[]): Promise<Ran> => runInside([...args, "--deployment", "record.json"], place.folder);
  const ok = async (...args: string[]): Promise<string> => {
    const ran = await coop(...args);
    expect(ran.exit, ran.stderr).to.equal(0);
    return ran.stdout;
  };
  const json = async (...args: string[]) => JSON.parse(await ok(...args, "--json"));

  describe("coop explain", () => {
    it("takes every holder's shares in every project apart, each level to the unit", async () => {
      for (const project of books.work.projects.keys())
        for (const holder of [NOBODY, ...books.people.members.keys()]) {
          const why = await json("explain", String(holder), String(project));
          expect(BigInt(why.shares)).to.equal(sharesOf(books, project, holder));
          const total = (list: { [key: string]: string }[], key: string): bigint => list.reduce((sum, one) => sum + BigInt(one[key]!), 0n);
          expect(total(why.lots, "shares")).to.equal(BigInt(why.shares));
          for (const { direct, issue } of why.lots) {
            if (!direct) continue;
            expect(total(direct.records, "part")).to.equal(BigInt(direct.earned));
            expect(BigInt(direct.shares) * BigInt(direct.total) + BigInt(direct.rest)).to.equal(BigInt(direct.credit) * BigInt(direct.issued));
            expect(BigInt(issue.direct) + BigInt(issue.batchPart)).to.equal(BigInt(issue.total));
          }
        }
    });

    it("keeps its keys", async () => {
      const why = await json("explain", "1", "1");
      expect(Object.keys(why)).to.deep.equal(["project", "holder", "at", "shares", "drawable", "open", "lots", "pending", "leaves", "unread"]);
      const lot = why.lots.find((one: { direct: unknown }) => one.direct !== null);
      expect(Object.keys(lot)).to.deep.equal(["epoch", "shares", "issue", "direct", "leaves"]);
      expect(Object.keys(lot.issue)).to.deep.equal(["budget", "stop", "direct", "batches", "batchPart", "total", "issued", "closed"]);
      expect(Object.keys(lot.direct)).to.deep.equal(["state", "finalAt", "earned", "stop", "overStop", "credit", "issued", "total", "shares", "rest", "records"]);
      expect(Object.keys(lot.direct.records[0])).to.deep.equal([
        "id", "by", "kind", "quantity", "rate", "value", "named", "firstValue", "tenths", "inForce", "split", "firstPart", "part", "needed", "occurredAt", "madeAt", "sealedAt", "answers", "round", "evidence", "situation", "until",
      ]);
    });

    it("prints the tree with its sums in both languages, and names evidence that matches", async () => {
      const english = await ok("explain", "1", "1", "--evidence", "evidence");
      for (const part of ["Lin Xiaoman (member 1) in Rice Mill (project 1): ", "└─ ", "the lower median named × rate", "issued: the lesser of budget", "credit of all: ", "the manifest at hand matches", " saw "]) expect(english).to.contain(part);
      const chinese = await ok("explain", "1", "1", "--lang", "zh");
      for (const part of ["林小满（1号成员）在", "见证的下中位数 × 价值率", "本期发的份额：预算", "全体的点数：", "手头没有清单"]) expect(chinese).to.contain(part);
      expect(english).to.not.match(/undefined|NaN|\[object/);
    });

    it("says of what is not sealed what it waits for", async () => {
      const waiting = (stage: string) => [...books.work.claims.values()].find((claim) => claim.stage === stage && claim.lane !== "batch" && claim.lane !== "binding" && now < claim.madeAt + 80 * 86_400)!;
      const [pending, unconfirmed] = [waiting("pending"), waiting("unconfirmed")];
      expect(await ok("explain", String(pending.by), String(pending.project))).to.match(/Not sealed yet[^]*( of \d answers; lapses |nobody but its contributors attests|its project is closed)/);
      expect(await ok("explain", String(unconfirmed.by), String(unconfirmed.project))).to.match(/Not sealed yet[^]* to confirm it; lapses /);
    });

    it("shows one epoch alone, and says where there is something when there is nothing in it", async () => {
      const [lot] = (await json("explain", "1", "1")).lots;
      const one = await json("explain", "1", "1", "--epoch", String(lot.epoch));
      expect([one.lots.length, one.shares]).to.deep.equal([1, lot.shares]);
      const none = await coop("explain", "1", "1", "--epoch", "77");
      expect([none.exit, none.stdout]).to.deep.equal([2, ""]);
      expect(none.stderr).to.match(/^Lin Xiaoman \(member 1\) has nothing in epoch 77; there is something in [\d, ]+\. Nothing was sent\.\n$/);
    });

    it("tells manifests apart: another under the name of the digest", async () => {
      const record = (await json("explain", "1", "1")).lots.flatMap((lot: { direct: { records: { evidence: { digest: string } }[] } | null }) => lot.direct?.records ?? [])[0];
      mkdirSync(join(place.folder, "other"), { recursive: true });
      writeFileSync(join(place.folder, "other", `${record.evidence.digest}.json`), JSON.stringify({ version: 1, salt: `0x${"11".repeat(32)}`, title: "x", note: "", files: [] }));
      const why = await json("explain", "1", "1", "--evidence", "other");
      const found = why.lots.flatMap((lot: { direct: { records: { id: string; evidence: { manifest: string } }[] } | null }) => lot.direct?.records ?? []);
      expect(new Set(found.map((one: { id: string; evidence: { manifest: string } }) => one.evidence.manifest))).to.deep.equal(new Set(["differs", "away"]));
    });

    it("names what it cannot use, with its value", async () => {
      const cases: readonly (readonly [args: readonly string[], says: string])[] = [
        [["explain"], "A member and a project are needed"],
        [["explain", "1"], "A member and a project are needed"],
        [["explain", "1", "1", "1"], "A member and a project are needed"],
        [["explain", "99", "1"], "There is no member 99; the numbers go from 1 to"],
        [["explain", "x", "1"], "There is no member x"],
        [["explain", "1", "42"], "There is no project 42; there are 0, 1"],
        [["explain", "1", "1", "--epoch", "soon"], "--epoch soon"],
        [["explain", "1", "1", "--evidence", "nowhere"], "nowhere: this folder cannot be read"],
        [["explain", "1", "1", "--loud"], "--loud"],
      ];
      for (const [args, says] of cases) {
        const ran = await coop(...args);
        expect([ran.exit, ran.stdout], args.join(" ")).to.deep.equal([2, ""]);
        expect(ran.stderr).to.contain(says).and.to.match(/Nothing was (sent|done)\./);
      }
    });

    it("answers from a process of its own, asked in a language of its own", async () => {
      const ran = await runCoop(["explain", "0", "1", "--deployment", "record.json", "--lang", "zh"], place.folder);
      expect([ran.exit, ran.stderr]).to.deep.equal([0, ""]);
      expect(ran.stdout).to.match(/^预留在/);
      const missing = await runCoop(["explain", "1", "1", "--deployment", "record.json", "--rpc", "http://127.0.0.1:9"], place.folder);
      expect(missing.exit).to.equal(1);
      expect(missing.stderr).to.contain("http://127.0.0.1:9 does not answer");
    });
  });

  describe("coop what-if", () => {
    it("reckons a record through with every sum, in both languages, and promises nothing", async () => {
      const english = await ok("what-if", "1", "work", "6", "--member", "1");
      for (const part of ["If Lin Xiaoman (member 1) recorded 6 ", "value: 6 ", "answers needed: the least of", "each answer spends 5 × ", "could answer now", "credit of all: ", "issued: the lesser of budget", "These are sums, not a promise"]) expect(english).to.contain(part);
      const chinese = await ok("what-if", "1", "劳动", "6", "--lang", "zh");
      for (const part of ["假如还没有记过的人在", "价值：6", "需要见证：", "假如第", "这是算式，不是承诺"]) expect(chinese).to.contain(part);
    });

    it("takes a budget, a rate, others' credit and a split", async () => {
      const said = await json("what-if", "1", "work", "10", "--split", "1:2,3:1", "--budget", "5000", "--rate", "12.5", "--others", "40");
      expect([said.value, said.rate, said.budget, said.obstacle]).to.deep.equal(["125000000", "12500000", "5000000000", null]);
      expect(said.parts).to.deep.equal([{ member: 1, parts: 2, value: "83333333" }, { member: 3, parts: 1, value: "41666667" }]);
      const grown = BigInt(said.after.direct) - 40_000_000n - 125_000_000n;
      expect(grown).to.equal(BigInt(said.before.direct));
      const text = await ok("what-if", "1", "work", "10", "--split", "1:2,3:1", "--budget", "5000", "--rate", "12.5", "--others", "40");
      expect(text).to.contain("supposed: budget 5000 instead of").and.to.contain("125 × 2 ÷ 3 = 83.333333").and.to.contain("others earn 40 more credit");
    });

    it("says what would refuse it, and exits 4", async () => {
      const ran = await coop("what-if", "1", "work", "4000000");
      expect([ran.exit, ran.stderr]).to.deep.equal([4, ""]);
      expect(ran.stdout).to.contain("It would be refused: it is worth nothing, or more than the budget of an epoch.");
    });

    it("supposes a second round of what may still be challenged", async () => {
      const claim = [...books.work.claims.values()].find((one) => one.lane !== "batch" && mayBeRound(books, one, now) && one.firstValue > 0n)!;
      const said = await json("what-if", "--claim", claim.id, "--tenths", "3");
      expect(BigInt(said.to)).to.equal((claim.firstValue * 3n) / 10n);
      expect(await ok("what-if", "--claim", claim.id, "--tenths", "3")).to.contain(" × 3 ÷ 10 = ");
      const final = [...books.work.claims.values()].find((one) => one.lane === "record" && one.sealedAt !== null && !mayBeRound(books, one, now))!;
      const late = await coop("what-if", "--claim", final.id, "--tenths", "3");
      expect(late.exit).to.equal(2);
      expect(late.stderr).to.contain("No second round can change it any more");
    });

    it("names what it cannot use, with its value", async () => {
      const cases: readonly (readonly [args: readonly string[], says: string])[] = [
        [["what-if"], "A project, a kind and a quantity are needed"],
        [["what-if", "1", "work"], "A project, a kind and a quantity are needed"],
        [["what-if", "--claim", "0x1"], "A project, a kind and a quantity are needed"],
        [["what-if", "1", "work", "6", "--tenths", "1"], "A project, a kind and a quantity are needed"],
        [["what-if", "1", "sleeping", "6"], "sleeping: a kind is work, experience, sharing or learning"],
        [["what-if", "1", "work", "0"], "0: a quantity is a whole number above zero"],
        [["what-if", "1", "work", "1.5"], "1.5: a quantity"],
        [["what-if", "77", "work", "1"], "There is no project 77"],
        [["what-if", "1", "work", "1", "--member", "99"], "There is no member 99"],
        [["what-if", "1", "work", "1", "--budget", "lots"], "--budget lots: an amount"],
        [["what-if", "1", "work", "1", "--rate", "1.1234567"], "--rate 1.1234567: an amount"],
        [["what-if", "1", "work", "1", "--split", "1:2;3:1"], "--split 1:2;3:1: write members"],
        [["what-if", "1", "work", "1", "--split", "1:2,3:300"], "split: "],
        [["what-if", "1", "work", "1", "--split", "1:2,1:3"], "split: "],
        [["what-if", "1", "work", "1", "--member", "3", "--split", "1:2,3:1"], "--member 3: --split begins with member 1"],
        [["what-if", "--claim", `0x${"12".repeat(32)}`, "--tenths", "3"], "there is no such record or batch"],
        [["what-if", "--claim", [...books.work.claims.keys()][0]!, "--tenths", "11"], "--tenths 11"],
      ];
      for (const [args, says] of cases) {
        const ran = await coop(...args);
        expect([ran.exit, ran.stdout], args.join(" ")).to.deep.equal([2, ""]);
        expect(ran.stderr, args.join(" ")).to.contain(says).and.to.contain("Nothing was sent.");
      }
    });
  });

  describe("both", () => {
    it("send nothing: after all of this the chain stands where the seed left it", async () => {
      expect(await createPublicClient({ transport: http(chain.url) }).getBlockNumber()).to.equal(head);
    });
  });
});
