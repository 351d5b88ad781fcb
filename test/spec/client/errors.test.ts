import { expect } from "chai";
import { type AbiParameter, encodeErrorResult, getAddress } from "viem";
import { contractNames } from "#client/chain/contractNames.ts";
import { abis } from "#client/chain/contracts.ts";
import { Failure, type FailureData } from "#client/chain/failure.ts";
import { decodeRefusal, toFailure } from "#client/chain/toFailure.ts";
import { networkTexts, walletTexts } from "#client/chain/failureTexts.ts";
import type { ErrorTexts } from "#client/chain/errorTexts.ts";
import { plainSpeech } from "#client/chain/words.ts";
import { errorTexts, explainFailure } from "#client/errors.ts";

const ADDRESS = getAddress("0x00000000000000000000000000000000deadbeef");
const HASH = `0x${"5ca1ab1e".repeat(8)}`;

/** A value of a parameter's type; the second of each is another one, so that enums and plurals are tried as well. */
function sample({ type, name }: AbiParameter, other: boolean): unknown {
  if (type === "address") return ADDRESS;
  if (type === "bytes32") return HASH;
  if (type === "string") return "words";
  if (type === "bool") return other;
  if (type === "bytes4") return "0x5ca1ab1e";
  if (/^uint(8|16|24|32|40|48)$/.test(type)) return other ? (name === "stage" || name === "standing" || name === "grade" ? 3 : name === "current" ? 7 : 1) : 2;
  return other ? 0n : 1_767_571_200n;
}

const failures = contractNames.flatMap((contract) =>
  abis[contract].flatMap((item) => (item.type === "error" ? [false, true].map((other) => ({ contract, name: item.name, args: item.inputs.map((input) => sample(input, other)) })) : [])),
);

function expectGood({ zh, en }: { zh: string; en: string }, about: string): void {
  expect(zh, about).to.match(/[\u4e00-\u9fff]/).and.to.match(/。$/);
  expect(en, about).to.match(/^[“A-Z0-9]/).and.to.match(/[.!]$/);
  for (const text of [zh, en]) {
    expect(text, about).not.to.match(/0x[0-9a-f]/i);
    expect(text, about).not.to.match(/undefined|NaN|\[object|5ca1ab1e/);
  }
  expect(zh, `${about}: typed space between characters`).not.to.match(/[\u4e00-\u9fff] [\u4e00-\u9fff\w]|\w [\u4e00-\u9fff]/);
  expect(zh, `${about}: half-width punctuation`).not.to.match(/[\u4e00-\u9fff][,;:!?]/);
}

describe("Every refusal of every contract", () => {
  it("has its words, and no words have lost their error", () => {
    for (const contract of contractNames) {
      const named = abis[contract].flatMap((item) => (item.type === "error" ? [item.name] : []));
      expect(Object.keys(errorTexts[contract]).toSorted()).to.deep.equal(named.toSorted());
    }
  });

  for (const { contract, name, args } of failures) {
    it(`${contract}.${name} says what happened, that nothing changed, and what to do, in both languages (${args.map(String).join(", ").slice(0, 40)})`, () => {
      const data = encodeErrorResult({ abi: abis[contract], errorName: name, args } as never);
      const rule = decodeRefusal(data);
      expect(rule).to.deep.equal({ is: "error", name, args });
      const said = explainFailure(new Failure({ kind: "rule", rule }));
      expectGood(said, name);
      expect(said.en).to.include("Nothing changed.");
      expect(said.zh).to.include("什么也没有改变。");
    });
  }

  it("does not compile where an error or a language is missing", () => {
    // @ts-expect-error The other errors are missing.
    const one: ErrorTexts<typeof abis.shareLedger> = { SharesStay: () => ({ zh: "留下", en: "stay" }) };
    // @ts-expect-error The English is missing.
    const half: ErrorTexts<typeof abis.shareLedger>["SharesStay"] = () => ({ zh: "留下" });
    expect([Object.keys(one), typeof half]).to.deep.equal([["SharesStay"], "function"]);
  });

  it("tells times by the reader's clock, amounts as units, and members and projects by name", () => {
    const speech = { ...plainSpeech, member: () => ({ zh: "林小满", en: "Lin Xiaoman" }), time: () => ({ zh: "12月1日8:00", en: "1 Dec, 08:00" }) };
    const over = explainFailure(new Failure({ kind: "rule", rule: { is: "error", name: "WindowOver", args: [HASH, 5n] } }), speech);
    expect(over.zh).to.include("12月1日8:00");
    const pair = explainFailure(new Failure({ kind: "rule", rule: { is: "error", name: "PairLimit", args: [1, 2, 21_500_000n, 20_000_000n] } }), speech);
    expect(pair.en).to.include("Lin Xiaoman").and.to.include("21.5 credit").and.to.include("limit of 20 ");
  });
});

describe("A failure", () => {
  const link = (name: string, more: object = {}, cause?: unknown): Error => Object.assign(new Error(name, { cause }), { name, ...more });
  const table: [string, unknown, FailureData][] = [
    ["a rejected request", link("UserRejectedRequestError", { code: 4001 }), { kind: "wallet", problem: "rejected" }],
    ["a rejected request deep inside", link("TransactionExecutionError", {}, link("Unknown", { code: 4001 })), { kind: "wallet", problem: "rejected" }],
    ["a wallet on another chain", link("ChainMismatchError"), { kind: "wallet", problem: "otherChain" }],
    ["a wallet with a request open", link("ResourceUnavailableRpcError", { code: -32002 }), { kind: "wallet", problem: "busy" }],
    ["too little for the fee", link("RpcRequestError", { message: "Sender doesn't have enough funds to send tx" }), { kind: "wallet", problem: "noFunds" }],
    ["a wallet that is gone", link("ProviderDisconnectedError", { code: 4900 }), { kind: "wallet", problem: "gone" }],
    ["a node that cannot be reached", link("HttpRequestError", {}, new TypeError("fetch failed")), { kind: "network", problem: "unreachable" }],
    ["a node that is busy", link("HttpRequestError", { status: 429 }), { kind: "network", problem: "busy" }],
    ["a node that says so by its code", link("LimitExceededRpcError", { code: -32005 }), { kind: "network", problem: "busy" }],
    ["a node that takes its time", link("TimeoutError"), { kind: "network", problem: "slow" }],
    ["a node that lacks a block", link("BlockNotFoundError"), { kind: "network", problem: "behind" }],
    ["nonsense", "nonsense", { kind: "network", problem: "unknown" }],
    ["a reverted call with words", link("ContractFunctionRevertedError", { reason: "no" }), { kind: "rule", rule: { is: "words", words: "no" } }],
    ["a reverted call with a stranger's code", link("RpcError", { data: "0x12345678" }), { kind: "rule", rule: { is: "code", code: "0x12345678" } }],
  ];
  for (const [what, error, data] of table) {
    it(`tells ${what}, in words, and never blames a rule for a network`, () => {
      const failure = toFailure(error);
      expect(failure.data).to.deep.equal(data);
      expect(toFailure(failure)).to.equal(failure);
      expectGood(explainFailure(failure), what);
    });
  }

  it("of wallet or network says that nothing was sent or lost, and what to do", () => {
    for (const [problem, text] of Object.entries({ ...walletTexts, ...networkTexts })) {
      expectGood(text, problem);
      expect(text.en.toLowerCase(), problem).to.match(/nothing was (sent|lost|read or sent)|your own files are not|did not happen/);
    }
  });

  it("finds our error under any number of causes", () => {
    const data = encodeErrorResult({ abi: abis.challenges, errorName: "RoundFull", args: [HASH as `0x${string}`] });
    const failure = toFailure(link("ContractFunctionExecutionError", {}, link("CallExecutionError", { data: "0x" }, link("RpcRequestError", { data: { data } }))));
    expect(failure.data).to.deep.equal({ kind: "rule", rule: { is: "error", name: "RoundFull", args: [HASH] } });
    expect(failure.details).to.include("RoundFull");
  });
});
