import type { ProjectId } from "#client/chain/ids.ts";
import { useLedger } from "../../../shared/books/books.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { formatDate } from "../../../shared/language/time.ts";
import { Amount } from "../../../shared/parts/Amount.tsx";
import { type Column, DataTable } from "../../../shared/parts/DataTable.tsx";
import { Section } from "../../../shared/parts/Page.tsx";
import { projectText } from "./text.ts";
import { type EpochRow, epochRows } from "./views.ts";

/** Epoch by epoch: credit of each lane, and the shares it issued or will issue. */
export function EpochsTable({ project }: { project: ProjectId }) {
  const { ledger, now } = useLedger();
  const language = useLanguage();
  const t = useWords(projectText);
  const rows = epochRows(ledger, project);
  const state = (row: EpochRow) => (row.closed ? null : row.finalAt <= now ? t.issuedDue : t.issuedOpen(formatDate(row.finalAt, language, now)));
  const columns: Column<EpochRow>[] = [
    { key: "epoch", head: t.epoch, lead: true, cell: ({ epoch }) => <span className="keep">{t.epochNo(epoch)}</span> },
    { key: "direct", head: t.direct, end: true, cell: ({ direct }) => <Amount micro={direct} plain /> },
    { key: "batches", head: t.batches, end: true, cell: ({ batches }) => <Amount micro={batches} plain /> },
    { key: "credit", head: t.credit, end: true, cell: ({ total }) => <Amount micro={total} plain /> },
    {
      key: "issued",
      head: t.issued,
      end: true,
      cell: (row) => (
        <>
          <Amount micro={row.issued} plain={!row.closed} />
          {state(row) && <span className="block text-sm text-ink-2">{state(row)}</span>}
        </>
      ),
    },
  ];
  return (
    <Section title={t.epochs} note={t.epochsNote}>
      {rows.length === 0 ? <p className="py-2 text-ink-2">{t.epochsNone}</p> : <DataTable caption={t.epochs} columns={columns} rows={rows} rowKey={({ epoch }) => epoch} />}
    </Section>
  );
}
