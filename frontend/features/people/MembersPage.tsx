import { useState } from "react";
import { BooksGate } from "../../shared/books/BooksGate.tsx";
import { useBooks, useLedger } from "../../shared/books/books.ts";
import { useLanguage, useWords } from "../../shared/language/language.ts";
import { Button } from "../../shared/parts/Button.tsx";
import { Choice } from "../../shared/parts/Choice.tsx";
import { type Column, DataTable } from "../../shared/parts/DataTable.tsx";
import { EmptyState } from "../../shared/parts/EmptyState.tsx";
import { Field } from "../../shared/parts/Field.tsx";
import { Name } from "../../shared/parts/Name.tsx";
import { Page } from "../../shared/parts/Page.tsx";
import { findMembers, type MemberOrder, memberRows, type MemberRow, orderMembers } from "./members.ts";
import { ProjectTitles } from "./ProjectTitles.tsx";
import { seatWords } from "./standing.ts";
import { peopleText } from "./text.ts";

/** The list of members: found by name, number or address, ordered by name or number. */
export function MembersPage() {
  const t = useWords(peopleText);
  return (
    <Page title={t.title} lead={<Lead />}>
      <BooksGate>{() => <Members />}</BooksGate>
    </Page>
  );
}

function Lead() {
  const t = useWords(peopleText);
  const people = useBooks().ledger?.people;
  return people && t.lead(people.seated, people.members.size);
}

function Members() {
  const { ledger, now } = useLedger();
  const language = useLanguage();
  const t = useWords(peopleText);
  const [query, setQuery] = useState("");
  const [order, setOrder] = useState<MemberOrder>("name");
  const all = memberRows(ledger, now);
  const rows = orderMembers(findMembers(all, query), order, language);
  if (all.length === 0) return <EmptyState sentence={t.empty} hint={t.emptyHint} />;
  return (
    <>
      <div className="grid gap-x-8 gap-y-4 sm:grid-cols-[minmax(0,1fr)_auto]">
        <Field label={t.search} type="search" value={query} onChange={(event) => setQuery(event.target.value)} autoComplete="off" spellCheck={false} />
        <Choice
          legend={t.sort}
          value={order}
          options={[
            { value: "name", label: t.byName },
            { value: "number", label: t.byNumber },
          ]}
          onChoose={setOrder}
        />
      </div>
      <div className="mt-6" aria-live="polite">
        {rows.length > 0 ? <MemberTable rows={rows} /> : <EmptyState sentence={t.none(query.trim())} hint={t.noneHint} action={<Button onClick={() => setQuery("")}>{t.clear}</Button>} />}
      </div>
    </>
  );
}

function MemberTable({ rows }: { rows: readonly MemberRow[] }) {
  const language = useLanguage();
  const t = useWords(peopleText);
  const { now } = useLedger();
  const columns: Column<MemberRow>[] = [
    { key: "member", head: t.member, lead: true, cell: ({ member, name, known }) => <Name id={member.id} name={known ? name : null} /> },
    { key: "seat", head: t.seat, cell: ({ member }) => seatWords(member, language, now) },
    { key: "attests", head: t.attestsIn, cell: ({ attests }) => (attests.length === 0 ? t.none_ : <ProjectTitles ids={attests} />) },
    { key: "contributions", head: t.contributions, end: true, cell: ({ contributions }) => contributions },
  ];
  return <DataTable caption={t.title} columns={columns} rows={rows} rowKey={({ member }) => member.id} />;
}
