import { useParams } from "@tanstack/react-router";
import { statementOf } from "#client/work/statements.ts";
import type { BatchClaim } from "#client/work/types.ts";
import { BooksGate } from "../../../shared/books/BooksGate.tsx";
import { useBooks, useLedger } from "../../../shared/books/books.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { formatDate } from "../../../shared/language/time.ts";
import { buttonClass } from "../../../shared/parts/Button.tsx";
import { EmptyState } from "../../../shared/parts/EmptyState.tsx";
import { Page } from "../../../shared/parts/Page.tsx";
import { MemberName } from "../../people/MemberName.tsx";
import { BatchAnswers } from "./BatchAnswers.tsx";
import { BatchCard } from "./BatchCard.tsx";
import { BatchData } from "./BatchData.tsx";
import { BatchFacts } from "./BatchFacts.tsx";
import { Bindings } from "./Bindings.tsx";
import { useHistories } from "./histories.ts";
import { batchById } from "./leafRows.ts";
import { Leaves } from "./Leaves.tsx";
import { batchText } from "./text.ts";
import { ThisIsMe } from "./ThisIsMe.tsx";

/** One imported history: what was posted, its data rebuilt and compared, its leaves and whose they are. */
export function BatchPage() {
  const { id = "" } = useParams({ strict: false }) as { id?: string };
  const t = useWords(batchText);
  const { ledger } = useBooks();
  const batch = ledger && batchById(ledger, id);
  if (!ledger) return <Page title={t.title}><BooksGate>{() => null}</BooksGate></Page>;
  if (!batch)
    return (
      <Page title={t.noBatch}>
        <EmptyState sentence={t.noBatchHint} action={<a className={buttonClass()} href="#/batches">{t.toBatches}</a>} />
      </Page>
    );
  return <Known key={batch.id} batch={batch} />;
}

function Known({ batch }: { batch: BatchClaim }) {
  const { ledger, now } = useLedger();
  const language = useLanguage();
  const t = useWords(batchText);
  const project = ledger.work.projects.get(batch.project);
  const history = useHistories().get(batch.id);
  return (
    <Page
      title={t.of(project ? statementOf(project).title[language] : String(batch.project))}
      lead={
        <span className="[text-autospace:no-autospace]">
          {t.postedBy} <MemberName id={batch.by} /> · {formatDate(batch.madeAt, language, now)}
        </span>
      }
    >
      <div className="grid gap-x-14 gap-y-10 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="min-w-0">
          <BatchCard batch={batch} />
          <div className="mt-10">
            <BatchData batch={batch} />
            <ThisIsMe batch={batch} history={history} />
            {history && <Leaves batch={batch} history={history} />}
          </div>
        </div>
        <div className="min-w-0">
          <BatchFacts batch={batch} />
          <BatchAnswers batch={batch} />
          <Bindings project={batch.project} />
        </div>
      </div>
    </Page>
  );
}
