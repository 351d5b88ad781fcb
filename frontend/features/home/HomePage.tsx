import { lazy, Suspense, useEffect } from "react";
import { BooksGate } from "../../shared/books/BooksGate.tsx";
import { useBooks, useMe } from "../../shared/books/books.ts";
import { coopNameStore } from "../../shared/chain/deployment.ts";
import { Freshness } from "../../shared/chain/Freshness.tsx";
import { PracticeFoot } from "../../shared/chain/PracticeFoot.tsx";
import { useLanguage } from "../../shared/language/language.ts";
import { Page } from "../../shared/parts/Page.tsx";
import { Skeleton } from "../../shared/parts/Skeleton.tsx";
import { seatDialogStore, useSigner } from "../../shared/signer/signer.ts";
import { recall } from "../../shared/store/browser.ts";
import { useStore } from "../../shared/store/store.ts";
import { FirstSteps } from "./FirstSteps.tsx";
import { VisitorHome } from "./VisitorHome.tsx";

// Below the first screen, with a sentence for every event there is: it comes after what waits.
const loadActivity = () => import("./Activity.tsx");
const Activity = lazy(() => loadActivity().then(({ Activity }) => ({ default: Activity })));

// A visitor has nothing that waits, and no use for the rules by which it is found, nor for what reads statements and proposals.
const loadMemberHome = () => import("./MemberHome.tsx");
const MemberHome = lazy(() => loadMemberHome().then(({ MemberHome }) => ({ default: MemberHome })));

/** The first page: for a member what waits, for a visitor what this is. */
export function HomePage() {
  const { ledger } = useBooks();
  const me = useMe();
  useRestSoon();
  if (!ledger) return <Coming />;
  return (
    <>
      {me === null ? (
        <VisitorHome />
      ) : (
        <Suspense fallback={<Coming />}>
          <MemberHome key={me} me={me} />
        </Suspense>
      )}
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

/** Home while it is being read: the same heading and rows whatever is missing yet, so that nothing jumps between the two. */
function Coming() {
  const name = useStore(coopNameStore)[useLanguage()];
  return (
    <Page title={name} lead={<Freshness line />}>
      <BooksGate>{() => <Skeleton rows={4} />}</BooksGate>
    </Page>
  );
}

/**
 * Fetches the rest while the books are read, so that nobody waits for it then: what happened lately, and what a member's Home needs
 * where one sat here before, or looks at the ways to sign. Whatever fails here is asked for again where it is drawn.
 */
function useRestSoon(): void {
  const signer = useSigner();
  const seating = useStore(seatDialogStore);
  const member = signer !== null || seating || recall("seat") !== null || recall("wallet") !== null;
  useEffect(() => {
    void loadActivity().catch(() => undefined);
    if (member) void loadMemberHome().catch(() => undefined);
  }, [member]);
}
