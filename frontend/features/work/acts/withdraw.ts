import type { MemberId } from "#client/chain/ids.ts";
import type { Ledger } from "#client/ledger.ts";
import { stageOf } from "#client/work/stage.ts";
import { otherSideOf } from "#client/work/twoSided.ts";
import type { Claim } from "#client/work/types.ts";
import { parseWithdraw } from "#client/work/withdraw.ts";
import { propose } from "../../../shared/act/proposal.ts";
import { claimLink } from "../../people/claimWords.ts";
import { amountWords, titleWords } from "./names.ts";
import { actsText } from "./text.ts";

/** How many records of a member wait: for first answers, for their other side, or for the member as that other side. */
export function waitingRecords(ledger: Ledger, member: MemberId, now: number, what: "waiting" | "unconfirmed" | "toConfirm" = "waiting"): number {
  const situation = what === "waiting" ? "waiting" : "unconfirmed";
  const own = (claim: Claim): boolean => (what === "waiting" ? claim.owners.includes(member) : what === "toConfirm" ? otherSideOf(claim) === member : otherSideOf(claim) !== member && claim.owners.includes(member));
  return [...ledger.work.claims.values()].filter((claim) => (claim.lane === "record" || claim.lane === "joint") && own(claim) && stageOf(ledger, claim, now).situation === situation).length;
}

/** Opens the sheet of a withdrawal. Errors: InputFault. */
export function proposeWithdraw(ledger: Ledger, claim: Claim, me: MemberId, now: number): void {
  const title = titleWords(claim);
  const amount = amountWords(ledger, claim, claim.quantity);
  const what = claim.stage === "unconfirmed" ? "unconfirmed" : "waiting";
  const waiting = waitingRecords(ledger, me, now, what);
  const { zh, en } = actsText;
  propose({
    title: { zh: zh.withdrawTitle, en: en.withdrawTitle },
    act: { zh: zh.withdrawAct(title.zh), en: en.withdrawAct(title.en) },
    intent: parseWithdraw({ by: claim.by, evidence: claim.evidence }),
    explain: (language) => {
      const t = actsText[language];
      return {
        sentence: t.withdrawSentence(title[language], amount[language]),
        changes: [{ label: what === "waiting" ? t.waitingRecords : t.unconfirmedRecords, before: String(waiting), after: String(Math.max(0, waiting - 1)) }],
        terms: [
          { label: t.again, text: t.againText },
          { label: t.publicLabel, text: t.publicStays },
        ],
        details: [
          { label: t.claim, text: claim.id, hash: true },
          { label: t.evidence, text: claim.evidence, hash: true },
        ],
      };
    },
    done: { zh: zh.withdrawDone, en: en.withdrawDone },
    link: claimLink(claim),
  });
}
