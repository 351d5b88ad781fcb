import { finalAt } from "#client/chain/epoch.ts";
import { stageOf } from "#client/work/stage.ts";
import type { BatchClaim } from "#client/work/types.ts";
import { useLedger } from "../../../shared/books/books.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { formatMoment } from "../../../shared/language/time.ts";
import { MoveTime } from "../../../shared/chain/TimeMachine.tsx";
import { Amount } from "../../../shared/parts/Amount.tsx";
import { buttonClass } from "../../../shared/parts/Button.tsx";
import { Card } from "../../../shared/parts/Card.tsx";
import { Deadline } from "../../../shared/parts/Deadline.tsx";
import { situationText } from "../../people/situationText.ts";
import { batchText } from "./text.ts";

/** What was claimed for a history, what counts of it, and where it stands. */
export function BatchCard({ batch }: { batch: BatchClaim }) {
  const { ledger, now } = useLedger();
  const language = useLanguage();
  const t = useWords(batchText);
  const words = useWords(situationText);
  const { situation, until } = stageOf(ledger, batch, now);
  const pending = batch.stage === "pending";
  const final = finalAt(ledger.clock.genesis, batch.epoch);
  return (
    <Card>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 className="text-xl first-letter:uppercase">{words[situation]}</h2>
        {until !== null && <Deadline at={until} />}
      </div>
      <dl className="mt-4 grid gap-x-8 gap-y-3 sm:grid-cols-2">
        <div>
          <dt className="text-sm text-ink-2">{t.sum}</dt>
          <dd>
            <Amount micro={batch.sum} size="card" plain />
          </dd>
        </div>
        <div>
          <dt className="text-sm text-ink-2">{pending ? t.credit : t.creditInForce}</dt>
          <dd>
            <Amount micro={pending ? batch.value : batch.inForce} size="card" unit="credit" plain={pending} />
          </dd>
        </div>
      </dl>
      {situation === "final" && <p className="mt-3 text-ink-2">{t.final}</p>}
      {(situation === "standing" || situation === "window" || situation === "round") && (
        <>
          <p className="mt-3 text-ink-2">
            {t.finalFrom}{language === "zh" ? "：" : ": "}<span className="keep">{formatMoment(final, language, now)}</span>
          </p>
          <MoveTime to={final} label={t.moveToFinal} />
        </>
      )}
      {situation === "waiting" && (
        <p className="mt-4 flex flex-wrap items-center justify-between gap-3">
          <span className="text-ink-2">{t.answersNeeded(batch.answers.length, batch.needed)}</span>
          <a href={`#/c/${batch.id}`} className={buttonClass("second", true)}>
            {t.answerIt}
          </a>
        </p>
      )}
    </Card>
  );
}
