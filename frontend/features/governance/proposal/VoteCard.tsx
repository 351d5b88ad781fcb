import { arithmeticOf } from "#client/governance/arithmetic.ts";
import type { Proposal } from "#client/governance/types.ts";
import { useLedger } from "../../../shared/books/books.ts";
import { MoveTime } from "../../../shared/chain/TimeMachine.tsx";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { formatMoment } from "../../../shared/language/time.ts";
import { Card } from "../../../shared/parts/Card.tsx";
import { Deadline } from "../../../shared/parts/Deadline.tsx";
import { governanceText } from "../text.ts";
import { Arithmetic } from "./Arithmetic.tsx";
import { NextStep } from "./NextStep.tsx";
import { proposalText } from "./text.ts";
import { VoteForm } from "./VoteForm.tsx";

/** Where the vote stands, its two sums, and what the reader can do now. */
export function VoteCard({ proposal }: { proposal: Proposal }) {
  const t = useWords(proposalText);
  const shared = useWords(governanceText);
  const language = useLanguage();
  const { ledger, now } = useLedger();
  const sums = arithmeticOf(proposal, ledger, now);
  const { state } = sums;
  return (
    <Card>
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h2 className="text-xl">{t.vote}</h2>
        <span className="text-ink-2">{shared.state[state]}</span>
      </div>
      <div className="mt-1">
        {state === "pending" && <p className="text-sm text-ink-2">{`${t.step.opens}${language === "zh" ? "：" : ": "}${formatMoment(proposal.opensAt, language, now)}`}</p>}
        {state === "active" && <Deadline at={proposal.closesAt + 1} />}
      </div>
      <Arithmetic sums={sums} />
      {state === "pending" && <MoveTime to={proposal.opensAt + 1} label={t.moveOpen} />}
      {state === "active" && <VoteForm proposal={proposal} />}
      <NextStep proposal={proposal} state={state} />
      {state === "active" && <MoveTime to={proposal.closesAt + 1} label={t.moveClose} />}
    </Card>
  );
}
