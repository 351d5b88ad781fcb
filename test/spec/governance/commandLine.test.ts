import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { createPublicClient, http, type PublicClient } from "viem";
import { parseDeployment } from "#client/chain/deployment.ts";
import { proposalIdOf } from "#client/governance/proposalParts.ts";
import { readLedger } from "#client/read.ts";
import { digestOf } from "#client/work/statement/canonical.ts";
import { cidOf } from "#client/work/statement/cid.ts";
import { type Chain, startChain, tellSeed } from "../../../scripts/dev/chain.ts";
import { PRACTICE_FOUNDING } from "../../../scripts/seed/founding.ts";
import { freshFolder, projectFolder, type Ran, runCoop } from "../../support/coop.ts";
import { runInside } from "../../support/coopInside.ts";

/** Proposals of the seed by their place: the roof's vote is open and lacks member 1; the reviews' is not open yet. */
const [NIGHT_BUS, ROOF, REPAIR, REVIEWS] = ["6", "10", "11", "12"];
const documents = join(projectFolder, "scripts/seed/documents");

describe("The command line, deciding", function () {
  this.timeout(120_000);
  let chain: Chain;
  let place: ReturnType<typeof freshFolder>;
  let record: Record<string, unknown> & { contracts: Record<string, string> };
  let client: PublicClient;
  let bottom: string; // a snapshot of the chain as the seed left it

  const ask = (method: string, params: unknown[] = []): Promise<string> => client.request({ method, params } as never);

  before(async () => {
    chain = await startChain(28_745);
    const { deployment, seats } = await tellSeed(chain.url, () => undefined);
    record = { ...deployment, rpc: chain.url, seats } as unknown as typeof record;
    client = createPublicClient({ transport: http(chain.url) });
  });
  after(() => chain.close());
  beforeEach(async () => {
    bottom = await ask("evm_snapshot");
    place = freshFolder();
    writeFileSync(file("record.json"), JSON.stringify(record));
  });
  afterEach(async () => {
    await ask("evm_revert", [bottom]);
    place.drop();
  });

  const file = (name: string): string => join(place.folder, name);
  const coop = (...args: string[]): Promise<Ran> => runInside([...args, "--deployment", "record.json"], place.folder);
  const ok = async (...args: string[]): Promise<Ran> => {
    const ran = await coop(...args);
    expect(ran.exit, ran.stderr).to.equal(0);
    return ran;
  };
  const books = async () => (await readLedger(client, parseDeployment(record))).ledger;
  const blocks = async (): Promise<number> => Number(await ask("eth_blockNumber"));
  const proposalAt = async (number: string | undefined) => [...(await books()).governance.proposals.values()][Number(number) - 1]!;

  describe("coop audit", () => {
    it("says 0 keys left and what it looked at, and sends nothing", async () => {
      const before = await blocks();
      const { stdout } = await ok("audit");
      for (const part of ["Qingxi Co-op, chain 31337", "14 contracts have the code", "96 values", "no proxy and no owner", "800 calls from ten addresses", "has no power over them", "is not at hand"]) expect(stdout).to.contain(part);
      expect(stdout.trimEnd().split("\n").at(-1)).to.equal("0 keys left");
      expect(await blocks()).to.equal(before);
    });

    it("names a proposer who was let in, and exits 1", async () => {
      const { timelock } = record.contracts;
      await ask("hardhat_impersonateAccount", [timelock]);
      await ask("hardhat_setBalance", [timelock, "0xde0b6b3a7640000"]);
      const stranger = "00000000000000000000000000000000000000ab";
      // grantRole(PROPOSER_ROLE, stranger)
      const data = `0x2f2ff15db09aa5aeb3702cfd50b6b62bc4532604938f21248a27a1d5ca736082b6819cc1${stranger.padStart(64, "0")}`;
      await ask("eth_sendTransaction", [{ from: timelock, to: timelock, data }]);
      const { exit, stdout, stderr } = await coop("audit");
      expect([exit, stdout.includes("0 keys left")]).to.deep.equal([1, false]);
      expect(stderr).to.match(/✘ 0x0{37}[0-9a-fA-F]{3} proposes to the timelock; nobody should\.\nOne thing found/);
      const { faults, keysLeft } = JSON.parse((await coop("audit", "--json")).stdout);
      expect([keysLeft, faults.length, faults[0].part]).to.deep.equal([null, 1, "roles"]);
      expect(faults[0].zh).to.contain("可以提交事项给时间锁；谁都不应当可以");
    });

    it("compares with what founders signed, and refuses a file that they did not sign", async () => {
      writeFileSync(file("31337.founding.json"), "{}");
      const refused = await coop("audit");
      expect([refused.exit, refused.stdout]).to.deep.equal([2, ""]);
      expect(refused.stderr).to.contain("this is not what founders signed").and.to.contain("Nothing was audited.");
      const { writeAgreement } = await import("../../../scripts/deploy/agreement.ts");
      writeFileSync(file("other.json"), writeAgreement("x", PRACTICE_FOUNDING, [], []));
      const { exit, stderr } = await coop("audit", "--founding", "other.json");
      expect(exit).to.equal(1);
      expect(stderr).to.contain("The founding's digest: the chain has").and.to.contain("How many founded: the chain has 12, and the founders signed 0.");
    });
  });

  describe("coop statement", () => {
    it("gives digest and CID of a document, without a chain", async () => {
      const bytes = readFileSync(join(documents, "market.md"));
      const { exit, stdout } = await runInside(["statement", join(documents, "market.md")], place.folder);
      expect(exit).to.equal(0);
      expect(stdout).to.contain("A statement in order: 溪边早市 · Creekside Morning Market").and.to.contain(digestOf(bytes)).and.to.contain(cidOf(digestOf(bytes))).and.to.contain("publish it as it is");
      const article = await runInside(["statement", join(documents, "articleBeans.md"), "--json"], place.folder);
      expect(JSON.parse(article.stdout)).to.include({ is: "article", canonical: true, title: "Nine kinds of beans, three years" });
    });

    it("names what must be put right by its line, in both languages, and leaves the file alone", async () => {
      const text = readFileSync(join(documents, "market.md"), "utf8").replace("budget: 900", "budget: lots").replace("stewards: 4, 5", "stewards：4, 5");
      writeFileSync(file("draft.md"), text);
      const { exit, stdout, stderr } = await runInside(["statement", "draft.md", "--write"], place.folder);
      expect([exit, stdout]).to.deep.equal([2, ""]);
      expect(stderr).to.match(/^draft\.md:\d+: Line \d+: /).and.to.contain("The file was not changed.");
      expect((await runInside(["statement", "draft.md", "--lang", "zh"], place.folder)).stderr).to.match(/^draft\.md:\d+: 第\d+行：/).and.to.contain("文件没有改动。");
      expect(readFileSync(file("draft.md"), "utf8")).to.equal(text);
      for (const wrong of [["statement"], ["statement", "none.md"], ["statement", "draft.md", "more"], ["statement", "--loud", "draft.md"]]) {
        const ran = await runInside(wrong, place.folder);
        expect(ran.exit, wrong.join(" ")).to.equal(2);
        expect(ran.stderr).to.match(/Nothing was (changed|done)\./);
      }
    });

    it("puts a file into canonical form when asked", async () => {
      const bytes = readFileSync(join(documents, "market.md"));
      writeFileSync(file("windows.md"), `\uFEFF${bytes.toString().replaceAll("\n", "  \r\n")}\n\n`);
      expect((await runInside(["statement", "windows.md"], place.folder)).stdout).to.contain("not in canonical form").and.to.contain(digestOf(bytes));
      expect((await runInside(["statement", "windows.md", "--write"], place.folder)).stdout).to.contain("windows.md is in canonical form now");
      expect(readFileSync(file("windows.md")).equals(bytes)).to.equal(true);
    });
  });

  describe("coop proposals", () => {
    it("lists what is being decided with its arithmetic, and all with --all", async () => {
      const { stdout } = await ok("proposals");
      for (const part of [
        "8 质疑期改为六天 Six days to challenge: was carried and waits in the timelock", "9 合作社的章程随早市微调", "was carried and was not given to the timelock yet",
        "10 接纳屋顶晒电 Admit Rooftop Sun: is being voted on", "→ Admit “Rooftop Sun” (submission 1) as a new project", "for 4, against 3, abstaining 1, of 12 seated", "for and abstaining make 5 of the 5 needed",
        "three fifths for it at least; against so many it takes 5 for, and has 4", "1 more for it would carry it", "Tang Chushu (member 9), Jiang Mangzhong (member 11) the stewards of Repair Corner (project 2)",
        "is not open for votes yet", "proposed by Su Jingzhe (member 5); number ",
      ]) expect(stdout).to.contain(part);
      expect(stdout).to.not.contain("Night Bus");
      const all = JSON.parse((await ok("proposals", "--all", "--json")).stdout) as { number: number; id: string; state: string; for: number; needed: object }[];
      expect(all.map(({ state }) => state)).to.deep.equal(["executed", "executed", "expired", "executed", "executed", "defeated", "cancelled", "queued", "succeeded", "active", "active", "pending"]);
      expect(all[9]).to.deep.include({ for: 4, against: 3, abstain: 1, seated: 12, needed: { quorum: 5, for: 5, more: 1 }, carried: false });
      expect((await ok("proposals", NIGHT_BUS!, "--lang", "zh")).stdout).to.contain("没有通过").and.to.contain("赞成5，反对4，弃权0，在席12").and.to.contain("照现在的反对票要8张赞成，已有5张");
      expect((await ok("proposals", all[9]!.id)).stdout).to.contain("Rooftop Sun");
    });

    it("refuses a proposal that does not exist", async () => {
      for (const typed of ["13", "0", "x", "-1"]) {
        const { exit, stderr } = await coop("proposals", ...(typed === "-1" ? ["--", typed] : [typed]));
        if (typed !== "-1") expect([exit, stderr.trim()]).to.deep.equal([2, `There is no proposal ${typed}. npm run -s coop -- proposals --all lists them. Nothing was sent.`]);
        expect(exit).to.equal(2);
      }
    });
  });

  describe("coop vote", () => {
    it("casts the ballot of the seat that was named, with its reason", async () => {
      const { stdout } = await ok("vote", ROOF!, "for", "--member", "1", "--reason", "我家屋顶朝南。");
      expect(stdout).to.contain("Lin Xiaoman (practice member 1) voted for on proposal 10");
      const ballot = (await proposalAt(ROOF)).ballots.at(-1)!;
      expect([Number(ballot.member), ballot.support, ballot.reason]).to.deep.equal([1, "for", "我家屋顶朝南。"]);
      const again = await coop("vote", ROOF!, "against", "--member", "1");
      expect(again.exit).to.equal(1);
      expect(again.stderr).to.contain("cannot vote on proposal 10: the member has voted already. Nothing was sent.");
    });

    it("takes the words of both languages, and a proposal's whole number", async () => {
      const { id } = await proposalAt(REPAIR);
      const { stdout } = await ok("vote", String(id), "弃权", "--member", "2", "--lang", "zh");
      expect(stdout).to.contain("周白露（练习成员2号）对第11份提案“修理角换干事 New stewards for the Repair Corner”投了弃权");
      expect((await proposalAt(REPAIR)).ballots.at(-1)!.support).to.equal("abstain");
    });

    it("sends nothing where the vote is not open, the seat is not named, or what was typed is wrong", async () => {
      const before = await blocks();
      const cases: readonly (readonly [args: readonly string[], exit: number, says: RegExp])[] = [
        [[REVIEWS!, "for", "--member", "1"], 1, /its vote is not open now/],
        [[NIGHT_BUS!, "for", "--member", "1"], 1, /its vote is not open now/],
        [[ROOF!, "for"], 2, /say whose seat votes/],
        [[ROOF!, "for", "--member", "13"], 1, /no seat/],
        [[ROOF!, "for", "--member", "40"], 2, /no practice seat of member 40/],
        [[ROOF!, "maybe", "--member", "1"], 2, /Say which proposal and for, against or abstain/],
        [[ROOF!], 2, /Say which proposal/],
        [["99", "for", "--member", "1"], 2, /There is no proposal 99/],
        [[ROOF!, "for", "--member", "1", "--reason", "长".repeat(281)], 2, /at most 280 characters/],
        [[ROOF!, "for", "--member", "1", "--sign", "--reason", "x"], 2, /A reason cannot be signed/],
      ];
      for (const [args, exit, says] of cases) {
        const ran = await coop("vote", ...args);
        expect([ran.exit, ran.stdout], args.join(" ")).to.deep.equal([exit, ""]);
        expect(ran.stderr).to.match(says).and.to.contain("Nothing was sent.");
      }
      expect(await blocks()).to.equal(before);
    });
  });

  describe("coop ballots", () => {
    const sign = async (proposal: string | undefined, member: number, support = "for"): Promise<string> => (await ok("vote", proposal!, support, "--member", String(member), "--sign")).stdout;

    it("carries signed ballots in one transaction, and nothing twice", async () => {
      const signed = [await sign(ROOF, 1), await sign(REPAIR, 1), await sign(REPAIR, 2, "against"), await sign(REPAIR, 4, "abstain")];
      writeFileSync(file("a.json"), signed.slice(0, 2).join("\n"));
      writeFileSync(file("b.json"), signed.slice(2).join("\n"));
      const before = await blocks();
      const dry = await ok("ballots", "a.json", "b.json", "--dry-run");
      expect(dry.stdout).to.contain("4 would be carried. Nothing was sent.").and.to.contain("✔ a.json:1: Lin Xiaoman (member 1) votes for; the signature is true");
      expect(await blocks()).to.equal(before);
      const { stdout } = await ok("ballots", "a.json", "b.json");
      expect(stdout).to.match(/1\/1: 4 counted {2}0x[0-9a-f]{64}/).and.to.contain("4 counted now, 0 had been cast before, 0 do not count.");
      expect(await blocks()).to.equal(before + 1);
      expect((await proposalAt(REPAIR)).ballots.map(({ member, support }) => `${member} ${support}`)).to.deep.equal(["12 for", "1 for", "2 against", "4 abstain"]);
      const again = await ok("ballots", "a.json", "b.json");
      expect(again.stdout).to.contain("0 counted now, 4 had been cast before, 0 do not count.");
      expect(await blocks()).to.equal(before + 1);
    });

    it("tells each ballot that is not good, carries the others, and exits 4", async () => {
      const [good, early] = [JSON.parse(await sign(REPAIR, 3)), JSON.parse(await sign(REVIEWS, 3))];
      const [ballot] = good.ballots;
      const list = { ...good, ballots: [ballot, { ...ballot, member: 4 }, { ...ballot, support: "against" }, { ...ballot, support: "maybe" }, early.ballots[0], { ...ballot, proposalId: "7" }] };
      writeFileSync(file("mixed.json"), JSON.stringify(list));
      writeFileSync(file("elsewhere.json"), JSON.stringify({ ...good, chainId: 1 }));
      const { exit, stdout, stderr } = await coop("ballots", "mixed.json", "elsewhere.json");
      expect(exit).to.equal(4);
      expect(stderr).to.contain("mixed.json: Ballot 4: it says neither for, nor against, nor abstain.");
      for (const line of ["✔ mixed.json:1: He Lixia", "✘ mixed.json:2: The signature is not of Fang Shuangjiang", "✘ mixed.json:3: ", "✘ mixed.json:5: The vote is not open yet", "✘ mixed.json:6: The proposal that it names is not on the chain", "✘ elsewhere.json:1: This ballot is for another chain", "1 counted now, 0 had been cast before, 6 do not count."])
        expect(stdout).to.contain(line);
      expect((await proposalAt(REPAIR)).ballots.map(({ member }) => Number(member))).to.deep.equal([12, 3]);
    });

    it("sends nothing where a file holds no ballots or cannot be read", async () => {
      const before = await blocks();
      writeFileSync(file("good.json"), await sign(REPAIR, 3));
      for (const [name, text] of [["empty.json", ""], ["words.json", "for, of course"], ["other.json", '{"form":"other/1"}'], ["none.json", undefined]] as const) {
        if (text !== undefined) writeFileSync(file(name), text);
        const { exit, stdout, stderr } = await coop("ballots", "good.json", name);
        expect([exit, stdout], name).to.deep.equal([2, ""]);
        expect(stderr).to.match(new RegExp(`^${name}: `)).and.to.contain("Nothing was sent.");
        expect((await coop("ballots", "good.json", name, "--lang", "zh")).stderr).to.match(/什么[都也]没有发送/);
      }
      expect((await coop("ballots")).exit).to.equal(2);
      expect(await blocks()).to.equal(before);
    });
  });

  it("tells its help in both languages for every verb", async () => {
    for (const verb of ["audit", "statement", "proposals", "vote", "ballots"]) {
      const [en, zh] = [await runInside([verb, "--help"], place.folder), await runInside([verb, "--help", "--lang", "zh"], place.folder)];
      expect([en.exit, zh.exit]).to.deep.equal([0, 0]);
      expect(en.stdout).to.contain(`npm run -s coop -- ${verb}`);
      expect(zh.stdout).to.contain(`npm run -s coop -- ${verb}`);
    }
  });

  it("does the same in a process of its own", async () => {
    const typed = (...args: string[]): Promise<Ran> => runCoop([...args, "--deployment", "record.json"], place.folder);
    const { exit, stdout, stderr } = await typed("vote", ROOF!, "for", "--member", "1", "--sign");
    expect([exit, JSON.parse(stdout).form]).to.deep.equal([0, "gongsheng-ballots/1"]);
    expect(stderr).to.contain("Signed, not sent: Lin Xiaoman (practice member 1) votes for on proposal 10");
    writeFileSync(file("one.json"), stdout);
    expect((await typed("ballots", "one.json")).stdout).to.contain("1 counted now");
    expect((await typed("proposals", "77")).exit).to.equal(2);
    const { stdout: help } = await runCoop(["--help"]);
    for (const verb of ["audit", "statement", "proposals", "vote", "ballots"]) expect(help).to.contain(`  ${verb} `);
  });

  it("names proposals by the number that the contract gives them", async () => {
    for (const proposal of (await books()).governance.proposals.values()) expect(proposalIdOf(proposal)).to.equal(proposal.id);
  });
});
