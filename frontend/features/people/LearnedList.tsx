import type { StatementId } from "#client/chain/ids.ts";
import { useLedger } from "../../shared/books/books.ts";
import { useLanguage } from "../../shared/language/language.ts";
import { statementTitle } from "./documents.ts";

/** Articles that somebody learned from, each a link; what the cooperative does not know is left out. */
export function LearnedList({ ids }: { ids: readonly StatementId[] }) {
  const { ledger } = useLedger();
  const language = useLanguage();
  const articles = ids.flatMap((id) => ledger.work.statements.get(id) ?? []).filter(({ kind }) => kind === "article");
  return (
    <ul>
      {articles.map((article) => (
        <li key={article.id}>
          <a href={`#/s/${article.id}`} className="opens inline-flex min-h-11 items-center">{statementTitle(article)[language]}</a>
        </li>
      ))}
    </ul>
  );
}
