import { chainNow } from "../../shared/chain/clock.ts";
import { useLanguage, useWords } from "../../shared/language/language.ts";
import { formatDate } from "../../shared/language/time.ts";
import { Amount } from "../../shared/parts/Amount.tsx";
import { Button } from "../../shared/parts/Button.tsx";
import { UrgentCard } from "../../shared/parts/Card.tsx";
import { DataTable } from "../../shared/parts/DataTable.tsx";
import { Deadline } from "../../shared/parts/Deadline.tsx";
import { EmptyState } from "../../shared/parts/EmptyState.tsx";
import { Name } from "../../shared/parts/Name.tsx";
import { ErrorNote, Notice } from "../../shared/parts/Notice.tsx";
import { Section } from "../../shared/parts/Page.tsx";
import { FactRow, LinkRow, Rows } from "../../shared/parts/Row.tsx";
import { Skeleton } from "../../shared/parts/Skeleton.tsx";
import { partsText } from "../../shared/parts/text.ts";
import { people, reader } from "../../shared/fixtures.ts";
import { statesText } from "./text.ts";

/** Cards, rows, tables, notices, and what stands there when there is nothing. */
export function Lists() {
  const t = useWords(statesText);
  const parts = useWords(partsText);
  const language = useLanguage();
  const rows = [
    { ...reader, when: 1_795_000_000, micro: 180_000_000n },
    { ...people.zhou, when: 1_794_600_000, micro: 22_500_000n },
    { ...people.nameless, when: 1_790_000_000, micro: 60_000_000n },
  ];
  return (
    <div className="mt-10 grid *:mt-0 gap-x-12 gap-y-10 lg:grid-cols-[3fr_2fr]">
      <Section title={t.cards}>
        <UrgentCard kind={t.attestKind} deadline={<Deadline at={chainNow() + 14_160} />} title={t.attestTitle} note={t.attestNote} action={<Button>{t.open}</Button>} />
        <Rows>
          <LinkRow href="#/_states" title={t.rowTitle} note={t.rowNote} end={<Amount micro={300_000_000n} unit="shares" size="row" />} />
          <LinkRow href="#/_states" title={t.attestTitle} note={t.attestNote} />
        </Rows>
      </Section>
      <Section title={t.project}>
        <Rows>
          <FactRow label={t.budget}><Amount micro={2_400_000_000n} unit="shares" /></FactRow>
          <FactRow label={t.attesters}>12</FactRow>
        </Rows>
      </Section>
      <Section title={t.table}>
        <DataTable
          caption={t.table}
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            { key: "member", head: t.member, lead: true, cell: (row) => <Name id={row.id} name={row.name} /> },
            { key: "when", head: t.when, cell: (row) => formatDate(row.when, language) },
            { key: "counts", head: t.counts, end: true, cell: (row) => <Amount micro={row.micro} unit="credit" /> },
          ]}
        />
      </Section>
      <Section title={t.notices}>
        <div className="flex flex-col gap-3">
          <Notice onClose={() => undefined}>{t.notice}</Notice>
          <Notice practice>{parts.practiceNote}</Notice>
          <ErrorNote title={t.failTitle} advice={t.failAdvice} details="HttpRequestError: 429" action={<Button look="second" small>{parts.retry}</Button>} />
          <Skeleton rows={2} />
          <EmptyState sentence={t.empty} hint={t.emptyHint} action={<Button look="second">{t.record}</Button>} />
        </div>
      </Section>
    </div>
  );
}
