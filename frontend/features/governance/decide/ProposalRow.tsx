import { expiresAt } from "#client/governance/state.ts";
import { ballotOf } from "#client/governance/tally.ts";
import { useLedger, useMe } from "../../../shared/books/books.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { formatMoment, formatSpan, formatWhen } from "../../../shared/language/time.ts";
import { LinkRow } from "../../../shared/parts/Row.tsx";
import { partsText } from "../../../shared/parts/text.ts";
import { whyNoVote } from "../stand.ts";
import { governanceText } from "../text.ts";
import { proposalLink, titleOf } from "../titles.ts";
import { decidedAt, type Placed } from "./lists.ts";
import { resultOf } from "./result.ts";
import { decideText } from "./text.ts";

/** A proposal in a list: what it would do, where it stands, and what that means for the reader. */
export function ProposalRow({ placed: { proposal, state } }: { placed: Placed }) {
  const { ledger, now } = useLedger();
  const language = useLanguage();
  const t = useWords(decideText);
  const shared = useWords(governanceText);
  const parts = useWords(partsText);
  const me = useMe();
  const left = (at: number) => parts.left(formatSpan(at - now, language));
  const moment = (at: number) => formatMoment(at, language, now);
  const mine = () => {
    if (me === null) return null;
    const ballot = ballotOf(proposal, me);
    if (ballot) return shared.mine(shared.support[ballot.support]);
    return whyNoVote(ledger, proposal, me, now) === "notSeated" ? shared.noVote : shared.mineNone;
  };
  const note = () => {
    if (state === "active") return [shared.matter[proposal.matter], left(proposal.closesAt + 1), mine()];
    if (state === "pending") return [shared.matter[proposal.matter], t.opens(moment(proposal.opensAt))];
    if (state === "succeeded") return [shared.state[state], t.queueNow(moment(expiresAt(proposal)))];
    if (state === "queued") return [shared.state[state], proposal.eta! <= now ? t.executeNow(moment(expiresAt(proposal))) : t.executeFrom(moment(proposal.eta!))];
    return [shared.state[state], resultOf(ledger, proposal, state, language)];
  };
  const end = state !== "active" && state !== "pending" && state !== "succeeded" && state !== "queued" && (
    <time dateTime={new Date(decidedAt(proposal) * 1000).toISOString()} className="keep num text-sm text-ink-3">{formatWhen(decidedAt(proposal), language, now)}</time>
  );
  return <LinkRow href={proposalLink(proposal)} title={titleOf(ledger, proposal)[language]} note={note().filter(Boolean).join(language === "zh" ? "，" : ", ")} end={end} />;
}
