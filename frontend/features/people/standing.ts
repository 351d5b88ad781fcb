import type { Member } from "#client/people/fold.ts";
import { formatDate } from "../../shared/language/time.ts";
import type { Language } from "../../shared/language/words.ts";
import { peopleText } from "./text.ts";

/** How a member stands: seated since when, not seated yet, or expelled by a vote. */
export function seatWords({ seatedFrom, expelled }: Member, language: Language, now: number): string {
  const t = peopleText[language];
  if (expelled) return t.expelled(formatDate(expelled.at, language, now));
  return seatedFrom === null ? t.notSeated : t.seatedSince(formatDate(seatedFrom, language, now));
}
