import type { ReactNode } from "react";
import type { ShareStatement } from "#client/value/shareStatement.ts";
import { useLedger } from "../../../shared/books/books.ts";
import { useTokenFacts } from "../../../shared/chain/tokens.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { formatClock, formatDate } from "../../../shared/language/time.ts";
import { Amount } from "../../../shared/parts/Amount.tsx";
import { DataTable } from "../../../shared/parts/DataTable.tsx";
import { Money } from "../../../shared/parts/Money.tsx";
import { memberWords, projectWords } from "../../../shared/books/names.ts";
import { holderWords, orderLink, orderTitle } from "../ledgers/titles.ts";
import type { AccountStatement, Line } from "./accounts.ts";
import { statementText } from "./text.ts";

/** One account in one token: opening, what came by source, what went, closing, then line by line. */
export function AccountPart({ statement }: { statement: AccountStatement }) {
  const t = useWords(statementText);
  const { account, token, opening, closing, sums, lines } = statement;
  const { symbol } = useTokenFacts(token);
  const money = (amount: bigint, signed = false) => <Money token={token} amount={amount} exact signed={signed} />;
  const ordered = [...sums.filter(({ amount }) => amount > 0n), ...sums.filter(({ amount }) => amount < 0n)];
  return (
    <section className="mt-5 break-inside-avoid">
      <h3 className="text-lg">{t.account[account]} · {symbol}</h3>
      <Sums opening={money(opening)} closing={money(closing)} lines={ordered.map(({ is, amount }) => ({ label: t.reason[is], amount: money(amount, true) }))} />
      {lines.length > 0 && (
        <Lines count={lines.length}>
          <DataTable
            caption={t.account[account]}
            rows={lines.map((line, key) => ({ ...line, key }))}
            rowKey={({ key }) => key}
            columns={[
              { key: "when", head: t.when, lead: true, cell: ({ at }) => <Moment at={at} /> },
              { key: "what", head: t.what, cell: (line) => <What line={line} /> },
              { key: "change", head: t.change, end: true, cell: ({ amount }) => money(amount, true) },
              { key: "after", head: t.after, end: true, cell: ({ balance }) => money(balance) },
            ]}
          />
        </Lines>
      )}
    </section>
  );
}

/** The reason, and the order, project or person that it is about. */
function What({ line: { is, order, project, member, to } }: { line: Line }) {
  const t = useWords(statementText);
  const language = useLanguage();
  const { ledger } = useLedger();
  const known = order === null ? undefined : ledger.price.orders.get(order);
  const about = project !== null ? projectWords(project)[language] : member !== null && member > 0 ? memberWords(member)[language] : to !== null ? holderWords(ledger, to, language) : null;
  return (
    <>
      {t.reason[is]}
      {known ? <> · <a href={orderLink(known.id)} className="opens">{orderTitle(ledger, known, language)}</a></> : about !== null && <> · {about}</>}
    </>
  );
}

/** The shares of one project: opening, drawn, closing. */
export function SharesPart({ statement }: { statement: ShareStatement }) {
  const t = useWords(statementText);
  const language = useLanguage();
  const { project, opening, drawn, closing, rows } = statement;
  const shares = (micro: bigint) => <Amount micro={micro} unit="shares" decimals={6} />;
  return (
    <section className="mt-5 break-inside-avoid">
      <h3 className="text-lg">{projectWords(project)[language]}</h3>
      <Sums opening={shares(opening)} closing={shares(closing)} lines={drawn > 0n ? [{ label: t.drawn, amount: <>+{shares(drawn)}</> }] : []} />
      {rows.length > 0 && (
        <Lines count={rows.length}>
          <DataTable
            caption={projectWords(project)[language]}
            rows={rows}
            rowKey={({ tx, logIndex }) => `${tx}.${logIndex}`}
            columns={[
              { key: "when", head: t.when, lead: true, cell: ({ at }) => <Moment at={at} /> },
              { key: "what", head: t.what, cell: ({ epoch }) => t.epoch(epoch) },
              { key: "change", head: t.change, end: true, cell: (draw) => shares(draw.shares) },
            ]}
          />
        </Lines>
      )}
    </section>
  );
}

function Sums({ opening, closing, lines }: { opening: ReactNode; closing: ReactNode; lines: readonly { label: string; amount: ReactNode }[] }) {
  const t = useWords(statementText);
  const row = "flex items-baseline justify-between gap-4 py-1.5";
  return (
    <dl className="mt-1">
      <div className={row}><dt className="text-ink-2">{t.opening}</dt><dd className="num text-end">{opening}</dd></div>
      {lines.length === 0 && <div className={`${row} text-ink-2`}><dt>{t.nothing}</dt></div>}
      {lines.map(({ label, amount }) => (
        <div key={label} className={`${row} ps-4`}><dt>{label}</dt><dd className="num text-end">{amount}</dd></div>
      ))}
      <div className={`${row} border-t border-line font-semibold`}><dt>{t.closing}</dt><dd className="num text-end">{closing}</dd></div>
    </dl>
  );
}

/** Closed on a screen, until asked for; on paper it is written out by the page, which opens all of them before it prints. */
function Lines({ count, children }: { count: number; children: ReactNode }) {
  const t = useWords(statementText);
  return (
    <details data-lines>
      <summary className="no-print inline-flex min-h-11 items-center text-sm underline underline-offset-4">{t.rows(count)}</summary>
      {children}
    </details>
  );
}

function Moment({ at }: { at: number }) {
  const language = useLanguage();
  return <time dateTime={new Date(at * 1000).toISOString()} className="num keep">{formatDate(at, language)} {formatClock(at, language)}</time>;
}
