import type { MemberId, ProjectId } from "#client/chain/ids.ts";
import { epochOf } from "#client/chain/clock.ts";
import type { RecordPreview } from "#client/work/preview.ts";
import { shareOut } from "#client/work/split.ts";
import { statementOf } from "#client/work/statements.ts";
import { earnedBy, stopOf } from "#client/work/sums.ts";
import type { Kind, Part } from "#client/work/types.ts";
import { useLedger } from "../../../shared/books/books.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { formatMicro } from "../../../shared/language/numbers.ts";
import { Amount } from "../../../shared/parts/Amount.tsx";
import { Notice } from "../../../shared/parts/Notice.tsx";
import { unitWords } from "../../people/claimWords.ts";
import { memberWords } from "../acts/names.ts";
import { recordText } from "./text.ts";

/** What the draft would come to, as the contract would count it now: value, attesters, and what would be refused. */
export function PreviewCard({ preview, project, kind, quantity, me, split }: {
  preview: RecordPreview | null;
  project: ProjectId | null;
  kind: Kind | null;
  quantity: number | null;
  me: MemberId | null;
  /** Null while a row is not filled in. */
  split: readonly Part[] | null;
}) {
  const { ledger, now } = useLedger();
  const language = useLanguage();
  const t = useWords(recordText);
  const whole = preview && project !== null && kind !== null && quantity !== null;
  const show = (micro: bigint) => formatMicro(micro, language);
  const shares = preview && split && split.length > 0 ? shareOut(split.map(({ parts }) => parts), preview.value) : null;
  const mine = preview && (shares ? shares[0]! : preview.value);
  const epoch = epochOf(ledger, now);
  const over = preview && me !== null && project !== null && mine !== null && earnedBy(ledger, project, epoch, me) + mine > stopOf(ledger, preview.budget, epoch);
  return (
    <section aria-live="polite" aria-label={t.preview} className="rounded-md bg-sheet p-5">
      <h2 className="text-lg">{t.preview}</h2>
      {!whole && <p className="mt-1 text-sm text-ink-3">{t.previewNone}</p>}
      {whole && preview.rate > 0n && (
        <>
          <p className="mt-2">
            <Amount micro={preview.value} size="card" unit="credit" />
          </p>
          <p className="num text-sm text-ink-2">{t.sum(unitWords(quantity, statementOf(ledger.work.projects.get(project)!).units[kind], language), show(preview.rate))}</p>
          {shares && split && (
            <ul className="mt-2 text-sm text-ink-2">
              {split.map((part, place) => (
                <li key={part.member}>{part.parts === 0 ? t.onlyConfirms(memberWords(ledger, part.member)[language]) : t.shareOf(part.member === me ? t.me : memberWords(ledger, part.member)[language], show(shares[place]!))}</li>
              ))}
            </ul>
          )}
          {over && <p className="mt-1 text-sm text-ink-2">{t.afterStop}</p>}
        </>
      )}
      {whole && preview.obstacle === null && (
        <dl className="mt-3 border-t border-line pt-3">
          <Line label={t.attesters} text={t.attestersOf(preview.needed, preview.free)} />
          <Line label={t.cost} text={show(preview.cost)} />
          {preview.tier > preview.needed && <p className="text-sm text-ink-3">{t.tier(preview.tier)}</p>}
        </dl>
      )}
      {whole && <a href={`#/what-if?project=${project}&kind=${kind}&quantity=${quantity}`} className="mt-2 inline-flex min-h-11 items-center text-sm underline underline-offset-4">{t.whatIf}</a>}
      {whole && preview.obstacle !== null && <div className="mt-3"><Notice>{obstacleWords(preview, t, show)}</Notice></div>}
    </section>
  );
}

function Line({ label, text }: { label: string; text: string }) {
  return (
    <div className="flex items-baseline justify-between gap-4 py-1">
      <dt className="text-sm text-ink-2">{label}</dt>
      <dd className="num text-end">{text}</dd>
    </div>
  );
}

/** Why it would be refused, in words. */
export function obstacleWords(preview: RecordPreview, t: (typeof recordText)["zh"], show: (micro: bigint) => string): string {
  if (preview.obstacle === "ValueOutOfBounds") return t.obstacle.ValueOutOfBounds(show(preview.budget));
  if (preview.obstacle === "NobodyCouldAttest") return t.obstacle.NobodyCouldAttest(show(preview.limit));
  return preview.obstacle === null ? "" : t.obstacle[preview.obstacle];
}
