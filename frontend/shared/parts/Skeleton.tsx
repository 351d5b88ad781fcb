import { useWords } from "../language/language.ts";
import { partsText } from "./text.ts";

/** Rows that are being read. It says so once; the bars are decoration. */
export function Skeleton({ rows = 3, label }: { rows?: number; label?: string }) {
  const t = useWords(partsText);
  return (
    <div role="status" className="py-2">
      <span className="text-sm text-ink-3">{label ?? t.loading}</span>
      <div aria-hidden="true">
        {Array.from({ length: rows }, (_, i) => (
          <div key={i} className="flex min-h-17 items-center justify-between gap-8 border-b border-line last:border-b-0">
            <span className="flex flex-1 flex-col gap-2">
              <span className={`skeleton h-4 ${["w-4/5", "w-3/5", "w-2/3"][i % 3]}`} />
              <span className="skeleton h-3 w-2/5" />
            </span>
            <span className="skeleton h-5 w-16" />
          </div>
        ))}
      </div>
    </div>
  );
}
