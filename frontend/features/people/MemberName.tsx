import type { MemberId } from "#client/chain/ids.ts";
import { nameOf } from "#client/people/names.ts";
import { useBooks } from "../../shared/books/books.ts";
import { Name } from "../../shared/parts/Name.tsx";

/** A member by number, with the name that the profile gives and the books have read; the number alone where there is none. */
export function MemberName({ id, link, number }: { id: number; link?: boolean; number?: boolean }) {
  const member = useBooks().ledger?.people.members.get(id as MemberId);
  const name = member && nameOf(member);
  return <Name id={id} name={name?.known ? name : null} {...(link === undefined ? {} : { link })} {...(number === undefined ? {} : { number })} />;
}
