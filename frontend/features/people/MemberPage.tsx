import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import type { MemberId } from "#client/chain/ids.ts";
import type { Member } from "#client/people/fold.ts";
import { nameOf } from "#client/people/names.ts";
import { BooksGate } from "../../shared/books/BooksGate.tsx";
import { useBooks, useLedger, useMe } from "../../shared/books/books.ts";
import { useLanguage, useWords } from "../../shared/language/language.ts";
import { Button, buttonClass } from "../../shared/parts/Button.tsx";
import { EmptyState } from "../../shared/parts/EmptyState.tsx";
import { Page } from "../../shared/parts/Page.tsx";
import { partsText } from "../../shared/parts/text.ts";
import { MemberAnswers } from "./MemberAnswers.tsx";
import { MemberContributions } from "./MemberContributions.tsx";
import { SeatCard } from "./join/SeatCard.tsx";
import { MemberFacts } from "./MemberFacts.tsx";
import { MemberHistory } from "./MemberHistory.tsx";
import { MemberReviews } from "./MemberReviews.tsx";
import { MemberRounds } from "./MemberRounds.tsx";
import { MemberShares } from "./MemberShares.tsx";
import { MemberTrade } from "./MemberTrade.tsx";
import { ProfileDialog } from "./ProfileDialog.tsx";
import { RecoveryCard } from "./recover/RecoveryCard.tsx";
import { standingWords } from "./standing.ts";
import { peopleText } from "./text.ts";

/** One member: what the chain says of them, and what they did. */
export function MemberPage() {
  const { id = "" } = useParams({ strict: false }) as { id?: string };
  const t = useWords(peopleText);
  const language = useLanguage();
  const { ledger } = useBooks();
  const member = /^\d{1,9}$/.test(id) ? ledger?.people.members.get(Number(id) as MemberId) : undefined;
  if (!ledger) return <Page title={t.member}><BooksGate>{() => null}</BooksGate></Page>;
  if (!member) return <NoMember id={id} />;
  return <Known key={member.id} member={member} title={nameOf(member)[language]} />;
}

function NoMember({ id }: { id: string }) {
  const t = useWords(peopleText);
  return (
    <Page title={t.noMember}>
      <EmptyState sentence={t.noMemberHint(id)} action={<a className={buttonClass()} href="#/members">{t.toMembers}</a>} />
    </Page>
  );
}

function Known({ member, title }: { member: Member; title: string }) {
  const t = useWords(peopleText);
  const parts = useWords(partsText);
  const language = useLanguage();
  const { ledger, now } = useLedger();
  const mine = useMe() === member.id;
  const [editing, setEditing] = useState(false);
  const facts = [
    ...(nameOf(member).known ? [parts.no(member.id)] : []),
    ...(mine ? [t.you] : []),
    ...(member.founder ? [t.founder] : []),
    standingWords(ledger, member, language, now),
  ];
  return (
    <Page
      title={title}
      lead={<span className="num [text-autospace:no-autospace]">{facts.join(" · ")}</span>}
      aside={mine && <Button look="second" onClick={() => setEditing(true)}>{t.edit}</Button>}
    >
      <div className="grid gap-x-14 gap-y-10 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="order-2 min-w-0 lg:order-1">
          <SeatCard member={member} />
          <RecoveryCard member={member} />
          <MemberContributions member={member.id} mine={mine} />
          <MemberAnswers member={member.id} />
          <MemberRounds member={member.id} />
          <MemberReviews member={member.id} />
          <MemberTrade member={member.id} />
          <MemberHistory member={member.id} />
        </div>
        <div className="order-1 min-w-0 lg:order-2">
          <MemberShares member={member.id} />
          <MemberFacts member={member} />
        </div>
      </div>
      {mine && <ProfileDialog member={member} open={editing} onClose={() => setEditing(false)} />}
    </Page>
  );
}
