import type { StatementId } from "../chain/ids.ts";
import type { WorkBooks } from "./fold.ts";
import { gradeOfStatement, isWorse } from "./reviews.ts";
import type { StatementRecord } from "./types.ts";

/** A statement and those that it improves upon, as their proposers say, oldest first. One that is not in the books ends the chain. */
export function versionsOf({ work }: WorkBooks, statement: StatementRecord): StatementRecord[] {
  const chain: StatementRecord[] = [];
  const seen = new Set<StatementId>();
  // Anybody may name anything as the previous one, and so make a ring.
  for (let at: StatementRecord | undefined = statement; at && !seen.has(at.id); at = at.previous === null ? undefined : work.statements.get(at.previous)) {
    seen.add(at.id);
    chain.unshift(at);
  }
  return chain;
}

/** The statements that say they improve upon this one, oldest first. Anybody's say: compare proposers. */
export const nextVersionsOf = ({ work }: WorkBooks, id: StatementId): StatementRecord[] => [...work.statements.values()].filter(({ previous }) => previous === id);

/** All project statements, newest first. */
export const statementsOf = ({ work }: WorkBooks): StatementRecord[] => [...work.statements.values()].filter(({ kind }) => kind === "statement").toReversed();

/** All articles, newest first. */
export const articlesOf = ({ work }: WorkBooks): StatementRecord[] => [...work.statements.values()].filter(({ kind }) => kind === "article").toReversed();

/** The articles whose grade is A or better, newest first. */
export const recommendedArticles = (books: WorkBooks, now: number): StatementRecord[] => articlesOf(books).filter((article) => isRecommended(article, now));

/** Whether an article is recommended. */
export function isRecommended(article: StatementRecord, now: number): boolean {
  const grade = gradeOfStatement(article, now);
  return article.kind === "article" && grade !== null && !isWorse(grade, "A");
}
