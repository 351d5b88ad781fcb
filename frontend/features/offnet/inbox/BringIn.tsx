import { type DragEvent, type FormEvent, lazy, Suspense, useEffect, useEffectEvent, useState } from "react";
import { type BundleFault, looksLikeBundle } from "#client/offnet/bundle.ts";
import { useNetwork } from "../../../shared/chain/network.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { Button, buttonClass } from "../../../shared/parts/Button.tsx";
import { Dialog } from "../../../shared/parts/Dialog.tsx";
import { TextArea } from "../../../shared/parts/Field.tsx";
import { StateMark } from "../../../shared/parts/StateMark.tsx";
import { type Brought, bring } from "../brought.ts";
import { offnetText } from "../text.ts";
import { readPictures } from "./pictures.ts";

// The camera's part comes when it is asked for.
const QrScan = lazy(() => import("../../../shared/qr/QrScan.tsx").then(({ QrScan }) => ({ default: QrScan })));

/** A file larger than this is something else. */
const MOST_BYTES = 8_000_000;
const isPicture = ({ type }: File): boolean => type.startsWith("image/");

/** What lies beside the pages of a practice network to be tried; null where it does not. */
const practiceBundle = (): Promise<string | null> => fetch("offnet/practice.coop.json").then((answer) => (answer.ok ? answer.text() : null), () => null);

/** What came in, and what could not be read. */
interface Told extends Omit<Brought, "faults"> {
  readonly faults: readonly Pick<BundleFault, "say">[];
}

/** The ways in: paste, files, what is dropped, a code. Each is read at once, and what cannot be read is told. */
export function BringIn({ onBrought }: { onBrought: () => void }) {
  const t = useWords(offnetText);
  const { deployment } = useNetwork();
  const [pasted, setPasted] = useState("");
  const [scanning, setScanning] = useState(false);
  const [told, setTold] = useState<Told | null>(null);
  const take = async (texts: readonly string[], faults: Told["faults"] = []) => {
    const brought = texts.length > 0 ? await bring(texts.join("\n")) : { fresh: 0, known: 0, faults: [] };
    setTold({ ...brought, faults: [...faults, ...brought.faults] });
    onBrought();
  };
  const open = async (files: readonly File[]) => {
    const large = files.filter(({ size }) => size > MOST_BYTES).map(({ name }) => ({ say: { zh: offnetText.zh.tooLarge(name), en: offnetText.en.tooLarge(name) } }));
    const fit = files.filter(({ size }) => size <= MOST_BYTES);
    const pictures = fit.filter(isPicture);
    const { texts, faults } = await readPictures(pictures);
    await take([...(await Promise.all(fit.filter((file) => !isPicture(file)).map((file) => file.text()))), ...texts], [...large, ...faults]);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (pasted.trim() === "") return;
    void take([pasted]);
    setPasted("");
  };
  return (
    <Drop onFiles={(files) => void open(files)}>
      <form onSubmit={submit} aria-label={t.bringIn} className="flex flex-col gap-3">
        <TextArea label={t.paste} hint={t.pasteHint} rows={4} value={pasted} spellCheck={false} className="font-mono text-sm" onChange={(event) => setPasted(event.target.value)} />
        <p className="flex flex-wrap items-center gap-2">
          <Button type="submit" look="second" small>{t.check}</Button>
          <FileButton onFiles={(files) => void open(files)} />
          <Button look="second" small onClick={() => setScanning(true)}>{t.scan}</Button>
          {deployment?.practice && <Button look="text" small onClick={() => void practiceBundle().then((text) => take(text === null ? [] : [text]))}>{t.practiceBundle}</Button>}
        </p>
      </form>
      {told && <Result told={told} />}
      <Dialog open={scanning} onClose={() => setScanning(false)} title={t.scanTitle}>
        <Suspense>
          <QrScan
            onText={(text) => {
              if (!looksLikeBundle(text)) return { zh: offnetText.zh.notSigned, en: offnetText.en.notSigned };
              void take([text]).then(() => setScanning(false));
              return null;
            }}
          />
        </Suspense>
      </Dialog>
    </Drop>
  );
}

function FileButton({ onFiles }: { onFiles: (files: readonly File[]) => void }) {
  const t = useWords(offnetText);
  return (
    <label className={`${buttonClass("second", true)} has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-ink`}>
      {t.openFiles}
      <input
        type="file"
        multiple
        accept="application/json,.json,.txt,text/plain,image/*"
        className="sr-only"
        onChange={({ target }) => {
          onFiles([...(target.files ?? [])]);
          target.value = "";
        }}
      />
    </label>
  );
}

/** Files may be dropped anywhere on the page; the frame shows that they would be taken. */
function Drop({ onFiles, children }: { onFiles: (files: readonly File[]) => void; children: React.ReactNode }) {
  const [over, setOver] = useState(false);
  const take = useEffectEvent(onFiles);
  useEffect(() => {
    const drag = (event: Event) => {
      const { types, files } = (event as unknown as DragEvent).dataTransfer;
      if (!types.includes("Files")) return;
      event.preventDefault();
      setOver(event.type === "dragover");
      if (event.type === "drop") take([...files]);
    };
    const kinds = ["dragover", "dragleave", "drop"] as const;
    for (const kind of kinds) document.addEventListener(kind, drag);
    return () => {
      for (const kind of kinds) document.removeEventListener(kind, drag);
    };
  }, []);
  return <div className={`rounded-md outline-offset-8 ${over ? "outline-2 outline-dashed outline-edge" : ""}`}>{children}</div>;
}

/** What came in, and what could not be read. */
function Result({ told }: { told: Told }) {
  const t = useWords(offnetText);
  const language = useLanguage();
  return (
    <div className="mt-4">
      <p role="status">{(told.fresh > 0 || told.known > 0) && t.brought(told.fresh, told.known)}</p>
      <ul aria-label={t.unreadable} className="empty:hidden">
        {told.faults.map(({ say }, at) => (
          <li key={at} role="alert" className="flex gap-3 border-b border-line py-3 last:border-b-0">
            <span className="mt-1.5"><StateMark state="failed" /></span>
            <span className="min-w-0">{say[language]}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
