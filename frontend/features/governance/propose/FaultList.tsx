import { useEffect, useRef } from "react";
import { useWords } from "../../../shared/language/language.ts";
import type { Faults } from "./check.ts";
import { fieldId } from "./fieldProps.ts";
import { proposeText } from "./text.ts";

/** All that is wrong, each leading to its field; it gets the focus, so that it is read first. Nothing where nothing is wrong. */
export function FaultList({ faults }: { faults: Faults }) {
  const t = useWords(proposeText);
  const ref = useRef<HTMLDivElement>(null);
  const entries = Object.entries(faults);
  useEffect(() => ref.current?.focus(), []);
  if (entries.length === 0) return null;
  const go = (field: string) => {
    const found = document.getElementById(fieldId(field));
    const control = found?.matches("input, select, textarea") ? found : (found?.querySelector<HTMLElement>("input, select, textarea") ?? found);
    control?.focus();
  };
  return (
    <div ref={ref} tabIndex={-1} role="alert" className="rounded-md bg-fail-wash px-4 py-3 outline-none">
      <p className="font-semibold text-fail">{t.faults(entries.length)}</p>
      <ul>
        {entries.map(([field, text]) => (
          <li key={field}>
            <button type="button" onClick={() => go(field)} className="min-h-11 text-start underline underline-offset-4">{text}</button>
          </li>
        ))}
      </ul>
    </div>
  );
}
