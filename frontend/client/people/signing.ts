// What people sign off-net, as any wallet signs it (EIP-712). Each names the contract that will check it.
import { type Address, type Hex, hashTypedData, type TypedDataDefinition } from "viem";
import type { Deployment } from "../chain/deployment.ts";

/** Which cooperative's signatures. */
export type SigningPlace = Pick<Deployment, "chainId" | "contracts">;

/** So long anything signed may lie about at most, in seconds: 30 days. */
export const LONGEST = 30 * 86_400;

/** An act of a member. Times in seconds since 1970. `nonce`: 192 bits of key, 64 bits of number. */
export interface Act {
  readonly member: number;
  readonly keyEpoch: number;
  readonly to: Address;
  readonly data: Hex;
  readonly nonce: bigint;
  readonly notBefore: number;
  readonly notAfter: number;
}

/** What one who wants to join signs. `profileDigest`: zero where there is no profile. */
export interface ApplicationTerms {
  readonly applicant: Address;
  readonly profileDigest: Hex;
  readonly profileUri: string;
  readonly expires: number;
}

/** What a sponsor signs. `joinCount`: how many times the applicant joined before. */
export interface VouchTerms {
  readonly applicant: Address;
  readonly joinCount: number;
  readonly sponsor: number;
  readonly keyEpoch: number;
  readonly expires: number;
}

/** What a new key signs when the old one hands over. `keyEpoch`: the old key's. */
export interface KeyConsentTerms {
  readonly member: number;
  readonly keyEpoch: number;
  readonly newKey: Address;
  readonly expires: number;
}

/** What a guardian signs to be one. */
export interface GuardianConsentTerms {
  readonly member: number;
  readonly guardian: Address;
  readonly expires: number;
}

/** What the new key signs to recover a member. `opening`: one more than were ever opened. */
export interface RecoveryTerms {
  readonly member: number;
  readonly opening: number;
  readonly newKey: Address;
  readonly expires: number;
}

/** What most guardians sign to open it, each for himself. `signer`: the key that speaks for the guardian. */
export interface RecoveryApprovalTerms extends RecoveryTerms {
  readonly signer: Address;
}

/** What most guardians sign to close a recovery, each for himself. `opening`: that of the open one. */
export type RecoveryCancelTerms = Omit<RecoveryApprovalTerms, "newKey">;

const fields = {
  Act: "uint32 member,uint16 keyEpoch,address to,bytes data,uint256 nonce,uint40 notBefore,uint40 notAfter",
  Application: "address applicant,bytes32 profileDigest,string profileUri,uint40 expires",
  Vouch: "address applicant,uint32 joinCount,uint32 sponsor,uint16 keyEpoch,uint40 expires",
  KeyConsent: "uint32 member,uint16 keyEpoch,address newKey,uint40 expires",
  GuardianConsent: "uint32 member,address guardian,uint40 expires",
  RecoveryConsent: "uint32 member,uint32 opening,address newKey,uint40 expires",
  RecoveryApproval: "uint32 member,uint32 opening,address newKey,uint40 expires,address signer",
  RecoveryCancel: "uint32 member,uint32 opening,uint40 expires,address signer",
} as const;

/** What people sign, by the name of its EIP-712 type. */
export type SignedType = keyof typeof fields;

/** What each says. */
export interface SignedTerms {
  Act: Act;
  Application: ApplicationTerms;
  Vouch: VouchTerms;
  KeyConsent: KeyConsentTerms;
  GuardianConsent: GuardianConsentTerms;
  RecoveryConsent: RecoveryTerms;
  RecoveryApproval: RecoveryApprovalTerms;
  RecoveryCancel: RecoveryCancelTerms;
}

/** The EIP-712 type as the contract hashes it. */
export const typeText = (type: SignedType): string => `${type}(${fields[type]})`;

const checkedBy = (type: SignedType): "relay" | "memberRegistry" | "guardians" => {
  if (type === "Act") return "relay";
  return type === "Application" || type === "Vouch" || type === "KeyConsent" ? "memberRegistry" : "guardians";
};

const fieldsOf = (type: SignedType): { name: string; type: string }[] =>
  fields[type].split(",").map((field) => {
    const [kind = "", name = ""] = field.split(" ");
    return { name, type: kind };
  });

/** The typed data of what somebody signs. */
export function signable<T extends SignedType>(type: T, terms: SignedTerms[T], { chainId, contracts }: SigningPlace): TypedDataDefinition {
  const domain = { name: "Gongsheng", version: "1", chainId, verifyingContract: contracts[checkedBy(type)] };
  return { domain, types: { [type]: fieldsOf(type) }, primaryType: type, message: { ...terms } } as unknown as TypedDataDefinition;
}

/** The digest that is signed. */
export const digestOf = <T extends SignedType>(type: T, terms: SignedTerms[T], place: SigningPlace): Hex => hashTypedData(signable(type, terms, place));
