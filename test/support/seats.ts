// What joining, leaving and new keys will do to a seat has no function yet. The guards that rest on it are tried by writing the slots.
import { AbiCoder, keccak256, toBeHex } from "ethers";
import { chain } from "./chain.ts";
import type { Cooperative } from "./cooperative.ts";
import { type Person, personAt } from "./people.ts";

const SEATS = 2n;
const KEYS = 3n;
const TRACE = 4n;
const COUNTS = 5n;
const abi = AbiCoder.defaultAbiCoder();

const FIELDS = { id: [0, 32], keyEpoch: [32, 16], standing: [48, 8], replaced: [64, 8], joinedAt: [72, 40], keySince: [112, 40], seatedFrom: [152, 40], seatedUntil: [192, 40] } as const;
type Field = keyof typeof FIELDS;

const slotOf = (types: [string, string], key: string | number | bigint, base: bigint): bigint => BigInt(keccak256(abi.encode(types, [key, base])));
const seatSlot = (key: string): bigint => slotOf(["address", "uint256"], key, SEATS);

async function read(coop: Cooperative, slot: bigint): Promise<bigint> {
  return BigInt(await chain.ethers.provider.getStorage(await coop.members.getAddress(), slot));
}

async function put(coop: Cooperative, slot: bigint, word: bigint): Promise<void> {
  await chain.networkHelpers.setStorageAt(await coop.members.getAddress(), slot, toBeHex(word, 32));
}

async function write(coop: Cooperative, slot: bigint, [offset, width]: readonly [number, number], value: number): Promise<void> {
  const mask = ((1n << BigInt(width)) - 1n) << BigInt(offset);
  await put(coop, slot, ((await read(coop, slot)) & ~mask) | (BigInt(value) << BigInt(offset)));
}

async function writeSeat(coop: Cooperative, key: string, change: Partial<Record<Field, number>>): Promise<void> {
  for (const [field, value] of Object.entries(change)) await write(coop, seatSlot(key), FIELDS[field as Field], value);
}

/** Makes a member's seat say otherwise. Standing: 1 active, 2 left, 3 expelled. */
export const changeSeat = (coop: Cooperative, who: Person, change: Partial<Record<Field, number>>): Promise<void> => writeSeat(coop, who.address, change);

/** Makes the registry count so many seated, now and not in the past. */
export const changeSeatedCount = (coop: Cooperative, count: number): Promise<void> => write(coop, COUNTS, [32, 32], count);

/** Makes the registry count so many seated from `since` on (seconds since 1970, later than all before), as a seating would. */
export async function countSeated(coop: Cooperative, count: number, since: number): Promise<void> {
  const length = await read(coop, TRACE);
  await put(coop, BigInt(keccak256(toBeHex(TRACE, 32))) + length, BigInt(since) | (BigInt(count) << 48n));
  await put(coop, TRACE, length + 1n);
  await changeSeatedCount(coop, count);
}

/** Gives a member another key, an address, as a rotation will: the seat moves on whole, the old key is barred. */
export async function giveAddress(coop: Cooperative, who: Person, address: string): Promise<void> {
  const old = await read(coop, seatSlot(who.address));
  await put(coop, seatSlot(address), old);
  await writeSeat(coop, address, { keyEpoch: Number((old >> 32n) & 0xffffn) + 1 });
  await writeSeat(coop, who.address, { replaced: 1 });
  await put(coop, slotOf(["uint32", "uint256"], who.id, KEYS), BigInt(address));
}

/** The same with the key of practice account number `place`. What comes back is the member with the new key. */
export async function giveKey(coop: Cooperative, who: Person, place: number): Promise<Person> {
  const { address, signer } = await personAt(place);
  await giveAddress(coop, who, address);
  return { id: who.id, address, signer };
}

/** Seats a newcomer with practice account `place` as member number `id`, from `since` on. The count of the seated is the caller's to move. */
export async function seatNewcomer(coop: Cooperative, id: number, place: number, since: number): Promise<Person> {
  const { address, signer } = await personAt(place);
  await writeSeat(coop, address, { id, standing: 1, joinedAt: since, keySince: since, seatedFrom: since });
  await put(coop, slotOf(["uint32", "uint256"], id, KEYS), BigInt(address));
  return { id, address, signer };
}
