import { useLedger } from "../../../shared/books/books.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { Section } from "../../../shared/parts/Page.tsx";
import { StateMark } from "../../../shared/parts/StateMark.tsx";
import { MemberName } from "../../people/MemberName.tsx";
import { proposalText } from "../proposal/text.ts";
import { governanceText } from "../text.ts";
import { proposalLink, titleOf } from "../titles.ts";
import type { Outcome } from "./carried.ts";
import { carryText } from "./text.ts";

/** What became of the ballots that were sent, each by the receipt: counted, or why not. */
export function Outcomes({ outcomes }: { outcomes: readonly Outcome[] }) {
  const t = useWords(carryText);
  const { skip } = useWords(proposalText);
  const shared = useWords(governanceText);
  const language = useLanguage();
  const { ledger } = useLedger();
  const counted = outcomes.filter(({ skipped }) => skipped === null).length;
  return (
    <Section title={t.result}>
      <p role="status" className="num font-serif text-lg">{t.resultLead(counted, outcomes.length)}</p>
      <ul aria-label={t.result} className="mb-8">
        {outcomes.map(({ ballot, skipped }) => {
          const proposal = ledger.governance.proposals.get(ballot.proposalId);
          return (
            <li key={`${ballot.proposalId}/${ballot.member}`} className="flex gap-3 border-b border-line py-3 last:border-b-0">
              <span className="mt-1.5"><StateMark state={skipped === null ? "inBlock" : "failed"} /></span>
              <span className="min-w-0">
                <MemberName id={ballot.member} />
                {` · ${shared.support[ballot.support]} · `}
                <span className="font-semibold">{skipped === null ? t.counted : t.skipped(skip[skipped])}</span>
                {proposal && <a href={proposalLink(proposal)} className="block text-sm text-ink-2 underline underline-offset-4">{titleOf(ledger, proposal)[language]}</a>}
              </span>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
