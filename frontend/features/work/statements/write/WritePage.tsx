import { useSearch } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { epochOf } from "#client/chain/clock.ts";
import { isHash, type ProjectId, type StatementId } from "#client/chain/ids.ts";
import { charterIn } from "#client/work/charters.ts";
import { BooksGate } from "../../../../shared/books/BooksGate.tsx";
import { useBooks, useLedger, useMe } from "../../../../shared/books/books.ts";
import { projectWords } from "../../../../shared/books/names.ts";
import { useLanguage, useWords } from "../../../../shared/language/language.ts";
import { Page } from "../../../../shared/parts/Page.tsx";
import { Skeleton } from "../../../../shared/parts/Skeleton.tsx";
import { begin, type Start, type Wanted } from "./begin.ts";
import { writeText } from "./text.ts";
import { WriteForm } from "./WriteForm.tsx";

/** Where a statement is written: a new one, an amendment (`?amends=`), or the next version of one (`?previous=`). */
export function WritePage() {
  const t = useWords(writeText);
  const language = useLanguage();
  const { ledger } = useBooks();
  const asked = useSearch({ strict: false }) as { amends?: unknown; previous?: unknown };
  const previous = isHash(asked.previous) ? (asked.previous.toLowerCase() as StatementId) : null;
  const before = previous && ledger?.work.statements.get(previous);
  const given = typeof asked.amends === "number" && ledger?.work.projects.has(asked.amends as ProjectId) ? (asked.amends as ProjectId) : null;
  const amends = before ? before.project : given;
  const title = before ? t.nextTitle : amends !== null ? t.amendTitle(projectWords(amends)[language]) : t.newStatement;
  return (
    <Page title={title} lead={amends !== null ? t.amendLead : t.lead}>
      <BooksGate>{() => <Loaded is="statement" wanted={{ amends, previous: before ? previous : null }} />}</BooksGate>
    </Page>
  );
}

/** Where an article of concurrent learning is written. */
export function ArticlePage() {
  const t = useWords(writeText);
  return (
    <Page title={t.newArticle} lead={t.articleLead}>
      <BooksGate>{() => <Loaded is="article" wanted={{ amends: null, previous: null }} />}</BooksGate>
    </Page>
  );
}

function Loaded({ is, wanted }: { is: "statement" | "article"; wanted: Wanted }) {
  const { ledger, now } = useLedger();
  const me = useMe();
  const language = useLanguage();
  const [start, setStart] = useState<Start | null>(null);
  useEffect(() => {
    let gone = false;
    void begin(is, wanted, ledger, me, now, language).then((found) => !gone && setStart((before) => before ?? found));
    return () => {
      gone = true;
    };
    // eslint-disable-next-line react/exhaustive-deps -- a form begins once; the books go on
  }, []);
  const project = wanted.amends === null ? undefined : ledger.work.projects.get(wanted.amends);
  return start ? <WriteForm is={is} wanted={wanted} start={start} live={project ? charterIn(project, epochOf(ledger, now)) : null} /> : <Skeleton rows={4} />;
}
