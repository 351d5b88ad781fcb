// Twin of contracts/libraries/Holders.sol. A purse belongs to a member, under whatever key, or to an address that is no member's.
import { type Address, isAddress } from "viem";
import { type Holder, type MemberId, memberId, NOBODY } from "../chain/ids.ts";
import type { PeopleBooks } from "../people/fold.ts";

/** No purse; as an arbiter, nobody. */
export const NO_ONE = `0x${"0".repeat(40)}` as Holder;

/** The purse of a member. */
export const holderOfMember = (id: MemberId): Holder => `0x${id.toString(16).padStart(40, "0")}` as Holder;

/** The purse of an address that is no member's, or a holder as the chain tells it. Errors: RangeError for what is no address. */
export function holderFrom(value: string): Holder {
  if (!isAddress(value, { strict: false })) throw new RangeError(`${value} is no holder of a purse`);
  return value.toLowerCase() as Holder;
}

/** The member whose purse it is; NOBODY for that of an address. */
export function memberOfHolder(holder: Holder): MemberId {
  const word = BigInt(holder);
  return word < 1n << 32n ? memberId(Number(word)) : NOBODY;
}

/** Whose purse an acting key uses: the member's whose key in force it is, else its own. Null for a key that was replaced. */
export function holderOfKey({ people }: PeopleBooks, key: Address): Holder | null {
  const id = people.byKey.get(key.toLowerCase());
  if (id === undefined) return holderFrom(key);
  return people.members.get(id)?.key.toLowerCase() === key.toLowerCase() ? holderOfMember(id) : null;
}

/** The member, where the address is or was a member's key; else the holder itself. */
export function canonical({ people }: PeopleBooks, holder: Holder): Holder {
  const id = people.byKey.get(holder);
  return id === undefined ? holder : holderOfMember(id);
}
