import { cidOf } from "#client/work/statement/cid.ts";
import { sayOutcome } from "#client/work/statement/store.ts";
import type { StatementRecord } from "#client/work/types.ts";
import { useLanguage, useWords } from "../../../../shared/language/language.ts";
import { CheckIcon, QuestionIcon } from "../../../../shared/look/icons.tsx";
import { Hash } from "../../../../shared/parts/Address.tsx";
import { Button } from "../../../../shared/parts/Button.tsx";
import { Notice } from "../../../../shared/parts/Notice.tsx";
import { Skeleton } from "../../../../shared/parts/Skeleton.tsx";
import { saveFile } from "../../../../shared/parts/saveFile.ts";
import { StateMark } from "../../../../shared/parts/StateMark.tsx";
import { OpenFile } from "../../evidence/OpenFile.tsx";
import { DocumentBody } from "../DocumentBody.tsx";
import { statementText } from "../text.ts";
import type { Reading, useReading } from "../useReading.ts";
import { HeadFacts } from "./HeadFacts.tsx";

/** The text behind a digest: whether it is verified, altered or unavailable, and only then what it says. */
export function DocumentView({ record, source }: { record: StatementRecord; source: ReturnType<typeof useReading> }) {
  const t = useWords(statementText);
  const { reading, allow, open } = source;
  if (reading.is === "reading") return <Skeleton rows={5} label={t.reading} />;
  const { outcome, document } = reading;
  const waits = outcome.is === "unavailable" && outcome.why === "notAsked" ? outcome.host : null;
  return (
    <>
      <Verdict reading={reading} record={record} />
      {outcome.is !== "verified" && (
        <div className="mt-3 flex flex-wrap gap-3">
          {waits && <Button look="second" onClick={() => allow(waits)}>{t.allow(waits)}</Button>}
          <OpenFile label={t.openFile} accept=".md,text/markdown,text/plain" onFiles={([file]) => file && void open(file)} />
        </div>
      )}
      {outcome.is === "altered" && <Raw label={t.alteredShown} bytes={outcome.bytes} closed />}
      {outcome.is === "verified" && (
        <div className="mt-6">
          {document ? (
            <>
              <HeadFacts document={document} record={record} />
              <div className="mt-8">
                <DocumentBody text={document.body} />
              </div>
            </>
          ) : (
            <>
              <Notice>{t.unformatted}</Notice>
              <Raw label={t.head} bytes={outcome.bytes} />
            </>
          )}
        </div>
      )}
    </>
  );
}

/** One of three words with its mark, a sentence, and the digest by which anybody can check it. */
function Verdict({ reading, record }: { reading: Extract<Reading, { is: "read" }>; record: StatementRecord }) {
  const language = useLanguage();
  const t = useWords(statementText);
  const { outcome } = reading;
  return (
    <div role="status">
      <p className={`flex items-center gap-2 font-semibold ${outcome.is === "altered" ? "text-fail" : ""}`}>
        {outcome.is === "verified" ? <CheckIcon size={18} /> : outcome.is === "altered" ? <StateMark state="failed" /> : <QuestionIcon size={18} />}
        {t.outcome[outcome.is]}
      </p>
      <p className="prose text-sm text-ink-2">{sayOutcome(outcome)[language]}</p>
      <p className="flex flex-wrap items-center gap-x-3 text-sm text-ink-2">
        <span className="inline-flex items-center gap-1.5">
          {t.digest} <Hash hash={record.document} label={t.digest} />
        </span>
        <span className="inline-flex items-center gap-1.5">
          {t.cid} <Hash hash={cidOf(record.document)} label={t.cid} />
        </span>
        <a href={`#/verify?q=${record.document}`} className="inline-flex min-h-11 items-center underline underline-offset-4">
          {t.checkSelf}
        </a>
        {outcome.is === "verified" && (
          <Button look="text" onClick={() => saveFile(`${cidOf(record.document)}.md`, "text/markdown", outcome.bytes as Uint8Array<ArrayBuffer>)}>
            {t.save}
          </Button>
        )}
      </p>
    </div>
  );
}

/** Bytes as the letters they are, with no meaning given to any of them. */
function Raw({ label, bytes, closed }: { label: string; bytes: Uint8Array; closed?: boolean }) {
  const text = new TextDecoder().decode(bytes.slice(0, 65_536));
  return (
    <details open={!closed} className="mt-3">
      <summary className="inline-flex min-h-11 items-center underline underline-offset-4">{label}</summary>
      <pre className="rounded-sm bg-sheet p-4 font-mono text-sm break-all whitespace-pre-wrap">
        {text}
      </pre>
    </details>
  );
}
