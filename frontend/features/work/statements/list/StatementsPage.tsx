import { authorsOf } from "#client/work/mayReview.ts";
import { statementsOf } from "#client/work/versions.ts";
import { type StatementStage, statementStageOf } from "#client/work/statementStage.ts";
import type { StatementRecord } from "#client/work/types.ts";
import { BooksGate } from "../../../../shared/books/BooksGate.tsx";
import { useLedger, useMe } from "../../../../shared/books/books.ts";
import { useWords } from "../../../../shared/language/language.ts";
import { buttonClass } from "../../../../shared/parts/Button.tsx";
import { EmptyState } from "../../../../shared/parts/EmptyState.tsx";
import { Page, Section } from "../../../../shared/parts/Page.tsx";
import { Rows } from "../../../../shared/parts/Row.tsx";
import { statementText } from "../text.ts";
import { StatementRow } from "./StatementRow.tsx";

/** Stages as they are listed: what others can act on comes first. */
const stages: readonly StatementStage[] = ["inReview", "reviewed", "draft", "admitted"];

/** All statements by stage, one's own first. */
export function StatementsPage() {
  const t = useWords(statementText);
  return (
    <Page title={t.title} lead={t.lead} aside={<a href="#/statements/new" className={buttonClass()}>{t.write}</a>}>
      <BooksGate>{() => <Statements />}</BooksGate>
    </Page>
  );
}

function Statements() {
  const { ledger, now } = useLedger();
  const me = useMe();
  const t = useWords(statementText);
  const all = statementsOf(ledger);
  const isMine = (record: StatementRecord) => me !== null && authorsOf(record).includes(me);
  if (all.length === 0) return <EmptyState sentence={t.none} hint={t.noneHint} action={<a href="#/statements/new" className={buttonClass("second")}>{t.write}</a>} />;
  return (
    <div className="max-w-200">
      {stages.map((stage) => {
        const here = all.filter((record) => statementStageOf(record, now).stage === stage);
        const ordered = [...here.filter(isMine), ...here.filter((record) => !isMine(record))];
        return (
          <Section key={stage} title={t.byStage[stage]} aside={<span className="num text-ink-2">{here.length}</span>}>
            {here.length === 0 ? (
              <p className="py-2 text-ink-2">{t.stageNone[stage]}</p>
            ) : (
              <Rows label={t.byStage[stage]}>
                {ordered.map((record) => (
                  <StatementRow key={record.id} record={record} mine={isMine(record)} />
                ))}
              </Rows>
            )}
          </Section>
        );
      })}
      <p className="mt-8">
        <a href="#/projects" className="inline-flex min-h-11 items-center underline underline-offset-4">
          {t.toProjects}
        </a>
      </p>
    </div>
  );
}
