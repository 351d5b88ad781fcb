import { useState } from "react";
import { MOST_REASON } from "#client/governance/reason.ts";
import { ballotOf } from "#client/governance/tally.ts";
import type { Proposal, Support } from "#client/governance/types.ts";
import { useLedger, useMe } from "../../../shared/books/books.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { formatMoment } from "../../../shared/language/time.ts";
import { Button } from "../../../shared/parts/Button.tsx";
import { Choice } from "../../../shared/parts/Choice.tsx";
import { TextArea } from "../../../shared/parts/Field.tsx";
import { askForSigner, useSigner } from "../../../shared/signer/signer.ts";
import { proposeVote } from "../acts/vote.ts";
import { whyNoVote } from "../stand.ts";
import { governanceText } from "../text.ts";
import { proposalText } from "./text.ts";

const order: readonly Support[] = ["for", "against", "abstain"];

/** The reader's ballot: what they voted, why they cannot, or the form. Nothing is chosen beforehand. */
export function VoteForm({ proposal }: { proposal: Proposal }) {
  const t = useWords(proposalText);
  const shared = useWords(governanceText);
  const language = useLanguage();
  const { ledger, now } = useLedger();
  const signer = useSigner();
  const me = useMe();
  const [support, setSupport] = useState<Support | null>(null);
  const [reason, setReason] = useState("");
  const mine = me === null ? undefined : ballotOf(proposal, me);
  if (mine)
    return (
      <p className="mt-5 border-t border-line pt-5">
        <span className="font-serif text-lg">{t.mine(shared.support[mine.support])}</span>
        <span className="block text-sm text-ink-2">{t.mineAt(formatMoment(mine.at, language, now))}</span>
      </p>
    );
  const obstacle = signer ? whyNoVote(ledger, proposal, me, now) : null;
  const why = obstacle && obstacle !== "voted" ? (obstacle === "notSeated" ? shared.obstacle.notSeated(formatMoment(proposal.opensAt, language, now)) : shared.obstacle[obstacle]) : undefined;
  const tooLong = [...reason].length > MOST_REASON;
  const closed = why ?? (support === null ? t.choose : tooLong ? t.reasonLong(MOST_REASON) : undefined);
  const send = () => {
    if (!signer) askForSigner();
    else if (me !== null && support !== null) proposeVote(ledger, proposal, support, reason.trim(), now);
  };
  return (
    <form
      className="mt-5 flex flex-col gap-4 border-t border-line pt-5"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {!why && <Choice legend={t.form} value={support} options={order.map((value) => ({ value, label: shared.support[value] }))} onChoose={setSupport} />}
      {support !== null && (
        <TextArea label={t.reason} optional hint={t.reasonHint} error={tooLong && t.reasonLong(MOST_REASON)} rows={2} value={reason} onChange={(event) => setReason(event.target.value)} />
      )}
      <Button type="submit" wide closed={closed}>{t.review}</Button>
    </form>
  );
}
