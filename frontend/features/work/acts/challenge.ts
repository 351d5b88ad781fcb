import type { MemberId } from "#client/chain/ids.ts";
import type { Ledger } from "#client/ledger.ts";
import { parseChallenge } from "#client/work/challenge.ts";
import { eligibleFor, quorumOf, slotsOf } from "#client/work/may.ts";
import { SECOND_ROUND } from "#client/work/stage.ts";
import type { Claim } from "#client/work/types.ts";
import { propose } from "../../../shared/act/proposal.ts";
import { claimLink } from "../../people/claimWords.ts";
import { memberWords, microWords, momentWords, titleWords } from "./names.ts";
import { actsText } from "./text.ts";

/** Opens the sheet of a challenge. Errors: InputFault. */
export function proposeChallenge(ledger: Ledger, claim: Claim, me: MemberId, now: number): void {
  const [name, title, value] = [memberWords(ledger, claim.by), titleWords(claim), microWords(claim.inForce)];
  const eligible = eligibleFor(ledger, claim, me, now);
  const until = momentWords(now + SECOND_ROUND, now);
  const free = slotsOf(ledger, me, now).filter((at) => at <= now).length;
  const { zh, en } = actsText;
  propose({
    title: { zh: zh.challengeTitle, en: en.challengeTitle },
    act: { zh: zh.challengeAct(title.zh), en: en.challengeAct(title.en) },
    intent: parseChallenge({ by: claim.by, evidence: claim.evidence }),
    explain: (language) => {
      const t = actsText[language];
      return {
        sentence: t.challengeSentence(name[language], title[language], value[language]),
        changes: [{ label: t.challengeSlots, before: String(free), after: String(Math.max(0, free - 1)) }],
        terms: [
          { label: t.challengeSelf, text: t.challengeSelfText },
          { label: t.roundLasts, text: t.roundLastsText(eligible, until[language]) },
          { label: t.challengeQuorum, text: t.challengeQuorumText(quorumOf(eligible)) },
          { label: t.challengeSlotBack, text: t.challengeSlotBackText },
          { label: t.publicLabel, text: t.publicChallenge },
        ],
        details: [
          { label: t.claim, text: claim.id, hash: true },
          { label: t.evidence, text: claim.evidence, hash: true },
        ],
      };
    },
    done: { zh: zh.challengeDone, en: en.challengeDone },
    link: claimLink(claim),
  });
}
