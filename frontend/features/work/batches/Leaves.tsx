import { useState } from "react";
import type { Batch } from "#client/work/batch.ts";
import type { BatchClaim } from "#client/work/types.ts";
import { useLedger } from "../../../shared/books/books.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { formatMicro, formatWhole } from "../../../shared/language/numbers.ts";
import { Hash } from "../../../shared/parts/Address.tsx";
import { Amount } from "../../../shared/parts/Amount.tsx";
import { Button } from "../../../shared/parts/Button.tsx";
import { type Column, DataTable } from "../../../shared/parts/DataTable.tsx";
import { Field } from "../../../shared/parts/Field.tsx";
import { Section } from "../../../shared/parts/Page.tsx";
import { DrawLeaf } from "./DrawLeaf.tsx";
import { findLeaves, type LeafRow, leafRows } from "./leafRows.ts";
import { batchText } from "./text.ts";
import { WhoseLeaf } from "./WhoseLeaf.tsx";

const step = 50;

/** The leaves of a history: whose each is, what it is worth, and drawing those that can be drawn. */
export function Leaves({ batch, history }: { batch: BatchClaim; history: Batch }) {
  const { ledger, now } = useLedger();
  const language = useLanguage();
  const t = useWords(batchText);
  const [query, setQuery] = useState("");
  const [shown, setShown] = useState(step);
  const all = leafRows(ledger, batch, history, now);
  const rows = findLeaves(all, query);
  const left = rows.length - shown;
  const columns: Column<LeafRow>[] = [
    { key: "identity", head: t.identity, lead: true, cell: ({ identity }) => <Hash hash={identity} label={t.identity} /> },
    { key: "whose", head: t.whose, cell: (row) => <WhoseLeaf row={row} /> },
    {
      key: "value",
      head: t.value,
      end: true,
      cell: ({ value, records }) => (
        <>
          <Amount micro={value} plain />
          <span className="keep block text-sm text-ink-2">{t.recordsCount(records)}</span>
        </>
      ),
    },
    { key: "worth", head: t.worth, end: true, cell: (row) => <Worth batch={batch} history={history} row={row} /> },
  ];
  return (
    <Section title={t.leaves} note={t.leavesNote} aside={<span className="num text-ink-2">{formatWhole(all.length, language)}</span>}>
      <div className="mb-4">
        <Field label={t.findLeaf} hint={t.findHint} type="search" value={query} autoComplete="off" spellCheck={false} autoCapitalize="none" onChange={(event) => setQuery(event.target.value)} />
      </div>
      {rows.length === 0 ? <p className="py-4">{t.leafNone}</p> : <DataTable caption={t.leaves} columns={columns} rows={rows.slice(0, shown)} rowKey={({ identity }) => identity} />}
      {left > 0 && (
        <Button look="text" onClick={() => setShown(shown + step * 4)}>
          {t.showMore(Math.min(left, step * 4))}
        </Button>
      )}
    </Section>
  );
}

function Worth({ batch, history, row }: { batch: BatchClaim; history: Batch; row: LeafRow }) {
  const language = useLanguage();
  const t = useWords(batchText);
  if (!row.lot) return <span className="text-sm text-ink-2">{t.notStanding}</span>;
  const { shares, withheld, state } = row.lot;
  return (
    <>
      <Amount micro={shares} plain={state !== "drawn"} />
      {withheld > 0n && <span className="block text-sm text-ink-2">{t.withheld(formatMicro(withheld, language))}</span>}
      {state === "drawn" && <span className="block text-sm text-ink-2">{t.drawn}</span>}
      {state === "drawable" && <DrawLeaf batch={batch} history={history} row={row} />}
    </>
  );
}
