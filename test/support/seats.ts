// What acts alone cannot bring about in a spec: ten thousand seated, a member with the highest number, a seat that was taken in a
// certain second of the past. The slots are written where the compiler says they lie. What members can do, specs do by acts.
import { AbiCoder, keccak256, toBeHex } from "ethers";
import { chain } from "./chain.ts";
import type { Cooperative } from "./cooperative.ts";
import { type Person, personAt } from "./people.ts";
import { signsTerms } from "./signing.ts";
import { layoutOf, type Layout } from "./solidity.ts";
import { agreeingCode } from "./wallets.ts";

const abi = AbiCoder.defaultAbiCoder();
let known: Layout | undefined;
const layout = (): Layout => (known ??= layoutOf("contracts/people/MemberRegistry.sol", "MemberRegistry"));

/** The slot of a variable of the registry. */
function slotNamed(name: string): bigint {
  const variable = layout().storage.find(({ label }) => label === name);
  if (!variable) throw new Error(`MemberRegistry keeps no ${name}.`);
  return BigInt(variable.slot);
}

/** Lowest bit and width of a field of a struct of one slot. */
function fieldOf(struct: string, name: string): readonly [number, number] {
  const { types } = layout();
  const field = Object.values(types).find(({ label }) => label.endsWith(struct))?.members?.find(({ label }) => label === name);
  if (!field || field.slot !== "0") throw new Error(`${struct} has no ${name} in its first slot.`);
  return [8 * field.offset, 8 * Number(types[field.type]!.numberOfBytes)];
}

type SeatField = "id" | "keyEpoch" | "standing" | "founder" | "replaced" | "joinedAt" | "seatedFrom" | "seatedUntil" | "sponsor" | "cosponsor";
type HolderField = "key" | "since" | "barredUntil" | "vouched";
type CountField = "members" | "seated" | "expelledIn" | "expelled" | "quarter" | "base" | "joined";
type Change<Field extends string> = Partial<Record<Field, number | bigint>>;

const slotOf = (types: [string, string], key: string | number | bigint, base: bigint): bigint => BigInt(keccak256(abi.encode(types, [key, base])));
const seatSlot = (key: string): bigint => slotOf(["address", "uint256"], key, slotNamed("_seats"));
const holderSlot = (id: number): bigint => slotOf(["uint32", "uint256"], id, slotNamed("_holders"));

async function read(coop: Cooperative, slot: bigint): Promise<bigint> {
  return BigInt(await chain.ethers.provider.getStorage(await coop.members.getAddress(), slot));
}

async function put(coop: Cooperative, slot: bigint, word: bigint): Promise<void> {
  await chain.networkHelpers.setStorageAt(await coop.members.getAddress(), slot, toBeHex(word, 32));
}

async function write(coop: Cooperative, slot: bigint, struct: string, change: Change<string>): Promise<void> {
  let word = await read(coop, slot);
  for (const [field, value] of Object.entries(change)) {
    const [offset, width] = fieldOf(struct, field);
    const mask = ((1n << BigInt(width)) - 1n) << BigInt(offset);
    word = (word & ~mask) | (BigInt(value!) << BigInt(offset));
  }
  await put(coop, slot, word);
}

/** Makes a member's seat say otherwise. Standing: 1 active, 2 left, 3 expelled. */
export const changeSeat = (coop: Cooperative, who: Person, change: Change<SeatField>): Promise<void> => write(coop, seatSlot(who.address), "struct Seat", change);

/** Makes the registry count otherwise, now and not in the past. */
export const changeCounts = (coop: Cooperative, change: Change<CountField>): Promise<void> => write(coop, slotNamed("_counts"), "struct Seats.Counts", change);

/** Makes the registry count so many seated, now and not in the past. */
export const changeSeatedCount = (coop: Cooperative, count: number): Promise<void> => changeCounts(coop, { seated: count });

/** Makes the registry count so many seated from `since` on (seconds since 1970, later than all before), as a seating would. */
export async function countSeated(coop: Cooperative, count: number, since: number): Promise<void> {
  const trace = slotNamed("_seatedTrace");
  const length = await read(coop, trace);
  await put(coop, BigInt(keccak256(toBeHex(trace, 32))) + length, BigInt(since) | (BigInt(count) << 48n));
  await put(coop, trace, length + 1n);
  await changeSeatedCount(coop, count);
}

/** Seats a newcomer with practice account `place` as member number `id`, from `since` on. The counts are the caller's to move. */
export async function seatNewcomer(coop: Cooperative, id: number, place: number, since: number): Promise<Person> {
  const { address, signer } = await personAt(place);
  await write(coop, seatSlot(address), "struct Seat", { id, standing: 1, joinedAt: since, seatedFrom: since } satisfies Change<SeatField>);
  await write(coop, holderSlot(id), "struct Seats.Holder", { key: BigInt(address), since } satisfies Change<HolderField>);
  return { id, address, signer };
}

/** What the registry keeps of one member: slots and their words, for a copy of it elsewhere. */
export async function seatSlots(coop: Cooperative, who: Person): Promise<(readonly [bigint, string])[]> {
  const slots = [seatSlot(who.address), holderSlot(who.id), slotNamed("_counts")];
  return Promise.all(slots.map(async (slot) => [slot, toBeHex(await read(coop, slot), 32)] as const));
}

// --- by acts ---

/** A member hands over to the key of practice account number `place`. What comes back is the member with the new key. */
export async function giveKey(coop: Cooperative, who: Person, place: number): Promise<Person> {
  const { address, signer } = await personAt(place);
  const { keyEpoch } = await coop.members.seatOf(who.id);
  const expires = (await coop.now()) + 86_400;
  const consent = await signsTerms(coop, { address }, "KeyConsent", { member: who.id, keyEpoch: Number(keyEpoch), newKey: address as never, expires });
  await coop.members.connect(who.signer).rotate(address, expires, consent);
  return { id: who.id, address, signer };
}

/** A member hands over to a wallet, which consents for the moment whatever it says afterwards. */
export async function giveAddress(coop: Cooperative, who: Person, address: string): Promise<void> {
  const code = await chain.ethers.provider.getCode(address);
  await chain.networkHelpers.setCode(address, agreeingCode());
  await coop.members.connect(who.signer).rotate(address, (await coop.now()) + 86_400, "0x");
  await chain.networkHelpers.setCode(address, code);
}
