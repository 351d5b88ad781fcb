import { useTick } from "../../shared/chain/clock.ts";
import { changeEntry, useJournal } from "../../shared/journal/journal.ts";
import { type JournalEntry, settledStates } from "../../shared/journal/entry.ts";
import { journalText } from "../../shared/journal/text.ts";
import { slowAfter } from "../../shared/journal/watch.ts";
import { useLanguage, useWords } from "../../shared/language/language.ts";
import { formatSpan } from "../../shared/language/time.ts";
import { Button } from "../../shared/parts/Button.tsx";
import { EmptyState } from "../../shared/parts/EmptyState.tsx";
import { JournalRow } from "../../shared/parts/JournalRow.tsx";
import { Page } from "../../shared/parts/Page.tsx";

/** Every act of this browser on this chain, newest first. */
export function JournalPage() {
  const t = useWords(journalText);
  const entries = useJournal();
  return (
    <Page title={t.title} lead={t.lead}>
      {entries.length === 0 ? <EmptyState sentence={t.empty} hint={t.emptyHint} /> : <JournalList entries={entries} />}
      <p className="prose mt-6 text-sm text-ink-3">{t.onlyHere}</p>
    </Page>
  );
}

/** Rows of the journal; settled ones can be taken out. */
export function JournalList({ entries }: { entries: readonly JournalEntry[] }) {
  const t = useWords(journalText);
  const language = useLanguage();
  const now = useTick();
  const waits = (entry: JournalEntry) => {
    if (entry.state !== "sent" || !entry.sentAt) return undefined;
    const passed = Math.max(0, now - entry.sentAt / 1000);
    return passed > slowAfter() ? t.slow(formatSpan(passed, language)) : t.since(formatSpan(passed, language));
  };
  return (
    <ul className="max-w-160">
      {entries.map((entry) => (
        <JournalRow
          key={entry.id}
          entry={entry}
          now={now}
          waits={waits(entry)}
          action={canGo(entry) && <Button look="second" small onClick={() => void changeEntry(entry.id, null)}>{t.remove}</Button>}
        />
      ))}
    </ul>
  );
}

/** What never happened may leave the journal; what is on its way or final stays. */
const canGo = ({ state }: JournalEntry): boolean => state === "draft" || (settledStates.includes(state) && state !== "final");
