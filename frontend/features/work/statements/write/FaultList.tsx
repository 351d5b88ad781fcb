import { useEffect } from "react";
import { type Fault, sayFault } from "#client/work/statement/faults.ts";
import { useLanguage, useWords } from "../../../../shared/language/language.ts";
import { fieldId } from "./fieldProps.ts";
import { writeText } from "./text.ts";

/** Brings a field into view and gives it the focus. */
export function focusEntry(key: string | null): void {
  const control = document.getElementById(fieldId(key ?? "body"));
  control?.scrollIntoView({ block: "center" });
  control?.focus({ preventScroll: true });
}

/** After pressing: all that is to change, each with its line in the document and leading to its field. */
export function FaultList({ faults, address }: { faults: readonly Fault[]; address: string | null }) {
  const language = useLanguage();
  const t = useWords(writeText);
  const rows = [...faults.map((fault) => ({ key: fault.key, said: sayFault(fault)[language] })), ...(address ? [{ key: "address", said: address }] : [])];
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
