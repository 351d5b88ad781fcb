import { JournalList } from "../../shared/journal/JournalList.tsx";
import { useJournal } from "../../shared/journal/journal.ts";
import { journalText } from "../../shared/journal/text.ts";
import { useWords } from "../../shared/language/language.ts";
import { useWaiting } from "../../shared/outbox/useWaiting.ts";
import { EmptyState } from "../../shared/parts/EmptyState.tsx";
import { Page } from "../../shared/parts/Page.tsx";
import { LinkRow, Rows } from "../../shared/parts/Row.tsx";

/** Every act of this browser on this chain, newest first. */
export function JournalPage() {
  const t = useWords(journalText);
  const entries = useJournal();
  const waiting = useWaiting();
  return (
    <Page title={t.title} lead={t.lead}>
      {waiting > 0 && (
        <div className="mb-2 max-w-160">
          <Rows><LinkRow href="#/offnet" title={t.waiting(waiting)} note={t.waitingNote} /></Rows>
        </div>
      )}
      <div className="max-w-160">{entries.length === 0 ? <EmptyState sentence={t.empty} hint={t.emptyHint} /> : <JournalList entries={entries} />}</div>
      <p className="prose mt-6 text-sm text-ink-3">{t.onlyHere}</p>
    </Page>
  );
}
