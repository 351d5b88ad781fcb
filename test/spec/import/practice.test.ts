import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { createPublicClient, http, type PublicClient } from "viem";
import { getBlockNumber } from "viem/actions";
import { parseDeployment } from "#client/chain/deployment.ts";
import { readLedger } from "#client/read.ts";
import { identityOf } from "#client/work/leaf.ts";
import type { BatchClaim } from "#client/work/types.ts";
import { parsePostBatch } from "#client/work/postBatch.ts";
import { perform } from "../../../scripts/coop/act.ts";
import { openCooperative } from "../../../scripts/coop/open.ts";
import { type Chain, startChain, tellSeed } from "../../../scripts/dev/chain.ts";
import { openStage } from "../../../scripts/import/claims.ts";
import { publishBatchData } from "../../../scripts/import/dataFiles.ts";
import { gather } from "../../../scripts/import/gather.ts";
import { openJsonl } from "../../../scripts/import/jsonl.ts";
import { readOptions } from "../../../scripts/import/options.ts";
import { prepareBatch } from "../../../scripts/import/prepare.ts";
import { preparePosting } from "../../../scripts/import/send.ts";
import { importWords } from "../../../scripts/import/text.ts";
import { practiceSeats } from "../../../scripts/seed/people.ts";
import { freshFolder, projectFolder, type Ran, runCoop } from "../../support/coop.ts";

const sample = readFileSync(join(projectFolder, "samples", "contributions.jsonl"), "utf8").trimEnd().split("\n");
/** Projects of the seed: the repair corner has no batch yet, the rice mill has one. */
const [MILL, REPAIR] = [1, 2];

describe("the command line on the practice network", function () {
  this.timeout(120_000);
  let chain: Chain;
  let place: ReturnType<typeof freshFolder>;
  let record: Record<string, unknown>;
  let client: PublicClient;
  let bottom: string; // a snapshot of the chain as the seed left it

  const ask = (method: string, params: unknown[] = []): Promise<string> => client.request({ method, params } as never);

  before(async () => {
    chain = await startChain(28_545);
    const { deployment, seats } = await tellSeed(chain.url, () => undefined);
    record = { ...deployment, rpc: chain.url, seats };
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
  const history = (from: number, to: number, name = "history.jsonl"): string => {
    writeFileSync(file(name), `${sample.slice(from, to).join("\n")}\n`);
    return name;
  };
  const coop = (...args: string[]): Promise<Ran> => runCoop([...args, "--deployment", "record.json"], place.folder);
  const ok = async (...args: string[]): Promise<Ran> => {
    const ran = await coop(...args);
    expect(ran.exit, ran.stderr).to.equal(0);
    return ran;
  };
  const json = async (...args: string[]) => JSON.parse((await ok(...args, "--json")).stdout);
  const batches = async (project: number): Promise<BatchClaim[]> => {
    const { ledger } = await readLedger(client, parseDeployment(record));
    return [...ledger.work.claims.values()].filter((claim): claim is BatchClaim => claim.lane === "batch" && claim.project === project);
  };
  const passDays = async (days: number): Promise<void> => {
    await ask("evm_increaseTime", [days * 86_400]);
    await ask("evm_mine");
  };
  /** Runs, and wants the chain to be as it was before. */
  const withoutSending = async (run: () => Promise<Ran>): Promise<Ran> => {
    const before = await getBlockNumber(client, { cacheTime: 0 });
    const ran = await run();
    expect(await getBlockNumber(client, { cacheTime: 0 })).to.equal(before);
    expect(ran.stdout).to.equal("");
    return ran;
  };

  it("posts a history, lets the attesters answer, and says each step aloud", async () => {
    const { stdout, stderr } = await ok("import", history(0, 24), "--project", String(REPAIR));
    expect(stderr).to.equal("");
    expect(stdout).to.match(/This is the practice network/).and.match(/He Lixia \(practice member 3\) posts the batch: 24 units of records, to count for 24\./);
    expect(stdout.match(/attests: yes\./g)).to.have.length(3);
    expect(stdout).to.match(/Sealed: it counts in epoch 3/);
    const [batch] = await batches(REPAIR);
    expect(batch).to.include({ stage: "sealed", inForce: 24_000_000n, sum: 24_000_000n, by: 3, evidence: "0x6dc1e96757b76c4f411e9275fbe7c93edd51db2e67178932815a837ddc1f0188" });
    expect(readdirSync(file("data"))).to.deep.equal([`${batch!.dataDigest}.jsonl`]);
  });

  it("gives the same object as the dry run, with the batch beside it", async () => {
    const dry = await json("import", history(0, 24), "--project", String(REPAIR), "--dry-run");
    const { batch, ...rest } = await json("import", "history.jsonl", "--project", String(REPAIR), "--credit", "600.5");
    expect(rest).to.deep.equal(dry);
    expect(batch).to.include({ credit: "600500000", sealed: true, uri: "" });
    expect((await batches(REPAIR))[0]).to.include({ id: batch.id, value: 600_500_000n, dataDigest: dry.dataDigest });
    expect(existsSync(batch.file)).to.equal(true);
  });

  it("counts for half the budget at most", async () => {
    const lines = sample.slice(0, 1).flatMap((line) => Array.from({ length: 801 }, (_, number) => line.replace(/"commit":"........"?/, `"commit":"${(0x10000000 + number).toString(16)}`)));
    writeFileSync(file("long.jsonl"), lines.join("\n"));
    expect((await json("import", "long.jsonl", "--project", String(REPAIR))).batch.credit).to.equal("800000000");
  });

  it("posts nothing twice, and of a history that grew only what is new", async () => {
    await ok("import", history(0, 20), "--project", String(REPAIR));
    const again = await json("import", "history.jsonl", "--project", String(REPAIR));
    expect(again).to.deep.include({ records: 0, people: 0, totalValue: "0", leaves: [], batch: null });
    expect(await batches(REPAIR)).to.have.length(1);
    expect((await ok("import", "history.jsonl", "--project", String(REPAIR))).stdout).to.equal("Nothing new: all 20 records were counted by earlier batches of the project.\n");
    expect((await json("import", history(0, 24), "--project", String(REPAIR))).records).to.equal(4);
    expect((await batches(REPAIR)).map((batch) => batch.sum)).to.deep.equal([20_000_000n, 4_000_000n]);
  });

  it("counts a commit once a project, not once for all projects", async () => {
    await ok("import", history(0, 24), "--project", String(REPAIR));
    expect((await json("import", "history.jsonl", "--project", String(MILL))).records).to.equal(24);
  });

  it("fetches the data of earlier batches from where their events say, and keeps it", async () => {
    const [notebook] = await batches(MILL);
    await ok("import", history(0, 3), "--project", String(MILL));
    expect(readdirSync(file("data"))).to.include(`${notebook!.dataDigest}.jsonl`);
  });

  it("stops where data of an earlier batch cannot be had, or is another's", async () => {
    await ok("import", history(0, 10), "--project", String(REPAIR));
    const [{ dataDigest }] = (await batches(REPAIR)) as [BatchClaim];
    const data = file(`data/${dataDigest}.jsonl`);
    writeFileSync(data, readFileSync(data, "utf8").replace('"at":', '"at":1'));
    const altered = await withoutSending(() => coop("import", history(0, 12), "--project", String(REPAIR)));
    expect([altered.exit, altered.stderr]).to.deep.equal([3, `${data} is not the data that the chain names (digest ${dataDigest}). Nothing was sent.\n`]);
    rmSync(data);
    const missing = await withoutSending(() => coop("import", "history.jsonl", "--project", String(REPAIR), "--json"));
    expect(missing.exit).to.equal(3);
    expect(missing.stderr).to.contain(dataDigest).and.contain(data);
  });

  /** What an import does before it is cut off: the data file is written and, if so wished, the batch posted; nobody answers. */
  const cutOff = async (name: string, posted: boolean): Promise<string> => {
    const cooperative = await openCooperative({ deployment: file("record.json") }, "en");
    const options = readOptions([name, "--project", String(REPAIR)], importWords.en)!;
    const gathered = await gather(openJsonl(file(name), name, importWords.en.jsonl), importWords.en);
    const { batch, dataDigest } = prepareBatch(options, gathered, new Set(), importWords.en);
    const { steward } = await preparePosting(openStage(cooperative, "en", false), batch, options);
    const data = publishBatchData(cooperative.dataFolder, batch).file;
    const { root, sum } = batch.tree!;
    if (posted) await perform(cooperative, steward, parsePostBatch({ project: REPAIR, root, sum, credit: sum, dataDigest, uri: "" }));
    return data;
  };

  it("takes up an import that was cut off before its root was posted", async () => {
    await cutOff(history(0, 8), false);
    expect((await json("import", "history.jsonl", "--project", String(REPAIR))).batch.sealed).to.equal(true);
    expect(await batches(REPAIR)).to.have.length(1);
  });

  it("takes up an import that was cut off before the answers", async () => {
    await cutOff(history(0, 8), true);
    const { stdout } = await ok("import", "history.jsonl", "--project", String(REPAIR));
    expect(stdout).to.contain("Nothing new").and.contain("was posted before and waits for answers").and.contain("Sealed");
    expect((await batches(REPAIR)).map((batch) => batch.stage)).to.deep.equal(["sealed"]);
  });

  it("posts anew what the attesters let lapse", async () => {
    await cutOff(history(0, 2), true);
    await passDays(91);
    const { stdout } = await ok("import", "history.jsonl", "--project", String(REPAIR));
    // Epochs later nobody is enrolled any more; the seats see to it.
    expect(stdout).to.contain("enrols as an attester").and.contain("Sealed");
  });

  const refused: Array<[string, string[], number, RegExp]> = [
    ["a credit above half the budget", ["--project", "2", "--credit", "801"], 2, /above half the project's budget of this epoch, 800 units/],
    ["a project that is not there", ["--project", "77"], 1, /no project 77/],
    ["an address that nobody should open", ["--project", "2", "--uri", "javascript:alert(1)"], 2, /^--uri: /],
    ["a chain that does not answer", ["--project", "2", "--rpc", "http://127.0.0.1:1"], 1, /does not answer/],
    ["a record that is none", ["--project", "2", "--deployment", "history.jsonl"], 2, /no deployment record/],
    ["a record that is not there", ["--project", "2", "--deployment", "nowhere.json"], 2, /no such file/],
  ];
  for (const [what, args, exit, said] of refused) {
    it(`sends nothing and says why for ${what}`, async () => {
      const name = history(0, 3);
      const typed = ["import", name, ...(args.includes("--deployment") ? [] : ["--deployment", "record.json"]), ...args];
      const ran = await withoutSending(() => runCoop(typed, place.folder));
      expect(ran.exit).to.equal(exit);
      expect(ran.stderr).to.match(said);
    });
  }

  it("sends nothing to a chain that was started anew, or is another", async () => {
    history(0, 3);
    for (const [changed, said] of [[{ genesisHash: `0x${"12".repeat(32)}` }, /started anew/], [{ chainId: 1, practice: false }, /number 31337, but the cooperative lives on number 1/]] as const) {
      writeFileSync(file("record.json"), JSON.stringify({ ...record, ...changed }));
      const ran = await withoutSending(() => coop("import", "history.jsonl", "--project", "2"));
      expect(ran.exit).to.equal(1);
      expect(ran.stderr).to.match(said);
    }
  });

  it("sends nothing for a broken line", async () => {
    writeFileSync(file("broken.jsonl"), `${sample[0]}\n${sample[1]!.replace('"files"', '"feilen"')}\n`);
    const ran = await withoutSending(() => coop("import", "broken.jsonl", "--project", "2", "--json"));
    expect([ran.exit, ran.stderr]).to.deep.equal([2, 'broken.jsonl:2: "files" is missing\n']);
  });

  describe("elsewhere than on the practice network", () => {
    const keyOf = (member: number): string => practiceSeats()[member - 1]!.privateKey;
    const live = (key: string | undefined, ...args: string[]): Promise<Ran> =>
      runCoop([...args, "--deployment", "record.json"], place.folder, { LIVE_KEY: key, LIVE_RPC_URL: chain.url, HARDHAT_DISABLE_TELEMETRY_PROMPT: "true" });
    beforeEach(() => writeFileSync(file("record.json"), JSON.stringify({ ...record, rpc: undefined, practice: false })));

    it("posts with the steward's key and leaves attesting to the members", async () => {
      const ran = await live(keyOf(9), "import", history(0, 5), "--project", "2", "--uri", "https://data.example/batch.jsonl");
      expect(ran.exit, ran.stderr).to.equal(0);
      expect(ran.stdout).to.contain("Member 9 (your key) posts the batch").and.contain("Attesting is left to the members: 3 answers are needed.");
      expect((await batches(REPAIR))[0]).to.include({ stage: "pending", by: 9, uri: "https://data.example/batch.jsonl" });
    });

    it("sends nothing without a key, with another's key, or without saying where the data is", async () => {
      history(0, 5);
      for (const [key, uri, exit, said] of [[undefined, "data:,ask", 1, /LIVE_KEY is needed/], [keyOf(5), "data:,ask", 1, /not that of a steward/], [keyOf(9), undefined, 2, /Name with --uri/]] as const) {
        const ran = await withoutSending(() => live(key, "import", "history.jsonl", "--project", "2", ...(uri ? ["--uri", uri] : [])));
        expect(ran.exit).to.equal(exit);
        expect(ran.stderr).to.match(said);
      }
    });
  });

  describe("what follows an import", () => {
    it("binds a person, waits until it counts, and draws the leaf once", async () => {
      await ok("import", history(0, 24), "--project", String(REPAIR));
      const bound = await json("bind", "Ada Fernweh", "--project", String(REPAIR), "--member", "10");
      expect(bound).to.include({ member: 10, identity: identityOf("Ada Fernweh"), sealed: true });
      expect((await ok("bind", "Ada Fernweh", "--project", String(REPAIR), "--member", "10")).stdout).to.equal("This identity is bound to member 10 already.\n");
      expect((await coop("bind", "Bruno Quill", "--project", String(REPAIR), "--member", "10")).exit).to.equal(2);

      const early = await json("draw", "Ada Fernweh", "--project", String(REPAIR));
      expect(early.drawn).to.deep.equal([]);
      await passDays(60);
      const { drawn } = await json("draw", "--project", String(REPAIR));
      expect(drawn).to.have.length(1);
      expect(drawn[0]).to.include({ member: 10, shares: "3500000", identity: identityOf("Ada Fernweh") });
      const { ledger } = await readLedger(client, parseDeployment(record));
      expect(ledger.value.shares.get(`${REPAIR}.10`)).to.equal(3_500_000n);
      expect((await ok("draw", "Ada Fernweh", "--project", String(REPAIR))).stdout).to.equal("No leaf can be drawn now.\n");
    });

    it("knows nobody of whom no batch tells", async () => {
      await ok("import", history(0, 24), "--project", String(REPAIR));
      for (const verb of [["bind", "A Stranger", "--member", "10"], ["draw", "A Stranger"], ["bind", "--identity", `0x${"00".repeat(32)}`, "--member", "10"]]) {
        const ran = await withoutSending(() => coop(...verb, "--project", String(REPAIR)));
        expect(ran.exit).to.equal(2);
        expect(ran.stderr).to.match(/has a leaf for/);
      }
    });

    it("verifies a batch by its file, by its number and against the history itself", async () => {
      const { batch, root } = await json("import", history(0, 20), "--project", String(REPAIR));
      history(0, 24, "grown.jsonl");
      const seen = await ok("verify", batch.file, "--source", "grown.jsonl");
      expect(seen.stdout).to.contain(root).and.contain(`The same as on the chain: batch ${batch.id}.`).and.contain("The same as grown.jsonl gives; 4 records there are not in this batch.");
      expect((await json("verify", "--batch", batch.id)).faults).to.deep.equal([]);
      expect((await ok("verify", batch.file, "--offline")).stdout).to.contain(root);
    });

    it("tells what differs, and ends with 4", async () => {
      const { batch } = await json("import", history(0, 20), "--project", String(REPAIR));
      mkdirSync(file("other"));
      const text = readFileSync(batch.file, "utf8");
      writeFileSync(file("other/cut.jsonl"), text.split("\n").slice(0, -2).join("\n"));
      writeFileSync(file("other/dearer.jsonl"), text.replace(/"sum":"\d+"/, '"sum":"21000000"'));
      await ok("import", history(20, 24), "--project", String(REPAIR), "--dry-run", "--out", "other/unposted.jsonl");
      writeFileSync(file("twisted.jsonl"), sample.slice(0, 20).join("\n").replace("Bruno Quill", "Ada Fernweh"));
      for (const [args, said] of [
        [["other/cut.jsonl"], /cut off/],
        [["other/dearer.jsonl"], /dearer\.jsonl:1: the records give/],
        [["other/unposted.jsonl"], /No batch on this chain/],
        [[batch.file, "--source", "twisted.jsonl"], /root differs/],
        [[batch.file, "--source", "history.jsonl"], /20 records of the batch are not in history\.jsonl/],
      ] as const) {
        const ran = await coop("verify", ...args);
        expect([ran.exit, args.join(" ")]).to.deep.equal([4, args.join(" ")]);
        expect(ran.stderr).to.match(said);
      }
    });

    it("notices a batch that counts again what was counted", async () => {
      await ok("import", history(0, 10), "--project", String(REPAIR));
      const ran = await coop("verify", await cutOff(history(5, 15), true));
      expect([ran.exit, ran.stderr]).to.deep.equal([4, "5 records were counted by an earlier batch already.\n"]);
    });
  });
});
