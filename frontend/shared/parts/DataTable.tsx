import type { ReactNode } from "react";

/** One column: `lead` is the row's name and the card's head on a phone. */
export interface Column<Row> {
  key: string;
  head: string;
  cell: (row: Row) => ReactNode;
  end?: boolean;
  lead?: boolean;
}

/**
 * Rows with hairlines between them, names left, numbers right. Below 640px every row becomes a card. The roles are written out
 * because some browsers forget that a table is one when its display changes.
 */
export function DataTable<Row>({ caption, columns, rows, rowKey }: {
  /** Said aloud; not shown. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string | number;
}) {
  return (
    <table role="table" className="cards w-full border-collapse">
      <caption className="sr-only">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th key={column.key} role="columnheader" scope="col" className={`border-b border-line pb-2 text-sm font-normal text-ink-2 ${column.end ? "ps-4 text-end" : "pe-4 text-start"}`}>
              {column.head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={rowKey(row)} role="row" className="border-b border-line py-3 last:border-b-0">
            {columns.map((column) =>
              column.lead ? (
                <th key={column.key} role="rowheader" scope="row" className="py-1 text-start font-normal sm:py-3.5 sm:pe-4">
                  {column.cell(row)}
                </th>
              ) : (
                <td key={column.key} role="cell" data-head={column.head} className={`num py-1 sm:py-3.5 ${column.end ? "sm:ps-4 sm:text-end" : "sm:pe-4"}`}>
                  <span>{column.cell(row)}</span>
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
