import { useState } from "react";
import type { CheckedItem } from "#client/offnet/check.ts";
import type { Confirmable } from "#client/offnet/confirmable.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { CloseIcon } from "../../../shared/look/icons.tsx";
import type { InboxEntry } from "../../../shared/outbox/entry.ts";
import { inbox } from "../../../shared/outbox/outbox.ts";
import { IconButton } from "../../../shared/parts/Button.tsx";
import { pageOf, Pager } from "../../../shared/parts/Pager.tsx";
import { StateMark } from "../../../shared/parts/StateMark.tsx";
import { offnetText } from "../text.ts";
import type { Checked } from "../useChecked.ts";
import { Confirming } from "./Confirming.tsx";
import { ToMarket } from "./ToMarket.tsx";
import { useConfirmables } from "./useConfirmables.ts";

const SIZE = 25;

/** Everything that was brought: what it does in words, and a sentence on what was found; first what waits for the reader's own word. */
export function CheckedList({ entries, checked }: { entries: readonly InboxEntry[]; checked: Checked }) {
  const t = useWords(offnetText);
  const [page, setPage] = useState(0);
  const confirmables = useConfirmables(entries, checked);
  const mine = entries.filter(({ id }) => confirmables.get(id)?.is === "open");
  const ordered = [...mine, ...entries.filter((entry) => !mine.includes(entry))];
  const good = entries.filter(({ id }) => ["good", "wallet"].includes(checked.get(id)?.verdict.is ?? "")).length;
  return (
    <>
      <p role="status" className="num mb-1 font-semibold">
        {t.good(good, entries.length)}
        {mine.length > 0 && <span className="block">{t.confirm.waiting(mine.length)}</span>}
      </p>
      <ul aria-label={t.list}>
        {pageOf(ordered, page, SIZE).map((entry) => (
          <Row key={entry.id} entry={entry} checked={checked.get(entry.id) ?? null} confirmable={confirmables.get(entry.id) ?? null} />
        ))}
      </ul>
      <Pager page={page} size={SIZE} total={entries.length} label={t.list} onTurn={setPage} />
    </>
  );
}

const marks: Readonly<Record<CheckedItem["verdict"]["is"], "signed" | "ready" | "final" | "draft" | "failed">> = { good: "signed", wallet: "ready", done: "final", waits: "draft", bad: "failed" };

function Row({ entry, checked, confirmable }: { entry: InboxEntry; checked: CheckedItem | null; confirmable: Confirmable | null }) {
  const t = useWords(offnetText);
  const language = useLanguage();
  if (!checked) return null;
  const { verdict, say, what } = checked;
  const failed = entry.carriage && !entry.carriage.done && verdict.is !== "bad" ? t.lastTry(entry.carriage.reason?.[language] ?? t.noReason) : null;
  return (
    <li className="border-b border-line py-3 last:border-b-0">
      <div className="flex items-start gap-3">
        <span className="mt-1"><StateMark state={marks[verdict.is]} /></span>
        <span className="min-w-0 flex-1">
          <span className="block leading-snug">{what[language]}</span>
          <span className={`mt-0.5 block text-sm ${verdict.is === "bad" ? "text-fail" : "text-ink-2"}`}>{say[language]}</span>
          {failed && <span className="mt-0.5 block text-sm text-fail">{failed}</span>}
        </span>
        <IconButton label={t.removeOne(what[language])} onClick={() => void inbox.drop([entry.id])} className="-my-1.5">
          <CloseIcon size={16} />
        </IconButton>
      </div>
      {checked.verdict.is !== "bad" && <ToMarket item={checked.item} />}
      {confirmable && <Confirming confirmable={confirmable} checked={checked} bundle={entry.bundle} />}
    </li>
  );
}
