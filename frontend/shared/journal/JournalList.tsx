import { useTick } from "../chain/clock.ts";
import { useLanguage, useWords } from "../language/language.ts";
import { formatSpan } from "../language/time.ts";
import { Button } from "../parts/Button.tsx";
import { JournalRow } from "../parts/JournalRow.tsx";
import { type JournalEntry, settledStates } from "./entry.ts";
import { changeEntry } from "./journal.ts";
import { slowAfter } from "./slow.ts";
import { journalText } from "./text.ts";

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
    <ul>
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
