import type { MemberId } from "#client/chain/ids.ts";
import type { Ledger } from "#client/ledger.ts";
import { parseAdoptComments } from "#client/work/adoptComments.ts";
import type { StatementRecord } from "#client/work/types.ts";
import { propose } from "../../../../shared/act/proposal.ts";
import { statementTitle } from "../../../people/documents.ts";
import { memberWords } from "../../acts/names.ts";
import { statementLink } from "../acts/stages.ts";
import { reviewText } from "./text.ts";

/** Opens the sheet by which the proposer says whose comments this version takes up. Errors: InputFault. */
export function proposeAdopt(ledger: Ledger, statement: StatementRecord, reviewed: StatementRecord, reviewers: readonly MemberId[], onDone: () => void): void {
  const title = statementTitle(statement);
  const names = (language: "zh" | "en") => reviewers.map((id) => memberWords(ledger, id)[language]).join(language === "zh" ? "、" : ", ");
  const before = statement.adopted.length;
  const { zh, en } = reviewText;
  propose({
    title: { zh: zh.adoptReview, en: en.adoptReview },
    act: { zh: zh.adoptAct(reviewers.length), en: en.adoptAct(reviewers.length) },
    intent: parseAdoptComments({ statement: statement.id, reviewed: reviewed.id, reviewers }),
    explain: (language) => {
      const t = reviewText[language];
      return {
        sentence: t.adoptSentence(title[language], names(language)),
        changes: [{ label: t.adoptChange, before: String(before), after: String(before + reviewers.length) }],
        terms: [{ label: t.adoptTerm, text: t.adoptTermText }],
        details: [],
      };
    },
    done: { zh: zh.adoptDone, en: en.adoptDone },
    link: statementLink(statement.id),
    onDone,
  });
}
