import { useState } from "react";
import type { MemberId } from "#client/chain/ids.ts";
import { BooksGate } from "../../../shared/books/BooksGate.tsx";
import { useLedger, useMe } from "../../../shared/books/books.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { Amount } from "../../../shared/parts/Amount.tsx";
import { Button, buttonClass } from "../../../shared/parts/Button.tsx";
import { EmptyState } from "../../../shared/parts/EmptyState.tsx";
import { Page, Section } from "../../../shared/parts/Page.tsx";
import { LinkRow, Rows } from "../../../shared/parts/Row.tsx";
import { askForSigner, useSigner } from "../../../shared/signer/signer.ts";
import { claimLink, claimNote, claimTitle } from "../../people/claimWords.ts";
import { memberWords, projectWords } from "../acts/names.ts";
import { standOf } from "../claim/stand.ts";
import { claimText } from "../claim/text.ts";
import { DraftRow } from "./DraftRow.tsx";
import { groupsOf, type MyRecord, recordsNewestFirst } from "./groups.ts";
import { MyRecordRow } from "./MyRecordRow.tsx";
import { contributeText } from "./text.ts";

const first = 5;

/** The reader's own records by where they stand, each with its next step; for a visitor what members recorded last. */
export function ContributePage() {
  const t = useWords(contributeText);
  return (
    <Page title={t.title} lead={t.lead} aside={<a href="#/contribute/new" className={buttonClass()}>{t.record}</a>}>
      <div className="max-w-200">
        <BooksGate>{() => <Inside />}</BooksGate>
      </div>
    </Page>
  );
}

function Inside() {
  const { ledger, now } = useLedger();
  const t = useWords(contributeText);
  const me = useMe();
  if (me === null) return <Visitor />;
  const groups = groupsOf(ledger, me, now);
  return (
    <>
      <DraftRow />
      {groups.length === 0 && <Nothing />}
      {groups.map(({ name, records }) => (
        <Group key={name} title={t.group[name]} records={records} me={me} />
      ))}
    </>
  );
}

function Group({ title, records, me }: { title: string; records: readonly MyRecord[]; me: MemberId }) {
  const t = useWords(contributeText);
  const [all, setAll] = useState(false);
  return (
    <Section title={title} aside={<span className="num text-ink-2">{records.length}</span>}>
      <Rows label={title}>
        {(all ? records : records.slice(0, first)).map((record) => (
          <MyRecordRow key={record.claim.id} record={record} me={me} />
        ))}
      </Rows>
      {!all && records.length > first && (
        <Button look="text" onClick={() => setAll(true)}>
          {t.all(records.length)}
        </Button>
      )}
    </Section>
  );
}

/** No record yet: three examples, each of which opens the form with its words. */
function Nothing() {
  const t = useWords(contributeText);
  return (
    <EmptyState
      sentence={t.empty}
      hint={t.emptyHint}
      action={
        <ul aria-label={t.examples} className="w-full [&>li]:border-b [&>li]:border-line">
          {Object.values(t.example).map((what) => (
            <LinkRow key={what} href={`#/contribute/new?what=${encodeURIComponent(JSON.stringify(what))}`} title={what} />
          ))}
        </ul>
      }
    />
  );
}

function Visitor() {
  const { ledger, now } = useLedger();
  const language = useLanguage();
  const signer = useSigner();
  const t = useWords(contributeText);
  const { state } = useWords(claimText);
  const records = recordsNewestFirst(ledger).slice(0, 8);
  return (
    <>
      <div className="mb-8 flex flex-wrap items-center gap-x-6 gap-y-3">
        <p className="prose">{signer ? t.notMember : t.visitor}</p>
        {!signer && (
          <Button look="second" onClick={askForSigner}>
            {t.signIn}
          </Button>
        )}
      </div>
      <Section title={t.latest}>
        <Rows label={t.latest}>
          {records.map((claim) => (
            <LinkRow
              key={claim.id}
              href={claimLink(claim)}
              title={claimTitle(claim, language)}
              note={[memberWords(ledger, claim.by)[language], projectWords(ledger, claim.project)[language], claimNote(claim, ledger.work.projects.get(claim.project), language)].join(" · ")}
              end={
                <span className="shrink-0 text-end">
                  <Amount micro={claim.sealedAt === null ? claim.value : claim.inForce} unit="credit" plain={claim.sealedAt === null} />
                  <span className="block text-sm text-ink-2">{state[standOf(ledger, claim, now).situation]}</span>
                </span>
              }
            />
          ))}
        </Rows>
      </Section>
    </>
  );
}
