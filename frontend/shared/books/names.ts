import type { MemberId, ProjectId } from "#client/chain/ids.ts";
import { nameOf } from "#client/people/names.ts";
import { statementOf } from "#client/work/statements.ts";
import type { Both } from "../language/words.ts";
import { booksStore } from "./books.ts";

/** What a member is called, as far as the books are read; else the number. For sentences: anybody's words, text only. */
export function memberWords(id: number): Both {
  const member = booksStore.get().ledger?.people.members.get(id as MemberId);
  return member ? nameOf(member) : { zh: `${id}号成员`, en: `member ${id}` };
}

/** What a project is called, as far as the books are read; else the number. For sentences: anybody's words, text only. */
export function projectWords(id: number): Both {
  const project = booksStore.get().ledger?.work.projects.get(id as ProjectId);
  return project ? statementOf(project).title : { zh: `${id}号项目`, en: `project ${id}` };
}
