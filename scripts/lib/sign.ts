import type { Address } from "viem";
import { signable, type SignedTerms, type SignedType } from "#client/people/signing.ts";

/** What can sign typed data: a wallet of ethers. */
export interface TypedSigner {
  signTypedData(domain: object, types: Record<string, { name: string; type: string }[]>, message: Record<string, unknown>): Promise<string>;
}

/** Signs what people sign off-net, for the contracts of a deployment. */
export function signTerms<T extends SignedType>(record: { readonly chainId: number; readonly contracts: Readonly<Record<string, string>> }, key: unknown, type: T, terms: SignedTerms[T]): Promise<string> {
  const { domain, types, message } = signable(type, terms, { chainId: record.chainId, contracts: record.contracts as Record<"relay" | "memberRegistry" | "guardians", Address> as never });
  return (key as TypedSigner).signTypedData(domain as object, types as never, message as never);
}
