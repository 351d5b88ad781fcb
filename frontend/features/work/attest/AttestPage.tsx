import type { MemberId } from "#client/chain/ids.ts";
import { isSeated } from "#client/people/fold.ts";
import { projectsAttested } from "#client/work/sums.ts";
import { epochOf } from "#client/chain/clock.ts";
import { BooksGate } from "../../../shared/books/BooksGate.tsx";
import { useLedger, useMe } from "../../../shared/books/books.ts";
import { useWords } from "../../../shared/language/language.ts";
import { Button, buttonClass } from "../../../shared/parts/Button.tsx";
import { EmptyState } from "../../../shared/parts/EmptyState.tsx";
import { Notice } from "../../../shared/parts/Notice.tsx";
import { Page, Section } from "../../../shared/parts/Page.tsx";
import { Rows } from "../../../shared/parts/Row.tsx";
import { askForSigner, useSigner } from "../../../shared/signer/signer.ts";
import { Enrolments } from "./Enrolments.tsx";
import { OpenCard, OpenRow } from "./OpenRow.tsx";
import { ToConfirm } from "./ToConfirm.tsx";
import { type Open, openClaims, settledObstacles } from "./queue.ts";
import { attestText } from "./text.ts";

/** What waits for the reader's answer, by deadline, and where the reader attests. */
export function AttestPage() {
  const t = useWords(attestText);
  return (
    <Page title={t.title} lead={t.lead}>
      <BooksGate>{() => <Inside />}</BooksGate>
    </Page>
  );
}

function Inside() {
  const { ledger, now } = useLedger();
  const me = useMe();
  const open = openClaims(ledger, me, now);
  return me === null ? <Visitor open={open} /> : <Mine me={me} open={open} />;
}

function Mine({ me, open }: { me: MemberId; open: readonly Open[] }) {
  const { ledger, now } = useLedger();
  const t = useWords(attestText);
  const mine = open.filter(({ obstacle }) => obstacle === null);
  const others = open.filter(({ obstacle }) => obstacle !== null && !settledObstacles.includes(obstacle));
  const [first, ...rest] = mine;
  const enrolled = projectsAttested(ledger, me, epochOf(ledger, now)).length > 0;
  return (
    <div className="grid gap-x-14 gap-y-10 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <div className="min-w-0">
        {!isSeated(ledger, me) && <div className="mb-6"><Notice>{t.notSeated}</Notice></div>}
        <ToConfirm me={me} />
        {first ? (
          <Section title={t.waits(mine.length)}>
            <OpenCard open={first} />
            <div className="mt-2 sm:px-7">
              <Rows label={t.waits(mine.length)}>
                {rest.map((one) => (
                  <OpenRow key={one.claim.id} open={one} />
                ))}
              </Rows>
            </div>
          </Section>
        ) : (
          <EmptyState sentence={t.nothing} hint={enrolled ? t.nothingHint : t.nothingEnrol} action={<a href="#/contribute/new" className={buttonClass(enrolled ? "primary" : "second")}>{t.toRecord}</a>} />
        )}
        {others.length > 0 && (
          <Section title={t.others} note={t.othersNote}>
            <Rows label={t.others}>
              {others.map((one) => (
                <OpenRow key={one.claim.id} open={one} />
              ))}
            </Rows>
          </Section>
        )}
      </div>
      <div className="min-w-0">
        <Enrolments me={me} />
      </div>
    </div>
  );
}

function Visitor({ open }: { open: readonly Open[] }) {
  const t = useWords(attestText);
  const signer = useSigner();
  return (
    <div className="max-w-160">
      <div className="mb-8 flex flex-wrap items-center gap-x-6 gap-y-3">
        <p className="prose">{signer ? t.notMember : t.visitor}</p>
        {!signer && <Button onClick={askForSigner}>{t.signIn}</Button>}
      </div>
      <Section title={t.all}>
        <Rows label={t.all}>
          {open.map((one) => (
            <OpenRow key={one.claim.id} open={one} />
          ))}
        </Rows>
      </Section>
    </div>
  );
}
