import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { keccak256 } from "ethers";
import { expect } from "chai";
import { buildBatch, type Batch } from "#client/work/batch.ts";
import { readBatchData, writeBatchData } from "#client/work/batchData.ts";
import { identityOf } from "#client/work/leaf.ts";
import { gather } from "../../../scripts/import/gather.ts";
import { openJsonl } from "../../../scripts/import/jsonl.ts";
import { importWords } from "../../../scripts/import/text.ts";
import { load } from "../../support/chain.ts";
import { found, PROJECT, UNIT } from "../../support/cooperative.ts";
import { refused } from "../../support/refused.ts";

async function founded() {
  const coop = await found({ members: 20 });
  await coop.allEnrol(coop.all.slice(3, 12));
  return coop;
}

const commit = (place: number): string => place.toString(16).padStart(40, "0");
const record = (place: number, author: string, coauthors: string[], added: number): string =>
  JSON.stringify({ commit: commit(place), author, coauthors, at: "2025-11-03T08:00:00+08:00", files: 1, added, deleted: 0 });
// ⌊log2(1 + added)⌋ in whole units: 3, 4 and 2 units, the second shared by two.
const FILE = [record(1, "寒露", [], 7), record(2, "雨水", ["寒露"], 15), record(3, "小雪", [], 3)].join("\n");

const proof = ({ tree }: Batch, name: string) => {
  const index = tree!.indexOf(identityOf(name));
  const { identity, value, recordsDigest } = tree!.leaves[index]!;
  return { identity, value, recordsDigest, ...tree!.proof(index) };
};

describe("A history's way from a file to drawn leaves", () => {
  let folder: string;
  before(() => void (folder = mkdtempSync(join(tmpdir(), "gongsheng-history-"))));
  after(() => rmSync(folder, { recursive: true, force: true }));

  it("is read, posted, rebuilt by each attester, attested, bound and drawn; who has not joined waits", async () => {
    const coop = await load(founded);
    const { ledger, shares, people } = coop;

    // The steward reads the history and publishes its data.
    const source = join(folder, "history.jsonl");
    writeFileSync(source, `${FILE}\n`);
    const { records } = await gather(openJsonl(source, "history.jsonl", importWords.en.jsonl), importWords.en);
    const batch = buildBatch(PROJECT.mill, "lines", records);
    const published = join(folder, "data.jsonl");
    writeFileSync(published, [...writeBatchData(batch)].join(""));
    const { root, sum } = batch.tree!;
    expect(sum).to.equal(9n * UNIT);
    const bytes = readFileSync(published);
    const posting = ledger.connect(people.zhou.signer).postBatch(PROJECT.mill, root, sum, 90n * UNIT, keccak256(bytes), "https://qingxi.example/data.jsonl");
    const claim = { by: people.zhou, evidence: root, id: await ledger.idOf(2, root) };
    await expect(posting).to.emit(ledger, "BatchPosted").withArgs(claim.id, PROJECT.mill, 2, root, sum, 90n * UNIT, 4, keccak256(bytes), "https://qingxi.example/data.jsonl");

    // Each attester takes the published bytes, holds them against the chain and rebuilds the root from the records alone.
    const [event] = await ledger.queryFilter(ledger.filters.BatchPosted(claim.id));
    for (const who of [people.fang, people.su, people.chen, people.ye]) {
      const rebuilt = readBatchData(bytes);
      expect(rebuilt.dataDigest).to.equal(event!.args.dataDigest);
      await coop.attests(who, claim, rebuilt.batch.tree!.root === event!.args.root && rebuilt.batch.tree!.sum === event!.args.sum ? 1 : 0);
    }

    // Two of the three people have joined.
    for (const [name, member] of [["寒露", people.lin], ["雨水", people.shen]] as const) {
      const binding = await coop.proposes(people.zhou, identityOf(name), member);
      const answerers = [people.luo, people.tang, people.xu].filter((person) => person !== member);
      await coop.allAttest(answerers.slice(0, Number((await ledger.claimOf(binding.id)).needed)), binding, 1);
    }
    await coop.until(coop.start(2));
    await coop.drawsLeaf(claim, proof(batch, "寒露"));
    await coop.drawsLeaf(claim, proof(batch, "雨水"));
    // 寒露 has 3 of her own and half of 4; 雨水 the other half: of 9, and 90 units are divided.
    expect(await coop.sharesOf(people.lin)).to.equal(50n * UNIT);
    expect(await coop.sharesOf(people.shen)).to.equal(20n * UNIT);
    await refused(coop.drawsLeaf(claim, proof(batch, "小雪")), shares, "NotBoundYet", claim.id, identityOf("小雪"));
  });

  it("stops at the attesters where the data is not what was posted", async () => {
    const coop = await load(founded);
    const { ledger, people } = coop;
    const source = join(folder, "history.jsonl");
    writeFileSync(source, `${FILE}\n`);
    const { records } = await gather(openJsonl(source, "history.jsonl", importWords.en.jsonl), importWords.en);
    const honest = buildBatch(PROJECT.mill, "lines", records);
    // The steward posts a root in which one record is his own, and shows the honest data.
    const swapped = buildBatch(PROJECT.mill, "lines", records.map((one, place) => (place === 0 ? { ...one, people: [identityOf("周白露")] } : one)));
    const claim = await coop.posts(people.zhou, { root: swapped.tree!.root, sum: swapped.tree!.sum });
    const rebuilt = honest.tree!.root;
    for (const who of [people.fang, people.su, people.chen, people.ye]) await coop.attests(who, claim, rebuilt === claim.evidence ? 1 : 0);
    await refused(ledger.batchTerms(claim.id), ledger, "NotABatch", claim.id);
    expect((await ledger.sumsOf(PROJECT.mill, 0)).batches).to.equal(0);
  });
});
