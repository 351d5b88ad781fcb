import { epochStart } from "#client/chain/epoch.ts";
import { sumsOf } from "#client/work/sums.ts";
import type { Project } from "#client/work/types.ts";
import { useLedger } from "../../../shared/books/books.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { formatMicro } from "../../../shared/language/numbers.ts";
import { MoveTime } from "../../../shared/chain/TimeMachine.tsx";
import { Amount } from "../../../shared/parts/Amount.tsx";
import { Card } from "../../../shared/parts/Card.tsx";
import { Deadline } from "../../../shared/parts/Deadline.tsx";
import { MemberName } from "../../people/MemberName.tsx";
import { ShareBar } from "./ShareBar.tsx";
import { projectText } from "./text.ts";
import { attestersOf, epochNow, percentOf } from "./views.ts";

/** How the epoch under way stands: recorded, sealed, credit of the budget, who attests. */
export function EpochCard({ project }: { project: Project }) {
  const { ledger, now } = useLedger();
  const language = useLanguage();
  const t = useWords(projectText);
  const { epoch, recorded, records, sealed, seals } = epochNow(ledger, project.id, now);
  const { budget, direct, batchPart, total } = sumsOf(ledger, project.id, epoch);
  const left = budget > total ? budget - total : 0n;
  const rows = [
    { label: t.recorded, note: t.recordedNote(records), micro: recorded },
    { label: t.sealed, note: t.recordedNote(seals), micro: sealed },
    { label: t.direct, micro: direct },
    { label: t.batches, micro: batchPart },
    { label: t.left, micro: left },
  ];
  return (
    <Card>
      <h2 className="text-xl">{t.thisEpoch(epoch)}</h2>
      <p className="text-sm text-ink-2">
        <Deadline at={epochStart(ledger.clock.genesis, epoch + 1)} />
      </p>
      <MoveTime to={epochStart(ledger.clock.genesis, epoch + 1)} label={t.moveOn} />
      <p className="mt-4 flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="text-ink-2">{t.credit}</span>
        <span className="keep">
          <Amount micro={total} size="card" unit="credit" />
        </span>
      </p>
      <figure aria-label={t.barLabel(formatMicro(total, language), formatMicro(budget, language))}>
        <ShareBar part={total} whole={budget} />
        <figcaption className="mt-1 text-end text-sm text-ink-2">{t.ofBudget(percentOf(total, budget))}</figcaption>
      </figure>
      <table className="mt-2 w-full">
        <caption className="sr-only">{t.thisEpoch(epoch)}</caption>
        <thead className="sr-only">
          <tr>
            <th scope="col">{t.part}</th>
            <th scope="col">{t.amount}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, note, micro }) => (
            <tr key={label} className="border-t border-line">
              <th scope="row" className="py-2 text-start font-normal text-ink-2">
                {label}
                {note && <span className="num ms-2 text-sm">{note}</span>}
              </th>
              <td className="py-2 text-end">
                <Amount micro={micro} plain />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Attesters project={project} />
    </Card>
  );
}

function Attesters({ project }: { project: Project }) {
  const { ledger, now } = useLedger();
  const t = useWords(projectText);
  const attesters = attestersOf(ledger, project.id, now);
  return (
    <div className="border-t border-line pt-3">
      <h3 className="flex justify-between font-sans text-base font-normal text-ink-2">
        {t.enrolled} <span className="num">{attesters.length}</span>
      </h3>
      {attesters.length === 0 ? (
        <p className="mt-1">
          {t.enrolledNone}{" "}
          <a href="#/attest" className="inline-flex min-h-11 items-center underline underline-offset-4">
            {t.goAttest}
          </a>
        </p>
      ) : (
        <ul className="mt-1 flex flex-wrap gap-x-4 gap-y-1">
          {attesters.map((member) => (
            <li key={member}>
              <MemberName id={member} number={false} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
