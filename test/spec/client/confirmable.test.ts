import { expect } from "chai";
import type { Hex } from "viem";
import type { ContributionId, MemberId } from "#client/chain/ids.ts";
import type { Ledger } from "#client/ledger.ts";
import { type ActItem, type Confirmable, confirmableIn, differences } from "#client/offnet/confirmable.ts";
import { checkItems } from "#client/offnet/check.ts";
import { planShipments } from "#client/offnet/plan.ts";
import { nonceOf } from "#client/people/nonces.ts";
import { parseConfirm } from "#client/work/confirm.ts";
import { claimId } from "#client/work/foldClaims.ts";
import { parseRecord, type RecordInput } from "#client/work/record.ts";
import { type Report, reportDigest } from "#client/work/report.ts";
import { LAPSE } from "#client/work/stage.ts";
import { council, deployment } from "../../support/client/ballots.ts";
import { after, asRead, NOW, signedAct } from "../../support/client/signed.ts";

const { books } = council({ members: 8 });
const [LIN, XU, HE] = [1, 2, 3] as MemberId[] as [MemberId, MemberId, MemberId];
const EVIDENCE: Hex = `0x${"e".repeat(64)}`;
const id = claimId(LIN, EVIDENCE) as ContributionId;
const input = { project: 1, kind: "learning", quantity: 3, evidence: EVIDENCE, occurredAt: 1_767_571_200, split: [{ member: LIN, parts: 1 }, { member: XU, parts: 0 }], uri: "data:,sharpening" } as const satisfies RecordInput;
const report = parseRecord(input).args[0] as Report;

const recorded = (ledger: Ledger, said: Report = report): Ledger => after(ledger, "contributionLedger", "Recorded", { id, by: LIN, value: 3_000_000n, tier: 2, needed: 2, ...said }, NOW);
const records = (said: Report = report, nonce = nonceOf(0n, 0n)): Promise<ActItem> => signedAct(books, LIN, { intent: { ...parseRecord(input), args: [said] }, nonce });
const confirms = (said: Report = report): Promise<ActItem> => signedAct(books, XU, { intent: parseConfirm({ by: LIN, report: said }) });
const look = (act: ActItem, { ledger = books, member = XU, carried = false, now = NOW, beside = [] as readonly ActItem[] }: { ledger?: Ledger; member?: MemberId | null; carried?: boolean; now?: number; beside?: readonly ActItem[] } = {}): Confirmable | null =>
  confirmableIn(act, { ledger, now, member, carried, beside });

describe("A record that is signed and not carried yet", () => {
  it("may be confirmed by the other side that it names, whole, and by nobody else", async () => {
    const act = await records();
    expect(look(act)).to.deep.equal({ is: "open", report, claim: null });
    expect([look(act, { member: HE }), look(act, { member: LIN }), look(act, { member: null })]).to.deep.equal([{ is: "notNamed", other: XU }, { is: "notNamed", other: XU }, { is: "notNamed", other: XU }]);
    expect([look(await records({ ...report, kind: 0 }))?.is, look(await confirms()), look(await signedAct(books, LIN))]).to.deep.equal(["oneSided", null, null]);
  });

  it("is nothing to confirm where no contract would take it", async () => {
    const wrong: readonly Partial<Report>[] = [
      { split: [] }, { split: [{ member: HE, parts: 1 }, { member: XU, parts: 0 }] }, { split: [{ member: LIN, parts: 0 }, { member: XU, parts: 0 }] },
      { split: [{ member: LIN, parts: 1 }, { member: XU, parts: 1 }, { member: XU, parts: 1 }] }, { split: [{ member: LIN, parts: 1 }, { member: XU, parts: 1 }, { member: HE, parts: 0 }] }, { quantity: 0 },
    ];
    for (const more of wrong) expect(look(await records({ ...report, ...more }))?.is, JSON.stringify(more)).to.equal("malformed");
  });

  it("is confirmed by a word beside it only if that means just this", async () => {
    const [act, yes, other] = [await records(), await confirms(), await confirms({ ...report, quantity: 4 })];
    expect(look(act, { beside: [other] })?.is).to.equal("open");
    expect([look(act, { beside: [other, yes] }), look(act, { beside: [yes], member: HE })]).to.deep.equal([{ is: "signed", by: yes }, { is: "signed", by: yes }]);
    expect(look(act, { beside: [{ ...yes, member: HE }] })?.is, "another's word").to.equal("open");
  });

  it("stands as the chain has it, where the chain has it", async () => {
    const act = await records();
    const waits = recorded(books);
    const claim = waits.work.claims.get(id);
    expect(look(act, { ledger: waits, carried: true })).to.deep.equal({ is: "open", report, claim });
    const done = after(waits, "contributionLedger", "Confirmed", { id, by: XU }, NOW + 60);
    expect(look(act, { ledger: done, carried: true })?.is).to.equal("confirmed");
    const changed = look(act, { ledger: recorded(books, { ...report, quantity: 30, uri: "" }) });
    expect(changed).to.include({ is: "otherwise" }).and.to.deep.include({ differs: ["quantity", "uri"] });
  });

  it("may be carried again once what stood under its evidence is over, but not if it was carried itself", async () => {
    const act = await records();
    const gone = after(recorded(books, { ...report, quantity: 30 }), "contributionLedger", "Withdrawn", { id, by: LIN }, NOW + 60);
    expect([look(act, { ledger: gone })?.is, look(act, { ledger: gone, carried: true })?.is]).to.deep.equal(["open", "over"]);
    const lapsed = { ledger: recorded(books), now: NOW + LAPSE };
    expect([look(act, lapsed)?.is, look(act, { ...lapsed, carried: true })?.is]).to.deep.equal(["open", "over"]);
  });

  it("differs in each entry that says something else, and in no other", () => {
    const others: readonly Partial<Report>[] = [{ project: 2 }, { kind: 1 }, { quantity: 4 }, { occurredAt: 1 }, { split: [...report.split].toReversed() }, { uri: "" }];
    for (const other of others) expect(differences(report, { ...report, ...other })).to.deep.equal(Object.keys(other));
    expect(differences(report, structuredClone(report))).to.deep.equal([]);
  });

  it("is carried before the word that confirms it, in one transaction or in two, however the file is ordered", async () => {
    const items = asRead(await confirms(), await records());
    const checked = await checkItems(items, { ledger: books, deployment, now: NOW });
    const order = (most: number): number[][] => planShipments(checked, { most }).map((one) => one.items.map(({ item }) => item.number));
    expect([order(20), order(1)]).to.deep.equal([[[1, 0]], [[1], [0]]]);
    const verdicts = async (ledger: Ledger) => (await checkItems(items, { ledger, deployment, now: NOW })).map(({ verdict }) => (verdict.is === "bad" ? verdict.problem : verdict.is));
    const other = recorded(books, { ...report, quantity: 30 });
    expect(await verdicts(other), "while another stands under its evidence").to.deep.equal(["recordedOtherwise", "good"]);
    expect(await verdicts(after(other, "contributionLedger", "Withdrawn", { id, by: LIN }, NOW))).to.deep.equal(["good", "good"]);
    expect((items[0] as ActItem).data, "what it confirms").to.include(reportDigest(report).slice(2));
  });
});
