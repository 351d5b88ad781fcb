import type { ProjectId } from "#client/chain/ids.ts";
import { statementOf } from "#client/work/statements.ts";
import { useBooks } from "../../../shared/books/books.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { projectText } from "./text.ts";

/** A project by number, with the title that its statement gives. */
export function ProjectName({ id, link = true }: { id: number; link?: boolean }) {
  const project = useBooks().ledger?.work.projects.get(id as ProjectId);
  const language = useLanguage();
  const t = useWords(projectText);
  const title = project ? statementOf(project).title[language] : t.numbered(id);
  return link ? (
    <a href={`#/p/${id}`} className="opens">
      {title}
    </a>
  ) : (
    <>{title}</>
  );
}
