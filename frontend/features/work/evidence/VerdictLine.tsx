import type { ReactNode } from "react";
import { CheckIcon, CloseIcon, QuestionIcon } from "../../../shared/look/icons.tsx";

const marks = { matches: CheckIcon, differs: CloseIcon, undecided: QuestionIcon } as const;

/** What a check found, by mark and word; only a difference is coloured. */
export function VerdictLine({ verdict, children }: { verdict: keyof typeof marks; children: ReactNode }) {
  const Mark = marks[verdict];
  return (
    <p className={`flex items-start gap-2 font-semibold ${verdict === "differs" ? "text-fail" : ""}`}>
      <Mark size={20} className="mt-0.5" />
      <span>{children}</span>
    </p>
  );
}
