import { useSearch } from "@tanstack/react-router";
import { useState } from "react";
import type { MemberId } from "#client/chain/ids.ts";
import type { Member } from "#client/people/fold.ts";
import { guardiansAt, guardOf, neededToOpen } from "#client/people/foldGuards.ts";
import { mayOpenRecovery, wardsOf } from "#client/people/mayGuard.ts";
import { BooksGate } from "../../../shared/books/BooksGate.tsx";
import { useLedger, useMe } from "../../../shared/books/books.ts";
import { PracticeFoot } from "../../../shared/chain/PracticeFoot.tsx";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { formatDate } from "../../../shared/language/time.ts";
import { Button, buttonClass } from "../../../shared/parts/Button.tsx";
import { Notice } from "../../../shared/parts/Notice.tsx";
import { Page, Section } from "../../../shared/parts/Page.tsx";
import { FactRow, Rows } from "../../../shared/parts/Row.tsx";
import { useSigner } from "../../../shared/signer/signer.ts";
import { Address } from "../../../shared/parts/Address.tsx";
import { Guardian } from "../Guardian.tsx";
import { MemberName } from "../MemberName.tsx";
import { MemberSelect } from "../MemberSelect.tsx";
import { itemsIn } from "../pass/checked.ts";
import { bundleIn } from "../pass/link.ts";
import { AsGuardian } from "./AsGuardian.tsx";
import { AsLost } from "./AsLost.tsx";
import { Cancel } from "./Cancel.tsx";
import { RecoveryCard } from "./RecoveryCard.tsx";
import { Start } from "./Start.tsx";
import { recoverText } from "./text.ts";

/** Recovering a member: for whoever lost the key, for guardians, and for anyone who carries what they signed. */
export function RecoverPage() {
  const t = useWords(recoverText);
  return (
    <Page title={t.title} lead={t.lead}>
      <div className="max-w-160">
        <BooksGate>{() => <Recover />}</BooksGate>
        <PracticeFoot />
      </div>
    </Page>
  );
}

function Recover() {
  const t = useWords(recoverText);
  const { ledger } = useLedger();
  const { member: asked, b } = useSearch({ strict: false }) as { member?: unknown; b?: unknown };
  const [brought] = useState(() => bundleIn(b));
  const [request] = itemsIn(brought, "recoveryConsent");
  const [chosen, choose] = useState<number | null>(request?.member ?? (typeof asked === "number" ? asked : null));
  const member = chosen === null ? undefined : ledger.people.members.get(chosen as MemberId);
  if (!member) return <MemberSelect label={t.which} hint={t.whichHint} value={null} onChoose={choose} />;
  return (
    <>
      <p className="text-sm text-ink-2">{t.which}</p>
      <p className="flex flex-wrap items-baseline gap-x-5 text-xl">
        <MemberName id={member.id} />
        <Button look="text" small onClick={() => choose(null)}>{t.other}</Button>
      </p>
      <div className="mt-6">
        <RecoveryCard member={member} />
        <Guards member={member} />
        <Side key={`${member.id}/${guardOf(ledger, member.id).openings}`} member={member} brought={brought} />
        <Ended member={member} />
      </div>
    </>
  );
}

/** Who would have to sign. */
function Guards({ member }: { member: Member }) {
  const t = useWords(recoverText);
  const { ledger, now } = useLedger();
  const guard = guardOf(ledger, member.id);
  const list = guardiansAt(guard, now);
  const { needed, stands } = neededToOpen(guard, now);
  if (list.length === 0)
    return (
      <Section title={t.guardians}>
        <Notice><p className="font-semibold">{t.noGuardians}</p><p>{t.noGuardiansNote}</p></Notice>
      </Section>
    );
  return (
    <Section title={t.guardians} note={t.need(needed, list.length)}>
      <ul aria-label={t.guardians}>
        {list.map((guardian) => (
          <li key={guardian} className="border-b border-line py-2.5 last:border-b-0"><Guardian address={guardian} /></li>
        ))}
      </ul>
      {stands && !guard.recovery && <div className="mt-3"><Notice>{t.stands}</Notice></div>}
    </Section>
  );
}

/** What the one who signs may do: as the member, as a guardian, or with a new key. */
function Side({ member, brought }: { member: Member; brought: string }) {
  const t = useWords(recoverText);
  const { ledger, now } = useLedger();
  const signer = useSigner();
  const me = useMe();
  const obstacle = mayOpenRecovery(ledger, member.id, now);
  if (obstacle?.is === "NoGuardians") return null;
  if (!signer) return <Start />;
  if (me === member.id) return <Section title={t.lostTitle}><p className="prose mb-3">{t.you}</p><a href="#/keys" className={buttonClass("second")}>{t.toKeys}</a></Section>;
  const guards = wardsOf(ledger, signer.address, now).includes(member.id);
  if (obstacle) return guards ? <Cancel member={member} /> : null;
  return guards ? <AsGuardian member={member} brought={brought} /> : <AsLost key={signer.address} member={member} newKey={signer.address} />;
}

function Ended({ member }: { member: Member }) {
  const t = useWords(recoverText);
  const language = useLanguage();
  const { ledger, now } = useLedger();
  const { ended } = guardOf(ledger, member.id);
  if (ended.length === 0) return null;
  return (
    <Section title={t.ended}>
      <Rows label={t.ended}>
        {ended.toReversed().map(({ opening, newKey, at, how }) => (
          <FactRow key={opening} label={<><span className="block">{`${formatDate(at, language, now)} · ${t.endedHow[how]}`}</span><Address address={newKey} /></>}>{null}</FactRow>
        ))}
      </Rows>
    </Section>
  );
}
