import type { Abi, ContractErrorArgs, ContractErrorName } from "viem";
import type { Both } from "../language/words.ts";
import { failureText } from "./failureText.ts";

/** Whose fault a failure is. A fault of wallet or network is never blamed on a rule. */
export type FailureKind = "rejected" | "walletBusy" | "wrongNetwork" | "network" | "noGas" | "rule" | "unknownRevert" | "unknown";

/** A failure as it is told: what happened, that nothing was lost, what to do; `details` for whoever helps. */
export interface Failure {
  kind: FailureKind;
  title: Both;
  advice?: Both;
  details: string;
}

/** The two sentences of every custom error of a contract; a missing one does not compile. */
export type ErrorTexts<A extends Abi> = {
  readonly [N in ContractErrorName<A>]: Both | ((args: ContractErrorArgs<A, N>) => Both);
};

/** All rules that the house knows: their errors for decoding, their sentences for telling. */
export interface Rules {
  abi: Abi;
  texts: Readonly<Record<string, Both | ((args: never) => Both)>>;
}

let loading: (() => Promise<Rules>) | undefined;
let loaded: Promise<Rules> | undefined;

/** Tells where the rules are; they are loaded when the first act is reviewed. Called once, by the app. */
export function provideRules(load: () => Promise<Rules>): void {
  loading = load;
  loaded = undefined;
}

/** The rules; none where the app provided none. */
export function rules(): Promise<Rules> {
  loaded ??= loading ? loading() : Promise.resolve({ abi: [], texts: {} });
  return loaded;
}

interface Link {
  name?: string;
  code?: number;
  status?: number;
  message?: string;
  cause?: unknown;
  data?: unknown;
  raw?: unknown;
  signature?: unknown;
}

/** The chain of causes, outermost first. Errors are told by name, since several copies of a library may be at work. */
function causes(error: unknown): Link[] {
  const links: Link[] = [];
  let at: unknown = error;
  while (typeof at === "object" && at !== null && links.length < 12) {
    links.push(at as Link);
    at = (at as Link).cause;
  }
  return links;
}

const networkNames = new Set(["HttpRequestError", "TimeoutError", "WebSocketRequestError", "SocketClosedError", "LimitExceededRpcError", "RpcRequestError"]);

/** The class of a failure. */
export function failureKind(error: unknown): FailureKind {
  const links = causes(error);
  const has = (name: string) => links.some((link) => link.name === name);
  const code = (wanted: number) => links.some((link) => link.code === wanted);
  if (has("UserRejectedRequestError") || code(4001)) return "rejected";
  if (has("ResourceUnavailableRpcError") || code(-32002)) return "walletBusy";
  if (has("ChainMismatchError") || has("ConnectorChainMismatchError") || has("SwitchChainError") || code(4902)) return "wrongNetwork";
  if (has("InsufficientFundsError") || links.some((link) => /insufficient funds|sender doesn't have enough funds/i.test(link.message ?? ""))) return "noGas";
  if (has("ContractFunctionRevertedError") || revertData(links)) return "rule";
  if (code(-32005) || links.some((link) => link.status === 429 || (link.name !== undefined && networkNames.has(link.name)))) return "network";
  return "unknown";
}

/** The data that a contract gave back when it refused: selector and arguments. */
function revertData(links: readonly Link[]): `0x${string}` | undefined {
  for (const link of [...links].reverse()) {
    const data = typeof link.data === "object" && link.data !== null ? (link.data as Link).data : link.data;
    for (const one of [data, link.raw]) if (typeof one === "string" && /^0x[0-9a-f]{8,}$/i.test(one)) return one as `0x${string}`;
  }
  return undefined;
}

/** What to tell of a failure, in both languages. `place` names the networks and the coin where the sentence speaks of them. */
export async function explainFailure(error: unknown, place: { here: string; there: string; coin: string }): Promise<Failure> {
  const links = causes(error);
  const kind = failureKind(error);
  const details = links.map((link) => `${link.name ?? "Error"}: ${link.message ?? ""}`).join("\n").slice(0, 4000) || String(error);
  const both = (say: (t: (typeof failureText)["zh"]) => string): Both => ({ zh: say(failureText.zh), en: say(failureText.en) });
  switch (kind) {
    case "rejected":
      return { kind, title: both((t) => t.rejected), details };
    case "walletBusy":
      return { kind, title: both((t) => t.walletBusy), details };
    case "wrongNetwork":
      return { kind, title: both((t) => t.wrongNetwork(place.here, place.there)), advice: both((t) => t.wrongNetworkAdvice), details };
    case "network":
      return { kind, title: both((t) => t.network), advice: both((t) => t.networkAdvice), details };
    case "noGas":
      return { kind, title: both((t) => t.noGas(place.coin)), details };
    case "rule":
      return explainRule(revertData(links), details, both);
    default:
      return { kind, title: both((t) => t.unknown), advice: both((t) => t.unknownAdvice), details };
  }
}

async function explainRule(data: `0x${string}` | undefined, details: string, both: (say: (t: (typeof failureText)["zh"]) => string) => Both): Promise<Failure> {
  const known = await rules();
  const { decodeErrorResult } = await import("viem");
  try {
    if (data) {
      const { errorName, args } = decodeErrorResult({ abi: known.abi, data });
      const text = known.texts[errorName];
      if (text) return { kind: "rule", title: typeof text === "function" ? text((args ?? []) as never) : text, advice: both((t) => t.nothingChanged), details: `${errorName}(${(args ?? []).map(String).join(", ")})\n${data}\n${details}` };
    }
  } catch {
    // Not one of ours: told by its code below.
  }
  return { kind: "unknownRevert", title: both((t) => t.unknownRevert(data?.slice(0, 10) ?? "0x")), advice: both((t) => t.nothingChanged), details };
}
