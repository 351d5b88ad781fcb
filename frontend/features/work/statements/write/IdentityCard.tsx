import { MOST_BYTES } from "#client/work/statement/canonical.ts";
import { useLanguage, useWords } from "../../../../shared/language/language.ts";
import { formatWhole } from "../../../../shared/language/numbers.ts";
import type { Composed } from "./writing.ts";
import { writeText } from "./text.ts";

/** Size, digest and CID of the document as it stands, and its text by numbered lines. */
export function IdentityCard({ composed }: { composed: Composed }) {
  const language = useLanguage();
  const t = useWords(writeText);
  const { bytes, digest, cid, text } = composed;
  return (
    <section aria-label={t.identity} className="rounded-md bg-sheet p-5">
      <h2 className="text-lg">{t.identity}</h2>
      <dl className="mt-2 text-sm">
        <Line label={t.size}>
          <span className="num">{t.sizeOf(formatWhole(bytes.length, language), formatWhole(MOST_BYTES, language))}</span>
        </Line>
        <Line label={t.digest}>
          <span className="font-mono break-all">{digest}</span>
        </Line>
        <Line label={t.cid}>
          <span className="font-mono break-all">{cid}</span>
        </Line>
      </dl>
      <p className="mt-2 text-sm text-ink-3">{t.identityHint}</p>
      <details>
        <summary className="inline-flex min-h-11 items-center text-sm underline underline-offset-4">{t.source}</summary>
        <ol aria-label={t.sourceLabel} className="list-decimal ps-9 font-mono text-sm text-ink-2">
          {text.replace(/\n$/, "").split("\n").map((line, place) => (
            <li key={place} className="whitespace-pre-wrap">
              {line || " "}
            </li>
          ))}
        </ol>
      </details>
    </section>
  );
}

function Line({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div className="py-1">
      <dt className="text-ink-2">{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
