import { timelineOf } from "#client/timeline.ts";
import { useLedger } from "../../shared/books/books.ts";
import { useLanguage, useWords } from "../../shared/language/language.ts";
import { formatWhen } from "../../shared/language/time.ts";
import { Section } from "../../shared/parts/Page.tsx";
import { Sentence } from "../../shared/parts/Sentence.tsx";
import { tellEvent } from "./eventSentence.ts";
import { homeText } from "./text.ts";

const most = 8;

/** What happened lately, newest first, a sentence each. */
export function Activity() {
  const t = useWords(homeText);
  const language = useLanguage();
  const { ledger, now } = useLedger();
  const told = [];
  for (const event of timelineOf(ledger)) {
    const sentence = tellEvent(ledger, event, language);
    if (sentence) told.push({ ...sentence, at: event.at, key: `${event.tx}/${event.logIndex}` });
    if (told.length === most) break;
  }
  return (
    <Section title={t.activity}>
      {told.length === 0 && <p className="text-ink-2">{t.activityNone}</p>}
      <ul>
        {told.map(({ key, pieces, link, at }) => (
          <li key={key} className="border-b border-line last:border-b-0">
            <a href={link} className="flex min-h-13 items-baseline justify-between gap-4 py-2.5 hover:bg-well/50">
              <span className="min-w-0 leading-snug [&_strong]:font-semibold"><Sentence pieces={pieces} /></span>
              <time dateTime={new Date(at * 1000).toISOString()} className="keep num text-sm text-ink-3">{formatWhen(at, language, now)}</time>
            </a>
          </li>
        ))}
      </ul>
    </Section>
  );
}
