import type { StatementId } from "#client/chain/ids.ts";
import { statementStageOf } from "#client/work/statementStage.ts";
import { useLedger } from "../../../../shared/books/books.ts";
import { useWords } from "../../../../shared/language/language.ts";
import { Button } from "../../../../shared/parts/Button.tsx";
import { Card } from "../../../../shared/parts/Card.tsx";
import { proposeSubmit, statementLink } from "../acts/stages.ts";
import { statementText } from "../text.ts";
import { writeText } from "./text.ts";

/** After the draft is on chain: the next step of the same flow. */
export function DraftedCard({ id, article, onAgain }: { id: StatementId; article: boolean; onAgain: () => void }) {
  const { ledger, now } = useLedger();
  const t = useWords(writeText);
  const s = useWords(statementText);
  const record = ledger.work.statements.get(id);
  const draft = record && statementStageOf(record, now).stage === "draft";
  return (
    <Card className="max-w-160">
      <div role="status">
        <h2 className="text-xl">{article ? t.published : draft === false ? s.submitDone : t.drafted}</h2>
        {!article && draft && <p className="prose mt-1 text-ink-2">{t.draftedHint}</p>}
      </div>
      <div className="mt-5 flex flex-wrap items-center gap-x-6 gap-y-3">
        {!article && record && draft && <Button onClick={() => proposeSubmit(ledger, record, now)}>{s.submit}</Button>}
        <a href={statementLink(id)} className="inline-flex min-h-11 items-center underline underline-offset-4">
          {t.toIt}
        </a>
        <Button look="text" onClick={onAgain}>
          {t.another}
        </Button>
      </div>
    </Card>
  );
}
