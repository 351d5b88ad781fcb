import { type FormEvent, lazy, Suspense, useState } from "react";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import type { Both } from "../../../shared/language/words.ts";
import { Button, buttonClass } from "../../../shared/parts/Button.tsx";
import { TextArea } from "../../../shared/parts/Field.tsx";
import { passText } from "./text.ts";

// The reader of codes comes when one is to be scanned.
const QrScan = lazy(() => import("../../../shared/qr/QrScan.tsx").then(({ QrScan }) => ({ default: QrScan })));

/** A file larger than this is none that is handed on here. */
const MOST_BYTES = 2_000_000;

/** Takes in what somebody else signed: pasted, from a file, or by a code. `onText` gives null to take it, or why it is not what is looked for. */
export function TakeIn({ label, onText }: { label?: string; onText: (text: string) => Both | null }) {
  const t = useWords(passText);
  const language = useLanguage();
  const [pasted, setPasted] = useState("");
  const [fault, setFault] = useState<Both | null>(null);
  const [scanning, setScanning] = useState(false);
  const take = (text: string): Both | null => {
    const wrong = text.trim() === "" ? null : onText(text);
    setFault(wrong);
    return wrong;
  };
  const read = (event: FormEvent) => {
    event.preventDefault();
    if (!take(pasted)) setPasted("");
  };
  const open = async (file: File | undefined) => {
    if (file) take(file.size <= MOST_BYTES ? await file.text() : "-");
  };
  return (
    <form className="flex flex-col gap-3" onSubmit={read}>
      <TextArea label={label ?? t.paste} hint={t.pasteHint} error={fault?.[language]} rows={3} value={pasted} spellCheck={false} autoComplete="off" className="font-mono text-sm" onChange={(event) => setPasted(event.target.value)} />
      <p className="flex flex-wrap items-center gap-2">
        <Button type="submit" look="second" small>{t.add}</Button>
        <label className={`${buttonClass("second", true)} has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-ink`}>
          {t.open}
          <input
            type="file"
            accept="application/json,.json,.txt"
            className="sr-only"
            onChange={(event) => {
              const [file] = event.target.files ?? [];
              event.target.value = "";
              void open(file);
            }}
          />
        </label>
        <Button look="second" small aria-expanded={scanning} onClick={() => setScanning(!scanning)}>{scanning ? t.scanClose : t.scan}</Button>
      </p>
      {scanning && (
        <Suspense>
          <QrScan
            onText={(text) => {
              const wrong = take(text);
              if (!wrong) setScanning(false);
              return wrong;
            }}
          />
        </Suspense>
      )}
    </form>
  );
}
