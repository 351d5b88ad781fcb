import { useSearch } from "@tanstack/react-router";
import { type DragEvent, type FormEvent, useEffect, useId, useState } from "react";
import { BooksGate } from "../../shared/books/BooksGate.tsx";
import { useBooks } from "../../shared/books/books.ts";
import { useLanguage, useWords } from "../../shared/language/language.ts";
import { formatWhole } from "../../shared/language/numbers.ts";
import { Button, buttonClass } from "../../shared/parts/Button.tsx";
import { EmptyState } from "../../shared/parts/EmptyState.tsx";
import { Field } from "../../shared/parts/Field.tsx";
import { ErrorNote } from "../../shared/parts/Notice.tsx";
import { Page } from "../../shared/parts/Page.tsx";
import { ProgressBar } from "../work/batches/ProgressBar.tsx";
import { Examples } from "./Examples.tsx";
import type { Finding } from "./finding.ts";
import { FindingCard } from "./FindingCard.tsx";
import { verifyText } from "./text.ts";
import { type CheckState, useChecks } from "./useChecks.ts";

/** One box for anything: it says what it is, computes it anew, and gives a verdict of three values. */
export function VerifyPage() {
  const t = useWords(verifyText);
  const search = useSearch({ strict: false }) as { q?: unknown };
  const asked = search.q === undefined ? "" : String(search.q);
  return (
    <Page title={t.title} lead={t.lead}>
      <BooksGate>{() => <Box asked={asked} />}</BooksGate>
    </Page>
  );
}

function Box({ asked }: { asked: string }) {
  const t = useWords(verifyText);
  const [text, setText] = useState(asked);
  const [over, setOver] = useState(false);
  const { state, checkText, checkFiles } = useChecks();
  useEffect(() => {
    setText(asked);
    if (asked !== "") checkText(asked);
    // A link to this page asks once; typing does not.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [asked]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const query = text.trim();
    if (query === asked) checkText(query);
    else location.hash = query === "" ? "#/verify" : `#/verify?q=${encodeURIComponent(query)}`;
  };
  const drag = (event: DragEvent) => {
    event.preventDefault();
    setOver(event.type === "dragover");
  };
  return (
    <div
      onDragOver={drag}
      onDragLeave={drag}
      onDrop={(event) => {
        drag(event);
        checkFiles([...event.dataTransfer.files]);
      }}
    >
      <form onSubmit={submit} className={`flex flex-col gap-4 rounded-md ${over ? "outline-2 outline-offset-8 outline-ink outline-dashed" : ""}`}>
        <Field label={t.box} hint={t.boxHint} value={text} autoComplete="off" autoCapitalize="none" spellCheck={false} className="font-mono" onChange={(event) => setText(event.target.value)} />
        <div className="flex flex-wrap items-center gap-3">
          <Button type="submit">{t.check}</Button>
          <OpenFiles onFiles={checkFiles} />
        </div>
        <p className="text-sm text-ink-2">{over ? t.dropNow : t.drop}</p>
      </form>
      <Examples />
      <div aria-live="polite" className="mt-8 flex flex-col gap-6">
        <Result state={state} />
      </div>
    </div>
  );
}

function OpenFiles({ onFiles }: { onFiles: (files: readonly File[]) => void }) {
  const t = useWords(verifyText);
  const id = useId();
  return (
    <label htmlFor={id} className={`${buttonClass("second")} has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-ink`}>
      {t.open}
      <input
        id={id}
        type="file"
        multiple
        className="sr-only"
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = "";
          onFiles(files);
        }}
      />
    </label>
  );
}

/** What no book has: that decides nothing. */
const unknown: Finding = {
  key: "unknown",
  what: { zh: verifyText.zh.nothing, en: verifyText.en.nothing },
  verdict: "undecided",
  because: { zh: verifyText.zh.nothingHint, en: verifyText.en.nothingHint },
  steps: [],
  recipe: [],
};

function Result({ state }: { state: CheckState }) {
  const t = useWords(verifyText);
  const language = useLanguage();
  const { block } = useBooks();
  switch (state.is) {
    case "idle":
      return null;
    case "working":
      return <ProgressBar label={state.part === null ? t.working : t.workingPart(Math.floor(state.part * 100))} part={state.part} />;
    case "nothing":
      return <FindingCard finding={unknown} />;
    case "notRead":
      return <EmptyState sentence={t.notRead} hint={t.notReadHint} />;
    case "failed":
      return <ErrorNote title={t.failed} advice={t.failedAdvice} details={state.reason} />;
    case "done":
      return (
        <>
          {state.findings.map((finding) => (
            <FindingCard key={finding.key} finding={finding} />
          ))}
          {block !== null && <p className="text-sm text-ink-2">{t.readUpTo(formatWhole(block, language))}</p>}
        </>
      );
  }
}
