import { useParams } from "@tanstack/react-router";
import type { ProjectId } from "#client/chain/ids.ts";
import { epochOf } from "#client/chain/clock.ts";
import { charterIn } from "#client/work/charters.ts";
import { statementOf } from "#client/work/statements.ts";
import type { Project } from "#client/work/types.ts";
import { BooksGate } from "../../../shared/books/BooksGate.tsx";
import { useBooks, useLedger } from "../../../shared/books/books.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { Hash } from "../../../shared/parts/Address.tsx";
import { buttonClass } from "../../../shared/parts/Button.tsx";
import { EmptyState } from "../../../shared/parts/EmptyState.tsx";
import { Page } from "../../../shared/parts/Page.tsx";
import { DocumentBody } from "../statements/DocumentBody.tsx";
import { useReading } from "../statements/useReading.ts";
import { AmendmentRows } from "./AmendmentRows.tsx";
import { CharterFacts } from "./CharterFacts.tsx";
import { CharterHistory } from "./CharterHistory.tsx";
import { ClosingPart } from "./ClosingPart.tsx";
import { EpochCard } from "./EpochCard.tsx";
import { EpochsTable } from "./EpochsTable.tsx";
import { HistoryRows } from "./HistoryRows.tsx";
import { HoldersTable } from "./HoldersTable.tsx";
import { ProjectRecords } from "./ProjectRecords.tsx";
import { ProjectTrade } from "./ProjectTrade.tsx";
import { projectStanding } from "./standing.ts";
import { StandingNotice } from "./StandingNotice.tsx";
import { projectText } from "./text.ts";

/** One project: what it says of itself, its charter in words, its epochs, its records, who holds its shares. */
export function ProjectPage() {
  const { id = "" } = useParams({ strict: false }) as { id?: string };
  const t = useWords(projectText);
  const { ledger } = useBooks();
  const project = /^\d{1,9}$/.test(id) ? ledger?.work.projects.get(Number(id) as ProjectId) : undefined;
  if (!ledger) return <Page title={t.title}><BooksGate>{() => null}</BooksGate></Page>;
  if (!project)
    return (
      <Page title={t.noProject}>
        <EmptyState sentence={t.noProjectHint(id)} action={<a className={buttonClass()} href="#/projects">{t.toProjects}</a>} />
      </Page>
    );
  return <Known key={project.id} project={project} />;
}

function Known({ project }: { project: Project }) {
  const t = useWords(projectText);
  const language = useLanguage();
  const { ledger, now } = useLedger();
  const { title, summary } = statementOf(project);
  const standing = projectStanding(ledger, project, now);
  const open = standing === "open" || standing === "closing";
  return (
    <Page title={title[language]} lead={<span className="num">{t.no(project.id)}</span>} aside={open && <Ways project={project} />}>
      <StandingNotice project={project} />
      <div className="grid gap-x-14 gap-y-10 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="min-w-0">
          <p className="prose font-serif text-[1.375rem] leading-relaxed">{summary[language]}</p>
          <StatementCheck project={project} />
          <div className="mt-8 lg:hidden">
            <EpochCard project={project} />
          </div>
          <div className="mt-10">
            <ProjectRecords project={project.id} />
            <EpochsTable project={project.id} />
            <HistoryRows project={project.id} />
            <HoldersTable project={project.id} />
            <ProjectTrade project={project.id} />
            <AmendmentRows project={project} />
            <CharterHistory project={project} />
            <ClosingPart project={project} />
          </div>
        </div>
        <div className="min-w-0">
          <div className="mb-10 hidden lg:block">
            <EpochCard project={project} />
          </div>
          <CharterFacts project={project} />
        </div>
      </div>
    </Page>
  );
}

/** Recording here, or reckoning first what it would give. */
function Ways({ project }: { project: Project }) {
  const t = useWords(projectText);
  return (
    <span className="flex flex-wrap items-center gap-x-5 gap-y-2">
      <a href={`#/what-if?project=${project.id}`} className="inline-flex min-h-11 items-center underline underline-offset-4">{t.whatIf}</a>
      <a href={`#/contribute/new?project=${project.id}`} className={buttonClass()}>{t.record}</a>
    </span>
  );
}

const said = { verified: "statementMatches", altered: "statementDiffers", unavailable: "statementUnavailable" } as const;

/** Whether the statement of the charter in force is what its digest says, and where to read it whole. */
function StatementCheck({ project }: { project: Project }) {
  const { ledger, now } = useLedger();
  const t = useWords(projectText);
  const { uri, statement, statementId } = charterIn(project, epochOf(ledger, now));
  const { reading } = useReading(uri, statement);
  const body = reading.is === "read" ? reading.document?.body : undefined;
  return (
    <>
      <p className="mt-3 flex flex-wrap items-center gap-x-3 text-sm text-ink-2">
        {reading.is === "read" && <span>{t[said[reading.outcome.is]]}</span>}
        <Hash hash={statement} label={t.digest} />
        <a href={`#/verify?q=${statement}`} className="inline-flex min-h-11 items-center underline underline-offset-4">
          {t.check}
        </a>
        {statementId !== null && (
          <a href={`#/s/${statementId}`} className="inline-flex min-h-11 items-center underline underline-offset-4">
            {t.readStatement}
          </a>
        )}
      </p>
      {statementId === null && body !== undefined && (
        <details>
          <summary className="inline-flex min-h-11 items-center text-sm underline underline-offset-4">{t.readStatement}</summary>
          <DocumentBody text={body} top={3} />
        </details>
      )}
    </>
  );
}
