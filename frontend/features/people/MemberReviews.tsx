import { useState } from "react";
import type { MemberId } from "#client/chain/ids.ts";
import { type GivenReview, reviewerRecord } from "#client/work/reviewerRecord.ts";
import { statementStageOf } from "#client/work/statementStage.ts";
import { useLedger, useMe } from "../../shared/books/books.ts";
import { useLanguage, useWords } from "../../shared/language/language.ts";
import { formatDate } from "../../shared/language/time.ts";
import { Button } from "../../shared/parts/Button.tsx";
import { type Column, DataTable } from "../../shared/parts/DataTable.tsx";
import { Section } from "../../shared/parts/Page.tsx";
import { statementTitle } from "./documents.ts";
import { MemberName } from "./MemberName.tsx";
import { reviewerText } from "./reviewerText.ts";

const first = 6;

/** A member as a reviewer: how many reviews, how many were taken up, how far from the middle, and each of them. */
export function MemberReviews({ member }: { member: MemberId }) {
  const { ledger, now } = useLedger();
  const language = useLanguage();
  const t = useWords(reviewerText);
  const me = useMe();
  const [all, setAll] = useState(false);
  const { given, adopted, distance } = reviewerRecord(ledger, member, now);
  // What others gave is told only after one's own review, or when it is over: as on the page of the statement.
  const told = ({ statement, submission }: GivenReview) => statementStageOf(statement, now).stage !== "inReview" || member === me || submission.reviews.some(({ reviewer }) => reviewer === me);
  const columns: Column<GivenReview>[] = [
    {
      key: "about",
      head: t.about,
      lead: true,
      cell: ({ statement }) => (
        <>
          <a href={`#/s/${statement.id}`} className="opens">{statementTitle(statement)[language]}</a>
          <span className="block text-sm text-ink-2"><MemberName id={statement.proposer} link={false} /></span>
        </>
      ),
    },
    { key: "when", head: t.when, cell: ({ review }) => <span className="keep">{formatDate(review.at, language, now)}</span> },
    { key: "gave", head: t.gave, end: true, cell: (row) => (told(row) ? `${row.review.marks.reduce<number>((sum, mark) => sum + mark, 0)} / 24` : t.open) },
    {
      key: "away",
      head: t.away,
      end: true,
      cell: (row) => (
        <>
          {row.distance ?? t.open}
          {row.adopted && <span className="block text-sm">{t.adopted}</span>}
        </>
      ),
    },
  ];
  const note = given.length === 0 ? null : `${t.note(given.length, adopted)}${distance === null ? "" : `${language === "zh" ? "" : " "}${t.distance(distance.toFixed(1))}`}`;
  return (
    <Section title={t.title} note={note} aside={<span className="num text-ink-2">{given.length}</span>}>
      {given.length === 0 ? (
        <p className="py-2 text-ink-2">{t.none}</p>
      ) : (
        <>
          <DataTable caption={t.title} columns={columns} rows={all ? given : given.slice(0, first)} rowKey={({ statement, submission }) => `${statement.id}${submission.number}`} />
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
