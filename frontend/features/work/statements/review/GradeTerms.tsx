import { admissionTerms } from "#client/work/charters.ts";
import type { Grade, StatementRecord } from "#client/work/types.ts";
import { useWords } from "../../../../shared/language/language.ts";
import { Section } from "../../../../shared/parts/Page.tsx";
import { FactRow, Rows } from "../../../../shared/parts/Row.tsx";
import { reviewText } from "./text.ts";

/**
 * What a grade sets: of a new project the majority, the probation and the commons' part; of an amendment the majority, which is that of
 * every change of terms at least; of an article whether it is recommended.
 */
export function GradeTerms({ grade, record }: { grade: Exclude<Grade, "none">; record: StatementRecord }) {
  const t = useWords(reviewText);
  if (record.kind === "article") return <p className="mt-3">{grade === "A" || grade === "A+" ? t.recommended : t.notRecommended}</p>;
  const { majority, probation, commonsPercent } = admissionTerms(grade);
  return (
    <Section title={t.sets(grade)}>
      {majority === null ? (
        <p className="py-2">{t.refused}</p>
      ) : record.project !== null ? (
        <Rows label={t.sets(grade)}>
          <FactRow label={t.majorityAmend}>{t.majorities[majority === "twoThirds" ? majority : "threeFifths"]}</FactRow>
          <FactRow label={t.keeps}>{t.keepsText}</FactRow>
        </Rows>
      ) : (
        <Rows label={t.sets(grade)}>
          <FactRow label={t.majority}>{t.majorities[majority]}</FactRow>
          <FactRow label={t.probation}>{t.probationOf(probation)}</FactRow>
          <FactRow label={t.commons}>{t.percent(commonsPercent)}</FactRow>
        </Rows>
      )}
    </Section>
  );
}
