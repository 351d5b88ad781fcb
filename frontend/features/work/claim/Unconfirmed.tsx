import type { MemberId } from "#client/chain/ids.ts";
import { otherSideOf } from "#client/work/twoSided.ts";
import type { Claim, RecordClaim } from "#client/work/types.ts";
import { useLedger } from "../../../shared/books/books.ts";
import { useNetwork } from "../../../shared/chain/network.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { Button } from "../../../shared/parts/Button.tsx";
import { askForSigner, useSigner } from "../../../shared/signer/signer.ts";
import { proposeConfirm, proposeDecline } from "../acts/confirm.ts";
import { memberWords } from "../acts/names.ts";
import { proposeWithdraw } from "../acts/withdraw.ts";
import { Band } from "./Band.tsx";
import { ConfirmFacts } from "./ConfirmFacts.tsx";
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
      <ConfirmFacts claim={claim} me={me} />
      <div className="flex flex-wrap gap-3">
        <Button onClick={() => proposeConfirm(ledger, claim, me, now)}>{t.confirmReview}</Button>
        <Button look="second" onClick={() => proposeDecline(ledger, claim, me, now)}>
          {t.decline}
        </Button>
      </div>
    </Band>
  );
}
