import { type FormEvent, useState } from "react";
import { mayPropose, openProposals } from "#client/governance/may.ts";
import { useLedger, useMe } from "../../../shared/books/books.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { formatAgo } from "../../../shared/language/time.ts";
import { Button } from "../../../shared/parts/Button.tsx";
import { Choice } from "../../../shared/parts/Choice.tsx";
import { TextArea } from "../../../shared/parts/Field.tsx";
import { Notice } from "../../../shared/parts/Notice.tsx";
import { askForSigner, useSigner } from "../../../shared/signer/signer.ts";
import { useKept } from "../../../shared/store/useKept.ts";
import { proposeProposal } from "../acts/propose.ts";
import { faultsOf } from "./check.ts";
import { FaultList } from "./FaultList.tsx";
import { fieldId } from "./fieldProps.ts";
import { PreviewCard } from "./PreviewCard.tsx";
import { SortFields } from "./SortFields.tsx";
import { proposeText } from "./text.ts";
import { emptyWriting, isWritten, sorts, wantedOf, type Writing } from "./writing.ts";

/** The form: what, whom it concerns, why; beside it the sentence that members will read. */
export function ProposeForm({ start, restoredAt }: { start: Writing; restoredAt: number | null }) {
  const t = useWords(proposeText);
  const language = useLanguage();
  const { ledger, now } = useLedger();
  const me = useMe();
  const signer = useSigner();
  const { content: writing, change: replace, clear, keeping } = useKept("proposal", start, isWritten);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [presses, setPresses] = useState(0);
  const [restored, setRestored] = useState(restoredAt);
  const change = (part: Partial<Writing>) => replace((before) => ({ ...before, ...part }));
  const leave = (field: string) => setLeft((before) => new Set(before).add(field));
  const all = faultsOf(writing, ledger, now, language);
  const faults = presses > 0 ? all : Object.fromEntries(Object.entries(all).filter(([field]) => left.has(field)));
  const obstacle = useObstacle();
  const actions = wantedOf(writing, ledger);
  const again = () => {
    clear(emptyWriting(ledger));
    setLeft(new Set());
    setPresses(0);
    setRestored(null);
  };
  const review = (event: FormEvent) => {
    event.preventDefault();
    setPresses(presses + 1);
    if (Object.keys(all).length > 0 || obstacle) return;
    if (!signer) askForSigner();
    else if (me !== null) proposeProposal(ledger, writing, me, signer.address, now, again);
  };
  return (
    <form noValidate onSubmit={review} className="grid items-start gap-x-14 gap-y-8 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <div className="flex min-w-0 flex-col gap-6">
        {restored !== null && (
          <Notice action={<Button small look="second" onClick={again}>{t.startOver}</Button>} onClose={() => setRestored(null)}>
            {t.restored(formatAgo(Math.max(0, (Date.now() - restored) / 1000), language))}
          </Notice>
        )}
        {presses > 0 && <FaultList key={presses} faults={all} />}
        <div id={fieldId("type")} tabIndex={-1}>
          <Choice legend={t.what} value={writing.sort} options={sorts.map((value) => ({ value, label: t.type[value], note: t.typeNote[value] }))} onChoose={(sort) => change({ sort })} wide />
        </div>
        {writing.sort && <SortFields writing={writing} change={change} faults={faults} leave={leave} />}
        {writing.sort && (
          <TextArea id={fieldId("words")} label={t.words} hint={t.wordsHint} error={faults.words} rows={8} value={writing.words} onChange={(event) => change({ words: event.target.value })} onBlur={() => leave("words")} />
        )}
      </div>
      <div className="flex min-w-0 flex-col gap-4 lg:sticky lg:top-6">
        <PreviewCard actions={actions} />
        <Button type="submit" wide closed={obstacle ?? undefined}>{t.review}</Button>
        <p role="status" className="text-sm text-ink-3">{keeping === "saved" ? t.saved : keeping === "refused" ? t.notSaved : ""}</p>
      </div>
    </form>
  );
}

/** Why the one who signs cannot propose anything now, in words; null where nothing stands in the way or nobody signs yet. */
function useObstacle(): string | null {
  const t = useWords(proposeText);
  const { ledger, now } = useLedger();
  const signer = useSigner();
  const me = useMe();
  if (!signer) return null;
  if (me === null) return t.obstacle.notMember;
  const obstacle = mayPropose(ledger, me, now);
  if (obstacle === "TooManyOpen") return t.obstacle.tooManyOpen(openProposals(ledger, me, now).length);
  return obstacle === "FewerThanThreeSeated" || obstacle === "NotActive" || obstacle === "NotSeated" ? t.obstacle[obstacle] : null;
}
