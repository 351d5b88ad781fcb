import { useParams } from "@tanstack/react-router";
import { type ProposalId, proposalId } from "#client/chain/ids.ts";
import { proposalState } from "#client/governance/state.ts";
import type { Proposal } from "#client/governance/types.ts";
import { BooksGate } from "../../../shared/books/BooksGate.tsx";
import { useBooks, useLedger } from "../../../shared/books/books.ts";
import { PracticeFoot } from "../../../shared/chain/PracticeFoot.tsx";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { formatDate } from "../../../shared/language/time.ts";
import { useWide } from "../../../shared/look/useWide.ts";
import { buttonClass } from "../../../shared/parts/Button.tsx";
import { EmptyState } from "../../../shared/parts/EmptyState.tsx";
import { Page } from "../../../shared/parts/Page.tsx";
import { MemberName } from "../../people/MemberName.tsx";
import { governanceText } from "../text.ts";
import { titleOf } from "../titles.ts";
import { Actions } from "./Actions.tsx";
import { BallotTable } from "./BallotTable.tsx";
import { Clones } from "./Clones.tsx";
import { Needs } from "./Needs.tsx";
import { Recipe } from "./Recipe.tsx";
import { proposalText } from "./text.ts";
import { Timeline } from "./Timeline.tsx";
import { VoteCard } from "./VoteCard.tsx";
import { Words } from "./Words.tsx";

/** One proposal: what it would do, how the vote stands and why, every ballot, and what comes next. */
export function ProposalPage() {
  const { id = "" } = useParams({ strict: false }) as { id?: string };
  const t = useWords(proposalText);
  const shared = useWords(governanceText);
  const { ledger } = useBooks();
  if (!ledger) return <Page title={shared.title}><BooksGate>{() => null}</BooksGate></Page>;
  const proposal = /^\d{1,78}$/.test(String(id)) ? ledger.governance.proposals.get(idOf(String(id))!) : undefined;
  if (!proposal)
    return (
      <Page title={t.none}>
        <EmptyState sentence={t.noneHint} action={<a className={buttonClass()} href="#/decide">{t.toList}</a>} />
      </Page>
    );
  return <Known key={String(proposal.id)} proposal={proposal} />;
}

function idOf(text: string): ProposalId | null {
  try {
    return proposalId(text);
  } catch {
    return null;
  }
}

function Known({ proposal }: { proposal: Proposal }) {
  const { ledger, now } = useLedger();
  const language = useLanguage();
  const t = useWords(proposalText);
  const shared = useWords(governanceText);
  // Drawn once, so that what was chosen in it is there once.
  const wide = useWide(1024);
  const state = proposalState(proposal, ledger, now);
  return (
    <Page
      title={titleOf(ledger, proposal)[language]}
      lead={
        <span className="[text-autospace:no-autospace]">
          {`${shared.matter[proposal.matter]} · ${shared.state[state]} · ${t.by}${language === "zh" ? "" : " "}`}
          <MemberName id={proposal.proposer} />
          {` · ${t.proposed(formatDate(proposal.createdAt, language, now))}`}
        </span>
      }
    >
      <Clones proposal={proposal} />
      <div className="grid gap-x-14 gap-y-10 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="min-w-0">
          <Actions proposal={proposal} />
          {!wide && <div className="mt-8"><VoteCard proposal={proposal} /></div>}
          <div className="mt-10">
            <Words proposal={proposal} />
            <BallotTable proposal={proposal} />
            <Recipe proposal={proposal} />
          </div>
        </div>
        <div className="min-w-0">
          {wide && <div className="mb-10"><VoteCard proposal={proposal} /></div>}
          <Needs proposal={proposal} />
          <Timeline proposal={proposal} />
        </div>
      </div>
      <PracticeFoot />
    </Page>
  );
}
