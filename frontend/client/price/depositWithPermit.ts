import { type Address, type Hex, parseSignature, type TypedDataDefinition } from "viem";
import { checkDate } from "../chain/checks.ts";
import type { Deployment } from "../chain/deployment.ts";
import { InputFault, intend, type Intent } from "../chain/intent.ts";
import { checkSignature, checkToken, checkTokens } from "./checks.ts";

/** What a key signs so that the pool may take tokens of it once (ERC-2612). `nonce`, `name` and `version`: as the token tells them. */
export interface PermitTerms {
  readonly token: Address;
  readonly name: string;
  readonly version: string;
  readonly owner: Address;
  readonly amount: bigint;
  readonly nonce: bigint;
  /** Seconds since 1970. */
  readonly deadline: number;
}

/** The typed data of a permit. */
export function signablePermit({ token, name, version, owner, amount, nonce, deadline }: PermitTerms, { chainId, contracts }: Pick<Deployment, "chainId" | "contracts">): TypedDataDefinition {
  const fields = ["address owner", "address spender", "uint256 value", "uint256 nonce", "uint256 deadline"].map((field) => {
    const [type = "", name = ""] = field.split(" ");
    return { name, type };
  });
  const message = { owner, spender: contracts.surplusPool, value: amount, nonce, deadline: BigInt(deadline) };
  return { domain: { name, version, chainId, verifyingContract: token }, types: { Permit: fields }, primaryType: "Permit", message } as TypedDataDefinition;
}

/** Puts tokens into the purse with an approval that was signed off-net. Errors: InputFault. */
export function parseDepositWithPermit({ token, amount, deadline, signature }: { token: string; amount: bigint; deadline: number; signature: string }): Intent {
  const { r, s, v } = partsOf(checkSignature("signature", signature));
  const args = [checkToken("token", token), checkTokens("amount", amount), BigInt(checkDate("deadline", deadline)), v, r, s] as const;
  return intend("surplusPool", "depositWithPermit", args, "Deposited");
}

function partsOf(signature: Hex): { r: Hex; s: Hex; v: number } {
  try {
    const { r, s, yParity } = parseSignature(signature);
    return { r, s, v: 27 + yParity };
  } catch {
    throw new InputFault("signature", { zh: "这份签名不是一把钥匙签的；请先在代币里授权，再普通存入。", en: "This is no signature of a key; approve in the token first, then put it in the plain way." });
  }
}
