import type { ReactNode } from "react";
import { BooksGate } from "../../shared/books/BooksGate.tsx";
import { PracticeFoot } from "../../shared/chain/PracticeFoot.tsx";
import { useWords } from "../../shared/language/language.ts";
import { useInbox } from "../../shared/outbox/outbox.ts";
import { useWaiting } from "../../shared/outbox/useWaiting.ts";
import { Count } from "../../shared/parts/Count.tsx";
import { Page } from "../../shared/parts/Page.tsx";
import { Done } from "./done/Done.tsx";
import { Inbox } from "./inbox/Inbox.tsx";
import { Outbox } from "./outbox/Outbox.tsx";
import { offnetText } from "./text.ts";

type Tab = "outbox" | "inbox" | "done";

const paths: Readonly<Record<Tab, string>> = { outbox: "#/offnet", inbox: "#/offnet/inbox", done: "#/offnet/done" };

/** What was signed here and waits to be sent. */
export const OutboxPage = () => <OffnetPage tab="outbox">{() => <Outbox />}</OffnetPage>;
/** What others signed and was brought here. */
export const InboxPage = () => <OffnetPage tab="inbox">{() => <Inbox />}</OffnetPage>;
/** What has an end. */
export const DonePage = () => <OffnetPage tab="done">{() => <Done />}</OffnetPage>;

function OffnetPage({ tab, children }: { tab: Tab; children: () => ReactNode }) {
  const t = useWords(offnetText);
  return (
    <Page title={t.title} lead={t.lead}>
      <div className="max-w-160">
        <Tabs here={tab} />
        <BooksGate>{children}</BooksGate>
        <PracticeFoot />
      </div>
    </Page>
  );
}

/** The three places, each an address of its own; the counts are of what can still be done. */
function Tabs({ here }: { here: Tab }) {
  const t = useWords(offnetText);
  const counts: Partial<Record<Tab, number>> = { outbox: useWaiting(), inbox: useInbox().filter(({ carriage }) => !carriage?.done).length };
  return (
    <nav aria-label={t.tabs} className="no-print mb-7">
      <ul className="flex border-b border-line">
        {(["outbox", "inbox", "done"] as const).map((tab) => (
          <li key={tab}>
            <a
              href={paths[tab]}
              aria-current={tab === here ? "page" : undefined}
              className={`flex min-h-12 items-center gap-2 px-4 ${tab === here ? "-mb-px border-b-2 border-ink font-semibold" : "text-ink-2 hover:text-ink"}`}
            >
              {t[tab]}
              <Count of={counts[tab] ?? 0} />
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
