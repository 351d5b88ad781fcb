import type { ReactNode } from "react";
import { unmetRequests } from "#client/price/industry.ts";
import { readItem } from "#client/price/item.ts";
import { type Activity, flowMap, industryMap } from "#client/price/trade.ts";
import { flowWords } from "#client/price/words.ts";
import { BooksGate } from "../../../shared/books/BooksGate.tsx";
import { useLedger } from "../../../shared/books/books.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { formatWhole } from "../../../shared/language/numbers.ts";
import { formatSpan } from "../../../shared/language/time.ts";
import { type Column, DataTable } from "../../../shared/parts/DataTable.tsx";
import { Money } from "../../../shared/parts/Money.tsx";
import { Page, Section } from "../../../shared/parts/Page.tsx";
import { ProjectName } from "../../work/projects/ProjectName.tsx";
import { starsWords } from "../../people/trade/stars.ts";
import { industryText } from "./text.ts";

/** The industries and flows of the cooperative as a map: a table first, then a drawing whose squares can be counted. */
export function IndustryPage() {
  const t = useWords(industryText);
  return (
    <Page title={t.title} lead={t.lead}>
      <BooksGate>{() => <Industries />}</BooksGate>
    </Page>
  );
}

interface Row extends Activity {
  readonly key: string;
  readonly name: string;
}

function Industries() {
  const t = useWords(industryText);
  const language = useLanguage();
  const { ledger, now } = useLedger();
  const industries: Row[] = industryMap(ledger, now).map((one) => ({ ...one, key: `industry/${one.industry}`, name: one.industry === 0 ? t.industryNone : t.industryNo(one.industry) }));
  const flows: Row[] = flowMap(ledger, now).map((one) => ({ ...one, key: one.flow, name: flowWords[one.flow][language] }));
  return (
    <>
      <Section title={t.industries}>
        <ActivityTable caption={t.industries} rows={industries} />
        <Squares rows={industries} />
      </Section>
      <Section title={t.flows} note={t.flowsNote}>
        <ActivityTable caption={t.flows} rows={flows} />
      </Section>
      <Unmet />
    </>
  );
}

function ActivityTable({ caption, rows }: { caption: string; rows: readonly Row[] }) {
  const t = useWords(industryText);
  const language = useLanguage();
  const columns: Column<Row>[] = [
    { key: "name", head: caption, lead: true, cell: ({ name }) => <span className="inline-block font-semibold first-letter:uppercase">{name}</span> },
    { key: "projects", head: t.projects, cell: ({ projects }) => <Names ids={projects} /> },
    { key: "offers", head: t.offers, end: true, cell: ({ offersOpen }) => offersOpen.length },
    { key: "requests", head: t.requests, end: true, cell: ({ requestsUnmet }) => requestsUnmet.length },
    { key: "orders", head: t.orders, end: true, cell: ({ trade }) => trade.orders },
    { key: "span", head: t.span, end: true, cell: ({ trade }) => (trade.medianSpan === null ? <span className="text-ink-2">{t.spanNone}</span> : <span className="keep">{formatSpan(trade.medianSpan, language)}</span>) },
    { key: "stars", head: t.stars, end: true, cell: ({ trade }) => starsWords(trade, language) ?? <span className="text-ink-2">{t.starsNone}</span> },
  ];
  return <DataTable caption={caption} columns={columns} rows={rows} rowKey={({ key }) => key} />;
}

function Names({ ids }: { ids: readonly number[] }): ReactNode {
  const language = useLanguage();
  return ids.map((id, at) => (
    <span key={id}>
      {at > 0 && (language === "zh" ? "、" : ", ")}
      <ProjectName id={id} />
    </span>
  ));
}

const most = 60;

/** One square an order and one a request, so that a reader can count the drawing. */
function Squares({ rows }: { rows: readonly Row[] }) {
  const t = useWords(industryText);
  const shown = rows.filter(({ trade, requestsUnmet }) => trade.orders + requestsUnmet.length > 0);
  if (shown.length === 0) return null;
  return (
    <figure aria-label={t.figure} className="mt-6">
      {shown.map(({ key, name, trade, requestsUnmet }) => (
        <div key={key} className="flex items-start gap-4 py-1.5">
          <span className="w-24 shrink-0 text-sm text-ink-2">{name}</span>
          <span role="img" aria-label={`${name}: ${t.figureRow(trade.orders, requestsUnmet.length)}`} className="flex flex-wrap gap-1 pt-1">
            {Array.from({ length: Math.min(most, trade.orders + requestsUnmet.length) }, (_, at) => (
              <span key={at} className={`size-3.5 rounded-[2px] ${at < trade.orders ? "bg-edge" : "border border-edge"}`} />
            ))}
          </span>
        </div>
      ))}
      <figcaption className="mt-2 text-sm text-ink-2">{t.figureCaption}</figcaption>
    </figure>
  );
}

function Unmet() {
  const t = useWords(industryText);
  const language = useLanguage();
  const { ledger, now } = useLedger();
  const unmet = unmetRequests(ledger, now);
  return (
    <Section title={t.unmet} aside={<a href="#/market" className="opens reach text-sm">{t.toMarket}</a>}>
      {unmet.length === 0 && <p className="text-ink-2">{t.unmetNone}</p>}
      <ul>
        {unmet.map(({ id, uri, terms, filled }) => {
          const item = readItem(uri, terms.item);
          return (
            <li key={id} className="flex min-h-17 items-center justify-between gap-4 border-b border-line py-2.5 last:border-b-0">
              <span className="min-w-0">
                {item?.name ?? flowWords[terms.flow][language]}
                <span className="block text-sm text-ink-2">{t.unmetNote(formatWhole(terms.quantity - filled, language), item?.unit ?? "")}</span>
              </span>
              <Money token={terms.token} amount={terms.price} />
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
