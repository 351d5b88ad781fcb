import type { ReactNode } from "react";
import { useLanguage, useWords } from "../language/language.ts";
import { formatWhen } from "../language/time.ts";
import type { JournalEntry } from "../journal/entry.ts";
import { StateMark } from "./StateMark.tsx";
import { partsText } from "./text.ts";

/** One act: mark, what it is, its state with what it waits for, and at most one button. `now` in seconds by this machine's clock. */
export function JournalRow({ entry, now, waits, action }: {
  entry: Pick<JournalEntry, "act" | "state" | "reason" | "block" | "madeAt" | "link">;
  now: number;
  /** What it waits for now: 已12秒, still watching. */
  waits?: string;
  action?: ReactNode;
}) {
  const language = useLanguage();
  const t = useWords(partsText);
  const { state, block } = entry;
  const word = block && (state === "inBlock" || state === "final") ? t.stateAt[state](block) : t.states[state];
  const more = entry.reason?.[language] ?? waits;
  const colon = language === "zh" ? "：" : ": ";
  const comma = language === "zh" ? "，" : ", ";
  return (
    <li className="flex min-h-17 items-start gap-3 border-b border-line py-3 last:border-b-0">
      <span className="mt-1">
        <StateMark state={state} />
      </span>
      <div className="min-w-0 flex-1">
        <p className="leading-snug">
          {entry.link ? (
            <a href={entry.link} className="hover:underline">
              {entry.act[language]}
            </a>
          ) : (
            entry.act[language]
          )}
        </p>
        <p className={`text-sm ${state === "failed" ? "text-fail" : "text-ink-2"}`}>
          {word}
          {more && (state === "failed" ? colon : comma) + more}
        </p>
      </div>
      {action || <time className="keep num text-sm text-ink-3" dateTime={new Date(entry.madeAt).toISOString()}>{formatWhen(entry.madeAt / 1000, language, now)}</time>}
    </li>
  );
}
