import { useState } from "react";
import { BooksGate } from "../../shared/books/BooksGate.tsx";
import { useBooks, useLedger, useMe } from "../../shared/books/books.ts";
import { useLanguage, useWords } from "../../shared/language/language.ts";
import { formatDate } from "../../shared/language/time.ts";
import { Button, buttonClass } from "../../shared/parts/Button.tsx";
import { Choice } from "../../shared/parts/Choice.tsx";
import { type Column, DataTable } from "../../shared/parts/DataTable.tsx";
import { EmptyState } from "../../shared/parts/EmptyState.tsx";
import { Field } from "../../shared/parts/Field.tsx";
import { Name } from "../../shared/parts/Name.tsx";
import { Page } from "../../shared/parts/Page.tsx";
import { LinkRow, Rows } from "../../shared/parts/Row.tsx";
import { findMembers, type MemberOrder, memberRows, type MemberRow, orderMembers } from "./members.ts";
import { ProjectTitles } from "./ProjectTitles.tsx";
import { standingWords } from "./standing.ts";
import { peopleText } from "./text.ts";

/** The list of members: found by name, number or address, ordered by name or number. */
export function MembersPage() {
  const t = useWords(peopleText);
  const me = useMe();
  return (
    <Page title={t.title} lead={<Lead />} aside={<a href="#/join" className={buttonClass("second")}>{me === null ? t.join : t.invite}</a>}>
      <BooksGate>{() => <Members />}</BooksGate>
      <div className="mt-10 max-w-160">
        <Rows label={t.more}>
          <LinkRow href="#/vouch" title={t.toVouch} note={t.toVouchNote} />
          <LinkRow href="#/keys" title={t.toKeys} note={t.toKeysNote} />
          <LinkRow href="#/recover" title={t.toRecover} note={t.toRecoverNote} />
        </Rows>
      </div>
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
  const { ledger, now } = useLedger();
  const columns: Column<MemberRow>[] = [
    { key: "member", head: t.member, lead: true, cell: ({ member, name, known }) => <Name id={member.id} name={known ? name : null} /> },
    { key: "standing", head: t.standing, cell: ({ member }) => standingWords(ledger, member, language, now) },
    { key: "joined", head: t.joinedWhen, cell: ({ member }) => formatDate(member.joinedAt, language, now) },
    { key: "attests", head: t.attestsIn, cell: ({ attests }) => (attests.length === 0 ? t.none_ : <ProjectTitles ids={attests} />) },
    { key: "contributions", head: t.contributions, end: true, cell: ({ contributions }) => contributions },
  ];
  return <DataTable caption={t.title} columns={columns} rows={rows} rowKey={({ member }) => member.id} />;
}
