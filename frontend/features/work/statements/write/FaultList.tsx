import { useEffect } from "react";
import { useWords } from "../../../../shared/language/language.ts";
import { fieldId } from "./fieldProps.ts";
import { writeText } from "./text.ts";

/** Brings a field into view and gives it the focus. */
export function focusEntry(key: string | null): void {
  const control = document.getElementById(fieldId(key ?? "body"));
  control?.scrollIntoView({ block: "center" });
  control?.focus({ preventScroll: true });
}

/** Something to change: the key of the head that it is about (null: the text), and what to do. */
export interface Wrong {
  readonly key: string | null;
  readonly said: string;
}

/** After pressing: all that is to change, each leading to its field. */
export function FaultList({ rows }: { rows: readonly Wrong[] }) {
  const t = useWords(writeText);
  useEffect(() => {
    if (rows.length > 0) focusEntry(rows[0]!.key);
    // Only when it appears: afterwards the reader is busy with the fields.
    // eslint-disable-next-line react/exhaustive-deps
  }, []);
  if (rows.length === 0) return null;
  return (
    <div role="alert" className="rounded-md bg-fail-wash px-4 py-3">
      <p className="font-semibold text-fail">{t.errors(rows.length)}</p>
      <ul className="mt-1">
        {rows.map(({ key, said }, place) => (
          <li key={place}>
            <button type="button" className="min-h-11 text-start underline underline-offset-4" onClick={() => focusEntry(key)}>
              {said}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
