import type { Action } from "#client/governance/actions.ts";
import { admissionTerms } from "#client/work/charters.ts";
import { gradeOfStatement } from "#client/work/reviews.ts";
import { useLedger } from "../../../shared/books/books.ts";
import { useWords } from "../../../shared/language/language.ts";
import { GradeMark } from "../../../shared/parts/GradeMark.tsx";
import { MemberName } from "../../people/MemberName.tsx";
import { proposalText } from "./text.ts";

/** The statement that a vote would admit: its grade, what the grade sets, who wrote it, and the way to read it. */
export function StatementFacts({ action }: { action: Extract<Action, { type: "admit" }> }) {
  const t = useWords(proposalText);
  const { ledger, now } = useLedger();
  const record = ledger.work.statements.get(action.statement);
  if (!record) return null;
  const grade = gradeOfStatement(record, now);
  const { probation, commonsPercent } = admissionTerms(grade ?? "none");
  return (
    <div className="flex items-center gap-4">
      {grade && grade !== "none" && <GradeMark grade={grade} />}
      <p className="min-w-0">
        {grade && action.project === null && probation > 0 && <span className="block">{t.gradeSets(probation, commonsPercent)}</span>}
        <span className="flex flex-wrap gap-x-4">
          <span>{t.writtenBy} <MemberName id={record.proposer} /></span>
          <a href={`#/s/${action.statement}`} className="opens reach">{t.statement}</a>
        </span>
      </p>
    </div>
  );
}
