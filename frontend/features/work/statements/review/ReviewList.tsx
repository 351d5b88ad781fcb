import { useState } from "react";
import { criteria } from "#client/work/statement/criteria.ts";
import { textOf } from "#client/work/statement/canonical.ts";
import type { Review, StatementRecord, Submission } from "#client/work/types.ts";
import { useLedger } from "../../../../shared/books/books.ts";
import { useLanguage, useWords } from "../../../../shared/language/language.ts";
import { formatWhen } from "../../../../shared/language/time.ts";
import { Button } from "../../../../shared/parts/Button.tsx";
import { Section } from "../../../../shared/parts/Page.tsx";
import { Rows } from "../../../../shared/parts/Row.tsx";
import { MemberName } from "../../../people/MemberName.tsx";
import { DocumentBody } from "../DocumentBody.tsx";
import { statementText } from "../text.ts";
import { useReading } from "../useReading.ts";
import { reviewText } from "./text.ts";
import { adoptedFrom, sumOf } from "./views.ts";

/** Every review of a submission: who, how many, the twelve marks, the comment. */
export function ReviewList({ record, submission }: { record: StatementRecord; submission: Submission }) {
  const t = useWords(reviewText);
  if (submission.reviews.length === 0) return null;
  return (
    <Section title={t.reviews} aside={<span className="num text-ink-2">{submission.reviews.length}</span>}>
      <Rows label={t.reviews}>
        {submission.reviews.map((review) => (
          <Given key={review.reviewer} review={review} record={record} />
        ))}
      </Rows>
    </Section>
  );
}

function Given({ review, record }: { review: Review; record: StatementRecord }) {
  const { ledger, now } = useLedger();
  const language = useLanguage();
  const t = useWords(reviewText);
  const adopted = adoptedFrom(ledger, record.id, review.reviewer);
  return (
    <li className="py-3">
      <p className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span>
          <MemberName id={review.reviewer} />
          <span className="ms-2 text-sm text-ink-2">
            {formatWhen(review.at, language, now)}
            {review.revised && ` · ${t.revised}`}
            {adopted && ` · ${t.adopted}`}
          </span>
        </span>
        <span className="num">{t.given(sumOf(review.marks))}</span>
      </p>
      <Comment review={review} />
      <details>
        <summary className="inline-flex min-h-11 items-center text-sm underline underline-offset-4">{t.marksOf}</summary>
        <ol className="grid gap-x-6 pb-2 text-sm sm:grid-cols-2">
          {criteria.map(({ title }, point) => (
            <li key={title.en} className="flex justify-between gap-3">
              {title[language]} <span className="num font-semibold">{review.marks[point]}</span>
            </li>
          ))}
        </ol>
      </details>
    </li>
  );
}

function Comment({ review }: { review: Review }) {
  const t = useWords(reviewText);
  const [asked, setAsked] = useState(/^data:/i.test(review.uri));
  if (review.comment === null) return <p className="text-sm text-ink-2">{t.noComment}</p>;
  // A comment that lies elsewhere is fetched only when somebody wants to read it.
  if (!asked) return <Button look="text" onClick={() => setAsked(true)}>{t.read}</Button>;
  return <CommentText uri={review.uri} digest={review.comment} />;
}

function CommentText({ uri, digest }: { uri: string; digest: `0x${string}` }) {
  const t = useWords(reviewText);
  const s = useWords(statementText);
  const { reading, allow } = useReading(uri, digest);
  if (reading.is === "reading") return <p className="text-sm text-ink-2">{t.commentReading}</p>;
  const { outcome } = reading;
  if (outcome.is === "altered") return <p className="text-sm text-fail">{t.commentAltered}</p>;
  if (outcome.is === "unavailable") {
    const host = outcome.why === "notAsked" ? outcome.host : null;
    return (
      <p className="text-sm text-ink-2">
        {t.commentUnavailable} {host && <Button look="text" onClick={() => allow(host)}>{s.allow(host)}</Button>}
      </p>
    );
  }
  return (
    <div className="my-1">
      <DocumentBody text={textOf(outcome.bytes) ?? ""} top={4} />
    </div>
  );
}
