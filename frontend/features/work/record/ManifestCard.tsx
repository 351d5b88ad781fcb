import type { Hex } from "viem";
import type { Manifest } from "#client/work/evidence.ts";
import { useWords } from "../../../shared/language/language.ts";
import { CheckIcon } from "../../../shared/look/icons.tsx";
import { Button } from "../../../shared/parts/Button.tsx";
import { recordText } from "./text.ts";

/** The manifest's digest, whole, before anything is sent; and the urgent advice to save the manifest. */
export function ManifestCard({ made, saved, onSave }: { made: { manifest: Manifest; digest: Hex } | null; saved: boolean; onSave: () => void }) {
  const t = useWords(recordText);
  return (
    <section className="rounded-md bg-sheet p-5" aria-label={t.manifest}>
      <h2 className="text-lg">{t.manifest}</h2>
      <p className="mt-1 text-sm text-ink-2">{t.manifestWhy}</p>
      {made ? (
        <>
          <p aria-label={t.digest} className="mt-2 font-mono text-sm break-all">
            {made.digest}
          </p>
          <p className="mt-3 flex items-start gap-2 text-sm">
            {saved && <CheckIcon size={18} />}
            {saved ? t.savedFile : t.saveUrge}
          </p>
          <Button small look="second" className="mt-2" onClick={onSave}>
            {saved ? t.saveAgain : t.save}
          </Button>
        </>
      ) : (
        <p className="mt-2 text-sm text-ink-3">{t.manifestNone}</p>
      )}
    </section>
  );
}
