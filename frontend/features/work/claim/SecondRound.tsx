import type { Claim, Round } from "#client/work/types.ts";
import { upperMedianOfTenths } from "#client/work/median.ts";
import { useLedger } from "../../../shared/books/books.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { Deadline } from "../../../shared/parts/Deadline.tsx";
import { Section } from "../../../shared/parts/Page.tsx";
import { MemberName } from "../../people/MemberName.tsx";
import { memberWords } from "../acts/names.ts";
import { Dots } from "./Dots.tsx";
import { isVote } from "./stand.ts";
import { claimText } from "./text.ts";

/** A second round: its answers as tenths from low to high, how many make them count, and what is in force. */
export function SecondRound({ claim, round }: { claim: Claim; round: Round }) {
  const { ledger, now } = useLedger();
  const language = useLanguage();
  const t = useWords(claimText);
  const sorted = [...round.answers].sort((a, b) => a.tenths - b.tenths);
  const counts = sorted.length >= round.quorum;
  const middle = counts ? sorted[sorted.length >> 1] : undefined;
  const say = (tenths: number) => (isVote(claim) ? (tenths === 10 ? t.stands : t.standsNot) : t.tenths(tenths));
  return (
    <Section title={t.round} aside={<Deadline at={round.closesAt} />} note={t.roundBy(memberWords(ledger, round.challenger)[language])}>
      {sorted.length === 0 && <p className="text-ink-2">{t.roundNone}</p>}
      <ul aria-label={t.round}>
        {sorted.map((answer) => (
          <li key={answer.attester} className={`-mx-3 flex min-h-13 flex-wrap items-center gap-x-4 border-b border-line px-3 py-2 last:border-b-0 ${answer === middle ? "rounded-sm border-b-transparent bg-well" : ""}`}>
            <span className="min-w-0 flex-1">
              <MemberName id={answer.attester} />
            </span>
            {answer === middle && <span className="text-sm font-semibold">{t.middle}</span>}
            {!isVote(claim) && <Dots tenths={answer.tenths} />}
            <span className="keep w-16 text-end font-semibold">{say(answer.tenths)}</span>
          </li>
        ))}
      </ul>
      <p className="mt-2 flex flex-wrap justify-between gap-x-6 text-ink-2">
        <span>{t.quorum(sorted.length, round.quorum)}</span>
        <span className={counts ? "font-semibold text-ink" : ""}>{counts ? t.quorumMet(say(upperMedianOfTenths(sorted.map(({ tenths }) => tenths)))) : t.quorumNotMet}</span>
      </p>
      {now < round.closesAt && claim.lane !== "binding" && <a href={`#/what-if?claim=${claim.id}`} className="inline-flex min-h-11 items-center text-sm underline underline-offset-4">{t.whatIf}</a>}
    </Section>
  );
}
