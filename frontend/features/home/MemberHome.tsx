import { lazy, Suspense } from "react";
import type { MemberId } from "#client/chain/ids.ts";
import { holdingsOf } from "#client/value/waiting.ts";
import { useLedger } from "../../shared/books/books.ts";
import { memberWords } from "../../shared/books/names.ts";
import { Freshness } from "../../shared/chain/Freshness.tsx";
import { useLanguage, useWords } from "../../shared/language/language.ts";
import { formatDate } from "../../shared/language/time.ts";
import { LedgerPair, PriceCard, ValueCard } from "../../shared/parts/LedgerCards.tsx";
import { Page } from "../../shared/parts/Page.tsx";
import { nextFinal, ringsOf } from "../value/views.ts";
import { useTrees } from "../work/batches/histories.ts";
import { HomeJournal } from "./HomeJournal.tsx";
import { homeText } from "./text.ts";
import { usePriceItems } from "./usePriceItems.ts";
import { usePeopleItems } from "./usePeopleItems.ts";
import { inOrder, itemsFor } from "./waiting.ts";
import { WaitingList } from "./WaitingList.tsx";

const PriceBalance = lazy(() => import("./PriceBalance.tsx").then(({ PriceBalance }) => ({ default: PriceBalance })));

/** Home of a member: what waits, the journal, the two ledgers. */
export function MemberHome({ me }: { me: MemberId }) {
  const t = useWords(homeText);
  const language = useLanguage();
  const { ledger, now } = useLedger();
  const people = usePeopleItems(me);
  const items = [...people.first, ...inOrder([...itemsFor(ledger, me, now, useTrees(), language), ...usePriceItems(me)], now), ...people.more];
  const name = memberWords(me)[language];
  const title = items.length > 0 ? t.waiting(name, items.length) : t.waitingNone(name);
  const shares = holdingsOf(ledger, me).reduce((sum, holding) => sum + holding.shares, 0n);
  const lead = (
    <>
      <span className="[text-autospace:no-autospace] lg:hidden"><Freshness line /></span>
      {items.length === 0 && t.waitingNoneLead}
    </>
  );
  return (
    <Page title={title} heading={<span className="block max-w-2xl">{title}</span>} lead={lead}>
      <div className="grid gap-x-14 gap-y-10 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <WaitingList items={items} />
        <HomeJournal />
      </div>
      <div className="mt-8">
        <LedgerPair>
          <ValueCard micro={shares} line={t.nextRing(formatDate(nextFinal(ledger, now).at, language, now))} rings={ringsOf(ledger, me)} {...(shares > 0n ? { why: `#/why/${me}` } : {})} />
          <Suspense fallback={<PriceCard line="…" />}><PriceBalance me={me} /></Suspense>
        </LedgerPair>
      </div>
    </Page>
  );
}
