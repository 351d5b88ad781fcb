import { useEffect, useState } from "react";
import { chainKey } from "../../shared/chain/deployment.ts";
import { useNetwork } from "../../shared/chain/network.ts";
import { useLanguage, useWords } from "../../shared/language/language.ts";
import { formatBytes } from "../../shared/language/numbers.ts";
import { Button, buttonClass } from "../../shared/parts/Button.tsx";
import { ErrorNote } from "../../shared/parts/Notice.tsx";
import { FactRow, Rows } from "../../shared/parts/Row.tsx";
import { saveFile } from "../../shared/parts/saveFile.ts";
import { countKept, type Kept, KeptFileInvalid, restoreKept, saveKept } from "../../shared/store/kept.ts";
import { settingsText } from "./settingsText.ts";

/** What this browser keeps of the chain in use, saved as a file and put back from one. */
export function KeptSettings() {
  const t = useWords(settingsText);
  const language = useLanguage();
  const { deployment } = useNetwork();
  const chain = deployment && chainKey(deployment);
  const [kept, setKept] = useState<Kept | "refused" | null>(null);
  const [told, setTold] = useState<{ put: number } | { bad: string } | null>(null);
  useEffect(() => {
    if (chain) void countKept(chain).then(setKept, () => setKept("refused"));
  }, [chain, told]);
  if (!chain || kept === null) return <p className="text-ink-2">{t.notReady}</p>;
  if (kept === "refused") return <p className="text-ink-2">{t.keptRefused}</p>;
  const save = async () => saveFile("gongsheng-drafts.json", "application/json", await saveKept(chain));
  const open = async (file: File) => {
    try {
      setTold({ put: await restoreKept(await file.text(), chain) });
    } catch (error) {
      setTold({ bad: error instanceof KeptFileInvalid ? error.message : String(error) });
    }
  };
  return (
    <>
      <Rows label={t.kept}>
        <FactRow label={t.keptDrafts}>{t.keptCount(kept.drafts)}</FactRow>
        <FactRow label={t.keptJournal}>{t.keptEntries(kept.journal)}</FactRow>
        {kept.bytes !== null && <FactRow label={t.keptSpace}><span lang={language === "zh" ? "en" : undefined}>{formatBytes(kept.bytes)}</span></FactRow>}
      </Rows>
      <div className="mt-3 flex flex-wrap gap-3">
        <Button look="second" closed={kept.drafts === 0 && t.keptNothing} onClick={() => void save()}>{t.keptSave}</Button>
        <label className={`${buttonClass("second")} has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-ink`}>
          {t.keptOpen}
          <input
            type="file"
            accept="application/json,.json"
            className="sr-only"
            onChange={(event) => {
              const file = event.target.files?.[0];
              event.target.value = "";
              if (file) void open(file);
            }}
          />
        </label>
      </div>
      <div role="status" className="mt-3 empty:hidden">{told && "put" in told && t.keptRestored(told.put)}</div>
      {told && "bad" in told && <ErrorNote title={t.keptBad} details={told.bad} />}
    </>
  );
}
