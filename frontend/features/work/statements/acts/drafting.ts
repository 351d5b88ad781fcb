import type { Hex } from "viem";
import { epochOf } from "#client/chain/clock.ts";
import type { MemberId, StatementId } from "#client/chain/ids.ts";
import type { Ledger } from "#client/ledger.ts";
import { charterIn } from "#client/work/charters.ts";
import { parseDraftStatement } from "#client/work/draftStatement.ts";
import { parsePublishArticle } from "#client/work/publishArticle.ts";
import type { ArticleDocument, StatementDocument } from "#client/work/statement/format.ts";
import { statementId } from "#client/work/statement/canonical.ts";
import { propose } from "../../../../shared/act/proposal.ts";
import { formatWhole } from "../../../../shared/language/numbers.ts";
import type { Language } from "../../../../shared/language/words.ts";
import type { Detail, Term } from "../../../../shared/parts/Review.tsx";
import { rememberDocument, titleIn } from "../../../people/documents.ts";
import { microWords, projectWords } from "../../acts/names.ts";
import { statementText } from "../text.ts";
import { countOf, statementLink } from "./stages.ts";

/** What is hashed, and where it will be read. */
export interface Kept {
  readonly bytes: Uint8Array;
  readonly digest: Hex;
  readonly uri: string;
  readonly inAct: boolean;
}

/** Opens the sheet by which a statement is drafted. `onDone` gets its id. Errors: InputFault. */
export function proposeDraft(ledger: Ledger, me: MemberId, document: StatementDocument, kept: Kept, previous: StatementId | null, now: number, onDone: (id: StatementId) => void): void {
  const title = titleIn(document)!;
  const project = document.amends === null ? null : ledger.work.projects.get(document.amends);
  const live = project ? charterIn(project, epochOf(ledger, now)) : null;
  const { zh, en } = statementText;
  const act = project ? [zh.amendAct(title.zh), en.amendAct(title.en)] : [zh.draftAct(title.zh), en.draftAct(title.en)];
  const { industry, budget, rates, minSurplus, salesCap, stewards, cofounders } = document;
  const id = statementId(me, kept.digest) as StatementId;
  const mine = countOf(ledger, me, "statement");
  propose({
    title: { zh: zh.draftTitle, en: en.draftTitle },
    act: { zh: act[0]!, en: act[1]! },
    intent: parseDraftStatement({ project: document.amends, previous, cofounders, charter: { statement: kept.digest, uri: kept.uri, industry, budget, rates, minSurplus, salesCap, stewards } }),
    explain: (language) => {
      const t = statementText[language];
      const show = (micro: bigint) => microWords(micro)[language];
      return {
        sentence: project ? t.amendSentence(title[language], projectWords(ledger, project.id)[language]) : t.draftSentence(title[language]),
        changes: [
          { label: t.changeDrafts, before: String(mine), after: String(mine + 1) },
          ...(live && live.budget !== budget ? [{ label: t.changeBudget, before: show(live.budget), after: show(budget) }] : []),
        ],
        terms: [{ label: t.termReview, text: t.termReviewText }, ...keptTerms(kept, language)],
        details: keptDetails(kept, language),
      };
    },
    done: { zh: zh.draftDone, en: en.draftDone },
    link: statementLink(id),
    onDone: () => {
      rememberDocument(kept.digest, kept.bytes);
      onDone(id);
    },
  });
}

/** Opens the sheet by which an article is published, and submitted at once. Errors: InputFault. */
export function proposePublish(ledger: Ledger, me: MemberId, article: ArticleDocument, kept: Kept, id: StatementId, onDone: (id: StatementId) => void): void {
  const title = titleIn(article)!;
  const mine = countOf(ledger, me, "article");
  const { zh, en } = statementText;
  propose({
    title: { zh: zh.publishTitle, en: en.publishTitle },
    act: { zh: zh.publishAct(title.zh), en: en.publishAct(title.en) },
    intent: parsePublishArticle({ document: kept.digest, uri: kept.uri, coauthors: article.coauthors }),
    explain: (language) => {
      const t = statementText[language];
      return {
        sentence: t.publishSentence(title[language]),
        changes: [{ label: t.changeArticles, before: String(mine), after: String(mine + 1) }],
        terms: keptTerms(kept, language),
        details: keptDetails(kept, language),
      };
    },
    done: { zh: zh.publishDone, en: en.publishDone },
    link: statementLink(id),
    onDone: () => {
      rememberDocument(kept.digest, kept.bytes);
      onDone(id);
    },
  });
}

function keptTerms({ bytes, inAct }: Kept, language: Language): Term[] {
  const t = statementText[language];
  return [
    { label: t.termKept, text: inAct ? t.termKeptAct(formatWhole(bytes.length, language)) : t.termKeptAddress },
    { label: t.termPublic, text: t.termPublicText },
  ];
}

function keptDetails({ digest, uri, inAct }: Kept, language: Language): Detail[] {
  const t = statementText[language];
  return [
    { label: t.digest, text: digest, hash: true },
    { label: t.detailAddress, text: inAct ? t.detailInside : uri },
  ];
}
