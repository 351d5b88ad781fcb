import type { Hex } from "viem";
import { intend, type Intent } from "../chain/intent.ts";
import type { Act } from "./signing.ts";

/** A signed act. */
export interface SignedAct extends Act {
  readonly signature: Hex;
}

/** A signed act with the gas that its carrier gives it. */
export interface Parcel extends SignedAct {
  readonly gas: number;
}

const parcelArgs = ({ signature, gas, member, keyEpoch, to, data, nonce, notBefore, notAfter }: Parcel) => ({ act: { member, keyEpoch, to, data, nonce, notBefore, notAfter }, gas, signature });

/** Carries one act; where it fails, the transaction fails with the act's own reason. */
export const parseCarry = (parcel: Parcel): Intent => intend("relay", "carry", [parcelArgs(parcel)], "Carried");

/** Carries many, each tried on its own: each is told by Carried or NotCarried. */
export const parseCarryMany = (parcels: readonly Parcel[]): Intent => ({ ...intend("relay", "carryMany", [parcels.map(parcelArgs)], "Carried", parcels.length), or: "NotCarried" });

/** Takes back an act that was signed and not carried, with those before it of the same nonce key. */
export const parseRevokeAct = (nonce: bigint): Intent => intend("relay", "revoke", [nonce], "Revoked");
