import { useState } from "react";
import type { MemberId } from "#client/chain/ids.ts";
import { useLedger } from "../../shared/books/books.ts";
import { useLanguage, useWords } from "../../shared/language/language.ts";
import { formatDate } from "../../shared/language/time.ts";
import { Button } from "../../shared/parts/Button.tsx";
import { type Column, DataTable } from "../../shared/parts/DataTable.tsx";
import { Section } from "../../shared/parts/Page.tsx";
import { answersOf, type Given } from "./attestations.ts";
import { claimLink, claimTitle, quantityWords } from "./claimWords.ts";
import { MemberName } from "./MemberName.tsx";
import { peopleText } from "./text.ts";

const first = 6;

/** First answers a member gave, and how often they were the middle. */
export function MemberAnswers({ member }: { member: MemberId }) {
  const { ledger, now } = useLedger();
  const language = useLanguage();
  const t = useWords(peopleText);
  const [all, setAll] = useState(false);
  const given = answersOf(ledger, member);
  const sealed = given.filter((answer) => answer.sealed);
  const columns: Column<Given>[] = [
    {
      key: "about",
      head: t.about,
      lead: true,
      cell: ({ claim }) => (
        <>
          <a href={claimLink(claim)} className="opens">{claimTitle(claim, language)}</a>
          <span className="block text-sm text-ink-2"><MemberName id={claim.by} link={false} /></span>
        </>
      ),
    },
    { key: "when", head: t.when, cell: ({ answer }) => <span className="keep">{formatDate(answer.at, language, now)}</span> },
    { key: "answer", head: t.answer, cell: (row) => <span className="keep"><Said row={row} /></span> },
    { key: "outcome", head: t.outcome, end: true, cell: (row) => <span className="keep"><Outcome row={row} /></span> },
  ];
  return (
    <Section title={t.attestations} note={given.length === 0 ? null : sealed.length === 0 ? t.metNone : t.metMiddle(sealed.filter(({ met }) => met).length, sealed.length)} aside={<span className="num text-ink-2">{given.length}</span>}>
      {given.length === 0 ? (
        <p className="py-2 text-ink-2">{t.attestationsNone}</p>
      ) : (
        <>
          <DataTable caption={t.attestations} columns={columns} rows={all ? given : given.slice(0, first)} rowKey={({ claim, answer }) => `${claim.id}${answer.tx}`} />
          {!all && given.length > first && (
            <Button look="text" onClick={() => setAll(true)}>
              {t.showAll(given.length)}
            </Button>
          )}
        </>
      )}
    </Section>
  );
}

function Said({ row: { claim, answer } }: { row: Given }) {
  const { ledger } = useLedger();
  const language = useLanguage();
  const t = useWords(peopleText);
  if (claim.lane === "batch" || claim.lane === "binding") return answer.quantity === 1 ? t.saidYes : t.saidNo;
  return t.said(String(answer.quantity), quantityWords(claim, ledger.work.projects.get(claim.project), claim.quantity, language));
}

function Outcome({ row: { claim, sealed, met } }: { row: Given }) {
  const t = useWords(peopleText);
  if (!sealed) return t.waiting;
  if (met) return <strong>{t.middleMet}</strong>;
  return claim.lane === "batch" || claim.lane === "binding" ? (claim.named === 1 ? t.saidYes : t.saidNo) : t.middleIs(String(claim.named));
}
