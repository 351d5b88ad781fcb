import { useEffect, useRef, useState } from "react";
import { dropDraft, emptyDraft, isWritten, type RecordDraft, saveDraft } from "./draft.ts";

/** How the draft is kept. `idle`: nothing to keep yet. */
export type Keeping = "idle" | "saved" | "refused";

/** A draft that saves itself half a second after the last change, and when the page is left. */
export function useDraft(start: RecordDraft, practice: boolean): { draft: RecordDraft; change: (part: Partial<RecordDraft>) => void; clear: () => void; keeping: Keeping } {
  const [draft, setDraft] = useState(start);
  const [keeping, setKeeping] = useState<Keeping>("idle");
  const newest = useRef(draft);
  const changed = useRef(false);

  useEffect(() => {
    newest.current = draft;
    if (!changed.current) return;
    const timer = setTimeout(() => {
      changed.current = false;
      if (isWritten(draft)) void saveDraft(draft).then((kept) => setKeeping(kept ? "saved" : "refused"));
    }, 500);
    return () => clearTimeout(timer);
  }, [draft]);

  useEffect(() => {
    const save = () => {
      if (changed.current && isWritten(newest.current)) void saveDraft(newest.current);
      changed.current = false;
    };
    window.addEventListener("pagehide", save);
    return () => {
      window.removeEventListener("pagehide", save);
      save();
    };
  }, []);

  const change = (part: Partial<RecordDraft>) => {
    changed.current = true;
    setDraft((before) => ({ ...before, ...part }));
  };
  const clear = () => {
    changed.current = false;
    setDraft(emptyDraft(practice));
    setKeeping("idle");
    void dropDraft();
  };
  return { draft, change, clear, keeping };
}
