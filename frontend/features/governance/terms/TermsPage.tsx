import { parameterAmount, parameterWords } from "#client/chain/parameterWords.ts";
import { BooksGate } from "../../../shared/books/BooksGate.tsx";
import { useLedger } from "../../../shared/books/books.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { buttonClass } from "../../../shared/parts/Button.tsx";
import { type Column, DataTable } from "../../../shared/parts/DataTable.tsx";
import { Page, Section } from "../../../shared/parts/Page.tsx";
import { proposalLink } from "../titles.ts";
import { type Rule, rulesOf } from "./rules.ts";
import { termsText } from "./text.ts";

/** Every number that a vote may change: what it is now, its bounds, what is to come, and which vote set it. */
export function TermsPage() {
  const t = useWords(termsText);
  return (
    <Page title={t.title} lead={t.lead}>
      <BooksGate>{() => <Rules />}</BooksGate>
      <Section title={t.coop} note={t.coopLead}>
        <p className="flex flex-wrap gap-x-6">
          <a href="#/p/0" className={buttonClass("text", true)}>{t.toCoop}</a>
          <a href="#/decide/new?type=cooperative" className={buttonClass("text", true)}>{t.toCoopChange}</a>
        </p>
      </Section>
      <Section title={t.fixed} note={t.fixedLead}>
        <ul className="list-disc ps-6">
          {t.fixedList.map((fixed) => (
            <li key={String(fixed)} className="prose py-0.5">{String(fixed)}</li>
          ))}
        </ul>
      </Section>
    </Page>
  );
}

function Rules() {
  const { ledger, now } = useLedger();
  const language = useLanguage();
  const t = useWords(termsText);
  const amount = (rule: Rule, value: bigint | number) => parameterAmount(rule.name, value)[language];
  const columns: Column<Rule>[] = [
    {
      key: "name",
      head: t.name,
      lead: true,
      cell: (rule) => (
        <>
          <span className="block font-semibold first-letter:uppercase">{parameterWords[rule.name].name[language]}</span>
          <span className="block text-sm text-ink-2 first-letter:uppercase">{parameterWords[rule.name].meaning[language]}</span>
        </>
      ),
    },
    {
      key: "now",
      head: t.now,
      end: true,
      cell: (rule) => (
        <>
          <span className="keep block font-semibold">{amount(rule, rule.value)}</span>
          <span className="block text-sm text-ink-2 sm:whitespace-nowrap">
            {rule.since === null ? t.initial : t.since(rule.since)}
            {rule.vote && <VoteLink rule={rule} proposal={rule.vote} />}
          </span>
        </>
      ),
    },
    { key: "bounds", head: t.bounds, end: true, cell: (rule) => <span className="keep">{t.range(amount(rule, rule.least), amount(rule, rule.most))}</span> },
    { key: "pending", head: t.pending, end: true, cell: (rule) => <ToCome rule={rule} /> },
    {
      key: "change",
      head: t.changeHead,
      end: true,
      cell: (rule) => (
        <a href={`#/decide/new?type=parameter&parameter=${rule.name}`} aria-label={t.changeOf(parameterWords[rule.name].name[language])} className="keep inline-flex min-h-11 items-center underline underline-offset-4">
          {t.change}
        </a>
      ),
    },
  ];
  return <DataTable caption={t.title} columns={columns} rows={rulesOf(ledger, now)} rowKey={({ name }) => name} />;
}

function ToCome({ rule }: { rule: Rule }) {
  const t = useWords(termsText);
  const language = useLanguage();
  const { pending, proposed, name } = rule;
  if (!pending && proposed.length === 0) return "–";
  return (
    <>
      {pending && (
        <span className="block">
          {t.from(pending.from, parameterAmount(name, pending.value)[language])}
          {pending.vote && <VoteLink rule={rule} proposal={pending.vote} />}
        </span>
      )}
      {proposed.map(({ value, proposal }) => (
        <a key={String(proposal.id)} href={proposalLink(proposal)} className="opens reach block">{t.proposed(parameterAmount(name, value)[language])}</a>
      ))}
    </>
  );
}

function VoteLink({ rule, proposal }: { rule: Rule; proposal: Parameters<typeof proposalLink>[0] }) {
  const t = useWords(termsText);
  const language = useLanguage();
  return (
    <>
      {language === "zh" ? "，" : ", "}
      <a href={proposalLink(proposal)} aria-label={t.byVoteOf(parameterWords[rule.name].name[language])} className="opens reach">{t.byVote}</a>
    </>
  );
}
