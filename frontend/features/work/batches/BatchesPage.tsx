import { statementOf } from "#client/work/statements.ts";
import { stageOf } from "#client/work/stage.ts";
import type { BatchClaim } from "#client/work/types.ts";
import { BooksGate } from "../../../shared/books/BooksGate.tsx";
import { useLedger } from "../../../shared/books/books.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { formatDate } from "../../../shared/language/time.ts";
import { Amount } from "../../../shared/parts/Amount.tsx";
import { Button } from "../../../shared/parts/Button.tsx";
import { useCopy } from "../../../shared/parts/copy.ts";
import { EmptyState } from "../../../shared/parts/EmptyState.tsx";
import { Page } from "../../../shared/parts/Page.tsx";
import { LinkRow, Rows } from "../../../shared/parts/Row.tsx";
import { MemberName } from "../../people/MemberName.tsx";
import { situationText } from "../../people/situationText.ts";
import { batchText } from "./text.ts";

/** All imported histories. */
export function BatchesPage() {
  const t = useWords(batchText);
  return (
    <Page title={t.title} lead={t.lead}>
      <BooksGate>{() => <Batches />}</BooksGate>
    </Page>
  );
}

function Batches() {
  const { ledger } = useLedger();
  const t = useWords(batchText);
  const batches = [...ledger.work.claims.values()].filter((claim): claim is BatchClaim => claim.lane === "batch").sort((a, b) => b.madeAt - a.madeAt);
  if (batches.length === 0) return <Empty />;
  return (
    <Rows label={t.title}>
      {batches.map((batch) => (
        <BatchRow key={batch.id} batch={batch} />
      ))}
    </Rows>
  );
}

function BatchRow({ batch }: { batch: BatchClaim }) {
  const { ledger, now } = useLedger();
  const language = useLanguage();
  const t = useWords(batchText);
  const words = useWords(situationText);
  const project = ledger.work.projects.get(batch.project);
  const drawn = ledger.value.drawnCounts.get(batch.id) ?? 0;
  const pending = batch.stage === "pending";
  return (
    <LinkRow
      href={`#/batches/${batch.id}`}
      title={t.of(project ? statementOf(project).title[language] : String(batch.project))}
      note={
        <>
          <MemberName id={batch.by} link={false} number={false} /> · {formatDate(batch.madeAt, language, now)}
          {drawn > 0 && ` · ${t.leavesDrawn(drawn)}`}
        </>
      }
      end={
        <span className="shrink-0 text-end">
          <Amount micro={pending ? batch.value : batch.inForce} unit="credit" size="row" plain={pending} />
          <span className="block text-sm text-ink-2">{words[stageOf(ledger, batch, now).situation]}</span>
        </span>
      }
    />
  );
}

const command = "npm run -s coop -- import PATH --project ID";

function Empty() {
  const t = useWords(batchText);
  const { done, copy } = useCopy(command);
  return (
    <>
      <EmptyState sentence={t.empty} hint={t.emptyHint} />
      <pre className="mb-4 rounded-md bg-sheet p-4 font-mono text-sm whitespace-pre-wrap">{command}</pre>
      <Button onClick={copy}>{done ? t.copied : t.copyCommand}</Button>
    </>
  );
}
