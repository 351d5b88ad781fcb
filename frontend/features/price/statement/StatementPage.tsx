import { useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { epochOf } from "#client/chain/clock.ts";
import { type MemberId, NOBODY, type ProjectId } from "#client/chain/ids.ts";
import { allDividendsOf } from "#client/price/accounts.ts";
import type { Span } from "#client/price/statement.ts";
import { shareStatements } from "#client/value/shareStatement.ts";
import { BooksGate } from "../../../shared/books/BooksGate.tsx";
import { useBooks, useLedger, useMe } from "../../../shared/books/books.ts";
import { memberWords, projectWords } from "../../../shared/books/names.ts";
import { coopNameStore } from "../../../shared/chain/deployment.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { formatDate } from "../../../shared/language/time.ts";
import { Button } from "../../../shared/parts/Button.tsx";
import { Field, Select } from "../../../shared/parts/Field.tsx";
import { Money } from "../../../shared/parts/Money.tsx";
import { Page, Section } from "../../../shared/parts/Page.tsx";
import { saveFile } from "../../../shared/parts/saveFile.ts";
import { useStore } from "../../../shared/store/store.ts";
import { byToken } from "../dividends/propose.ts";
import { accountsOfProject, purseAccounts } from "./accounts.ts";
import { AccountPart, SharesPart } from "./AccountPart.tsx";
import { statementCsv } from "./csv.ts";
import { type Choice, dayOf, periodOf } from "./period.ts";
import { statementText } from "./text.ts";

/** Whose statement: a member's purse, or a project's reserve. */
type Whose = { readonly is: "member"; readonly id: MemberId } | { readonly is: "project"; readonly id: ProjectId };

/** What a member's purse or a project's reserve saw between two days, to be read, printed or taken along. */
export function StatementPage() {
  const t = useWords(statementText);
  return (
    <Page title={t.title} lead={<span className="no-print">{t.lead}</span>}>
      <BooksGate>{() => <Chosen />}</BooksGate>
    </Page>
  );
}

const number = (text: unknown): number | null => (/^\d{1,9}$/.test(String(text ?? "")) ? Number(text) : null);

function Chosen() {
  const search = useSearch({ strict: false }) as { member?: unknown; project?: unknown };
  const me = useMe();
  const { ledger } = useLedger();
  const [member, project] = [number(search.member), number(search.project)];
  const first = me ?? ([...ledger.people.members.keys()][0] as MemberId);
  const whose: Whose = project !== null ? { is: "project", id: project as ProjectId } : { is: "member", id: (member ?? first) as MemberId };
  const known = whose.is === "project" ? ledger.work.projects.has(whose.id) : ledger.people.members.has(whose.id);
  return <Statement key={`${whose.is}/${whose.id}`} whose={known ? whose : { is: "member", id: first }} />;
}

function Statement({ whose }: { whose: Whose }) {
  const { ledger, now } = useLedger();
  const t = useWords(statementText);
  const [choice, setChoice] = useState<Choice>({ is: "all" });
  const period = periodOf(choice, ledger.clock.genesis, now);
  useOpenLinesOnPaper();
  return (
    <>
      <div className="no-print grid max-w-3xl gap-4 sm:grid-cols-2">
        <WhoseField whose={whose} />
        <PeriodFields choice={choice} onChoose={setChoice} />
      </div>
      {period ? <Told whose={whose} period={period} /> : <p role="alert" className="mt-4 text-fail">{t.wrong}</p>}
    </>
  );
}

function WhoseField({ whose }: { whose: Whose }) {
  const t = useWords(statementText);
  const language = useLanguage();
  const { ledger } = useLedger();
  const navigate = useNavigate();
  const go = (value: string) => {
    const [is, id] = value.split("/");
    void navigate({ to: "/ledgers/statement", search: { [is!]: Number(id) } as never });
  };
  return (
    <Select label={t.who} value={`${whose.is}/${whose.id}`} onChange={({ target }) => go(target.value)}>
      <optgroup label={t.members}>
        {[...ledger.people.members.keys()].map((id) => <option key={id} value={`member/${id}`}>{t.ofMember(memberWords(id)[language], id)}</option>)}
      </optgroup>
      <optgroup label={t.projects}>
        {[...ledger.work.projects.keys()].map((id) => <option key={id} value={`project/${id}`}>{t.ofProject(projectWords(id)[language], id)}</option>)}
      </optgroup>
    </Select>
  );
}

function PeriodFields({ choice, onChoose }: { choice: Choice; onChoose: (choice: Choice) => void }) {
  const t = useWords(statementText);
  const { ledger, now } = useLedger();
  const epochs = Array.from({ length: epochOf(ledger, now) + 1 }, (_, at) => at).toReversed();
  const choose = (value: string) => {
    if (value === "all") onChoose({ is: "all" });
    else if (value === "days") onChoose({ is: "days", from: dayOf(ledger.clock.genesis), until: dayOf(now) });
    else onChoose({ is: "epoch", epoch: Number(value) });
  };
  return (
    <>
      <Select label={t.period} value={choice.is === "epoch" ? choice.epoch : choice.is} onChange={({ target }) => choose(target.value)}>
        <option value="all">{t.all}</option>
        {epochs.map((epoch) => <option key={epoch} value={epoch}>{t.epoch(epoch)}</option>)}
        <option value="days">{t.own}</option>
      </Select>
      {choice.is === "days" && (
        <>
          <Field type="date" label={t.from} value={choice.from} onChange={({ target }) => onChoose({ ...choice, from: target.value })} />
          <Field type="date" label={t.until} value={choice.until} onChange={({ target }) => onChoose({ ...choice, until: target.value })} />
        </>
      )}
    </>
  );
}

function Told({ whose, period }: { whose: Whose; period: Span }) {
  const t = useWords(statementText);
  const language = useLanguage();
  const { ledger } = useLedger();
  const accounts = whose.is === "member" ? purseAccounts(ledger, whose.id, period) : accountsOfProject(ledger, whose.id, period);
  const shares = whose.is === "member" ? shareStatements(ledger, whose.id, period) : shareStatements(ledger, NOBODY, period, whose.id);
  const save = () => saveFile(`statement-${whose.is}-${whose.id}.csv`, "text/csv", statementCsv(accounts, shares, language));
  return (
    <>
      <div className="no-print mt-4 flex flex-wrap gap-3">
        <Button small look="second" onClick={() => window.print()}>{t.print}</Button>
        <Button small look="second" onClick={save}>{t.csv}</Button>
      </div>
      <Letterhead whose={whose} period={period} />
      <Section title={<span className="text-price">{t.price}</span>}>
        {accounts.length === 0 && <p className="text-ink-2">{t.noMoney}</p>}
        {accounts.map((statement) => <AccountPart key={`${statement.account}.${statement.token}`} statement={statement} />)}
        {whose.is === "member" && <Owed member={whose.id} />}
      </Section>
      <Section title={<span className="text-value">{t.value}</span>}>
        {shares.length === 0 && <p className="text-ink-2">{t.noShares}</p>}
        {shares.map((statement) => <SharesPart key={statement.project} statement={statement} />)}
      </Section>
    </>
  );
}

/** Who keeps the books, whose statement it is, of what time, and by which block: on paper all of it must stand at the head. */
function Letterhead({ whose, period }: { whose: Whose; period: Span }) {
  const t = useWords(statementText);
  const language = useLanguage();
  const { block } = useBooks();
  const coop = useStore(coopNameStore)[language];
  const name = whose.is === "member" ? t.ofMember(memberWords(whose.id)[language], whose.id) : t.ofProject(projectWords(whose.id)[language], whose.id);
  return (
    <p className="mt-6 leading-relaxed">
      <span className="block font-serif text-xl">{name}</span>
      <span className="block text-ink-2">
        {coop} · {t.between(formatDate(period.from, language), formatDate(period.until - 1, language))} · <span className="num">{t.asOf(String(block ?? 0n))}</span>
      </span>
    </p>
  );
}

function Owed({ member }: { member: MemberId }) {
  const t = useWords(statementText);
  const { ledger, now } = useLedger();
  const owed = allDividendsOf(ledger, member, now).filter((one) => one.owed > 0n);
  if (owed.length === 0) return null;
  return (
    <p className="mt-4 text-sm text-ink-2">
      {t.owed} {[...byToken(owed)].map(([token, amount]) => <span key={token} className="ms-2"><Money token={token} amount={amount} exact /></span>)}
    </p>
  );
}

/** A closed list of lines would be missing on paper: all are opened while the page is printed. */
function useOpenLinesOnPaper(): void {
  useEffect(() => {
    const lines = () => [...document.querySelectorAll<HTMLDetailsElement>("details[data-lines]")];
    let closed: HTMLDetailsElement[] = [];
    const open = () => {
      closed = lines().filter((one) => !one.open);
      for (const one of closed) one.open = true;
    };
    const close = () => {
      for (const one of closed) one.open = false;
    };
    window.addEventListener("beforeprint", open);
    window.addEventListener("afterprint", close);
    return () => {
      window.removeEventListener("beforeprint", open);
      window.removeEventListener("afterprint", close);
    };
  }, []);
}
