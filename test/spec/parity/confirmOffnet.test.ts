import { expect } from "chai";
import { encodeFunctionData, type Hex } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { callOf } from "#client/chain/call.ts";
import type { Intent } from "#client/chain/intent.ts";
import type { MemberId } from "#client/chain/ids.ts";
import { type Item, readBundle, writeBundle } from "#client/offnet/bundle.ts";
import { checkItems } from "#client/offnet/check.ts";
import { type ActItem, confirmableIn } from "#client/offnet/confirmable.ts";
import { type Outcome, outcomesOf, type PlanOptions, planShipments } from "#client/offnet/plan.ts";
import { actOf, chooseNonce } from "#client/offnet/sign.ts";
import { parseConfirm } from "#client/work/confirm.ts";
import { foretellClaim } from "#client/work/foretold.ts";
import { parseRecord, type RecordInput } from "#client/work/record.ts";
import { type Report, reportDigest } from "#client/work/report.ts";
import { stageOf } from "#client/work/stage.ts";
import type { RecordClaim } from "#client/work/types.ts";
import { practiceAccount } from "../../../scripts/seed/people.ts";
import { chain, load } from "../../support/chain.ts";
import { sign } from "../../support/client/signed.ts";
import { client, World } from "../../support/client/world.ts";
import { type Cooperative, found } from "../../support/cooperative.ts";

const [LIN, XU] = [1, 2] as MemberId[] as [MemberId, MemberId];
const EVIDENCE: Hex = `0x${"e".repeat(64)}`;

/** Eight members, five of whom attest in the mill. */
async function mill(): Promise<Cooperative> {
  const coop = await found({ members: 8 });
  await coop.allEnrol(coop.all.slice(2, 7));
  return coop;
}

describe("A record and its confirmation, both signed off-net", () => {
  let coop: Cooperative;
  let world: World;
  let lesson: RecordInput;
  beforeEach(async () => {
    coop = await load(mill);
    world = new World(coop.record);
    const split = [{ member: LIN, parts: 2 }, { member: XU, parts: 1 }];
    lesson = { project: 1, kind: "experience", quantity: 3, evidence: EVIDENCE, occurredAt: (await world.now()) - 3_600, split, uri: "data:,a%20tasting" };
  });

  const act = async (member: MemberId, intent: Intent): Promise<ActItem> => {
    const ledger = await world.read();
    const said = actOf(intent, { ledger, deployment: world.deployment, member, now: await world.now(), nonce: chooseNonce(ledger, member, []) });
    return { kind: "act", ...said, signature: await sign(privateKeyToAccount(practiceAccount(member).privateKey as Hex), "Act", said, world.deployment) };
  };
  /** What the other side signs, by nothing but the record's signed act. */
  const confirmation = async (record: ActItem): Promise<ActItem> => {
    const found = confirmableIn(record, { ledger: await world.read(), now: await world.now(), member: XU, carried: false, beside: [] });
    if (found?.is !== "open") throw new Error(`It is ${found?.is}.`);
    return act(XU, parseConfirm({ by: record.member, report: found.report }));
  };
  const look = async (items: readonly Item[]) => checkItems(readBundle(writeBundle(items, world.deployment)).items, { ledger: await world.read(), deployment: world.deployment, now: await world.now() });
  /** A stranger carries a file. */
  const carry = async (items: readonly Item[], options: PlanOptions = {}): Promise<boolean[]> => {
    const outcomes: Outcome[] = [];
    for (const shipment of planShipments(await look(items), options)) {
      const { address, abi, functionName, args } = callOf(world.deployment, shipment.intent);
      const sent = { from: coop.stranger.address, to: address, data: encodeFunctionData({ abi, functionName, args }), gas: "0xe4e1c0" };
      const hash = (await chain.provider.request({ method: "eth_sendTransaction", params: [sent] })) as Hex;
      outcomes.push(...outcomesOf(shipment, await client.getTransactionReceipt({ hash }), world.deployment));
    }
    return outcomes.map(({ done }) => done);
  };
  const claim = async (): Promise<RecordClaim> => [...(await world.read()).work.claims.values()][0] as RecordClaim;

  for (const [way, most] of [["one transaction", 20], ["one after another", 1]] as const)
    it(`land in ${way}, in whichever order the file has them, and wait for attesters`, async () => {
      const record = await act(LIN, parseRecord(lesson));
      expect(await carry([await confirmation(record), record], { most })).to.deep.equal([true, true]);
      const landed = await claim();
      expect([landed.stage, stageOf(await world.read(), landed, await world.now()).situation]).to.deep.equal(["pending", "waiting"]);
      expect(landed.confirmedAt).to.be.a("number");
    });

  it("name one digest: the contract's own of the report inside the signed act", async () => {
    const record = await act(LIN, parseRecord(lesson));
    const found = confirmableIn(record, { ledger: await world.read(), now: await world.now(), member: XU, carried: false, beside: [] });
    const { report } = found as { report: Report };
    const digest = await world.view<Hex>("contributionLedger", "reportDigest", report);
    expect(reportDigest(report)).to.equal(digest);
    expect(parseConfirm({ by: LIN, report }).args[2]).to.equal(digest);
    expect((await confirmation(record)).data.endsWith(digest.slice(2))).to.equal(true);
  });

  it("are told before they land as the chain tells them afterwards", async () => {
    const record = await act(LIN, parseRecord(lesson));
    const foretold = foretellClaim(await world.read(), LIN, parseRecord(lesson).args[0] as Report, await world.now());
    await carry([record]);
    const landed = await claim();
    expect({ ...foretold, madeAt: landed.madeAt, tx: landed.tx, block: landed.block }).to.deep.equal(landed);
  });

  it("leave the confirmation for later where the record never comes, and void where other terms came first", async () => {
    const record = await act(LIN, parseRecord(lesson));
    const confirming = await confirmation(record);
    expect(await carry([confirming])).to.deep.equal([]);
    await carry([await act(LIN, parseRecord({ ...lesson, quantity: 4 }))]);
    expect((await look([confirming, record])).map(({ verdict }) => (verdict.is === "bad" ? verdict.problem : verdict.is))).to.include("recordedOtherwise");
    expect(confirmableIn(record, { ledger: await world.read(), now: await world.now(), member: XU, carried: false, beside: [] })).to.deep.include({ is: "otherwise", differs: ["quantity"] });
    expect((await claim()).stage, "nothing was changed").to.equal("unconfirmed");
  });
});
