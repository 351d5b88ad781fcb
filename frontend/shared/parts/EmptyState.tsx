import type { ReactNode } from "react";

/** A list without entries: a sentence of what it would hold and one way on. */
export function EmptyState({ sentence, hint, action }: { sentence: ReactNode; hint?: ReactNode; action?: ReactNode }) {
  return (
    <div className="flex flex-col items-start gap-4 py-6">
      <div>
        <p className="font-serif text-xl">{sentence}</p>
        {hint && <p className="prose mt-1 text-ink-2">{hint}</p>}
      </div>
      {action}
    </div>
  );
}
