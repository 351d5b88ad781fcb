import { criteria } from "#client/work/statement/criteria.ts";
import { CAPPING, distributionOf } from "#client/work/reviews.ts";
import type { Submission } from "#client/work/types.ts";
import { useLanguage, useWords } from "../../../../shared/language/language.ts";
import { type Column, DataTable } from "../../../../shared/parts/DataTable.tsx";
import { Section } from "../../../../shared/parts/Page.tsx";
import { partsText } from "../../../../shared/parts/text.ts";
import { Ladder } from "./Ladder.tsx";
import { MarkGlyph } from "./MarkGroup.tsx";
import { reviewText } from "./text.ts";
import { middleOf, sortedMarks } from "./views.ts";

/** So many dots still can be recounted in a row; above that, three counts. */
const MOST_DOTS = 25;

/** The twelve points of a submission: every mark as a dot, the middle banded, the sum on its ladder, and the same as a table. */
export function Distribution({ submission, over }: { submission: Submission; over: boolean }) {
  const t = useWords(reviewText);
  const { reviews } = submission;
  if (reviews.length === 0) return <Section title={t.distribution} note={t.distributionNone}>{null}</Section>;
  const { medians, sum } = distributionOf(submission);
  const dots = reviews.length <= MOST_DOTS;
  return (
    <Section title={t.distribution} note={dots ? t.distributionNote(reviews.length, middleOf(reviews.length)) : t.distributionMany}>
      {!over && <p className="mb-3">{t.soFar}</p>}
      {dots ? (
        <div aria-hidden="true" className="flex items-start gap-6">
          <div className="min-w-0 flex-1">
            {criteria.map(({ title }, point) => (
              <DotRow key={title.en} point={point} submission={submission} />
            ))}
          </div>
          <div className="hidden sm:block">
            <Ladder sum={sum} />
          </div>
        </div>
      ) : null}
      <p className="num mt-3">{t.arithmetic(medians.filter((mark) => mark === 2).length, medians.filter((mark) => mark === 1).length, sum)}</p>
      <p className="text-sm text-ink-2">{t.capped}</p>
      <TableTwin submission={submission} open={!dots} />
    </Section>
  );
}

/** One point: its name, the marks as dots sorted from low to high with the middle banded, and the middle as a number. */
function DotRow({ point, submission }: { point: number; submission: Submission }) {
  const language = useLanguage();
  const marks = sortedMarks(submission, point);
  const middle = middleOf(marks.length) - 1;
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 border-b border-line py-1.5 last:border-b-0">
      <span className="keep text-sm sm:text-base">
        {criteria[point]!.title[language]}
        {CAPPING.includes(point) && "＊"}
      </span>
      <span className="ms-auto flex flex-wrap items-center gap-x-1">
        {marks.map((mark, place) => (
          <span key={place} className={`flex size-6 items-center justify-center ${place === middle ? "rounded-sm bg-well" : ""}`}>
            <MarkGlyph mark={mark} dim={place !== middle} />
          </span>
        ))}
        <span className="num ms-3 w-4 text-end font-figures text-lg font-bold">{marks[middle]}</span>
      </span>
    </div>
  );
}

interface PointRow {
  readonly point: number;
  readonly counts: readonly number[];
  readonly median: number;
}

/** The same in numbers. */
function TableTwin({ submission, open }: { submission: Submission; open: boolean }) {
  const language = useLanguage();
  const t = useWords(reviewText);
  const parts = useWords(partsText);
  const { counts, medians } = distributionOf(submission);
  const rows: PointRow[] = criteria.map((_, point) => ({ point, counts: counts[point]!, median: medians[point]! }));
  const columns: Column<PointRow>[] = [
    { key: "point", head: t.criterion, lead: true, cell: ({ point }) => `${point + 1}. ${criteria[point]!.title[language]}${CAPPING.includes(point) ? "＊" : ""}` },
    ...[0, 1, 2].map((mark) => ({ key: String(mark), head: t.mark(mark), end: true, cell: (row: PointRow) => t.people(row.counts[mark]!) })),
    { key: "median", head: t.median, end: true, cell: ({ median }) => <strong>{median}</strong> },
  ];
  return (
    <details open={open} className="mt-1">
      <summary className="inline-flex min-h-11 items-center underline underline-offset-4">{parts.showTable}</summary>
      <DataTable caption={t.distribution} columns={columns} rows={rows} rowKey={({ point }) => point} />
    </details>
  );
}
