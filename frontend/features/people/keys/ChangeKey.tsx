import { useState } from "react";
import type { Member } from "#client/people/fold.ts";
import { nameOf } from "#client/people/names.ts";
import { signable } from "#client/people/signing.ts";
import { useLedger } from "../../../shared/books/books.ts";
import { useNetwork } from "../../../shared/chain/network.ts";
import { useWords } from "../../../shared/language/language.ts";
import type { Both } from "../../../shared/language/words.ts";
import { useOutbox } from "../../../shared/outbox/outbox.ts";
import { standingOf } from "../../../shared/outbox/standing.ts";
import { Button, buttonClass } from "../../../shared/parts/Button.tsx";
import { ErrorNote, Notice } from "../../../shared/parts/Notice.tsx";
import { Section } from "../../../shared/parts/Page.tsx";
import { useSigner } from "../../../shared/signer/signer.ts";
import { proposeRotate } from "../acts/keys.ts";
import { CheckedRow } from "../pass/CheckedRow.tsx";
import { isSound, itemsIn, type Of, useCheckedItems } from "../pass/checked.ts";
import { HOLDS } from "../pass/holds.ts";
import { linkTo } from "../pass/link.ts";
import { PassOn } from "../pass/PassOn.tsx";
import { TakeIn } from "../pass/TakeIn.tsx";
import { passText } from "../pass/text.ts";
import { keysText } from "./text.ts";

/** Another key for the member: one of another device, whose consent is brought here, or on the practice network one that is made here. */
export function ChangeKey({ member }: { member: Member }) {
  const t = useWords(keysText);
  const { ledger, now } = useLedger();
  const { deployment } = useNetwork();
  const signer = useSigner();
  const unsent = useOutbox().filter((entry) => entry.member === member.id && standingOf(entry, ledger, now) === "waits").length;
  const [consent, setConsent] = useState<Of<"keyConsent"> | null>(null);
  const link = linkTo(`/keys/new?member=${member.id}`)!;
  const take = (text: string): Both | null => {
    const found = itemsIn(text, "keyConsent").findLast((item) => item.member === member.id);
    setConsent(found ?? null);
    return found ? null : { zh: passText.zh.notThis, en: passText.en.notThis };
  };
  return (
    <Section title={t.change}>
      <p className="prose text-ink-2">{t.changeLead}</p>
      {unsent > 0 && <div className="mt-3"><Notice action={<a href="#/offnet" className={buttonClass("second", true)}>{t.toOffnet}</a>}>{t.changeWarn(unsent)}</Notice></div>}
      {deployment?.practice && signer?.kind === "practice" && <FreshKey member={member} unsent={unsent} />}
      <details className="mt-4" open={!(deployment?.practice && signer?.kind === "practice")}>
        <summary className="inline-flex min-h-11 items-center font-semibold">{t.otherDevice}</summary>
        <p className="prose mb-3 text-sm text-ink-2">{t.otherDeviceNote}</p>
        <PassOn text={link} about={t.linkAbout} link={link} />
        <div className="mt-5"><TakeIn label={t.takeConsent} onText={take} /></div>
        {consent && <Consent key={consent.signature} member={member} consent={consent} unsent={unsent} />}
      </details>
    </Section>
  );
}

function Consent({ member, consent, unsent }: { member: Member; consent: Of<"keyConsent">; unsent: number }) {
  const t = useWords(keysText);
  const [checked] = useCheckedItems([consent]) ?? [];
  if (!checked) return null;
  return (
    <div className="mt-3">
      <ul><CheckedRow checked={checked} /></ul>
      {isSound(checked.verdict) && <Button className="mt-3" onClick={() => proposeRotate(member, consent, unsent, () => undefined)}>{t.review}</Button>}
    </div>
  );
}

/** On the practice network: a key made here, which consents at once, and with which one sits down once it is in force. */
function FreshKey({ member, unsent }: { member: Member; unsent: number }) {
  const t = useWords(keysText);
  const { now } = useLedger();
  const { deployment } = useNetwork();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<string | null>(null);
  if (!deployment) return null;
  const make = async () => {
    const { makeKey, sitWith } = await import("../../../shared/signer/practice.ts");
    const { zh, en } = nameOf(member);
    const key = await makeKey({ zh, en }, member.id);
    const terms = { member: member.id, keyEpoch: member.keyEpoch, newKey: key.address, expires: now + HOLDS };
    const signature = await key.signTypedData(signable("KeyConsent", terms, deployment));
    proposeRotate(member, { ...terms, signature }, unsent, () => void sitWith(key.address));
  };
  const press = () => {
    setBusy(true);
    setFailed(null);
    void make().catch((error: unknown) => setFailed(String(error))).finally(() => setBusy(false));
  };
  return (
    <div className="mt-4 rounded-md bg-practice-wash p-4">
      <h3 className="text-lg text-practice">{t.freshTitle}</h3>
      <p className="prose text-sm text-practice">{t.freshNote}</p>
      {failed && <ErrorNote title={t.freshFailed} details={failed} />}
      <Button look="second" small busy={busy} className="mt-3" onClick={press}>{t.fresh}</Button>
    </div>
  );
}
