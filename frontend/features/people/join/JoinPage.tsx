import { memberByKey } from "#client/people/fold.ts";
import { quarterNow, vouchesNeeded } from "#client/people/mayJoin.ts";
import { nameOf } from "#client/people/names.ts";
import { BooksGate } from "../../../shared/books/BooksGate.tsx";
import { useLedger } from "../../../shared/books/books.ts";
import { useNetwork } from "../../../shared/chain/network.ts";
import { PracticeFoot } from "../../../shared/chain/PracticeFoot.tsx";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { formatMoment } from "../../../shared/language/time.ts";
import { Notice } from "../../../shared/parts/Notice.tsx";
import { Page, Section } from "../../../shared/parts/Page.tsx";
import { useSigner } from "../../../shared/signer/signer.ts";
import { Apply } from "./Apply.tsx";
import { Begin } from "./Begin.tsx";
import { Already } from "./Already.tsx";
import { joinText } from "./text.ts";

/** How somebody becomes a member: what it takes, what it costs, what is public for ever; and for whoever signs, the way itself. */
export function JoinPage() {
  const t = useWords(joinText);
  return (
    <Page title={t.title} lead={t.lead}>
      <div className="max-w-160">
        <BooksGate>{() => <Join />}</BooksGate>
        <PracticeFoot />
      </div>
    </Page>
  );
}

function Join() {
  const t = useWords(joinText);
  const language = useLanguage();
  const signer = useSigner();
  const { ledger } = useLedger();
  const member = signer ? memberByKey(ledger, signer.address) : undefined;
  if (member && member.key.toLowerCase() !== signer!.address.toLowerCase())
    return (
      <Notice>
        <p className="font-semibold">{t.replacedTitle}</p>
        <p>{t.replacedLead(nameOf(member)[language])}</p>
      </Notice>
    );
  if (member) return <Already key={member.id} member={member} />;
  return (
    <>
      <Steps />
      {signer ? <Apply key={signer.address} applicant={signer.address} /> : <Begin />}
    </>
  );
}

function Steps() {
  const t = useWords(joinText);
  const language = useLanguage();
  const { ledger, now } = useLedger();
  const { deployment } = useNetwork();
  const { joined, most, next } = quarterNow(ledger, now);
  const steps = [
    [t.one, t.oneNote],
    [t.two(vouchesNeeded(ledger)), t.twoNote],
    [t.three, t.threeNote],
  ] as const;
  const facts = [
    [t.forEver, t.forEverText],
    [t.cost, deployment?.practice ? t.costPractice : t.costText],
    [t.quarter, t.quarterText(joined, most, formatMoment(next, language, now))],
  ] as const;
  return (
    <Section title={t.steps}>
      <ol>
        {steps.map(([title, note], place) => (
          <li key={title} className="flex gap-4 border-b border-line py-3 last:border-b-0">
            <span aria-hidden="true" className="num font-serif text-2xl leading-tight font-bold">{place + 1}</span>
            <span>
              <span className="block font-semibold">{title}</span>
              <span className="block text-ink-2">{note}</span>
            </span>
          </li>
        ))}
      </ol>
      <dl className="mt-5">
        {facts.map(([label, text]) => (
          <div key={label} className="border-t border-line py-2.5">
            <dt className="text-sm text-ink-2">{label}</dt>
            <dd className="prose num">{text}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
