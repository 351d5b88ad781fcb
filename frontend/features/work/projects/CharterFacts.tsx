import { epochOf, parameterAt } from "#client/chain/clock.ts";
import { charterIn } from "#client/work/charters.ts";
import { statementOf } from "#client/work/statements.ts";
import { stopOf } from "#client/work/sums.ts";
import { isTwoSided } from "#client/work/twoSided.ts";
import { type Kind, kinds, type Project } from "#client/work/types.ts";
import { kindWords } from "#client/work/words.ts";
import { useLedger } from "../../../shared/books/books.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { formatDate } from "../../../shared/language/time.ts";
import { Amount } from "../../../shared/parts/Amount.tsx";
import { GradeMark } from "../../../shared/parts/GradeMark.tsx";
import { Section } from "../../../shared/parts/Page.tsx";
import { FactRow, Rows } from "../../../shared/parts/Row.tsx";
import { MemberName } from "../../people/MemberName.tsx";
import { projectText } from "./text.ts";

/** A charter in words: rates, budget, stop, stewards. */
export function CharterFacts({ project }: { project: Project }) {
  const { ledger, now } = useLedger();
  const t = useWords(projectText);
  const language = useLanguage();
  const epoch = epochOf(ledger, now);
  const charter = charterIn(project, epoch);
  const percent = parameterAt(ledger, "stopPercent", epoch);
  return (
    <>
      <Section title={t.rates}>
        <Rows label={t.rates}>
          {kinds.filter((kind) => charter.rates[kind] > 0n).map((kind) => (
            <Rate key={kind} project={project} kind={kind} rate={charter.rates[kind]} />
          ))}
        </Rows>
      </Section>
      <Section title={t.charter} note={t.charterFrom(charter.fromEpoch)}>
        <Rows label={t.charter}>
          <Fact label={t.budget} note={t.budgetNote}><Amount micro={charter.budget} unit="credit" plain /></Fact>
          <Fact label={t.stop} note={t.stopNote(percent)}><Amount micro={stopOf(ledger, charter.budget, epoch)} unit="credit" plain /></Fact>
          <Fact label={t.minSurplus} note={t.minSurplusNote}><span className="keep">{language === "zh" ? `${charter.minSurplus}%` : `${charter.minSurplus} %`}</span></Fact>
          <FactRow label={<>{t.stewards}<span className="block text-sm">{t.stewardsNow}</span></>}>
            {project.stewards.map((steward) => (
              <span key={steward} className="block font-normal">
                <MemberName id={steward} />
              </span>
            ))}
          </FactRow>
          <FactRow label={t.industry}><span className="num">{String(charter.industry).padStart(4, "0")}</span></FactRow>
          <FactRow label={t.grade}>{project.grade === "none" ? <span className="font-normal">{t.gradeNone}</span> : <GradeMark grade={project.grade} size={30} />}</FactRow>
          <FactRow label={t.probation}>{project.grade === "none" ? <span className="font-normal">{t.probationNever}</span> : project.probationUntil > epoch ? t.probationUntil(project.probationUntil) : t.probationOver}</FactRow>
          {project.commonsPercent > 0 && project.probationUntil > epoch && <FactRow label={t.commonsPart}>{language === "zh" ? `${project.commonsPercent}%` : `${project.commonsPercent} %`}</FactRow>}
          <FactRow label={t.founded}>{formatDate(project.foundedAt, language, now)}</FactRow>
        </Rows>
      </Section>
    </>
  );
}

function Fact({ label, note, children }: { label: string; note: string; children: React.ReactNode }) {
  return (
    <FactRow
      label={
        <>
          {label}
          <span className="block text-sm">{note}</span>
        </>
      }
    >
      {children}
    </FactRow>
  );
}

function Rate({ project, kind, rate }: { project: Project; kind: Kind; rate: bigint }) {
  const language = useLanguage();
  const t = useWords(projectText);
  const unit = statementOf(project).units[kind][language];
  return (
    <FactRow
      label={
        <>
          <span className="first-letter:uppercase text-ink inline-block">{kindWords[kind][language]}</span>
          {isTwoSided(kind) && <span className="block text-sm">{t.otherConfirms}</span>}
        </>
      }
    >
      <span className="flex flex-wrap items-baseline justify-end gap-x-1.5">
        <Amount micro={rate} unit="credit" plain />
        <span className="keep text-sm font-normal text-ink-2">{t.perUnit(unit)}</span>
      </span>
    </FactRow>
  );
}
