import { AbiCoder, keccak256 } from "ethers";

/** The slot of an entry of a mapping that is declared at `slot`. */
export const placeOfEntry = (key: bigint, slot: bigint): bigint => BigInt(keccak256(AbiCoder.defaultAbiCoder().encode(["uint256", "uint256"], [key, slot])));

/** The slot of the first item of a list that is declared at `slot`. */
export const placeOfList = (slot: bigint): bigint => BigInt(keccak256(AbiCoder.defaultAbiCoder().encode(["uint256"], [slot])));
