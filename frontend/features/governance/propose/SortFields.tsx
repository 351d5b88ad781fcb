import type { StatementId } from "#client/chain/ids.ts";
import { titleOf } from "#client/work/statements.ts";
import { gradeOfStatement } from "#client/work/reviews.ts";
import { useLedger } from "../../../shared/books/books.ts";
import { memberWords, projectWords } from "../../../shared/books/names.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { buttonClass } from "../../../shared/parts/Button.tsx";
import { Select } from "../../../shared/parts/Field.tsx";
import { CharterFields } from "./CharterFields.tsx";
import { ExpelFields } from "./ExpelFields.tsx";
import { NameFields, ReadmitField } from "./JoiningFields.tsx";
import { type FieldProps, fieldId } from "./fieldProps.ts";
import { AdoptFields, ReleaseFields, SpendFields, TokenListFields } from "./MoneyFields.tsx";
import { NumberFields } from "./NumberFields.tsx";
import { StewardsField } from "./StewardsField.tsx";
import { proposeText } from "./text.ts";
import { votable } from "./writing.ts";

/** The fields of the sort that was chosen. */
export function SortFields(props: FieldProps) {
  switch (props.writing.sort) {
    case "admit":
      return <StatementField {...props} />;
    case "parameter":
      return <NumberFields {...props} />;
    case "stewards":
      return (
        <>
          <ProjectField {...props} />
          <StewardsField {...props} />
        </>
      );
    case "close":
      return <ProjectField {...props} />;
    case "cooperative":
      return <CharterFields {...props} />;
    case "expel":
      return <ExpelFields {...props} />;
    case "readmit":
      return <ReadmitField {...props} />;
    case "name":
      return <NameFields {...props} />;
    case "listToken":
      return <TokenListFields {...props} />;
    case "spend":
      return (
        <>
          <ProjectField {...props} />
          <SpendFields {...props} />
        </>
      );
    case "adopt":
      return <AdoptFields {...props} />;
    case "release":
      return <ReleaseFields {...props} />;
    case null:
      return null;
  }
}

/** The statements that a vote may admit now, each with its proposer and grade. */
function StatementField({ writing, change, faults, leave }: FieldProps) {
  const { ledger, now } = useLedger();
  const t = useWords(proposeText);
  const language = useLanguage();
  const records = votable(ledger, now);
  const chosen = ledger.work.statements.get(writing.statement as StatementId);
  // One that the address asked for and that cannot be put to a vote is shown all the same; what is in its way is said beside it.
  const shown = chosen && !records.includes(chosen) ? [chosen, ...records] : records;
  if (shown.length === 0)
    return (
      <div id={fieldId("statement")} tabIndex={-1} className="flex flex-col items-start gap-3">
        <p className="prose">{t.statementNone}</p>
        <a href="#/statements" className={buttonClass("second", true)}>{t.toStatements}</a>
      </div>
    );
  return (
    <Select id={fieldId("statement")} label={t.statement} hint={t.statementHint} error={faults.statement} value={writing.statement} onChange={(event) => change({ statement: event.target.value })} onBlur={() => leave("statement")}>
      <option value="" disabled>{t.choose}</option>
      {shown.map((record) => {
        const grade = gradeOfStatement(record, now);
        return (
          <option key={record.id} value={record.id}>
            {[titleOf(record)[language], memberWords(record.proposer)[language], ...(grade ? [t.grade(grade)] : [])].join(" · ")}
          </option>
        );
      })}
    </Select>
  );
}

function ProjectField({ writing, change, faults, leave }: FieldProps) {
  const { ledger } = useLedger();
  const t = useWords(proposeText);
  const language = useLanguage();
  // The cooperative itself has stewards like any other, but is never closed.
  const projects = [...ledger.work.projects.values()].filter(({ id, closing }) => closing === null && (writing.sort !== "close" || id !== 0));
  const choose = (id: number) => change({ project: id, ...(writing.sort === "stewards" ? { stewards: [...(ledger.work.projects.get(id as never)?.stewards ?? [])] } : {}) });
  return (
    <Select id={fieldId("project")} label={t.project} error={faults.project} value={writing.project ?? ""} onChange={(event) => choose(Number(event.target.value))} onBlur={() => leave("project")}>
      <option value="" disabled>{t.choose}</option>
      {projects.map(({ id }) => (
        <option key={id} value={id}>{`${projectWords(id)[language]} · ${id}`}</option>
      ))}
    </Select>
  );
}
