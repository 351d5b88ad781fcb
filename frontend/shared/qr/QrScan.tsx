import { useEffect, useRef } from "react";
import { useLanguage, useWords } from "../language/language.ts";
import type { Both } from "../language/words.ts";
import { Button } from "../parts/Button.tsx";
import { ErrorNote } from "../parts/Notice.tsx";
import { StateMark } from "../parts/StateMark.tsx";
import { PartCount } from "./PartCount.tsx";
import type { ScanFault } from "./problems.ts";
import { QrFilm } from "./QrFilm.tsx";
import { ScanWays } from "./ScanWays.tsx";
import { qrText } from "./text.ts";
import { useScan } from "./useScan.ts";

/**
 * Takes a text in from QR codes, one or many, by camera or from pictures. The camera is asked for when it is pressed, and given back
 * when the text is whole, when it is closed, and when this view goes. `onText` gets each whole text; it gives null to
 * take it, or a sentence of why it is not what was looked for, and the scan goes on.
 */
export function QrScan({ onText }: { onText: (text: string) => Both | null }) {
  const t = useWords(qrText);
  const { filming, reading, parts, fault, done, ...scan } = useScan(onText);
  const panel = usePanel(filming, done);
  const came = parts && <PartCount {...parts} />;
  const wrong = fault && <Fault fault={fault} />;
  return (
    <section ref={panel} tabIndex={-1} aria-label={t.scan} className="flex w-full max-w-92 flex-col gap-3 outline-none">
      {filming && (
        <QrFilm onCode={scan.take} onFault={scan.close} onClose={() => scan.close()}>
          {wrong}
          {came}
          <p className="text-sm text-ink-2">{parts ? t.keep : t.aim}</p>
        </QrFilm>
      )}
      {!filming && !done && (
        <>
          <ScanWays onFilm={scan.film} onPictures={(files) => void scan.choose(files)} reading={reading} />
          {wrong}
          {came}
          {came && (
            <p className="flex flex-wrap items-center gap-x-4 text-sm text-ink-2">
              {t.morePictures}
              <Button look="text" small onClick={scan.again}>{t.restart}</Button>
            </p>
          )}
        </>
      )}
      {done && <Done onAgain={scan.again} />}
    </section>
  );
}

/** What was pressed may be gone with the view it was in: then the focus stays on the panel. */
function usePanel(filming: boolean, done: boolean) {
  const panel = useRef<HTMLElement>(null);
  const shown = useRef({ filming, done });
  useEffect(() => {
    const changed = shown.current.filming !== filming || shown.current.done !== done;
    shown.current = { filming, done };
    if (changed && document.activeElement === document.body) panel.current?.focus({ preventScroll: true });
  }, [filming, done]);
  return panel;
}

function Fault({ fault: { title, advice, details } }: { fault: ScanFault }) {
  const language = useLanguage();
  return <ErrorNote title={title[language]} advice={advice?.[language]} details={details} />;
}

function Done({ onAgain }: { onAgain: () => void }) {
  const t = useWords(qrText);
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
      <p role="status" className="flex items-center gap-2.5 font-serif text-lg">
        <StateMark state="final" />
        {t.done}
      </p>
      <Button look="text" small onClick={onAgain}>{t.again}</Button>
    </div>
  );
}
