import type { MemberId, ProjectId } from "#client/chain/ids.ts";
import type { CheckedItem } from "#client/offnet/check.ts";
import type { Confirmable } from "#client/offnet/confirmable.ts";
import { foretellClaim } from "#client/work/foretold.ts";
import { useLedger, useMe } from "../../../shared/books/books.ts";
import { memberWords } from "../../../shared/books/names.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { Hash } from "../../../shared/parts/Address.tsx";
import { Button } from "../../../shared/parts/Button.tsx";
import { FactRow } from "../../../shared/parts/Row.tsx";
import { claimLink } from "../../people/claimWords.ts";
import { proposeConfirm } from "../../work/acts/confirm.ts";
import { Band } from "../../work/claim/Band.tsx";
import { ConfirmFacts } from "../../work/claim/ConfirmFacts.tsx";
import { offnetText } from "../text.ts";

/** What the reader may do about a record as its other side, or in a sentence why there is nothing to do. `bundle`: the record alone, as it was signed. */
export function Confirming({ confirmable, checked, bundle }: { confirmable: Confirmable; checked: CheckedItem; bundle: string }) {
  const t = useWords(offnetText).confirm;
  const language = useLanguage();
  const me = useMe();
  switch (confirmable.is) {
    case "open":
      return <Open confirmable={confirmable} checked={checked} bundle={bundle} />;
    case "notNamed":
      return <Note text={t.notNamed(memberWords(confirmable.other)[language])} />;
    case "signed":
      return confirmable.by.member === me ? <Note text={t.signed} link="#/offnet" label={t.toOutbox} /> : <Note text={t.signedBy(memberWords(confirmable.by.member)[language])} />;
    case "otherwise":
      return <Note text={t.otherwise(confirmable.differs.map((entry) => t.entries[entry]).join(language === "zh" ? "、" : ", "))} link={claimLink(confirmable.claim)} label={t.toClaim} bad />;
    case "confirmed":
      return <Note text={t.confirmed} link={claimLink(confirmable.claim)} label={t.toClaim} />;
    case "malformed":
    case "over":
      return <Note text={t[confirmable.is]} bad />;
    case "oneSided":
      return null;
  }
}

function Note({ text, link, label, bad }: { text: string; link?: string; label?: string; bad?: boolean }) {
  return (
    <p className={`ms-7 mt-1 text-sm ${bad ? "text-fail" : "text-ink-2"}`}>
      {text}
      {link && (
        <a href={link} className="ms-2 underline underline-offset-4">
          {label}
        </a>
      )}
    </p>
  );
}

/** All that would be confirmed, and the one thing to press. */
function Open({ confirmable: { report, claim }, checked: { item }, bundle }: { confirmable: Extract<Confirmable, { is: "open" }>; checked: CheckedItem; bundle: string }) {
  const t = useWords(offnetText).confirm;
  const language = useLanguage();
  const { ledger, now } = useLedger();
  const me = useMe();
  if (me === null || item.kind !== "act") return null;
  if (!ledger.work.projects.has(report.project as ProjectId)) return <Note text={t.noProject} bad />;
  const told = claim ?? foretellClaim(ledger, item.member as MemberId, report, now);
  return (
    <Band>
      <p className="prose">{t.open(memberWords(item.member)[language])}</p>
      <ConfirmFacts claim={told} me={me}>
        <FactRow label={t.evidence}>
          <Hash hash={report.evidence} label={t.evidence} />
        </FactRow>
      </ConfirmFacts>
      <p className="prose text-sm text-ink-2">{claim ? t.onChain : t.offChain}</p>
      <Button onClick={() => proposeConfirm(ledger, told, me, now, claim ? undefined : bundle)}>{t.act}</Button>
      <p className="prose text-sm text-ink-2">{t.notSo}</p>
    </Band>
  );
}
