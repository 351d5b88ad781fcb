import { readFileSync } from "node:fs";
import { expect } from "chai";
import { encodeFunctionData, type Hex } from "viem";
import { contributionLedgerAbi } from "#client/abi/ContributionLedger.ts";
import type { MemberId } from "#client/chain/ids.ts";
import { type Item, readBundle } from "#client/offnet/bundle.ts";
import type { ActItem } from "#client/offnet/confirmable.ts";
import { nonceOf } from "#client/people/nonces.ts";
import { claimId } from "#client/work/foldClaims.ts";
import { parseRecord, type RecordInput } from "#client/work/record.ts";
import type { RecordClaim } from "#client/work/types.ts";
import { profileCall, signAct, timeOf } from "../../../scripts/campaign/relayLoad/acts.ts";
import type { Ran } from "../../support/coop.ts";
import { Place } from "../../support/relay.ts";

const EVIDENCE: Hex = `0x${"cd".repeat(32)}`;

describe("Confirming a record from its file, with no network", function () {
  this.timeout(120_000);
  let place: Place;
  let now: number;
  beforeEach(async () => {
    place = await Place.make();
    now = await timeOf(place.ground);
  });
  afterEach(() => place.leave());

  /** Member 3 signs that member 4 taught, unless wished otherwise. */
  const record = (wish: Partial<RecordInput> = {}, number = 0n): Promise<ActItem> => {
    const input: RecordInput = { project: 1, kind: "learning", quantity: 1, evidence: EVIDENCE, occurredAt: now - 3_600, split: [{ member: 3, parts: 2 }, { member: 4, parts: 1 }], uri: "data:,sharpening", ...wish };
    const data = encodeFunctionData({ abi: contributionLedgerAbi, functionName: "record", args: parseRecord(input).args as never });
    return signAct(place.ground, 3, { to: place.ground.deployment.contracts.contributionLedger, data }, nonceOf(number, 0n), now);
  };
  const confirm = (...args: string[]): Promise<Ran> => place.coop("sign", "confirm", "--now", String(now), "--record", "a.coop.json", "--seat", "4", "--member", "4", "--nonce", "0", ...args);
  const itemsIn = (text: string): readonly Item[] => readBundle(text).items;
  const claim = async (): Promise<RecordClaim | undefined> => (await place.ground.read()).ledger.work.claims.get(claimId(3 as MemberId, EVIDENCE)) as RecordClaim | undefined;
  /** Somebody who can attest, or nothing could be recorded. */
  const enrol = async (): Promise<void> => {
    const data = encodeFunctionData({ abi: contributionLedgerAbi, functionName: "enrol", args: [1] });
    place.bundles("enrol.coop.json", await Promise.all([5, 6, 7].map((member) => signAct(place.ground, member, { to: place.ground.deployment.contracts.contributionLedger, data }, 0n, now))));
    expect((await place.coop("relay", "enrol.coop.json")).exit).to.equal(0);
  };

  it("says all that is confirmed, writes both into one file, record first, and both land from it", async () => {
    await enrol();
    place.bundles("a.coop.json", [await record()]);
    const { exit, stderr } = await confirm("--out", "b.coop.json");
    expect(exit, stderr).to.equal(0);
    expect(stderr).to.contain("Signed, not sent: Member 4 confirms what member 3 recorded: 1 unit of learning in project 1").and.to.contain("it says “sharpening”").and.to.contain("The record goes on with it, in the same file.");
    const items = itemsIn(readFileSync(place.path("b.coop.json"), "utf8"));
    expect(items.map((item) => item.kind === "act" && item.member)).to.deep.equal([3, 4]);
    const carried = await place.coop("relay", "b.coop.json");
    expect(carried.exit, carried.stdout + carried.stderr).to.equal(0);
    expect((await claim())!.stage).to.equal("pending");
  });

  it("carries both one after another as well, and adds to the record's own file", async () => {
    await enrol();
    place.bundles("a.coop.json", [await record()]);
    expect((await confirm("--out", "a.coop.json")).exit).to.equal(0);
    expect(itemsIn(readFileSync(place.path("a.coop.json"), "utf8"))).to.have.length(2);
    const carried = await place.coop("relay", "a.coop.json", "--per-lot", "1");
    expect(carried.exit, carried.stdout + carried.stderr).to.equal(0);
    expect((await claim())!.confirmedAt).to.be.a("number");
  });

  it("prints both where no file is named, in either language", async () => {
    place.bundles("a.coop.json", [await record()]);
    const { exit, stdout, stderr } = await confirm("--lang", "zh");
    expect([exit, itemsIn(stdout).length]).to.deep.equal([0, 2]);
    expect(stderr).to.contain("已签好，没有发送：4号成员确认3号成员记录的").and.to.contain("那笔记录也一并交出");
  });

  it("takes the only record that names the member, or the one that is counted out", async () => {
    const [mine, other, third] = [await record(), await record({ evidence: `0x${"01".repeat(32)}`, split: [{ member: 3, parts: 1 }, { member: 5, parts: 0 }] }, 1n), await record({ evidence: `0x${"02".repeat(32)}` }, 2n)];
    place.bundles("a.coop.json", [other, mine]);
    expect(itemsIn((await confirm()).stdout)[0]).to.include({ nonce: mine.nonce });
    place.bundles("a.coop.json", [other, mine, third]);
    expect((await confirm()).stderr).to.contain("--item: is needed: several records wait for this member's word, 2, 3.");
    expect(itemsIn((await confirm("--item", "3")).stdout)[0]).to.include({ nonce: third.nonce });
  });

  it("says what is wrong with the file, in both languages, and signs nothing", async () => {
    const profile = await signAct(place.ground, 3, { to: place.ground.deployment.contracts.memberRegistry, data: profileCall("x") }, nonceOf(9n, 0n), now);
    const [own, work, another] = [await record(), await record({ kind: "work" }), await record({ split: [{ member: 3, parts: 1 }, { member: 5, parts: 0 }] })];
    place.bundles("a.coop.json", [own]);
    const both = itemsIn((await confirm()).stdout);
    const wrongs: readonly (readonly [readonly Item[], readonly string[], string, string])[] = [
      [[another], [], "record 1 names member 5 as its other side, not member 4", "第1份写的另一方是5号成员，不是4号"],
      [[work], [], "record 1 is neither an experience nor a learning", "第1份既不是体验也不是学习"],
      [both, [], "record 1 is confirmed already: member 4 signed that", "第1份已经确认过：4号成员"],
      [[profile], [], "it holds no signed record", "文件里没有签好的记录"],
      [[profile, own], ["--item", "1"], "--item: that is no record; of the things in the file these are: 2", "那一份不是记录"],
      [[own], ["--call", "contributionLedger.enrol(1)"], "--call: confirm does not take this", "confirm用不到这一项"],
    ];
    for (const [items, args, en, zh] of wrongs) {
      place.bundles("a.coop.json", items);
      const told = { en: await confirm(...args), zh: await confirm(...args, "--lang", "zh") };
      expect([told.en.exit, told.en.stdout, told.zh.exit, told.zh.stdout], en).to.deep.equal([2, "", 2, ""]);
      expect(told.en.stderr).to.contain(en).and.to.contain("Nothing was signed.");
      expect(told.zh.stderr).to.contain(zh).and.to.contain("什么都没有签。");
    }
    const missing = await place.coop("sign", "confirm", "--record", "none.coop.json", "--seat", "4", "--member", "4", "--nonce", "0");
    expect([missing.exit, missing.stderr.includes("there is no such file")]).to.deep.equal([2, true]);
    const nothing = await place.coop("sign", "confirm", "--seat", "4", "--member", "4", "--nonce", "0");
    expect(nothing.stderr).to.contain("--record: is needed");
  });

  it("changes nothing where the chain has other terms on record: whoever carries is told", async () => {
    await enrol();
    const signed = await record();
    place.bundles("a.coop.json", [signed]);
    expect((await confirm("--out", "b.coop.json")).exit).to.equal(0);
    place.bundles("other.coop.json", [await record({ quantity: 2 }, 1n)]);
    expect((await place.coop("relay", "other.coop.json")).exit).to.equal(0);
    const carried = await place.coop("relay", "b.coop.json");
    expect(carried.exit).to.equal(4);
    expect(carried.stdout).to.contain("What it confirms is not what the chain has on record");
    expect((await place.coop("relay", "b.coop.json", "--lang", "zh")).stdout).to.contain("它要确认的，与现在链上的记录不一样");
    expect(await claim()).to.include({ stage: "unconfirmed", quantity: 2 });
  });
});
