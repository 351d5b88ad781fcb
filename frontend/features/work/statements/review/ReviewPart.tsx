import { mayReview } from "#client/work/mayReview.ts";
import { criteria } from "#client/work/statement/criteria.ts";
import { distributionOf } from "#client/work/reviews.ts";
import { fixedAt, statementStageOf } from "#client/work/statementStage.ts";
import type { StatementRecord, Submission } from "#client/work/types.ts";
import { useLedger, useMe } from "../../../../shared/books/books.ts";
import { useLanguage, useWords } from "../../../../shared/language/language.ts";
import { Button } from "../../../../shared/parts/Button.tsx";
import { GradeMark } from "../../../../shared/parts/GradeMark.tsx";
import { Notice } from "../../../../shared/parts/Notice.tsx";
import { Section } from "../../../../shared/parts/Page.tsx";
import { askForSigner, useSigner } from "../../../../shared/signer/signer.ts";
import { Distribution } from "./Distribution.tsx";
import { GradeTerms } from "./GradeTerms.tsx";
import { ReviewForm } from "./ReviewForm.tsx";
import { ReviewList } from "./ReviewList.tsx";
import { reviewText } from "./text.ts";

/** Review on the page of what is reviewed: the form, or why not; what others gave only after one's own, or when it is over. */
export function ReviewPart({ record }: { record: StatementRecord }) {
  const { now } = useLedger();
  const me = useMe();
  const t = useWords(reviewText);
  const { stage } = statementStageOf(record, now);
  const latest = record.submissions.at(-1);
  if (!latest) return null;
  const mine = latest.reviews.find(({ reviewer }) => reviewer === me) ?? null;
  const inReview = stage === "inReview";
  const fixed = fixedAt(latest);
  const over = !inReview && latest.takenBackAt === null && fixed !== null && fixed <= now;
  const shown = !inReview || mine !== null;
  return (
    <div className="mt-12">
      {inReview && (
        <Section title={t.yours}>
          <Asked record={record} submission={latest} />
        </Section>
      )}
      {shown ? (
        <div className={inReview ? "mt-10" : ""}>
          <Distribution submission={latest} over={over} />
          {latest.reviews.length > 0 && <Outcome record={record} submission={latest} over={over} />}
          <ReviewList record={record} submission={latest} />
        </div>
      ) : (
        <div className="mt-6">
          <Notice>
            <strong className="num">{t.hidden(latest.reviews.length)}</strong>
            <span className="block">{t.hiddenWhy}</span>
          </Notice>
        </div>
      )}
    </div>
  );
}

/** The form, or the reason why the reader may not review. */
function Asked({ record, submission }: { record: StatementRecord; submission: Submission }) {
  const { ledger, now } = useLedger();
  const me = useMe();
  const signer = useSigner();
  const t = useWords(reviewText);
  if (!signer) return <Button look="second" onClick={askForSigner}>{t.notSigned}</Button>;
  if (me === null) return <p>{t.why.NotMember}</p>;
  const obstacle = mayReview(ledger, record, me, now);
  if (obstacle) return <p>{t.why[obstacle as keyof typeof t.why]}</p>;
  const before = submission.reviews.find(({ reviewer }) => reviewer === me)?.marks ?? null;
  return <ReviewForm key={`${me}/${submission.number}`} statement={record} submission={submission} me={me} before={before} />;
}

/** The grade as the sum and the caps make it, and what it sets. */
function Outcome({ record, submission, over }: { record: StatementRecord; submission: Submission; over: boolean }) {
  const t = useWords(reviewText);
  const language = useLanguage();
  const { sum, bySum, grade, capping } = distributionOf(submission);
  if (grade === "none") return null;
  return (
    <div className="mt-6">
      <p className="flex flex-wrap items-center gap-3">
        <GradeMark grade={grade} />
        <span className="num font-semibold">{`${sum} / 24 · ${over ? t.gradeIs(grade) : t.gradeSoFar(grade)}`}</span>
      </p>
      {capping.length > 0 && <p className="mt-1">{t.cappedNow(capping.map((point) => criteria[point]!.title[language]).join(language === "zh" ? "、" : ", "))}</p>}
      {grade !== bySum && capping.length === 0 && <p className="mt-1">{t.cappedFew(submission.best)}</p>}
      <GradeTerms grade={grade} record={record} />
    </div>
  );
}
