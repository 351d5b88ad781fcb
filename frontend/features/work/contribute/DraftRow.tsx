import { useEffect, useState } from "react";
import { plainText } from "#client/chain/plain.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { formatAgo } from "../../../shared/language/time.ts";
import { buttonClass } from "../../../shared/parts/Button.tsx";
import { StateMark } from "../../../shared/parts/StateMark.tsx";
import { loadDraft } from "../record/draft.ts";
import { contributeText } from "./text.ts";

/** The draft that this browser keeps, if there is one. */
export function DraftRow() {
  const t = useWords(contributeText);
  const language = useLanguage();
  const [kept, setKept] = useState<Awaited<ReturnType<typeof loadDraft>>>(null);
  useEffect(() => {
    let gone = false;
    void loadDraft().then((found) => !gone && setKept(found));
    return () => {
      gone = true;
    };
  }, []);
  if (!kept) return null;
  return (
    <div className="mb-8 flex flex-wrap items-center gap-x-4 gap-y-3 rounded-md bg-well px-4 py-3">
      <StateMark state="draft" />
      <span className="min-w-0 flex-1 basis-52">
        <span className="block leading-snug">{plainText(kept.draft.what, 80) || t.draft}</span>
        <span className="block text-sm text-ink-2">{[t.draft, t.draftNote(formatAgo((Date.now() - kept.savedAt) / 1000, language))].join(" · ")}</span>
      </span>
      <a href="#/contribute/new" className={`${buttonClass("text", true)}`}>
        {t.goOn}
      </a>
    </div>
  );
}
