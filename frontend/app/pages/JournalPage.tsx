import { JournalList } from "../../shared/journal/JournalList.tsx";
import { useJournal } from "../../shared/journal/journal.ts";
import { journalText } from "../../shared/journal/text.ts";
import { useWords } from "../../shared/language/language.ts";
import { EmptyState } from "../../shared/parts/EmptyState.tsx";
import { Page } from "../../shared/parts/Page.tsx";

/** Every act of this browser on this chain, newest first. */
export function JournalPage() {
  const t = useWords(journalText);
  const entries = useJournal();
  return (
    <Page title={t.title} lead={t.lead}>
      <div className="max-w-160">{entries.length === 0 ? <EmptyState sentence={t.empty} hint={t.emptyHint} /> : <JournalList entries={entries} />}</div>
      <p className="prose mt-6 text-sm text-ink-3">{t.onlyHere}</p>
    </Page>
  );
}
