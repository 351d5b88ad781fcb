import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { parseAnswer } from "#client/work/answer.ts";
import { parseChallenge } from "#client/work/challenge.ts";
import { parseEnrol } from "#client/work/enrol.ts";
import { answerObstacle, challengeObstacle, enrolObstacle } from "#client/work/may.ts";
import { type ContributionId, projectId } from "#client/chain/ids.ts";
import type { BatchClaim } from "#client/work/types.ts";
import { type Actor, perform, practiceActors } from "../../../scripts/coop/act.ts";
import { type Cooperative, openCooperative } from "../../../scripts/coop/open.ts";
import { type Chain, startChain, tellSeed } from "../../../scripts/dev/chain.ts";
import { freshFolder, projectFolder, type Ran } from "../../support/coop.ts";
import { runInside } from "../../support/coopInside.ts";

const sample = readFileSync(join(projectFolder, "samples", "contributions.jsonl"), "utf8").trimEnd().split("\n");
const REPAIR = 2;

describe("the data of a batch on the practice network", function () {
  this.timeout(180_000);
  let chain: Chain;
  let place: ReturnType<typeof freshFolder>;
  let cooperative: Cooperative;
  let server: Server;
  let batch: { id: ContributionId; file: string; uri: string };
  /** What the host gives for any address. */
  let host: { status: number; body: Buffer };

  const file = (name: string): string => join(place.folder, name);
  const coop = (...args: string[]): Promise<Ran> => runInside([...args, "--deployment", "record.json"], place.folder);
  const json = async (...args: string[]) => {
    const ran = await coop(...args, "--json");
    return { ...JSON.parse(ran.stdout), exit: ran.exit, said: ran.stderr };
  };
  const claim = async (): Promise<BatchClaim> => (await cooperative.read()).ledger.work.claims.get(batch.id) as BatchClaim;

  /** Ten records are posted and attested; their data lies with a host alone. */
  before(async () => {
    chain = await startChain(28_546);
    const { deployment, seats } = await tellSeed(chain.url, () => undefined);
    place = freshFolder();
    writeFileSync(file("record.json"), JSON.stringify({ ...deployment, rpc: chain.url, seats }));
    host = { status: 404, body: Buffer.from("nothing here") };
    server = createServer((_, answer) => answer.writeHead(host.status).end(host.body)).listen(0, "127.0.0.1");
    await once(server, "listening");
    writeFileSync(file("history.jsonl"), `${sample.slice(0, 10).join("\n")}\n`);
    const uri = `http://127.0.0.1:${(server.address() as AddressInfo).port}/batch.jsonl`;
    const posted = await json("import", "history.jsonl", "--project", String(REPAIR), "--uri", uri);
    expect(posted.exit, posted.said).to.equal(0);
    batch = posted.batch;
    renameSync(batch.file, file("kept.jsonl"));
    cooperative = await openCooperative({ deployment: file("record.json") }, "en");
  });
  after(async () => {
    server.close();
    await chain.close();
    place.drop();
  });
  afterEach(() => rmSync(batch.file, { force: true }));

  it("is the same as on the chain where its host gives it", async () => {
    host = { status: 200, body: readFileSync(file("kept.jsonl")) };
    expect(await json("verify", "--batch", batch.id)).to.deep.include({ exit: 0, verdict: "same", faults: [] });
  });

  const missing: Array<[string, () => typeof host]> = [
    ["its host does not know it", () => ({ status: 404, body: Buffer.from("nothing here") })],
    ["its host fails", () => ({ status: 500, body: readFileSync(file("kept.jsonl")) })],
    ["its host gives it cut off", () => ({ status: 200, body: readFileSync(file("kept.jsonl")).subarray(0, -40) })],
    ["its host gives one byte otherwise", () => ({ status: 200, body: Buffer.from(readFileSync(file("kept.jsonl"), "utf8").replace('"at":', '"at":1')) })],
    ["its host gives a page in its place", () => ({ status: 200, body: Buffer.from("<!doctype html>") })],
    ["its host gives nothing", () => ({ status: 200, body: Buffer.alloc(0) })],
  ];
  for (const [what, answer] of missing) {
    it(`is unavailable, and not false, where ${what}`, async () => {
      host = answer();
      const found = await json("verify", "--batch", batch.id);
      expect(found).to.deep.include({ exit: 3, verdict: "unavailable", batch: batch.id });
      expect(found.said).to.match(/is unavailable: neither true nor false/).and.contain((await claim()).dataDigest);
      expect(existsSync(batch.file)).to.equal(false);
    });
  }

  it("is unavailable where nobody listens any more, and says so in Chinese too", async () => {
    const elsewhere = { ...(await claim()), uri: "http://127.0.0.1:1/batch.jsonl" };
    const { fetchBatchData } = await import("../../../scripts/import/earlier.ts");
    expect(await fetchBatchData(elsewhere, cooperative.dataFolder, "zh").catch((error: Error) => error.message)).to.match(/取不到一个批次的数据/);
    host = { status: 404, body: Buffer.alloc(0) };
    expect((await coop("verify", "--batch", batch.id, "--lang", "zh")).stderr).to.match(/取不到数据：真假都无从知道/);
  });

  it("is false, and not unavailable, where it is had and its numbers do not follow from its records", async () => {
    writeFileSync(file("dearer.jsonl"), readFileSync(file("kept.jsonl"), "utf8").replace(/"sum":"\d+"/, '"sum":"21000000"'));
    expect((await coop("verify", "dearer.jsonl")).exit).to.equal(4);
    // Sound data of other records, which no batch on the chain names.
    writeFileSync(file("other.jsonl"), `${sample.slice(10, 20).join("\n")}\n`);
    await coop("import", "other.jsonl", "--project", String(REPAIR), "--dry-run", "--out", "unposted.jsonl");
    expect(await json("verify", "unposted.jsonl")).to.deep.include({ exit: 4, verdict: "false" });
  });

  it("withheld from all, fails its second round, and the records can be posted anew", async () => {
    host = { status: 404, body: Buffer.alloc(0) };
    const blocked = await coop("import", "history.jsonl", "--project", String(REPAIR));
    expect([blocked.exit, blocked.stdout]).to.deep.equal([3, ""]);
    const { seats, challenger } = await findChallenger();
    await perform(cooperative, challenger, parseChallenge({ by: (await claim()).by, evidence: (await claim()).evidence }));
    for (const seat of seats) {
      const { ledger, now } = await cooperative.read();
      const open = ledger.work.claims.get(batch.id)!;
      if (answerObstacle(ledger, open, seat.member, now) === null) await perform(cooperative, seat, parseAnswer({ by: open.by, evidence: open.evidence, tenths: 0, lane: "batch" }));
    }
    expect((await claim()).inForce).to.equal(0n);
    await cooperative.client.request({ method: "evm_increaseTime", params: [22 * 86_400] } as never);
    await cooperative.client.request({ method: "evm_mine", params: [] } as never);
    // One record more: another root. What the failed batch counted counts as never counted, though nobody has its data.
    writeFileSync(file("history.jsonl"), `${sample.slice(0, 11).join("\n")}\n`);
    const anew = await json("import", "history.jsonl", "--project", String(REPAIR));
    expect(anew).to.deep.include({ exit: 0, records: 11 });
    expect(anew.batch.sealed).to.equal(true);
    expect(await json("verify", "--batch", anew.batch.id)).to.deep.include({ exit: 0, verdict: "same" });
  });

  /** Somebody who may challenge; where too few could answer, others enrol first and an epoch goes by within the challenge window. */
  async function findChallenger(): Promise<{ seats: Actor[]; challenger: Actor }> {
    const seats = practiceActors(cooperative, (await cooperative.read()).ledger, "en");
    for (const seat of seats) {
      const { ledger, now } = await cooperative.read();
      if (enrolObstacle(ledger, projectId(REPAIR), seat.member, now) === null) await perform(cooperative, seat, parseEnrol({ project: REPAIR }));
    }
    const { ledger, now } = await cooperative.read();
    const challenger = seats.find(({ member }) => challengeObstacle(ledger, ledger.work.claims.get(batch.id)!, member, now) === null);
    if (!challenger) throw new Error("nobody may challenge");
    return { seats, challenger };
  }
});
