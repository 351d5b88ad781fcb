import { lazy, Suspense, useState } from "react";
import { useWords } from "../../../shared/language/language.ts";
import { Button } from "../../../shared/parts/Button.tsx";
import { useCopy } from "../../../shared/parts/copy.ts";
import { TextArea } from "../../../shared/parts/Field.tsx";
import { ErrorNote } from "../../../shared/parts/Notice.tsx";
import { saveFile } from "../../../shared/parts/saveFile.ts";
import { offnetText } from "../text.ts";
import { RelayWay } from "./RelayWay.tsx";

// The encoder of codes comes when the first is drawn.
const QrShow = lazy(() => import("../../../shared/qr/QrShow.tsx").then(({ QrShow }) => ({ default: QrShow })));

/** The ways by which a bundle goes on: a code, a text, a file, the device's own sheet, a relay. All give the same bytes. */
export function HandOn({ bundle, about, name }: { bundle: string; about: string; /** Of the file. */ name: string }) {
  const t = useWords(offnetText);
  const { done, copy } = useCopy(bundle);
  const share = useShare(bundle, name, about);
  return (
    <div className="flex flex-col gap-4">
      <Suspense>
        <QrShow text={bundle} about={about} />
      </Suspense>
      <p className="flex flex-wrap gap-2">
        <Button look="second" small onClick={copy}>{done ? t.copied : t.copy}</Button>
        <Button look="second" small onClick={() => saveFile(name, "application/json", bundle)}>{t.save}</Button>
        {share.able && <Button look="second" small onClick={share.share}>{t.share}</Button>}
      </p>
      <RelayWay bundle={bundle} />
      {share.failed && <ErrorNote title={t.shareFailed} />}
      <details>
        <summary className="inline-flex min-h-11 items-center text-sm text-ink-2 underline underline-offset-4">{t.showText}</summary>
        <TextArea label={about} readOnly rows={5} value={bundle} spellCheck={false} className="font-mono text-sm" onFocus={(event) => event.currentTarget.select()} />
      </details>
    </div>
  );
}

/** The device's own sheet, where there is one: with a file if it takes one of this kind, else with the text. */
function useShare(bundle: string, name: string, title: string): { able: boolean; failed: boolean; share: () => void } {
  const [failed, setFailed] = useState(false);
  const share = async () => {
    setFailed(false);
    const files = [new File([bundle], name, { type: "application/json" })];
    try {
      await navigator.share(navigator.canShare?.({ files }) ? { files, title } : { text: bundle, title });
    } catch (error) {
      // Closed by the reader: nothing failed.
      setFailed(!(error instanceof Error && error.name === "AbortError"));
    }
  };
  return { able: typeof navigator.share === "function", failed, share: () => void share() };
}
