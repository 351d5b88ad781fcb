import type { MemberId } from "#client/chain/ids.ts";
import type { Ledger } from "#client/ledger.ts";
import { partOf } from "#client/value/explainClaim.ts";
import { parseConfirm } from "#client/work/confirm.ts";
import { neededNow } from "#client/work/may.ts";
import { reportDigest, reportOf } from "#client/work/report.ts";
import type { RecordClaim } from "#client/work/types.ts";
import { kindWords } from "#client/work/words.ts";
import { parseWithdraw } from "#client/work/withdraw.ts";
import { propose } from "../../../shared/act/proposal.ts";
import type { Language } from "../../../shared/language/words.ts";
import type { Detail } from "../../../shared/parts/Review.tsx";
import { claimLink } from "../../people/claimWords.ts";
import { amountWords, dayWords, memberWords, microWords, projectWords, titleWords } from "./names.ts";
import { actsText } from "./text.ts";
import { waitingRecords } from "./withdraw.ts";

/**
 * Opens the sheet by which the other side confirms a record, as it stands on the chain now. `before`: the record as it was signed, where
 * it is not on the chain yet and the claim is foretold from it. Errors: InputFault.
 */
export function proposeConfirm(ledger: Ledger, claim: RecordClaim, me: MemberId, now: number, before?: string): void {
  const [name, title] = [memberWords(ledger, claim.by), titleWords(claim)];
  const { zh, en } = actsText;
  propose({
    title: { zh: zh.confirmTitle, en: en.confirmTitle },
    act: { zh: zh.confirmAct(name.zh, title.zh), en: en.confirmAct(name.en, title.en) },
    intent: parseConfirm({ by: claim.by, report: reportOf(claim) }),
    explain: (language) => {
      const t = actsText[language];
      return {
        sentence: t.confirmSentence(name[language], projectWords(ledger, claim.project)[language], title[language], amountWords(ledger, claim, claim.quantity)[language], dayWords(claim.occurredAt, now)[language]),
        changes: before ? [] : [toConfirm(ledger, me, now, language)],
        terms: [
          { label: t.yourPart, text: partWords(claim, me, language) },
          { label: t.afterwards, text: t.confirmThen(neededNow(ledger, claim, now)) },
          { label: t.publicLabel, text: t.publicConfirm },
        ],
        details: [...detailsOf(ledger, claim, now, language), { label: t.whatIsConfirmed, text: reportDigest(reportOf(claim)), hash: true }],
      };
    },
    done: { zh: zh.confirmDone, en: en.confirmDone },
    link: claimLink(claim),
    ...(before ? { before } : {}),
  });
}

/** Opens the sheet by which the other side declines: it takes the record back. Errors: InputFault. */
export function proposeDecline(ledger: Ledger, claim: RecordClaim, me: MemberId, now: number): void {
  const [name, title] = [memberWords(ledger, claim.by), titleWords(claim)];
  const { zh, en } = actsText;
  propose({
    title: { zh: zh.declineTitle, en: en.declineTitle },
    act: { zh: zh.declineAct(name.zh, title.zh), en: en.declineAct(name.en, title.en) },
    intent: parseWithdraw({ by: claim.by, evidence: claim.evidence }),
    explain: (language) => {
      const t = actsText[language];
      return {
        sentence: t.declineSentence(name[language], title[language], amountWords(ledger, claim, claim.quantity)[language]),
        changes: [toConfirm(ledger, me, now, language)],
        terms: [
          { label: t.afterwards, text: t.declineThen(name[language]) },
          { label: t.publicLabel, text: t.publicDecline },
        ],
        details: detailsOf(ledger, claim, now, language),
      };
    },
    done: { zh: zh.declineDone(name.zh), en: en.declineDone(name.en) },
    link: claimLink(claim),
  });
}

/** How many records wait for the reader's word, before and after. */
function toConfirm(ledger: Ledger, me: MemberId, now: number, language: Language) {
  const waiting = waitingRecords(ledger, me, now, "toConfirm");
  return { label: actsText[language].toConfirm, before: String(waiting), after: String(Math.max(0, waiting - 1)) };
}

function partWords(claim: RecordClaim, me: MemberId, language: Language): string {
  const t = actsText[language];
  const parts = claim.split.find(({ member }) => member === me)?.parts ?? 0;
  const all = claim.split.reduce((sum, part) => sum + part.parts, 0);
  return parts === 0 ? t.noPart : t.ofParts(parts, all, microWords(partOf(claim, me, claim.value))[language]);
}

/** All that the record says, as it was sent. */
function detailsOf(ledger: Ledger, claim: RecordClaim, now: number, language: Language): Detail[] {
  const t = actsText[language];
  const split = claim.split.map(({ member, parts }) => `${memberWords(ledger, member)[language]} ${parts}`).join(language === "zh" ? "、" : ", ");
  return [
    { label: t.kindIs, text: kindWords[claim.kind][language] },
    { label: t.happenedOn, text: dayWords(claim.occurredAt, now)[language] },
    { label: t.partsAre, text: split },
    { label: t.claim, text: claim.id, hash: true },
    { label: t.evidence, text: claim.evidence, hash: true },
  ];
}
