import { useState } from "react";
import { insideAddress } from "#client/work/statement/address.ts";
import { type Outcome, outcomeWords, readDocument, sayOutcome } from "#client/work/statement/store.ts";
import { useLanguage, useWords } from "../../../../shared/language/language.ts";
import { formatWhole } from "../../../../shared/language/numbers.ts";
import { Button } from "../../../../shared/parts/Button.tsx";
import { Choice } from "../../../../shared/parts/Choice.tsx";
import { Field } from "../../../../shared/parts/Field.tsx";
import { saveFile } from "../../../../shared/parts/saveFile.ts";
import { reach } from "../useReading.ts";
import { fieldId } from "./fieldProps.ts";
import { writeText } from "./text.ts";
import type { Composed, Writing } from "./writing.ts";

/** Bytes of a document that fit into an act: above it a block has no room for much else. */
export const MOST_IN_ACT = 24_000;

/** Where the text will be read: in the act itself, or at an address that the writer gives. What is there is always hashed again. */
export function StoreFields({ writing, composed, fault, change }: { writing: Writing; composed: Composed; fault: string | null; change: (part: Partial<Writing>) => void }) {
  const language = useLanguage();
  const t = useWords(writeText);
  const [saved, setSaved] = useState<string | null>(null);
  const tooLarge = composed.bytes.length > MOST_IN_ACT;
  const save = () => {
    saveFile(`${composed.cid}.md`, "text/markdown", composed.bytes);
    setSaved(composed.cid);
  };
  return (
    <section aria-label={t.keep} className="rounded-md bg-sheet p-5">
      <Choice
        wide
        legend={<span className="font-serif text-lg font-bold text-ink">{t.keep}</span>}
        value={writing.keep}
        options={[
          { value: "act", label: t.keepAct, note: t.keepActNote(formatWhole(insideAddress(composed.bytes).length, language)), ...(tooLarge ? { closed: t.keepActTooLarge(formatWhole(MOST_IN_ACT, language)) } : {}) },
          { value: "address", label: t.keepAddress, note: t.keepAddressNote },
        ]}
        onChoose={(keep) => change({ keep })}
      />
      <Button small look="second" className="mt-3" onClick={save}>
        {saved === composed.cid ? t.saveAgain : t.save}
      </Button>
      {writing.keep === "address" && (
        <div className="mt-3">
          <Field id={fieldId("address")} label={t.address} hint={t.addressHint} error={fault} value={writing.address} onChange={(event) => change({ address: event.target.value })} />
          <CheckNow address={writing.address} composed={composed} />
        </div>
      )}
    </section>
  );
}

/** Reads the address once and says which of the three words it is. */
function CheckNow({ address, composed }: { address: string; composed: Composed }) {
  const language = useLanguage();
  const t = useWords(writeText);
  const [busy, setBusy] = useState(false);
  const [found, setFound] = useState<{ outcome: Outcome; of: string } | null>(null);
  const of = `${address} ${composed.digest}`;
  const check = async () => {
    setBusy(true);
    // Pressing the button is the reader's word that this host may be asked.
    const host = URL.canParse(address.trim()) ? new URL(address.trim()).host : "";
    const outcome = await readDocument({ uri: address.trim(), digest: composed.digest }, { ...reach(), hosts: new Set([host]) });
    setFound({ outcome, of });
    setBusy(false);
  };
  return (
    <>
      <Button small look="second" className="mt-3" busy={busy} onClick={() => void check()}>
        {busy ? t.checking : t.check}
      </Button>
      <div role="status" className="mt-2 text-sm">
        {found?.of === of && (
          <>
            <strong className={found.outcome.is === "altered" ? "text-fail" : ""}>{outcomeWords[found.outcome.is][language]}</strong>
            <span className="block text-ink-2">{sayOutcome(found.outcome)[language]}</span>
          </>
        )}
      </div>
    </>
  );
}
