import { useMemo } from "react";
import { type Change, diffDocuments, isUnchanged, type Run } from "#client/work/statement/diff.ts";
import { keyWords } from "#client/work/statement/keys.ts";
import type { StatementRecord } from "#client/work/types.ts";
import { useLanguage, useWords } from "../../../../shared/language/language.ts";
import { Skeleton } from "../../../../shared/parts/Skeleton.tsx";
import { statementText } from "../text.ts";
import { useReading } from "../useReading.ts";

/** What changed between two versions: the head entry by entry, the text paragraph by paragraph. Only verified texts are compared. */
export function DiffOf({ from, to }: { from: StatementRecord; to: StatementRecord }) {
  const t = useWords(statementText);
  const [one, other] = [useReading(from.uri, from.document).reading, useReading(to.uri, to.document).reading];
  const [before, after] = [one.is === "read" ? one.document : null, other.is === "read" ? other.document : null];
  const diff = useMemo(() => (before && after ? diffDocuments(before, after) : null), [before, after]);
  if (one.is === "reading" || other.is === "reading") return <Skeleton rows={2} label={t.reading} />;
  if (!diff) return <p className="mt-4">{t.diffUnread}</p>;
  if (isUnchanged(diff)) return <p className="mt-4">{t.diffSame}</p>;
  const head = diff.head.filter(({ is }) => is !== "same");
  return (
    <>
      {head.length > 0 && (
        <>
          <h3 className="mt-6 text-lg">{t.diffHead}</h3>
          <dl className="mt-2">
            {head.map((change) => (
              <Entry key={change.key} name={change.key} change={change} />
            ))}
          </dl>
        </>
      )}
      <h3 className="mt-6 text-lg">{t.diffBody}</h3>
      <div className="mt-2 rounded-md bg-sheet p-5">
        {diff.body.map((change, place) =>
          change.is === "same" ? (
            <SameText key={place} text={change.runs.map(({ text }) => text).join("")} />
          ) : (
            <p key={place} className="my-2 whitespace-pre-wrap">
              <Runs runs={change.runs} />
            </p>
          ),
        )}
      </div>
    </>
  );
}

function Entry({ name, change }: { name: string; change: Change }) {
  const language = useLanguage();
  return (
    <div className="border-t border-line py-2">
      <dt className="text-sm text-ink-2">{keyWords(name)[language]}</dt>
      <dd className="whitespace-pre-wrap">
        <Runs runs={change.runs} />
      </dd>
    </div>
  );
}

/** A paragraph that stayed: its beginning is enough to find one's place. */
function SameText({ text }: { text: string }) {
  const letters = [...text];
  return <p className="my-2 text-sm text-ink-3">{letters.length > 60 ? `${letters.slice(0, 60).join("")}…` : text}</p>;
}

/** Added is underlined twice and set bold, removed is struck through; both are said aloud as well. Never by colour. */
function Runs({ runs }: { runs: readonly Run[] }) {
  const t = useWords(statementText);
  return runs.map(({ is, text }, place) => {
    if (is === "same") return <span key={place}>{text}</span>;
    if (is === "added")
      return (
        <ins key={place} className="bg-well font-semibold decoration-double underline-offset-4">
          <span className="sr-only">{`[${t.added} `}</span>
          {text}
          <span className="sr-only">]</span>
        </ins>
      );
    return (
      <del key={place} className="text-ink-2">
        <span className="sr-only">{`[${t.removed} `}</span>
        {text}
        <span className="sr-only">]</span>
      </del>
    );
  });
}
