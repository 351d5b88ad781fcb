import { useState } from "react";
import type { Member } from "#client/people/fold.ts";
import { memberByKey } from "#client/people/fold.ts";
import { freshVetoes, GUARD_TIMES, guardOf } from "#client/people/foldGuards.ts";
import { wardsOf } from "#client/people/mayGuard.ts";
import { nameOf } from "#client/people/names.ts";
import { BooksGate } from "../../../shared/books/BooksGate.tsx";
import { useLedger, useMe } from "../../../shared/books/books.ts";
import { PracticeFoot } from "../../../shared/chain/PracticeFoot.tsx";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { formatDate, formatMoment } from "../../../shared/language/time.ts";
import { Address } from "../../../shared/parts/Address.tsx";
import { Button, buttonClass } from "../../../shared/parts/Button.tsx";
import { EmptyState } from "../../../shared/parts/EmptyState.tsx";
import { Page, Section } from "../../../shared/parts/Page.tsx";
import { FactRow, LinkRow, Rows } from "../../../shared/parts/Row.tsx";
import { askForSigner, type Signer, useSigner } from "../../../shared/signer/signer.ts";
import { RecoveryCard } from "../recover/RecoveryCard.tsx";
import { ChangeKey } from "./ChangeKey.tsx";
import { Guardians } from "./Guardians.tsx";
import { Leave } from "./Leave.tsx";
import { keysText } from "./text.ts";

/** A member's key, guardians, and the way out. */
export function KeysPage() {
  const t = useWords(keysText);
  return (
    <Page title={t.title} lead={t.lead}>
      <div className="max-w-160">
        <BooksGate>{() => <Keys />}</BooksGate>
        <PracticeFoot />
      </div>
    </Page>
  );
}

function Keys() {
  const t = useWords(keysText);
  const { ledger } = useLedger();
  const signer = useSigner();
  const me = useMe();
  const member = me === null ? undefined : ledger.people.members.get(me);
  if (!signer) return <EmptyState sentence={t.nobody} action={<Button onClick={askForSigner}>{t.signIn}</Button>} />;
  if (!member) return <NotMine signer={signer} />;
  return (
    <>
      <RecoveryCard member={member} />
      <KeyFacts member={member} />
      <ChangeKey key={member.keyEpoch} member={member} />
      <Guardians member={member} />
      <Vetoes member={member} />
      <Guarding />
      {member.standing === "active" && <Leave member={member} />}
    </>
  );
}

/** A key that speaks for nobody now: a stranger's, or one that was replaced, perhaps by one that this browser keeps. */
function NotMine({ signer }: { signer: Signer }) {
  const t = useWords(keysText);
  const language = useLanguage();
  const { ledger } = useLedger();
  const [missing, setMissing] = useState(false);
  const member = memberByKey(ledger, signer.address);
  const use = async () => {
    const { sitWith } = await import("../../../shared/signer/practice.ts");
    setMissing(!(await sitWith(member!.key)));
  };
  return (
    <>
      <EmptyState
        sentence={member ? t.replaced(nameOf(member)[language]) : t.notMember}
        hint={missing ? t.newNotHere : undefined}
        action={member && signer.kind === "practice" ? <Button onClick={() => void use()}>{t.useNew}</Button> : <a href="#/recover" className={buttonClass("second")}>{t.lost}</a>}
      />
      <Guarding />
    </>
  );
}

function KeyFacts({ member }: { member: Member }) {
  const t = useWords(keysText);
  const language = useLanguage();
  const { now } = useLedger();
  return (
    <Section title={t.key}>
      <Rows label={t.key}>
        <FactRow label={t.address}><Address address={member.key} of={nameOf(member)[language]} /></FactRow>
        <FactRow label={t.since}>{formatDate(member.keySince, language, now)}</FactRow>
        <FactRow label={t.before}>{t.beforeCount(member.keyEpoch)}</FactRow>
      </Rows>
    </Section>
  );
}

function Vetoes({ member }: { member: Member }) {
  const t = useWords(keysText);
  const language = useLanguage();
  const { ledger, now } = useLedger();
  const vetoes = freshVetoes(guardOf(ledger, member.id), now);
  if (vetoes.length === 0) return null;
  return (
    <Section title={t.vetoes} note={t.vetoesNote}>
      <Rows label={t.vetoes}>
        {vetoes.map((at) => (
          <FactRow key={at} label={t.vetoAt(formatDate(at, language, now), formatMoment(at + GUARD_TIMES.veto, language, now))}>{null}</FactRow>
        ))}
      </Rows>
    </Section>
  );
}

function Guarding() {
  const t = useWords(keysText);
  const language = useLanguage();
  const { ledger, now } = useLedger();
  const signer = useSigner();
  const wards = signer ? wardsOf(ledger, signer.address, now) : [];
  return (
    <Section title={t.guarding}>
      {wards.length === 0 ? (
        <p className="text-ink-2">{t.guardingNone}</p>
      ) : (
        <Rows label={t.guarding}>
          {wards.map((id) => {
            const ward = ledger.people.members.get(id);
            return ward && <LinkRow key={id} href={`#/recover?member=${id}`} title={nameOf(ward)[language]} note={t.guardingSee} />;
          })}
        </Rows>
      )}
    </Section>
  );
}
