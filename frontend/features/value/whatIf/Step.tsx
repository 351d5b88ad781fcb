import type { ReactNode } from "react";

/** One step of a reckoning: what it is about, its sum, and what is to be said of it. */
export function Step({ title, children, notes }: { title: string; children?: ReactNode; notes?: readonly (string | false | null)[] }) {
  const said = (notes ?? []).filter((note): note is string => typeof note === "string");
  return (
    <section className="border-t border-line pt-4">
      <h3 className="text-lg">{title}</h3>
      {children && <div className="mt-2">{children}</div>}
      {said.length > 0 && (
        <div className="prose mt-2 text-sm text-ink-2">
          {said.map((note) => (
            <p key={note}>{note}</p>
          ))}
        </div>
      )}
    </section>
  );
}
