import { epochOf } from "#client/chain/clock.ts";
import type { MemberId } from "#client/chain/ids.ts";
import type { Ledger } from "#client/ledger.ts";
import { parseAttest } from "#client/work/attest.ts";
import { answersNow, costNow, neededNow } from "#client/work/may.ts";
import { lowerMedian } from "#client/work/median.ts";
import { attesterBudget } from "#client/work/sums.ts";
import type { Claim, RecordClaim } from "#client/work/types.ts";
import { propose } from "../../../shared/act/proposal.ts";
import type { Both, Language, Piece } from "../../../shared/language/words.ts";
import type { Change, Term } from "../../../shared/parts/Review.tsx";
import { claimLink } from "../../people/claimWords.ts";
import { amountWords, memberWords, microWords, projectWords, titleWords } from "./names.ts";
import { actsText } from "./text.ts";

/** Opens the sheet of a first answer. `quantity`: what was seen; of a batch or a binding 1 is yes and 0 no. Errors: InputFault. */
export function proposeAttest(ledger: Ledger, claim: Claim, me: MemberId, quantity: number, now: number): void {
  const intent = parseAttest({ by: claim.by, evidence: claim.evidence, quantity });
  const [name, title] = [memberWords(ledger, claim.by), titleWords(claim)];
  const needed = neededNow(ledger, claim, now);
  const before = answersNow(ledger, claim, now);
  const vote = claim.lane === "batch" || claim.lane === "binding";
  const { zh, en } = actsText;
  propose({
    title: { zh: zh.attestTitle, en: en.attestTitle },
    act: { zh: zh.attestAct(name.zh, title.zh), en: en.attestAct(name.en, title.en) },
    intent,
    explain: (language) => {
      const t = actsText[language];
      const answered: Change = { label: t.answers, before: t.ofNeeded(before.length, needed), after: t.ofNeeded(before.length + 1, needed) };
      const all = [...before.map((answer) => answer.quantity), quantity];
      const afterwards: Term = all.length < needed ? { label: t.more, text: t.moreText(needed - all.length) } : { label: t.last, text: lastWords(ledger, claim, all, language) };
      return {
        sentence: attestSentence(ledger, claim, quantity, language),
        changes: vote ? [answered] : [answered, budgetChange(ledger, claim, me, now, language)],
        terms: [afterwards, { label: t.publicLabel, text: vote ? t.publicVote : t.publicAttest }],
        details: [
          { label: t.claim, text: claim.id, hash: true },
          { label: t.evidence, text: claim.evidence, hash: true },
        ],
      };
    },
    done: { zh: zh.attestDone(name.zh), en: en.attestDone(name.en) },
    link: claimLink(claim),
  });
}

/** What the answer says. */
function attestSentence(ledger: Ledger, claim: Claim, quantity: number, language: Language): readonly Piece[] {
  const t = actsText[language];
  if (claim.lane === "batch" || claim.lane === "binding") return (quantity === 1 ? t.voteYes : t.voteNo)(voteWhat(ledger, claim)[language]);
  const [name, project, title] = [memberWords(ledger, claim.by)[language], projectWords(ledger, claim.project)[language], titleWords(claim)[language]];
  if (quantity === 0) return t.attestNone(name, project, title);
  const [seen, of] = [amountWords(ledger, claim, quantity)[language], amountWords(ledger, claim, claim.quantity)[language]];
  return quantity === claim.quantity ? t.attestAll(name, project, title, seen) : t.attestPart(name, project, title, seen, of);
}

/** What a batch or a binding says, as the end of a sentence. */
export function voteWhat(ledger: Ledger, claim: Claim): Both {
  const { zh, en } = actsText;
  if (claim.lane === "binding") {
    const name = memberWords(ledger, claim.member);
    return { zh: zh.bindingWhat(name.zh), en: en.bindingWhat(name.en) };
  }
  const [name, project] = [memberWords(ledger, claim.by), projectWords(ledger, claim.project)];
  const sum = microWords(claim.lane === "batch" ? claim.sum : claim.value);
  return { zh: zh.batchWhat(name.zh, project.zh, sum.zh), en: en.batchWhat(name.en, project.en, sum.en) };
}

function budgetChange(ledger: Ledger, claim: RecordClaim | Claim, me: MemberId, now: number, language: Language): Change {
  const t = actsText[language];
  const { spent, limit } = attesterBudget(ledger, claim.project, me, epochOf(ledger, now));
  const cost = costNow(ledger, claim, now);
  const show = (micro: bigint) => microWords(micro)[language];
  return {
    label: t.yourBudget(projectWords(ledger, claim.project)[language]),
    before: show(spent),
    after: show(spent + cost),
    sum: t.budgetSum(neededNow(ledger, claim, now), show(claim.value), show(cost)),
    limit: t.ofLimit(show(limit)),
  };
}

/** What the last needed answer brings about. */
function lastWords(ledger: Ledger, claim: Claim, all: readonly number[], language: Language): string {
  const t = actsText[language];
  if (claim.lane === "batch" || claim.lane === "binding") {
    const yes = all.filter((answer) => answer === 1).length;
    return t.lastVote(yes, all.length - yes);
  }
  const named = lowerMedian(all);
  const value = (claim.value / BigInt(claim.quantity)) * BigInt(named);
  return named === 0 ? t.lastNothing : t.lastText(amountWords(ledger, claim, named)[language], microWords(value)[language]);
}
