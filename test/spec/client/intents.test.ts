import { expect } from "chai";
import { decodeFunctionData, encodeFunctionData, toFunctionSelector } from "viem";
import { abis } from "#client/chain/contracts.ts";
import { contributionId, memberId, projectId } from "#client/chain/ids.ts";
import { InputFault, type Intent } from "#client/chain/intent.ts";
import { parseCarry, parseCarryMany, parseRevokeAct } from "#client/people/carry.ts";
import { parseJoin } from "#client/people/join.ts";
import { parseCancelRecovery, parseFinishRecovery, parseOpenRecovery, parseVeto } from "#client/people/recovery.ts";
import { parseRejoin } from "#client/people/rejoin.ts";
import { parseResign } from "#client/people/resign.ts";
import { parseRevokeVouch } from "#client/people/revokeVouch.ts";
import { parseRotate } from "#client/people/rotate.ts";
import { parseSetGuardians } from "#client/people/setGuardians.ts";
import { parseTakeSeat } from "#client/people/takeSeat.ts";
import { parseSetProfile } from "#client/people/setProfile.ts";
import { parseClose } from "#client/value/close.ts";
import { parseDraw } from "#client/value/draw.ts";
import { parseDrawLeaf, parseDrawLeafOf } from "#client/value/drawLeaf.ts";
import { parseAnswer } from "#client/work/answer.ts";
import { parseAttest } from "#client/work/attest.ts";
import { parseAttestMany } from "#client/work/attestMany.ts";
import { parseChallenge } from "#client/work/challenge.ts";
import { parseEnrol } from "#client/work/enrol.ts";
import { parsePostBatch } from "#client/work/postBatch.ts";
import { parseProposeBinding } from "#client/work/proposeBinding.ts";
import { parseConfirm } from "#client/work/confirm.ts";
import { parseRecord } from "#client/work/record.ts";
import { buildSumTree } from "#client/work/sumTree.ts";
import { parseWithdraw } from "#client/work/withdraw.ts";
import { parseCancel } from "#client/governance/cancel.ts";
import { parseCastBallots } from "#client/governance/castBallots.ts";
import { parseExecute } from "#client/governance/execute.ts";
import { parsePropose } from "#client/governance/propose.ts";
import { parseQueue } from "#client/governance/queue.ts";
import { parseVote } from "#client/governance/vote.ts";
import { parseAdoptComments } from "#client/work/adoptComments.ts";
import { parseAskToClose } from "#client/work/askToClose.ts";
import { parseDraftStatement } from "#client/work/draftStatement.ts";
import { parsePublishArticle } from "#client/work/publishArticle.ts";
import { parseReview } from "#client/work/review.ts";
import { cidOf } from "#client/work/statement/cid.ts";
import { parseSubmitStatement } from "#client/work/submitStatement.ts";
import { parseDisown } from "#client/work/disown.ts";
import { parseTakeBack } from "#client/work/takeBack.ts";
import { charter, council, deployment, keyOf, proposalWith } from "../../support/client/ballots.ts";

const hash = (digit: string): `0x${string}` => `0x${digit.repeat(64)}`;
const at = 1_767_571_200;
const record = { project: 1, kind: "work", quantity: 6, evidence: hash("a"), occurredAt: at } as const;
const batch = { project: 1, root: hash("b"), sum: 5n, credit: 4n, dataDigest: hash("c"), uri: "" };
const report = { project: 1, kind: 1, quantity: 6, evidence: hash("a"), occurredAt: at, split: [{ member: 1, parts: 1 }, { member: 2, parts: 0 }], uri: "" };
const tree = buildSumTree(["1", "2", "3"].map((digit, place) => ({ identity: hash(digit), value: BigInt(place + 1), recordsDigest: hash("d") })));

const proposal = proposalWith(council({ members: 3 }).books);
const statement = { project: null, previous: null, cofounders: [], charter };
const marks = Array.from({ length: 12 }, () => 2);
const review = { statement: hash("5"), marks, comment: null, uri: "" };
const proposer = keyOf(1).address;
const stop = { type: "parameter", parameter: "stopPercent", value: 12n } as const;
const ask = { actions: [stop], description: "why", proposer };
const bundle = { proposalId: proposal.id, ballots: [{ voter: 1n | (1n << 56n), r: hash("1"), vs: hash("2") }], wallets: [{ member: 2 as never, keyEpoch: 0, support: 0, wallet: proposer, signature: "0x12" as const }] };

const application = { applicant: proposer, profileDigest: hash("0"), profileUri: "", expires: at, signature: "0x12" as const };
const vouch = (sponsor: number) => ({ applicant: proposer, joinCount: 0, sponsor, keyEpoch: 0, expires: at, signature: "0x12" as const });
const consent = (member: number) => ({ member: 9, guardian: keyOf(member).address, expires: at, signature: "0x12" as const });
const approval = (member: number) => ({ signer: keyOf(member).address, signature: "0x12" as const });
const parcel = { member: 1, keyEpoch: 0, to: deployment.contracts.relay, data: "0x12" as const, nonce: 0n, notBefore: at, notAfter: at, signature: "0x12" as const, gas: 1 };

const good: [string, Intent][] = [
  ["recording", parseRecord({ ...record, split: [{ member: 1, parts: 2 }, { member: 2, parts: 1 }], uri: "data:,rice" })],
  ["recording an experience whose other side has no part", parseRecord({ ...record, kind: "experience", split: [{ member: 1, parts: 1 }, { member: 2, parts: 0 }] })],
  ["confirming", parseConfirm({ by: 1, report })],
  ["attesting", parseAttest({ by: 1, evidence: hash("a"), quantity: 0 })],
  ["attesting many", parseAttestMany([{ by: 1, evidence: hash("a"), quantity: 6 }, { by: 2, evidence: hash("b"), quantity: 1 }])],
  ["enrolling", parseEnrol({ project: 0 })],
  ["withdrawing", parseWithdraw({ by: 1, evidence: hash("a") })],
  ["challenging", parseChallenge({ by: 1, evidence: hash("a") })],
  ["answering", parseAnswer({ by: 1, evidence: hash("a"), tenths: 7, lane: "record" })],
  ["posting a batch", parsePostBatch(batch)],
  ["proposing a binding", parseProposeBinding({ project: 1, identity: hash("e"), member: 2 })],
  ["drawing", parseDraw({ project: 1, member: 2, epochs: [3, 1, 3] })],
  ["drawing a leaf", parseDrawLeafOf(hash("f"), tree, hash("2"))],
  ["closing", parseClose({ project: 1, most: 8 })],
  ["changing a profile", parseSetProfile({ zh: "林小满", en: "Lin" })],
  ["drafting", parseDraftStatement(statement)],
  ["drafting an amendment", parseDraftStatement({ project: 1, previous: hash("6"), cofounders: [3, 4], charter: { ...charter, uri: `ipfs://${cidOf(charter.statement)}` } })],
  ["submitting", parseSubmitStatement({ statement: hash("5") })],
  ["taking back", parseTakeBack({ statement: hash("5") })],
  ["disowning", parseDisown({ statement: hash("5") })],
  ["reviewing", parseReview({ ...review, comment: hash("c"), uri: "data:,well" })],
  ["adopting comments", parseAdoptComments({ statement: hash("5"), reviewed: hash("6"), reviewers: [3, 4, 3] })],
  ["publishing", parsePublishArticle({ document: hash("d"), uri: "", coauthors: [2] })],
  ["asking to close", parseAskToClose({ project: 1, wanted: true })],
  ["proposing", parsePropose(ask, deployment)],
  ["voting", parseVote(proposal, "abstain")],
  ["voting with a reason", parseVote(proposal, "for", "因为")],
  ["giving to the timelock", parseQueue(proposal)],
  ["carrying out", parseExecute(proposal)],
  ["cancelling", parseCancel(proposal)],
  ["carrying ballots", parseCastBallots([bundle])],
  ["joining", parseJoin(application, [vouch(1), vouch(2)])],
  ["joining as one whom a vote named", parseJoin(application, [])],
  ["returning", parseRejoin([{ ...vouch(1), joinCount: 1 }, { ...vouch(2), joinCount: 1 }])],
  ["taking a seat", parseTakeSeat(4)],
  ["leaving", parseResign()],
  ["taking a vouch back", parseRevokeVouch(vouch(1))],
  ["changing a key", parseRotate({ newKey: proposer, expires: at, signature: "0x12" })],
  ["naming guardians", parseSetGuardians([1, 2, 3].map(consent))],
  ["opening a recovery", parseOpenRecovery({ member: 1, newKey: proposer, expires: at }, "0x12", [3, 2].map(approval))],
  ["closing a recovery", parseCancelRecovery({ member: 1, expires: at }, [2, 3].map(approval))],
  ["finishing a recovery", parseFinishRecovery(1)],
  ["saying no to a recovery", parseVeto()],
  ["carrying an act", parseCarry(parcel)],
  ["carrying many acts", parseCarryMany([parcel, { ...parcel, nonce: 2n ** 256n - 1n }])],
  ["revoking an act", parseRevokeAct(2n ** 64n)],
];

describe("An intent", () => {
  for (const [what, { contract, functionName, args, expects, times }] of good) {
    it(`of ${what} is plain data that the contract takes, and names an event of it`, () => {
      expect(structuredClone(args)).to.deep.equal(args);
      const abi = abis[contract];
      const data = encodeFunctionData({ abi, functionName, args } as never);
      const read = decodeFunctionData({ abi, data });
      expect(read.functionName).to.equal(functionName);
      expect(data.slice(0, 10)).to.equal(toFunctionSelector(abi.find((item) => item.type === "function" && item.name === functionName) as never));
      expect(abi.some((item) => item.type === "event" && item.name === expects)).to.equal(true);
      expect(times).to.be.greaterThan(0);
    });
  }

  it("of drawing asks for each epoch once, in order, and awaits as many events", () => {
    const intent = parseDraw({ project: 1, member: 2, epochs: [3, 1, 3] });
    expect(intent.args[2]).to.deep.equal([1, 3]);
    expect(intent.times).to.equal(2);
  });

  it("of opening a recovery has its signers in the order that the contract wants, and of joining says once for whom the vouches are", () => {
    const signers = (parseOpenRecovery({ member: 1, newKey: proposer, expires: at }, "0x12", [1, 2, 3, 4, 5].map(approval)).args[4] as { signer: string }[]).map(({ signer }) => BigInt(signer));
    expect(signers).to.deep.equal(signers.toSorted((a, b) => (a < b ? -1 : 1)));
    expect(parseJoin(application, [vouch(1)]).args[1]).to.deep.equal([{ sponsor: 1, keyEpoch: 0, expires: at, signature: "0x12" }]);
  });

  it("of proposing ends its words so that no other key may propose them, once and not twice", () => {
    const words = (description: string): unknown => parsePropose({ ...ask, description }, deployment).args[3];
    expect(words("why")).to.equal(`why\n\n#proposer=${proposer}`);
    expect(words(`why\n\n#proposer=${keyOf(2).address}`)).to.equal(`why\n\n#proposer=${proposer}`);
  });

  const many = Array.from({ length: 51 }, () => ({ by: 1, evidence: hash("a"), quantity: 1 }));
  const leaf = tree.leaves[0]!;
  const bad: [string, string, () => Intent][] = [
    ["an experience without its other side", "split", () => parseRecord({ ...record, kind: "experience", split: [] })],
    ["no part of work", "split", () => parseRecord({ ...record, split: [{ member: 1, parts: 1 }, { member: 2, parts: 0 }] })],
    ["no part of a learning for a third", "split", () => parseRecord({ ...record, kind: "learning", split: [1, 2, 3].map((member) => ({ member, parts: member === 1 ? 1 : 0 })) })],
    ["a confirmation of nobody's record", "by", () => parseConfirm({ by: 0, report })],
    ["a confirmation of no evidence", "evidence", () => parseConfirm({ by: 1, report: { ...report, evidence: hash("0") } })],
    ["no quantity", "quantity", () => parseRecord({ ...record, quantity: 0 })],
    ["half a unit", "quantity", () => parseRecord({ ...record, quantity: 0.5 })],
    ["more than 32 bits", "quantity", () => parseRecord({ ...record, quantity: 2 ** 32 })],
    ["a digest of zero", "evidence", () => parseRecord({ ...record, evidence: hash("0") })],
    ["a digest cut short", "evidence", () => parseRecord({ ...record, evidence: "0xab" })],
    ["no date", "occurredAt", () => parseRecord({ ...record, occurredAt: Number.NaN })],
    ["a split of one", "split", () => parseRecord({ ...record, split: [{ member: 1, parts: 1 }] })],
    ["a split of eight", "split", () => parseRecord({ ...record, split: Array.from({ length: 8 }, (_, place) => ({ member: place + 1, parts: 1 })) })],
    ["a vouch for somebody else", "vouches", () => parseJoin(application, [{ ...vouch(1), applicant: keyOf(2).address }])],
    ["a vouch for another joining", "vouches", () => parseJoin(application, [{ ...vouch(1), joinCount: 1 }])],
    ["two guardians", "guardians", () => parseSetGuardians([1, 2].map(consent))],
    ["six guardians", "guardians", () => parseSetGuardians([1, 2, 3, 4, 5, 6].map(consent))],
    ["a guardian twice", "guardians", () => parseSetGuardians([1, 2, 1].map(consent))],
    ["a recovery of nobody", "member", () => parseFinishRecovery(0)],
    ["somebody twice in a split", "split", () => parseRecord({ ...record, split: [{ member: 1, parts: 1 }, { member: 1, parts: 1 }] })],
    ["a part of nothing", "split", () => parseRecord({ ...record, split: [{ member: 1, parts: 1 }, { member: 2, parts: 0 }] })],
    ["a script for words", "uri", () => parseRecord({ ...record, uri: "javascript:alert(1)" })],
    ["nobody for a member", "by", () => parseAttest({ by: 0, evidence: hash("a"), quantity: 1 })],
    ["no answers", "answers", () => parseAttestMany([])],
    ["too many answers", "answers", () => parseAttestMany(many)],
    ["eleven tenths", "tenths", () => parseAnswer({ by: 1, evidence: hash("a"), tenths: 11, lane: "record" })],
    ["half a yes", "tenths", () => parseAnswer({ by: 1, evidence: hash("a"), tenths: 5, lane: "batch" })],
    ["an empty batch", "sum", () => parsePostBatch({ ...batch, sum: 0n })],
    ["a sum of 2^63", "sum", () => parsePostBatch({ ...batch, sum: 2n ** 63n })],
    ["a batch for nothing", "credit", () => parsePostBatch({ ...batch, credit: 0n })],
    ["a web page for data", "uri", () => parsePostBatch({ ...batch, uri: "data:text/html,x" })],
    ["a project below zero", "project", () => parseEnrol({ project: -1 })],
    ["no epochs", "epochs", () => parseDraw({ project: 1, member: 1, epochs: [] })],
    ["somebody who is not in the batch", "identity", () => parseDrawLeafOf(hash("f"), tree, hash("9"))],
    ["a leaf worth more than it is", "proof", () => parseDrawLeaf({ batch: hash("f"), root: tree.root, sum: tree.sum, leaf: { ...leaf, value: 9n }, proof: tree.proof(0) })],
    ["nothing to close", "most", () => parseClose({ project: 1, most: 0 })],
    ["a budget of nothing", "budget", () => parseDraftStatement({ ...statement, charter: { ...charter, budget: 0n } })],
    ["a budget of 2^48", "budget", () => parseDraftStatement({ ...statement, charter: { ...charter, budget: 2n ** 48n } })],
    ["a rate of 2^40", "rates.work", () => parseDraftStatement({ ...statement, charter: { ...charter, rates: { ...charter.rates, work: 2n ** 40n } } })],
    ["too small a surplus", "minSurplus", () => parseDraftStatement({ ...statement, charter: { ...charter, minSurplus: 4 } })],
    ["no stewards", "stewards", () => parseDraftStatement({ ...statement, charter: { ...charter, stewards: [] } })],
    ["a steward twice", "stewards", () => parseDraftStatement({ ...statement, charter: { ...charter, stewards: [1, 1] as never } })],
    ["eight co-founders", "cofounders", () => parseDraftStatement({ ...statement, cofounders: [1, 2, 3, 4, 5, 6, 7, 8] })],
    ["a script for an address", "uri", () => parseDraftStatement({ ...statement, charter: { ...charter, uri: "javascript:alert(1)" } })],
    ["the address of another document", "uri", () => parseDraftStatement({ ...statement, charter: { ...charter, uri: `ipfs://${cidOf(hash("b"))}` } })],
    ["eleven marks", "marks", () => parseReview({ ...review, marks: marks.slice(1) })],
    ["a mark of three", "marks", () => parseReview({ ...review, marks: [...marks.slice(1), 3] })],
    ["an address of no comment", "uri", () => parseReview({ ...review, uri: "data:,well" })],
    ["nobody's comments", "reviewers", () => parseAdoptComments({ statement: hash("5"), reviewed: hash("6"), reviewers: [] })],
    ["the cooperative to close", "project", () => parseAskToClose({ project: 0, wanted: true })],
    ["nothing to propose", "actions", () => parsePropose({ ...ask, actions: [] }, deployment)],
    ["two sorts of things", "actions", () => parsePropose({ ...ask, actions: [stop, { type: "close", project: 1 as never }] }, deployment)],
    ["eleven things", "actions", () => parsePropose({ ...ask, actions: Array.from({ length: 11 }, () => stop) }, deployment)],
    ["fifty-one names", "keys", () => parsePropose({ ...ask, actions: [{ type: "name", keys: Array.from({ length: 51 }, (_, at) => `0x${(at + 1).toString(16).padStart(40, "0")}` as const) }] }, deployment)],
    ["one person named twice", "keys", () => parsePropose({ ...ask, actions: [{ type: "name", keys: [`0x${"ab".repeat(20)}`, `0x${"AB".repeat(20)}`] }] }, deployment)],
    ["nobody named", "keys", () => parsePropose({ ...ask, actions: [{ type: "name", keys: [] }] }, deployment)],
    ["a name that is no address", "keys", () => parsePropose({ ...ask, actions: [{ type: "name", keys: ["0x12"] }] }, deployment)],
    ["two expulsions", "actions", () => parsePropose({ ...ask, actions: [3, 4].map((member) => ({ type: "expel", member: member as never, cause: hash("c") }) as const) }, deployment)],
    ["a number out of bounds", "value", () => parsePropose({ ...ask, actions: [{ ...stop, value: 26n }] }, deployment)],
    ["no words", "description", () => parsePropose({ ...ask, description: ` \n#proposer=${proposer}` }, deployment)],
    ["too many words", "description", () => parsePropose({ ...ask, description: "字".repeat(6_000) }, deployment)],
    ["nobody who proposes", "proposer", () => parsePropose({ ...ask, proposer: "0x12" }, deployment)],
    ["too long a reason", "reason", () => parseVote(proposal, "for", "字".repeat(281))],
    ["no ballots", "ballots", () => parseCastBallots([])],
    ["a name that does not show", "zh", () => parseSetProfile({ zh: "\u200B", en: "Lin" })],
  ];
  for (const [what, field, parse] of bad) {
    it(`with ${what} is stopped at the door, and the field is named`, () => {
      try {
        parse();
      } catch (error) {
        expect(error).to.be.instanceOf(InputFault);
        const { field: named, say } = error as InputFault;
        expect(named).to.equal(field);
        expect(say.zh).to.match(/[。]$/);
        expect(say.en).to.match(/\.$/);
        return;
      }
      expect.fail("it passed");
    });
  }
});

describe("An id", () => {
  it("is of its own kind and within its bounds", () => {
    expect([memberId(1), projectId(0)]).to.deep.equal([1, 0]);
    expect(contributionId(`0x${"AB".repeat(32)}`)).to.equal(`0x${"ab".repeat(32)}`);
    for (const wrong of [-1, 0.5, 2 ** 32, Number.NaN]) {
      expect(() => memberId(wrong)).to.throw(RangeError);
      expect(() => projectId(wrong)).to.throw(RangeError);
    }
    expect(() => contributionId("0x12")).to.throw(RangeError);
  });
});
