// What founders agree on and sign before anything is deployed.
import { getCreateAddress, type Signer, type TypedDataDomain } from "ethers";
import { STEPS, type Addresses } from "./record.ts";

/** A founder. `profileDigest`: keccak256 of the profile's bytes. `consent`: the signature over the founding. */
export interface Founder {
  readonly key: string;
  readonly profileDigest: string;
  readonly profileUri: string;
  readonly consent: string;
}

/** A project's terms, as the constructor of ProjectRegistry takes them. Amounts in micro-units. */
export interface Charter {
  /** sha2-256 of the canonical bytes of the project's statement. */
  readonly statement: string;
  /** Where the statement can be read, or the statement itself. */
  readonly uri: string;
  readonly industry: number;
  readonly budget: bigint;
  /** Micro-units of value per unit: work, experience, sharing, learning; 0: not recorded here. */
  readonly rates: readonly [bigint, bigint, bigint, bigint];
  /** Percent of price. */
  readonly minSurplus: number;
  /** Per token and epoch while on probation, in the token's smallest unit. */
  readonly salesCap: bigint;
  /** Member numbers; founders are numbered from 1 in the order in which they are listed. */
  readonly stewards: readonly number[];
}

/** Where the contracts will stand, if `deployer` sends nothing but them from `nonce` on. */
export function predictAddresses(deployer: string, nonce: number): Addresses {
  const made = STEPS.map(({ name }, place) => [name, getCreateAddress({ from: deployer, nonce: nonce + place })] as const);
  return Object.fromEntries(made) as Addresses;
}

/** What a founder's consent is about: who else founds, on what, and in which registry on which chain. */
export interface Founding {
  readonly chainId: number;
  /** The address that MemberRegistry will have. */
  readonly registry: string;
  /** All founders' keys, in order. */
  readonly keys: readonly string[];
  /** keccak256 of the founding document. */
  readonly founding: string;
}

export const CONSENT_TYPES = {
  FounderConsent: [
    { name: "founder", type: "address" },
    { name: "founders", type: "address[]" },
    { name: "founding", type: "bytes32" },
  ],
};

/** The EIP-712 domain of MemberRegistry. */
export const consentDomain = ({ chainId, registry }: Founding): TypedDataDomain => ({
  name: "Gongsheng",
  version: "1",
  chainId,
  verifyingContract: registry,
});

/** What one founder signs: the own key, all keys together (a word of 32 bytes each, in order), and the founding document. */
export const consentOf = (founding: Founding, founder: string): Record<string, string | string[]> => ({
  founder,
  founders: [...founding.keys],
  founding: founding.founding,
});

/** A founder's consent, signed by the founder's own key. */
export async function signConsent(founding: Founding, signer: Signer): Promise<string> {
  return signer.signTypedData(consentDomain(founding), CONSENT_TYPES, consentOf(founding, await signer.getAddress()));
}
