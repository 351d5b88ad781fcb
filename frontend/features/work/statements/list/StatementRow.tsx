import { distributionOf, gradeOfStatement } from "#client/work/reviews.ts";
import { statementStageOf } from "#client/work/statementStage.ts";
import type { StatementRecord } from "#client/work/types.ts";
import { useLedger } from "../../../../shared/books/books.ts";
import { useLanguage, useWords } from "../../../../shared/language/language.ts";
import { formatSpan, formatWhen } from "../../../../shared/language/time.ts";
import { GradeMark } from "../../../../shared/parts/GradeMark.tsx";
import { LinkRow } from "../../../../shared/parts/Row.tsx";
import { partsText } from "../../../../shared/parts/text.ts";
import { MemberName } from "../../../people/MemberName.tsx";
import { projectWords } from "../../acts/names.ts";
import { statementLink } from "../acts/stages.ts";
import { statementText } from "../text.ts";
import { useTitle } from "../useTitle.ts";

/** A statement or an article in a list: title, who, and how it stands. */
export function StatementRow({ record, mine }: { record: StatementRecord; mine: boolean }) {
  const { ledger, now } = useLedger();
  const language = useLanguage();
  const t = useWords(statementText);
  const title = useTitle(record)[language];
  return (
    <LinkRow
      href={statementLink(record.id)}
      title={
        <>
          {mine && <span className="me-2 rounded-sm border border-edge px-1.5 text-sm">{t.mine}</span>}
          <span className="font-semibold">{title}</span>
        </>
      }
      note={
        <>
          <MemberName id={record.proposer} link={false} number={false} />
          {record.project !== null && ` · ${t.amends(projectWords(ledger, record.project)[language])}`}
          {` · ${formatWhen(record.draftedAt, language, now)}`}
        </>
      }
      end={<Standing record={record} />}
    />
  );
}

function Standing({ record }: { record: StatementRecord }) {
  const { now } = useLedger();
  const language = useLanguage();
  const t = useWords(statementText);
  const parts = useWords(partsText);
  const { stage, until } = statementStageOf(record, now);
  const latest = record.submissions.at(-1);
  const grade = gradeOfStatement(record, now);
  if (stage === "inReview" && latest) {
    const had = latest.reviews.length;
    // Before its shortest time is over that is what counts; afterwards, when it lapses.
    const end = latest.deadline > now ? latest.deadline : until;
    return (
      <span className="max-w-40 shrink-0 text-end text-sm">
        <span className="num block">{had < latest.needed ? t.had(had, latest.needed) : t.hadMore(had)}</span>
        {end !== null && <span className="keep block text-ink-2">{parts.left(formatSpan(end - now, language))}</span>}
      </span>
    );
  }
  if (grade === null || grade === "none" || !latest) return <span className="shrink-0 text-sm text-ink-2">{t.stage[stage]}</span>;
  return (
    <span className="flex shrink-0 items-center gap-3">
      <span className="num text-end text-sm">
        {distributionOf(latest).sum}
        <span className="text-ink-2"> / 24</span>
        {stage === "reviewed" && record.kind === "statement" && grade !== "D" && <span className="block">{t.putToVote}</span>}
      </span>
      <GradeMark grade={grade} />
    </span>
  );
}
