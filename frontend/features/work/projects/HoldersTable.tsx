import { NOBODY, type ProjectId } from "#client/chain/ids.ts";
import { useLedger } from "../../../shared/books/books.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { formatMicro } from "../../../shared/language/numbers.ts";
import { Amount } from "../../../shared/parts/Amount.tsx";
import { type Column, DataTable } from "../../../shared/parts/DataTable.tsx";
import { Section } from "../../../shared/parts/Page.tsx";
import { MemberName } from "../../people/MemberName.tsx";
import { projectText } from "./text.ts";
import { type Holding, holdingsOfProject, issuedBy, percentOf } from "./views.ts";

/** Who holds drawn shares of a project: the count first, then each with a bar of the same scale. */
export function HoldersTable({ project }: { project: ProjectId }) {
  const { ledger } = useLedger();
  const language = useLanguage();
  const t = useWords(projectText);
  const holdings = holdingsOfProject(ledger, project);
  const drawn = holdings.reduce((sum, { shares }) => sum + shares, 0n);
  const largest = holdings[0]?.shares ?? 1n;
  const columns: Column<Holding>[] = [
    { key: "holder", head: t.holder, lead: true, cell: ({ holder }) => (holder === NOBODY ? t.reserve : <MemberName id={holder} />) },
    {
      key: "bar",
      head: t.ofAll,
      cell: ({ shares }) => (
        <span className="flex items-center gap-3">
          <span className="num w-14 shrink-0 sm:text-end">{language === "zh" ? `${percentOf(shares, drawn)}%` : `${percentOf(shares, drawn)} %`}</span>
          <span aria-hidden="true" className="hidden h-2 w-24 sm:block">
            <span className="block h-full rounded-sm bg-value-mid" style={{ width: `${Number((shares * 1000n) / largest) / 10}%` }} />
          </span>
        </span>
      ),
    },
    { key: "shares", head: t.shares, end: true, cell: ({ holder, shares }) => <Amount micro={shares} {...(holder === NOBODY ? {} : { why: `#/why/${holder}/${project}` })} /> },
  ];
  return (
    <Section
      title={t.holders}
      note={holdings.length > 0 && t.drawnOfIssued(formatMicro(drawn, language), formatMicro(issuedBy(ledger, project), language))}
      aside={holdings.length > 0 && <span className="num text-ink-2">{t.holdersCount(holdings.length)}</span>}
    >
      {holdings.length === 0 ? <p className="py-2 text-ink-2">{t.holdersNone}</p> : <DataTable caption={t.holders} columns={columns} rows={holdings} rowKey={({ holder }) => holder} />}
    </Section>
  );
}
