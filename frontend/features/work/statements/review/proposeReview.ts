import type { Hex } from "viem";
import type { MemberId } from "#client/chain/ids.ts";
import { parseReview } from "#client/work/review.ts";
import { fixedAt } from "#client/work/statementStage.ts";
import type { Mark, StatementRecord, Submission } from "#client/work/types.ts";
import { propose } from "../../../../shared/act/proposal.ts";
import { statementTitle } from "../../../people/documents.ts";
import { momentWords } from "../../acts/names.ts";
import { statementLink } from "../acts/stages.ts";
import { reviewText } from "./text.ts";
import { sumOf } from "./views.ts";

/** A review that is whole. */
export interface WholeReview {
  readonly marks: readonly Mark[];
  readonly comment: Hex | null;
  readonly uri: string;
  /** Whether the comment is in the act itself. */
  readonly inAct: boolean;
}

/** Opens the sheet of a review. Errors: InputFault. */
export function proposeReview(statement: StatementRecord, submission: Submission, { marks, comment, uri, inAct }: WholeReview, me: MemberId, now: number, onDone: () => void): void {
  const title = statementTitle(statement);
  const sum = sumOf(marks);
  const before = submission.reviews.find(({ reviewer }) => reviewer === me);
  const had = submission.reviews.length;
  const fixed = fixedAt(submission);
  const until = fixed === null || fixed <= now ? null : momentWords(fixed, now);
  const { zh, en } = reviewText;
  propose({
    title: { zh: zh.actTitle, en: en.actTitle },
    act: { zh: zh.act(title.zh, sum), en: en.act(title.en, sum) },
    intent: parseReview({ statement: statement.id, marks, comment, uri }),
    explain: (language) => {
      const t = reviewText[language];
      return {
        sentence: t.sentence(title[language], sum),
        changes: [
          before
            ? { label: t.yourSum, before: String(sumOf(before.marks)), after: String(sum) }
            : { label: t.change, before: t.changeOf(had, submission.needed), after: t.changeOf(had + 1, submission.needed) },
        ],
        terms: [
          { label: t.termPublic, text: comment !== null && inAct ? t.termPublicComment : t.termPublicText },
          { label: t.termRevise, text: until ? t.termReviseText(until[language]) : t.termReviseFilled },
        ],
        details: [
          { label: t.detailMarks, text: marks.join(" ") },
          ...(comment ? [{ label: t.detailDigest, text: comment, hash: true }] : []),
        ],
      };
    },
    done: { zh: zh.done, en: en.done },
    link: statementLink(statement.id),
    onDone,
  });
}
