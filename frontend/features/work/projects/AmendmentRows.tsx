import type { Project } from "#client/work/types.ts";
import { statementStageOf } from "#client/work/statementStage.ts";
import { statementsOf } from "#client/work/versions.ts";
import { useLedger } from "../../../shared/books/books.ts";
import { useWords } from "../../../shared/language/language.ts";
import { buttonClass } from "../../../shared/parts/Button.tsx";
import { Section } from "../../../shared/parts/Page.tsx";
import { Rows } from "../../../shared/parts/Row.tsx";
import { StatementRow } from "../statements/list/StatementRow.tsx";
import { projectText } from "./text.ts";

/** Amendments beside the live charter, and the ways to change what it says. */
export function AmendmentRows({ project }: { project: Project }) {
  const { ledger, now } = useLedger();
  const t = useWords(projectText);
  const open = statementsOf(ledger).filter((record) => record.project === project.id && statementStageOf(record, now).stage !== "admitted");
  const cooperative = project.id === 0;
  return (
    <Section title={t.amendments}>
      {open.length === 0 ? (
        <p className="py-2 text-ink-2">{t.amendmentsNone}</p>
      ) : (
        <Rows label={t.amendments}>
          {open.map((record) => (
            <StatementRow key={record.id} record={record} mine={false} />
          ))}
        </Rows>
      )}
      {project.closing === null && (
        <p className="mt-3 flex flex-wrap gap-3">
          <a href={cooperative ? "#/decide/new?type=cooperative" : `#/statements/new?amends=${project.id}`} className={buttonClass("second", true)}>
            {cooperative ? t.amendCooperative : t.amend}
          </a>
          <a href={`#/decide/new?type=stewards&project=${project.id}`} className={buttonClass("second", true)}>
            {t.replaceStewards}
          </a>
        </p>
      )}
    </Section>
  );
}
