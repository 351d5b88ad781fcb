import type { AttesterIf } from "#client/value/whatIf.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { formatMicro } from "../../../shared/language/numbers.ts";
import { type Column, DataTable } from "../../../shared/parts/DataTable.tsx";
import { MemberName } from "../../people/MemberName.tsx";
import { whatIfText } from "./text.ts";

/** What each attester has left, what would be left after an answer, and who could give one. */
export function Attesters({ attesters, cost }: { attesters: readonly AttesterIf[]; cost: bigint }) {
  const t = useWords(whatIfText);
  const language = useLanguage();
  const why = ({ obstacle }: AttesterIf): string =>
    obstacle === null ? t.can : obstacle === "BudgetSpent" || obstacle === "PairLimit" || obstacle === "Related" ? t.cannot[obstacle] : t.cannot.other;
  const columns: Column<AttesterIf>[] = [
    { key: "attester", head: t.attester, lead: true, cell: ({ member }) => <MemberName id={member} number={false} /> },
    { key: "left", head: t.left, end: true, cell: ({ left }) => formatMicro(left, language) },
    { key: "after", head: t.leftAfter, end: true, cell: (one) => (one.obstacle === null ? formatMicro(one.left - cost, language) : why(one)) },
  ];
  return (
    <details className="mt-2">
      <summary className="inline-flex min-h-11 items-center text-sm underline underline-offset-4">{t.attesters}</summary>
      <DataTable caption={t.attesters} columns={columns} rows={attesters} rowKey={({ member }) => member} />
    </details>
  );
}
