import { isSeated, type Member, type PeopleBooks } from "#client/people/fold.ts";
import { JOIN_TIMES } from "#client/people/mayJoin.ts";
import { formatDate } from "../../shared/language/time.ts";
import type { Language } from "../../shared/language/words.ts";
import { peopleText } from "./text.ts";

/** How a member stands: seated since when, waiting for the seat, gone by own will, or expelled by a vote. */
export function standingWords(books: PeopleBooks, member: Member, language: Language, now: number): string {
  const t = peopleText[language];
  const date = (at: number) => formatDate(at, language, now);
  if (member.expelled) return t.expelled(date(member.expelled.at));
  if (member.leftAt !== null) return t.left(date(member.leftAt));
  return isSeated(books, member.id) ? t.seated(date(member.seatedFrom!)) : t.waits(date(member.joinedAt + JOIN_TIMES.seat));
}
