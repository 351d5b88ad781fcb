import type { ReactNode } from "react";
import type { Lot } from "#client/value/lots.ts";
import { useLanguage, useWords } from "../../shared/language/language.ts";
import { formatMicro } from "../../shared/language/numbers.ts";
import { Amount } from "../../shared/parts/Amount.tsx";
import { sharesText } from "./text.ts";

/** A lot: its epoch, the credit behind it, the shares it gives, which open; and what can be done. */
export function LotRow({ lot, note, children }: { lot: Lot; note?: ReactNode; children?: ReactNode }) {
  const t = useWords(sharesText);
  const language = useLanguage();
  return (
    <li className="flex min-h-17 flex-wrap items-center gap-x-5 gap-y-1 border-b border-line py-2.5 last:border-b-0">
      <span className="min-w-0 flex-1 basis-40">
        <span className="block leading-snug">{t.epoch(lot.epoch)}</span>
        <span className="block text-sm text-ink-2">{note ?? t.credit(formatMicro(lot.credit, language))}</span>
      </span>
      <Amount micro={lot.shares} unit="shares" size="row" why={`#/why/${lot.member}/${lot.project}?epoch=${lot.epoch}&waiting=1`} />
      {children}
    </li>
  );
}
