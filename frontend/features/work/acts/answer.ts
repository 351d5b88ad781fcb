import type { Ledger } from "#client/ledger.ts";
import { parseAnswer } from "#client/work/answer.ts";
import { tenthsOf, upperMedianOfTenths } from "#client/work/median.ts";
import type { Claim } from "#client/work/types.ts";
import { propose } from "../../../shared/act/proposal.ts";
import type { Change } from "../../../shared/parts/Review.tsx";
import { claimLink } from "../../people/claimWords.ts";
import { voteWhat } from "./attest.ts";
import { memberWords, microWords, titleWords } from "./names.ts";
import { actsText } from "./text.ts";

/** Opens the sheet of an answer in a second round: tenths of the first value. Errors: InputFault. */
export function proposeAnswer(ledger: Ledger, claim: Claim, tenths: number): void {
  const { round } = claim;
  if (!round) return;
  const intent = parseAnswer({ by: claim.by, evidence: claim.evidence, tenths, lane: claim.lane });
  const [name, title] = [memberWords(ledger, claim.by), titleWords(claim)];
  const vote = claim.lane === "batch" || claim.lane === "binding";
  const all = [...round.answers.map((answer) => answer.tenths), tenths];
  const counts = all.length >= round.quorum;
  const middle = upperMedianOfTenths(all);
  const { zh, en } = actsText;
  propose({
    title: { zh: zh.answerTitle, en: en.answerTitle },
    act: { zh: zh.answerAct(title.zh), en: en.answerAct(title.en) },
    intent,
    explain: (language) => {
      const t = actsText[language];
      const show = (micro: bigint) => microWords(micro)[language];
      const after = counts ? tenthsOf(claim.firstValue, middle) : claim.inForce;
      const value: Change = {
        label: t.inForce,
        before: show(claim.inForce),
        after: show(after),
        value: true,
        ...(counts ? { sum: t.inForceSum(show(claim.firstValue), middle, show(after)) } : { limit: t.notYetQuorum(round.quorum) }),
      };
      const answers: Change = { label: t.answers, before: t.ofNeeded(round.answers.length, round.quorum), after: t.ofNeeded(all.length, round.quorum) };
      return {
        sentence: vote ? (tenths === 10 ? t.answerVoteYes : t.answerVoteNo)(voteWhat(ledger, claim)[language]) : t.answerTenths(name[language], title[language], t.tenths(tenths)),
        changes: claim.lane === "binding" ? [answers] : [answers, value],
        terms: [
          { label: t.costsNothing, text: t.costsNothingText },
          { label: t.publicLabel, text: t.publicAnswer },
        ],
        details: [
          { label: t.claim, text: claim.id, hash: true },
          { label: t.evidence, text: claim.evidence, hash: true },
        ],
      };
    },
    done: { zh: zh.answerDone, en: en.answerDone },
    link: claimLink(claim),
  });
}
