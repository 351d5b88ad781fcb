import { lazy, Suspense } from "react";
import { BooksGate } from "../../shared/books/BooksGate.tsx";
import { useBooks, useMe } from "../../shared/books/books.ts";
import { coopNameStore } from "../../shared/chain/deployment.ts";
import { Freshness } from "../../shared/chain/Freshness.tsx";
import { PracticeFoot } from "../../shared/chain/PracticeFoot.tsx";
import { useLanguage } from "../../shared/language/language.ts";
import { Page } from "../../shared/parts/Page.tsx";
import { Skeleton } from "../../shared/parts/Skeleton.tsx";
import { useStore } from "../../shared/store/store.ts";
import { FirstSteps } from "./FirstSteps.tsx";
import { MemberHome } from "./MemberHome.tsx";
import { VisitorHome } from "./VisitorHome.tsx";

// Below the first screen, with a sentence for every event there is: it comes after what waits.
const Activity = lazy(() => import("./Activity.tsx").then(({ Activity }) => ({ default: Activity })));

/** The first page: for a member what waits, for a visitor what this is. */
export function HomePage() {
  const name = useStore(coopNameStore)[useLanguage()];
  const { ledger } = useBooks();
  const me = useMe();
  if (!ledger)
    return (
      <Page title={name} lead={<Freshness line />}>
        <BooksGate>{() => null}</BooksGate>
      </Page>
    );
  return (
    <>
      {me === null ? <VisitorHome /> : <MemberHome key={me} me={me} />}
      <div className="mt-12 grid gap-x-14 gap-y-10 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <Suspense fallback={<Skeleton rows={4} />}>
          <Activity />
        </Suspense>
        <div>
          <FirstSteps me={me} />
        </div>
      </div>
      <PracticeFoot />
    </>
  );
}
