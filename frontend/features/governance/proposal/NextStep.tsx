import type { Proposal, ProposalState } from "#client/governance/types.ts";
import { useLedger, useMe } from "../../../shared/books/books.ts";
import { MoveTime } from "../../../shared/chain/TimeMachine.tsx";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { formatMoment } from "../../../shared/language/time.ts";
import { Button } from "../../../shared/parts/Button.tsx";
import { proposeCancel } from "../acts/cancel.ts";
import { proposeExecute } from "../acts/execute.ts";
import { proposeQueue } from "../acts/queue.ts";
import { proposalText } from "./text.ts";

/** What may be done next, and by whom: withdraw before the vote, then queue, then carry out. */
export function NextStep({ proposal, state }: { proposal: Proposal; state: ProposalState }) {
  const t = useWords(proposalText);
  const language = useLanguage();
  const { ledger, now } = useLedger();
  const me = useMe();
  if (state === "pending" && me === proposal.proposer)
    return (
      <Band lead={t.cancelLead}>
        <Button look="second" onClick={() => proposeCancel(ledger, proposal)}>{t.cancel}</Button>
      </Band>
    );
  if (state === "succeeded")
    return (
      <Band lead={t.queueLead}>
        <Button wide onClick={() => proposeQueue(ledger, proposal, now)}>{t.queue}</Button>
      </Band>
    );
  if (state === "queued" && proposal.eta !== null) {
    const ready = proposal.eta <= now;
    return (
      <Band lead={ready ? t.executeLead : t.executeWait(formatMoment(proposal.eta, language, now))}>
        {ready ? <Button wide onClick={() => proposeExecute(ledger, proposal, now)}>{t.execute}</Button> : <MoveTime to={proposal.eta} label={t.moveEta} />}
      </Band>
    );
  }
  return null;
}

function Band({ lead, children }: { lead: string; children: React.ReactNode }) {
  return (
    <div className="mt-5 flex flex-col items-start gap-3 border-t border-line pt-5">
      <p className="font-serif text-lg leading-normal">{lead}</p>
      {children}
    </div>
  );
}
