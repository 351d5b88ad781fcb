import type { MemberId } from "#client/chain/ids.ts";
import { timelineOf } from "#client/timeline.ts";
import { useLedger } from "../../shared/books/books.ts";
import { useLanguage, useWords } from "../../shared/language/language.ts";
import { formatDate } from "../../shared/language/time.ts";
import { Section } from "../../shared/parts/Page.tsx";
import { Sentence } from "../../shared/parts/Sentence.tsx";
import { isAboutPeople, tellPeople } from "./eventSentence.ts";
import { peopleText } from "./text.ts";

/** What became of somebody as a member: joined, seated, keys, guardians, recoveries, vouches. Newest first. */
export function MemberHistory({ member }: { member: MemberId }) {
  const t = useWords(peopleText);
  const language = useLanguage();
  const { ledger, now } = useLedger();
  const told = timelineOf(ledger, { member }).flatMap((event) => {
    const sentence = isAboutPeople(event) ? tellPeople(event, language) : null;
    return sentence ? [{ ...sentence, at: event.at, key: `${event.tx}/${event.logIndex}` }] : [];
  });
  return (
    <Section title={t.history}>
      <ul aria-label={t.history}>
        {told.map(({ key, pieces, at }) => (
          <li key={key} className="flex min-h-11 items-baseline justify-between gap-4 border-b border-line py-2.5 last:border-b-0 [&_strong]:font-semibold">
            <span className="min-w-0"><Sentence pieces={pieces} /></span>
            <time dateTime={new Date(at * 1000).toISOString()} className="keep num text-sm text-ink-3">{formatDate(at, language, now)}</time>
          </li>
        ))}
      </ul>
    </Section>
  );
}
