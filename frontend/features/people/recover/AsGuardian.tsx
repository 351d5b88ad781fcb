import { useState } from "react";
import { writeBundle } from "#client/offnet/bundle.ts";
import type { Member } from "#client/people/fold.ts";
import { nameOf } from "#client/people/names.ts";
import { signable } from "#client/people/signing.ts";
import { useLedger } from "../../../shared/books/books.ts";
import { useNetwork } from "../../../shared/chain/network.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { formatMoment } from "../../../shared/language/time.ts";
import type { Both } from "../../../shared/language/words.ts";
import { Card } from "../../../shared/parts/Card.tsx";
import { ErrorNote } from "../../../shared/parts/Notice.tsx";
import { Section } from "../../../shared/parts/Page.tsx";
import { useSigner } from "../../../shared/signer/signer.ts";
import { AddressWarning } from "../AddressWarning.tsx";
import { isSound, itemsIn, type Of, useCheckedItems } from "../pass/checked.ts";
import { PassOn } from "../pass/PassOn.tsx";
import { SignButton } from "../pass/SignButton.tsx";
import { TakeIn } from "../pass/TakeIn.tsx";
import { passText } from "../pass/text.ts";
import { useSigning } from "../pass/useSigning.ts";
import { recoverText } from "./text.ts";

/** A guardian's side: reads the request, makes sure of the person, and signs. */
export function AsGuardian({ member, brought }: { member: Member; brought: string }) {
  const t = useWords(recoverText);
  const language = useLanguage();
  const [text, setText] = useState(brought);
  const request = itemsIn(text, "recoveryConsent").findLast((item) => item.member === member.id);
  const take = (given: string): Both | null => {
    const found = itemsIn(given, "recoveryConsent").some((item) => item.member === member.id);
    if (found) setText(given);
    return found ? null : { zh: passText.zh.notThis, en: passText.en.notThis };
  };
  return (
    <Section title={t.guardianTitle}>
      <p className="prose mb-4">{t.guardianLead(nameOf(member)[language])}</p>
      {request ? <Approve key={request.signature} member={member} request={request} /> : <TakeIn label={t.takeRequest} onText={take} />}
    </Section>
  );
}

function Approve({ member, request }: { member: Member; request: Of<"recoveryConsent"> }) {
  const t = useWords(recoverText);
  const language = useLanguage();
  const { now } = useLedger();
  const { deployment } = useNetwork();
  const signer = useSigner();
  const signing = useSigning();
  const [signed, setSigned] = useState<string | null>(null);
  const [checked] = useCheckedItems([request]) ?? [];
  if (!deployment || !signer || !checked) return null;
  if (!isSound(checked.verdict)) return <ErrorNote title={t.notGood} advice={checked.say[language]} />;
  const name = nameOf(member)[language];
  const { opening, newKey, expires } = request;
  const sign = async () => {
    const terms = { member: member.id, opening, newKey, expires, signer: signer.address };
    const signature = await signing.sign(signable("RecoveryApproval", terms, deployment));
    if (signature) setSigned(writeBundle([request, { kind: "recoveryApproval", ...terms, signature }], deployment));
  };
  return (
    <>
      <Card>
        <p className="text-ink-2">{t.asks(name)}</p>
        <p className="mt-1 font-mono text-xl">
          <strong>{newKey.slice(2, 6)}</strong> … <strong>{newKey.slice(-4)}</strong>
        </p>
        <code className="mt-1 block font-mono text-sm break-all">{newKey}</code>
        <p className="num mt-2 text-sm text-ink-2">{formatMoment(expires, language, now)}</p>
      </Card>
      <div className="mt-3 flex flex-col gap-2 empty:hidden"><AddressWarning address={newKey} /></div>
      {signed === null ? (
        <>
          <h3 className="mt-5 text-lg">{t.compareTitle}</h3>
          <ul className="prose mt-1 mb-4 list-disc ps-5">
            <li>{t.compareOne(name)}</li>
            <li>{t.compareTwo}</li>
            <li>{t.compareThree}</li>
          </ul>
          <SignButton signing={signing} onPress={() => void sign()}>{t.approve}</SignButton>
        </>
      ) : (
        <div className="mt-5">
          <p role="status" className="mb-3 font-serif text-lg">{t.approved}</p>
          <PassOn text={signed} about={t.approvalAbout(name)} file={`approval-${member.id}`} />
        </div>
      )}
    </>
  );
}
