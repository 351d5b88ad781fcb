import { useDeferredValue, useMemo } from "react";
import { plainText } from "#client/chain/plain.ts";
import { findNear, printOf } from "#client/work/statement/near.ts";
import type { AnyDocument } from "#client/work/statement/format.ts";
import { documentInside } from "#client/work/statements.ts";
import { useLedger } from "../../../../shared/books/books.ts";
import { useLanguage, useWords } from "../../../../shared/language/language.ts";
import { documentAt, titleIn } from "../../../people/documents.ts";
import { versionsOf } from "#client/work/versions.ts";
import type { Ledger } from "#client/ledger.ts";
import type { StatementId } from "#client/chain/ids.ts";
import { writeText } from "./text.ts";

/** A document that is here already, and where it is read. */
interface Known {
  readonly document: AnyDocument;
  readonly href: string;
}

const prints = new WeakMap<AnyDocument, ReturnType<typeof printOf>>();
const printed = (document: AnyDocument) => {
  const before = prints.get(document) ?? printOf(document);
  prints.set(document, before);
  return before;
};

/** Everything of the same kind that can be read without asking anybody, less the versions that this one improves upon and what is said of the project that it amends. */
function knownDocuments(ledger: Ledger, is: AnyDocument["is"], previous: StatementId | null, amends: number | null): Known[] {
  const earlier = previous === null ? undefined : ledger.work.statements.get(previous);
  const own = new Set(earlier ? versionsOf(ledger, earlier).map(({ id }) => id) : []);
  const found: Known[] = [];
  for (const record of ledger.work.statements.values()) {
    const same = own.has(record.id) || (amends !== null && (record.project === amends || record.admittedAs === amends));
    const document = record.kind === is && !same ? documentAt(record) : null;
    if (document) found.push({ document, href: `#/s/${record.id}` });
  }
  if (is === "statement")
    for (const project of ledger.work.projects.values()) {
      const document = documentInside(project.uri, project.statement);
      const known = found.some((other) => other.document.body === document?.body);
      if (document && !known && project.id !== amends) found.push({ document, href: `#/p/${project.id}` });
    }
  return found;
}

/** What is much like this document, most alike first, with the paragraphs that stand there too. */
export function NearList({ document: now, previous, amends }: { document: AnyDocument | null; previous: StatementId | null; amends: number | null }) {
  const { ledger } = useLedger();
  const language = useLanguage();
  const t = useWords(writeText);
  // Comparing waits until the writer pauses.
  const document = useDeferredValue(now);
  const near = useMemo(() => {
    if (!document) return null;
    const known = knownDocuments(ledger, document.is, previous, amends);
    const places = new Map(known.map((one) => [one.document, one.href]));
    return findNear(document, known.map((one) => one.document), printed).map((found) => ({ ...found, href: places.get(found.document)! }));
  }, [document, ledger, previous, amends]);
  if (near === null) return null;
  if (near.length === 0) return <p className="text-sm text-ink-2">{t.nearNone}</p>;
  return (
    <section aria-label={t.near} className="rounded-md bg-well p-5">
      <h2 className="text-lg">{t.near}</h2>
      <p className="text-sm text-ink-2">{t.nearHint}</p>
      <ul className="mt-2">
        {near.slice(0, 5).map(({ document: other, likeness, parts, href }) => (
          <li key={href} className="py-1">
            <a href={href} className="inline-flex min-h-11 items-center underline underline-offset-4">
              {titleIn(other)?.[language]}
            </a>
            <span className="num ms-2 text-sm">{t.nearRow(Math.floor(likeness * 100))}</span>
            {parts.slice(0, 2).map((part) => (
              <p key={part} className="text-sm text-ink-2">
                “{plainText(part, 80)}”
              </p>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
