import { useParams } from "@tanstack/react-router";
import type { StatementId } from "#client/chain/ids.ts";
import { authorsOf } from "#client/work/mayReview.ts";
import { distributionOf, gradeOfStatement } from "#client/work/reviews.ts";
import { versionsOf } from "#client/work/versions.ts";
import type { StatementRecord } from "#client/work/types.ts";
import { BooksGate } from "../../../../shared/books/BooksGate.tsx";
import { useBooks, useLedger, useMe } from "../../../../shared/books/books.ts";
import { useLanguage, useWords } from "../../../../shared/language/language.ts";
import { formatDate } from "../../../../shared/language/time.ts";
import { buttonClass } from "../../../../shared/parts/Button.tsx";
import { EmptyState } from "../../../../shared/parts/EmptyState.tsx";
import { GradeMark } from "../../../../shared/parts/GradeMark.tsx";
import { Page } from "../../../../shared/parts/Page.tsx";
import { statementTitle, titleIn } from "../../../people/documents.ts";
import { MemberName } from "../../../people/MemberName.tsx";
import { memberWords } from "../../acts/names.ts";
import { AdoptCard } from "../review/AdoptCard.tsx";
import { ReviewPart } from "../review/ReviewPart.tsx";
import { statementText } from "../text.ts";
import { useReading } from "../useReading.ts";
import { CharterCompared } from "./CharterCompared.tsx";
import { DocumentView } from "./DocumentView.tsx";
import { StandingCard } from "./StandingCard.tsx";
import { Versions } from "./Versions.tsx";

/** One statement or article: what it says, how it stands, how it is reviewed. */
export function StatementPage() {
  const { id = "" } = useParams({ strict: false }) as { id?: string };
  const t = useWords(statementText);
  const { ledger } = useBooks();
  const record = ledger?.work.statements.get(id.toLowerCase() as StatementId);
  if (!ledger) return <Page title={t.statement}><BooksGate>{() => null}</BooksGate></Page>;
  if (!record)
    return (
      <Page title={t.noStatement}>
        <EmptyState sentence={t.noStatementHint} action={<a className={buttonClass()} href="#/statements">{t.toList}</a>} />
      </Page>
    );
  return <Known key={record.id} record={record} />;
}

function Known({ record }: { record: StatementRecord }) {
  const language = useLanguage();
  const me = useMe();
  const source = useReading(record.uri, record.document);
  const { reading } = source;
  const read = reading.is === "read" ? reading.document : null;
  const title = (titleIn(read) ?? statementTitle(record))[language];
  return (
    <Page title={title} heading={<Heading record={record} title={title} />} lead={<Lead record={record} />}>
      <div className="grid gap-x-14 gap-y-10 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="min-w-0">
          <DocumentView record={record} source={source} />
          {record.project !== null && (
            <div className="mt-10">
              <CharterCompared record={record} document={read} />
            </div>
          )}
          <Adopted record={record} />
          <ReviewPart record={record} />
        </div>
        <div className="order-first min-w-0 lg:order-none">
          <StandingCard record={record} title={title} />
          {me === record.proposer && <AdoptCard record={record} />}
          {record.project === null && (
            <div className="mt-10 hidden lg:block">
              <CharterCompared record={record} document={read} />
            </div>
          )}
        </div>
        <div className="min-w-0 lg:col-span-2">
          {record.project === null && (
            <div className="lg:hidden">
              <CharterCompared record={record} document={read} />
            </div>
          )}
          <Versions record={record} />
        </div>
      </div>
    </Page>
  );
}

function Heading({ record, title }: { record: StatementRecord; title: string }) {
  const { now } = useLedger();
  const grade = gradeOfStatement(record, now);
  if (grade === null || grade === "none") return title;
  return (
    <span className="flex items-center gap-4">
      <GradeMark grade={grade} size={48} />
      <span className="min-w-0">
        {title}
        <span className="sr-only">{` ${distributionOf(record.submissions.at(-1)!).sum} / 24`}</span>
      </span>
    </span>
  );
}

function Lead({ record }: { record: StatementRecord }) {
  const { ledger, now } = useLedger();
  const language = useLanguage();
  const t = useWords(statementText);
  const version = record.kind === "article" ? 1 : versionsOf(ledger, record).length;
  return (
    <span className="[text-autospace:no-autospace]">
      {record.kind === "article" ? t.article : t.statement}
      {version > 1 && ` · ${t.version(version)}`}
      {" · "}
      {authorsOf(record).map((member, place) => (
        <span key={member}>
          {place > 0 && (language === "zh" ? "、" : ", ")}
          <MemberName id={member} />
        </span>
      ))}
      {" · "}
      <span className="keep">{t.drafted(formatDate(record.draftedAt, language, now))}</span>
    </span>
  );
}

/** Whose comments on an earlier version the proposer says this one takes up. */
function Adopted({ record }: { record: StatementRecord }) {
  const { ledger } = useLedger();
  const language = useLanguage();
  const t = useWords(statementText);
  if (record.adopted.length === 0) return null;
  const names = [...new Set(record.adopted.map(({ reviewer }) => memberWords(ledger, reviewer)[language]))];
  return <p className="mt-8 text-ink-2">{t.adoptedBy(names.join(language === "zh" ? "、" : ", "))}</p>;
}
