import type { Explanation } from "#client/value/explain.ts";
import type { PendingWhy } from "#client/value/explainWaiting.ts";
import { projectWords } from "../../../shared/books/names.ts";
import { useLedger } from "../../../shared/books/books.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { formatMicro } from "../../../shared/language/numbers.ts";
import { formatMoment } from "../../../shared/language/time.ts";
import { Section } from "../../../shared/parts/Page.tsx";
import { LinkRow, Rows } from "../../../shared/parts/Row.tsx";
import { claimLink } from "../../people/claimWords.ts";
import { recordTitle } from "./recordTitle.ts";
import { whyText } from "./text.ts";

/** What is no share and no credit yet: records that wait, leaves that were not drawn, histories whose data was not opened. */
export function StillWaiting({ explanations }: { explanations: readonly Explanation[] }) {
  const t = useWords(whyText);
  const language = useLanguage();
  const { now } = useLedger();
  const [pending, leaves, unread] = [explanations.flatMap((one) => one.pending), explanations.flatMap((one) => one.leaves), explanations.flatMap((one) => one.unread)];
  if (pending.length + leaves.length + unread.length === 0) return null;
  const show = (micro: bigint) => formatMicro(micro, language);
  const moment = (at: number) => formatMoment(at, language, now);
  return (
    <Section title={t.waits} note={t.waitsNote}>
      <div className="max-w-2xl">
        <Rows label={t.waits}>
          {pending.map((one) => (
            <LinkRow key={one.claim.id} href={claimLink(one.claim)} title={recordTitle(one.claim, language)} note={`${projectWords(one.claim.project)[language]} · ${pendingWords(one, t, moment)}`} end={<span className="num text-ink-2">{t.claimed(show(one.part))}</span>} />
          ))}
          {leaves.map(({ lot }) => (
            <LinkRow key={`${lot.batch}.${lot.index}`} href={`#/batches/${lot.batch}`} title={t.history} note={`${projectWords(lot.project)[language]} · ${lot.state === "drawable" ? t.notDrawn : t.leafFrom(moment(lot.drawableFrom))}`} end={<span className="num text-ink-2">{t.leaf(show(lot.shares))}</span>} />
          ))}
          {unread.map((batch) => (
            <LinkRow key={batch.id} href={`#/batches/${batch.id}`} title={t.history} note={`${projectWords(batch.project)[language]} · ${t.unread}`} />
          ))}
        </Rows>
      </div>
    </Section>
  );
}

function pendingWords({ claim, answers, needed, sealable, until }: PendingWhy, t: (typeof whyText)["zh"], moment: (at: number) => string): string {
  if (!sealable) return t.void;
  if (claim.stage === "unconfirmed") return t.unconfirmed(moment(until));
  return needed === 0 ? t.nobodyAttests(moment(until)) : t.missing(answers.length, needed, moment(until));
}
