import { useEffect, useRef } from "react";
import { useWords } from "../../../shared/language/language.ts";
import { type Faults, fields } from "./check.ts";
import { fieldId } from "./fieldProps.ts";
import { recordText } from "./text.ts";

/** Brings a field into view and gives it the focus. */
export function focusField(field: (typeof fields)[number]): void {
  const control = document.getElementById(fieldId(field));
  control?.scrollIntoView({ block: "center" });
  (control?.matches("input, select, textarea, [tabindex='-1']") ? control : control?.querySelector<HTMLElement>("input, select"))?.focus({ preventScroll: true });
}

/** After pressing: all that is to change, each leading to its field. */
export function FaultSummary({ faults }: { faults: Faults }) {
  const t = useWords(recordText);
  const wrong = fields.filter((field) => faults[field]);
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (wrong.length > 0) focusField(wrong[0]!);
    // Only when it appears: afterwards the reader is busy with the fields.
    // eslint-disable-next-line react/exhaustive-deps
  }, []);
  if (wrong.length === 0) return null;
  return (
    <div ref={ref} role="alert" className="rounded-md bg-fail-wash px-4 py-3">
      <p className="font-semibold text-fail">{t.errors(wrong.length)}</p>
      <ul className="mt-1">
        {wrong.map((field) => (
          <li key={field}>
            <button type="button" className="min-h-11 text-start underline underline-offset-4" onClick={() => focusField(field)}>
              {faults[field]}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
