import { expect } from "chai";
import type { ContributionId, MemberId, ProjectId } from "#client/chain/ids.ts";
import { plainSpeech, type Speech, tell } from "#client/chain/words.ts";
import type { Ledger } from "#client/ledger.ts";
import type { Item } from "#client/offnet/bundle.ts";
import { checkItems } from "#client/offnet/check.ts";
import { planShipments } from "#client/offnet/plan.ts";
import { nonceOf } from "#client/people/nonces.ts";
import { partOf } from "#client/value/explainClaim.ts";
import { waitingFor } from "#client/value/waiting.ts";
import { parseConfirm } from "#client/work/confirm.ts";
import { claimId } from "#client/work/foldClaims.ts";
import { attestObstacle, confirmObstacle, withdrawObstacle } from "#client/work/may.ts";
import { parseRecord, type RecordInput } from "#client/work/record.ts";
import { type Report, reportDigest, reportOf } from "#client/work/report.ts";
import { LAPSE, stageOf } from "#client/work/stage.ts";
import { recordedIn } from "#client/work/sums.ts";
import { otherSideOf, sharersOf } from "#client/work/twoSided.ts";
import type { RecordClaim } from "#client/work/types.ts";
import { council, deployment } from "../../support/client/ballots.ts";
import { after, asRead, NOW, signedAct } from "../../support/client/signed.ts";

const { books } = council({ members: 8 });
const [LIN, XU, HE] = [1, 2, 3] as MemberId[] as [MemberId, MemberId, MemberId];
const EVIDENCE = `0x${"e".repeat(64)}` as const;
const id = claimId(LIN, EVIDENCE);
const input = { project: 1, kind: "learning", quantity: 3, evidence: EVIDENCE, occurredAt: 1_767_571_200, split: [{ member: LIN, parts: 1 }, { member: XU, parts: 0 }], uri: "data:,sharpening" } as const satisfies RecordInput;
const intent = parseRecord(input);
const report = intent.args[0] as Report;

const recorded = (ledger: Ledger, said: Report = report, at = NOW): Ledger =>
  after(ledger, "contributionLedger", "Recorded", { id, by: LIN, value: 3_000_000n, tier: 2, needed: 2, ...said }, at);
const confirmed = (ledger: Ledger): Ledger => after(ledger, "contributionLedger", "Confirmed", { id, by: XU }, NOW + 60);
const claimIn = (ledger: Ledger): RecordClaim => ledger.work.claims.get(id as ContributionId) as RecordClaim;
const waits = recorded(books);

describe("A record that waits for its other side, by its events", () => {
  it("is unconfirmed until the other side's word, then pending; lapses as any", () => {
    expect([stageOf(waits, claimIn(waits), NOW), stageOf(waits, claimIn(waits), NOW + LAPSE - 1).situation, stageOf(waits, claimIn(waits), NOW + LAPSE)]).to.deep.equal([
      { situation: "unconfirmed", until: NOW + LAPSE }, "unconfirmed", { situation: "lapsed", until: null },
    ]);
    const after = confirmed(waits);
    expect([stageOf(after, claimIn(after), NOW + 60).situation, claimIn(waits).confirmedAt, claimIn(after).confirmedAt]).to.deep.equal(["waiting", null, NOW + 60]);
  });

  it("has an other side among its own people, who is no contributor without parts", () => {
    const claim = claimIn(waits);
    expect([otherSideOf(claim), claim.owners, sharersOf(claim)]).to.deep.equal([XU, [LIN, XU], [LIN]]);
    expect([partOf(claim, LIN, 3n), partOf(claim, XU, 3n)]).to.deep.equal([3n, 0n]);
    expect([recordedIn(waits, 1 as ProjectId, LIN, claim.epoch), recordedIn(waits, 1 as ProjectId, XU, claim.epoch)]).to.deep.equal([3_000_000n, 0n]);
    const shared = claimIn(recorded(books, { ...report, split: [{ member: LIN, parts: 1 }, { member: XU, parts: 2 }] }));
    expect([otherSideOf(shared), sharersOf(shared)]).to.deep.equal([XU, [LIN, XU]]);
    const work = claimIn(recorded(books, { ...report, kind: 0 }));
    expect([otherSideOf(work), work.stage]).to.deep.equal([null, "pending"]);
  });

  it("is the other side's to confirm, its own people's to take back, and nobody's to attest", () => {
    const claim = claimIn(waits);
    expect([LIN, XU, HE].map((member) => confirmObstacle(waits, claim, member, NOW))).to.deep.equal(["NotTheOtherSide", null, "NotTheOtherSide"]);
    expect([LIN, XU, HE].map((member) => withdrawObstacle(waits, claim, member, NOW))).to.deep.equal([null, null, "NotYours"]);
    expect([LIN, XU, HE].map((member) => attestObstacle(waits, claim, member, NOW))).to.deep.equal(["NotPending", "NotPending", "NotPending"]);
    expect([confirmObstacle(waits, claim, XU, NOW + LAPSE), withdrawObstacle(waits, claim, XU, NOW + LAPSE), attestObstacle(waits, claim, HE, NOW + LAPSE)]).to.deep.equal(["Lapsed", "Lapsed", "Lapsed"]);
    const later = confirmed(waits);
    expect([confirmObstacle(later, claimIn(later), XU, NOW + 60), withdrawObstacle(later, claimIn(later), XU, NOW + 60)]).to.deep.equal(["NotUnconfirmed", null]);
  });

  it("waits for the other side alone, among what a member can do", () => {
    const things = (ledger: Ledger, member: MemberId, now = NOW) => waitingFor(ledger, member, now).filter(({ is }) => is === "confirm");
    expect(things(waits, XU).map(({ until }) => until)).to.deep.equal([NOW + LAPSE]);
    expect([things(waits, LIN), things(waits, HE), things(confirmed(waits), XU), things(waits, XU, NOW + LAPSE)]).to.deep.equal([[], [], [], []]);
  });

  it("is confirmed by a digest of all that it says, which the books give again", () => {
    expect(reportOf(claimIn(waits))).to.deep.equal(report);
    expect(parseConfirm({ by: LIN, report: reportOf(claimIn(waits)) }).args).to.deep.equal([LIN, EVIDENCE, reportDigest(report)]);
    const others: Partial<Report>[] = [{ project: 2 }, { kind: 1 }, { quantity: 4 }, { occurredAt: 1 }, { uri: "" }, { split: [{ member: LIN, parts: 1 }, { member: XU, parts: 1 }] }, { evidence: `0x${"f".repeat(64)}` }];
    expect(new Set([report, ...others.map((other) => ({ ...report, ...other }))].map(reportDigest)).size).to.equal(others.length + 1);
  });
});

const names = ["", "林", "徐", "何"];
const speech: Speech = {
  ...plainSpeech,
  member: (number) => tell(names[number] ?? String(number), ["", "Lin", "Xu", "He"][number] ?? String(number)),
  time: (at) => tell(new Date(at * 1000).toISOString().slice(0, 10), new Date(at * 1000).toISOString().slice(0, 10)),
};
const confirms = (said: Report = report, nonce = nonceOf(0n, 0n)): Promise<Item> => signedAct(books, XU, { intent: parseConfirm({ by: LIN, report: said }), nonce });
const look = async (items: readonly Item[], ledger: Ledger = books) => checkItems(asRead(...items), { ledger, deployment, now: NOW, speech });
const told = async (items: readonly Item[], ledger: Ledger = books): Promise<string[]> =>
  (await look(items, ledger)).map(({ verdict }) => (verdict.is === "bad" ? verdict.problem : verdict.is === "waits" ? `waits for ${verdict.for.is}` : verdict.is));

describe("A confirmation signed off-net", () => {
  it("says all that it confirms: project, kind, quantity, who, parts, date and words", async () => {
    const [{ what }] = (await look([await confirms()], waits)) as [Awaited<ReturnType<typeof look>>[number]];
    expect(what.en).to.equal("Xu confirms what Lin recorded: 3 units of learning in project 1, done 2026-01-05; shared by Lin 1 part, Xu no part; it says “sharpening”");
    expect(what.zh).to.equal("徐确认林记录的：在1号项目的3单位学习，2026-01-05做的；分给林 1份、徐不分；写着“sharpening”");
  });

  it("tells it by the record beside it, where that is not on the chain yet", async () => {
    const found = await look([await confirms(), await signedAct(books, LIN, { intent })]);
    expect(found.map(({ verdict }) => verdict.is)).to.deep.equal(["good", "good"]);
    expect(found[0]!.what.en).to.equal("Xu confirms what Lin recorded: 3 units of learning in project 1, done 2026-01-05; shared by Lin 1 part, Xu no part; it says “sharpening” (the record is here, and not on the chain yet)");
  });

  it("says plainly that its record is not at hand, and waits for it", async () => {
    const [found] = await look([await confirms()]);
    expect(found!.what.en).to.equal("Xu confirms a record of Lin (digest 0xeeeeeeee…), which is not at hand: what it says cannot be told here");
    expect(found!.what.zh).to.contain("记录不在手边");
    expect(await told([await confirms()])).to.deep.equal(["waits for record"]);
    expect(await told([await confirms(), await signedAct(books, LIN, { intent: parseRecord({ ...input, quantity: 4 }) })])).to.deep.equal(["waits for record", "good"]);
  });

  it("is kept back where the chain has something else on record", async () => {
    const other = recorded(books, { ...report, quantity: 30 });
    const [found] = await look([await confirms()], other);
    expect(found!.what.en).to.contain("but what the chain has on record is not what this confirms");
    expect(await told([await confirms()], other)).to.deep.equal(["recordedOtherwise"]);
    expect(await told([await confirms()], waits)).to.deep.equal(["good"]);
  });

  it("holds those back that come after it in its series", async () => {
    const next = await signedAct(books, XU, { nonce: nonceOf(0n, 1n) });
    expect(await told([next, await confirms()])).to.deep.equal(["waits for earlier", "waits for record"]);
    expect(await told([next, await confirms()], waits)).to.deep.equal(["good", "good"]);
  });

  it("is carried after its record, though its signer comes first, and no series changes its order", async () => {
    const later = { ...report, evidence: `0x${"d".repeat(64)}` } as const;
    const acts = [
      await signedAct(books, HE, { intent: parseRecord({ ...input, evidence: later.evidence, split: [{ member: HE, parts: 1 }, { member: XU, parts: 1 }] }), nonce: nonceOf(0n, 1n) }),
      await signedAct(books, HE, { nonce: nonceOf(0n, 0n) }),
      await signedAct(books, XU, { intent: parseConfirm({ by: HE, report: { ...later, split: [{ member: HE, parts: 1 }, { member: XU, parts: 1 }] } }), nonce: nonceOf(5n, 0n) }),
      await signedAct(books, XU, { nonce: nonceOf(5n, 1n) }),
      await signedAct(books, XU, { nonce: nonceOf(6n, 0n) }),
    ];
    const order = planShipments(await look(acts)).flatMap(({ items }) => items.map(({ item }) => (item.kind === "act" ? `${item.member}:${item.nonce >> 64n}.${item.nonce & 0xffn}` : item.kind)));
    expect(order).to.deep.equal(["3:0.0", "3:0.1", "2:5.0", "2:5.1", "2:6.0"]);
  });

  it("that waits for one which waits for it is carried by its series all the same", async () => {
    const mine = { ...input, split: [{ member: XU, parts: 1 }, { member: LIN, parts: 0 }] } as const;
    const acts = [
      await confirms(report, nonceOf(0n, 0n)),
      await signedAct(books, XU, { intent: parseRecord(mine), nonce: nonceOf(0n, 1n) }),
      await signedAct(books, LIN, { intent: parseConfirm({ by: XU, report: parseRecord(mine).args[0] as Report }), nonce: nonceOf(0n, 0n) }),
      await signedAct(books, LIN, { intent, nonce: nonceOf(0n, 1n) }),
    ];
    const order = planShipments(await look(acts)).flatMap(({ items }) => items.map(({ item }) => (item.kind === "act" ? `${item.member}.${item.nonce & 0xffn}` : item.kind)));
    expect(order.toSorted()).to.deep.equal(["1.0", "1.1", "2.0", "2.1"]);
    for (const member of ["1", "2"]) expect(order.indexOf(`${member}.0`)).to.be.lessThan(order.indexOf(`${member}.1`));
  });
});
