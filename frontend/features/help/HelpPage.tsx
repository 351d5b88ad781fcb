import { useSearch } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { languageTag, useLanguage, useWords } from "../../shared/language/language.ts";
import type { Language } from "../../shared/language/words.ts";
import { Button } from "../../shared/parts/Button.tsx";
import { EmptyState } from "../../shared/parts/EmptyState.tsx";
import { Field } from "../../shared/parts/Field.tsx";
import { Page, Section } from "../../shared/parts/Page.tsx";
import { glossary, type GlossaryEntry } from "./glossary.ts";
import { helpText } from "./text.ts";

/** How value comes about, what is public, what practice means, and the words. Needs no chain. */
export function HelpPage() {
  const t = useWords(helpText);
  return (
    <Page title={t.title} lead={t.lead}>
      <Section title={t.valueTitle}>
        <ol className="prose list-none">
          {Object.values(t.value).map((sentence, place) => (
            <li key={sentence} className="flex gap-4 py-2">
              <span aria-hidden="true" className="num w-6 shrink-0 font-figures text-xl font-bold text-value">
                {place + 1}
              </span>
              <span>{sentence}</span>
            </li>
          ))}
        </ol>
      </Section>
      <div className="mt-10 grid gap-x-14 gap-y-10 lg:grid-cols-2 [&>section]:mt-0">
        <Section title={t.publicTitle}>
          <Sentences of={Object.values(t.public)} />
        </Section>
        <Section title={t.practiceTitle}>
          <Sentences of={Object.values(t.practice)} />
        </Section>
      </div>
      <div className="mt-10">
        <Words />
      </div>
    </Page>
  );
}

function Sentences({ of }: { of: readonly string[] }) {
  return (
    <ul className="prose">
      {of.map((sentence) => (
        <li key={sentence} className="border-b border-line py-3 last:border-b-0">
          {sentence}
        </li>
      ))}
    </ul>
  );
}

function Words() {
  const t = useWords(helpText);
  const { word } = useSearch({ strict: false }) as { word?: string };
  const [query, setQuery] = useState("");
  const fitting = glossary.filter((entry) => fits(entry, query));
  useEffect(() => {
    if (word) document.getElementById(`word-${word}`)?.scrollIntoView({ block: "center" });
  }, [word]);
  return (
    <Section title={t.wordsTitle} aside={<span className="num text-ink-2">{t.count(fitting.length)}</span>}>
      <div className="max-w-120">
        <Field label={t.search} type="search" value={query} autoComplete="off" onChange={(event) => setQuery(event.target.value)} />
      </div>
      {fitting.length === 0 ? (
        <EmptyState sentence={t.none(query.trim())} action={<Button onClick={() => setQuery("")}>{t.clear}</Button>} />
      ) : (
        <dl className="mt-4">
          {fitting.map((entry) => (
            <Entry key={entry.key} entry={entry} marked={entry.key === word} />
          ))}
        </dl>
      )}
    </Section>
  );
}

const other: Record<Language, Language> = { zh: "en", en: "zh" };

function Entry({ entry: { key, word, meaning }, marked }: { entry: GlossaryEntry; marked: boolean }) {
  const language = useLanguage();
  const second = other[language];
  return (
    <div id={`word-${key}`} className={`grid gap-x-8 border-b border-line py-3 last:border-b-0 sm:grid-cols-[15rem_minmax(0,1fr)] ${marked ? "rounded-sm bg-well px-3" : ""}`}>
      <dt>
        <span className="font-semibold first-letter:uppercase">{word[language]}</span>
        <span lang={languageTag[second]} className="ms-3 text-sm text-ink-2">
          {word[second]}
        </span>
      </dt>
      <dd className="prose">{meaning[language]}</dd>
    </div>
  );
}

/** A word is found by either language, or by what it means. */
function fits({ word, meaning }: GlossaryEntry, query: string): boolean {
  const wanted = query.normalize("NFKC").trim().toLowerCase();
  return [word.zh, word.en, meaning.zh, meaning.en].some((text) => text.toLowerCase().includes(wanted));
}
