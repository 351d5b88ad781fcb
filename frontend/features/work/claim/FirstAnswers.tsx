import { answersNow } from "#client/work/may.ts";
import type { Answer, Claim } from "#client/work/types.ts";
import { useLedger } from "../../../shared/books/books.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { formatWhen } from "../../../shared/language/time.ts";
import { Section } from "../../../shared/parts/Page.tsx";
import { MemberName } from "../../people/MemberName.tsx";
import { amountWords } from "../acts/names.ts";
import { isVote, standOf } from "./stand.ts";
import { claimText } from "./text.ts";

/** Who answered first and what: once it is sealed from low to high, so that the middle can be counted by hand. */
export function FirstAnswers({ claim }: { claim: Claim }) {
  const { ledger, now } = useLedger();
  const t = useWords(claimText);
  const { situation, needed } = standOf(ledger, claim, now);
  const sealed = claim.sealedAt !== null;
  const counting = sealed || situation !== "waiting" ? claim.answers : answersNow(ledger, claim, now);
  const before = [...claim.answersBefore, ...(counting === claim.answers ? [] : claim.answers)];
  const sorted = sealed && !isVote(claim) ? [...counting].sort((a, b) => a.quantity - b.quantity) : counting;
  const middle = sealed && !isVote(claim) ? sorted[(sorted.length - 1) >> 1] : undefined;
  return (
    <Section title={t.firstAnswers} aside={<span className="num text-ink-2">{t.firstNote(counting.length, needed)}</span>}>
      {counting.length === 0 && <p className="text-ink-2">{t.firstNone}</p>}
      <ul aria-label={t.firstAnswers}>
        {sorted.map((answer) => (
          <AnswerRow key={answer.attester} claim={claim} answer={answer} middle={answer === middle} />
        ))}
      </ul>
      {before.length > 0 && (
        <>
          <p className="mt-4 text-sm text-ink-2">{t.beganAnew}</p>
          <ul aria-label={t.beganAnew} className="text-ink-2">
            {before.map((answer) => (
              <AnswerRow key={`${answer.attester}-${answer.epoch}`} claim={claim} answer={answer} middle={false} />
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}

function AnswerRow({ claim, answer, middle }: { claim: Claim; answer: Answer; middle: boolean }) {
  const { ledger, now } = useLedger();
  const language = useLanguage();
  const t = useWords(claimText);
  const said = isVote(claim) ? (answer.quantity === 1 ? t.yes : t.no) : amountWords(ledger, claim, answer.quantity)[language];
  return (
    <li className={`-mx-3 flex min-h-13 flex-wrap items-center gap-x-4 border-b border-line px-3 py-2 last:border-b-0 ${middle ? "rounded-sm border-b-transparent bg-well" : ""}`}>
      <span className="min-w-0 flex-1">
        <MemberName id={answer.attester} />
      </span>
      {middle && <span className="text-sm font-semibold">{t.middle}</span>}
      <span className="num keep font-semibold">{said}</span>
      <span className="num keep w-20 text-end text-sm text-ink-3">{formatWhen(answer.at, language, now)}</span>
    </li>
  );
}
