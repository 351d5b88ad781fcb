import { expect } from "chai";
import { type AbiParameter, encodeFunctionData, getAddress, type Hex } from "viem";
import { contractNames } from "#client/chain/contractNames.ts";
import { abis } from "#client/chain/contracts.ts";
import type { ContributionId, MemberId, ProjectId } from "#client/chain/ids.ts";
import { intend, type Intent } from "#client/chain/intent.ts";
import { plainSpeech, type Speech, tell } from "#client/chain/words.ts";
import type { Ledger } from "#client/ledger.ts";
import type { Item } from "#client/offnet/bundle.ts";
import { callTexts, readCall, takesActs } from "#client/offnet/call.ts";
import { explainItem } from "#client/offnet/explain.ts";
import { parseRevokeAct } from "#client/people/carry.ts";
import { writeInline } from "#client/people/names.ts";
import { nonceOf } from "#client/people/nonces.ts";
import { parseSetProfile } from "#client/people/setProfile.ts";
import { parseVote } from "#client/governance/vote.ts";
import { claimId } from "#client/work/foldClaims.ts";
import { parseAttest } from "#client/work/attest.ts";
import { parseEnrol } from "#client/work/enrol.ts";
import { parseRecord } from "#client/work/record.ts";
import type { Claim } from "#client/work/types.ts";
import { council, deployment, keyOf, proposalWith } from "../../support/client/ballots.ts";
import { Random, specSeed } from "../../support/client/random.ts";
import { NOW, strangerKey } from "../../support/client/signed.ts";

const { books } = council({ members: 5 });
const proposal = proposalWith(books);
const EVIDENCE = `0x${"e".repeat(64)}` as Hex;

/** The page's speech: members and projects by name. */
const speech: Speech = {
  ...plainSpeech,
  member: (id) => (id === 1 ? tell("林小满", "Lin") : id === 2 ? tell("周白露", "Zhou") : plainSpeech.member(id)),
  project: (id) => (id === 1 ? tell("磨坊", "Mill") : plainSpeech.project(id)),
};

const claim = { id: claimId(2 as MemberId, EVIDENCE), lane: "record", kind: "work", project: 1 as ProjectId, by: 2 as MemberId, owners: [2], evidence: EVIDENCE, quantity: 8, value: 8_000_000n } as unknown as Claim;
const ledger: Ledger = { ...books, work: { ...books.work, claims: new Map([[claim.id as ContributionId, claim]]) } };

const actOn = (intent: Pick<Intent, "contract" | "functionName" | "args">, member = 1): Item => ({
  kind: "act",
  member,
  keyEpoch: 0,
  to: deployment.contracts[intent.contract],
  data: encodeFunctionData({ abi: abis[intent.contract] as never, functionName: intent.functionName, args: intent.args } as never),
  nonce: 0n,
  notBefore: NOW,
  notAfter: NOW + 60,
  signature: "0x12",
});
const explain = (item: Item, by: Speech = speech) => explainItem(item, { ledger, deployment, speech: by });

describe("What an act says", () => {
  for (const [what, intent, zh, en] of [
    ["attesting", parseAttest({ by: 2, evidence: EVIDENCE, quantity: 6 }), "林小满见证周白露在磨坊的8单位劳动：看到6", "Lin attests 6 of 8 units of work in Mill, done by Zhou"],
    ["enrolling", parseEnrol({ project: 1 }), "林小满登记为磨坊的见证人", "Lin enrols as an attester in Mill"],
    ["recording", parseRecord({ project: 1, kind: "work", quantity: 3, evidence: EVIDENCE, occurredAt: 1_767_571_200, split: [{ member: 1, parts: 2 }, { member: 2, parts: 1 }] }), "林小满记录在磨坊的3单位劳动，2026-01-05 00:00 UTC做的；分给林小满 2份、周白露 1份", "Lin records 3 units of work in Mill, done 2026-01-05 00:00 UTC; shared by Lin 2 parts, Zhou 1 part"],
    ["voting", parseVote(proposal, "for", "good \u202Eterms”, says the page"), "林小满赞成提案（把“止点”定为12%，从执行后的下一期起），理由：“good terms', says the page”", "Lin votes for the proposal (Set “stop” to 12 %, from the epoch after it is carried out), with the reason “good terms', says the page”"],
    ["revoking an act", parseRevokeAct(nonceOf(2n, 5n)), "林小满撤回第2串里第5号及以前还没送到的事", "Lin takes back act 5 of series 2, and those before it that were not carried"],
    ["changing a profile", parseSetProfile({ zh: "林小满", en: "Lin Xiaoman" }), "林小满把自己的资料改为：自称“林小满”", "Lin changes their profile: calling themselves “Lin Xiaoman”"],
  ] as const) {
    it(`is ${what}, in a sentence of each language`, () => {
      expect(explain(actOn(intent))).to.deep.equal({ zh, en });
    });
  }
});

/** Some value of a type; of numbers a small one, so that members and projects exist. */
function sample(param: AbiParameter, random: Random, hostile: string): unknown {
  const { type } = param;
  const list = /^(.*)\[(\d*)\]$/.exec(type);
  if (list) return Array.from({ length: list[2] ? Number(list[2]) : random.whole(0, 3) }, () => sample({ ...param, type: list[1]! } as AbiParameter, random, hostile));
  if (type === "tuple") return Object.fromEntries((param as unknown as { components: AbiParameter[] }).components.map((one) => [one.name, sample(one, random, hostile)]));
  if (type === "address") return random.one([keyOf(1).address, strangerKey(4).address, deployment.contracts.parameters]);
  if (type === "bool") return random.part() < 0.5;
  if (type === "string") return random.one([hostile, "", "plain words"]);
  if (type === "bytes") return random.one(["0x", "0x1234", `0x${"ab".repeat(300)}`]);
  if (type === "bytes32") return random.one([EVIDENCE, random.hash(), `0x${"0".repeat(64)}`]);
  if (type === "bytes4") return "0x12345678";
  const bits = Number(/\d+$/.exec(type)?.[0] ?? 256);
  const value = random.part() < 0.7 ? BigInt(random.whole(0, 3)) : (1n << BigInt(bits)) - 1n - random.big(1n << BigInt(bits - 1));
  return bits <= 48 ? Number(value) : value;
}

const HOSTILE = "\u202E“林小满把票投给我”。\u2066‮Lin votes for it.\u0000\u200B\uFEFF\n\n“) sent ”";
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\u2028\u2029]/u;

describe("Every function of every contract", () => {
  const writes = contractNames.flatMap((contract) => abis[contract].flatMap((item) => (item.type === "function" && item.stateMutability !== "view" && item.stateMutability !== "pure" ? [{ contract, item }] : [])));

  it("has its words, or is known to be none for members", () => {
    for (const contract of contractNames.filter(takesActs)) {
      const named = writes.filter((one) => one.contract === contract).map(({ item }) => item.name);
      expect(Object.keys(callTexts[contract]).toSorted(), contract).to.deep.equal([...new Set(named)].toSorted());
    }
    const none = contractNames.filter(takesActs).flatMap((contract) => Object.entries(callTexts[contract]).flatMap(([name, text]) => (text === null ? [`${contract}.${name}`] : [])));
    expect(none).to.deep.equal([
      "memberRegistry.expel", "memberRegistry.readmit", "memberRegistry.namePersons", "memberRegistry.recover",
      "projectRegistry.admit", "projectRegistry.amendCooperative", "projectRegistry.close", "projectRegistry.replaceStewards",
      "contributionLedger.reopen", "contributionLedger.settle",
      "surplusPool.escrow", "surplusPool.settle", "surplusPool.list", "surplusPool.spendReserve", "surplusPool.spendPocket", "surplusPool.takeCapital", "surplusPool.takeReserve",
      "governor.onERC1155BatchReceived", "governor.onERC1155Received", "governor.onERC721Received", "governor.relay",
    ]);
  });

  it("takes acts exactly where the contract believes the Relay", () => {
    const offNet = contractNames.filter((contract) => abis[contract].some((item) => item.type === "function" && item.name === "isTrustedForwarder"));
    expect(contractNames.filter(takesActs)).to.deep.equal(offNet);
  });

  for (const { contract, item } of writes) {
    it(`is told in words of both languages, whatever its arguments: ${contract}.${item.name}`, () => {
      const random = new Random(specSeed);
      for (let run = 0; run < 12; run++) {
        const args = item.inputs.map((input) => sample(input as AbiParameter, random, HOSTILE));
        const said = explain(actOn({ contract, functionName: item.name, args }));
        expect(said.zh).to.match(/^林小满[\u4e00-\u9fff]/);
        expect(said.en).to.match(/^Lin [a-z]+[ :]/);
        expect(said.en.replaceAll(/0x[0-9a-fA-F]+…?/g, "").replaceAll(/[^a-z]/gi, "").length, said.en).to.be.greaterThan(8);
        for (const text of [said.zh, said.en]) expect(text).not.to.match(/undefined|NaN|\[object|Infinity/).and.not.match(INVISIBLE);
        expect(said.zh, "typed space between characters").not.to.match(/[\u4e00-\u9fff] [\u4e00-\u9fff]/);
      }
    });
  }
});

describe("Anybody's words in an act", () => {
  it("stand in quotes that they cannot close, without signs that turn the reading direction", () => {
    for (const words of [HOSTILE, "”，林小满退出合作社。“", '" and leaves "', "»; Lin resigns «", "」林小满退出「"]) {
      const { zh, en } = explain(actOn(parseVoteRaw(words)));
      for (const text of [zh, en]) {
        expect(text).not.to.match(INVISIBLE);
        expect(text.split(/理由：|with the reason /)[1]).to.match(/^“[^“”„«»「」"]*”$/);
      }
    }
  });

  it("are cut where they are long", () => {
    const { zh, en } = explain(actOn(parseVoteRaw("长".repeat(20_000))));
    expect([zh.length < 600, en.length < 600]).to.deep.equal([true, true]);
  });

  it("of a profile are shown only where they are what its digest says", () => {
    const { uri, digest } = writeInline({ zh: "李\u202E四", en: "Li” leaves" });
    const application = (profileUri: string, profileDigest: Hex): Item => ({ kind: "application", applicant: strangerKey(1).address, profileUri, profileDigest, expires: NOW, signature: "0x12" });
    expect(explain(application(uri, digest)).en).to.equal(`${strangerKey(1).address} applies to join, calling themselves “Li' leaves”`);
    expect(explain(application(uri, digest)).zh).to.include("自称“李四”");
    expect(explain(application(uri, EVIDENCE)).en).to.include("a profile that cannot be read here");
    expect(explain(application("", `0x${"0".repeat(64)}`)).en).to.include("without a profile");
  });
});

function parseVoteRaw(words: string): Intent {
  return intend("governor", "castVoteWithReason", [proposal.id, 1, words], "VoteCast");
}

describe("What cannot be read", () => {
  it("is said to be so, with the contract, and never only by hexadecimal digits", () => {
    const act = actOn(parseEnrol({ project: 1 })) as Extract<Item, { kind: "act" }>;
    expect(explain({ ...act, to: getAddress(strangerKey(1).address) }).en).to.match(/^Lin calls 0x\w+, which is no contract of this cooperative; nobody can say/);
    expect(explain({ ...act, data: "0x12345678" }).en).to.equal("Lin asks the contribution ledger for something that cannot be read (0x12345678…)");
    expect(explain(actOn({ contract: "parameters", functionName: "set", args: [1, 5n] })).en).to.equal("Lin calls set of the contract of the numbers (1, 5)");
    expect(explain(actOn({ contract: "shareLedger", functionName: "close", args: [1, 4n] })).zh).to.equal("林小满调用份额账的close（1, 4）");
  });

  it("is every call with a byte more, a byte less, or dirty bytes where there should be none", () => {
    const { to, data } = actOn(parseEnrol({ project: 1 })) as Extract<Item, { kind: "act" }>;
    expect(readCall(to, data, deployment).is).to.equal("call");
    for (const other of [`${data}00`, data.slice(0, -2), `${data.slice(0, 20)}1${data.slice(21)}`, "0x", "0x12"]) expect(readCall(to, other as Hex, deployment).is, other).to.equal("unknownCall");
  });
});

describe("Every other thing that is signed", () => {
  it("is told by who signed it, of whom, and to what end", () => {
    const [key, other] = [strangerKey(1).address, keyOf(2).address];
    const common = { expires: NOW, signature: "0x12" as Hex };
    const said = (item: Item) => explain(item).en;
    expect(said({ kind: "vouch", applicant: key, joinCount: 0, sponsor: 1, keyEpoch: 0, ...common })).to.equal(`Lin vouches that the address ${key} should join`);
    expect(said({ kind: "vouch", applicant: other, joinCount: 1, sponsor: 1, keyEpoch: 0, ...common })).to.equal(`Lin vouches that Zhou (${other}) should return`);
    expect(said({ kind: "keyConsent", member: 1, keyEpoch: 0, newKey: key, ...common })).to.equal(`${key} consents to be the new key of Lin`);
    expect(said({ kind: "guardianConsent", member: 1, guardian: other, ...common })).to.equal(`Zhou (${other}) consents to be a guardian of Lin`);
    expect(said({ kind: "recoveryConsent", member: 1, opening: 1, newKey: key, signer: key, ...common })).to.equal(`The address ${key} consents to be the new key of Lin after a recovery`);
    expect(said({ kind: "recoveryApproval", member: 1, opening: 1, newKey: key, signer: other, ...common })).to.equal(`Zhou (${other}) agrees as a guardian to recover Lin with the new key ${key}`);
    expect(said({ kind: "recoveryCancel", member: 1, opening: 1, signer: other, ...common })).to.equal(`Zhou (${other}) agrees as a guardian to close recovery 1 of Lin`);
    expect(said({ kind: "ballot", proposalId: proposal.id, support: "against", member: 2 as MemberId, keyEpoch: 0, signature: "0x12" })).to.match(/^Zhou votes against the proposal \(Set “/);
  });
});
