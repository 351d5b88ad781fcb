import { type FormEvent, useMemo, useState } from "react";
import type { ProjectId } from "#client/chain/ids.ts";
import { makeManifest, manifestDigest } from "#client/work/evidence.ts";
import { useLedger, useMe } from "../../../shared/books/books.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { formatAgo } from "../../../shared/language/time.ts";
import { formatMicro } from "../../../shared/language/numbers.ts";
import { Button } from "../../../shared/parts/Button.tsx";
import { Notice } from "../../../shared/parts/Notice.tsx";
import { askForSigner, useSigner } from "../../../shared/signer/signer.ts";
import { keepManifest, manifestText, saveManifest } from "../evidence/manifests.ts";
import { type FieldName, faultsOf, fields, hasOther, previewOf, secondOf, splitOf, wholeOf } from "./check.ts";
import type { RecordDraft } from "./draft.ts";
import { EvidenceFields } from "./EvidenceFields.tsx";
import { FaultSummary } from "./FaultSummary.tsx";
import { ManifestCard } from "./ManifestCard.tsx";
import { OtherFields } from "./OtherFields.tsx";
import { PeopleFields } from "./PeopleFields.tsx";
import { obstacleWords, PreviewCard } from "./PreviewCard.tsx";
import { proposeRecord } from "./proposeRecord.ts";
import { recordText } from "./text.ts";
import { useDraft } from "./useDraft.ts";
import { WhatFields } from "./WhatFields.tsx";
import { WhenFields } from "./WhenFields.tsx";

/** The manifest of a draft and its digest; null while there is no title, or it is too long. */
function manifestOf({ what, note, files, salt }: RecordDraft) {
  try {
    const manifest = makeManifest({ title: what, note, files, salt });
    return { manifest, digest: manifestDigest(manifest) };
  } catch {
    return null;
  }
}

/** The form: fields at the left, what it would come to and the manifest at the right. */
export function RecordForm({ start, restoredAt, practice }: { start: RecordDraft; restoredAt: number | null; practice: boolean }) {
  const { ledger, now } = useLedger();
  const me = useMe();
  const signer = useSigner();
  const language = useLanguage();
  const t = useWords(recordText);
  const { draft, change, clear, keeping } = useDraft(start, practice);
  const [left, setLeft] = useState<ReadonlySet<FieldName>>(new Set());
  const [presses, setPresses] = useState(0);
  const [busy, setBusy] = useState(false);
  const [savedAs, setSavedAs] = useState<string | null>(null);
  const [restored, setRestored] = useState(restoredAt);
  const { what, note, files, salt } = draft;
  // eslint-disable-next-line react/exhaustive-deps -- only what goes into the manifest changes it
  const made = useMemo(() => manifestOf(draft), [what, note, files, salt]);

  const all = faultsOf(draft, ledger, me, now, language);
  const faults = Object.fromEntries(fields.filter((field) => presses > 0 || left.has(field)).map((field) => [field, all[field]]));
  const preview = previewOf(draft, ledger, me, now);
  // An other side that is not chosen yet is a fault of its field, as any other.
  const obstacle = preview?.obstacle && preview.obstacle !== "OtherSideMissing" ? obstacleWords(preview, t, (micro) => formatMicro(micro, language)) : null;
  const split = me === null ? null : splitOf(draft, me);
  const leave = (field: FieldName) => setLeft((before) => new Set(before).add(field));
  const props = { draft, change, faults, leave };

  const save = () => {
    if (!made) return;
    saveManifest(made.digest, made.manifest);
    setSavedAs(made.digest);
    void keepManifest(made.digest, manifestText(made.manifest));
  };
  const again = () => {
    clear();
    setLeft(new Set());
    setPresses(0);
    setRestored(null);
  };
  const review = (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setPresses(presses + 1);
    if (Object.keys(all).length > 0 || obstacle || !made || !preview) return;
    if (!signer) return askForSigner();
    const occurredAt = secondOf(draft.day, now);
    if (me === null || !split || occurredAt === null) return;
    void keepManifest(made.digest, manifestText(made.manifest));
    const whole = { project: draft.project as ProjectId, kind: draft.kind!, what: draft.what.trim(), publicWords: draft.publicWords, quantity: wholeOf(draft.quantity)!, occurredAt, split, evidence: made.digest, files: draft.files.length, saved: savedAs === made.digest };
    proposeRecord(ledger, me, whole, preview, now, again);
  };

  return (
    <form noValidate onSubmit={review} className="grid items-start gap-x-14 gap-y-8 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <div className="flex min-w-0 flex-col gap-6">
        {restored !== null && (
          <Notice action={<Button small look="second" onClick={again}>{t.startOver}</Button>} onClose={() => setRestored(null)}>
            {t.restored(formatAgo(Math.max(0, Date.now() / 1000 - restored / 1000), language))}
          </Notice>
        )}
        {presses > 0 && <FaultSummary key={presses} faults={all} />}
        <WhatFields {...props} />
        <WhenFields {...props} />
        {hasOther(draft) && <OtherFields {...props} />}
        <PeopleFields {...props} />
        <EvidenceFields {...props} onBusy={setBusy} />
      </div>
      <div className="flex min-w-0 flex-col gap-4 lg:sticky lg:top-6">
        <PreviewCard preview={preview} project={draft.project as ProjectId | null} kind={draft.kind} quantity={wholeOf(draft.quantity)} me={me} split={split} />
        <ManifestCard made={made} saved={made !== null && savedAs === made.digest} onSave={save} />
        {signer && me === null && <Notice>{t.notMember}</Notice>}
        <Button type="submit" wide closed={busy ? t.waitFiles : (obstacle ?? undefined)}>
          {t.review}
        </Button>
        <p role="status" className="text-sm text-ink-3">
          {keeping === "saved" ? t.saved : keeping === "refused" ? t.notSaved : ""}
        </p>
      </div>
    </form>
  );
}
