import { JournalList } from "../../shared/journal/JournalList.tsx";
import { useJournal } from "../../shared/journal/journal.ts";
import { useWords } from "../../shared/language/language.ts";
import { homeText } from "./text.ts";

/** The latest acts of this browser, on a desk beside what waits; on a phone the header's button leads to all of them. */
export function HomeJournal() {
  const t = useWords(homeText);
  const entries = useJournal();
  return (
    <section aria-label={t.journal} className="hidden lg:block">
      <div className="flex items-baseline justify-between">
        <h2 className="text-xl">{t.journal}</h2>
        {entries.length > 4 && <a href="#/journal" className="opens reach text-sm">{t.journalAll}</a>}
      </div>
      {entries.length === 0 ? <p className="mt-2 text-ink-2">{t.journalEmpty}</p> : <JournalList entries={entries.slice(0, 4)} />}
    </section>
  );
}
