import type { ReactNode } from "react";

/** A box to tick, with its words; the whole of it is pressed on 44px. */
export function Tick({ checked, onChange, children, note }: { checked: boolean; onChange: (checked: boolean) => void; children: ReactNode; note?: ReactNode }) {
  return (
    <label className="flex min-h-11 items-start gap-3 py-2">
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} className="mt-0.5 size-5 shrink-0 accent-ink" />
      <span className="min-w-0">
        {children}
        {note && <span className="block text-sm text-ink-2">{note}</span>}
      </span>
    </label>
  );
}
