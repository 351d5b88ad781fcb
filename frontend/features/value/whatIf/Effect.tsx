import type { MemberId } from "#client/chain/ids.ts";
import { useLedger } from "../../../shared/books/books.ts";
import type { Compared, MemberChange } from "#client/value/standings.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { formatMicro } from "../../../shared/language/numbers.ts";
import { type Column, DataTable } from "../../../shared/parts/DataTable.tsx";
import { Section } from "../../../shared/parts/Page.tsx";
import { nameOfGuess } from "./names.ts";
import { whatIfText } from "./text.ts";

/** Shares of one, now and then. */
interface Row {
  readonly key: string;
  readonly name: string;
  readonly before: bigint;
  readonly after: bigint;
}

/** So many others are drawn one by one; the rest are one row. */
const MOST_OTHERS = 7;

/** Bars of everybody's shares of the epoch, now and then, and the same as a table. The contributors stand first. */
export function Effect({ said, own }: { said: Compared; own: readonly MemberId[] }) {
  const t = useWords(whatIfText);
  const rows = useRows(said, own);
  const most = rows.reduce((largest, { before, after }) => [before, after].reduce((a, b) => (a > b ? a : b), largest), 1n);
  return (
    <Section title={t.effect} note={t.effectNote}>
      <div aria-hidden="true" className="flex flex-col gap-4">
        {rows.map((row) => (
          <Bars key={row.key} row={row} most={most} />
        ))}
      </div>
      {rows.length <= own.length && <p className="mt-3 text-ink-2">{t.effectNone}</p>}
      <details className="mt-4">
        <summary className="inline-flex min-h-11 items-center text-sm underline underline-offset-4">{t.table}</summary>
        <EffectTable rows={rows} />
      </details>
    </Section>
  );
}

function useRows({ members, before, after }: Compared, own: readonly MemberId[]): Row[] {
  const t = useWords(whatIfText);
  const language = useLanguage();
  const { ledger } = useLedger();
  const row = ({ member, before, after }: MemberChange): Row => ({ key: String(member), name: nameOfGuess(ledger, member, language), before: before.shares, after: after.shares });
  const mine = members.filter(({ member }) => own.includes(member)).map(row);
  const others = members.filter(({ member }) => !own.includes(member)).map(row).sort((a, b) => (a.before === b.before ? 0 : a.before > b.before ? -1 : 1));
  const rest = others.slice(MOST_OTHERS);
  const together: Row[] = rest.length === 0 ? [] : [{ key: "rest", name: t.rest(rest.length), before: rest.reduce((sum, one) => sum + one.before, 0n), after: rest.reduce((sum, one) => sum + one.after, 0n) }];
  const histories: Row[] = before.batchShares + after.batchShares > 0n ? [{ key: "histories", name: t.histories, before: before.batchShares, after: after.batchShares }] : [];
  return [...mine, ...others.slice(0, MOST_OTHERS), ...together, ...histories];
}

/** Two bars on one scale: hollow for now, full for then. */
function Bars({ row, most }: { row: Row; most: bigint }) {
  const language = useLanguage();
  const wide = (amount: bigint) => Number((amount * 10_000n) / most) / 100;
  const show = (amount: bigint) => formatMicro(amount, language);
  return (
    <div className="min-w-0">
      <p className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="min-w-0">{row.name}</span>
        <span className="num keep text-ink-2">
          {show(row.before)} → <span className="font-semibold text-ink">{show(row.after)}</span>
        </span>
      </p>
      <svg viewBox="0 0 100 20" preserveAspectRatio="none" className="mt-1 h-5 w-full overflow-visible">
        <rect x="0" y="0" width="100" height="20" className="fill-well" />
        <rect x="0" y="1" width={wide(row.before)} height="7" className="fill-paper stroke-edge" strokeWidth="1.5" vectorEffect="non-scaling-stroke" />
        <rect x="0" y="11" width={wide(row.after)} height="8" className="fill-value" />
      </svg>
    </div>
  );
}

function EffectTable({ rows }: { rows: readonly Row[] }) {
  const t = useWords(whatIfText);
  const language = useLanguage();
  const show = (amount: bigint) => formatMicro(amount, language, 6);
  const columns: Column<Row>[] = [
    { key: "member", head: t.member, lead: true, cell: ({ name }) => name },
    { key: "before", head: t.before, end: true, cell: ({ before }) => show(before) },
    { key: "after", head: t.after, end: true, cell: ({ after }) => show(after) },
    { key: "change", head: t.change, end: true, cell: ({ before, after }) => `${after > before ? "+" : ""}${show(after - before)}` },
  ];
  return <DataTable caption={t.effect} columns={columns} rows={rows} rowKey={({ key }) => key} />;
}
