import type { ReactNode } from "react";
import { useWords } from "../language/language.ts";
import { CloseIcon } from "../look/icons.tsx";
import { IconButton } from "./Button.tsx";
import { StateMark } from "./StateMark.tsx";
import { partsText } from "./text.ts";

/** Something the reader should know, with at most one thing to do. Ink on the well; `practice` in the practice network's colour. */
export function Notice({ children, action, onClose, practice }: { children: ReactNode; action?: ReactNode; onClose?: () => void; practice?: boolean }) {
  const t = useWords(partsText);
  return (
    <div role="status" className={`flex items-start gap-3 rounded-md py-3 ps-4 pe-2 ${practice ? "bg-practice-wash text-practice" : "bg-well"}`}>
      <div className="min-w-0 flex-1 py-0.5">
        <div className="prose">{children}</div>
        {action && <div className="mt-2">{action}</div>}
      </div>
      {onClose && (
        <IconButton label={t.close} onClick={onClose} className="-my-1.5">
          <CloseIcon size={18} />
        </IconButton>
      )}
    </div>
  );
}

/** What went wrong: what happened, that nothing was lost, what to do. `details` can be copied for whoever helps. */
export function ErrorNote({ title, advice, details, action }: { title: ReactNode; advice?: ReactNode; details?: string; action?: ReactNode }) {
  const t = useWords(partsText);
  return (
    <div role="alert" className="rounded-md bg-fail-wash px-4 py-3">
      <p className="flex items-start gap-2.5 font-semibold text-fail">
        <span className="mt-1.5">
          <StateMark state="failed" size={14} />
        </span>
        <span>{title}</span>
      </p>
      {advice && <p className="mt-1 text-ink">{advice}</p>}
      {action && <div className="mt-3">{action}</div>}
      {details && (
        <details className="mt-1">
          <summary className="inline-flex min-h-11 min-w-11 items-center text-sm text-ink-2 underline underline-offset-4">{t.details}</summary>
          <pre className="max-h-48 overflow-auto rounded-sm bg-sheet p-3 font-mono text-sm whitespace-pre-wrap">{details}</pre>
          <button type="button" onClick={() => void navigator.clipboard?.writeText(details).catch(() => undefined)} className="min-h-11 text-sm underline underline-offset-4">
            {t.details_copy}
          </button>
        </details>
      )}
    </div>
  );
}
