import { type Abi, type AbiItem, decodeErrorResult, type Hex } from "viem";
import { contractNames } from "./contractNames.ts";
import { abis } from "./contracts.ts";
import { Failure, failureOf, type Link, linksOf, named, type Refusal, saying } from "./failure.ts";

/** Reads any error as a Failure. A Failure stays what it is. */
export function toFailure(error: unknown): Failure {
  if (error instanceof Failure) return error;
  const links = linksOf(error);
  const told = failureOf(error, links);
  const rule = told.data.kind === "wallet" ? undefined : refusalOf(links);
  return rule ? new Failure({ kind: "rule", rule }, error) : told;
}

/** All custom errors of all contracts: a call to one may be refused by another. */
const errors: Abi = contractNames.flatMap((name) => (abis[name] as readonly AbiItem[]).filter((item) => item.type === "error"));

function refusalOf(links: readonly Link[]): Refusal | undefined {
  const data = revertData(links);
  if (data) return decodeRefusal(data);
  if (!named(links, "ContractFunctionRevertedError", "ExecutionRevertedError") && !saying(links, /execution reverted/i)) return undefined;
  const reason = links.map((link) => link.reason).find((words) => typeof words === "string");
  return { is: "words", words: typeof reason === "string" ? reason : "" };
}

/** The data that a contract gave back when it refused. The innermost counts: outer links may hold the call's own data. */
function revertData(links: readonly Link[]): Hex | undefined {
  for (const link of [...links].reverse()) {
    const data = typeof link.data === "object" && link.data !== null ? (link.data as Link).data : link.data;
    for (const one of [data, link.raw]) if (typeof one === "string" && /^0x([0-9a-f]{8})([0-9a-f]{64})*$/i.test(one)) return one as Hex;
  }
  return undefined;
}

/** Reads what a contract gave back: one of our errors, plain words (Error(string)), a code of the machine (Panic) or of a stranger. */
export function decodeRefusal(data: Hex): Refusal {
  try {
    const { errorName, args = [] } = decodeErrorResult({ abi: errors, data });
    if (errorName === "Error") return { is: "words", words: String(args[0]) };
    if (errorName !== "Panic") return { is: "error", name: errorName, args };
  } catch {
    // Not one of ours.
  }
  return { is: "code", code: data.slice(0, 10) };
}
