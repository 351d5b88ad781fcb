import { type Address, type Hex, hashTypedData, recoverTypedDataAddress } from "viem";
import type { Deployment } from "../chain/deployment.ts";
import type { MemberId, ProposalId } from "../chain/ids.ts";
import { type Support, supports } from "./types.ts";

/** What a member says by a signature, off-net. It needs no nonce: a member votes once, and a proposal's number is never used again. */
export interface MemberBallot {
  readonly proposalId: ProposalId;
  readonly support: Support;
  readonly member: MemberId;
  /** How many keys the member had before the one that signs. */
  readonly keyEpoch: number;
}

/** A ballot with its signature: 64 or 65 bytes of a key, any other length of a contract wallet. */
export interface SignedMemberBallot extends MemberBallot {
  readonly signature: Hex;
}

/** Which cooperative's ballots. */
export type BallotPlace = Pick<Deployment, "chainId" | "contracts">;

const types = {
  MemberBallot: [
    { name: "proposalId", type: "uint256" },
    { name: "support", type: "uint8" },
    { name: "member", type: "uint32" },
    { name: "keyEpoch", type: "uint16" },
  ],
} as const;

/** The typed data (EIP-712) of a ballot, as any wallet signs it. */
export function signable({ proposalId, support, member, keyEpoch }: MemberBallot, { chainId, contracts }: BallotPlace) {
  return {
    domain: { name: "Gongsheng", version: "1", chainId, verifyingContract: contracts.governor },
    types,
    primaryType: "MemberBallot",
    message: { proposalId: proposalId as bigint, support: supports.indexOf(support), member: member as number, keyEpoch },
  } as const;
}

/** The digest that is signed; the contract's `ballotDigest`. */
export const ballotDigest = (ballot: MemberBallot, place: BallotPlace): Hex => hashTypedData(signable(ballot, place));

/** The key that signed; null where the signature is no key's. */
export async function signerOfBallot(ballot: SignedMemberBallot, place: BallotPlace): Promise<Address | null> {
  try {
    return await recoverTypedDataAddress({ ...signable(ballot, place), signature: longSignature(ballot.signature) });
  } catch {
    return null;
  }
}

/** Half the order of the curve: a signature with a larger s has a twin, and the contract refuses it. */
const HALF = 0x7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a0n;

/** A signature in the 64 bytes of ERC-2098. */
export interface ShortSignature {
  readonly r: Hex;
  readonly vs: Hex;
}

/** Whether a signature is of a key: 64 bytes, or 65. */
export const isKeySignature = (signature: Hex): boolean => signature.length === 130 || signature.length === 132;

/** A signature of 64 or 65 bytes as r and vs. Errors: RangeError for another length, an s in the upper half, a v that is none. */
export function shortSignature(signature: Hex): ShortSignature {
  const r = signature.slice(0, 66) as Hex;
  if (signature.length === 130) return { r, vs: `0x${signature.slice(66)}` };
  if (signature.length !== 132) throw new RangeError("a key's signature has 64 or 65 bytes");
  const s = BigInt(`0x${signature.slice(66, 130)}`);
  const v = Number.parseInt(signature.slice(130), 16);
  const parity = v >= 27 ? v - 27 : v;
  if (parity !== 0 && parity !== 1) throw new RangeError(`${v} is no recovery number`);
  if (s > HALF) throw new RangeError("s lies in the upper half");
  return { r, vs: `0x${(s | (BigInt(parity) << 255n)).toString(16).padStart(64, "0")}` };
}

/** A signature of 64 or 65 bytes in 65: r, s, and 27 or 28. Errors: RangeError for another length, an s in the upper half, a v that is none. */
export function longSignature(signature: Hex): Hex {
  const { r, vs } = shortSignature(signature);
  const packed = BigInt(vs);
  const s = packed & ((1n << 255n) - 1n);
  if (s > HALF) throw new RangeError("s lies in the upper half");
  return `${r}${s.toString(16).padStart(64, "0")}${packed >> 255n === 0n ? "1b" : "1c"}` as Hex;
}
