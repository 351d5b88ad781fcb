import { type Abi, type AbiItem, decodeErrorResult, type Hex } from "viem";
import { abis, contractNames } from "./contracts.ts";

/** What can be wrong on the side of the wallet. */
export type WalletProblem = "rejected" | "busy" | "otherChain" | "noFunds" | "unsupported" | "gone" | "replaced";
/** What can be wrong on the way to the chain. */
export type NetworkProblem = "unreachable" | "busy" | "slow" | "otherChain" | "restarted" | "reorganised" | "behind" | "unknown";

/** Whose fault a failure is. A fault of wallet or network is never blamed on a rule. */
export type FailureData =
  | { readonly kind: "wallet"; readonly problem: WalletProblem }
  | { readonly kind: "network"; readonly problem: NetworkProblem }
  | { readonly kind: "rule"; readonly rule: Refusal };

/** Why the chain refused: one of our errors; words that a contract gave; a code that nobody here knows; or a receipt without its event. */
export type Refusal =
  | { readonly is: "error"; readonly name: string; readonly args: readonly unknown[] }
  | { readonly is: "words"; readonly words: string }
  | { readonly is: "code"; readonly code: string }
  | { readonly is: "noEvent"; readonly event: string; readonly tx: Hex }
  | { readonly is: "reverted"; readonly tx: Hex };

/** Every failure of this client. `data` is plain and may be kept; `details` is for whoever helps, never for a sentence. */
export class Failure extends Error {
  readonly data: FailureData;
  readonly details: string;
  constructor(data: FailureData, cause?: unknown) {
    const what = data.kind === "rule" ? JSON.stringify(data.rule, (_key, value: unknown) => (typeof value === "bigint" ? String(value) : value)) : data.problem;
    super(`${data.kind}: ${what}`, { cause });
    this.name = "Failure";
    this.data = data;
    this.details = [this.message, ...linksOf(cause).map(({ name, message }) => `${name ?? "Error"}: ${message ?? ""}`)].join("\n").slice(0, 4000);
  }
}

/** One link of a chain of causes. Errors are told by name and code, since several copies of a library may be at work. */
interface Link {
  name?: string;
  code?: unknown;
  status?: unknown;
  message?: string;
  cause?: unknown;
  data?: unknown;
  raw?: unknown;
  reason?: unknown;
}

/** Reads any error as a Failure. A Failure stays what it is. */
export function toFailure(error: unknown): Failure {
  if (error instanceof Failure) return error;
  const links = linksOf(error);
  const rule = refusalOf(links);
  const wallet = walletProblemOf(links);
  if (wallet) return new Failure({ kind: "wallet", problem: wallet }, error);
  if (rule) return new Failure({ kind: "rule", rule }, error);
  return new Failure({ kind: "network", problem: networkProblemOf(links) }, error);
}

/** The chain of causes, outermost first. */
function linksOf(error: unknown): Link[] {
  const links: Link[] = [];
  for (let at = error; typeof at === "object" && at !== null && links.length < 12; at = (at as Link).cause) links.push(at as Link);
  return links;
}

const named = (links: readonly Link[], ...names: readonly string[]): boolean => links.some((link) => names.includes(link.name ?? ""));
const coded = (links: readonly Link[], ...codes: readonly number[]): boolean => links.some((link) => codes.includes(Number(link.code ?? 0)));
const saying = (links: readonly Link[], words: RegExp): boolean => links.some((link) => words.test(link.message ?? ""));

function walletProblemOf(links: readonly Link[]): WalletProblem | undefined {
  if (named(links, "UserRejectedRequestError") || coded(links, 4001, 5000)) return "rejected";
  if (named(links, "ChainMismatchError", "SwitchChainError", "ConnectorChainMismatchError") || coded(links, 4902)) return "otherChain";
  if (named(links, "InsufficientFundsError") || saying(links, /insufficient funds|doesn't have enough funds/i)) return "noFunds";
  if (named(links, "ResourceUnavailableRpcError") || coded(links, -32002)) return "busy";
  if (named(links, "UnsupportedProviderMethodError", "AccountTypeNotSupportedError") || coded(links, 4200)) return "unsupported";
  if (named(links, "ProviderDisconnectedError", "UnauthorizedProviderError", "ConnectorNotConnectedError") || coded(links, 4100, 4900)) return "gone";
  return undefined;
}

function networkProblemOf(links: readonly Link[]): NetworkProblem {
  if (named(links, "LimitExceededRpcError") || coded(links, -32005, 429) || links.some(({ status }) => status === 429)) return "busy";
  if (named(links, "TimeoutError", "WaitForTransactionReceiptTimeoutError")) return "slow";
  if (named(links, "ChainDisconnectedError") || coded(links, 4901)) return "unreachable";
  if (named(links, "BlockNotFoundError", "TransactionNotFoundError", "TransactionReceiptNotFoundError")) return "behind";
  const refused = named(links, "HttpRequestError", "WebSocketRequestError", "SocketClosedError") || saying(links, /fetch failed|failed to fetch|networkerror|econnrefused/i);
  return refused ? "unreachable" : "unknown";
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
