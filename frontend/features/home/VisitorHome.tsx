import { lazy, Suspense } from "react";
import { useLedger } from "../../shared/books/books.ts";
import { coopNameStore } from "../../shared/chain/deployment.ts";
import { Freshness } from "../../shared/chain/Freshness.tsx";
import { useLanguage, useWords } from "../../shared/language/language.ts";
import { formatDate } from "../../shared/language/time.ts";
import { Button, buttonClass } from "../../shared/parts/Button.tsx";
import { LedgerPair, PriceCard, ValueCard } from "../../shared/parts/LedgerCards.tsx";
import { Notice } from "../../shared/parts/Notice.tsx";
import { Page } from "../../shared/parts/Page.tsx";
import { askForSigner, useSigner } from "../../shared/signer/signer.ts";
import { useStore } from "../../shared/store/store.ts";
import { issuedByAll, issuedRings, nextFinal } from "../value/views.ts";
import { homeText } from "./text.ts";

const PriceBalance = lazy(() => import("./PriceBalance.tsx").then(({ PriceBalance }) => ({ default: PriceBalance })));

/** Home of somebody who has no seat: what this is, its numbers, and the two ways on. */
export function VisitorHome() {
  const t = useWords(homeText);
  const language = useLanguage();
  const name = useStore(coopNameStore)[language];
  const signer = useSigner();
  const { ledger, now } = useLedger();
  const { people, work } = ledger;
  return (
    <Page title={name}>
      {signer && <div className="mb-6"><Notice>{t.notMember}</Notice></div>}
      <p className="max-w-160 font-serif text-xl leading-relaxed">{t.what(name)}</p>
      <p className="mt-2 text-ink-2">{t.free}</p>
      <div className="mt-6 flex flex-wrap gap-3">
        {!signer && <Button onClick={askForSigner}>{t.signIn}</Button>}
        <a href="#/projects" className={buttonClass("second")}>{t.look}</a>
        <a href="#/join" className={buttonClass("text")}>{t.join}</a>
      </div>
      <ul aria-label={t.numbers} className="mt-8 flex flex-wrap gap-x-12 gap-y-4">
        <Count href="#/members" label={t.members} count={people.members.size} note={t.seated(people.seated)} />
        <Count href="#/projects" label={t.projects} count={work.projects.size} />
        <li className="flex items-end"><Freshness /></li>
      </ul>
      <div className="mt-8">
        <LedgerPair>
          <ValueCard micro={issuedByAll(ledger)} line={<>{t.allShares}<br />{t.nextRing(formatDate(nextFinal(ledger, now).at, language, now))}</>} rings={issuedRings(ledger)} />
          <Suspense fallback={<PriceCard line="…" />}><PriceBalance me={null} /></Suspense>
        </LedgerPair>
      </div>
    </Page>
  );
}

function Count({ href, label, count, note }: { href: string; label: string; count: number; note?: string }) {
  return (
    <li>
      <a href={href} className="group block min-h-11">
        <span className="num block font-serif text-2xl leading-tight font-bold">{count}</span>
        <span className="opens">{label}</span>
        {note && <span className="ms-2 text-sm text-ink-2">{note}</span>}
      </a>
    </li>
  );
}
