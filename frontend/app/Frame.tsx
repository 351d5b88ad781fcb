import { Outlet, useRouterState } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { proposalStore } from "../shared/act/proposal.ts";
import { useBooks, useMe } from "../shared/books/books.ts";
import { useWords } from "../shared/language/language.ts";
import { Announcer } from "../shared/parts/Announcer.tsx";
import { seatDialogStore } from "../shared/signer/signer.ts";
import { useStore } from "../shared/store/store.ts";
import { BottomBar } from "./BottomBar.tsx";
import { Header } from "./Header.tsx";
import { NetworkNotice } from "./NetworkNotice.tsx";
import { Rail } from "./Rail.tsx";
import { appText } from "./text.ts";

// Nobody signs anything in the first second: these come when they are asked for.
const ActSheet = lazy(() => import("../shared/act/ActSheet.tsx").then(({ ActSheet }) => ({ default: ActSheet })));
const RecoveryAlarm = lazy(() => import("../features/people/recover/RecoveryAlarm.tsx").then(({ RecoveryAlarm }) => ({ default: RecoveryAlarm })));
const SeatDialog = lazy(() => import("../shared/signer/SeatDialog.tsx").then(({ SeatDialog }) => ({ default: SeatDialog })));

/** What stands around every page: rail on a desk, bar on a phone, header, the one live region, the sheet of the act under review. */
export function Frame() {
  const t = useWords(appText);
  const path = useRouterState({ select: (state) => state.location.pathname });
  const acting = useStore(proposalStore) !== null;
  const seating = useStore(seatDialogStore);
  return (
    <>
      <a href="#main" onClick={skip} className="no-print fixed start-2 top-2 z-50 -translate-y-24 rounded-md bg-ink px-4 py-3 text-paper focus:translate-y-0">
        {t.skip}
      </a>
      <div className="min-h-dvh lg:grid lg:grid-cols-[13.5rem_minmax(0,1fr)]">
        <Rail path={path} />
        <div className="mx-auto w-full max-w-280 px-5 pb-32 lg:mx-0 lg:ps-10 lg:pe-14 lg:pb-16">
          <Header />
          <NetworkNotice />
          <Alarm />
          <main id="main" tabIndex={-1} className="pt-4 outline-none lg:pt-6">
            <Outlet key={path} />
          </main>
        </div>
      </div>
      <BottomBar path={path} />
      <Suspense>
        {acting && <ActSheet />}
        {seating && <SeatDialog />}
      </Suspense>
      <Announcer />
    </>
  );
}

/** Above every page of a member whose key others are about to change. */
function Alarm() {
  const me = useMe();
  const guards = useBooks().ledger?.people.guards;
  if (me === null || !guards?.get(me)?.recovery) return null;
  return (
    <Suspense>
      <RecoveryAlarm me={me} />
    </Suspense>
  );
}

/** The address after the hash is the route's, so the skip link moves the focus itself. */
function skip(event: React.MouseEvent): void {
  event.preventDefault();
  document.getElementById("main")?.focus();
}
