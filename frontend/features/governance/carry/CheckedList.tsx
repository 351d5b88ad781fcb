import { useState } from "react";
import type { BallotVerdict, CheckedBallot } from "#client/governance/ballotCheck.ts";
import { useLedger } from "../../../shared/books/books.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { pageOf, Pager } from "../../../shared/parts/Pager.tsx";
import { StateMark } from "../../../shared/parts/StateMark.tsx";
import { titleOf } from "../titles.ts";
import { carryText } from "./text.ts";
import type { Checked } from "./useChecked.ts";

const SIZE = 25;

/** Every ballot that was brought, with a sentence on what was found; and what could not be read. */
export function CheckedList({ checked: { ballots, faults } }: { checked: Checked }) {
  const t = useWords(carryText);
  const language = useLanguage();
  const [page, setPage] = useState(0);
  const good = ballots.filter(({ verdict }) => verdict.is !== "bad").length;
  return (
    <>
      <p role="status" className="num mb-1 font-semibold">{t.count(good, ballots.length + faults.length)}</p>
      <ul aria-label={t.list}>
        {pageOf(ballots, page, SIZE).map((checked) => (
          <Row key={`${checked.ballot.place}`} checked={checked} />
        ))}
        {faults.slice(0, SIZE).map((fault, at) => (
          <li key={at} className="flex gap-3 border-b border-line py-3 last:border-b-0">
            <span className="mt-1.5"><StateMark state="failed" /></span>
            <span className="min-w-0">{fault.say[language]}</span>
          </li>
        ))}
      </ul>
      <Pager page={page} size={SIZE} total={ballots.length} label={t.list} onTurn={setPage} />
    </>
  );
}

/** What was counted already is no failure. */
const markOf = (verdict: BallotVerdict) => (verdict.is === "good" ? "signed" : verdict.is === "wallet" ? "ready" : verdict.problem === "voted" ? "final" : "failed");

function Row({ checked: { ballot, verdict, say } }: { checked: CheckedBallot }) {
  const language = useLanguage();
  const { ledger } = useLedger();
  const proposal = ledger.governance.proposals.get(ballot.proposalId);
  return (
    <li className="flex gap-3 border-b border-line py-3 last:border-b-0">
      <span className="mt-1.5"><StateMark state={markOf(verdict)} /></span>
      <span className="min-w-0">
        <span className="block">{say[language]}</span>
        {proposal && <span className="block text-sm text-ink-2">{titleOf(ledger, proposal)[language]}</span>}
      </span>
    </li>
  );
}
