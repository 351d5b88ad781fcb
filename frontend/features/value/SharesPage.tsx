import type { ReactNode } from "react";
import { BooksGate } from "../../shared/books/BooksGate.tsx";
import { useLedger, useMe } from "../../shared/books/books.ts";
import { PracticeFoot } from "../../shared/chain/PracticeFoot.tsx";
import { useLanguage, useWords } from "../../shared/language/language.ts";
import { formatMoment } from "../../shared/language/time.ts";
import { Button, buttonClass } from "../../shared/parts/Button.tsx";
import { EmptyState } from "../../shared/parts/EmptyState.tsx";
import { Page, Section } from "../../shared/parts/Page.tsx";
import { askForSigner } from "../../shared/signer/signer.ts";
import { AnyonesLots } from "./AnyonesLots.tsx";
import { ComingLots } from "./ComingLots.tsx";
import { DrawableLots } from "./DrawableLots.tsx";
import { Holdings } from "./Holdings.tsx";
import { MyLeaves } from "./MyLeaves.tsx";
import { sharesText } from "./text.ts";
import { nextFinal } from "./views.ts";

/** What the reader holds, can draw and will be able to draw; and what anyone could draw for others. */
export function SharesPage({ first }: { /** What a later room says above all of it. */ first?: ReactNode }) {
  const t = useWords(sharesText);
  return (
    <Page title={t.title} lead={t.lead} aside={<a href="#/what-if" className={buttonClass("second")}>{t.whatIf}</a>}>
      <BooksGate>{() => <>{first}<Shares /></>}</BooksGate>
      <PracticeFoot />
    </Page>
  );
}

function Shares() {
  const me = useMe();
  const t = useWords(sharesText);
  const signIn = <Button onClick={askForSigner}>{t.signIn}</Button>;
  return (
    <div className="grid gap-x-14 gap-y-10 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <div className="min-w-0">
        {me === null ? <EmptyState sentence={t.visitor} hint={t.visitorHint} action={signIn} /> : (
          <>
            <DrawableLots member={me} />
            <ComingLots member={me} />
            <MyLeaves member={me} />
          </>
        )}
      </div>
      <div className="min-w-0">
        {me !== null && <Holdings member={me} />}
        <NextRing />
        <AnyonesLots me={me} />
      </div>
    </div>
  );
}

function NextRing() {
  const t = useWords(sharesText);
  const language = useLanguage();
  const { ledger, now } = useLedger();
  const next = nextFinal(ledger, now);
  return (
    <Section title={t.nextRing}>
      <p className="text-ink-2">{t.nextRingAt(next.epoch, formatMoment(next.at, language, now))}</p>
    </Section>
  );
}
