import { useId } from "react";
import type { Both } from "../../../../shared/language/words.ts";
import { useLanguage } from "../../../../shared/language/language.ts";
import type { Mark } from "#client/work/types.ts";
import type { Marks } from "../rubric.ts";

const marks: readonly Mark[] = [0, 1, 2];

/** One point of the review: what is asked, and three answers with words. Nothing is chosen beforehand; arrow keys walk. */
export function MarkGroup({ id, title, asks, meanings, mark, cap, onMark }: { id: string; title: string; asks: Both; meanings: Marks; mark: Mark | null; cap: string | null; onMark: (mark: Mark) => void }) {
  const language = useLanguage();
  const name = useId();
  return (
    <fieldset id={id} tabIndex={-1} className="min-w-0 border-t border-line pt-4">
      <legend className="float-start w-full font-semibold">{title}</legend>
      <p className="clear-both text-sm text-ink-2">{asks[language]}</p>
      {cap && <p className="text-sm">{cap}</p>}
      <div className="mt-2 grid gap-2 sm:grid-cols-3">
        {marks.map((value) => {
          const chosen = mark === value;
          return (
            <label
              key={value}
              className={`relative flex min-h-12 items-start gap-2.5 rounded-md px-3 py-2.5 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-ink ${chosen ? "bg-sheet ring-2 ring-inset ring-ink" : "bg-well"}`}
            >
              <input type="radio" name={name} value={value} checked={chosen} onChange={() => onMark(value)} className="absolute inset-0 m-0 cursor-pointer appearance-none rounded-md opacity-0" />
              <MarkGlyph mark={value} size={20} />
              <span className="min-w-0 text-sm">
                <span className="num me-1.5 text-base font-bold">{value}</span>
                {meanings[value][language]}
              </span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}

/** A mark as a circle that fills: empty, half, full. Always beside its number or inside a picture with a table. */
export function MarkGlyph({ mark, size = 16, dim }: { mark: Mark; size?: number; dim?: boolean }) {
  return (
    <svg viewBox="0 0 16 16" width={size} height={size} aria-hidden="true" className={`mt-0.5 shrink-0 ${dim ? "text-edge" : "text-ink"}`} fill="none" stroke="currentColor" strokeWidth="1.4">
      <circle cx="8" cy="8" r="6.2" fill={mark === 2 ? "currentColor" : "none"} />
      {mark === 1 && <path d="M8 1.8a6.2 6.2 0 0 0 0 12.4z" fill="currentColor" stroke="none" />}
    </svg>
  );
}
