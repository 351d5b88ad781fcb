import type { MemberId } from "#client/chain/ids.ts";
import { partOf } from "#client/value/explainClaim.ts";
import { otherSideOf } from "#client/work/twoSided.ts";
import type { Claim, RecordClaim } from "#client/work/types.ts";
import { readUri } from "#client/work/uri.ts";
import { kindWords } from "#client/work/words.ts";
import { useLedger } from "../../../shared/books/books.ts";
import { useNetwork } from "../../../shared/chain/network.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { formatMicro } from "../../../shared/language/numbers.ts";
import { formatDate } from "../../../shared/language/time.ts";
import { Button } from "../../../shared/parts/Button.tsx";
import { FactRow, Rows } from "../../../shared/parts/Row.tsx";
import { askForSigner, useSigner } from "../../../shared/signer/signer.ts";
import { proposeConfirm, proposeDecline } from "../acts/confirm.ts";
import { amountWords, memberWords, projectWords } from "../acts/names.ts";
import { proposeWithdraw } from "../acts/withdraw.ts";
import { Band } from "./Band.tsx";
import { claimText } from "./text.ts";

/** What the reader can do about a record that waits for its other side: confirm or decline it, take it back, or nothing yet. */
export function Unconfirmed({ claim, me }: { claim: Claim; me: MemberId | null }) {
  const { ledger, now } = useLedger();
  const language = useLanguage();
  const t = useWords(claimText);
  const signer = useSigner();
  const other = otherSideOf(claim);
  if (other === null || claim.lane !== "joint") return null;
  const name = memberWords(ledger, other)[language];
  if (me === other) return <ConfirmForm claim={claim} me={me} />;
  if (me !== null && claim.owners.includes(me))
    return (
      <Band>
        <p className="text-ink-2">{t.unconfirmedOwn(name)}</p>
        <Button look="second" onClick={() => proposeWithdraw(ledger, claim, me, now)}>
          {t.withdraw}
        </Button>
        <OtherSeat name={name} />
      </Band>
    );
  return (
    <Band>
      <p className="prose text-ink-2">{me === null && !signer ? t.unconfirmedVisitor(name) : t.unconfirmedOther(name)}</p>
      {me === null && !signer ? <Button look="second" onClick={askForSigner}>{t.signInAct}</Button> : <OtherSeat name={name} />}
    </Band>
  );
}

/** On a practice network the reader may take the other side's seat. */
function OtherSeat({ name }: { name: string }) {
  const t = useWords(claimText);
  const { deployment } = useNetwork();
  const signer = useSigner();
  if (!deployment?.practice || signer?.kind !== "practice") return null;
  return (
    <button type="button" onClick={askForSigner} className="inline-flex min-h-11 items-center rounded-sm bg-practice-wash px-3 text-sm font-semibold text-practice hover:brightness-95">
      {t.takeOtherSeat(name)}
    </button>
  );
}

/** Everything that is confirmed, line by line, and the two answers. */
function ConfirmForm({ claim, me }: { claim: RecordClaim; me: MemberId }) {
  const { ledger, now } = useLedger();
  const language = useLanguage();
  const t = useWords(claimText);
  const name = memberWords(ledger, claim.by)[language];
  return (
    <Band>
      <p className="prose">{t.confirmLead(name)}</p>
      <div className="w-full">
        <Rows label={t.facts}>
          <Line label={t.who} text={`${name} · ${claim.by}`} />
          <Line label={t.words} text={wordsOf(claim) ?? t.noWords} />
          <Line label={t.project} text={projectWords(ledger, claim.project)[language]} />
          <Line label={t.kind} text={`${kindWords[claim.kind][language]}${language === "zh" ? "，" : ", "}${amountWords(ledger, claim, claim.quantity)[language]}`} />
          <Line label={t.happened} text={formatDate(claim.occurredAt, language, now)} />
          {claim.split.slice(2).map(({ member, parts }) => (
            <Line key={member} label={t.together} text={`${memberWords(ledger, member)[language]} · ${parts}/${wholeOf(claim)}`} />
          ))}
          <Line label={t.confirmParts} text={myPart(claim, me) === 0 ? t.confirmNoPart : t.confirmPart(myPart(claim, me), wholeOf(claim), formatMicro(partOf(claim, me, claim.value), language))} />
        </Rows>
      </div>
      <div className="flex flex-wrap gap-3">
        <Button onClick={() => proposeConfirm(ledger, claim, me, now)}>{t.confirmReview}</Button>
        <Button look="second" onClick={() => proposeDecline(ledger, claim, me, now)}>
          {t.decline}
        </Button>
      </div>
    </Band>
  );
}

function Line({ label, text }: { label: string; text: string }) {
  return (
    <FactRow label={label}>
      <span className="font-normal">{text}</span>
    </FactRow>
  );
}

const myPart = (claim: RecordClaim, me: MemberId): number => claim.split.find(({ member }) => member === me)?.parts ?? 0;
const wholeOf = (claim: RecordClaim): number => claim.split.reduce((sum, { parts }) => sum + parts, 0);

/** The public words of a record, or where its link leads; null: none. Anybody's words: text only. */
function wordsOf(claim: RecordClaim): string | null {
  const told = readUri(claim.uri);
  return told === null ? null : told.is === "words" ? `“${told.words}”` : told.href;
}
