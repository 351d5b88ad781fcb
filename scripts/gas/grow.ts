// Makes a small registry large: seats are written into its storage as its own code would have left them.
import { toBeHex, ZeroHash } from "ethers";
import { placeOfEntry, placeOfList } from "./storage.ts";

/** What of a chain inside this process is needed to write storage. */
export interface Storage {
  read(address: string, slot: bigint): Promise<bigint>;
  write(address: string, slot: bigint, value: bigint): Promise<void>;
}

/** Where a seat keeps its numbers, in bits: see the struct `Seat`. */
const SEATED_FROM = 112n;
const ADDRESS = (1n << 160n) - 1n;
const TIME = (1n << 40n) - 1n;
/** So many slots of state are looked through. */
const MOST_SLOTS = 64n;

const same = (a: bigint) => (b: bigint): boolean => a === b;

/** The slot for which something holds. Throws where none of the first does: the registry is laid out otherwise now. */
async function find(what: string, holds: (slot: bigint) => Promise<boolean>): Promise<bigint> {
  for (let slot = 0n; slot < MOST_SLOTS; slot++) if (await holds(slot)) return slot;
  throw new Error(`The registry keeps its ${what} elsewhere now: scripts/gas/grow.ts must follow it.`);
}

/**
 * Seats members up to the number `total`, the first `founders` being seated already, one a second from the cooperative's first
 * second on, so that the total has as many steps as there are members. Only those in `keys` (by member number) get a key and a seat;
 * no act reads the others'. Without `steps` the total has its last step alone: enough where nothing asks how many were seated once.
 */
export async function grow(storage: Storage, registry: string, first: string, founders: number, total: number, keys: ReadonlyMap<number, string>, steps = true): Promise<void> {
  const at = (slot: bigint): Promise<bigint> => storage.read(registry, slot);
  const put = (slot: bigint, value: bigint): Promise<void> => storage.write(registry, slot, value);
  const [one, many] = [BigInt(first), BigInt(founders)];

  const keyed = await find("keys", async (slot) => same(one)((await at(placeOfEntry(1n, slot))) & ADDRESS));
  const seated = await find("seats", async (slot) => ((await at(placeOfEntry(one, slot))) & 0xffffffffn) === 1n);
  const counted = await find("counts", async (slot) => same(many | (many << 32n))((await at(slot)) & 0xffffffff_ffffffffn));
  const traced = await find("total", async (slot) => (await at(slot)) === 1n && (await at(placeOfList(slot))) >> 48n === many);

  const model = await at(placeOfEntry(one, seated));
  const begun = (model >> SEATED_FROM) & TIME;
  const since = (member: number): bigint => begun + BigInt(member - founders);
  for (const [member, key] of keys) {
    await put(placeOfEntry(BigInt(member), keyed), BigInt(key) | (since(member) << 160n));
    const seat = (model & ~(TIME << SEATED_FROM) & ~0xffffffffn) | BigInt(member) | (since(member) << SEATED_FROM);
    await put(placeOfEntry(BigInt(key), seated), seat);
  }
  const firstStep = steps ? founders + 1 : total;
  for (let member = firstStep; member <= total; member++) {
    await put(placeOfList(traced) + BigInt(member - firstStep + 1), (BigInt(member) << 48n) | since(member));
  }
  await put(traced, BigInt(total - firstStep + 2));
  // How many were seated when the quarter began follows the total, as it would from the next quarter on.
  await put(counted, BigInt(total) | (BigInt(total) << 32n) | (BigInt(total) << 160n));
}

/** A word as a node takes it. */
export const word = (value: bigint): string => (value === 0n ? ZeroHash : toBeHex(value, 32));
