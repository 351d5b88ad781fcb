import type { ReactNode } from "react";
import type { CheckedItem } from "#client/offnet/check.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { CloseIcon } from "../../../shared/look/icons.tsx";
import { IconButton } from "../../../shared/parts/Button.tsx";
import { StateMark } from "../../../shared/parts/StateMark.tsx";
import { markOf } from "./checked.ts";
import { passText } from "./text.ts";

/** One signed thing: its mark, what it says, and what was found of it. */
export function CheckedRow({ checked: { verdict, what, say }, note, onDrop, action }: { checked: CheckedItem; note?: ReactNode; onDrop?: () => void; action?: ReactNode }) {
  const t = useWords(passText);
  const language = useLanguage();
  const comma = language === "zh" ? "。" : ". ";
  return (
    <li className="flex items-start gap-3 border-b border-line py-3 last:border-b-0">
      <span className="mt-1.5"><StateMark state={markOf(verdict)} /></span>
      <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">
        <span className="block">{`${what[language]}${comma}`}</span>
        <span className="block text-sm text-ink-2">{note ?? say[language]}</span>
        {action}
      </span>
      {onDrop && (
        <IconButton label={t.dropOf(what[language])} onClick={onDrop} className="-my-1.5">
          <CloseIcon size={18} />
        </IconButton>
      )}
    </li>
  );
}
