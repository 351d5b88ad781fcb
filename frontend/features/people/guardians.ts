import type { Address } from "viem";
import type { MemberId } from "#client/chain/ids.ts";
import type { PeopleBooks } from "#client/people/fold.ts";
import { nameOf } from "#client/people/names.ts";
import type { Both } from "../../shared/language/words.ts";
import { shortHex } from "../../shared/parts/Address.tsx";

/** The member behind an address, whatever key speaks for him now; null: the address is nobody's. */
export const memberBehind = ({ people }: PeopleBooks, address: string): MemberId | null => people.byKey.get(address.toLowerCase()) ?? null;

/** What a guardian is called: a member by name, anybody else by the address. */
export function guardianWords(books: PeopleBooks, guardian: Address): Both {
  const id = memberBehind(books, guardian);
  const member = id === null ? undefined : books.people.members.get(id);
  const short = shortHex(guardian, 6);
  return member ? nameOf(member) : { zh: short, en: short };
}
