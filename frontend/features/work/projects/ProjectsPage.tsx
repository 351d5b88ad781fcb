import { epochOf } from "#client/chain/clock.ts";
import { charterIn } from "#client/work/charters.ts";
import { statementOf } from "#client/work/statements.ts";
import { enrolledIn } from "#client/work/sums.ts";
import type { Project } from "#client/work/types.ts";
import { BooksGate } from "../../../shared/books/BooksGate.tsx";
import { useBooks, useLedger } from "../../../shared/books/books.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { Amount } from "../../../shared/parts/Amount.tsx";
import { buttonClass } from "../../../shared/parts/Button.tsx";
import { Card } from "../../../shared/parts/Card.tsx";
import { EmptyState } from "../../../shared/parts/EmptyState.tsx";
import { Page } from "../../../shared/parts/Page.tsx";
import { projectStanding } from "./standing.ts";
import { ShareBar } from "./ShareBar.tsx";
import { projectText } from "./text.ts";
import { creditNow, issuedBy } from "./views.ts";

/** All projects: what each is, and how its epoch stands. */
export function ProjectsPage() {
  const t = useWords(projectText);
  const projects = useBooks().ledger?.work.projects;
  return (
    <Page title={t.title} lead={projects && projects.size > 0 && t.lead(projects.size)} aside={<a href="#/statements" className={buttonClass("second")}>{t.toStatements}</a>}>
      <BooksGate>{() => <Projects />}</BooksGate>
    </Page>
  );
}

function Projects() {
  const { ledger } = useLedger();
  const t = useWords(projectText);
  const projects = [...ledger.work.projects.values()];
  if (projects.length === 0) return <EmptyState sentence={t.empty} hint={t.emptyHint} action={<a href="#/members" className={buttonClass()}>{t.toMembers}</a>} />;
  return (
    <ul className="grid gap-5 md:grid-cols-2">
      {projects.map((project) => (
        <li key={project.id} className="[&>section]:h-full">
          <ProjectCard project={project} />
        </li>
      ))}
    </ul>
  );
}

function ProjectCard({ project }: { project: Project }) {
  const { ledger, now } = useLedger();
  const language = useLanguage();
  const t = useWords(projectText);
  const { title, summary } = statementOf(project);
  const standing = projectStanding(ledger, project, now);
  const credit = creditNow(ledger, project.id, now);
  const { budget } = charterIn(project, epochOf(ledger, now));
  return (
    <Card>
      <div className="flex h-full flex-col">
        <h2 className="text-xl">
          <a href={`#/p/${project.id}`} className="-my-2 inline-flex min-h-11 items-center underline decoration-1 underline-offset-4 hover:decoration-2">
            {title[language]}
          </a>
          <span className="num ms-2 font-sans text-sm font-normal text-ink-3">{t.no(project.id)}</span>
        </h2>
        {standing !== "open" && <p className="text-sm font-semibold">{standing === "notLive" ? t.notLiveShort(project.fromEpoch) : standing === "closing" ? t.closingShort(project.closing!.fromEpoch) : t.closedShort}</p>}
        <p className="prose mt-1 mb-5 line-clamp-3 text-ink-2">{summary[language]}</p>
        <div className="mt-auto">
          <p className="flex flex-wrap items-baseline justify-between gap-x-4">
            <span className="text-ink-2">{t.creditSoFar}</span>
            <span className="keep">
              <Amount micro={credit} size="row" /> <span className="text-ink-2">/</span> <Amount micro={budget} plain />
            </span>
          </p>
          <ShareBar part={credit} whole={budget} />
          <p className="mt-2 flex flex-wrap justify-between gap-x-4 text-sm text-ink-2">
            <span>
              {t.sharesAll} <Amount micro={issuedBy(ledger, project.id)} unit="shares" plain />
            </span>
            <span className="num">{t.attesters(enrolledIn(ledger, project.id, epochOf(ledger, now)))}</span>
          </p>
        </div>
      </div>
    </Card>
  );
}
