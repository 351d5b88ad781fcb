import { useSearch } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import type { MemberId } from "#client/chain/ids.ts";
import { type Item, writeBundle } from "#client/offnet/bundle.ts";
import { type Member, memberByKey } from "#client/people/fold.ts";
import { nameOf } from "#client/people/names.ts";
import { signable } from "#client/people/signing.ts";
import { BooksGate } from "../../../shared/books/BooksGate.tsx";
import { useLedger } from "../../../shared/books/books.ts";
import { useNetwork } from "../../../shared/chain/network.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { Button } from "../../../shared/parts/Button.tsx";
import { Page, Section } from "../../../shared/parts/Page.tsx";
import { askForSigner, type Signer, useSigner } from "../../../shared/signer/signer.ts";
import { MemberName } from "../MemberName.tsx";
import { MemberSelect } from "../MemberSelect.tsx";
import { HOLDS } from "../pass/holds.ts";
import { PassOn } from "../pass/PassOn.tsx";
import { SignButton } from "../pass/SignButton.tsx";
import { useSigning } from "../pass/useSigning.ts";
import { keysText } from "./text.ts";

/** Where a new key consents to speak for a member, on the device that holds it. */
export function NewKeyPage() {
  const t = useWords(keysText);
  return (
    <Page title={t.consentTitle} lead={t.consentLead}>
      <Asked label={t.consentFor}>{(member) => <NewKey member={member} />}</Asked>
    </Page>
  );
}

/** Where somebody consents to be a member's guardian. */
export function GuardPage() {
  const t = useWords(keysText);
  return (
    <Page title={t.guardTitle} lead={t.guardLead}>
      <Asked label={t.guardFor}>{(member) => <Guard member={member} />}</Asked>
    </Page>
  );
}

/** Whose consent it is about: as the link says, or chosen here. */
function Asked({ label, children }: { label: string; children: (member: Member) => ReactNode }) {
  const { member } = useSearch({ strict: false }) as { member?: unknown };
  const [chosen, choose] = useState<number | null>(typeof member === "number" ? member : null);
  return (
    <div className="max-w-160">
      <BooksGate>{() => <Chosen label={label} chosen={chosen} choose={choose}>{children}</Chosen>}</BooksGate>
    </div>
  );
}

function Chosen({ label, chosen, choose, children }: { label: string; chosen: number | null; choose: (id: number) => void; children: (member: Member) => ReactNode }) {
  const { ledger } = useLedger();
  const member = chosen === null ? undefined : ledger.people.members.get(chosen as MemberId);
  if (!member) return <MemberSelect label={label} value={null} onChoose={choose} />;
  return (
    <>
      <p className="text-sm text-ink-2">{label}</p>
      <p className="text-xl"><MemberName id={member.id} /></p>
      {children(member)}
    </>
  );
}

function NewKey({ member }: { member: Member }) {
  const t = useWords(keysText);
  const language = useLanguage();
  const { ledger, now } = useLedger();
  const name = nameOf(member)[language];
  const draft = ({ address }: Signer) => ({ member: member.id, keyEpoch: member.keyEpoch, newKey: address, expires: now + HOLDS });
  const refuse = ({ address }: Signer) => (ledger.people.byKey.has(address.toLowerCase()) ? t.barred : null);
  return <Sign type="KeyConsent" kind="keyConsent" draft={draft} refuse={refuse} sentence={t.consentSentence(name)} button={t.consentSign} signedTitle={t.consentSigned} about={t.consentAbout(name)} file={`new-key-${member.id}`} />;
}

function Guard({ member }: { member: Member }) {
  const t = useWords(keysText);
  const language = useLanguage();
  const { ledger, now } = useLedger();
  const name = nameOf(member)[language];
  const draft = ({ address }: Signer) => ({ member: member.id, guardian: address, expires: now + HOLDS });
  const refuse = ({ address }: Signer) => {
    const known = memberByKey(ledger, address);
    if (known?.id === member.id) return t.guardSelf;
    return known && known.key.toLowerCase() !== address.toLowerCase() ? t.guardOld : null;
  };
  return (
    <>
      <Section title={t.guardMeans}>
        <ul className="prose list-disc ps-5">
          <li>{t.guardOne}</li>
          <li>{t.guardTwo}</li>
          <li>{t.guardThree}</li>
          <li>{t.guardFour}</li>
        </ul>
      </Section>
      <Sign type="GuardianConsent" kind="guardianConsent" draft={draft} refuse={refuse} sentence={t.guardSentence(name)} button={t.consentSign} signedTitle={t.guardSigned} about={t.guardAbout(name)} file={`guardian-of-${member.id}`} />
    </>
  );
}

interface SignProps {
  readonly type: "KeyConsent" | "GuardianConsent";
  readonly kind: "keyConsent" | "guardianConsent";
  readonly draft: (signer: Signer) => object;
  /** Why this signer cannot. */
  readonly refuse: (signer: Signer) => string | null;
  readonly sentence: string;
  readonly button: string;
  readonly signedTitle: string;
  readonly about: string;
  readonly file: string;
}

/** Signs one thing and gives it to be handed back. */
function Sign({ type, kind, draft, refuse, sentence, button, signedTitle, about, file }: SignProps) {
  const t = useWords(keysText);
  const { deployment } = useNetwork();
  const signer = useSigner();
  const signing = useSigning();
  const [signed, setSigned] = useState<string | null>(null);
  if (!deployment) return null;
  const sign = async () => {
    if (!signer) return;
    const terms = draft(signer);
    const signature = await signing.sign(signable(type, terms as never, deployment));
    if (signature) setSigned(writeBundle([{ kind, ...terms, signature } as unknown as Item], deployment));
  };
  return (
    <div className="mt-6">
      <p className="mb-4 font-serif text-xl">{sentence}</p>
      {signed !== null ? (
        <>
          <p role="status" className="font-serif text-lg">{signedTitle}</p>
          <p className="mb-3 text-ink-2">{t.nothingSent}</p>
          <PassOn text={signed} about={about} file={file} />
        </>
      ) : signer ? (
        <SignButton signing={signing} closed={refuse(signer) ?? undefined} onPress={() => void sign()}>{button}</SignButton>
      ) : (
        <Button onClick={askForSigner}>{t.signIn}</Button>
      )}
    </div>
  );
}
