import { useMemo, useState } from "react";
import { ballotOf } from "#client/governance/tally.ts";
import { electorateOf } from "#client/people/fold.ts";
import { BooksGate } from "../../../shared/books/BooksGate.tsx";
import { useLedger, useMe } from "../../../shared/books/books.ts";
import { MoveTime } from "../../../shared/chain/TimeMachine.tsx";
import { PracticeFoot } from "../../../shared/chain/PracticeFoot.tsx";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { Button, buttonClass } from "../../../shared/parts/Button.tsx";
import { UrgentCard } from "../../../shared/parts/Card.tsx";
import { Deadline } from "../../../shared/parts/Deadline.tsx";
import { EmptyState } from "../../../shared/parts/EmptyState.tsx";
import { Select } from "../../../shared/parts/Field.tsx";
import { Page, Section } from "../../../shared/parts/Page.tsx";
import { pageOf, Pager } from "../../../shared/parts/Pager.tsx";
import { Rows } from "../../../shared/parts/Row.tsx";
import { proposeExecute } from "../acts/execute.ts";
import { proposeQueue } from "../acts/queue.ts";
import { CalendarButton } from "../Calendar.tsx";
import { whyNoVote } from "../stand.ts";
import { governanceText } from "../text.ts";
import { proposalLink, titleOf } from "../titles.ts";
import { type Lists, listsOf, type Placed } from "./lists.ts";
import { ProposalRow } from "./ProposalRow.tsx";
import { decideText } from "./text.ts";

/** So many rows are drawn at once; a cooperative that decided ten thousand times is read page by page. */
const SIZE = 20;

/** What is voted on, what waits, what was decided. */
export function DecidePage() {
  const t = useWords(decideText);
  return (
    <Page title={t.title} lead={t.lead} aside={<a href="#/decide/new" className={buttonClass("second")}>{t.propose}</a>}>
      <BooksGate>{() => <Loaded />}</BooksGate>
      <PracticeFoot />
    </Page>
  );
}

function Loaded() {
  const t = useWords(decideText);
  const { ledger, now } = useLedger();
  const lists = useMemo(() => listsOf(ledger, now), [ledger, now]);
  const ahead = [...lists.open, ...lists.opening, ...lists.waiting].map(({ proposal }) => proposal);
  if (ledger.governance.proposals.size === 0) return <EmptyState sentence={t.empty} hint={t.emptyHint} action={<a href="#/terms" className={buttonClass("second")}>{t.rules}</a>} />;
  return (
    <div className="max-w-200">
      <OpenVotes open={lists.open} />
      <List title={t.opening} list={lists.opening} />
      <Waiting list={lists.waiting} />
      <Decided list={lists.decided} />
      <div className="mt-10 flex flex-wrap items-center gap-x-6 gap-y-2">
        {ahead.length > 0 && <CalendarButton proposals={ahead} all />}
        <a href="#/offnet/inbox" className={buttonClass("text", true)}>{t.carry}</a>
        <a href="#/terms" className={buttonClass("text", true)}>{t.rules}</a>
      </div>
    </div>
  );
}

/** The vote that closes first and still lacks the reader's ballot has the card; all others are rows. */
function OpenVotes({ open }: { open: Lists["open"] }) {
  const t = useWords(decideText);
  const shared = useWords(governanceText);
  const language = useLanguage();
  const { ledger, now } = useLedger();
  const me = useMe();
  const urgent = open.find(({ proposal }) => me === null || (!ballotOf(proposal, me) && whyNoVote(ledger, proposal, me, now) === null));
  if (open.length === 0) return <p className="prose text-ink-2">{t.allDone}</p>;
  return (
    <>
      {urgent && (
        <UrgentCard
          kind={shared.matter[urgent.proposal.matter]}
          deadline={<Deadline at={urgent.proposal.closesAt + 1} />}
          title={titleOf(ledger, urgent.proposal)[language]}
          note={shared.voted(urgent.proposal.ballots.length, electorateOf(ledger, urgent.proposal.opensAt))}
          action={<a href={proposalLink(urgent.proposal)} className={buttonClass()}>{t.vote}</a>}
        />
      )}
      <List title={t.open} note={t.openNote} list={open.filter((one) => one !== urgent)} />
    </>
  );
}

/** Rows under a heading, page by page; nothing where there are none. */
function List({ title, note, list }: { title: string; note?: string; list: readonly Placed[] }) {
  const [page, setPage] = useState(0);
  if (list.length === 0) return null;
  return (
    <Section title={title} note={note}>
      <Rows label={title}>
        {pageOf(list, page, SIZE).map((placed) => (
          <ProposalRow key={placed.proposal.id} placed={placed} />
        ))}
      </Rows>
      <Pager page={page} size={SIZE} total={list.length} label={title} onTurn={setPage} />
    </Section>
  );
}

/** What passed: each with the step that anyone may take now, or the date from which. */
function Waiting({ list }: { list: Lists["waiting"] }) {
  const t = useWords(decideText);
  const language = useLanguage();
  const { ledger, now } = useLedger();
  const [page, setPage] = useState(0);
  if (list.length === 0) return null;
  const step = ({ proposal, state }: Placed) => {
    if (state === "succeeded") return <Button small look="second" aria-label={`${t.queue}: ${titleOf(ledger, proposal)[language]}`} onClick={() => proposeQueue(ledger, proposal, now)}>{t.queue}</Button>;
    if (proposal.eta! <= now) return <Button small look="second" aria-label={`${t.execute}: ${titleOf(ledger, proposal)[language]}`} onClick={() => proposeExecute(ledger, proposal, now)}>{t.execute}</Button>;
    return <MoveTime to={proposal.eta!} />;
  };
  return (
    <Section title={t.waiting} note={t.waitingNote}>
      <ul aria-label={t.waiting}>
        {pageOf(list, page, SIZE).map((placed) => (
          <li key={placed.proposal.id} className="flex flex-wrap items-center justify-between gap-x-6 border-b border-line py-1 last:border-b-0">
            <ul className="min-w-0 flex-1 basis-72">
              <ProposalRow placed={placed} />
            </ul>
            {step(placed)}
          </li>
        ))}
      </ul>
      <Pager page={page} size={SIZE} total={list.length} label={t.waiting} onTurn={setPage} />
    </Section>
  );
}

const results = ["executed", "defeated", "expired", "cancelled"] as const;

/** What has a result, newest first; filtered by result where there are many. */
function Decided({ list }: { list: Lists["decided"] }) {
  const t = useWords(decideText);
  const shared = useWords(governanceText);
  const [result, setResult] = useState("all");
  const [page, setPage] = useState(0);
  const shown = useMemo(() => (result === "all" ? list : list.filter(({ state }) => state === result)), [list, result]);
  if (list.length === 0) return null;
  return (
    <Section title={t.decided}>
      {list.length > SIZE && (
        <div className="mb-3 max-w-64">
          <Select label={t.filter} value={result} onChange={(event) => { setResult(event.target.value); setPage(0); }}>
            <option value="all">{t.all}</option>
            {results.map((one) => (
              <option key={one} value={one}>{shared.state[one]}</option>
            ))}
          </Select>
        </div>
      )}
      <Rows label={t.decided}>
        {pageOf(shown, page, SIZE).map((placed) => (
          <ProposalRow key={placed.proposal.id} placed={placed} />
        ))}
      </Rows>
      <Pager page={page} size={SIZE} total={shown.length} label={t.decided} onTurn={setPage} />
    </Section>
  );
}
