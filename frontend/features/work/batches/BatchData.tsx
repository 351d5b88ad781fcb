import { useEffect, useId, useRef } from "react";
import type { BatchClaim } from "#client/work/types.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { formatWhole } from "../../../shared/language/numbers.ts";
import { Button } from "../../../shared/parts/Button.tsx";
import { ErrorNote } from "../../../shared/parts/Notice.tsx";
import { Section } from "../../../shared/parts/Page.tsx";
import { CheckedSteps } from "./CheckedSteps.tsx";
import { closeData, openFile, openFrom, useData } from "./data.ts";
import { ProgressBar } from "./ProgressBar.tsx";
import { type Source, sourcesOf } from "./sources.ts";
import { batchText } from "./text.ts";

/** A batch's data file: where to get it, and what it turned out to be against the chain. Data that lies in the record itself is opened at once. */
export function BatchData({ batch }: { batch: BatchClaim }) {
  const t = useWords(batchText);
  const language = useLanguage();
  const state = useData(batch.id);
  const sources = sourcesOf(batch, document.baseURI);
  const inside = sources.find(({ is }) => is === "inside");
  const untouched = state.is === "none";
  const begun = useRef(false);
  useEffect(() => {
    if (!untouched || !inside || begun.current) return;
    begun.current = true;
    void openFrom(batch, inside);
  }, [untouched, inside, batch]);

  const history = state.is === "checked" ? state.checked.built?.batch : undefined;
  return (
    <Section title={t.data} note={t.dataWhy}>
      <div aria-live="polite">
        {state.is === "getting" && <ProgressBar label={state.part === null ? t.getting : t.gettingPart(Math.floor(state.part * 100))} part={state.part} />}
        {state.is === "rebuilding" && <ProgressBar label={t.rebuilding(Math.floor(state.part * 100))} part={state.part} />}
        {state.is === "unreachable" && <ErrorNote title={t.unreachable} advice={t.unreachableAdvice} details={state.reason} />}
        {state.is === "broken" && <ErrorNote title={t.broken} advice={t.brokenAdvice} details={state.reason} />}
        {state.is === "checked" && (
          <>
            <CheckedSteps checked={state.checked} />
            {history && (
              <p className="mt-2 text-sm text-ink-2">
                {t.contents(formatWhole(history.records.length, language), formatWhole(history.people.length, language))} · {t.equation[history.equation]}
              </p>
            )}
          </>
        )}
      </div>
      {state.is === "checked" ? (
        <Button look="text" onClick={() => closeData(batch.id)}>
          {t.another}
        </Button>
      ) : (
        state.is !== "getting" && state.is !== "rebuilding" && <Ways batch={batch} sources={sources} />
      )}
    </Section>
  );
}

function Ways({ batch, sources }: { batch: BatchClaim; sources: readonly Source[] }) {
  const t = useWords(batchText);
  const id = useId();
  return (
    <div className="mt-3 flex flex-wrap items-center gap-3">
      {sources.map((source) => (
        <div key={source.is === "inside" ? "inside" : source.url}>
          <Button look="second" onClick={() => void openFrom(batch, source)}>
            {source.is === "inside" ? t.getInside : source.is === "beside" ? t.getBeside : t.getHost(source.host)}
          </Button>
          {source.is === "host" && <p className="mt-1 text-sm text-ink-2">{t.hostSees(source.host)}</p>}
        </div>
      ))}
      <div>
        <label htmlFor={id} className="inline-flex min-h-12 items-center rounded-md px-2 font-semibold underline underline-offset-4 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-ink">
          {t.openFile}
          <input
            id={id}
            type="file"
            className="sr-only"
            onChange={(event) => {
              const file = event.target.files?.[0];
              event.target.value = "";
              if (file) void openFile(batch, file);
            }}
          />
        </label>
      </div>
      <p className="w-full text-sm text-ink-3">{t.dropHint}</p>
    </div>
  );
}
