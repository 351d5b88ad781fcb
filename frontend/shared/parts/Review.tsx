import type { ReactNode } from "react";
import { useWords } from "../language/language.ts";
import type { Piece } from "../language/words.ts";
import { ChevronDown } from "../look/icons.tsx";
import { Arrow } from "./Amount.tsx";
import { Hash } from "./Address.tsx";
import { Sentence } from "./Sentence.tsx";
import { partsText } from "./text.ts";

/** One thing that an act changes. */
export interface Change {
  label: string;
  before: string;
  after: string;
  /** In the hand of the value ledger. */
  value?: boolean;
  /** The sum in words: 6小时 × 每小时10 = 60. */
  sum?: string;
  /** What it cannot exceed, in words. */
  limit?: string;
  /** Parts of a whole, 0 to 1: what was, and what is added. */
  bar?: { before: number; added: number };
}

/** A condition or a cost: who has to do what by when, what is public for ever, what it costs. */
export interface Term {
  label: string;
  text: string;
}

/** A field as it is signed. Hashes are shortened and can be copied. */
export interface Detail {
  label: string;
  text: string;
  hash?: boolean;
}

/** What a review sheet says of an act before it is signed. */
export interface Explanation {
  sentence: string | readonly Piece[];
  /** Where one act does several things, each in words. */
  parts?: readonly string[];
  changes: readonly Change[];
  terms: readonly Term[];
  details: readonly Detail[];
  /** A short hint beside the word “details”, the digest for example. */
  detailHint?: string;
}

/** The body of a review: sentence, what changes, terms and cost, details. Values only; it could be drawn on paper. `children`: a choice that the act still needs. */
export function Review({ explanation, children }: { explanation: Explanation; children?: ReactNode }) {
  const t = useWords(partsText);
  return (
    <>
      <p className="pt-1 pb-5 font-serif text-[1.5rem] leading-normal">
        <Sentence pieces={explanation.sentence} />
      </p>
      {children}
      {explanation.parts && (
        <ol className="list-decimal border-t border-line py-2 ps-6 marker:text-ink-2">
          {explanation.parts.map((part, at) => <li key={at} className="py-1.5 ps-1 leading-snug">{part}</li>)}
        </ol>
      )}
      {explanation.changes.length > 0 && (
        <Block label={t.reviewChanges}>
          {explanation.changes.map((change) => (
            <ChangeRow key={change.label} change={change} />
          ))}
        </Block>
      )}
      {explanation.terms.length > 0 && (
        <Block label={t.reviewTerms}>
          <dl>
            {explanation.terms.map((term) => (
              <div key={term.label} className="flex items-baseline justify-between gap-4 py-2">
                <dt className="shrink-0 text-ink-2">{term.label}</dt>
                <dd className="text-end">{term.text}</dd>
              </div>
            ))}
          </dl>
        </Block>
      )}
      {explanation.details.length > 0 && <Details details={explanation.details} hint={explanation.detailHint} />}
    </>
  );
}

function Block({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section aria-label={label} className="border-t border-line py-3">
      {children}
    </section>
  );
}

function ChangeRow({ change }: { change: Change }) {
  const t = useWords(partsText);
  const hand = change.value ? "num font-figures font-bold text-value" : "num";
  return (
    <div className="py-2">
      <p className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="text-ink-2">{change.label}</span>
        <span className="keep ms-auto inline-flex items-baseline gap-2">
          <span className={`${hand} ${change.value ? "text-xl" : ""}`}>{change.before}</span>
          <Arrow label={t.becomes} />
          <span className={`${hand} font-bold ${change.value ? "text-2xl leading-none" : ""}`}>{change.after}</span>
        </span>
      </p>
      {(change.sum || change.limit) && (
        <p className="flex flex-wrap justify-between gap-x-4 text-sm text-ink-2">
          <span>{change.sum}</span>
          <span>{change.limit}</span>
        </p>
      )}
      {change.bar && <Bar {...change.bar} />}
    </div>
  );
}

/** What was and what is added, as parts of what is possible. The words above say the same. */
function Bar({ before, added }: { before: number; added: number }) {
  const percent = (part: number) => `${Math.min(100, Math.max(0, part * 100))}%`;
  return (
    <div aria-hidden="true" className="mt-2.5 mb-1 flex h-2 gap-0.5 overflow-hidden rounded-sm bg-well">
      <span className="bg-value-mid" style={{ width: percent(before) }} />
      <span className="bg-value" style={{ width: percent(added) }} />
    </div>
  );
}

function Details({ details, hint }: { details: readonly Detail[]; hint?: string }) {
  const t = useWords(partsText);
  return (
    <details className="group border-t border-line">
      <summary className="flex min-h-12 list-none items-center gap-3 [&::-webkit-details-marker]:hidden">
        <span>{t.details}</span>
        {hint && <span className="min-w-0 truncate text-sm text-ink-3">{hint}</span>}
        <ChevronDown className="ms-auto group-open:rotate-180" />
      </summary>
      <dl className="pb-2">
        {details.map((detail) => (
          <div key={detail.label} className="flex flex-wrap items-baseline justify-between gap-x-4 py-1 text-sm">
            <dt className="text-ink-2">{detail.label}</dt>
            <dd className="min-w-0 text-end">{detail.hash ? <Hash hash={detail.text} label={detail.label} /> : detail.text}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
