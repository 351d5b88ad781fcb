import type { MemberId } from "#client/chain/ids.ts";
import { epochOf, parameterAt } from "#client/chain/clock.ts";
import { DAY } from "#client/chain/epoch.ts";
import type { Ledger } from "#client/ledger.ts";
import { neededReviews } from "#client/work/mayReview.ts";
import { parseSubmitStatement } from "#client/work/submitStatement.ts";
import { parseDisown } from "#client/work/disown.ts";
import { parseTakeBack } from "#client/work/takeBack.ts";
import type { StatementRecord } from "#client/work/types.ts";
import { propose } from "../../../../shared/act/proposal.ts";
import { statementTitle } from "../../../people/documents.ts";
import { momentWords } from "../../acts/names.ts";
import { statementText } from "../text.ts";

/** The page of a statement or an article. */
export const statementLink = (id: StatementRecord["id"]): string => `#/s/${id}`;

/** Opens the sheet by which a statement is submitted for review. Errors: InputFault. */
export function proposeSubmit(ledger: Ledger, statement: StatementRecord, now: number): void {
  const title = statementTitle(statement);
  const needed = neededReviews(ledger, statement);
  const until = momentWords(now + parameterAt(ledger, "reviewDays", epochOf(ledger, now)) * DAY, now);
  const { zh, en } = statementText;
  propose({
    title: { zh: zh.submitTitle, en: en.submitTitle },
    act: { zh: zh.submitAct(title.zh), en: en.submitAct(title.en) },
    intent: parseSubmitStatement({ statement: statement.id }),
    explain: (language) => {
      const t = statementText[language];
      return {
        sentence: t.submitSentence(title[language]),
        changes: [{ label: t.changeStage, before: t.stage.draft, after: t.stage.inReview }],
        terms: [
          { label: t.termNeeded, text: t.termNeededText(needed) },
          { label: t.termUntil, text: t.termUntilText(until[language]) },
          { label: t.termLapse, text: t.termLapseText },
        ],
        details: [{ label: t.digest, text: statement.document, hash: true }],
      };
    },
    done: { zh: zh.submitDone, en: en.submitDone },
    link: statementLink(statement.id),
  });
}

/** Opens the sheet by which its proposer takes a statement back. Errors: InputFault. */
export function proposeTakeBack(statement: StatementRecord, stage: "inReview" | "reviewed"): void {
  const title = statementTitle(statement);
  const reviews = statement.submissions.at(-1)?.reviews.length ?? 0;
  const { zh, en } = statementText;
  propose({
    title: { zh: zh.takeBackTitle, en: en.takeBackTitle },
    act: { zh: zh.takeBackAct(title.zh), en: en.takeBackAct(title.en) },
    intent: parseTakeBack({ statement: statement.id }),
    explain: (language) => {
      const t = statementText[language];
      return {
        sentence: t.takeBackSentence(title[language]),
        changes: [{ label: t.changeStage, before: t.stage[stage], after: t.stage.draft }],
        terms: [{ label: t.takeBackTerm, text: t.takeBackTermText(reviews) }],
        details: [{ label: t.digest, text: statement.document, hash: true }],
      };
    },
    done: { zh: zh.takeBackDone, en: en.takeBackDone },
    link: statementLink(statement.id),
  });
}

/** Opens the sheet by which a member who is named as an author says that he is none. Errors: InputFault. */
export function proposeDisown(statement: StatementRecord): void {
  const title = statementTitle(statement);
  const { zh, en } = statementText;
  const authors = statement.cofounders.length - statement.disowned.length;
  propose({
    title: { zh: zh.disownTitle, en: en.disownTitle },
    act: { zh: zh.disownAct(title.zh), en: en.disownAct(title.en) },
    intent: parseDisown({ statement: statement.id }),
    explain: (language) => {
      const t = statementText[language];
      return {
        sentence: t.disownSentence(title[language]),
        changes: [{ label: t.disownAuthors, before: String(authors), after: String(authors - 1) }],
        terms: [{ label: t.disownTerm, text: t.disownTermText }],
        details: [{ label: t.digest, text: statement.document, hash: true }],
      };
    },
    done: { zh: zh.disownDone, en: en.disownDone },
    link: statementLink(statement.id),
  });
}

/** How many statements, or articles, a member has proposed. */
export const countOf = ({ work }: Ledger, member: MemberId, kind: StatementRecord["kind"]): number =>
  [...work.statements.values()].filter((record) => record.kind === kind && record.proposer === member).length;
