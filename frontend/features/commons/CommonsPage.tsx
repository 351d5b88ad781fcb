import type { Token } from "#client/chain/ids.ts";
import { BooksGate } from "../../shared/books/BooksGate.tsx";
import { useLedger } from "../../shared/books/books.ts";
import { PracticeFoot } from "../../shared/chain/PracticeFoot.tsx";
import { useTokenFacts } from "../../shared/chain/tokens.ts";
import { useLanguage, useWords } from "../../shared/language/language.ts";
import { formatMoment, formatWhen } from "../../shared/language/time.ts";
import { Address, Hash } from "../../shared/parts/Address.tsx";
import { Button, buttonClass } from "../../shared/parts/Button.tsx";
import { type Column, DataTable } from "../../shared/parts/DataTable.tsx";
import { Money } from "../../shared/parts/Money.tsx";
import { Page, Section } from "../../shared/parts/Page.tsx";
import { holderWords } from "../price/ledgers/titles.ts";
import { ProjectName } from "../work/projects/ProjectName.tsx";
import { choreNote, choreTitle, proposeChore } from "./propose.ts";
import { commonsText } from "./text.ts";
import { type Capital, capitals, chores, type Reserve, reserves, type Spent, spentByVotes, voteAt } from "./views.ts";

/** What belongs to all: guarantee capital, reserves, and what votes made of them. */
export function CommonsPage() {
  const t = useWords(commonsText);
  return (
    <Page title={t.title} lead={t.lead} aside={<a href="#/decide/new" className={buttonClass("second")}>{t.propose}</a>}>
      <BooksGate>{() => <Commons />}</BooksGate>
      <PracticeFoot />
    </Page>
  );
}

function Commons() {
  return (
    <div className="grid gap-x-14 gap-y-10 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <div className="min-w-0">
        <CapitalPart />
        <ReservesPart />
        <SpentPart />
      </div>
      <div className="min-w-0">
        <Chores />
        <Contracts />
        <Moves />
      </div>
    </div>
  );
}

function CapitalPart() {
  const t = useWords(commonsText);
  const { ledger, now } = useLedger();
  const list = capitals(ledger, now);
  const columns: Column<Capital>[] = [
    { key: "token", head: t.token, lead: true, cell: ({ token }) => <TokenName token={token} /> },
    ...(["inForce", "waiting", "coming", "mostNow"] as const).map((key) => ({ key, head: t[key], end: true, cell: (one: Capital) => <Money token={one.token} amount={one[key]} /> })),
  ];
  return (
    <Section title={t.capital} note={t.capitalNote}>
      {list.length === 0 ? <p className="text-ink-2">{t.capitalNone}</p> : <DataTable caption={t.capital} columns={columns} rows={list} rowKey={({ token }) => token} />}
    </Section>
  );
}

function ReservesPart() {
  const t = useWords(commonsText);
  const language = useLanguage();
  const { ledger, now } = useLedger();
  const list = reserves(ledger, now);
  const several = new Set(list.map(({ token }) => token)).size > 1;
  const columns: Column<Reserve>[] = [
    {
      key: "project",
      head: t.project,
      lead: true,
      cell: ({ project, token, goneFrom }) => (
        <>
          <ProjectName id={project} />
          {several && <span className="block text-sm text-ink-2"><TokenName token={token} /></span>}
          {goneFrom !== null && <span className="block text-sm text-ink-2">{t.goneFrom(formatMoment(goneFrom, language, now))}</span>}
        </>
      ),
    },
    ...(["inForce", "waiting", "coming", "pocket"] as const).map((key) => ({ key, head: t[key], end: true, cell: (one: Reserve) => <Money token={one.token} amount={one[key]} /> })),
  ];
  return (
    <Section title={t.reserves} note={t.reservesNote}>
      {list.length === 0 ? <p className="text-ink-2">{t.reservesNone}</p> : <DataTable caption={t.reserves} columns={columns} rows={list} rowKey={({ project, token }) => `${project}.${token}`} />}
    </Section>
  );
}

function TokenName({ token }: { token: Token }) {
  const { symbol } = useTokenFacts(token);
  return <>{symbol}</>;
}

function SpentPart() {
  const t = useWords(commonsText);
  const { ledger } = useLedger();
  const list = spentByVotes(ledger);
  return (
    <Section title={t.spent}>
      {list.length === 0 && <p className="text-ink-2">{t.spentNone}</p>}
      <ul>{list.map((spent) => <SpentRow key={`${spent.tx}.${spent.from}.${spent.project}.${spent.amount}`} spent={spent} />)}</ul>
    </Section>
  );
}

function SpentRow({ spent: { from, project, token, amount, to, at } }: { spent: Spent }) {
  const t = useWords(commonsText);
  const language = useLanguage();
  const { ledger, now } = useLedger();
  const vote = voteAt(ledger, at);
  const source = { reserve: t.fromReserve, pocket: t.fromPocket, capital: t.released }[from];
  return (
    <li className="flex min-h-17 items-center justify-between gap-4 border-b border-line py-2.5 last:border-b-0">
      <span className="min-w-0">
        {project === null ? t.capital : <ProjectName id={project} />} · {t.spentTo(holderWords(ledger, to, language))}
        <span className="block text-sm text-ink-2">
          {source} · {formatWhen(at, language, now)}
          {vote && <> · <a href={`#/v/${vote.id}`} className="opens reach">{t.byVote}</a></>}
        </span>
      </span>
      <Money token={token} amount={amount} />
    </li>
  );
}

function Chores() {
  const t = useWords(commonsText);
  const language = useLanguage();
  const { ledger, now } = useLedger();
  const list = chores(ledger, now);
  return (
    <Section title={t.anyone} note={t.anyoneNote}>
      {list.length === 0 && <p className="text-ink-2">{t.anyoneNone}</p>}
      <ul>
        {list.map((chore) => (
          <li key={`${chore.is}.${"project" in chore ? chore.project : ""}.${chore.token}`} className="border-b border-line py-3 last:border-b-0">
            <Button small look="second" onClick={() => proposeChore(ledger, chore)}>{choreTitle(chore, language)}</Button>
            <p className="mt-1 text-sm text-ink-2">{choreNote(chore, language)}</p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Contracts() {
  const t = useWords(commonsText);
  const { ledger } = useLedger();
  const list = [...ledger.commons.contracts.values()];
  return (
    <Section title={t.contracts}>
      {list.length === 0 && <p className="text-ink-2">{t.contractsNone}</p>}
      <ul>
        {list.map(({ target, codeHash, adopted }) => (
          <li key={target} className="flex min-h-13 flex-wrap items-center gap-x-4 border-b border-line py-2 last:border-b-0">
            <Address address={target} />
            <span className="text-sm text-ink-2">{adopted ? t.adopted : t.letGo}</span>
            <Hash hash={codeHash} label={t.codeHash} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Moves() {
  const t = useWords(commonsText);
  const language = useLanguage();
  const { ledger, now } = useLedger();
  const moves = ledger.commons.moves.toReversed();
  if (moves.length === 0) return null;
  return (
    <Section title={t.moves}>
      <ul>
        {moves.map((move) => (
          <li key={`${move.tx}.${move.is}.${move.token}`} className="flex min-h-13 items-center justify-between gap-4 border-b border-line py-2 last:border-b-0">
            <span className="min-w-0">{t.move[move.is]} <span className="text-sm text-ink-2">{formatWhen(move.at, language, now)}</span></span>
            <Money token={move.token} amount={move.is === "released" ? -move.amount : move.amount} signed />
          </li>
        ))}
      </ul>
    </Section>
  );
}
