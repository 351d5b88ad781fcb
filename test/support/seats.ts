// What joining, leaving and new keys will do to a seat has no function yet. The guards that rest on it are tried by writing the slot.
import { AbiCoder, keccak256, toBeHex } from "ethers";
import { chain } from "./chain.ts";
import type { Cooperative } from "./cooperative.ts";
import type { Person } from "./people.ts";

const SEATS = 2n;
const COUNTS = 5n;
const abi = AbiCoder.defaultAbiCoder();

const FIELDS = { standing: [48, 8], replaced: [64, 8], seatedFrom: [152, 40], seatedUntil: [192, 40] } as const;

async function write(coop: Cooperative, slot: bigint, [offset, width]: readonly [number, number], value: number): Promise<void> {
  const address = await coop.members.getAddress();
  const word = BigInt(await chain.ethers.provider.getStorage(address, slot));
  const mask = ((1n << BigInt(width)) - 1n) << BigInt(offset);
  const next = (word & ~mask) | (BigInt(value) << BigInt(offset));
  await chain.networkHelpers.setStorageAt(address, slot, toBeHex(next, 32));
}

/** Makes a member's seat say otherwise. Standing: 1 active, 2 left, 3 expelled. */
export async function changeSeat(coop: Cooperative, who: Person, change: Partial<Record<keyof typeof FIELDS, number>>): Promise<void> {
  const slot = BigInt(keccak256(abi.encode(["address", "uint256"], [who.address, SEATS])));
  for (const [field, value] of Object.entries(change)) await write(coop, slot, FIELDS[field as keyof typeof FIELDS], value);
}

/** Makes the registry count so many seated. */
export const changeSeatedCount = (coop: Cooperative, count: number): Promise<void> => write(coop, COUNTS, [32, 32], count);
