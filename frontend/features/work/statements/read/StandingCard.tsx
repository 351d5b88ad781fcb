import { distributionOf, gradeOfStatement } from "#client/work/reviews.ts";
import { mayDisown, maySubmit } from "#client/work/mayReview.ts";
import { fixedAt, statementStageOf } from "#client/work/statementStage.ts";
import type { StatementRecord } from "#client/work/types.ts";
import { useLedger, useMe } from "../../../../shared/books/books.ts";
import { MoveTime } from "../../../../shared/chain/TimeMachine.tsx";
import { useWords } from "../../../../shared/language/language.ts";
import { Button, buttonClass } from "../../../../shared/parts/Button.tsx";
import { Card } from "../../../../shared/parts/Card.tsx";
import { Deadline } from "../../../../shared/parts/Deadline.tsx";
import { proposeDisown, proposeSubmit, proposeTakeBack } from "../acts/stages.ts";
import { statementText } from "../text.ts";

/** Where it stands, until when, what follows, and the one thing to do next. */
export function StandingCard({ record, title }: { record: StatementRecord; title: string }) {
  const { ledger, now } = useLedger();
  const me = useMe();
  const t = useWords(statementText);
  const { stage, filled } = statementStageOf(record, now);
  const latest = record.submissions.at(-1);
  const mine = me === record.proposer;
  const named = me !== null && mayDisown(record, me) === null;
  const grade = gradeOfStatement(record, now);
  const step =
    stage === "draft" ? (latest ? t.steps.draftAgain : t.steps.draft)
    : stage === "inReview" ? (filled ? t.steps.filled : t.steps.inReview)
    : stage === "reviewed" ? (record.kind === "article" ? t.steps.reviewedArticle : t.steps.reviewed)
    : t.steps.admitted;
  const obstacle = mine && stage === "draft" ? maySubmit(ledger, record, me, now) : null;
  const closed = obstacle === "FewerThanThreeSeated" || obstacle === "NotActive" ? t.obstacle[obstacle] : undefined;
  return (
    <Card>
      <h2 className="text-sm font-normal text-ink-2">{t.standing}</h2>
      <p className="font-serif text-xl font-bold">{t.stage[stage]}</p>
      <p className="mt-1 text-ink-2">{step}</p>
      {stage === "inReview" && latest && (
        <p className="num mt-2">{latest.reviews.length < latest.needed ? t.had(latest.reviews.length, latest.needed) : t.hadMore(latest.reviews.length)}</p>
      )}
      <Until record={record} />
      {grade !== null && grade !== "none" && latest && (
        <p className="num mt-2 font-semibold">{`${grade} · ${distributionOf(latest).sum} / 24`}</p>
      )}
      <div className="mt-4 flex flex-col items-start gap-3">
        {mine && stage === "draft" && (
          <Button closed={closed} onClick={() => proposeSubmit(ledger, record, now)}>
            {t.submit}
          </Button>
        )}
        {stage === "reviewed" && record.kind === "statement" && (grade === "D" ? <p>{t.refusedD}</p> : <a href={`#/decide/new?admit=${record.id}`} className={buttonClass()}>{t.vote}</a>)}
        {record.admittedAs !== null && (
          <a href={`#/p/${record.admittedAs}`} className={buttonClass("second")}>
            {t.seeProject}
          </a>
        )}
        {mine && record.kind === "statement" && (
          <a href={`#/statements/new?previous=${record.id}`} className="inline-flex min-h-11 items-center underline underline-offset-4" aria-label={`${t.next}: ${title}`}>
            {t.next}
          </a>
        )}
        {named && record.admittedAs === null && (
          <Button look="text" onClick={() => proposeDisown(record)}>
            {t.disown}
          </Button>
        )}
        {mine && (stage === "inReview" || stage === "reviewed") && (
          <Button look="text" onClick={() => proposeTakeBack(record, stage)}>
            {t.takeBack}
          </Button>
        )}
      </div>
    </Card>
  );
}

/** Each deadline with what it brings, and on a practice network the way past it. */
function Until({ record }: { record: StatementRecord }) {
  const { now } = useLedger();
  const t = useWords(statementText);
  const { stage, until, filled } = statementStageOf(record, now);
  const latest = record.submissions.at(-1);
  if (!latest || until === null) return null;
  const rows: { label: string; at: number; move: string }[] = [];
  if (stage === "inReview" && filled) rows.push({ label: t.inReviewUntil, at: fixedAt(latest)!, move: t.moveOn });
  if (stage === "inReview" && !filled) {
    if (latest.deadline > now) rows.push({ label: t.inReviewUntil, at: latest.deadline, move: t.moveOn });
    rows.push({ label: t.unfilledUntil, at: until, move: t.moveDraft });
  }
  if (stage === "reviewed") rows.push({ label: t.reviewedUntil, at: until, move: t.moveDraft });
  return (
    <>
      {stage === "inReview" && !filled && latest.deadline <= now && <p className="mt-2">{t.deadlineOver}</p>}
      <dl className="mt-2">
        {rows.map(({ label, at, move }, place) => (
          <div key={label} className="py-1">
            <dt className="text-sm text-ink-2">{label}</dt>
            <dd>
              <Deadline at={at} />
              {place === 0 && <MoveTime to={at} label={move} />}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
