import { useState } from "react";
import { useWords } from "../../../shared/language/language.ts";
import { Button } from "../../../shared/parts/Button.tsx";
import { Dialog } from "../../../shared/parts/Dialog.tsx";
import { offnetText } from "../text.ts";
import { HandOn } from "./HandOn.tsx";

/** A button that opens the ways by which many go on together. */
export function HandOnButton({ bundle, count, label }: { bundle: string; count: number; label: string }) {
  const t = useWords(offnetText);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button look="second" onClick={() => setOpen(true)}>{label}</Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t.handOn}>
        <p className="prose pb-4 text-ink-2">{t.handOnLead}</p>
        <HandOn bundle={bundle} about={t.aboutMany(count)} name={`gongsheng-${count}.coop.json`} />
      </Dialog>
    </>
  );
}
