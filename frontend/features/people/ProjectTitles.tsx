import { Fragment } from "react";
import type { ProjectId } from "#client/chain/ids.ts";
import { statementOf } from "#client/work/statements.ts";
import { useLedger } from "../../shared/books/books.ts";
import { useLanguage } from "../../shared/language/language.ts";

/** Titles of projects, each leading to its page. */
export function ProjectTitles({ ids }: { ids: readonly ProjectId[] }) {
  const { ledger } = useLedger();
  const language = useLanguage();
  return ids.map((id, place) => {
    const project = ledger.work.projects.get(id);
    return (
      <Fragment key={id}>
        {place > 0 && (language === "zh" ? "、" : ", ")}
        <a href={`#/p/${id}`} className="opens inline-block">
          {project ? statementOf(project).title[language] : id}
        </a>
      </Fragment>
    );
  });
}
