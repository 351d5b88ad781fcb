import { type FormEvent, useDeferredValue, useMemo, useState } from "react";
import type { StatementId } from "#client/chain/ids.ts";
import { insideAddress } from "#client/work/statement/address.ts";
import { describeFault, sayFault } from "#client/work/statement/faults.ts";
import { keyWords } from "#client/work/statement/keys.ts";
import { useLedger, useMe } from "../../../../shared/books/books.ts";
import { useLanguage, useWords } from "../../../../shared/language/language.ts";
import { Button } from "../../../../shared/parts/Button.tsx";
import { Notice } from "../../../../shared/parts/Notice.tsx";
import { askForSigner, useSigner } from "../../../../shared/signer/signer.ts";
import { proposeDraft, proposePublish } from "../acts/drafting.ts";
import { articleId } from "../acts/articleId.ts";
import { isFarAddress } from "../address.ts";
import { useKept } from "../../../../shared/store/useKept.ts";
import { AboutFields } from "./AboutFields.tsx";
import { ArticleFields } from "./ArticleFields.tsx";
import { fresh, slotOf, type Start, type Wanted } from "./begin.ts";
import { BodyFields } from "./BodyFields.tsx";
import { CharterFields, type LiveCharter } from "./CharterFields.tsx";
import { DiffersFields } from "./DiffersFields.tsx";
import { DraftedCard } from "./DraftedCard.tsx";
import { FaultList } from "./FaultList.tsx";
import type { WriteProps } from "./fieldProps.ts";
import { IdentityCard } from "./IdentityCard.tsx";
import { MembersField } from "./MembersField.tsx";
import { NearList } from "./NearList.tsx";
import { StartNotices } from "./StartNotices.tsx";
import { MOST_IN_ACT, StoreFields } from "./StoreFields.tsx";
import { movedTooFar } from "./tenth.ts";
import { writeText } from "./text.ts";
import { compose, isWritten, type Writing } from "./writing.ts";

/** The form: the head as fields, the text with the twelve points beside it, and what it comes to. */
export function WriteForm({ is, wanted, start, live }: { is: Writing["is"]; wanted: Wanted; start: Start; live: LiveCharter | null }) {
  const { ledger, now } = useLedger();
  const me = useMe();
  const signer = useSigner();
  const language = useLanguage();
  const t = useWords(writeText);
  const { content: writing, change: changeWith, clear, keeping } = useKept(slotOf(is, wanted), start.writing, isWritten);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [presses, setPresses] = useState(0);
  const [drafted, setDrafted] = useState<StatementId | null>(null);
  // A long text is composed and hashed while the writer goes on typing.
  const settled = useDeferredValue(writing);
  const composed = useMemo(() => compose(settled, me), [settled, me]);

  const change = (part: Partial<Writing>) => changeWith((before) => ({ ...before, ...part }));
  const setField = (key: string, value: string) => changeWith((before) => ({ ...before, fields: { ...before.fields, [key]: value } }));
  const leave = (key: string) => setLeft((before) => new Set(before).add(key));
  const said: Record<string, string | undefined> = {};
  for (const fault of composed.faults) {
    const key = fault.key ?? "body";
    if (presses > 0 || left.has(key)) said[key] ??= describeFault(fault)[language];
  }
  const far = movedTooFar(composed.document, live);
  for (const key of far) said[key] ??= t.tooFar;
  const props: WriteProps = { writing, change, setField, faults: said, leave };
  const address = writing.keep === "act" ? (composed.bytes.length > MOST_IN_ACT ? t.keepActTooLarge(String(MOST_IN_ACT)) : null) : writing.address.trim() === "" ? t.addressMissing : isFarAddress(writing.address, composed.digest) ? null : t.addressBad;

  const wrong = [...composed.faults.map((fault) => ({ key: fault.key, said: sayFault(fault)[language] })), ...far.map((key) => ({ key, said: `${keyWords(key)[language]}: ${t.tooFar}` })), ...(address ? [{ key: "address", said: address }] : [])];

  const again = async () => {
    const blankAgain = await fresh(is, wanted, ledger, me, now, language);
    clear(blankAgain.writing);
    setLeft(new Set());
    setPresses(0);
    setDrafted(null);
  };
  const review = (event: FormEvent) => {
    event.preventDefault();
    if (!signer) return askForSigner();
    if (me === null) return;
    const whole = compose(writing, me);
    setPresses(presses + 1);
    if (!whole.document || address || movedTooFar(whole.document, live).length > 0) return;
    const kept = { bytes: whole.bytes, digest: whole.digest, uri: writing.keep === "act" ? insideAddress(whole.bytes) : writing.address.trim(), inAct: writing.keep === "act" };
    const onDone = (id: StatementId) => {
      setDrafted(id);
      clear(writing);
    };
    if (whole.document.is === "statement") proposeDraft(ledger, me, whole.document, kept, wanted.previous, now, onDone);
    else proposePublish(ledger, me, whole.document, kept, articleId(me, whole.digest), onDone);
  };

  if (drafted) return <DraftedCard id={drafted} article={is === "article"} onAgain={() => void again()} />;
  return (
    <form noValidate onSubmit={review} className="flex flex-col gap-10">
      <StartNotices start={start} writing={writing} onAgain={() => void again()} onOpen={(next) => changeWith(() => next)} />
      {presses > 0 && <FaultList key={presses} rows={wrong} />}
      <div className="grid items-start gap-x-14 gap-y-10 lg:grid-cols-2">
        {is === "statement" ? <AboutFields {...props} /> : <ArticleFields {...props} me={me} />}
        {is === "statement" && (
          <div className="flex min-w-0 flex-col gap-10">
            <fieldset className="flex min-w-0 flex-col gap-4">
              <legend className="mb-4 font-serif text-xl font-bold">{t.people}</legend>
              <MembersField {...props} name="cofounders" hint={t.cofoundersHint} but={me} />
              <MembersField {...props} name="stewards" hint={t.stewardsHint} />
            </fieldset>
            <DiffersFields {...props} />
          </div>
        )}
      </div>
      {is === "statement" && <CharterFields {...props} live={live} />}
      <BodyFields {...props} />
      <NearList document={composed.document} previous={wanted.previous} amends={wanted.amends} />
      <div className="grid items-start gap-x-14 gap-y-6 lg:grid-cols-2">
        <IdentityCard composed={composed} />
        <StoreFields writing={writing} composed={composed} fault={presses > 0 ? address : null} change={change} />
      </div>
      <div>
        {signer && me === null && <Notice>{t.notMember}</Notice>}
        <Button type="submit">{t.review}</Button>
        <p role="status" className="mt-2 text-sm text-ink-3">
          {keeping === "saved" ? t.saved : keeping === "refused" ? t.notSaved : ""}
        </p>
      </div>
    </form>
  );
}
