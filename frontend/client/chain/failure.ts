import type { Hex } from "viem";

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
export interface Link {
  name?: string;
  code?: unknown;
  status?: unknown;
  message?: string;
  cause?: unknown;
  data?: unknown;
  raw?: unknown;
  reason?: unknown;
}

/**
 * Reads an error of reading the log as a Failure of wallet or network: no contract is asked there, so none refuses. Whoever calls a
 * contract takes toFailure.ts, which knows every refusal. A Failure stays what it is.
 */
export function toReadFailure(error: unknown): Failure {
  return error instanceof Failure ? error : failureOf(error, linksOf(error));
}

/** Whose fault a chain of causes is, where no contract's refusal is in it. */
export function failureOf(error: unknown, links: readonly Link[]): Failure {
  const wallet = walletProblemOf(links);
  return new Failure(wallet ? { kind: "wallet", problem: wallet } : { kind: "network", problem: networkProblemOf(links) }, error);
}

/** The chain of causes, outermost first. */
export function linksOf(error: unknown): Link[] {
  const links: Link[] = [];
  for (let at = error; typeof at === "object" && at !== null && links.length < 12; at = (at as Link).cause) links.push(at as Link);
  return links;
}

export const named = (links: readonly Link[], ...names: readonly string[]): boolean => links.some((link) => names.includes(link.name ?? ""));
const coded = (links: readonly Link[], ...codes: readonly number[]): boolean => links.some((link) => codes.includes(Number(link.code ?? 0)));
export const saying = (links: readonly Link[], words: RegExp): boolean => links.some((link) => words.test(link.message ?? ""));

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
