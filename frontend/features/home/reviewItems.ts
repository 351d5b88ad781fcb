import type { MemberId } from "#client/chain/ids.ts";
import type { Ledger } from "#client/ledger.ts";
import { mayReview } from "#client/work/mayReview.ts";
import { statementStageOf } from "#client/work/statementStage.ts";
import type { Language } from "../../shared/language/words.ts";
import { statementTitle } from "../people/documents.ts";
import { homeText } from "./text.ts";
import type { Item } from "./waiting.ts";

/** Statements and articles that a member may review and has not. The review's shortest time is the deadline, as long as it lasts. */
export function reviewItems(ledger: Ledger, member: MemberId, now: number, language: Language): Item[] {
  const t = homeText[language];
  const items: Item[] = [];
  for (const record of ledger.work.statements.values()) {
    if (statementStageOf(record, now).stage !== "inReview" || mayReview(ledger, record, member, now) !== null) continue;
    const { reviews, needed, deadline } = record.submissions.at(-1)!;
    if (reviews.some(({ reviewer }) => reviewer === member)) continue;
    items.push({
      key: `review/${record.id}`,
      kind: t.reviewKind,
      title: t.reviewTitle(statementTitle(record)[language]),
      note: t.reviewNote(reviews.length, needed),
      href: `#/s/${record.id}`,
      action: t.review,
      until: deadline > now ? deadline : null,
      shares: null,
    });
  }
  return items;
}
