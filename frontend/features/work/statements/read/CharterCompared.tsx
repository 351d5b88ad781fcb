import { epochOf } from "#client/chain/clock.ts";
import { charterIn } from "#client/work/charters.ts";
import type { AnyDocument } from "#client/work/statement/format.ts";
import { type Charter, kinds, type StatementRecord } from "#client/work/types.ts";
import { kindWords } from "#client/work/words.ts";
import { useLedger } from "../../../../shared/books/books.ts";
import { useLanguage, useWords } from "../../../../shared/language/language.ts";
import { formatMicroExactly, formatWhole } from "../../../../shared/language/numbers.ts";
import type { Language } from "../../../../shared/language/words.ts";
import { type Column, DataTable } from "../../../../shared/parts/DataTable.tsx";
import { Notice } from "../../../../shared/parts/Notice.tsx";
import { Section } from "../../../../shared/parts/Page.tsx";
import { FactRow, Rows } from "../../../../shared/parts/Row.tsx";
import { memberWords } from "../../acts/names.ts";
import { statementText } from "../text.ts";
import type { Ledger } from "#client/ledger.ts";

/** One number of a charter, as it is read and as it is compared. */
interface Figure {
  readonly name: string;
  readonly is: string;
  readonly was: string | null;
  /** By how much, where both are amounts. */
  readonly change: string | null;
}

/** The numbers that a vote would bind to; of an amendment each beside the live one. They are the chain's, and what the text says otherwise is told. */
export function CharterCompared({ record, document }: { record: StatementRecord; document: AnyDocument | null }) {
  const { ledger, now } = useLedger();
  const language = useLanguage();
  const t = useWords(statementText);
  const { charter } = record;
  if (!charter) return null;
  const project = record.project === null ? undefined : ledger.work.projects.get(record.project);
  const live = project && charterIn(project, epochOf(ledger, now));
  const rows = figuresOf(ledger, charter, live, language);
  const written = document?.is === "statement" ? figuresOf(ledger, { ...charter, ...document }, undefined, language) : null;
  const differing = written ? rows.flatMap((row, place) => (written[place]!.is === row.is ? [] : [t.chainRow(row.name, written[place]!.is, row.is)])) : [];
  const columns: Column<Figure>[] = [
    { key: "name", head: t.number, lead: true, cell: ({ name }) => name },
    { key: "was", head: t.now, end: true, cell: ({ was }) => was },
    { key: "is", head: t.wanted, end: true, cell: ({ is, was }) => (is === was ? <span className="text-ink-2">{t.same}</span> : <strong>{is}</strong>) },
    { key: "change", head: t.change, end: true, cell: ({ change }) => change ?? "–" },
  ];
  return (
    <Section title={live ? t.charterAgainst : t.charter}>
      {differing.length > 0 && (
        <Notice>
          {t.chainDiffers}
          <ul className="list-disc ps-5">{differing.map((row) => <li key={row}>{row}</li>)}</ul>
        </Notice>
      )}
      {live ? (
        <DataTable caption={t.charterAgainst} columns={columns} rows={rows} rowKey={({ name }) => name} />
      ) : (
        <Rows label={t.charter}>
          {rows.map(({ name, is }) => (
            <FactRow key={name} label={name}>
              <span className="num">{is}</span>
            </FactRow>
          ))}
        </Rows>
      )}
    </Section>
  );
}

function figuresOf(ledger: Ledger, charter: Charter, live: Charter | undefined, language: Language): Figure[] {
  const t = statementText[language];
  const amount = (micro: bigint) => formatMicroExactly(micro, language);
  const rate = (micro: bigint) => (micro === 0n ? t.notRecorded : amount(micro));
  const names = (stewards: Charter["stewards"]) => stewards.map((id) => memberWords(ledger, id)[language]).join(language === "zh" ? "、" : ", ");
  const figure = <T,>(name: string, show: (value: T) => string, of: (charter: Charter) => T): Figure => {
    const [is, was] = [of(charter), live && of(live)];
    return { name, is: show(is), was: was === undefined ? null : show(was), change: typeof is === "bigint" && typeof was === "bigint" ? moved(was, is) : null };
  };
  return [
    figure(t.budget, amount, ({ budget }) => budget),
    ...kinds.map((kind) => figure(t.rateOf(kindWords[kind][language]), rate, ({ rates }) => rates[kind])),
    figure(t.minSurplus, t.percent, ({ minSurplus }) => minSurplus),
    figure(t.salesCap, (cap: bigint) => formatWhole(cap, language), ({ salesCap }) => salesCap),
    figure(t.stewards, names, ({ stewards }) => stewards),
    figure(t.industry, (code) => String(code).padStart(4, "0"), ({ industry }) => industry),
  ];
}

/** +5 %, with one decimal, cut; null where nothing moved. */
function moved(was: bigint, is: bigint): string | null {
  if (was === is || was === 0n) return null;
  const tenths = ((is > was ? is - was : was - is) * 1000n) / was;
  return `${is > was ? "+" : "−"}${tenths / 10n}${tenths % 10n === 0n ? "" : `.${tenths % 10n}`} %`;
}
