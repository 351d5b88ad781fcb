import { lazy, Suspense, useState } from "react";
import { useWords } from "../../../shared/language/language.ts";
import { Button } from "../../../shared/parts/Button.tsx";
import { useCopy } from "../../../shared/parts/copy.ts";
import { TextArea } from "../../../shared/parts/Field.tsx";
import { saveFile } from "../../../shared/parts/saveFile.ts";
import { passText } from "./text.ts";

// The encoder of codes comes when one is wanted.
const QrShow = lazy(() => import("../../../shared/qr/QrShow.tsx").then(({ QrShow }) => ({ default: QrShow })));

/** Something signed, to be given to somebody: as a text, a link, a file, a code, or by the device's own sheet. `about` says in a few words what it is. */
export function PassOn({ text, about, file, link }: { text: string; about: string; /** The file's name, without its end. */ file?: string; link?: string | null }) {
  const t = useWords(passText);
  const [code, setCode] = useState(false);
  const copied = useCopy(text);
  const linked = useCopy(link ?? "");
  const share = () => void navigator.share(link ? { title: about, url: link } : { title: about, text }).catch(() => undefined);
  return (
    <div className="flex flex-col gap-3">
      <TextArea label={about} readOnly rows={link === text ? 1 : 3} value={text} spellCheck={false} className="font-mono text-sm" onFocus={(event) => event.currentTarget.select()} />
      <p className="flex flex-wrap gap-2">
        <Button look="second" small onClick={copied.copy}>{copied.done ? t.copied : t.copy}</Button>
        {link && link !== text && <Button look="second" small onClick={linked.copy}>{linked.done ? t.copied : t.copyLink}</Button>}
        {file && <Button look="second" small onClick={() => saveFile(`${file}.coop.json`, "application/json", text)}>{t.save}</Button>}
        <Button look="second" small aria-expanded={code} onClick={() => setCode(!code)}>{code ? t.hideCode : t.showCode}</Button>
        {"share" in navigator && <Button look="second" small onClick={share}>{t.share}</Button>}
      </p>
      {code && (
        <Suspense>
          <QrShow text={text} about={about} />
        </Suspense>
      )}
    </div>
  );
}
