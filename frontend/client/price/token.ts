// What a token says of itself and of an address. Nothing of it is in the log, so that the chain is asked.
import { type Address, type Client, parseAbi } from "viem";
import { readContract } from "viem/actions";
import type { Deployment } from "../chain/deployment.ts";
import type { Token } from "../chain/ids.ts";
import { plainText } from "../chain/plain.ts";

/** The part of a token that is used here; `mint` is the practice token's alone. */
export const tokenAbi = parseAbi([
  "function name() view returns (string)",
  "function symbol() view returns (string)",
  "function decimals() view returns (uint8)",
  "function balanceOf(address owner) view returns (uint256)",
  "function allowance(address owner, address spender) view returns (uint256)",
  "function nonces(address owner) view returns (uint256)",
  "function eip712Domain() view returns (bytes1 fields, string name, string version, uint256 chainId, address verifyingContract, bytes32 salt, uint256[] extensions)",
  "function approve(address spender, uint256 amount) returns (bool)",
  "function mint(address to, uint256 amount)",
  "event Approval(address indexed owner, address indexed spender, uint256 value)",
  "event Transfer(address indexed from, address indexed to, uint256 value)",
]);

/** How a token is written. Danger: anybody's words, made harmless to read. */
export interface TokenFacts {
  readonly symbol: string;
  readonly name: string;
  /** Places after the point. */
  readonly decimals: number;
}

/** The most places that a token may have here; more would be no money that people can read. */
const MOST_DECIMALS = 36;

/** Asks a token how it is written. Errors: those of the node, or of a token that does not say. */
export async function readToken(client: Client, token: Token): Promise<TokenFacts> {
  const ask = <F extends "name" | "symbol" | "decimals">(functionName: F) => readContract(client, { address: token, abi: tokenAbi, functionName });
  const [name, symbol, decimals] = await Promise.all([ask("name"), ask("symbol"), ask("decimals")]);
  if (decimals > MOST_DECIMALS) throw new RangeError(`${decimals} places`);
  return { name: plainText(name, 60), symbol: plainText(symbol, 12), decimals };
}

/** What an address has outside, and how it may be put into a purse. */
export interface Holding {
  readonly balance: bigint;
  /** What the pool may take of it already. */
  readonly allowance: bigint;
  /** Of a token that takes signed approvals (ERC-2612); null: it has to be approved by a transaction. */
  readonly permit: { readonly name: string; readonly version: string; readonly nonce: bigint } | null;
}

/** Asks a token what an address has. Errors: those of the node. */
export async function readHolding(client: Client, { contracts }: Pick<Deployment, "contracts">, token: Token, owner: Address): Promise<Holding> {
  const at = { address: token, abi: tokenAbi } as const;
  const [balance, allowance, permit] = await Promise.all([
    readContract(client, { ...at, functionName: "balanceOf", args: [owner] }),
    readContract(client, { ...at, functionName: "allowance", args: [owner, contracts.surplusPool] }),
    Promise.all([readContract(client, { ...at, functionName: "eip712Domain" }), readContract(client, { ...at, functionName: "nonces", args: [owner] })]).then(
      ([[, name, version], nonce]) => ({ name, version, nonce }),
      () => null,
    ),
  ]);
  return { balance, allowance, permit };
}
