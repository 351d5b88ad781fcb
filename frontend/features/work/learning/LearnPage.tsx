import { plainText } from "#client/chain/plain.ts";
import { authorsOf } from "#client/work/mayReview.ts";
import { gradeOfStatement } from "#client/work/reviews.ts";
import type { StatementRecord } from "#client/work/types.ts";
import { articlesOf, recommendedArticles } from "#client/work/versions.ts";
import { BooksGate } from "../../../shared/books/BooksGate.tsx";
import { useLedger, useMe } from "../../../shared/books/books.ts";
import { languageTag, useLanguage, useWords } from "../../../shared/language/language.ts";
import { buttonClass } from "../../../shared/parts/Button.tsx";
import { Card } from "../../../shared/parts/Card.tsx";
import { EmptyState } from "../../../shared/parts/EmptyState.tsx";
import { type Grade, GradeMark } from "../../../shared/parts/GradeMark.tsx";
import { Page, Section } from "../../../shared/parts/Page.tsx";
import { Rows } from "../../../shared/parts/Row.tsx";
import { documentAt } from "../../people/documents.ts";
import { MemberName } from "../../people/MemberName.tsx";
import { statementLink } from "../statements/acts/stages.ts";
import { StatementRow } from "../statements/list/StatementRow.tsx";
import { useTitle } from "../statements/useTitle.ts";
import { learnText } from "./text.ts";

/** Concurrent learning: what was recommended, and everything that was written. */
export function LearnPage() {
  const t = useWords(learnText);
  return (
    <Page title={t.title} lead={t.lead} aside={<a href="#/learn/new" className={buttonClass()}>{t.write}</a>}>
      <BooksGate>{() => <Shelves />}</BooksGate>
    </Page>
  );
}

function Shelves() {
  const { ledger, now } = useLedger();
  const me = useMe();
  const t = useWords(learnText);
  const all = articlesOf(ledger);
  const recommended = recommendedArticles(ledger, now);
  if (all.length === 0) return <EmptyState sentence={t.none} hint={t.noneHint} action={<a href="#/learn/new" className={buttonClass("second")}>{t.write}</a>} />;
  return (
    <>
      <Section title={t.recommended} aside={<span className="num text-ink-2">{recommended.length}</span>}>
        {recommended.length === 0 ? (
          <p className="py-2 text-ink-2">{t.recommendedNone}</p>
        ) : (
          <ul className="grid gap-5 md:grid-cols-2">
            {recommended.map((article) => (
              <li key={article.id} className="[&>section]:h-full">
                <Recommended article={article} />
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section title={t.all} aside={<span className="num text-ink-2">{all.length}</span>}>
        <div className="max-w-200">
          <Rows label={t.all}>
            {all.map((article) => (
              <StatementRow key={article.id} record={article} mine={me !== null && authorsOf(article).includes(me)} />
            ))}
          </Rows>
        </div>
      </Section>
    </>
  );
}

/** An article on the shelf: title, who, what it says in short. */
function Recommended({ article }: { article: StatementRecord }) {
  const { now } = useLedger();
  const language = useLanguage();
  const title = useTitle(article)[language];
  const document = documentAt(article);
  const grade = gradeOfStatement(article, now);
  const spoken = document?.is === "article" ? document.language : language;
  return (
    <Card>
      <div className="flex items-start gap-4">
        {grade !== null && grade !== "none" && <GradeMark grade={grade satisfies Grade} />}
        <div className="min-w-0">
          <h3 className="text-xl" lang={languageTag[spoken]}>
            <a href={statementLink(article.id)} className="reach underline decoration-1 underline-offset-4 hover:decoration-2">
              {title}
            </a>
          </h3>
          <p className="mt-1 text-sm text-ink-2">
            <MemberName id={article.proposer} />
          </p>
          {document?.is === "article" && (
            <p lang={languageTag[spoken]} className="prose mt-2 line-clamp-4 text-ink-2">
              {plainText(document.summary, 400)}
            </p>
          )}
        </div>
      </div>
    </Card>
  );
}
