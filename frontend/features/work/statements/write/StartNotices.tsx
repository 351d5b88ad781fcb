import { useState } from "react";
import { textOf } from "#client/work/statement/canonical.ts";
import { useLanguage, useWords } from "../../../../shared/language/language.ts";
import { formatAgo } from "../../../../shared/language/time.ts";
import { Button } from "../../../../shared/parts/Button.tsx";
import { Notice } from "../../../../shared/parts/Notice.tsx";
import { plainText } from "#client/chain/plain.ts";
import { OpenFile } from "../../evidence/OpenFile.tsx";
import { type Start, withDocument } from "./begin.ts";
import { writeText } from "./text.ts";
import type { Writing } from "./writing.ts";

const MOST_FILE = 1_000_000;

/** Where the form's contents came from, and the way to begin anew or from a file. */
export function StartNotices({ start, writing, onAgain, onOpen }: { start: Start; writing: Writing; onAgain: () => void; onOpen: (writing: Writing) => void }) {
  const language = useLanguage();
  const t = useWords(writeText);
  const [restored, setRestored] = useState(start.savedAt);
  const [opened, setOpened] = useState<string | null>(null);
  const open = async (file: File) => {
    const text = file.size > MOST_FILE ? null : textOf(new Uint8Array(await file.arrayBuffer()));
    const name = plainText(file.name, 60);
    setOpened(text === null ? t.notText(name) : t.opened(name));
    const { previous, amends } = writing.fields;
    if (text !== null) onOpen(withDocument(writing, text, { ...(previous ? { previous } : {}), ...(amends ? { amends } : {}) }));
  };
  return (
    <div className="flex flex-col gap-3">
      {restored !== null && (
        <Notice
          action={
            <Button
              small
              look="second"
              onClick={() => {
                setRestored(null);
                onAgain();
              }}
            >
              {t.startOver}
            </Button>
          }
          onClose={() => setRestored(null)}
        >
          {t.restored(formatAgo(Math.max(0, Date.now() / 1000 - restored / 1000), language))}
        </Notice>
      )}
      {start.unread && <Notice>{t.previousUnread}</Notice>}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <OpenFile label={t.openFile} accept=".md,text/markdown,text/plain" onFiles={([file]) => file && void open(file)} />
        <span role="status" className="text-sm text-ink-2">
          {opened}
        </span>
      </div>
    </div>
  );
}
